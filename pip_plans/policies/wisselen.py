"""When a plan may go to another route (schakelen), or exam parts to A2 (afschalen)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inburgering.geweigerd import Geweigerd
from leerroutes.queries.wissel import Wisselfeiten
from pip_plans.enums import WISSEL, Aanleiding, Voortgangsreden
from pip_plans.models import Pip
from wet.leerroutes import Examenonderdeel, Leerroute, Uitzondering, mag_afschalen, schakelen
from wet.uitkomst import Uitkomst


@dataclass(frozen=True, kw_only=True)
class Schakeling:
    """What the college judges; without an exception only within the year and a half."""

    naar: Leerroute
    voortgang: Voortgangsreden | None
    motivering: str
    uitzondering: Uitzondering = Uitzondering.GEEN


@dataclass(frozen=True, kw_only=True)
class Afschaling:
    """`onderdelen` are all the parts that will stand at A2; None: not judged yet."""

    onderdelen: tuple[Examenonderdeel, ...]
    inspanning_genoeg: bool | None
    b1_haalbaar: bool | None
    motivering: str


def oordeel_schakelen(wens: Schakeling, *, wissel: Wisselfeiten, op: date) -> Uitkomst[bool]:
    """The rule of the law, asked with these facts on the dagtekening `op`."""
    return schakelen(
        van=wissel.leerroute,
        naar=wens.naar,
        op=op,
        start=wissel.start_op,
        andere_voortgang=wens.voortgang is not None,
        uitzondering=wens.uitzondering,
    )


def oordeel_afschalen(wens: Afschaling, *, wissel: Wisselfeiten, op: date) -> Uitkomst[bool]:
    return mag_afschalen(
        wissel.leerroute,
        wissel.uren,
        inspanning=wens.inspanning_genoeg,
        b1_haalbaar=wens.b1_haalbaar,
        op=op,
    )


def check_wisselen_kan(wissel: Wisselfeiten | None) -> Wisselfeiten:
    """There is a route to change, and it is not closed."""
    if wissel is None:
        raise Geweigerd("Er loopt geen leerroute: stel eerst een PIP vast.")
    if wissel.afgerond:
        raise Geweigerd("Schakel 4 is afgerond. Heropen die eerst.")
    return wissel


def check_schakelen(wens: Schakeling, *, wissel: Wisselfeiten | None, op: date) -> None:
    antwoord = oordeel_schakelen(wens, wissel=check_wisselen_kan(wissel), op=op)
    _check(antwoord, veld="naar")
    _check_motivering(wens.motivering)


def check_afschalen_kan(wissel: Wisselfeiten | None, *, op: date) -> None:
    """Only what no judgment of the college can change: the route and the hours."""
    wens = Afschaling(onderdelen=(), inspanning_genoeg=True, b1_haalbaar=False, motivering="")
    _check(oordeel_afschalen(wens, wissel=check_wisselen_kan(wissel), op=op), veld="")


def check_afschalen(wens: Afschaling, *, wissel: Wisselfeiten | None, op: date) -> None:
    nu = set(check_wisselen_kan(wissel).traject.niveaus)
    if nu - set(wens.onderdelen):
        raise Geweigerd(
            "Een onderdeel dat al op A2 staat, blijft aangevinkt. Wie daar B1 haalt, heeft het ook "
            "gedaan.",
            veld="onderdelen",
        )
    if set(wens.onderdelen) == nu:
        reden = "Kies ten minste een onderdeel dat nog niet op A2 staat."
        raise Geweigerd(reden, veld="onderdelen")
    assert wissel is not None  # checked above
    _check(oordeel_afschalen(wens, wissel=wissel, op=op), veld="onderdelen")
    _check_motivering(wens.motivering)


def check_wissel(
    pip: Pip,
    *,
    vorige: Pip | None,
    wissel: Wisselfeiten | None,
    op: date,
    bezwaar_beslist: bool = False,
) -> None:
    """Asked again when the plan is established: hours and days may have moved meanwhile.

    `vorige` is the last version that was decided, also one that was taken back. A decision on an
    objection (`bezwaar_beslist`) may change both without these rules: it puts right what was
    decided.
    """
    if vorige is None:
        return
    check_niveau(pip)
    if pip.aanleiding == Aanleiding.BEZWAAR:
        if not bezwaar_beslist:
            raise Geweigerd("Er is geen beslissing op bezwaar over een PIP van deze persoon.")
        return
    _check_route(pip, vorige, wissel, op)
    _check_onderdelen(pip, vorige, wissel, op)


def _check_route(pip: Pip, vorige: Pip, wissel: Wisselfeiten | None, op: date) -> None:
    if pip.aanleiding == Aanleiding.SCHAKELEN:
        check_schakelen(schakeling_van(pip), wissel=wissel, op=op)
    elif pip.leerroute != vorige.leerroute:
        raise Geweigerd("Een andere leerroute kiest u met ‘Schakelen’ op het tabblad PIP.")


def _check_onderdelen(pip: Pip, vorige: Pip, wissel: Wisselfeiten | None, op: date) -> None:
    if pip.aanleiding == Aanleiding.AFSCHALEN:
        check_afschalen(afschaling_van(pip), wissel=wissel, op=op)
    elif set(pip.afgeschaald) - set(vorige.afgeschaald):
        raise Geweigerd("Onderdelen naar A2 brengt u met ‘Afschalen’ op het tabblad PIP.")


def check_niveau(pip: Pip) -> None:
    """In the B1-route the level follows from the parts."""
    alle = len(pip.afgeschaald) == len(Examenonderdeel)
    if pip.leerroute == Leerroute.B.value and (pip.niveau == "A2") != alle:
        raise Geweigerd(
            "Niveau A2 in de B1-route kiest u per onderdeel, met ‘Afschalen’ op het tabblad PIP.",
            veld="niveau",
        )


def schakeling_van(pip: Pip) -> Schakeling:
    return Schakeling(
        naar=Leerroute(pip.leerroute),
        voortgang=Voortgangsreden(pip.voortgang) if pip.voortgang else None,
        motivering=pip.wissel_motivering,
        uitzondering=Uitzondering(pip.uitzondering) if pip.uitzondering else Uitzondering.GEEN,
    )


def afschaling_van(pip: Pip) -> Afschaling:
    return Afschaling(
        onderdelen=tuple(pip.niveaus),
        inspanning_genoeg=pip.inspanning_genoeg,
        b1_haalbaar=pip.b1_haalbaar,
        motivering=pip.wissel_motivering,
    )


def is_wissel(pip: Pip) -> bool:
    return pip.aanleiding in WISSEL


def _check(antwoord: Uitkomst[bool], *, veld: str) -> None:
    if not antwoord.bekend:
        raise Geweigerd(" ".join([*antwoord.stappen] or [antwoord.conclusie]), veld=veld)


def _check_motivering(motivering: str) -> None:
    if not motivering.strip():
        raise Geweigerd("Schrijf op waarom: dat komt in het besluit.", veld="motivering")

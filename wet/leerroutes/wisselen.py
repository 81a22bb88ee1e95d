"""Changing the route (schakelen) and lowering exam parts to A2 (afschalen): two different acts.

Both make a new plan with its own dagtekening; neither moves the inburgeringstermijn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wet.datums import eis_datum, eis_datum_of_niets, maanden_vanaf, voluit
from wet.leerroutes.routes import Leerroute
from wet.leerroutes.uren import Uren, Urendoel, Urensoort, tel_uren
from wet.normen import norm
from wet.regels import regel
from wet.uitkomst import Uitkomst, Zekerheid, nog_niet, oordeel


class Uitzondering(StrEnum):
    """Why a change of route may come after the year and a half."""

    GEEN = "geen"
    BIJZONDER_GEVAL = "bijzonder_geval"
    NA_OPLEIDING = "na_opleiding"
    """After an education that gave no exemption and ended later."""


_UITZONDERING = {
    Uitzondering.BIJZONDER_GEVAL: "dit is een bijzonder geval. Motiveer dat in het besluit.",
    Uitzondering.NA_OPLEIDING: "een opleiding zonder vrijstelling eindigde pas later.",
}


@regel(
    "Of iemand mag schakelen naar een andere leerroute.",
    "van=B naar=Z op=2023-09-15 start=2022-03-16 andere_voortgang=ja",
    "van=B naar=Z op=2023-09-16 start=2022-03-16 andere_voortgang=ja",
    "van=O naar=B op=2025-02-01 start=2022-03-16 andere_voortgang=ja",
)
def schakelen(
    van: Leerroute,
    naar: Leerroute,
    op: date,
    start: date | None,
    andere_voortgang: bool | None,
    *,
    uitzondering: Uitzondering = Uitzondering.GEEN,
) -> Uitkomst[bool]:
    """Whether the route may change on a day.

    `op` is the dagtekening of the new plan, `start` the first day of the inburgeringstermijn.
    `andere_voortgang`: progress is less or more than the route asks, which is what a change is for.
    Within a year and a half; from the onderwijsroute to the B1-route always; later only with an
    `uitzondering`, with reasons.

    Bron: Wi 17.2, B26 5.4.1, B26 5.4.2, B26 5.4.3.
    """
    eis_datum("op", op)
    start = eis_datum_of_niets("start", start)
    bron = ("Wi 17.2", "B26 5.4.1", "B26 5.4.3")
    if van is naar:
        return _schakel(False, ("Dit is dezelfde leerroute.",), bron)
    if start is None:
        return nog_niet("schakelen", "de start van de inburgeringstermijn", bron)
    if op < start:
        reden = f"De inburgeringstermijn begint pas op {voluit(start)}."
        return _schakel(False, (reden,), bron)
    if andere_voortgang is None:
        return nog_niet("schakelen", "hoe de voortgang is", bron)
    wissel = f"Van de {van.label} naar de {naar.label}."
    if not andere_voortgang:
        reden = "Schakelen kan alleen bij onvoldoende of juist grotere voortgang."
        return _schakel(False, (wissel, reden), bron)
    mag, reden = _op_tijd(van, naar, op, start, uitzondering)
    return _schakel(mag, (wissel, reden), bron)


def _op_tijd(
    van: Leerroute, naar: Leerroute, op: date, start: date, uitzondering: Uitzondering
) -> tuple[bool, str]:
    if (van, naar) == (Leerroute.O, Leerroute.B):
        return True, "Van de onderwijsroute naar de B1-route kan het hele traject."
    lengte = norm("schakelen_maanden", start)
    laatste = maanden_vanaf(start, lengte.aantal)
    if op <= laatste:
        return True, f"Het is binnen {lengte} na de start: tot en met {voluit(laatste)}."
    if uitzondering is not Uitzondering.GEEN:
        return True, f"Na de start zijn {lengte} voorbij, maar {_UITZONDERING[uitzondering]}"
    return False, (
        f"De laatste dag was {voluit(laatste)}: {lengte} na de start. Schakelen kan dan alleen in "
        "een bijzonder geval, of na een opleiding zonder vrijstelling die later eindigde."
    )


def _schakel(mag: bool, redenen: tuple[str, ...], bron: tuple[str, ...]) -> Uitkomst[bool]:
    slot = "Schakelen mag. De inburgeringstermijn verandert niet." if mag else "Schakelen mag niet."
    return oordeel("schakelen", mag, (*redenen, slot), (*bron, "Wi 11.3"))


@regel(
    "Of iemand mag afschalen naar A2.",
    "leerroute=B nederlands=590 knm=40 inspanning=ja b1_haalbaar=nee op=2024-07-01",
    "leerroute=B nederlands=570 intake_nederlands=30 inspanning=ja b1_haalbaar=nee op=2024-07-01",
)
def afschalen(
    leerroute: Leerroute,
    inspanning: bool | None,
    b1_haalbaar: bool | None,
    op: date,
    *,
    nederlands: int = 0,
    alfabetisering: int = 0,
    knm: int = 0,
    intake_nederlands: int = 0,
) -> Uitkomst[bool]:
    """Whether exam parts may be lowered to A2, one or more of them.

    Hours are whole hours at a school with the mark. `inspanning`: enough effort; `b1_haalbaar`:
    able to reach B1 within the term. `op` selects the version of the norm. There is no limit of a
    year and a half, and the route stays the B1-route.

    Bron: Wi 17.3, B26 5.5.
    """
    return mag_afschalen(
        leerroute,
        {
            Urensoort.NEDERLANDS: nederlands,
            Urensoort.ALFABETISERING: alfabetisering,
            Urensoort.KNM: knm,
            Urensoort.INTAKE_NEDERLANDS: intake_nederlands,
        },
        inspanning=inspanning,
        b1_haalbaar=b1_haalbaar,
        op=op,
    )


def mag_afschalen(
    leerroute: Leerroute,
    uren: Mapping[Urensoort, Uren],
    *,
    inspanning: bool | None,
    b1_haalbaar: bool | None,
    op: date,
) -> Uitkomst[bool]:
    """`afschalen` with hours per kind, halves and all.

    Bron: Wi 17.3, B26 5.5.
    """
    geteld = tel_uren(Urendoel.AFSCHALEN, uren)
    lengte = norm("afschalen_uren", op)
    bron = (*lengte.bron, *geteld.bron)
    if leerroute is not Leerroute.B:
        return oordeel("afschalen", False, ("Afschalen kan alleen in de B1-route.",), bron)
    assert geteld.bekend is not None  # counting always has an answer
    redenen = [*geteld.stappen]
    genoeg = geteld.bekend.uren >= lengte.aantal
    if not genoeg:
        redenen.append(f"Er zijn {lengte} Nederlands nodig. KNM telt daarin niet mee.")
    if not genoeg or inspanning is False or b1_haalbaar is True:
        return oordeel("afschalen", False, (*redenen, *_waarom_niet(inspanning, b1_haalbaar)), bron)
    if inspanning is None:
        return nog_niet("afschalen", "het oordeel over de inspanning", bron, tuple(redenen))
    if b1_haalbaar is None:
        return nog_niet("afschalen", "het oordeel of B1 haalbaar is", bron, tuple(redenen))
    slot = "Afschalen mag, per onderdeel. De leerroute en de inburgeringstermijn blijven gelijk."
    return oordeel("afschalen", True, (*redenen, slot), bron)


def _waarom_niet(inspanning: bool | None, b1_haalbaar: bool | None) -> tuple[str, ...]:
    redenen = []
    if inspanning is False:
        redenen.append("De inspanning was niet genoeg.")
    if b1_haalbaar:
        redenen.append("B1 is binnen de termijn nog haalbaar.")
    return (*redenen, "Afschalen mag nu niet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meegenomen:
    """What goes along to the new route."""

    uren_tellen_mee: bool
    """Hours followed are taken into account for the intensity of the new route."""
    uren_gaan_af_van_de_z_route: bool
    """Hours at a school with the mark are deducted from the 800."""
    examens: bool
    """Attempts and passed parts stay."""


@regel(
    "Wat iemand meeneemt naar een andere leerroute.", "van=O naar=B", "van=B naar=Z", "van=Z naar=B"
)
def meenemen(van: Leerroute, naar: Leerroute) -> Uitkomst[Meegenomen]:
    """What carries over after a change of route; nothing is decided here about the same route.

    Bron: B26 5.4.4.
    """
    wat = Meegenomen(
        uren_tellen_mee=naar is Leerroute.B and van is not Leerroute.B,
        uren_gaan_af_van_de_z_route=naar is Leerroute.Z and van is not Leerroute.Z,
        examens={van, naar} == {Leerroute.B, Leerroute.O},
    )
    zinnen = (
        (
            wat.uren_tellen_mee,
            "Gevolgde uren tellen mee bij het bepalen van de nieuwe intensiteit.",
        ),
        (
            wat.uren_gaan_af_van_de_z_route,
            "Uren bij een school met keurmerk of voor het taalschakeltraject gaan af van de "
            "cursusuren.",
        ),
        (wat.examens, "Pogingen en behaalde examens blijven staan."),
    )
    stappen = tuple(zin for geldt, zin in zinnen if geldt)
    return Uitkomst(
        regel="meenemen",
        uitkomst=wat,
        bron=("B26 5.4.4",),
        stappen=stappen or ("De wet noemt niets dat meegaat.",),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )

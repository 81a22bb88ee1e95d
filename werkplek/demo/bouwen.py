"""Build the demo: the municipality, its colleagues, and everybody's story.

Stories are told by as many processes as there are cores. Each takes whole years, because dossier
numbers count per year; so the same seed and day give the same people with the same numbers. A
story is one transaction and is told once: after a demo that was cut off, a second run completes it.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Any, Literal

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import connections

from besluiten.services.besluiten import bezwaartermijnen_afsluiten
from inburgering.models import Inburgeraar, Persoon
from inburgering.services.taken import taken_achteraf
from inburgering.services.termijnen import signaleren
from medewerkers.enums import Rol
from medewerkers.models import Gemeente, Medewerker, Partnerorganisatie
from medewerkers.sporen import spoor
from werkplek.demo.aanbieders import vul_aanbieders
from werkplek.demo.bezwaar import vul_bezwaren
from werkplek.demo.coaching import vul_coaching, vul_ontzorgbrieven
from werkplek.demo.crediteuren import vul_crediteuren
from werkplek.demo.examens import vul_examens
from werkplek.demo.huisvesting import vul_bureau
from werkplek.demo.lasten import vul_lasten
from werkplek.demo.lessen import vul_lessen
from werkplek.demo.logo import bouw_logo
from werkplek.demo.namen import MEDEWERKERS
from werkplek.demo.ondertussen import vul_ondertussen
from werkplek.demo.participatie import vul_participatie
from werkplek.demo.plannen import plannen_maken
from werkplek.demo.pvt import vul_pvt
from werkplek.demo.taakstelling import bouw_taakstelling
from werkplek.demo.toetsen import bouw_toetsen
from werkplek.demo.uren import vul_uren
from werkplek.demo.verhalen import Verteller
from werkplek.demo.wereld import Wereld

DEMO_WACHTWOORD = "welkom-in-westerkwartier"
DOMEIN = "demo.example"
SCHANS = "De Schans / VluchtelingenWerk"
TWEEDE_ADMINISTRATIE = "administratie2"
"""By e-mail name: the second pair of eyes on money."""

HUISHOUDENS, MIGRANTEN, ONDERTUSSEN = 106, 35, 130
JONGSTE, OUDSTE = 3, 1650  # days since koppeling or kennisgeving
ERBIJ = 1000  # stories beyond the numbers of the others
EERSTE_WI2021 = date(2022, 3, 1)
EERSTE_DAG = date(2021, 1, 11)

Voortgang = Callable[[int, int], None]


@dataclass(frozen=True)
class Verhaal:
    """One story: which, from which day, and the year its dossiers are numbered in."""

    nummer: int
    soort: Literal["ondertussen", "huishouden", "migrant"]
    begin: date

    @property
    def jaar(self) -> int:
        return (self.begin + timedelta(days=3)).year


def bouw_demo(
    *,
    peildatum: date,
    seed: int = 1,
    schaal: float = 1.0,
    processen: int | None = None,
    voortgang: Voortgang = lambda gedaan, totaal: None,
) -> None:
    """About 330 people at scale 1, up to and including `peildatum`. Twice is once."""
    verteller = _verteller(Wereld(peildatum, seed, nummer=0))
    vul_aanbieders(
        contractbeheer=verteller.collegas[Rol.CONTRACTBEHEER],
        consulent=verteller.collegas[Rol.CONSULENT],
        schans=verteller.schans,
        nu=verteller.wereld.moment(peildatum),
    )
    vul_crediteuren(
        administratie=verteller.collegas[Rol.ADMINISTRATIE],
        collega=Medewerker.objects.get(email=f"{TWEEDE_ADMINISTRATIE}@{DOMEIN}"),
        beheerder=verteller.collegas[Rol.BEHEERDER],
        nu=verteller.wereld.moment(peildatum),
    )
    verhalen = list(_verhalen(peildatum, schaal))
    groepen = _verdeel(verhalen, processen or os.cpu_count() or 1)
    if len(groepen) > 1:
        _vertel_samen(groepen, verteller, len(verhalen), voortgang)
    else:
        for gedaan, _ in enumerate(_vertel(verhalen, verteller), start=1):
            voortgang(gedaan, len(verhalen))
    systeem, nu = Medewerker.objects.systeem(), verteller.wereld.moment(peildatum)
    with taken_achteraf(door=systeem, nu=nu):
        verteller.bijzonder()
        vul_bezwaren(
            verteller.wereld,
            jurist=verteller.collegas[Rol.JURIST],
            consulent=verteller.collegas[Rol.CONSULENT],
        )
        vul_bureau(
            oov=verteller.collegas[Rol.OOV],
            consulent=verteller.collegas[Rol.CONSULENT],
            op=peildatum,
            nu=nu,
        )
        bouw_toetsen(door=verteller.collegas[Rol.CONSULENT], nu=nu)
        plannen_maken(door=verteller.collegas[Rol.CONSULENT], nu=nu)
        vul_lessen(door=verteller.collegas[Rol.CONSULENT], nu=nu)
        vul_participatie(door=verteller.collegas[Rol.CONSULENT], nu=nu)
        vul_examens(door=verteller.collegas[Rol.CONSULENT], nu=nu)
        vul_ondertussen(door=verteller.collegas[Rol.CONSULENT], nu=nu)
        vul_uren(door=verteller.collegas[Rol.CONSULENT], nu=nu)
        vul_pvt(
            partner=verteller.collegas[Rol.PARTNER],
            consulent=verteller.collegas[Rol.CONSULENT],
            nu=nu,
        )
    vul_lasten(
        administratie=verteller.collegas[Rol.ADMINISTRATIE],
        collega=Medewerker.objects.get(email=f"{TWEEDE_ADMINISTRATIE}@{DOMEIN}"),
        huishouden=lambda n, dag: _vertel_een(Verhaal(ERBIJ + n, "huishouden", dag), verteller),
        nu=nu,
    )
    vul_coaching(
        partner=verteller.collegas[Rol.PARTNER],
        consulent=verteller.collegas[Rol.CONSULENT],
        nu=nu,
    )
    vul_ontzorgbrieven(administratie=verteller.collegas[Rol.ADMINISTRATIE], nu=nu)
    bouw_logo(door=systeem, nu=nu)
    bouw_taakstelling(peildatum=peildatum, door=verteller.collegas[Rol.OOV], nu=nu)
    bezwaartermijnen_afsluiten(door=systeem, nu=nu)
    signaleren(door=systeem, nu=nu)


def inloggegevens() -> list[tuple[str, str, str]]:
    """(role, e-mail address, password) of one colleague per role."""
    gezien: dict[str, str] = {}
    for _naam, adres, rol, _functie in MEDEWERKERS:
        gezien.setdefault(rol, f"{adres}@{DOMEIN}")
    return [(Rol(rol).label, email, DEMO_WACHTWOORD) for rol, email in gezien.items()]


# --- Stories -----------------------------------------------------------------------------------
def _verhalen(peildatum: date, schaal: float) -> Iterator[Verhaal]:
    nummers = count(1)
    for n in range(_aantal(ONDERTUSSEN, schaal)):
        stap = 2 * n * ONDERTUSSEN // _aantal(ONDERTUSSEN, schaal)
        yield Verhaal(next(nummers), "ondertussen", EERSTE_DAG + timedelta(days=stap))
    oudste = min(OUDSTE, (peildatum - EERSTE_WI2021).days)
    for dagen in _gespreid(_aantal(HUISHOUDENS, schaal), oudste):
        yield Verhaal(next(nummers), "huishouden", peildatum - timedelta(days=dagen))
    for dagen in _gespreid(_aantal(MIGRANTEN, schaal), oudste):
        yield Verhaal(next(nummers), "migrant", peildatum - timedelta(days=dagen))


def _gespreid(aantal: int, oudste: int) -> list[int]:
    """Days ago, so that every stage has people: more of the last half year than of before."""
    deel = [(n / max(1, aantal - 1)) ** 1.7 for n in range(aantal)]
    return sorted((round(JONGSTE + (oudste - JONGSTE) * d) for d in deel), reverse=True)


def _aantal(vol: int, schaal: float) -> int:
    return max(3, round(vol * schaal))


def _verdeel(verhalen: Iterable[Verhaal], processen: int) -> list[list[Verhaal]]:
    """Whole years, the largest first, each to who has least."""
    jaren: dict[int, list[Verhaal]] = {}
    for verhaal in verhalen:
        jaren.setdefault(verhaal.jaar, []).append(verhaal)
    groepen: list[list[Verhaal]] = [[] for _ in range(processen)]
    for groep in sorted(jaren.values(), key=_gewicht, reverse=True):
        min(groepen, key=_gewicht).extend(groep)
    return [groep for groep in groepen if groep]


def _gewicht(verhalen: list[Verhaal]) -> int:
    """A household takes about five times what somebody of the ondertussengroep takes."""
    return sum(1 if verhaal.soort == "ondertussen" else 5 for verhaal in verhalen)


def _vertel(verhalen: Iterable[Verhaal], verteller: Verteller) -> Iterator[Verhaal]:
    for verhaal in sorted(verhalen, key=lambda v: (v.begin, v.nummer)):
        _vertel_een(verhaal, verteller)
        yield verhaal


def _vertel_een(verhaal: Verhaal, verteller: Verteller) -> None:
    wereld = Wereld(verteller.wereld.peildatum, verteller.wereld.seed, verhaal.nummer)
    if Persoon.objects.filter(v_nummer=wereld.eerste_v_nummer).exists():
        return
    eigen = Verteller(wereld, verteller.collegas, verteller.consulenten, verteller.schans)
    nu = wereld.moment(wereld.peildatum)
    with taken_achteraf(door=Medewerker.objects.systeem(), nu=nu):
        getattr(eigen, verhaal.soort)(verhaal.begin)


# --- Processes ---------------------------------------------------------------------------------
def _vertel_samen(
    groepen: list[list[Verhaal]], verteller: Verteller, totaal: int, voortgang: Voortgang
) -> None:
    connections.close_all()
    omgeving = multiprocessing.get_context("fork")
    klaar: Any = omgeving.Queue()
    werkers = [
        omgeving.Process(target=_werker, args=(groep, verteller, klaar)) for groep in groepen
    ]
    for werker in werkers:
        werker.start()
    gedaan, lopend = 0, len(werkers)
    while lopend:
        bericht = klaar.get()
        if bericht == "verhaal":
            gedaan += 1
            voortgang(gedaan, totaal)
        else:
            lopend -= 1
    for werker in werkers:
        werker.join()
    if any(werker.exitcode for werker in werkers):
        raise RuntimeError("Een deel van de demo is mislukt; de fout staat hierboven.")


def _werker(verhalen: list[Verhaal], verteller: Verteller, klaar: Any) -> None:
    gc.disable()  # the process ends soon; looking for garbage would take a tenth of its time
    try:
        for _ in _vertel(verhalen, verteller):
            klaar.put("verhaal")
    finally:
        connections.close_all()
        klaar.put("klaar")


# --- Who and where -----------------------------------------------------------------------------
def _verteller(wereld: Wereld) -> Verteller:
    with spoor(door=Medewerker.objects.systeem(), nu=wereld.moment(EERSTE_DAG), reden="demo"):
        _gemeente()
        schans = Partnerorganisatie.objects.filter(naam=SCHANS).first()
        if schans is None:
            schans = Partnerorganisatie(naam=SCHANS)
            schans.save()
        wachtwoord = make_password(DEMO_WACHTWOORD)
        medewerkers = [_medewerker(schans, wachtwoord, *rij) for rij in MEDEWERKERS]
    collegas: dict[str, Medewerker] = {}
    consulenten = []
    for medewerker, (_naam, _adres, rol, _functie) in zip(medewerkers, MEDEWERKERS, strict=True):
        collegas.setdefault(rol, medewerker)
        if rol == Rol.CONSULENT:
            consulenten.append(medewerker)
    return Verteller(wereld, collegas, consulenten, schans)


def _gemeente() -> None:
    if Gemeente.objects.exists():
        return
    Gemeente(
        naam="Westerkwartier",
        code="1969",
        postadres="Postbus 100",
        postcode="9350 AC",
        plaats="Leek",
        telefoon="14 0594",
        email="inburgering@westerkwartier.example",
        mandaat="Namens burgemeester en wethouders van Westerkwartier,",
        bezwaar_organisatie="Burgemeester en wethouders van Westerkwartier",
    ).save()


def _medewerker(
    schans: Partnerorganisatie, wachtwoord: str, naam: str, adres: str, rol: str, functie: str
) -> Medewerker:
    email = f"{adres}@{DOMEIN}"
    medewerker = Medewerker.objects.filter(email=email).first()
    if medewerker is None:
        medewerker = Medewerker(
            email=email,
            naam=naam,
            functie=functie,
            telefoon="0594-000000",
            partnerorganisatie=schans if rol == Rol.PARTNER else None,
            password=wachtwoord,
        )
        with medewerker.zonder_geschiedenis():  # the account with its role is one line
            medewerker.save()
            medewerker.groups.add(Group.objects.get(name=rol))
        medewerker.save()
    return medewerker


def staat_er_al() -> bool:
    """Whether there are dossiers that no demo made: then the demo stays away."""
    return Inburgeraar.objects.exclude(consulent__email__endswith=f"@{DOMEIN}").exists()

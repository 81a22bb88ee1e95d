"""The running caseload as the import hands it over: rows in words, read by the columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from medewerkers.models import Medewerker
from opdrachten.soorten import Bevinding, Eenheid, Oordeel, Rij, Spoor
from tests.factories import NU, VANDAAG
from werkplek.livegang.oordelen import beoordeel
from werkplek.livegang.soort import LIVEGANG

ASIEL = {
    "achternaam": "Tesfay",
    "voornamen": "Selam",
    "geboortedatum": "12-04-1990",
    "plaats": "Leek",
    "woont_hier_sinds": "01-06-2024",
    "brp_op": "05-06-2024",
    "vergunning": "asiel",
    "vergunning_vanaf": "20-11-2023",
    "dossier": "ja",
    "stelsel": "Wi2021",
    "doelgroep": "Asielstatushouder",
    "begin_plicht": "02-05-2024",
    "kennisgeving_op": "02-05-2024",
}
"""Who lives here, has the duty, and waits for intake and plan."""

PLAN = {
    "intake_op": "20-06-2024",
    "pip_op": "08-07-2024",
    "pip_bekend_op": "09-07-2024",
    "leerroute": "B",
}
ONDERTUSSEN = {
    "achternaam": "Haddad",
    "voornamen": "Omar",
    "geboortedatum": "00-00-1980",
    "dossier": "ja",
    "stelsel": "ondertussengroep",
    "doelgroep": "Asielstatushouder",
    "begin_plicht": "01-04-2019",
}
KIND = {
    "voornamen": "Lula",
    "achternaam": "Tesfay",
    "geboortedatum": "03-03-2018",
    "rol": "kind",
    "dossier": "nee",
}


def rij(nummer: int, velden: dict[str, str]) -> Rij:
    waarden: dict[str, Any] = {
        naam: LIVEGANG.kolom(naam).lees(tekst) for naam, tekst in velden.items() if tekst
    }
    return Rij(nummer, waarden)


def eenheden(*rijen: dict[str, str]) -> list[Eenheid]:
    """Rows from line 2 on, put together by the column `gezin` as the import does it."""
    gezinnen: dict[str, list[Rij]] = defaultdict(list)
    for nummer, velden in enumerate(rijen, start=2):
        gezinnen[velden.get("gezin") or f"alleen {nummer}"].append(rij(nummer, velden))
    return [Eenheid(str(leden[0].nummer), tuple(leden)) for leden in gezinnen.values()]


def als_tabel(rijen: Iterable[dict[str, str]]) -> list[list[str]]:
    """With the headings of the template; a column that nobody filled is there too."""
    kolommen = LIVEGANG.kolommen
    regels = [[rij.get(kolom.naam, "") for kolom in kolommen] for rij in rijen]
    return [[kolom.label for kolom in kolommen], *regels]


def bevindingen(*rijen: dict[str, str]) -> list[Bevinding]:
    oordelen = beoordeel(eenheden(*rijen), VANDAAG, Medewerker.objects.systeem())
    return [bevinding for gevonden in oordelen.values() for bevinding in gevonden]


def fouten(*rijen: dict[str, str]) -> list[tuple[int | None, str, str]]:
    """Row, column and reason of everything that stops a household."""
    return [
        (bevinding.rij, bevinding.kolom, bevinding.reden)
        for bevinding in bevindingen(*rijen)
        if bevinding.oordeel == Oordeel.FOUT
    ]


def opmerkingen(*rijen: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (bevinding.kolom, bevinding.reden)
        for bevinding in bevindingen(*rijen)
        if bevinding.oordeel == Oordeel.NIEUW
    ]


def voer_alles_in(*rijen: dict[str, str], door: Any, keuze: str = "") -> list[Spoor]:
    """Judge and write, as after confirmation."""
    assert fouten(*rijen) == []
    return [
        spoor
        for eenheid in eenheden(*rijen)
        for spoor in LIVEGANG.voer_in(eenheid=eenheid, keuze=keuze, door=door, nu=NU)
    ]

"""Build the demo: the municipality, its colleagues, and everybody's story."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from django.contrib.auth.models import Group
from django.db import transaction

from inburgering.models import Inburgeraar
from inburgering.services.termijnen import signaleren
from medewerkers.enums import Rol
from medewerkers.models import Gemeente, Medewerker, Partnerorganisatie
from medewerkers.sporen import spoor
from werkplek.demo.namen import MEDEWERKERS
from werkplek.demo.verhalen import Verteller
from werkplek.demo.wereld import Wereld

DEMO_WACHTWOORD = "welkom-in-westerkwartier"  # printed at every start, demo only
DOMEIN = "demo.example"

HUISHOUDENS, MIGRANTEN, ONDERTUSSEN = 106, 35, 130
JONGSTE, OUDSTE = 3, 1650  # days since koppeling

Stap = tuple[str, Callable[[], object]]
Voortgang = Callable[[int, int, str], None]


def staat_er_al() -> bool:
    return Inburgeraar.objects.exists()


def bouw_demo(
    *,
    peildatum: date,
    seed: int = 1,
    schaal: float = 1.0,
    voortgang: Voortgang = lambda gedaan, totaal, wat: None,
) -> None:
    """About 330 people at scale 1, up to and including `peildatum`. All of it or nothing."""
    wereld = Wereld(peildatum=peildatum, seed=seed)
    with transaction.atomic():
        verteller = _verteller(wereld)
        stappen = list(_stappen(verteller, schaal))
        for gedaan, (wat, vertel) in enumerate(stappen, start=1):
            vertel()
            voortgang(gedaan, len(stappen), wat)
        systeem = Medewerker.objects.systeem()
        signaleren(door=systeem, nu=wereld.moment(peildatum))


def _stappen(verteller: Verteller, schaal: float) -> Iterator[Stap]:
    """Oldest first, so that dossier numbers follow time within a kind."""
    for nummer in range(_aantal(ONDERTUSSEN, schaal)):
        yield "ondertussengroep", lambda nummer=nummer: verteller.ondertussen(nummer)
    for dagen in _gespreid(_aantal(HUISHOUDENS, schaal)):
        yield "huishoudens", lambda dagen=dagen: verteller.huishouden(dagen)
    for dagen in _gespreid(_aantal(MIGRANTEN, schaal)):
        yield "gezins- en overige migranten", lambda dagen=dagen: verteller.migrant(dagen)
    yield "bijzondere dossiers", verteller.bijzonder


def _gespreid(aantal: int) -> list[int]:
    """Days ago, spread so that every stage has people: more of the last half year than before."""
    return sorted(
        {
            round(JONGSTE + (OUDSTE - JONGSTE) * (n / max(1, aantal - 1)) ** 1.7)
            for n in range(aantal)
        },
        reverse=True,
    )


def _aantal(vol: int, schaal: float) -> int:
    return max(3, round(vol * schaal))


def _verteller(wereld: Wereld) -> Verteller:
    systeem = Medewerker.objects.systeem()
    begin = wereld.moment(date(2021, 1, 4))
    with spoor(door=systeem, nu=begin, reden="demo"):
        _gemeente()
        schans, _ = Partnerorganisatie.objects.get_or_create(naam="De Schans / VluchtelingenWerk")
        medewerkers = [_medewerker(schans, *rij) for rij in MEDEWERKERS]
    collegas: dict[str, Medewerker] = {}
    for medewerker, (_naam, _adres, rol, _functie) in zip(medewerkers, MEDEWERKERS, strict=True):
        collegas.setdefault(rol, medewerker)
    consulenten = [
        m for m, rij in zip(medewerkers, MEDEWERKERS, strict=True) if rij[2] == "consulent"
    ]
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
        mandaat="Namens burgemeester en wethouders van Westerkwartier,\n\nde consulent Mens & Gezin",
        bezwaar_organisatie="Burgemeester en wethouders van Westerkwartier",
    ).save()


def _medewerker(
    schans: Partnerorganisatie, naam: str, adres: str, rol: str, functie: str
) -> Medewerker:
    email = f"{adres}@{DOMEIN}"
    bestaand = Medewerker.objects.filter(email=email).first()
    if bestaand is not None:
        return bestaand
    medewerker = Medewerker.objects.create_user(email, naam, DEMO_WACHTWOORD)
    medewerker.functie = functie
    medewerker.telefoon = "0594 – 55 55 55"
    medewerker.partnerorganisatie = schans if rol == Rol.PARTNER else None
    medewerker.save()
    medewerker.groups.add(Group.objects.get(name=rol))
    return medewerker


def inloggegevens() -> list[tuple[str, str, str]]:
    """(role, e-mail address, password) of one colleague per role."""
    gezien: dict[str, str] = {}
    for _naam, adres, rol, _functie in MEDEWERKERS:
        gezien.setdefault(rol, f"{adres}@{DOMEIN}")
    return [(Rol(rol).label, email, DEMO_WACHTWOORD) for rol, email in gezien.items()]

"""Providers in the demo: three schools, a college, and De Schans; invented but for the last."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from inburgering.datums import lokale_datum
from leerroutes.enums import AanbiederSoort, Fase, KeurmerkSoort, TariefEenheid
from leerroutes.models import Aanbieder
from leerroutes.services.aanbieders import (
    AanbiederGegevens,
    KeurmerkGegevens,
    aanbieder_toevoegen,
    keurmerk_toevoegen,
)
from leerroutes.services.aanbieders_contract import (
    ContractGegevens,
    ContractgesprekGegevens,
    TariefGegevens,
    contract_toevoegen,
    contractgesprek_vastleggen,
    tarief_toevoegen,
)
from leerroutes.services.enquete import Antwoord, enquete_maken, ervaring_geven
from leerroutes.services.klachten import klacht_afhandelen, klacht_vastleggen
from medewerkers.models import Medewerker, Partnerorganisatie

LAUWERS, WOORDHUIS, STERK = "Taalschool De Lauwers", "Het Woordhuis", "Sterk in Taal"
NOORDSTER, SCHANS = "Noordster College (mbo)", "De Schans"
_TAAL, _BOW = AanbiederSoort.TAAL, KeurmerkSoort.BLIK_OP_WERK
_EERSTE_KEURMERK = date(2020, 1, 1)
_EERSTE_CONTRACT = date(2022, 1, 1)
_INKOOP = {"regionaal": True, "penvoerder": "Gemeente Groningen", "gemeenten": 20}

# (name, place, what it gives, number at DUO, the mark, and its last day in days from today)
_SCHOLEN: tuple[tuple[str, str, list[str], str, KeurmerkSoort, int], ...] = (
    (LAUWERS, "Leek", [_TAAL], "3000000101", _BOW, 420),
    (WOORDHUIS, "Groningen", [_TAAL], "3000000102", _BOW, 51),
    (STERK, "Zuidhorn", [_TAAL, AanbiederSoort.PARTICIPATIE], "3000000103", _BOW, 700),
    (
        NOORDSTER,
        "Groningen",
        [AanbiederSoort.TAALSCHAKEL],
        "3000000104",
        KeurmerkSoort.DIPLOMA_ERKENNING,
        900,
    ),
)
_CIJFERS = ((5, 5, 4, 3), (4, 5, 4, 4), (4, 4, 3, 2), (5, 4, 5, 4), (3, 4, 4, 3), (4, 4, 4, 4))
_WOORDEN = {0: "De juf legt goed uit.", 2: "Het gaat te snel.", 5: "Graag meer spreken in de les."}


def vul_aanbieders(
    *, contractbeheer: Medewerker, consulent: Medewerker, schans: Partnerorganisatie, nu: datetime
) -> None:
    """Before the stories, which place people here. Twice is once."""
    if Aanbieder.objects.exists():
        return
    scholen = {rij[0]: _school(*rij, door=contractbeheer, nu=nu) for rij in _SCHOLEN}
    _contracten(scholen, door=contractbeheer, nu=nu)
    _schans(schans, door=contractbeheer, nu=nu)
    _gesprekken(scholen[LAUWERS], door=contractbeheer, nu=nu)
    _klachten(scholen[WOORDHUIS], contractbeheer=contractbeheer, consulent=consulent, nu=nu)
    _enquetes(scholen[LAUWERS], door=contractbeheer, nu=nu)


def _school(
    naam: str,
    plaats: str,
    soorten: list[str],
    nummer: str,
    keurmerk: KeurmerkSoort,
    dagen: int,
    *,
    door: Medewerker,
    nu: datetime,
) -> Aanbieder:
    domein = naam.split("(")[0].lower().replace(" ", "")
    school = aanbieder_toevoegen(
        gegevens=AanbiederGegevens(
            naam=naam,
            soorten=soorten,
            instellingsnummer=nummer,
            plaats=plaats,
            contactpersoon="Planning en aanmelding",
            telefoon="050-0000000",
            email=f"planning@{domein}.example",
        ),
        door=door,
        nu=nu,
    )
    vandaag = lokale_datum(nu)
    keurmerk_toevoegen(
        aanbieder_id=school.pk,
        gegevens=KeurmerkGegevens(
            soort=keurmerk,
            start_op=_EERSTE_KEURMERK,
            eind_op=vandaag + timedelta(days=dagen),
            nummer=f"K-{nummer[-3:]}",
            gecontroleerd_op=vandaag - timedelta(days=40),
        ),
        door=door,
        nu=nu,
    )
    return school


def _contracten(scholen: dict[str, Aanbieder], *, door: Medewerker, nu: datetime) -> None:
    for perceel, (naam, capaciteit, uurprijs) in enumerate(
        ((LAUWERS, 40, "11.85"), (WOORDHUIS, 25, "12.40"), (STERK, 60, "11.20")), start=1
    ):
        _contract(scholen[naam], "B1- en Z-route", perceel, capaciteit, uurprijs, door, nu)
    _contract(scholen[NOORDSTER], "Onderwijsroute", 4, 15, "", door, nu)


def _contract(
    school: Aanbieder,
    naam: str,
    perceel: int,
    capaciteit: int,
    uurprijs: str,
    door: Medewerker,
    nu: datetime,
) -> None:
    """Five years, of which the end comes when the demo is at its day; prices went up once."""
    vandaag = lokale_datum(nu)
    eind = vandaag + timedelta(days=300)
    contract = contract_toevoegen(
        aanbieder_id=school.pk,
        gegevens=ContractGegevens(
            naam=naam,
            kenmerk="ARG-INB-2021",
            perceel=f"perceel {perceel}",
            start_op=_EERSTE_CONTRACT,
            eind_op=eind,
            opzeggen_voor_op=eind - timedelta(days=180),
            capaciteit=capaciteit,
            weken_tot_start=6,
            **_INKOOP,  # type: ignore[arg-type]  # one dictionary of a flag, a name and a number
        ),
        door=door,
        nu=nu,
    )
    omhoog = date(vandaag.year, 1, 1)
    for tarief in _tarieven(uurprijs, omhoog):
        tarief_toevoegen(contract_id=contract.pk, gegevens=tarief, door=door, nu=nu)


def _tarieven(uurprijs: str, omhoog: date) -> list[TariefGegevens]:
    if not uurprijs:
        return [
            TariefGegevens(
                onderdeel="Taalschakeltraject",
                eenheid=TariefEenheid.TRAJECT,
                bedrag=Decimal("13500.00"),
                start_op=_EERSTE_CONTRACT,
            )
        ]
    uur = TariefEenheid.UUR
    oud, nieuw = Decimal(uurprijs), Decimal(uurprijs) + Decimal("0.45")
    les = "Les in een groep"
    gisteren = omhoog - timedelta(days=1)
    return [
        TariefGegevens(
            onderdeel=les, eenheid=uur, bedrag=oud, start_op=_EERSTE_CONTRACT, eind_op=gisteren
        ),
        TariefGegevens(onderdeel=les, eenheid=uur, bedrag=nieuw, start_op=omhoog),
        TariefGegevens(
            onderdeel="Alfabetisering",
            eenheid=uur,
            bedrag=oud + Decimal("1.60"),
            start_op=_EERSTE_CONTRACT,
        ),
    ]


def _schans(partner: Partnerorganisatie, *, door: Medewerker, nu: datetime) -> None:
    schans = aanbieder_toevoegen(
        gegevens=AanbiederGegevens(
            naam=SCHANS,
            soorten=[AanbiederSoort.PVT, AanbiederSoort.BEGELEIDING],
            plaats="Leek",
            contactpersoon="Team statushouders",
            partner=partner,
        ),
        door=door,
        nu=nu,
    )
    contract_toevoegen(
        aanbieder_id=schans.pk,
        gegevens=ContractGegevens(
            naam="PVT en maatschappelijke begeleiding", start_op=_EERSTE_CONTRACT
        ),
        door=door,
        nu=nu,
    )


def _gesprekken(school: Aanbieder, *, door: Medewerker, nu: datetime) -> None:
    vandaag = lokale_datum(nu)
    for dagen, verslag, afspraken in (
        (200, "De wachttijd is te lang: acht weken.", "Er start een avondgroep."),
        (95, "De avondgroep loopt. De wachttijd is nu vijf weken.", ""),
    ):
        contractgesprek_vastleggen(
            aanbieder_id=school.pk,
            gegevens=ContractgesprekGegevens(
                op=vandaag - timedelta(days=dagen),
                met="Directeur en planner",
                verslag=verslag,
                afspraken=afspraken,
                volgend_op=vandaag - timedelta(days=dagen - 105),
            ),
            door=door,
            nu=nu,
        )


def _klachten(
    school: Aanbieder, *, contractbeheer: Medewerker, consulent: Medewerker, nu: datetime
) -> None:
    vandaag = lokale_datum(nu)
    klachten = [
        klacht_vastleggen(
            aanbieder_id=school.pk,
            ontvangen_op=vandaag - timedelta(days=dagen),
            onderwerp=onderwerp,
            tekst=tekst,
            door=consulent,
            nu=nu,
        )
        for dagen, onderwerp, tekst in (
            (60, "Steeds een andere docent", "In twee maanden waren er vijf docenten."),
            (6, "Les valt uit zonder bericht", "De groep stond voor een dichte deur."),
        )
    ]
    klacht_afhandelen(
        klacht_id=klachten[0].pk,
        versie=None,
        uitkomst="Besproken met de school. Er is weer een vaste docent.",
        door=contractbeheer,
        nu=nu,
    )


def _enquetes(school: Aanbieder, *, door: Medewerker, nu: datetime) -> None:
    """One with an outcome, one with too few answers to show, one that is open."""
    for fase, dagen, antwoorden in (
        (Fase.START, 200, 6),
        (Fase.HALVERWEGE, 130, 4),
        (Fase.HALVERWEGE, 20, 3),
    ):
        toen = nu - timedelta(days=dagen)
        begin = lokale_datum(toen)
        enquete = enquete_maken(
            aanbieder_id=school.pk,
            fase=fase,
            start_op=begin,
            eind_op=begin + timedelta(days=60),
            door=door,
            nu=toen,
        )
        for nummer in range(antwoorden):
            les, docent, begeleiding, tempo = _CIJFERS[nummer]
            antwoord = Antwoord(
                taal="nl" if nummer % 3 else "en",
                les=les,
                docent=docent,
                begeleiding=begeleiding,
                tempo=tempo,
                opmerking=_WOORDEN.get(nummer, ""),
            )
            ervaring_geven(
                enquete_id=enquete.pk, antwoord=antwoord, op=begin + timedelta(days=7 + nummer)
            )

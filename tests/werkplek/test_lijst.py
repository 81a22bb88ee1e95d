"""The list: everybody once, in order, at any depth; found however the name is spelled."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.test import Client
from django.urls import reverse

from inburgering.datums import OnzekereDatum
from inburgering.enums import Regime
from inburgering.models import Inburgeraar, Persoon, Raadpleging
from inburgering.services.dossiers import sluiten_voor_anderen
from medewerkers.models import Gemeente, Medewerker
from tests.factories import NU, VANDAAG, een_dossier, geldig_bsn, persoongegevens
from werkplek.queries.lijst import (
    PER_PAGINA,
    SORTERINGEN,
    dossiers,
    filter_op,
    gevonden,
    pagina,
    zoek,
)
from wet.doelgroepen import Doelgroep

pytestmark = pytest.mark.django_db


def _dossier(naam: str, **velden: Any) -> Inburgeraar:
    voor, _, achter = naam.partition(" ")
    return een_dossier(
        gegevens=persoongegevens(voornamen=voor, achternaam=achter or voor), **velden
    )


def _namen(medewerker: Medewerker, vraag: str) -> list[str]:
    return [regel.naam for regel in gevonden(zoek(dossiers(medewerker), vraag)).regels]


@pytest.mark.parametrize("sleutel", SORTERINGEN)
def test_bladeren_toont_iedereen_een_keer_heen_en_terug(
    sleutel: str, gemeente: Gemeente, consulent: Medewerker
) -> None:
    aantal = 2 * PER_PAGINA + 3
    for n in range(aantal):
        kennisgeving = VANDAAG - timedelta(days=n) if n % 3 else None
        een_dossier(
            consulent=consulent,
            doelgroep=Doelgroep.OVERIG,
            gegevens=persoongegevens(achternaam=f"Naam {n % 7}"),
            kennisgeving_op=kennisgeving,
        )
    sortering = SORTERINGEN[sleutel]

    heen, cursor = [], ""
    while True:
        blad = pagina(dossiers(consulent), sortering, cursor)
        heen.append([regel.nummer for regel in blad.regels])
        if not blad.volgende:
            break
        cursor = blad.volgende
    terug, cursor = [heen[-1]], blad.vorige
    while cursor:
        blad = pagina(dossiers(consulent), sortering, cursor)
        terug.insert(0, [regel.nummer for regel in blad.regels])
        cursor = blad.vorige

    alle = [nummer for blad_nummers in heen for nummer in blad_nummers]
    assert sorted(alle) == sorted(Inburgeraar.objects.values_list("dossiernummer", flat=True))
    assert len(alle) == len(set(alle)) == aantal
    assert terug == heen


def test_people_stand_in_the_order_of_the_alphabet(
    gemeente: Gemeente, consulent: Medewerker
) -> None:
    for naam in (
        "Nabil Al-Ahmad",
        "Yasmin Alberts",
        "Hala Al-Ahmad",
        "Élise Zand",
        "Quirijn Quist",
        "Jan Kist",
        "Dima Al-Ahmad",
        "Ahmad Al",
        "Yasmin Al-Ahmad",
        "Zahra",
    ):
        _dossier(naam, consulent=consulent)

    blad = pagina(dossiers(consulent), SORTERINGEN["naam"], "")

    assert [regel.naam for regel in blad.regels] == [
        "Al, Ahmad",
        "Al-Ahmad, Dima",
        "Al-Ahmad, Hala",
        "Al-Ahmad, Nabil",
        "Al-Ahmad, Yasmin",
        "Alberts, Yasmin",
        "Kist, Jan",
        "Quist, Quirijn",
        "Zahra, Zahra",
        "Zand, Élise",
    ]


def test_who_was_there_before_the_key_gets_it(gemeente: Gemeente, consulent: Medewerker) -> None:
    _dossier("Dima Al-Ahmad", consulent=consulent)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE inburgering_persoon SET sorteernaam = ''")

    stap = ("inburgering", "0003_sorteernaam")
    toen = MigrationLoader(connection).project_state([stap]).apps

    import_module(".migrations.".join(stap)).vul(toen, None)

    assert list(Persoon.objects.values_list("sorteernaam", flat=True)) == ["al ahmad\tdima"]


def test_geknoeide_cursor_is_de_eerste_pagina(klant: Client, gemeente: Gemeente) -> None:
    _dossier("Selam Tesfay")

    for cursor in ("x", "e30=", "%00", "W10="):
        antwoord = klant.get(reverse("inburgeraars"), {"cursor": cursor})
        assert antwoord.status_code == 200


@pytest.mark.parametrize(
    ("staat", "gezocht"),
    [
        ("Selam Tesfay", "tesfai"),
        ("Selam Tesfay", "Tesfay, Selam"),
        ("Mohammed Al-Hassan", "muhamad"),
        ("Yousef Haddad", "jusef"),
        ("Gülşen Öztürk", "ozturk"),
        ("Feven Gebremedhin", "gebremedin"),
    ],
)
def test_naam_wordt_gevonden_hoe_hij_ook_is_gespeld(
    staat: str, gezocht: str, consulent: Medewerker, gemeente: Gemeente
) -> None:
    dossier = _dossier(staat)
    _dossier("Hans Bakker")

    assert _namen(consulent, gezocht) == [dossier.persoon.naam]


def test_zoeken_op_nummer(consulent: Medewerker, gemeente: Gemeente) -> None:
    bsn = geldig_bsn()
    dossier = een_dossier(gegevens=persoongegevens(v_nummer="0123456789", bsn=bsn))
    een_dossier()

    for vraag in (dossier.dossiernummer, "0123456789", "123456789", bsn, f" {bsn} "):
        assert _namen(consulent, vraag) == [dossier.persoon.naam], vraag


@pytest.mark.parametrize("vraag", ["%", "'", "' OR 1=1 --", "\\", "x" * 10_000, "سلام", "  ", "_"])
def test_vreemde_vraag_geeft_een_gewone_pagina(
    vraag: str, klant: Client, gemeente: Gemeente
) -> None:
    _dossier("Selam Tesfay")

    antwoord = klant.get(reverse("inburgeraars"), {"q": vraag})

    assert antwoord.status_code == 200


def test_zoeken_op_bsn_wordt_vastgelegd(
    klant: Client, consulent: Medewerker, gemeente: Gemeente
) -> None:
    bsn = geldig_bsn()
    dossier = een_dossier(gegevens=persoongegevens(bsn=bsn))

    klant.get(reverse("inburgeraars"), {"q": bsn})

    (regel,) = Raadpleging.objects.all()
    assert (regel.inburgeraar, regel.medewerker, regel.onderdeel) == (
        dossier,
        consulent,
        "BSN gezocht",
    )


def test_gesloten_dossier_staat_er_niet_voor_anderen(
    consulent: Medewerker, teamleider: Medewerker, gemeente: Gemeente
) -> None:
    dossier = een_dossier()
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="privé"
    )

    for medewerker, verwacht in ((consulent, []), (teamleider, [dossier.persoon.naam])):
        assert _namen(medewerker, dossier.dossiernummer) == verwacht
        assert [r.nummer for r in _eerste(medewerker)] == [dossier.dossiernummer for _ in verwacht]


def _eerste(medewerker: Medewerker) -> Any:
    return pagina(dossiers(medewerker), SORTERINGEN["naam"], "").regels


def test_filters(consulent: Medewerker, teamleider: Medewerker, gemeente: Gemeente) -> None:
    asiel = een_dossier(consulent=consulent)
    migrant = een_dossier(consulent=teamleider, doelgroep=Doelgroep.OVERIG, kennisgeving_op=VANDAAG)
    oud = een_dossier(regime=Regime.WI2013, wordt_gehuisvest=False)

    def nummers(**keuzes: Any) -> set[str]:
        rijen = filter_op(dossiers(consulent), keuzes, op=VANDAAG)
        return set(rijen.values_list("dossiernummer", flat=True))

    assert nummers() == {d.dossiernummer for d in (asiel, migrant, oud)}
    assert nummers(doelgroep="overig") == {migrant.dossiernummer}
    assert nummers(stelsel="Wi2013") == {oud.dossiernummer}
    assert nummers(consulent=consulent) == {asiel.dossiernummer}
    assert nummers(schakel="2") == {asiel.dossiernummer}
    assert nummers(schakel="3") == {migrant.dossiernummer}
    assert nummers(termijn="3") == {migrant.dossiernummer}
    assert nummers(termijn="1") == set()


def test_een_naam_alleen_en_een_jaar_alleen(klant: Client, gemeente: Gemeente) -> None:
    een_dossier(
        gegevens=persoongegevens(
            voornamen="", achternaam="Suharti", geboortedatum=OnzekereDatum(1990)
        )
    )

    antwoord = klant.get(reverse("inburgeraars"), {"q": "suharti"})

    assert antwoord.status_code == 200
    assert "Suharti" in antwoord.content.decode()

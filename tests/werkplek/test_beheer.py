"""Beheer: who may come in, what the pages show, and what the log keeps to itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from besluiten.models import Brieftekst
from besluiten.teksten import STANDAARD
from inburgering.models import Raadpleging
from inburgering.services.sporen import raadplegen
from medewerkers.enums import Rol
from medewerkers.models import Gemeente
from medewerkers.services import WESTERKWARTIER, gemeente_inrichten
from tests.factories import NU, MedewerkerFactory, PartnerorganisatieFactory, een_dossier
from werkplek.queries.raadplegingen import PER_PAGINA, raadplegingen

PAGINAS = [
    "/beheer/accounts/",
    "/beheer/accounts/nieuw/",
    "/beheer/partners/",
    "/beheer/partners/nieuw/",
    "/beheer/gemeente/",
    "/beheer/brieven/",
    "/beheer/raadplegingen/",
    "/beheer/gezondheid/",
]

GEMEENTE = {
    "naam": "Westerkwartier",
    "code": "1969",
    "postadres": "Postbus 100",
    "postcode": "9350ac",
    "plaats": "Leek",
    "telefoon": "14 0594",
    "email": "info@westerkwartier.example",
    "team": "Mens & Gezin",
    "mandaat": "Namens het college",
    "bezwaar_organisatie": "College van Westerkwartier",
    "beroep_rechtbank": "Rechtbank Noord-Nederland",
}


@pytest.mark.parametrize("pad", PAGINAS)
def test_the_beheerder_sees_each_page_and_the_consulent_none(client_als, beheerder, consulent, pad):
    assert client_als(beheerder).get(pad).status_code == 200
    assert client_als(consulent).get(pad).status_code == 403


def test_the_shell_has_one_item_beheer_with_its_pages_beneath(client_als, beheerder):
    antwoord = client_als(beheerder).get("/beheer/gemeente/")

    hoofd = [(punt.tekst, punt.actief) for punt in antwoord.context["navigatie"]]
    onder = [punt.tekst for punt in antwoord.context["beheer"] if punt.actief]
    assert hoofd == [("Aanbieders", False), ("Beheer", True)]
    assert onder == ["Gemeente"]


# --- The municipality --------------------------------------------------------------------------
@pytest.mark.django_db
def test_the_first_start_gives_the_municipality_once(beheerder):
    eerste = gemeente_inrichten(door=beheerder, nu=NU)
    tweede = gemeente_inrichten(door=beheerder, nu=NU)

    assert (eerste.pk, eerste.code, eerste.versie) == (1, WESTERKWARTIER.code, 1)
    assert tweede.versie == 1


def test_what_is_filled_in_is_kept_with_a_tidy_postcode(client_als, beheerder):
    antwoord = client_als(beheerder).post("/beheer/gemeente/", GEMEENTE)

    gemeente = Gemeente.objects.get()
    assert antwoord.url == "/beheer/gemeente/"
    assert (gemeente.postcode, gemeente.vier_ogen_pip) == ("9350 AC", False)
    assert gemeente.history.get().history_user == beheerder


def test_a_wrong_postcode_is_said_by_the_field(client_als, beheerder):
    antwoord = client_als(beheerder).post("/beheer/gemeente/", GEMEENTE | {"postcode": "Leek"})

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors == {"postcode": ["Schrijf de postcode als 1234 AB."]}
    assert not Gemeente.objects.exists()


def test_who_saves_second_is_told_what_the_first_changed(client_als, beheerder, gemeente):
    client = client_als(beheerder)
    geopend = {"versie": gemeente.versie}
    client.post("/beheer/gemeente/", GEMEENTE | geopend | {"team": "Inburgering"})

    antwoord = client.post("/beheer/gemeente/", GEMEENTE | geopend | {"plaats": "Marum"})

    keuzes = {veld.naam: veld.keuze for veld in antwoord.context["velden"]}
    assert antwoord.status_code == 409
    assert (keuzes["team"], keuzes["plaats"]) == ("nu", "mijn")
    assert Gemeente.objects.get().plaats == "Leek"


# --- Letter texts ------------------------------------------------------------------------------
@pytest.mark.django_db
def test_every_paragraph_has_its_row_from_the_start():
    rijen = dict(Brieftekst.objects.values_list("sleutel", "tekst"))

    assert rijen == {sleutel: tekst for sleutel, (_titel, tekst) in STANDAARD.items()}


def test_a_text_is_rewritten(client_als, beheerder):
    tekst = Brieftekst.objects.get(sleutel="pip_contact")
    pad = f"/beheer/brieven/{tekst.pk}/"

    antwoord = client_als(beheerder).post(pad, {"tekst": "Bel ons.", "versie": tekst.versie})

    regels = {
        regel.titel: regel for regel in client_als(beheerder).get(antwoord.url).context["regels"]
    }
    assert antwoord.url == "/beheer/brieven/"
    assert regels["PIP: contact"].eigen
    assert regels["PIP: contact"].door == beheerder.naam


# --- Who looked --------------------------------------------------------------------------------
@pytest.fixture
def gekeken(consulent, teamleider):
    """Two colleagues, two dossiers, two days."""
    een, twee = een_dossier(consulent=consulent), een_dossier(consulent=consulent)
    raadplegen(dossier=een, onderdeel="PIP", medewerker=consulent, nu=NU - timedelta(days=1))
    raadplegen(dossier=een, onderdeel="Contact", medewerker=teamleider, nu=NU)
    raadplegen(dossier=twee, onderdeel="PIP", medewerker=consulent, nu=NU)
    return een, twee


def test_the_log_shows_the_newest_first_and_no_name_of_a_client(client_als, beheerder, gekeken):
    antwoord = client_als(beheerder).get("/beheer/raadplegingen/")

    regels = antwoord.context["blad"].regels
    assert [(r.wie, r.onderdeel) for r in regels] == [
        ("Marieke Bos", "PIP"),
        ("Jan Postma", "Contact"),
        ("Marieke Bos", "PIP"),
    ]
    for dossier in gekeken:
        assert dossier.persoon.achternaam not in antwoord.content.decode()


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ({"van": "02-03-2026"}, 2),
        ({"tot": "1-3-2026"}, 1),
        ({"van": "geen datum"}, 3),
        ({"dossiernummer": "2026-0001"}, 2),
        ({"dossiernummer": "2026-0009"}, 0),
    ],
)
def test_the_log_is_filtered(client_als, beheerder, gekeken, vraag, verwacht):
    antwoord = client_als(beheerder).get("/beheer/raadplegingen/", vraag)

    assert len(antwoord.context["blad"].regels) == verwacht


def test_the_log_is_filtered_on_a_colleague(client_als, beheerder, teamleider, gekeken):
    antwoord = client_als(beheerder).get("/beheer/raadplegingen/", {"medewerker": teamleider.pk})

    assert [regel.wie for regel in antwoord.context["blad"].regels] == ["Jan Postma"]


def test_the_log_is_read_page_by_page_and_misses_nothing(consulent):
    dossier = een_dossier(consulent=consulent)
    for _ in range(PER_PAGINA + 5):  # at one moment, so that the key must break the tie
        raadplegen(dossier=dossier, onderdeel="PIP", medewerker=consulent, nu=NU)

    eerste = raadplegingen({}, "")
    tweede = raadplegingen({}, eerste.volgende)

    assert (len(eerste.regels), len(tweede.regels), tweede.volgende) == (PER_PAGINA, 5, "")
    assert raadplegingen({}, "onzin_12").regels == eerste.regels
    assert Raadpleging.objects.count() == PER_PAGINA + 5


# --- Partners ----------------------------------------------------------------------------------
def test_an_organisation_is_added_once(client_als, beheerder):
    client = client_als(beheerder)

    client.post("/beheer/partners/nieuw/", {"naam": "De Schans"})
    antwoord = client.post("/beheer/partners/nieuw/", {"naam": "de schans"})

    assert antwoord.context["form"].errors == {"naam": ["Deze organisatie staat al in de lijst."]}


def test_the_list_of_partners_counts_open_accounts(client_als, beheerder):
    organisatie = PartnerorganisatieFactory(naam="De Schans")
    MedewerkerFactory(rol=Rol.PARTNER, partnerorganisatie=organisatie)

    antwoord = client_als(beheerder).get("/beheer/partners/")

    assert [(r.naam, r.collegas) for r in antwoord.context["regels"]] == [("De Schans", 1)]


# --- Where one lands ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("rol", "pad"),
    [
        (Rol.CONSULENT, "/"),
        (Rol.TEAMLEIDER, "/"),
        (Rol.OOV, "/overdrachten/"),
        (Rol.ADMINISTRATIE, "/ontzorgen/"),
        (Rol.JURIST, "/bezwaren/"),
        (Rol.CONTRACTBEHEER, "/aanbieders/"),
        (Rol.PARTNER, "/clienten/"),
        (Rol.BEHEERDER, "/beheer/accounts/"),
    ],
)
@pytest.mark.django_db
def test_each_role_lands_on_a_page_it_may_see(client_als, rol, pad):
    client = client_als(MedewerkerFactory(rol=rol))

    antwoord = client.get("/start/")

    assert antwoord.url == pad
    assert client.get(antwoord.url).status_code == 200


@pytest.mark.parametrize(
    ("rol", "woord"),
    [
        (Rol.MANAGEMENT, "Stuurinformatie"),
        (None, "geen rol"),
    ],
)
@pytest.mark.django_db
def test_a_role_without_pages_reads_what_will_come(client_als, rol, woord):
    antwoord = client_als(MedewerkerFactory(rol=rol)).get("/start/")

    assert antwoord.status_code == 200
    assert woord in antwoord.content.decode()

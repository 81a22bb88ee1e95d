"""The pages of a file: who sees them, what they say, what a button does."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from inburgering.models import Persoon
from medewerkers.models import Medewerker
from opdrachten.enums import OpdrachtStatus
from opdrachten.models import Opdracht
from opdrachten.services.ontvangen import lezen
from tests.factories import NU
from tests.opdrachten.hulp import GEZIN, KOP, als_csv, geplaatst, ingevoerd, invoeren

pytestmark = pytest.mark.django_db


@pytest.fixture
def klant(client_als: Callable[[Medewerker], Client], oov: Medewerker) -> Client:
    return client_als(oov)


def stuur(klant: Client, inhoud: bytes, naam: str = "lijst.csv"):
    bestand = SimpleUploadedFile(naam, inhoud)
    return klant.post(reverse("opdracht-nieuw", args=["proef"]), {"bestand": bestand})


def test_a_file_goes_from_upload_to_people(klant):
    antwoord = stuur(klant, als_csv(GEZIN).encode())
    opdracht = Opdracht.objects.get()
    assert antwoord.url == reverse("opdracht", args=[opdracht.pk])
    assert "Wordt gelezen" in klant.get(antwoord.url).content.decode()

    lezen(opdracht_id=opdracht.pk, nu=NU)
    pagina = klant.get(antwoord.url).content.decode()
    assert "2 gezinnen (3 regels) worden nieuw ingevoerd." in pagina
    assert "Selam Tesfay" in pagina
    assert Persoon.objects.count() == 0

    opdracht.refresh_from_db()
    bevestigen = reverse("opdracht-bevestigen", args=[opdracht.pk])
    assert f'value="{opdracht.versie}"' in klant.get(bevestigen).content.decode()
    klant.post(bevestigen, {"versie": opdracht.versie})
    invoeren(opdracht)
    assert "Ingevoerd op" in klant.get(antwoord.url).content.decode()
    assert Persoon.objects.count() == 3


def test_a_file_that_cannot_be_read_says_so_by_the_field(klant):
    antwoord = stuur(klant, b"PK\x03\x04rommel", "lijst.xlsx")

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors["bestand"] == [
        "Dit bestand is geen leesbare werkmap. Open het in Excel en sla het opnieuw op."
    ]
    assert Opdracht.objects.count() == 0


def test_a_file_of_fifty_megabytes_gets_a_friendly_answer(klant):
    antwoord = stuur(klant, b"x" * 50 * 1024**2)

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors["bestand"] == [
        "Het bestand is groter dan 20 MB. Verdeel het over meer bestanden."
    ]


def test_another_room_sees_neither_kind_nor_file(client_als, oov, teamleider):
    opdracht = geplaatst(oov)
    klant = client_als(teamleider)

    assert klant.get(reverse("opdracht", args=[opdracht.pk])).status_code == 404
    assert klant.get(reverse("opdracht-nieuw", args=["proef"])).status_code == 404
    assert "lijst.csv" not in klant.get(reverse("opdrachten")).content.decode()


def test_who_enters_no_files_is_refused(client_als, partner):
    assert client_als(partner).get(reverse("opdrachten")).status_code == 403


def test_a_likely_duplicate_shows_whom_it_resembles_and_takes_a_choice(klant, oov):
    ingevoerd(oov)
    opdracht = geplaatst(oov, [KOP, ("", "Selaam", "Tesfai", "14-02-1990", "", "")])
    url = reverse("opdracht", args=[opdracht.pk])
    nummer = Persoon.objects.get(voornamen="Selam").inburgeraar.dossiernummer

    pagina = klant.get(url).content.decode()
    assert "Waarschijnlijk dubbel" in pagina
    assert "Tesfay, Selam</a>, geboren 14-02-1990" in pagina
    assert reverse("persoon", args=[nummer]) in pagina

    antwoord = klant.post(
        reverse("opdracht-kiezen", args=[opdracht.pk]),
        {"keuze-2": "nieuw", "keuze-99": "nieuw", "keuze-x": "nieuw", "toon": "dubbel"},
    )
    assert antwoord.url == f"{url}?toon=dubbel&blad="
    assert opdracht.regels.get().keuze == "nieuw"
    assert "toch als nieuw ingevoerd" in klant.get(url).content.decode()


def test_columns_are_matched_by_hand(klant, oov):
    opdracht = geplaatst(oov, [("Wie", "Roepnaam", "Wanneer"), ("Haddad", "Omar", "2-3-1975")])
    url = reverse("opdracht-koppelen", args=[opdracht.pk])
    assert klant.get(reverse("opdracht", args=[opdracht.pk])).url == url
    assert "Wie (Haddad)" in klant.get(url).content.decode()

    zonder = klant.post(url, {"versie": opdracht.versie, "achternaam": "0"})
    assert zonder.context["form"].errors["geboortedatum"] == [
        "Dit is nodig en nog niet gekozen: Geboortedatum."
    ]

    keuze = {"achternaam": "0", "voornamen": "1", "geboortedatum": "2"}
    assert klant.post(url, {"versie": opdracht.versie, **keuze}).status_code == 302
    lezen(opdracht_id=opdracht.pk, nu=NU)
    opdracht.refresh_from_db()
    assert opdracht.status == OpdrachtStatus.VOORBEELD


def test_while_a_worker_is_at_it_the_page_asks_again(klant, oov):
    stuur(klant, als_csv(GEZIN).encode())
    opdracht = Opdracht.objects.get()
    url = reverse("opdracht", args=[opdracht.pk])

    assert 'hx-trigger="every 2s"' in klant.get(url).content.decode()
    assert "HX-Refresh" not in klant.get(url, headers={"HX-Request": "true"}).headers
    lezen(opdracht_id=opdracht.pk, nu=NU)
    assert klant.get(url, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_a_hundred_rows_cost_what_one_row_costs(klant, oov):
    ingevoerd(oov)
    een = geplaatst(oov, [KOP, ("", "Selaam", "Tesfai", "14-02-1990", "", "")])
    veel = geplaatst(oov, [KOP, *[("", "Selaam", "Tesfai", "14-02-1990", "", "")] * 130])

    def vragen(opdracht: Opdracht) -> int:
        with CaptureQueriesContext(connection) as gevraagd:
            assert klant.get(reverse("opdracht", args=[opdracht.pk])).status_code == 200
        return len(gevraagd)

    assert vragen(veel) == vragen(een)
    pagina = klant.get(f"{reverse('opdracht', args=[veel.pk])}?toon=dubbel&blad=2")
    assert "101 tot en met 130 van 130" in pagina.content.decode()


def test_the_result_has_every_row_with_its_outcome(klant, oov):
    opdracht = ingevoerd(oov, [*GEZIN, ("9", "=1+1", "Formule", "32-01-1990", "", "")])

    antwoord = klant.get(reverse("opdracht-uitkomst", args=[opdracht.pk]))

    inhoud = b"".join(antwoord.streaming_content)
    rijen = list(load_workbook(io.BytesIO(inhoud)).active.iter_rows(values_only=True))
    assert rijen[0][:5] == ("Regel", "Uitkomst", "Oordeel", "Reden", "Gezin")
    assert rijen[1][:6] == (2, "Ingevoerd", "Nieuw", None, "1", "Tesfay")
    assert rijen[4][1:3] == ("Niet ingevoerd", "Fout")
    assert "Geboortedatum: Dit is geen datum." in rijen[4][3]
    assert rijen[4][5] == "'=1+1"


def test_undoing_asks_for_a_reason_and_says_what_stands_in_the_way(klant, oov):
    opdracht = ingevoerd(oov)
    url = reverse("opdracht-ongedaan", args=[opdracht.pk])
    assert klant.post(url, {"reden": ""}).status_code == 422

    persoon = Persoon.objects.get(voornamen="Omar")
    persoon_id = persoon.pk
    assert klant.post(url, {"reden": "Verkeerde lijst"}).status_code == 302
    opdracht.refresh_from_db()
    assert opdracht.status == OpdrachtStatus.TERUGDRAAIEN
    assert Persoon.objects.filter(pk=persoon_id).exists()


def test_the_empty_example_has_the_headings(klant):
    antwoord = klant.get(reverse("opdracht-sjabloon", args=["proef"]))

    inhoud = b"".join(antwoord.streaming_content)
    (kop,) = load_workbook(io.BytesIO(inhoud)).active.iter_rows(values_only=True)
    assert kop[:4] == ("Gezin", "Achternaam", "Voornamen", "Geboortedatum")
    assert "sjabloon.xlsx" in klant.get(reverse("opdracht-nieuw", args=["proef"])).content.decode()


def test_a_file_can_be_thrown_away_before_it_is_confirmed_and_not_after(klant, oov):
    eerst, later = geplaatst(oov), ingevoerd(oov)

    for opdracht in (eerst, later):
        klant.post(reverse("opdracht-weggooien", args=[opdracht.pk]))
        opdracht.refresh_from_db()

    assert (eerst.status, later.status) == (OpdrachtStatus.VERVALLEN, OpdrachtStatus.KLAAR)
    lijst = klant.get(reverse("opdrachten")).content.decode()
    assert ("Weggegooid" in lijst, "3 ingevoerd" in lijst) == (True, True)


def test_a_bsn_shows_only_its_end_where_columns_are_matched(klant, oov):
    kop = ("Iets", "Ander", "Dag")
    opdracht = geplaatst(oov, [kop, ("300000005", "123.456.782", "31-12-1990")])

    pagina = klant.get(reverse("opdracht-koppelen", args=[opdracht.pk])).content.decode()

    assert "300000005" not in pagina
    assert "123.456.782" not in pagina
    assert "••• 005" in pagina
    assert "31-12-1990" in pagina

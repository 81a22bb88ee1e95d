"""The explanatory sheet: six languages, of which only checked ones are printed."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from besluiten import toelichting
from besluiten.models import Brief, BriefSoort, Vertaling
from besluiten.queries.vertalingen import taalregels, talen_voor
from besluiten.services import toelichting as services
from besluiten.tekens import ontbrekende_tekens
from besluiten.toelichting import MAP, bladen
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from inburgering.services.documenten import lees
from medewerkers.models import Gemeente, Medewerker
from tests.factories import NU, VANDAAG, een_dossier
from wet.leerroutes import Leerroute

FEITEN = services.Feiten(
    kenmerk="PIP-2026-00012-1", leerroute=Leerroute.Z, laatste_dag=date(2029, 3, 2)
)


def maak(dossier: Inburgeraar, taal: str, door: Medewerker) -> Brief:
    with handeling(door=door, nu=NU, dossiers=[dossier.pk]) as act:
        return services.toelichting_maken(act, dossier=dossier, taal=taal, feiten=FEITEN)


def kijk_na(taal: str, door: Medewerker, **anders: Any) -> Vertaling:
    gegevens = {
        "taal": taal,
        "sha256": bladen()[taal].sha256,
        "nagekeken_door": "Tolkbureau Noord",
        "nagekeken_op": VANDAAG,
        "versie": None,
    }
    return services.vertaling_vastleggen(**gegevens | anders, door=door, nu=NU)


# --- The texts ---------------------------------------------------------------------------------
def test_every_language_says_the_same_things_as_the_dutch_sheet() -> None:
    nederlands = bladen()["nl"]

    assert set(bladen()) == {"nl", "en", "ar", "ti", "tr", "fa"}
    for blad in bladen().values():
        assert [len(deel.alineas) for deel in blad.delen] == [
            len(deel.alineas) for deel in nederlands.delen
        ]
        assert blad.feiten.keys() == nederlands.feiten.keys()
        assert blad.routes.keys() == {route.value for route in Leerroute}
        assert len(blad.maanden) == 12
        assert {taal for taal, b in bladen().items() if b.geleverd} == {"nl", "en"}


@pytest.mark.parametrize("taal", ["nl", "en", "ar", "ti", "tr", "fa"])
def test_a_letter_font_has_every_character_of_a_sheet(taal: str) -> None:
    assert ontbrekende_tekens((MAP / f"{taal}.toml").read_text()) == ()


def test_a_date_has_the_month_of_the_language_and_the_digits_of_the_letter() -> None:
    dag = date(2029, 3, 2)

    assert {taal: blad.datum(dag) for taal, blad in bladen().items()} == {
        "nl": "2 maart 2029",
        "en": "2 March 2029",
        "ar": "2 مارس 2029",
        "fa": "2 مارس 2029",
        "ti": "2 መጋቢት 2029",
        "tr": "2 Mart 2029",
    }


# --- Making one --------------------------------------------------------------------------------
@pytest.fixture
def dossier(gemeente: Gemeente, consulent: Medewerker) -> Inburgeraar:
    return een_dossier(consulent=consulent)


@pytest.mark.django_db
@pytest.mark.parametrize(("taal", "richting"), [("en", None), ("ar", "rtl")])
def test_a_checked_sheet_is_a_letter_of_its_own_in_its_language(
    dossier: Inburgeraar, consulent: Medewerker, taal: str, richting: str | None
) -> None:
    if richting:
        kijk_na(taal, consulent)

    brief = maak(dossier, taal, consulent)

    assert (brief.soort, brief.kenmerk) == (
        BriefSoort.TOELICHTING,
        f"{FEITEN.kenmerk}-uitleg-{taal}",
    )
    with pikepdf.open(io.BytesIO(lees(brief.document))) as pdf:
        assert str(pdf.Root.Lang) == taal


@pytest.mark.django_db
def test_a_sheet_is_made_once_for_a_decision(dossier: Inburgeraar, consulent: Medewerker) -> None:
    maak(dossier, "nl", consulent)

    with pytest.raises(Geweigerd, match="al gemaakt"):
        maak(dossier, "nl", consulent)


@pytest.mark.django_db
def test_what_nobody_checked_is_not_printed(dossier: Inburgeraar, consulent: Medewerker) -> None:
    with pytest.raises(Geweigerd, match="niet nagekeken"):
        maak(dossier, "ar", consulent)

    assert not Brief.objects.exists()


@pytest.mark.django_db
def test_a_text_that_changed_after_the_check_is_not_printed(
    dossier: Inburgeraar, consulent: Medewerker, monkeypatch: pytest.MonkeyPatch
) -> None:
    kijk_na("ar", consulent)
    nieuw = bladen() | {"ar": replace(bladen()["ar"], sha256="0" * 64)}
    monkeypatch.setattr(services, "bladen", lambda: nieuw)

    with pytest.raises(Geweigerd, match="veranderd nadat hij is nagekeken"):
        maak(dossier, "ar", consulent)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("taal", "anders", "reden"),
    [
        ("en", {}, "nagekeken geleverd"),
        ("ar", {"sha256": "0" * 64}, "intussen veranderd"),
        ("ar", {"nagekeken_op": VANDAAG + timedelta(days=1)}, "toekomst"),
    ],
)
def test_a_check_that_cannot_be_is_refused(
    consulent: Medewerker, taal: str, anders: dict[str, Any], reden: str
) -> None:
    with pytest.raises(Geweigerd, match=reden):
        kijk_na(taal, consulent, **anders)


@pytest.mark.django_db
def test_a_second_check_takes_the_place_of_the_first(consulent: Medewerker) -> None:
    eerste = kijk_na("ar", consulent)

    tweede = kijk_na("ar", consulent, nagekeken_door="Iemand anders")

    assert tweede.pk == eerste.pk
    assert [regel.nagekeken_door for regel in tweede.history.order_by("history_id")] == [
        "Tolkbureau Noord",
        "Iemand anders",
    ]


# --- Which languages ---------------------------------------------------------------------------
@pytest.mark.django_db
def test_the_languages_of_the_person_come_first_each_with_why_it_is_closed(
    dossier: Inburgeraar, consulent: Medewerker
) -> None:
    persoon = dossier.persoon
    persoon.talen, persoon.tolktaal = ["Tigrinya", "Somali"], "Arabisch"
    kijk_na("ar", consulent)

    keuzes = talen_voor(persoon)

    assert [(k.taal, k.eigen, bool(k.reden)) for k in keuzes[:3]] == [
        ("ar", True, False),
        ("ti", True, True),
        ("", True, True),
    ]
    assert {k.taal for k in keuzes[3:]} == {"nl", "en", "tr", "fa"}
    assert keuzes[2].reden == "Er is geen toelichting in het Somali."


@pytest.mark.django_db
def test_the_manager_records_who_checked_a_text(
    gemeente: Gemeente, client_als: Callable[[Medewerker], Client], beheerder: Medewerker
) -> None:
    client = client_als(beheerder)
    pagina = client.get(reverse("vertaling-nagekeken", args=["ar"]))
    invoer = {
        "nagekeken_door": "Tolkbureau Noord",
        "nagekeken_op": "01-03-2026",
        "sha256": pagina.context["form"]["sha256"].value(),
    }

    antwoord = client.post(reverse("vertaling-nagekeken", args=["ar"]), invoer)

    assert antwoord.status_code == 302
    assert {r.blad.taal: r.stand for r in taalregels()}["ar"] == "Nagekeken"


@pytest.mark.django_db
def test_the_example_is_marked_and_about_nobody(gemeente: Gemeente, consulent: Medewerker) -> None:
    pdf = services.toelichting_voorbeeld("ar", op=VANDAAG, door=consulent)

    assert pdf.startswith(b"%PDF-1.7")
    assert toelichting.bladen()["ar"].geleverd is False
    assert not Brief.objects.exists()

"""The worklist and the timeline as pages: where a line leads, and how one reads on."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from inburgering.models import Gebeurtenis, Inburgeraar, Taak, Termijn
from inburgering.services.contacten import notitie_schrijven
from medewerkers.models import Gemeente, Medewerker
from tests.factories import NU, VANDAAG, een_dossier
from werkplek.queries.overzicht import TIJDLIJN
from wet.datums import zonder_weekdag
from wet.doelgroepen import Doelgroep

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier(gemeente: Gemeente, consulent: Medewerker) -> Inburgeraar:
    return een_dossier(
        consulent=consulent,
        doelgroep=Doelgroep.OVERIG,
        kennisgeving_op=VANDAAG - timedelta(days=20),
    )


def test_a_line_leads_to_the_dossier_and_to_the_place_by_its_name(
    klant: Client, dossier: Inburgeraar
) -> None:
    pagina = re.sub(r"\s+", " ", klant.get("/").content.decode())

    overzicht = reverse("overzicht", args=[dossier.dossiernummer])
    pip = reverse("pip", args=[dossier.dossiernummer])
    assert f'href="{overzicht}">{dossier.persoon.naam}</a>' in pagina
    assert f'href="{pip}">Naar het PIP<span' in pagina
    assert "Naar de plek" not in pagina


def test_the_task_of_the_plan_gives_its_rule_and_not_the_date_again(dossier: Inburgeraar) -> None:
    taak = Taak.objects.get(inburgeraar=dossier, soort="pip_vaststellen")
    termijn = Termijn.objects.get(inburgeraar=dossier)

    assert taak.waarom == (
        f"De termijn loopt vanaf {zonder_weekdag(termijn.start_op)} ({termijn.bron[0]})."
    )
    assert zonder_weekdag(termijn.eind_op) not in taak.waarom


def test_the_whole_timeline_can_be_read_page_by_page(
    klant: Client, dossier: Inburgeraar, consulent: Medewerker
) -> None:
    for n in range(TIJDLIJN + 5):
        notitie_schrijven(
            dossier_id=dossier.pk, tekst=f"Notitie {n}", door=consulent, nu=NU + timedelta(hours=n)
        )
    gezien: list[int] = []
    adres = reverse("overzicht", args=[dossier.dossiernummer])

    volgende = "?"
    while volgende:
        antwoord = klant.get(adres + volgende.partition("#")[0])
        blad = antwoord.context["overzicht"].tijdlijn
        assert 0 < len(blad) <= TIJDLIJN
        gezien += [rij.pk for rij in blad]
        volgende = antwoord.context["volgende"]

    alles = Gebeurtenis.objects.filter(inburgeraar=dossier)
    assert alles.count() > TIJDLIJN
    assert gezien == [rij.pk for rij in alles]


@pytest.mark.parametrize("na", ["onzin", "2026-01-01_x", "_", f"2026-01-01T00:00_{9**30}"])
def test_a_place_in_the_timeline_that_makes_no_sense_is_the_beginning(
    klant: Client, dossier: Inburgeraar, na: str
) -> None:
    antwoord = klant.get(reverse("overzicht", args=[dossier.dossiernummer]), {"na": na})

    assert [rij.pk for rij in antwoord.context["overzicht"].tijdlijn] == [
        rij.pk for rij in Gebeurtenis.objects.filter(inburgeraar=dossier)
    ]

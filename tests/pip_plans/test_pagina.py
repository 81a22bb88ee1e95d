"""The tab PIP: what the plan says, and the way to what it lacks."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from pip_plans.forms import PipForm
from pip_plans.models import Pip
from pip_plans.services import opstellen, vaststellen
from pip_plans.tab import piptab
from tests.factories import NU, VANDAAG
from wet.pip import VERPLICHT_IN_PIP

pytestmark = pytest.mark.django_db

# Known before there is a plan, so never missing from one.
VOORAF_BEKEND = {"doelgroep", "leerroute_vorig_pip"}


def _pagina(klant: Client, dossier: Inburgeraar) -> str:
    return klant.get(reverse("pip", args=[dossier.dossiernummer])).content.decode()


def test_whatever_the_law_asks_of_a_plan_is_a_field_of_the_form() -> None:
    onderdelen = {deel.onderdeel for deel in VERPLICHT_IN_PIP}

    assert onderdelen - set(PipForm.base_fields) == VOORAF_BEKEND


def test_what_is_missing_leads_to_its_field(
    klant: Client, dossier: Inburgeraar, consulent: Medewerker
) -> None:
    pip = opstellen(dossier_id=dossier.pk, door=consulent, nu=NU)
    formulier = reverse("pip-wijzigen", args=[dossier.dossiernummer, pip.pk])
    nodig = [deel.veld for deel in piptab(dossier, voor=consulent, op=VANDAAG).nodig]

    naar = re.findall(rf'href="{formulier}#([^"]+)"', _pagina(klant, dossier))

    assert "leerroute" in nodig
    assert naar == [f"id_{veld}" for veld in nodig]
    html = klant.get(formulier).content.decode()
    assert [veld for veld in naar if f'id="{veld}"' not in html] == []


def test_the_form_says_what_is_needed_before_vaststellen(
    klant: Client, dossier: Inburgeraar, consulent: Medewerker
) -> None:
    pip = opstellen(dossier_id=dossier.pk, door=consulent, nu=NU)

    antwoord = klant.get(reverse("pip-wijzigen", args=[dossier.dossiernummer, pip.pk]))
    labels = dict(
        re.findall(
            r'<label[^>]*for="id_(\w+)">[^<]*<span class="veld-optioneel">\((.*?)\)',
            antwoord.content.decode(),
        )
    )

    assert labels["begeleiding"] == "nodig voor vaststellen"
    assert labels["niveau"] == "niet verplicht"


def test_the_tab_shows_what_the_plan_says(
    klant: Client, concept: Pip, consulent: Medewerker
) -> None:
    vaststellen(pip_id=concept.pk, versie=concept.versie, door=consulent, nu=NU)

    pagina = re.sub(r"\s+", " ", _pagina(klant, concept.inburgeraar))

    for feit in (
        "<dt>PVT</dt><dd>12 uur</dd>",
        "<dt>MAP</dt><dd>40 uur praktijk</dd>",
        "<dt>Gesprekken</dt><dd>6 over de voortgang</dd>",
        "<dd>De intake laat zien dat B1 haalbaar is.</dd>",
        "<dd>Elke twee maanden een gesprek.</dd>",
        "<dt>VVE van de kinderen</dt><dd>niet van toepassing</dd>",
    ):
        assert feit in pagina


def test_only_the_preview_may_stand_in_a_frame_of_ours(
    klant: Client, dossier: Inburgeraar, consulent: Medewerker
) -> None:
    pip = opstellen(dossier_id=dossier.pk, door=consulent, nu=NU)
    formulier = klant.get(reverse("pip-wijzigen", args=[dossier.dossiernummer, pip.pk]))
    voorbeeld = reverse("pip-voorbeeld", args=[dossier.dossiernummer, pip.pk])

    brief = klant.get(voorbeeld)

    assert f'<iframe src="{voorbeeld}#' in formulier.content.decode()
    assert "frame-ancestors 'none'" in formulier["Content-Security-Policy"]
    assert formulier["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'self'" in brief["Content-Security-Policy"]
    assert "default-src 'none'" in brief["Content-Security-Policy"]
    assert brief["X-Frame-Options"] == "SAMEORIGIN"

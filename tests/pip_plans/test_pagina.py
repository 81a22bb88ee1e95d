"""The tab PIP: what the plan says, and the way to what it lacks."""

from __future__ import annotations

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from pip_plans.brief import TEMPLATE, stel_brief_op
from pip_plans.forms import PipForm
from pip_plans.models import Pip
from pip_plans.queries import feiten_voor
from pip_plans.services.opstellen import opstellen
from pip_plans.services.vaststellen import vaststellen
from pip_plans.tab import piptab
from tests.factories import NU, VANDAAG
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute
from wet.pip import VERPLICHT_IN_PIP

pytestmark = pytest.mark.django_db

# Known before there is a plan, so never missing from one.
VOORAF_BEKEND = {"doelgroep", "leerroute_vorig_pip"}
OP_EIGEN_PAGINA = {"bijlagen"}


def _pagina(klant: Client, dossier: Inburgeraar) -> str:
    return klant.get(reverse("pip", args=[dossier.dossiernummer])).content.decode()


def test_whatever_the_law_asks_of_a_plan_is_a_field_of_the_form() -> None:
    onderdelen = {deel.onderdeel for deel in VERPLICHT_IN_PIP}

    assert onderdelen - set(PipForm.base_fields) == VOORAF_BEKEND | OP_EIGEN_PAGINA


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
        "<dt>Uren PVT</dt><dd>12</dd>",
        "<dt>Praktijkuren MAP</dt><dd>40</dd>",
        "<dt>Aantal voortgangsgesprekken</dt><dd>6</dd>",
        "<dd>De intake laat zien dat B1 haalbaar is.</dd>",
        "<dd>Elke twee maanden een gesprek.</dd>",
        "<dt>Afspraken over VVE</dt><dd>Niet van toepassing</dd>",
    ):
        assert feit in pagina


def test_lessons_of_a_former_route_lower_what_the_z_route_asks(
    concept: Pip, consulent: Medewerker
) -> None:
    """Wi 9: 200 hours followed leave 600 to plan; without them 600 is too little."""
    dossier = concept.inburgeraar
    dossier.doelgroep = Doelgroep.ASIEL.value
    concept.leerroute, concept.leerroute_uren = Leerroute.Z.value, 600

    def te_weinig() -> bool:
        delen = feiten_voor(dossier, op=VANDAAG, pips=[concept]).ontbreekt
        return "leerroute_uren" in [deel.onderdeel for deel in delen]

    assert te_weinig()
    concept.aftrek_uren = 199
    assert te_weinig()
    concept.aftrek_uren = 200
    assert not te_weinig()


@pytest.mark.parametrize(("route", "in_de_brief"), [("Z", True), ("B", False)])
def test_the_letter_tells_which_lessons_count_for_the_z_route(
    concept: Pip, consulent: Medewerker, route: str, in_de_brief: bool
) -> None:
    concept.leerroute, concept.aftrek_uren = route, 217
    brief = stel_brief_op(concept, concept.inburgeraar, dagtekening=VANDAAG, door=consulent)

    html = render_to_string(TEMPLATE, {"brief": brief, "hoofd": brief.hoofd})

    assert ('meetellen</th><td class="getal">217 uur</td>' in html) is in_de_brief


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

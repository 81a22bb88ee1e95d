"""The worklist: whose a task is, and numbers that add up."""

from __future__ import annotations

import pytest

from inburgering.enums import SchakelNummer, TaakStatus
from inburgering.models import Taak
from inburgering.services.schakels import schakel_afronden
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier
from werkplek.queries.werkvoorraad import caseload
from wet.doelgroepen import Doelgroep

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier(gemeente, consulent):
    """Somebody who reports directly: the ten weeks run."""
    return een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=VANDAAG)


def regels(antwoord):
    return [regel for groep in antwoord.context["groepen"] for regel in groep.regels]


def test_the_team_sees_whose_a_task_is_and_filters_on_it(client_als, dossier, teamleider):
    ander = een_dossier(consulent=MedewerkerFactory(rol=Rol.CONSULENT, naam="Piet Prins"))
    client = client_als(teamleider)

    alles = client.get("/")
    van_piet = client.get("/", {"wie": "team", "consulent": ander.consulent_id})

    assert {regel.consulent for regel in regels(alles)} == {"Marieke Bos", "Piet Prins"}
    assert "Consulent: Marieke Bos" in alles.text
    assert {regel.nummer for regel in regels(van_piet)} == {ander.dossiernummer}
    assert [collega.naam for collega in van_piet.context["consulenten"]] == [
        "Marieke Bos",
        "Piet Prins",
    ]


@pytest.mark.parametrize("consulent_id", ["x", "²", "9999999999999999999999"])
def test_a_filter_that_makes_no_sense_is_left_out(client_als, dossier, teamleider, consulent_id):
    antwoord = client_als(teamleider).get("/", {"consulent": consulent_id})

    assert len(regels(antwoord)) == Taak.objects.filter(status=TaakStatus.OPEN).count()


def test_the_caseload_adds_up(klant, dossier, consulent):
    zonder = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG)
    schakel_afronden(dossier_id=zonder.pk, nummer=SchakelNummer.PLICHT, door=consulent, nu=NU)

    telling = caseload(consulent)
    pagina = klant.get("/").text
    lijst = klant.get(f"/inburgeraars/?schakel=geen&consulent={consulent.pk}&status=actief")

    assert (telling.aantal, telling.zonder) == (2, 1)
    assert sum(schakel.aantal for schakel in telling.schakels) == 1
    assert "zonder open schakel: 1" in pagina
    assert [regel.nummer for regel in lijst.context["blad"].regels] == [zonder.dossiernummer]

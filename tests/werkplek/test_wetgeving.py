"""The law to read in Beheer, and what a change of it would touch."""

from datetime import date

import pytest
from django.urls import reverse

from inburgering.enums import Herkomst, TermijnSoort
from inburgering.models import Termijn
from leerroutes.models import Traject
from medewerkers.enums import Rol
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier
from werkplek.queries.wetgeving import geraakt, normen_per_onderwerp
from wet.doelgroepen import Doelgroep
from wet.geraakt import nieuwe_rij
from wet.normen import NORMEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def klant(client_als, beheerder):
    return client_als(beheerder)


@pytest.fixture
def termijn(gemeente, consulent):
    """The ten weeks of somebody whose kennisgeving is of today."""
    een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=VANDAAG)
    return Termijn.objects.get(soort=TermijnSoort.PIP)


def test_a_term_is_stored_with_the_question_that_gave_it(termijn):
    assert termijn.regel == "pip_termijn"
    assert termijn.invoer == {
        "kennisgeving": VANDAAG.isoformat(),
        "brp": "onbekend",
        "huisvesting_art28": "nee",
    }


def test_every_norm_is_on_the_page_once(klant):
    pagina = klant.get(reverse("normen")).text

    assert all(f'href="{reverse("norm", args=[naam])}"' in pagina for naam in NORMEN)
    koppen = [kop.naam for groep in normen_per_onderwerp().values() for kop in groep]
    assert sorted(koppen) == sorted(NORMEN)


def test_a_norm_with_its_rows_sources_and_rules(klant):
    pagina = klant.get(reverse("norm", args=["pip_begin"])).text

    assert "Besluit inburgering 2021 (tekst van 2 april 2026), artikel 5.3, lid 1" in pagina
    assert "De tien weken waarin de gemeente het PIP maakt." in pagina
    assert "Tot en met" in pagina


def test_an_unknown_norm_is_not_found(klant):
    assert klant.get(reverse("norm", args=["pip_maanden"])).status_code == 404


def test_terms_that_run_are_asked_again_with_the_new_value(termijn, klant):
    """Twelve weeks instead of ten would end on Whit Monday: fifteen days later."""
    gevolg = geraakt(nieuwe_rij("pip_weken", date(2026, 1, 1), "12"))

    (deel,) = gevolg.verschuivingen
    assert (deel.lopend, deel.anders, deel.hoe) == (1, 1, "15 dagen later")
    assert gevolg.niets is False
    termijn.refresh_from_db()
    assert termijn.eind_op == Termijn.objects.get().eind_op


def test_a_change_that_begins_later_touches_nothing_that_runs(termijn):
    gevolg = geraakt(nieuwe_rij("pip_weken", date(2027, 1, 1), "12"))

    assert [(deel.lopend, deel.anders) for deel in gevolg.verschuivingen] == [(1, 0)]
    assert gevolg.niets is True


def test_a_date_of_duo_stays_and_one_without_a_question_is_named(termijn, consulent):
    rij = nieuwe_rij("pip_weken", date(2026, 1, 1), "12")
    with spoor(door=consulent, nu=NU):
        termijn.invoer = {}
        termijn.save()
    assert (geraakt(rij).zonder, geraakt(rij).verschuivingen) == (1, [])

    with spoor(door=consulent, nu=NU):
        termijn.herkomst = Herkomst.DUO
        termijn.save()
    assert geraakt(rij).zonder == 0


def test_requirements_of_trajecten_that_run(gemeente, consulent):
    dossier = een_dossier(consulent=consulent)
    with spoor(door=consulent, nu=NU):
        Traject(
            inburgeraar=dossier,
            leerroute="B",
            pvt_uren=12,
            voortgangsgesprekken=4,
            start_op=VANDAAG,
        ).save()

    meer = geraakt(nieuwe_rij("pvt_uren", date(2026, 1, 1), "16"))
    later = geraakt(nieuwe_rij("pvt_uren", date(2027, 1, 1), "16"))

    assert (meer.trajecten, meer.trajecten_anders) == (1, 1)
    assert later.trajecten_anders == 0


def test_asking_on_the_page_changes_nothing(termijn, klant):
    adres = reverse("norm", args=["pip_weken"])

    pagina = klant.get(adres, {"vanaf": "1-1-2026", "waarde": "12"}).text

    assert "12 weken vanaf 1 januari 2026" in pagina
    assert "15 dagen later" in pagina
    assert termijn.inburgeraar.dossiernummer not in pagina
    assert NORMEN["pip_weken"][-1].aantal == 10


@pytest.mark.parametrize(
    ("norm", "vraag", "melding"),
    [
        ("pip_weken", {"vanaf": "1-1-2026", "waarde": "twaalf"}, "kan niet de waarde zijn"),
        ("pip_weken", {"vanaf": "31-2-2026", "waarde": "12"}, "vanaf"),
        ("pip_weken", {"vanaf": "", "waarde": ""}, "verplicht"),
        ("boete_intake", {"vanaf": "1-1-2026", "waarde": "-5"}, "kan niet de waarde zijn"),
    ],
)
def test_what_is_no_value_is_said_by_the_field(klant, norm, vraag, melding):
    antwoord = klant.get(reverse("norm", args=[norm]), vraag)

    assert antwoord.context["geraakt"] is None
    assert melding in antwoord.text


def test_amounts_are_typed_in_dutch(klant):
    adres = reverse("norm", args=["boetes_samen_hoogste"])
    antwoord = klant.get(adres, {"vanaf": "1-1-2027", "waarde": "€ 2.500,50"})
    assert "€ 2.500,50 vanaf 1 januari 2027" in antwoord.text


def test_a_jurist_reads_the_law_too_and_a_consulent_does_not(client_als, consulent):
    jurist = MedewerkerFactory(rol=Rol.JURIST)
    assert client_als(jurist).get(reverse("normen")).status_code == 200
    assert client_als(consulent).get(reverse("normen")).status_code == 403

"""The tab Brede intake in the browser of a consulent."""

import pytest
from django.urls import reverse

from inburgering.services.dossiers import sluiten_voor_anderen
from intake.models import BredeIntake, IntakeStatus, Leerbaarheidstoets, Onderdeel, OnderdeelSoort
from intake.queries.intake import intaketab
from intake.services.intake import intake_starten, onderdeel_invullen
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier, een_intake

pytestmark = pytest.mark.django_db

ALLE = [
    ("intake", {}),
    ("intake-gegevens", {}),
    ("intake-toets", {}),
    ("intake-toets-ontheffen", {}),
    ("intake-heropenen", {}),
    ("intake-onderdeel", {"soort": "taalniveau"}),
]


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=VANDAAG)


def url(naam, dossier, **delen):
    return reverse(naam, kwargs={"nummer": dossier.dossiernummer, **delen})


@pytest.fixture
def gestart(dossier, consulent):
    return intake_starten(dossier_id=dossier.pk, door=consulent, nu=NU)


def test_from_start_to_closed_without_javascript(klant, dossier):
    assert "Nog geen brede intake" in klant.get(url("intake", dossier)).text

    klant.post(url("intake-starten", dossier))
    for soort in OnderdeelSoort.values:
        veld = {"niet_van_toepassing": "on"} if soort == "vve" else {"tekst": "Verteld."}
        antwoord = klant.post(url("intake-onderdeel", dossier, soort=soort), veld | {"versie": "1"})
        assert antwoord.status_code == 302
    klant.post(
        url("intake-gegevens", dossier),
        {"tolktaal": "", "alleen_spreken_op": "2-3-26", "verslag": "Verslag."},
    )
    klant.post(url("intake-toets", dossier), {"uitslag": "haalbaar", "uitslag_op": "02-03-2026"})
    assert "Alles wat de wet vraagt, staat erin." in klant.get(url("intake", dossier)).text
    klant.post(url("intake-afronden", dossier))

    assert BredeIntake.objects.get().status == IntakeStatus.AFGEROND
    assert "Afgerond op 2 maart 2026 door Marieke Bos" in klant.get(url("intake", dossier)).text


def test_starting_too_early_says_why(klant, gemeente, consulent):
    dossier = een_dossier(consulent=consulent)

    pagina = klant.get(url("intake", dossier)).text
    antwoord = klant.post(url("intake-starten", dossier), follow=True)

    assert "aria-disabled" in pagina
    assert "Schakel 3 is nog niet open" in pagina
    assert "Schakel 3 is nog niet open" in antwoord.text
    assert not BredeIntake.objects.exists()


def test_what_is_missing_links_to_its_place(klant, dossier, gestart):
    pagina = klant.get(url("intake", dossier)).text

    assert "Dit ontbreekt nog" in pagina
    assert url("intake-onderdeel", dossier, soort="vve") in pagina
    assert "Wet inburgering 2021, artikel 14, lid 3" in pagina
    assert "Er ontbreken nog 11 onderdelen." in pagina


def test_closing_too_early_is_refused(klant, dossier, gestart):
    antwoord = klant.post(url("intake-afronden", dossier), follow=True)

    assert "De brede intake is nog niet compleet." in antwoord.text


def test_an_empty_part_gets_its_message_by_the_field(klant, dossier, gestart):
    antwoord = klant.post(url("intake-onderdeel", dossier, soort="taalniveau"), {"tekst": "  "})

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors == {"tekst": ["Schrijf op wat is verteld."]}


def test_the_vve_asks_for_one_of_two(klant, dossier, gestart):
    adres = url("intake-onderdeel", dossier, soort="vve")

    geen = klant.post(adres, {"tekst": ""})
    beide = klant.post(adres, {"tekst": "Peuterschool.", "niet_van_toepassing": "on"})

    assert geen.context["form"].errors == {"tekst": ["Schrijf op wat is verteld."]}
    assert list(beide.context["form"].errors) == ["niet_van_toepassing"]


def test_a_date_of_tomorrow_gets_its_message_by_the_field(klant, dossier, gestart):
    gegevens = klant.post(url("intake-gegevens", dossier), {"alleen_spreken_op": "03-03-2026"})
    toets = klant.post(
        url("intake-toets", dossier), {"uitslag": "haalbaar", "uitslag_op": "03-03-2026"}
    )

    assert gegevens.context["form"].errors == {
        "alleen_spreken_op": ["De datum ligt in de toekomst."]
    }
    assert toets.context["form"].errors == {
        "uitslag_op": ["De datum van de uitslag ligt in de toekomst."]
    }


def test_who_saves_second_sees_who_was_first(klant, dossier, gestart):
    collega = MedewerkerFactory(rol=Rol.CONSULENT, naam="Ilse Wind")
    rij = Onderdeel.objects.get(soort="taalniveau")
    onderdeel_invullen(
        onderdeel_id=rij.pk, versie=1, tekst="A1 volgens de toets.", door=collega, nu=NU
    )

    antwoord = klant.post(
        url("intake-onderdeel", dossier, soort="taalniveau"), {"tekst": "A2.", "versie": "1"}
    )

    assert antwoord.status_code == 409
    assert "Ilse Wind" in antwoord.text
    assert "A1 volgens de toets." in antwoord.text


def test_the_test_is_not_needed(klant, dossier, gestart):
    klant.post(
        url("intake-toets-ontheffen", dossier),
        {"grond": "visueel", "toelichting": "Verklaring van de oogarts."},
    )

    assert Leerbaarheidstoets.objects.get().ontheven_grond == "visueel"
    assert (
        "De toets hoeft niet: Visuele beperking. Verklaring van de oogarts."
        in klant.get(url("intake", dossier)).text
    )


def test_a_closed_intake_is_read_and_can_be_opened_again(klant, dossier, consulent):
    een_intake(dossier, door=consulent, afgerond=True)

    assert "Wijzigen" not in klant.get(url("intake", dossier)).text
    klant.post(url("intake-heropenen", dossier), {"reden": "Verslag onjuist"})

    assert BredeIntake.objects.get().status == IntakeStatus.GESTART


def test_a_part_that_does_not_exist_is_not_found(klant, dossier, gestart):
    assert klant.get(url("intake-onderdeel", dossier, soort="dromen")).status_code == 404


@pytest.mark.parametrize(("naam", "delen"), ALLE)
def test_a_closed_dossier_is_not_found(client_als, teamleider, dossier, gestart, naam, delen):
    ander = MedewerkerFactory(rol=Rol.CONSULENT)
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="Bedreiging"
    )

    assert client_als(ander).get(url(naam, dossier, **delen)).status_code == 404
    assert client_als(teamleider).get(url(naam, dossier, **delen)).status_code == 200


@pytest.mark.parametrize("rol", [Rol.ADMINISTRATIE, Rol.OOV])
def test_other_roles_see_nothing_of_it(client_als, dossier, gestart, rol):
    collega = client_als(MedewerkerFactory(rol=rol))

    assert {collega.get(url(naam, dossier, **delen)).status_code for naam, delen in ALLE} == {403}


def test_the_stand_costs_five_queries(dossier, gestart, django_assert_num_queries):
    with django_assert_num_queries(5):
        intaketab(dossier)

"""The advice on the route: made from the facts, kept, and told when it is old."""

import pytest
from django.urls import reverse

from inburgering.geweigerd import Geweigerd
from inburgering.models import Taak
from inburgering.services.vorig_pip import VorigPipGegevens, vorig_pip_vastleggen
from intake.models import Onderdeel, OnderdeelSoort, Routeadvies, ToetsUitslag
from intake.queries.advies import advies_van, feiten_voor_advies
from intake.services.advies import routeadvies_opmaken
from intake.services.intake import intake_starten, onderdeel_invullen
from intake.services.toets import toets_uitslag_vastleggen
from tests.factories import NU, VANDAAG, een_dossier
from wet.leerroutes import Leerroute, Schrift, Taalniveau, ToetsOordeel

pytestmark = pytest.mark.django_db

FEITEN = {
    OnderdeelSoort.OPLEIDING_EN_WERK: {"jaren_onderwijs": 9},
    OnderdeelSoort.TAAL: {"alfabetisering": "latijns", "taalniveau": "a1"},
    OnderdeelSoort.WENSEN: {"wil_studeren": False},
}


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def dossier(gemeente, consulent, wie):
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=VANDAAG)
    intake_starten(dossier_id=dossier.pk, **wie)
    return dossier


def vertel(dossier, wie, **anders):
    for soort, feiten in FEITEN.items():
        deel = Onderdeel.objects.get(intake__inburgeraar=dossier, soort=soort)
        eigen = {naam: anders.get(naam, waarde) for naam, waarde in feiten.items()}
        onderdeel_invullen(onderdeel_id=deel.pk, versie=None, tekst="Verteld.", feiten=eigen, **wie)


def uitslag(dossier, wie, soort=ToetsUitslag.HAALBAAR):
    toets_uitslag_vastleggen(
        toets_id=dossier.leerbaarheidstoets.pk,
        versie=None,
        uitslag=soort,
        uitslag_op=VANDAAG,
        **wie,
    )


def heeft_taak(dossier):
    taken = Taak.objects.filter(inburgeraar=dossier, status="open", soort="advies_opmaken")
    return taken.exists()


def test_the_facts_come_from_the_intake_and_the_test(dossier, wie):
    vertel(dossier, wie)
    uitslag(dossier, wie)

    feiten = feiten_voor_advies(dossier.pk, op=VANDAAG)

    assert feiten.toets is ToetsOordeel.HAALBAAR
    assert (feiten.schrift, feiten.taalniveau) == (Schrift.LATIJNS, Taalniveau.A1)
    assert (feiten.jaren_onderwijs, feiten.wil_studeren, feiten.kans_op_diploma) == (9, False, None)
    assert feiten.leeftijd == dossier.persoon.geboortedatum.leeftijd_op(VANDAAG)


def test_without_the_facts_there_is_no_advice_and_no_task(dossier, wie):
    kaart = advies_van(dossier.pk, op=VANDAAG)

    assert (kaart.advies, kaart.wacht_op) == (None, "wat de brede intake zegt over een opleiding")
    assert not heeft_taak(dossier)
    with pytest.raises(Geweigerd, match="wacht op wat de brede intake zegt"):
        routeadvies_opmaken(dossier_id=dossier.pk, **wie)


def test_an_advice_keeps_what_it_rests_on(dossier, wie):
    vertel(dossier, wie)
    uitslag(dossier, wie)
    assert heeft_taak(dossier)

    advies = routeadvies_opmaken(dossier_id=dossier.pk, **wie)

    assert (advies.leerroute, advies.alfabetisering) == ("B", "NVT")
    assert (advies.regel, advies.zekerheid) == ("leerroute_advies", "geverifieerd")
    assert advies.stappen[-1] == "Advies: B1-route."
    assert {"label": "Uitslag van de toets", "waarde": "B1-route haalbaar"} in advies.invoer
    assert not heeft_taak(dossier)
    with pytest.raises(Geweigerd, match="nog actueel"):
        routeadvies_opmaken(dossier_id=dossier.pk, **wie)


def test_a_fact_that_changes_makes_it_old(dossier, wie):
    vertel(dossier, wie)
    uitslag(dossier, wie)
    oud = routeadvies_opmaken(dossier_id=dossier.pk, **wie)
    vertel(dossier, wie, wil_studeren=True)
    uitslag(dossier, wie, ToetsUitslag.NIET_HAALBAAR)

    kaart = advies_van(dossier.pk, op=VANDAAG)

    assert kaart.advies == oud
    assert kaart.gewijzigd == ["Uitslag van de toets", "Wil een opleiding op mbo, hbo of wo"]
    assert oud.stappen[-1] == "Advies: B1-route."


def test_a_birthday_does_not_make_it_old(dossier, wie):
    vertel(dossier, wie)
    uitslag(dossier, wie)
    routeadvies_opmaken(dossier_id=dossier.pk, **wie)

    assert not advies_van(dossier.pk, op=VANDAAG.replace(year=VANDAAG.year + 1)).verouderd


def test_after_a_move_the_former_route_is_the_advice(dossier, wie):
    vorig_pip_vastleggen(
        dossier_id=dossier.pk,
        versie=None,
        gegevens=VorigPipGegevens(
            gemeente="Assen",
            dagtekening=VANDAAG,
            dagtekening_initieel=VANDAAG,
            leerroute=Leerroute.Z,
        ),
        **wie,
    )

    advies = routeadvies_opmaken(dossier_id=dossier.pk, **wie)

    assert (advies.leerroute, advies.bron) == ("Z", ["Wi 15.4", "DUO pip"])
    assert not advies_van(dossier.pk, op=VANDAAG).verouderd


def test_before_the_intake_there_is_no_card(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=VANDAAG)

    assert advies_van(dossier.pk, op=VANDAAG) is None


def test_the_page_explains_and_makes_it(klant, dossier, wie):
    vertel(dossier, wie)
    uitslag(dossier, wie)
    adres = reverse("intake-advies", args=[dossier.dossiernummer])

    assert "Advies: B1-route." in klant.get(adres).text
    antwoord = klant.post(adres, follow=True)

    assert Routeadvies.objects.get().leerroute == "B"
    assert "Waarom dit advies?" in antwoord.text


def test_the_page_says_what_is_missing(klant, dossier):
    antwoord = klant.post(reverse("intake-advies", args=[dossier.dossiernummer]))

    assert antwoord.status_code == 422
    assert "Het advies kan nog niet: wacht op" in antwoord.text

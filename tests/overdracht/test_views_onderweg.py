"""The pages about what changes on the way: people, homes, family to come, and unfinished forms."""

from __future__ import annotations

import pytest
from django.urls import reverse

from inburgering.models import Concept, Raadpleging
from medewerkers.enums import Rol
from overdracht.enums import Fase
from overdracht.models import (
    MedischeNotitie,
    Nareis,
    NareisStatus,
    Overdracht,
    OverdrachtStatus,
    Woning,
    WoningStatus,
)
from overdracht.queries.verhuizingen import verhuizingen
from overdracht.services.begeleiding import medische_notitie_schrijven
from tests.factories import NU, VANDAAG, MedewerkerFactory
from tests.overdracht.huishoudens import breng_tot, dossiers_van, kind, lid, ontvangen

GEHEIM = "Heeft epilepsie"
WONING = {
    "straat": "Fanerweg",
    "huisnummer": "9",
    "postcode": "9801tl",
    "plaats": "Zuidhorn",
    "kamers": "3",
}


@pytest.fixture
def als_oov(client_als, team):
    return client_als(team.oov)


@pytest.fixture
def als_consulent(client_als, team):
    return client_als(team.consulent)


# --- Unfinished forms --------------------------------------------------------------------------
def begonnen(klant, pad="/overdrachten/nieuw/", **velden):
    return klant.post(
        pad,
        {
            "azc": "AZC Sneek",
            "personen-TOTAL_FORMS": "1",
            "personen-INITIAL_FORMS": "0",
            "personen-0-achternaam": "Haile",
            "bewaar_concept": "1",
            **velden,
        },
    )


def test_what_is_incomplete_is_kept_and_stands_on_the_board(als_oov, team):
    antwoord = begonnen(als_oov)

    assert antwoord.url == "/overdrachten/"
    assert Overdracht.objects.count() == 0
    bord = als_oov.get("/overdrachten/").content.decode()
    assert "Nog niet af" in bord
    assert "Haile" in bord
    assert 'value="AZC Sneek"' in als_oov.get("/overdrachten/nieuw/").content.decode()


def test_a_second_household_does_not_overwrite_the_first(als_oov, team):
    begonnen(als_oov)

    nieuw = als_oov.get("/overdrachten/").context["nieuw_url"]
    begonnen(als_oov, nieuw, **{"personen-0-achternaam": "Abdi"})

    assert nieuw == "/overdrachten/nieuw/2/"
    assert {regel.naam for regel in als_oov.get("/overdrachten/").context["concepten"]} == {
        "Haile",
        "Abdi",
    }


def test_a_colleague_goes_on_with_what_somebody_began(als_oov, team, client_als):
    begonnen(als_oov)
    ander = MedewerkerFactory(rol=Rol.OOV)

    antwoord = client_als(ander).post(
        reverse("overdracht-overnemen", args=[Concept.objects.get().pk])
    )

    assert antwoord.url == "/overdrachten/nieuw/"
    assert Concept.objects.get().medewerker == ander


def test_a_consulent_sees_no_drafts_of_oov(als_oov, als_consulent, team):
    begonnen(als_oov)

    assert als_consulent.get("/overdrachten/").context["concepten"] == []
    pad = reverse("overdracht-overnemen", args=[Concept.objects.get().pk])
    assert als_consulent.post(pad).status_code == 403


# --- People ------------------------------------------------------------------------------------
def test_a_baby_a_death_and_a_split_through_the_pages(als_oov, team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    als_oov.post(
        reverse("overdracht-lid-erbij", args=[overdracht.pk]),
        {
            "vanaf": f"{VANDAAG:%d-%m-%Y}",
            "rol": "kind",
            "achternaam": "Tesfay",
            "geslacht": "x",
            "geboortedatum": f"{VANDAAG:%d-%m-%Y}",
        },
    )
    assert overdracht.leden.count() == 4

    leden = list(overdracht.leden.order_by("pk"))
    als_oov.post(
        reverse("overdracht-lid-af", args=[leden[2].pk]),
        {"waarom": "overleden", "op": f"{VANDAAG:%d-%m-%Y}"},
    )
    als_oov.post(
        reverse("overdracht-splitsen", args=[overdracht.pk]),
        {"personen": [leden[1].persoon_id, leden[3].persoon_id], "reden": "Uit elkaar"},
    )

    stand = als_oov.get(reverse("overdracht-tonen", args=[overdracht.pk]))
    assert len(stand.context["pagina"].leden) == 1
    assert sorted(regel.wat for regel in stand.context["pagina"].afgevallen) == [
        "overleden",
        "verder in een eigen overdracht",
        "verder in een eigen overdracht",
    ]
    assert Overdracht.objects.count() == 2


def test_who_left_already_is_not_found_again(als_oov, team, overdracht):
    lid_ = overdracht.leden.order_by("pk")[1]
    pad = reverse("overdracht-lid-af", args=[lid_.pk])
    als_oov.post(pad, {"waarom": "overleden", "op": f"{VANDAAG:%d-%m-%Y}"})

    assert als_oov.get(pad).status_code == 404


# --- Health ------------------------------------------------------------------------------------
@pytest.fixture
def met_notitie(team, overdracht):
    medische_notitie_schrijven(overdracht_id=overdracht.pk, tekst=GEHEIM, door=team.oov, nu=NU)
    return overdracht


def test_a_medical_note_is_for_the_consulent_and_reading_it_is_logged(
    als_consulent, als_oov, met_notitie
):
    pad = reverse("overdracht-medisch", args=[met_notitie.pk])

    assert GEHEIM in als_consulent.get(pad).content.decode()
    assert als_oov.get(pad).status_code == 403
    assert Raadpleging.objects.filter(onderdeel="Medische notitie").count() == 2, "two dossiers"


def test_oov_replaces_a_note_without_seeing_it(als_oov, met_notitie):
    schrijf = reverse("medisch-schrijven", args=[met_notitie.pk])
    tonen = reverse("overdracht-tonen", args=[met_notitie.pk])

    assert GEHEIM not in als_oov.get(schrijf).content.decode()
    assert GEHEIM not in als_oov.get(tonen).content.decode()
    als_oov.post(schrijf, {"tekst": "Rolstoel"})

    assert MedischeNotitie.objects.get().tekst == "Rolstoel"


def test_a_note_is_not_readable_in_the_database(met_notitie):
    ruw = bytes(MedischeNotitie.objects.values_list("inhoud", flat=True).get())

    assert b"epilepsie" not in ruw


def test_an_empty_text_takes_the_note_away(als_oov, met_notitie):
    als_oov.post(reverse("medisch-schrijven", args=[met_notitie.pk]), {"tekst": ""})

    assert MedischeNotitie.objects.count() == 0


# --- Homes -------------------------------------------------------------------------------------
def test_from_the_list_of_homes_to_a_choice(als_oov, team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    als_oov.post(reverse("woning-nieuw"), WONING)
    woning = Woning.objects.get()
    assert woning.postcode == "9801 TL"

    kiezen = als_oov.get(reverse("woning-kiezen", args=[overdracht.pk])).content.decode()
    assert "Fanerweg 9" in kiezen
    als_oov.post(
        reverse("vrije-woning-toewijzen", args=[overdracht.pk, woning.pk]),
        {"op": f"{VANDAAG:%d-%m-%Y}"},
    )

    woning.refresh_from_db()
    assert woning.status == WoningStatus.TOEGEWEZEN
    lijst = als_oov.get(reverse("woningen")).content.decode()
    assert reverse("overdracht-tonen", args=[overdracht.pk]) in lijst


def test_a_home_twice_on_the_list_says_so_by_the_field(als_oov, team):
    als_oov.post(reverse("woning-nieuw"), WONING)

    antwoord = als_oov.post(reverse("woning-nieuw"), WONING)

    assert antwoord.status_code == 422
    assert "staat al op de lijst" in antwoord.content.decode()


def test_a_consulent_sees_the_homes_and_does_not_change_them(als_consulent, team):
    assert als_consulent.get(reverse("woningen")).status_code == 200
    assert als_consulent.get(reverse("woning-nieuw")).status_code == 403


# --- Family to come ----------------------------------------------------------------------------
def test_family_is_announced_and_arrives_through_the_pages(als_oov, als_consulent, team):
    overdracht = ontvangen(team, lid())
    breng_tot(team, overdracht, Fase.INGESCHREVEN)
    (referent,) = dossiers_van(overdracht)
    als_consulent.post(
        reverse("nareis-aankondigen", args=[referent.dossiernummer]),
        {"aantal": "1", "wie": "zoon", "verwacht_op": f"{VANDAAG:%d-%m-%Y}"},
    )
    nareis = Nareis.objects.get()
    assert "zoon" in als_oov.get("/overdrachten/").content.decode()

    als_oov.post(
        reverse("nareis-aangekomen", args=[nareis.pk]),
        {
            "koppeling_op": f"{VANDAAG:%d-%m-%Y}",
            "personen-TOTAL_FORMS": "1",
            "personen-INITIAL_FORMS": "0",
            "personen-0-rol": "kind",
            "personen-0-geslacht": "m",
            "personen-0-achternaam": "Tesfay",
            "personen-0-geboortedatum": "1-5-2015",
        },
    )

    nareis.refresh_from_db()
    assert nareis.status == NareisStatus.AANGEKOMEN
    assert nareis.overdracht.status == OverdrachtStatus.ONTVANGEN
    assert (
        "naar de overdracht"
        in als_consulent.get(reverse("overdracht", args=[referent.dossiernummer])).content.decode()
    )


def test_family_of_somebody_one_may_not_see_is_not_found(client_als, partner, team):
    overdracht = ontvangen(team, lid())
    (referent,) = dossiers_van(overdracht)
    pad = reverse("nareis-aankondigen", args=[referent.dossiernummer])

    assert client_als(partner).get(pad).status_code == 403


# --- The partner -------------------------------------------------------------------------------
def test_the_partner_sees_the_move_of_who_was_handed_to_it(
    als_oov, client_als, partner, team, overdracht
):
    breng_tot(team, overdracht, Fase.WONING)
    assert verhuizingen(voor=partner, op=VANDAAG) == []

    als_oov.post(
        reverse("overdracht-begeleiding", args=[overdracht.pk]),
        {"partner": partner.partnerorganisatie_id, "op": f"{VANDAAG:%d-%m-%Y}"},
    )

    (regel,) = verhuizingen(voor=partner, op=VANDAAG)
    assert "Dorpsstraat 12" in regel.adres
    assert len(regel.leden) == 3
    pagina = client_als(partner).get(reverse("clienten")).content.decode()
    assert "Verhuizing op komst" in pagina
    assert {d.partner_id for d in dossiers_van(overdracht)} == {partner.partnerorganisatie_id}


def test_another_partner_sees_nothing_of_it(als_oov, partner, team, overdracht):
    breng_tot(team, overdracht, Fase.WONING)
    als_oov.post(
        reverse("overdracht-begeleiding", args=[overdracht.pk]),
        {"partner": partner.partnerorganisatie_id, "op": f"{VANDAAG:%d-%m-%Y}"},
    )
    ander = MedewerkerFactory(rol=Rol.PARTNER)

    assert verhuizingen(voor=ander, op=VANDAAG) == []


def test_a_household_with_a_child_of_a_family_shows_its_age(als_oov, partner, team):
    overdracht = ontvangen(team, lid(), kind())
    breng_tot(team, overdracht, Fase.WONING)
    als_oov.post(
        reverse("overdracht-begeleiding", args=[overdracht.pk]),
        {"partner": partner.partnerorganisatie_id, "op": f"{VANDAAG:%d-%m-%Y}"},
    )

    (regel,) = verhuizingen(voor=partner, op=VANDAAG)
    assert "jaar)" in regel.leden[1]

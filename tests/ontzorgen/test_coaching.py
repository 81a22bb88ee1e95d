"""Talks about money, as the municipality and its partner record them: never with an amount."""

from datetime import timedelta

import pytest
from django.urls import reverse

from inburgering.enums import BeeindigReden
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Gebeurtenis
from inburgering.services.dossiers import beeindigen, partner_toewijzen
from medewerkers.enums import Rol
from ontzorgen.enums import CoachOnderwerp, CoachStatus
from ontzorgen.models import Coachmoment
from ontzorgen.policies.coaching import CoachGegevens, check_zonder_bedrag
from ontzorgen.queries.coaching import coachtab
from ontzorgen.services.coaching import (
    coachmoment_houden,
    coachmoment_laten_vervallen,
    coachmoment_plannen,
    coachmoment_terugzetten,
    coachmoment_wijzigen,
)
from ontzorgen.services.lasten import last_weglaten, laten_meekijken, overdragen
from tests.factories import NU, VANDAAG, MedewerkerFactory
from tests.ontzorgen.fabriek import een_huishouden, een_last
from wet.datums import maanden_na
from wet.ontzorgen import Lastsoort

pytestmark = pytest.mark.django_db

MORGEN = VANDAAG + timedelta(days=1)
GEGEVENS = CoachGegevens(op=VANDAAG, onderwerp=CoachOnderwerp.POST)


@pytest.fixture
def uitkering(gemeente, consulent, partner):
    """A household with rent that we pay, guided by the organisation of `partner`."""
    uitkering = een_huishouden(door=consulent)
    een_last(uitkering, door=consulent)
    partner_toewijzen(
        dossier_id=uitkering.inburgeraar_id,
        partner=partner.partnerorganisatie,
        door=consulent,
        nu=NU,
    )
    return uitkering


@pytest.fixture
def dossier(uitkering):
    return uitkering.inburgeraar


@pytest.fixture
def moment(dossier, partner):
    return coachmoment_plannen(dossier_id=dossier.pk, gegevens=GEGEVENS, door=partner, nu=NU)


def url(naam, dossier, *delen):
    return reverse(naam, args=[dossier.dossiernummer, *delen])


# --- The acts ------------------------------------------------------------------------------------
def test_what_a_partner_plans_is_a_talk_of_its_own_organisation(moment, partner):
    assert moment.organisatie == partner.partnerorganisatie
    assert Gebeurtenis.objects.filter(tekst__startswith="Gesprek over geld gepland").count() == 1


def test_the_same_talk_is_planned_once(dossier, moment, partner):
    with pytest.raises(Geweigerd, match="staat er al"):
        coachmoment_plannen(dossier_id=dossier.pk, gegevens=GEGEVENS, door=partner, nu=NU)

    assert Coachmoment.objects.count() == 1


def test_held_with_what_was_agreed_and_put_back(moment, partner):
    gehouden = coachmoment_houden(
        moment_id=moment.pk,
        versie=moment.versie,
        op=VANDAAG,
        afspraken="Opent elke week de post",
        door=partner,
        nu=NU,
    )
    assert (gehouden.status, gehouden.gehouden_op, gehouden.gehouden_door) == (
        CoachStatus.GEHOUDEN,
        VANDAAG,
        partner,
    )

    terug = coachmoment_terugzetten(
        moment_id=moment.pk, versie=None, reden="Verkeerde persoon", door=partner, nu=NU
    )

    assert (terug.status, terug.gehouden_op) == (CoachStatus.GEPLAND, None)


def test_not_held_with_the_reason_why(moment, partner):
    rij = coachmoment_laten_vervallen(
        moment_id=moment.pk, versie=None, reden="Ziek", door=partner, nu=NU
    )

    assert (rij.status, rij.vervallen_reden) == (CoachStatus.VERVALLEN, "Ziek")
    with pytest.raises(Geweigerd, match="Dit moment is vervallen"):
        coachmoment_houden(
            moment_id=moment.pk, versie=None, op=VANDAAG, afspraken="Post", door=partner, nu=NU
        )


def test_a_talk_is_not_held_tomorrow(moment, partner):
    with pytest.raises(Geweigerd, match="toekomst") as fout:
        coachmoment_houden(
            moment_id=moment.pk, versie=None, op=MORGEN, afspraken="Post", door=partner, nu=NU
        )

    assert fout.value.veld == "op"


def test_who_saves_second_sees_that_somebody_was_first(moment, consulent):
    anders = CoachGegevens(op=MORGEN, onderwerp=CoachOnderwerp.BANK)
    coachmoment_wijzigen(
        moment_id=moment.pk, versie=moment.versie, gegevens=anders, door=consulent, nu=NU
    )

    with pytest.raises(Gewijzigd):
        coachmoment_wijzigen(
            moment_id=moment.pk, versie=moment.versie, gegevens=GEGEVENS, door=consulent, nu=NU
        )


def test_after_the_end_of_the_dossier_nothing_is_planned(dossier, consulent):
    beeindigen(
        dossier_id=dossier.pk,
        reden=BeeindigReden.VERHUISD,
        op=VANDAAG,
        door=consulent,
        nu=NU,
    )

    with pytest.raises(Geweigerd, match="Het dossier is beëindigd"):
        coachmoment_plannen(dossier_id=dossier.pk, gegevens=GEGEVENS, door=consulent, nu=NU)


@pytest.mark.parametrize(
    "tekst",
    [
        "Huur is € 612,40",
        "Huur is €612",
        "betaalt 50 euro per week",
        "betaalt euro 50",
        "EUR 12,50 apart",
        "12,50 EUR apart",
        "100,- euro sparen",
        "10 euro's in de week",
    ],
)
def test_an_amount_is_refused_with_the_reason(tekst):
    with pytest.raises(Geweigerd, match="zonder euro's") as fout:
        check_zonder_bedrag(tekst, veld="afspraken")

    assert fout.value.veld == "afspraken"


@pytest.mark.parametrize(
    "tekst", ["Oefent 2 keer per week", "Leert rekenen met euro's", "Europa, week 12", "Op 12-3"]
)
def test_other_words_and_numbers_are_fine(tekst):
    check_zonder_bedrag(tekst, veld="afspraken")


def test_an_amount_in_the_agreement_stays_in_the_form(client_als, partner, dossier, moment):
    antwoord = client_als(partner).post(
        url("coaching-houden", dossier, moment.pk),
        {"op": "02-03-2026", "afspraken": "Spaart € 20 per week", "versie": moment.versie},
    )

    assert antwoord.status_code == 422
    assert "afspraken" in antwoord.context["form"].errors
    assert Coachmoment.objects.get().status == CoachStatus.GEPLAND


# --- The pages -----------------------------------------------------------------------------------
def test_from_plan_to_agreement_by_the_partner(client_als, partner, dossier):
    klant = client_als(partner)

    klant.post(
        url("coaching-plannen", dossier), {"op": "2-3-26", "onderwerp": "bank", "coach": "Tess"}
    )
    moment = Coachmoment.objects.get()
    klant.post(
        url("coaching-houden", dossier, moment.pk),
        {"op": "02-03-2026", "afspraken": "Heeft een rekening", "versie": moment.versie},
    )

    pagina = klant.get(url("coaching", dossier)).text
    assert "Heeft een rekening" in pagina
    assert "Stap 1 van 4" in pagina


def test_no_page_of_the_partner_shows_an_amount(client_als, partner, dossier, moment):
    """Every page of a dossier that the partner may open, and its forms."""
    klant = client_als(partner)
    paginas = [
        reverse("clienten"),
        url("persoon", dossier),
        url("begeleiding", dossier),
        url("coaching", dossier),
        url("coaching-plannen", dossier),
        *(
            url(naam, dossier, moment.pk)
            for naam in ("coaching-houden", "coaching-wijzigen", "coaching-vervallen")
        ),
    ]

    antwoorden = {pagina: klant.get(pagina) for pagina in paginas}

    assert {antwoord.status_code for antwoord in antwoorden.values()} == {200}
    assert [p for p, a in antwoorden.items() if "€" in a.text or "612" in a.text] == []


def test_a_partner_does_not_see_a_talk_of_another_organisation(
    client_als, partner, dossier, consulent
):
    """Nor one of the municipality itself."""
    ander = MedewerkerFactory(rol=Rol.PARTNER)
    assert ander.partnerorganisatie != partner.partnerorganisatie
    vreemd = coachmoment_plannen(
        dossier_id=dossier.pk,
        gegevens=CoachGegevens(
            op=VANDAAG,
            onderwerp=CoachOnderwerp.ZORG,
            organisatie=ander.partnerorganisatie,
            coach="Iemand anders",
        ),
        door=consulent,
        nu=NU,
    )
    klant = client_als(partner)

    assert "Iemand anders" not in klant.get(url("coaching", dossier)).text
    assert klant.get(url("coaching-houden", dossier, vreemd.pk)).status_code == 404
    with pytest.raises(Geweigerd, match="andere organisatie"):
        coachmoment_laten_vervallen(
            moment_id=vreemd.pk, versie=None, reden="Ziek", door=partner, nu=NU
        )


def test_a_dossier_of_another_partner_is_not_there(client_als, dossier, moment):
    ander = MedewerkerFactory(rol=Rol.PARTNER)

    assert client_als(ander).get(url("coaching", dossier)).status_code == 404


def test_the_administration_sees_and_does_not_plan(client_als, administratie, dossier, moment):
    klant = client_als(administratie)

    pagina = klant.get(url("coaching", dossier))

    assert (pagina.status_code, "Gesprek plannen" in pagina.text) == (200, False)
    assert klant.get(url("coaching-plannen", dossier)).status_code == 403


def test_the_steps_are_those_of_every_cost_we_pay(uitkering, dossier, consulent):
    """Not of what was left out."""
    (huur,) = uitkering.lasten.all()
    zorg = een_last(uitkering, door=consulent, soort=Lastsoort.ZORGVERZEKERING)
    last_weglaten(
        uitkering_id=uitkering.pk,
        soort=Lastsoort.ENERGIE_EN_WATER,
        start_op=uitkering.start_op,
        reden="Zit bij de huur in",
        door=consulent,
        nu=NU,
    )
    laten_meekijken(last_id=huur.pk, versie=None, door=consulent, nu=NU)
    overdragen(
        last_id=zorg.pk,
        versie=None,
        vanaf=maanden_na(VANDAAG.replace(day=1), 2),
        door=consulent,
        nu=NU,
    )

    tab = coachtab(dossier, voor=consulent, op=VANDAAG)

    assert {(stap.soort, stap.nummer) for stap in tab.stappen} == {
        ("Huur", 2),
        ("Verplichte zorgverzekering", 3),
    }


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_tab_costs_two_queries(dossier, consulent, django_assert_num_queries, aantal):
    for n in range(aantal):
        coachmoment_plannen(
            dossier_id=dossier.pk,
            gegevens=CoachGegevens(op=VANDAAG + timedelta(days=n), onderwerp=CoachOnderwerp.BANK),
            door=consulent,
            nu=NU,
        )
    consulent.rollen  # noqa: B018 - read once, as the middleware of a request does

    with django_assert_num_queries(2):
        coachtab(dossier, voor=consulent, op=VANDAAG)

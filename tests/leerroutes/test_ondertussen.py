"""The ondertussengroep: a begeleidingsplan that is no decision, and what else is done for them."""

from datetime import date, timedelta
from io import BytesIO

import pypdf
import pytest
from django.urls import reverse

from besluiten.models import Brief
from inburgering.enums import Regime
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.handelingen import handeling
from inburgering.models import Gebeurtenis, Taak
from inburgering.services.documenten import lees
from inburgering.services.dossiers import opschorten, sluiten_voor_anderen
from leerroutes.enums import GesprekStatus
from leerroutes.models import Begeleidingsplan, Voortgangsgesprek
from leerroutes.onderdelen import onderdelen
from leerroutes.queries.ondertussen import begeleidingspagina
from leerroutes.services.gesprekken import (
    gesprek_laten_vervallen,
    gesprek_terugzetten,
    gesprek_voeren,
)
from leerroutes.services.gespreksblad import gespreksblad_pdf
from leerroutes.services.ondertussen import (
    PlanGegevens,
    begeleidingsplan_bespreken,
    begeleidingsplan_brief_maken,
    begeleidingsplan_opstellen,
    begeleidingsplan_wijzigen,
    cursus_vastleggen,
    duo_termijn_vastleggen,
    volgend_gesprek_plannen,
)
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier
from tests.pdf import tekst_van

pytestmark = pytest.mark.django_db

MORGEN, GISTEREN = VANDAAG + timedelta(days=1), VANDAAG - timedelta(days=1)


def gegevens(**anders):
    gewoon = {
        "doel": "U wilt werken in de zorg.",
        "afspraken": "U gaat twee dagen per week naar Novatec.",
        "gesprek_weken": 8,
    }
    return PlanGegevens(**(gewoon | anders))


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, regime=Regime.WI2013, wordt_gehuisvest=False)


@pytest.fixture
def plan(dossier, wie):
    return begeleidingsplan_opstellen(dossier_id=dossier.pk, gegevens=gegevens(), **wie)


@pytest.fixture
def besproken(plan, wie):
    return begeleidingsplan_bespreken(plan_id=plan.pk, versie=None, op=GISTEREN, **wie)


def punten(dossier):
    pagina = begeleidingspagina(dossier, op=VANDAAG)
    return {punt.naam: punt.stand[0] for punt in pagina.punten}


def adres(dossier, naam="leerroute-begeleidingsplan"):
    return reverse(naam, args=[dossier.dossiernummer])


# --- The sheet for a talk ------------------------------------------------------------------------
def test_the_sheet_of_a_talk_says_what_the_plan_says(besproken, wie):
    cursus_vastleggen(plan_id=besproken.pk, versie=None, start_op=GISTEREN, eind_op=None, **wie)
    duo_termijn_vastleggen(
        plan_id=besproken.pk, versie=None, eind_op=date(2026, 8, 31), bron_op=GISTEREN, **wie
    )
    gesprek = Voortgangsgesprek.objects.select_related("inburgeraar__persoon").get()

    pdf = gespreksblad_pdf(gesprek, op=VANDAAG)

    tekst = " ".join(tekst_van(pdf).split())
    assert len(pypdf.PdfReader(BytesIO(pdf)).pages) == 1
    for deel in (
        "Afgesproken in het begeleidingsplan",
        "U wilt werken in de zorg.",
        "U gaat twee dagen per week naar Novatec.",
        "Cursus financiële redzaamheid: vanaf 1 maart 2026",
        "Inburgeren, volgens DUO op 1 maart 2026: t/m 31 augustus 2026",
        "Brede intake: nog te doen. Zonder leerbaarheidstoets.",
    ):
        assert deel in tekst
    assert "Afgesproken in het PIP" not in tekst


# --- The plan ------------------------------------------------------------------------------------
def test_a_plan_is_drawn_up_once(plan, dossier, wie):
    with pytest.raises(Geweigerd, match="Er is al een begeleidingsplan"):
        begeleidingsplan_opstellen(dossier_id=dossier.pk, gegevens=gegevens(), **wie)

    assert Begeleidingsplan.objects.get().doel == "U wilt werken in de zorg."


def test_under_the_new_law_there_is_a_pip_instead(gemeente, consulent, wie):
    ander = een_dossier(consulent=consulent)

    with pytest.raises(Geweigerd, match="Wet inburgering 2021"):
        begeleidingsplan_opstellen(dossier_id=ander.pk, gegevens=gegevens(), **wie)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"doel": " "}, "doel"),
        ({"afspraken": ""}, "afspraken"),
        ({"gesprek_weken": 0}, "gesprek_weken"),
    ],
)
def test_a_plan_says_something(dossier, wie, anders, veld):
    with pytest.raises(Geweigerd) as fout:
        begeleidingsplan_opstellen(dossier_id=dossier.pk, gegevens=gegevens(**anders), **wie)

    assert fout.value.veld == veld


def test_a_dossier_that_rests_keeps_its_plan_as_it_is(plan, dossier, wie):
    opschorten(dossier_id=dossier.pk, reden="Vrijstelling", **wie)

    with pytest.raises(Geweigerd, match="Het dossier is opgeschort"):
        begeleidingsplan_bespreken(plan_id=plan.pk, versie=None, op=VANDAAG, **wie)


def test_discussing_says_who_and_plans_the_next_talk(besproken, consulent):
    assert (besproken.besproken_op, besproken.besproken_door) == (GISTEREN, consulent)
    gesprek = Voortgangsgesprek.objects.get()
    assert (gesprek.nummer, gesprek.traject, gesprek.status) == (1, None, GesprekStatus.GEPLAND)
    assert gesprek.uiterlijk_op == GISTEREN + timedelta(weeks=8)


def test_a_talk_of_tomorrow_has_not_been(plan, wie):
    with pytest.raises(Geweigerd, match="in de toekomst") as fout:
        begeleidingsplan_bespreken(plan_id=plan.pk, versie=None, op=MORGEN, **wie)

    assert fout.value.veld == "op"


def test_after_a_talk_the_next_one_follows(besproken, wie):
    eerste = Voortgangsgesprek.objects.get()

    gesprek_voeren(gesprek_id=eerste.pk, versie=None, op=VANDAAG, verslag="Het gaat goed.", **wie)

    volgend = Voortgangsgesprek.objects.get(status=GesprekStatus.GEPLAND)
    assert (volgend.nummer, volgend.uiterlijk_op) == (2, VANDAAG + timedelta(weeks=8))


def test_a_talk_that_was_not_held_after_all_takes_the_next_one_away(dossier, besproken, wie):
    eerste = Voortgangsgesprek.objects.get()
    welk = {"gesprek_id": eerste.pk, "versie": None, **wie}
    gesprek_voeren(**welk, op=VANDAAG, verslag="Het gaat goed.")

    gesprek_terugzetten(**welk, reden="Verkeerde persoon")

    rijen = Voortgangsgesprek.objects.order_by("nummer").values_list("status", "uiterlijk_op")
    assert list(rijen) == [
        (GesprekStatus.GEPLAND, GISTEREN + timedelta(weeks=8)),
        (GesprekStatus.VERVALLEN, VANDAAG + timedelta(weeks=8)),
    ]


def test_what_changes_is_discussed_again(besproken, wie):
    plan = begeleidingsplan_wijzigen(
        plan_id=besproken.pk, versie=None, gegevens=gegevens(gesprek_weken=4), **wie
    )
    vooraf = (plan.besproken_op, plan.besproken_door)

    begeleidingsplan_bespreken(plan_id=plan.pk, versie=None, op=VANDAAG, **wie)

    assert vooraf == (None, None)
    gesprek = Voortgangsgesprek.objects.get()
    assert gesprek.uiterlijk_op == VANDAAG + timedelta(weeks=4)


def test_a_talk_that_somebody_asked_for_keeps_its_day(besproken, dossier, wie):
    with handeling(**wie, dossiers=[dossier.pk]) as act:
        extra = Voortgangsgesprek(
            inburgeraar=dossier, nummer=2, uiterlijk_op=MORGEN, reden="Wil van werk veranderen"
        )
        extra.save()
        volgend_gesprek_plannen(act, dossier.pk)

    dagen = Voortgangsgesprek.objects.order_by("nummer").values_list("uiterlijk_op", flat=True)
    assert list(dagen) == [GISTEREN + timedelta(weeks=8), MORGEN]


def test_saving_the_same_plan_leaves_it_discussed(besproken, wie):
    plan = begeleidingsplan_wijzigen(plan_id=besproken.pk, versie=None, gegevens=gegevens(), **wie)

    assert plan.besproken_op == GISTEREN
    with pytest.raises(Geweigerd, match="al besproken zoals het er nu staat"):
        begeleidingsplan_bespreken(plan_id=plan.pk, versie=None, op=VANDAAG, **wie)


def test_who_saves_second_is_told(plan, wie):
    begeleidingsplan_wijzigen(plan_id=plan.pk, versie=1, gegevens=gegevens(doel="U leert."), **wie)

    with pytest.raises(Gewijzigd):
        begeleidingsplan_wijzigen(plan_id=plan.pk, versie=1, gegevens=gegevens(), **wie)


# --- Course and term -----------------------------------------------------------------------------
def cursus(plan, wie, start_op, eind_op):
    return cursus_vastleggen(
        plan_id=plan.pk, versie=None, start_op=start_op, eind_op=eind_op, **wie
    )


def test_a_course_is_planned_and_finished(plan, dossier, wie):
    cursus(plan, wie, MORGEN, None)
    gepland = punten(dossier)["Cursus financiële redzaamheid"]

    cursus(plan, wie, GISTEREN, VANDAAG)

    assert (gepland, punten(dossier)["Cursus financiële redzaamheid"]) == ("Loopt", "Gedaan")


def test_what_was_recorded_by_mistake_is_taken_away(plan, wie):
    cursus(plan, wie, MORGEN, None)

    na = cursus(plan, wie, None, None)

    assert na.cursus_start_op is None


@pytest.mark.parametrize(
    ("start_op", "eind_op", "veld"),
    [
        (None, None, "start_op"),
        (None, VANDAAG, "start_op"),
        (VANDAAG, GISTEREN, "eind_op"),
        (VANDAAG, MORGEN, "eind_op"),
    ],
)
def test_a_course_ends_after_it_began_and_not_tomorrow(plan, wie, start_op, eind_op, veld):
    with pytest.raises(Geweigerd) as fout:
        cursus(plan, wie, start_op, eind_op)

    assert fout.value.veld == veld


@pytest.mark.parametrize(
    ("eind_op", "bron_op", "veld"),
    [
        (None, None, "eind_op"),
        (MORGEN, None, "bron_op"),
        (None, GISTEREN, "eind_op"),
        (MORGEN, MORGEN, "bron_op"),
    ],
)
def test_the_term_of_duo_comes_with_its_source(plan, wie, eind_op, bron_op, veld):
    with pytest.raises(Geweigerd) as fout:
        duo_termijn_vastleggen(
            plan_id=plan.pk, versie=None, eind_op=eind_op, bron_op=bron_op, **wie
        )

    assert fout.value.veld == veld


def test_a_term_that_is_over_is_said_to_be(plan, dossier, wie):
    duo_termijn_vastleggen(
        plan_id=plan.pk, versie=None, eind_op=GISTEREN, bron_op=date(2024, 5, 6), **wie
    )

    assert begeleidingspagina(dossier, op=VANDAAG).termijn_voorbij
    assert not begeleidingspagina(dossier, op=GISTEREN).termijn_voorbij
    regel = Gebeurtenis.objects.filter(soort="termijn").get()
    assert (regel.tekst, regel.op) == ("Termijn volgens DUO: t/m 01-03-2026", date(2024, 5, 6))


# --- The letter ----------------------------------------------------------------------------------
def test_the_letter_says_that_it_is_no_decision(besproken, wie):
    brief = begeleidingsplan_brief_maken(plan_id=besproken.pk, **wie)

    tekst = tekst_van(lees(brief.document))
    assert "Het is geen besluit. U kunt er geen bezwaar tegen maken." in tekst
    assert "U wilt werken in de zorg." in tekst
    assert "Elke 8 weken praten wij met u" in tekst


def test_a_letter_is_made_once_per_version_that_was_discussed(besproken, wie):
    eerste = begeleidingsplan_brief_maken(plan_id=besproken.pk, **wie)
    cursus(besproken, wie, GISTEREN, None)
    with pytest.raises(Geweigerd, match="is er al"):
        begeleidingsplan_brief_maken(plan_id=besproken.pk, **wie)

    begeleidingsplan_wijzigen(
        plan_id=besproken.pk, versie=None, gegevens=gegevens(doel="U wilt leren."), **wie
    )
    with pytest.raises(Geweigerd, match="Bespreek het begeleidingsplan eerst"):
        begeleidingsplan_brief_maken(plan_id=besproken.pk, **wie)
    begeleidingsplan_bespreken(plan_id=besproken.pk, versie=None, op=GISTEREN, **wie)
    tweede = begeleidingsplan_brief_maken(plan_id=besproken.pk, **wie)

    assert eerste.kenmerk != tweede.kenmerk
    assert Brief.objects.count() == 2


# --- The checklist -------------------------------------------------------------------------------
def test_without_anything_all_is_still_to_do(dossier):
    assert punten(dossier) == {
        "Overdracht en woning": "Niet vastgelegd",
        "Brede intake": "Nog te doen",
        "Begeleidingsplan bespreken": "Nog te doen",
        "Cursus financiële redzaamheid": "Nog te doen",
        "Gesprekken": "Nog te doen",
        "Meedoen": "Nog te doen",
    }


def test_a_talk_past_its_day_is_late(besproken, dossier):
    straks = begeleidingspagina(dossier, op=GISTEREN + timedelta(weeks=8, days=1))

    stand = {punt.naam: punt.stand[0] for punt in straks.punten}
    assert (punten(dossier)["Gesprekken"], stand["Gesprekken"]) == ("Loopt", "Te laat")


# --- Tasks ---------------------------------------------------------------------------------------
SOORTEN = ("begeleidingsplan", "cursus_redzaamheid", "volgend_gesprek")


def taken(dossier):
    rijen = Taak.objects.filter(inburgeraar=dossier, status="open", soort__in=SOORTEN)
    return set(rijen.values_list("titel", flat=True))


def test_a_task_follows_from_what_is_not_there_yet(dossier, wie):
    zonder_plan = taken(dossier)
    plan = begeleidingsplan_opstellen(dossier_id=dossier.pk, gegevens=gegevens(), **wie)
    met_plan = taken(dossier)
    begeleidingsplan_bespreken(plan_id=plan.pk, versie=None, op=GISTEREN, **wie)
    besproken = taken(dossier)

    cursus(plan, wie, MORGEN, None)

    assert zonder_plan == {"Begeleidingsplan opstellen"}
    assert met_plan == {"Begeleidingsplan bespreken"}
    assert besproken == {"Cursus financiële redzaamheid aanbieden"}
    assert taken(dossier) == set()


def test_a_talk_that_lapsed_asks_for_the_next(besproken, dossier, wie):
    cursus(besproken, wie, GISTEREN, None)
    gesprek = Voortgangsgesprek.objects.get()

    gesprek_laten_vervallen(gesprek_id=gesprek.pk, versie=None, reden="Ziek", **wie)

    assert taken(dossier) == {"Volgend gesprek plannen"}


# --- Pages ---------------------------------------------------------------------------------------
def test_the_tab_leads_to_the_plan_and_shows_no_route(klant, dossier):
    antwoord = klant.get(adres(dossier, "leerroute"), follow=True)

    assert antwoord.redirect_chain == [(adres(dossier), 302)]
    assert "Er loopt geen leerroute" not in antwoord.text
    assert "Wat de gemeente doet" in antwoord.text


def test_the_parts_of_the_tab_follow_the_law(consulent):
    def namen(regime):
        delen = onderdelen(consulent, nummer="2026-0001", pad="/", regime=regime)
        return {deel.tekst for deel in delen} & {"Voortgang", "Begeleidingsplan"}

    assert namen(Regime.WI2013) == {"Begeleidingsplan"}
    assert namen(Regime.WI2021) == {"Voortgang"}


def test_other_dossiers_have_no_such_page(klant, consulent):
    ander = een_dossier(consulent=consulent)

    assert klant.get(adres(ander)).status_code == 404
    assert klant.get(adres(ander, "leerroute-begeleidingsplan-plan")).status_code == 404


def test_a_plan_is_filled_in_and_changed_on_its_page(klant, dossier):
    invoer = {"doel": "U leert Nederlands.", "afspraken": "Elke dag.", "gesprek_weken": "6"}

    antwoord = klant.post(adres(dossier, "leerroute-begeleidingsplan-plan"), invoer)
    klant.post(
        adres(dossier, "leerroute-begeleidingsplan-plan"),
        invoer | {"afspraken": "Elke week.", "versie": "1"},
    )

    assert antwoord.url == adres(dossier)
    assert Begeleidingsplan.objects.get().afspraken == "Elke week."


def test_a_refusal_stands_by_its_field(klant, dossier, plan):
    antwoord = klant.post(
        adres(dossier, "leerroute-begeleidingsplan-bespreken"), {"op": f"{MORGEN:%d-%m-%Y}"}
    )

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors == {
        "op": ["De dag van het gesprek ligt in de toekomst."]
    }


def test_the_letter_comes_from_one_button(klant, dossier, besproken):
    klant.post(adres(dossier, "leerroute-begeleidingsplan-brief"))

    assert Brief.objects.get().soort == "begeleidingsplan"
    assert "Verzenden vastleggen" in klant.get(adres(dossier)).text


def test_a_closed_dossier_is_not_found(client_als, dossier, teamleider):
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="Bedreiging"
    )

    assert client_als(MedewerkerFactory(rol=Rol.CONSULENT)).get(adres(dossier)).status_code == 404


def test_other_roles_see_nothing_of_it(client_als, dossier, administratie):
    assert client_als(administratie).get(adres(dossier)).status_code == 403

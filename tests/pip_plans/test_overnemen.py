"""A plan of before this system: its own dagtekening, no letter of ours, and all that follows."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from besluiten.models import Besluit, BesluitStatus
from inburgering.enums import (
    Herkomst,
    SchakelNummer,
    SchakelStatus,
    TermijnSoort,
    TermijnStatus,
)
from inburgering.geweigerd import Geweigerd
from inburgering.models import Document, Taak, Termijn, Verlenging
from intake.services.intake import intake_overnemen
from leerroutes.models import Traject
from leerroutes.services.traject import EerdereUren, traject_overnemen
from medewerkers.sporen import spoor
from pip_plans.models import PipStatus
from pip_plans.policies.plan import PapierenPip
from pip_plans.services.opstellen import opstellen
from pip_plans.services.overnemen import overnemen
from tests.factories import NU, VANDAAG, een_dossier
from wet.leerroutes import Leerroute, Niveau

pytestmark = pytest.mark.django_db

KENNISGEVING = date(2024, 5, 2)
DAGTEKENING = date(2024, 7, 8)
LAATSTE_DAG = date(2027, 7, 8)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=KENNISGEVING)


@pytest.fixture
def neem_over(dossier, wie):
    def doe(**velden):
        gewoon = {
            "dagtekening": DAGTEKENING,
            "leerroute": Leerroute.B,
            "bekendgemaakt_op": DAGTEKENING,
        }
        return overnemen(
            dossier_id=dossier.pk,
            plan=PapierenPip(**(gewoon | velden)),
            reden="Op papier vastgesteld.",
            **wie,
        )

    return doe


def driejaren(dossier):
    return Termijn.objects.get(inburgeraar=dossier, soort=TermijnSoort.INBURGERING)


def schakel(dossier, nummer):
    rij = dossier.schakels.get(nummer=nummer)
    return rij.status, rij.geopend_op, rij.afgerond_op


def test_the_plan_stands_with_the_day_it_has_on_paper(neem_over, dossier, consulent):
    pip = neem_over(begeleiding="Elke maand een gesprek.")

    pip.refresh_from_db()
    assert (pip.status, pip.dagtekening, pip.dagtekening_initieel) == (
        PipStatus.VASTGESTELD,
        DAGTEKENING,
        DAGTEKENING,
    )
    assert (pip.vastgesteld_op, pip.vastgesteld_door) == (VANDAAG, consulent)
    assert (pip.niveau, pip.pvt_uren, pip.map_uren) == ("B1", 12, 40)
    assert pip.begeleiding == "Elke maand een gesprek."


def test_no_letter_is_made(neem_over):
    besluit = neem_over().besluit

    assert (besluit.overgenomen, besluit.document, besluit.status, besluit.bekendgemaakt_op) == (
        True,
        None,
        BesluitStatus.BEKENDGEMAAKT,
        DAGTEKENING,
    )
    assert not Document.objects.exists()


def test_what_follows_stands_on_the_day_of_the_plan(neem_over, dossier):
    neem_over()

    assert schakel(dossier, SchakelNummer.INTAKE_EN_PIP)[::2] == (
        SchakelStatus.AFGEROND,
        DAGTEKENING,
    )
    assert schakel(dossier, SchakelNummer.INBURGEREN) == (SchakelStatus.OPEN, DAGTEKENING, None)
    termijn = driejaren(dossier)
    assert (termijn.start_op, termijn.eind_op, termijn.herkomst) == (
        DAGTEKENING + timedelta(days=1),
        LAATSTE_DAG,
        Herkomst.EIGEN,
    )
    tien_weken = Termijn.objects.get(soort=TermijnSoort.PIP)
    assert (tien_weken.status, tien_weken.gehaald_op) == (TermijnStatus.GEHAALD, DAGTEKENING)
    assert Traject.objects.get().start_op == DAGTEKENING


def test_no_objection_term_runs_that_is_over(neem_over):
    neem_over()

    assert not Termijn.objects.filter(soort=TermijnSoort.BEZWAAR).exists()


def test_the_objection_term_of_a_recent_plan_runs_on(neem_over):
    neem_over(
        dagtekening=VANDAAG - timedelta(days=14), bekendgemaakt_op=VANDAAG - timedelta(days=10)
    )

    termijn = Termijn.objects.get(soort=TermijnSoort.BEZWAAR)
    assert (termijn.status, termijn.start_op) == (
        TermijnStatus.LOPEND,
        VANDAAG - timedelta(days=9),
    )


# What a plan asks for from its first day, made here or taken over.
NOG_TE_DOEN = {"aanbod_doen", "map_beginnen", "pvt_plannen", "voortgangsgesprek"}


def open_taken(dossier):
    return set(
        Taak.objects.filter(inburgeraar=dossier, status="open").values_list("soort", flat=True)
    )


def test_a_plan_taken_over_asks_for_nothing_that_was_done(neem_over, dossier):
    neem_over()

    assert open_taken(dossier) == NOG_TE_DOEN


def test_a_plan_that_was_not_made_known_is_to_be_made_known(neem_over, dossier):
    neem_over(bekendgemaakt_op=None)

    assert open_taken(dossier) == NOG_TE_DOEN | {"bekendmaken"}


def test_the_last_day_of_duo_leads_and_says_how_it_differs(neem_over, dossier):
    neem_over(laatste_dag_duo=date(2027, 9, 1))

    termijn = driejaren(dossier)
    assert (termijn.eind_op, termijn.herkomst) == (date(2027, 9, 1), Herkomst.DUO)
    assert termijn.stappen[-1] == (
        "DUO noemt als laatste dag 01-09-2027. Die gaat voor de berekende dag, 08-07-2027."
    )
    assert not Verlenging.objects.exists()


def test_the_page_of_the_plan_shows_the_last_day_of_duo(neem_over, klant, dossier):
    neem_over(laatste_dag_duo=date(2027, 9, 1))

    pagina = klant.get(reverse("pip", args=[dossier.dossiernummer])).content.decode()

    assert "<dd>1 september 2027</dd>" in pagina
    assert "<dd>8 juli 2027</dd>" not in pagina


def test_the_same_last_day_changes_nothing(neem_over, dossier):
    neem_over(laatste_dag_duo=LAATSTE_DAG)

    assert driejaren(dossier).herkomst == Herkomst.EIGEN


def test_an_extension_of_duo_is_recorded_as_one(neem_over, dossier):
    neem_over(laatste_dag_duo=date(2028, 1, 8), verlengd_op=date(2025, 10, 1), grond="Bevalling")

    verlenging = Verlenging.objects.get()
    assert (verlenging.oud_eind_op, verlenging.eind_op, verlenging.grond) == (
        LAATSTE_DAG,
        date(2028, 1, 8),
        "Bevalling",
    )
    assert driejaren(dossier).eind_op == date(2028, 1, 8)


def test_a_later_version_hangs_on_the_first_plan(neem_over, dossier):
    later = date(2025, 9, 1)
    pip = neem_over(
        dagtekening=later, dagtekening_eerste=DAGTEKENING, bekendgemaakt_op=later, niveau=Niveau.A2
    )

    assert (pip.dagtekening_initieel, pip.niveau) == (DAGTEKENING, "A2")
    assert driejaren(dossier).eind_op == LAATSTE_DAG
    assert Termijn.objects.get(soort=TermijnSoort.PIP).gehaald_op == DAGTEKENING
    assert Traject.objects.get().start_op == later


def test_the_hours_so_far_are_an_opening_balance(neem_over, klant, dossier):
    neem_over(leerroute=Leerroute.Z, uren_taal=310, uren_participatie=120)

    traject = Traject.objects.get()
    assert (
        traject.eerdere_uren_taal,
        traject.eerdere_uren_participatie,
        traject.eerdere_uren_op,
    ) == (310, 120, VANDAAG)
    pagina = klant.get(reverse("leerroute", args=[dossier.dossiernummer])).content.decode()
    assert "Uren van voor dit systeem" in pagina
    assert "310 uur" in pagina
    assert "120 uur" in pagina


@pytest.mark.parametrize("uren", [-1, 10_000])
def test_hours_that_cannot_be_are_refused(dossier, wie, uren):
    with pytest.raises(Geweigerd, match="van 0 tot en met 9999"):
        traject_overnemen(
            dossier_id=dossier.pk,
            leerroute=Leerroute.B,
            start_op=DAGTEKENING,
            uren=EerdereUren(taal=uren),
            niveau="B1",
            leerroute_uren=None,
            pvt_uren=12,
            map_uren=40,
            voortgangsgesprekken=6,
            **wie,
        )


def test_the_page_says_that_it_was_taken_over(neem_over, klant, dossier):
    neem_over()

    pagina = klant.get(reverse("pip", args=[dossier.dossiernummer])).content.decode()

    assert "op papier, vóór dit systeem" in pagina
    assert "Brief openen" not in pagina
    assert "De brief staat in het oude dossier" in pagina


def test_a_next_version_can_be_made_of_it(neem_over, dossier, wie):
    intake_overnemen(dossier_id=dossier.pk, afgerond_op=date(2024, 6, 20), **wie)
    neem_over(leerroute_uren=600)

    volgende = opstellen(dossier_id=dossier.pk, **wie)

    assert (volgende.versienummer, volgende.leerroute, volgende.leerroute_uren) == (2, "B", 600)


@pytest.mark.parametrize(
    ("velden", "reden", "veld"),
    [
        ({"dagtekening": VANDAAG + timedelta(days=1)}, "in de toekomst", "pip_op"),
        ({"dagtekening": date(2024, 4, 1)}, "voor het begin van de plicht", "pip_op"),
        (
            {"dagtekening_eerste": date(2024, 8, 1)},
            "na de dagtekening van dit PIP",
            "eerste_pip_op",
        ),
        ({"laatste_dag_duo": date(2024, 7, 1)}, "ligt voor het PIP", "laatste_dag"),
        ({"verlengd_op": date(2025, 7, 1)}, "laatste dag na de verlenging", "laatste_dag"),
        ({"niveau": Niveau.A2}, "altijd op niveau B1", "niveau"),
        ({"leerroute": Leerroute.Z, "niveau": Niveau.B1}, "geen niveau B1", "niveau"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(neem_over, velden, reden, veld):
    with pytest.raises(Geweigerd, match=reden) as geweigerd:
        neem_over(**velden)

    assert geweigerd.value.veld == veld
    assert not Besluit.objects.exists()


def test_there_is_one_plan_to_take_over(neem_over):
    neem_over()

    with pytest.raises(Geweigerd, match="al een PIP"):
        neem_over()


def test_only_a_decision_that_was_taken_over_has_no_document(neem_over, consulent):
    besluit = neem_over(bekendgemaakt_op=None).besluit
    besluit.overgenomen = False

    with (
        pytest.raises(IntegrityError, match="besluit_met_document_of_overgenomen"),
        transaction.atomic(),
        spoor(door=consulent, nu=NU),
    ):
        besluit.save()

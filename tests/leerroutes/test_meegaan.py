"""Another route while an offer, lessons or the taalschakeltraject run."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from inburgering.datums import AMSTERDAM
from inburgering.enums import TaakStatus, TermijnSoort, TermijnStatus
from inburgering.models import Taak, Termijn
from leerroutes.enums import AanbiederSoort, AanbodStatus, KeurmerkSoort, Lessoort, TrajectEinde
from leerroutes.models import Deelname, Inburgeringsaanbod, Traject, TrajectStatus
from leerroutes.queries.aanbodtermijn import sleutel_van
from leerroutes.queries.lessentab import lessentab
from leerroutes.queries.voortgang import voortgang_van
from leerroutes.services.aanbod import aanbod_aanvaarden, aanbod_beeindigen, aanbod_starten
from leerroutes.services.aanbod import aanbod_wijzigen as wijzigen
from leerroutes.services.deelname import deelname_beeindigen, deelname_hervatten
from leerroutes.services.taalschakel import TaalschakelGegevens, taalschakel_starten
from leerroutes.services.taalschakel import taalschakel_verlaten as verlaten
from leerroutes.services.traject import traject_beeindigen
from tests.factories import (
    NU,
    VANDAAG,
    KeurmerkFactory,
    een_aanbod,
    een_deelname,
    een_dossier,
    een_school,
    een_traject,
)
from tests.leerroutes.bewijs import uren
from wet.leerroutes import Leerroute

pytestmark = pytest.mark.django_db

LATER = datetime(2026, 4, 1, 10, tzinfo=AMSTERDAM)


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent)


@pytest.fixture
def wie(consulent) -> dict[str, Any]:
    return {"door": consulent, "nu": LATER}


def _taken(dossier):
    rijen = Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN)
    return dict(rijen.values_list("soort", "titel"))


def _lopend(dossier) -> Traject:
    return Traject.objects.get(inburgeraar=dossier, status=TrajectStatus.LOPEND)


@pytest.fixture
def op_o(dossier, consulent):
    """On the onderwijsroute, with lessons of the taalschakeltraject that run."""
    een_traject(dossier, door=consulent, leerroute=Leerroute.O)
    school = een_school(soorten=[AanbiederSoort.TAALSCHAKEL.value])
    KeurmerkFactory(aanbieder=school, soort=KeurmerkSoort.DIPLOMA_ERKENNING)
    een_deelname(dossier, door=consulent, school=school, lessoort=Lessoort.TAALSCHAKEL)
    taalschakel_starten(
        dossier_id=dossier.pk, gegevens=TaalschakelGegevens(), door=consulent, nu=NU
    )
    return dossier


# --- What fits the new route ---------------------------------------------------------------------
def test_an_offer_that_waits_goes_along_and_its_lessons_begin_on_the_new_route(
    dossier, consulent, wie
):
    een_traject(dossier, door=consulent)
    aanbod = een_aanbod(dossier, door=consulent)

    een_traject(dossier, leerroute=Leerroute.Z, **wie)
    welk: dict[str, Any] = {"aanbod_id": aanbod.pk, "versie": None, "op": LATER.date()}
    aanbod_aanvaarden(**welk, **wie)
    aanbod_starten(**welk, **wie)

    nieuw = _lopend(dossier)
    assert Deelname.objects.get(aanbod=aanbod).traject == nieuw
    assert [regel.vorig for regel in lessentab(dossier, op=LATER.date()).aanboden] == [False]
    termijn = Termijn.objects.get(soort=TermijnSoort.AANBOD, sleutel=sleutel_van(nieuw))
    assert (termijn.status, termijn.gehaald_op) == (TermijnStatus.GEHAALD, LATER.date())


def test_an_offer_that_went_along_is_still_put_right(dossier, consulent, wie):
    een_traject(dossier, door=consulent)
    aanbod = een_aanbod(dossier, door=consulent)
    een_traject(dossier, leerroute=Leerroute.Z, **wie)

    wijzigen(
        aanbod_id=aanbod.pk,
        versie=None,
        gedaan_op=VANDAAG,
        uren_per_week=Decimal(9),
        reden="Typefout",
        **wie,
    )

    aanbod = Inburgeringsaanbod.objects.get(pk=aanbod.pk)
    assert (aanbod.gedaan_op, aanbod.uren_per_week) == (VANDAAG, Decimal(9))


def test_what_ended_stays_with_the_route_it_was_of(dossier, consulent, wie):
    een_traject(dossier, door=consulent)
    deelname = een_deelname(dossier, door=consulent)
    welk: dict[str, Any] = {"deelname_id": deelname.pk, "versie": None}
    deelname_beeindigen(**welk, op=VANDAAG, reden="Verhuisd.", door=consulent, nu=NU)

    een_traject(dossier, leerroute=Leerroute.Z, **wie)
    daarvoor = Deelname.objects.get().traject.leerroute
    deelname_hervatten(**welk, reden="Toch weer.", **wie)

    assert (daarvoor, Deelname.objects.get().traject) == ("B", _lopend(dossier))


def test_the_task_after_lessons_that_went_along_asks_a_new_offer(dossier, consulent, wie):
    een_traject(dossier, door=consulent)
    een_deelname(dossier, door=consulent)
    een_traject(dossier, leerroute=Leerroute.Z, **wie)
    aanbod = Inburgeringsaanbod.objects.get()

    aanbod_beeindigen(aanbod_id=aanbod.pk, versie=None, op=LATER.date(), reden="Weg.", **wie)

    assert _taken(dossier)["aanbod_doen"] == "Nieuw aanbod voor lessen doen"


# --- What does not -------------------------------------------------------------------------------
def test_the_taalschakeltraject_stays_behind_with_a_task(op_o, wie):
    een_traject(op_o, leerroute=Leerroute.B, **wie)

    deelname = Deelname.objects.get()
    assert deelname.traject.leerroute == "O"
    assert _taken(op_o)["taalschakel_past_niet"] == "Vastleggen hoe het taalschakeltraject eindigt"
    aanbod = Inburgeringsaanbod.objects.get()
    einde: dict[str, Any] = {"versie": None, "op": LATER.date(), "reden": "Andere route.", **wie}
    aanbod_beeindigen(aanbod_id=aanbod.pk, **einde)
    verlaten(taalschakel_id=op_o.taalschakeltrajecten.get().pk, **einde)
    assert AanbodStatus(Inburgeringsaanbod.objects.get().status) is AanbodStatus.BEEINDIGD
    assert "taalschakel_past_niet" not in _taken(op_o)


def test_on_the_onderwijsroute_there_is_nothing_to_ask(op_o):
    assert "taalschakel_past_niet" not in _taken(op_o)


# --- Hours ---------------------------------------------------------------------------------------
def test_what_the_plan_deducts_is_not_eaten_by_lessons_on_the_same_route(dossier, consulent, wie):
    """A plan that was taken back and made anew is one route: what is deducted is of before it."""
    een_traject(dossier, door=consulent, leerroute=Leerroute.Z, aftrek_uren=100)
    uren(dossier, "nederlands", 200)
    traject_beeindigen(dossier_id=dossier.pk, reden="Fout.", **wie)

    een_traject(dossier, leerroute=Leerroute.Z, aftrek_uren=100, **wie)

    antwoord = voortgang_van(dossier)
    assert antwoord is not None
    assert antwoord.bekend is not None
    assert antwoord.bekend.eisen[0].uren_te_gaan == 500
    dossier.urenstand.refresh_from_db()
    assert dossier.urenstand.cursus == 300
    eerste = Traject.objects.earliest("pk")
    assert eerste.einde == TrajectEinde.INGETROKKEN


def test_what_the_plan_deducts_is_not_counted_twice_after_another_route(dossier, consulent, wie):
    een_traject(dossier, door=consulent, leerroute=Leerroute.B)
    uren(dossier, "nederlands", 200)

    een_traject(dossier, leerroute=Leerroute.Z, aftrek_uren=250, **wie)

    dossier.urenstand.refresh_from_db()
    assert dossier.urenstand.cursus == 250

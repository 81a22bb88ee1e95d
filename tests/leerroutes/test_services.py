"""The traject: started and adjusted by a plan, stopped and taken up with the dossier."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from inburgering.datums import AMSTERDAM
from inburgering.enums import BeeindigReden, SchakelNummer
from inburgering.services import dossiers
from inburgering.services.dossiers import sluiten_voor_anderen
from inburgering.services.schakels import schakel_afronden, schakel_openen
from leerroutes.models import Traject, TrajectStatus
from leerroutes.queries.traject import leerroutetab
from leerroutes.services.traject import traject_starten
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier
from wet.leerroutes import Leerroute

pytestmark = pytest.mark.django_db

LATER = datetime(2026, 5, 4, 9, 30, tzinfo=AMSTERDAM)


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=VANDAAG)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


def start(dossier, wie, leerroute=Leerroute.B, **velden):
    afspraken = {
        "niveau": "B1",
        "leerroute_uren": 600,
        "pvt_uren": 12,
        "map_uren": 40,
        "voortgangsgesprekken": 6,
    }
    return traject_starten(
        dossier_id=dossier.pk, leerroute=leerroute, **(afspraken | velden), **wie
    )


def stand():
    rijen = Traject.objects.order_by("pk")
    return [(rij.leerroute, rij.status, rij.start_op, rij.eind_op) for rij in rijen]


def test_a_plan_starts_a_traject(dossier, wie):
    traject = start(dossier, wie)

    assert (traject.leerroute, traject.niveau, traject.leerroute_uren) == ("B", "B1", 600)
    assert stand() == [("B", TrajectStatus.LOPEND, VANDAAG, None)]


def test_a_new_version_on_the_same_route_adjusts_it(dossier, wie, consulent):
    eerste = start(dossier, wie)

    zelfde = start(dossier, {"door": consulent, "nu": LATER}, leerroute_uren=720, niveau="A2")

    assert zelfde.pk == eerste.pk
    assert (zelfde.leerroute_uren, zelfde.niveau) == (720, "A2")
    assert stand() == [("B", TrajectStatus.LOPEND, VANDAAG, None)]


def test_the_same_agreements_change_nothing(dossier, wie):
    start(dossier, wie)

    assert start(dossier, wie).versie == 1


def test_another_route_ends_it_and_starts_anew(dossier, wie, consulent):
    start(dossier, wie)

    start(dossier, {"door": consulent, "nu": LATER}, Leerroute.Z, niveau="", leerroute_uren=800)

    assert stand() == [
        ("B", TrajectStatus.BEEINDIGD, VANDAAG, LATER.date()),
        ("Z", TrajectStatus.LOPEND, LATER.date(), None),
    ]


def test_a_dossier_that_ends_stops_it_on_that_day(dossier, wie, consulent):
    start(dossier, wie)
    op = LATER.date() - timedelta(days=4)

    dossiers.beeindigen(
        dossier_id=dossier.pk, reden=BeeindigReden.VERHUISD, op=op, door=consulent, nu=LATER
    )

    assert stand() == [("B", TrajectStatus.BEEINDIGD, VANDAAG, op)]


def test_a_dossier_that_goes_on_takes_up_the_last_one_only(dossier, wie, consulent):
    start(dossier, wie)
    later = {"door": consulent, "nu": LATER}
    start(dossier, later, Leerroute.Z, niveau="")
    dossiers.opschorten(dossier_id=dossier.pk, reden="vrijstelling", **later)

    dossiers.hervatten(dossier_id=dossier.pk, reden="voorbij", **later)

    assert [rij[:2] for rij in stand()] == [
        ("B", TrajectStatus.BEEINDIGD),
        ("Z", TrajectStatus.LOPEND),
    ]


def test_a_dossier_without_a_traject_stops_and_goes_on(dossier, wie):
    dossiers.opschorten(dossier_id=dossier.pk, reden="vrijstelling", **wie)
    dossiers.hervatten(dossier_id=dossier.pk, reden="voorbij", **wie)

    assert stand() == []


# --- The tab -------------------------------------------------------------------------------------
def test_the_tab_lists_what_the_route_takes(dossier, wie):
    start(dossier, wie)

    teksten = [eis.tekst for eis in leerroutetab(dossier, op=VANDAAG).eisen]

    assert teksten[:2] == ["Examen lezen op niveau B1", "Examen luisteren op niveau B1"]
    assert len(teksten) == 7


def test_a_plan_at_a2_asks_for_a2(dossier, wie):
    start(dossier, wie, niveau="A2", afgeschaald=["LE", "LU", "SC", "SP"])

    assert [eis.tekst[-2:] for eis in leerroutetab(dossier, op=VANDAAG).eisen[:4]] == ["A2"] * 4


def test_a_plan_stepped_down_for_one_part_asks_for_b1_in_the_others(dossier, wie):
    start(dossier, wie, afgeschaald=["SC"])

    assert [eis.tekst for eis in leerroutetab(dossier, op=VANDAAG).eisen[:4]] == [
        "Examen lezen op niveau B1",
        "Examen luisteren op niveau B1",
        "Examen schrijven op niveau A2",
        "Examen spreken op niveau B1",
    ]


def adres(dossier):
    return reverse("leerroute", args=[dossier.dossiernummer])


def test_the_page_before_and_after_the_plan(klant, dossier, wie):
    assert "Er loopt geen leerroute" in klant.get(adres(dossier)).text

    start(dossier, wie)

    pagina = klant.get(adres(dossier)).text
    assert "Examen lezen op niveau B1" in pagina
    assert "Wet inburgering 2021, artikel 7" in pagina
    assert "600 uur" in pagina


def test_once_schakel_4_is_closed_the_page_says_since_when(klant, dossier, wie):
    start(dossier, wie)
    schakel_openen(dossier_id=dossier.pk, nummer=SchakelNummer.INBURGEREN, **wie)

    schakel_afronden(dossier_id=dossier.pk, nummer=SchakelNummer.INBURGEREN, **wie)

    pagina = klant.get(adres(dossier)).text
    assert "Schakel 4 is afgerond op 2 maart 2026" in pagina


def test_a_dossier_that_rests_says_why_no_route_runs(klant, dossier, wie):
    start(dossier, wie)
    dossiers.opschorten(dossier_id=dossier.pk, reden="Vrijstelling", **wie)

    pagina = klant.get(adres(dossier)).text

    assert "Het dossier is opgeschort. Een leerroute die liep, gaat verder" in pagina
    assert "Na het vaststellen van het PIP" not in pagina


def test_a_closed_dossier_is_not_found(client_als, dossier, teamleider):
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="Bedreiging"
    )

    assert client_als(MedewerkerFactory(rol=Rol.CONSULENT)).get(adres(dossier)).status_code == 404


def test_other_roles_see_nothing_of_it(client_als, dossier, administratie):
    assert client_als(administratie).get(adres(dossier)).status_code == 403

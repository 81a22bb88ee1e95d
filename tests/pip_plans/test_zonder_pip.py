"""A plan is taken back, or another route is taken: what happens to lessons, places and hours."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from besluiten.models import Bekendmaking, Besluit
from besluiten.services.besluiten import bekendmaken
from inburgering.datums import AMSTERDAM
from inburgering.enums import TaakStatus, TermijnSoort, TermijnStatus
from inburgering.models import Gebeurtenis, Inburgeraar, Taak, Termijn
from inburgering.services.dossiers import hervatten, opschorten
from leerroutes.enums import DeelnameStatus, PlekSoort, TrajectEinde
from leerroutes.models import Deelname, Plaatsing, Traject, TrajectStatus
from leerroutes.queries.urenkaart import urenkaart
from leerroutes.queries.urentotalen import afwijkende_dossiers
from leerroutes.queries.voortgang import voortgang_van
from leerroutes.services.afronding import inburgeren_afronden
from leerroutes.services.deelname import deelname_beeindigen
from leerroutes.services.plaatsingen import plaatsen, plaatsing_starten
from leerroutes.services.plekken import PlekGegevens, plek_toevoegen
from leerroutes.services.uren import UrenGegevens, uren_vastleggen
from medewerkers.geweigerd import Geweigerd
from medewerkers.models import Medewerker
from pip_plans.enums import Voortgangsreden
from pip_plans.models import Pip
from pip_plans.policies.wisselen import Schakeling
from pip_plans.services.intrekken import intrekken
from pip_plans.services.opstellen import inhoud_wijzigen, opstellen
from pip_plans.services.vaststellen import vaststellen
from pip_plans.services.wisselen import schakelen
from tests.factories import NU, VANDAAG, een_deelname
from wet.leerroutes import Leerroute, Urensoort

pytestmark = pytest.mark.django_db

LATER = datetime(2026, 6, 1, 10, tzinfo=AMSTERDAM)
NIEUW = datetime(2026, 7, 1, 10, tzinfo=AMSTERDAM)


@pytest.fixture
def loopt(concept: Pip, na_intake: Inburgeraar, consulent: Medewerker) -> Inburgeraar:
    """The plan stands and was made known: the B1-route runs, with 600 hours agreed."""
    inhoud = {"leerroute_uren": 600}
    inhoud_wijzigen(pip_id=concept.pk, versie=None, inhoud=inhoud, door=consulent, nu=NU)
    _stel_vast(concept.pk, consulent, NU)
    return na_intake


def _stel_vast(pip_id: int, door: Medewerker, nu: datetime) -> None:
    pip = Pip.objects.get(pk=pip_id)
    if pip.leerroute == "Z":
        wens = {"examenwens_z": "niet_van_toepassing"}
        pip = inhoud_wijzigen(pip_id=pip.pk, versie=None, inhoud=wens, door=door, nu=nu)
    _maak_bekend(
        vaststellen(pip_id=pip.pk, versie=pip.versie, door=door, nu=nu, duo_reden="Later."),
        door,
        nu,
    )


def _maak_bekend(besluit: Besluit, door: Medewerker, nu: datetime) -> None:
    bekendmaken(
        besluit_id=besluit.pk,
        versie=besluit.versie,
        wijze=Bekendmaking.UITGEREIKT,
        op=besluit.dagtekening,
        door=door,
        nu=nu,
    )


def _trek_in(dossier: Inburgeraar, door: Medewerker, nu: datetime = LATER) -> None:
    pip = Pip.objects.get(inburgeraar=dossier, status="vastgesteld")
    reden = "Het plan rust op een fout."
    besluit = intrekken(pip_id=pip.pk, versie=pip.versie, reden=reden, door=door, nu=nu)
    _maak_bekend(besluit, door, nu)


def _nieuw_plan(dossier: Inburgeraar, door: Medewerker, nu: datetime = NIEUW) -> Traject:
    pip = opstellen(dossier_id=dossier.pk, door=door, nu=nu)
    _stel_vast(pip.pk, door, nu)
    return Traject.objects.get(inburgeraar=dossier, status=TrajectStatus.LOPEND)


def _les(deelname: Deelname, op: date, door: Medewerker, nu: datetime) -> None:
    les = UrenGegevens(soort=Urensoort.NEDERLANDS, op=op, uren=Decimal(6), deelname=deelname)
    uren_vastleggen(dossier_id=deelname.inburgeraar_id, regels=[les], door=door, nu=nu)


def _taken(dossier: Inburgeraar) -> set[str]:
    rijen = Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN)
    return set(rijen.values_list("soort", flat=True))


# --- Taken back ----------------------------------------------------------------------------------
def test_a_plan_that_is_taken_back_ends_the_traject_with_reason_and_day(loopt, consulent):
    _trek_in(loopt, consulent)

    traject = Traject.objects.get(inburgeraar=loopt)
    assert (traject.status, traject.eind_op, traject.einde) == (
        TrajectStatus.BEEINDIGD,
        LATER.date(),
        TrajectEinde.INGETROKKEN,
    )
    regel = Gebeurtenis.objects.get(inburgeraar=loopt, tekst="Traject beëindigd")
    assert (regel.op, regel.reden) == (LATER.date(), "Het plan rust op een fout.")
    driejaren = Termijn.objects.get(inburgeraar=loopt, soort=TermijnSoort.INBURGERING)
    assert driejaren.status == TermijnStatus.LOPEND


def test_lessons_and_places_go_on_with_a_task_until_a_new_plan(loopt, consulent):
    deelname = een_deelname(loopt, door=consulent, nu=NU)
    plaatsing = _plaatsing(loopt, consulent)

    _trek_in(loopt, consulent)

    deelname.refresh_from_db()
    assert deelname.status == DeelnameStatus.GESTART
    zonder = {"lessen_zonder_pip", "plaatsing_zonder_pip"}
    assert zonder <= _taken(loopt)
    nieuw = _nieuw_plan(loopt, consulent)
    assert not zonder & _taken(loopt)
    deelname.refresh_from_db()
    plaatsing.refresh_from_db()
    assert (deelname.traject, plaatsing.traject) == (nieuw, nieuw)


def test_the_task_ends_with_the_lessons(loopt, consulent):
    deelname = een_deelname(loopt, door=consulent, nu=NU)
    _trek_in(loopt, consulent)

    deelname_beeindigen(
        deelname_id=deelname.pk,
        versie=None,
        op=LATER.date(),
        reden="Geen PIP meer.",
        door=consulent,
        nu=LATER,
    )

    assert "lessen_zonder_pip" not in _taken(loopt)


def test_hours_of_under_the_plan_stay_and_none_come_without_one(loopt, consulent):
    """B26 5.3.5: effort without a plan does not count. Wi 11.3: the same three years go on."""
    deelname = een_deelname(loopt, door=consulent, nu=NU)
    _les(deelname, VANDAAG, consulent, NU)
    _trek_in(loopt, consulent)

    with pytest.raises(Geweigerd, match="Op deze dag liep er geen leerroute"):
        _les(deelname, LATER.date() + timedelta(days=2), consulent, NIEUW)
    _nieuw_plan(loopt, consulent)
    _les(deelname, NIEUW.date(), consulent, NIEUW)

    kaart = urenkaart(loopt, NIEUW.date())
    assert kaart is not None
    assert kaart.banen[0].prognose.invoer.gedaan == 12
    assert afwijkende_dossiers() == []


def test_without_a_plan_schakel_4_does_not_close(loopt, consulent):
    _trek_in(loopt, consulent)

    with pytest.raises(Geweigerd, match="Er loopt geen leerroute: stel eerst een PIP vast"):
        inburgeren_afronden(dossier_id=loopt.pk, door=consulent, nu=LATER)


def test_a_dossier_that_goes_on_does_not_bring_the_plan_back(loopt, consulent):
    _trek_in(loopt, consulent)
    wie: dict[str, Any] = {"dossier_id": loopt.pk, "door": consulent, "nu": LATER}
    opschorten(**wie, reden="Naar een opleiding.")

    hervatten(**wie, reden="Toch weer.")

    assert Traject.objects.get(inburgeraar=loopt).status == TrajectStatus.BEEINDIGD


def test_another_route_after_that_is_schakelen(loopt, consulent):
    """Taking a plan back is no way round the year and a half."""
    _trek_in(loopt, consulent)

    pip = schakelen(dossier_id=loopt.pk, wens=_NAAR_Z, door=consulent, nu=NIEUW)
    _stel_vast(pip.pk, consulent, NIEUW)

    nieuw = Traject.objects.get(inburgeraar=loopt, status=TrajectStatus.LOPEND)
    assert (nieuw.leerroute, nieuw.start_op) == ("Z", NIEUW.date())


def test_the_page_says_what_happened(client_als, loopt, consulent, klok):
    _trek_in(loopt, consulent)
    klok.move_to(LATER)

    pagina = client_als(consulent).get(reverse("leerroute", args=[loopt.dossiernummer])).text

    assert "Het PIP is ingetrokken. Wat is gedaan, blijft staan." in pagina
    assert "Zo stond het" in pagina


def test_the_page_lessen_lets_what_runs_be_ended(client_als, loopt, consulent, klok):
    deelname = een_deelname(loopt, door=consulent, nu=NU)
    _trek_in(loopt, consulent)
    klok.move_to(LATER)

    pagina = client_als(consulent).get(reverse("leerroute-lessen", args=[loopt.dossiernummer])).text

    assert "Het PIP is ingetrokken. Lessen van daarna tellen niet mee." in pagina
    welk = [loopt.dossiernummer, deelname.pk]
    assert reverse("leerroute-deelname-beeindigen", args=welk) in pagina


# --- Another route -------------------------------------------------------------------------------
_NAAR_Z = Schakeling(
    naar=Leerroute.Z, voortgang=Voortgangsreden.MINDER, motivering="Het examen lukt niet."
)


def _plaatsing(dossier: Inburgeraar, door: Medewerker) -> Plaatsing:
    gegevens = PlekGegevens(naam="Novatec", soort=PlekSoort.EIGEN)
    wie: dict[str, Any] = {"door": door, "nu": NU}
    plek = plek_toevoegen(gegevens=gegevens, **wie)
    uren = Decimal(8)
    plaatsing = plaatsen(dossier_id=dossier.pk, uren_per_week=uren, plek_id=plek.pk, **wie)
    return plaatsing_starten(plaatsing_id=plaatsing.pk, versie=None, op=VANDAAG, **wie)


def test_who_changes_route_goes_on_with_lessons_and_places(loopt, consulent):
    deelname = een_deelname(loopt, door=consulent, nu=NU)
    plaatsing = _plaatsing(loopt, consulent)
    _les(deelname, VANDAAG, consulent, NU)

    pip = schakelen(dossier_id=loopt.pk, wens=_NAAR_Z, door=consulent, nu=LATER)
    _stel_vast(pip.pk, consulent, LATER)

    oud, nieuw = Traject.objects.filter(inburgeraar=loopt).order_by("pk")
    assert (oud.einde, nieuw.leerroute) == (TrajectEinde.ANDERE_ROUTE, "Z")
    deelname.refresh_from_db()
    plaatsing.refresh_from_db()
    assert (deelname.traject, plaatsing.traject) == (nieuw, nieuw)
    regels = Gebeurtenis.objects.filter(tekst__startswith="Gaat door met het nieuwe PIP")
    assert regels.count() == 2
    les = deelname.urenregels.get()
    assert les.traject == oud
    antwoord = voortgang_van(loopt)
    assert antwoord is not None
    assert antwoord.bekend is not None
    assert antwoord.bekend.eisen[0].uren_te_gaan == 794  # B26 5.4.4: these come off the 800
    assert afwijkende_dossiers() == []

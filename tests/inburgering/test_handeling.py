"""What every act owes: lock, trace, timeline, tasks; all or nothing."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction

from inburgering.enums import GebeurtenisSoort, TaakStatus
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar, Taak
from inburgering.services.contacten import notitie_schrijven
from inburgering.services.dossiers import hervatten, opschorten, toewijzen
from inburgering.services.taakwerk import taak_afdoen, taak_geven, taak_toevoegen
from inburgering.services.taken import taken_bijwerken
from medewerkers.enums import Rol
from medewerkers.inrichting import richt_in
from medewerkers.sporen import BuitenSpoor, spoor
from tests.factories import (
    NU,
    VANDAAG,
    GemeenteFactory,
    MedewerkerFactory,
    een_dossier,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent)


# --- Trace --------------------------------------------------------------------------------------
def test_nothing_is_saved_outside_an_act(dossier):
    with pytest.raises(BuitenSpoor):
        dossier.save()


def test_the_history_says_who_when_and_why(dossier, consulent):
    later = NU + timedelta(days=3)

    opschorten(dossier_id=dossier.pk, door=consulent, nu=later, reden="Tijdelijke vrijstelling")

    laatste = dossier.history.first()
    assert (laatste.history_user, laatste.history_date, laatste.history_change_reason) == (
        consulent,
        later,
        "Tijdelijke vrijstelling",
    )


def test_the_timeline_says_who_when_and_why(dossier, consulent):
    opschorten(dossier_id=dossier.pk, door=consulent, nu=NU, reden="Tijdelijke vrijstelling")

    regel = dossier.gebeurtenissen.get(tekst="Dossier opgeschort")
    assert (regel.door, regel.at, regel.op, regel.reden) == (
        consulent,
        NU,
        VANDAAG,
        "Tijdelijke vrijstelling",
    )


def test_an_act_after_midnight_is_of_the_new_day(dossier, consulent):
    net_na_middernacht = NU.replace(hour=0, minute=30) + timedelta(days=1)

    opschorten(dossier_id=dossier.pk, door=consulent, nu=net_na_middernacht, reden="x")

    assert Inburgeraar.objects.get(pk=dossier.pk).opgeschort_op == VANDAAG + timedelta(days=1)


# --- All or nothing -----------------------------------------------------------------------------
def test_a_refusal_inside_an_act_leaves_nothing(dossier, consulent):
    regels = dossier.gebeurtenissen.count()
    versies = dossier.history.count()

    def half_werk():
        with handeling(door=consulent, nu=NU, dossiers=[dossier.pk]) as act:
            rij = act.vergrendel(Inburgeraar, dossier.pk)
            rij.opschorten(op=act.op)
            rij.save()
            act.meld(dossier.pk, GebeurtenisSoort.WIJZIGING, "Half werk")
            raise Geweigerd("Toch niet.")

    with pytest.raises(Geweigerd):
        half_werk()

    assert Inburgeraar.objects.get(pk=dossier.pk).status == "actief"
    assert dossier.gebeurtenissen.count() == regels
    assert dossier.history.count() == versies


def test_an_act_inside_an_act_joins_it(dossier, consulent, teamleider):
    def half_werk():
        with handeling(door=consulent, nu=NU, dossiers=[dossier.pk]):
            notitie_schrijven(dossier_id=dossier.pk, tekst="binnen", door=consulent, nu=NU)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_werk()

    assert not dossier.notities.exists()


def test_an_inner_act_keeps_its_own_reason(dossier, consulent):
    with handeling(door=consulent, nu=NU, dossiers=[dossier.pk], reden="buiten"):
        opschorten(dossier_id=dossier.pk, door=consulent, nu=NU, reden="binnen")
        notitie_schrijven(dossier_id=dossier.pk, tekst="zonder reden", door=consulent, nu=NU)

    assert dossier.history.first().history_change_reason == "binnen"
    assert dossier.gebeurtenissen.get(tekst="Notitie toegevoegd").reden == "buiten"


def test_a_move_that_does_not_exist_is_a_refusal_in_dutch(dossier, consulent):
    with (
        pytest.raises(Geweigerd) as fout,
        handeling(door=consulent, nu=NU, dossiers=[dossier.pk]) as act,
    ):
        act.vergrendel(Inburgeraar, dossier.pk).hervatten()

    assert fout.value.reden == "Dit kan niet (meer): dossier is nu ‘actief’."


def test_an_act_on_an_older_version_is_told_so(dossier, consulent):
    toewijzen(dossier_id=dossier.pk, consulent=consulent, door=consulent, nu=NU)

    with pytest.raises(Gewijzigd) as fout:
        toewijzen(
            dossier_id=dossier.pk,
            consulent=consulent,
            door=consulent,
            nu=NU,
            versie=dossier.versie,
        )

    assert (fout.value.geopende_versie, fout.value.rij.versie) == (
        dossier.versie,
        dossier.versie + 1,
    )


# --- Tasks --------------------------------------------------------------------------------------
def open_taken(dossier):
    return set(
        Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN).values_list(
            "soort", flat=True
        )
    )


def test_tasks_follow_the_state_in_the_same_act(gemeente, consulent):
    dossier = een_dossier(door=consulent)
    assert {"toewijzen", "kennisgeving"} <= open_taken(dossier)

    toewijzen(dossier_id=dossier.pk, consulent=consulent, door=consulent, nu=NU)

    assert "toewijzen" not in open_taken(dossier)


def test_a_record_that_rests_asks_for_nothing_and_asks_again_when_it_goes_on(dossier, consulent):
    voor = open_taken(dossier)

    opschorten(dossier_id=dossier.pk, door=consulent, nu=NU, reden="rust")
    tijdens = open_taken(dossier)
    hervatten(dossier_id=dossier.pk, door=consulent, nu=NU, reden="verder")

    assert (tijdens, open_taken(dossier)) == (set(), voor)


def test_bringing_tasks_up_to_date_twice_is_once(dossier, consulent):
    with spoor(door=consulent, nu=NU), transaction.atomic():
        eerste = taken_bijwerken(None, nu=NU)
        tweede = taken_bijwerken(None, nu=NU)

    assert (eerste, tweede) == (0, 0)


def test_a_lost_task_comes_back_and_a_strange_one_ends(dossier, consulent):
    soorten = open_taken(dossier)
    with handeling(door=consulent, nu=NU) as act:
        taak = act.vergrendel(Taak, Taak.objects.get(soort="kennisgeving").pk)
        taak.laten_vervallen(nu=NU)
        taak.save()
        Taak(
            inburgeraar=dossier,
            soort="vreemd",
            bron="nergens",
            titel="x",
            waarom="x",
            pagina="persoon",
            ontstaan_at=NU,
        ).save()

    with spoor(door=consulent, nu=NU), transaction.atomic():
        wijzigingen = taken_bijwerken(None, nu=NU)

    assert (wijzigingen, open_taken(dossier)) == (2, soorten)


def test_what_people_add_to_a_task_stays(dossier, consulent, teamleider):
    taak = Taak.objects.get(inburgeraar=dossier, soort="kennisgeving")
    taak_geven(taak_id=taak.pk, aan=teamleider, door=consulent, nu=NU, notitie="bel DUO")

    notitie_schrijven(dossier_id=dossier.pk, tekst="x", door=consulent, nu=NU)

    taak = Taak.objects.get(inburgeraar=dossier, soort="kennisgeving", status=TaakStatus.OPEN)
    assert (taak.eigenaar, taak.notitie) == (teamleider, "bel DUO")


def test_an_own_task_ends_when_somebody_says_so_and_a_derived_one_does_not(dossier, consulent):
    eigen = taak_toevoegen(
        dossier_id=dossier.pk, titel="Fiets regelen", uiterlijk_op=None, door=consulent, nu=NU
    )
    afgeleid = Taak.objects.get(inburgeraar=dossier, soort="kennisgeving")

    taak_afdoen(taak_id=eigen.pk, door=consulent, nu=NU)
    with pytest.raises(Geweigerd):
        taak_afdoen(taak_id=afgeleid.pk, door=consulent, nu=NU)
    with pytest.raises(Geweigerd, match="al klaar"):
        taak_geven(taak_id=eigen.pk, aan=consulent, door=consulent, nu=NU)

    assert Taak.objects.get(pk=eigen.pk).status == TaakStatus.GEDAAN


# --- Two people at the same moment ---------------------------------------------------------------
@pytest.fixture
def echte_databank(transactional_db):
    """Threads see each other's work; afterwards the database is as after migrating."""
    richt_in()
    GemeenteFactory()
    yield
    richt_in()


@pytest.mark.django_db(transaction=True)
def test_two_acts_on_one_dossier_follow_each_other(echte_databank):
    consulent = MedewerkerFactory(rol=Rol.CONSULENT)
    dossier = een_dossier(consulent=consulent)
    binnen, tweede_begon = threading.Event(), threading.Event()
    volgorde: list[str] = []

    @in_draad
    def eerste():
        with handeling(door=consulent, nu=NU, dossiers=[dossier.pk]) as act:
            binnen.set()
            assert tweede_begon.wait(10)
            wacht_op_slot()
            rij = act.vergrendel(Inburgeraar, dossier.pk)
            volgorde.append("eerste")
            rij.beeindigen(op=VANDAAG, reden="anders")
            rij.save()

    @in_draad
    def tweede():
        assert binnen.wait(10)
        tweede_begon.set()
        try:
            opschorten(dossier_id=dossier.pk, door=consulent, nu=NU, reden="te laat")
        except Geweigerd as fout:
            volgorde.append(fout.reden)

    eerste.start()
    tweede.start()
    eerste.join(40)
    tweede.join(40)

    assert volgorde == ["eerste", "Het dossier is beëindigd."]


def in_draad(werk):
    """This work in a thread of its own, which gives its connection back."""

    def doe():
        try:
            werk()
        finally:
            connection.close()

    return threading.Thread(target=doe)


def wacht_op_slot():
    """Until somebody waits for a lock that this transaction holds."""
    for _ in range(1000):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)"
                " WHERE NOT granted AND datname = current_database()"
            )
            if cursor.fetchone()[0]:
                return
        threading.Event().wait(0.02)
    raise AssertionError("de tweede handeling wachtte niet")


@pytest.mark.django_db(transaction=True)
def test_two_people_who_open_a_dossier_at_once_get_two_numbers(echte_databank):
    consulent = MedewerkerFactory(rol=Rol.CONSULENT)
    nummers: list[str] = []

    draden = [
        in_draad(lambda: nummers.append(een_dossier(door=consulent).dossiernummer))
        for _ in range(4)
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(30)

    assert sorted(nummers) == ["2026-0001", "2026-0002", "2026-0003", "2026-0004"]

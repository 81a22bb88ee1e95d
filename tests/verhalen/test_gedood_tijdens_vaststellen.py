"""Vaststellen is all or nothing, also for a process that is killed, and once, also for two at once.

The processes are real and so is the database: a copy with one household, in which a trigger makes
the server hold still at a chosen write, so that the kill falls on each of them in turn.
"""

from __future__ import annotations

import os
import signal
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.db import connection, connections

from besluiten.models import Besluit
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Document, Gebeurtenis, Schakel, Taak, Termijn
from inburgering.services.documenten import veeg_bestanden
from leerroutes.models import Traject
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from pip_plans.models import Pip
from pip_plans.services.vaststellen import vaststellen
from tests.demo import Demo, Server, in_database
from tests.factories import GemeenteFactory, MedewerkerFactory
from tests.verhalen.hoofdstukken import (
    DAGTEKENING,
    Verhaal,
    gesprek_voeren,
    huisvesten,
    intake_doen,
    om,
    ontvangen,
    plan_maken,
    plicht_kennen,
)

# Each row that is written counts one; at the row with this number the server stands still.
STILSTAAN = """
CREATE SEQUENCE geschreven;
CREATE FUNCTION sta_stil() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('geschreven') = current_setting('proef.punt')::bigint THEN
        PERFORM pg_sleep(60);
    END IF;
    RETURN NULL;
END $$;
DO $$
DECLARE tabel text;
BEGIN
    FOR tabel IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
        EXECUTE format('CREATE TRIGGER sta_stil AFTER INSERT OR UPDATE OR DELETE ON %I
                        FOR EACH ROW EXECUTE FUNCTION sta_stil()', tabel);
    END LOOP;
END $$;
"""
SLAPERS = "SELECT pid FROM pg_stat_activity WHERE datname = %s AND wait_event = 'PgSleep'"
LANGST = 20  # seconds until a test that hangs says so


@dataclass
class Zaal:
    """A database with a plan that can be established, and how to reach it."""

    demo: Demo
    server: Server
    pip_id: int

    @property
    def mappen(self) -> Path:
        return self.demo.documenten

    def sta_stil_bij(self, punt: int) -> None:
        """For the sessions that begin from now on; 0 is never."""
        self.server.doe(
            "ALTER DATABASE {naam} SET proef.punt = " + str(punt), naam=self.demo.database
        )
        with connection.cursor() as cursor:
            cursor.execute("ALTER SEQUENCE geschreven RESTART")
        connections.close_all()

    def slaper(self) -> int | None:
        pid: int | None = self.server.vraag(SLAPERS, self.demo.database)
        return pid

    def beeindig(self, pid: int) -> None:
        """The server notices by itself that its client is gone; here it need not wait for that."""
        self.server.vraag("SELECT pg_terminate_backend(%s, 5000)", pid)


@pytest.fixture
def zaal(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[Zaal]:
    with django_db_blocker.unblock(), Server() as server:
        demo = Demo(f"{server.proef}_gedood", tmp_path / "documenten")
        connections.close_all()
        server.kopieer(server.proef, demo.database)
        server.doe("ALTER DATABASE {naam} SET proef.punt = 0", naam=demo.database)
        with in_database(demo):
            pip = vertel_tot_het_plan()
            with connection.cursor() as cursor:
                cursor.execute(STILSTAAN)
            yield Zaal(demo, server, pip.pk)
        server.verwijder(demo.database)


def vertel_tot_het_plan() -> Pip:
    GemeenteFactory()
    verhaal = Verhaal(
        oov=MedewerkerFactory(rol=Rol.OOV),
        consulent=MedewerkerFactory(rol=Rol.CONSULENT, naam="Marieke Bos"),
        administratie=MedewerkerFactory(rol=Rol.ADMINISTRATIE),
    )
    for hoofdstuk in (ontvangen, gesprek_voeren, huisvesten, plicht_kennen, intake_doen):
        hoofdstuk(verhaal)
    return plan_maken(verhaal)


# --- Processes -----------------------------------------------------------------------------------
GEDAAN, GEWEIGERD, MISLUKT = 0, 1, 2


def in_een_kind(doe: Callable[[], object]) -> int:
    """A child that does this and nothing else; its exit says how it went."""
    connections.close_all()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer Pythons warn of threads
        pid = os.fork()
    if pid:
        return pid
    status = MISLUKT
    try:
        doe()
        status = GEDAAN
    except (Geweigerd, Gewijzigd):
        status = GEWEIGERD
    finally:
        os._exit(status)


def stel_vast(pip_id: int) -> None:
    pip = Pip.objects.get(pk=pip_id)
    consulent = Medewerker.objects.get(naam="Marieke Bos")
    vaststellen(pip_id=pip_id, versie=pip.versie, door=consulent, nu=om(DAGTEKENING))


def afgelopen(pid: int) -> int | None:
    klaar, status = os.waitpid(pid, os.WNOHANG)
    return status if klaar else None


def dood(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def alles(pip_id: int) -> dict[str, Any]:
    """Everything that vaststellen touches, as it stands in the database."""
    pip = Pip.objects.get(pk=pip_id)
    dossier = pip.inburgeraar_id
    schakels = Schakel.objects.filter(inburgeraar=dossier)
    return {
        "pip": (pip.status, pip.versie, pip.dagtekening),
        "besluiten": Besluit.objects.count(),
        "documenten": Document.objects.count(),
        "termijnen": set(
            Termijn.objects.filter(inburgeraar=dossier).values_list("soort", "status", "eind_op")
        ),
        "schakels": set(schakels.values_list("nummer", "status")),
        "trajecten": Traject.objects.filter(inburgeraar=dossier).count(),
        "tijdlijn": Gebeurtenis.objects.filter(inburgeraar=dossier).count(),
        "taken": set(Taak.objects.filter(inburgeraar=dossier).values_list("soort", "status")),
        "geschiedenis": (
            Pip.history.count(),
            Schakel.history.count(),
            Termijn.history.count(),
            Traject.history.count(),
        ),
    }


# --- Killed --------------------------------------------------------------------------------------
def dood_bij_schrijven(zaal: Zaal, punt: int) -> bool:
    """Kill at this write; False when there is no such write any more and the act went through."""
    zaal.sta_stil_bij(punt)
    kind = in_een_kind(lambda: stel_vast(zaal.pip_id))
    uiterlijk = time.monotonic() + LANGST
    while time.monotonic() < uiterlijk:
        status = afgelopen(kind)
        if status is not None:
            assert os.waitstatus_to_exitcode(status) == GEDAAN
            return False
        slaper = zaal.slaper()
        if slaper is not None:
            dood(kind)
            zaal.beeindig(slaper)
            return True
        time.sleep(0.005)
    dood(kind)
    raise AssertionError(f"bij schrijven {punt} gebeurde er {LANGST} seconden niets")


@pytest.mark.parametrize("stap", [8, pytest.param(1, marks=pytest.mark.lang, id="elk")])
def test_killed_at_any_write_nothing_stands_and_after_the_last_everything(zaal, stap):
    eerst = alles(zaal.pip_id)
    punt = 1
    while dood_bij_schrijven(zaal, punt):
        assert alles(zaal.pip_id) == eerst, f"half werk na schrijven {punt}"
        punt += stap

    klaar = alles(zaal.pip_id)
    assert punt > 20, "the trigger did not see the writes"
    assert klaar["pip"][0] == "vastgesteld"
    assert klaar["besluiten"] == eerst["besluiten"] + 1
    assert klaar["trajecten"] == 1


def test_killed_at_any_moment_it_is_all_or_nothing_and_can_be_done_again(zaal):
    """Also outside the transaction: while the letter is made, or when it is just done."""
    eerst = alles(zaal.pip_id)
    kans = Random(2024)
    stel_vast_duurt = 0.8
    for _ in range(8):
        kind = in_een_kind(lambda: stel_vast(zaal.pip_id))
        time.sleep(kans.uniform(0, stel_vast_duurt))
        dood(kind)
        nu = _rustig(zaal)
        if nu != eerst:
            break
    else:
        stel_vast(zaal.pip_id)
        nu = alles(zaal.pip_id)

    assert nu["pip"][0] == "vastgesteld"
    assert (nu["besluiten"], nu["trajecten"]) == (1, 1)
    assert nu["documenten"] == eerst["documenten"] + 1
    with pytest.raises((Geweigerd, Gewijzigd)):
        stel_vast(zaal.pip_id)


def _rustig(zaal: Zaal) -> dict[str, Any]:
    """The state when the server has let go of what the dead process held."""
    bezig = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"
    connections.close_all()
    uiterlijk = time.monotonic() + LANGST
    while zaal.server.vraag(bezig, zaal.demo.database) and time.monotonic() < uiterlijk:
        time.sleep(0.01)
    return alles(zaal.pip_id)


def test_a_letter_without_a_decision_is_swept_at_night(zaal):
    ervoor = set(zaal.mappen.rglob("*"))
    assert dood_bij_schrijven(zaal, 1)
    wees = [pad for pad in set(zaal.mappen.rglob("*")) - ervoor if pad.is_file()]
    assert len(wees) == 1

    morgen, over_twee_dagen = (om(DAGTEKENING) + timedelta(days=n) for n in (0, 2))
    verleden = om(DAGTEKENING).timestamp()
    os.utime(wees[0], (verleden, verleden))

    assert veeg_bestanden(nu=morgen) == 0, "it may still be on its way into the database"
    assert veeg_bestanden(nu=over_twee_dagen) == 1
    zaal.sta_stil_bij(0)
    stel_vast(zaal.pip_id)
    for pad in zaal.mappen.rglob("*"):
        os.utime(pad, (verleden, verleden))
    assert veeg_bestanden(nu=over_twee_dagen) == 0, "what has a row stays"


# --- Two at once ---------------------------------------------------------------------------------
def test_two_who_establish_at_the_same_moment_make_one_decision(zaal):
    """The first holds still in the middle of its transaction until the second waits for it."""
    zaal.sta_stil_bij(10)
    eerste = in_een_kind(lambda: stel_vast(zaal.pip_id))
    _wacht(lambda: zaal.slaper() is not None)
    slaper = zaal.slaper()
    tweede = in_een_kind(lambda: stel_vast(zaal.pip_id))
    wacht = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
    _wacht(lambda: zaal.server.vraag(wacht, zaal.demo.database) == 1)

    zaal.server.vraag("SELECT pg_cancel_backend(%s)", slaper)
    uitkomsten = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in (eerste, tweede)]

    assert uitkomsten == [MISLUKT, GEDAAN], "the first was cancelled, so the second may"
    assert Besluit.objects.count() == 1


def test_the_second_of_two_is_refused(zaal):
    eerste, tweede = (in_een_kind(lambda: stel_vast(zaal.pip_id)) for _ in range(2))

    uitkomsten = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in (eerste, tweede)]

    assert sorted(uitkomsten) == [GEDAAN, GEWEIGERD]
    assert (Besluit.objects.count(), Traject.objects.count()) == (1, 1)
    assert Termijn.objects.filter(soort="inburgering").count() == 1


def _wacht(tot: Callable[[], bool]) -> None:
    uiterlijk = time.monotonic() + LANGST
    while not tot():
        assert time.monotonic() < uiterlijk
        time.sleep(0.01)

"""Processes that are killed, in a database that stands still at a chosen write.

The processes are real and so is the database: a copy in which a trigger makes the server hold still
at a chosen write, so that a kill falls on each of them in turn.
"""

from __future__ import annotations

import os
import signal
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, connections

from inburgering.geweigerd import Geweigerd, Gewijzigd
from tests.demo import Demo, Server, in_database

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
OP_SLOT = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
LANGST = 20  # seconds until a test that hangs says so


GEDAAN, GEWEIGERD, MISLUKT = 0, 1, 2


@dataclass
class Zaal:
    """A database to kill processes in, and how to reach it."""

    demo: Demo
    server: Server

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

    def wachtenden(self) -> int:
        """How many sessions wait for a lock of another."""
        aantal: int = self.server.vraag(OP_SLOT, self.demo.database)
        return aantal

    def beeindig(self, pid: int) -> None:
        """The server notices by itself that its client is gone; here it need not wait for that."""
        self.server.vraag("SELECT pg_terminate_backend(%s, 5000)", pid)

    def rustig(self) -> None:
        """Wait until the server has let go of what a dead process held."""
        bezig = (
            "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"
        )
        connections.close_all()
        uiterlijk = time.monotonic() + LANGST
        while self.server.vraag(bezig, self.demo.database) and time.monotonic() < uiterlijk:
            time.sleep(0.01)

    def dood_bij_schrijven(self, punt: int, doe: Callable[[], object]) -> bool:
        """Kill at this write; False when there is no such write and the act went through."""
        self.sta_stil_bij(punt)
        kind = in_een_kind(doe)
        uiterlijk = time.monotonic() + LANGST
        while time.monotonic() < uiterlijk:
            status = afgelopen(kind)
            if status is not None:
                assert os.waitstatus_to_exitcode(status) == GEDAAN
                return False
            slaper = self.slaper()
            if slaper is not None:
                dood(kind)
                self.beeindig(slaper)
                return True
            time.sleep(0.005)
        dood(kind)
        raise AssertionError(f"bij schrijven {punt} gebeurde er {LANGST} seconden niets")


@contextmanager
def open_zaal(blocker: Any, documenten: Path, *, vul: Callable[[], Any]) -> Iterator[Zaal]:
    """A copy of the test database in which `vul` has told a story; removed afterwards."""
    with blocker.unblock(), Server() as server:
        demo = Demo(f"{server.proef}_gedood", documenten)
        connections.close_all()
        server.kopieer(server.proef, demo.database)
        server.doe("ALTER DATABASE {naam} SET proef.punt = 0", naam=demo.database)
        with in_database(demo):
            vul()
            with connection.cursor() as cursor:
                cursor.execute(STILSTAAN)
            yield Zaal(demo, server)
        server.verwijder(demo.database)


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


def afgelopen(pid: int) -> int | None:
    klaar, status = os.waitpid(pid, os.WNOHANG)
    return status if klaar else None


def dood(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def uitkomst(pid: int) -> int:
    """How a child ended, once it has."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def wacht(tot: Callable[[], bool]) -> None:
    uiterlijk = time.monotonic() + LANGST
    while not tot():
        assert time.monotonic() < uiterlijk
        time.sleep(0.01)

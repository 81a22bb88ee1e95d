"""The demo as a database of its own, built once per run and cloned for whoever needs it.

A clone costs a tenth of a second, so a worker (or a module of browser tests) may do in it what it
likes. Whoever comes first builds, under a lock of the server; the last one out removes it.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

import psycopg
from django.conf import settings
from django.core.cache import cache
from django.db import connection, connections
from django.test import override_settings
from psycopg import sql

from inburgering.datums import AMSTERDAM
from inburgering.models import Persoon
from medewerkers.models import Medewerker
from tests.opdrachten.hulp import GEZIN, geplaatst, ingevoerd
from tests.proefsoort import aangemeld
from werkplek.demo.bouwen import bouw_demo

NU = datetime(2026, 9, 14, 9, 30, tzinfo=AMSTERDAM)  # an ordinary Monday; the demo ends on it
VANDAAG = NU.date()
KLEIN, NOG_KLEINER = 0.06, 0.02
ZAAD = 7
ARGON2 = "django.contrib.auth.hashers.Argon2PasswordHasher"


@dataclass(frozen=True)
class Demo:
    """A database that holds the demo, and the folder with its documents."""

    database: str
    documenten: Path


class Server:
    """The database server itself, for making and removing databases."""

    def __init__(self) -> None:
        instellingen = settings.DATABASES["default"]
        self.proef = connection.settings_dict["NAME"]  # the migrated test database of this worker
        self.verbinding = psycopg.connect(
            dbname="postgres",
            user=instellingen["USER"] or None,
            password=instellingen["PASSWORD"] or None,
            host=instellingen["HOST"] or None,
            port=instellingen["PORT"] or None,
            autocommit=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fout: object) -> None:
        self.verbinding.close()

    def doe(self, opdracht: str, **delen: str | sql.Composable) -> None:
        """Text in the braces is a name, unless it says that it is a value."""
        ingevuld = {k: sql.Identifier(v) if isinstance(v, str) else v for k, v in delen.items()}
        self.verbinding.execute(sql.SQL(opdracht).format(**ingevuld))

    def vraag(self, opdracht: str, *waarden: object) -> Any:
        rij = self.verbinding.execute(opdracht, waarden).fetchone()
        return rij[0] if rij else None

    @contextmanager
    def slot(self, sleutel: int) -> Iterator[None]:
        self.vraag("SELECT pg_advisory_lock(%s)", sleutel)
        try:
            yield
        finally:
            self.vraag("SELECT pg_advisory_unlock(%s)", sleutel)

    def kopieer(self, bron: str, doel: str) -> None:
        """A database is copied when nobody is in it; only this worker ever is."""
        self.verwijder(doel)
        self.vraag(WEG_DAAR, bron)
        self.doe("CREATE DATABASE {doel} TEMPLATE {bron}", doel=doel, bron=bron)

    def verwijder(self, naam: str) -> None:
        self.doe("DROP DATABASE IF EXISTS {naam} WITH (FORCE)", naam=naam)


@contextmanager
def in_database(demo: Demo) -> Iterator[None]:
    """Everything through the ORM happens in this database, and its documents are found."""
    eigen = connection.settings_dict["NAME"]
    connections.close_all()
    connection.settings_dict["NAME"] = demo.database
    cache.clear()
    try:
        with override_settings(DOCUMENTEN_MAP=demo.documenten):
            yield
    finally:
        connections.close_all()
        connection.settings_dict["NAME"] = eigen
        cache.clear()


@contextmanager
def gebouwd(schaal: float, *, run: str, map_: Path) -> Iterator[Demo]:
    """The demo of this size, built by whoever asks first in this run. Only to be copied from."""
    with Server() as server:
        naam = f"{server.proef.split('_gw')[0]}_demo_{round(schaal * 100)}"
        demo = Demo(naam, map_ / f"demo-{round(schaal * 100)}")
        bouwen, gebruiken = _sleutels(naam)
        with server.slot(bouwen):
            if server.vraag(MERK, naam) != run:
                connections.close_all()
                server.kopieer(server.proef, naam)
                _vul(demo, schaal)
                server.doe("COMMENT ON DATABASE {naam} IS {run}", naam=naam, run=sql.Literal(run))
            server.vraag("SELECT pg_advisory_lock_shared(%s)", gebruiken)
        yield demo
        with server.slot(bouwen):
            server.vraag("SELECT pg_advisory_unlock_shared(%s)", gebruiken)
            if server.vraag("SELECT pg_try_advisory_lock(%s)", gebruiken):
                server.verwijder(naam)


def _sleutels(naam: str) -> tuple[int, int]:
    """One lock for who builds or removes it, and one that everybody shares who uses it."""
    som = zlib.crc32(naam.encode())
    return 2 * som, 2 * som + 1


WEG_DAAR = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = %s"
MERK = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"


def _vul(demo: Demo, schaal: float) -> None:
    # a server process of its own knows only the hasher of production
    with in_database(demo), override_settings(PASSWORD_HASHERS=[ARGON2]):
        bouw_demo(peildatum=VANDAAG, seed=ZAAD, schaal=schaal)
        _voer_in(schaal)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _voer_in(schaal: float) -> None:
    """A file that was entered, and one that waits; a larger demo has longer files."""
    oov = Medewerker.objects.get(email="oov@demo.example")
    bekend = Persoon.objects.order_by("pk")[: round(schaal * 200)]
    lijst = [("", p.achternaam, p.voornamen, str(p.geboortedatum), "", "") for p in bekend]
    with aangemeld():
        ingevoerd(oov, GEZIN, nu=NU - timedelta(hours=2))
        geplaatst(oov, [*GEZIN, *lijst, ("", "Haddad", "", "32-01-1990", "", "")], nu=NU)


@contextmanager
def kopie(bron: Demo, naam: str) -> Iterator[Demo]:
    """A copy for one worker or one module; removed afterwards."""
    with Server() as server:
        eigen = replace(bron, database=f"{server.proef}_{naam}")
        server.kopieer(bron.database, eigen.database)
        try:
            yield eigen
        finally:
            server.verwijder(eigen.database)


def databaseadres(demo: Demo) -> str:
    """What a process of its own is given to find this database."""
    oud = os.environ["DATABASE_URL"]
    return f"{oud.rsplit('/', 1)[0]}/{demo.database}"

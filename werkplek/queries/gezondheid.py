"""How the system itself is doing: database, queue, and the work of the night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from redis import Redis, RedisError

from werkplek.models import Nachtrun

HARTSLAG = "hartslag"
HARTSLAG_BEWAARD = 24 * 60 * 60
STIL_NA = timedelta(minutes=5)
NACHT_OUD_NA = timedelta(hours=26)
REDIS_SECONDEN = 2

_STAPPEN = {
    "ontzorgen": ("Ontzorgen dat afgelopen is", "beëindigd"),
    "bezwaar": ("Bezwaartermijnen die voorbij zijn", "afgesloten"),
    "uren": ("Totalen van uren die anders waren dan de regels", "hersteld"),
    "betaalbatch": ("Betaalbatch van volgende maand", "gemaakt"),
    "schemas": ("Gesprekken en termijnen die niet meer klopten", "hersteld"),
    "signalen": ("Signalen bij termijnen", "gegeven"),
    "taken": ("Taken", "bijgewerkt"),
    "bestanden": ("Bestanden zonder dossier", "verwijderd"),
    "documenten": ("Documenten", "gelezen en in orde"),
    "concepten": ("Oude invoer die nooit is opgeslagen", "verwijderd"),
    "opdrachten": ("Oude opdrachten", "opgeruimd"),
    "sessies": ("Verlopen aanmeldingen", "verwijderd"),
}


class Stand(StrEnum):
    OK = "ok"
    LET_OP = "let op"
    FOUT = "fout"


@dataclass(frozen=True)
class Stapregel:
    naam: str
    uitkomst: str
    gelukt: bool


@dataclass(frozen=True, kw_only=True)
class Gezondheid:
    """`wachtrij` is `let op` when Redis answers but nothing was carried out in five minutes."""

    database: Stand
    wachtrij: Stand
    hartslag: datetime | None
    nachtwerk: Stand
    nachtrun: Nachtrun | None
    documenten: Stand

    @property
    def bereikbaar(self) -> bool:
        """What a load balancer asks. A late night needs a person, not a restart."""
        return Stand.FOUT not in (self.database, self.wachtrij)

    @property
    def stand(self) -> Stand:
        standen = (self.database, self.wachtrij, self.nachtwerk, self.documenten)
        return next(stand for stand in reversed(Stand) if stand in standen)


def gezondheid(*, nu: datetime) -> Gezondheid:
    database = _database()
    runs = nachtruns() if database is Stand.OK else []
    run = runs[0] if runs else None
    wachtrij, hartslag = _wachtrij(nu)
    return Gezondheid(
        database=database,
        wachtrij=wachtrij,
        hartslag=hartslag,
        nachtwerk=_nachtwerk(run, nu),
        nachtrun=run,
        documenten=_documenten(runs) if database is Stand.OK else Stand.LET_OP,
    )


def _database() -> Stand:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return Stand.FOUT
    return Stand.OK


def _wachtrij(nu: datetime) -> tuple[Stand, datetime | None]:
    try:
        with Redis.from_url(
            settings.REDIS_URL, socket_timeout=REDIS_SECONDEN, socket_connect_timeout=REDIS_SECONDEN
        ) as redis:
            redis.ping()
        hartslag: datetime | None = cache.get(HARTSLAG)
    except RedisError:
        return Stand.FOUT, None
    stil = hartslag is None or nu - hartslag > STIL_NA
    return Stand.LET_OP if stil else Stand.OK, hartslag


def _nachtwerk(run: Nachtrun | None, nu: datetime) -> Stand:
    if run is None or run.klaar_at is None or nu - run.gestart_at > NACHT_OUD_NA:
        return Stand.LET_OP
    return Stand.FOUT if run.mislukt else Stand.OK


def _documenten(deze_week: list[Nachtrun]) -> Stand:
    """A week of nights reads every file once: a damaged one is not forgotten the next night."""
    uitkomsten = [run.resultaat.get("documenten", {}) for run in deze_week]
    return Stand.FOUT if any("fout" in uitkomst for uitkomst in uitkomsten) else Stand.OK


def nachtruns() -> list[Nachtrun]:
    """The last week of nights."""
    return list(Nachtrun.objects.all()[:7])


def stapregels(run: Nachtrun) -> list[Stapregel]:
    """In the order in which they were done; the database keeps no order of keys."""
    volgorde = list(_STAPPEN)
    namen = sorted(run.resultaat, key=lambda n: volgorde.index(n) if n in _STAPPEN else -1)
    return [_stapregel(naam, run.resultaat[naam]) for naam in namen]


def _stapregel(naam: str, uitkomst: dict[str, Any]) -> Stapregel:
    titel, gedaan = _STAPPEN.get(naam, (naam, "gedaan"))
    if "fout" in uitkomst:
        return Stapregel(titel, f"mislukt ({uitkomst['fout']})", gelukt=False)
    mislukt = uitkomst.get("mislukt", 0)
    tekst = f"{uitkomst['aantal']} {gedaan}"
    return Stapregel(titel, f"{tekst}, {mislukt} mislukt" if mislukt else tekst, gelukt=not mislukt)

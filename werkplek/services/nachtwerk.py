"""The work of the night: guard the terms, bring tasks up to date, sweep what nobody needs.

The queue holds no deadline. Each step asks the database who is due, so a second run finds nothing
left to do, and a run after nights without one makes up for them. A step has its own transactions:
what was done before somebody pulled the plug stays done, and the next run does the rest.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any, Protocol

from django.contrib.sessions.models import Session
from django.db import connection, transaction

from besluiten.services.besluiten import bezwaartermijnen_afsluiten
from inburgering.models import Inburgeraar
from inburgering.per_dossier import DeelsMislukt
from inburgering.services.documenten import controleer_bestanden, veeg_bestanden
from inburgering.services.sporen import oude_concepten_weg
from inburgering.services.taken import taken_bijwerken
from inburgering.services.termijnen import signaleren
from leerroutes.services.schemas import schemas_bijwerken
from leerroutes.services.urentotalen import totalen_controleren
from medewerkers.models import Medewerker
from medewerkers.sporen import spoor
from ontzorgen.services.bouwen import batch_van_de_maand
from ontzorgen.services.perioden import afgelopen_beeindigen
from opdrachten.services.opruimen import opruimen
from werkplek.models import Nachtrun

logboek = logging.getLogger("inburgering.nachtwerk")

GRENDEL = 20210101  # the number of our lock among PostgreSQL's advisory locks
PARTIJ = 500
NACHTEN = 7


class Stap(Protocol):
    """Returns how many it did. Raises DeelsMislukt when it did the others."""

    def __call__(self, *, door: Medewerker, nu: datetime) -> int: ...


def nachtwerk(
    *, nu: datetime, stappen: Sequence[tuple[str, Stap]] | None = None
) -> Nachtrun | None:
    """Do every step and record what came of it; None when another run is at work.

    A step that fails does not keep the next ones from running.
    """
    with _grendel() as alleen:
        if not alleen:
            logboek.info("nachtwerk overgeslagen: het loopt al")
            return None
        begin = perf_counter()
        run = Nachtrun.objects.create(gestart_at=nu)
        door = Medewerker.objects.systeem()
        for naam, stap in STAPPEN if stappen is None else stappen:
            run.resultaat[naam] = _doe(naam, stap, door, nu)
            run.save(update_fields=["resultaat"])
        run.klaar_at = nu + timedelta(seconds=perf_counter() - begin)
        run.save(update_fields=["klaar_at"])
    return run


def _doe(naam: str, stap: Stap, door: Medewerker, nu: datetime) -> dict[str, Any]:
    try:
        return {"aantal": stap(door=door, nu=nu)}
    except DeelsMislukt as fout:  # each was logged by itself
        return {"aantal": fout.gedaan, "mislukt": fout.mislukt}
    except Exception as fout:
        logboek.exception("nachtwerk: %s mislukt", naam)
        return {"fout": type(fout).__name__}


@contextmanager
def _grendel() -> Iterator[bool]:
    """One run at a time in the whole installation. Falls open by itself when the process dies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [GRENDEL])
        (gekregen,) = cursor.fetchone()
    try:
        yield gekregen
    finally:
        if gekregen:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [GRENDEL])


def _taken(*, door: Medewerker, nu: datetime) -> int:
    """In parties, each locking its dossiers as an act would: the day can go on meanwhile.

    A party that fails is done one by one, so that only whom it is about is left as it was.
    """
    alle = list(Inburgeraar.objects.order_by("pk").values_list("pk", flat=True))
    gedaan = mislukt = 0
    for begin in range(0, len(alle), PARTIJ):
        partij = alle[begin : begin + PARTIJ]
        uitkomsten = [_probeer(partij, door, nu)]
        if None in uitkomsten:
            uitkomsten = [_probeer([dossier_id], door, nu) for dossier_id in partij]
        gedaan += sum(aantal or 0 for aantal in uitkomsten)
        mislukt += uitkomsten.count(None)
    if mislukt:
        raise DeelsMislukt(gedaan=gedaan, mislukt=mislukt)
    return gedaan


def _probeer(dossiers: list[int], door: Medewerker, nu: datetime) -> int | None:
    """How many tasks changed; None when it failed, and the log names the dossier if it was one."""
    try:
        return _partij(dossiers, door, nu)
    except Exception:
        wie = {"rij": dossiers[0]} if len(dossiers) == 1 else None
        logboek.exception("taken van %s dossiers mislukt", len(dossiers), extra=wie)
        return None


def _partij(dossiers: list[int], door: Medewerker, nu: datetime) -> int:
    with transaction.atomic(), spoor(door=door, nu=nu):
        rijen = Inburgeraar.objects.select_for_update().filter(pk__in=dossiers).order_by("pk")
        return taken_bijwerken(list(rijen.values_list("pk", flat=True)), nu=nu)


def _bestanden(*, door: Medewerker, nu: datetime) -> int:
    return veeg_bestanden(nu=nu)


def _documenten(*, door: Medewerker, nu: datetime) -> int:
    """A seventh each night, so that in a week every file was read."""
    return controleer_bestanden(deel=nu.toordinal() % NACHTEN, van=NACHTEN)


def _concepten(*, door: Medewerker, nu: datetime) -> int:
    return oude_concepten_weg(nu=nu)


def _sessies(*, door: Medewerker, nu: datetime) -> int:
    return Session.objects.filter(expire_date__lt=nu).delete()[0]


# What ends by itself goes first: a term that is over in good order needs no signal that it is late.
STAPPEN: tuple[tuple[str, Stap], ...] = (
    ("ontzorgen", afgelopen_beeindigen),
    ("betaalbatch", batch_van_de_maand),
    ("bezwaar", bezwaartermijnen_afsluiten),
    ("uren", totalen_controleren),
    ("schemas", schemas_bijwerken),
    ("signalen", signaleren),
    ("taken", _taken),
    ("bestanden", _bestanden),
    ("documenten", _documenten),
    ("concepten", _concepten),
    ("opdrachten", opruimen),
    ("sessies", _sessies),
)

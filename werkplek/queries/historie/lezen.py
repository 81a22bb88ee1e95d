"""Histories of many kinds read in one question, each row as the values it had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, F, JSONField, Q, QuerySet, Value, Window
from django.db.models.expressions import RawSQL
from django.db.models.functions import Lag

from inburgering.models import Inburgeraar
from werkplek.queries.historie.delen import Bron

_KOLOMMEN = (
    "hist_soort",
    "history_id",
    "id",
    "history_date",
    "history_type",
    "history_user_id",
    "history_change_reason",
    "hist_nu",
    "hist_was",
)


@dataclass(frozen=True)
class Regel:
    """One line of a history. `nu` and `was` are the values after and before it."""

    soort: str
    history_id: int
    pk: int
    at: datetime
    wat: str
    door_id: int | None
    reden: str
    nu: dict[str, Any]
    was: dict[str, Any] | None

    @property
    def cursor(self) -> str:
        return f"{self.at.isoformat()}_{self.soort}_{self.history_id}"


def nieuwste(
    bronnen: Sequence[Bron], dossier: Inburgeraar, *, cursor: str, hoogstens: int
) -> list[Regel]:
    """The newest lines of all kinds together, or those after the cursor."""
    na = _lees_cursor(cursor)
    delen = [_rijen(bron, dossier).filter(_verder(bron.soort, na)) for bron in bronnen]
    samen = _samen([_met_vorige(deel) for deel in delen])
    return _regels(samen.order_by("-history_date", "hist_soort", "-history_id")[:hoogstens])


def stand_op(bronnen: Sequence[Bron], dossier: Inburgeraar, *, at: datetime) -> list[Regel]:
    """Every row as its last line before or at this moment says; what was gone is not there."""
    laatste = [
        _rijen(bron, dossier)
        .filter(history_date__lte=at)
        .annotate(hist_was=Value(None, output_field=JSONField()))
        .order_by("id", "-history_date", "-history_id")
        .distinct("id")
        .values_list(*_KOLOMMEN)
        for bron in bronnen
    ]
    regels = _regels(_samen(laatste).order_by("hist_soort", "id"))
    return [regel for regel in regels if regel.wat != "-"]


def _rijen(bron: Bron, dossier: Inburgeraar) -> QuerySet[Any]:
    rijen: QuerySet[Any] = bron.geschiedenis.filter(bron.van(dossier))
    tabel = rijen.model._meta.db_table
    met_waarden: QuerySet[Any] = rijen.order_by().annotate(
        hist_soort=Value(bron.soort, output_field=CharField()),
        hist_nu=RawSQL(f'to_jsonb("{tabel}")', (), output_field=JSONField()),  # noqa: S611  # our own table
    )
    return met_waarden


def _met_vorige(rijen: QuerySet[Any]) -> QuerySet[Any]:
    """With what the same row said before; older lines are never filtered away."""
    met_vorige: QuerySet[Any] = rijen.annotate(
        hist_was=Window(
            Lag("hist_nu"),
            partition_by=[F("id")],
            order_by=[F("history_date").asc(), F("history_id").asc()],
            output_field=JSONField(),
        )
    ).values_list(*_KOLOMMEN)
    return met_vorige


def _samen(delen: Sequence[QuerySet[Any]]) -> QuerySet[Any]:
    return delen[0].union(*delen[1:], all=True)


def _regels(rijen: Iterable[Sequence[Any]]) -> list[Regel]:
    return [
        Regel(soort, history_id, pk, at, wat, door_id, reden or "", nu, was)
        for soort, history_id, pk, at, wat, door_id, reden, nu, was in rijen
    ]


def _lees_cursor(cursor: str) -> tuple[datetime, str, int] | None:
    """A cursor somebody tampered with is the first page."""
    moment, _, rest = cursor.partition("_")
    soort, _, pk = rest.rpartition("_")
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return None
    if not at.tzinfo or not pk.isdigit() or len(pk) > 18:
        return None
    return at, soort, int(pk)


def _verder(soort: str, na: tuple[datetime, str, int] | None) -> Q:
    """What comes after the cursor in this kind: kinds follow each other within one moment."""
    if na is None:
        return Q()
    at, bij, pk = na
    if soort > bij:
        return Q(history_date__lte=at)
    if soort < bij:
        return Q(history_date__lt=at)
    return Q(history_date__lt=at) | Q(history_date=at, history_id__lt=pk)

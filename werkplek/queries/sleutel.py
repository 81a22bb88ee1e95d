"""The place in a list that is read from new to old: the moment and the id of the last row shown."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from django.db.models import Q


class OpMoment(Protocol):
    pk: int
    at: datetime


def sleutel(rij: OpMoment) -> str:
    return f"{rij.at.isoformat()}_{rij.pk}"


def ouder_dan(cursor: str) -> Q:
    """What comes after it; a cursor somebody tampered with is the first page."""
    moment, _, pk = cursor.rpartition("_")
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return Q()
    if not at.tzinfo or not pk.isdigit() or len(pk) > 18:
        return Q()
    return Q(at__lt=at) | Q(at=at, pk__lt=int(pk))

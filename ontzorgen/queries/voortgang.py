"""How far a worker is with a batch: outside the transaction, so that others can see it."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache

from ontzorgen.models import Betaalbatch


@dataclass(frozen=True)
class Bouwvoortgang:
    gedaan: int
    totaal: int


def sleutel(batch_id: int) -> str:
    return f"betaalbatch:{batch_id}:voortgang"


def bouwvoortgang(batch: Betaalbatch) -> Bouwvoortgang | None:
    """None when nothing is being built."""
    if batch.bouw_gevraagd_at is None:
        return None
    gedaan, totaal = cache.get(sleutel(batch.pk), (0, 0))
    return Bouwvoortgang(gedaan, totaal)

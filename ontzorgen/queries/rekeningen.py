"""Whose account a number is."""

from __future__ import annotations

from ontzorgen.enums import RekeningStatus
from ontzorgen.models import Crediteur

GELDT = (RekeningStatus.VOORGESTELD, RekeningStatus.BEVESTIGD)


def crediteuren_met(iban: str, *, behalve: int | None = None) -> list[Crediteur]:
    """Creditors that are paid on this number now, or will be once somebody confirms it."""
    rijen = Crediteur.objects.filter(rekeningen__iban=iban, rekeningen__status__in=GELDT)
    if behalve is not None:
        rijen = rijen.exclude(pk=behalve)
    return list(rijen.distinct())

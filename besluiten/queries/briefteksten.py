"""The texts of letters as the functional manager sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from besluiten.models import Brieftekst
from besluiten.teksten import STANDAARD


@dataclass(frozen=True)
class Tekstregel:
    pk: int
    titel: str
    begin: str
    eigen: bool
    gewijzigd_at: datetime
    door: str


def tekstregels() -> list[Tekstregel]:
    """Each paragraph with its first words, and who wrote it last."""
    laatste = {
        rij.id: rij
        for rij in Brieftekst.history.select_related("history_user").order_by("history_id")
    }
    return [_regel(tekst, laatste[tekst.pk]) for tekst in Brieftekst.objects.all()]


def _regel(tekst: Brieftekst, laatste: Any) -> Tekstregel:
    _titel, standaard = STANDAARD.get(tekst.sleutel, ("", ""))
    return Tekstregel(
        pk=tekst.pk,
        titel=tekst.titel,
        begin=tekst.tekst,
        eigen=tekst.tekst != standaard,
        gewijzigd_at=laatste.history_date,
        door=laatste.history_user.naam if laatste.history_user else "",
    )

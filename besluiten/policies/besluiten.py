"""When a decision may be made known."""

from __future__ import annotations

from datetime import date

from besluiten.models import Besluit, BesluitStatus
from inburgering.geweigerd import Geweigerd


def check_bekendmaken(besluit: Besluit, *, op: date, vandaag: date) -> None:
    if besluit.status != BesluitStatus.GENOMEN:
        raise Geweigerd("Dit besluit is al bekendgemaakt.")
    if op < besluit.dagtekening:
        raise Geweigerd(
            f"Een besluit wordt niet bekendgemaakt voor de dagtekening "
            f"({besluit.dagtekening:%d-%m-%Y}).",
            veld="op",
        )
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="op")

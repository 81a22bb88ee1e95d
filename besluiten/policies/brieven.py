"""When a letter may be recorded as sent."""

from __future__ import annotations

from datetime import date

from besluiten.models import Brief, BriefStatus
from inburgering.geweigerd import Geweigerd


def check_verzenden(brief: Brief, *, op: date, vandaag: date) -> None:
    if brief.status != BriefStatus.GEMAAKT:
        raise Geweigerd("Deze brief is al verzonden.")
    if op < brief.dagtekening:
        raise Geweigerd(
            f"Een brief gaat niet weg voor de dagtekening ({brief.dagtekening:%d-%m-%Y}).",
            veld="op",
        )
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="op")

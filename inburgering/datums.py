"""Dates as people bring them: a birth date of which the day or the month is not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_NOTATIE = re.compile(r"^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*$")


def lokale_datum(nu: datetime) -> date:
    """The day in the Netherlands: a PIP signed at 00:30 is of that day, whatever UTC says."""
    return nu.astimezone(AMSTERDAM).date()


@dataclass(frozen=True, order=True)
class OnzekereDatum:
    """`00-00-1990`: only the year is known; `00-03-1990`: month and year; else a full date."""

    jaar: int
    maand: int | None = None
    dag: int | None = None

    def __post_init__(self) -> None:
        if self.maand is None and self.dag is not None:
            raise ValueError("Een dag zonder maand kan niet.")
        date(self.jaar, self.maand or 1, self.dag or 1)

    @classmethod
    def lees(cls, tekst: str) -> OnzekereDatum:
        """Reads `dd-mm-jjjj`, with `00` for what is not known. Raises ValueError otherwise."""
        gevonden = _NOTATIE.match(tekst)
        if not gevonden:
            raise ValueError("Schrijf de datum als dd-mm-jjjj, met 00 voor wat u niet weet.")
        dag, maand, jaar = (int(deel) for deel in gevonden.groups())
        return cls(jaar, maand or None, dag or None)

    @property
    def vroegst(self) -> date:
        return date(self.jaar, self.maand or 1, self.dag or 1)

    def leeftijd_op(self, op: date) -> int:
        """Whole years on that day, counting from the earliest day the birth date allows."""
        begin = self.vroegst
        return op.year - begin.year - ((op.month, op.day) < (begin.month, begin.day))

    def __str__(self) -> str:
        return f"{self.dag or 0:02}-{self.maand or 0:02}-{self.jaar:04}"

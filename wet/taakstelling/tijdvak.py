"""Half years: which day falls in which, and the days around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wet.datums import EEN_DAG
from wet.uitkomst import OngeldigeInvoer

_TWEEDE_HELFT = 7
"""July: the month in which the second half begins."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Tijdvak:
    """A half year (`helft` 1 or 2), or a whole year where the halves are not known (0)."""

    jaar: int
    helft: int

    def __post_init__(self) -> None:
        if self.helft not in (0, 1, 2):
            raise OngeldigeInvoer("Een helft is 1 of 2, of 0 voor een heel jaar.")

    @classmethod
    def van(cls, op: date) -> Tijdvak:
        """The half year in which a day falls."""
        return cls(jaar=op.year, helft=1 if op.month < _TWEEDE_HELFT else 2)

    @property
    def start_op(self) -> date:
        """The first day."""
        return date(self.jaar, _TWEEDE_HELFT if self.helft == 2 else 1, 1)

    @property
    def eind_op(self) -> date:
        """The last day, inclusive: 30 June or 31 December."""
        return (
            date(self.jaar, _TWEEDE_HELFT, 1) - EEN_DAG
            if self.helft == 1
            else date(self.jaar, 12, 31)
        )

    @property
    def peildatum_inwoners(self) -> date:
        """The day whose inhabitants count: 1 January of the calendar year before."""
        return date(self.jaar - 1, 1, 1)

    def __str__(self) -> str:
        if not self.helft:
            return f"heel {self.jaar}"
        return f"{self.helft}e helft {self.jaar}"

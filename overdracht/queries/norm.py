"""The fourteen weeks after the koppeling: a practice of COA, no term of law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overdracht.queries.standen import Stand

NADERT_DAGEN = 14


@dataclass(frozen=True)
class Norm:
    """The fourteen weeks after the koppeling: the day, and how near it is."""

    op: date
    dagen_over: int
    soort: str

    @property
    def tekst(self) -> str:
        """Not "te laat": no law sets this day."""
        dagen = abs(self.dagen_over)
        woord = "dag" if dagen == 1 else "dagen"
        if self.dagen_over < 0:
            return f"{dagen} {woord} voorbij"
        return f"nog {dagen} {woord}" if dagen else "vandaag"


def norm_van(stand: Stand, op: date) -> Norm | None:
    """While the household has no home to live in."""
    if stand.verhuisd or not stand.loopt:
        return None
    over = (stand.norm_op - op).days
    soort = "fout" if over < 0 else "let_op" if over <= NADERT_DAGEN else "neutraal"
    return Norm(op=stand.norm_op, dagen_over=over, soort=soort)

"""A burn-up: the plan and what was kept, as points in a drawing and as rows of a table.

Arithmetic only. Coordinates are text with a point, because they go into an SVG as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

BREED, HOOG = 320, 190
_LINKS, _RECHTS, _BOVEN, _ONDER = 34, 10, 12, 26


@dataclass(frozen=True, kw_only=True)
class Stand:
    """At the end of a month, or today: hours of that month, and all so far against the plan."""

    op: date
    maand: Decimal
    samen: Decimal
    volgens_plan: Decimal


@dataclass(frozen=True, kw_only=True)
class Grafiek:
    """`plan` and `gehouden` are points of a polyline; `vandaag` is where the second one ends."""

    standen: Sequence[Stand]
    start_op: date
    eind_op: date
    nodig: int
    plan: str
    gehouden: str
    vandaag: tuple[str, str]
    hoogste_y: str
    nul_y: str = str(HOOG - _ONDER)
    links_x: str = str(_LINKS)
    rechts_x: str = str(BREED - _RECHTS)
    vak: str = f"0 0 {BREED} {HOOG}"


@dataclass(frozen=True, kw_only=True)
class Verloop:
    """What is drawn. `begin` are the hours on `start_op`; `per_maand` by the first of a month."""

    start_op: date
    eind_op: date
    op: date
    nodig: int
    begin: Decimal
    per_maand: Mapping[date, Decimal]

    def volgens_plan(self, dag: date) -> Decimal:
        """Even steps from what was there at the start to what is needed on the last day."""
        if dag >= self.eind_op:
            return Decimal(self.nodig)
        deel = Decimal((dag - self.start_op).days) / (self.eind_op - self.start_op).days
        uren = self.begin + (self.nodig - self.begin) * max(deel, Decimal(0))
        return uren.quantize(Decimal(1), ROUND_HALF_UP)


def grafiek(verloop: Verloop) -> Grafiek | None:
    """None while there is no time to draw: a term that ends before it starts, or not begun yet."""
    if not verloop.start_op < verloop.eind_op or verloop.op < verloop.start_op:
        return None
    standen = _standen(verloop)
    laatste = standen[-1]
    hoogste = max(Decimal(verloop.nodig), laatste.samen)
    einde = max(verloop.eind_op, laatste.op)

    def punt(op: date, uren: Decimal) -> tuple[str, str]:
        return _x(op, verloop.start_op, einde), _y(uren, hoogste)

    gehouden = [punt(verloop.start_op, verloop.begin), *(punt(s.op, s.samen) for s in standen)]
    plan = [punt(verloop.start_op, verloop.begin), punt(verloop.eind_op, Decimal(verloop.nodig))]
    return Grafiek(
        standen=standen,
        start_op=verloop.start_op,
        eind_op=verloop.eind_op,
        nodig=verloop.nodig,
        plan=_lijn(plan),
        gehouden=_lijn(gehouden),
        vandaag=gehouden[-1],
        hoogste_y=_y(Decimal(verloop.nodig), hoogste),
    )


def _standen(verloop: Verloop) -> list[Stand]:
    standen, samen = [], verloop.begin
    for eerste in maanden(verloop.start_op, verloop.op):
        uren = verloop.per_maand.get(eerste, Decimal(0))
        samen += uren
        dag = min(_laatste_dag(eerste), verloop.op)
        standen.append(
            Stand(op=dag, maand=uren, samen=samen, volgens_plan=verloop.volgens_plan(dag))
        )
    return standen


def maanden(van: date, tot: date) -> list[date]:
    """The first of every month from that of `van` up to and including that of `tot`."""
    uit, eerste = [], van.replace(day=1)
    while eerste <= tot:
        uit.append(eerste)
        eerste = _laatste_dag(eerste) + timedelta(days=1)
    return uit


def _laatste_dag(eerste: date) -> date:
    return (eerste + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _lijn(punten: Sequence[tuple[str, str]]) -> str:
    return " ".join(f"{x},{y}" for x, y in punten)


def _x(op: date, start: date, einde: date) -> str:
    deel = (op - start).days / (einde - start).days
    return f"{_LINKS + deel * (BREED - _LINKS - _RECHTS):.1f}"


def _y(uren: Decimal, hoogste: Decimal) -> str:
    deel = float(uren / hoogste) if hoogste else 0.0
    return f"{HOOG - _ONDER - deel * (HOOG - _ONDER - _BOVEN):.1f}"

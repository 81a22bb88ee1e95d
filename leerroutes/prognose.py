"""Whether hours fit in the term: what is needed a week, what was kept up, and what follows.

Plain arithmetic, so that it can be explained: every outcome says its inputs and its steps. It says
something of hours and weeks, never of a person. Holidays are not counted, and it says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from enum import StrEnum

from wet.datums import zonder_weekdag
from wet.leerroutes import urengetal

WEEK = 7
MEET_WEKEN = 13
MINSTENS_WEKEN = 4
_VERST_WEKEN = 52 * 20  # what lies further away is no day anybody plans by


class Oordeel(StrEnum):
    """What can be said."""

    KLAAR = "klaar"
    PAST = "past"
    PAST_NIET = "past_niet"
    GEEN_LES = "geen_les"
    """Nothing was followed in the weeks that are measured."""
    NOG_NIET = "nog_niet"
    """Too short a time to say anything."""
    GEEN_TERMIJN = "geen_termijn"
    VOORBIJ = "voorbij"
    """The term is over, and hours are missing."""


@dataclass(frozen=True, kw_only=True)
class Invoer:
    """All days inclusive. `recent` are the hours from `gemeten_vanaf` up to and including `op`.

    `eerste_op` is the first day with hours that count; None is none yet.
    """

    nodig: int
    gedaan: Decimal
    op: date
    eind_op: date | None
    recent: Decimal
    eerste_op: date | None

    @property
    def gemeten_vanaf(self) -> date:
        """Thirteen weeks back, or the first day with hours when that is later."""
        terug = meet_vanaf(self.op)
        return max(terug, self.eerste_op) if self.eerste_op else terug

    @property
    def te_gaan(self) -> Decimal:
        return max(self.nodig - self.gedaan, Decimal(0))

    @property
    def dagen_over(self) -> int:
        """After today, up to and including the last day of the term."""
        return (self.eind_op - self.op).days if self.eind_op else 0

    @property
    def gemeten_dagen(self) -> int:
        return (self.op - self.gemeten_vanaf).days + 1


@dataclass(frozen=True, kw_only=True)
class Prognose:
    """Hours a week to one decimal; None where there is nothing to say."""

    oordeel: Oordeel
    invoer: Invoer
    tempo_nodig: Decimal | None
    tempo_gehouden: Decimal | None
    verwacht_op: date | None
    extra_per_week: int | None
    """Whole hours a week more with which it does fit."""

    @property
    def zin(self) -> str:
        return _zin(self)

    @property
    def stappen(self) -> list[str]:
        return list(_stappen(self))


def meet_vanaf(op: date) -> date:
    """The first of the days over which the pace is measured."""
    return op - timedelta(days=MEET_WEKEN * WEEK - 1)


def prognose(invoer: Invoer) -> Prognose:
    """Asked on `invoer.op`; the same question has the same answer."""
    oordeel = _vooraf(invoer)
    nodig = _per_week(invoer.te_gaan, invoer.dagen_over) if invoer.te_gaan else None
    gehouden = _gehouden(invoer)
    verwacht = extra = None
    if oordeel in (Oordeel.PAST, Oordeel.PAST_NIET):
        verwacht = _verwacht(invoer)
    if oordeel in (Oordeel.PAST_NIET, Oordeel.GEEN_LES):
        extra = _extra(invoer)
    return Prognose(
        oordeel=oordeel,
        invoer=invoer,
        tempo_nodig=_afgerond(nodig),
        tempo_gehouden=_afgerond(gehouden),
        verwacht_op=verwacht,
        extra_per_week=extra,
    )


def _vooraf(invoer: Invoer) -> Oordeel:
    if not invoer.te_gaan:
        return Oordeel.KLAAR
    if invoer.eind_op is None:
        return Oordeel.GEEN_TERMIJN
    if invoer.dagen_over <= 0:
        return Oordeel.VOORBIJ
    if invoer.eerste_op is None or invoer.gemeten_dagen < MINSTENS_WEKEN * WEEK:
        return Oordeel.NOG_NIET
    if not invoer.recent:
        return Oordeel.GEEN_LES
    return Oordeel.PAST if _haalt(invoer, invoer.recent) else Oordeel.PAST_NIET


def _haalt(invoer: Invoer, recent: Decimal) -> bool:
    """At this many hours in the days measured the rest is done in the days left; no rounding."""
    return recent * invoer.dagen_over >= invoer.te_gaan * invoer.gemeten_dagen


def _per_week(uren: Decimal, dagen: int) -> Decimal | None:
    return uren * WEEK / dagen if dagen > 0 else None


def _gehouden(invoer: Invoer) -> Decimal | None:
    if invoer.eerste_op is None or invoer.gemeten_dagen < MINSTENS_WEKEN * WEEK:
        return None
    return _per_week(invoer.recent, invoer.gemeten_dagen)


def _verwacht(invoer: Invoer) -> date | None:
    """The day on which the last hour is followed at this pace; None beyond anybody's plans."""
    dagen = (invoer.te_gaan * invoer.gemeten_dagen / invoer.recent).to_integral_value(ROUND_CEILING)
    return invoer.op + timedelta(days=int(dagen)) if dagen <= _VERST_WEKEN * WEEK else None


def _extra(invoer: Invoer) -> int:
    nodig = _per_week(invoer.te_gaan, invoer.dagen_over)
    gehouden = _gehouden(invoer)
    assert nodig is not None  # asked only where both are there
    assert gehouden is not None
    return int((nodig - gehouden).to_integral_value(ROUND_CEILING))


def _afgerond(uren: Decimal | None) -> Decimal | None:
    return None if uren is None else uren.quantize(Decimal("0.1"), ROUND_HALF_UP)


# --- In words ------------------------------------------------------------------------------------
def _zin(wat: Prognose) -> str:
    over = wat.invoer.eind_op
    einde = zonder_weekdag(over) if over else ""
    match wat.oordeel:
        case Oordeel.KLAAR:
            return "Alle uren zijn gedaan."
        case Oordeel.GEEN_TERMIJN:
            return "Nog niet te zeggen: de inburgeringstermijn is nog niet bekend."
        case Oordeel.VOORBIJ:
            rest = getal(wat.invoer.te_gaan)
            return f"De termijn eindigde op {einde}; er is nog {rest} uur te doen."
        case Oordeel.NOG_NIET:
            return f"Nog niet te zeggen: er zijn nog geen {MINSTENS_WEKEN} weken met uren."
        case Oordeel.GEEN_LES:
            return (
                f"De laatste {MEET_WEKEN} weken zijn er geen uren. Met {wat.extra_per_week} uur "
                f"per week past het voor {einde}."
            )
        case Oordeel.PAST:
            assert wat.verwacht_op is not None  # within the term
            return f"Dit past: in dit tempo klaar op {zonder_weekdag(wat.verwacht_op)}."
    klaar = zonder_weekdag(wat.verwacht_op) if wat.verwacht_op else "een dag over meer dan 20 jaar"
    return (
        f"Dit past niet: in dit tempo klaar op {klaar}. Met {wat.extra_per_week} uur per week meer "
        "past het."
    )


def _stappen(wat: Prognose) -> Iterator[str]:
    invoer = wat.invoer
    yield (
        f"Nodig: {invoer.nodig} uur. Gedaan tot en met {zonder_weekdag(invoer.op)}: "
        f"{getal(invoer.gedaan)} uur. Te gaan: {getal(invoer.te_gaan)} uur."
    )
    if invoer.eind_op and invoer.dagen_over > 0:
        weken = _afgerond(Decimal(invoer.dagen_over) / WEEK)
        yield (
            f"De laatste dag van de termijn is {zonder_weekdag(invoer.eind_op)}: over "
            f"{getal(weken)} weken."
        )
    if wat.tempo_nodig is not None:
        yield f"Nodig per week: {getal(wat.tempo_nodig)} uur."
    if wat.tempo_gehouden is not None:
        yield (
            f"Gehouden: {getal(invoer.recent)} uur van {zonder_weekdag(invoer.gemeten_vanaf)} tot "
            f"en met {zonder_weekdag(invoer.op)}, dat is {getal(wat.tempo_gehouden)} uur per week."
        )
    yield "Vakanties zijn niet meegerekend."


def getal(uren: Decimal | int | None) -> str:
    """ "12,5"; nothing for nothing."""
    if uren is None:
        return ""
    return urengetal(uren)

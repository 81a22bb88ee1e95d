"""What the letter at the start says of each cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ontzorgen.models import VasteLast
from ontzorgen.policies.lasten import bedrag_bij
from wet.ontzorgen import Lastsoort


@dataclass(frozen=True, kw_only=True)
class Startregel:
    """`vanaf` is the first month that we pay (its first day); `bedrag` is per whole month."""

    soort: str
    crediteur: str
    kenmerk: str
    vanaf: date | None
    bedrag: Decimal | None


def startregels(lasten: Iterable[VasteLast], *, op: date) -> list[Startregel]:
    """Of the costs that we pay: not of those that the household took over."""
    return [_regel(last, op=op) for last in lasten if last.zelf_vanaf is None]


def _regel(last: VasteLast, *, op: date) -> Startregel:
    begin = last.betalen_vanaf or last.start_op
    bedrag = bedrag_bij(last.bedragen.all(), max(begin, op.replace(day=1)))
    return Startregel(
        soort=Lastsoort(last.soort).label,
        crediteur=last.crediteur.naam if last.crediteur else "",
        kenmerk=last.kenmerk,
        vanaf=last.betalen_vanaf,
        bedrag=bedrag.maand_bedrag if bedrag else None,
    )

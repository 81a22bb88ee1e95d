"""What was paid, by month and kind of cost. For the overview here, and for who keeps the books."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum

from ontzorgen.enums import BetalingStatus
from ontzorgen.models import Betaling
from wet.geld import NIETS
from wet.ontzorgen import Lastsoort

BETAALD = Q(status=BetalingStatus.BETAALD)
ONDERWEG = Q(status=BetalingStatus.AANGEBODEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totaal:
    """Of the month that it is about (its first day): `betaald_bedrag` is what the bank booked,
    `onderweg_bedrag` what it has and did not answer yet. What came back is in neither.
    """

    maand: date
    soort: Lastsoort
    betaald_bedrag: Decimal
    onderweg_bedrag: Decimal
    aantal: int


def totalen(*, van: date, tot: date) -> list[Totaal]:
    """Per month and kind, of the months from `van` up to and including that of `tot`."""
    rijen = (
        gegeven(van=van, tot=tot)
        .order_by("maand", "last__soort")
        .values("maand", "last__soort")
        .annotate(
            betaald=Sum("bedrag", filter=BETAALD),
            onderweg=Sum("bedrag", filter=ONDERWEG),
            aantal=Count("pk"),
        )
    )
    return [
        Totaal(
            maand=rij["maand"],
            soort=Lastsoort(rij["last__soort"]),
            betaald_bedrag=rij["betaald"] or NIETS,
            onderweg_bedrag=rij["onderweg"] or NIETS,
            aantal=rij["aantal"],
        )
        for rij in rijen
    ]


def totalen_van_jaar(jaar: int) -> list[Totaal]:
    return totalen(van=date(jaar, 1, 1), tot=date(jaar, 12, 1))


def betaald_per_soort(totalen_: Iterable[Totaal]) -> dict[Lastsoort, Decimal]:
    per: dict[Lastsoort, Decimal] = {}
    for totaal in totalen_:
        per[totaal.soort] = per.get(totaal.soort, NIETS) + totaal.betaald_bedrag
    return per


def gegeven(*, van: date, tot: date) -> QuerySet[Betaling]:
    """What was paid or is under way over these months."""
    return Betaling.objects.filter(BETAALD | ONDERWEG, maand__range=(van, tot))

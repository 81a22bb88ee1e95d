"""The facts of many households at once, in a number of queries that does not grow with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.db.models import Q

from ontzorgen.enums import BetalingSoort, RekeningStatus
from ontzorgen.models import (
    Betaalverzoek,
    Betaling,
    Crediteurrekening,
    Lastbedrag,
    Tekortoplossing,
    Uitkering,
    Uitkeringsbedrag,
    VasteLast,
    Voortzetting,
)
from wet.geld import NIETS

_T = TypeVar("_T")
Maand = tuple[int, date]
"""A cost (or uitkering) and the first day of a month."""


@dataclass(slots=True)
class Huishouden:
    """One right to bijstand with everything that decides what is paid from it."""

    uitkering: Uitkering
    voortzettingen: list[Voortzetting]
    lasten: list[VasteLast]
    netto: dict[date, Decimal]


@dataclass(slots=True)
class Feiten:
    """Of a party of households: amounts, what other batches pay, what was solved or asked for."""

    huishoudens: list[Huishouden]
    bedragen: dict[int, list[Lastbedrag]]
    rekeningen: dict[int, Crediteurrekening]
    elders: set[Maand]
    al_betaald: dict[Maand, Decimal]
    opgelost: set[Maand]
    verzoeken: dict[int, list[Betaalverzoek]] = field(default_factory=dict)

    def bedrag(self, last: VasteLast, maand: date) -> Lastbedrag | None:
        return next(
            (
                b
                for b in self.bedragen.get(last.pk, ())
                if b.start_op <= maand and (b.eind_op is None or b.eind_op >= maand)
            ),
            None,
        )


def met_lasten(maand: date) -> list[int]:
    """Every uitkering with a cost that could be paid in this month, in order."""
    rijen = VasteLast.objects.filter(betalen_vanaf__lte=maand)
    return sorted(set(rijen.values_list("uitkering_id", flat=True)))


def lees_feiten(uitkering_ids: Collection[int], *, maand: date, batch_id: int | None) -> Feiten:
    """What is known of these households for a batch of `maand`; the lines of `batch_id` itself do
    not count as paid.
    """
    lasten = list(
        VasteLast.objects.filter(uitkering__in=uitkering_ids, betalen_vanaf__lte=maand)
        .select_related("crediteur")
        .order_by("uitkering", "start_op", "pk")
    )
    last_ids = [last.pk for last in lasten]
    elders, al_betaald = _elders({last.pk: last.uitkering_id for last in lasten}, batch_id)
    return Feiten(
        huishoudens=_huishoudens(uitkering_ids, lasten, maand),
        bedragen=_per(Lastbedrag.objects.filter(last__in=last_ids, start_op__lte=maand), "last_id"),
        rekeningen={
            rekening.crediteur_id: rekening
            for rekening in Crediteurrekening.objects.filter(
                crediteur__in={last.crediteur_id for last in lasten},
                status=RekeningStatus.BEVESTIGD,
            )
        },
        elders=elders,
        al_betaald=al_betaald,
        opgelost=set(
            Tekortoplossing.objects.filter(last__in=last_ids).values_list("last_id", "maand")
        ),
        verzoeken=_per(
            Betaalverzoek.objects.filter(last__in=last_ids, ingetrokken_op=None).filter(
                Q(betaling=None) | Q(betaling__batch=batch_id)
            ),
            "last_id",
        ),
    )


def _huishoudens(
    uitkering_ids: Collection[int], lasten: Iterable[VasteLast], maand: date
) -> list[Huishouden]:
    per_uitkering = _per(lasten, "uitkering_id")
    voortzettingen = _per(Voortzetting.objects.filter(uitkering__in=uitkering_ids), "uitkering_id")
    netto: dict[int, dict[date, Decimal]] = defaultdict(dict)
    for uitkering_id, van, bedrag in Uitkeringsbedrag.objects.filter(
        uitkering__in=uitkering_ids, maand__lte=maand
    ).values_list("uitkering_id", "maand", "netto_bedrag"):
        netto[uitkering_id][van] = bedrag
    rijen = Uitkering.objects.filter(pk__in=per_uitkering).select_related("ontzorgperiode")
    return [
        Huishouden(
            uitkering=uitkering,
            voortzettingen=voortzettingen.get(uitkering.pk, []),
            lasten=per_uitkering[uitkering.pk],
            netto=netto[uitkering.pk],
        )
        for uitkering in rijen.order_by("pk")
    ]


def _elders(
    uitkering_van: Mapping[int, int], batch_id: int | None
) -> tuple[set[Maand], dict[Maand, Decimal]]:
    """The terms that another batch has, and what those take of the bijstand of each month."""
    elders: set[Maand] = set()
    al_betaald: dict[Maand, Decimal] = defaultdict(lambda: NIETS)
    termijnen = Betaling.objects.filter(last__in=uitkering_van, soort=BetalingSoort.TERMIJN)
    for last_id, van, bedrag in (
        termijnen.exclude(batch=batch_id).order_by().values_list("last_id", "maand", "bedrag")
    ):
        elders.add((last_id, van))
        al_betaald[uitkering_van[last_id], van] += bedrag
    return elders, al_betaald


def _per(rijen: Iterable[_T], veld: str) -> dict[int, list[_T]]:
    per: dict[int, list[_T]] = defaultdict(list)
    for rij in rijen:
        per[getattr(rij, veld)].append(rij)
    return dict(per)

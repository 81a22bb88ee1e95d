"""What a batch should hold beside what it holds, party by party: for building and for checking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ontzorgen.models import Betaalbatch, Betaalregels, Betaling, Tekort, VasteLast
from ontzorgen.queries.huishoudens import lees_feiten, met_lasten
from ontzorgen.queries.regels import Kort, Regel, regels_van
from wet.geld import NIETS

PARTIJ = 1000
"""Households at a time: enough to be quick, few enough to keep memory small."""


@dataclass(slots=True)
class Bouwsel:
    """Of a party of households: what must be added, changed and removed."""

    nieuw: list[Regel] = field(default_factory=list)
    anders: list[tuple[Betaling, Regel]] = field(default_factory=list)
    weg: list[Betaling] = field(default_factory=list)
    tekort_nieuw: list[Kort] = field(default_factory=list)
    tekort_anders: list[tuple[Tekort, Kort]] = field(default_factory=list)
    tekort_weg: list[Tekort] = field(default_factory=list)

    @property
    def leeg(self) -> bool:
        return not (
            self.nieuw
            or self.anders
            or self.weg
            or self.tekort_nieuw
            or self.tekort_anders
            or self.tekort_weg
        )


def partijen(batch: Betaalbatch) -> list[Sequence[int]]:
    """The households of a batch, in parties: with costs now, or with lines from before."""
    gehad = Betaling.objects.filter(batch=batch).values_list("last__uitkering_id", flat=True)
    kort = Tekort.objects.filter(batch=batch).values_list("last__uitkering_id", flat=True)
    alle = sorted({*met_lasten(batch.maand), *gehad, *kort})
    return [alle[i : i + PARTIJ] for i in range(0, len(alle), PARTIJ)]


def bouwsel(batch: Betaalbatch, partij: Sequence[int], *, regels: Betaalregels) -> Bouwsel:
    feiten = lees_feiten(partij, maand=batch.maand, batch_id=batch.pk)
    horen: dict[tuple[int, date, str, int], Regel] = {}
    korten: dict[tuple[int, date], Kort] = {}
    for huishouden in feiten.huishoudens:
        for regel in regels_van(huishouden, feiten, maand=batch.maand, regels=regels):
            if isinstance(regel, Regel):
                horen[regel.sleutel] = regel
            else:
                _tel_op(korten, regel)
    uitkomst = Bouwsel()
    lasten = list(VasteLast.objects.filter(uitkering__in=partij).values_list("pk", flat=True))
    zijn = {"batch": batch, "last__in": lasten}
    _vergelijk_regels(uitkomst, horen, Betaling.objects.filter(**zijn).order_by())
    _vergelijk_korten(uitkomst, korten, Tekort.objects.filter(**zijn).order_by())
    return uitkomst


def wijkt_af(batch: Betaalbatch, *, regels: Betaalregels) -> bool:
    """Whether the facts changed since the batch was built."""
    return any(not bouwsel(batch, partij, regels=regels).leeg for partij in partijen(batch))


def _tel_op(korten: dict[tuple[int, date], Kort], kort: Kort) -> None:
    """One line per cost and month, for the first reason."""
    sleutel = (kort.last_id, kort.maand)
    eerder = korten.get(sleutel)
    bedrag = kort.bedrag + (eerder.bedrag if eerder else NIETS)
    reden = eerder.reden if eerder else kort.reden
    korten[sleutel] = Kort(last_id=kort.last_id, maand=kort.maand, bedrag=bedrag, reden=reden)


def _vergelijk_regels(
    uitkomst: Bouwsel,
    horen: dict[tuple[int, date, str, int], Regel],
    zijn: Iterable[Betaling],
) -> None:
    gezien = set()
    for betaling in zijn:
        sleutel = (betaling.last_id, betaling.maand, betaling.soort, betaling.nummer)
        gezien.add(sleutel)
        regel = horen.get(sleutel)
        if regel is None:
            uitkomst.weg.append(betaling)
        elif _verschilt(betaling, regel):
            uitkomst.anders.append((betaling, regel))
    uitkomst.nieuw = [regel for sleutel, regel in horen.items() if sleutel not in gezien]


def _verschilt(betaling: Betaling, regel: Regel) -> bool:
    zijn = (betaling.rekening_id, betaling.verschuldigd_bedrag, betaling.bedrag, betaling.feiten)
    horen = (regel.rekening.pk, regel.verschuldigd, regel.bedrag, regel.feiten)
    return zijn != horen or betaling.verzoek_id != regel.verzoek_id


def _vergelijk_korten(
    uitkomst: Bouwsel, horen: dict[tuple[int, date], Kort], zijn: Iterable[Tekort]
) -> None:
    gezien = set()
    for tekort in zijn:
        gezien.add((tekort.last_id, tekort.maand))
        kort = horen.get((tekort.last_id, tekort.maand))
        if kort is None:
            uitkomst.tekort_weg.append(tekort)
        elif (tekort.bedrag, tekort.reden) != (kort.bedrag, kort.reden.value):
            uitkomst.tekort_anders.append((tekort, kort))
    uitkomst.tekort_nieuw = [kort for sleutel, kort in horen.items() if sleutel not in gezien]


def totaal_tekort(batch: Betaalbatch) -> Decimal:
    bedragen = Tekort.objects.filter(batch=batch).values_list("bedrag", flat=True)
    return sum(bedragen, NIETS)

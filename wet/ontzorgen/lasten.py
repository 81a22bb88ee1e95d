"""Which costs, how much of a month, and what the bijstand allows.

The money is the person's: the municipality pays in the person's name, never more than the bijstand
that was granted. What is short is shown, not skipped. Amounts are euro with two places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from wet.datums import EEN_DAG, MAANDEN, eis_datum, hoofdletter, maanden_na, voluit
from wet.geld import NIETS, eis_bedrag, euro, op_de_cent, opeenvolgend, som
from wet.regels import regel
from wet.uitkomst import OngeldigeInvoer, Uitkomst, Zekerheid, oordeel


class Lastsoort(StrEnum):
    """A kind of fixed cost."""

    HUUR = "huur"
    ENERGIE_EN_WATER = "energie_en_water"
    ZORGVERZEKERING = "zorgverzekering"
    ANDERE_VERZEKERING = "andere_verzekering"
    GEMEENTELIJKE_BELASTING = "gemeentelijke_belasting"
    ANDERS = "anders"

    @property
    def verplicht(self) -> bool:
        """Whether the law names this cost."""
        return self in VOLGORDE

    @property
    def label(self) -> str:
        """The name as a heading."""
        return _LABELS[self]


VOLGORDE = (Lastsoort.HUUR, Lastsoort.ENERGIE_EN_WATER, Lastsoort.ZORGVERZEKERING)
"""What the law names, in the order in which it is paid when the bijstand is short: practice, the
law gives none."""

_LABELS = {
    Lastsoort.HUUR: "Huur",
    Lastsoort.ENERGIE_EN_WATER: "Gas, water en stroom",
    Lastsoort.ZORGVERZEKERING: "Verplichte zorgverzekering",
    Lastsoort.ANDERE_VERZEKERING: "Andere verzekering",
    Lastsoort.GEMEENTELIJKE_BELASTING: "Gemeentelijke belasting",
    Lastsoort.ANDERS: "Andere vaste last",
}


@regel(
    "Of een vaste last bij het ontzorgen hoort.",
    "soort=huur vrijwillig_akkoord=nee",
    "soort=andere_verzekering vrijwillig_akkoord=nee",
    "soort=andere_verzekering vrijwillig_akkoord=ja",
)
def last_toegestaan(soort: Lastsoort, vrijwillig_akkoord: bool) -> Uitkomst[bool]:
    """Whether a cost may be paid: those of the law, others only on a recorded voluntary agreement.

    Since 6 April 2023 a cost of the law may be left out for a reason; that is not asked here.

    Bron: Pw 56a; andere lasten: afgeleid.
    """
    if soort.verplicht:
        zin = f"{soort.label}: de wet noemt deze last."
        return oordeel("last_toegestaan", True, (zin, "Betalen mag."), ("Pw 56a",))
    zin = f"{soort.label}: de wet noemt deze last niet."
    slot = (
        "Betalen mag, want daarover is vrijwillig een afspraak vastgelegd."
        if vrijwillig_akkoord
        else "Betalen mag alleen met een vastgelegde vrijwillige afspraak."
    )
    return oordeel(
        "last_toegestaan", vrijwillig_akkoord, (zin, slot), ("Pw 56a",), Zekerheid.AFGELEID
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Maanddeel:
    """What falls in one calendar month: `dagen` of its `dagen_in_maand` days, and the amount.

    `start_op` and `eind_op` are the first and last day (inclusive) within that month.
    """

    start_op: date
    eind_op: date
    dagen: int
    dagen_in_maand: int
    bedrag: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Maanden:
    """The months of a period, and the amount they are together."""

    maanden: tuple[Maanddeel, ...]
    bedrag: Decimal


@regel(
    "Hoeveel van een maandbedrag in elke maand valt.",
    "maandbedrag=612.40 start_op=2024-06-18 eind_op=2024-12-17",
)
def maandbedragen(maandbedrag: Decimal, start_op: date, eind_op: date) -> Uitkomst[Maanden]:
    """A monthly amount over a period, pro rata by calendar day in a month that is not whole.

    Both days are inclusive. The months together are the rounded whole, so no cent vanishes: the
    last part takes what rounding leaves. An end before the start is an OngeldigeInvoer.

    Bron: geen wet; rekenwijze naar kalenderdagen, afgeleid uit Pw 56a (vanaf de dag van het recht).
    """
    maandbedrag = eis_bedrag("maandbedrag", maandbedrag)
    if eis_datum("eind_op", eind_op) < eis_datum("start_op", start_op):
        raise OngeldigeInvoer(f"{hoofdletter(voluit(eind_op))} ligt voor {voluit(start_op)}.")
    stukken = tuple(_per_maand(start_op, eind_op))
    delen = [Fraction(maandbedrag) * Fraction((e - s).days + 1, n) for s, e, n in stukken]
    maanden = tuple(
        Maanddeel(start_op=s, eind_op=e, dagen=(e - s).days + 1, dagen_in_maand=n, bedrag=bedrag)
        for (s, e, n), bedrag in zip(stukken, opeenvolgend(delen), strict=True)
    )
    totaal = op_de_cent(sum(delen, Fraction(0)))
    return Uitkomst(
        regel="maandbedragen",
        uitkomst=Maanden(maanden=maanden, bedrag=totaal),
        bron=("Pw 56a",),
        stappen=(
            *(_zin(deel, maandbedrag) for deel in maanden),
            f"Samen is dat {euro(totaal)}.",
        ),
        zekerheid=Zekerheid.AFGELEID,
    )


def _per_maand(start_op: date, eind_op: date) -> Iterator[tuple[date, date, int]]:
    """(first day, last day, days in that calendar month) of each month."""
    eerste = start_op
    while eerste <= eind_op:
        maand = eerste.replace(day=1)
        laatste = maanden_na(maand, 1) - EEN_DAG
        yield eerste, min(laatste, eind_op), laatste.day
        eerste = laatste + EEN_DAG


def _zin(deel: Maanddeel, maandbedrag: Decimal) -> str:
    maand = f"{MAANDEN[deel.start_op.month - 1]} {deel.start_op.year}"
    if deel.dagen == deel.dagen_in_maand:
        return f"{maand.capitalize()}: de hele maand, {euro(deel.bedrag)}."
    return (
        f"{maand.capitalize()}: {deel.dagen} van {deel.dagen_in_maand} dagen van "
        f"{euro(maandbedrag)} is {euro(deel.bedrag)}."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """A fixed cost as agreed for one month; others than the law's only by a voluntary agreement."""

    soort: Lastsoort
    bedrag: Decimal
    vrijwillig_akkoord: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BetaaldeLast:
    """What is paid of a cost, and what is short."""

    soort: Lastsoort
    afgesproken: Decimal
    betaald: Decimal
    tekort: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruimte:
    """What the bijstand of a month allows: the costs in order of payment, and what remains."""

    lasten: tuple[BetaaldeLast, ...]
    leefgeld: Decimal
    tekort: Decimal


def wat_de_bijstand_toelaat(
    netto_bijstand: Decimal,
    lasten: Sequence[Last],
    *,
    leefgeld_minstens: Decimal = NIETS,
    volgorde: Sequence[Lastsoort] = VOLGORDE,
) -> Uitkomst[Ruimte]:
    """Which costs can be paid from the net bijstand of a month, and what is left to live on.

    They are paid in the order of `volgorde`; what it does not name comes after, as given. Local
    policy sets that order and the floor (`leefgeld_minstens`), below which nothing is paid.
    Allowances are never netted: the person receives those. A cost that may not be paid
    (`last_toegestaan`) is an OngeldigeInvoer.

    Bron: Pw 56a (uit de toegekende bijstand); de volgorde en de bodem zijn praktijk.
    """
    for last in lasten:
        mag = last_toegestaan(last.soort, last.vrijwillig_akkoord)
        if not mag.bekend:
            raise OngeldigeInvoer(" ".join(mag.stappen))
    eis_bedrag("netto_bijstand", netto_bijstand)
    over = max(netto_bijstand - eis_bedrag("leefgeld_minstens", leefgeld_minstens), NIETS)
    betaald = []
    for last in sorted(lasten, key=lambda last: _plaats(last.soort, volgorde)):
        deel = min(eis_bedrag(last.soort.value, last.bedrag), over)
        over -= deel
        betaald.append(
            BetaaldeLast(
                soort=last.soort, afgesproken=last.bedrag, betaald=deel, tekort=last.bedrag - deel
            )
        )
    leefgeld = netto_bijstand - som([last.betaald for last in betaald])
    tekort = som([last.tekort for last in betaald])
    return Uitkomst(
        regel="wat_de_bijstand_toelaat",
        uitkomst=Ruimte(lasten=tuple(betaald), leefgeld=leefgeld, tekort=tekort),
        bron=("Pw 56a",),
        stappen=(
            f"De bijstand is {euro(netto_bijstand)}; om van te leven blijft ten minste "
            f"{euro(min(leefgeld_minstens, netto_bijstand))} over.",
            *(_betaalzin(last) for last in betaald),
            f"Er komt {euro(tekort)} tekort. Los dat op met deze persoon."
            if tekort
            else "Alle vaste lasten worden betaald.",
            f"Over blijft {euro(leefgeld)}.",
        ),
        zekerheid=Zekerheid.PRAKTIJK,
    )


@regel(
    "Wat er van de vaste lasten uit de bijstand betaald kan worden.",
    "netto_bijstand=1283.00 huur=612.40 energie_en_water=165.00 zorgverzekering=142.50",
    "netto_bijstand=980.00 huur=700.00 energie_en_water=200.00 zorgverzekering=142.50 "
    "leefgeld_minstens=50.00",
)
def lasten_uit_bijstand(
    netto_bijstand: Decimal,
    huur: Decimal,
    energie_en_water: Decimal,
    zorgverzekering: Decimal,
    *,
    anders: Decimal = NIETS,
    anders_akkoord: bool = False,
    leefgeld_minstens: Decimal = NIETS,
) -> Uitkomst[Ruimte]:
    """`wat_de_bijstand_toelaat` with amounts that can be typed; `anders` needs `anders_akkoord`.

    Bron: Pw 56a; de volgorde en de bodem zijn praktijk.
    """
    bedragen = (
        (Lastsoort.HUUR, huur),
        (Lastsoort.ENERGIE_EN_WATER, energie_en_water),
        (Lastsoort.ZORGVERZEKERING, zorgverzekering),
        (Lastsoort.ANDERS, anders),
    )
    lasten = [
        Last(soort=soort, bedrag=bedrag, vrijwillig_akkoord=anders_akkoord)
        for soort, bedrag in bedragen
        if bedrag
    ]
    antwoord = wat_de_bijstand_toelaat(netto_bijstand, lasten, leefgeld_minstens=leefgeld_minstens)
    return replace(antwoord, regel="lasten_uit_bijstand")


def _plaats(soort: Lastsoort, volgorde: Sequence[Lastsoort]) -> int:
    return volgorde.index(soort) if soort in volgorde else len(volgorde)


def _betaalzin(last: BetaaldeLast) -> str:
    if not last.tekort:
        return f"{last.soort.label}: {euro(last.betaald)}."
    return (
        f"{last.soort.label}: {euro(last.betaald)} van {euro(last.afgesproken)}; "
        f"{euro(last.tekort)} te kort."
    )

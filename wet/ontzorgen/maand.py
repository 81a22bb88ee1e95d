"""What of a fixed cost falls in one month of the six, by its contract and the period.

Rent goes by the day; a premium and an advance go by whole months. The last month of the period is
a choice of the municipality: to its last day, the whole month, or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from wet.datums import EEN_DAG, MAANDEN, eis_datum, eis_datum_of_niets, maanden_na, zonder_weekdag
from wet.geld import NIETS, eis_bedrag, euro, op_de_cent
from wet.ontzorgen.lasten import Lastsoort
from wet.regels import regel
from wet.uitkomst import Uitkomst, Zekerheid


class LaatsteMaand(StrEnum):
    """What is paid of the month in which the period ends before the month does."""

    NAAR_RATO = "naar_rato"
    HEEL = "heel"
    NIET = "niet"

    @property
    def label(self) -> str:
        """As a choice on a form."""
        return {
            LaatsteMaand.NAAR_RATO: "Tot en met de laatste dag (premies en voorschotten heel)",
            LaatsteMaand.HEEL: "De hele maand",
            LaatsteMaand.NIET: "Niet meer",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Maandlast:
    """What is owed of a cost in a month: `dagen` of its `dagen_in_maand` days, and the amount."""

    dagen: int
    dagen_in_maand: int
    bedrag: Decimal


@regel(
    "Wat er van een vaste last in een maand te betalen is.",
    "soort=huur maandbedrag=612.40 maand=2024-06-01 contract_op=2024-06-18 "
    "periode_start_op=2024-06-18 periode_eind_op=2024-12-17",
    "soort=zorgverzekering maandbedrag=142.50 maand=2024-06-01 contract_op=2024-06-18 "
    "periode_start_op=2024-06-18 periode_eind_op=2024-12-17",
    "soort=huur maandbedrag=612.40 maand=2024-12-01 contract_op=2024-06-18 "
    "periode_start_op=2024-06-18 periode_eind_op=2024-12-17 laatste_maand=heel",
)
def last_in_maand(
    soort: Lastsoort,
    maandbedrag: Decimal,
    maand: date,
    contract_op: date,
    periode_start_op: date,
    periode_eind_op: date,
    *,
    contract_eind_op: date | None = None,
    laatste_maand: LaatsteMaand = LaatsteMaand.NAAR_RATO,
) -> Uitkomst[Maandlast]:
    """What is owed in the month of `maand`; all last days are inclusive.

    Nothing outside the contract or the period. A month that is whole costs the whole amount; part
    of a month is rounded half up, once.

    Bron: Pw 56a (zes maanden vanaf de dag van het recht); de rekenwijze binnen een maand is
    praktijk.
    """
    maandbedrag = eis_bedrag("maandbedrag", maandbedrag)
    eerste_dag = eis_datum("maand", maand).replace(day=1)
    laatste_dag = maanden_na(eerste_dag, 1) - EEN_DAG
    contract_einde = eis_datum_of_niets("contract_eind_op", contract_eind_op) or date.max
    van = max(eerste_dag, contract_op, periode_start_op)
    tot = min(laatste_dag, contract_einde, periode_eind_op)
    eindigt = periode_eind_op < min(laatste_dag, contract_einde)
    if eindigt and van <= tot:
        tot = _tot_in_laatste_maand(laatste_maand, van, tot, min(laatste_dag, contract_einde))
    if tot < van:
        return _antwoord(
            Maandlast(dagen=0, dagen_in_maand=laatste_dag.day, bedrag=NIETS),
            f"{_naam(eerste_dag)}: van deze last valt niets in de periode.",
        )
    if soort is not Lastsoort.HUUR:
        return _antwoord(
            Maandlast(dagen=laatste_dag.day, dagen_in_maand=laatste_dag.day, bedrag=maandbedrag),
            f"{_naam(eerste_dag)}: {soort.label.lower()} gaat per hele maand, {euro(maandbedrag)}.",
        )
    dagen = (tot - van).days + 1
    bedrag = op_de_cent(Fraction(maandbedrag) * Fraction(dagen, laatste_dag.day))
    heel = dagen == laatste_dag.day
    return _antwoord(
        Maandlast(dagen=dagen, dagen_in_maand=laatste_dag.day, bedrag=bedrag),
        f"{_naam(eerste_dag)}: de hele maand, {euro(bedrag)}."
        if heel
        else f"{_naam(eerste_dag)}: van {zonder_weekdag(van)} tot en met {zonder_weekdag(tot)}, "
        f"{dagen} van {laatste_dag.day} dagen van {euro(maandbedrag)} is {euro(bedrag)}.",
    )


def _tot_in_laatste_maand(keuze: LaatsteMaand, van: date, tot: date, einde: date) -> date:
    if keuze is LaatsteMaand.HEEL:
        return einde
    return tot if keuze is LaatsteMaand.NAAR_RATO else van - EEN_DAG


def _antwoord(last: Maandlast, zin: str) -> Uitkomst[Maandlast]:
    return Uitkomst(
        regel="last_in_maand",
        uitkomst=last,
        bron=("Pw 56a",),
        stappen=(zin,),
        zekerheid=Zekerheid.PRAKTIJK,
    )


def _naam(eerste_dag: date) -> str:
    return f"{MAANDEN[eerste_dag.month - 1].capitalize()} {eerste_dag.year}"

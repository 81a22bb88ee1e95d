"""New amounts for everybody whom one creditor serves, such as the yearly rent."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from inburgering.geweigerd import Geweigerd
from ontzorgen.models import Lastbedrag, VasteLast
from ontzorgen.policies.lasten import bedrag_bij, check_nieuw_bedrag
from wet.datums import maanden_na
from wet.geld import op_de_cent

_HONDERD = 100
_HOOGSTENS_MAANDEN = 12
"""Further ahead is a slip of the pen; no rule of law."""


@dataclass(frozen=True, kw_only=True)
class NieuwBedrag:
    """What a cost becomes, in euro per month; `versie` is of the cost as somebody saw it."""

    last_id: int
    versie: int
    bedrag: Decimal


class NietAllemaal(Geweigerd):
    """Some lines cannot be changed, so none was: `regels` has the reason per cost."""

    def __init__(self, regels: Mapping[int, str]) -> None:
        aantal = "1 regel kan" if len(regels) == 1 else f"{len(regels)} regels kunnen"
        super().__init__(f"Er is niets aangepast: {aantal} zo niet. De reden staat bij het bedrag.")
        self.regels = dict(regels)


def na_verhoging(bedrag: Decimal, *, procent: Decimal) -> Decimal:
    """Half up to the cent; a lowering is a negative percentage."""
    return op_de_cent(Fraction(bedrag) * (_HONDERD + Fraction(procent)) / _HONDERD)


def check_maand(vanaf: date, *, vandaag: date) -> None:
    if vanaf > maanden_na(vandaag.replace(day=1), _HOOGSTENS_MAANDEN):
        raise Geweigerd("Deze maand is meer dan een jaar vooruit.", veld="vanaf")


def staat_al(bedragen: Collection[Lastbedrag], *, vanaf: date, bedrag: Decimal) -> bool:
    """Whether it is this amount from that month on, and nothing else later."""
    nu = bedrag_bij(bedragen, vanaf)
    later = any(rij.start_op > vanaf for rij in bedragen)
    return nu is not None and nu.maand_bedrag == bedrag and not later


def check_aanpassen(
    last: VasteLast | None, nieuw: NieuwBedrag, *, vanaf: date, laatst_betaald: date | None
) -> None:
    """`last` is None when it is not of this creditor (any more)."""
    if last is None:
        raise Geweigerd("Deze last is niet meer van deze crediteur.")
    if last.versie != nieuw.versie:
        raise Geweigerd("Een collega heeft deze last intussen gewijzigd. Bekijk hem opnieuw.")
    check_nieuw_bedrag(last, vanaf=vanaf, bedrag=nieuw.bedrag, laatst_betaald=laatst_betaald)

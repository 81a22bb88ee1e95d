"""Money: Decimal euro with two places, rounded half up once at the end, and parts that sum up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from wet.uitkomst import OngeldigeInvoer

CENT = Decimal("0.01")
NIETS = Decimal("0.00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bedrag:
    """An amount in euro with two places."""

    bedrag: Decimal


def eis_bedrag(naam: str, waarde: Decimal) -> Decimal:
    """The same amount with two places; an OngeldigeInvoer that names the input otherwise.

    Negative amounts and parts of a cent are refused.

    Bron: geen; bewaakt dat de wet met hele centen rekent.
    """
    if not isinstance(waarde, Decimal):
        raise TypeError(f"{naam} is geen bedrag, maar {type(waarde).__name__}: {waarde!r}")
    if not waarde.is_finite() or waarde < 0 or waarde != waarde.quantize(CENT):
        raise OngeldigeInvoer(f"{naam} is geen bedrag in hele centen van 0 of meer: {waarde}")
    return waarde.quantize(CENT)


def op_de_cent(waarde: Fraction) -> Decimal:
    """Round half up to the cent.

    Bron: geen; afronding van dit systeem.
    """
    return (Decimal(waarde.numerator) / Decimal(waarde.denominator)).quantize(
        CENT, rounding=ROUND_HALF_UP
    )


def opeenvolgend(delen: Iterable[Fraction]) -> tuple[Decimal, ...]:
    """Amounts to the cent that together are the rounded whole, whatever the parts are.

    Each amount is the rounded sum so far less what was given before, so no cent vanishes.

    Bron: geen; verdeling van dit systeem.
    """
    som, gegeven, bedragen = Fraction(0), NIETS, []
    for deel in delen:
        som += deel
        tot_nu = op_de_cent(som)
        bedragen.append(tot_nu - gegeven)
        gegeven = tot_nu
    return tuple(bedragen)


def procent(bedrag: Decimal, procenten: int) -> Decimal:
    """A percentage of an amount, rounded half up.

    Bron: geen; rekenregel.
    """
    return op_de_cent(Fraction(bedrag) * procenten / 100)


def getal(waarde: int) -> str:
    """ "17.590.672".

    Bron: geen; schrijfwijze van dit systeem.
    """
    return f"{waarde:,}".replace(",", ".")


def euro(bedrag: Decimal) -> str:
    """ "€ 1.234,56".

    Bron: geen; schrijfwijze van dit systeem.
    """
    return f"€ {bedrag:,.2f}".translate(_NEDERLANDS)


_NEDERLANDS = str.maketrans({",": ".", ".": ","})


def som(bedragen: Sequence[Decimal]) -> Decimal:
    """The sum, also of nothing, with two places.

    Bron: geen; rekenregel.
    """
    return sum(bedragen, NIETS)

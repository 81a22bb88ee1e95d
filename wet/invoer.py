"""From text to the plain values that a rule takes, and back: for the command line and for storage.

A value that is not known yet is written `onbekend`. Nothing here reads a database or a clock.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

from wet.datums import eis_datum
from wet.geld import eis_bedrag
from wet.uitkomst import OngeldigeInvoer

ONBEKEND = "onbekend"

VANDAAG = "vandaag"
Peildag = Annotated[date, VANDAAG]
"""A day that selects the version of a rule; on the command line it may be left out: today."""
_JA_NEE = {"ja": True, "nee": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Soort:
    """The kind of a value.

    `mag_onbekend`: not known yet is an input. `meer`: several, by comma. `vandaag`: left out, it is
    today.
    """

    type: type
    mag_onbekend: bool = False
    meer: bool = False
    vandaag: bool = False

    @property
    def uitleg(self) -> str:
        """How to write it."""
        hoe = self._een()
        if self.meer:
            hoe = f"{hoe}; meer met een komma ertussen"
        return f"{hoe}, of {ONBEKEND}" if self.mag_onbekend else hoe

    def _een(self) -> str:
        if issubclass(self.type, StrEnum):
            return " | ".join(deel.value for deel in self.type)
        return _UITLEG[self.type]


_UITLEG = {
    str: "tekst",
    bool: "ja of nee",
    int: "een geheel getal van 0 of meer",
    Decimal: "een bedrag met een punt, zoals 612.40",
    date: "een datum als jjjj-mm-dd",
}


def soort_van(annotatie: Any) -> Soort:
    """The kind that belongs to a type annotation: `date | None`, `tuple[date, ...]`, an enum.

    Bron: geen; afspraak van dit systeem.
    """
    if get_origin(annotatie) is Annotated:
        eigenlijk, *merken = get_args(annotatie)
        return Soort(type=eigenlijk, vandaag=VANDAAG in merken)
    if get_origin(annotatie) in (Union, types.UnionType):
        (eigenlijk,) = (deel for deel in get_args(annotatie) if deel is not type(None))
        return Soort(type=eigenlijk, mag_onbekend=True)
    if get_origin(annotatie) is tuple:
        return Soort(type=get_args(annotatie)[0], meer=True)
    return Soort(type=annotatie)


def lees(naam: str, tekst: str, soort: Soort) -> Any:
    """The value of what was typed. Raises OngeldigeInvoer.

    Bron: geen; schrijfwijze van de opdrachtregel.
    """
    if soort.mag_onbekend and tekst == ONBEKEND:
        return None
    if soort.meer:
        return tuple(_lees_een(naam, deel, soort) for deel in tekst.split(",") if deel)
    return _lees_een(naam, tekst, soort)


def schrijf(waarde: Any) -> str:
    """The text that `lees` reads back as the same value.

    Bron: geen; schrijfwijze van de opdrachtregel.
    """
    if waarde is None:
        return ONBEKEND
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, StrEnum):
        return waarde.value
    if isinstance(waarde, date):
        return eis_datum("waarde", waarde).isoformat()
    if isinstance(waarde, tuple):
        return ",".join(map(schrijf, waarde))
    return str(waarde)


def _lees_een(naam: str, tekst: str, soort: Soort) -> Any:
    try:
        return _waarde(naam, tekst, soort.type)
    except (ValueError, InvalidOperation, KeyError) as fout:
        raise OngeldigeInvoer(f"‘{naam}={tekst}’ kan niet: verwacht {soort.uitleg}.") from fout


def _waarde(naam: str, tekst: str, type_: type) -> Any:
    if type_ is bool:
        return _JA_NEE[tekst]
    if type_ is int:
        if not (tekst.isascii() and tekst.isdigit()):
            raise ValueError(tekst)
        return int(tekst)
    if type_ is Decimal:
        return eis_bedrag(naam, Decimal(tekst))
    if type_ is date:
        return _datum(tekst)
    return type_(tekst)


def _datum(tekst: str) -> date:
    """Only `jjjj-mm-dd`: Python reads more than that, and a week number is nobody's date."""
    dag = date.fromisoformat(tekst)
    if dag.isoformat() != tekst:
        raise ValueError(tekst)
    return dag

"""Every legal number, looked up by date.

A change of law is a new row in one of the modules here, with the day it takes effect; the row
before it ends on the day before. Nothing else in this room carries a bare legal number.

`stel_dat` asks what would change: within it one row more holds. `gelezen` tells which norms an
answer has looked up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from wet.datums import EEN_DAG, eis_datum, zonder_weekdag
from wet.normen import handhaving, leerroutes, spuk, termijnen
from wet.normen.norm import Eenheid, Norm
from wet.normen.termijnen import BRP, KENNISGEVING

__all__ = [
    "BRP",
    "KENNISGEVING",
    "NORMEN",
    "ONDERWERPEN",
    "Eenheid",
    "GeenNorm",
    "Norm",
    "gelezen",
    "nieuwste",
    "norm",
    "stel_dat",
]


class GeenNorm(LookupError):
    """No such norm, or none on that day. The message names the norm and the day."""


def _per_naam(normen: Iterable[Norm]) -> Mapping[str, tuple[Norm, ...]]:
    groepen: dict[str, list[Norm]] = defaultdict(list)
    for rij in normen:
        groepen[rij.naam].append(rij)
    return MappingProxyType({naam: tuple(rijen) for naam, rijen in groepen.items()})


ONDERWERPEN: Mapping[str, Mapping[str, tuple[Norm, ...]]] = MappingProxyType(
    {
        "Termijnen en bewaren": _per_naam(termijnen.NORMEN),
        "Leerroutes en verlenging": _per_naam(leerroutes.NORMEN),
        "Handhaving": _per_naam(handhaving.NORMEN),
        "SPUK": _per_naam(spuk.NORMEN),
    }
)
"""The norms by subject, to read."""

NORMEN: Mapping[str, tuple[Norm, ...]] = MappingProxyType(
    {naam: rijen for groep in ONDERWERPEN.values() for naam, rijen in groep.items()}
)
"""All norms by name, each with its rows in order of time."""

_register: ContextVar[Mapping[str, tuple[Norm, ...]]] = ContextVar("register", default=NORMEN)
_gelezen: ContextVar[set[str] | None] = ContextVar("gelezen", default=None)


def norm(naam: str, op: date) -> Norm:
    """The norm that holds on a day.

    No such norm, or none on that day, is a `GeenNorm` that names it.

    Bron: staat in het veld `bron` van elke norm.
    """
    eis_datum("op", op)
    rijen = _register.get().get(naam)
    if rijen is None:
        raise GeenNorm(f"Er is geen norm met de naam ‘{naam}’.")
    namen = _gelezen.get()
    if namen is not None:
        namen.add(naam)
    for rij in rijen:
        if rij.geldt_op(op):
            return rij
    raise GeenNorm(_waarom_geen(naam, rijen, op))


def nieuwste(naam: str) -> Norm:
    """The newest row of a norm, for a rule that is asked without a date.

    Bron: staat in het veld `bron` van elke norm.
    """
    rijen = _register.get().get(naam)
    if rijen is None:
        raise GeenNorm(f"Er is geen norm met de naam ‘{naam}’.")
    return norm(naam, rijen[-1].geldig_vanaf)


def _waarom_geen(naam: str, rijen: tuple[Norm, ...], op: date) -> str:
    waar = f"De norm ‘{naam}’ heeft geen waarde op {zonder_weekdag(op)}"
    if op < rijen[0].geldig_vanaf:
        return f"{waar}; de eerste geldt vanaf {zonder_weekdag(rijen[0].geldig_vanaf)}."
    return f"{waar}: de waarde voor die tijd is hier niet bekend."


@contextmanager
def gelezen() -> Iterator[set[str]]:
    """The names of the norms that are looked up inside, so that a rule tells what it rests on.

    Bron: geen; afspraak van dit systeem.
    """
    namen: set[str] = set()
    teken = _gelezen.set(namen)
    try:
        yield namen
    finally:
        _gelezen.reset(teken)


@contextmanager
def stel_dat(nieuw: Norm) -> Iterator[None]:
    """Inside, this row holds from its first day, instead of what the register says from that day.

    Only here and now: the register itself never changes. An unknown name is a `GeenNorm`.

    Bron: geen; om een wetswijziging te bekijken voordat zij ingaat.
    """
    register = _register.get()
    if nieuw.naam not in register:
        raise GeenNorm(f"Er is geen norm met de naam ‘{nieuw.naam}’.")
    eerder = tuple(
        rij
        if rij.geldig_tot is not None and rij.geldig_tot < nieuw.geldig_vanaf
        else replace(rij, geldig_tot=nieuw.geldig_vanaf - EEN_DAG)
        for rij in register[nieuw.naam]
        if rij.geldig_vanaf < nieuw.geldig_vanaf
    )
    teken = _register.set(MappingProxyType({**register, nieuw.naam: (*eerder, nieuw)}))
    try:
        yield
    finally:
        _register.reset(teken)

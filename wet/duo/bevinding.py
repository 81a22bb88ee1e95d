"""What DUO would refuse, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wet.uitkomst import Uitkomst, oordeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """A rule of the contract that the report would break, and what to do about it."""

    regel: str
    tekst: str
    wat_te_doen: str
    bron: tuple[str, ...]


def als_oordeel(
    naam: str, bevindingen: Iterable[Bevinding], bron: tuple[str, ...]
) -> Uitkomst[bool]:
    """Findings as one answer: yes when there are none.

    Bron: geen; afspraak van dit systeem.
    """
    gevonden = tuple(bevindingen)
    slot = "DUO neemt dit zo aan." if not gevonden else "DUO neemt dit zo niet aan."
    return oordeel(
        naam,
        not gevonden,
        (*(f"{deel.tekst} {deel.wat_te_doen}" for deel in gevonden), slot),
        (*(code for deel in gevonden for code in deel.bron), *bron),
    )

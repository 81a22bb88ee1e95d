"""Tariffs and weights of the SPUK inburgeringsvoorzieningen, per calendar year.

The tariffs of 2024 and of the years after 2026 were not found; those years have no row.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from wet.normen.norm import Eenheid, Norm, rij

NAMEN = ("spuk_overig", "spuk_asiel_1", "spuk_asiel_2", "spuk_asiel_3")
"""A gezins- or overige migrant; an asielstatushouder in the first, second and third year."""

_TARIEVEN = {
    2022: ("610.98", "8057.10", "4079.67", "1019.92"),
    2023: ("635.32", "8378.03", "4242.17", "1060.54"),
    2025: ("694.23", "9154.91", "4635.54", "1158.89"),
    2026: ("706.72", "6087.34", "4718.96", "1179.74"),
}
_BRON = {2022: "R23 10.1", 2023: "R23 10.1", 2025: "R26 10.1", 2026: "R26 10.1"}
_GEWICHTEN_2026 = {"a": "5820.70", "b": "4247.06", "c": "1061.77", "d": "856.51"}
"""From 2026 completed trajectories weigh too (d); until then d is nothing."""


def _per_jaar(naam: str, jaar: int, bedrag: str) -> Norm:
    return rij(
        naam,
        Decimal(bedrag),
        Eenheid.EURO,
        _BRON[jaar],
        vanaf=date(jaar, 1, 1),
        tot=date(jaar, 12, 31),
    )


def _tarieven() -> Iterator[Norm]:
    for jaar, bedragen in _TARIEVEN.items():
        for naam, bedrag in zip(NAMEN, bedragen, strict=True):
            yield _per_jaar(naam, jaar, bedrag)


def _gewichten() -> Iterator[Norm]:
    for letter, bedrag in _GEWICHTEN_2026.items():
        yield _per_jaar(f"spuk_gewicht_{letter}", 2026, bedrag)


NORMEN = (
    *_tarieven(),
    *_gewichten(),
    rij(
        "spuk_prognose_procent",
        70,
        Eenheid.PROCENT,
        "R26 10.1",
        toelichting="Zoveel van de taakstelling telt in de voorlopige verdeling.",
    ),
    rij("spuk_bekend_maanden", 3, Eenheid.MAANDEN, "Wi 40.3"),
    rij("spuk_definitief_maanden", 6, Eenheid.MAANDEN, "Wi 41.4"),
)
"""Rows of one name stand in order of time."""

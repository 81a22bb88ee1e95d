"""When an allowance may be recorded, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from ontzorgen.enums import ToeslagSoort
from ontzorgen.models import Toeslag
from wet.geld import euro

HOOGSTENS = Decimal("1500.00")
"""More a month is a slip of the pen; no rule of law."""


@dataclass(frozen=True, kw_only=True)
class ToeslagGegevens:
    """Asked for on `aangevraagd_op`, with a right to it from `vanaf_op`; `bedrag` per month."""

    soort: ToeslagSoort
    aangevraagd_op: date
    vanaf_op: date
    bedrag: Decimal


def check_toeslag(
    dossier: Inburgeraar, gegevens: ToeslagGegevens, *, andere: Iterable[Toeslag], vandaag: date
) -> None:
    check_loopt(dossier)
    if gegevens.aangevraagd_op > vandaag:
        raise Geweigerd("De aanvraag ligt in de toekomst.", veld="aangevraagd_op")
    if gegevens.bedrag <= 0:
        raise Geweigerd("Het bedrag is meer dan € 0,00.", veld="bedrag")
    if gegevens.bedrag > HOOGSTENS:
        raise Geweigerd(
            f"Het bedrag is hoger dan {euro(HOOGSTENS)} per maand. Controleer de komma.",
            veld="bedrag",
        )
    for toeslag in andere:
        if toeslag.soort == gegevens.soort.value and toeslag.afgewezen_op is None:
            raise Geweigerd(
                f"De {gegevens.soort.label.lower()} staat er al, aangevraagd op "
                f"{toeslag.aangevraagd_op:%d-%m-%Y}.",
                veld="soort",
            )


def check_afloop(toeslag: Toeslag, *, op: date, vandaag: date) -> None:
    """It was received, or turned down, on `op`."""
    check_wacht(toeslag)
    if op > vandaag:
        raise Geweigerd("Deze dag ligt in de toekomst.", veld="op")
    if op < toeslag.aangevraagd_op:
        raise Geweigerd(
            f"De toeslag is pas op {toeslag.aangevraagd_op:%d-%m-%Y} aangevraagd.", veld="op"
        )


def check_wacht(toeslag: Toeslag) -> None:
    if toeslag.ontvangen_op is not None:
        raise Geweigerd("Deze toeslag is al ontvangen.")
    if toeslag.afgewezen_op is not None:
        raise Geweigerd("Deze toeslag is afgewezen.")


def check_terugzetten(toeslag: Toeslag, *, andere: Iterable[Toeslag]) -> None:
    """Recorded by mistake: it waits again."""
    if toeslag.ontvangen_op is None and toeslag.afgewezen_op is None:
        raise Geweigerd("Deze toeslag wacht nog.")
    if any(ander.soort == toeslag.soort and ander.afgewezen_op is None for ander in andere):
        raise Geweigerd("Er is intussen opnieuw een aanvraag van deze toeslag vastgelegd.")

"""How many people a municipality must house in a half year, and when that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wet.datums import voluit, weken_na
from wet.geld import getal
from wet.normen import norm
from wet.regels import regel
from wet.taakstelling.tijdvak import Tijdvak
from wet.uitkomst import Aantal, OngeldigeInvoer, Uitkomst, Zekerheid


@regel(
    "De taakstelling van een gemeente: haar deel van het landelijke aantal, naar boven afgerond.",
    "landelijk=13500 inwoners_gemeente=64200 inwoners_nederland=17590672",
)
def taakstelling(
    landelijk: int, inwoners_gemeente: int, inwoners_nederland: int
) -> Uitkomst[Aantal]:
    """The number of people a municipality must house in a half year.

    `landelijk` is the national number of that half year; the inhabitants are those on 1 January of
    the calendar year before (`Tijdvak.peildatum_inwoners`). Rounded up, so that all municipalities
    together house more than the national number.

    Bron: Hvw 29.1; dat de som hoger uitkomt is afgeleid.
    """
    if min(landelijk, inwoners_gemeente) < 0 or not 0 < inwoners_nederland >= inwoners_gemeente:
        raise OngeldigeInvoer("Controleer de aantallen: een gemeente is nooit groter dan het land.")
    aantal = -(-landelijk * inwoners_gemeente // inwoners_nederland)
    return Uitkomst(
        regel="taakstelling",
        uitkomst=Aantal(aantal=aantal),
        bron=("Hvw 29.1",),
        stappen=(
            f"{getal(landelijk)} × {getal(inwoners_gemeente)} inwoners, gedeeld door "
            f"{getal(inwoners_nederland)} inwoners.",
            f"Naar boven afgerond: {getal(aantal)} mensen.",
        ),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Halfjaardatums:
    """The days around the taakstelling of a half year; all inclusive."""

    start_op: date
    eind_op: date
    bekend_op: date
    peildatum_inwoners: date


@regel("Wanneer de taakstelling van een halfjaar bekend is en af moet zijn.", "jaar=2025 helft=1")
def taakstellingsdatums(jaar: int, helft: int) -> Uitkomst[Halfjaardatums]:
    """The first and last day of a half year, and by when its national number is published.

    `bekend_op`: at least thirteen weeks before the half year starts; counted back, so never moved.
    A half other than 1 or 2 is an OngeldigeInvoer.

    Bron: Hvw 28, Hvw 29.1, ATW 1.2.
    """
    if helft not in (1, 2):
        raise OngeldigeInvoer("De helft is 1 of 2.")
    tijdvak = Tijdvak(jaar=jaar, helft=helft)
    lengte = norm("taakstelling_bekend_weken", tijdvak.start_op)
    bekend = weken_na(tijdvak.start_op, -lengte.aantal)
    return Uitkomst(
        regel="taakstellingsdatums",
        uitkomst=Halfjaardatums(
            start_op=tijdvak.start_op,
            eind_op=tijdvak.eind_op,
            bekend_op=bekend,
            peildatum_inwoners=tijdvak.peildatum_inwoners,
        ),
        bron=("Hvw 28", *lengte.bron),
        stappen=(
            f"De {tijdvak} begint op {voluit(tijdvak.start_op)}; het landelijke aantal is "
            f"{lengte} eerder bekend, uiterlijk {voluit(bekend)}.",
            f"De inwoners van {voluit(tijdvak.peildatum_inwoners)} tellen.",
            f"De laatste dag is {voluit(tijdvak.eind_op)}.",
        ),
        zekerheid=lengte.zekerheid,
    )

"""When inburgeraars may be asked, and may answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from inburgering.geweigerd import Geweigerd
from leerroutes.models import Enquete
from leerroutes.policies.aanbieders import check_volgorde

PER_UUR = 30
"""Two full groups after one lesson; one browser without end is stopped."""


class TeVeelAntwoorden(Geweigerd):
    """More answers in an hour than people who have the card."""


def check_niet_te_veel(dit_uur: int) -> None:
    """`dit_uur`: the answers of this hour with one code, this one too."""
    if dit_uur > PER_UUR:
        raise TeVeelAntwoorden("Er kwamen net te veel antwoorden binnen.")


def check_enquete_maken(rij: Enquete, anderen: Iterable[Enquete], *, op: date) -> None:
    """`anderen` are those of the same provider and phase."""
    check_enquete_periode(rij, op=op)
    for ander in anderen:
        if rij.start_op <= ander.eind_op and ander.start_op <= rij.eind_op:
            raise Geweigerd(
                f"Er is al zo’n enquête van {ander.start_op:%d-%m-%Y} "
                f"tot en met {ander.eind_op:%d-%m-%Y}.",
                veld="start_op",
            )


def check_enquete_periode(rij: Enquete, *, op: date) -> None:
    check_volgorde(rij.start_op, rij.eind_op)
    if rij.eind_op < op:
        raise Geweigerd("De laatste dag is al voorbij.", veld="eind_op")


def check_enquete_niet_voorbij(rij: Enquete, *, op: date) -> None:
    """Once closed it stays closed: the outcome is shown then, and one more answer would show."""
    if rij.eind_op < op:
        raise Geweigerd("Deze enquête is gesloten. Maak een nieuwe.")


def check_enquete_open(rij: Enquete, *, op: date) -> None:
    if not rij.start_op <= op <= rij.eind_op:
        raise Geweigerd("Deze vragenlijst is nu niet open.")


def check_antwoord(cijfers: Mapping[str, int | None], opmerking: str) -> None:
    if not opmerking.strip() and all(cijfer is None for cijfer in cijfers.values()):
        raise Geweigerd("Geef minstens één antwoord.")

"""When a goal may be added, changed and ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from intake.models import (
    SUBDOELEN_BIJ_AANDACHTSPUNT,
    SUBDOELEN_BIJ_WENS,
    Aandachtspunt,
    Doelrij,
    Ontwikkelwens,
)


def check_doel(
    dossier: Inburgeraar,
    *,
    start_op: date,
    eind_op: date | None,
    andere: Iterable[Doelrij],
    vandaag: date,
) -> None:
    """`andere` are those it may share no day with: of the same kind on the same place."""
    check_loopt(dossier)
    if start_op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="start_op")
    if eind_op is not None and eind_op < start_op:
        raise Geweigerd("Het einde ligt voor het begin.", veld="eind_op")
    for ander in andere:
        na = ander.eind_op is not None and ander.eind_op < start_op
        voor = eind_op is not None and eind_op < ander.start_op
        if not (na or voor):
            tot = f" tot en met {ander.eind_op:%d-%m-%Y}" if ander.eind_op else ""
            raise Geweigerd(
                f"Dit staat er al: ‘{ander}’ vanaf {ander.start_op:%d-%m-%Y}{tot}.",
                veld="start_op" if eind_op else "soort",
            )


def check_subdoel(soort: str, *, bij: Aandachtspunt | Ontwikkelwens) -> None:
    """A step goes with its own point or wish."""
    lijst = SUBDOELEN_BIJ_AANDACHTSPUNT if isinstance(bij, Aandachtspunt) else SUBDOELEN_BIJ_WENS
    if soort not in dict(lijst[bij.soort]):
        raise Geweigerd(f"Dit subdoel hoort niet bij ‘{bij}’.", veld="soort")


def check_binnen(bij: Aandachtspunt | Ontwikkelwens, *, start_op: date) -> None:
    if start_op < bij.start_op:
        raise Geweigerd(f"‘{bij}’ begint pas op {bij.start_op:%d-%m-%Y}.", veld="start_op")
    if bij.eind_op is not None and start_op > bij.eind_op:
        raise Geweigerd(f"‘{bij}’ is al voorbij sinds {bij.eind_op:%d-%m-%Y}.", veld="start_op")

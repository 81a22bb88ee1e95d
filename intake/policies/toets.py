"""What may be recorded of the leerbaarheidstoets."""

from __future__ import annotations

from datetime import date

from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_reden
from intake.models import (
    Leerbaarheidstoets,
    ToetsStatus,
)


def check_uitslag(op: date, *, vandaag: date) -> None:
    if op > vandaag:
        raise Geweigerd("De datum van de uitslag ligt in de toekomst.", veld="uitslag_op")


def check_ontheffen(toets: Leerbaarheidstoets, *, reden: str) -> None:
    if toets.status == ToetsStatus.AFGENOMEN:
        raise Geweigerd("De uitslag van de leerbaarheidstoets staat er al.")
    if toets.status == ToetsStatus.ONTHEVEN:
        raise Geweigerd("Er is al vastgelegd waarom de leerbaarheidstoets niet hoeft.")
    check_reden(reden)

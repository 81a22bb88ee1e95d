"""What stands in the way of closing an account."""

from __future__ import annotations

from dataclasses import dataclass

from inburgering.enums import DossierStatus, TaakStatus
from inburgering.models import Inburgeraar, Taak
from medewerkers.models import Medewerker


@dataclass(frozen=True)
class Openstaand:
    dossiers: int
    taken: int


def openstaand(medewerker: Medewerker) -> Openstaand:
    """Counted over everything, also what a beheerder may not see: a number names nobody."""
    caseload = Inburgeraar.objects.filter(
        consulent=medewerker, status__in=[DossierStatus.ACTIEF, DossierStatus.OPGESCHORT]
    )
    taken = Taak.objects.filter(eigenaar=medewerker, status=TaakStatus.OPEN)
    return Openstaand(caseload.count(), taken.count())

"""What the report of the intake says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inburgering.enums import AfspraakStatus
from inburgering.models import Inburgeraar
from intake.models import BredeIntake, Zitting
from intake.queries.doelen import Doelen, doelen_van
from intake.queries.intake import Intaketab, intaketab


@dataclass(frozen=True)
class Verslag:
    """`gesprekken` are those that were held."""

    tab: Intaketab
    intake: BredeIntake | None
    gesprekken: Sequence[Zitting]
    doelen: Doelen


def verslag_van(dossier: Inburgeraar) -> Verslag:
    tab = intaketab(dossier)
    gehouden = Zitting.objects.filter(
        intake__inburgeraar=dossier, afspraak__status=AfspraakStatus.GEHOUDEN
    ).select_related("afspraak")
    return Verslag(tab, tab.intake, list(gehouden), doelen_van(dossier.pk))

"""Which letter goes with an offer."""

from __future__ import annotations

from collections.abc import Collection

from besluiten.models import Brief, BriefSoort
from leerroutes.models import Inburgeringsaanbod


def kenmerk_van(aanbod: Inburgeringsaanbod) -> str:
    """Of this offer as it stands: another expected start asks for another letter."""
    start = aanbod.verwachte_start_op
    dag = f"{start:%Y%m%d}" if start else "0"
    return f"AANBOD-{aanbod.inburgeraar.dossiernummer}-{aanbod.pk}.{dag}"


def brief_van(aanbod: Inburgeringsaanbod) -> Brief | None:
    return brieven_van([aanbod]).get(kenmerk_van(aanbod))


def brieven_van(aanboden: Collection[Inburgeringsaanbod]) -> dict[str, Brief]:
    """Of offers of which the dossier is at hand: one query."""
    kenmerken = [kenmerk_van(aanbod) for aanbod in aanboden]
    rijen = Brief.objects.filter(soort=BriefSoort.AANBOD, kenmerk__in=kenmerken)
    return {brief.kenmerk: brief for brief in rijen} if kenmerken else {}

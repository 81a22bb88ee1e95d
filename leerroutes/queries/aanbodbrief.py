"""Which letter goes with an offer."""

from __future__ import annotations

from collections.abc import Collection
from zlib import crc32

from besluiten.models import Brief, BriefSoort
from leerroutes.models import Inburgeringsaanbod


def kenmerk_van(aanbod: Inburgeringsaanbod) -> str:
    """Of this offer as it stands: other hours, days or a waiting list ask for another letter."""
    wat = "/".join(
        str(deel)
        for deel in (
            aanbod.verwachte_start_op,
            aanbod.verwacht_eind_op,
            round(aanbod.uren_per_week, 1),
            aanbod.wachtlijst_op is not None,
        )
    )
    return f"AANBOD-{aanbod.inburgeraar.dossiernummer}-{aanbod.pk}.{crc32(wat.encode()):08x}"


def brief_van(aanbod: Inburgeringsaanbod) -> Brief | None:
    return brieven_van([aanbod]).get(kenmerk_van(aanbod))


def brieven_van(aanboden: Collection[Inburgeringsaanbod]) -> dict[str, Brief]:
    """Of offers of which the dossier is at hand: one query."""
    kenmerken = [kenmerk_van(aanbod) for aanbod in aanboden]
    rijen = Brief.objects.filter(soort=BriefSoort.AANBOD, kenmerk__in=kenmerken)
    return {brief.kenmerk: brief for brief in rijen} if kenmerken else {}

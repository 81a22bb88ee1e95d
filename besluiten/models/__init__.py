"""Decisions, letters, and the texts they are made of."""

from besluiten.models.besluit import (
    ZELF_TE_KIEZEN,
    Bekendmaking,
    Besluit,
    BesluitSoort,
    BesluitStatus,
)
from besluiten.models.brief import Brief, BriefSoort, BriefStatus, Verzending
from besluiten.models.brieftekst import Brieftekst

__all__ = [
    "ZELF_TE_KIEZEN",
    "Bekendmaking",
    "Besluit",
    "BesluitSoort",
    "BesluitStatus",
    "Brief",
    "BriefSoort",
    "BriefStatus",
    "Brieftekst",
    "Verzending",
]

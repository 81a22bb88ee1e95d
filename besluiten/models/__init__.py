"""Decisions, letters, objections, and the texts letters are made of."""

from besluiten.models.besluit import (
    ZELF_TE_KIEZEN,
    Bekendmaking,
    Besluit,
    BesluitSoort,
    BesluitStatus,
)
from besluiten.models.bezwaar import (
    UITKOMST_MET_NIEUW_BESLUIT,
    AfzienGrond,
    Bezwaar,
    BezwaarKanaal,
    BezwaarStatus,
    BezwaarUitkomst,
    LaatOordeel,
    Verzuim,
)
from besluiten.models.brief import Brief, BriefSoort, BriefStatus, Verzending
from besluiten.models.brieftekst import Brieftekst
from besluiten.models.logo import Logo
from besluiten.models.vertaling import Vertaling

__all__ = [
    "UITKOMST_MET_NIEUW_BESLUIT",
    "ZELF_TE_KIEZEN",
    "AfzienGrond",
    "Bekendmaking",
    "Besluit",
    "BesluitSoort",
    "BesluitStatus",
    "Bezwaar",
    "BezwaarKanaal",
    "BezwaarStatus",
    "BezwaarUitkomst",
    "Brief",
    "BriefSoort",
    "BriefStatus",
    "Brieftekst",
    "LaatOordeel",
    "Logo",
    "Vertaling",
    "Verzending",
    "Verzuim",
]

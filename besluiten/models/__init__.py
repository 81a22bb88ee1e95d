"""A decision and the texts letters are made of."""

from besluiten.models.besluit import (
    ZELF_TE_KIEZEN,
    Bekendmaking,
    Besluit,
    BesluitSoort,
    BesluitStatus,
)
from besluiten.models.brieftekst import Brieftekst

__all__ = [
    "ZELF_TE_KIEZEN",
    "Bekendmaking",
    "Besluit",
    "BesluitSoort",
    "BesluitStatus",
    "Brieftekst",
]

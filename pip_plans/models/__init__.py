"""The PIP in versions, with what is attached to it."""

from pip_plans.models.bijlage import PipBijlage
from pip_plans.models.pip import (
    ALFABETISERING,
    BESLOTEN,
    INHOUD,
    OPNAMES,
    UITZONDERINGEN,
    VAN_DEZE_VERSIE,
    Pip,
    PipStatus,
    TeLaat,
    inhoud_van,
)

__all__ = [
    "ALFABETISERING",
    "BESLOTEN",
    "INHOUD",
    "OPNAMES",
    "UITZONDERINGEN",
    "VAN_DEZE_VERSIE",
    "Pip",
    "PipBijlage",
    "PipStatus",
    "TeLaat",
    "inhoud_van",
]

"""The brede intake, and the leerbaarheidstoets beside it."""

from intake.models.intake import BredeIntake, IntakeStatus, Onderdeel, OnderdeelSoort
from intake.models.toets import Leerbaarheidstoets, ToetsStatus, ToetsUitslag

__all__ = [
    "BredeIntake",
    "IntakeStatus",
    "Leerbaarheidstoets",
    "Onderdeel",
    "OnderdeelSoort",
    "ToetsStatus",
    "ToetsUitslag",
]

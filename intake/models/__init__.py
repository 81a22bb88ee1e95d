"""What schakel 3 keeps before there is a plan: the intake, its sittings, summonses and goals."""

from intake.models.advies import AdviesRoute, Routeadvies
from intake.models.diagnose import Diagnose, DiagnoseStatus
from intake.models.doelen import Aandachtspunt, Doelrij, Hoofddoel, Ontwikkelwens, Subdoel
from intake.models.doelsoorten import (
    SUBDOELEN_BIJ_AANDACHTSPUNT,
    SUBDOELEN_BIJ_WENS,
    AandachtspuntSoort,
    Doel,
    OntwikkelwensSoort,
    ggm_aandachtspunt,
)
from intake.models.intake import (
    VOLGORDE,
    VRIJ,
    BredeIntake,
    IntakeStatus,
    Onderdeel,
    OnderdeelSoort,
)
from intake.models.oproep import LAATSTE, Oproep, OproepStatus, OproepVoor
from intake.models.profiel import (
    FEITEN_PER_ONDERDEEL,
    Alfabetisering,
    IctNiveau,
    Opleidingsniveau,
    Profiel,
    Taalniveau,
)
from intake.models.toets import GrondGeenToets, Leerbaarheidstoets, ToetsStatus, ToetsUitslag
from intake.models.toetsmoment import MomentStatus, Toetsmoment
from intake.models.zitting import BETAALDE_TOLK, TolkSoort, Zitting

__all__ = [
    "BETAALDE_TOLK",
    "FEITEN_PER_ONDERDEEL",
    "LAATSTE",
    "SUBDOELEN_BIJ_AANDACHTSPUNT",
    "SUBDOELEN_BIJ_WENS",
    "VOLGORDE",
    "VRIJ",
    "Aandachtspunt",
    "AandachtspuntSoort",
    "AdviesRoute",
    "Alfabetisering",
    "BredeIntake",
    "Diagnose",
    "DiagnoseStatus",
    "Doel",
    "Doelrij",
    "GrondGeenToets",
    "Hoofddoel",
    "IctNiveau",
    "IntakeStatus",
    "Leerbaarheidstoets",
    "MomentStatus",
    "Onderdeel",
    "OnderdeelSoort",
    "Ontwikkelwens",
    "OntwikkelwensSoort",
    "Opleidingsniveau",
    "Oproep",
    "OproepStatus",
    "OproepVoor",
    "Profiel",
    "Routeadvies",
    "Subdoel",
    "Taalniveau",
    "ToetsStatus",
    "ToetsUitslag",
    "Toetsmoment",
    "TolkSoort",
    "Zitting",
    "ggm_aandachtspunt",
]

"""What OOV keeps: who was handed over, which home they get, and who is still to come."""

from overdracht.models.huisvesting import Huisvesting, HuisvestingStatus, Woning, WoningStatus
from overdracht.models.nareis import Nareis, NareisStatus
from overdracht.models.overdracht import (
    GRONDEN,
    MedischeNotitie,
    Overdracht,
    Overdrachtslid,
    OverdrachtSoort,
    OverdrachtStatus,
    RedenAfgevallen,
    Voorinburgering,
)

__all__ = [
    "GRONDEN",
    "Huisvesting",
    "HuisvestingStatus",
    "MedischeNotitie",
    "Nareis",
    "NareisStatus",
    "Overdracht",
    "OverdrachtSoort",
    "OverdrachtStatus",
    "Overdrachtslid",
    "RedenAfgevallen",
    "Voorinburgering",
    "Woning",
    "WoningStatus",
]

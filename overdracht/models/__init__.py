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
from overdracht.models.taakstelling import (
    Beginstand,
    CoaTelling,
    CoaTelregel,
    Correctie,
    Helft,
    Opgave,
)

__all__ = [
    "GRONDEN",
    "Beginstand",
    "CoaTelling",
    "CoaTelregel",
    "Correctie",
    "Helft",
    "Huisvesting",
    "HuisvestingStatus",
    "MedischeNotitie",
    "Nareis",
    "NareisStatus",
    "Opgave",
    "Overdracht",
    "OverdrachtSoort",
    "OverdrachtStatus",
    "Overdrachtslid",
    "RedenAfgevallen",
    "Voorinburgering",
    "Woning",
    "WoningStatus",
]

"""The housing taakstelling: a municipality's share, who counts, and where it stands on a day.

People are counted, children and those who follow too, on the day they are housed. Who was housed
fills the oldest open period first; what is left over counts ahead.

| module | what it answers |
|---|---|
| `tijdvak` | half years, and years of which the halves are not known |
| `aandeel` | how many people a municipality must house, and by when that is known |
| `telling` | who counts, and from which day |
| `stand` | what is filled, what is open and what is ahead on a day |
"""

from wet.taakstelling.aandeel import Halfjaardatums, taakstelling, taakstellingsdatums
from wet.taakstelling.stand import Beginstand, Stand, Tijdvakstand, stand_op
from wet.taakstelling.telling import Telling, Verblijfsgrond, teldagen, telt_mee
from wet.taakstelling.tijdvak import Tijdvak

__all__ = [
    "Beginstand",
    "Halfjaardatums",
    "Stand",
    "Telling",
    "Tijdvak",
    "Tijdvakstand",
    "Verblijfsgrond",
    "stand_op",
    "taakstelling",
    "taakstellingsdatums",
    "teldagen",
    "telt_mee",
]

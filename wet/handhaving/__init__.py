"""Enforcement: what must come first, how high a fine may be, and what DUO may fine itself.

| module | what it answers |
|---|---|
| `overtredingen` | the breaches and the degrees of culpability |
| `stappen` | whether a fine may be imposed now, and what must come first |
| `bedragen` | the amounts, repeats and maxima |
| `duo_boetes` | the fines of DUO, as information |
"""

from wet.handhaving.bedragen import (
    EerdereBoete,
    Recidivelezing,
    boete_artikel22,
    boete_artikel23,
    boete_ruimte,
    eerdere_boetes,
    recidivevenster,
)
from wet.handhaving.duo_boetes import boete_duo_leerroute, boete_duo_pvt_map, nieuwe_termijn_duo
from wet.handhaving.overtredingen import Overtreding, Verwijtbaarheid
from wet.handhaving.stappen import (
    Bezwaarpunt,
    Boetefeiten,
    Boetetoets,
    boete_toets,
    voltooien_in_afwezigheid,
)

__all__ = [
    "Bezwaarpunt",
    "Boetefeiten",
    "Boetetoets",
    "EerdereBoete",
    "Overtreding",
    "Recidivelezing",
    "Verwijtbaarheid",
    "boete_artikel22",
    "boete_artikel23",
    "boete_duo_leerroute",
    "boete_duo_pvt_map",
    "boete_ruimte",
    "boete_toets",
    "eerdere_boetes",
    "nieuwe_termijn_duo",
    "recidivevenster",
    "voltooien_in_afwezigheid",
]

"""The three routes: levels, what completing one takes, which hours count, and changing route.

| module | what it answers |
|---|---|
| `routes` | which route fits, and which level goes with it |
| `eisen` | what completing a route takes |
| `uren` | which hours count for what |
| `stand` | what is still to do |
| `wisselen` | schakelen and afschalen |
| `advies` | which route the facts of the intake advise |
"""

from wet.leerroutes.advies import (
    Advies,
    AdviesFeiten,
    Alfabetiseringsonderwijs,
    Schrift,
    Taalniveau,
    ToetsOordeel,
    leerroute_advies,
)
from wet.leerroutes.eisen import Eis, EisSoort, eisen
from wet.leerroutes.routes import (
    Examenonderdeel,
    Leerroute,
    Niveau,
    gratis_pogingen,
    map_nodig,
    niveau_toegestaan,
    passende_leerroute,
    standaardniveau,
)
from wet.leerroutes.stand import EisStand, EisStatus, Feiten, Voortgang, voortgang, wat_nog_moet
from wet.leerroutes.uren import (
    Uren,
    Urendoel,
    Urensoort,
    Urentotaal,
    tel_uren,
    uren_die_tellen,
    urengetal,
    vooropleiding_telt,
)
from wet.leerroutes.wisselen import (
    Meegenomen,
    Uitzondering,
    afschalen,
    mag_afschalen,
    meenemen,
    schakelen,
)

__all__ = [
    "Advies",
    "AdviesFeiten",
    "Alfabetiseringsonderwijs",
    "Eis",
    "EisSoort",
    "EisStand",
    "EisStatus",
    "Examenonderdeel",
    "Feiten",
    "Leerroute",
    "Meegenomen",
    "Niveau",
    "Schrift",
    "Taalniveau",
    "ToetsOordeel",
    "Uitzondering",
    "Uren",
    "Urendoel",
    "Urensoort",
    "Urentotaal",
    "Voortgang",
    "afschalen",
    "eisen",
    "gratis_pogingen",
    "leerroute_advies",
    "mag_afschalen",
    "map_nodig",
    "meenemen",
    "niveau_toegestaan",
    "passende_leerroute",
    "schakelen",
    "standaardniveau",
    "tel_uren",
    "uren_die_tellen",
    "urengetal",
    "vooropleiding_telt",
    "voortgang",
    "wat_nog_moet",
]

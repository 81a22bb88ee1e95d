"""Financieel ontzorgen (Participatiewet 56a).

| module | what it answers |
|---|---|
| `recht` | who gets fixed costs paid, and for how long |
| `lasten` | which costs, how much of a month, and what the bijstand allows |
| `maand` | what of a cost falls in one month, by its contract and the period |
"""

from wet.ontzorgen.lasten import (
    VOLGORDE,
    BetaaldeLast,
    Last,
    Lastsoort,
    Maanddeel,
    Maanden,
    Ruimte,
    last_toegestaan,
    lasten_uit_bijstand,
    maandbedragen,
    wat_de_bijstand_toelaat,
)
from wet.ontzorgen.maand import LaatsteMaand, Maandlast, last_in_maand
from wet.ontzorgen.recht import Einde, einde_ontzorgen, ontzorgperiode, recht_op_ontzorgen

__all__ = [
    "VOLGORDE",
    "BetaaldeLast",
    "Einde",
    "LaatsteMaand",
    "Last",
    "Lastsoort",
    "Maanddeel",
    "Maanden",
    "Maandlast",
    "Ruimte",
    "einde_ontzorgen",
    "last_in_maand",
    "last_toegestaan",
    "lasten_uit_bijstand",
    "maandbedragen",
    "ontzorgperiode",
    "recht_op_ontzorgen",
    "wat_de_bijstand_toelaat",
]

"""Financieel ontzorgen (Participatiewet 56a).

| module | what it answers |
|---|---|
| `recht` | who gets fixed costs paid, and for how long |
| `lasten` | which costs, how much of a month, and what the bijstand allows |
"""

from wet.ontzorgen.lasten import (
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
from wet.ontzorgen.recht import Einde, einde_ontzorgen, ontzorgperiode, recht_op_ontzorgen

__all__ = [
    "BetaaldeLast",
    "Einde",
    "Last",
    "Lastsoort",
    "Maanddeel",
    "Maanden",
    "Ruimte",
    "einde_ontzorgen",
    "last_toegestaan",
    "lasten_uit_bijstand",
    "maandbedragen",
    "ontzorgperiode",
    "recht_op_ontzorgen",
    "wat_de_bijstand_toelaat",
]

"""The parts of the tab Leerroute: which pages there are, in which order. Data, not code."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from inburgering.enums import Regime
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht

# (text, URL name, right)
ONDERDELEN: tuple[tuple[str, str, Recht], ...] = (
    ("Voortgang", "leerroute", Recht.LEERROUTE_ZIEN),
    ("Begeleidingsplan", "leerroute-begeleidingsplan", Recht.LEERROUTE_ZIEN),
    ("Lessen", "leerroute-lessen", Recht.LEERROUTE_ZIEN),
    ("Uren", "leerroute-uren", Recht.LEERROUTE_ZIEN),
    ("Examens", "leerroute-examens", Recht.LEERROUTE_ZIEN),
    ("MAP", "leerroute-map", Recht.LEERROUTE_ZIEN),
    ("Meedoen", "leerroute-participatie", Recht.LEERROUTE_ZIEN),
    ("Gesprekken", "leerroute-gesprekken", Recht.LEERROUTE_ZIEN),
    ("Klachten", "leerroute-klachten", Recht.LEERROUTE_ZIEN),
    ("Afronden", "leerroute-afronden", Recht.LEERROUTE_ZIEN),
)

# Under which law a part is shown, by URL name; what is not named here is of the Wi2021 alone.
REGIMES: dict[str, tuple[Regime, ...]] = {
    "leerroute-begeleidingsplan": (Regime.WI2013,),
    "leerroute-gesprekken": (Regime.WI2021, Regime.WI2013),
    "leerroute-participatie": (Regime.WI2021, Regime.WI2013),
    "leerroute-uren": (Regime.WI2021, Regime.WI2013),
}


@dataclass(frozen=True)
class Onderdeel:
    tekst: str
    url: str
    actief: bool


def onderdelen(medewerker: Medewerker, *, nummer: str, pad: str, regime: Regime) -> list[Onderdeel]:
    """What this colleague may open, of what this law knows; the one whose address is the longest
    start of `pad` is here.
    """
    punten = [
        (tekst, reverse(naam, args=[nummer]))
        for tekst, naam, recht in ONDERDELEN
        if medewerker.heeft(recht) and regime in REGIMES.get(naam, (Regime.WI2021,))
    ]
    hier = max((url for _, url in punten if pad.startswith(url)), key=len, default="")
    return [Onderdeel(tekst, url, url == hier) for tekst, url in punten]

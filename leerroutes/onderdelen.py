"""The parts of the tab Leerroute: which pages there are, in which order. Data, not code."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from medewerkers.models import Medewerker
from medewerkers.rechten import Recht

# (text, URL name, right)
ONDERDELEN: tuple[tuple[str, str, Recht], ...] = (
    ("Voortgang", "leerroute", Recht.LEERROUTE_ZIEN),
    ("Examens", "leerroute-examens", Recht.LEERROUTE_ZIEN),
    ("MAP", "leerroute-map", Recht.LEERROUTE_ZIEN),
    ("Uren", "leerroute-uren", Recht.LEERROUTE_ZIEN),
    ("Afronden", "leerroute-afronden", Recht.LEERROUTE_ZIEN),
)


@dataclass(frozen=True)
class Onderdeel:
    tekst: str
    url: str
    actief: bool


def onderdelen(medewerker: Medewerker, *, nummer: str, pad: str) -> list[Onderdeel]:
    """What this colleague may open; the one whose address is the longest start of `pad` is here."""
    punten = [
        (tekst, reverse(naam, args=[nummer]))
        for tekst, naam, recht in ONDERDELEN
        if medewerker.heeft(recht)
    ]
    hier = max((url for _, url in punten if pad.startswith(url)), key=len, default="")
    return [Onderdeel(tekst, url, url == hier) for tekst, url in punten]

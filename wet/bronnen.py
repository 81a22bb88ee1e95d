"""The short source codes of this room, written out for people.

A code names a law, an article, and where it matters a paragraph and a letter: `Wi 15.1b` is article
15, first paragraph, under b. In the Besluit and the Regeling the article itself has a point: `B26
5.3.1` is article 5.3, first paragraph, and `R26 4.1g` article 4.1, under g. A code with a T, and
`INB`, name a practice that no law prescribes.
"""

from __future__ import annotations

import re

WETTEN = {
    "Wi": "Wet inburgering 2021",
    "B22": "Besluit inburgering 2021 (tekst van 1 januari 2022)",
    "B26": "Besluit inburgering 2021 (tekst van 2 april 2026)",
    "R23": "Regeling inburgering 2021 (tekst van 1 april 2023)",
    "R26": "Regeling inburgering 2021 (tekst van 18 april 2026)",
    "Pw": "Participatiewet",
    "ATW": "Algemene termijnenwet",
    "Awb": "Algemene wet bestuursrecht",
    "Hvw": "Huisvestingswet 2014",
    "BW": "Burgerlijk Wetboek",
}
PRAKTIJK = {
    "T25": (
        "Werkwijze van het COA en gemeenten: twee weken koppelen, tien weken huisvesten, twee "
        "weken verhuizen (geen wettelijke termijn)"
    ),
    "T30": "Statistiek Wet inburgering: uitleg van het CBS aan gemeenten",
    "INB": "Uitleg van DUO op inburgeren.nl",
    "VNG": "Handreiking van de VNG: een boete is het laatste middel",
}
"""What is done without a law that says so."""

_ARTIKEL_MET_PUNT = frozenset({"B22", "B26", "R23", "R26"})
_KOPPELVLAK = "DUO"
_BIJLAGE = "bijlage"
_UITSPRAAK = "ECLI:"
_NUMMER = re.compile(r"(?P<nummer>\d+)(?P<onder>[a-z]?)")


def voluit(code: str) -> str:
    """`Wi 15.1b` → "Wet inburgering 2021, artikel 15, lid 1, onder b". An unknown law is a
    LookupError.

    Bron: geen; schrijfwijze van dit systeem.
    """
    if code in PRAKTIJK:
        return PRAKTIJK[code]
    if code.startswith(_UITSPRAAK):
        return f"Uitspraak {code}"
    kort, _, plaats = code.partition(" ")
    if kort == _KOPPELVLAK:
        return f"Afspraken van DUO over gegevens: {plaats}"
    if kort not in WETTEN:
        raise LookupError(f"De bron ‘{code}’ noemt geen wet die hier bekend is.")
    delen = _met_punt(plaats) if kort in _ARTIKEL_MET_PUNT else _zonder_punt(plaats)
    return ", ".join((WETTEN[kort], *delen))


def _met_punt(plaats: str) -> tuple[str, ...]:
    if not plaats or plaats.startswith(_BIJLAGE):
        return (plaats,) if plaats else ()
    hoofdstuk, _, rest = plaats.partition(".")
    artikel, _, lid = rest.partition(".")
    nummer, onder = _splits(artikel)
    return (f"artikel {hoofdstuk}.{nummer}", *onder, *_lid(lid))


def _zonder_punt(plaats: str) -> tuple[str, ...]:
    """Here a letter belongs to the article itself: 56a."""
    artikel, _, lid = plaats.partition(".")
    return (f"artikel {artikel}", *_lid(lid)) if artikel else ()


def _lid(lid: str) -> tuple[str, ...]:
    if not lid:
        return ()
    nummer, onder = _splits(lid)
    return (f"lid {nummer}", *onder)


def _splits(deel: str) -> tuple[str, tuple[str, ...]]:
    """The number, and the letter after it written out."""
    gevonden = _NUMMER.fullmatch(deel)
    if gevonden is None:
        raise LookupError(f"‘{deel}’ is geen artikel of lid.")
    onder = gevonden["onder"]
    return gevonden["nummer"], (f"onder {onder}",) if onder else ()

"""The short source codes of this room, written out for people.

A code names a law, an article, and where it matters a paragraph and a letter: `Wi 15.1b` is article
15, first paragraph, under b. In the Besluit and the Regeling the article itself has a point: `B26
5.3.1` is article 5.3, first paragraph. A code with a T names a practice that no law prescribes.
"""

from __future__ import annotations

import re

WETTEN = {
    "Wi": "Wet inburgering 2021",
    "B22": "Besluit inburgering 2021 (tekst van 1 januari 2022)",
    "B26": "Besluit inburgering 2021 (tekst van 2 april 2026)",
    "R26": "Regeling inburgering 2021 (tekst van 18 april 2026)",
    "Pw": "Participatiewet",
    "ATW": "Algemene termijnenwet",
    "Awb": "Algemene wet bestuursrecht",
    "Hvw": "Huisvestingswet 2014",
}
PRAKTIJK = {
    "T25": (
        "Werkwijze van het COA en gemeenten: twee weken koppelen, tien weken huisvesten, twee "
        "weken verhuizen (geen wettelijke termijn)"
    ),
}
"""What is done without a law that says so."""

_ARTIKEL_MET_PUNT = frozenset({"B22", "B26", "R26"})
_KOPPELVLAK = "DUO"
_LID = re.compile(r"(?P<lid>\d+)(?P<onder>[a-z]?)")


def voluit(code: str) -> str:
    """`Wi 15.1b` → "Wet inburgering 2021, artikel 15, lid 1, onder b". An unknown law is a
    LookupError.

    Bron: geen; schrijfwijze van dit systeem.
    """
    if code in PRAKTIJK:
        return PRAKTIJK[code]
    kort, _, plaats = code.partition(" ")
    if kort == _KOPPELVLAK:
        return f"Afspraken van DUO over gegevens: {plaats}"
    if kort not in WETTEN:
        raise LookupError(f"De bron ‘{code}’ noemt geen wet die hier bekend is.")
    return ", ".join((WETTEN[kort], *_delen(plaats, 2 if kort in _ARTIKEL_MET_PUNT else 1)))


def _delen(plaats: str, delen_in_artikel: int) -> tuple[str, ...]:
    if not plaats:
        return ()
    stukken = plaats.split(".")
    artikel = f"artikel {'.'.join(stukken[:delen_in_artikel])}"
    gevonden = _LID.fullmatch("".join(stukken[delen_in_artikel:]))
    if gevonden is None:
        return (artikel,)
    lid = f"lid {gevonden['lid']}"
    return (artikel, lid, f"onder {gevonden['onder']}") if gevonden["onder"] else (artikel, lid)

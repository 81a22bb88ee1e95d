"""Which column of a file is which wanted column: by name, by another name, by a close spelling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from opdrachten.bestanden import Herken
from opdrachten.soorten import Kolom
from opdrachten.vouwen import vouw_kop

GELIJKEND = 0.85  # of a heading; below this another word is meant sooner than a slip of the pen


def namen_van(kolom: Kolom) -> list[str]:
    return [vouw_kop(naam) for naam in (kolom.label, kolom.naam, *kolom.ook)]


def herkenner(kolommen: Sequence[Kolom]) -> Herken:
    """Counts the cells of a row that are the heading of a wanted column."""
    bekend = {naam for kolom in kolommen for naam in namen_van(kolom)}
    return lambda rij: len({vouw_kop(cel) for cel in rij} & bekend)


def koppel(kolommen: Sequence[Kolom], koppen: Sequence[str]) -> dict[str, int]:
    """By name of the wanted column its place in the file. Each heading serves once."""
    vrij = {vouw_kop(kop): plek for plek, kop in enumerate(koppen)}
    gevonden: dict[str, int] = {}
    for kolom in kolommen:
        naam = next((naam for naam in namen_van(kolom) if naam in vrij), None)
        if naam is not None:
            gevonden[kolom.naam] = vrij.pop(naam)
    for kolom in kolommen:
        if kolom.naam not in gevonden and (naam := _bijna(kolom, vrij)):
            gevonden[kolom.naam] = vrij.pop(naam)
    return gevonden


def _bijna(kolom: Kolom, vrij: Mapping[str, int]) -> str:
    for naam in namen_van(kolom):
        if treffers := get_close_matches(naam, vrij, n=1, cutoff=GELIJKEND):
            return treffers[0]
    return ""


def ontbrekend(kolommen: Sequence[Kolom], koppeling: Mapping[str, int]) -> list[Kolom]:
    """Required columns that stand nowhere in the file."""
    return [kolom for kolom in kolommen if kolom.verplicht and kolom.naam not in koppeling]

"""The result to download: every row as it came in, with what was thought of it and came of it."""

from __future__ import annotations

from collections.abc import Iterator

from opdrachten.enums import Uitkomst
from opdrachten.models import Opdracht
from opdrachten.soorten import Importsoort, Oordeel
from opdrachten.uitvoer import Waarde

_VOORAAN = ("Regel", "Uitkomst", "Oordeel", "Reden")


def koppen(opdracht: Opdracht) -> list[str]:
    return [*_VOORAAN, *opdracht.bestand.koppen]


def rijen(opdracht: Opdracht) -> Iterator[list[Waarde]]:
    soort = opdracht.importsoort
    for regel in opdracht.regels.order_by("nummer").iterator(chunk_size=1000):
        uitkomst = str(Uitkomst(regel.uitkomst).label) if regel.uitkomst else ""
        oordeel = str(Oordeel(regel.oordeel).label) if regel.oordeel else ""
        redenen = [_zin(soort, b["kolom"], b["reden"]) for b in regel.bevindingen]
        if regel.reden and regel.reden not in redenen:
            redenen.append(regel.reden)
        yield [regel.nummer, uitkomst, oordeel, " ".join(redenen), *regel.cellen]


def _zin(soort: Importsoort, kolom: str, reden: str) -> str:
    return f"{soort.kolom(kolom).label}: {reden}" if kolom else reden

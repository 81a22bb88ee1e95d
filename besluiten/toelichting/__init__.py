"""The explanatory sheets that go with a PIP: one text file per language, and who reads them.

A file is the whole text of a sheet. `geleverd = true` says that the text came with the system and
was checked; any other is printed only once somebody recorded who checked it (`Vertaling`).
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

MAP = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Deel:
    kop: str
    alineas: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Blad:
    """One sheet. `sha256` is of the file: a check holds for that very text.

    `feiten` are the labels of the few facts; `routes` says in a sentence what a route is.
    """

    taal: str
    sha256: str
    naam: str
    eigen_naam: str
    heet_ook: tuple[str, ...]
    geleverd: bool
    titel: str
    geen_besluit: str
    maanden: tuple[str, ...]
    feiten: dict[str, str]
    routes: dict[str, str]
    delen: tuple[Deel, ...]

    def datum(self, dag: date) -> str:
        """The month in words of the language; day and year in the digits of the Dutch letter."""
        return f"{dag.day} {self.maanden[dag.month - 1]} {dag.year}"

    def heet(self, woord: str) -> bool:
        """Whether this is the language somebody wrote down in words."""
        namen = {self.taal, self.naam.lower(), self.eigen_naam.lower(), *self.heet_ook}
        return woord.strip().lower() in namen


@cache
def bladen() -> dict[str, Blad]:
    """By code, Dutch first and then by the Dutch name."""
    gelezen = [_lees(pad) for pad in MAP.glob("*.toml")]
    op_volgorde = sorted(gelezen, key=lambda blad: (blad.taal != "nl", blad.naam))
    return {blad.taal: blad for blad in op_volgorde}


def _lees(pad: Path) -> Blad:
    inhoud = pad.read_bytes()
    velden: dict[str, Any] = tomllib.loads(inhoud.decode())
    delen = tuple(
        Deel(kop=deel["kop"], alineas=tuple(deel["alineas"])) for deel in velden.pop("delen")
    )
    return Blad(
        taal=pad.stem,
        sha256=hashlib.sha256(inhoud).hexdigest(),
        delen=delen,
        heet_ook=tuple(velden.pop("heet_ook")),
        maanden=tuple(velden.pop("maanden")),
        **velden,
    )

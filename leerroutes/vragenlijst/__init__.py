"""The words of the survey: one text file per language.

`geleverd = true` says that the text came with the system and was checked; any other is shown only
once somebody recorded who checked it, as with the explanatory sheets (`besluiten.Vertaling`).
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

MAP = Path(__file__).parent
VAN_RECHTS = frozenset({"ar", "fa"})


@dataclass(frozen=True, kw_only=True)
class Vragenlijst:
    """`vragen` by the name of the answer; `schaal` from one (bad) to five (good).

    `sha256` is of the file: a check holds for that very text.
    """

    taal: str
    sha256: str
    naam: str
    eigen_naam: str
    geleverd: bool
    titel: str
    uitleg: str
    vragen: dict[str, str]
    schaal: tuple[str, ...]
    opmerking: str
    niet_verplicht: str
    knop: str
    bedankt: str
    gesloten: str
    leeg: str
    fout: str
    druk: str
    kaart: str
    talen: str

    @property
    def richting(self) -> str:
        return "rtl" if self.taal in VAN_RECHTS else "ltr"


@cache
def vragenlijsten() -> dict[str, Vragenlijst]:
    """By code, Dutch first and then by the Dutch name."""
    gelezen = [_lees(pad) for pad in MAP.glob("*.toml")]
    op_volgorde = sorted(gelezen, key=lambda lijst: (lijst.taal != "nl", lijst.naam))
    return {lijst.taal: lijst for lijst in op_volgorde}


def _lees(pad: Path) -> Vragenlijst:
    inhoud = pad.read_bytes()
    velden: dict[str, Any] = tomllib.loads(inhoud.decode())
    return Vragenlijst(
        taal=pad.stem,
        sha256=hashlib.sha256(inhoud).hexdigest(),
        schaal=tuple(velden.pop("schaal")),
        **velden,
    )

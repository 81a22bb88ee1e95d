"""Which name in a file is which fact or part of ours: one TOML file per kind of file.

The folder is a setting, so a municipality can put its own mapping beside or instead of ours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from intake.models import FEITEN_PER_ONDERDEEL, OnderdeelSoort

FEITEN = frozenset(feit for feiten in FEITEN_PER_ONDERDEEL.values() for feit in feiten)
WIE = ("v_nummer", "bsn", "geboortedatum")


class OnjuisteKoppeling(ValueError):
    """A mapping that cannot work; says which file and what is wrong."""


@dataclass(frozen=True, kw_only=True)
class Feitregel:
    """A fact of the profile; `waarden` turns a word of the file into ours."""

    bron: Sequence[str]
    naar: str
    waarden: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Tekstregel:
    """Words for a part of the intake, under a heading."""

    bron: Sequence[str]
    naar: str
    kop: str


@dataclass(frozen=True, kw_only=True)
class Koppeling:
    """`wie` and `datum` name where the file says whom it is about and of which day it is."""

    sleutel: str
    label: str
    datum: Sequence[str]
    wie: Mapping[str, Sequence[str]]
    feiten: Sequence[Feitregel]
    teksten: Sequence[Tekstregel]


def koppelingen() -> dict[str, Koppeling]:
    """Every mapping in the folder of the setting, by the name of its file."""
    map_ = Path(settings.DIAGNOSE_KOPPELINGEN_MAP)
    return {pad.stem: lees_koppeling(pad) for pad in sorted(map_.glob("*.toml"))}


def lees_koppeling(pad: Path) -> Koppeling:
    """Raises OnjuisteKoppeling with the name of the file."""
    try:
        inhoud = tomllib.loads(pad.read_text(encoding="utf-8"))
        return Koppeling(
            sleutel=pad.stem,
            label=inhoud["label"],
            datum=_namen(inhoud["datum"]),
            wie={naam: _namen(inhoud["wie"].get(naam, [])) for naam in WIE},
            feiten=[_feit(regel) for regel in inhoud.get("feit", [])],
            teksten=[_tekst(regel) for regel in inhoud.get("tekst", [])],
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as fout:
        raise OnjuisteKoppeling(f"{pad.name}: {fout}") from fout


def _namen(waarde: Any) -> list[str]:
    if not isinstance(waarde, list) or not all(isinstance(naam, str) for naam in waarde):
        raise TypeError(f"{waarde!r} is geen lijst van namen")
    return waarde


def _feit(regel: Mapping[str, Any]) -> Feitregel:
    if regel["naar"] not in FEITEN:
        raise ValueError(f"{regel['naar']!r} is geen feit van de intake")
    waarden = {str(van).casefold(): str(naar) for van, naar in regel.get("waarden", {}).items()}
    return Feitregel(bron=_namen(regel["bron"]), naar=regel["naar"], waarden=waarden)


def _tekst(regel: Mapping[str, Any]) -> Tekstregel:
    soort = OnderdeelSoort(regel["naar"])
    return Tekstregel(bron=_namen(regel["bron"]), naar=soort.value, kop=str(regel["kop"]))

"""The bytes of a CSV or JSON file as names with texts: one person per file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from inburgering.geweigerd import Geweigerd

MAX_BYTES = 1024 * 1024
_MAX_VELDEN = 500
_MAX_TEKENS = 5000
_SCHEIDINGEN = ";,\t"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def lees_bestand(bestandsnaam: str, inhoud: bytes) -> dict[str, str]:
    """Every name in the file with its text; empty ones are left out. Raises Geweigerd."""
    if not inhoud.strip():
        raise _fout("Het bestand is leeg.")
    if len(inhoud) > MAX_BYTES:
        raise _fout("Het bestand is groter dan 1 MB.")
    extensie = bestandsnaam.lower().rpartition(".")[2]
    if extensie not in ("csv", "json"):
        raise _fout("Dit soort bestand kan niet. Wel: .csv en .json.")
    tekst = _tekst(inhoud)
    velden = dict(_uit_json(tekst) if extensie == "json" else _uit_csv(tekst))
    if len(velden) > _MAX_VELDEN:
        raise _fout(f"Het bestand heeft meer dan {_MAX_VELDEN} gegevens. Is dit wel een diagnose?")
    if not velden:
        raise _fout("Er staan geen gegevens in het bestand.")
    return velden


def _fout(reden: str) -> Geweigerd:
    return Geweigerd(reden, veld="bestand")


def _tekst(inhoud: bytes) -> str:
    """What Excel and its like write: UTF-8 with or without its mark, UTF-16, or Windows."""
    if inhoud[:2] in _UTF16:
        codering = "utf-16"
    else:
        codering = "utf-8-sig"
    try:
        tekst = inhoud.decode(codering)
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", errors="replace")
    if "\0" in tekst:
        raise _fout("De inhoud is geen tekst. Lever het bestand aan als CSV of JSON.")
    return tekst


# --- CSV -----------------------------------------------------------------------------------------
def _uit_csv(tekst: str) -> Iterator[tuple[str, str]]:
    """A row of names and one row of values."""
    eerste = next((regel for regel in tekst.splitlines() if regel.strip()), "")
    scheiding = max(_SCHEIDINGEN, key=eerste.count)
    try:
        rijen = list(csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True))
    except csv.Error as fout:
        raise _fout("Het CSV-bestand klopt niet: er staat een aanhalingsteken verkeerd.") from fout
    gevuld = [(nr, rij) for nr, rij in enumerate(rijen, start=1) if any(cel.strip() for cel in rij)]
    if len(gevuld) < 2:
        raise _fout("Het CSV-bestand heeft een rij met namen en een rij met gegevens nodig.")
    if len(gevuld) > 2:
        raise _fout(
            f"Het bestand gaat over {len(gevuld) - 1} mensen. Lever één persoon per bestand aan."
        )
    (_, namen), (nummer, waarden) = gevuld
    if len(namen) != len(waarden):
        raise _fout(
            f"Rij {nummer} heeft {len(waarden)} gegevens, maar er zijn {len(namen)} kolommen."
        )
    return _uniek(zip(namen, waarden, strict=True))


def _uniek(paren: Iterator[tuple[str, str]] | zip[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    gezien: set[str] = set()
    for naam, waarde in paren:
        kort = naam.strip()
        if not kort and waarde.strip():
            raise _fout("Een kolom met gegevens heeft geen naam.")
        if kort in gezien:
            raise _fout(f"De kolom ‘{kort[:60]}’ staat er twee keer.")
        gezien.add(kort)
        if waarde.strip():
            yield kort, _kort(waarde)


# --- JSON ----------------------------------------------------------------------------------------
def _uit_json(tekst: str) -> Iterator[tuple[str, str]]:
    """One object; what lies deeper gets its path as name: `taal.niveau`."""
    try:
        inhoud = json.loads(tekst)
    except (ValueError, RecursionError) as fout:
        raise _fout("Het JSON-bestand klopt niet en kan niet worden gelezen.") from fout
    if isinstance(inhoud, list):
        if len(inhoud) != 1:
            raise _fout(
                f"Het bestand gaat over {len(inhoud)} mensen. Lever één persoon per bestand aan."
            )
        inhoud = inhoud[0]
    if not isinstance(inhoud, dict):
        raise _fout("Het JSON-bestand heeft geen gegevens met namen.")
    return _plat("", inhoud)


def _plat(pad: str, waarde: Any) -> Iterator[tuple[str, str]]:
    if isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield from _plat(f"{pad}.{naam}" if pad else str(naam), deel)
    elif isinstance(waarde, list) and any(isinstance(deel, dict | list) for deel in waarde):
        for nummer, deel in enumerate(waarde, start=1):
            yield from _plat(f"{pad}.{nummer}", deel)
    else:
        tekst = _los(waarde)
        if tekst:
            yield pad, _kort(tekst)


def _los(waarde: Any) -> str:
    if isinstance(waarde, list):
        return ", ".join(filter(None, map(_los, waarde)))
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return "" if waarde is None else str(waarde).strip()


def _kort(tekst: str) -> str:
    if len(tekst) > _MAX_TEKENS:
        raise _fout(f"Een gegeven is langer dan {_MAX_TEKENS} tekens.")
    return tekst.strip()

"""XLSX: the values as they were last calculated. No formula is worked out, no macro is opened."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from inburgering.geweigerd import Geweigerd

_MAX_UITGEPAKT = 300 * 1024**2
_MAX_CELLEN = (
    5_000_000  # a single value in the farthest corner makes a sheet of 17 thousand million
)
_OUD_OF_GESLOTEN = b"\xd0\xcf\x11\xe0"
_PLEK = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_BESCHADIGD = "Dit bestand is geen leesbare werkmap. Open het in Excel en sla het opnieuw op."
_MACRO = "Deze werkmap heeft macro's. Sla hem zonder macro's op, als .xlsx."

# What Python's reader of archives says of one that is damaged.
_STUK = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
)


def lees_werkmap(inhoud: bytes) -> dict[str, list[list[str]]]:
    """By sheet its rows of text, from the first row and column on."""
    _controleer(inhoud)
    try:
        werkmap = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
        return {naam: _rijen(werkmap.get_sheet_by_name(naam)) for naam in werkmap.sheet_names}
    except (CalamineError, OSError, ValueError) as fout:
        raise Geweigerd(_BESCHADIGD) from fout


def _controleer(inhoud: bytes) -> None:
    """Before anything unpacks it: what it holds, and how large it becomes."""
    if inhoud.startswith(_OUD_OF_GESLOTEN):
        raise Geweigerd(
            "Deze werkmap is met een wachtwoord beveiligd of van een oude versie van Excel. "
            "Sla hem zonder wachtwoord op als .xlsx."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            _controleer_archief(archief)
    except _STUK as fout:
        raise Geweigerd(_BESCHADIGD) from fout


def _controleer_archief(archief: zipfile.ZipFile) -> None:
    delen = archief.infolist()
    namen = {deel.filename.lower() for deel in delen}
    if any(naam.endswith("vbaproject.bin") for naam in namen):
        raise Geweigerd(_MACRO)
    if "xl/workbook.xml" not in namen:
        raise Geweigerd(_BESCHADIGD)
    if sum(deel.file_size for deel in delen) > _MAX_UITGEPAKT:
        raise Geweigerd("Deze werkmap wordt uitgepakt te groot om in te lezen.")
    if archief.testzip() is not None:  # also finds a size that is not what it says
        raise Geweigerd(_BESCHADIGD)
    if b"macroEnabled" in archief.read("[Content_Types].xml"):
        raise Geweigerd(_MACRO)
    for deel in delen:
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", deel.filename, re.IGNORECASE):
            _controleer_blad(archief.read(deel))


def _controleer_blad(xml: bytes) -> None:
    """A sheet is unpacked to its farthest cell, whatever stands between."""
    breedste = onderste = 0
    for kolom, rij in _PLEK.findall(xml):
        breedste = max(breedste, _kolomnummer(kolom))
        onderste = max(onderste, int(rij))
    if breedste * onderste > _MAX_CELLEN:
        raise Geweigerd(
            f"Een werkblad loopt door tot regel {onderste} en kolom {breedste}. Verwijder wat er "
            "ver buiten de lijst staat."
        )


def _kolomnummer(letters: bytes) -> int:
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + letter - 64
    return nummer


def _rijen(blad: Any) -> list[list[str]]:
    """With the empty rows and columns before the first value: numbers are those of the file."""
    return [[als_tekst(cel) for cel in rij] for rij in blad.to_python(skip_empty_area=False)]


def als_tekst(waarde: object) -> str:
    """A cell as somebody would have typed it."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float) and waarde.is_integer():
        return str(int(waarde))
    if isinstance(waarde, datetime):
        if waarde.time() == time(0):
            return f"{waarde:%d-%m-%Y}"
        return f"{waarde:%d-%m-%Y %H:%M}"
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    if isinstance(waarde, time | timedelta):
        return str(waarde)
    return str(waarde)

"""CSV as offices make it: any of four delimiters, and whatever encoding the program chose."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from dataclasses import dataclass

from inburgering.geweigerd import Geweigerd

SCHEIDINGEN = ";,\t|"
_PROEF = 50  # rows that tell which delimiter it is
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINAIR = frozenset(chr(n) for n in range(32)) - set("\t\n\r\x0b\x0c\x1a")
_GEEN_TEKST = "Dit bestand is geen leesbare tekst. Sla het opnieuw op als .csv of als .xlsx."


@dataclass(frozen=True)
class Tekst:
    rijen: list[list[str]]
    codering: str
    scheiding: str


def lees_tekst(inhoud: bytes) -> Tekst:
    tekst, codering = _als_tekst(inhoud)
    eerste, _, rest = tekst.partition("\n")
    genoemd = eerste.strip().removeprefix("sep=")
    if eerste.startswith("sep=") and genoemd in tuple(SCHEIDINGEN):
        # Excel's own first line; it counts as a row, so that numbers stay those of the file
        return Tekst([[], *_rijen(rest, genoemd)], codering, genoemd)
    scheiding = max(SCHEIDINGEN, key=lambda teken: _past(tekst, teken))
    return Tekst(_rijen(tekst, scheiding), codering, scheiding)


def _als_tekst(inhoud: bytes) -> tuple[str, str]:
    codering = _codering(inhoud)
    try:
        tekst = inhoud.decode(codering)
    except UnicodeDecodeError as fout:
        raise Geweigerd(_GEEN_TEKST) from fout
    if _BINAIR & set(tekst):
        raise Geweigerd(_GEEN_TEKST)
    return tekst.replace("\x1a", ""), codering


def _codering(inhoud: bytes) -> str:
    for bom, codering in _BOMS:
        if inhoud.startswith(bom):
            return codering
    if inhoud[1:200:2].count(0) > len(inhoud[1:200:2]) * 0.7:
        return "utf-16-le"
    if inhoud[0:200:2].count(0) > len(inhoud[0:200:2]) * 0.7:
        return "utf-16-be"
    try:
        inhoud.decode("utf-8")
    except UnicodeDecodeError:
        return _een_byte_per_teken(inhoud)
    return "utf-8"


def _een_byte_per_teken(inhoud: bytes) -> str:
    """Windows, unless the old DOS page makes better words of it."""
    dos = _gewoon(inhoud.decode("cp850"))
    try:
        windows = _gewoon(inhoud.decode("cp1252"))
    except UnicodeDecodeError:
        windows = _gewoon(inhoud.decode("latin-1"))
        return "cp850" if dos > windows else "latin-1"
    return "cp850" if dos > windows else "cp1252"


def _gewoon(tekst: str) -> int:
    """How much the letters with accents look like letters of the word they stand in."""
    score = 0
    for voor, teken, na in zip(" " + tekst, tekst, tekst[1:] + " ", strict=False):
        if teken.isascii():
            continue
        buren = [buur for buur in (voor, na) if buur.isascii() and buur.isalpha()]
        past = teken.isalpha() and any(buur.islower() == teken.islower() for buur in buren)
        score += 1 if past else -1
    return score


def _past(tekst: str, teken: str) -> tuple[int, int]:
    """How many of the first rows are equally wide with this delimiter, and how wide that is."""
    breedtes: Counter[int] = Counter()
    try:
        for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=teken):
            breedtes[len(rij)] += len(rij) > 1
            if breedtes.total() >= _PROEF:
                break
    except csv.Error:
        return (0, 0)
    breedte, aantal = max(breedtes.items(), key=lambda paar: (paar[1], paar[0]), default=(0, 0))
    return (aantal, breedte)


def _rijen(tekst: str, scheiding: str) -> list[list[str]]:
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True)
    try:
        return list(lezer)
    except csv.Error as fout:
        raise Geweigerd(
            f"Rond regel {lezer.line_num} staat een aanhalingsteken dat niet wordt gesloten, of "
            "een cel die veel te lang is."
        ) from fout

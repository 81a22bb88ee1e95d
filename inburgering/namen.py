"""Names as people write them, and the keys by which they are found and put in order."""

from __future__ import annotations

import re
import unicodedata

# Spellings of the same sound in transliteration: Mohammed/Muhamad, Tesfay/Tesfai, Yousef/Yusef.
_KLANKEN = (
    ("ou", "u"),
    ("oe", "u"),
    ("ph", "f"),
    ("kh", "h"),
    ("dj", "j"),
    ("q", "k"),
    ("y", "i"),
    ("j", "i"),
    ("o", "u"),
    ("e", "i"),
)
_GEEN_LETTER = re.compile(r"[^\w ]+")
_DUBBEL = re.compile(r"(.)\1+")


def op_alfabet(achternaam: str, voornamen: str, voorvoegsel: str) -> str:
    """The key that puts people in the order of the alphabet: Al-Ahmad, then Alberts.

    The tab that parts the names comes before a space and before any letter.
    """
    delen = (achternaam or voornamen, voornamen if achternaam else "", voorvoegsel)
    return "\t".join(" ".join(_plat(deel).split()) for deel in delen).rstrip("\t")


def vouw(tekst: str) -> str:
    """Fold a name to a search key: no accents, no capitals, one spelling per sound."""
    plat = _plat(tekst)
    for lang, kort in _KLANKEN:
        plat = plat.replace(lang, kort)
    return " ".join(_DUBBEL.sub(r"\1", plat).split())


def _plat(tekst: str) -> str:
    """Without accents, capitals and signs; a letter in another dress is that letter first."""
    gelijk = unicodedata.normalize("NFKD", tekst)
    plat = "".join(
        teken
        for teken in unicodedata.normalize("NFKD", gelijk.casefold())
        if not unicodedata.combining(teken)
    )
    return _GEEN_LETTER.sub(" ", plat.replace("'", "").replace("-", " "))

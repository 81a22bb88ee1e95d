"""Names as people write them, and the key by which they are found however they are spelled."""

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


def vouw(tekst: str) -> str:
    """Fold a name to a search key: no accents, no capitals, one spelling per sound."""
    plat = "".join(
        teken
        for teken in unicodedata.normalize("NFKD", tekst.casefold())
        if not unicodedata.combining(teken)
    )
    plat = _GEEN_LETTER.sub(" ", plat.replace("'", "").replace("-", " "))
    for lang, kort in _KLANKEN:
        plat = plat.replace(lang, kort)
    return " ".join(_DUBBEL.sub(r"\1", plat).split())

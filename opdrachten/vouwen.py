"""A heading as it is compared: without capitals, accents, spaces and signs."""

from __future__ import annotations

import unicodedata


def vouw_kop(tekst: str) -> str:
    """`Geb.datum ` and `gebdatum` are one heading; what is no letter or digit falls away."""
    plat = unicodedata.normalize("NFKD", tekst).casefold()
    return "".join(teken for teken in plat if teken.isalnum())

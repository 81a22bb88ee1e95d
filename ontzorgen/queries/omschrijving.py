"""What a creditor reads with a payment: his own number first, and nobody's name."""

from __future__ import annotations

from datetime import date

from wet.datums import MAANDEN
from wet.ontzorgen import Lastsoort


def omschrijving(*, soort: str, kenmerk: str, maand: date) -> str:
    """ "12345 Huur juni 2024"."""
    wat = f"{Lastsoort(soort).label} {MAANDEN[maand.month - 1]} {maand.year}"
    return f"{kenmerk} {wat}".strip()

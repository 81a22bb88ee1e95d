"""What a letter says, read back from its PDF."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader


def tekst_van(pdf: bytes) -> str:
    bladen = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(blad.extract_text().split()) for blad in bladen)

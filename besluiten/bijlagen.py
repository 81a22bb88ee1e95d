"""Whether a PDF of somebody else may go inside a letter of ours.

The letter is kept for years and sent on: what is in it must open without a password, on paper too,
and do nothing by itself. Files come from outside, so every walk through one has a limit.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from django.conf import settings

from inburgering.geweigerd import Geweigerd

VELD = "bestand"
MAX_OBJECTEN = 50_000
MAX_BLADZIJDEN = 500
SCHRIFT = ("/JS", "/JavaScript")
# Actions that do something else than show a page of this very file.
DADEN = {
    "/GoToE": "een ingebed bestand openen",
    "/GoToR": "een ander bestand openen",
    "/ImportData": "gegevens inlezen",
    "/JavaScript": "een script uitvoeren",
    "/Launch": "een programma starten",
    "/Movie": "een film afspelen",
    "/Rendition": "media afspelen",
    "/RichMediaExecute": "media afspelen",
    "/Sound": "geluid afspelen",
    "/SubmitForm": "gegevens versturen",
}
INGEBED = ("/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/3D")


def controleer_pdf(inhoud: bytes, naam: str) -> None:
    """Raises Geweigerd with what is wrong. `naam` is the file as the person knows it."""
    _check_omvang(inhoud, naam)
    if b"%PDF-" not in inhoud[:1024]:
        raise _weiger(naam, "is geen PDF.")
    try:
        with pikepdf.open(io.BytesIO(inhoud), suppress_warnings=True) as pdf:
            _controleer(pdf, naam)
    except pikepdf.PasswordError:
        raise _weiger(
            naam, "is beveiligd met een wachtwoord. Sla het zonder wachtwoord op."
        ) from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RecursionError, OverflowError):
        raise _weiger(naam, "is beschadigd en kan niet worden gelezen.") from None


def check_samen(groottes: Iterable[int]) -> None:
    """All files in one letter: it must still go through the mail."""
    if sum(groottes) > settings.BIJLAGEN_MAX_BYTES:
        raise Geweigerd(
            f"De bijlagen zijn samen groter dan {_mb(settings.BIJLAGEN_MAX_BYTES)}.", veld=VELD
        )


def _check_omvang(inhoud: bytes, naam: str) -> None:
    if not inhoud:
        raise _weiger(naam, "is leeg.")
    if len(inhoud) > settings.DOCUMENT_MAX_BYTES:
        raise _weiger(naam, f"is groter dan {_mb(settings.DOCUMENT_MAX_BYTES)}.")


def _mb(grootte: int) -> str:
    return f"{grootte // 1024**2} MB"


def _weiger(naam: str, reden: str) -> Geweigerd:
    return Geweigerd(f"‘{naam}’ {reden}", veld=VELD)


def _controleer(pdf: pikepdf.Pdf, naam: str) -> None:
    if pdf.is_encrypted:
        raise _weiger(naam, "is versleuteld. Sla het zonder beveiliging op.")
    if len(pdf.objects) > MAX_OBJECTEN:
        raise _weiger(naam, "is te ingewikkeld. Druk het opnieuw af naar PDF.")
    bladzijden = len(pdf.pages)
    if bladzijden == 0:
        raise _weiger(naam, "heeft geen bladzijden.")
    if bladzijden > MAX_BLADZIJDEN:
        raise _weiger(naam, f"heeft meer dan {MAX_BLADZIJDEN} bladzijden.")
    _controleer_geheel(pdf.Root, naam)
    for woordenboek in _woordenboeken(pdf):
        _controleer_deel(woordenboek, naam)


def _controleer_geheel(wortel: Any, naam: str) -> None:
    """What a reader does with the file as a whole, before anybody reads a word."""
    if "/OpenAction" in wortel and isinstance(wortel.OpenAction, pikepdf.Dictionary):
        _controleer_daad(wortel.OpenAction, naam)
    namen = wortel.get("/Names", {})
    if any(sleutel in namen for sleutel in SCHRIFT):
        raise _weiger(naam, "bevat een script.")
    if "/EmbeddedFiles" in namen or "/AF" in wortel:
        raise _weiger(naam, "heeft zelf bijlagen. Voeg die apart toe.")
    if "/Collection" in wortel:
        raise _weiger(naam, "is een map met bestanden. Voeg die apart toe.")
    if "/XFA" in wortel.get("/AcroForm", {}):
        raise _weiger(naam, "is een invulformulier (XFA). Druk het af naar PDF.")


def _woordenboeken(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary in the file, and those within: flat, so depth does not matter."""
    te_gaan: list[Any] = []
    aantal = 0
    for obj in pdf.objects:
        te_gaan.append(obj)
        while te_gaan:
            deel = te_gaan.pop()
            aantal += 1
            if aantal > 20 * MAX_OBJECTEN:
                raise ValueError("te veel delen")
            if isinstance(deel, pikepdf.Dictionary | pikepdf.Stream):
                yield deel
                te_gaan += _eigen(value for _sleutel, value in deel.items())
            elif isinstance(deel, pikepdf.Array):
                te_gaan += _eigen(deel)


def _eigen(delen: Any) -> list[Any]:
    """What stands within; what is pointed at is an object of its own and comes by itself."""
    houders = (pikepdf.Dictionary, pikepdf.Array)
    return [deel for deel in delen if isinstance(deel, houders) and not deel.is_indirect]


def _controleer_deel(deel: Any, naam: str) -> None:
    if any(sleutel in deel for sleutel in SCHRIFT):
        raise _weiger(naam, "bevat een script.")
    if "/AA" in deel:
        raise _weiger(naam, "doet iets vanzelf bij het openen. Druk het opnieuw af naar PDF.")
    if deel.get("/Subtype") in INGEBED or deel.get("/Type") == "/EmbeddedFile":
        raise _weiger(naam, "heeft zelf bijlagen of media. Voeg die apart toe.")
    _controleer_daad(deel, naam)


def _controleer_daad(deel: Any, naam: str) -> None:
    soort = deel.get("/S")
    wat = DADEN.get(str(soort)) if isinstance(soort, pikepdf.Name) else None
    if wat is not None:
        raise _weiger(naam, f"wil {wat}. Druk het opnieuw af naar PDF.")

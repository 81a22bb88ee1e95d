"""The letter and the PDFs inside it, page after page: for a printer.

A second file made on demand. It claims nothing: no archive, no accessibility, no decision. The
letter with its attachments inside is what counts.
"""

from __future__ import annotations

import io
from datetime import date

import pikepdf

from besluiten.pdf import PDF, maak_pdf

TITEL = "Afdrukbundel"
TEMPLATE = "besluiten/tussenblad.html"
# What a page needs to be printed. The rest (tags, notes, actions, forms) is the letter's own.
_VAN_EEN_BLAD = ("/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Group")


def bundel(pdf: bytes, *, dagtekening: date) -> bytes:
    """Same letter, same bytes."""
    with pikepdf.open(io.BytesIO(pdf)) as brief, pikepdf.new() as uit:
        _neem_over(brief, uit)
        for omschrijving, inhoud in _bijlagen(brief):
            blad = maak_pdf(
                TEMPLATE, {"omschrijving": omschrijving, "titel": TITEL}, dagtekening=dagtekening
            )
            for deel in (blad, inhoud):
                with pikepdf.open(io.BytesIO(deel)) as bron:
                    _neem_over(bron, uit)
        uit.docinfo["/Title"] = TITEL
        uitvoer = io.BytesIO()
        uit.save(uitvoer, deterministic_id=True)
    return uitvoer.getvalue()


def _neem_over(bron: pikepdf.Pdf, uit: pikepdf.Pdf) -> None:
    """What a form or a stamp shows becomes part of the page; nothing can be clicked on paper."""
    if "/AcroForm" in bron.Root:
        bron.generate_appearance_streams()
    bron.flatten_annotations("print")
    for blad in bron.pages:
        for sleutel in list(blad.obj.keys()):
            if sleutel not in _VAN_EEN_BLAD:
                del blad.obj[sleutel]
        uit.pages.append(blad)


def _bijlagen(brief: pikepdf.Pdf) -> list[tuple[str, bytes]]:
    """The PDFs inside, in the order of their names; data for machines stays out."""
    gevonden = sorted(brief.attachments.items())
    return [
        (bestand.description or naam, bestand.get_file().read_bytes())
        for naam, bestand in gevonden
        if bestand.get_file().mime_type == PDF
    ]

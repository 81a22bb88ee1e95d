"""The overview of the taakstelling for the province: numbers, no names. As PDF and as workbook."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from besluiten.pdf import maak_pdf
from medewerkers.models import Gemeente, Medewerker
from overdracht.queries.taakstelling import Opgaveregel, Taakstelling
from overdracht.queries.taakstelling_mensen import GESLOTEN, Mensregel

PDF_TEMPLATE = "overdracht/taakstelling_overzicht.html"
_GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r")
_KOPPEN = (
    "Tijdvak",
    "Opgave",
    "Voorsprong of achterstand aan het begin",
    "Te huisvesten",
    "Gehuisvest",
    "Saldo",
    "Nog open",
    "Uiterlijk op",
    "Bron",
)


def overzicht_pdf(taakstelling: Taakstelling, *, door: Medewerker, dagtekening: date) -> bytes:
    context = {
        "gemeente": Gemeente.objects.get(),
        "taakstelling": taakstelling,
        "ondertekenaar": door.naam,
        "functie": door.functie,
    }
    return maak_pdf(PDF_TEMPLATE, context, dagtekening=dagtekening)


def overzicht_xlsx(taakstelling: Taakstelling, mensen: Iterable[Mensregel]) -> bytes:
    """A sheet with the numbers, and one with who was counted as the colleague may see them."""
    boek = Workbook(write_only=True)
    cijfers = boek.create_sheet("Taakstelling")
    cijfers.append(_cellen([f"Stand op {taakstelling.op:%d-%m-%Y}"]))
    cijfers.append(_kop(cijfers, _KOPPEN))
    for regel in reversed(taakstelling.regels):
        cijfers.append(_cellen(_cijfers(regel)))
    cijfers.append([])
    cijfers.append(_kop(cijfers, ("Correctie vanaf", "Aantal", "Reden")))
    for correctie in taakstelling.correcties:
        reden = "Besluit over één persoon" if correctie.persoon_id else correctie.reden
        cijfers.append(_cellen([correctie.op, correctie.aantal, reden]))
    blad = boek.create_sheet("Wie telt mee")
    blad.append(_kop(blad, ("V-nummer", "Naam", "Telt vanaf", "Tijdvak", "Dossier", "Overdracht")))
    for mens in mensen:
        blad.append(_cellen(_mens(mens)))
    uit = BytesIO()
    boek.save(uit)
    return uit.getvalue()


def veilig(waarde: Any) -> Any:
    """A text that a spreadsheet would take for a formula stays text."""
    if isinstance(waarde, str) and waarde.startswith(_GEVAARLIJK):
        return f"'{waarde}"
    return waarde


def _cellen(waarden: Iterable[Any]) -> list[Any]:
    return [veilig(waarde) for waarde in waarden]


def _kop(blad: Any, koppen: Iterable[str]) -> list[Any]:
    cellen = []
    for kop in koppen:
        cel = WriteOnlyCell(blad, value=kop)
        cel.font = Font(bold=True)
        cellen.append(cel)
    return cellen


def _cijfers(regel: Opgaveregel) -> list[Any]:
    stand = regel.stand
    return [
        str(stand.tijdvak),
        stand.opgave,
        stand.meegenomen,
        stand.te_huisvesten,
        None if regel.voor_beginstand else stand.gehuisvest,
        stand.saldo,
        stand.open,
        stand.uiterlijk_op,
        regel.opgave.bron,
    ]


def _mens(regel: Mensregel) -> list[Any]:
    return [
        regel.v_nummer,
        regel.naam or GESLOTEN,
        regel.mens.dag,
        str(regel.tijdvak),
        regel.dossiernummer,
        regel.overdracht_id,
    ]

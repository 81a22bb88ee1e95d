"""Files we write: XLSX and CSV, streamed, with nothing in them that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from inburgering.datums import AMSTERDAM

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
Waarde = str | int | float | Decimal | bool | date | datetime | None
_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n")
_ONGELDIG = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML does not take
_BREEDTE = 20


def veilig(tekst: str) -> str:
    """Text that a spreadsheet shows and never calculates: what begins as a formula gets a quote."""
    schoon = _ONGELDIG.sub("", tekst)
    # spaces before it are passed over by some programs
    return f"'{schoon}" if schoon.lstrip(" ").startswith(_FORMULE) else schoon


def _cel(waarde: Waarde) -> Waarde:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime):
        return waarde.astimezone(AMSTERDAM).replace(tzinfo=None)
    return veilig(waarde) if isinstance(waarde, str) else waarde


@dataclass(frozen=True)
class Blad:
    """A sheet: its name, the headings and the rows under them."""

    naam: str
    koppen: Sequence[str]
    rijen: Iterable[Sequence[Waarde]]


def schrijf_xlsx(
    koppen: Sequence[str], rijen: Iterable[Sequence[Waarde]], *, blad: str = "Blad1"
) -> io.BytesIO:
    """A workbook of one sheet, ready to be read."""
    return schrijf_werkmap([Blad(blad, koppen, rijen)])


def schrijf_werkmap(bladen: Iterable[Blad]) -> io.BytesIO:
    """A workbook, ready to be read. Rows are taken one by one and kept on disk until the sheet is
    whole; what is returned is the packed file.
    """
    werkmap = Workbook(write_only=True)
    for blad in bladen:
        _schrijf_blad(werkmap.create_sheet(blad.naam[:31]), blad)
    bestand = io.BytesIO()
    werkmap.save(bestand)
    bestand.seek(0)
    return bestand


def _schrijf_blad(vel: Any, blad: Blad) -> None:
    vel.freeze_panes = "A2"
    for plek in range(1, len(blad.koppen) + 1):
        vel.column_dimensions[get_column_letter(plek)].width = _BREEDTE
    vel.append([_vet(vel, kop) for kop in blad.koppen])
    for rij in blad.rijen:
        vel.append([_cel(waarde) for waarde in rij])


def _vet(vel: Any, kop: str) -> Any:
    cel = WriteOnlyCell(vel, value=veilig(kop))
    cel.font = Font(bold=True)
    return cel


def schrijf_csv(koppen: Sequence[str], rijen: Iterable[Sequence[Waarde]]) -> Iterator[bytes]:
    """Line by line, as Dutch Excel opens it: semicolons, and a mark that says it is UTF-8."""
    buffer = io.StringIO(newline="")
    schrijver = csv.writer(buffer, delimiter=";")
    yield b"\xef\xbb\xbf"
    for rij in chain([koppen], rijen):
        schrijver.writerow([_als_tekst(waarde) for waarde in rij])
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()


def _als_tekst(waarde: Waarde) -> str:
    """Days and amounts as they are written here."""
    if isinstance(waarde, datetime):
        return f"{waarde.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}"
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    if isinstance(waarde, Decimal | float):
        return str(waarde).replace(".", ",")
    return "" if waarde is None else str(_cel(waarde))

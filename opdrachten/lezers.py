"""From the text of a cell to a value: what a column names as its `lees`.

Each raises `Geweigerd` with what is expected, in Dutch, never with what somebody typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from django.db.models import TextChoices

from inburgering.datums import OnzekereDatum
from inburgering.geweigerd import Geweigerd
from inburgering.services.personen import controleer_bsn, controleer_v_nummer
from opdrachten.vouwen import vouw_kop

_T = TypeVar("_T", bound=TextChoices)

JA = frozenset({"ja", "j", "yes", "y", "x", "1", "1.0", "true", "waar", "v", "✓", "✔"})
NEE = frozenset({"nee", "n", "no", "0", "0.0", "false", "onwaar", "-", "geen"})

_MAANDEN = (
    ("jan",),
    ("feb",),
    ("mrt", "maa", "mar"),
    ("apr",),
    ("mei", "may"),
    ("jun",),
    ("jul",),
    ("aug",),
    ("sep",),
    ("okt", "oct"),
    ("nov",),
    ("dec",),
)
_DAG_EERST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_JAAR_EERST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_ACHTEREEN = re.compile(r"(\d{4})(\d{2})(\d{2})")
_VOLUIT = re.compile(r"(\d{1,2})[-. ]*([a-z]{3,9})\.?[-. ]*(\d{4}|\d{2})")
_TIJD = re.compile(r"[t ]00:00(:00(\.0+)?)?z?$")
_REEKSGETAL = re.compile(r"\d{5}(\.0+)?")
_ALLEEN_JAAR = re.compile(r"\d{4}")
_MAAND_EERST = re.compile(r"(\d{1,2})[-/. ](\d{4})")
_MAAND_LAATST = re.compile(r"(\d{4})[-/.]?(\d{2})")
_MAAND_VOLUIT = re.compile(r"([a-z]{3,9})\.?[-. ]*(\d{4})")
_BEDRAG = re.compile(
    r"(?P<min>-?)(?P<heel>\d{1,9}|\d{1,3}(?:(?P<punt>[.,])\d{3})(?:(?P=punt)\d{3})*)"
    r"(?:(?P<komma>[.,])(?P<rest>\d{1,2}))?"
)
_EXCEL_BEGIN = date(1899, 12, 30)  # Excel counts 1900 as a leap year; every date since March agrees
_EXCEL_UITERSTEN = (date(1905, 1, 1), date(2100, 1, 1))
_GEEN_DATUM = "Dit is geen datum. Schrijf dd-mm-jjjj, bijvoorbeeld 31-12-2024."
_GEEN_MAAND = "Dit is geen maand. Schrijf mm-jjjj, bijvoorbeeld 03-2026."
_GEEN_BEDRAG = "Dit is geen bedrag. Schrijf bijvoorbeeld 1.012,40."
_GEEN_ONZEKERE = "Dit is geen datum. Schrijf dd-mm-jjjj, met 00 voor wat niet bekend is."


def tekst(hoogstens: int = 120) -> Callable[[str], str]:
    """Text of at most so many characters; white space within becomes one space."""

    def lees(waarde: str) -> str:
        schoon = " ".join(waarde.split())
        if schoon.startswith("="):
            raise Geweigerd("Dit is een formule. Vul de uitkomst zelf in.")
        if len(schoon) > hoogstens:
            raise Geweigerd(f"Deze tekst is langer dan {hoogstens} tekens.")
        return schoon

    return lees


def geheel_getal(minstens: int = 0, hoogstens: int = 1_000_000) -> Callable[[str], int]:
    """A whole number; a spreadsheet may write it as `3,0`."""

    def lees(waarde: str) -> int:
        kaal = re.sub(r"[.,]0+$", "", waarde.strip())
        if not re.fullmatch(r"-?\d{1,12}", kaal, re.ASCII):
            raise Geweigerd("Dit is geen heel getal.")
        if not minstens <= int(kaal) <= hoogstens:
            raise Geweigerd(f"Dit getal moet tussen {minstens} en {hoogstens} liggen.")
        return int(kaal)

    return lees


def ja_nee(waarde: str) -> bool:
    woord = waarde.strip().casefold()
    if woord not in JA | NEE:
        raise Geweigerd("Schrijf hier ja of nee.")
    return woord in JA


def datum(waarde: str) -> date:
    """A day in any of the usual notations, or as the number a spreadsheet keeps it by."""
    delen = _delen(waarde, eeuwgrens=99)
    if delen is None:
        return _excel_datum(waarde)
    try:
        return date(*delen)
    except ValueError as fout:
        raise Geweigerd(_GEEN_DATUM) from fout


def onzekere_datum(waarde: str) -> OnzekereDatum:
    """A birth date, of which the day or the month may be 00, or only the year given."""
    kaal = waarde.strip()
    if _ALLEEN_JAAR.fullmatch(kaal):
        return _onzeker(int(kaal), 0, 0)
    delen = _delen(kaal, eeuwgrens=30)
    if delen is not None:
        return _onzeker(*delen)
    try:
        gewoon = _excel_datum(kaal)
    except Geweigerd as fout:
        raise Geweigerd(_GEEN_ONZEKERE) from fout
    return OnzekereDatum(gewoon.year, gewoon.month, gewoon.day)


def _onzeker(jaar: int, maand: int, dag: int) -> OnzekereDatum:
    try:
        return OnzekereDatum(jaar, maand or None, dag or None)
    except ValueError as fout:
        raise Geweigerd(_GEEN_ONZEKERE) from fout


def _delen(waarde: str, *, eeuwgrens: int) -> tuple[int, int, int] | None:
    """Year, month and day as written, or None when no notation fits.

    A year of two digits up to `eeuwgrens` is of this century: a day may be ahead, a birth is not.
    """
    kaal = _TIJD.sub("", waarde.strip().casefold())
    for patroon in (_JAAR_EERST, _ACHTEREEN):
        if gevonden := patroon.fullmatch(kaal):
            return int(gevonden[1]), int(gevonden[2]), int(gevonden[3])
    if gevonden := _DAG_EERST.fullmatch(kaal):
        return _jaar(gevonden[3], eeuwgrens), int(gevonden[2]), int(gevonden[1])
    if gevonden := _VOLUIT.fullmatch(kaal):
        maand = _maand(gevonden[2])
        return (_jaar(gevonden[3], eeuwgrens), maand, int(gevonden[1])) if maand else None
    return None


def _jaar(cijfers: str, eeuwgrens: int) -> int:
    if len(cijfers) == 4:
        return int(cijfers)
    return int(cijfers) + (2000 if int(cijfers) <= eeuwgrens else 1900)


def _maand(woord: str) -> int:
    return next(
        (nummer for nummer, begin in enumerate(_MAANDEN, start=1) if woord.startswith(begin)), 0
    )


def _excel_datum(waarde: str) -> date:
    if _REEKSGETAL.fullmatch(waarde.strip()):
        gevonden = _EXCEL_BEGIN + timedelta(days=int(float(waarde)))
        if _EXCEL_UITERSTEN[0] <= gevonden <= _EXCEL_UITERSTEN[1]:
            return gevonden
    raise Geweigerd(_GEEN_DATUM)


def maand(waarde: str) -> date:
    """The first day of a month: `03-2026`, `2026-03`, `maart 2026`, or any day in it."""
    kaal = waarde.strip().casefold()
    jaar, nummer = _maanddelen(kaal)
    if not jaar:
        try:
            return datum(kaal).replace(day=1)
        except Geweigerd as fout:
            raise Geweigerd(_GEEN_MAAND) from fout
    try:
        return date(jaar, nummer, 1)
    except ValueError as fout:
        raise Geweigerd(_GEEN_MAAND) from fout


def _maanddelen(kaal: str) -> tuple[int, int]:
    """Year and month as written; (0, 0) when no notation of a month fits."""
    if gevonden := _MAAND_EERST.fullmatch(kaal):
        return int(gevonden[2]), int(gevonden[1])
    if gevonden := _MAAND_LAATST.fullmatch(kaal):
        return int(gevonden[1]), int(gevonden[2])
    if gevonden := _MAAND_VOLUIT.fullmatch(kaal):
        return int(gevonden[2]), _maand(gevonden[1])
    return 0, 0


def bedrag(waarde: str) -> Decimal:
    """Euro with at most two places: `1.012,40`, `1012.40`, `€ 1012`. A dot before three digits
    parts thousands, as it does here.
    """
    kaal = re.sub(r"€|eur|\s", "", waarde.casefold()).removesuffix(",-")
    gevonden = _BEDRAG.fullmatch(kaal)
    if gevonden is None or (gevonden["punt"] and gevonden["punt"] == gevonden["komma"]):
        raise Geweigerd(_GEEN_BEDRAG)
    heel = re.sub(r"[.,]", "", gevonden["heel"])
    return Decimal(f"{gevonden['min']}{heel}.{(gevonden['rest'] or '0').ljust(2, '0')}")


def keuze(keuzes: type[_T], **ook: _T) -> Callable[[str], _T]:
    """One of these, by value or by label; `ook` gives further words: `man=Geslacht.MAN`."""
    bekend = {vouw_kop(str(woord)): lid for lid in keuzes for woord in (lid.value, lid.label)}
    bekend |= {vouw_kop(woord): lid for woord, lid in ook.items()}
    labels = ", ".join(str(lid.label) for lid in keuzes)

    def lees(waarde: str) -> _T:
        try:
            return bekend[vouw_kop(waarde)]
        except KeyError:
            raise Geweigerd(f"Dit is geen bekende keuze. Het kan zijn: {labels}.") from None

    return lees


def v_nummer(waarde: str) -> str:
    return controleer_v_nummer(_zonder_decimaal(waarde))


def bsn(waarde: str) -> str:
    return controleer_bsn(_zonder_decimaal(waarde))


def postcode(waarde: str) -> str:
    """`9351 AB`."""
    gevonden = re.fullmatch(r"\s*([1-9]\d{3})\s*([A-Za-z]{2})\s*", waarde, re.ASCII)
    if not gevonden:
        raise Geweigerd("Een postcode heeft vier cijfers en twee letters.")
    return f"{gevonden[1]} {gevonden[2].upper()}"


def _zonder_decimaal(waarde: str) -> str:
    """A spreadsheet that took a number for an amount writes `123456789.0`."""
    return re.sub(r"\.0+$", "", waarde.strip())

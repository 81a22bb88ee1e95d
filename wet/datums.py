"""Counting days, weeks, months and years as the law counts them, and writing a date out in Dutch.

All dates are local dates (Europe/Amsterdam). A moment with a time is refused: just after midnight
it is still the day before in UTC, and a decision would get the wrong date.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache

EEN_DAG = timedelta(days=1)
MAANDEN_PER_JAAR = 12

# Lists recompute many terms around the same days; writing a date out is most of the work.
DAGEN_IN_GEHEUGEN = 50 * 366

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def eis_datum(naam: str, waarde: date) -> date:
    """The same date; a TypeError that names the input for anything that is not a plain date.

    Bron: geen; bewaakt dat de wet met lokale datums rekent.
    """
    if isinstance(waarde, datetime) or not isinstance(waarde, date):
        raise TypeError(f"{naam} is geen datum, maar {type(waarde).__name__}: {waarde!r}")
    return waarde


def eis_datum_of_niets(naam: str, waarde: date | None) -> date | None:
    """As `eis_datum`, where None means: not known yet.

    Bron: geen; bewaakt dat de wet met lokale datums rekent.
    """
    return None if waarde is None else eis_datum(naam, waarde)


@lru_cache(maxsize=DAGEN_IN_GEHEUGEN)
def voluit(dag: date) -> str:
    """ "donderdag 29 februari 2024".

    Bron: geen; schrijfwijze van dit systeem.
    """
    return f"{DAGEN[dag.weekday()]} {zonder_weekdag(dag)}"


@lru_cache(maxsize=DAGEN_IN_GEHEUGEN)
def zonder_weekdag(dag: date) -> str:
    """ "29 februari 2024".

    Bron: geen; schrijfwijze van dit systeem.
    """
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def hoofdletter(zin: str) -> str:
    """The sentence with a capital first letter; the rest stays as it is ("Koningsdag").

    Bron: geen; schrijfwijze van dit systeem.
    """
    return zin[:1].upper() + zin[1:]


def opsomming(delen: Iterable[str]) -> str:
    """ "zaterdag, zondag en maandag".

    Bron: geen; schrijfwijze van dit systeem.
    """
    *begin, laatste = delen
    return f"{', '.join(begin)} en {laatste}" if begin else laatste


def weken_na(dag: date, weken: int) -> date:
    """The last day of a term of weeks after `dag`; `dag` itself does not count.

    Bron: ECLI:NL:RVS:2023:3702 (boeterapport 3 februari 2020 + 13 weken = 4 mei 2020).
    """
    return dag + timedelta(weeks=weken)


def maanden_na(dag: date, maanden: int) -> date:
    """The last day of a term of months after `dag`, where `dag` itself does not count ("na de dag
    van ...").

    The same day number so many months later, or the last day of a shorter month.

    Bron: ECLI:NL:HR:2017:2225.
    """
    jaar, maand = _maand_verder(dag, maanden)
    return date(jaar, maand, min(dag.day, calendar.monthrange(jaar, maand)[1]))


def maanden_vanaf(dag: date, maanden: int) -> date:
    """The last day of a term of months that begins with `dag`, where `dag` itself counts ("vanaf de
    dag ...").

    The day before the same day number so many months later; if that month lacks the number, its
    last day.

    Bron: afgeleid uit de taal van de wet ("vanaf de dag waarop"), zoals Pw 56a.
    """
    jaar, maand = _maand_verder(dag, maanden)
    laatste = calendar.monthrange(jaar, maand)[1]
    if dag.day > laatste:
        return date(jaar, maand, laatste)
    return date(jaar, maand, dag.day) - EEN_DAG


def maanden_voor(dag: date, maanden: int) -> date:
    """The same day number so many months earlier, or the last day of a shorter month.

    Bron: geen; terug tellen vanaf een datum (ATW 1.2: schuift niet op).
    """
    return maanden_na(dag, -maanden)


def _maand_verder(dag: date, maanden: int) -> tuple[int, int]:
    jaren, maand = divmod(dag.month - 1 + maanden, 12)
    return dag.year + jaren, maand + 1

"""The Algemene termijnenwet: days without work, and when a term moves on because of them.

King's Day is 27 April, or 26 April when the 27th is a Sunday. That rule is from common knowledge,
but no term depends on it: in those years the 26th is a Saturday, so both days are free anyway.

Beside the holidays of the law itself, royal decrees put further days on a par (art. 3 lid 3). Those
are data. They are known for 2022 up to and including 2028; outside those years an answer that
depends on the calendar is less certain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from wet.datums import DAGEN, DAGEN_IN_GEHEUGEN, EEN_DAG, eis_datum, hoofdletter, opsomming, voluit
from wet.normen import Eenheid, Norm, norm
from wet.uitkomst import Zekerheid

_ZATERDAG = 5

_BESLUIT_2022 = "ATW 3.3, koninklijk besluit voor 2022"
_BESLUIT_2023_2025 = "ATW 3.3, koninklijk besluit voor 2023 tot en met 2025"
_BESLUIT_2026_2028 = "ATW 3.3, koninklijk besluit voor 2026 tot en met 2028"

AANGEWEZEN_DAGEN: Mapping[date, str] = MappingProxyType(
    {
        date(2022, 5, 27): _BESLUIT_2022,
        date(2023, 4, 28): _BESLUIT_2023_2025,
        date(2023, 5, 19): _BESLUIT_2023_2025,
        date(2024, 5, 10): _BESLUIT_2023_2025,
        date(2024, 12, 27): _BESLUIT_2023_2025,
        date(2025, 5, 30): _BESLUIT_2023_2025,
        date(2026, 1, 2): _BESLUIT_2026_2028,
        date(2026, 5, 15): _BESLUIT_2026_2028,
        date(2027, 5, 7): _BESLUIT_2026_2028,
        date(2028, 4, 28): _BESLUIT_2026_2028,
        date(2028, 5, 26): _BESLUIT_2026_2028,
    }
)
"""Days put on a par with a holiday by royal decree, each with its source."""

AANGEWEZEN_BEKEND_VANAF = date(2022, 1, 1)
AANGEWEZEN_BEKEND_TOT = date(2028, 12, 31)
"""First and last day (inclusive) for which the decrees are known."""


def pasen(jaar: int) -> date:
    """Easter Sunday in the Gregorian calendar.

    Bron: geen wet; de rekenregel van Meeus, Jones en Butcher. ATW 3 noemt de dagen die eraan
    hangen.
    """
    a = jaar % 19
    eeuw, rest = divmod(jaar, 100)
    correctie = (19 * a + eeuw - eeuw // 4 - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    weekdag = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - correctie - rest % 4) % 7
    opschuiven = (a + 11 * correctie + 22 * weekdag) // 451
    maand, dag = divmod(correctie + weekdag - 7 * opschuiven + 114, 31)
    return date(jaar, maand, dag + 1)


def koningsdag(jaar: int) -> date:
    """King's Day: 27 April, or 26 April when the 27th is a Sunday.

    Bron: ATW 3.1 ("de dag waarop de verjaardag van de Koning wordt gevierd"); de verschuiving is
    algemeen bekend.
    """
    dag = date(jaar, 4, 27)
    return dag - EEN_DAG if dag.isoweekday() == 7 else dag


@lru_cache(maxsize=256)
def feestdagen(jaar: int) -> Mapping[date, str]:
    """The holidays of a year by name; Sundays are left out.

    Good Friday and the days put on a par by royal decree are among them.

    Bron: ATW 3.1 (feestdagen), ATW 3.2 (Goede Vrijdag), ATW 3.3 (aangewezen dagen).
    """
    eerste_paasdag = pasen(jaar)
    dagen = {
        dag: "een dag die bij koninklijk besluit vrij is"
        for dag in AANGEWEZEN_DAGEN
        if dag.year == jaar
    }
    dagen |= {
        koningsdag(jaar): "Koningsdag",
        date(jaar, 5, 5): "Bevrijdingsdag",
        date(jaar, 1, 1): "Nieuwjaarsdag",
        eerste_paasdag - timedelta(days=2): "Goede Vrijdag",
        eerste_paasdag + timedelta(days=1): "tweede paasdag",
        eerste_paasdag + timedelta(days=39): "Hemelvaartsdag",
        eerste_paasdag + timedelta(days=50): "tweede pinksterdag",
        date(jaar, 12, 25): "eerste kerstdag",
        date(jaar, 12, 26): "tweede kerstdag",
    }
    return MappingProxyType(dagen)


def waarom_geen_werkdag(dag: date) -> str | None:
    """Why a day is no working day ("Hemelvaartsdag", "zaterdag"), or None when it is one.

    Bron: ATW 1.1 (zaterdag, zondag), ATW 3 (feestdagen en wat daaraan gelijkstaat).
    """
    feestdag = feestdagen(dag.year).get(dag)
    if feestdag is not None:
        return feestdag
    return DAGEN[dag.weekday()] if dag.weekday() >= _ZATERDAG else None


def is_werkdag(dag: date) -> bool:
    """Whether a day is neither Saturday, Sunday, holiday nor a day put on a par.

    Bron: ATW 1.1, ATW 3.
    """
    return waarom_geen_werkdag(eis_datum("dag", dag)) is None


@lru_cache(maxsize=DAGEN_IN_GEHEUGEN)
def vrije_dagen_vanaf(dag: date) -> tuple[tuple[date, str], ...]:
    """The run of days without work that begins on `dag`, each with its reason.

    Empty when `dag` is a working day.

    Bron: ATW 1.1, ATW 3.
    """
    dagen = []
    while (reden := waarom_geen_werkdag(dag)) is not None:
        dagen.append((dag, reden))
        dag += EEN_DAG
    return tuple(dagen)


def verleng_naar_werkdag(dag: date) -> date:
    """The same day, or the first working day after it.

    Ask `termijnenwet_geldt` first whether the term may move at all.

    Bron: ATW 1.1.
    """
    return dag + EEN_DAG * len(vrije_dagen_vanaf(dag))


def termijnenwet_geldt(aantal: int, eenheid: Eenheid, *, op: date, achteruit: bool = False) -> bool:
    """Whether a statutory term of this length moves on when it ends on a day without work.

    Not for terms counted back from a date (`achteruit`), not for hours, not for years, and not for
    more than 90 days, 12 weeks or 3 months. It also covers terms set in an AMvB. `op` selects the
    version of those limits.

    Bron: ATW 1.2, ATW 4, ATW 5.
    """
    if achteruit or eenheid not in (Eenheid.DAGEN, Eenheid.WEKEN, Eenheid.MAANDEN):
        return False
    return aantal <= norm(f"termijnenwet_hoogstens_{eenheid.value}", op).aantal


def zekerheid_kalender(dag: date) -> Zekerheid:
    """How certain it is that a day is or is not a working day.

    Less so in years for which the royal decrees are not known.

    Bron: ATW 3.3.
    """
    bekend = AANGEWEZEN_BEKEND_VANAF <= dag <= AANGEWEZEN_BEKEND_TOT
    return Zekerheid.GEVERIFIEERD if bekend else Zekerheid.AFGELEID


@dataclass(frozen=True, slots=True, kw_only=True)
class Afronding:
    """The last day of a term after the Algemene termijnenwet, with what that took."""

    eind_op: date
    bron: tuple[str, ...]
    stappen: tuple[str, ...]
    zekerheid: Zekerheid


def rond_af(eind_op: date, lengte: Norm, *, op: date) -> Afronding:
    """Move the last day of a statutory term to a working day, if the law says so for its length.

    `eind_op` (inclusive) is the last day by counting alone; `op` selects the version of the law.

    Bron: ATW 1, ATW 3, ATW 4, ATW 5.
    """
    if not termijnenwet_geldt(lengte.aantal, lengte.eenheid, op=op):
        stap = (
            f"Een termijn van {lengte} schuift niet op voor een weekend of feestdag "
            "(Algemene termijnenwet)."
        )
        return Afronding(
            eind_op=eind_op, bron=("ATW 4",), stappen=(stap,), zekerheid=Zekerheid.GEVERIFIEERD
        )
    vrij = vrije_dagen_vanaf(eind_op)
    nieuw = eind_op + EEN_DAG * len(vrij)
    zekerheid = zekerheid_kalender(nieuw)
    stappen = [_waarom_schuift(eind_op, vrij)]
    if zekerheid is not Zekerheid.GEVERIFIEERD:
        stappen.append(
            f"Welke extra dagen in {nieuw.year} vrij zijn, is hier niet bekend. De laatste dag kan "
            "daardoor later zijn."
        )
    return Afronding(
        eind_op=nieuw,
        bron=("ATW 1", "ATW 3", *(("ATW 5",) if _staat_in_amvb(lengte) else ())),
        stappen=tuple(stappen),
        zekerheid=zekerheid,
    )


def _staat_in_amvb(lengte: Norm) -> bool:
    """Whether the term comes from the Besluit; article 5 brings such a term under the law."""
    return any(code.startswith(("B22 ", "B26 ")) for code in lengte.bron)


def _waarom_schuift(eind_op: date, vrij: tuple[tuple[date, str], ...]) -> str:
    if not vrij:
        return f"{hoofdletter(voluit(eind_op))} is een werkdag: de termijn schuift niet op."
    return (
        f"{zin_vrije_dagen(vrij)} De termijn loopt door tot en met de eerste werkdag daarna "
        "(Algemene termijnenwet)."
    )


def zin_vrije_dagen(vrij: tuple[tuple[date, str], ...]) -> str:
    """ "Zaterdag 11 mei 2024 en zondag 12 mei 2024 zijn geen werkdagen."

    Bron: ATW 3.
    """
    dagen = opsomming(
        voluit(dag) if reden in DAGEN else f"{voluit(dag)} ({reden})" for dag, reden in vrij
    )
    werkwoord = "is geen werkdag" if len(vrij) == 1 else "zijn geen werkdagen"
    return f"{hoofdletter(dagen)} {werkwoord}."

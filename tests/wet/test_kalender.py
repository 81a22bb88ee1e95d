"""The Algemene termijnenwet, held against wet.md's facts and against the `holidays` library."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wet.kalender import (
    AANGEWEZEN_BEKEND_TOT,
    AANGEWEZEN_BEKEND_VANAF,
    AANGEWEZEN_DAGEN,
    feestdagen,
    is_werkdag,
    koningsdag,
    pasen,
    termijnenwet_geldt,
    verleng_naar_werkdag,
    vrije_dagen_vanaf,
    waarom_geen_werkdag,
    zekerheid_kalender,
)
from wet.normen import Eenheid
from wet.uitkomst import Zekerheid

JAREN = range(2022, 2036)
DAGEN = st.dates(date(2022, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    "zondag",
    [
        date(2022, 4, 17),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2027, 3, 28),
        date(2035, 3, 25),
        date(2038, 4, 25),
    ],
)
def test_easter(zondag):
    assert pasen(zondag.year) == zondag


@pytest.mark.parametrize(
    ("jaar", "dag"),
    [(2022, date(2022, 4, 27)), (2025, date(2025, 4, 26)), (2031, date(2031, 4, 26))],
)
def test_kings_day_is_a_day_earlier_when_the_27th_is_a_sunday(jaar, dag):
    assert koningsdag(jaar) == dag


@pytest.mark.parametrize("jaar", JAREN)
def test_the_kings_day_rule_never_decides_a_term(jaar):
    """Where King's Day moves, both the 26th and the 27th are in the weekend."""
    if koningsdag(jaar).day == 26:
        assert (koningsdag(jaar).isoweekday(), date(jaar, 4, 27).isoweekday()) == (6, 7)


@pytest.mark.parametrize("jaar", JAREN)
def test_same_holidays_as_the_library(jaar):
    """The library counts Sundays, and 5 May among the public ones only once in five years."""
    bibliotheek = holidays.country_holidays("NL", years=jaar, categories=("public", "optional"))
    zondagen = {pasen(jaar), pasen(jaar) + timedelta(days=49)}
    aangewezen = {dag for dag in AANGEWEZEN_DAGEN if dag.year == jaar}

    assert set(feestdagen(jaar)) - aangewezen == (set(bibliotheek) | {date(jaar, 5, 5)}) - zondagen


def test_decree_days_are_working_days_otherwise():
    """A day on the list that is free anyway would be a typing error."""
    assert [
        dag
        for dag in AANGEWEZEN_DAGEN
        if dag.weekday() >= 5
        or waarom_geen_werkdag(dag) != "een dag die bij koninklijk besluit vrij is"
    ] == []


def test_decree_days_fall_within_the_years_that_are_known():
    assert [
        dag
        for dag in AANGEWEZEN_DAGEN
        if not AANGEWEZEN_BEKEND_VANAF <= dag <= AANGEWEZEN_BEKEND_TOT
    ] == []


@pytest.mark.parametrize(
    ("dag", "reden"),
    [
        (date(2024, 5, 9), "Hemelvaartsdag"),
        (date(2024, 5, 10), "een dag die bij koninklijk besluit vrij is"),
        (date(2024, 5, 11), "zaterdag"),
        (date(2024, 5, 12), "zondag"),
        (date(2025, 4, 18), "Goede Vrijdag"),
        (date(2023, 5, 5), "Bevrijdingsdag"),
        (date(2024, 5, 13), None),
    ],
)
def test_why_a_day_is_free(dag, reden):
    assert waarom_geen_werkdag(dag) == reden


def test_a_moment_is_not_a_day():
    with pytest.raises(TypeError, match="dag is geen datum, maar str"):
        is_werkdag("2024-05-09")


@pytest.mark.parametrize(
    ("aantal", "eenheid", "geldt"),
    [
        (10, Eenheid.WEKEN, True),
        (12, Eenheid.WEKEN, True),
        (13, Eenheid.WEKEN, False),
        (14, Eenheid.DAGEN, True),
        (90, Eenheid.DAGEN, True),
        (91, Eenheid.DAGEN, False),
        (2, Eenheid.MAANDEN, True),
        (3, Eenheid.MAANDEN, True),
        (6, Eenheid.MAANDEN, False),
        (18, Eenheid.MAANDEN, False),
        (1, Eenheid.JAREN, False),
        (48, Eenheid.UREN, False),
    ],
)
def test_which_terms_move(aantal, eenheid, geldt):
    assert termijnenwet_geldt(aantal, eenheid, op=date(2024, 1, 1)) is geldt


def test_a_term_counted_back_never_moves():
    assert not termijnenwet_geldt(10, Eenheid.DAGEN, op=date(2024, 1, 1), achteruit=True)


@pytest.mark.parametrize(
    ("dag", "zekerheid"),
    [
        (date(2021, 12, 31), Zekerheid.AFGELEID),
        (date(2022, 1, 1), Zekerheid.GEVERIFIEERD),
        (date(2028, 12, 31), Zekerheid.GEVERIFIEERD),
        (date(2029, 1, 1), Zekerheid.AFGELEID),
    ],
)
def test_the_calendar_is_less_certain_without_the_decrees(dag, zekerheid):
    assert zekerheid_kalender(dag) is zekerheid


@given(DAGEN)
def test_moving_ends_on_a_working_day_and_no_further_than_needed(dag):
    nieuw = verleng_naar_werkdag(dag)

    assert is_werkdag(nieuw)
    assert [vrij for vrij, _ in vrije_dagen_vanaf(dag)] == [
        dag + timedelta(days=n) for n in range((nieuw - dag).days)
    ]
    assert nieuw - dag <= timedelta(days=6)

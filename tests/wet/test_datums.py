"""Counting as the law counts."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wet.datums import (
    EEN_DAG,
    eis_datum,
    eis_datum_of_niets,
    hoofdletter,
    maanden_na,
    maanden_vanaf,
    opsomming,
    voluit,
    weken_na,
    zonder_weekdag,
)

DAGEN = st.dates(date(2022, 1, 1), date(2035, 12, 31))
MAANDEN = st.integers(min_value=1, max_value=60)


def test_the_court_counts_weeks_the_same_way():
    assert weken_na(date(2020, 2, 3), 13) == date(2020, 5, 4)


def test_thirteen_weeks_after_a_report_on_a_fine():
    assert weken_na(date(2025, 3, 3), 13) == date(2025, 6, 2)


@pytest.mark.parametrize(
    ("dag", "maanden", "laatste"),
    [
        (date(2022, 3, 15), 36, date(2025, 3, 15)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2024, 11, 30), 1, date(2024, 12, 30)),
    ],
)
def test_months_after_a_day_that_does_not_count(dag, maanden, laatste):
    assert maanden_na(dag, maanden) == laatste


@pytest.mark.parametrize(
    ("dag", "maanden", "laatste"),
    [
        (date(2022, 10, 1), 6, date(2023, 3, 31)),
        (date(2023, 3, 1), 18, date(2024, 8, 31)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2022, 3, 16), 18, date(2023, 9, 15)),
        (date(2024, 12, 1), 1, date(2024, 12, 31)),
    ],
)
def test_months_from_a_day_that_counts(dag, maanden, laatste):
    assert maanden_vanaf(dag, maanden) == laatste


@given(DAGEN, MAANDEN)
def test_the_two_ways_of_counting_months_differ_by_at_most_a_day(dag, maanden):
    verschil = maanden_na(dag, maanden) - maanden_vanaf(dag, maanden)

    assert verschil.days in (0, 1)
    assert maanden_vanaf(dag, maanden) >= dag + EEN_DAG * (28 * maanden - 1)


def test_a_date_written_out():
    assert voluit(date(2024, 2, 29)) == "donderdag 29 februari 2024"
    assert zonder_weekdag(date(2024, 2, 29)) == "29 februari 2024"


def test_a_list_written_out():
    assert opsomming(["maandag"]) == "maandag"
    assert opsomming(["vrijdag", "zaterdag", "zondag"]) == "vrijdag, zaterdag en zondag"
    assert hoofdletter("vrijdag 9 mei (Hemelvaartsdag)") == "Vrijdag 9 mei (Hemelvaartsdag)"


@pytest.mark.parametrize(
    "waarde", [datetime(2022, 3, 14, 23, 30, tzinfo=UTC), "2022-03-15", 20220315, None]
)
def test_only_a_plain_date_is_a_date(waarde):
    """Half past midnight in the Netherlands is still the day before in UTC."""
    with pytest.raises(TypeError, match="dagtekening is geen datum, maar"):
        eis_datum("dagtekening", waarde)


def test_unknown_is_allowed_where_it_may_be_unknown():
    assert eis_datum_of_niets("brp", None) is None
    assert eis_datum_of_niets("brp", date(2022, 3, 15)) == date(2022, 3, 15)

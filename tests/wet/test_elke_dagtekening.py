"""Every dagtekening from 2022 up to and including 2032, one by one: the terms hold.

`test_eigenschappen` draws days at random; a letter may be dated on any of them, so none is skipped.
"""

from datetime import date, timedelta

import holidays
import pytest

from wet.kalender import AANGEWEZEN_DAGEN
from wet.termijnen import (
    Oorzaak,
    bezwaartermijn,
    inburgeringstermijn,
    pip_termijn,
    verschuift_termijn,
)

EEN_DAG = timedelta(days=1)
EERSTE, LAATSTE = date(2022, 1, 1), date(2032, 12, 31)
DAGEN = [EERSTE + n * EEN_DAG for n in range((LAATSTE - EERSTE).days + 1)]
FEESTDAGEN = holidays.country_holidays(
    "NL", years=range(2022, 2035), categories=("public", "optional")
)
"""By the library, so that the calendar of this system is not its own witness."""


def werkdag(dag):
    return dag.weekday() < 5 and dag not in FEESTDAGEN and dag not in AANGEWEZEN_DAGEN


def eerste_werkdag_vanaf(dag):
    while not werkdag(dag):
        dag += EEN_DAG
    return dag


def drie_jaar_later(dag):
    schrikkeldag = (dag.month, dag.day) == (2, 29)
    return dag.replace(year=dag.year + 3, day=28 if schrikkeldag else dag.day)


def test_there_are_eleven_years_of_them():
    assert len(DAGEN) == 11 * 365 + 3


def test_the_three_years_end_on_the_same_day_number_and_never_move():
    for dag in DAGEN:
        termijn = inburgeringstermijn(dag).bekend

        assert termijn.start_op == dag + EEN_DAG
        assert termijn.eind_op == drie_jaar_later(dag)
        assert termijn.duo_einddatum == termijn.eind_op + EEN_DAG


def test_the_term_of_objection_is_six_weeks_to_a_working_day():
    for dag in DAGEN:
        termijn = bezwaartermijn(dag).bekend

        assert termijn.start_op == dag + EEN_DAG
        assert (termijn.eind_op - dag).days >= 42
        assert termijn.eind_op == eerste_werkdag_vanaf(dag + timedelta(days=42))


def test_the_ten_weeks_of_the_plan_end_on_a_working_day():
    for dag in DAGEN:
        termijn = pip_termijn(kennisgeving=dag, brp=dag).bekend

        assert termijn.start_op == dag + EEN_DAG
        assert termijn.eind_op == eerste_werkdag_vanaf(dag + timedelta(days=70))


@pytest.mark.parametrize(
    "oorzaak",
    [
        Oorzaak.NIEUWE_VERSIE_PIP,
        Oorzaak.SCHAKELEN,
        Oorzaak.AFSCHALEN,
        Oorzaak.VERHUIZING,
        Oorzaak.PIP_HERROEPEN,
        Oorzaak.BEZWAAR,
    ],
)
def test_what_happens_to_a_plan_never_moves_the_three_years(oorzaak):
    assert verschuift_termijn(oorzaak).bekend is False

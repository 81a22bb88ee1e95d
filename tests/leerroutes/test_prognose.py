"""The forecast: what it says, when it says nothing, and that what it promises is true."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from leerroutes.prognose import Invoer, Oordeel, prognose

OP = date(2026, 3, 2)


def invoer(**anders):
    gewoon = {
        "nodig": 800,
        "gedaan": Decimal(400),
        "op": OP,
        "eind_op": OP + timedelta(weeks=50),
        "recent": Decimal(104),
        "eerste_op": OP - timedelta(weeks=60),
    }
    return Invoer(**(gewoon | anders))


def test_exactly_the_pace_that_is_needed_fits():
    wat = prognose(invoer())

    assert (wat.oordeel, wat.tempo_nodig, wat.tempo_gehouden, wat.extra_per_week) == (
        Oordeel.PAST,
        8,
        8,
        None,
    )
    assert wat.verwacht_op == OP + timedelta(weeks=50)
    assert wat.zin == "Dit past: in dit tempo klaar op 15 februari 2027."


def test_too_slow_says_how_much_more_a_week():
    wat = prognose(invoer(recent=Decimal("71.5")))

    assert (wat.oordeel, wat.tempo_gehouden, wat.extra_per_week) == (
        Oordeel.PAST_NIET,
        Decimal("5.5"),
        3,
    )
    assert wat.zin == (
        "Dit past niet: in dit tempo klaar op 25 juli 2027. Met 3 uur per week meer past het."
    )


def test_it_shows_its_inputs_and_steps():
    assert prognose(invoer(recent=Decimal("71.5"))).stappen == [
        "Nodig: 800 uur. Gedaan tot en met 2 maart 2026: 400 uur. Te gaan: 400 uur.",
        "De laatste dag van de termijn is 15 februari 2027: over 50 weken.",
        "Nodig per week: 8 uur.",
        "Gehouden: 71,5 uur van 2 december 2025 tot en met 2 maart 2026, dat is 5,5 uur per week.",
        "Vakanties zijn niet meegerekend.",
    ]


@pytest.mark.parametrize(
    ("anders", "oordeel", "zin"),
    [
        ({"gedaan": Decimal(800)}, Oordeel.KLAAR, "Alle uren zijn gedaan."),
        ({"gedaan": Decimal(900), "eind_op": None}, Oordeel.KLAAR, "Alle uren zijn gedaan."),
        (
            {"eind_op": None},
            Oordeel.GEEN_TERMIJN,
            "Nog niet te zeggen: de inburgeringstermijn is nog niet bekend.",
        ),
        (
            {"eind_op": OP},
            Oordeel.VOORBIJ,
            "De termijn eindigde op 2 maart 2026; er is nog 400 uur te doen.",
        ),
        (
            {"eerste_op": None, "recent": Decimal(0), "gedaan": Decimal(0)},
            Oordeel.NOG_NIET,
            "Nog niet te zeggen: er zijn nog geen 4 weken met uren.",
        ),
        (
            {"eerste_op": OP - timedelta(days=26)},
            Oordeel.NOG_NIET,
            "Nog niet te zeggen: er zijn nog geen 4 weken met uren.",
        ),
        (
            {"recent": Decimal(0)},
            Oordeel.GEEN_LES,
            "De laatste 13 weken zijn er geen uren. Met 8 uur per week past het voor "
            "15 februari 2027.",
        ),
        (
            {"recent": Decimal("0.25")},
            Oordeel.PAST_NIET,
            "Dit past niet: in dit tempo klaar op een dag over meer dan 20 jaar. Met 8 uur per "
            "week meer past het.",
        ),
    ],
)
def test_what_can_be_said(anders, oordeel, zin):
    wat = prognose(invoer(**anders))

    assert (wat.oordeel, wat.zin) == (oordeel, zin)


def test_who_began_six_weeks_ago_is_measured_over_six_weeks():
    wat = prognose(invoer(eerste_op=OP - timedelta(days=41), recent=Decimal(60)))

    assert wat.tempo_gehouden == 10


_UREN = st.integers(min_value=0, max_value=4000).map(lambda kwart: Decimal(kwart) / 4)
_INVOER = st.builds(
    Invoer,
    nodig=st.integers(min_value=600, max_value=1200),
    gedaan=st.integers(min_value=0, max_value=900).map(Decimal),
    op=st.just(OP),
    eind_op=st.integers(min_value=1, max_value=1500).map(lambda d: OP + timedelta(days=d)),
    recent=st.integers(min_value=0, max_value=400).map(lambda kwart: Decimal(kwart) / 4),
    eerste_op=st.integers(min_value=20, max_value=1500).map(lambda d: OP - timedelta(days=d)),
)


@given(_INVOER)
def test_it_fits_when_and_only_when_the_expected_day_is_within_the_term(vraag):
    wat = prognose(vraag)

    assume(wat.oordeel in (Oordeel.PAST, Oordeel.PAST_NIET))

    op_tijd = wat.verwacht_op is not None and wat.verwacht_op <= vraag.eind_op
    assert op_tijd == (wat.oordeel is Oordeel.PAST)


@given(_INVOER)
def test_with_the_hours_it_names_it_fits_and_with_one_less_it_does_not(vraag):
    wat = prognose(vraag)
    assume(wat.extra_per_week is not None)

    def met(extra):
        """So many hours a week more, over the days that were measured."""
        recent = vraag.recent + Decimal(extra) * vraag.gemeten_dagen / 7
        return recent * vraag.dagen_over >= vraag.te_gaan * vraag.gemeten_dagen - Decimal("1e-9")

    assert (met(wat.extra_per_week), met(wat.extra_per_week - 1)) == (True, False)


@given(_INVOER, _UREN)
def test_more_hours_done_never_make_it_later(vraag, erbij):
    meer = Invoer(**(vraag.__dict__ | {"gedaan": vraag.gedaan + erbij}))

    eerst, dan = prognose(vraag), prognose(meer)

    assert not (eerst.oordeel is Oordeel.PAST and dan.oordeel is Oordeel.PAST_NIET)

"""The terms, with the dates of the cases that go wrong easily."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wet.kalender import is_werkdag, verleng_naar_werkdag
from wet.normen import GeenNorm
from wet.termijnen import (
    Inburgeringstermijn,
    Looptijd,
    Telling,
    bezwaartermijn,
    huisvestingsnorm,
    inburgeringstermijn,
    pip_termijn,
    pip_termijn_na_informatie,
    pip_termijn_na_verhuizing,
)
from wet.uitkomst import NogNietTeBepalen, Uitkomst, Zekerheid

DAGEN = st.dates(date(2022, 1, 1), date(2035, 12, 31))


def test_ten_weeks_that_end_on_ascension():
    """The Friday after it is free by decree, and then comes the weekend."""
    assert pip_termijn(kennisgeving=date(2024, 2, 29), brp=date(2023, 11, 1)) == Uitkomst(
        regel="pip_termijn",
        uitkomst=Looptijd(start_op=date(2024, 3, 1), eind_op=date(2024, 5, 13)),
        bron=("B26 5.3.1", "Hvw 28", "ATW 1", "ATW 3", "ATW 5"),
        stappen=(
            "Op 29 februari 2024 geldt: de termijn begint op de dag na de kennisgeving van DUO, of "
            "na een latere inschrijving in de gemeente die huisvest.",
            "De kennisgeving van DUO is van donderdag 29 februari 2024.",
            "De inschrijving in de BRP is van woensdag 1 november 2023. Dat is niet na de "
            "kennisgeving: de kennisgeving telt.",
            "De termijn begint op de dag daarna, vrijdag 1 maart 2024. Met 10 weken komt de "
            "laatste "
            "dag op donderdag 9 mei 2024.",
            "Donderdag 9 mei 2024 (Hemelvaartsdag), vrijdag 10 mei 2024 (een dag die bij "
            "koninklijk "
            "besluit vrij is), zaterdag 11 mei 2024 en zondag 12 mei 2024 zijn geen werkdagen. De "
            "termijn loopt door tot en met de eerste werkdag daarna (Algemene termijnenwet).",
            "De laatste dag is maandag 13 mei 2024.",
        ),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


@pytest.mark.parametrize("kennisgeving", [date(2022, 1, 20), date(2022, 2, 16), date(2022, 7, 1)])
def test_in_2022_only_the_registration_counts(kennisgeving):
    antwoord = pip_termijn(kennisgeving=kennisgeving, brp=date(2022, 2, 16))

    assert antwoord.uitkomst == Looptijd(start_op=date(2022, 2, 17), eind_op=date(2022, 4, 28))
    assert antwoord.bron == ("B22 5.3.1", "ATW 1", "ATW 3", "ATW 5")
    assert antwoord.zekerheid is Zekerheid.GEVERIFIEERD
    assert antwoord.stappen[-2] == (
        "Woensdag 27 april 2022 (Koningsdag) is geen werkdag. De termijn loopt door tot en met de "
        "eerste werkdag daarna (Algemene termijnenwet)."
    )


def test_still_in_the_azc_at_the_kennisgeving():
    antwoord = pip_termijn(kennisgeving=date(2024, 5, 2), brp=date(2024, 6, 19))

    assert antwoord.uitkomst == Looptijd(start_op=date(2024, 6, 20), eind_op=date(2024, 8, 28))
    assert antwoord.stappen[2] == (
        "De inschrijving in de BRP is van woensdag 19 juni 2024. Dat is na de kennisgeving: de "
        "inschrijving telt."
    )
    assert antwoord.stappen[-2] == (
        "Woensdag 28 augustus 2024 is een werkdag: de termijn schuift niet op."
    )


@pytest.mark.parametrize("brp", [None, date(2020, 3, 1), date(2024, 6, 19)])
def test_a_gezinsmigrant_counts_from_the_kennisgeving(brp):
    antwoord = pip_termijn(kennisgeving=date(2024, 5, 2), brp=brp, huisvesting_art28=False)

    assert antwoord.uitkomst == Looptijd(start_op=date(2024, 5, 3), eind_op=date(2024, 7, 11))
    assert antwoord.bron == ("B26 5.3.1", "ATW 1", "ATW 3", "ATW 5")
    assert antwoord.zekerheid is Zekerheid.GEVERIFIEERD


@pytest.mark.parametrize(
    ("regel_op", "eind_op"),
    [
        (None, date(2023, 3, 21)),
        (date(2023, 1, 10), date(2023, 3, 21)),
        (date(2022, 12, 20), date(2023, 2, 28)),
    ],
)
def test_which_rule_holds_around_the_change_is_not_settled(regel_op, eind_op):
    antwoord = pip_termijn(
        kennisgeving=date(2023, 1, 10), brp=date(2022, 12, 20), regel_op=regel_op
    )

    assert antwoord.bekend.eind_op == eind_op
    assert antwoord.zekerheid is Zekerheid.AFGELEID
    assert antwoord.stappen[-2].endswith("Welke datum de regel bepaalt, staat niet vast.")
    assert antwoord.conclusie.startswith("De laatste dag is ")


def test_no_doubt_where_both_rules_give_the_same_day():
    antwoord = pip_termijn(kennisgeving=date(2022, 12, 20), brp=date(2023, 1, 10))

    assert antwoord.bekend.eind_op == date(2023, 3, 21)
    assert antwoord.zekerheid is Zekerheid.GEVERIFIEERD


@pytest.mark.parametrize(
    ("feiten", "wacht_op", "stappen"),
    [
        ({"kennisgeving": None, "brp": None}, "de kennisgeving", 1),
        ({"kennisgeving": None, "brp": date(2024, 6, 19)}, "de kennisgeving", 1),
        ({"kennisgeving": date(2024, 5, 2), "brp": None}, "de inschrijving in de BRP", 3),
        ({"kennisgeving": date(2022, 5, 2), "brp": None}, "de inschrijving in de BRP", 2),
        (
            {"kennisgeving": None, "brp": date(2024, 6, 19), "regel_op": date(2024, 6, 19)},
            "de kennisgeving",
            2,
        ),
    ],
)
def test_ten_weeks_that_wait_for_a_fact(feiten, wacht_op, stappen):
    antwoord = pip_termijn(**feiten)

    assert antwoord.uitkomst == NogNietTeBepalen(wacht_op)
    assert antwoord.conclusie == f"Nog niet te bepalen: wacht op {wacht_op}."
    assert len(antwoord.stappen) == stappen


def test_in_2022_the_kennisgeving_need_not_be_known():
    antwoord = pip_termijn(kennisgeving=None, brp=date(2022, 2, 16), regel_op=date(2022, 2, 16))

    assert antwoord.bekend.eind_op == date(2022, 4, 28)


def test_ten_weeks_after_a_move():
    antwoord = pip_termijn_na_verhuizing(date(2022, 12, 1))

    assert antwoord.uitkomst == Looptijd(start_op=date(2022, 12, 2), eind_op=date(2023, 2, 9))
    assert antwoord.bron == ("B26 5.3.3", "ATW 1", "ATW 3", "ATW 5")


def test_fourteen_days_after_information_over_christmas():
    antwoord = pip_termijn_na_informatie(date(2024, 12, 11))

    assert antwoord.uitkomst == Looptijd(start_op=date(2024, 12, 12), eind_op=date(2024, 12, 30))


def test_three_years_end_on_a_saturday_and_duo_writes_the_day_after():
    assert inburgeringstermijn(date(2022, 3, 15)) == Uitkomst(
        regel="inburgeringstermijn",
        uitkomst=Inburgeringstermijn(
            start_op=date(2022, 3, 16), eind_op=date(2025, 3, 15), duo_einddatum=date(2025, 3, 16)
        ),
        bron=("Wi 11", "ATW 4"),
        stappen=(
            "De dagtekening van het eerste PIP is dinsdag 15 maart 2022.",
            "De termijn begint op de dag daarna, woensdag 16 maart 2022, en duurt 3 jaar.",
            "Een termijn van 3 jaar schuift niet op voor een weekend of feestdag (Algemene "
            "termijnenwet).",
            "DUO noteert als einddatum de dag na de laatste dag: zondag 16 maart 2025.",
            "De laatste dag is zaterdag 15 maart 2025.",
        ),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


def test_three_years_as_plain_values():
    assert inburgeringstermijn(date(2022, 3, 15)).als_dict()["uitkomst"] == {
        "start_op": "2022-03-16",
        "eind_op": "2025-03-15",
        "duo_einddatum": "2025-03-16",
    }


@pytest.mark.parametrize(
    ("dagtekening", "telling", "eind_op"),
    [
        (date(2025, 2, 28), Telling.DAG_TELT_NIET, date(2028, 2, 28)),
        (date(2025, 2, 28), Telling.EERSTE_DAG_TELT, date(2028, 2, 29)),
        (date(2029, 2, 28), Telling.DAG_TELT_NIET, date(2032, 2, 28)),
        (date(2029, 2, 28), Telling.EERSTE_DAG_TELT, date(2032, 2, 29)),
    ],
)
def test_three_years_around_a_leap_day_have_two_readings(dagtekening, telling, eind_op):
    antwoord = inburgeringstermijn(dagtekening, telling=telling)

    assert antwoord.bekend.eind_op == eind_op
    assert antwoord.zekerheid is Zekerheid.AFGELEID
    assert antwoord.stappen[2].startswith("Door de schrikkeldag is er ook een andere telling")


@pytest.mark.parametrize("telling", Telling)
def test_a_plan_dated_on_a_leap_day(telling):
    antwoord = inburgeringstermijn(date(2024, 2, 29), telling=telling)

    assert antwoord.bekend.eind_op == date(2027, 2, 28)
    assert antwoord.zekerheid is Zekerheid.GEVERIFIEERD


def test_dagtekening_and_bekendmaking_each_start_their_own_term():
    """Signed on 10 March, sent on 16 March; the objection term would end on King's Day."""
    assert inburgeringstermijn(date(2022, 3, 10)).bekend.start_op == date(2022, 3, 11)
    assert bezwaartermijn(date(2022, 3, 16)).uitkomst == Looptijd(
        start_op=date(2022, 3, 17), eind_op=date(2022, 4, 28)
    )


def test_good_friday_counts_as_a_holiday():
    antwoord = bezwaartermijn(date(2025, 3, 7))

    assert antwoord.bekend.eind_op == date(2025, 4, 22)
    assert antwoord.bron == ("Awb 6:7", "Awb 6:8", "ATW 1", "ATW 3")


def test_beyond_the_known_decrees_the_answer_is_less_certain():
    antwoord = bezwaartermijn(date(2028, 11, 18))

    assert antwoord.bekend.eind_op == date(2029, 1, 2)
    assert antwoord.zekerheid is Zekerheid.AFGELEID
    assert antwoord.stappen[-2] == (
        "Welke extra dagen in 2029 vrij zijn, is hier niet bekend. De laatste dag kan daardoor "
        "later zijn."
    )


@pytest.mark.parametrize(
    ("termijn", "wacht_op"),
    [
        (pip_termijn_na_verhuizing, "de inschrijving in de BRP"),
        (pip_termijn_na_informatie, "de informatie van de ander"),
        (inburgeringstermijn, "de dagtekening van het PIP"),
        (bezwaartermijn, "de bekendmaking"),
    ],
)
def test_terms_that_wait_for_their_date(termijn, wacht_op):
    antwoord = termijn(None)

    assert (antwoord.regel, antwoord.wacht_op) == (termijn.__name__, wacht_op)


@pytest.mark.parametrize(
    "termijn",
    [pip_termijn_na_verhuizing, pip_termijn_na_informatie, inburgeringstermijn, bezwaartermijn],
)
@pytest.mark.parametrize("waarde", ["2024-01-01", datetime(2024, 1, 1, 23, 30, tzinfo=UTC)])
def test_a_term_takes_a_plain_date_only(termijn, waarde):
    with pytest.raises(TypeError, match="is geen datum"):
        termijn(waarde)


@pytest.mark.parametrize("naam", ["kennisgeving", "brp", "regel_op"])
def test_ten_weeks_take_plain_dates_only(naam):
    feiten = {"kennisgeving": date(2024, 5, 2), "brp": date(2024, 6, 19), naam: "2024-05-02"}

    with pytest.raises(TypeError, match=f"{naam} is geen datum"):
        pip_termijn(**feiten)


def test_a_plan_from_before_the_law_has_no_norm():
    with pytest.raises(
        GeenNorm, match="‘inburgeringstermijn_jaren’ heeft geen waarde op 31 december 2021"
    ):
        inburgeringstermijn(date(2021, 12, 31))


@given(DAGEN)
def test_three_years_never_end_before_they_start(dagtekening):
    termijn = inburgeringstermijn(dagtekening).bekend

    assert termijn.start_op == dagtekening + timedelta(days=1)
    assert termijn.duo_einddatum == termijn.eind_op + timedelta(days=1)
    assert 1094 <= (termijn.eind_op - dagtekening).days <= 1096


@given(DAGEN, DAGEN, st.booleans())
def test_ten_weeks_end_on_a_working_day(kennisgeving, brp, art28):
    antwoord = pip_termijn(kennisgeving=kennisgeving, brp=brp, huisvesting_art28=art28)

    verschoven_naar_werkdag(antwoord.bekend, timedelta(weeks=10))


@given(DAGEN)
def test_other_terms_under_the_termijnenwet_end_on_a_working_day(dag):
    verschoven_naar_werkdag(pip_termijn_na_verhuizing(dag).bekend, timedelta(weeks=10))
    verschoven_naar_werkdag(pip_termijn_na_informatie(dag).bekend, timedelta(days=14))
    verschoven_naar_werkdag(bezwaartermijn(dag).bekend, timedelta(weeks=6))


def verschoven_naar_werkdag(termijn, lengte):
    """The term never moves further than the run of days without work."""
    geteld = termijn.start_op - timedelta(days=1) + lengte

    assert is_werkdag(termijn.eind_op)
    assert termijn.eind_op == verleng_naar_werkdag(geteld)
    assert termijn.eind_op >= termijn.start_op


def test_fourteen_weeks_after_the_koppeling_a_household_should_be_housed():
    assert huisvestingsnorm(date(2024, 3, 4)) == Uitkomst(
        regel="huisvestingsnorm",
        uitkomst=Looptijd(start_op=date(2024, 3, 5), eind_op=date(2024, 6, 10)),
        bron=("T25",),
        stappen=(
            "Het COA koppelde op maandag 4 maart 2024.",
            "Na 14 weken is het maandag 10 juni 2024. Dit is een richtdatum, geen wettelijke "
            "termijn.",
        ),
        zekerheid=Zekerheid.PRAKTIJK,
    )


@given(DAGEN)
def test_the_housing_norm_is_98_days_and_never_moves(koppeling):
    assert huisvestingsnorm(koppeling).uitkomst.eind_op == koppeling + timedelta(days=98)


def test_without_a_koppeling_there_is_no_housing_norm_yet():
    assert huisvestingsnorm(None).wacht_op == "de koppeling door het COA"

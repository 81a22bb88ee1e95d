"""The taakstelling: who counts, what fills what, and nobody twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wet.vragen import uitkomst, vraag
from wet.taakstelling import Tijdvak, stand_op
from wet.uitkomst import OngeldigeInvoer, Zekerheid

H1, H2 = Tijdvak(jaar=2024, helft=1), Tijdvak(jaar=2024, helft=2)
HEEL_2021 = Tijdvak(jaar=2021, helft=0)
DAG = st.dates(date(2022, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("grond", "telt"),
    [
        ("vergunninghouder", True),
        ("kind_van_vergunninghouder", True),
        ("nareiziger", True),
        ("gezinsmigrant", False),
        ("oekraine", False),
    ],
)
def test_who_counts(grond, telt):
    antwoord = vraag(f"telt_mee verblijfsgrond={grond} gehuisvest=2024-06-19")

    assert antwoord.als_dict()["uitkomst"] == {
        "telt": telt,
        "vanaf_op": "2024-06-19" if telt else None,
    }
    assert antwoord.zekerheid is Zekerheid.AFGELEID


def test_who_never_counts_need_not_be_housed():
    assert uitkomst("telt_mee verblijfsgrond=gezinsmigrant gehuisvest=onbekend")["telt"] is False


@pytest.mark.parametrize(
    ("dag", "tijdvak"), [(date(2024, 6, 30), H1), (date(2024, 7, 1), H2), (date(2024, 1, 1), H1)]
)
def test_the_half_year_of_a_day(dag, tijdvak):
    assert Tijdvak.van(dag) == tijdvak
    assert tijdvak.start_op <= dag <= tijdvak.eind_op


def test_a_period_in_words():
    assert [str(deel) for deel in (H1, H2, HEEL_2021)] == [
        "1e helft 2024",
        "2e helft 2024",
        "heel 2021",
    ]
    assert (HEEL_2021.start_op, HEEL_2021.eind_op) == (date(2021, 1, 1), date(2021, 12, 31))


def test_a_half_is_the_first_or_the_second():
    with pytest.raises(OngeldigeInvoer, match="Een helft is 1 of 2"):
        Tijdvak(jaar=2024, helft=3)


def test_on_the_last_day_of_a_half_year_nothing_is_backlog_yet():
    opgaven = {H1: 10, H2: 10}
    laatste = stand_op(date(2024, 6, 30), opgaven=opgaven, gehuisvest=[date(2024, 2, 1)] * 4).bekend
    dag_erna = stand_op(date(2024, 7, 1), opgaven=opgaven, gehuisvest=[date(2024, 2, 1)] * 4).bekend

    assert (laatste.achterstand, laatste.nog_te_huisvesten) == (0, 6)
    assert (dag_erna.achterstand, dag_erna.nog_te_huisvesten) == (6, 16)


def test_what_was_housed_before_counts_without_persons():
    stand = stand_op(
        date(2022, 3, 1),
        opgaven={HEEL_2021: 89, Tijdvak(jaar=2022, helft=1): 36},
        gehuisvest=[date(2022, 2, 1)] * 3,
        beginstand=80,
    ).bekend

    assert [deel.open for deel in stand.tijdvakken] == [6, 36]
    assert [deel.gehuisvest for deel in stand.tijdvakken] == [0, 3]


def test_a_whole_year_counts_both_halves():
    stand = stand_op(
        date(2024, 12, 31),
        opgaven={Tijdvak(jaar=2024, helft=0): 5},
        gehuisvest=[date(2024, 3, 1), date(2024, 9, 1)],
    ).bekend
    assert stand.tijdvakken[0].gehuisvest == 2


def test_as_on_a_day_in_the_past_later_days_do_not_count():
    opgaven = {H1: 3, H2: 4}
    dagen = [date(2024, 3, 1), date(2024, 9, 1)]
    stand = stand_op(date(2024, 5, 1), opgaven=opgaven, gehuisvest=dagen)

    assert [deel.tijdvak for deel in stand.bekend.tijdvakken] == [H1]
    assert stand.conclusie == (
        "Op woensdag 1 mei 2024: achterstand 0, nog te huisvesten 2, voorsprong 0."
    )
    assert stand.stappen[0] == "1e helft 2024: 1 van 3, nog 2 open."


@pytest.mark.parametrize("fout", [{"opgaven": {H1: -1}}, {"opgaven": {H1: 1}, "beginstand": -1}])
def test_nothing_is_ever_negative(fout):
    with pytest.raises(OngeldigeInvoer, match="nooit negatief"):
        stand_op(date(2024, 5, 1), gehuisvest=[], **fout)


@given(
    opgaven=st.dictionaries(
        st.builds(Tijdvak, jaar=st.integers(2022, 2027), helft=st.sampled_from([1, 2])),
        st.integers(0, 60),
    ),
    gehuisvest=st.lists(DAG, max_size=120),
    op=DAG,
)
def test_everybody_is_counted_once(opgaven, gehuisvest, op):
    stand = stand_op(op, opgaven=opgaven, gehuisvest=gehuisvest).bekend
    geteld = sum(dag <= op for dag in gehuisvest)
    gevraagd = sum(opgave for deel, opgave in opgaven.items() if deel.start_op <= op)

    assert sum(deel.gevuld for deel in stand.tijdvakken) + stand.voorsprong == geteld
    assert stand.nog_te_huisvesten == max(gevraagd - geteld, 0)
    assert stand.nog_te_huisvesten == 0 or stand.voorsprong == 0
    oudste_eerst = [deel.open > 0 for deel in stand.tijdvakken if deel.opgave]
    assert oudste_eerst == sorted(oudste_eerst)

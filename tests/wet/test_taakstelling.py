"""The taakstelling: who counts, what fills what, and nobody twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wet.vragen import uitkomst, vraag
from wet.taakstelling import Beginstand, Tijdvak, stand_op, teldagen
from wet.uitkomst import OngeldigeInvoer, Zekerheid

H1, H2 = Tijdvak(jaar=2024, helft=1), Tijdvak(jaar=2024, helft=2)
HEEL_2021 = Tijdvak(jaar=2021, helft=0)
H1_2025 = Tijdvak(jaar=2025, helft=1)
DAG = st.dates(date(2022, 1, 1), date(2027, 12, 31))
HALFJAAR = st.builds(Tijdvak, jaar=st.integers(2022, 2027), helft=st.sampled_from([1, 2]))
OPGAVEN = st.dictionaries(HALFJAAR, st.integers(0, 60))
MENSEN = st.dictionaries(DAG, st.integers(1, 40), max_size=60)


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


# --- One person, never twice ---------------------------------------------------------------------
MEI, JULI, SEPT = date(2024, 5, 1), date(2024, 7, 1), date(2024, 9, 1)


@pytest.mark.parametrize(
    ("gehuisvest", "besluiten", "dagen"),
    [
        (None, [], []),
        (MEI, [], [(MEI, 1)]),
        (MEI, [(JULI, False)], [(MEI, 1), (JULI, -1)]),
        (MEI, [(MEI, False)], [(MEI, 1), (MEI, -1)]),
        (MEI, [(SEPT, True), (JULI, False)], [(MEI, 1), (JULI, -1), (SEPT, 1)]),
        (MEI, [(JULI, True)], [(MEI, 1)]),
        (None, [(MEI, True)], [(MEI, 1)]),
        (JULI, [(MEI, True)], [(MEI, 1)]),
        (JULI, [(MEI, False)], []),
    ],
)
def test_when_one_person_counts(gehuisvest, besluiten, dagen):
    assert list(teldagen(gehuisvest, besluiten)) == dagen


@given(
    gehuisvest=st.none() | DAG,
    besluiten=st.lists(st.tuples(DAG, st.booleans()), max_size=8),
    op=DAG,
)
def test_a_person_counts_once_or_not_at_all(gehuisvest, besluiten, op):
    geteld = sum(n for dag, n in teldagen(gehuisvest, besluiten) if dag <= op)
    laatste = [wel for dag, wel in sorted(besluiten, key=lambda b: b[0]) if dag <= op]

    assert geteld in (0, 1)
    assert not laatste or geteld == laatste[-1]


# --- Half years ----------------------------------------------------------------------------------
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
    opgaven, gehuisvest = {H1: 10, H2: 10}, {date(2024, 2, 1): 4}
    laatste = stand_op(date(2024, 6, 30), opgaven=opgaven, gehuisvest=gehuisvest).bekend
    dag_erna = stand_op(date(2024, 7, 1), opgaven=opgaven, gehuisvest=gehuisvest).bekend

    assert (laatste.achterstand, laatste.nog_te_huisvesten) == (0, 6)
    assert (dag_erna.achterstand, dag_erna.nog_te_huisvesten) == (6, 16)


# --- What goes on to the next period ------------------------------------------------------------
def test_het_hogeland_backlog_in_and_four_ahead_out():
    """37 asked and 14 behind make 51; 55 housed is 4 ahead, taken off the next half year."""
    eerder, dit, volgend = (
        Tijdvak(jaar=2022, helft=1),
        Tijdvak(jaar=2022, helft=2),
        Tijdvak(jaar=2023, helft=1),
    )
    stand = stand_op(
        date(2023, 1, 1),
        opgaven={eerder: 30, dit: 37, volgend: 40},
        gehuisvest={date(2022, 3, 1): 16, date(2022, 9, 1): 55},
    ).bekend

    assert [deel.meegenomen for deel in stand.tijdvakken] == [0, -14, 4]
    assert [deel.te_huisvesten for deel in stand.tijdvakken] == [30, 51, 36]
    assert [deel.saldo for deel in stand.tijdvakken] == [-14, 4, -36]
    assert (stand.achterstand, stand.nog_te_huisvesten, stand.voorsprong) == (0, 36, 0)


def test_westerkwartier_an_old_backlog_with_days_of_its_own():
    """42 of the first half of 2023 by 1 April 2025, 38 of the second by 1 July; 50 are housed."""
    oud, daarna = Tijdvak(jaar=2023, helft=1), Tijdvak(jaar=2023, helft=2)
    vraag_op = {
        "opgaven": {oud: 42, daarna: 38, H1_2025: 54},
        "gehuisvest": {date(2025, 2, 1): 30, date(2025, 3, 1): 20},
        "uiterlijk": {oud: date(2025, 4, 1), daarna: date(2025, 7, 1)},
    }
    stand = stand_op(date(2025, 6, 30), **vraag_op).bekend
    dag_erna = stand_op(date(2025, 7, 1), **vraag_op).bekend
    laatste_dag = stand_op(date(2025, 7, 2), **vraag_op).bekend

    assert [deel.gevuld for deel in stand.tijdvakken] == [42, 8, 0]
    assert [deel.open for deel in stand.tijdvakken] == [0, 30, 54]
    assert [deel.uiterlijk_op for deel in stand.tijdvakken] == [
        date(2025, 4, 1),
        date(2025, 7, 1),
        date(2025, 6, 30),
    ]
    assert (stand.achterstand, stand.te_laat) == (30, 0)
    assert (dag_erna.achterstand, dag_erna.te_laat) == (84, 54)
    assert [deel.te_laat for deel in laatste_dag.tijdvakken] == [False, True, True]


def test_what_was_filled_in_time_is_never_late():
    stand = stand_op(
        date(2025, 4, 2),
        opgaven={H1: 5},
        gehuisvest={date(2024, 2, 1): 5},
        uiterlijk={H1: date(2025, 4, 1)},
    ).bekend

    assert (stand.te_laat, stand.tijdvakken[0].te_laat) == (0, False)


# --- What came before ----------------------------------------------------------------------------
EERDER = Beginstand(op=date(2021, 12, 31), aantal=80)


def test_what_was_housed_before_counts_without_persons():
    stand = stand_op(
        date(2022, 3, 1),
        opgaven={HEEL_2021: 89, Tijdvak(jaar=2022, helft=1): 36},
        gehuisvest={date(2021, 6, 1): 7, date(2021, 12, 31): 1, date(2022, 2, 1): 3},
        beginstand=EERDER,
    ).bekend

    assert [deel.open for deel in stand.tijdvakken] == [6, 36]
    assert [deel.gehuisvest for deel in stand.tijdvakken] == [0, 3]
    assert [deel.meegenomen for deel in stand.tijdvakken] == [None, -9]
    assert [deel.te_huisvesten for deel in stand.tijdvakken] == [None, 45]
    assert [deel.saldo for deel in stand.tijdvakken] == [None, -42]


def test_of_a_day_before_the_beginstand_nothing_is_known():
    stand = stand_op(date(2021, 12, 30), opgaven={HEEL_2021: 89}, gehuisvest={}, beginstand=EERDER)

    assert stand.conclusie == (
        "Nog niet te bepalen: wacht op wie er is gehuisvest tot en met vrijdag 31 december 2021."
    )


def test_a_whole_year_counts_both_halves():
    stand = stand_op(
        date(2024, 12, 31),
        opgaven={Tijdvak(jaar=2024, helft=0): 5},
        gehuisvest={date(2024, 3, 1): 1, date(2024, 9, 1): 1},
    ).bekend
    assert stand.tijdvakken[0].gehuisvest == 2


def test_as_on_a_day_in_the_past_later_days_do_not_count():
    opgaven = {H1: 3, H2: 4}
    gehuisvest = {date(2024, 3, 1): 1, date(2024, 9, 1): 1}
    stand = stand_op(date(2024, 5, 1), opgaven=opgaven, gehuisvest=gehuisvest)

    assert [deel.tijdvak for deel in stand.bekend.tijdvakken] == [H1]
    assert stand.conclusie == (
        "Op woensdag 1 mei 2024: achterstand 0, nog te huisvesten 2, voorsprong 0."
    )
    assert stand.stappen[0] == "1e helft 2024: 1 van 3, nog 2 open."


def test_what_a_supervisor_takes_off_is_open_again():
    stand = stand_op(
        date(2024, 5, 1),
        opgaven={H1: 3},
        gehuisvest={date(2024, 3, 1): 3, date(2024, 4, 1): -4},
    ).bekend

    assert (stand.nog_te_huisvesten, stand.voorsprong) == (4, 0)
    assert stand.tijdvakken[0].gehuisvest == -1


@pytest.mark.parametrize(
    ("fout", "reden"),
    [
        ({"opgaven": {H1: -1}}, "nooit negatief"),
        (
            {"opgaven": {H1: 1}, "beginstand": Beginstand(op=date(2023, 1, 1), aantal=-1)},
            "nooit negatief",
        ),
        ({"opgaven": {H1: 1, Tijdvak(jaar=2024, helft=0): 2}}, "nooit allebei"),
    ],
)
def test_what_cannot_be(fout, reden):
    with pytest.raises(OngeldigeInvoer, match=reden):
        stand_op(date(2024, 5, 1), gehuisvest={}, **fout)


# --- What always holds ---------------------------------------------------------------------------
@given(opgaven=OPGAVEN, gehuisvest=MENSEN, op=DAG)
def test_everybody_is_counted_once(opgaven, gehuisvest, op):
    stand = stand_op(op, opgaven=opgaven, gehuisvest=gehuisvest).bekend
    geteld = sum(n for dag, n in gehuisvest.items() if dag <= op)
    gevraagd = sum(opgave for deel, opgave in opgaven.items() if deel.start_op <= op)

    assert sum(deel.gevuld for deel in stand.tijdvakken) + stand.voorsprong == geteld
    assert stand.nog_te_huisvesten == max(gevraagd - geteld, 0)
    assert stand.nog_te_huisvesten == 0 or stand.voorsprong == 0
    oudste_eerst = [deel.open > 0 for deel in stand.tijdvakken if deel.opgave]
    assert oudste_eerst == sorted(oudste_eerst)


@given(
    jaren=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=5),
    gehuisvest=MENSEN,
    beginstand=st.integers(0, 200),
)
def test_the_saldo_of_a_half_year_is_what_the_next_begins_with(jaren, gehuisvest, beginstand):
    """Half years that follow each other: nothing is lost between two of them."""
    opgaven = {
        Tijdvak(jaar=2022 + n, helft=helft): opgave
        for n, helften in enumerate(jaren)
        for helft, opgave in enumerate(helften, 1)
    }
    stand = stand_op(
        max(opgaven).eind_op,
        opgaven=opgaven,
        gehuisvest=gehuisvest,
        beginstand=Beginstand(op=date(2021, 12, 31), aantal=beginstand),
    ).bekend
    delen = stand.tijdvakken

    assert delen[0].meegenomen == beginstand
    assert [deel.meegenomen for deel in delen[1:]] == [deel.saldo for deel in delen[:-1]]
    assert delen[-1].saldo == stand.voorsprong - stand.nog_te_huisvesten
    assert all(deel.saldo == deel.gehuisvest - deel.te_huisvesten for deel in delen)
    geteld = sum(n for dag, n in gehuisvest.items() if dag <= delen[-1].tijdvak.eind_op)
    assert sum(deel.gehuisvest for deel in delen) == geteld


@given(opgaven=OPGAVEN, gehuisvest=MENSEN, op=DAG, kans=st.randoms())
def test_the_order_of_the_rows_does_not_matter(opgaven, gehuisvest, op, kans):
    def door_elkaar(rijen):
        return dict(kans.sample(sorted(rijen.items()), len(rijen)))

    stand = stand_op(op, opgaven=opgaven, gehuisvest=gehuisvest).bekend
    anders = stand_op(op, opgaven=door_elkaar(opgaven), gehuisvest=door_elkaar(gehuisvest)).bekend
    assert anders == stand


@given(opgaven=OPGAVEN, gehuisvest=MENSEN, dagen=st.tuples(DAG, DAG))
def test_later_there_are_never_fewer_people(opgaven, gehuisvest, dagen):
    eerder, later = (
        stand_op(dag, opgaven=opgaven, gehuisvest=gehuisvest).bekend for dag in sorted(dagen)
    )
    gevuld = {deel.tijdvak: deel.gevuld for deel in later.tijdvakken}

    assert all(gevuld[deel.tijdvak] >= deel.gevuld for deel in eerder.tijdvakken)

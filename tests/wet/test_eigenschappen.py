"""What holds for every day from 2022 up to and including 2035."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wet.doelgroepen import Doelgroep
from wet.kalender import AANGEWEZEN_DAGEN
from wet.leerroutes import (
    EisSoort,
    Examenonderdeel,
    Feiten,
    Leerroute,
    Niveau,
    Urensoort,
    voortgang,
)
from wet.ontzorgen import ontzorgperiode
from wet.termijnen import (
    Verzoek,
    beslistermijn_bezwaar,
    beslistermijn_duo,
    betaaltermijn_boete,
    bezwaartermijn,
    boetebesluit_termijn,
    huisvestingsnorm,
    inburgeringstermijn,
    nieuwe_oproeptermijn,
    pip_termijn,
    pip_termijn_na_informatie,
    pip_termijn_na_verhuizing,
    schakelvenster,
    verlenging_aanvragen,
)

DAG = st.dates(date(2022, 1, 1), date(2035, 12, 31))

# Each from the day of its event, with the shortest length in days that it has without moving on.
MET_TERMIJNENWET = {
    "pip_termijn": (lambda dag: pip_termijn(kennisgeving=dag, brp=dag), 70),
    "pip_termijn_na_verhuizing": (pip_termijn_na_verhuizing, 70),
    "pip_termijn_na_informatie": (pip_termijn_na_informatie, 14),
    "bezwaartermijn": (bezwaartermijn, 42),
    "betaaltermijn_boete": (betaaltermijn_boete, 42),
    "beslistermijn": (lambda dag: beslistermijn_bezwaar(dag, False), 42),
    "beslistermijn_commissie": (lambda dag: beslistermijn_bezwaar(dag, True), 84),
    "beslistermijn_duo": (lambda dag: beslistermijn_duo(Verzoek.VERLENGING, dag), 56),
}
ZONDER_TERMIJNENWET = {
    "inburgeringstermijn": inburgeringstermijn,
    "boetebesluit_termijn": boetebesluit_termijn,
    "huisvestingsnorm": huisvestingsnorm,
    "ontzorgperiode": ontzorgperiode,
    "schakelvenster": schakelvenster,
}
ALLE = (
    {naam: regel for naam, (regel, _) in MET_TERMIJNENWET.items()}
    | ZONDER_TERMIJNENWET
    | {"nieuwe_oproeptermijn": nieuwe_oproeptermijn}
)


@pytest.mark.parametrize("naam", ALLE)
@given(dag=DAG)
def test_a_last_day_is_never_before_its_start(naam, dag):
    termijn = ALLE[naam](dag).bekend
    assert dag <= termijn.start_op <= dag + timedelta(days=1)
    assert termijn.start_op <= termijn.eind_op


@pytest.mark.parametrize("naam", MET_TERMIJNENWET)
@given(dag=DAG)
def test_a_term_ends_on_a_working_day_and_moves_only_past_days_without_work(naam, dag):
    regel, dagen = MET_TERMIJNENWET[naam]
    eind, geteld = regel(dag).bekend.eind_op, dag + timedelta(days=dagen)
    overgeslagen = [geteld + timedelta(days=n) for n in range((eind - geteld).days)]

    assert not vrij(eind)
    assert all(map(vrij, overgeslagen))


FEESTDAGEN = holidays.country_holidays(
    "NL", years=range(2022, 2038), categories=("public", "optional")
)


def vrij(dag):
    """By the library, with the days that were put on a par by decree."""
    return dag.weekday() >= 5 or dag in FEESTDAGEN or dag in AANGEWEZEN_DAGEN


@given(dag=DAG)
def test_a_term_of_two_months_ends_on_a_working_day(dag):
    assert not vrij(nieuwe_oproeptermijn(dag).bekend.eind_op)


@given(dag=DAG)
def test_three_years_end_on_the_same_day_number(dag):
    termijn = inburgeringstermijn(dag).bekend
    assert (termijn.eind_op.year, termijn.eind_op.month) == (dag.year + 3, dag.month)
    assert termijn.eind_op.day == (28 if (dag.month, dag.day) == (2, 29) else dag.day)
    assert termijn.duo_einddatum == termijn.eind_op + timedelta(days=1)


@given(dag=DAG)
def test_asking_for_more_time_starts_within_the_last_half_year(dag):
    vanaf = verlenging_aanvragen(dag).bekend.vanaf_op
    assert 180 <= (dag - vanaf).days <= 184


# --- What is still to do only gets less ----------------------------------------------------------
UREN = st.dictionaries(st.sampled_from(list(Urensoort)), st.integers(0, 900))
MISSCHIEN = st.none() | DAG
FEITEN = st.builds(
    Feiten,
    behaald=st.dictionaries(st.sampled_from(list(Examenonderdeel)), st.sampled_from(list(Niveau))),
    knm_behaald=st.booleans(),
    taalschakeltraject_behaald=st.booleans(),
    uren=UREN,
    pvt_activiteit=st.booleans(),
    pvt_ondertekend_op=MISSCHIEN,
    eindgesprek_map_op=MISSCHIEN,
    eindgesprek_z_op=MISSCHIEN,
    cursusnorm=st.none() | st.integers(0, 900),
    vrijgesteld=st.frozensets(st.sampled_from(list(EisSoort))),
    ontheven=st.frozensets(st.sampled_from(list(EisSoort))),
)
RANG = list(Niveau)


def samen(een, ander):
    """Both sets of facts: whatever is in one of them."""
    behaald = {
        deel: max((f.behaald[deel] for f in (een, ander) if deel in f.behaald), key=RANG.index)
        for deel in {*een.behaald, *ander.behaald}
    }
    normen = [f.cursusnorm for f in (een, ander) if f.cursusnorm is not None]
    return Feiten(
        behaald=behaald,
        knm_behaald=een.knm_behaald or ander.knm_behaald,
        taalschakeltraject_behaald=(
            een.taalschakeltraject_behaald or ander.taalschakeltraject_behaald
        ),
        uren={
            soort: een.uren.get(soort, 0) + ander.uren.get(soort, 0)
            for soort in {*een.uren, *ander.uren}
        },
        pvt_activiteit=een.pvt_activiteit or ander.pvt_activiteit,
        pvt_ondertekend_op=een.pvt_ondertekend_op or ander.pvt_ondertekend_op,
        eindgesprek_map_op=een.eindgesprek_map_op or ander.eindgesprek_map_op,
        eindgesprek_z_op=een.eindgesprek_z_op or ander.eindgesprek_z_op,
        cursusnorm=min(normen, default=None),
        vrijgesteld=een.vrijgesteld | ander.vrijgesteld,
        ontheven=een.ontheven | ander.ontheven,
    )


@given(
    leerroute=st.sampled_from(list(Leerroute)),
    doelgroep=st.sampled_from(list(Doelgroep)),
    een=FEITEN,
    ander=FEITEN,
    op=DAG,
)
def test_more_facts_never_ask_for_more(leerroute, doelgroep, een, ander, op):
    eerst = voortgang(leerroute, doelgroep, een, op=op).bekend
    daarna = voortgang(leerroute, doelgroep, samen(een, ander), op=op).bekend
    te_gaan = {deel.eis.soort: deel.uren_te_gaan or 0 for deel in eerst.open}

    assert {deel.eis.soort for deel in daarna.open} <= set(te_gaan)
    assert all((deel.uren_te_gaan or 0) <= te_gaan[deel.eis.soort] for deel in daarna.open)
    assert daarna.voldaan or not eerst.voldaan

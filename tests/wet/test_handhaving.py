"""Fines: what must come first, how high they are, and what DUO does."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wet.vragen import uitkomst, vraag
from wet.doelgroepen import Doelgroep
from wet.handhaving import (
    Boetefeiten,
    EerdereBoete,
    Overtreding,
    Verwijtbaarheid,
    boete_artikel23,
    boete_ruimte,
    boete_toets,
    eerdere_boetes,
)
from wet.uitkomst import OngeldigeInvoer, Zekerheid

CONSTATERING = date(2025, 3, 11)
NORMAAL = Boetefeiten(
    overtreding=Overtreding.BEGELEIDING,
    doelgroep=Doelgroep.OVERIG,
    gedraging=CONSTATERING,
    op=date(2025, 5, 12),
    verwijtbaarheid=Verwijtbaarheid.GEWOON,
    pip_bekendgemaakt=date(2024, 3, 11),
    boeterapport=date(2025, 3, 24),
    zienswijze_gevraagd=date(2025, 3, 24),
    zienswijze_tot=date(2025, 4, 7),
    cautie_gegeven=True,
    oorzaak_gevraagd=True,
    hulp_geboden=True,
    begrijpelijke_taal=True,
)
INTAKE = replace(
    NORMAAL,
    overtreding=Overtreding.INTAKE,
    oproep_1=date(2025, 2, 3),
    niet_gekomen_1=date(2025, 2, 14),
    waarschuwing=date(2025, 2, 17),
    oproep_2=date(2025, 2, 17),
    niet_gekomen_2=CONSTATERING,
)
OPNIEUW = replace(
    NORMAAL,
    overtreding=Overtreding.INTAKE_OPNIEUW,
    eerdere_boete=date(2025, 1, 13),
    nieuwe_termijn=date(2025, 3, 13),
)


@pytest.mark.parametrize("feiten", [NORMAAL, INTAKE, OPNIEUW])
def test_a_fine_for_which_everything_was_done(feiten):
    antwoord = boete_toets(feiten)

    assert antwoord.bekend.mag is True
    assert antwoord.bekend.punten == ()
    assert antwoord.conclusie.startswith("De boete mag worden opgelegd.")
    assert ("nieuwe termijn" in antwoord.conclusie) is feiten.overtreding.bij_intake


@pytest.mark.parametrize(
    ("basis", "anders", "artikelen"),
    [
        (NORMAAL, {"doelgroep": Doelgroep.ASIEL}, ("ECLI:EU:C:2025:52",)),
        (NORMAAL, {"overtreding": Overtreding.LEERROUTE}, ("Wi 15.2", "Wi 23")),
        (NORMAAL, {"maatregelen": (CONSTATERING,)}, ("Wi 27",)),
        (NORMAAL, {"verwijtbaarheid": None}, ("B26 7.1.4",)),
        (NORMAAL, {"verwijtbaarheid": Verwijtbaarheid.GEEN}, ("Awb 5:41",)),
        (NORMAAL, {"pip_bekendgemaakt": CONSTATERING + timedelta(days=1)}, ("Awb 3:40",)),
        (NORMAAL, {"boeterapport": None}, ("Awb 5:48", "Awb 5:53")),
        (NORMAAL, {"zienswijze_gevraagd": None}, ("Awb 5:50", "Awb 5:53")),
        (NORMAAL, {"zienswijze_tot": None}, ("Awb 5:50", "Awb 5:53")),
        (NORMAAL, {"zienswijze_tot": date(2025, 5, 12)}, ("Awb 5:50",)),
        (NORMAAL, {"op": date(2030, 3, 12)}, ("Awb 5:45",)),
        (INTAKE, {"op": date(2028, 3, 12)}, ("Awb 5:45",)),
        (NORMAAL, {"boeterapport": date(2025, 3, 10)}, ("Awb 5:48", "Awb 5:50")),
        (NORMAAL, {"zienswijze_gevraagd": date(2025, 3, 23)}, ("Awb 5:48", "Awb 5:50")),
        (NORMAAL, {"zienswijze_tot": date(2025, 3, 23)}, ("Awb 5:48", "Awb 5:50")),
        (INTAKE, {"oproep_1": None}, ("Wi 14.1", "Wi 22.1")),
        (INTAKE, {"waarschuwing": None}, ("Wi 14.1", "Wi 22.1")),
        (INTAKE, {"oproep_2": None}, ("Wi 14.1", "Wi 22.1")),
        (INTAKE, {"niet_gekomen_2": None}, ("Wi 14.1", "Wi 22.1")),
        (INTAKE, {"niet_gekomen_1": None}, ("Wi 14.1", "Wi 22.1")),
        (INTAKE, {"oproep_2": date(2025, 2, 10)}, ("Wi 14.1",)),
        (INTAKE, {"niet_gekomen_1": date(2025, 2, 3)}, ("Wi 14.1",)),
        (INTAKE, {"waarschuwing": date(2025, 2, 13)}, ("Wi 14.1",)),
        (INTAKE, {"oproep_2": CONSTATERING}, ("Wi 14.1",)),
        (INTAKE, {"gedraging": date(2025, 3, 10)}, ("Wi 14.1",)),
        (INTAKE, {"op": date(2025, 3, 10)}, ("Wi 14.1",)),
        (OPNIEUW, {"gedraging": date(2025, 1, 13)}, ("Wi 22.3",)),
        (OPNIEUW, {"gedraging": date(2025, 3, 14)}, ("Wi 22.3",)),
        (OPNIEUW, {"nieuwe_termijn": date(2025, 3, 14)}, ("Wi 22.2",)),
        (OPNIEUW, {"eerdere_boete": None}, ("Wi 22.2", "Wi 22.3")),
        (OPNIEUW, {"nieuwe_termijn": None}, ("Wi 22.2", "Wi 22.3")),
        (OPNIEUW, {"op": date(2025, 3, 13)}, ("Wi 22.3",)),
    ],
)
def test_each_step_that_is_missing_is_named_with_its_article(basis, anders, artikelen):
    antwoord = boete_toets(replace(basis, **anders))

    (punt,) = (punt for punt in antwoord.bekend.punten if punt.weigert)
    assert (punt.weigert, punt.bron) == (True, artikelen)
    assert antwoord.bekend.mag is False
    assert antwoord.conclusie == "De boete mag nu niet worden opgelegd."


@pytest.mark.parametrize(
    ("basis", "anders", "bron"),
    [
        (NORMAAL, {"oorzaak_gevraagd": False}, ("VNG",)),
        (NORMAAL, {"hulp_geboden": False}, ("VNG",)),
        (NORMAAL, {"begrijpelijke_taal": False}, ("VNG",)),
        (NORMAAL, {"cautie_gegeven": False}, ("Awb 5:10a",)),
        (INTAKE, {"zienswijze_gevraagd": None}, ("Awb 4:8",)),
        (NORMAAL, {"op": date(2025, 6, 24)}, ("Awb 5:51",)),
    ],
)
def test_good_practice_warns_and_does_not_block(basis, anders, bron):
    antwoord = boete_toets(replace(basis, **anders)).bekend

    assert antwoord.mag is True
    assert [(punt.weigert, punt.bron) for punt in antwoord.punten] == [(False, bron)]


FEITEN = st.builds(
    Boetefeiten,
    overtreding=st.sampled_from(list(Overtreding)),
    doelgroep=st.sampled_from(list(Doelgroep)),
    gedraging=st.dates(date(2024, 1, 1), date(2025, 12, 31)),
    op=st.dates(date(2024, 1, 1), date(2031, 12, 31)),
    verwijtbaarheid=st.none() | st.sampled_from(list(Verwijtbaarheid)),
    **{
        naam: st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31))
        for naam in (
            "oproep_1",
            "niet_gekomen_1",
            "waarschuwing",
            "oproep_2",
            "niet_gekomen_2",
            "eerdere_boete",
            "nieuwe_termijn",
            "pip_bekendgemaakt",
            "boeterapport",
            "zienswijze_gevraagd",
            "zienswijze_tot",
            "juridische_toets",
        )
    },
)


@given(FEITEN)
def test_no_facts_give_a_fine_without_what_the_law_asks(feiten):
    if not boete_toets(feiten).bekend.mag:
        return
    assert feiten.doelgroep is Doelgroep.OVERIG or feiten.juridische_toets is not None
    assert feiten.verwijtbaarheid not in (None, Verwijtbaarheid.GEEN)
    if not feiten.overtreding.bij_intake:
        assert feiten.boeterapport is not None
        assert feiten.zienswijze_tot is not None
        assert feiten.gedraging <= feiten.boeterapport <= feiten.zienswijze_gevraagd
        assert feiten.zienswijze_gevraagd <= feiten.zienswijze_tot < feiten.op
    elif feiten.overtreding is Overtreding.INTAKE:
        assert feiten.oproep_1 < feiten.niet_gekomen_1 <= feiten.waarschuwing <= feiten.oproep_2
        assert feiten.oproep_2 < feiten.niet_gekomen_2 == feiten.gedraging <= feiten.op
    else:
        assert feiten.eerdere_boete < feiten.gedraging <= feiten.nieuwe_termijn < feiten.op


# --- Amounts -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("verwijtbaarheid", "bedrag"),
    [
        ("opzet", "50.00"),
        ("grove_schuld", "37.50"),
        ("gewoon", "25.00"),
        ("verminderd", "12.50"),
        ("geen", "0.00"),
    ],
)
def test_the_first_fine_by_culpability(verwijtbaarheid, bedrag):
    vraag_ = f"boete_artikel23 verwijtbaarheid={verwijtbaarheid} eerdere=0"
    assert uitkomst(vraag_) == {"bedrag": bedrag}


def test_the_amounts_on_a_day():
    assert uitkomst("boete_artikel22 op=2025-03-03") == {"bedrag": "250.00"}
    assert uitkomst("boete_artikel23 verwijtbaarheid=opzet eerdere=3 op=2025-03-03") == {
        "bedrag": "400.00"
    }


def test_raising_is_less_certain_than_the_first_fine():
    assert (
        boete_artikel23(Verwijtbaarheid.GEWOON, 0, CONSTATERING).zekerheid is Zekerheid.GEVERIFIEERD
    )
    assert boete_artikel23(Verwijtbaarheid.GEWOON, 2, CONSTATERING).zekerheid is Zekerheid.AFGELEID
    assert (
        "2 eerdere overtredingen tellen mee"
        in boete_artikel23(Verwijtbaarheid.GEWOON, 2, CONSTATERING).stappen[0]
    )


def test_a_negative_number_of_breaches_is_refused():
    with pytest.raises(OngeldigeInvoer, match="nooit negatief"):
        boete_artikel23(Verwijtbaarheid.GEWOON, -1, CONSTATERING)


@given(st.sampled_from(list(Verwijtbaarheid)), st.integers(0, 50))
def test_no_fine_of_article_23_is_above_its_maximum(verwijtbaarheid, eerdere):
    assert (
        0
        <= boete_artikel23(verwijtbaarheid, eerdere, CONSTATERING).bekend.bedrag
        <= Decimal("800.00")
    )


@pytest.mark.parametrize(
    ("geconstateerd", "onherroepelijk", "peildag", "telt"),
    [
        (date(2024, 3, 11), date(2024, 6, 1), None, 1),
        (date(2024, 3, 10), date(2024, 6, 1), None, 0),
        (CONSTATERING, CONSTATERING, None, 0),
        (date(2024, 11, 4), None, None, 0),
        (date(2024, 11, 4), CONSTATERING, None, 1),
        (date(2024, 11, 4), date(2025, 3, 12), None, 0),
        (date(2024, 11, 4), date(2025, 3, 12), date(2025, 5, 12), 1),
    ],
)
def test_which_earlier_breaches_count(geconstateerd, onherroepelijk, peildag, telt):
    boete = EerdereBoete(geconstateerd_op=geconstateerd, onherroepelijk_op=onherroepelijk)
    assert eerdere_boetes(CONSTATERING, [boete], peildag=peildag).bekend.aantal == telt


@pytest.mark.parametrize(
    ("maanden", "hoogste"), [(None, 2400), (6, 400), (12, 800), (18, 1200), (24, 1600)]
)
def test_the_maximum_of_all_fines_together(maanden, hoogste):
    veel = boete_ruimte(
        Decimal("0.00"), Decimal("9999.00"), CONSTATERING, nieuwe_termijn_maanden=maanden
    )
    assert veel.bekend.bedrag == hoogste


@pytest.mark.parametrize(
    ("eerder", "nieuw", "mag", "zekerheid"),
    [
        ("0.00", "250.00", "250.00", Zekerheid.GEVERIFIEERD),
        ("2400.00", "25.00", "0.00", Zekerheid.AFGELEID),
        ("2500.00", "25.00", "0.00", Zekerheid.AFGELEID),
    ],
)
def test_what_may_still_be_imposed(eerder, nieuw, mag, zekerheid):
    antwoord = boete_ruimte(Decimal(eerder), Decimal(nieuw), CONSTATERING)
    assert (antwoord.bekend.bedrag, antwoord.zekerheid) == (Decimal(mag), zekerheid)


# --- DUO -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [
        ("boete_duo_pvt_map doelgroep=overig", "340.00"),
        ("boete_duo_pvt_map doelgroep=asiel", "0.00"),
        ("boete_duo_pvt_map doelgroep=asiel uitzonderlijk_geval=ja", "340.00"),
        ("boete_duo_leerroute leerroute=B doelgroep=asiel gevolgd=0", "0.00"),
        (
            "boete_duo_leerroute leerroute=B doelgroep=overig gevolgd=0 vergunning_ingetrokken=ja",
            "0.00",
        ),
        (
            "boete_duo_leerroute leerroute=B doelgroep=asiel gevolgd=59 examens=1"
            " uitzonderlijk_geval=ja",
            "1000.00",
        ),
        (
            "boete_duo_leerroute leerroute=B doelgroep=asiel gevolgd=60 examens=1"
            " uitzonderlijk_geval=ja",
            "800.00",
        ),
        (
            "boete_duo_leerroute leerroute=B doelgroep=asiel gevolgd=90 examens=3"
            " uitzonderlijk_geval=ja",
            "225.00",
        ),
        ("boete_duo_leerroute leerroute=O doelgroep=overig gevolgd=89 examens=2", "640.00"),
        ("boete_duo_leerroute leerroute=B doelgroep=overig gevolgd=249", "1000.00"),
        ("boete_duo_leerroute leerroute=B doelgroep=overig gevolgd=400 examens=2", "320.00"),
        (
            "boete_duo_leerroute leerroute=B doelgroep=overig gevolgd=420 examens=3 behaald=2",
            "135.00",
        ),
        (
            "boete_duo_leerroute leerroute=B doelgroep=asiel gevolgd=0 examens=1 behaald=5"
            " uitzonderlijk_geval=ja",
            "200.00",
        ),
        (
            "boete_duo_leerroute leerroute=Z doelgroep=asiel gevolgd=500 participatie=700"
            " uitzonderlijk_geval=ja",
            "450.00",
        ),
        ("boete_duo_leerroute leerroute=Z doelgroep=overig gevolgd=600 behaald=3", "400.00"),
    ],
)
def test_what_duo_may_fine(tekst, bedrag):
    assert uitkomst(tekst) == {"bedrag": bedrag}


@pytest.mark.parametrize(
    ("tekst", "eind_op"),
    [
        ("leerroute=B doelgroep=asiel", "2027-03-15"),
        ("leerroute=B doelgroep=asiel examens_behaald=1", "2026-09-15"),
        ("leerroute=O doelgroep=asiel examens_behaald=2", "2026-03-15"),
        ("leerroute=B doelgroep=overig examens_behaald=4", "2025-09-15"),
        ("leerroute=B doelgroep=overig examens_behaald=3 modules_open=2", "2026-03-15"),
        ("leerroute=B doelgroep=asiel leerroute_klaar=ja modules_open=1", "2025-09-15"),
        ("leerroute=Z doelgroep=asiel uren=400", "2027-03-15"),
        ("leerroute=Z doelgroep=asiel uren=401", "2026-09-15"),
        ("leerroute=Z doelgroep=asiel uren=1201", "2025-09-15"),
        ("leerroute=Z doelgroep=overig uren=401", "2026-03-15"),
    ],
)
def test_the_new_term_of_duo(tekst, eind_op):
    antwoord = uitkomst(f"nieuwe_termijn_duo eind_op=2025-03-15 {tekst}")
    assert antwoord == {"start_op": "2025-03-16", "eind_op": eind_op}


def test_the_new_term_of_duo_may_run_from_its_decision():
    tekst = "nieuwe_termijn_duo leerroute=B doelgroep=asiel eind_op=2025-03-15 modules_open=1"
    antwoord = uitkomst(f"{tekst} leerroute_klaar=ja besluit_op=2025-05-12")
    assert antwoord == {"start_op": "2025-05-13", "eind_op": "2025-11-12"}


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("boete_duo_leerroute leerroute=B doelgroep=asiel gevolgd=1 examens=4", "1, 2 of 3"),
        (
            "nieuwe_termijn_duo leerroute=B doelgroep=asiel eind_op=2025-03-15 modules_open=3",
            "0, 1 of 2",
        ),
        (
            "nieuwe_termijn_duo leerroute=B doelgroep=asiel eind_op=2025-03-15 leerroute_klaar=ja",
            "dan is er geen nieuwe termijn",
        ),
    ],
)
def test_what_cannot_be_asked_of_duo(tekst, zin):
    with pytest.raises(OngeldigeInvoer, match=zin):
        vraag(tekst)

"""Who gets fixed costs paid, and for how long."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wet.ontzorgen import ontzorgperiode, recht_op_ontzorgen
from wet.termijnen import Looptijd
from wet.uitkomst import NogNietTeBepalen, Uitkomst, Zekerheid


def test_six_months_from_the_right_to_bijstand():
    assert ontzorgperiode(date(2024, 6, 18)) == Uitkomst(
        regel="ontzorgperiode",
        uitkomst=Looptijd(start_op=date(2024, 6, 18), eind_op=date(2024, 12, 17)),
        bron=("Pw 56a", "ATW 4"),
        stappen=(
            "Het recht op bijstand gaat in op dinsdag 18 juni 2024. Dat is de eerste dag.",
            "De periode duurt 6 maanden. Zij loopt tot woensdag 18 december 2024; de dag daarvoor "
            "is de laatste.",
            "Een termijn van 6 maanden schuift niet op voor een weekend of feestdag (Algemene "
            "termijnenwet).",
            "De laatste dag is dinsdag 17 december 2024.",
        ),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


def test_six_months_into_a_month_that_is_too_short():
    antwoord = ontzorgperiode(date(2024, 8, 31))

    assert antwoord.bekend.eind_op == date(2025, 2, 28)
    assert antwoord.zekerheid is Zekerheid.AFGELEID
    assert antwoord.stappen[1] == (
        "De periode duurt 6 maanden. Februari 2025 heeft geen dag 31: de laatste dag van die maand "
        "telt."
    )


def test_the_period_waits_for_the_bijstand():
    assert ontzorgperiode(None).uitkomst == NogNietTeBepalen(
        "de dag waarop het recht op bijstand ingaat"
    )


@given(st.dates(date(2022, 1, 1), date(2035, 12, 31)))
def test_six_months_last_about_half_a_year(bijstand_op):
    termijn = ontzorgperiode(bijstand_op).bekend

    assert termijn.start_op == bijstand_op
    assert timedelta(days=180) <= termijn.eind_op - bijstand_op <= timedelta(days=183)


def test_an_asylum_permit_with_bijstand_gives_the_right():
    antwoord = recht_op_ontzorgen(asielvergunning_bepaalde_tijd=True, bijstand_op=date(2024, 6, 18))

    assert antwoord.uitkomst is True
    assert antwoord.stappen == (
        "Deze persoon heeft een asielvergunning voor bepaalde tijd.",
        "Het recht op bijstand gaat in op dinsdag 18 juni 2024.",
        "De gemeente betaalt de vaste lasten uit de bijstand (Participatiewet, artikel 56a).",
    )


def test_a_partner_with_a_regular_permit_falls_outside():
    antwoord = recht_op_ontzorgen(
        asielvergunning_bepaalde_tijd=False, bijstand_op=date(2024, 6, 18)
    )

    assert (antwoord.uitkomst, antwoord.zekerheid) == (False, Zekerheid.AFGELEID)
    assert antwoord.conclusie == (
        "De gemeente hoeft de vaste lasten niet te betalen (Participatiewet, artikel 56a)."
    )


def test_who_works_and_has_no_bijstand_has_no_right_yet():
    antwoord = recht_op_ontzorgen(asielvergunning_bepaalde_tijd=True, bijstand_op=None)

    assert antwoord.wacht_op == "de dag waarop het recht op bijstand ingaat"


def test_without_a_duty_under_this_law_there_is_no_right():
    antwoord = recht_op_ontzorgen(
        asielvergunning_bepaalde_tijd=True, bijstand_op=date(2024, 6, 18), plichtig_wi2021=False
    )

    assert (antwoord.uitkomst, antwoord.zekerheid) == (False, Zekerheid.GEVERIFIEERD)


def test_an_unknown_permit_is_waited_for():
    antwoord = recht_op_ontzorgen(asielvergunning_bepaalde_tijd=None, bijstand_op=None)

    assert antwoord.wacht_op == "het soort verblijfsvergunning"


def test_the_bijstand_is_a_plain_date():
    with pytest.raises(TypeError, match="bijstand_op is geen datum"):
        recht_op_ontzorgen(asielvergunning_bepaalde_tijd=True, bijstand_op="2024-06-18")

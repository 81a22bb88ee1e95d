"""Money: rounding, parts that sum up, and what the bijstand allows."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wet.vragen import uitkomst, vraag
from wet.geld import eis_bedrag, euro, getal, op_de_cent, opeenvolgend, procent, som
from wet.ontzorgen import Last, Lastsoort, maandbedragen, wat_de_bijstand_toelaat
from wet.uitkomst import OngeldigeInvoer

BEDRAG = st.decimals(min_value=0, max_value=5000, places=2)
DAG = st.dates(date(2022, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("waarde", "cent"),
    [
        (Fraction(1, 200), "0.01"),
        (Fraction(1, 201), "0.00"),
        (Fraction(7961, 30), "265.37"),
        (Fraction(2), "2.00"),
    ],
)
def test_half_a_cent_rounds_up(waarde, cent):
    assert op_de_cent(waarde) == Decimal(cent)


@pytest.mark.parametrize("waarde", ["-0.01", "1.001", "NaN", "Infinity"])
def test_what_is_no_amount_is_named(waarde):
    with pytest.raises(OngeldigeInvoer, match="huur is geen bedrag in hele centen"):
        eis_bedrag("huur", Decimal(waarde))


def test_a_float_is_no_amount():
    with pytest.raises(TypeError, match="huur is geen bedrag, maar float"):
        eis_bedrag("huur", 12.5)


def test_amounts_and_numbers_in_dutch():
    assert euro(Decimal("1234567.5")) == "€ 1.234.567,50"
    assert getal(17590672) == "17.590.672"
    assert som([]) == Decimal("0.00")
    assert procent(Decimal("50.00"), 75) == Decimal("37.50")


@given(st.lists(st.fractions(min_value=0, max_value=1000), max_size=40))
def test_parts_are_together_the_rounded_whole(delen):
    assert som(opeenvolgend(delen)) == op_de_cent(sum(delen, Fraction(0)))


# --- Months --------------------------------------------------------------------------------------
def test_the_first_month_counts_from_the_day_of_the_right():
    maanden = uitkomst("maandbedragen maandbedrag=612.40 start_op=2024-06-18 eind_op=2024-12-17")
    eerste, laatste = maanden["maanden"][0], maanden["maanden"][-1]

    assert eerste == {
        "start_op": "2024-06-18",
        "eind_op": "2024-06-30",
        "dagen": 13,
        "dagen_in_maand": 30,
        "bedrag": "265.37",
    }
    assert (laatste["start_op"], laatste["eind_op"], laatste["dagen"]) == (
        "2024-12-01",
        "2024-12-17",
        17,
    )
    assert [deel["bedrag"] for deel in maanden["maanden"][1:6]] == ["612.40"] * 5
    assert maanden["bedrag"] == "3663.21"


def test_a_part_of_one_month():
    (deel,) = maandbedragen(Decimal("300.00"), date(2024, 2, 10), date(2024, 2, 10)).bekend.maanden
    assert (deel.dagen, deel.dagen_in_maand, deel.bedrag) == (1, 29, Decimal("10.34"))


@given(bedrag=BEDRAG, start=DAG, dagen=st.integers(0, 400))
def test_months_add_up_to_the_whole_cent(bedrag, start, dagen):
    eind = date.fromordinal(start.toordinal() + dagen)
    antwoord = maandbedragen(bedrag, start, eind).bekend
    precies = sum(
        (Fraction(bedrag) * Fraction(deel.dagen, deel.dagen_in_maand) for deel in antwoord.maanden),
        Fraction(0),
    )

    assert som([deel.bedrag for deel in antwoord.maanden]) == antwoord.bedrag == op_de_cent(precies)
    assert sum(deel.dagen for deel in antwoord.maanden) == dagen + 1
    for deel in antwoord.maanden:
        eigen = op_de_cent(Fraction(bedrag) * Fraction(deel.dagen, deel.dagen_in_maand))
        assert abs(deel.bedrag - eigen) <= Decimal("0.01")


# --- What the bijstand allows --------------------------------------------------------------------
def test_everything_is_paid_and_the_rest_is_to_live_on():
    antwoord = vraag(
        "lasten_uit_bijstand netto_bijstand=1283.00 huur=612.40 energie_en_water=165.00 "
        "zorgverzekering=142.50"
    )
    assert (antwoord.bekend.leefgeld, antwoord.bekend.tekort) == (Decimal("363.10"), 0)
    assert antwoord.stappen[-2:] == ("Alle vaste lasten worden betaald.", "Over blijft € 363,10.")


def test_what_is_short_is_shown_in_the_order_of_payment():
    antwoord = vraag(
        "lasten_uit_bijstand netto_bijstand=980.00 huur=700.00 energie_en_water=200.00 "
        "zorgverzekering=142.50 leefgeld_minstens=50.00"
    )
    betaald = [(deel.soort.value, deel.betaald, deel.tekort) for deel in antwoord.bekend.lasten]

    assert betaald == [
        ("huur", Decimal("700.00"), 0),
        ("energie_en_water", Decimal("200.00"), 0),
        ("zorgverzekering", Decimal("30.00"), Decimal("112.50")),
    ]
    assert antwoord.bekend.leefgeld == Decimal("50.00")
    assert "Verplichte zorgverzekering: € 30,00 van € 142,50; € 112,50 te kort." in antwoord.stappen


def test_the_costs_of_the_law_go_before_others():
    lasten = [
        Last(soort=Lastsoort.ANDERS, bedrag=Decimal("40.00"), vrijwillig_akkoord=True),
        Last(soort=Lastsoort.HUUR, bedrag=Decimal("90.00")),
    ]
    ruimte = wat_de_bijstand_toelaat(Decimal("100.00"), lasten).bekend
    assert [deel.betaald for deel in ruimte.lasten] == [Decimal("90.00"), Decimal("10.00")]


def test_another_cost_without_agreement_is_not_paid():
    lasten = [Last(soort=Lastsoort.ANDERE_VERZEKERING, bedrag=Decimal("9.00"))]
    with pytest.raises(OngeldigeInvoer, match="alleen met een vastgelegde vrijwillige afspraak"):
        wat_de_bijstand_toelaat(Decimal("100.00"), lasten)


LAST = st.builds(
    Last, soort=st.sampled_from(list(Lastsoort)), bedrag=BEDRAG, vrijwillig_akkoord=st.just(True)
)


@given(bijstand=BEDRAG, lasten=st.lists(LAST, max_size=6), bodem=BEDRAG)
def test_never_more_is_paid_than_the_bijstand_allows(bijstand, lasten, bodem):
    ruimte = wat_de_bijstand_toelaat(bijstand, lasten, leefgeld_minstens=bodem).bekend
    betaald = som([deel.betaald for deel in ruimte.lasten])

    assert betaald + ruimte.leefgeld == bijstand
    assert betaald + ruimte.tekort == som([last.bedrag for last in lasten])
    assert ruimte.leefgeld >= min(bijstand, bodem)
    assert ruimte.tekort == 0 or ruimte.leefgeld == min(bijstand, bodem)


@pytest.mark.parametrize(
    ("soort", "verplicht"),
    [
        (Lastsoort.HUUR, True),
        (Lastsoort.ENERGIE_EN_WATER, True),
        (Lastsoort.ZORGVERZEKERING, True),
        (Lastsoort.ANDERE_VERZEKERING, False),
        (Lastsoort.GEMEENTELIJKE_BELASTING, False),
        (Lastsoort.ANDERS, False),
    ],
)
def test_the_costs_that_the_law_names(soort, verplicht):
    assert soort.verplicht is verplicht

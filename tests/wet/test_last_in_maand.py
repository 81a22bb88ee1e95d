"""What of a fixed cost falls in a month."""

from datetime import date
from decimal import Decimal

import pytest

from tests.wet.vragen import vraag
from wet.ontzorgen import LaatsteMaand, Lastsoort, last_in_maand

HUUR = Decimal("612.40")
BEGIN, EIND = date(2024, 6, 18), date(2024, 12, 17)


def in_maand(maand, *, soort=Lastsoort.HUUR, contract=BEGIN, **anders):
    return last_in_maand(soort, HUUR, maand, contract, BEGIN, EIND, **anders).bekend


@pytest.mark.parametrize(
    ("maand", "dagen", "bedrag"),
    [
        (date(2024, 5, 1), 0, "0.00"),
        (date(2024, 6, 1), 13, "265.37"),
        (date(2024, 7, 1), 31, "612.40"),
        (date(2024, 12, 1), 17, "335.83"),
        (date(2025, 1, 1), 0, "0.00"),
    ],
)
def test_rent_goes_by_the_day(maand, dagen, bedrag):
    deel = in_maand(maand)

    assert (deel.dagen, deel.bedrag) == (dagen, Decimal(bedrag))


@pytest.mark.parametrize("maand", [date(2024, 6, 1), date(2024, 12, 1)])
def test_a_premium_goes_by_whole_months(maand):
    assert in_maand(maand, soort=Lastsoort.ZORGVERZEKERING).bedrag == HUUR


@pytest.mark.parametrize(
    ("keuze", "huur", "premie"),
    [
        (LaatsteMaand.NAAR_RATO, "335.83", "612.40"),
        (LaatsteMaand.HEEL, "612.40", "612.40"),
        (LaatsteMaand.NIET, "0.00", "0.00"),
    ],
)
def test_the_last_month_is_a_choice(keuze, huur, premie):
    december = date(2024, 12, 1)

    assert in_maand(december, laatste_maand=keuze).bedrag == Decimal(huur)
    zorg = in_maand(december, soort=Lastsoort.ZORGVERZEKERING, laatste_maand=keuze)
    assert zorg.bedrag == Decimal(premie)


def test_a_whole_last_month_stays_whole_whatever_the_choice():
    deel = last_in_maand(
        Lastsoort.HUUR,
        HUUR,
        date(2024, 12, 1),
        BEGIN,
        BEGIN,
        date(2024, 12, 31),
        laatste_maand=LaatsteMaand.NIET,
    ).bekend

    assert deel.bedrag == HUUR


def test_a_contract_that_ends_is_paid_to_its_last_day():
    deel = in_maand(date(2024, 10, 1), contract_eind_op=date(2024, 10, 10))

    assert (deel.dagen, deel.bedrag) == (10, Decimal("197.55"))


def test_a_contract_that_begins_later_is_paid_from_its_first_day():
    deel = in_maand(date(2024, 7, 1), contract=date(2024, 7, 16))

    assert (deel.dagen, deel.bedrag) == (16, Decimal("316.08"))


def test_the_answer_shows_the_sum():
    antwoord = vraag(
        "last_in_maand soort=huur maandbedrag=612.40 maand=2024-06-01 contract_op=2024-06-18 "
        "periode_start_op=2024-06-18 periode_eind_op=2024-12-17"
    )

    assert antwoord.conclusie == (
        "Juni 2024: van 18 juni 2024 tot en met 30 juni 2024, 13 van 30 dagen van € 612,40 "
        "is € 265,37."
    )


def test_every_choice_has_a_name():
    assert [keuze.label for keuze in LaatsteMaand] == [
        "Tot en met de laatste dag (premies en voorschotten heel)",
        "De hele maand",
        "Niet meer",
    ]

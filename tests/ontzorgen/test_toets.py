"""Whether the bijstand is enough: the sums of a batch, for this month and the next."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from inburgering.geweigerd import Geweigerd
from ontzorgen.enums import ToeslagSoort
from ontzorgen.models import Betaling, Tekort, Toeslag
from ontzorgen.policies.toeslagen import ToeslagGegevens
from ontzorgen.queries.toets import per_week, toeslagregel, toets
from ontzorgen.services.lasten import bedrag_wijzigen, overdragen
from ontzorgen.services.toeslagen import (
    toeslag_aanvragen,
    toeslag_afwijzen,
    toeslag_ontvangen,
    toeslag_terugzetten,
    toeslag_wijzigen,
)
from tests.factories import NU, VANDAAG
from tests.ontzorgen.fabriek import MAART, betaalregels, een_batch, een_huishouden, een_last
from wet.ontzorgen import Lastsoort

pytestmark = pytest.mark.django_db

APRIL = date(2026, 4, 1)


@pytest.fixture(autouse=True)
def regels(db):
    return betaalregels()


@pytest.fixture
def wie(administratie):
    return {"door": administratie, "nu": NU}


def drie_lasten(huishouden, door):
    een_last(huishouden, door=door, soort=Lastsoort.ZORGVERZEKERING, bedrag="142.50")
    een_last(huishouden, door=door, soort=Lastsoort.ENERGIE_EN_WATER, bedrag="165.00")
    return een_last(huishouden, door=door, bedrag="612.40")


def regels_van(maand):
    return [(r.last.soort, r.verschuldigd, r.betaald) for r in maand.regels]


def test_what_remains_is_said_per_month_and_per_week(administratie):
    huishouden = een_huishouden(door=administratie)
    drie_lasten(huishouden, administratie)

    maart, april = toets(huishouden, op=VANDAAG)

    assert [maart.maand, april.maand] == [MAART, APRIL]
    assert regels_van(maart) == [
        ("huur", Decimal("612.40"), Decimal("612.40")),
        ("energie_en_water", Decimal("165.00"), Decimal("165.00")),
        ("zorgverzekering", Decimal("142.50"), Decimal("142.50")),
    ]
    assert (maart.netto, maart.over, maart.over_per_week) == (
        Decimal("1283.00"),
        Decimal("363.10"),
        Decimal("83.79"),
    )
    assert (maart.tekort, maart.onder_bodem) == (Decimal("0.00"), False)
    assert maart.netto_van == date(2026, 2, 1)
    assert maart.stappen[-1] == (
        "Dan blijft € 363,10 per maand over. Keer 12 en gedeeld door 52 is dat € 83,79 per week."
    )


def test_short_as_a_batch_is_short(administratie):
    """The same sums, so the check never says otherwise than the payment."""
    huishouden = een_huishouden(door=administratie, netto="980.00")
    drie_lasten(huishouden, administratie)

    maart = toets(huishouden, op=VANDAAG)[0]
    een_batch(door=administratie)

    assert sum(r.betaald for r in maart.regels) == sum(b.bedrag for b in Betaling.objects.all())
    assert maart.tekort == sum(t.bedrag for t in Tekort.objects.all())
    assert maart.tekort == Decimal("199.90")
    assert maart.over == Decimal("260.00")


def test_what_was_paid_this_month_does_not_make_it_look_short(administratie):
    huishouden = een_huishouden(door=administratie)
    drie_lasten(huishouden, administratie)
    voor = toets(huishouden, op=VANDAAG)

    een_batch(door=administratie)

    assert toets(huishouden, op=VANDAAG) == voor


def test_what_the_household_pays_itself_is_taken_off_too(administratie, wie):
    huishouden = een_huishouden(door=administratie)
    huur = drie_lasten(huishouden, administratie)
    overdragen(last_id=huur.pk, versie=None, vanaf=APRIL, **wie)

    maart, april = toets(huishouden, op=VANDAAG)

    assert (maart.zelf, [(r.last, r.bedrag) for r in april.zelf]) == (
        [],
        [(huur, Decimal("612.40"))],
    )
    assert maart.over == april.over == Decimal("363.10")


def test_an_amount_to_come_counts_from_its_month(administratie, wie):
    huishouden = een_huishouden(door=administratie)
    huur = drie_lasten(huishouden, administratie)
    bedrag_wijzigen(last_id=huur.pk, versie=None, vanaf=APRIL, bedrag=Decimal("640.00"), **wie)

    maart, april = toets(huishouden, op=VANDAAG)

    assert (maart.over - april.over) == Decimal("27.60")


def test_below_the_floor_is_said_when_the_household_pays_itself(administratie, wie):
    huishouden = een_huishouden(door=administratie, netto="800.00")
    huur = een_last(huishouden, door=administratie, bedrag="612.40")
    overdragen(last_id=huur.pk, versie=None, vanaf=MAART, **wie)

    maart = toets(huishouden, op=VANDAAG)[0]

    assert (maart.over, maart.tekort, maart.onder_bodem) == (Decimal("187.60"), 0, True)


def test_without_an_amount_of_bijstand_it_says_so(administratie):
    huishouden = een_huishouden(door=administratie, netto="")
    een_last(huishouden, door=administratie)

    maart = toets(huishouden, op=VANDAAG)[0]

    assert (maart.bekend, maart.onder_bodem) == (False, False)
    assert maart.stappen[-1] == (
        "Van de bijstand is nog geen bedrag bekend. Dan wordt er niets betaald."
    )


def test_in_the_last_month_the_rest_of_the_rent_is_their_own(administratie):
    """The months end on 17 August: 17 of 31 days are ours."""
    huishouden = een_huishouden(door=administratie)
    een_last(huishouden, door=administratie, bedrag="612.40")

    augustus, september = toets(huishouden, op=date(2026, 8, 3))

    assert regels_van(augustus) == [("huur", Decimal("335.83"), Decimal("335.83"))]
    assert [r.bedrag for r in augustus.zelf] == [Decimal("276.57")]
    assert (regels_van(september), [r.bedrag for r in september.zelf]) == (
        [],
        [Decimal("612.40")],
    )


def test_without_costs_there_is_nothing_to_check(administratie):
    assert toets(een_huishouden(door=administratie), op=VANDAAG) == []


@pytest.mark.parametrize(
    ("maand", "week"),
    [("260.00", "60.00"), ("0.00", "0.00"), ("-52.00", "-12.00"), ("100.00", "23.08")],
)
def test_a_week_is_twelve_fifty_seconds_of_a_month(maand, week):
    assert per_week(Decimal(maand)) == Decimal(week)


# --- Allowances -----------------------------------------------------------------------------------
def gegevens(**velden):
    gewoon = {
        "soort": ToeslagSoort.HUUR,
        "aangevraagd_op": VANDAAG,
        "vanaf_op": MAART,
        "bedrag": Decimal("310.00"),
    }
    return ToeslagGegevens(**(gewoon | velden))


@pytest.fixture
def toeslag(administratie, wie):
    huishouden = een_huishouden(door=administratie)
    return toeslag_aanvragen(uitkering_id=huishouden.pk, gegevens=gegevens(), **wie)


def test_the_gap_until_thirteen_weeks_is_put_into_words(toeslag):
    """Asked for on 2 March, so until 1 June: March, April and May."""
    regel = toeslagregel(toeslag)

    assert (regel.verwacht_op, regel.maanden, regel.gat) == (
        date(2026, 6, 1),
        3,
        Decimal("930.00"),
    )
    assert regel.uitleg == (
        "Tot ongeveer 1 juni 2026 komt er geen huurtoeslag: 3 maanden van € 310,00 is € 930,00 "
        "dat dit huishouden zolang mist."
    )


def test_a_right_that_begins_later_leaves_no_gap(toeslag, wie):
    later = gegevens(vanaf_op=date(2026, 6, 1))

    toeslag = toeslag_wijzigen(toeslag_id=toeslag.pk, versie=None, gegevens=later, **wie)

    assert toeslagregel(toeslag).gat == Decimal("0.00")


def test_received_and_put_back(toeslag, wie):
    klaar = toeslag_ontvangen(toeslag_id=toeslag.pk, versie=None, op=VANDAAG, **wie)
    assert (klaar.ontvangen_op, toeslagregel(klaar).wacht) == (VANDAAG, False)
    with pytest.raises(Geweigerd, match="al ontvangen"):
        toeslag_afwijzen(toeslag_id=toeslag.pk, versie=None, op=VANDAAG, **wie)

    terug = toeslag_terugzetten(toeslag_id=toeslag.pk, versie=None, **wie)

    assert toeslagregel(terug).wacht is True


def test_after_a_refusal_it_can_be_asked_for_again(toeslag, wie):
    with pytest.raises(Geweigerd, match="staat er al"):
        toeslag_aanvragen(uitkering_id=toeslag.uitkering_id, gegevens=gegevens(), **wie)
    toeslag_afwijzen(toeslag_id=toeslag.pk, versie=None, op=VANDAAG, **wie)

    toeslag_aanvragen(uitkering_id=toeslag.uitkering_id, gegevens=gegevens(), **wie)

    assert Toeslag.objects.count() == 2
    with pytest.raises(Geweigerd, match="intussen opnieuw"):
        toeslag_terugzetten(toeslag_id=toeslag.pk, versie=None, **wie)


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"aangevraagd_op": date(2026, 3, 3)}, "aangevraagd_op"),
        ({"bedrag": Decimal(0)}, "bedrag"),
        ({"bedrag": Decimal("1500.01")}, "bedrag"),
    ],
)
def test_an_allowance_that_cannot_be_right_is_refused(administratie, wie, velden, veld):
    huishouden = een_huishouden(door=administratie)

    with pytest.raises(Geweigerd) as fout:
        toeslag_aanvragen(uitkering_id=huishouden.pk, gegevens=gegevens(**velden), **wie)

    assert fout.value.veld == veld


def test_it_is_not_received_before_it_was_asked_for(toeslag, wie):
    with pytest.raises(Geweigerd, match="pas op 02-03-2026 aangevraagd"):
        toeslag_ontvangen(toeslag_id=toeslag.pk, versie=None, op=date(2026, 3, 1), **wie)

"""Fixed costs of a household: added, changed, handed over, left out."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Taak
from ontzorgen.enums import Zelfstandigheid
from ontzorgen.models import Lastbedrag, VasteLast
from ontzorgen.queries.lastentab import lastentab
from ontzorgen.queries.lastpagina import lastpagina
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.crediteuren import crediteur_stoppen
from ontzorgen.services.lasten import (
    bedrag_wijzigen,
    contract_beeindigen,
    last_weglaten,
    laten_meekijken,
    overdragen,
    toch_betalen,
    weer_betalen,
    zelfstandig,
)
from tests.factories import NU, VANDAAG
from tests.ontzorgen.fabriek import (
    BEGIN,
    MAART,
    betaalregels,
    een_batch,
    een_crediteur,
    een_huishouden,
    een_last,
    tot_akkoord,
)
from wet.ontzorgen import Lastsoort

pytestmark = pytest.mark.django_db

APRIL, MEI = date(2026, 4, 1), date(2026, 5, 1)


@pytest.fixture
def wie(administratie):
    betaalregels()
    return {"door": administratie, "nu": NU}


@pytest.fixture
def huishouden(administratie):
    return een_huishouden(door=administratie)


@pytest.fixture
def last(huishouden, administratie, wie):
    return een_last(huishouden, door=administratie)


def bedragen(last):
    rijen = Lastbedrag.objects.filter(last=last)
    return [(b.start_op, b.eind_op, b.maand_bedrag) for b in rijen.order_by("start_op")]


def taken(huishouden):
    rijen = Taak.objects.filter(inburgeraar=huishouden.inburgeraar_id, status="open")
    return set(rijen.filter(soort__startswith="ontzorgen").values_list("soort", "voor"))


def betaald(administratie):
    batch = tot_akkoord(een_batch(door=administratie), door=administratie)
    aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)


# --- Adding ---------------------------------------------------------------------------------------
def test_a_cost_begins_with_its_amount(last):
    assert (last.status, last.betalen_vanaf) == (Zelfstandigheid.WIJ_BETALEN, MAART)
    assert bedragen(last) == [(date(2026, 2, 1), None, Decimal("612.40"))]


def test_a_household_without_costs_is_a_task_that_ends_with_the_first(
    huishouden, administratie, wie
):
    voor = taken(huishouden)

    een_last(huishouden, door=administratie)

    assert voor == {("ontzorgen_lasten", "administratie")}
    assert taken(huishouden) == set()


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"bedrag": "0.00"}, "bedrag"),
        ({"bedrag": "5000.01"}, "bedrag"),
        ({"eind_op": BEGIN - timedelta(days=1)}, "eind_op"),
        ({"betalen_vanaf": date(2026, 1, 31)}, "betalen_vanaf"),
        ({"soort": Lastsoort.ANDERE_VERZEKERING}, "akkoord_op"),
        (
            {"soort": Lastsoort.ANDERS, "akkoord_op": VANDAAG + timedelta(days=1)},
            "akkoord_op",
        ),
    ],
)
def test_what_cannot_be_right_is_refused_by_the_field(huishouden, administratie, velden, veld):
    with pytest.raises(Geweigerd) as fout:
        een_last(huishouden, door=administratie, **velden)

    assert fout.value.veld == veld
    assert not VasteLast.objects.exists()


def test_the_same_cost_twice_is_refused(huishouden, administratie):
    crediteur = een_crediteur()
    een_last(huishouden, door=administratie, crediteur=crediteur, kenmerk="H1")

    with pytest.raises(Geweigerd, match="staat er al") as fout:
        een_last(huishouden, door=administratie, crediteur=crediteur, kenmerk="H1")

    assert fout.value.veld == "kenmerk"


def test_a_creditor_that_stopped_gets_no_new_cost(huishouden, administratie, wie):
    crediteur = een_crediteur()
    crediteur_stoppen(crediteur_id=crediteur.pk, versie=None, op=VANDAAG, **wie)

    with pytest.raises(Geweigerd, match="gestopt"):
        een_last(huishouden, door=administratie, crediteur=crediteur)


# --- Amounts --------------------------------------------------------------------------------------
def test_another_amount_ends_the_one_before(last, wie):
    bedrag_wijzigen(last_id=last.pk, versie=None, vanaf=APRIL, bedrag=Decimal("640.00"), **wie)

    assert bedragen(last) == [
        (date(2026, 2, 1), date(2026, 3, 31), Decimal("612.40")),
        (APRIL, None, Decimal("640.00")),
    ]
    regel = lastpagina(last, op=VANDAAG).regel
    assert (regel.nu, regel.straks.maand_bedrag) == (Decimal("612.40"), Decimal("640.00"))


def test_an_earlier_amount_replaces_what_was_to_come(last, wie):
    bedrag_wijzigen(last_id=last.pk, versie=None, vanaf=MEI, bedrag=Decimal("650.00"), **wie)

    bedrag_wijzigen(last_id=last.pk, versie=None, vanaf=APRIL, bedrag=Decimal("640.00"), **wie)

    assert bedragen(last)[-1] == (APRIL, None, Decimal("640.00"))
    assert len(bedragen(last)) == 2


def test_a_month_that_was_paid_keeps_its_amount(last, wie, administratie):
    betaald(administratie)

    with pytest.raises(Geweigerd, match=r"Tot en met maart 2026 is al betaald.*correctie") as fout:
        bedrag_wijzigen(last_id=last.pk, versie=None, vanaf=MAART, bedrag=Decimal("640.00"), **wie)

    assert fout.value.veld == "vanaf"


def test_who_saw_an_older_version_is_told(last, wie):
    gezien = last.versie
    bedrag_wijzigen(last_id=last.pk, versie=gezien, vanaf=APRIL, bedrag=Decimal("640.00"), **wie)

    with pytest.raises(Gewijzigd):
        overdragen(last_id=last.pk, versie=gezien, vanaf=APRIL, **wie)


def test_a_contract_does_not_end_before_what_was_paid(last, wie, administratie):
    betaald(administratie)

    with pytest.raises(Geweigerd, match="al betaald"):
        contract_beeindigen(last_id=last.pk, versie=None, eind_op=date(2026, 2, 28), **wie)
    contract_beeindigen(last_id=last.pk, versie=None, eind_op=date(2026, 3, 15), **wie)

    last.refresh_from_db()
    assert last.eind_op == date(2026, 3, 15)


# --- To independence ------------------------------------------------------------------------------
def test_the_four_steps_and_back(last, wie):
    laten_meekijken(last_id=last.pk, versie=None, **wie)
    overdragen(last_id=last.pk, versie=None, vanaf=APRIL, **wie)
    klaar = zelfstandig(last_id=last.pk, versie=None, **wie)
    assert (klaar.status, klaar.zelf_vanaf) == (Zelfstandigheid.ZELFSTANDIG, APRIL)

    terug = weer_betalen(last_id=last.pk, versie=None, reden="Er kwam een aanmaning.", **wie)

    assert (terug.status, terug.zelf_vanaf, terug.betalen_vanaf) == (
        Zelfstandigheid.WIJ_BETALEN,
        None,
        MAART,
    )


def test_what_was_still_to_be_handed_over_is_paid_as_before(huishouden, administratie, wie):
    last = een_last(huishouden, door=administratie, betalen_vanaf=date(2026, 2, 1))
    overdragen(last_id=last.pk, versie=None, vanaf=APRIL, **wie)

    terug = weer_betalen(last_id=last.pk, versie=None, reden="Nog te vroeg.", **wie)

    assert terug.betalen_vanaf == date(2026, 2, 1)


def test_a_month_paid_by_the_household_is_not_paid_by_us_afterwards(huishouden, administratie, wie):
    last = een_last(huishouden, door=administratie, betalen_vanaf=date(2026, 2, 1))
    overdragen(last_id=last.pk, versie=None, vanaf=date(2026, 2, 1), **wie)

    terug = weer_betalen(last_id=last.pk, versie=None, reden="Er kwam een aanmaning.", **wie)

    assert terug.betalen_vanaf == MAART


def test_a_step_is_not_skipped(last, wie):
    with pytest.raises(Geweigerd, match="Dit kan niet"):
        zelfstandig(last_id=last.pk, versie=None, **wie)


def test_handing_over_waits_for_the_month_after_what_was_paid(last, wie, administratie):
    betaald(administratie)

    with pytest.raises(Geweigerd, match="Kies een latere maand"):
        overdragen(last_id=last.pk, versie=None, vanaf=MAART, **wie)


# --- Left out -------------------------------------------------------------------------------------
def weglaten(huishouden, wie, soort=Lastsoort.ENERGIE_EN_WATER, reden="De huur is inclusief."):
    return last_weglaten(
        uitkering_id=huishouden.pk, soort=soort, start_op=BEGIN, reden=reden, **wie
    )


def test_a_cost_that_is_left_out_counts_as_recorded(huishouden, administratie, wie):
    weglaten(huishouden, wie)

    tab = lastentab(huishouden.inburgeraar, huishouden, voor=administratie, op=VANDAAG)

    assert [last.weggelaten_reden for last in tab.weggelaten] == ["De huur is inclusief."]
    assert tab.ontbreekt == [Lastsoort.HUUR, Lastsoort.ZORGVERZEKERING]
    assert taken(huishouden) == set()


def test_leaving_out_asks_for_a_reason_and_a_cost_of_the_law(huishouden, wie, last):
    with pytest.raises(Geweigerd):
        weglaten(huishouden, wie, reden=" ")
    with pytest.raises(Geweigerd, match="De wet noemt deze last niet"):
        weglaten(huishouden, wie, soort=Lastsoort.ANDERS)
    with pytest.raises(Geweigerd, match="betalen wij nu"):
        weglaten(huishouden, wie, soort=Lastsoort.HUUR)


def test_what_is_left_out_is_not_paid_until_that_is_undone(huishouden, administratie, wie):
    rij = weglaten(huishouden, wie)
    with pytest.raises(Geweigerd, match="Draai dat eerst terug"):
        een_last(huishouden, door=administratie, soort=Lastsoort.ENERGIE_EN_WATER)
    with pytest.raises(Geweigerd, match="al vastgelegd"):
        weglaten(huishouden, wie)
    with pytest.raises(Geweigerd, match="betalen wij niet"):
        laten_meekijken(last_id=rij.pk, versie=None, **wie)

    toch_betalen(last_id=rij.pk, versie=None, reden="Toch niet inclusief.", **wie)

    nieuw = een_last(huishouden, door=administratie, soort=Lastsoort.ENERGIE_EN_WATER)
    assert list(VasteLast.objects.all()) == [nieuw]


def test_a_cost_that_is_paid_was_not_left_out(last, wie):
    with pytest.raises(Geweigerd, match="niet weggelaten"):
        toch_betalen(last_id=last.pk, versie=None, reden="Vergissing.", **wie)

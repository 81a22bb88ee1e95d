"""Going on after the six months: agreed and signed, never by itself."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from inburgering.datums import AMSTERDAM
from inburgering.geweigerd import Geweigerd
from ontzorgen.enums import EindeReden, VoortzettingStatus
from ontzorgen.models import Betaling, Voortzetting
from ontzorgen.policies.perioden import Bijstand
from ontzorgen.policies.voortzetting import VoortzettingGegevens
from ontzorgen.services.bijstand import bijstand_corrigeren
from ontzorgen.services.perioden import ontzorgen_beeindigen
from ontzorgen.services.voortzetting import (
    voortzetten,
    voortzetting_beeindigen,
    voortzetting_intrekken,
)
from tests.factories import NU
from tests.ontzorgen.fabriek import BEGIN, betaalregels, een_batch, een_huishouden, een_last

pytestmark = pytest.mark.django_db

EINDE, DAARNA = date(2026, 8, 17), date(2026, 8, 18)
AUGUSTUS = datetime(2026, 8, 10, 9, 30, tzinfo=AMSTERDAM)
OKTOBER = datetime(2026, 10, 5, 9, 30, tzinfo=AMSTERDAM)


@pytest.fixture
def huishouden(administratie):
    betaalregels()
    return een_huishouden(door=administratie)


def gegevens(**velden):
    gewoon = {
        "start_op": DAARNA,
        "eind_op": date(2026, 11, 30),
        "overeenkomst_op": date(2026, 8, 7),
        "reden": "De administratie is nog te veel.",
    }
    return VoortzettingGegevens(**(gewoon | velden))


def zet_voort(huishouden, door, nu=AUGUSTUS, **velden):
    return voortzetten(uitkering_id=huishouden.pk, gegevens=gegevens(**velden), door=door, nu=nu)


def test_it_follows_on_and_the_month_is_paid_whole(huishouden, administratie):
    een_last(huishouden, door=administratie, betalen_vanaf=date(2026, 8, 1))

    zet_voort(huishouden, administratie)
    een_batch(door=administratie, maand=date(2026, 8, 1), nu=AUGUSTUS)

    assert str(Betaling.objects.get().bedrag) == "612.40"


@pytest.mark.parametrize("dag", [date(2026, 9, 1), date(2026, 12, 1)])
def test_it_may_begin_in_a_later_month(huishouden, administratie, dag):
    rij = zet_voort(huishouden, administratie, start_op=dag, eind_op=date(2027, 3, 31))

    assert rij.status == VoortzettingStatus.LOPEND


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"start_op": EINDE}, "start_op"),
        ({"start_op": date(2026, 8, 25)}, "start_op"),
        ({"start_op": date(2026, 9, 15)}, "start_op"),
        ({"eind_op": date(2026, 8, 17)}, "eind_op"),
        ({"eind_op": date(2027, 8, 18)}, "eind_op"),
        ({"overeenkomst_op": date(2026, 8, 11)}, "overeenkomst_op"),
    ],
)
def test_what_is_not_agreed_so_is_refused_by_the_field(huishouden, administratie, velden, veld):
    with pytest.raises(Geweigerd) as fout:
        zet_voort(huishouden, administratie, **velden)

    assert fout.value.veld == veld
    assert "56a" not in fout.value.reden


def test_a_year_is_the_longest(huishouden, administratie):
    rij = zet_voort(huishouden, administratie, eind_op=date(2027, 8, 17))

    assert rij.eind_op == date(2027, 8, 17)


def test_it_asks_why(huishouden, administratie):
    with pytest.raises(Geweigerd):
        zet_voort(huishouden, administratie, reden=" ")


def test_signed_after_it_began_is_refused(huishouden, administratie):
    with pytest.raises(Geweigerd, match="voordat de voortzetting begint"):
        zet_voort(huishouden, administratie, nu=OKTOBER, overeenkomst_op=date(2026, 9, 1))


def test_not_twice_in_the_same_days(huishouden, administratie):
    zet_voort(huishouden, administratie)

    with pytest.raises(Geweigerd, match="Er is al een voortzetting"):
        zet_voort(huishouden, administratie, start_op=date(2026, 9, 1))


def test_nothing_goes_on_without_a_period_that_was_arranged(administratie):
    huishouden = een_huishouden(door=administratie, geregeld=False)

    with pytest.raises(Geweigerd, match="nog niet ontzorgd"):
        zet_voort(huishouden, administratie)


def test_nothing_goes_on_without_bijstand(huishouden, administratie):
    bijstand_corrigeren(
        uitkering_id=huishouden.pk,
        versie=None,
        bijstand=Bijstand(start_op=BEGIN, eind_op=date(2026, 9, 30)),
        door=administratie,
        nu=NU,
    )

    with pytest.raises(Geweigerd, match="niets om van te betalen"):
        zet_voort(huishouden, administratie, start_op=date(2026, 10, 1))


def test_after_an_early_end_it_follows_that_day(huishouden, administratie):
    ontzorgen_beeindigen(
        periode_id=huishouden.ontzorgperiode.pk,
        versie=None,
        reden=EindeReden.ANDERS,
        op=date(2026, 7, 31),
        door=administratie,
        nu=AUGUSTUS,
    )

    rij = zet_voort(
        huishouden,
        administratie,
        start_op=date(2026, 8, 1),
        overeenkomst_op=date(2026, 7, 30),
    )

    assert rij.start_op == date(2026, 8, 1)


def test_stopping_leaves_room_for_another(huishouden, administratie):
    rij = zet_voort(huishouden, administratie)
    wie = {"door": administratie, "nu": OKTOBER}

    gestopt = voortzetting_beeindigen(
        voortzetting_id=rij.pk, versie=None, op=date(2026, 9, 30), reden="Gaat goed.", **wie
    )
    with pytest.raises(Geweigerd, match="al beëindigd"):
        voortzetting_beeindigen(
            voortzetting_id=rij.pk, versie=None, op=date(2026, 9, 30), reden="Weer.", **wie
        )
    zet_voort(huishouden, administratie, start_op=date(2026, 10, 1))

    assert (gestopt.status, gestopt.eind_op) == (VoortzettingStatus.BEEINDIGD, date(2026, 9, 30))
    assert Voortzetting.objects.count() == 2


def test_stopping_outside_its_days_is_refused(huishouden, administratie):
    rij = zet_voort(huishouden, administratie)

    with pytest.raises(Geweigerd, match="loopt van"):
        voortzetting_beeindigen(
            voortzetting_id=rij.pk,
            versie=None,
            op=EINDE,
            reden="Vergissing.",
            door=administratie,
            nu=OKTOBER,
        )


def test_before_it_begins_it_can_be_taken_back(huishouden, administratie):
    rij = zet_voort(huishouden, administratie)

    voortzetting_intrekken(
        voortzetting_id=rij.pk, versie=None, reden="Toch niet.", door=administratie, nu=AUGUSTUS
    )

    assert not Voortzetting.objects.exists()


def test_what_began_is_not_taken_back(huishouden, administratie):
    rij = zet_voort(huishouden, administratie)

    with pytest.raises(Geweigerd, match="al begonnen"):
        voortzetting_intrekken(
            voortzetting_id=rij.pk, versie=None, reden="Toch niet.", door=administratie, nu=OKTOBER
        )

"""Paying beside the monthly term, and what is done about a payment that failed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from inburgering.geweigerd import Geweigerd
from inburgering.models import Taak
from ontzorgen.enums import BetalingSoort
from ontzorgen.models import Betaalverzoek, Betaling
from ontzorgen.policies.verzoeken import VerzoekGegevens
from ontzorgen.queries.tekorten import mislukt
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.bank import storno_vastleggen
from ontzorgen.services.lasten import bedrag_wijzigen
from ontzorgen.services.verzoeken import (
    herstellen,
    niet_herstellen,
    verzoek_doen,
    verzoek_intrekken,
)
from tests.factories import NU, VANDAAG
from tests.ontzorgen.fabriek import (
    MAART,
    betaalregels,
    een_batch,
    een_huishouden,
    een_last,
    tot_akkoord,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def wie(administratie):
    betaalregels()
    return {"door": administratie, "nu": NU}


@pytest.fixture
def last(administratie, wie):
    return een_last(een_huishouden(door=administratie), door=administratie)


@pytest.fixture
def betaling(last, administratie, wie):
    """The term of March, on its way to the bank."""
    batch = tot_akkoord(een_batch(door=administratie), door=administratie)
    aanbieden(batch_id=batch.pk, versie=None, **wie)
    return Betaling.objects.get(last=last)


def vraag(last, wie, **velden):
    gewoon = {
        "maand": MAART,
        "soort": BetalingSoort.CORRECTIE,
        "bedrag": Decimal("10.00"),
        "reden": "De huur ging omhoog.",
    }
    gegevens = VerzoekGegevens(**(gewoon | velden))
    return verzoek_doen(last_id=last.pk, gegevens=gegevens, **wie)


def storno(betaling, wie):
    return storno_vastleggen(betaling_id=betaling.pk, versie=None, op=VANDAAG, code="AC04", **wie)


def taken(last):
    rijen = Taak.objects.filter(inburgeraar=last.uitkering.inburgeraar_id, status="open")
    return list(rijen.filter(soort="ontzorgen_mislukt").values_list("titel", flat=True))


def test_no_more_than_what_is_open(last, betaling, wie):
    with pytest.raises(Geweigerd, match=r"nog € 0,00 open"):
        vraag(last, wie)


def test_a_month_whose_term_still_comes_is_not_paid_beside_it(last, wie):
    with pytest.raises(Geweigerd, match="komt de termijn vanzelf") as fout:
        vraag(last, wie)

    assert fout.value.veld == "maand"


def test_a_month_to_come_is_refused(last, betaling, wie):
    with pytest.raises(Geweigerd, match="moet nog komen"):
        vraag(last, wie, maand=date(2026, 4, 1))


def test_what_came_back_is_a_task_until_it_is_paid_again(last, betaling, wie):
    storno(betaling, wie)
    voor = taken(last)

    verzoek = herstellen(betaling_id=betaling.pk, reden="Rekening hersteld.", **wie)

    assert voor == ["Mislukte betaling: huur maart 2026"]
    assert (taken(last), list(mislukt())) == ([], [])
    assert (verzoek.soort, verzoek.bedrag, verzoek.herstelt) == (
        BetalingSoort.NABETALING,
        Decimal("612.40"),
        betaling,
    )
    with pytest.raises(Geweigerd, match="Dat kan één keer"):
        herstellen(betaling_id=betaling.pk, reden="Nog eens.", **wie)


def test_paid_again_exactly_once_in_the_next_batch(last, betaling, wie, administratie):
    storno(betaling, wie)
    herstellen(betaling_id=betaling.pk, reden="Rekening hersteld.", **wie)

    een_batch(door=administratie)

    rijen = Betaling.objects.filter(last=last).order_by("pk")
    assert [(b.soort, b.bedrag) for b in rijen] == [
        ("termijn", Decimal("612.40")),
        ("nabetaling", Decimal("612.40")),
    ]


def test_not_again_has_a_reason_and_ends_the_task(last, betaling, wie):
    storno(betaling, wie)
    with pytest.raises(Geweigerd):
        niet_herstellen(betaling_id=betaling.pk, versie=None, reden=" ", **wie)

    niet_herstellen(betaling_id=betaling.pk, versie=None, reden="Was al betaald.", **wie)

    assert taken(last) == []
    with pytest.raises(Geweigerd, match="niet opnieuw wordt betaald"):
        herstellen(betaling_id=betaling.pk, reden="Toch.", **wie)


def test_what_arrived_is_not_paid_again(betaling, wie):
    with pytest.raises(Geweigerd, match="niet geweigerd"):
        herstellen(betaling_id=betaling.pk, reden="Voor de zekerheid.", **wie)


def test_taken_back_it_can_be_asked_for_again(last, betaling, wie):
    storno(betaling, wie)
    verzoek = herstellen(betaling_id=betaling.pk, reden="Rekening hersteld.", **wie)

    verzoek_intrekken(verzoek_id=verzoek.pk, versie=None, **wie)

    assert taken(last) == ["Mislukte betaling: huur maart 2026"]
    with pytest.raises(Geweigerd, match="al ingetrokken"):
        verzoek_intrekken(verzoek_id=verzoek.pk, versie=None, **wie)
    herstellen(betaling_id=betaling.pk, reden="Nu wel.", **wie)
    assert Betaalverzoek.objects.filter(ingetrokken_op=None).count() == 1


def test_what_stands_ready_is_not_taken_back(last, betaling, wie, administratie):
    storno(betaling, wie)
    verzoek = herstellen(betaling_id=betaling.pk, reden="Rekening hersteld.", **wie)
    tot_akkoord(een_batch(door=administratie), door=administratie)

    with pytest.raises(Geweigerd, match="klaarstaat of onderweg"):
        verzoek_intrekken(verzoek_id=verzoek.pk, versie=None, **wie)


def test_a_correction_after_another_amount(last, betaling, wie):
    """The month that was paid keeps its amount, so nothing more is open."""
    bedrag_wijzigen(
        last_id=last.pk,
        versie=None,
        vanaf=date(2026, 4, 1),
        bedrag=Decimal("640.00"),
        **wie,
    )

    with pytest.raises(Geweigerd, match=r"nog € 0,00 open"):
        vraag(last, wie, bedrag=Decimal("27.60"))

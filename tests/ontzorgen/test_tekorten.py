"""What could not be paid: in sight until it is solved, paid after all, or asked for."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from inburgering.datums import AMSTERDAM
from inburgering.geweigerd import Geweigerd
from inburgering.models import Taak
from medewerkers.enums import Rol
from ontzorgen.enums import BetalingSoort, TekortOplossing, TekortReden
from ontzorgen.models import Betaalverzoek, Crediteurrekening, Tekortoplossing
from ontzorgen.policies.verzoeken import VerzoekGegevens
from ontzorgen.queries.tekorten import open_tekorten
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.batch import weggooien
from ontzorgen.services.crediteuren import rekening_bevestigen
from ontzorgen.services.tekorten import tekort_heropenen, tekort_oplossen
from ontzorgen.services.verzoeken import verzoek_doen, verzoek_intrekken
from tests.factories import NU, MedewerkerFactory
from tests.ontzorgen.fabriek import (
    IBANS,
    MAART,
    betaalregels,
    een_batch,
    een_crediteur,
    een_huishouden,
    een_last,
    tot_akkoord,
)

pytestmark = pytest.mark.django_db

APRIL = date(2026, 4, 1)
IN_MAART = datetime(2026, 3, 20, 9, 30, tzinfo=AMSTERDAM)


@pytest.fixture
def wie(administratie):
    betaalregels()
    return {"door": administratie, "nu": NU}


@pytest.fixture
def kort(administratie, wie):
    """A rent of 700 that a bijstand of 900 (less 260 to live on) pays up to 640."""
    huishouden = een_huishouden(door=administratie, netto="900.00")
    return een_last(huishouden, door=administratie, bedrag="700.00")


def open_(last):
    return [(r.tekort.maand, r.open, r.tekort.reden) for r in open_tekorten(_dossiers(last))]


def _dossiers(last):
    return [last.uitkering.inburgeraar_id]


def taken(last):
    rijen = Taak.objects.filter(inburgeraar=last.uitkering.inburgeraar_id, status="open")
    return list(rijen.filter(soort="ontzorgen_tekort").values_list("titel", "waarom"))


def los_op(last, wie, oplossing=TekortOplossing.BIJZONDER, toelichting=""):
    return tekort_oplossen(
        last_id=last.pk, maand=MAART, oplossing=oplossing, toelichting=toelichting, **wie
    )


def test_what_is_short_is_in_sight_and_a_task(kort, administratie):
    een_batch(door=administratie)

    assert open_(kort) == [(MAART, Decimal("60.00"), TekortReden.BIJSTAND)]
    assert taken(kort) == [
        (
            "Tekort oplossen: huur maart 2026",
            "€ 60,00 te kort. De bijstand is niet genoeg.",
        )
    ]


def test_solving_ends_the_task_and_reopening_brings_it_back(kort, administratie, wie):
    een_batch(door=administratie)

    oplossing = los_op(kort, wie)
    opgelost = (open_(kort), taken(kort))
    tekort_heropenen(oplossing_id=oplossing.pk, versie=None, reden="Toch niet.", **wie)

    assert opgelost == ([], [])
    assert len(open_(kort)) == len(taken(kort)) == 1


def test_solving_asks_for_words_when_it_is_something_else(kort, administratie, wie):
    een_batch(door=administratie)

    with pytest.raises(Geweigerd, match="in een paar woorden") as fout:
        los_op(kort, wie, TekortOplossing.ANDERS)

    assert fout.value.veld == "toelichting"
    assert not Tekortoplossing.objects.exists()


def test_nothing_short_is_not_solved_and_nothing_twice(kort, administratie, wie):
    with pytest.raises(Geweigerd, match="geen tekort"):
        los_op(kort, wie)
    een_batch(door=administratie)
    los_op(kort, wie)
    with pytest.raises(Geweigerd, match="al opgelost"):
        los_op(kort, wie)


def test_paying_it_later_asks_for_what_is_open(kort, administratie, wie):
    een_batch(door=administratie)

    oplossing = los_op(kort, wie, TekortOplossing.NABETALING)

    verzoek = Betaalverzoek.objects.get()
    assert (verzoek.soort, verzoek.bedrag) == (BetalingSoort.NABETALING, Decimal("60.00"))
    with pytest.raises(Geweigerd, match="al een betaling gevraagd"):
        tekort_heropenen(oplossing_id=oplossing.pk, versie=None, reden="Toch niet.", **wie)


def test_asking_for_it_apart_closes_it_too_until_that_is_taken_back(kort, administratie, wie):
    een_batch(door=administratie)
    verzoek = verzoek_doen(
        last_id=kort.pk,
        gegevens=VerzoekGegevens(
            maand=MAART,
            soort=BetalingSoort.NABETALING,
            bedrag=Decimal("40.00"),
            reden="Voorschot kwam binnen.",
        ),
        **wie,
    )
    deels = open_(kort)

    verzoek_intrekken(verzoek_id=verzoek.pk, versie=None, **wie)

    assert deels == [(MAART, Decimal("20.00"), TekortReden.BIJSTAND)]
    assert open_(kort) == [(MAART, Decimal("60.00"), TekortReden.BIJSTAND)]


def test_an_account_that_is_confirmed_later_is_paid_and_no_longer_short(administratie, wie):
    huishouden = een_huishouden(door=administratie)
    crediteur = een_crediteur(bevestigd=False)
    last = een_last(huishouden, door=administratie, crediteur=crediteur)
    ander = een_last(huishouden, door=administratie, bedrag="100.00")
    batch = tot_akkoord(een_batch(door=administratie), door=administratie)
    aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)
    voor = open_(last)
    rekening_bevestigen(
        rekening_id=Crediteurrekening.objects.get(crediteur=crediteur).pk,
        versie=None,
        laatste_tekens=IBANS[0][-4:],
        door=MedewerkerFactory(rol=Rol.ADMINISTRATIE),
        nu=IN_MAART,
    )

    een_batch(door=administratie, maand=APRIL, nu=IN_MAART)

    assert voor == [(MAART, Decimal("612.40"), TekortReden.REKENING)]
    assert open_(last) == open_(ander) == []


def test_each_month_that_is_short_shows_once(kort, administratie):
    batch = tot_akkoord(een_batch(door=administratie), door=administratie)
    aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)

    een_batch(door=administratie, maand=APRIL, nu=IN_MAART)

    assert [(maand, bedrag) for maand, bedrag, _reden in open_(kort)] == [
        (MAART, Decimal("60.00")),
        (APRIL, Decimal("60.00")),
    ]


def test_a_batch_that_was_thrown_away_leaves_nothing_short(kort, administratie, wie):
    batch = een_batch(door=administratie)

    weggooien(batch_id=batch.pk, versie=None, reden="Verkeerde maand.", **wie)

    assert (open_(kort), taken(kort)) == ([], [])


@pytest.mark.parametrize("aantal", [1, 3])
def test_it_costs_as_many_queries_for_one_as_for_three(
    administratie, wie, aantal, django_assert_num_queries
):
    for _ in range(aantal):
        huishouden = een_huishouden(door=administratie, netto="900.00")
        een_last(huishouden, door=administratie, bedrag="700.00")
    een_batch(door=administratie)

    with django_assert_num_queries(3):
        gevonden = open_tekorten()

    assert len(gevonden) == aantal

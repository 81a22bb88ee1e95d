"""A batch of payments: built from the facts, sealed, approved by another, offered once."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from lxml import etree

from inburgering.datums import AMSTERDAM
from inburgering.geweigerd import Geweigerd
from medewerkers.enums import Rol
from ontzorgen.enums import BatchStatus, BetalingStatus, EindeReden, TekortReden
from ontzorgen.models import Batchpersoon, Betaalbatch, Betaling, Tekort
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.batch import akkoord_geven, klaarzetten, terugnemen, weggooien
from ontzorgen.services.bouwen import batch_maken, batch_van_de_maand, bouw_vragen, bouwen
from ontzorgen.services.lasten import bedrag_wijzigen, overdragen
from ontzorgen.services.perioden import ontzorgen_beeindigen
from tests.factories import NU, MedewerkerFactory
from tests.ontzorgen.fabriek import (
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

APRIL = date(2026, 4, 1)
IN_MAART = datetime(2026, 3, 20, 9, 30, tzinfo=AMSTERDAM)


def regels_van(batch):
    rijen = Betaling.objects.filter(batch=batch).order_by("last__soort", "maand")
    return [(b.last.soort, b.maand, b.bedrag) for b in rijen]


def herbouw(batch, door, nu=NU):
    bouw_vragen(batch_id=batch.pk, versie=None, door=door, nu=nu)
    return bouwen(batch_id=batch.pk, nu=nu)


@pytest.fixture(autouse=True)
def regels(db):
    return betaalregels()


@pytest.fixture
def huishouden(administratie):
    return een_huishouden(door=administratie)


def test_a_batch_holds_a_term_for_every_cost(huishouden, administratie):
    een_last(huishouden, door=administratie)
    een_last(huishouden, door=administratie, soort=Lastsoort.ZORGVERZEKERING, bedrag="142.50")

    batch = een_batch(door=administratie)

    assert regels_van(batch) == [
        ("huur", MAART, Decimal("612.40")),
        ("zorgverzekering", MAART, Decimal("142.50")),
    ]
    assert (batch.aantal, batch.totaal_bedrag) == (2, Decimal("754.90"))
    assert batch.verwerken_op == date(2026, 3, 3)


def test_building_again_changes_nothing(huishouden, administratie):
    een_last(huishouden, door=administratie)
    batch = een_batch(door=administratie)
    voor = list(Betaling.objects.values_list("pk", "versie"))

    herbouw(batch, administratie)

    assert list(Betaling.objects.values_list("pk", "versie")) == voor


def test_rent_of_the_first_month_goes_by_the_day(huishouden, administratie):
    """The right began on 18 February: 11 of 28 days, and the whole of March."""
    een_last(huishouden, door=administratie, betalen_vanaf=date(2026, 2, 1))

    batch = een_batch(door=administratie)

    assert regels_van(batch) == [
        ("huur", date(2026, 2, 1), Decimal("240.59")),
        ("huur", MAART, Decimal("612.40")),
    ]


def test_what_was_paid_in_another_batch_is_not_paid_again(huishouden, administratie):
    een_last(huishouden, door=administratie)
    aanbieden(
        batch_id=tot_akkoord(een_batch(door=administratie), door=administratie).pk,
        versie=None,
        door=administratie,
        nu=NU,
    )

    volgende = een_batch(door=administratie, maand=APRIL, nu=IN_MAART)

    assert regels_van(volgende) == [("huur", APRIL, Decimal("612.40"))]


def test_when_the_bijstand_is_short_the_order_decides_and_the_rest_shows(administratie):
    huishouden = een_huishouden(door=administratie, netto="980.00")
    een_last(huishouden, door=administratie, soort=Lastsoort.ZORGVERZEKERING, bedrag="142.50")
    een_last(huishouden, door=administratie, bedrag="700.00")

    batch = een_batch(door=administratie)

    assert regels_van(batch) == [
        ("huur", MAART, Decimal("700.00")),
        ("zorgverzekering", MAART, Decimal("20.00")),
    ]
    (tekort,) = Tekort.objects.all()
    assert (tekort.bedrag, tekort.reden) == (Decimal("122.50"), TekortReden.BIJSTAND)


def test_an_account_that_nobody_confirmed_holds_the_line_in_sight(huishouden, administratie):
    een_last(huishouden, door=administratie, crediteur=een_crediteur(bevestigd=False))

    batch = een_batch(door=administratie)

    assert regels_van(batch) == []
    (tekort,) = Tekort.objects.filter(batch=batch)
    assert (tekort.bedrag, tekort.reden) == (Decimal("612.40"), TekortReden.REKENING)


def test_without_the_machtiging_nothing_is_paid(administratie):
    huishouden = een_huishouden(door=administratie, geregeld=False)
    een_last(huishouden, door=administratie)

    assert regels_van(een_batch(door=administratie)) == []


def test_a_period_that_was_stopped_is_not_paid_any_more(huishouden, administratie):
    een_last(huishouden, door=administratie)
    batch = een_batch(door=administratie)
    ontzorgen_beeindigen(
        periode_id=huishouden.ontzorgperiode.pk,
        versie=None,
        reden=EindeReden.VERHUISD,
        op=NU.date(),
        door=administratie,
        nu=NU,
    )

    herbouw(batch, administratie)

    assert regels_van(batch) == []


def test_what_the_household_pays_itself_is_not_paid(huishouden, administratie):
    last = een_last(huishouden, door=administratie)
    overdragen(last_id=last.pk, versie=None, vanaf=MAART, door=administratie, nu=NU)

    assert regels_van(een_batch(door=administratie)) == []


def test_making_ready_is_refused_when_the_facts_changed(huishouden, administratie):
    last = een_last(huishouden, door=administratie)
    batch = een_batch(door=administratie)
    bedrag_wijzigen(
        last_id=last.pk,
        versie=None,
        vanaf=MAART,
        bedrag=Decimal("640.00"),
        door=administratie,
        nu=NU,
    )

    with pytest.raises(Geweigerd, match="Bouw de batch opnieuw"):
        klaarzetten(batch_id=batch.pk, versie=None, door=administratie, nu=NU)


def test_who_made_it_does_not_approve_it(huishouden, administratie):
    een_last(huishouden, door=administratie)
    batch = klaarzetten(
        batch_id=een_batch(door=administratie).pk, versie=None, door=administratie, nu=NU
    )

    with pytest.raises(Geweigerd, match="iemand anders"):
        akkoord_geven(
            batch_id=batch.pk, versie=None, zegel=batch.regels_hash, door=administratie, nu=NU
        )


def test_the_database_keeps_maker_and_approver_apart(huishouden, administratie):
    een_last(huishouden, door=administratie)
    batch = een_batch(door=administratie)

    with pytest.raises(IntegrityError, match="batchpersoon_maker_of_akkoord"), transaction.atomic():
        Batchpersoon._base_manager.bulk_create(
            [
                Batchpersoon(
                    batch=batch, medewerker=administratie, rol="akkoord", at=NU, zegel="a" * 64
                )
            ]
        )


def test_another_seal_is_not_approved(huishouden, administratie):
    een_last(huishouden, door=administratie)
    batch = klaarzetten(
        batch_id=een_batch(door=administratie).pk, versie=None, door=administratie, nu=NU
    )

    with pytest.raises(Geweigerd, match="niet meer die u zag"):
        akkoord_geven(
            batch_id=batch.pk,
            versie=None,
            zegel="0" * 64,
            door=MedewerkerFactory(rol=Rol.ADMINISTRATIE),
            nu=NU,
        )


def test_above_the_amount_two_others_approve(huishouden, administratie, regels):
    betaalregels(twee_akkoorden_vanaf_bedrag=Decimal("600.00"))
    een_last(huishouden, door=administratie)
    batch = klaarzetten(
        batch_id=een_batch(door=administratie).pk, versie=None, door=administratie, nu=NU
    )
    een, twee = (MedewerkerFactory(rol=Rol.ADMINISTRATIE) for _ in range(2))

    batch = akkoord_geven(batch_id=batch.pk, versie=None, zegel=batch.regels_hash, door=een, nu=NU)
    halverwege = batch.status
    with pytest.raises(Geweigerd, match="U gaf al akkoord"):
        akkoord_geven(batch_id=batch.pk, versie=None, zegel=batch.regels_hash, door=een, nu=NU)
    batch = akkoord_geven(batch_id=batch.pk, versie=None, zegel=batch.regels_hash, door=twee, nu=NU)

    assert (halverwege, batch.status) == (BatchStatus.KLAAR, BatchStatus.AKKOORD)


def test_taking_back_undoes_every_approval(huishouden, administratie):
    een_last(huishouden, door=administratie)
    batch = tot_akkoord(een_batch(door=administratie), door=administratie)

    batch = terugnemen(
        batch_id=batch.pk, versie=None, reden="Huur klopt niet.", door=administratie, nu=NU
    )

    assert batch.status == BatchStatus.CONCEPT
    assert not Batchpersoon.objects.filter(batch=batch, rol="akkoord").exists()


def test_offering_makes_the_file_once_and_the_same(huishouden, administratie):
    een_last(huishouden, door=administratie, kenmerk="2024-0042/ß")
    batch = tot_akkoord(een_batch(door=administratie), door=administratie)

    batch = aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)

    boom = etree.fromstring(batch.bestand.inhoud)
    ns = {"p": boom.nsmap[None]}
    (betaling,) = Betaling.objects.filter(batch=batch)
    assert boom.nsmap[None].endswith("pain.001.001.09")
    assert boom.findtext(".//p:EndToEndId", namespaces=ns) == betaling.kenmerk
    assert boom.findtext(".//p:GrpHdr/p:CtrlSum", namespaces=ns) == "612.40"
    assert boom.findtext(".//p:GrpHdr/p:MsgId", namespaces=ns) == batch.bestand.bericht
    assert boom.findtext(".//p:Ustrd", namespaces=ns) == "2024-0042/ss Huur maart 2026"
    assert betaling.status == BetalingStatus.AANGEBODEN
    with pytest.raises(Geweigerd):
        aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)


def test_offering_is_refused_when_the_facts_changed_since_the_approval(huishouden, administratie):
    een_last(huishouden, door=administratie)
    batch = tot_akkoord(een_batch(door=administratie), door=administratie)
    ontzorgen_beeindigen(
        periode_id=huishouden.ontzorgperiode.pk,
        versie=None,
        reden=EindeReden.BIJSTAND,
        op=date(2026, 2, 27),
        door=administratie,
        nu=NU,
    )

    with pytest.raises(Geweigerd, match="gegevens veranderd"):
        aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)


def test_a_concept_that_is_thrown_away_leaves_its_lines_to_the_next(huishouden, administratie):
    een_last(huishouden, door=administratie)
    batch = een_batch(door=administratie)

    weggooien(batch_id=batch.pk, versie=None, reden="Te vroeg.", door=administratie, nu=NU)
    volgende = een_batch(door=administratie)

    assert volgende.nummer == 2
    assert regels_van(volgende) == [("huur", MAART, Decimal("612.40"))]


def test_a_closed_month_gets_no_batch(huishouden, administratie):
    een_last(huishouden, door=administratie)
    batch = een_batch(door=administratie, maand=APRIL, nu=IN_MAART)
    aanbieden(
        batch_id=tot_akkoord(batch, door=administratie, nu=IN_MAART).pk,
        versie=None,
        door=administratie,
        nu=IN_MAART,
    )

    with pytest.raises(Geweigerd, match="afgesloten"):
        batch_maken(maand=MAART, door=administratie, nu=IN_MAART)


def test_one_batch_at_a_time(administratie):
    batch_maken(maand=MAART, door=administratie, nu=NU)

    with pytest.raises(Geweigerd, match="nog niet aangeboden"):
        batch_maken(maand=APRIL, door=administratie, nu=NU)


def test_from_the_set_day_on_there_is_one_for_next_month(huishouden, systeem):
    een_last(huishouden, door=systeem)

    te_vroeg = batch_van_de_maand(door=systeem, nu=NU)
    eerste = batch_van_de_maand(door=systeem, nu=IN_MAART)
    tweede = batch_van_de_maand(door=systeem, nu=IN_MAART + timedelta(days=1))

    assert (te_vroeg, eerste, tweede) == (0, 1, 0)
    assert Betaalbatch.objects.get().maand == APRIL


@pytest.fixture
def systeem(db):
    from medewerkers.models import Medewerker

    return Medewerker.objects.systeem()

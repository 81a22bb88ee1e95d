"""The bank's answer: booked, refused, returned; each word once, and paid again exactly once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from inburgering.geweigerd import Geweigerd
from ontzorgen.enums import BatchStatus, BetalingSoort, BetalingStatus
from ontzorgen.models import Bankbestand, Betaalbatch, Betaalverzoek, Betaling
from ontzorgen.policies.verzoeken import VerzoekGegevens
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.bank import bankbestand_verwerken, betaald_boeken, storno_vastleggen
from ontzorgen.services.verzoeken import (
    batch_herstellen,
    herstellen,
    niet_herstellen,
    verzoek_doen,
    verzoek_intrekken,
)
from tests.factories import NU
from tests.ontzorgen.bankbestanden import (
    afboeking,
    afschrift,
    antwoord,
    terug,
    van_een_ander,
    weigering,
)
from tests.ontzorgen.fabriek import (
    MAART,
    betaalregels,
    een_batch,
    een_huishouden,
    een_last,
    tot_akkoord,
)
from tests.ontzorgen.test_batch import APRIL, IN_MAART
from wet.ontzorgen import Lastsoort

pytestmark = pytest.mark.django_db

OP = date(2026, 3, 2)


@pytest.fixture
def batch(administratie):
    """Offered, with rent and health insurance of one household."""
    betaalregels()
    huishouden = een_huishouden(door=administratie)
    een_last(huishouden, door=administratie)
    een_last(huishouden, door=administratie, soort=Lastsoort.ZORGVERZEKERING, bedrag="142.50")
    klaar = tot_akkoord(een_batch(door=administratie), door=administratie)
    return aanbieden(batch_id=klaar.pk, versie=None, door=administratie, nu=NU)


def lees(inhoud, door, nu=NU):
    return bankbestand_verwerken(naam="bank.xml", inhoud=inhoud, door=door, nu=nu)


def huur(batch):
    return Betaling.objects.get(batch=batch, last__soort="huur", soort="termijn")


def stand(batch):
    return Betaalbatch.objects.get(pk=batch.pk).status


def test_a_file_booked_in_one_sum_is_paid(batch, administratie):
    rij = lees(afschrift(afboeking(batch.bestand.bericht, Decimal("754.90"), op=OP)), administratie)

    assert set(Betaling.objects.values_list("status", "betaald_op")) == {("betaald", OP)}
    assert (rij.aantal_verwerkt, stand(batch)) == (2, BatchStatus.VERWERKT)


def test_another_sum_is_not_believed(batch, administratie):
    rij = lees(afschrift(afboeking(batch.bestand.bericht, Decimal("754.91"), op=OP)), administratie)

    assert (rij.aantal_afwijkend, stand(batch)) == (1, BatchStatus.AANGEBODEN)


def test_the_same_file_is_read_once(batch, administratie):
    inhoud = afschrift(afboeking(batch.bestand.bericht, Decimal("754.90"), op=OP))
    lees(inhoud, administratie)

    with pytest.raises(Geweigerd, match="al gelezen"):
        lees(inhoud, administratie)


def test_the_same_return_in_two_statements_is_one(batch, administratie):
    betaling = huur(batch)
    lees(afschrift(terug(betaling.kenmerk, betaling.bedrag, op=OP)), administratie)

    rij = lees(
        afschrift(terug(betaling.kenmerk, betaling.bedrag, op=OP), nummer="AFS-2"), administratie
    )

    assert (rij.aantal_bekend, rij.aantal_verwerkt) == (1, 0)


def test_a_return_is_paid_again_exactly_once(batch, administratie):
    betaling = huur(batch)
    lees(afschrift(terug(betaling.kenmerk, betaling.bedrag, op=OP)), administratie)
    herstellen(betaling_id=betaling.pk, reden="Nieuw nummer.", door=administratie, nu=NU)
    with pytest.raises(Geweigerd, match="al opnieuw gevraagd"):
        herstellen(betaling_id=betaling.pk, reden="Nog eens.", door=administratie, nu=NU)

    volgende = een_batch(door=administratie, maand=APRIL, nu=IN_MAART)

    assert list(
        Betaling.objects.filter(batch=volgende, last=betaling.last)
        .order_by("maand")
        .values_list("maand", "soort", "bedrag")
    ) == [(MAART, "nabetaling", Decimal("612.40")), (APRIL, "termijn", Decimal("612.40"))]


def test_what_is_not_paid_again_stays_so(batch, administratie):
    betaling = huur(batch)
    storno_vastleggen(
        betaling_id=betaling.pk, versie=None, op=OP, code="", door=administratie, nu=NU
    )
    niet_herstellen(
        betaling_id=betaling.pk, versie=None, reden="Verhuisd.", door=administratie, nu=NU
    )

    with pytest.raises(Geweigerd, match="niet opnieuw"):
        herstellen(betaling_id=betaling.pk, reden="Toch.", door=administratie, nu=NU)


def test_a_refused_payment_in_an_answer(batch, administratie):
    betaling = huur(batch)

    lees(antwoord(weigering(betaling.kenmerk), bericht=batch.bestand.bericht), administratie)

    betaling.refresh_from_db()
    assert (betaling.status, betaling.mislukt_code) == (BetalingStatus.GEWEIGERD, "AC01")
    assert stand(batch) == BatchStatus.AANGEBODEN


def test_after_a_refusal_the_sum_of_the_rest_is_booked(batch, administratie):
    betaling = huur(batch)
    lees(antwoord(weigering(betaling.kenmerk), bericht=batch.bestand.bericht), administratie)

    lees(afschrift(afboeking(batch.bestand.bericht, Decimal("142.50"), op=OP)), administratie)

    assert stand(batch) == BatchStatus.VERWERKT


def test_a_file_refused_as_a_whole_pays_nothing_and_can_be_paid_again(batch, administratie):
    lees(antwoord(bericht=batch.bestand.bericht, status="RJCT"), administratie)

    aantal = batch_herstellen(
        batch_id=batch.pk, reden="Bestand hersteld.", door=administratie, nu=NU
    )
    nogmaals = batch_herstellen(
        batch_id=batch.pk, reden="Bestand hersteld.", door=administratie, nu=NU
    )

    assert (stand(batch), aantal, nogmaals) == (BatchStatus.AFGEKEURD, 2, 0)


def test_a_statement_of_another_account_is_refused(batch, administratie):
    inhoud = afschrift(iban="NL91ABNA0417164300")

    with pytest.raises(Geweigerd, match="andere rekening"):
        lees(inhoud, administratie)


def test_of_what_is_not_ours_only_the_number_stays(batch, administratie):
    rij = lees(afschrift(van_een_ander(Decimal("80.00"), op=OP)), administratie)

    assert (rij.aantal_onbekend, rij.meldingen.count()) == (1, 0)


BOM = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
    b'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>'
)


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (BOM, "horen en wordt niet gelezen"),
        (b"geen xml", "geen leesbaar XML"),
        (b"<a/>", "geen antwoord"),
        (b"", "geen leesbaar XML"),
        (afschrift("<Ntry><Amt>veel</Amt><Sts>BOOK</Sts></Ntry>"), "niet te lezen"),
    ],
)
def test_a_file_that_is_no_answer_is_refused(administratie, inhoud, reden):
    with pytest.raises(Geweigerd, match=reden):
        lees(inhoud, administratie)

    assert not Bankbestand.objects.exists()


def test_by_hand_everything_under_way_is_paid(batch, administratie):
    betaald_boeken(batch_id=batch.pk, versie=None, op=OP, door=administratie, nu=NU)

    assert stand(batch) == BatchStatus.VERWERKT


def test_a_late_payment_never_exceeds_what_is_owed(batch, administratie):
    gegevens = VerzoekGegevens(
        maand=MAART, soort=BetalingSoort.NABETALING, bedrag=Decimal("1.00"), reden="Tekort."
    )

    with pytest.raises(Geweigerd, match="nog € 0,00 open"):
        verzoek_doen(last_id=huur(batch).last_id, gegevens=gegevens, door=administratie, nu=NU)


def test_a_request_that_was_withdrawn_can_be_made_again(batch, administratie):
    betaling = huur(batch)
    storno_vastleggen(
        betaling_id=betaling.pk, versie=None, op=OP, code="", door=administratie, nu=NU
    )
    verzoek = herstellen(betaling_id=betaling.pk, reden="Fout.", door=administratie, nu=NU)

    verzoek_intrekken(verzoek_id=verzoek.pk, versie=None, door=administratie, nu=NU)
    herstellen(betaling_id=betaling.pk, reden="Nu goed.", door=administratie, nu=NU)

    assert list(
        Betaalverzoek.objects.order_by("nummer").values_list("nummer", "ingetrokken_op")
    ) == [(1, NU.date()), (2, None)]

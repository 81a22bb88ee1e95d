"""How the municipality pays: kept by the functional manager, and what it does to a batch."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from inburgering.geweigerd import Geweigerd, Gewijzigd
from ontzorgen.enums import BatchStatus, PainVersie
from ontzorgen.models import Betaalregels, Betaling
from ontzorgen.policies.betaalregels import BetaalregelsGegevens
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.batch import akkoord_geven, klaarzetten
from ontzorgen.services.betaalregels import betaalregels_wijzigen
from tests.factories import NU
from tests.ontzorgen.fabriek import (
    een_batch,
    een_crediteur,
    een_huishouden,
    een_last,
    tot_akkoord,
)
from wet.ontzorgen import LaatsteMaand, Lastsoort

pytestmark = pytest.mark.django_db

GEGEVENS = BetaalregelsGegevens(
    iban="IBAN: NL02 ABNA 0123 4567 89",
    tenaamstelling="Gemeente Westerkwartier",
    pain_versie=PainVersie.V09,
    bouwdag=20,
    verwerkdag=3,
    twee_akkoorden_vanaf_bedrag=Decimal("50000.00"),
    leefgeld_alleen_bedrag=Decimal("260.00"),
    leefgeld_samen_bedrag=Decimal("390.00"),
    volgorde=tuple(Lastsoort),
    laatste_maand=LaatsteMaand.NAAR_RATO,
)
ANDERE_REKENING = replace(GEGEVENS, iban="NL66 BNGH 0123 4567 89")
ZORG_EERST = replace(
    GEGEVENS,
    volgorde=(
        Lastsoort.ZORGVERZEKERING,
        *(soort for soort in Lastsoort if soort != Lastsoort.ZORGVERZEKERING),
    ),
)


@pytest.fixture
def huishouden(administratie):
    return een_huishouden(door=administratie, netto="980.00")


def wijzig(gegevens=GEGEVENS, *, door, versie=None):
    return betaalregels_wijzigen(versie=versie, gegevens=gegevens, door=door, nu=NU)


def test_the_number_is_read_and_the_row_keeps_its_history(beheerder):
    wijzig(door=beheerder)

    regels = wijzig(ANDERE_REKENING, door=beheerder)

    assert (regels.iban, regels.bic, regels.versie) == ("NL66BNGH0123456789", "BNGHNL2G", 2)
    assert list(regels.history.values_list("iban", "history_user")) == [
        ("NL66BNGH0123456789", beheerder.pk),
        ("NL02ABNA0123456789", beheerder.pk),
    ]


def test_who_saves_second_is_told(beheerder):
    regels = wijzig(door=beheerder, versie=0)

    with pytest.raises(Gewijzigd):
        wijzig(door=beheerder, versie=0)
    wijzig(ANDERE_REKENING, door=beheerder, versie=regels.versie)
    with pytest.raises(Gewijzigd):
        wijzig(door=beheerder, versie=regels.versie)


@pytest.mark.parametrize(
    ("anders", "reden", "veld"),
    [
        ({"iban": "NL02 ABNA 0123 4567 98"}, "geen geldig rekeningnummer", "iban"),
        ({"iban": ""}, "geen geldig rekeningnummer", "iban"),
        ({"iban": "DE89 3704 0044 0532 0130 00"}, "begint met NL", "iban"),
        ({"tenaamstelling": "★"}, "in gewone letters", "tenaamstelling"),
        ({"volgorde": (Lastsoort.HUUR,) * len(Lastsoort)}, "één keer", "volgorde"),
        ({"volgorde": (Lastsoort.HUUR,)}, "één keer", "volgorde"),
    ],
)
def test_what_cannot_be_is_refused_by_the_field(beheerder, anders, reden, veld):
    with pytest.raises(Geweigerd, match=reden) as fout:
        wijzig(replace(GEGEVENS, **anders), door=beheerder)

    assert fout.value.veld == veld
    assert not Betaalregels.objects.exists()


def test_the_account_of_a_creditor_is_refused(beheerder):
    een_crediteur("Woongroep", iban="NL66BNGH0123456789")

    with pytest.raises(Geweigerd, match="rekeningnummer van Woongroep"):
        wijzig(ANDERE_REKENING, door=beheerder)


def test_there_is_one_row(beheerder):
    wijzig(door=beheerder)

    with pytest.raises(IntegrityError, match="betaalregels_een_rij"), transaction.atomic():
        Betaalregels._base_manager.bulk_create([Betaalregels(pk=2)])


# --- A batch that was sealed under other rules ---------------------------------------------------
def test_another_account_undoes_what_was_approved(huishouden, administratie, beheerder):
    wijzig(door=beheerder)
    een_last(huishouden, door=administratie)
    batch = tot_akkoord(een_batch(door=administratie), door=administratie)

    wijzig(ANDERE_REKENING, door=beheerder)

    with pytest.raises(Geweigerd, match="niet meer die waarop akkoord is gegeven"):
        aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)
    batch.refresh_from_db()
    assert batch.status == BatchStatus.AKKOORD
    assert not hasattr(batch, "bestand")


def test_another_account_is_not_approved_either(huishouden, administratie, beheerder, teamleider):
    wijzig(door=beheerder)
    een_last(huishouden, door=administratie)
    batch = een_batch(door=administratie)
    batch = klaarzetten(batch_id=batch.pk, versie=None, door=administratie, nu=NU)

    wijzig(ANDERE_REKENING, door=beheerder)

    with pytest.raises(Geweigerd, match="niet meer die u zag"):
        akkoord_geven(
            batch_id=batch.pk, versie=None, zegel=batch.regels_hash, door=teamleider, nu=NU
        )


def test_another_order_undoes_it_when_money_is_short(huishouden, administratie, beheerder):
    wijzig(door=beheerder)
    een_last(huishouden, door=administratie, bedrag="700.00")
    een_last(huishouden, door=administratie, bedrag="142.50", soort=Lastsoort.ZORGVERZEKERING)
    batch = tot_akkoord(een_batch(door=administratie), door=administratie)

    wijzig(ZORG_EERST, door=beheerder)

    with pytest.raises(Geweigerd, match="Sinds het akkoord zijn gegevens veranderd"):
        aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)


def test_the_order_decides_what_is_paid(huishouden, administratie, beheerder):
    wijzig(ZORG_EERST, door=beheerder)
    een_last(huishouden, door=administratie, bedrag="700.00")
    een_last(huishouden, door=administratie, bedrag="142.50", soort=Lastsoort.ZORGVERZEKERING)

    batch = een_batch(door=administratie)

    betaald = Betaling.objects.filter(batch=batch).values_list("last__soort", "bedrag")
    assert dict(betaald) == {"zorgverzekering": Decimal("142.50"), "huur": Decimal("577.50")}


# --- The page ------------------------------------------------------------------------------------
INVOER = {
    "iban": "iban nl02 abna 0123 4567 89",
    "tenaamstelling": "Gemeente Westerkwartier",
    "pain_versie": "pain.001.001.03",
    "bouwdag": "15",
    "verwerkdag": "0",
    "twee_akkoorden_vanaf_bedrag": "25.000,00",
    "leefgeld_alleen_bedrag": "250",
    "leefgeld_samen_bedrag": "380,50",
    "laatste_maand": "heel",
    "plaats_1": "zorgverzekering",
    "plaats_2": "huur",
    "plaats_3": "energie_en_water",
    "plaats_4": "anders",
    "plaats_5": "andere_verzekering",
    "plaats_6": "gemeentelijke_belasting",
}


@pytest.fixture
def klant(client_als, gemeente, beheerder):
    return client_als(beheerder)


def test_saving_the_page_keeps_everything(klant):
    assert "Er is nog niets opgeslagen." in klant.get(reverse("betaalregels")).text

    klant.post(reverse("betaalregels"), INVOER)

    regels = Betaalregels.objects.get()
    assert (regels.iban, regels.pain_versie, regels.bouwdag, regels.verwerkdag) == (
        "NL02ABNA0123456789",
        "pain.001.001.03",
        15,
        0,
    )
    assert regels.twee_akkoorden_vanaf_bedrag == Decimal("25000.00")
    assert (regels.leefgeld_alleen_bedrag, regels.leefgeld_samen_bedrag) == (
        Decimal("250.00"),
        Decimal("380.50"),
    )
    assert regels.volgorde == [INVOER[f"plaats_{nummer}"] for nummer in range(1, 7)]
    pagina = klant.get(reverse("betaalregels")).text
    assert "ABNANL2A" in pagina
    assert "ABN AMRO BANK N.V." in pagina


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("iban", "NL02ABNA0123456798"),
        ("bouwdag", "29"),
        ("verwerkdag", "-1"),
        ("twee_akkoorden_vanaf_bedrag", "-1"),
        ("leefgeld_samen_bedrag", "1e9"),
        ("plaats_2", "zorgverzekering"),
        ("plaats_3", "drank"),
    ],
)
def test_a_wrong_value_gets_its_message_by_the_field(klant, veld, waarde):
    antwoord = klant.post(reverse("betaalregels"), INVOER | {veld: waarde})

    assert antwoord.status_code == 422
    assert list(antwoord.context["form"].errors) == [veld]
    assert not Betaalregels.objects.exists()


def test_a_sealed_batch_is_said_on_the_page(klant, huishouden, administratie, beheerder):
    wijzig(door=beheerder)
    een_last(huishouden, door=administratie)
    tot_akkoord(een_batch(door=administratie), door=administratie)

    assert "Er staat een betaalbatch klaar." in klant.get(reverse("betaalregels")).text


def test_other_roles_do_not_come_there(client_als, administratie, gemeente):
    assert client_als(administratie).get(reverse("betaalregels")).status_code == 403

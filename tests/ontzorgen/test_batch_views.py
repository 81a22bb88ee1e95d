"""The pages of a batch: what one reviews, who may do what, and the file."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from inburgering.services.dossiers import sluiten_voor_anderen
from medewerkers.enums import Rol
from ontzorgen.enums import BatchStatus
from ontzorgen.models import Betaalbatch, Betaling
from ontzorgen.policies.crediteuren import RekeningGegevens
from ontzorgen.queries.verschillen import verschillen
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.crediteuren import rekening_bevestigen, rekening_voorstellen
from ontzorgen.services.lasten import bedrag_wijzigen, overdragen
from tests.factories import NU, MedewerkerFactory
from tests.ontzorgen.bankbestanden import afboeking, afschrift
from tests.ontzorgen.fabriek import (
    IBANS,
    betaalregels,
    een_batch,
    een_crediteur,
    een_huishouden,
    een_last,
    tot_akkoord,
)
from tests.ontzorgen.test_batch import APRIL, IN_MAART, herbouw
from wet.ontzorgen import Lastsoort

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def regels(db):
    return betaalregels()


@pytest.fixture
def huishouden(administratie):
    return een_huishouden(door=administratie)


@pytest.fixture
def bureau(client_als, administratie):
    return client_als(administratie)


def betaal_maart(administratie):
    batch = tot_akkoord(een_batch(door=administratie), door=administratie)
    return aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)


def soorten(batch, door):
    return {v.sleutel: (v.aantal, v.som) for v in verschillen(batch, voor=door)}


def test_what_is_new_stopped_or_other_is_told_apart(huishouden, administratie):
    stopt = een_last(huishouden, door=administratie, soort=Lastsoort.ZORGVERZEKERING, bedrag="100")
    anders = een_last(huishouden, door=administratie, bedrag="600.00")
    crediteur = een_crediteur()
    een_last(
        huishouden,
        door=administratie,
        soort=Lastsoort.ENERGIE_EN_WATER,
        bedrag="90.00",
        crediteur=crediteur,
    )
    betaal_maart(administratie)
    overdragen(last_id=stopt.pk, versie=None, vanaf=APRIL, door=administratie, nu=NU)
    bedrag_wijzigen(
        last_id=anders.pk,
        versie=None,
        vanaf=APRIL,
        bedrag=Decimal("620.00"),
        door=administratie,
        nu=NU,
    )
    ander_nummer(crediteur, administratie)
    een_last(
        huishouden,
        door=administratie,
        soort=Lastsoort.ENERGIE_EN_WATER,
        bedrag="24.10",
        betalen_vanaf=APRIL,
    )

    batch = een_batch(door=administratie, maand=APRIL, nu=IN_MAART)

    assert soorten(batch, administratie) == {
        "rekening": (1, Decimal("90.00")),
        "nieuw": (1, Decimal("24.10")),
        "bedrag": (1, Decimal("620.00")),
        "gestopt": (1, Decimal("100.00")),
    }


def ander_nummer(crediteur, een):
    rekening = rekening_voorstellen(
        crediteur_id=crediteur.pk,
        gegevens=RekeningGegevens(iban=IBANS[1], tenaamstelling="Wold", herkomst="brief"),
        door=een,
        nu=NU,
    )
    rekening_bevestigen(
        rekening_id=rekening.pk,
        versie=None,
        laatste_tekens=IBANS[1][-4:],
        door=MedewerkerFactory(rol=Rol.ADMINISTRATIE),
        nu=NU,
    )


def test_the_same_month_twice_has_no_differences(huishouden, administratie):
    een_last(huishouden, door=administratie)
    betaal_maart(administratie)

    batch = een_batch(door=administratie, maand=APRIL, nu=IN_MAART)

    assert verschillen(batch, voor=administratie) == []


def test_a_closed_dossier_keeps_its_name(huishouden, administratie, bureau, teamleider):
    een_last(huishouden, door=administratie)
    batch = een_batch(door=administratie)
    naam = huishouden.inburgeraar.persoon.naam
    sluiten_voor_anderen(
        dossier_id=huishouden.inburgeraar_id,
        reden="Bedreigd.",
        medewerkers=[teamleider],
        door=teamleider,
        nu=NU,
    )

    for adres in ("batch", "batch-regels"):
        tekst = bureau.get(reverse(adres, args=[batch.pk])).content.decode()
        assert naam not in tekst
        assert "Gesloten dossier" in tekst


def test_from_concept_to_the_file_over_the_pages(huishouden, administratie, bureau, client_als):
    een_last(huishouden, door=administratie)
    batch = een_batch(door=administratie)
    ander = client_als(MedewerkerFactory(rol=Rol.ADMINISTRATIE))

    bureau.post(reverse("batch-klaarzetten", args=[batch.pk]), {"bekeken": "on"})
    zegel = Betaalbatch.objects.get().regels_hash
    eigen = bureau.post(
        reverse("batch-akkoord", args=[batch.pk]), {"bekeken": "on", "zegel": zegel}
    )
    ander.post(reverse("batch-akkoord", args=[batch.pk]), {"bekeken": "on", "zegel": zegel})
    bureau.post(reverse("batch-aanbieden", args=[batch.pk]))
    bestand = bureau.get(reverse("batch-bestand", args=[batch.pk]))

    assert eigen.status_code == 422
    batch.refresh_from_db()
    assert batch.status == BatchStatus.AANGEBODEN
    assert hashlib.sha256(bestand.content).hexdigest() == batch.bestand.sha256


def test_a_consulent_sees_no_batch(huishouden, administratie, klant):
    batch = een_batch(door=administratie)

    assert klant.get(reverse("batches")).status_code == 403
    assert klant.get(reverse("batch", args=[batch.pk])).status_code == 403


def test_a_teamleider_approves_and_makes_nothing(huishouden, administratie, client_als, teamleider):
    batch = een_batch(door=administratie)
    leider = client_als(teamleider)

    assert leider.get(reverse("batch", args=[batch.pk])).status_code == 200
    assert leider.post(reverse("batch-maken"), {"maand": "2026-03-01"}).status_code == 403


def test_without_a_tick_nothing_is_made_ready(huishouden, administratie, bureau):
    een_last(huishouden, door=administratie)
    batch = een_batch(door=administratie)

    antwoord = bureau.post(reverse("batch-klaarzetten", args=[batch.pk]), {})

    batch.refresh_from_db()
    assert (antwoord.status_code, batch.status) == (422, BatchStatus.CONCEPT)


def test_a_file_of_the_bank_is_read_over_the_page(huishouden, administratie, bureau):
    een_last(huishouden, door=administratie)
    batch = betaal_maart(administratie)
    inhoud = afschrift(afboeking(batch.bestand.bericht, Decimal("612.40"), op=date(2026, 3, 2)))

    antwoord = bureau.post(
        reverse("bank"), {"bestand": SimpleUploadedFile("bank.xml", inhoud)}, follow=True
    )

    assert "1 betaling is bijgewerkt" in antwoord.content.decode()
    assert Betaling.objects.get().status == "betaald"


def test_a_wrong_file_says_what_is_wrong(bureau):
    antwoord = bureau.post(reverse("bank"), {"bestand": SimpleUploadedFile("x.xml", b"<a/>")})

    assert antwoord.status_code == 422
    assert "geen rekeningafschrift" in antwoord.content.decode()


@pytest.mark.parametrize("maand", ["", "morgen", "2026-13-01"])
def test_a_month_that_is_none_makes_nothing(bureau, maand):
    antwoord = bureau.post(reverse("batch-maken"), {"maand": maand}, follow=True)

    assert "Kies een maand." in antwoord.content.decode()
    assert not Betaalbatch.objects.exists()


def test_one_and_three_households_cost_the_same_queries(
    administratie, bureau, django_assert_max_num_queries
):
    een_last(een_huishouden(door=administratie), door=administratie)
    batch = een_batch(door=administratie)
    adres = reverse("batch", args=[batch.pk])
    bureau.get(adres)
    with django_assert_max_num_queries(100) as een:
        bureau.get(adres)
    for _ in range(2):
        een_last(een_huishouden(door=administratie), door=administratie)
    herbouw(batch, administratie)

    with django_assert_max_num_queries(len(een)):
        bureau.get(adres)


def test_of_very_many_new_lines_the_first_are_shown_and_all_are_counted(
    huishouden, administratie, monkeypatch
):
    monkeypatch.setattr("ontzorgen.queries.verschillen.PER_SOORT", 2)
    for _ in range(4):
        een_last(huishouden, door=administratie, bedrag="10.00")

    (nieuw,) = verschillen(een_batch(door=administratie), voor=administratie)

    assert (nieuw.aantal, nieuw.som, len(nieuw.regels), nieuw.meer) == (4, Decimal("40.00"), 2, 2)

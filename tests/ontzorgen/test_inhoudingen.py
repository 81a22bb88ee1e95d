"""The list of what is kept back per person, for the benefits system."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse

from inburgering.models import Raadpleging
from inburgering.services.dossiers import sluiten_voor_anderen
from inburgering.services.personen import persoon_wijzigen
from ontzorgen.models import Betaling
from ontzorgen.queries.inhoudingen import inhoudingen
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.bank import bestand_geweigerd, storno_vastleggen
from ontzorgen.services.verzoeken import herstellen
from tests.factories import NU, VANDAAG, persoongegevens
from tests.ontzorgen.fabriek import (
    betaalregels,
    een_batch,
    een_huishouden,
    een_last,
    tot_akkoord,
)
from wet.ontzorgen import Lastsoort

pytestmark = pytest.mark.django_db


@pytest.fixture
def uitkering(gemeente, consulent):
    betaalregels()
    uitkering = een_huishouden(door=consulent)
    een_last(uitkering, door=consulent)
    een_last(uitkering, door=consulent, soort=Lastsoort.ZORGVERZEKERING, bedrag="142.50")
    return uitkering


@pytest.fixture
def batch(uitkering, consulent):
    return een_batch(door=consulent)


def url(batch):
    return reverse("ontzorgen-inhoudingen", args=[batch.pk])


def rijen(antwoord):
    tekst = antwoord.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(tekst), delimiter=";"))


def test_every_payment_with_whose_bijstand_it_is(client_als, administratie, uitkering, batch):
    tot_akkoord(batch, door=administratie)
    persoon = uitkering.inburgeraar.persoon

    antwoord = client_als(administratie).get(url(batch))

    kop, *regels = rijen(antwoord)
    assert antwoord.content.startswith(b"\xef\xbb\xbf")
    assert antwoord["Content-Disposition"] == 'attachment; filename="inhoudingen-2026-03-1.csv"'
    assert kop == [
        "Dossiernummer",
        "BSN",
        "V-nummer",
        "Naam",
        "Maand",
        "Soort",
        "Bedrag",
        "Kenmerk",
    ]
    wie = [uitkering.inburgeraar.dossiernummer, persoon.bsn, persoon.v_nummer, persoon.naam]
    assert {tuple(regel[:7]) for regel in regels} == {
        (*wie, "03-2026", "Huur", "612,40"),
        (*wie, "03-2026", "Verplichte zorgverzekering", "142,50"),
    }
    assert {regel[7] for regel in regels} == set(Betaling.objects.values_list("kenmerk", flat=True))


def test_the_download_is_logged_on_the_dossier(client_als, administratie, uitkering, batch):
    tot_akkoord(batch, door=administratie)

    client_als(administratie).get(url(batch))

    rij = Raadpleging.objects.get(onderdeel="Inhoudingen met BSN: lijst gedownload")
    assert (rij.inburgeraar_id, rij.medewerker) == (uitkering.inburgeraar_id, administratie)


def test_before_the_approval_nothing_leaves(client_als, administratie, batch):
    antwoord = client_als(administratie).get(url(batch), follow=True)

    assert "Deze batch heeft nog geen akkoord." in antwoord.text
    assert not Raadpleging.objects.filter(onderdeel__startswith="Inhoudingen").exists()


def test_of_a_batch_that_the_bank_refused_the_list_stays(client_als, administratie, batch):
    """It is paid again, and that is not kept back a second time."""
    batch = tot_akkoord(batch, door=administratie)
    eerst = client_als(administratie).get(url(batch)).content
    aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)
    bestand_geweigerd(
        batch_id=batch.pk, versie=None, reden="Verkeerde rekening", door=administratie, nu=NU
    )

    assert client_als(administratie).get(url(batch)).content == eerst


def test_the_overview_leads_to_the_lists_that_may_leave(
    client_als, administratie, consulent, batch
):
    klant = client_als(administratie)
    assert url(batch) not in klant.get(reverse("ontzorgen-overzicht")).text

    tot_akkoord(batch, door=administratie)

    assert url(batch) in klant.get(reverse("ontzorgen-overzicht")).text
    assert url(batch) not in client_als(consulent).get(reverse("ontzorgen-overzicht")).text


def test_who_only_approves_does_not_get_it(client_als, teamleider, consulent, batch):
    for collega in (teamleider, consulent):
        assert client_als(collega).get(url(batch)).status_code == 403


def test_an_unknown_batch_is_not_there(client_als, administratie, gemeente):
    antwoord = client_als(administratie).get(reverse("ontzorgen-inhoudingen", args=[999]))

    assert antwoord.status_code == 404


def test_a_closed_dossier_counts_without_who_it_is(administratie, teamleider, uitkering, batch):
    sluiten_voor_anderen(
        dossier_id=uitkering.inburgeraar_id,
        medewerkers=[teamleider],
        door=teamleider,
        nu=NU,
        reden="Bedreiging",
    )

    regels = list(inhoudingen(batch, voor=administratie))

    assert {(r.dossiernummer, r.bsn, r.v_nummer, r.naam) for r in regels} == {
        ("", "", "", "Gesloten dossier")
    }
    assert sum(regel.bedrag for regel in regels) == batch.totaal_bedrag


def test_a_name_that_begins_as_a_formula_is_harmless(client_als, administratie, uitkering, batch):
    persoon = uitkering.inburgeraar.persoon
    persoon_wijzigen(
        persoon_id=persoon.pk,
        versie=persoon.versie,
        gegevens=persoongegevens(
            achternaam="=HYPERLINK(1)", voornamen="", v_nummer=persoon.v_nummer, bsn=persoon.bsn
        ),
        door=administratie,
        nu=NU,
    )
    tot_akkoord(batch, door=administratie)

    _kop, *regels = rijen(client_als(administratie).get(url(batch)))

    assert {regel[3] for regel in regels} == {"'=HYPERLINK(1)"}


def test_what_is_paid_again_is_not_kept_back_again(administratie, consulent, uitkering, batch):
    """It was kept back with the batch in which it failed."""
    batch = tot_akkoord(batch, door=administratie)
    aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)
    mislukt = Betaling.objects.filter(last__soort=Lastsoort.HUUR).get()
    storno_vastleggen(
        betaling_id=mislukt.pk, versie=None, op=VANDAAG, code="AC04", door=administratie, nu=NU
    )
    voor = list(inhoudingen(batch, voor=administratie))
    herstellen(betaling_id=mislukt.pk, reden="Rekening hersteld", door=consulent, nu=NU)

    april = een_batch(door=consulent, maand=date(2026, 4, 1))

    opnieuw = Betaling.objects.get(verzoek__herstelt=mislukt)
    kenmerken = {regel.kenmerk for regel in inhoudingen(april, voor=administratie)}
    assert (opnieuw.batch_id, opnieuw.kenmerk in kenmerken) == (april.pk, False)
    assert len(kenmerken) == 2
    assert list(inhoudingen(batch, voor=administratie)) == voor


@pytest.mark.parametrize("aantal", [1, 3])
def test_a_batch_costs_two_queries(
    gemeente, consulent, administratie, django_assert_num_queries, aantal
):
    betaalregels()
    for _ in range(aantal):
        een_last(een_huishouden(door=consulent), door=consulent)
    batch = een_batch(door=consulent)
    administratie.rollen  # noqa: B018 - read once, as the middleware of a request does

    with django_assert_num_queries(2):
        list(inhoudingen(batch, voor=administratie))

"""What was paid per month, for how many, what was short and what failed."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from inburgering.models import Raadpleging
from inburgering.services.dossiers import sluiten_voor_anderen
from ontzorgen.enums import TekortOplossing
from ontzorgen.models import Betaling
from ontzorgen.queries.overzicht import huishoudens_van, overzicht
from ontzorgen.queries.totalen import betaald_per_soort, totalen, totalen_van_jaar
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.bank import betaald_boeken, storno_vastleggen
from ontzorgen.services.tekorten import tekort_oplossen
from ontzorgen.services.verzoeken import niet_herstellen
from tests.factories import NU, VANDAAG
from tests.ontzorgen.fabriek import (
    MAART,
    betaalregels,
    een_batch,
    een_huishouden,
    een_last,
    tot_akkoord,
)
from wet.ontzorgen import Lastsoort

pytestmark = pytest.mark.django_db

APRIL = date(2026, 4, 1)


@pytest.fixture
def huishoudens(gemeente, consulent):
    """One that can pay everything, and one of whom the bijstand is too little for the premium."""
    betaalregels()
    ruim, krap = een_huishouden(door=consulent), een_huishouden(door=consulent, netto="900.00")
    for uitkering in (ruim, krap):
        een_last(uitkering, door=consulent)
        een_last(uitkering, door=consulent, soort=Lastsoort.ZORGVERZEKERING, bedrag="142.50")
    return ruim, krap


@pytest.fixture
def aangeboden(huishoudens, consulent, administratie):
    batch = tot_akkoord(een_batch(door=consulent), door=consulent)
    return aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)


@pytest.fixture
def geboekt(aangeboden, administratie):
    return betaald_boeken(
        batch_id=aangeboden.pk, versie=None, op=VANDAAG, door=administratie, nu=NU
    )


def bedragen(regel):
    return {soort.label: bedrag for soort, bedrag in regel.per_soort if bedrag}


def test_under_way_is_not_paid_yet(aangeboden):
    (regel,) = overzicht(2026).maanden

    assert (regel.betaald, regel.onderweg) == (Decimal("0.00"), aangeboden.totaal_bedrag)


def test_paid_per_kind_with_what_is_short(geboekt):
    (regel,) = overzicht(2026).maanden

    assert (regel.maand, regel.huishoudens, regel.mislukt) == (MAART, 2, 0)
    assert bedragen(regel) == {
        "Huur": Decimal("1224.80"),
        # of 900,00 after the rent and 260,00 to live on, the second has 27,60 left for the premium
        "Verplichte zorgverzekering": Decimal("142.50") + Decimal("27.60"),
    }
    assert regel.betaald == geboekt.totaal_bedrag
    assert regel.tekort == Decimal("114.90")


def test_what_was_solved_is_not_short(geboekt, consulent):
    kort = Betaling.objects.get(tekort_bedrag__gt=0)
    tekort_oplossen(
        last_id=kort.last_id,
        maand=MAART,
        oplossing=TekortOplossing.ZELF,
        toelichting="",
        door=consulent,
        nu=NU,
    )

    (regel,) = overzicht(2026).maanden

    assert regel.tekort == Decimal("0.00")


def test_what_no_batch_could_pay_is_counted_once(gemeente, consulent):
    """The next batch finds it again: it is the same money."""
    betaalregels()
    een_last(een_huishouden(door=consulent, netto=""), door=consulent)
    een_last(een_huishouden(door=consulent), door=consulent, soort=Lastsoort.ENERGIE_EN_WATER)
    batch = tot_akkoord(een_batch(door=consulent), door=consulent)
    aanbieden(batch_id=batch.pk, versie=None, door=consulent, nu=NU)

    een_batch(door=consulent, maand=APRIL)

    kort = {regel.maand: regel.tekort for regel in overzicht(2026).maanden}
    assert kort == {MAART: Decimal("612.40"), APRIL: Decimal("612.40")}


def test_a_payment_that_came_back_has_failed_until_somebody_decided(geboekt, administratie):
    terug = Betaling.objects.filter(last__soort=Lastsoort.HUUR).earliest("pk")
    storno_vastleggen(
        betaling_id=terug.pk, versie=None, op=VANDAAG, code="AC04", door=administratie, nu=NU
    )

    (regel,) = overzicht(2026).maanden
    assert (regel.mislukt, regel.betaald) == (1, geboekt.totaal_bedrag - Decimal("612.40"))

    niet_herstellen(
        betaling_id=terug.pk, versie=None, reden="Al betaald", door=administratie, nu=NU
    )

    (regel,) = overzicht(2026).maanden
    assert regel.mislukt == 0


def test_the_books_get_the_same_sums(geboekt):
    van_maart = totalen(van=MAART, tot=MAART)

    assert totalen_van_jaar(2026) == van_maart
    assert totalen_van_jaar(2025) == []
    assert betaald_per_soort(van_maart) == {
        Lastsoort.HUUR: Decimal("1224.80"),
        Lastsoort.ZORGVERZEKERING: Decimal("170.10"),
    }


# --- The pages -----------------------------------------------------------------------------------
def test_from_the_year_to_a_household(client_als, administratie, geboekt, huishoudens):
    klant = client_als(administratie)

    jaar = klant.get(reverse("ontzorgen-overzicht"))
    maandpagina = klant.get(reverse("ontzorgen-overzicht-maand", args=[2026, 3]))

    assert "€ 1.394,90" in jaar.text
    assert reverse("ontzorgen-overzicht-maand", args=[2026, 3]) in jaar.text
    for uitkering in huishoudens:
        assert reverse("ontzorgen", args=[uitkering.inburgeraar.dossiernummer]) in maandpagina.text


def test_a_closed_dossier_counts_without_a_name(
    client_als, administratie, teamleider, geboekt, huishoudens
):
    ruim, _krap = huishoudens
    sluiten_voor_anderen(
        dossier_id=ruim.inburgeraar_id,
        medewerkers=[teamleider],
        door=teamleider,
        nu=NU,
        reden="Bedreiging",
    )

    regels = huishoudens_van(MAART, voor=administratie)

    assert [regel.nummer for regel in regels][1:] == [""]
    assert regels[-1].naam == "Gesloten dossiers"
    assert sum(regel.betaald for regel in regels) == geboekt.totaal_bedrag
    pagina = client_als(administratie).get(reverse("ontzorgen-overzicht-maand", args=[2026, 3]))
    assert ruim.inburgeraar.dossiernummer not in pagina.text


def test_the_workbook_has_the_same_sums_and_is_logged(
    client_als, administratie, geboekt, huishoudens
):
    antwoord = client_als(administratie).get(reverse("ontzorgen-overzicht-xlsx"), {"jaar": "2026"})

    boek = load_workbook(io.BytesIO(antwoord.content))
    kop, regel = boek["Per maand"].iter_rows(values_only=True)
    assert dict(zip(kop, regel, strict=True))["Betaald"] == 1394.9
    assert boek["Per huishouden"].max_row == 3
    gelogd = Raadpleging.objects.filter(onderdeel="Overzicht ontzorgen: lijst gedownload")
    assert gelogd.count() == 2


@pytest.mark.parametrize("jaar", ["", "abc", "20266", "1900", "-1"])
def test_a_year_that_does_not_exist_is_this_one(client_als, administratie, gemeente, jaar):
    pagina = client_als(administratie).get(reverse("ontzorgen-overzicht"), {"jaar": jaar})

    assert "Overzicht ontzorgen 2026" in pagina.text
    assert "In dit jaar is nog niets betaald" in pagina.text


def test_a_month_that_does_not_exist_is_not_there(client_als, administratie, gemeente):
    klant = client_als(administratie)

    for delen in ((2026, 13), (2026, 0), (1900, 1)):
        antwoord = klant.get(reverse("ontzorgen-overzicht-maand", args=delen))
        assert antwoord.status_code == 404


def test_other_roles_see_nothing_of_it(client_als, oov, partner, gemeente):
    for collega in (oov, partner):
        assert client_als(collega).get(reverse("ontzorgen-overzicht")).status_code == 403


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_overview_and_a_month_cost_the_same_for_more(
    gemeente, consulent, administratie, django_assert_num_queries, aantal
):
    betaalregels()
    for _ in range(aantal):
        een_last(een_huishouden(door=consulent), door=consulent)
    batch = tot_akkoord(een_batch(door=consulent), door=consulent)
    aanbieden(batch_id=batch.pk, versie=None, door=administratie, nu=NU)
    administratie.rollen  # noqa: B018 - read once, as the middleware of a request does

    with django_assert_num_queries(4):
        overzicht(2026)
    with django_assert_num_queries(5):
        huishoudens_van(MAART, voor=administratie)

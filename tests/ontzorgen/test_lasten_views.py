"""The pages of costs, bijstand per month, allowances and shortfalls, without JavaScript."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from inburgering.services.dossiers import sluiten_voor_anderen
from ontzorgen.enums import Zelfstandigheid
from ontzorgen.models import (
    Betaalverzoek,
    Betaling,
    Lastbedrag,
    Tekort,
    Tekortoplossing,
    Toeslag,
    Uitkeringsbedrag,
    VasteLast,
    Voortzetting,
)
from ontzorgen.services.aanbieden import aanbieden
from ontzorgen.services.bank import storno_vastleggen
from tests.factories import NU, VANDAAG
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


@pytest.fixture
def klant(client_als, administratie, gemeente):
    betaalregels()
    return client_als(administratie)


@pytest.fixture
def huishouden(administratie):
    return een_huishouden(door=administratie)


@pytest.fixture
def last(huishouden, administratie):
    return een_last(huishouden, door=administratie)


def url(naam, huishouden, *delen):
    return reverse(naam, args=[huishouden.inburgeraar.dossiernummer, *delen])


def tab(klant, huishouden):
    return klant.get(url("ontzorgen", huishouden)).text


def nieuwe_last(**velden):
    gewoon = {
        "soort": "huur",
        "crediteur": "Wold & Waard",
        "kenmerk": "12345",
        "bedrag": "1.012,40",
        "start_op": "18-02-2026",
        "eind_op": "",
        "betalen_vanaf": "03-2026",
        "akkoord_op": "",
    }
    return gewoon | velden


def fouten(antwoord):
    assert antwoord.status_code == 422
    return dict(antwoord.context["form"].errors)


# --- Costs ----------------------------------------------------------------------------------------
def test_a_cost_is_added_by_a_part_of_the_name_and_stands_on_the_tab(klant, huishouden):
    een_crediteur("Wold & Waard")
    pad = url("ontzorgen-last-nieuw", huishouden, huishouden.pk)
    assert '<option value="Wold &amp; Waard">' in klant.get(pad).text

    antwoord = klant.post(pad, nieuwe_last(crediteur="wold"))

    assert antwoord.status_code == 302
    last = VasteLast.objects.get()
    assert Lastbedrag.objects.get().maand_bedrag == Decimal("1012.40")
    pagina = tab(klant, huishouden)
    assert "€ 1.012,40" in pagina
    assert "1 van 4" in pagina
    assert "Wacht op batch" in pagina
    assert url("ontzorgen-last", huishouden, last.pk) in pagina


@pytest.mark.parametrize(
    ("velden", "veld", "tekst"),
    [
        ({"crediteur": "Onbekend"}, "crediteur", "geen crediteur ‘Onbekend’"),
        ({"crediteur": "w"}, "crediteur", "Er zijn meer crediteuren met ‘w’"),
        ({"bedrag": "6,1,2"}, "bedrag", "Schrijf een bedrag"),
        ({"bedrag": "1e9"}, "bedrag", "Schrijf een bedrag"),
        ({"bedrag": "-5"}, "bedrag", "Schrijf een bedrag"),
        ({"bedrag": "0"}, "bedrag", "meer dan € 0,00"),
        ({"betalen_vanaf": "2026-03"}, "betalen_vanaf", "mm-jjjj"),
        ({"betalen_vanaf": "13-2026"}, "betalen_vanaf", "mm-jjjj"),
        ({"soort": "anders"}, "akkoord_op", "vrijwillige afspraak"),
    ],
)
def test_what_is_typed_wrong_gets_its_message_by_the_field(klant, huishouden, velden, veld, tekst):
    een_crediteur("Wold & Waard")
    een_crediteur("Waterbedrijf")
    pad = url("ontzorgen-last-nieuw", huishouden, huishouden.pk)

    antwoord = klant.post(pad, nieuwe_last(**velden))

    gevonden = fouten(antwoord)
    assert list(gevonden) == [veld]
    assert tekst in gevonden[veld][0]
    assert not VasteLast.objects.exists()


def test_a_creditor_without_a_confirmed_account_cannot_be_chosen(klant, huishouden):
    een_crediteur("Wold & Waard", bevestigd=False)
    pad = url("ontzorgen-last-nieuw", huishouden, huishouden.pk)

    antwoord = klant.post(pad, nieuwe_last())

    assert "met een bevestigde rekening" in fouten(antwoord)["crediteur"][0]


def test_the_acts_on_a_cost(klant, huishouden, last):
    def doe(naam, **data):
        last.refresh_from_db()
        data["versie"] = str(last.versie)
        return klant.post(url(naam, huishouden, last.pk), data, follow=True)

    doe("ontzorgen-last-bedrag", vanaf="april 2026", bedrag="640")
    assert "vanaf april 2026" in klant.get(url("ontzorgen-last", huishouden, last.pk)).text
    doe("ontzorgen-last-meekijken")
    doe("ontzorgen-last-overdragen", vanaf="05-2026")
    doe("ontzorgen-last-zelfstandig")
    last.refresh_from_db()
    assert (last.status, last.zelf_vanaf) == (Zelfstandigheid.ZELFSTANDIG, date(2026, 5, 1))
    doe("ontzorgen-last-weer-betalen", reden="Er kwam een aanmaning.")
    doe("ontzorgen-last-einde", eind_op="31-12-2026")

    last.refresh_from_db()
    assert (last.status, last.eind_op) == (Zelfstandigheid.WIJ_BETALEN, date(2026, 12, 31))
    pagina = klant.get(url("ontzorgen-last", huishouden, last.pk)).text
    assert "31 december 2026" in pagina


def test_a_step_that_a_colleague_took_is_told(klant, huishouden, last):
    pad = url("ontzorgen-last-meekijken", huishouden, last.pk)
    klant.post(pad, {"versie": str(last.versie)})

    antwoord = klant.post(pad, {"versie": str(last.versie)}, follow=True)

    assert "Een collega heeft dit intussen gewijzigd" in antwoord.text


def test_leaving_out_and_undoing_it(klant, huishouden):
    klant.post(
        url("ontzorgen-last-weglaten", huishouden, huishouden.pk),
        {"soort": "energie_en_water", "start_op": "18-02-2026", "reden": "Huur is inclusief."},
    )
    assert "Huur is inclusief." in tab(klant, huishouden)
    last = VasteLast.objects.get()
    assert "Wij betalen dit niet" in klant.get(url("ontzorgen-last", huishouden, last.pk)).text

    klant.post(
        url("ontzorgen-last-toch-betalen", huishouden, last.pk),
        {"versie": str(last.versie), "reden": "Toch niet."},
    )

    assert not VasteLast.objects.exists()


def test_another_dossier_does_not_lend_its_rows(klant, huishouden, last, administratie):
    ander = een_huishouden(door=administratie)

    for naam in ("ontzorgen-last", "ontzorgen-last-bedrag", "ontzorgen-verzoek"):
        assert klant.get(url(naam, ander, last.pk)).status_code == 404
    assert klant.post(url("ontzorgen-last-meekijken", ander, last.pk)).status_code == 404
    assert klant.get(url("ontzorgen-netto", ander, huishouden.pk)).status_code == 404


def test_a_closed_dossier_is_not_found(klant, huishouden, last, teamleider):
    sluiten_voor_anderen(
        dossier_id=huishouden.inburgeraar_id,
        medewerkers=[teamleider],
        door=teamleider,
        nu=NU,
        reden="Bedreiging",
    )

    assert klant.get(url("ontzorgen-last", huishouden, last.pk)).status_code == 404


# --- Bijstand and the check -----------------------------------------------------------------------
def test_the_bijstand_of_a_month_is_recorded_and_replaced(klant, huishouden, last):
    pad = url("ontzorgen-netto", huishouden, huishouden.pk)
    klant.post(pad, {"maand": "03-2026", "bedrag": "1.300,00"})

    klant.post(pad, {"maand": "03-2026", "bedrag": "1250.50"})

    rij = Uitkeringsbedrag.objects.get(maand=MAART)
    assert rij.netto_bedrag == Decimal("1250.50")
    pagina = tab(klant, huishouden)
    assert "€ 638,10" in pagina  # 1250.50 less the rent
    assert "€ 147,25" in pagina  # a week of it


def test_a_month_before_the_bijstand_is_refused(klant, huishouden):
    pad = url("ontzorgen-netto", huishouden, huishouden.pk)

    antwoord = klant.post(pad, {"maand": "01-2026", "bedrag": "1300"})

    assert "nog geen recht" in fouten(antwoord)["maand"][0]


def test_an_allowance_from_asking_to_receiving(klant, huishouden):
    klant.post(
        url("ontzorgen-toeslag-nieuw", huishouden, huishouden.pk),
        {
            "soort": "huur",
            "aangevraagd_op": "02-03-2026",
            "vanaf_op": "01-03-2026",
            "bedrag": "310",
        },
    )
    assert "3 maanden van € 310,00 is € 930,00" in tab(klant, huishouden)
    toeslag = Toeslag.objects.get()
    pad = url("ontzorgen-toeslag-ontvangen", huishouden, toeslag.pk)
    assert "pas op" in fouten(klant.post(pad, {"op": "01-03-2026"}))["op"][0]

    klant.post(pad, {"op": "02-03-2026", "versie": str(toeslag.versie)})

    toeslag.refresh_from_db()
    assert toeslag.ontvangen_op == VANDAAG
    klant.post(
        url("ontzorgen-toeslag-terugzetten", huishouden, toeslag.pk),
        {"versie": str(toeslag.versie)},
    )
    toeslag.refresh_from_db()
    assert toeslag.ontvangen_op is None


# --- Short and failed -----------------------------------------------------------------------------
def test_a_shortfall_is_solved_and_reopened(klant, huishouden, administratie):
    een_last(huishouden, door=administratie, bedrag="1100.00")
    een_batch(door=administratie)
    tekort = Tekort.objects.get()
    assert "€ 77,00" in tab(klant, huishouden)

    klant.post(
        url("ontzorgen-tekort-oplossen", huishouden, tekort.pk),
        {"oplossing": "regeling", "toelichting": "In drie termijnen."},
    )

    oplossing = Tekortoplossing.objects.get()
    pagina = tab(klant, huishouden)
    assert "In drie termijnen." in pagina
    assert "Dit kon de gemeente niet betalen" not in pagina
    klant.post(
        url("ontzorgen-tekort-heropenen", huishouden, oplossing.pk),
        {"reden": "De verhuurder wil niet.", "versie": str(oplossing.versie)},
    )
    assert "Dit kon de gemeente niet betalen" in tab(klant, huishouden)


def test_a_payment_that_came_back_is_paid_again_or_not(klant, huishouden, last, administratie):
    een_last(huishouden, door=administratie, soort=Lastsoort.ZORGVERZEKERING, bedrag="142.50")
    batch = tot_akkoord(een_batch(door=administratie), door=administratie)
    wie = {"door": administratie, "nu": NU}
    aanbieden(batch_id=batch.pk, versie=None, **wie)
    huur, zorg = Betaling.objects.order_by("last__soort")
    for betaling in (huur, zorg):
        storno_vastleggen(betaling_id=betaling.pk, versie=None, op=VANDAAG, code="AC04", **wie)
    assert tab(klant, huishouden).count("De crediteur heeft dit geld niet.") == 2

    klant.post(
        url("ontzorgen-betaling-opnieuw", huishouden, huur.pk), {"reden": "Nummer hersteld."}
    )
    klant.post(
        url("ontzorgen-betaling-niet-opnieuw", huishouden, zorg.pk), {"reden": "Al betaald."}
    )

    verzoek = Betaalverzoek.objects.get()
    assert verzoek.herstelt == huur
    assert "De crediteur heeft dit geld niet." not in tab(klant, huishouden)
    klant.post(
        url("ontzorgen-verzoek-intrekken", huishouden, verzoek.pk), {"versie": str(verzoek.versie)}
    )
    assert tab(klant, huishouden).count("De crediteur heeft dit geld niet.") == 1


def test_asking_for_more_than_is_open_is_refused_by_the_field(
    klant, huishouden, last, administratie
):
    een_batch(door=administratie)
    pad = url("ontzorgen-verzoek", huishouden, last.pk)

    antwoord = klant.post(
        pad, {"soort": "correctie", "maand": "03-2026", "bedrag": "1,00", "reden": "Verhoogd."}
    )

    assert "Meer kan niet" in fouten(antwoord)["bedrag"][0]


# --- Going on -------------------------------------------------------------------------------------
def test_going_on_is_agreed_and_never_called_an_obligation(klant, huishouden):
    pad = url("ontzorgen-voortzetten", huishouden, huishouden.pk)
    assert "56a" not in klant.get(pad).text

    klant.post(
        pad,
        {
            "start_op": "18-08-2026",
            "eind_op": "30-11-2026",
            "overeenkomst_op": "02-03-2026",
            "reden": "De administratie is nog te veel.",
        },
    )

    rij = Voortzetting.objects.get()
    assert "De administratie is nog te veel." in tab(klant, huishouden)
    klant.post(
        url("ontzorgen-voortzetting-intrekken", huishouden, rij.pk),
        {"reden": "Toch niet.", "versie": str(rij.versie)},
    )
    assert not Voortzetting.objects.exists()


def test_other_roles_see_nothing_of_it(client_als, oov, huishouden, last):
    assert client_als(oov).get(url("ontzorgen-last", huishouden, last.pk)).status_code == 403


def test_a_month_in_which_we_do_not_pay_reads_so(klant, administratie):
    huishouden = een_huishouden(door=administratie, geregeld=False)
    last = een_last(huishouden, door=administratie)

    assert "Betaalt zelf" in klant.get(url("ontzorgen-last", huishouden, last.pk)).text


def test_a_cost_that_was_solved_waits_for_no_batch(klant, huishouden, administratie):
    een_last(huishouden, door=administratie, bedrag="1023.00")
    zorg = een_last(huishouden, door=administratie, soort=Lastsoort.ZORGVERZEKERING, bedrag="99.00")
    een_batch(door=administratie)
    assert "Te kort" in klant.get(url("ontzorgen-last", huishouden, zorg.pk)).text

    klant.post(
        url("ontzorgen-tekort-oplossen", huishouden, Tekort.objects.get().pk),
        {"oplossing": "zelf", "toelichting": ""},
    )

    pagina = klant.get(url("ontzorgen-last", huishouden, zorg.pk)).text
    assert pagina.count("Opgelost") == 2  # the label, and the list of what was solved


def test_a_cost_to_come_reads_so(klant, huishouden, administratie):
    een_last(huishouden, door=administratie, betalen_vanaf=VANDAAG + timedelta(days=60))

    assert "Begint later" in tab(klant, huishouden)


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_tab_costs_the_same_for_more_costs(
    klant, huishouden, administratie, aantal, django_assert_num_queries
):
    for _ in range(aantal):
        een_last(huishouden, door=administratie, bedrag="300.00")
    een_batch(door=administratie)
    pad = url("ontzorgen", huishouden)
    klant.get(pad)

    with django_assert_num_queries(31):
        klant.get(pad)

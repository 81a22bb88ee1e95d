"""The tab and the list of Ontzorgen, as the administration uses them."""

from datetime import date

import pytest
from django.urls import reverse

from inburgering.enums import VerblijfsrechtSoort
from inburgering.models import Verblijfsrecht
from inburgering.services.dossiers import sluiten_voor_anderen
from inburgering.services.plichten import verblijfsrecht_corrigeren, verblijfsrecht_vastleggen
from ontzorgen.models import Ontzorgperiode, OntzorgStatus, Uitkering
from ontzorgen.policies.perioden import Bijstand
from ontzorgen.queries.perioden import lijst, ontzorgtab
from ontzorgen.services.bijstand import bijstand_vastleggen
from ontzorgen.services.perioden import ontzorgen_activeren
from tests.factories import NU, VANDAAG, een_dossier

pytestmark = pytest.mark.django_db

BEGIN = date(2026, 1, 18)


@pytest.fixture
def klant(client_als, administratie):
    return client_als(administratie)


def met_vergunning(consulent, soort=VerblijfsrechtSoort.ASIEL_BEPAALD):
    dossier = een_dossier(consulent=consulent)
    verblijfsrecht_vastleggen(
        persoon_id=dossier.persoon_id, soort=soort, start_op=BEGIN, door=consulent, nu=NU
    )
    return dossier


@pytest.fixture
def dossier(gemeente, consulent):
    return met_vergunning(consulent)


@pytest.fixture
def periode(dossier, consulent):
    uitkering = bijstand_vastleggen(
        dossier_id=dossier.pk, bijstand=Bijstand(start_op=BEGIN), door=consulent, nu=NU
    )
    return uitkering.ontzorgperiode


def url(naam, dossier, *delen):
    return reverse(naam, args=[dossier.dossiernummer, *delen])


def test_from_bijstand_to_the_end_without_javascript(klant, dossier):
    assert "Nog geen bijstand vastgelegd" in klant.get(url("ontzorgen", dossier)).text

    klant.post(url("bijstand", dossier), {"start_op": "18-1-26", "besluit_op": ""})
    periode = Ontzorgperiode.objects.get()
    pagina = klant.get(url("ontzorgen", dossier)).text
    assert "18 januari 2026 tot en met 17 juli 2026" in pagina
    assert "Dag 44, maand 2 van 6" in pagina
    assert "Participatiewet, artikel 56a" in pagina

    klant.post(
        url("ontzorgen-regelen", dossier, periode.pk),
        {"besluit_op": "20-02-2026", "machtiging_op": "02-03-2026"},
    )
    assert "Actief" in klant.get(url("ontzorgen", dossier)).text

    klant.post(
        url("ontzorgen-beeindigen", dossier, periode.pk),
        {"reden": "verhuisd", "op": "02-03-2026", "toelichting": "Naar Groningen"},
    )
    periode.refresh_from_db()
    assert periode.status == OntzorgStatus.BEEINDIGD


def test_a_corrected_permit_is_followed_with_one_button(klant, dossier, periode, consulent):
    recht = Verblijfsrecht.objects.get(persoon=dossier.persoon_id)
    verblijfsrecht_corrigeren(
        verblijfsrecht_id=recht.pk,
        versie=recht.versie,
        soort=VerblijfsrechtSoort.REGULIER_GEZIN,
        start_op=BEGIN,
        door=consulent,
        nu=NU,
    )
    assert "Er is nu geen recht op ontzorgen." in klant.get(url("ontzorgen", dossier)).text
    herzien = url("ontzorgen-herzien", dossier, periode.uitkering_id)

    verouderd = klant.post(herzien, {"versie": "0"}, follow=True).text
    assert "Een collega heeft de bijstand intussen gewijzigd." in verouderd
    klant.post(herzien, {"versie": str(periode.uitkering.versie)})

    periode.refresh_from_db()
    assert periode.status == OntzorgStatus.BEEINDIGD
    assert "Ontzorgen herzien" not in klant.get(url("ontzorgen", dossier)).text
    nog_eens = klant.post(herzien, {"versie": str(periode.uitkering.versie)}, follow=True).text
    assert "Het ontzorgen past al bij het verblijfsrecht." in nog_eens


def test_without_a_right_the_page_says_why(klant, consulent):
    dossier = met_vergunning(consulent, VerblijfsrechtSoort.REGULIER_GEZIN)

    klant.post(url("bijstand", dossier), {"start_op": "18-01-2026"})

    pagina = klant.get(url("ontzorgen", dossier)).text
    assert "Geen ontzorgen" in pagina
    assert "Deze persoon heeft geen asielvergunning voor bepaalde tijd." in pagina


def test_an_unknown_permit_is_asked_for_by_the_field(klant, gemeente, consulent):
    dossier = een_dossier(consulent=consulent)

    antwoord = klant.post(url("bijstand", dossier), {"start_op": "18-01-2026"})

    assert antwoord.status_code == 422
    assert "welke verblijfsvergunning" in antwoord.context["form"].errors["start_op"][0]
    assert not Uitkering.objects.exists()


@pytest.mark.parametrize(
    ("naam", "invoer", "fout"),
    [
        ("bijstand-corrigeren", {"start_op": "03-03-2026"}, "start_op"),
        ("bijstand-corrigeren", {"start_op": "18-01-2026", "eind_op": "17-01-2026"}, "eind_op"),
        ("ontzorgen-regelen", {"besluit_op": "20-02-2026"}, "machtiging_op"),
        (
            "ontzorgen-regelen",
            {"besluit_op": "20-02-2026", "machtiging_op": "03-03-2026"},
            "machtiging_op",
        ),
        ("ontzorgen-beeindigen", {"reden": "anders", "op": "03-03-2026"}, "op"),
        ("ontzorgen-beeindigen", {"reden": "periode", "op": "02-03-2026"}, "reden"),
    ],
)
def test_a_wrong_date_gets_its_message_by_the_field(klant, dossier, periode, naam, invoer, fout):
    rij = periode.uitkering if naam == "bijstand-corrigeren" else periode

    antwoord = klant.post(url(naam, dossier, rij.pk), invoer)

    assert antwoord.status_code == 422
    assert list(antwoord.context["form"].errors) == [fout]


def test_correcting_moves_the_period(klant, dossier, periode):
    klant.post(
        url("bijstand-corrigeren", dossier, periode.uitkering_id),
        {"start_op": "01-02-2026", "reden": "Typefout"},
    )

    periode.refresh_from_db()
    assert (periode.start_op, periode.eind_op) == (date(2026, 2, 1), date(2026, 7, 31))


def test_another_dossier_does_not_lend_its_period(klant, dossier, periode, consulent):
    ander = met_vergunning(consulent)

    for naam in ("ontzorgen-regelen", "ontzorgen-beeindigen"):
        assert klant.get(url(naam, ander, periode.pk)).status_code == 404
    assert klant.get(url("bijstand-corrigeren", ander, periode.uitkering_id)).status_code == 404


def test_a_closed_dossier_is_not_found_nor_listed(klant, dossier, periode, teamleider):
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="Bedreiging"
    )

    assert klant.get(url("ontzorgen", dossier)).status_code == 404
    assert dossier.dossiernummer not in klant.get(reverse("ontzorgen-lijst")).text


def test_other_roles_see_nothing_of_it(client_als, oov, dossier, periode):
    collega = client_als(oov)

    assert collega.get(reverse("ontzorgen-lijst")).status_code == 403
    assert collega.get(url("ontzorgen", dossier)).status_code == 403


def test_the_list_shows_what_must_be_arranged_first(klant, dossier, periode, consulent):
    geregeld = met_vergunning(consulent)
    uitkering = bijstand_vastleggen(
        dossier_id=geregeld.pk, bijstand=Bijstand(start_op=BEGIN), door=consulent, nu=NU
    )
    ontzorgen_activeren(
        periode_id=uitkering.ontzorgperiode.pk,
        versie=None,
        besluit_op=VANDAAG,
        machtiging_op=VANDAAG,
        door=consulent,
        nu=NU,
    )

    uitkomst = lijst(consulent, op=VANDAAG, pagina="1")

    assert [(regel.nummer, regel.geregeld) for regel in uitkomst.regels] == [
        (dossier.dossiernummer, False),
        (geregeld.dossiernummer, True),
    ]
    assert (uitkomst.aantal, uitkomst.te_regelen) == (2, 1)
    assert "2 lopend, waarvan 1 nog te regelen" in klant.get(reverse("ontzorgen-lijst")).text


def test_an_empty_list_says_how_to_begin(klant):
    assert "Er loopt nu geen ontzorgen" in klant.get(reverse("ontzorgen-lijst")).text


@pytest.mark.parametrize("pagina", ["0", "-1", "99", "abc", ""])
def test_a_page_that_does_not_exist_is_the_nearest(klant, dossier, periode, pagina):
    antwoord = klant.get(reverse("ontzorgen-lijst"), {"pagina": pagina})

    assert dossier.dossiernummer in antwoord.text


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_costs_three_queries(consulent, gemeente, django_assert_num_queries, aantal):
    for _ in range(aantal):
        bijstand_vastleggen(
            dossier_id=met_vergunning(consulent).pk,
            bijstand=Bijstand(start_op=BEGIN),
            door=consulent,
            nu=NU,
        )
    consulent.rollen  # noqa: B018 - read once, as the middleware of a request does

    with django_assert_num_queries(3):
        lijst(consulent, op=VANDAAG, pagina="1")


def test_the_tab_costs_three_queries(dossier, periode, django_assert_num_queries):
    with django_assert_num_queries(3):
        ontzorgtab(dossier, op=VANDAAG)

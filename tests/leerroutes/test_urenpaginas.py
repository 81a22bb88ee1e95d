"""The part Uren in the browser: per month, added, changed, taken away; and what it costs."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from inburgering.models import Inburgeraar
from inburgering.services.dossiers import opschorten, sluiten_voor_anderen
from leerroutes.enums import Aanwezigheid
from leerroutes.forms.uren import UrenVeld
from leerroutes.models import Urenregel
from leerroutes.queries.gepland import gepland
from leerroutes.queries.uren import urenpagina
from leerroutes.services.uren import uren_vastleggen
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier
from tests.leerroutes.lessen import een_deelname, een_school, een_traject, les
from wet.leerroutes import Leerroute

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, wordt_gehuisvest=False)


@pytest.fixture
def deelname(dossier):
    return een_deelname(een_traject(dossier, leerroute=Leerroute.Z, leerroute_uren=None))


@pytest.fixture
def regel(dossier, deelname, consulent):
    (rij,) = uren_vastleggen(dossier_id=dossier.pk, regels=[les(deelname)], door=consulent, nu=NU)
    return rij


def adres(naam, dossier, *meer):
    return reverse(naam, args=[dossier.dossiernummer, *meer])


def invoer(bij, **anders):
    gewoon = {
        "op": "02-03-2026",
        "tot_op": "",
        "deelname": f"les-{bij.pk}",
        "soort": "nederlands",
        "uren": "2,5",
        "aanwezigheid": "aanwezig",
        "opmerking": "",
    }
    return gewoon | anders


def rijen():
    return list(Urenregel.objects.order_by("op").values_list("op", "uren", "aanwezigheid"))


# --- The pages -----------------------------------------------------------------------------------
def test_an_empty_page_says_what_will_appear(klant, dossier):
    pagina = klant.get(adres("leerroute-uren", dossier)).text

    assert "Er zijn nog geen uren" in pagina


def test_the_page_shows_months_counts_and_the_forecast(klant, dossier, regel):
    pagina = klant.get(adres("leerroute-uren", dossier)).text

    assert adres("leerroute-uren-maand", dossier, 2026, 3) in pagina
    assert "3 uur les in Nederlands telt mee." in pagina
    assert "3 van 800 uur." in pagina
    assert "Nog niet te zeggen: de inburgeringstermijn is nog niet bekend." in pagina


def test_a_lesson_without_a_mark_is_named(klant, dossier, deelname, consulent):
    zonder = een_deelname(deelname.traject, school=een_school(keurmerk=None))
    uren_vastleggen(dossier_id=dossier.pk, regels=[les(zonder)], door=consulent, nu=NU)
    zin = (
        f"{zonder.aanbieder.naam}: geen geldig keurmerk (Keurmerk Blik op Werk) op 2 maart 2026. "
        "3 uur telt niet mee."
    )

    pagina = klant.get(adres("leerroute-uren", dossier)).text
    maand = klant.get(adres("leerroute-uren-maand", dossier, 2026, 3)).text

    assert (zin in pagina, zin in maand) == (True, True)


def test_planned_hours_stand_beside_what_was_followed(klant, dossier, deelname, consulent):
    ander = een_deelname(deelname.traject, start_op=VANDAAG - timedelta(days=13))
    regels = [
        les(ander, VANDAAG),
        les(ander, VANDAAG - timedelta(days=1), aanwezigheid=Aanwezigheid.ONGEOORLOOFD),
    ]
    uren_vastleggen(dossier_id=dossier.pk, regels=regels, door=consulent, nu=NU)

    kort, lang = gepland(dossier, op=VANDAAG)
    pagina = klant.get(adres("leerroute-uren", dossier)).text

    # twelve hours a week: two weeks, and 365 days
    assert (kort.gepland, kort.aanwezig, kort.ongeoorloofd, kort.geoorloofd) == (24, 3, 3, 0)
    assert (lang.gepland, lang.aanwezig) == (626, 0)
    assert ("Gepland en gevolgd" in pagina, ander.aanbieder.naam in pagina) == (True, True)


def test_nothing_is_planned_after_the_dossier_came_to_rest(dossier, deelname, consulent):
    opschorten(dossier_id=dossier.pk, reden="vrijstelling", door=consulent, nu=NU)

    (regel,) = gepland(Inburgeraar.objects.get(pk=dossier.pk), op=VANDAAG + timedelta(days=70))

    assert (regel.tot_op, regel.gepland) == (VANDAAG, 626)


def test_of_a_dossier_that_rests_hours_of_before_are_added(klant, dossier, deelname, consulent):
    opschorten(dossier_id=dossier.pk, reden="vrijstelling", door=consulent, nu=NU)

    pagina = klant.get(adres("leerroute-uren", dossier)).text
    klant.post(adres("leerroute-uren-nieuw", dossier), invoer(deelname, op="01-03-2026"))

    assert ("Uren toevoegen" in pagina, [op.day for op, *_ in rijen()]) == (True, [1])


def test_a_month_shows_its_lines(klant, dossier, regel):
    pagina = klant.get(adres("leerroute-uren-maand", dossier, 2026, 3)).text

    assert "maandag 2 maart 2026" in pagina
    assert regel.deelname.aanbieder.naam in pagina


def test_a_month_that_does_not_exist_is_not_found(klant, dossier):
    assert klant.get(adres("leerroute-uren-maand", dossier, 2026, 13)).status_code == 404


def test_the_number_of_queries_does_not_grow(dossier, deelname, consulent, regel):
    def vragen():
        with CaptureQueriesContext(connection) as gevangen:
            urenpagina(dossier, op=VANDAAG)
        return len(gevangen)

    eerst = vragen()
    regels = [les(deelname, VANDAAG - timedelta(days=n)) for n in range(1, 200)]
    uren_vastleggen(dossier_id=dossier.pk, regels=regels, door=consulent, nu=NU)

    assert vragen() == eerst


# --- Added ---------------------------------------------------------------------------------------
def test_one_day_is_added(klant, dossier, deelname):
    antwoord = klant.post(adres("leerroute-uren-nieuw", dossier), invoer(deelname))

    assert antwoord.url == adres("leerroute-uren", dossier)
    assert rijen() == [(VANDAAG, Decimal("2.5"), Aanwezigheid.AANWEZIG)]


def test_several_days_of_the_week_at_once(klant, dossier, deelname):
    data = invoer(deelname, op="16-02-2026", tot_op="27-02-2026", dagen=["0", "3"])

    klant.post(adres("leerroute-uren-nieuw", dossier), data)

    assert [op.day for op, _uren, _hoe in rijen()] == [16, 19, 23, 26]


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"op": "03-03-2026"}, "De dag ligt in de toekomst."),
        ({"uren": "25"}, "Vul meer dan 0 en hoogstens 24 uren in."),
        ({"uren": "veel"}, "Schrijf het aantal uren als getal, bijvoorbeeld 2,5."),
        ({"tot_op": "01-03-2026"}, "De laatste dag ligt voor de eerste."),
        (
            {"op": "16-02-2026", "tot_op": "20-02-2026"},
            "Kies ten minste één dag die in deze periode valt.",
        ),
        (
            {"op": "16-02-2025", "tot_op": "20-02-2026", "dagen": ["1"]},
            "Vul hoogstens drie maanden tegelijk in.",
        ),
        ({"deelname": ""}, "Kies bij welke lessen deze uren horen"),
    ],
)
def test_what_cannot_be_is_said_by_the_field(klant, dossier, deelname, anders, fout):
    antwoord = klant.post(adres("leerroute-uren-nieuw", dossier), invoer(deelname, **anders))

    assert (antwoord.status_code, fout in antwoord.text) == (422, True)
    assert rijen() == []


# --- Changed and taken away ----------------------------------------------------------------------
@pytest.mark.parametrize("getypt", ["-9999,999", "0", "25"])
def test_hours_that_cannot_be_are_said_once(getypt):
    with pytest.raises(ValidationError) as fout:
        UrenVeld().clean(getypt)

    assert len(fout.value.messages) == len(set(fout.value.messages))


def test_a_line_is_changed(klant, dossier, regel, deelname):
    url = adres("leerroute-uren-wijzigen", dossier, regel.pk)
    getoond = klant.get(url).text

    antwoord = klant.post(url, invoer(deelname, uren="4", versie="1"))

    assert 'value="02-03-2026"' in getoond
    assert antwoord.url == adres("leerroute-uren-maand", dossier, 2026, 3)
    assert rijen() == [(VANDAAG, Decimal(4), Aanwezigheid.AANWEZIG)]


def test_who_saves_second_chooses(klant, dossier, regel, deelname):
    url = adres("leerroute-uren-wijzigen", dossier, regel.pk)
    klant.post(url, invoer(deelname, uren="4", versie="1"))

    assert klant.post(url, invoer(deelname, uren="5", versie="1")).status_code == 409


def test_lines_are_taken_away_with_a_reason(klant, dossier, regel):
    url = adres("leerroute-uren-verwijderen", dossier, 2026, 3)

    zonder = klant.post(url, {"regels": [regel.pk]})
    met = klant.post(url, {"regels": [regel.pk], "reden": "Verkeerde persoon"})

    assert (zonder.status_code, met.status_code) == (422, 302)
    assert rijen() == []


# --- Not yours -----------------------------------------------------------------------------------
def test_a_line_of_another_dossier_is_not_found(klant, consulent, regel):
    ander = een_dossier(consulent=consulent)

    assert klant.get(adres("leerroute-uren-wijzigen", ander, regel.pk)).status_code == 404


def test_a_closed_dossier_is_not_found(client_als, dossier, regel, teamleider):
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="Bedreiging"
    )
    ander = client_als(MedewerkerFactory(rol=Rol.CONSULENT))

    paden = [
        adres("leerroute-uren", dossier),
        adres("leerroute-uren-maand", dossier, 2026, 3),
        adres("leerroute-uren-nieuw", dossier),
    ]
    assert [ander.get(pad).status_code for pad in paden] == [404] * 3


def test_other_roles_see_nothing_of_it(client_als, dossier, administratie):
    assert client_als(administratie).get(adres("leerroute-uren", dossier)).status_code == 403

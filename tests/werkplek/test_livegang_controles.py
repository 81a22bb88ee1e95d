"""Each bad input is named with its row and its column; what is only missing is a remark."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inburgering.geweigerd import Geweigerd
from medewerkers.models import Medewerker
from opdrachten.soorten import Oordeel
from tests.factories import VANDAAG, geldig_bsn
from tests.werkplek.livegangbestand import (
    ASIEL,
    KIND,
    ONDERTUSSEN,
    PLAN,
    bevindingen,
    eenheden,
    fouten,
    opmerkingen,
    voer_alles_in,
)
from werkplek.livegang.invoer import ADRES, OOK_VAN_HET_GEZIN, PIP, ZAAK, Invoer
from werkplek.livegang.oordelen import beoordeel
from werkplek.livegang.soort import LIVEGANG

pytestmark = pytest.mark.django_db

MORGEN = f"{VANDAAG + timedelta(days=1):%d-%m-%Y}"
BIJSTAND = {"bijstand_op": "10-12-2025"}
ONTZORGD = BIJSTAND | {
    "ontzorgen_op": "10-12-2025",
    "besluit_op": "08-12-2025",
    "machtiging_op": "08-12-2025",
}


@pytest.fixture(autouse=True)
def wie_hier_werken(gemeente, consulent, oov):
    return consulent, oov


def test_every_column_is_a_field_and_every_list_of_columns_exists():
    kolommen = {kolom.naam for kolom in LIVEGANG.kolommen}

    assert kolommen == set(Invoer.__dataclass_fields__) - {"nummer"}
    assert {*ADRES, *PIP, *ZAAK, *OOK_VAN_HET_GEZIN} <= kolommen
    assert all(kolom.uitleg for kolom in LIVEGANG.kolommen)


def test_the_examples_of_the_template_can_be_read():
    gelezen = {
        kolom.naam: kolom.lees(kolom.voorbeeld) for kolom in LIVEGANG.kolommen if kolom.voorbeeld
    }

    assert gelezen["leerroute"] == "B"
    assert gelezen["stelsel"] == "Wi2021"
    assert gelezen["postcode"] == "9351 BC"


@pytest.mark.parametrize("rijen", [[ASIEL], [ASIEL | PLAN], [ASIEL | ONTZORGD], [ONDERTUSSEN]])
def test_what_is_right_has_no_fault(rijen):
    assert fouten(*rijen) == []


BAD_INPUT = {
    "no name": ({"achternaam": "", "voornamen": ""}, "achternaam", "Vul een voornaam"),
    "BRP before the permit": (
        {"vergunning_vanaf": "10-06-2024"},
        "brp_op",
        "De inschrijving ligt voor de vergunning (10-06-2024).",
    ),
    "BRP before moving in": ({"brp_op": "01-05-2024"}, "brp_op", "voor de verhuizing"),
    "asylum without BRP": ({"brp_op": ""}, "brp_op", "hoort bij Overdrachten"),
    "no address": (
        {"plaats": "", "woont_hier_sinds": "", "brp_op": ""},
        "woont_hier_sinds",
        "sinds wanneer",
    ),
    "asylum without a permit": (
        {"vergunning": "", "vergunning_vanaf": ""},
        "vergunning",
        "Vul de verblijfsvergunning in",
    ),
    "permit without a day": ({"vergunning_vanaf": ""}, "vergunning_vanaf", "eerste dag"),
    "no stelsel": ({"stelsel": ""}, "stelsel", "Vul het stelsel in"),
    "no doelgroep": ({"doelgroep": ""}, "doelgroep", "Vul de doelgroep in"),
    "kennisgeving without a duty": ({"begin_plicht": ""}, "begin_plicht", "begin van de plicht"),
    "duty before its law": (
        {"begin_plicht": "01-05-2019"},
        "begin_plicht",
        "geldt vanaf 01-01-2022",
    ),
    "consulent unknown": ({"consulent": "wie@elders.example"}, "consulent", "geen collega"),
    "partner unknown": ({"partner": "Niemand BV"}, "partner", "staat niet bij Beheer"),
    "PIP before the duty": (
        PLAN | {"pip_op": "01-05-2024"},
        "pip_op",
        "voor de kennisgeving (02-05-2024)",
    ),
    "PIP before the duty without kennisgeving": (
        PLAN | {"kennisgeving_op": "", "pip_op": "01-05-2024"},
        "pip_op",
        "voor het begin van de plicht (02-05-2024)",
    ),
    "PIP without a duty": (
        PLAN | {"kennisgeving_op": "", "begin_plicht": ""},
        "begin_plicht",
        "Bij een PIP",
    ),
    "PIP without a route": (PLAN | {"leerroute": ""}, "leerroute", "heeft een leerroute"),
    "route without a PIP": ({"leerroute": "B"}, "pip_op", "Vul de dagtekening"),
    "PIP made known before it was": (
        PLAN | {"pip_bekend_op": "07-07-2024"},
        "pip_bekend_op",
        "voor de dagtekening",
    ),
    "intake after the PIP": (PLAN | {"intake_op": "09-07-2024"}, "intake_op", "na het PIP"),
    "first PIP later": (
        PLAN | {"eerste_pip_op": "09-07-2025"},
        "eerste_pip_op",
        "na de dagtekening",
    ),
    "level the route does not have": (
        PLAN | {"leerroute": "Z", "niveau": "B1"},
        "niveau",
        "geen niveau B1",
    ),
    "first plan at A2": (PLAN | {"niveau": "A2"}, "niveau", "altijd op niveau B1"),
    "term over before the plan": (
        PLAN | {"laatste_dag": "01-07-2024"},
        "laatste_dag",
        "voor het PIP",
    ),
    "extension without a last day": (
        PLAN | {"verlengd_op": "01-07-2025"},
        "laatste_dag",
        "na de verlenging",
    ),
    "ontzorgen without bijstand": ({"ontzorgen_op": "10-12-2025"}, "bijstand_op", "vanaf wanneer"),
    "ontzorgen without an asylum permit for a fixed time": (
        ONTZORGD | {"vergunning": "asiel_onbepaald"},
        "ontzorgen_op",
        "geen asielvergunning voor bepaalde tijd",
    ),
    "ontzorgen longer than six months": (
        ONTZORGD | {"ontzorgen_tot": "10-06-2026"},
        "ontzorgen_tot",
        "duurt zes maanden: hier tot en met 09-06-2026",
    ),
    "ontzorgen before the bijstand": (
        ONTZORGD | {"ontzorgen_op": "09-12-2025"},
        "ontzorgen_op",
        "niet voor de bijstand",
    ),
    "permit of that day not known": (
        BIJSTAND | {"vergunning_vanaf": "01-01-2026", "brp_op": "02-01-2026"},
        "vergunning",
        "toen de bijstand begon",
    ),
    "bijstand that ends before it begins": (
        BIJSTAND | {"bijstand_tot": "01-12-2025"},
        "bijstand_tot",
        "voor het begin",
    ),
    "a day ahead": ({"kennisgeving_op": MORGEN}, "kennisgeving_op", "in de toekomst"),
    "a PIP of tomorrow": (PLAN | {"pip_op": MORGEN}, "pip_op", "in de toekomst"),
    "a day before 1900": (
        {"vergunning_vanaf": "01-01-1899"},
        "vergunning_vanaf",
        "Controleer het jaar",
    ),
    "born before 1900": ({"geboortedatum": "00-00-1890"}, "geboortedatum", "Controleer het jaar"),
    "too young for a dossier": ({"geboortedatum": "01-01-2015"}, "geboortedatum", "16 jaar"),
}


@pytest.mark.parametrize(("velden", "kolom", "reden"), BAD_INPUT.values(), ids=BAD_INPUT.keys())
def test_bad_input_is_named(velden, kolom, reden):
    gevonden = fouten(ASIEL | velden)

    assert [(rij, plek) for rij, plek, tekst in gevonden if reden in tekst] == [(2, kolom)]


def test_a_colleague_who_is_no_consulent(oov):
    assert fouten(ASIEL | {"consulent": oov.email}) == [
        (2, "consulent", "Deze collega is geen consulent.")
    ]


def test_the_ondertussengroep_has_no_pip():
    assert fouten(ONDERTUSSEN | PLAN) == [
        (2, "pip_op", "Bij de Wet inburgering 2013 hoort geen PIP.")
    ]


def test_a_duty_of_before_the_old_law():
    assert fouten(ONDERTUSSEN | {"begin_plicht": "01-04-2012"})[0][:2] == (2, "begin_plicht")


@pytest.mark.parametrize("uren", ["-1", "10000", "veel"])
def test_hours_that_cannot_be_are_refused_by_the_column(uren):
    with pytest.raises(Geweigerd):
        LIVEGANG.kolom("uren_taal").lees(uren)


# --- Households --------------------------------------------------------------------------------
def gezin(*rijen):
    return [{"gezin": "G-1"} | rij for rij in rijen]


HOOFD = ASIEL | {"rol": "hoofdpersoon"}


def test_a_household_that_is_right():
    assert fouten(*gezin(HOOFD, KIND)) == []


def test_a_household_without_a_main_person():
    assert fouten(*gezin(ASIEL | {"rol": "partner"}, KIND)) == [
        (2, "rol", "Dit gezin heeft geen hoofdpersoon.")
    ]


def test_a_household_with_two_main_people():
    ander = HOOFD | {"voornamen": "Yonas", "geboortedatum": "01-02-1985"}

    assert fouten(*gezin(HOOFD, ander)) == [(3, "rol", "Er kan maar één hoofdpersoon zijn.")]


def test_a_household_without_an_adult():
    jong = ASIEL | {"rol": "hoofdpersoon", "geboortedatum": "01-01-2010"}

    assert fouten(*gezin(jong, KIND)) == [(2, "geboortedatum", "Dit gezin heeft geen volwassene.")]


def test_a_minor_who_lives_alone_is_a_remark():
    alleen = ASIEL | {"geboortedatum": "01-01-2010"}

    assert fouten(alleen) == []
    assert opmerkingen(alleen)[0] == (
        "geboortedatum",
        "Deze persoon is minderjarig en woont alleen.",
    )


def test_a_household_in_which_nobody_has_a_dossier():
    hoofd = {
        "achternaam": "Tesfay",
        "geboortedatum": "12-04-1990",
        "rol": "hoofdpersoon",
        "dossier": "nee",
    }

    assert fouten(*gezin(hoofd, KIND)) == [
        (2, "dossier", "Niemand in dit gezin heeft een dossier.")
    ]


def test_a_child_with_a_pip():
    gevonden = fouten(*gezin(HOOFD, KIND | {"pip_op": "08-07-2024", "leerroute": "B"}))

    assert gevonden == [
        (3, "pip_op", "Een kind heeft geen PIP. Maak dit leeg, of zet dossier op ja.")
    ]


def test_a_partner_without_a_duty_has_no_terms():
    partner = {
        "achternaam": "Tesfay",
        "voornamen": "Yonas",
        "geboortedatum": "01-02-1985",
        "rol": "partner",
        "dossier": "nee",
        "kennisgeving_op": "02-05-2024",
    }

    assert fouten(*gezin(HOOFD, partner)) == [
        (3, "kennisgeving_op", "Dit hoort bij een dossier, en hier staat dossier: nee.")
    ]


def test_what_a_list_says_of_the_whole_household_does_not_stop_a_child():
    rijen = gezin(HOOFD, KIND | {"consulent": "wie@elders.example", "bijstand_op": "10-12-2025"})

    assert fouten(*rijen) == []
    nee = "Wordt niet overgenomen: hier staat dossier: nee."
    assert [tekst for kolom, tekst in opmerkingen(*rijen) if tekst == nee] == [nee, nee]


# --- What is missing, and will be asked for ------------------------------------------------------
def test_a_row_of_which_all_is_known_has_no_remark(consulent):
    alles = ASIEL | PLAN | ONTZORGD | {"consulent": consulent.email.upper()}

    assert opmerkingen(alles) == []


@pytest.mark.parametrize(
    ("velden", "kolom", "tekst"),
    [
        ({"consulent": ""}, "consulent", "taak om die toe te wijzen"),
        ({"kennisgeving_op": ""}, "kennisgeving_op", "schakel 1 open"),
        ({"pip_bekend_op": ""}, "pip_bekend_op", "nog niet bekendgemaakt"),
        ({"intake_op": ""}, "intake_op", "dag van de intake is niet bekend"),
        ({"laatste_dag": "01-09-2027"}, "laatste_dag", "Berekend is 08-07-2027"),
        ({"uren_participatie": "40"}, "uren_participatie", "alleen in de Z-route"),
        ({"ontzorgen_op": "", "besluit_op": "", "machtiging_op": ""}, "ontzorgen_op", "taak"),
        ({"machtiging_op": ""}, "machtiging_op", "wordt niet betaald"),
        ({"ontzorgen_op": "15-12-2025"}, "ontzorgen_op", "lopen vanaf de dag"),
    ],
)
def test_what_is_missing_is_a_remark(consulent, velden, kolom, tekst):
    gevonden = opmerkingen(ASIEL | PLAN | ONTZORGD | {"consulent": consulent.email} | velden)

    ((plek, reden),) = gevonden
    assert plek == kolom
    assert tekst in reden


def test_an_extension_by_duo_explains_another_last_day(consulent):
    velden = {
        "consulent": consulent.email,
        "laatste_dag": "08-01-2028",
        "verlengd_op": "01-10-2025",
    }

    assert opmerkingen(ASIEL | PLAN | velden) == []


def test_hours_without_a_plan_go_to_a_note():
    assert ("uren_taal", "Zonder PIP komen deze uren in een notitie.") in opmerkingen(
        ONDERTUSSEN | {"uren_taal": "300"}
    )


# --- Who is known already ------------------------------------------------------------------------
def test_a_number_that_somebody_else_has(teamleider):
    voer_alles_in(ASIEL | {"v_nummer": "0012345678"}, door=teamleider)
    ander = ASIEL | {"v_nummer": "0012345678", "rol": "hoofdpersoon"}
    nieuw = ONDERTUSSEN | {"rol": "partner"}

    assert fouten(*gezin(ander, nieuw)) == [
        (2, "v_nummer", "Dit lijkt op een persoon die al bekend is: zelfde V-nummer.")
    ]


def test_the_same_file_a_second_time_is_known_already(teamleider):
    rijen = gezin(HOOFD | {"bsn": geldig_bsn()}, KIND)
    voer_alles_in(*rijen, door=teamleider)

    assert {bevinding.oordeel for bevinding in bevindingen(*rijen)} == {Oordeel.ONGEWIJZIGD}


def test_somebody_who_looks_like_a_known_person_is_in_doubt(teamleider):
    voer_alles_in(ASIEL, door=teamleider)

    (bevinding,) = [
        b for b in bevindingen(ASIEL | {"achternaam": "Tesfai"}) if b.oordeel == Oordeel.DUBBEL
    ]
    assert bevinding.persoon_id is not None
    assert bevinding.rij == 2


def test_the_same_number_twice_in_the_file():
    een = ASIEL | {"v_nummer": "0012345678"}
    ander = ONDERTUSSEN | {"v_nummer": "0012345678"}

    assert fouten(een, ander) == [(3, "v_nummer", "Dit lijkt op regel 2: zelfde V-nummer.")]


def test_two_brothers_are_two_people():
    broer = ONDERTUSSEN | {"voornamen": "Karim", "geboortedatum": "00-00-1983"}

    assert {b.oordeel for b in bevindingen(ONDERTUSSEN, broer)} == {Oordeel.NIEUW}


def test_the_number_of_questions_does_not_grow_with_the_rows():
    def vragen(aantal):
        rijen = [
            ASIEL | {"achternaam": f"Naam{letter * 4}", "geboortedatum": f"01-01-19{60 + plek}"}
            for plek, letter in enumerate("abcdefghij"[:aantal])
        ]
        with CaptureQueriesContext(
            connection,
        ) as vangst:
            beoordeel(eenheden(*rijen), VANDAAG, Medewerker.objects.systeem())
        return len(vangst)

    assert vragen(1) == vragen(10)

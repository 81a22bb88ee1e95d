"""Go-live: a file of the running caseload becomes dossiers that say what is so."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from besluiten.models import Besluit
from inburgering.enums import Herkomst, SchakelStatus, TaakStatus, TermijnSoort, TermijnStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import (
    Document,
    Gezin,
    Inburgeraar,
    Notitie,
    Persoon,
    Taak,
    Termijn,
    Verblijf,
    Verlenging,
)
from inburgering.services.overnemen import OVERGENOMEN
from leerroutes.models import Traject
from ontzorgen.models import Ontzorgperiode, OntzorgStatus
from opdrachten.enums import Keuze
from opdrachten.soorten import IMPORTSOORTEN, Spoor
from overdracht.queries.taakstelling_tellen import inschrijvingen
from pip_plans.models import Pip
from tests.factories import VANDAAG, PartnerorganisatieFactory, geldig_bsn
from tests.werkplek.livegangbestand import (
    ASIEL,
    KIND,
    ONDERTUSSEN,
    PLAN,
    eenheden,
    voer_alles_in,
)
from werkplek.livegang.soort import LIVEGANG

pytestmark = pytest.mark.django_db

DICHT, OPEN, NVT, WACHT = (
    SchakelStatus.AFGEROND,
    SchakelStatus.OPEN,
    SchakelStatus.NVT,
    SchakelStatus.WACHT,
)


@pytest.fixture
def schans():
    return PartnerorganisatieFactory(naam="De Schans")


@pytest.fixture
def bestand(gemeente, consulent, schans):
    """Six cases as a municipality has them."""
    bij = {"consulent": consulent.email}
    gezin = {"gezin": "G-1"}
    return [
        ASIEL
        | PLAN
        | bij
        | gezin
        | {
            "rol": "hoofdpersoon",
            "partner": "de schans",
            "bsn": geldig_bsn(),
            "taal": "Tigrinya",
            "uren_taal": "310",
            "begeleiding": "Elke maand een gesprek.",
            "laatste_dag": "01-09-2027",
        },
        KIND | gezin,
        ASIEL
        | PLAN
        | bij
        | {
            "achternaam": "Rahimi",
            "leerroute": "Z",
            "uren_participatie": "120",
            "laatste_dag": "08-01-2028",
            "verlengd_op": "01-10-2025",
            "verlenging_grond": "Bevalling",
            "bijstand_op": "10-12-2025",
            "ontzorgen_op": "10-12-2025",
            "besluit_op": "08-12-2025",
            "machtiging_op": "08-12-2025",
        },
        ASIEL | bij | {"achternaam": "Wachtend", "intake_op": "02-02-2026"},
        {
            "achternaam": "Nguyen",
            "geboortedatum": "05-05-1992",
            "plaats": "Zuidhorn",
            "woont_hier_sinds": "01-02-2026",
            "brp_op": "03-02-2026",
            "vergunning": "regulier_gezin",
            "vergunning_vanaf": "20-01-2026",
            "dossier": "ja",
            "stelsel": "Wi2021",
            "doelgroep": "Gezinsvormer",
            "begin_plicht": "10-02-2026",
            "kennisgeving_op": "10-02-2026",
        }
        | bij,
        ONDERTUSSEN | bij | {"begeleiding": "Taalcafé.", "uren_taal": "450"},
    ]


@pytest.fixture
def dossiers(bestand, teamleider):
    voer_alles_in(*bestand, door=teamleider)
    return {dossier.persoon.achternaam: dossier for dossier in Inburgeraar.objects.all()}


def schakels(dossier):
    return [schakel.status for schakel in dossier.schakels.order_by("nummer")]


def taken(dossier):
    rijen = Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN)
    return set(rijen.values_list("soort", flat=True))


def termijnen(dossier):
    return {
        (termijn.soort, termijn.status) for termijn in Termijn.objects.filter(inburgeraar=dossier)
    }


def test_it_is_a_kind_of_import():
    assert IMPORTSOORTEN["livegang"] is LIVEGANG


def test_everybody_is_there_with_a_dossier_for_who_has_a_case(dossiers):
    assert set(dossiers) == {"Tesfay", "Rahimi", "Wachtend", "Nguyen", "Haddad"}
    assert Persoon.objects.count() == 6


def test_the_schakels_are_truthful(dossiers):
    assert {naam: schakels(dossier) for naam, dossier in dossiers.items()} == {
        "Tesfay": [DICHT, DICHT, DICHT, OPEN, WACHT],
        "Rahimi": [DICHT, DICHT, DICHT, OPEN, WACHT],
        "Wachtend": [DICHT, DICHT, OPEN, WACHT, WACHT],
        "Nguyen": [DICHT, NVT, OPEN, WACHT, WACHT],
        "Haddad": [DICHT, NVT, NVT, NVT, NVT],
    }


def test_the_tasks_are_what_is_really_to_do(dossiers):
    onderweg = {"aanbod_doen", "map_beginnen", "pvt_plannen", "voortgangsgesprek"}
    assert {naam: taken(dossier) for naam, dossier in dossiers.items()} == {
        "Tesfay": onderweg,
        "Rahimi": onderweg | {"plek_zoeken", "ontzorgen_lasten"},
        "Wachtend": {"begeleiding_beginnen", "pip_vaststellen"},
        "Nguyen": {"intake_starten", "pip_vaststellen"},
        "Haddad": {"begeleidingsplan"},
    }


def test_the_terms_are_those_that_ran_or_run(dossiers):
    gehaald, lopend = TermijnStatus.GEHAALD, TermijnStatus.LOPEND
    assert {naam: termijnen(dossier) for naam, dossier in dossiers.items()} == {
        "Tesfay": {(TermijnSoort.PIP, gehaald), (TermijnSoort.INBURGERING, lopend)},
        "Rahimi": {
            (TermijnSoort.PIP, gehaald),
            (TermijnSoort.INBURGERING, lopend),
            (TermijnSoort.ONTZORGEN, lopend),
        },
        "Wachtend": {(TermijnSoort.PIP, lopend)},
        "Nguyen": {(TermijnSoort.PIP, lopend)},
        "Haddad": set(),
    }


def test_the_last_day_of_duo_leads(dossiers):
    def laatste_dag(naam):
        termijn = Termijn.objects.get(inburgeraar=dossiers[naam], soort=TermijnSoort.INBURGERING)
        return termijn.eind_op, termijn.herkomst

    assert laatste_dag("Tesfay") == (date(2027, 9, 1), Herkomst.DUO)
    assert laatste_dag("Rahimi") == (date(2028, 1, 8), Herkomst.DUO)
    assert Verlenging.objects.get().grond == "Bevalling"


def test_the_plan_the_hours_and_the_months_are_there(dossiers):
    pip = Pip.objects.get(inburgeraar=dossiers["Tesfay"])
    assert (pip.dagtekening, pip.begeleiding) == (date(2024, 7, 8), "Elke maand een gesprek.")
    uren = Traject.objects.values_list(
        "inburgeraar__persoon__achternaam", "eerdere_uren_taal", "eerdere_uren_participatie"
    )
    assert set(uren) == {("Tesfay", 310, None), ("Rahimi", None, 120)}
    periode = Ontzorgperiode.objects.get()
    assert (periode.status, periode.eind_op, periode.overgenomen_op) == (
        OntzorgStatus.ACTIEF,
        date(2026, 6, 9),
        VANDAAG,
    )


def test_without_a_plan_hours_and_agreements_are_in_a_note(dossiers):
    notitie = Notitie.objects.get(inburgeraar=dossiers["Haddad"])

    assert notitie.tekst == (
        "Begeleiding vóór de livegang: Taalcafé.\nUren taal en KNM vóór de livegang: 450."
    )


def test_no_letter_is_made(dossiers):
    assert not Document.objects.exists()
    assert set(Besluit.objects.values_list("overgenomen", flat=True)) == {True}


def test_who_was_housed_before_does_not_count_again_for_the_taakstelling(dossiers):
    """They are in the beginstand, which is a number without persons."""
    assert Verblijf.objects.filter(brp_op__isnull=False).exists()
    assert not inschrijvingen().exists()


def test_a_household_stays_together(dossiers, schans):
    hoofd = dossiers["Tesfay"]
    gezin = Gezin.objects.get(leden__persoon=hoofd.persoon)
    kind = gezin.leden.exclude(persoon=hoofd.persoon).get().persoon

    assert (kind.voornamen, kind.verblijven.get().brp_op) == ("Lula", date(2024, 6, 5))
    assert hoofd.partner == schans
    assert hoofd.persoon.talen == ["Tigrinya"]


def test_the_timeline_says_once_that_it_was_taken_over(dossiers, teamleider):
    for dossier in dossiers.values():
        regel = dossier.gebeurtenissen.get(tekst=OVERGENOMEN)
        assert (regel.op, regel.door) == (VANDAAG, teamleider)


def test_what_was_made_is_named_for_who_takes_it_back(bestand, teamleider):
    sporen = voer_alles_in(*bestand[:2], door=teamleider)

    gezin, dossier = Gezin.objects.get(), Inburgeraar.objects.get()
    kind = Persoon.objects.get(voornamen="Lula")
    assert sporen == [
        Spoor("inburgering.Gezin", gezin.pk, None),
        Spoor("inburgering.Persoon", dossier.persoon_id, None, 2),
        Spoor("inburgering.Inburgeraar", dossier.pk, None),
        Spoor("inburgering.Persoon", kind.pk, None, 3),
    ]


def test_a_child_born_here_lives_with_the_main_person_from_its_birth(bestand, teamleider):
    bestand[1]["geboortedatum"] = "02-01-2025"
    voer_alles_in(*bestand[:2], door=teamleider)

    verblijf = Persoon.objects.get(voornamen="Lula").verblijven.get()
    assert (verblijf.plaats, verblijf.start_op, verblijf.brp_op) == ("Leek", date(2025, 1, 2), None)


def test_a_secret_address_stays_secret(bestand, teamleider):
    bestand[0]["geheim_adres"] = "ja"
    voer_alles_in(*bestand[:2], door=teamleider)

    assert set(Persoon.objects.values_list("verblijven__geheim", flat=True)) == {True}


def test_a_known_person_is_not_completed_by_this_file(bestand, teamleider):
    (eenheid,) = eenheden(bestand[0])

    with pytest.raises(Geweigerd, match="niet aangevuld"):
        LIVEGANG.voer_in(eenheid=eenheid, keuze=Keuze.AANVULLEN, door=teamleider, nu=None)


@pytest.mark.parametrize(
    "tab", ["overzicht", "persoon", "overdracht", "intake", "pip", "leerroute", "ontzorgen"]
)
def test_every_tab_shows_a_dossier_that_was_taken_over(
    dossiers, consulent, client_als: Callable[..., Client], tab
):
    klant = client_als(consulent)

    for dossier in dossiers.values():
        pagina = klant.get(reverse(tab, args=[dossier.dossiernummer]), follow=True)
        assert pagina.status_code == 200


def test_the_worklist_and_the_list_show_them(dossiers, consulent, client_als):
    klant = client_als(consulent)

    assert "Wachtend" in klant.get(reverse("werkvoorraad")).content.decode()
    lijst = klant.get(reverse("inburgeraars")).content.decode()
    assert [naam for naam in dossiers if naam not in lijst] == []

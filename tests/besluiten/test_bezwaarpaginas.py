"""The pages of objections: who comes where, what they show, and an objection from post to court."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from besluiten.models import (
    Besluit,
    BesluitSoort,
    BesluitStatus,
    Bezwaar,
    BezwaarKanaal,
    BezwaarStatus,
)
from besluiten.queries.bezwaarlijst import bezwarenlijst
from besluiten.services import bezwaren
from inburgering.enums import VerblijfSoort
from inburgering.models import Inburgeraar
from inburgering.services.plichten import verblijf_vastleggen
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from tests.besluiten.bezwaardagen import BEKEND, BESLISSEN, ONTVANGEN, neem, om
from tests.factories import GEMEENTECODE, MedewerkerFactory, een_dossier

pytestmark = pytest.mark.django_db

AlsWie = Callable[[Medewerker, date], Client]


@pytest.fixture
def op_dag(klok: time_machine.Coordinates) -> AlsWie:
    """A browser in which this colleague is signed in, on this day."""

    def aanmelden(medewerker: Medewerker, dag: date) -> Client:
        klok.move_to(om(dag), tick=False)
        client = Client()
        client.force_login(medewerker)
        return client

    return aanmelden


@pytest.fixture
def bezwaar(besluit: Besluit, consulent: Medewerker) -> Bezwaar:
    return bezwaren.registreren(
        besluit_id=besluit.pk,
        ontvangen_op=ONTVANGEN,
        kanaal=BezwaarKanaal.POST,
        gronden="Ik kan meer.",
        door=consulent,
        nu=om(ONTVANGEN),
    )


def pad(naam: str, bezwaar: Bezwaar) -> str:
    return reverse(naam, args=[bezwaar.besluit.inburgeraar.dossiernummer, bezwaar.pk])


def tekst(antwoord: Any) -> str:
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def schuilt(dossier: Inburgeraar, door: Medewerker, op: date) -> None:
    """The person lives at an address nobody may know, from this day."""
    verblijf_vastleggen(
        persoon_id=dossier.persoon_id,
        soort=VerblijfSoort.WONING,
        straat="Schuilstraat",
        huisnummer="3",
        postcode="9351 BC",
        plaats="Leek",
        gemeentecode=GEMEENTECODE,
        start_op=op,
        geheim=True,
        door=door,
        nu=om(op),
    )


# --- Who sees it -------------------------------------------------------------------------------
def test_the_jurist_sees_a_dossier_from_its_first_objection(besluit, dossier, consulent, jurist):
    assert not Inburgeraar.objects.zichtbaar_voor(jurist).exists()

    bezwaar = bezwaren.registreren(
        besluit_id=besluit.pk,
        ontvangen_op=ONTVANGEN,
        kanaal=BezwaarKanaal.BALIE,
        door=consulent,
        nu=om(ONTVANGEN),
    )
    bezwaren.intrekken(
        bezwaar_id=bezwaar.pk,
        versie=None,
        op=ONTVANGEN,
        reden="Per brief.",
        door=jurist,
        nu=om(ONTVANGEN),
    )

    ander = een_dossier(consulent=consulent)
    assert list(Inburgeraar.objects.zichtbaar_voor(jurist)) == [dossier], "also when it is over"
    assert ander not in Inburgeraar.objects.zichtbaar_voor(jurist)


def test_the_jurist_lands_on_the_objections(op_dag, bezwaar, jurist):
    klant = op_dag(jurist, ONTVANGEN)

    assert klant.get(reverse("start")).url == reverse("bezwaren")
    pagina = tekst(klant.get(reverse("bezwaren")))
    assert "1 in behandeling" in pagina
    assert f"{BESLISSEN:%d-%m-%Y}" in pagina


def test_the_consulent_records_and_reads_and_does_no_more(op_dag, besluit, consulent):
    klant = op_dag(consulent, ONTVANGEN)
    nummer = besluit.inburgeraar.dossiernummer

    antwoord = klant.post(
        reverse("bezwaar-registreren", args=[nummer, besluit.pk]),
        {"ontvangen_op": "20-04-2022", "kanaal": "post", "gepost_op": "19-04-2022"},
    )

    bezwaar = Bezwaar.objects.get()
    assert antwoord.url == pad("bezwaar", bezwaar)
    assert "Ontvangst bevestigen" not in tekst(klant.get(pad("bezwaar", bezwaar)))
    assert klant.get(pad("bezwaar-beslissing", bezwaar)).status_code == 403


def test_a_partner_and_oov_see_no_objection(op_dag, bezwaar, partner, oov):
    for collega in (partner, oov):
        klant = op_dag(collega, ONTVANGEN)
        assert klant.get(reverse("bezwaren")).status_code == 403
        assert klant.get(pad("bezwaar", bezwaar)).status_code == 403


# --- What they show ----------------------------------------------------------------------------
def test_the_page_says_that_the_decision_stays_in_force_and_how_the_term_is_counted(
    op_dag, bezwaar, jurist
):
    pagina = tekst(op_dag(jurist, ONTVANGEN).get(pad("bezwaar", bezwaar)))

    assert "Het besluit blijft gelden zolang het bezwaar loopt" in pagina
    assert "9 juni 2022" in pagina
    assert "De bezwaartermijn eindigde op donderdag 28 april 2022." in pagina
    moment = "?op=10-03-2022&amp;tijd=10:00"
    assert f"{reverse('historie', args=[bezwaar.besluit.inburgeraar.dossiernummer])}{moment}" in (
        pagina
    )


def test_a_later_decision_of_the_same_kind_is_named(op_dag, bezwaar, dossier, consulent, jurist):
    neem(dossier, consulent, "PIP-9", dag=date(2022, 5, 2))

    pagina = tekst(op_dag(jurist, date(2022, 5, 3)).get(pad("bezwaar", bezwaar)))

    assert "Later besluit van dezelfde soort: PIP-9" in pagina
    assert "Awb 6:19" in pagina


def test_a_decision_that_was_not_made_known_has_no_term_yet(op_dag, genomen, consulent):
    klant = op_dag(consulent, date(2022, 3, 14))
    nummer = genomen.inburgeraar.dossiernummer

    pagina = tekst(klant.get(reverse("bezwaren-dossier", args=[nummer])))
    assert "de termijn begint na de bekendmaking" in pagina
    klant.post(
        reverse("bezwaar-registreren", args=[nummer, genomen.pk]),
        {"ontvangen_op": "14-03-2022", "kanaal": "balie"},
    )

    pagina = tekst(klant.get(pad("bezwaar", Bezwaar.objects.get())))
    assert "Vóór de bekendmaking" in pagina
    assert "nog niet bekend: het besluit is nog niet bekendgemaakt" in pagina


def test_the_list_costs_the_same_for_one_and_for_three(
    besluit, dossier, consulent, jurist, django_assert_num_queries
):
    later = [neem(dossier, consulent, f"PIP-X{n}", dag=date(2022, 4, 1)) for n in range(2)]
    aantallen = []
    for een in (besluit, *later):
        bezwaren.registreren(
            besluit_id=een.pk,
            ontvangen_op=ONTVANGEN,
            kanaal=BezwaarKanaal.POST,
            door=consulent,
            nu=om(ONTVANGEN),
        )
        jurist = Medewerker.objects.get(pk=jurist.pk)
        with django_assert_num_queries(4):
            aantallen.append(len(bezwarenlijst(jurist, op=ONTVANGEN).open))

    assert aantallen == [1, 2, 3]


# --- From post to court ------------------------------------------------------------------------
def test_an_objection_goes_through_the_pages_to_a_decision_made_known(
    op_dag, besluit, consulent, jurist
):
    nummer = besluit.inburgeraar.dossiernummer
    op_dag(consulent, ONTVANGEN).post(
        reverse("bezwaar-registreren", args=[nummer, besluit.pk]),
        {"ontvangen_op": "20-04-2022", "kanaal": "post", "gronden": "Ik kan meer."},
    )
    bezwaar = Bezwaar.objects.get()
    klant = op_dag(jurist, date(2022, 4, 21))
    klant.post(pad("bezwaar-bevestigen", bezwaar))
    klant.post(
        pad("bezwaar-hoorzitting", bezwaar),
        {"datum": "09-05-2022", "tijd": "10:00", "plaats": "Leek"},
    )
    klant = op_dag(jurist, date(2022, 5, 9))
    klant.post(
        pad("bezwaar-gehoord", bezwaar),
        {"op": "09-05-2022", "verschenen": "ja", "verslag": "Zij vertelde haar kant."},
    )
    versie = Bezwaar.objects.get().versie
    klant.post(
        pad("bezwaar-beslissing", bezwaar),
        {"uitkomst": "ongegrond", "motivering": "De intake klopt.", "versie": versie},
    )
    concept = klant.get(pad("bezwaar-voorbeeld", bezwaar))
    assert concept["Content-Type"] == "application/pdf"
    pagina = klant.get(pad("bezwaar-beslissen", bezwaar))
    antwoord = klant.post(pad("bezwaar-beslissen", bezwaar), {"versie": pagina.context["versie"]})
    assert antwoord.url == pad("bezwaar", bezwaar)
    schuilt(bezwaar.besluit.inburgeraar, consulent, date(2022, 5, 9))
    assert "Het adres is geheim" in tekst(klant.get(pad("bezwaar-bekendmaken", bezwaar)))
    klant.post(pad("bezwaar-bekendmaken", bezwaar), {"wijze": "verzonden", "op": "09-05-2022"})

    bezwaar = Bezwaar.objects.get()
    op_bezwaar = Besluit.objects.get(soort=BesluitSoort.BEZWAAR)
    assert bezwaar.status == BezwaarStatus.BESLIST
    assert (op_bezwaar.status, op_bezwaar.bekendgemaakt_op) == (
        BesluitStatus.BEKENDGEMAAKT,
        date(2022, 5, 9),
    )
    assert bezwaar.ontvangstbevestiging is not None


def test_a_decision_that_cannot_be_taken_yet_says_why(op_dag, bezwaar, jurist):
    klant = op_dag(jurist, date(2022, 5, 9))

    pagina = tekst(klant.get(pad("bezwaar", bezwaar)))
    assert "De persoon is nog niet gehoord." in pagina
    antwoord = klant.post(pad("bezwaar-beslissen", bezwaar), {"versie": bezwaar.versie})
    assert antwoord.status_code == 422
    assert "De persoon is nog niet gehoord." in antwoord.content.decode()
    assert Bezwaar.objects.get().status == BezwaarStatus.ONTVANGEN


def test_a_plan_is_not_made_known_on_the_page_of_an_objection_nor_the_reverse(
    op_dag, besluit, bezwaar, consulent, jurist
):
    """Each decision has the page of who may make it known."""
    nummer = besluit.inburgeraar.dossiernummer

    plan = op_dag(jurist, BEKEND).get(reverse("bekendmaken", args=[nummer, besluit.pk]))
    zonder = op_dag(jurist, BEKEND).get(pad("bezwaar-bekendmaken", bezwaar))

    assert plan.status_code == 403
    assert zonder.status_code == 404, "there is no decision on it yet"


def test_a_secret_address_is_said_where_a_decision_is_made_known(
    op_dag, genomen, dossier, consulent
):
    pagina = reverse("bekendmaken", args=[dossier.dossiernummer, genomen.pk])
    klant = op_dag(consulent, BEKEND)
    assert "Het adres is geheim" not in tekst(klant.get(pagina))

    schuilt(dossier, consulent, BEKEND)

    assert "Het adres is geheim en staat niet in de brief" in tekst(klant.get(pagina))


def test_another_dossier_number_does_not_open_it(op_dag, bezwaar, consulent):
    ander = een_dossier(consulent=consulent)
    adres = reverse("bezwaar", args=[ander.dossiernummer, bezwaar.pk])

    assert op_dag(consulent, ONTVANGEN).get(adres).status_code == 404
    vreemd = MedewerkerFactory(rol=Rol.MANAGEMENT)
    assert op_dag(vreemd, ONTVANGEN).get(adres).status_code == 403

"""When DUO wants to hear that a MAP or PVT was late by the person's own doing (wet.md §12, 24)."""

from datetime import date

import pytest

from inburgering.geweigerd import Geweigerd
from inburgering.models import Termijn
from inburgering.services.termijnen import verlengen
from leerroutes.policies.verwijtbaar import check_verwijtbaar
from leerroutes.queries.verwijtbaar import vlag_voor
from tests.factories import NU, VANDAAG, een_dossier
from tests.leerroutes.op_route import op_route
from wet.duo import Vlag

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, kennisgeving_op=VANDAAG)
    op_route(dossier, door=consulent, dagtekening=date(2022, 3, 15))
    return dossier


@pytest.mark.parametrize(
    ("datum", "vlag"),
    [
        (date(2025, 3, 10), Vlag.NIET_VRAGEN),
        (date(2025, 3, 15), Vlag.NIET_VRAGEN),
        (date(2025, 3, 16), Vlag.JA_OF_NEE),
        (date(2025, 3, 20), Vlag.JA_OF_NEE),
        (date(2025, 6, 30), Vlag.ALLEEN_JA),
    ],
)
def test_what_duo_asks_follows_the_day_and_the_term(dossier, datum, vlag):
    assert vlag_voor(dossier.pk, datum) == vlag


def test_an_extension_moves_it(dossier, consulent):
    termijn = Termijn.objects.get(inburgeraar=dossier, soort="inburgering")

    verlengen(
        termijn_id=termijn.pk,
        versie=None,
        eind_op=date(2025, 9, 15),
        besloten_op=date(2025, 2, 1),
        grond="ziekte",
        door=consulent,
        nu=NU,
    )

    assert vlag_voor(dossier.pk, date(2025, 6, 30)) == Vlag.NIET_VRAGEN


def test_without_a_term_nothing_is_asked(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, kennisgeving_op=VANDAAG)

    assert vlag_voor(dossier.pk, VANDAAG) == Vlag.NIET_VRAGEN


@pytest.mark.parametrize(
    ("vlag", "antwoord"),
    [
        (Vlag.NIET_VRAGEN, None),
        (Vlag.JA_OF_NEE, True),
        (Vlag.JA_OF_NEE, False),
        (Vlag.ALLEEN_JA, True),
    ],
)
def test_the_answers_that_duo_takes(vlag, antwoord):
    assert check_verwijtbaar(vlag, antwoord) is None


@pytest.mark.parametrize(
    ("vlag", "antwoord", "reden"),
    [
        (
            Vlag.NIET_VRAGEN,
            True,
            "Deze datum ligt binnen de termijn: dan vraagt DUO dit niet. Laat het leeg.",
        ),
        (
            Vlag.JA_OF_NEE,
            None,
            "Deze datum ligt na de termijn: kies of dat verwijtbaar is.",
        ),
        (
            Vlag.ALLEEN_JA,
            None,
            "Deze datum ligt na de termijn: kies of dat verwijtbaar is.",
        ),
        (
            Vlag.ALLEEN_JA,
            False,
            "De termijn is te lang voorbij: ‘Nee’ neemt DUO niet meer aan. Was er geen verwijt, "
            "vraag DUO dan eerst om de termijn te verlengen.",
        ),
    ],
)
def test_the_answers_that_are_refused(vlag, antwoord, reden):
    with pytest.raises(Geweigerd) as fout:
        check_verwijtbaar(vlag, antwoord)

    assert (fout.value.reden, fout.value.veld) == (reden, "verwijtbaar")


def test_after_the_term_it_is_for_the_municipality():
    with pytest.raises(Geweigerd) as fout:
        check_verwijtbaar(Vlag.JA_OF_NEE, None, mag=False, veld="ondertekend_7")

    assert (fout.value.reden, fout.value.veld) == (
        "De termijn is voorbij. De consulent legt dit vast, en of het verwijtbaar is.",
        "ondertekend_7",
    )

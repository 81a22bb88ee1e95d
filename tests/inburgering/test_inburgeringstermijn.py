"""The three years: which term answers, when there were several."""

from datetime import date
from functools import partial

import pytest

from inburgering.enums import TermijnSoort
from inburgering.handelingen import handeling
from inburgering.queries.termijnen import inburgeringstermijn
from inburgering.services import dossiers
from inburgering.services.termijnen import (
    termijn_halen,
    termijn_vastleggen,
    termijnen_laten_vervallen,
)
from tests.factories import NU, VANDAAG, een_dossier
from wet.termijnen import inburgeringstermijn as drie_jaar

pytestmark = pytest.mark.django_db

PIP, LATER = date(2025, 3, 3), date(2025, 6, 2)


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent)


def leg_vast(act, dossier, dagtekening):
    return termijn_vastleggen(
        act,
        dossier_id=dossier.pk,
        soort=TermijnSoort.INBURGERING,
        vraag=partial(drie_jaar, dagtekening=dagtekening),
    )


def laat_vervallen(act, dossier):
    termijnen_laten_vervallen(
        act, dossier_id=dossier.pk, soort=TermijnSoort.INBURGERING, reden="Er is een ander PIP."
    )


def test_without_a_term_there_is_none(dossier):
    assert inburgeringstermijn(dossier.pk) is None


def test_the_term_that_runs_goes_first_whatever_came_before(dossier, consulent):
    with handeling(door=consulent, nu=NU, dossiers=[dossier.pk]) as act:
        leg_vast(act, dossier, LATER)
        laat_vervallen(act, dossier)
        loopt = leg_vast(act, dossier, PIP)

    assert inburgeringstermijn(dossier.pk) == loopt


def test_a_term_that_was_replaced_is_none(dossier, consulent):
    with handeling(door=consulent, nu=NU, dossiers=[dossier.pk]) as act:
        leg_vast(act, dossier, PIP)
        laat_vervallen(act, dossier)

    assert inburgeringstermijn(dossier.pk) is None


def test_what_was_met_or_rests_with_the_dossier_still_answers(dossier, consulent):
    with handeling(door=consulent, nu=NU, dossiers=[dossier.pk]) as act:
        termijn = leg_vast(act, dossier, PIP)
    dossiers.opschorten(dossier_id=dossier.pk, reden="vrijstelling", door=consulent, nu=NU)
    in_rust = inburgeringstermijn(dossier.pk)

    dossiers.hervatten(dossier_id=dossier.pk, reden="voorbij", door=consulent, nu=NU)
    with handeling(door=consulent, nu=NU, dossiers=[dossier.pk]) as act:
        termijn_halen(act, dossier_id=dossier.pk, soort=TermijnSoort.INBURGERING, op=VANDAAG)

    assert (in_rust, inburgeringstermijn(dossier.pk)) == (termijn, termijn)

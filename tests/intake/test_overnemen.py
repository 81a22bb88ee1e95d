"""An intake that was closed before this system was there."""

from datetime import date, timedelta

import pytest

from inburgering.enums import SchakelNummer, SchakelStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Taak
from intake.models import IntakeStatus, Onderdeel, OnderdeelSoort
from intake.queries.intake import intaketab
from intake.services.intake import intake_heropenen, intake_overnemen
from tests.factories import NU, VANDAAG, een_dossier

pytestmark = pytest.mark.django_db

AFGEROND = date(2024, 7, 3)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, wordt_gehuisvest=False)


def test_it_is_closed_on_its_own_day_and_opens_schakel_3_on_that_day(dossier, wie):
    intake = intake_overnemen(dossier_id=dossier.pk, afgerond_op=AFGEROND, **wie)

    assert (intake.status, intake.gestart_op, intake.afgerond_op) == (
        IntakeStatus.AFGEROND,
        AFGEROND,
        AFGEROND,
    )
    schakel = dossier.schakels.get(nummer=SchakelNummer.INTAKE_EN_PIP)
    assert (schakel.status, schakel.geopend_op) == (SchakelStatus.OPEN, AFGEROND)


def test_it_asks_for_nothing_more(dossier, wie):
    intake_overnemen(dossier_id=dossier.pk, afgerond_op=AFGEROND, **wie)

    soorten = set(Taak.objects.filter(inburgeraar=dossier).values_list("soort", flat=True))
    assert soorten == {"kennisgeving"}


def test_opened_again_it_is_filled_in_here(dossier, wie):
    intake = intake_overnemen(dossier_id=dossier.pk, afgerond_op=AFGEROND, **wie)
    assert intaketab(dossier).overgenomen

    intake_heropenen(intake_id=intake.pk, versie=None, reden="Er is iets veranderd.", **wie)

    tab = intaketab(dossier)
    assert not tab.overgenomen
    assert len(tab.secties) == len(OnderdeelSoort.values) == Onderdeel.objects.count()
    assert tab.toets is not None


def test_it_is_refused_when_there_is_one_or_when_the_day_is_ahead(dossier, wie):
    with pytest.raises(Geweigerd, match="in de toekomst"):
        intake_overnemen(dossier_id=dossier.pk, afgerond_op=VANDAAG + timedelta(days=1), **wie)
    intake_overnemen(dossier_id=dossier.pk, afgerond_op=AFGEROND, **wie)

    with pytest.raises(Geweigerd, match="al een brede intake"):
        intake_overnemen(dossier_id=dossier.pk, afgerond_op=AFGEROND, **wie)

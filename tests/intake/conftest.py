"""What most tests of the intake begin with."""

from __future__ import annotations

import pytest

from inburgering.models import Inburgeraar
from intake.models import BredeIntake
from intake.services.intake import intake_starten
from tests.factories import NU, VANDAAG, een_dossier


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def dossier(gemeente, consulent) -> Inburgeraar:
    """Schakel 3 is open: a gezinsmigrant whose plicht is known."""
    return een_dossier(consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=VANDAAG)


@pytest.fixture
def intake(dossier, wie) -> BredeIntake:
    return intake_starten(dossier_id=dossier.pk, **wie)

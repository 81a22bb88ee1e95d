"""A template of a test, and a decision reached by walking the real services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from besluiten.models import Bekendmaking, Besluit
from besluiten.services.besluiten import bekendmaken
from inburgering.models import Inburgeraar
from medewerkers.enums import Rol
from medewerkers.models import Gemeente, Medewerker
from tests.besluiten.bezwaardagen import BEKEND, GENOMEN, neem, om
from tests.besluiten.hulp import SJABLOON
from tests.factories import MedewerkerFactory, een_dossier


@pytest.fixture
def sjabloon(tmp_path: Path) -> Iterator[None]:
    """A template of this test beside the real ones."""
    (tmp_path / "proefbrief.html").write_text(SJABLOON)
    (echt,) = settings.TEMPLATES
    proef: dict[str, Any] = {**echt, "DIRS": [*echt["DIRS"], tmp_path]}
    with override_settings(TEMPLATES=[proef]):
        yield


@pytest.fixture
def jurist(db: None) -> Medewerker:
    return MedewerkerFactory(rol=Rol.JURIST, naam="Fenna de Wit")


@pytest.fixture
def dossier(gemeente: Gemeente, consulent: Medewerker) -> Inburgeraar:
    return een_dossier(consulent=consulent, nu=om(GENOMEN - timedelta(days=60)))


@pytest.fixture
def genomen(dossier: Inburgeraar, consulent: Medewerker) -> Besluit:
    """Taken by the consulent, not made known."""
    return neem(dossier, consulent, "PIP-1")


@pytest.fixture
def besluit(genomen: Besluit, consulent: Medewerker) -> Besluit:
    """Signed 10-03-2022, sent 16-03-2022: the objection term ends on 28-04-2022."""
    return bekendmaken(
        besluit_id=genomen.pk,
        versie=genomen.versie,
        wijze=Bekendmaking.VERZONDEN,
        op=BEKEND,
        door=consulent,
        nu=om(BEKEND),
    )

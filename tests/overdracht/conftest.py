from __future__ import annotations

import pytest

from medewerkers.models import Gemeente, Medewerker
from overdracht.models import Overdracht
from tests.overdracht.huishoudens import Team, ontvangen


@pytest.fixture
def team(oov: Medewerker, consulent: Medewerker, gemeente: Gemeente) -> Team:
    return Team(oov=oov, consulent=consulent)


@pytest.fixture
def overdracht(team: Team) -> Overdracht:
    """A household of two adults with a dossier and a child, just received."""
    return ontvangen(team)

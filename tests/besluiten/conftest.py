from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from tests.besluiten.hulp import SJABLOON


@pytest.fixture
def sjabloon(tmp_path: Path) -> Iterator[None]:
    """A template of this test beside the real ones."""
    (tmp_path / "proefbrief.html").write_text(SJABLOON)
    (echt,) = settings.TEMPLATES
    proef: dict[str, Any] = {**echt, "DIRS": [*echt["DIRS"], tmp_path]}
    with override_settings(TEMPLATES=[proef]):
        yield

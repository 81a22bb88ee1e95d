from __future__ import annotations

from collections.abc import Iterator

import pytest

from opdrachten.soorten import Importsoort
from tests.proefsoort import aangemeld


@pytest.fixture(autouse=True)
def proef() -> Iterator[Importsoort]:
    with aangemeld() as soort:
        yield soort

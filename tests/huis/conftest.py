"""The nets run on one small demo, built once."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from medewerkers.rechten import Recht
from tests.demofixtures import demo, demo_bron, demoklok, gedeelde_map, kleinere_bron, op_demo
from tests.proefsoort import PROEF, aangemeld

__all__ = ["demo", "demo_bron", "demoklok", "gedeelde_map", "kleinere_bron", "op_demo"]


@pytest.fixture(autouse=True, scope="package")
def proefsoort() -> Iterator[None]:
    """A kind of import that everybody may enter who enters files: the nets walk its pages too."""
    with aangemeld(replace(PROEF, recht=Recht.INVOEREN)):
        yield

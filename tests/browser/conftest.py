"""One set of static files for all; a Chromium, a server and a database per module."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.hulp import chromium_gestart, draaiend, verzamel_statisch
from tests.demo import Demo, kopie
from tests.demofixtures import demo, demo_bron, demoklok, gedeelde_map, op_demo

__all__ = ["demo", "demo_bron", "demoklok", "gedeelde_map", "op_demo"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    hier = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(hier):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db)  # so that there is a database to copy


@pytest.fixture(scope="session")
def statisch(gedeelde_map: Path) -> Path:
    return verzamel_statisch(gedeelde_map)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with chromium_gestart() as browser:
        yield browser


@pytest.fixture(scope="module")
def eigen_demo(demo_bron: Demo, django_db_blocker: Any) -> Iterator[Demo]:
    """What this module does to the demo, no other module sees."""
    with django_db_blocker.unblock(), kopie(demo_bron, "browser") as eigen:
        yield eigen


@pytest.fixture(scope="module")
def site(
    eigen_demo: Demo, statisch: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a server of our own."""
    with draaiend(eigen_demo, statisch, tmp_path_factory.mktemp("server")) as adres:
        yield adres

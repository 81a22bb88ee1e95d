"""Fixtures that put a test on the demo; the nets and the browser both take them in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine

from tests.demo import KLEIN, NOG_KLEINER, NU, Demo, gebouwd, in_database, kopie


@pytest.fixture(scope="session")
def gedeelde_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all workers of this run."""
    eigen = tmp_path_factory.getbasetemp()
    return eigen.parent if "PYTEST_XDIST_WORKER" in os.environ else eigen


@pytest.fixture(scope="session")
def demo_bron(
    django_db_setup: None, django_db_blocker: Any, gedeelde_map: Path, testrun_uid: str
) -> Iterator[Demo]:
    with django_db_blocker.unblock(), gebouwd(KLEIN, run=testrun_uid, map_=gedeelde_map) as demo:
        yield demo


@pytest.fixture(scope="session")
def kleinere_bron(
    django_db_setup: None, django_db_blocker: Any, gedeelde_map: Path, testrun_uid: str
) -> Iterator[Demo]:
    with (
        django_db_blocker.unblock(),
        gebouwd(NOG_KLEINER, run=testrun_uid, map_=gedeelde_map) as demo,
    ):
        yield demo


@pytest.fixture(scope="session")
def demo(demo_bron: Demo, django_db_blocker: Any) -> Iterator[Demo]:
    """The demo of this worker."""
    with django_db_blocker.unblock(), kopie(demo_bron, "demo") as eigen:
        yield eigen


@pytest.fixture(scope="module")
def op_demo(demo: Demo, django_db_blocker: Any) -> Iterator[Demo]:
    """The tests of this module find the demo in their database, each in its own transaction."""
    with django_db_blocker.unblock(), in_database(demo):
        yield demo


@pytest.fixture
def demoklok() -> Iterator[None]:
    """The day on which the demo ends."""
    with time_machine.travel(NU, tick=False):
        yield

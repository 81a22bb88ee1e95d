"""What every test may ask for: a clock that stands still, colleagues, a browser signed in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from django.db import connection, connections
from django.test import Client, override_settings
from django.test.utils import setup_databases, teardown_databases
from pytest_django.plugin import DjangoDbBlocker

from medewerkers.enums import Rol
from medewerkers.models import Gemeente, Medewerker
from tests.factories import NU, GemeenteFactory, MedewerkerFactory


@pytest.fixture(autouse=True, scope="session")
def omgeving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Nothing of a test lands in the data or the cache of an installation."""
    gegevens = tmp_path_factory.mktemp("gegevens")
    with override_settings(
        DATA_MAP=gegevens,
        DOCUMENTEN_MAP=gegevens / "documenten",
        CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
        TOTP_VERPLICHT=False,
        SECURE_SSL_REDIRECT=False,
    ):
        yield gegevens


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """The test database, also when only tests without the mark `django_db` were asked for.

    At the end nobody is left in it: a thread or a killed process may linger. With `bin/test
    --bewaar` it stays for the next run, which then only migrates what is new.
    """
    bewaar = os.environ.get("PROEFDATABASE_BEWAREN") == "ja"
    with django_db_blocker.unblock():
        gemaakt = setup_databases(
            verbosity=0, interactive=False, serialized_aliases=[], keepdb=bewaar
        )
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        teardown_databases(gemaakt, verbosity=0, keepdb=bewaar)


@pytest.fixture
def nu() -> datetime:
    return NU


@pytest.fixture
def klok() -> Iterator[time_machine.Coordinates]:
    """The clock of views, tasks and commands stands at `NU`; `klok.shift(…)` moves it."""
    with time_machine.travel(NU, tick=False) as reiziger:
        yield reiziger


@pytest.fixture
def gemeente(db: None) -> Gemeente:
    return GemeenteFactory()


@pytest.fixture
def consulent(db: None) -> Medewerker:
    return MedewerkerFactory(rol=Rol.CONSULENT, naam="Marieke Bos")


@pytest.fixture
def teamleider(db: None) -> Medewerker:
    return MedewerkerFactory(rol=Rol.TEAMLEIDER, naam="Jan Postma")


@pytest.fixture
def oov(db: None) -> Medewerker:
    return MedewerkerFactory(rol=Rol.OOV, naam="Roel Hofstra")


@pytest.fixture
def administratie(db: None) -> Medewerker:
    return MedewerkerFactory(rol=Rol.ADMINISTRATIE, naam="Anita Veen")


@pytest.fixture
def partner(db: None) -> Medewerker:
    return MedewerkerFactory(rol=Rol.PARTNER, naam="Wim de Groot")


@pytest.fixture
def beheerder(db: None) -> Medewerker:
    return MedewerkerFactory(rol=Rol.BEHEERDER, naam="Sanne Kuipers")


@pytest.fixture
def client_als(klok: time_machine.Coordinates) -> Callable[[Medewerker], Client]:
    """A browser in which this colleague is signed in; its requests happen at `NU`."""

    def aanmelden(medewerker: Medewerker) -> Client:
        client = Client()
        client.force_login(medewerker)
        return client

    return aanmelden


@pytest.fixture
def klant(client_als: Callable[[Medewerker], Client], consulent: Medewerker) -> Client:
    """Signed in as the consulent."""
    return client_als(consulent)

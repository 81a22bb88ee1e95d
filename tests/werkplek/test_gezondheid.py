"""What machines and the beheerder are told about the system itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from tests.factories import NU
from werkplek.queries.gezondheid import HARTSLAG
from werkplek.services.nachtwerk import nachtwerk
from werkplek.tasks import hartslag

DOOD = "redis://127.0.0.1:1/0"


@pytest.fixture(autouse=True)
def zonder_hartslag():
    cache.delete(HARTSLAG)


@pytest.mark.django_db
def test_all_is_well(klok):
    nachtwerk(nu=NU)
    hartslag()

    antwoord = Client().get("/health")

    lichaam = antwoord.json()
    assert antwoord.status_code == 200
    assert lichaam.pop("nachtwerk").startswith("2026-03-02T")
    assert lichaam == {"status": "ok", "database": "ok", "wachtrij": "ok"}


@pytest.mark.django_db
def test_a_new_installation_is_healthy_but_needs_a_look(klok):
    antwoord = Client().get("/health")

    assert antwoord.status_code == 200
    assert antwoord.json() == {
        "status": "let op",
        "database": "ok",
        "wachtrij": "let op",
        "nachtwerk": None,
    }


@pytest.mark.django_db
def test_a_worker_that_stopped_is_seen_after_five_minutes(klok):
    hartslag()
    klok.shift(timedelta(minutes=5))
    net = Client().get("/health").json()["wachtrij"]
    klok.shift(timedelta(minutes=1))

    assert net == "ok"
    assert Client().get("/health").json()["wachtrij"] == "let op"


@pytest.mark.django_db
def test_without_the_queue_the_system_is_not_healthy(klok, settings):
    settings.REDIS_URL = DOOD

    antwoord = Client().get("/health")

    assert antwoord.status_code == 503
    assert (antwoord.json()["status"], antwoord.json()["wachtrij"]) == ("fout", "fout")


def test_without_the_database_the_system_is_not_healthy(klok, django_db_blocker, monkeypatch):
    """The one thing here that cannot be had for real: the test itself lives in the database."""
    from django.db import OperationalError
    from django.db.backends.base.base import BaseDatabaseWrapper

    def weg(self):
        raise OperationalError

    monkeypatch.setattr(BaseDatabaseWrapper, "cursor", weg)

    antwoord = Client().get("/health")

    assert antwoord.status_code == 503
    assert antwoord.json()["database"] == "fout"


@pytest.mark.django_db
def test_it_is_cheap(klok, django_assert_num_queries):
    with django_assert_num_queries(2):
        Client().get("/health")


def test_the_page_says_it_in_words(client_als, beheerder, settings):
    nachtwerk(nu=NU, stappen=[("taken", lambda door, nu: 3)])
    settings.REDIS_URL = DOOD

    pagina = client_als(beheerder).get("/beheer/gezondheid/").content.decode()

    assert "Redis antwoordt niet" in pagina
    assert "3 bijgewerkt" in pagina
    assert "Gelukt" in pagina

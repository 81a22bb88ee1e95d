"""The promises about hours, as `bin/bench` measures them."""

import pytest
from django.conf import settings
from django.test import Client

from leerroutes.queries.urentotalen import afwijkende_dossiers
from tests.factories import NU
from werkplek.metingen import termijnen, uren

pytestmark = [pytest.mark.lang, pytest.mark.django_db]


@pytest.fixture
def client_van(consulent):
    client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
    client.force_login(consulent)
    return client


def test_very_many_hours_are_shown_and_a_long_list_is_entered_in_time(
    gemeente, consulent, client_van
):
    metingen = {meting.name: meting for meting in uren(client_van, consulent, nu=NU)}

    voor_mensen = [m for naam, m in metingen.items() if naam.startswith("pagina_leerroute-uren")]
    invoeren = metingen["presentie_5000_regels_invoeren"]
    assert len(voor_mensen) == 2
    assert all(meting.p50_ms < 150 for meting in voor_mensen), voor_mensen
    assert invoeren.p50_ms < 10_000, invoeren
    assert afwijkende_dossiers() == []


def test_a_hundred_thousand_terms_are_judged_within_a_second(gemeente, consulent, client_van):
    metingen = {meting.name: meting for meting in termijnen(client_van, consulent, nu=NU)}

    assert metingen["wie_dreigt_100000_trajecten"].p50_ms < 1000, metingen
    assert metingen["pagina_op-koers_100000_trajecten"].p50_ms < 1000, metingen

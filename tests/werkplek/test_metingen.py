"""What `bin/bench` measures is there: a page that moves on is no page to time."""

import pytest

from inburgering.enums import Regime
from tests.factories import een_dossier, een_traject
from werkplek.metingen import paginas, proefdossier

pytestmark = pytest.mark.django_db


def test_every_page_that_is_measured_answers(gemeente, consulent, klant):
    een_dossier(consulent=consulent, regime=Regime.WI2013)
    een_traject(een_dossier(consulent=consulent), door=consulent)

    antwoorden = {naam: klant.get(url).status_code for naam, url in paginas(proefdossier())}

    assert set(antwoorden.values()) == {200}, antwoorden
    assert "pagina_leerroute" in antwoorden


def test_without_a_route_there_is_nothing_to_measure(gemeente, consulent):
    een_dossier(consulent=consulent)

    assert proefdossier() is None

"""Looking changes nothing, but that it is recorded who looked."""

from __future__ import annotations

import re

import pytest
from django.db import connection

from tests.huis.ronde import ronde
from tests.huis.voorbeelden import adressen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_demo", "demoklok")]

# A look is recorded, and a session may be prolonged.
MAG = re.compile(r'^(INSERT INTO "inburgering_raadpleging"|(UPDATE|INSERT INTO) "django_session")')


@pytest.mark.parametrize("naam", sorted(adres.naam for adres in adressen()))
def test_a_get_writes_nothing_but_that_somebody_looked(naam):
    gezien = ronde(connection.settings_dict["NAME"]).get(naam)
    if gezien is None:
        return  # takes no GET

    assert [vraag for vraag in gezien.schrijft if not MAG.match(vraag)] == []

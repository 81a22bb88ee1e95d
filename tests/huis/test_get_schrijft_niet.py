"""Looking changes nothing, but that it is recorded who looked."""

from __future__ import annotations

import re

import pytest
from django.db import connection

from tests.huis.ronde import ronde

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_demo", "demoklok")]

# A look is recorded, and a session may be prolonged.
MAG = re.compile(r'(INSERT INTO "inburgering_raadpleging"|(UPDATE|INSERT INTO) "django_session")')


def test_a_get_writes_nothing_but_that_somebody_looked():
    geschreven = {
        naam: [vraag for vraag in gezien.schrijft if not MAG.match(vraag)]
        for naam, gezien in ronde(connection.settings_dict["NAME"]).items()
    }

    assert {naam: vragen for naam, vragen in geschreven.items() if vragen} == {}

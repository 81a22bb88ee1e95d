"""Two who decide at once, each in a transaction of their own."""

from __future__ import annotations

import threading
from datetime import date
from typing import Any

import pytest
from django.db import connections

from besluiten.models import Besluit, BesluitSoort, Bezwaar, BezwaarStatus
from besluiten.services.beslissen import beslissen
from medewerkers.enums import Rol
from medewerkers.geweigerd import Gewijzigd
from tests.besluiten.bezwaardagen import om
from tests.besluiten.test_bezwaar import klaar_om_te_beslissen, registreer
from tests.factories import MedewerkerFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_at_once_take_one_decision(besluit, consulent, jurist):
    collega = MedewerkerFactory(rol=Rol.JURIST)
    bezwaar = klaar_om_te_beslissen(registreer(besluit, consulent), jurist)
    versie = Bezwaar.objects.get(pk=bezwaar.pk).versie
    samen = threading.Barrier(2)
    uitkomsten: list[Any] = []

    def doe(door: Any) -> None:
        samen.wait()
        try:
            beslissen(bezwaar_id=bezwaar.pk, versie=versie, door=door, nu=om(date(2022, 5, 12)))
            uitkomsten.append("beslist")
        except Gewijzigd:
            uitkomsten.append("gewijzigd")
        finally:
            connections.close_all()

    draden = [threading.Thread(target=doe, args=(wie,)) for wie in (jurist, collega)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert sorted(uitkomsten) == ["beslist", "gewijzigd"]
    assert Besluit.objects.filter(soort=BesluitSoort.BEZWAAR).count() == 1
    assert Bezwaar.objects.get().status == BezwaarStatus.BESLIST

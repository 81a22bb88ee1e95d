"""A long list, as `bin/bench` measures it."""

from __future__ import annotations

import pytest

from inburgering.datums import OnzekereDatum
from inburgering.models import Persoon
from inburgering.namen import op_alfabet, vouw
from medewerkers.models import Medewerker, maak_aan
from medewerkers.sporen import spoor
from tests.factories import NU
from tests.proefsoort import PROEF
from werkplek.metingen import importvoorbeeld

BEKENDEN = 5000


def vul(door: Medewerker) -> None:
    """People on record, of every year that the list has."""
    personen = []
    for nummer in range(BEKENDEN):
        persoon = Persoon(voornamen=f"Omar{nummer}", achternaam="Haddad")
        persoon.geboortedatum = OnzekereDatum(1950 + nummer % 60, 1 + nummer % 12, 2)
        persoon.zoeksleutel = vouw(f"Haddad Omar{nummer}")
        persoon.sorteernaam = op_alfabet("Haddad", f"Omar{nummer}", "")
        personen.append(persoon)
    with spoor(door=door, nu=NU):
        maak_aan(personen)


@pytest.mark.lang
@pytest.mark.django_db
def test_a_thousand_rows_are_judged_within_ten_seconds(oov):
    vul(oov)

    (meting,) = importvoorbeeld(nu=NU, naam=PROEF.naam)

    assert meting.p95_ms < 10_000, str(meting)
    assert meting.queries < 60, str(meting)


@pytest.mark.django_db
def test_a_kind_that_is_not_there_is_not_measured():
    assert list(importvoorbeeld(nu=NU, naam="bestaat niet")) == []

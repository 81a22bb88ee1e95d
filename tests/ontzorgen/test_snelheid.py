"""A large batch stays quick and small; the numbers themselves are in `bin/bench`."""

from __future__ import annotations

import pytest

from medewerkers.enums import Rol
from ontzorgen.models import Betaling
from tests.factories import NU, MedewerkerFactory
from werkplek.metingen import betalen
from werkplek.metingen_betalen import betaal, bouw_eerst, herbouw, vul_betalen


@pytest.fixture
def kantoor(db):
    """Who makes a batch and who approves it."""
    return [MedewerkerFactory(rol=rol) for rol in (Rol.ADMINISTRATIE, Rol.TEAMLEIDER)]


def test_what_is_measured_pays_every_line(kantoor):
    batch = betaal(vul_betalen(regels=12, nu=NU), regels=12)

    assert (batch.status, Betaling.objects.count()) == ("aangeboden", 12)


def test_a_second_build_writes_nothing(kantoor):
    proef = vul_betalen(regels=12, nu=NU)
    batch = bouw_eerst(proef)

    herbouw(proef, batch)

    assert set(Betaling.objects.values_list("versie", flat=True)) == {1}


@pytest.mark.lang
def test_a_large_batch_keeps_within_the_promise(kantoor):
    """5,000 lines in 3 s, 100,000 in 60 s and 500 MiB, on a quiet machine."""
    gemeten = {meting.name: meting for meting in betalen(nu=NU)}

    assert gemeten["batch_5000_bouwen_tot_bestand"].p50_ms <= 3_000
    assert gemeten["batch_100000_bouwen_tot_bestand"].p50_ms <= 60_000
    assert gemeten["batch_100000_bouwen_tot_bestand"].peak_mib <= 500

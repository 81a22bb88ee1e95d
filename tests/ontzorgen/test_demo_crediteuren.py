"""Whom the demo pays: on accounts that two colleagues saw, but for the two that wait."""

import pytest

from medewerkers.enums import Rol
from ontzorgen.enums import RekeningStatus
from ontzorgen.models import Betaalregels, Crediteur, Crediteurrekening
from tests.factories import NU, MedewerkerFactory
from werkplek.demo.crediteuren import vul_crediteuren

pytestmark = pytest.mark.django_db


def bouw():
    administratie = MedewerkerFactory(rol=Rol.ADMINISTRATIE)
    vul_crediteuren(
        administratie=administratie,
        collega=MedewerkerFactory(rol=Rol.ADMINISTRATIE),
        beheerder=MedewerkerFactory(rol=Rol.BEHEERDER),
        nu=NU,
    )


def test_six_are_paid_and_two_numbers_wait():
    bouw()

    rekeningen = Crediteurrekening.objects
    assert rekeningen.filter(status=RekeningStatus.BEVESTIGD).count() == 6
    assert rekeningen.filter(status=RekeningStatus.VOORGESTELD).count() == 2
    assert Betaalregels.objects.get().bic == "BNGHNL2G"


def test_twice_is_once():
    bouw()
    bouw()

    assert (Crediteur.objects.count(), Crediteurrekening.objects.count()) == (7, 8)

"""The factories themselves: other tests lean on them."""

import pytest
from stdnum.nl import bsn

from inburgering.enums import SchakelNummer, SchakelStatus
from medewerkers.enums import Rol
from tests.factories import VANDAAG, MedewerkerFactory, een_dossier, geldig_bsn


def test_a_bsn_passes_the_proof_and_is_never_given_twice():
    nummers = [geldig_bsn() for _ in range(50)]

    assert all(bsn.is_valid(nummer) for nummer in nummers)
    assert len(set(nummers)) == 50


@pytest.mark.django_db
def test_a_colleague_has_the_roles_asked_for_and_a_partner_an_organisation():
    collega = MedewerkerFactory(rollen=[Rol.CONSULENT, Rol.TEAMLEIDER])
    partner = MedewerkerFactory(rol=Rol.PARTNER)

    assert collega.rollen == {Rol.CONSULENT, Rol.TEAMLEIDER}
    assert collega.partnerorganisatie is None
    assert partner.partnerorganisatie is not None


@pytest.mark.django_db
def test_a_dossier_with_a_kennisgeving_has_its_first_schakel_closed(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, kennisgeving_op=VANDAAG)

    eerste = dossier.schakels.get(nummer=SchakelNummer.PLICHT)

    assert dossier.consulent == consulent
    assert eerste.status == SchakelStatus.AFGEROND


def test_the_browser_is_signed_in_and_its_clock_stands_at_now(klant):
    antwoord = klant.get("/account/wachtwoord/")

    assert antwoord.status_code == 200
    assert antwoord.wsgi_request.nu.isoformat() == "2026-03-02T08:30:00+00:00"

"""Who sees which dossier, asked from both sides."""

from __future__ import annotations

import pytest

from inburgering.models import Inburgeraar
from inburgering.models.zicht import wie_ziet
from inburgering.services.dossiers import partner_toewijzen, sluiten_voor_anderen
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from tests.factories import NU, MedewerkerFactory, een_dossier
from wet.doelgroepen import Doelgroep

pytestmark = pytest.mark.django_db


def test_who_sees_a_dossier_is_who_it_is_visible_to(gemeente, consulent, partner, teamleider):
    for rol in set(Rol) - {Rol.PARTNER}:
        MedewerkerFactory(rol=rol)
    MedewerkerFactory(rol=Rol.PARTNER)
    MedewerkerFactory(rollen=[Rol.OOV, Rol.PARTNER])
    wie = {"door": teamleider, "nu": NU}
    gewoon, van_partner, gesloten = (
        een_dossier(consulent=consulent),
        een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG),
        een_dossier(consulent=consulent),
    )
    partner_toewijzen(dossier_id=van_partner.pk, partner=partner.partnerorganisatie, **wie)
    sluiten_voor_anderen(dossier_id=gesloten.pk, medewerkers=[consulent], reden="x", **wie)

    for dossier in Inburgeraar.objects.all():
        assert set(wie_ziet(dossier)) == {
            medewerker
            for medewerker in Medewerker.objects.actief()
            if Inburgeraar.objects.zichtbaar_voor(medewerker).filter(pk=dossier.pk).exists()
        }
    assert gewoon in Inburgeraar.objects.zichtbaar_voor(consulent)

"""One bijstand for two: both sign, and the partner has none beside it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inburgering.enums import Gezinsrol, VerblijfsrechtSoort
from inburgering.geweigerd import Geweigerd
from inburgering.models import Gebeurtenis
from inburgering.services.dossiers import sluiten_voor_anderen
from inburgering.services.personen import gezin_vormen, gezinslid_toevoegen
from inburgering.services.plichten import verblijfsrecht_vastleggen
from ontzorgen.enums import OntzorgStatus
from ontzorgen.models import Ontzorgperiode, Uitkering
from ontzorgen.policies.perioden import Bijstand, Partnerkeuze
from ontzorgen.queries.lastentab import lastentab, loopt_via
from ontzorgen.queries.partners import gezinspartners
from ontzorgen.services.bijstand import bijstand_vastleggen
from ontzorgen.services.perioden import ALLEEN, ontzorgen_activeren
from tests.factories import NU, VANDAAG, een_dossier
from tests.ontzorgen.fabriek import BEGIN, een_huishouden

pytestmark = pytest.mark.django_db


@pytest.fixture
def wie(administratie):
    return {"door": administratie, "nu": NU}


@pytest.fixture
def huishouden(administratie):
    return een_huishouden(door=administratie, geregeld=False)


@pytest.fixture
def partner(huishouden, administratie, wie):
    """The dossier of the partner in the same household."""
    dossier = een_dossier(consulent=administratie)
    verblijfsrecht_vastleggen(
        persoon_id=dossier.persoon_id,
        soort=VerblijfsrechtSoort.ASIEL_BEPAALD,
        start_op=BEGIN - timedelta(days=90),
        **wie,
    )
    gezin = gezin_vormen(**wie)
    for persoon, rol in (
        (huishouden.inburgeraar.persoon, Gezinsrol.REFERENT),
        (dossier.persoon, Gezinsrol.PARTNER),
        (een_dossier(consulent=administratie).persoon, Gezinsrol.KIND),
    ):
        gezinslid_toevoegen(gezin=gezin, persoon=persoon, rol=rol, start_op=BEGIN, **wie)
    return dossier


def activeer(huishouden, wie, keuze=ALLEEN):
    return ontzorgen_activeren(
        periode_id=huishouden.ontzorgperiode.pk,
        versie=None,
        besluit_op=BEGIN,
        machtiging_op=BEGIN,
        partnerkeuze=keuze,
        **wie,
    )


def samen(partner, op=VANDAAG):
    return Partnerkeuze(partner_id=partner.persoon_id, machtiging_op=op)


def test_the_partner_signs_too(huishouden, partner, wie):
    periode = activeer(huishouden, wie, samen(partner))

    assert periode.status == OntzorgStatus.ACTIEF
    assert (periode.partner_id, periode.machtiging_partner_op) == (partner.persoon_id, VANDAAG)


@pytest.mark.parametrize(
    ("keuze", "veld"),
    [
        (lambda partner: ALLEEN, "partner"),
        (lambda partner: Partnerkeuze(geen_reden=" "), "partner"),
        (lambda partner: samen(partner, op=None), "machtiging_partner_op"),
        (
            lambda partner: samen(partner, op=VANDAAG + timedelta(days=1)),
            "machtiging_partner_op",
        ),
        (lambda partner: Partnerkeuze(partner_id=0, machtiging_op=VANDAAG), "partner"),
    ],
)
def test_without_that_signature_nothing_is_paid(huishouden, partner, wie, keuze, veld):
    with pytest.raises(Geweigerd) as fout:
        activeer(huishouden, wie, keuze(partner))

    assert fout.value.veld == veld
    assert Ontzorgperiode.objects.get().status == OntzorgStatus.AANGEMELD


def test_a_reason_why_the_partner_has_no_part_in_it(huishouden, partner, wie):
    periode = activeer(huishouden, wie, Partnerkeuze(geen_reden="Heeft eigen inkomen."))

    assert (periode.status, periode.partner_id) == (OntzorgStatus.ACTIEF, None)
    regel = Gebeurtenis.objects.filter(inburgeraar=huishouden.inburgeraar_id).order_by("pk").last()
    assert regel.reden == "Heeft eigen inkomen."


def test_who_shares_a_bijstand_gets_no_second_one(huishouden, partner, wie):
    activeer(huishouden, wie, samen(partner))

    with pytest.raises(Geweigerd, match=huishouden.inburgeraar.dossiernummer) as fout:
        bijstand_vastleggen(dossier_id=partner.pk, bijstand=Bijstand(start_op=VANDAAG), **wie)

    assert fout.value.veld == "start_op"
    assert Uitkering.objects.count() == 1


def test_before_the_shared_bijstand_there_may_have_been_another(huishouden, partner, wie):
    activeer(huishouden, wie, samen(partner))

    bijstand_vastleggen(
        dossier_id=partner.pk,
        bijstand=Bijstand(start_op=BEGIN - timedelta(days=30), eind_op=BEGIN - timedelta(days=1)),
        **wie,
    )

    assert Uitkering.objects.count() == 2


def test_who_has_a_bijstand_does_not_share_another(huishouden, partner, wie):
    bijstand_vastleggen(dossier_id=partner.pk, bijstand=Bijstand(start_op=VANDAAG), **wie)

    with pytest.raises(Geweigerd, match=partner.dossiernummer) as fout:
        activeer(huishouden, wie, samen(partner))

    assert fout.value.veld == "partner"


def test_the_dossier_of_the_partner_points_to_the_other(huishouden, partner, wie, administratie):
    activeer(huishouden, wie, samen(partner))

    via = loopt_via(partner, voor=administratie, op=VANDAAG)
    tab = lastentab(
        huishouden.inburgeraar, huishouden_nu(huishouden), voor=administratie, op=VANDAAG
    )

    assert via.dossier == huishouden.inburgeraar
    assert tab.partner_naam == partner.persoon.naam
    assert loopt_via(huishouden.inburgeraar, voor=administratie, op=VANDAAG) is None


def huishouden_nu(huishouden):
    return Uitkering.objects.select_related("ontzorgperiode").get(pk=huishouden.pk)


def test_a_closed_dossier_stays_unnamed(huishouden, partner, wie, administratie, teamleider):
    activeer(huishouden, wie, samen(partner))
    for dossier in (huishouden.inburgeraar, partner):
        sluiten_voor_anderen(
            dossier_id=dossier.pk,
            medewerkers=[teamleider],
            door=teamleider,
            nu=NU,
            reden="Bedreiging",
        )

    assert loopt_via(partner, voor=administratie, op=VANDAAG).dossier is None
    assert [p.naam for p in gezinspartners(huishouden.inburgeraar, voor=administratie)] == [
        "Gezinslid met een gesloten dossier"
    ]
    with pytest.raises(Geweigerd, match="een ander dossier"):
        bijstand_vastleggen(dossier_id=partner.pk, bijstand=Bijstand(start_op=VANDAAG), **wie)

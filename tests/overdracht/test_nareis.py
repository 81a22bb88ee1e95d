"""Family that is expected, arrives, and joins the family that is here."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inburgering.enums import BeeindigReden, Gezinsrol, TaakStatus
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Gezinslid, Taak
from inburgering.services.dossiers import beeindigen
from overdracht.enums import Fase
from overdracht.models import Nareis, NareisStatus, OverdrachtSoort, OverdrachtStatus
from overdracht.queries.standen import stand_van
from overdracht.services.huisvesting import bij_referent_wonen, inschrijven, verhuizen
from overdracht.services.nareis import (
    NareisGegevens,
    nareis_aangekomen,
    nareis_aankondigen,
    nareis_komt_niet,
    nareis_wijzigen,
)
from overdracht.services.overdrachten import verwerken
from tests.factories import NU, VANDAAG
from tests.overdracht.huishoudens import (
    breng_tot,
    dossiers_van,
    kind,
    lid,
    ontvangen,
    overdrachtgegevens,
)

EERDER = VANDAAG - timedelta(days=2)


@pytest.fixture
def referent(team):
    overdracht = ontvangen(team, lid())
    breng_tot(team, overdracht, Fase.INGESCHREVEN)
    return dossiers_van(overdracht)[0]


def kondig_aan(team, referent, aantal=2, **velden):
    return nareis_aankondigen(
        dossier_id=referent.pk,
        gegevens=NareisGegevens(aantal=aantal, **velden),
        door=team.consulent,
        nu=NU,
    )


def kom_aan(team, nareis, *leden, **velden):
    return nareis_aangekomen(
        nareis_id=nareis.pk,
        gegevens=overdrachtgegevens(**({"azc": "", "koppeling_op": EERDER} | velden)),
        personen=leden or (lid(Gezinsrol.PARTNER), kind()),
        door=team.oov,
        nu=NU,
    )


def test_family_comes_straight_to_the_family_and_joins_its_household(team, referent):
    nareis = kondig_aan(team, referent, wie="echtgenoot en kind")

    overdracht = kom_aan(team, nareis)
    wat = {"overdracht_id": overdracht.pk, "nu": NU}
    verwerken(**wat, door=team.oov)
    bij_referent_wonen(**wat, op=EERDER, door=team.oov)
    verhuizen(**wat, op=VANDAAG, door=team.oov)
    inschrijven(**wat, brp_op=VANDAAG, door=team.consulent)

    nareis.refresh_from_db()
    assert (nareis.status, nareis.overdracht) == (NareisStatus.AANGEKOMEN, overdracht)
    assert overdracht.soort == OverdrachtSoort.NAREIS
    thuis = Gezinslid.objects.get(persoon=referent.persoon, eind_op=None).gezin
    assert sorted(rij.rol for rij in thuis.leden.filter(eind_op=None)) == [
        "kind",
        "partner",
        "referent",
    ]
    stand = stand_van(overdracht.pk)
    assert stand.fase == Fase.INGESCHREVEN
    assert {lid.overdrachtslid.grond for lid in stand.leden} == {"nareiziger"}
    assert stand_van(referent.persoon.overgedragen.get().overdracht_id).overdracht.status == (
        OverdrachtStatus.AFGEROND
    )


def test_only_children_may_follow(team, referent):
    """No adult and no dossier of their own: the tasks are the family's."""
    overdracht = kom_aan(team, kondig_aan(team, referent, 1), kind())

    taak = Taak.objects.get(soort="overdracht_verwerken", status=TaakStatus.OPEN)
    assert taak.inburgeraar == referent
    assert stand_van(overdracht.pk).dossiers == ()


def test_without_an_address_of_the_family_a_home_must_be_found(team):
    overdracht = ontvangen(team, lid())
    referent = dossiers_van(overdracht)[0]
    nareis = kom_aan(team, kondig_aan(team, referent), azc="AZC Zevenaar")
    verwerken(overdracht_id=nareis.pk, door=team.oov, nu=NU)

    with pytest.raises(Geweigerd, match="nog geen adres"):
        bij_referent_wonen(overdracht_id=nareis.pk, op=VANDAAG, door=team.oov, nu=NU)


def test_who_were_linked_by_coa_do_not_move_in_with_family(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)

    with pytest.raises(Geweigerd, match="nareist"):
        bij_referent_wonen(overdracht_id=overdracht.pk, op=VANDAAG, door=team.oov, nu=NU)


def test_they_do_not_arrive_twice(team, referent):
    nareis = kondig_aan(team, referent)
    kom_aan(team, nareis)

    with pytest.raises(Geweigerd, match="aangekomen"):
        kom_aan(team, nareis)


def test_not_coming_frees_the_places(team, referent):
    nareis = kondig_aan(team, referent)

    nareis_komt_niet(nareis_id=nareis.pk, reden="Aanvraag afgewezen", door=team.oov, nu=NU)

    nareis.refresh_from_db()
    assert (nareis.status, nareis.vervallen_op) == (NareisStatus.VERVALLEN, VANDAAG)


def test_when_the_referent_is_gone_nobody_follows(team, referent):
    kondig_aan(team, referent)

    beeindigen(
        dossier_id=referent.pk,
        reden=BeeindigReden.VERHUISD,
        op=VANDAAG,
        door=team.consulent,
        nu=NU,
    )

    assert Nareis.objects.get().status == NareisStatus.VERVALLEN


def test_the_second_to_change_an_announcement_is_told(team, referent):
    nareis = kondig_aan(team, referent)
    wijzig = {"nareis_id": nareis.pk, "door": team.oov, "nu": NU}
    nareis_wijzigen(**wijzig, versie=1, gegevens=NareisGegevens(aantal=3))

    with pytest.raises(Gewijzigd):
        nareis_wijzigen(**wijzig, versie=1, gegevens=NareisGegevens(aantal=4))


@pytest.mark.parametrize("aantal", [0, 31])
def test_a_number_that_cannot_be_is_refused(team, referent, aantal):
    with pytest.raises(Geweigerd, match="van 1 tot en met 30"):
        kondig_aan(team, referent, aantal)

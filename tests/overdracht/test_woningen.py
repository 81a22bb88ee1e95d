"""Homes: which fits, who was first, given back, and a temporary one in between."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inburgering.enums import SchakelNummer, SchakelStatus, VerblijfSoort
from inburgering.geweigerd import Geweigerd
from inburgering.models import Schakel, Verblijf
from overdracht.enums import Fase
from overdracht.models import Huisvesting, HuisvestingStatus, Woning, WoningStatus
from overdracht.queries.standen import stand_van
from overdracht.queries.woningen import passende_woningen, woninglijst
from overdracht.services.huisvesting import (
    inschrijven,
    verhuizen,
    woning_accepteren,
    woning_bezichtigen,
    woning_intrekken,
    woning_toewijzen,
    woning_weigeren,
)
from overdracht.services.woningen import woning_aanbieden, woning_vervalt
from tests.factories import NU, VANDAAG
from tests.overdracht.huishoudens import (
    INSCHRIJVING,
    TOEWIJZING,
    VERHUIZING,
    WONING,
    breng_tot,
    ontvangen,
)


def bied_aan(team, **velden):
    return woning_aanbieden(gegevens=replace(WONING, **velden), door=team.oov, nu=NU)


def test_what_fits_stands_on_top_and_what_is_lacking_is_said(team):
    overdracht = ontvangen(team, kamers=3, rolstoel=True)
    klein = bied_aan(team, huisnummer="1", kamers=2)
    past = bied_aan(team, huisnummer="2", kamers=3, rolstoel=True)
    onbekend = bied_aan(team, huisnummer="3", rolstoel=True)

    passend = passende_woningen(overdracht)

    assert [(p.woning, p.mist) for p in passend] == [
        (past, ()),
        (onbekend, ("aantal kamers onbekend, nodig: 3",)),
        (klein, ("2 slaapkamers, nodig: 3", "niet rolstoelgeschikt")),
    ]


def test_the_second_to_choose_a_home_is_told(team):
    woning = bied_aan(team, huisnummer="1")
    eerst, later = ontvangen(team), ontvangen(team)
    for overdracht in (eerst, later):
        breng_tot(team, overdracht, Fase.VERWERKT)
    kies = {"woning_id": woning.pk, "op": TOEWIJZING, "door": team.oov, "nu": NU}
    woning_toewijzen(overdracht_id=eerst.pk, **kies)

    with pytest.raises(Geweigerd, match="is toegewezen"):
        woning_toewijzen(overdracht_id=later.pk, **kies)


def test_a_refused_home_is_free_for_others_and_the_reason_goes_to_coa(team, overdracht):
    breng_tot(team, overdracht, Fase.WONING)

    woning_weigeren(
        overdracht_id=overdracht.pk,
        op=VANDAAG,
        reden="Geen lift",
        procedure_coa="COA beoordeelt de weigering",
        door=team.oov,
        nu=NU,
    )

    assert Woning.objects.get().status == WoningStatus.VRIJ
    (geweigerd,) = stand_van(overdracht.pk).geweigerd
    assert geweigerd.procedure_coa == "COA beoordeelt de weigering"


def test_a_home_can_fall_through_after_it_was_accepted(team, overdracht):
    breng_tot(team, overdracht, Fase.WONING)
    wat = {"overdracht_id": overdracht.pk, "door": team.oov, "nu": NU}
    woning_accepteren(**wat, op=TOEWIJZING)

    woning_intrekken(**wat, reden="Brandschade")

    assert stand_van(overdracht.pk).woning.status == HuisvestingStatus.GEZOCHT
    assert Woning.objects.get().status == WoningStatus.VRIJ


def test_the_agreements_of_the_viewing_are_kept(team, overdracht):
    breng_tot(team, overdracht, Fase.WONING)

    woning_bezichtigen(
        overdracht_id=overdracht.pk,
        op=TOEWIJZING,
        afspraken_verhuizing="De Schans regelt een bus",
        door=team.consulent,
        nu=NU,
    )

    assert Huisvesting.objects.get().afspraken_verhuizing == "De Schans regelt een bus"


def test_from_a_temporary_home_the_search_goes_on(team, overdracht):
    breng_tot(team, overdracht, Fase.GESPREK)
    wat = {"overdracht_id": overdracht.pk, "nu": NU}
    tijdelijk = replace(WONING, huisnummer="1", tijdelijk=True)
    woning_toewijzen(**wat, woning=tijdelijk, op=TOEWIJZING, door=team.oov)
    woning_accepteren(**wat, op=TOEWIJZING, door=team.oov)
    verhuizen(**wat, op=VERHUIZING, door=team.oov)
    inschrijven(**wat, brp_op=INSCHRIJVING, door=team.consulent)

    stand = stand_van(overdracht.pk)
    assert stand.woning.status == HuisvestingStatus.GEZOCHT
    assert stand.tijdelijk is not None
    assert stand.ingeschreven_op == INSCHRIJVING
    assert stand.wacht_op == ("OOV zoekt een woning",)
    assert set(Verblijf.objects.filter(eind_op=None).values_list("soort", flat=True)) == {
        VerblijfSoort.TIJDELIJK
    }
    schakel = Schakel.objects.filter(nummer=SchakelNummer.VOORBEREIDEN).first()
    assert schakel.status == SchakelStatus.OPEN

    woning_toewijzen(**wat, woning=replace(WONING, huisnummer="2"), op=VANDAAG, door=team.oov)
    woning_accepteren(**wat, op=VANDAAG, door=team.oov)
    verhuizen(**wat, op=VANDAAG, door=team.oov)

    assert stand_van(overdracht.pk).fase == Fase.INGESCHREVEN
    schakel.refresh_from_db()
    assert schakel.status == SchakelStatus.AFGEROND


def test_a_home_stands_once_on_the_list(team):
    bied_aan(team)

    with pytest.raises(Geweigerd, match="staat al op de lijst"):
        bied_aan(team)


def test_a_withdrawn_offer_leaves_the_list_and_a_kept_home_does_not(team, overdracht):
    vrij = bied_aan(team, huisnummer="1")
    breng_tot(team, overdracht, Fase.WONING)
    bewaard = Woning.objects.get(status=WoningStatus.TOEGEWEZEN)

    woning_vervalt(woning_id=vrij.pk, reden="Verkocht", door=team.oov, nu=NU)

    assert [regel.woning for regel in woninglijst(voor=team.oov)] == [bewaard]
    with pytest.raises(Geweigerd, match="Alleen een vrije woning"):
        woning_vervalt(woning_id=bewaard.pk, reden="Verkocht", door=team.oov, nu=NU)

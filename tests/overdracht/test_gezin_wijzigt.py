"""A household that changes on its way here, and what that does to tasks, dossiers and the home."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from inburgering.datums import OnzekereDatum
from inburgering.enums import BeeindigReden, DossierStatus, Gezinsrol, TaakStatus, VerblijfSoort
from inburgering.geweigerd import Geweigerd
from inburgering.models import Gezinslid, Inburgeraar, Taak, Verblijf
from inburgering.services.dossiers import beeindigen, hervatten
from overdracht.enums import Fase
from overdracht.models import (
    Overdracht,
    Overdrachtslid,
    OverdrachtStatus,
    RedenAfgevallen,
    Woning,
    WoningStatus,
)
from overdracht.queries.standen import stand_van
from overdracht.services.huisvesting import (
    inschrijven,
    verhuizen,
    woning_accepteren,
    woning_toewijzen,
)
from overdracht.services.leden import lid_afvallen, lid_toevoegen
from overdracht.services.overdrachten import intrekken
from overdracht.services.splitsing import splitsen
from tests.factories import NU, VANDAAG
from tests.overdracht.huishoudens import (
    INSCHRIJVING,
    KOPPELING,
    TOEWIJZING,
    VERHUIZING,
    WONING,
    breng_tot,
    dossiers_van,
    kind,
    lid,
    ontvangen,
    plan_gesprek,
    praat,
)

GISTEREN = VANDAAG - timedelta(days=1)


def wie(overdracht: Overdracht, rol: Gezinsrol):
    return next(lid for lid in stand_van(overdracht.pk).leden if lid.rol == rol)


def valt_af(team, overdracht, rol, waarom, **velden):
    lid_afvallen(
        overdracht_id=overdracht.pk,
        persoon_id=wie(overdracht, rol).persoon.pk,
        waarom=waarom,
        door=team.oov,
        nu=NU,
        **({"op": GISTEREN} | velden),
    )


# --- Somebody joins ----------------------------------------------------------------------------
def test_a_child_born_in_the_azc_comes_along(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    geboren = OnzekereDatum(GISTEREN.year, GISTEREN.month, GISTEREN.day)

    baby = lid_toevoegen(
        overdracht_id=overdracht.pk,
        lid=kind(geboortedatum=geboren),
        vanaf=GISTEREN,
        door=team.oov,
        nu=NU,
    )

    verblijf = Verblijf.objects.get(persoon=baby)
    assert (verblijf.soort, verblijf.start_op) == (VerblijfSoort.AZC, GISTEREN)
    assert baby.overgedragen.get().grond == "kind_van_vergunninghouder"
    praat(team, overdracht)
    assert len(stand_van(overdracht.pk).leden) == 4


def test_an_adult_who_is_linked_later_gets_a_dossier(team, overdracht):
    zus = lid_toevoegen(
        overdracht_id=overdracht.pk,
        lid=lid(Gezinsrol.ANDERS),
        vanaf=GISTEREN,
        door=team.oov,
        nu=NU,
    )

    assert zus.inburgeraar.wordt_gehuisvest


def test_a_second_main_person_is_refused(team, overdracht):
    with pytest.raises(Geweigerd, match="al een hoofdpersoon"):
        lid_toevoegen(overdracht_id=overdracht.pk, lid=lid(), vanaf=GISTEREN, door=team.oov, nu=NU)


def test_after_the_handover_the_household_changes_elsewhere(team, overdracht):
    breng_tot(team, overdracht, Fase.INGESCHREVEN)

    with pytest.raises(Geweigerd, match="loopt niet meer"):
        valt_af(team, overdracht, Gezinsrol.KIND, RedenAfgevallen.OVERLEDEN)


# --- Somebody leaves ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("waarom", "einde"),
    [
        (RedenAfgevallen.OVERLEDEN, BeeindigReden.OVERLEDEN),
        (RedenAfgevallen.VERTROKKEN, BeeindigReden.VERTROKKEN),
        (RedenAfgevallen.ANDERE_GEMEENTE, BeeindigReden.VERHUISD),
        (RedenAfgevallen.INGETROKKEN, BeeindigReden.ANDERS),
    ],
)
def test_who_leaves_is_out_of_everything_on_that_day(team, overdracht, waarom, einde):
    breng_tot(team, overdracht, Fase.VERWERKT)
    partner = wie(overdracht, Gezinsrol.PARTNER)

    valt_af(team, overdracht, Gezinsrol.PARTNER, waarom)

    dossier = Inburgeraar.objects.get(pk=partner.dossier.pk)
    assert (dossier.status, dossier.beeindigd_reden) == (DossierStatus.BEEINDIGD, einde)
    assert dossier.beeindigd_op == VANDAAG  # it was opened today
    afgevallen = Overdrachtslid.objects.get(persoon=partner.persoon)
    assert (afgevallen.eind_op, afgevallen.eind_reden) == (GISTEREN, waarom)
    assert not Gezinslid.objects.filter(persoon=partner.persoon, eind_op=None).exists()
    assert not Verblijf.objects.filter(persoon=partner.persoon, eind_op=None).exists()
    assert len(stand_van(overdracht.pk).leden) == 2


def test_when_the_main_person_dies_the_partner_takes_the_place(team, overdracht):
    partner = wie(overdracht, Gezinsrol.PARTNER).persoon

    valt_af(team, overdracht, Gezinsrol.REFERENT, RedenAfgevallen.OVERLEDEN)

    assert wie(overdracht, Gezinsrol.REFERENT).persoon == partner


def test_a_child_without_a_dossier_can_die_too(team, overdracht):
    klein = wie(overdracht, Gezinsrol.KIND).persoon

    valt_af(team, overdracht, Gezinsrol.KIND, RedenAfgevallen.OVERLEDEN)

    klein.refresh_from_db()
    assert klein.overleden_op == GISTEREN


def test_with_the_last_person_the_handover_ends_and_the_home_is_free(team):
    overdracht = ontvangen(team, lid())
    breng_tot(team, overdracht, Fase.WONING)

    valt_af(team, overdracht, Gezinsrol.REFERENT, RedenAfgevallen.VERTROKKEN)

    overdracht.refresh_from_db()
    assert overdracht.status == OverdrachtStatus.INGETROKKEN
    assert Woning.objects.get().status == WoningStatus.VRIJ
    assert not Taak.objects.filter(status=TaakStatus.OPEN).exists()


def test_the_day_is_not_before_the_koppeling(team, overdracht):
    with pytest.raises(Geweigerd) as fout:
        valt_af(
            team,
            overdracht,
            Gezinsrol.PARTNER,
            RedenAfgevallen.OVERLEDEN,
            op=KOPPELING - timedelta(days=1),
        )

    assert (fout.value.veld, "koppeling" in fout.value.reden) == ("op", True)


def test_a_dossier_ended_on_its_own_page_leaves_the_handover(team, overdracht):
    partner = wie(overdracht, Gezinsrol.PARTNER)

    beeindigen(
        dossier_id=partner.dossier.pk,
        reden=BeeindigReden.OVERLEDEN,
        op=VANDAAG,
        door=team.consulent,
        nu=NU,
    )

    rij = Overdrachtslid.objects.get(persoon=partner.persoon)
    assert (rij.eind_op, rij.eind_reden) == (VANDAAG, RedenAfgevallen.OVERLEDEN)


def test_an_exempt_person_still_gets_a_home(team, overdracht):
    """A vrijstelling ends the dossier, not the koppeling: the home must still be found."""
    partner = wie(overdracht, Gezinsrol.PARTNER)

    beeindigen(
        dossier_id=partner.dossier.pk,
        reden=BeeindigReden.VRIJSTELLING,
        op=VANDAAG,
        door=team.consulent,
        nu=NU,
    )

    assert Overdrachtslid.objects.get(persoon=partner.persoon).eind_op is None
    breng_tot(team, overdracht, Fase.INGESCHREVEN)
    assert wie(overdracht, Gezinsrol.PARTNER).ingeschreven_op == INSCHRIJVING


def test_who_turns_up_again_is_part_of_it_again(team, overdracht):
    partner = wie(overdracht, Gezinsrol.PARTNER)
    valt_af(team, overdracht, Gezinsrol.PARTNER, RedenAfgevallen.VERTROKKEN)

    hervatten(dossier_id=partner.dossier.pk, reden="Terug", door=team.consulent, nu=NU)

    terug = wie(overdracht, Gezinsrol.PARTNER)
    assert terug.persoon == partner.persoon
    verblijf = Verblijf.objects.get(persoon=partner.persoon, eind_op=None)
    assert verblijf.soort == VerblijfSoort.AZC


def test_a_main_person_who_turns_up_again_finds_the_place_taken(team, overdracht):
    hoofd = wie(overdracht, Gezinsrol.REFERENT)
    valt_af(team, overdracht, Gezinsrol.REFERENT, RedenAfgevallen.VERTROKKEN)

    hervatten(dossier_id=hoofd.dossier.pk, reden="Terug", door=team.consulent, nu=NU)

    rollen = sorted(lid.rol for lid in stand_van(overdracht.pk).leden)
    assert rollen == ["anders", "kind", "referent"]


# --- The koppeling goes to another municipality -----------------------------------------------
def test_linked_elsewhere_ends_everything_with_that_reason(team, overdracht):
    breng_tot(team, overdracht, Fase.WONING)

    intrekken(
        overdracht_id=overdracht.pk,
        waarom=RedenAfgevallen.ANDERE_GEMEENTE,
        reden="Naar Assen",
        door=team.oov,
        nu=NU,
    )

    assert {lid.eind_reden for lid in overdracht.leden.all()} == {RedenAfgevallen.ANDERE_GEMEENTE}
    assert {d.beeindigd_reden for d in dossiers_van(overdracht)} == {BeeindigReden.VERHUISD}
    assert Woning.objects.get().status == WoningStatus.VRIJ


# --- A household that splits ------------------------------------------------------------------
def test_who_goes_apart_has_a_handover_a_household_and_tasks_of_their_own(team, overdracht):
    breng_tot(team, overdracht, Fase.GESPREK)
    partner, klein = wie(overdracht, Gezinsrol.PARTNER), wie(overdracht, Gezinsrol.KIND)

    nieuw = splitsen(
        overdracht_id=overdracht.pk,
        personen=[partner.persoon.pk, klein.persoon.pk],
        reden="Uit elkaar",
        door=team.oov,
        nu=NU,
    )

    oud, apart = stand_van(overdracht.pk), stand_van(nieuw.pk)
    assert [lid.rol for lid in oud.leden] == [Gezinsrol.REFERENT]
    assert [lid.rol for lid in apart.leden] == [Gezinsrol.REFERENT, Gezinsrol.KIND]
    assert apart.gesprek == oud.gesprek
    assert apart.fase == Fase.GESPREK
    assert {lid.overdrachtslid.grond for lid in apart.leden} == {
        "vergunninghouder",
        "kind_van_vergunninghouder",
    }
    zoeken = Taak.objects.filter(soort="woning_zoeken", status=TaakStatus.OPEN)
    assert {taak.inburgeraar for taak in zoeken} == {oud.taakdossier, apart.taakdossier}


def test_both_halves_come_home_apart(team, overdracht):
    breng_tot(team, overdracht, Fase.GESPREK)
    nieuw = splitsen(
        overdracht_id=overdracht.pk,
        personen=[wie(overdracht, Gezinsrol.PARTNER).persoon.pk],
        reden="Uit elkaar",
        door=team.oov,
        nu=NU,
    )
    for rij, huisnummer in ((overdracht, "1"), (nieuw, "2")):
        woon(team, rij, huisnummer)

    assert {rij.status for rij in Overdracht.objects.all()} == {OverdrachtStatus.AFGEROND}


def woon(team, overdracht, huisnummer):
    w = {"overdracht_id": overdracht.pk, "nu": NU}
    woning = replace(WONING, huisnummer=huisnummer)
    woning_toewijzen(**w, woning=woning, op=TOEWIJZING, door=team.oov)
    woning_accepteren(**w, op=TOEWIJZING, door=team.oov)
    verhuizen(**w, op=VERHUIZING, door=team.oov)
    inschrijven(**w, brp_op=INSCHRIJVING, door=team.consulent)


def test_a_talk_still_to_come_stays_with_who_stays(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    plan_gesprek(team, overdracht)
    partner = wie(overdracht, Gezinsrol.PARTNER)

    nieuw = splitsen(
        overdracht_id=overdracht.pk,
        personen=[partner.persoon.pk],
        reden="Uit elkaar",
        door=team.oov,
        nu=NU,
    )

    assert nieuw.gesprek is None
    overdracht.refresh_from_db()
    assert partner.dossier not in overdracht.gesprek.dossiers.all()


@pytest.mark.parametrize(
    ("kies", "reden"),
    [
        (lambda leden: [], "Kies wie apart verdergaat"),
        (lambda leden: leden, "Er moet iemand achterblijven"),
        (lambda leden: [0], "hoort niet"),
    ],
)
def test_a_split_that_cannot_be_is_refused(team, overdracht, kies, reden):
    leden = [lid.persoon.pk for lid in stand_van(overdracht.pk).leden]

    with pytest.raises(Geweigerd, match=reden):
        splitsen(overdracht_id=overdracht.pk, personen=kies(leden), reden="x", door=team.oov, nu=NU)

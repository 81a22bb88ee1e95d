"""Who joins late or turns up again, and what the others of the household keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.urls import reverse

from inburgering.datums import OnzekereDatum
from inburgering.enums import (
    BeeindigReden,
    DossierStatus,
    Gezinsrol,
    SchakelNummer,
    SchakelStatus,
    TaakStatus,
    VerblijfSoort,
)
from inburgering.geweigerd import Geweigerd
from inburgering.models import Gebeurtenis, Schakel, Taak, Verblijf
from inburgering.services.dossiers import beeindigen, hervatten, sluiten_voor_anderen
from inburgering.services.plichten import brp_inschrijven
from inburgering.services.taken import taken_bijwerken
from medewerkers.sporen import spoor
from overdracht.enums import Fase
from overdracht.models import (
    Huisvesting,
    Nareis,
    NareisStatus,
    Overdracht,
    OverdrachtStatus,
    RedenAfgevallen,
)
from overdracht.queries.standen import stand_van
from overdracht.queries.zicht import zichtbare_personen
from overdracht.services.gesprek import gesprek_houden
from overdracht.services.huisvesting import (
    bij_referent_wonen,
    inschrijven,
    verhuizen,
    woning_accepteren,
    woning_toewijzen,
)
from overdracht.services.leden import lid_afvallen, lid_terug, lid_toevoegen
from overdracht.services.nareis import NareisGegevens, nareis_aangekomen, nareis_aankondigen
from overdracht.services.overdrachten import afronden, intrekken, verwerken
from overdracht.services.splitsing import splitsen
from tests.factories import NU, VANDAAG
from tests.overdracht.huishoudens import (
    INSCHRIJVING,
    TOEWIJZING,
    VERHUIZING,
    WONING,
    breng_tot,
    dossiers_van,
    kind,
    lid,
    ontvangen,
    overdrachtgegevens,
    plan_gesprek,
)

GISTEREN = VANDAAG - timedelta(days=1)


def wie(overdracht, rol):
    return next(rij for rij in stand_van(overdracht.pk).leden if rij.rol == rol)


def tijdelijk_wonen(team, overdracht):
    breng_tot(team, overdracht, Fase.GESPREK)
    w = {"overdracht_id": overdracht.pk, "nu": NU}
    woning = replace(WONING, huisnummer="1", tijdelijk=True)
    woning_toewijzen(**w, woning=woning, op=TOEWIJZING, door=team.oov)
    woning_accepteren(**w, op=TOEWIJZING, door=team.oov)
    verhuizen(**w, op=VERHUIZING, door=team.oov)
    return w


def baby(team, overdracht, geboren=GISTEREN):
    return lid_toevoegen(
        overdracht_id=overdracht.pk,
        lid=kind(geboortedatum=OnzekereDatum(geboren.year, geboren.month, geboren.day)),
        vanaf=geboren,
        door=team.oov,
        nu=NU,
    )


def valt_af(team, overdracht, rol, waarom=RedenAfgevallen.VERTROKKEN, op=VANDAAG):
    rij = wie(overdracht, rol)
    lid_afvallen(
        overdracht_id=overdracht.pk,
        persoon_id=rij.persoon.pk,
        waarom=waarom,
        op=op,
        door=team.oov,
        nu=NU,
    )
    return rij


# --- Late --------------------------------------------------------------------------------------
def test_a_baby_lives_with_its_family_and_leaves_their_registration_alone(team, overdracht):
    w = tijdelijk_wonen(team, overdracht)
    inschrijven(**w, brp_op=INSCHRIJVING, door=team.consulent)

    klein = baby(team, overdracht)

    assert Verblijf.objects.get(persoon=klein).soort == VerblijfSoort.TIJDELIJK
    inschrijven(**w, brp_op=GISTEREN, door=team.consulent)
    assert sorted(lid.ingeschreven_op for lid in stand_van(overdracht.pk).leden) == [
        INSCHRIJVING,
        INSCHRIJVING,
        INSCHRIJVING,
        GISTEREN,
    ]


def test_who_joins_after_the_talk_begins_the_intake_too(team, overdracht, partner):
    breng_tot(team, overdracht, Fase.GESPREK)

    zus = lid_toevoegen(
        overdracht_id=overdracht.pk,
        lid=lid(Gezinsrol.ANDERS),
        vanaf=GISTEREN,
        door=team.oov,
        nu=NU,
    )

    schakel = Schakel.objects.get(inburgeraar=zus.inburgeraar, nummer=SchakelNummer.INTAKE_EN_PIP)
    assert schakel.status == SchakelStatus.OPEN


def test_who_joins_before_the_talk_is_invited_to_it(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    plan_gesprek(team, overdracht)

    zus = lid_toevoegen(
        overdracht_id=overdracht.pk,
        lid=lid(Gezinsrol.ANDERS),
        vanaf=GISTEREN,
        door=team.oov,
        nu=NU,
    )

    overdracht.refresh_from_db()
    assert zus.inburgeraar in overdracht.gesprek.dossiers.all()


@pytest.mark.parametrize(
    ("vanaf", "reden"),
    [(VANDAAG + timedelta(days=1), "toekomst"), (VANDAAG - timedelta(days=99), "koppeling")],
)
def test_nobody_joins_on_a_day_that_cannot_be(team, overdracht, vanaf, reden):
    with pytest.raises(Geweigerd, match=reden) as fout:
        lid_toevoegen(overdracht_id=overdracht.pk, lid=kind(), vanaf=vanaf, door=team.oov, nu=NU)

    assert fout.value.veld == "vanaf"


def test_a_move_is_recorded_on_its_true_day_though_a_baby_came_since(team, overdracht):
    breng_tot(team, overdracht, Fase.WONING)
    woning_accepteren(overdracht_id=overdracht.pk, op=TOEWIJZING, door=team.oov, nu=NU)
    klein = baby(team, overdracht)

    verhuizen(overdracht_id=overdracht.pk, op=VERHUIZING, door=team.oov, nu=NU)

    assert (
        wie(overdracht, Gezinsrol.REFERENT).persoon.verblijven.get(eind_op=None).start_op
        == VERHUIZING
    )
    assert Verblijf.objects.get(persoon=klein, eind_op=None).start_op == VANDAAG


# --- Again -------------------------------------------------------------------------------------
def test_a_single_person_who_turns_up_again_is_handed_over_again(team):
    overdracht = ontvangen(team, lid())
    breng_tot(team, overdracht, Fase.WONING)
    rij = valt_af(team, overdracht, Gezinsrol.REFERENT)

    lid_terug(lid_id=rij.overdrachtslid.pk, reden="Was er toch", door=team.oov, nu=NU)

    overdracht.refresh_from_db()
    assert overdracht.status == OverdrachtStatus.ONTVANGEN
    rij.dossier.refresh_from_db()
    assert rij.dossier.status == DossierStatus.ACTIEF
    assert stand_van(overdracht.pk).woning.status == "gezocht"
    assert Taak.objects.filter(soort="overdracht_verwerken", status=TaakStatus.OPEN).exists()
    verwerken(overdracht_id=overdracht.pk, door=team.oov, nu=NU)


def test_a_family_that_is_linked_once_more_comes_back_one_by_one(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    intrekken(overdracht_id=overdracht.pk, reden="Naar Assen", door=team.oov, nu=NU)

    for rij in list(overdracht.leden.order_by("pk")):
        lid_terug(lid_id=rij.pk, reden="Toch hierheen", door=team.oov, nu=NU)

    stand = stand_van(overdracht.pk)
    assert [lid.rol for lid in stand.leden] == [
        Gezinsrol.REFERENT,
        Gezinsrol.PARTNER,
        Gezinsrol.KIND,
    ]
    assert len(stand.dossiers) == 2


def test_a_child_dropped_by_mistake_comes_back_alive(team, overdracht):
    rij = valt_af(team, overdracht, Gezinsrol.KIND, RedenAfgevallen.OVERLEDEN)

    lid_terug(lid_id=rij.overdrachtslid.pk, reden="Vergissing", door=team.oov, nu=NU)

    rij.persoon.refresh_from_db()
    assert rij.persoon.overleden_op is None
    assert wie(overdracht, Gezinsrol.KIND).persoon == rij.persoon


def test_after_the_move_one_comes_back_to_the_home(team, overdracht):
    tijdelijk_wonen(team, overdracht)
    partner = valt_af(team, overdracht, Gezinsrol.PARTNER, op=GISTEREN)

    hervatten(dossier_id=partner.dossier.pk, reden="Terug", door=team.consulent, nu=NU)

    verblijf = Verblijf.objects.get(persoon=partner.persoon, eind_op=None)
    assert verblijf.soort == VerblijfSoort.TIJDELIJK


def test_who_went_apart_does_not_come_back_this_way(team, overdracht):
    partner = wie(overdracht, Gezinsrol.PARTNER)
    splitsen(
        overdracht_id=overdracht.pk,
        personen=[partner.persoon.pk],
        reden="Uit elkaar",
        door=team.oov,
        nu=NU,
    )

    with pytest.raises(Geweigerd, match="andere overdracht"):
        lid_terug(lid_id=partner.overdrachtslid.pk, reden="x", door=team.oov, nu=NU)


# --- Who may see -------------------------------------------------------------------------------
def test_after_a_split_one_half_does_not_show_the_other(team, overdracht):
    partner = wie(overdracht, Gezinsrol.PARTNER)
    hoofd = wie(overdracht, Gezinsrol.REFERENT)
    splitsen(
        overdracht_id=overdracht.pk,
        personen=[partner.persoon.pk],
        reden="Geweld",
        door=team.oov,
        nu=NU,
    )
    sluiten_voor_anderen(
        dossier_id=hoofd.dossier.pk,
        medewerkers=[team.consulent],
        reden="Geweld",
        door=team.consulent,
        nu=NU,
    )

    assert overdracht not in Overdracht.objects.zichtbaar_voor(team.oov)
    assert overdracht in Overdracht.objects.zichtbaar_voor(team.consulent)
    assert zichtbare_personen([stand_van(overdracht.pk)], team.oov) == {partner.persoon.pk}


def test_a_name_of_a_closed_dossier_stays_off_the_timeline_of_others(team, overdracht):
    partner = wie(overdracht, Gezinsrol.PARTNER)

    valt_af(team, overdracht, Gezinsrol.PARTNER)

    teksten = " ".join(Gebeurtenis.objects.values_list("tekst", flat=True))
    assert partner.persoon.achternaam not in teksten


def test_the_secret_address_of_the_family_stays_secret(team):
    thuis = ontvangen(team, lid())
    breng_tot(team, thuis, Fase.INGESCHREVEN)
    (referent,) = dossiers_van(thuis)
    Verblijf._base_manager.filter(persoon=referent.persoon_id, eind_op=None).update(geheim=True)
    overdracht = komt_na(team, referent)

    w = {"overdracht_id": overdracht.pk, "nu": NU, "door": team.oov}
    bij_referent_wonen(**w, op=GISTEREN)
    verhuizen(**w, op=VANDAAG)

    assert Huisvesting.objects.get(overdracht=overdracht).adres == "geheim adres"
    assert Verblijf.objects.filter(geheim=True, eind_op=None).count() == 2
    latere = Gebeurtenis.objects.filter(tekst__contains="familie")
    assert "Dorpsstraat" not in " ".join(latere.values_list("tekst", flat=True))


def komt_na(team, referent, *leden, aantal=1):
    nareis = nareis_aankondigen(
        dossier_id=referent.pk,
        gegevens=NareisGegevens(aantal=aantal),
        door=team.consulent,
        nu=NU,
    )
    overdracht = nareis_aangekomen(
        nareis_id=nareis.pk,
        gegevens=overdrachtgegevens(azc="", koppeling_op=VANDAAG - timedelta(days=2)),
        personen=leden or (lid(Gezinsrol.PARTNER),),
        door=team.oov,
        nu=NU,
    )
    verwerken(overdracht_id=overdracht.pk, door=team.oov, nu=NU)
    return overdracht


# --- Family ------------------------------------------------------------------------------------
def test_who_did_not_come_along_is_still_expected(team, overdracht):
    referent = dossiers_van(overdracht)[0]

    komt_na(team, referent, aantal=3)

    assert Nareis.objects.get(status=NareisStatus.VERWACHT).aantal == 2


def test_family_of_a_withdrawn_household_is_not_expected(team, overdracht):
    nareis_aankondigen(
        dossier_id=dossiers_van(overdracht)[0].pk,
        gegevens=NareisGegevens(aantal=4),
        door=team.consulent,
        nu=NU,
    )

    intrekken(overdracht_id=overdracht.pk, reden="Elders", door=team.oov, nu=NU)

    assert Nareis.objects.get().status == NareisStatus.VERVALLEN


def test_they_move_in_where_the_family_lives_by_then(team):
    thuis = ontvangen(team, lid())
    w = tijdelijk_wonen(team, thuis)
    overdracht = komt_na(team, dossiers_van(thuis)[0])
    bij_referent_wonen(overdracht_id=overdracht.pk, op=GISTEREN, door=team.oov, nu=NU)
    woning_toewijzen(**w, woning=replace(WONING, huisnummer="7"), op=GISTEREN, door=team.oov)
    woning_accepteren(**w, op=GISTEREN, door=team.oov)
    verhuizen(**w, op=GISTEREN, door=team.oov)

    verhuizen(overdracht_id=overdracht.pk, op=VANDAAG, door=team.oov, nu=NU)

    huis = Huisvesting.objects.get(overdracht=overdracht)
    assert (huis.huisnummer, huis.tijdelijk) == ("7", False)


# --- The end -----------------------------------------------------------------------------------
def test_a_registration_recorded_elsewhere_leaves_one_thing_to_do(team, overdracht):
    breng_tot(team, overdracht, Fase.VERHUIZING)
    for verblijf in Verblijf.objects.filter(soort=VerblijfSoort.WONING):
        brp_inschrijven(verblijf_id=verblijf.pk, brp_op=INSCHRIJVING, door=team.consulent, nu=NU)
    with spoor(door=team.consulent, nu=NU), transaction.atomic():
        taken_bijwerken(None, nu=NU)  # the night: the last of them, a child, has no dossier
    assert stand_van(overdracht.pk).wacht_op == ("OOV of consulent rondt de overdracht af",)
    assert Taak.objects.filter(soort="overdracht_afronden", status=TaakStatus.OPEN).exists()

    afronden(overdracht_id=overdracht.pk, door=team.consulent, nu=NU)

    overdracht.refresh_from_db()
    assert overdracht.status == OverdrachtStatus.AFGEROND


def test_when_the_last_unregistered_member_is_gone_it_is_complete(team, overdracht):
    w = tijdelijk_wonen(team, overdracht)
    inschrijven(**w, brp_op=INSCHRIJVING, door=team.consulent)
    klein = baby(team, overdracht)
    woning_toewijzen(**w, woning=replace(WONING, huisnummer="2"), op=VANDAAG, door=team.oov)
    woning_accepteren(**w, op=VANDAAG, door=team.oov)
    verhuizen(**w, op=VANDAAG, door=team.oov)

    lid_afvallen(
        overdracht_id=overdracht.pk,
        persoon_id=klein.pk,
        waarom=RedenAfgevallen.OVERLEDEN,
        op=VANDAAG,
        door=team.oov,
        nu=NU,
    )

    overdracht.refresh_from_db()
    assert overdracht.status == OverdrachtStatus.AFGEROND


def test_a_family_that_lives_here_for_the_time_being_is_not_withdrawn(team, overdracht):
    tijdelijk_wonen(team, overdracht)

    with pytest.raises(Geweigerd, match="woont hier al"):
        intrekken(overdracht_id=overdracht.pk, reden="x", door=team.oov, nu=NU)


def test_who_counted_does_not_leave_before_that_day(team, overdracht):
    w = tijdelijk_wonen(team, overdracht)
    inschrijven(**w, brp_op=INSCHRIJVING, door=team.consulent)

    with pytest.raises(Geweigerd, match="inschrijving in de BRP"):
        valt_af(team, overdracht, Gezinsrol.PARTNER, op=INSCHRIJVING - timedelta(days=1))


def test_each_half_of_a_split_keeps_somebody_of_age(team, overdracht):
    with pytest.raises(Geweigerd, match="een volwassene"):
        splitsen(
            overdracht_id=overdracht.pk,
            personen=[wie(overdracht, Gezinsrol.KIND).persoon.pk],
            reden="x",
            door=team.oov,
            nu=NU,
        )


def test_a_withdrawn_handover_opens(client_als, team, overdracht):
    breng_tot(team, overdracht, Fase.WONING)
    intrekken(overdracht_id=overdracht.pk, reden="Elders", door=team.oov, nu=NU)

    antwoord = client_als(team.oov).get(reverse("overdracht-tonen", args=[overdracht.pk]))

    assert antwoord.status_code == 200
    assert "Terug in de overdracht" in antwoord.content.decode()


def test_the_talk_opens_the_intake_of_who_came_late_and_was_invited(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    plan_gesprek(team, overdracht)
    gesprek_houden(
        overdracht_id=overdracht.pk,
        op=VANDAAG - timedelta(days=20),
        verslag="Gesproken",
        door=team.consulent,
        nu=NU,
    )

    assert stand_van(overdracht.pk).fase == Fase.GESPREK


def test_ending_one_dossier_locks_the_household_in_one_order(team, overdracht):
    """Both spouses at once would otherwise wait for each other in a circle."""
    praat_eerst = dossiers_van(overdracht)
    with connection.execute_wrapper(_slot := Sloten()):
        beeindigen(
            dossier_id=praat_eerst[1].pk,
            reden=BeeindigReden.OVERLEDEN,
            op=VANDAAG,
            door=team.consulent,
            nu=NU,
        )

    assert _slot.eerste == [dossier.pk for dossier in praat_eerst]


class Sloten:
    """The dossiers that the first lock of an act asks for."""

    def __init__(self):
        self.eerste = None

    def __call__(self, execute, sql, params, many, context):
        if "FOR UPDATE" in sql and "inburgering_inburgeraar" in sql and self.eerste is None:
            self.eerste = sorted(params)
        return execute(sql, params, many, context)

"""What the database promises of handovers, also to who writes past the services."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from inburgering.handelingen import handeling
from inburgering.models import Taak
from inburgering.services.taken import taken_bijwerken
from medewerkers.sporen import spoor
from overdracht.enums import Fase
from overdracht.models import Huisvesting, Overdracht, Overdrachtslid, Woning
from overdracht.queries.bord import fasen
from overdracht.queries.standen import stand_van
from tests.factories import NU, VANDAAG
from tests.overdracht.huishoudens import breng_tot, ontvangen


def breek(belofte: str, tabel: str, zet: str, pk: int) -> None:
    with (
        pytest.raises(IntegrityError, match=belofte),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE {tabel} SET {zet} WHERE id = %s", [pk])


@pytest.mark.parametrize(
    ("belofte", "zet"),
    [
        ("overdracht_status_bekend", "status = 'ooit'"),
        ("overdracht_verwerkt_bewezen", "verwerkt_op = NULL, verwerkt_door_id = NULL"),
        ("overdracht_verwerkt_door", "verwerkt_door_id = NULL"),
        ("overdracht_afgerond_bewezen", "status = 'afgerond'"),
        ("overdracht_ingetrokken_bewezen", "status = 'ingetrokken'"),
    ],
)
def test_a_state_of_a_handover_has_its_evidence(team, overdracht, belofte, zet):
    breng_tot(team, overdracht, Fase.VERWERKT)

    breek(belofte, "overdracht_overdracht", zet, overdracht.pk)


@pytest.mark.parametrize(
    ("belofte", "zet"),
    [
        ("huisvesting_status_bekend", "status = 'ooit'"),
        ("huisvesting_toegewezen_bewezen", "straat = ''"),
        ("huisvesting_beslist_bewezen", "status = 'geaccepteerd'"),
        ("huisvesting_verhuisd_bewezen", f"verhuisd_op = '{VANDAAG}'"),
        (
            "huisvesting_geweigerd_met_reden",
            f"status = 'geweigerd', beslist_op = '{VANDAAG}'",
        ),
        (
            "huisvesting_bezichtigd_na_toewijzing",
            f"bezichtigd_op = '{VANDAAG - timedelta(days=99)}'",
        ),
    ],
)
def test_a_state_of_a_home_has_its_evidence(team, overdracht, belofte, zet):
    breng_tot(team, overdracht, Fase.WONING)

    breek(belofte, "overdracht_huisvesting", zet, Huisvesting.objects.get().pk)


def test_one_search_at_a_time(team, overdracht):
    with (
        pytest.raises(IntegrityError, match="huisvesting_een_lopende"),
        spoor(door=team.oov, nu=NU),
        transaction.atomic(),
    ):
        Huisvesting(overdracht=overdracht, gezocht_op=VANDAAG).save()


def test_a_person_is_handed_over_once_at_a_time(team, overdracht):
    """The count of the taakstelling leans on this: nobody is in two handovers."""
    eigen = overdracht.leden.first()
    tweede = ontvangen(team)
    lid = Overdrachtslid(overdracht=tweede, persoon=eigen.persoon, grond=eigen.grond)

    with (
        pytest.raises(IntegrityError, match="overdrachtslid_een_overdracht_tegelijk"),
        handeling(door=team.oov, nu=NU),
    ):
        lid.save()


def test_a_home_is_kept_for_one_household(team, overdracht):
    breng_tot(team, overdracht, Fase.WONING)
    huis = ontvangen(team).huisvestingen.get()
    huis.woning = Woning.objects.get()

    with (
        pytest.raises(IntegrityError, match="huisvesting_een_gezin_per_woning"),
        spoor(door=team.oov, nu=NU),
        transaction.atomic(),
    ):
        huis.save()


@pytest.mark.parametrize("fase", list(Fase))
def test_the_database_and_the_page_agree_on_the_stage(team, fase):
    overdracht = breng_tot(team, ontvangen(team), fase)

    assert fasen(Overdracht.objects.all()) == [(overdracht.pk, fase)]
    assert stand_van(overdracht.pk).fase == fase


@pytest.mark.parametrize("fase", list(Fase))
def test_the_night_derives_the_same_tasks_as_the_acts(team, fase):
    breng_tot(team, ontvangen(team), fase)
    vooraf = Taak.objects.count()

    with spoor(door=team.oov, nu=NU), transaction.atomic():
        assert taken_bijwerken(None, nu=NU) == 0

    assert Taak.objects.count() == vooraf

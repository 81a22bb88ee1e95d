"""The work of the night: once per step, once per run, and the same whatever happened before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from inburgering.enums import TaakStatus, TermijnSoort, TermijnStatus
from inburgering.handelingen import handeling
from inburgering.models import Concept, Gebeurtenis, Inburgeraar, Signaal, Taak
from inburgering.per_dossier import DeelsMislukt
from inburgering.services.documenten import bewaar, plek
from inburgering.services.sporen import concept_bewaren
from inburgering.services.termijnen import termijn_halen, termijn_vastleggen
from medewerkers.models import Medewerker
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG, GemeenteFactory, een_dossier
from werkplek.models import Nachtrun
from werkplek.queries.gezondheid import Stand, gezondheid, stapregels
from werkplek.services.nachtwerk import GRENDEL, STAPPEN, nachtwerk
from werkplek.tasks import nachtwerk as taak_nachtwerk
from wet.doelgroepen import Doelgroep
from wet.termijnen import inburgeringstermijn

DAG = timedelta(days=1)
TIEN_WEKEN = timedelta(weeks=10)
_DEZE = "(SELECT oid FROM pg_database WHERE datname = current_database())"


@pytest.fixture
def termijn(gemeente, consulent):
    """A running ten-week term of somebody who reports directly: last day 11 May 2026."""
    dossier = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=VANDAAG)
    return dossier.termijnen.get(soort=TermijnSoort.PIP)


def signalen() -> set[tuple[int, int]]:
    return set(Signaal.objects.values_list("termijn", "dagen"))


def open_taken() -> set[tuple[int, str, str]]:
    taken = Taak.objects.filter(status=TaakStatus.OPEN)
    return set(taken.values_list("inburgeraar", "soort", "bron"))


def stand() -> tuple[object, ...]:
    """All that a night may change, without the moments at which it did."""
    return (
        signalen(),
        open_taken(),
        set(Taak.objects.values_list("inburgeraar", "soort", "bron", "status")),
        Gebeurtenis.objects.count(),
    )


# --- Once is enough ----------------------------------------------------------------------------
def test_a_step_of_a_term_is_signalled_once(termijn):
    for nacht in range(71):
        nachtwerk(nu=NU + nacht * DAG)

    assert signalen() == {(termijn.pk, dagen) for dagen in (42, 14, 3)}
    assert Signaal.objects.count() == 3


def test_a_term_that_is_past_is_signalled_once_more(termijn):
    for nacht in (71, 72, 90):
        nachtwerk(nu=NU + nacht * DAG)

    assert {dagen for _termijn, dagen in signalen()} == {42, 14, 3, -1}
    assert Signaal.objects.count() == 4


def test_a_second_run_on_one_night_changes_nothing(termijn):
    nu = termijn_nacht(termijn, 14)
    nachtwerk(nu=nu)
    eerst = stand()

    run = nachtwerk(nu=nu + timedelta(hours=1))

    assert stand() == eerst
    assert {uitkomst["aantal"] for uitkomst in run.resultaat.values()} == {0}


def termijn_nacht(termijn, dagen_over: int):
    return NU + (termijn.eind_op - VANDAAG - dagen_over * DAG)


def test_after_nights_without_a_run_the_steps_are_the_same(termijn):
    laatste = termijn_nacht(termijn, 3)
    nachtwerk(nu=laatste - 4 * DAG)  # then nothing for three nights
    nachtwerk(nu=laatste)

    assert signalen() == {(termijn.pk, dagen) for dagen in (42, 14, 3)}


def test_one_line_on_the_timeline_for_what_was_missed(termijn):
    eerder = Gebeurtenis.objects.count()

    nachtwerk(nu=termijn_nacht(termijn, 3))

    nieuw = Gebeurtenis.objects.all()[: Gebeurtenis.objects.count() - eerder]
    assert ["nog 3 dagen" in regel.tekst for regel in nieuw] == [True]


# --- Tasks follow ------------------------------------------------------------------------------
def test_tasks_are_made_equal_to_what_the_sources_say(termijn):
    verdwenen = Taak.objects.filter(status=TaakStatus.OPEN).exclude(bron="").first()
    with spoor(door=Medewerker.objects.systeem(), nu=NU):
        verdwenen.laten_vervallen(nu=NU)
        verdwenen.save()

    run = nachtwerk(nu=NU + DAG)

    sleutel = (verdwenen.inburgeraar_id, verdwenen.soort, verdwenen.bron)
    assert sleutel in open_taken()
    assert run.resultaat["taken"]["aantal"] == 1


def test_the_task_of_three_years_says_when_they_are_past(termijn, consulent):
    with handeling(door=consulent, nu=NU, dossiers=[termijn.inburgeraar_id]) as act:
        drie_jaar = termijn_vastleggen(
            act,
            dossier_id=termijn.inburgeraar_id,
            soort=TermijnSoort.INBURGERING,
            vraag=partial(inburgeringstermijn, dagtekening=VANDAAG),
        )

    titels = []
    for dagen_over in (3, -1):
        nachtwerk(nu=termijn_nacht(drie_jaar, dagen_over))
        titels.append(Taak.objects.get(soort="termijn_inburgering", status=TaakStatus.OPEN).titel)

    assert titels == [
        "De inburgeringstermijn loopt af: bespreek wat nog moet",
        "De inburgeringstermijn is voorbij: bespreek hoe het verder gaat",
    ]
    assert Gebeurtenis.objects.filter(
        tekst=f"Inburgeringstermijn was t/m {drie_jaar.eind_op:%d-%m-%Y} en is voorbij"
    ).exists()


@pytest.mark.parametrize(
    ("dagen", "hoe"),
    [(0, "op tijd"), (1, "1 dag te laat"), (3, "3 dagen te laat")],
)
def test_what_a_term_asked_for_is_done_in_time_or_so_much_too_late(termijn, consulent, dagen, hoe):
    op = termijn.eind_op + dagen * DAG

    with handeling(door=consulent, nu=NU, dossiers=[termijn.inburgeraar_id]) as act:
        termijn_halen(act, dossier_id=termijn.inburgeraar_id, soort=TermijnSoort.PIP, op=op)

    assert Gebeurtenis.objects.filter(tekst=f"PIP vaststellen: gedaan, {hoe}").exists()


# --- Sweeping ----------------------------------------------------------------------------------
def test_files_without_a_row_and_forgotten_drafts_go(termijn, consulent):
    wees = plek(bewaar(b"niemands bestand"))
    oud = (NU - 2 * DAG).timestamp()
    os.utime(wees, (oud, oud))
    concept_bewaren(medewerker=consulent, pad="/x/", velden={}, nu=NU - 31 * DAG)

    run = nachtwerk(nu=NU)

    assert not wees.exists()
    assert not Concept.objects.exists()
    assert run.resultaat["bestanden"] == run.resultaat["concepten"] == {"aantal": 1}


# --- When things go wrong ----------------------------------------------------------------------
def _knal(door, nu):
    raise ValueError("geheim: Tesfay")


def test_a_step_that_fails_keeps_no_other_from_running(termijn, caplog):
    stappen = [("knal", _knal), *STAPPEN]

    run = nachtwerk(nu=termijn_nacht(termijn, 14), stappen=stappen)

    assert run.resultaat["knal"] == {"fout": "ValueError"}
    assert run.resultaat["signalen"] == {"aantal": 2}
    assert run.mislukt
    assert run.klaar_at is not None


class Stroom(BaseException):
    """The power goes: nothing catches it."""


def _stroom(door, nu):
    raise Stroom


@pytest.mark.django_db
def test_a_step_that_did_not_do_all_says_how_many_it_did():
    run = nachtwerk(nu=NU, stappen=[("schemas", _half), ("taken", lambda door, nu: 3)])

    assert run.resultaat == {"schemas": {"aantal": 2, "mislukt": 1}, "taken": {"aantal": 3}}
    assert run.mislukt
    assert [(regel.uitkomst, regel.gelukt) for regel in stapregels(run)] == [
        ("2 hersteld, 1 mislukt", False),
        ("3 bijgewerkt", True),
    ]


def _half(*, door, nu):
    raise DeelsMislukt(gedaan=2, mislukt=1)


WEIGER = """
    CREATE FUNCTION weiger() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.inburgeraar_id = TG_ARGV[0]::bigint THEN RAISE EXCEPTION 'nee'; END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER weiger BEFORE INSERT ON inburgering_taak
        FOR EACH ROW EXECUTE FUNCTION weiger('{dossier}')
"""


def test_a_dossier_whose_tasks_fail_keeps_nobody_else_from_theirs(gemeente, consulent, caplog):
    dossiers = [een_dossier(consulent=consulent) for _ in range(3)]
    eerst = open_taken()
    Taak.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(WEIGER.format(dossier=dossiers[1].pk))

    run = nachtwerk(nu=NU)

    assert run.resultaat["taken"] == {"aantal": len(open_taken()), "mislukt": 1}
    assert open_taken() == {taak for taak in eerst if taak[0] != dossiers[1].pk}
    assert caplog.records[-1].rij == dossiers[1].pk


def test_every_step_has_a_name_on_the_page():
    namen = {naam for naam, _stap in STAPPEN}
    run = Nachtrun(gestart_at=NU, resultaat={naam: {"aantal": 0} for naam in namen})

    assert not namen & {regel.naam for regel in stapregels(run)}


@pytest.mark.parametrize("waar", range(len(STAPPEN) + 1))
def test_killed_between_steps_and_run_again_it_comes_out_the_same(termijn, waar):
    nu = termijn_nacht(termijn, 14)
    with transaction.atomic():
        nachtwerk(nu=nu)
        heel = stand()
        transaction.set_rollback(True)

    with pytest.raises(Stroom):
        nachtwerk(nu=nu, stappen=[*STAPPEN[:waar], ("stroom", _stroom), *STAPPEN[waar:]])
    nachtwerk(nu=nu)

    assert stand() == heel
    assert [run.klaar_at is None for run in Nachtrun.objects.order_by("pk")] == [True, False]


# --- Two processes -----------------------------------------------------------------------------
def _proces() -> subprocess.Popen[bytes]:
    """The same command in a process of its own, on the database of this test."""
    basis, _, _naam = os.environ["DATABASE_URL"].rpartition("/")
    omgeving = os.environ | {
        "DATABASE_URL": f"{basis}/{connection.settings_dict['NAME']}",
        "DATA_MAP": str(settings.DATA_MAP),
    }
    return subprocess.Popen(
        [sys.executable, "manage.py", "nachtwerk"],
        env=omgeving,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _wacht_op(voorwaarde, seconden: float = 60) -> None:
    einde = time.monotonic() + seconden
    while not voorwaarde():
        assert time.monotonic() < einde, "het andere proces kwam niet zover"
        time.sleep(0.1)


def _is(vraag: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT 1 FROM pg_locks WHERE {vraag})")
        return cursor.fetchone()[0]


def _wacht_op_ons() -> bool:
    return _is("NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))")


def _grendel_open() -> bool:
    return not _is(f"locktype = 'advisory' AND objid = {GRENDEL} AND database = {_DEZE}")


@pytest.mark.django_db(transaction=True)
def test_a_process_killed_half_way_leaves_nothing_half_done_and_no_lock():
    GemeenteFactory()
    een_dossier(doelgroep=Doelgroep.OVERIG, kennisgeving_op=VANDAAG)

    with transaction.atomic():
        list(Inburgeraar.objects.select_for_update())  # the night comes as far as this dossier
        proces = _proces()
        _wacht_op(_wacht_op_ons)
        tweede = nachtwerk(nu=NU)
        proces.send_signal(signal.SIGKILL)
        proces.wait()
    _wacht_op(_grendel_open)
    afgebroken = Nachtrun.objects.get()
    with time_machine.travel(NU + TIEN_WEKEN + 2 * DAG, tick=False):
        taak_nachtwerk()

    assert tweede is None
    assert afgebroken.klaar_at is None
    assert Nachtrun.objects.latest("pk").mislukt is False
    assert {dagen for _termijn, dagen in signalen()} == {42, 14, 3, -1}


# --- By hand, and how it went ------------------------------------------------------------------
def test_the_command_says_what_was_done(termijn, klok, capsys):
    call_command("nachtwerk")

    assert "Signalen bij termijnen: 0 gegeven" in capsys.readouterr().out


def test_the_command_fails_when_a_step_failed(termijn, klok, monkeypatch):
    monkeypatch.setattr("werkplek.services.nachtwerk.STAPPEN", (("knal", _knal),))

    with pytest.raises(CommandError):
        call_command("nachtwerk")


@pytest.mark.parametrize(
    ("uren", "stand"), [(1, Stand.OK), (26, Stand.OK), (27, Stand.LET_OP), (None, Stand.LET_OP)]
)
@pytest.mark.django_db
def test_a_night_that_did_not_run_is_seen(uren, stand):
    if uren is not None:
        nachtwerk(nu=NU - timedelta(hours=uren))

    assert gezondheid(nu=NU).nachtwerk is stand


def test_a_failed_night_is_seen(termijn):
    nachtwerk(nu=NU, stappen=[("knal", _knal)])

    assert gezondheid(nu=NU).nachtwerk is Stand.FOUT


def test_terms_that_ended_are_left_alone(termijn):
    with spoor(door=Medewerker.objects.systeem(), nu=NU):
        termijn.halen(op=VANDAAG)
        termijn.save()

    nachtwerk(nu=NU + 100 * DAG)

    assert termijn.status == TermijnStatus.GEHAALD
    assert signalen() == set()

"""Vaststellen is all or nothing, also for a process that is killed, and once for two at once."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from besluiten.models import Besluit
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Document, Gebeurtenis, Schakel, Taak, Termijn
from inburgering.services.documenten import veeg_bestanden
from leerroutes.models import Traject
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from pip_plans.models import Pip
from pip_plans.services.vaststellen import vaststellen
from tests.factories import GemeenteFactory, MedewerkerFactory
from tests.gedood import (
    GEDAAN,
    GEWEIGERD,
    MISLUKT,
    Zaal,
    dood,
    in_een_kind,
    open_zaal,
    uitkomst,
    wacht,
)
from tests.verhalen.hoofdstukken import (
    DAGTEKENING,
    Verhaal,
    gesprek_voeren,
    huisvesten,
    intake_doen,
    om,
    ontvangen,
    plan_maken,
    plicht_kennen,
)


@pytest.fixture
def zaal(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[Zaal]:
    """With one household, and a plan that can be established."""
    with open_zaal(django_db_blocker, tmp_path / "documenten", vul=vertel_tot_het_plan) as zaal:
        yield zaal


def vertel_tot_het_plan() -> Pip:
    GemeenteFactory()
    verhaal = Verhaal(
        oov=MedewerkerFactory(rol=Rol.OOV),
        consulent=MedewerkerFactory(rol=Rol.CONSULENT, naam="Marieke Bos"),
        administratie=MedewerkerFactory(rol=Rol.ADMINISTRATIE),
    )
    for hoofdstuk in (ontvangen, gesprek_voeren, huisvesten, plicht_kennen, intake_doen):
        hoofdstuk(verhaal)
    return plan_maken(verhaal)


def stel_vast() -> None:
    pip = Pip.objects.get()
    consulent = Medewerker.objects.get(naam="Marieke Bos")
    vaststellen(pip_id=pip.pk, versie=pip.versie, door=consulent, nu=om(DAGTEKENING))


def alles() -> dict[str, Any]:
    """Everything that vaststellen touches, as it stands in the database."""
    pip = Pip.objects.get()
    dossier = pip.inburgeraar_id
    schakels = Schakel.objects.filter(inburgeraar=dossier)
    return {
        "pip": (pip.status, pip.versie, pip.dagtekening),
        "besluiten": Besluit.objects.count(),
        "documenten": Document.objects.count(),
        "termijnen": set(
            Termijn.objects.filter(inburgeraar=dossier).values_list("soort", "status", "eind_op")
        ),
        "schakels": set(schakels.values_list("nummer", "status")),
        "trajecten": Traject.objects.filter(inburgeraar=dossier).count(),
        "tijdlijn": Gebeurtenis.objects.filter(inburgeraar=dossier).count(),
        "taken": set(Taak.objects.filter(inburgeraar=dossier).values_list("soort", "status")),
        "geschiedenis": (
            Pip.history.count(),
            Schakel.history.count(),
            Termijn.history.count(),
            Traject.history.count(),
        ),
    }


# --- Killed --------------------------------------------------------------------------------------
@pytest.mark.parametrize("stap", [8, pytest.param(1, marks=pytest.mark.lang, id="elk")])
def test_killed_at_any_write_nothing_stands_and_after_the_last_everything(zaal, stap):
    eerst = alles()
    punt = 1
    while zaal.dood_bij_schrijven(punt, stel_vast):
        assert alles() == eerst, f"half werk na schrijven {punt}"
        punt += stap

    klaar = alles()
    assert punt > 20, "the trigger did not see the writes"
    assert klaar["pip"][0] == "vastgesteld"
    assert klaar["besluiten"] == eerst["besluiten"] + 1
    assert klaar["trajecten"] == 1


def test_killed_at_any_moment_it_is_all_or_nothing_and_can_be_done_again(zaal):
    """Also outside the transaction: while the letter is made, or when it is just done."""
    eerst = alles()
    kans = Random(2024)
    stel_vast_duurt = 0.8
    for _ in range(8):
        kind = in_een_kind(stel_vast)
        time.sleep(kans.uniform(0, stel_vast_duurt))
        dood(kind)
        zaal.rustig()
        nu = alles()
        if nu != eerst:
            break
    else:
        stel_vast()
        nu = alles()

    assert nu["pip"][0] == "vastgesteld"
    assert (nu["besluiten"], nu["trajecten"]) == (1, 1)
    assert nu["documenten"] == eerst["documenten"] + 1
    with pytest.raises((Geweigerd, Gewijzigd)):
        stel_vast()


def test_a_letter_without_a_decision_is_swept_at_night(zaal):
    ervoor = set(zaal.mappen.rglob("*"))
    assert zaal.dood_bij_schrijven(1, stel_vast)
    wees = [pad for pad in set(zaal.mappen.rglob("*")) - ervoor if pad.is_file()]
    assert len(wees) == 1

    morgen, over_twee_dagen = (om(DAGTEKENING) + timedelta(days=n) for n in (0, 2))
    verleden = om(DAGTEKENING).timestamp()
    os.utime(wees[0], (verleden, verleden))

    assert veeg_bestanden(nu=morgen) == 0, "it may still be on its way into the database"
    assert veeg_bestanden(nu=over_twee_dagen) == 1
    zaal.sta_stil_bij(0)
    stel_vast()
    for pad in zaal.mappen.rglob("*"):
        os.utime(pad, (verleden, verleden))
    assert veeg_bestanden(nu=over_twee_dagen) == 0, "what has a row stays"


# --- Two at once ---------------------------------------------------------------------------------
def test_two_who_establish_at_the_same_moment_make_one_decision(zaal):
    """The first holds still in the middle of its transaction until the second waits for it."""
    zaal.sta_stil_bij(10)
    eerste = in_een_kind(stel_vast)
    wacht(lambda: zaal.slaper() is not None)
    slaper = zaal.slaper()
    tweede = in_een_kind(stel_vast)
    op_slot = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
    )
    wacht(lambda: zaal.server.vraag(op_slot, zaal.demo.database) == 1)

    zaal.server.vraag("SELECT pg_cancel_backend(%s)", slaper)
    uitkomsten = [uitkomst(pid) for pid in (eerste, tweede)]

    assert uitkomsten == [MISLUKT, GEDAAN], "the first was cancelled, so the second may"
    assert Besluit.objects.count() == 1


def test_the_second_of_two_is_refused(zaal):
    eerste, tweede = (in_een_kind(stel_vast) for _ in range(2))

    uitkomsten = [uitkomst(pid) for pid in (eerste, tweede)]

    assert sorted(uitkomsten) == [GEDAAN, GEWEIGERD]
    assert (Besluit.objects.count(), Traject.objects.count()) == (1, 1)
    assert Termijn.objects.filter(soort="inburgering").count() == 1

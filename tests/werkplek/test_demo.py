"""The demo: the same people every time, told once, and the past as it was."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from stdnum.nl import bsn

from inburgering.enums import Regime, SchakelStatus
from inburgering.models import Inburgeraar, Persoon, Schakel
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from medewerkers.queries import mensen as alle_mensen
from pip_plans.models import Pip
from tests.factories import NU
from werkplek.demo.bouwen import bouw_demo, inloggegevens
from werkplek.demo.namen import ASIEL, EIGEN_SCHRIFT, MEDEWERKERS, OVERIG
from werkplek.demo.wereld import Wereld
from wet.kalender import is_werkdag

pytestmark = pytest.mark.django_db

PEILDATUM = date(2026, 3, 2)
KLEIN = 0.04


def _beeld() -> list[Any]:
    """What a person would see of the demo, without the keys of the database."""
    return [
        *Inburgeraar.objects.order_by("dossiernummer").values_list(
            "dossiernummer",
            "persoon__v_nummer",
            "persoon__zoeksleutel",
            "status",
            "consulent__naam",
        ),
        *Schakel.objects.order_by("inburgeraar__dossiernummer", "nummer").values_list(
            "inburgeraar__dossiernummer", "nummer", "status", "geopend_op", "afgerond_op"
        ),
        *Pip.objects.order_by("inburgeraar__dossiernummer").values_list(
            "inburgeraar__dossiernummer", "leerroute", "dagtekening", "besluit__document__sha256"
        ),
    ]


def test_a_name_in_its_own_script_is_of_that_person() -> None:
    wereld = Wereld(PEILDATUM, seed=1, nummer=1)

    mensen = [wereld.persoon(land, leeftijd=30, op=PEILDATUM) for land in (ASIEL + OVERIG) * 20]

    geschreven = [mens for mens in mensen if mens.naam_eigen_schrift]
    assert geschreven
    for mens in geschreven:
        delen = [EIGEN_SCHRIFT[deel] for deel in (mens.voornamen, mens.achternaam) if deel]
        assert mens.naam_eigen_schrift == " ".join(delen)


def test_a_talk_is_on_a_working_day_on_the_hour_or_at_half_past() -> None:
    wereld = Wereld(PEILDATUM, seed=1, nummer=1)

    for dag in range(60):
        begint_at = wereld.afspraak(PEILDATUM + timedelta(days=dag))
        assert is_werkdag(begint_at.date())
        assert begint_at.minute in (0, 30)
        assert 9 <= begint_at.hour <= 16


def test_dezelfde_mensen_elke_keer_en_nog_een_keer_voegt_niets_toe() -> None:
    with transaction.atomic():
        bouw_demo(peildatum=PEILDATUM, schaal=KLEIN, processen=1)
        eerste = _beeld()
        bouw_demo(peildatum=PEILDATUM, schaal=KLEIN, processen=1)
        assert _beeld() == eerste
        transaction.set_rollback(True)
    assert _beeld() == []

    bouw_demo(peildatum=PEILDATUM, schaal=KLEIN, processen=1)

    assert _beeld() == eerste


def test_verzonnen_gemeente_is_volledig_en_klopt() -> None:
    bouw_demo(peildatum=PEILDATUM, schaal=KLEIN, processen=1)

    assert set(Inburgeraar.objects.values_list("regime", flat=True)) == set(Regime.values)
    nummers = [persoon.bsn for persoon in Persoon.objects.all() if persoon.bsn_bekend]
    assert len(nummers) == len(set(nummers)) > 5
    assert all(bsn.is_valid(nummer) for nummer in nummers)
    rollen = set(Medewerker.objects.values_list("groups__name", flat=True)) - {None}
    assert rollen == set(Rol.values)
    assert [label for label, _email, _woord in inloggegevens()] == [
        Rol(rol).label for rol in dict.fromkeys(rij[2] for rij in MEDEWERKERS)
    ]
    assert all(not email.endswith(".nl") for _label, email, _woord in inloggegevens())


def test_an_account_of_the_demo_was_made_once() -> None:
    bouw_demo(peildatum=PEILDATUM, schaal=KLEIN, processen=1)

    for medewerker in alle_mensen():
        (regel,) = medewerker.history.all()
        assert [rol.group.name for rol in regel.groups.all()] == sorted(medewerker.rollen)


def test_het_dossier_zoals_het_was() -> None:
    """The history is stamped on the simulated days, so the past can be asked for."""
    bouw_demo(peildatum=PEILDATUM, schaal=KLEIN, processen=1)
    pip = Pip.objects.exclude(vastgesteld_op=None).earliest("vastgesteld_op")
    assert pip.vastgesteld_op is not None
    dag_ervoor = datetime.combine(
        pip.vastgesteld_op - timedelta(days=1), datetime.min.time(), tzinfo=NU.tzinfo
    )
    schakel = Schakel.objects.get(inburgeraar=pip.inburgeraar, nummer=3)

    toen = Schakel.history.as_of(dag_ervoor).get(pk=schakel.pk)

    assert schakel.status == SchakelStatus.AFGEROND
    assert (toen.status, toen.afgerond_op) == (SchakelStatus.OPEN, None)

"""Which evidence counts: exams within the term, and exemptions while they run."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from inburgering.datums import AMSTERDAM
from inburgering.enums import (
    BeeindigReden,
    Onderdeel,
    SchakelNummer,
    TaakStatus,
    TermijnSoort,
    VrijstellingSoort,
)
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar, Taak
from inburgering.services.dossiers import beeindigen
from inburgering.services.schakels import heropenen
from inburgering.services.taken import taken_bijwerken
from inburgering.services.termijnen import termijn_vastleggen, termijnen_laten_vervallen
from inburgering.services.vrijstellingen import vrijstelling_vastleggen
from leerroutes.queries.afronding import afrondingspagina
from leerroutes.queries.voortgang import eisen_van, voortgang_van
from leerroutes.services.afronding import inburgeren_afronden
from medewerkers.models import Medewerker
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG, een_dossier
from tests.leerroutes.bewijs import geef
from tests.leerroutes.op_route import op_route
from wet.leerroutes import EisSoort, EisStatus
from wet.termijnen import inburgeringstermijn

pytestmark = pytest.mark.django_db

TOT = VANDAAG + timedelta(days=60)
DAARNA = datetime(2026, 6, 1, 10, tzinfo=AMSTERDAM)


@pytest.fixture
def dossier(consulent: Medewerker) -> Inburgeraar:
    """In the B1-route, with everything but the exam reading."""
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=VANDAAG)
    op_route(dossier, door=consulent)
    for soort in ("LU", "SC", "SP", "KNM", "pvt", "map"):
        geef(soort, dossier, consulent)
    return dossier


def _vrij(dossier: Inburgeraar, door: Medewerker, eind_op: date | None) -> None:
    vrijstelling_vastleggen(
        dossier_id=dossier.pk,
        soort=VrijstellingSoort.GEDEELTELIJK,
        besloten_op=VANDAAG,
        start_op=VANDAAG,
        eind_op=eind_op,
        onderdelen=[Onderdeel.LEZEN.value],
        door=door,
        nu=NU,
    )


def _lezen(dossier: Inburgeraar, op: date) -> Any:
    return next(eis for eis in eisen_van(dossier, op=op) if eis.soort is EisSoort.EXAMEN_LEZEN)


def _taken(dossier: Inburgeraar, nu: datetime, door: Medewerker) -> set[str]:
    """What is asked after the night of that day."""
    with spoor(door=door, nu=nu):
        taken_bijwerken([dossier.pk], nu=nu)
    rijen = Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN)
    return set(rijen.filter(soort__startswith="schakel_4").values_list("soort", flat=True))


# --- An exemption for a time ---------------------------------------------------------------------
def test_an_exemption_with_an_end_counts_as_long_as_it_runs(dossier, consulent):
    _vrij(dossier, consulent, TOT)

    assert _lezen(dossier, TOT).status is EisStatus.VRIJGESTELD
    assert _lezen(dossier, TOT).bewijs.tekst == "Besluit van DUO, geldt tot en met 1 mei 2026"
    assert _lezen(dossier, TOT + timedelta(days=1)).status is EisStatus.OPEN


def test_schakel_4_closes_on_it_while_it_runs_and_not_after(dossier, consulent):
    _vrij(dossier, consulent, TOT)

    with pytest.raises(Geweigerd, match="Haal het examen lezen op niveau B1"):
        inburgeren_afronden(dossier_id=dossier.pk, door=consulent, nu=DAARNA)
    inburgeren_afronden(dossier_id=dossier.pk, door=consulent, nu=NU)

    assert afrondingspagina(dossier, op=VANDAAG).weer_open is False


def test_what_schakel_4_closed_on_stays_until_it_is_opened_again(dossier, consulent):
    _vrij(dossier, consulent, TOT)
    inburgeren_afronden(dossier_id=dossier.pk, door=consulent, nu=NU)

    dicht = _lezen(dossier, DAARNA.date()).status, _taken(dossier, DAARNA, consulent)
    heropenen(
        dossier_id=dossier.pk,
        nummer=SchakelNummer.INBURGEREN,
        reden="Toch niet.",
        door=consulent,
        nu=DAARNA,
    )

    assert dicht == (EisStatus.VRIJGESTELD, set())
    assert _lezen(dossier, DAARNA.date()).status is EisStatus.OPEN


def test_the_task_to_close_goes_when_the_exemption_is_over(dossier, consulent):
    _vrij(dossier, consulent, TOT)

    assert _taken(dossier, NU, consulent) == {"schakel_4_afronden"}
    assert _taken(dossier, DAARNA, consulent) == set()


def test_an_exemption_without_an_end_counts_for_good(dossier, consulent):
    _vrij(dossier, consulent, None)

    assert _lezen(dossier, date(2036, 1, 1)).bewijs.tekst == "Besluit van DUO"


def test_an_exemption_does_not_count_before_its_first_day(dossier, consulent):
    _vrij(dossier, consulent, None)

    assert _lezen(dossier, VANDAAG - timedelta(days=1)).status is EisStatus.OPEN


# --- Which term the exams are held against -------------------------------------------------------
def _termijn(dossier: Inburgeraar, door: Medewerker, dagtekening: date) -> None:
    """The running one is replaced by one that hangs on another day."""
    welk: dict[str, Any] = {"dossier_id": dossier.pk, "soort": TermijnSoort.INBURGERING}
    with handeling(door=door, nu=NU, dossiers=[dossier.pk]) as act:
        termijnen_laten_vervallen(act, **welk, reden="Een andere dag.")
        termijn_vastleggen(act, **welk, vraag=partial(inburgeringstermijn, dagtekening=dagtekening))


def _geslaagd(dossier: Inburgeraar) -> bool:
    antwoord = voortgang_van(dossier)
    assert antwoord is not None
    assert antwoord.bekend is not None
    luisteren = EisSoort.EXAMEN_LUISTEREN
    return luisteren not in {rij.eis.soort for rij in antwoord.bekend.open}


def test_exams_are_held_against_the_term_that_runs(dossier, consulent):
    """The term that was replaced began after them, and does not count any more."""
    _termijn(dossier, consulent, VANDAAG + timedelta(days=5))
    later = _geslaagd(dossier)
    _termijn(dossier, consulent, date(2024, 3, 1))

    assert (later, _geslaagd(dossier)) == (False, True)


def test_a_term_that_lapsed_by_itself_says_nothing_of_exams(dossier, consulent):
    """`inburgering.queries.termijnen`: one whose day became unknown again is none."""
    _termijn(dossier, consulent, VANDAAG + timedelta(days=5))
    welk: dict[str, Any] = {"dossier_id": dossier.pk, "soort": TermijnSoort.INBURGERING}

    with handeling(door=consulent, nu=NU, dossiers=[dossier.pk]) as act:
        termijnen_laten_vervallen(act, **welk, reden="Een andere dag.")

    assert _geslaagd(dossier) is True


def test_a_term_that_stopped_with_the_dossier_still_counts(dossier, consulent):
    _termijn(dossier, consulent, VANDAAG + timedelta(days=5))

    beeindigen(
        dossier_id=dossier.pk,
        reden=BeeindigReden.VERHUISD,
        op=VANDAAG,
        door=consulent,
        nu=NU,
    )

    assert _geslaagd(dossier) is False

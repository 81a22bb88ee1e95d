"""Ontzorgen that ran before this system: what is over is over, the rest runs on, nothing twice."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from inburgering.enums import TermijnSoort, TermijnStatus, VerblijfsrechtSoort
from inburgering.geweigerd import Geweigerd
from inburgering.models import Taak, Termijn
from inburgering.services.plichten import verblijfsrecht_vastleggen
from ontzorgen.models import EindeReden, Ontzorgperiode, OntzorgStatus
from ontzorgen.policies.perioden import Bijstand, EerderOntzorgd
from ontzorgen.queries.perioden import stand_op
from ontzorgen.services.bijstand import ontzorgen_overnemen
from ontzorgen.services.perioden import afgelopen_beeindigen
from tests.factories import NU, VANDAAG, een_dossier

pytestmark = pytest.mark.django_db

BEGIN = date(2025, 12, 10)  # on 2 March 2026 the third month
EIND = date(2026, 6, 9)
LANG_GELEDEN = date(2024, 3, 1)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def dossier(gemeente, consulent, wie):
    dossier = een_dossier(consulent=consulent, kennisgeving_op=date(2024, 2, 1))
    verblijfsrecht_vastleggen(
        persoon_id=dossier.persoon_id,
        soort=VerblijfsrechtSoort.ASIEL_BEPAALD,
        start_op=date(2024, 1, 1),
        **wie,
    )
    return dossier


@pytest.fixture
def neem_over(dossier, wie):
    def doe(begin=BEGIN, **velden):
        gewoon = {"start_op": begin, "besluit_op": begin, "machtiging_op": begin}
        ontzorgen_overnemen(
            dossier_id=dossier.pk,
            bijstand=Bijstand(start_op=begin),
            eerder=EerderOntzorgd(**(gewoon | velden)),
            **wie,
        )
        return Ontzorgperiode.objects.get()

    return doe


def termijn():
    rij = Termijn.objects.get(soort=TermijnSoort.ONTZORGEN)
    return rij.status, rij.start_op, rij.eind_op


def test_a_period_half_way_runs_on_with_the_months_that_remain(neem_over):
    periode = neem_over()

    assert (periode.status, periode.start_op, periode.eind_op, periode.overgenomen_op) == (
        OntzorgStatus.ACTIEF,
        BEGIN,
        EIND,
        VANDAAG,
    )
    stand = stand_op(periode, op=VANDAAG)
    assert (stand.maand, stand.maanden) == (3, 6)
    assert termijn() == (TermijnStatus.LOPEND, BEGIN, EIND)


def test_it_asks_for_nothing_that_was_arranged(neem_over, dossier):
    neem_over()

    assert not Taak.objects.filter(
        inburgeraar=dossier, status="open", soort="ontzorgen_regelen"
    ).exists()


def test_without_the_papers_it_waits_for_them(neem_over, dossier):
    periode = neem_over(machtiging_op=None)

    assert periode.status == OntzorgStatus.AANGEMELD
    assert Taak.objects.filter(inburgeraar=dossier, soort="ontzorgen_regelen").exists()


def test_a_period_that_is_over_is_over(neem_over):
    periode = neem_over(LANG_GELEDEN)

    assert (periode.status, periode.reden_einde, periode.beeindigd_op) == (
        OntzorgStatus.BEEINDIGD,
        EindeReden.PERIODE,
        date(2024, 8, 31),
    )
    assert termijn()[0] == TermijnStatus.GEHAALD


@pytest.mark.parametrize("begin", [BEGIN, LANG_GELEDEN])
def test_a_period_that_was_stopped_early_ended_on_that_day(neem_over, begin):
    gestopt = begin + timedelta(days=40)
    periode = neem_over(begin, eind_op=gestopt)

    assert (periode.status, periode.reden_einde, periode.beeindigd_op) == (
        OntzorgStatus.BEEINDIGD,
        EindeReden.ANDERS,
        gestopt,
    )
    assert termijn()[0] == TermijnStatus.VERVALLEN


def test_the_night_after_finds_nothing_to_end(neem_over, wie):
    neem_over(eind_op=EIND)

    assert afgelopen_beeindigen(**wie) == 0


def test_the_page_says_what_was_paid_elsewhere(neem_over, klant, dossier):
    neem_over()

    pagina = klant.get(reverse("ontzorgen", args=[dossier.dossiernummer])).content.decode()

    assert "buiten dit systeem betaald" in pagina


@pytest.mark.parametrize(
    ("velden", "reden", "veld"),
    [
        ({"eind_op": EIND + timedelta(days=1)}, "zes maanden", "ontzorgen_tot"),
        ({"eind_op": BEGIN - timedelta(days=1)}, "voor het begin", "ontzorgen_tot"),
        ({"start_op": BEGIN - timedelta(days=1)}, "niet voor de bijstand", "ontzorgen_op"),
        ({"start_op": EIND + timedelta(days=1)}, "zes maanden", "ontzorgen_op"),
        ({"machtiging_op": VANDAAG + timedelta(days=1)}, "in de toekomst", "machtiging_op"),
        ({"besluit_op": date(2024, 1, 1)}, "Controleer het jaar", "besluit_op"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(neem_over, velden, reden, veld):
    with pytest.raises(Geweigerd, match=reden) as geweigerd:
        neem_over(**velden)

    assert geweigerd.value.veld == veld
    assert not Ontzorgperiode.objects.exists()


def test_without_an_asylum_permit_for_a_fixed_time_there_was_none(gemeente, consulent, wie):
    dossier = een_dossier(consulent=consulent)
    verblijfsrecht_vastleggen(
        persoon_id=dossier.persoon_id,
        soort=VerblijfsrechtSoort.REGULIER_GEZIN,
        start_op=date(2024, 1, 1),
        **wie,
    )

    with pytest.raises(Geweigerd, match="geen asielvergunning voor bepaalde tijd"):
        ontzorgen_overnemen(
            dossier_id=dossier.pk,
            bijstand=Bijstand(start_op=BEGIN),
            eerder=EerderOntzorgd(start_op=BEGIN),
            **wie,
        )

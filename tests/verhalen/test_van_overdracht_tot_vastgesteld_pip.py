"""The thread: from COA's handover to a plan that was made known, with every statutory date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from besluiten.models import Bekendmaking, BesluitStatus
from besluiten.services.besluiten import bekendmaken
from inburgering.enums import (
    DossierStatus,
    SchakelNummer,
    SchakelStatus,
    TaakStatus,
    TermijnSoort,
    TermijnStatus,
)
from inburgering.models import Gebeurtenis, Inburgeraar, Persoon, Schakel, Taak, Termijn, Verblijf
from inburgering.services.documenten import lees
from leerroutes.models import Traject, TrajectStatus
from medewerkers.models import Medewerker
from ontzorgen.models import Ontzorgperiode, OntzorgStatus
from overdracht.models import Overdracht, OverdrachtStatus
from pip_plans.models import PipStatus
from pip_plans.services.vaststellen import vaststellen
from tests.verhalen.hoofdstukken import (
    AANBOD,
    BEKEND,
    BEZWAAR,
    BRP,
    DAGTEKENING,
    INBURGERING,
    ONTZORGEN,
    PIP_LAATSTE_DAG,
    VERHUISD,
    Verhaal,
    bijstand_krijgen,
    gesprek_voeren,
    huisvesten,
    intake_doen,
    om,
    ontvangen,
    plan_maken,
    plicht_kennen,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def verhaal(
    gemeente: None, oov: Medewerker, consulent: Medewerker, administratie: Medewerker
) -> Verhaal:
    return Verhaal(oov, consulent, administratie)


# --- What is so on a day -------------------------------------------------------------------------
def schakels(dossier: Inburgeraar) -> dict[int, str]:
    return dict(Schakel.objects.filter(inburgeraar=dossier).values_list("nummer", "status"))


def termijnen(dossier: Inburgeraar) -> dict[str, tuple[date, date, str]]:
    return {
        termijn.soort: (termijn.start_op, termijn.eind_op, termijn.status)
        for termijn in Termijn.objects.filter(inburgeraar=dossier)
    }


def open_taken(dossier: Inburgeraar) -> dict[str, date | None]:
    open_ = Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN)
    return dict(open_.values_list("soort", "uiterlijk_op"))


# --- The story -----------------------------------------------------------------------------------
def test_van_overdracht_tot_vastgesteld_pip(verhaal):
    ontvangen(verhaal)

    assert Persoon.objects.count() == 3
    assert set(
        Inburgeraar.objects.values_list("persoon__voornamen", "doelgroep", "wordt_gehuisvest")
    ) == {("Selam", "asiel", True), ("Filmon", "asiel", True)}, "a child has no case of its own"
    assert schakels(verhaal.selam) == {
        SchakelNummer.PLICHT: SchakelStatus.OPEN,
        SchakelNummer.VOORBEREIDEN: SchakelStatus.OPEN,
        SchakelNummer.INTAKE_EN_PIP: SchakelStatus.WACHT,
        SchakelNummer.INBURGEREN: SchakelStatus.WACHT,
        SchakelNummer.AFRONDEN: SchakelStatus.WACHT,
    }
    assert termijnen(verhaal.selam) == {}

    gesprek_voeren(verhaal)

    assert schakels(verhaal.selam)[SchakelNummer.INTAKE_EN_PIP] == SchakelStatus.OPEN
    assert schakels(verhaal.selam)[SchakelNummer.VOORBEREIDEN] == SchakelStatus.OPEN

    huisvesten(verhaal)

    assert Overdracht.objects.get().status == OverdrachtStatus.AFGEROND
    assert schakels(verhaal.selam)[SchakelNummer.VOORBEREIDEN] == SchakelStatus.AFGEROND
    wonen = list(Verblijf.objects.filter(eind_op=None))
    assert {rij.adres for rij in wonen} == {"Wilgenhof 12, 9351 AB Leek"}
    assert {(rij.start_op, rij.brp_op) for rij in wonen} == {(VERHUISD, BRP)}
    assert len(wonen) == 3

    bijstand_krijgen(verhaal)

    assert Ontzorgperiode.objects.get().status == OntzorgStatus.ACTIEF
    assert termijnen(verhaal.selam) == {TermijnSoort.ONTZORGEN: (*ONTZORGEN, TermijnStatus.LOPEND)}

    plicht_kennen(verhaal)

    assert schakels(verhaal.selam)[SchakelNummer.PLICHT] == SchakelStatus.AFGEROND
    pip_termijn = Termijn.objects.get(inburgeraar=verhaal.selam, soort=TermijnSoort.PIP)
    assert (pip_termijn.eind_op, pip_termijn.status) == (PIP_LAATSTE_DAG, TermijnStatus.LOPEND)
    assert "B22 5.3.1" in pip_termijn.bron or "B26 5.3.1" in pip_termijn.bron
    assert open_taken(verhaal.selam)["pip_vaststellen"] == PIP_LAATSTE_DAG

    intake_doen(verhaal)
    pip = plan_maken(verhaal)
    besluit = vaststellen(pip_id=pip.pk, versie=pip.versie, **verhaal.als_consulent(DAGTEKENING))

    pip.refresh_from_db()
    assert (pip.status, pip.dagtekening, pip.dagtekening_initieel) == (
        PipStatus.VASTGESTELD,
        DAGTEKENING,
        DAGTEKENING,
    )
    assert (besluit.dagtekening, besluit.status) == (DAGTEKENING, BesluitStatus.GENOMEN)
    assert lees(besluit.document).startswith(b"%PDF")
    assert schakels(verhaal.selam) == {
        SchakelNummer.PLICHT: SchakelStatus.AFGEROND,
        SchakelNummer.VOORBEREIDEN: SchakelStatus.AFGEROND,
        SchakelNummer.INTAKE_EN_PIP: SchakelStatus.AFGEROND,
        SchakelNummer.INBURGEREN: SchakelStatus.OPEN,
        SchakelNummer.AFRONDEN: SchakelStatus.WACHT,
    }
    traject = Traject.objects.get(inburgeraar=verhaal.selam)
    assert (traject.status, traject.leerroute, traject.niveau, traject.leerroute_uren) == (
        TrajectStatus.LOPEND,
        "B",
        "B1",
        600,
    )
    assert termijnen(verhaal.selam)[TermijnSoort.INBURGERING] == (
        *INBURGERING,
        TermijnStatus.LOPEND,
    )
    assert "pip_vaststellen" not in open_taken(verhaal.selam)

    bekendmaken(
        besluit_id=besluit.pk,
        versie=besluit.versie,
        wijze=Bekendmaking.UITGEREIKT,
        op=BEKEND,
        **verhaal.als_consulent(BEKEND),
    )

    assert termijnen(verhaal.selam) == {
        TermijnSoort.ONTZORGEN: (*ONTZORGEN, TermijnStatus.LOPEND),
        TermijnSoort.PIP: (pip_termijn.start_op, PIP_LAATSTE_DAG, TermijnStatus.GEHAALD),
        TermijnSoort.INBURGERING: (*INBURGERING, TermijnStatus.LOPEND),
        TermijnSoort.BEZWAAR: (*BEZWAAR, TermijnStatus.LOPEND),
        TermijnSoort.AANBOD: (*AANBOD, TermijnStatus.LOPEND),
    }
    assert verhaal.selam.status == DossierStatus.ACTIEF


def test_every_act_of_the_thread_left_its_name_its_day_and_its_line(verhaal):
    ontvangen(verhaal)
    gesprek_voeren(verhaal)
    huisvesten(verhaal)
    plicht_kennen(verhaal)
    intake_doen(verhaal)
    pip = plan_maken(verhaal)
    vaststellen(pip_id=pip.pk, versie=pip.versie, **verhaal.als_consulent(DAGTEKENING))

    for rij in (verhaal.selam, Overdracht.objects.get(), pip):
        for versie in rij.history.all():
            assert versie.history_user in (verhaal.oov, verhaal.consulent)
            assert versie.history_date < om(DAGTEKENING) + timedelta(seconds=1)
    lijnen = list(Gebeurtenis.objects.filter(inburgeraar=verhaal.selam).order_by("at", "pk"))
    assert [lijn.at for lijn in lijnen] == sorted(lijn.at for lijn in lijnen)
    assert {lijn.door for lijn in lijnen} == {verhaal.oov, verhaal.consulent}
    assert lijnen[0].tekst == "Dossier geopend"

"""From the plan to DUO's word: three routes, a gezinsmigrant, a mover and an extension.

The household of the first story goes on here. What is open at each step was counted by hand.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from inburgering.enums import (
    DossierStatus,
    Onderdeel,
    SchakelStatus,
    TaakStatus,
    TermijnSoort,
    TermijnStatus,
)
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar, Taak, Termijn
from inburgering.services.dossiers import voltooien
from inburgering.services.termijnen import verlengen
from inburgering.services.vorig_pip import VorigPipGegevens
from leerroutes.enums import AanbiederSoort, ExamenUitslag, KeurmerkSoort, Lessoort
from leerroutes.models import Traject, TrajectStatus
from leerroutes.queries.verwijtbaar import vlag_voor
from leerroutes.services.afronding import (
    certificaat_uitreiken,
    gemeld_vastleggen,
    inburgeren_afronden,
)
from leerroutes.services.eindgesprek import EindgesprekGegevens, eindgesprek_voeren
from leerroutes.services.taalschakel import (
    TaalschakelGegevens,
    taalschakel_behalen,
    taalschakel_starten,
)
from leerroutes.services.traject import EerdereUren
from leerroutes.services.verhuizing import eerdere_uren_vastleggen
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from pip_plans.policies.wisselen import Afschaling
from pip_plans.services.overnemen import vorig_pip_vastleggen
from pip_plans.services.wisselen import afschalen
from tests.factories import (
    AanbiederFactory,
    KeurmerkFactory,
    MedewerkerFactory,
    PartnerorganisatieFactory,
    een_dossier,
    een_intake,
)
from tests.verhalen.hoofdstukken import (
    DAGTEKENING,
    INBURGERING,
    PLAN,
    Verhaal,
    bijstand_krijgen,
    gesprek_voeren,
    huisvesten,
    intake_doen,
    om,
    ontvangen,
    plicht_kennen,
)
from tests.verhalen.leerweg import O_PLAN, WEEK, Z_PLAN, Leerweg
from wet.doelgroepen import Doelgroep
from wet.duo import Vlag
from wet.leerroutes import Examenonderdeel, Leerroute, Urensoort

pytestmark = pytest.mark.django_db

_DICHT = [SchakelStatus.AFGEROND, SchakelStatus.OPEN]
TALEN = ["examen_lezen", "examen_luisteren", "examen_schrijven", "examen_spreken"]


@pytest.fixture
def verhaal(
    gemeente: None, oov: Medewerker, consulent: Medewerker, administratie: Medewerker
) -> Verhaal:
    """Selam, to the day on which her plan can be made."""
    verhaal = Verhaal(oov, consulent, administratie)
    for hoofdstuk in (
        ontvangen,
        gesprek_voeren,
        huisvesten,
        bijstand_krijgen,
        plicht_kennen,
        intake_doen,
    ):
        hoofdstuk(verhaal)
    return verhaal


def met_plan(verhaal: Verhaal, **anders: Any) -> Leerweg:
    leerweg = Leerweg(verhaal.selam, verhaal.consulent)
    leerweg.stel_vast(leerweg.stel_op(date(2024, 4, 10), PLAN | anders), DAGTEKENING)
    return leerweg


def inburgeringstermijn(dossier: Inburgeraar) -> Termijn:
    return Termijn.objects.get(inburgeraar=dossier, soort=TermijnSoort.INBURGERING)


def taken(dossier: Inburgeraar) -> set[str]:
    rijen = Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN)
    return set(rijen.values_list("soort", flat=True))


def voldaan(leerweg: Leerweg, dag: date) -> Inburgeraar:
    """Schakel 4 closes, DUO is told, and DUO decides; each a week later."""
    dossier_id = leerweg.dossier.pk
    inburgeren_afronden(dossier_id=dossier_id, **leerweg.op(dag))
    assert leerweg.schakels() == _DICHT
    gemeld_op, besluit_op = dag + WEEK, dag + 2 * WEEK
    gemeld_vastleggen(dossier_id=dossier_id, versie=None, op=gemeld_op, **leerweg.op(gemeld_op))
    voltooien(dossier_id=dossier_id, besloten_op=besluit_op, **leerweg.op(besluit_op))
    assert leerweg.schakels() == [SchakelStatus.AFGEROND, SchakelStatus.AFGEROND]
    return Inburgeraar.objects.get(pk=dossier_id)


# --- The B1-route --------------------------------------------------------------------------------
def test_b1_met_een_onderdeel_afgeschaald(verhaal: Verhaal) -> None:
    leerweg = met_plan(verhaal)
    assert leerweg.nog() == [*TALEN, "examen_knm", "pvt", "map"]

    lessen = leerweg.krijg_les(date(2024, 5, 13))
    aanbod = Termijn.objects.get(inburgeraar=leerweg.dossier, soort=TermijnSoort.AANBOD)
    assert (aanbod.eind_op, aanbod.status) == (date(2024, 7, 22), TermijnStatus.GEHAALD)
    leerweg.volg(Urensoort.NEDERLANDS, 590, vanaf=date(2024, 5, 27), deelname=lessen)
    leerweg.volg(Urensoort.KNM, 40, vanaf=date(2024, 5, 28), per_week=4, deelname=lessen)
    leerweg.volg_pvt(date(2024, 9, 2))
    leerweg.volg_map(date(2025, 1, 7), gesprek_op=date(2025, 3, 10))
    assert leerweg.nog() == [*TALEN, "examen_knm"]

    leerweg.doe_examen(Onderdeel.KNM, date(2025, 3, 3))
    for onderdeel in (Onderdeel.LEZEN, Onderdeel.LUISTEREN, Onderdeel.SPREKEN):
        leerweg.doe_examen(onderdeel, date(2025, 5, 12))
    leerweg.doe_examen(Onderdeel.SCHRIJVEN, date(2025, 5, 19), uitslag=ExamenUitslag.GEZAKT)
    assert leerweg.nog() == ["examen_schrijven"]

    wens = Afschaling(
        onderdelen=(Examenonderdeel.SCHRIJVEN,),
        inspanning_genoeg=True,
        b1_haalbaar=False,
        motivering="Schrijven op B1 lukt niet binnen uw termijn.",
    )
    with pytest.raises(Geweigerd, match="KNM telt daarin niet mee"):
        afschalen(dossier_id=leerweg.dossier.pk, wens=wens, **leerweg.op(date(2025, 9, 1)))
    leerweg.volg(Urensoort.NEDERLANDS, 10, vanaf=date(2025, 9, 8), deelname=lessen)
    pip = afschalen(dossier_id=leerweg.dossier.pk, wens=wens, **leerweg.op(date(2025, 9, 15)))
    leerweg.stel_vast(pip, date(2025, 9, 22))

    termijn = inburgeringstermijn(leerweg.dossier)
    assert (termijn.start_op, termijn.eind_op) == INBURGERING, "a new version moves no term"
    assert leerweg.nog() == ["examen_schrijven"]
    leerweg.doe_examen(Onderdeel.SCHRIJVEN, date(2025, 11, 3), niveau="A2")
    assert leerweg.nog() == []
    assert "schakel_4_afronden" in taken(leerweg.dossier)

    dossier = voldaan(leerweg, date(2026, 1, 5))
    assert (dossier.status, dossier.voltooid_op) == (DossierStatus.VOLTOOID, date(2026, 1, 19))
    assert taken(dossier) == {"begeleiding_loopt_door"}


# --- The Z-route ---------------------------------------------------------------------------------
def test_z_route_met_tweemaal_achthonderd_uur(verhaal: Verhaal) -> None:
    leerweg = met_plan(verhaal, **Z_PLAN)
    assert leerweg.nog() == ["cursusuren", "participatieuren", "pvt", "map", "eindgesprek_z"]

    lessen = leerweg.krijg_les(date(2024, 5, 13))
    leerweg.volg(Urensoort.NEDERLANDS, 760, vanaf=date(2024, 5, 27), deelname=lessen)
    leerweg.volg(Urensoort.KNM, 40, vanaf=date(2024, 5, 28), per_week=4, deelname=lessen)
    leerweg.volg_pvt(date(2024, 9, 2))
    leerweg.volg_map(date(2025, 1, 7), gesprek_op=date(2025, 3, 10))
    laatste = leerweg.volg(Urensoort.PARTICIPATIE, 747, vanaf=date(2024, 6, 5))
    assert leerweg.nog() == ["participatieuren", "eindgesprek_z"], "12 + 40 + 747 = 799"

    gesprek = EindgesprekGegevens(op=laatste + WEEK, verslag="Teruggekeken.")
    with pytest.raises(Geweigerd, match="Nog 1 van 800 uur participatie"):
        _voer(leerweg, gesprek)
    leerweg.volg(Urensoort.PARTICIPATIE, 1, vanaf=laatste + timedelta(days=1))
    te_vroeg = EindgesprekGegevens(op=laatste, verslag="Teruggekeken.")
    with pytest.raises(Geweigerd, match="was nog niet alles klaar"):
        _voer(leerweg, te_vroeg, **leerweg.op(gesprek.op))
    schans = MedewerkerFactory(rol=Rol.PARTNER, partnerorganisatie=PartnerorganisatieFactory())
    with pytest.raises(Geweigerd, match="gemeente"):
        _voer(leerweg, gesprek, door=schans)
    _voer(leerweg, gesprek)
    assert leerweg.nog() == []

    dossier = voldaan(leerweg, laatste + 2 * WEEK)

    assert taken(dossier) == {"certificaat_uitreiken", "begeleiding_loopt_door"}
    dag = laatste + 8 * WEEK
    certificaat_uitreiken(dossier_id=dossier.pk, versie=None, op=dag, **leerweg.op(dag))
    assert taken(dossier) == {"begeleiding_loopt_door"}


def _voer(leerweg: Leerweg, gesprek: EindgesprekGegevens, **anders: Any) -> None:
    wie = leerweg.op(gesprek.op) | anders
    eindgesprek_voeren(dossier_id=leerweg.dossier.pk, gegevens=gesprek, **wie)


# --- The onderwijsroute --------------------------------------------------------------------------
def test_onderwijsroute_met_diploma(verhaal: Verhaal) -> None:
    leerweg = met_plan(verhaal, **O_PLAN)
    assert leerweg.nog() == ["taalschakeltraject", "pvt"], "no MAP in this route"
    roc = AanbiederFactory(naam="ROC", soorten=[AanbiederSoort.TAALSCHAKEL])
    KeurmerkFactory(aanbieder=roc, soort=KeurmerkSoort.DIPLOMA_ERKENNING)
    leerweg.school = roc

    lessen = leerweg.krijg_les(date(2024, 8, 26), Lessoort.TAALSCHAKEL)
    schakel = taalschakel_starten(
        dossier_id=leerweg.dossier.pk,
        gegevens=TaalschakelGegevens(aanbieder=roc, start_op=lessen.start_op),
        **leerweg.op(lessen.start_op),
    )
    leerweg.volg_pvt(date(2024, 11, 4))
    assert leerweg.nog() == ["taalschakeltraject"]
    klaar = date(2026, 2, 2)
    taalschakel_behalen(taalschakel_id=schakel.pk, versie=None, op=klaar, **leerweg.op(klaar))
    assert leerweg.nog() == []

    assert voldaan(leerweg, klaar).status == DossierStatus.VOLTOOID


# --- A gezinsmigrant -----------------------------------------------------------------------------
def _migrant(consulent: Medewerker, dag: date, **velden: Any) -> Inburgeraar:
    dossier = een_dossier(
        consulent=consulent,
        doelgroep=Doelgroep.OVERIG,
        kennisgeving_op=dag,
        nu=om(dag),
        **velden,
    )
    een_intake(dossier, door=consulent, nu=om(dag + WEEK), afgerond=True)
    return dossier


def test_gezinsmigrant_betaalt_zelf(gemeente: Any, consulent: Medewerker) -> None:
    leerweg = Leerweg(_migrant(consulent, date(2024, 3, 11)), consulent)
    plan = PLAN | {"leerroute_uren": None}
    leerweg.stel_vast(leerweg.stel_op(date(2024, 4, 8), plan), DAGTEKENING)
    assert leerweg.nog() == [*TALEN, "examen_knm", "pvt", "map"]
    assert not Termijn.objects.filter(
        inburgeraar=leerweg.dossier, soort=TermijnSoort.AANBOD
    ).exists()

    with pytest.raises(Geweigerd):
        leerweg.krijg_les(date(2024, 5, 13))
    leerweg.kies_les(date(2024, 5, 20))
    for onderdeel in Onderdeel:
        leerweg.doe_examen(onderdeel, date(2025, 5, 12))
    assert leerweg.nog() == ["pvt", "map"]
    leerweg.volg_pvt(date(2025, 9, 1))
    leerweg.volg_map(date(2025, 10, 7), gesprek_op=date(2025, 12, 8))

    assert voldaan(leerweg, date(2026, 1, 5)).status == DossierStatus.VOLTOOID


# --- A mover -------------------------------------------------------------------------------------
def test_verhuisd_met_een_plan_en_uren(gemeente: Any, consulent: Medewerker) -> None:
    """wet.md §12, 39: the term of the first plan goes on here, on the same route."""
    eerste = date(2024, 3, 15)
    dossier = een_dossier(
        consulent=consulent,
        doelgroep=Doelgroep.OVERIG,
        kennisgeving_op=date(2024, 2, 1),
        nu=om(date(2025, 1, 6)),
    )
    leerweg = Leerweg(dossier, consulent)
    vorig_pip_vastleggen(
        dossier_id=dossier.pk,
        versie=None,
        gegevens=VorigPipGegevens(
            gemeente="Assen",
            dagtekening=eerste,
            dagtekening_initieel=eerste,
            leerroute=Leerroute.Z,
        ),
        **leerweg.op(date(2025, 1, 6)),
    )
    een_intake(dossier, door=consulent, nu=om(date(2025, 1, 13)), afgerond=True)
    plan = PLAN | {"leerroute": "Z", "leerroute_uren": None, "examenwens_z": "niet_van_toepassing"}
    leerweg.stel_vast(leerweg.stel_op(date(2025, 1, 20), plan), date(2025, 1, 27))
    traject = Traject.objects.get(inburgeraar=dossier, status=TrajectStatus.LOPEND)

    eerdere_uren_vastleggen(
        traject_id=traject.pk,
        versie=traject.versie,
        uren=EerdereUren(taal=640),
        stand_op=date(2025, 1, 6),
        **leerweg.op(date(2025, 2, 3)),
    )

    assert inburgeringstermijn(dossier).eind_op == date(2027, 3, 15)
    assert leerweg.nog() == ["cursusuren", "pvt", "map", "eindgesprek_z"]
    lessen = leerweg.kies_les(date(2025, 2, 10))
    leerweg.volg(Urensoort.NEDERLANDS, 160, vanaf=date(2025, 2, 17), deelname=lessen)
    assert leerweg.nog() == ["pvt", "map", "eindgesprek_z"], "640 + 160 = 800"


# --- An extension --------------------------------------------------------------------------------
def test_verlengd_door_duo(verhaal: Verhaal) -> None:
    leerweg = met_plan(verhaal)
    termijn = inburgeringstermijn(leerweg.dossier)
    laat = date(2027, 5, 10)
    assert vlag_voor(leerweg.dossier.pk, laat) is Vlag.JA_OF_NEE

    verlengen(
        termijn_id=termijn.pk,
        versie=termijn.versie,
        grond="ziekte",
        besloten_op=date(2027, 3, 1),
        eind_op=date(2027, 10, 22),
        **leerweg.op(date(2027, 3, 8)),
    )

    assert inburgeringstermijn(leerweg.dossier).eind_op == date(2027, 10, 22)
    assert vlag_voor(leerweg.dossier.pk, laat) is Vlag.NIET_VRAGEN
    leerweg.volg_map(date(2027, 3, 9), gesprek_op=laat)
    assert "map" not in leerweg.nog()

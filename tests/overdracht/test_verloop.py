"""From processing to registration: the acts on a handover."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from inburgering.datums import AMSTERDAM, OnzekereDatum
from inburgering.enums import (
    AfspraakStatus,
    BeeindigReden,
    ContactSoort,
    DossierStatus,
    Gezinsrol,
    SchakelNummer,
    SchakelStatus,
    TaakStatus,
    TermijnSoort,
    VerblijfSoort,
)
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Afspraak, Schakel, Taak, Termijn, Verblijf
from inburgering.services.contacten import afspraak_afzeggen
from inburgering.services.dossiers import beeindigen, sluiten_voor_anderen
from inburgering.services.plichten import PlichtGegevens, plicht_vastleggen
from medewerkers.enums import Rol
from overdracht.enums import Fase
from overdracht.models import Huisvesting, HuisvestingStatus, OverdrachtStatus
from overdracht.queries.standen import stand_van
from overdracht.services.gesprek import gesprek_houden, gesprek_vervangen
from overdracht.services.huisvesting import (
    inschrijven,
    verhuizen,
    woning_accepteren,
    woning_bezichtigen,
    woning_toewijzen,
    woning_weigeren,
)
from overdracht.services.overdrachten import intrekken, overdracht_wijzigen, verwerken
from tests.factories import NU, VANDAAG
from tests.overdracht.huishoudens import (
    INSCHRIJVING,
    KOPPELING,
    TOEWIJZING,
    VERHUIZING,
    WONING,
    bel_in_plaats_van_gesprek,
    breng_tot,
    dossiers_van,
    lid,
    ontvangen,
    overdrachtgegevens,
    plan_gesprek,
    praat,
)
from wet.doelgroepen import GedetailleerdeDoelgroep

DAG = timedelta(days=1)
AANMELDEN = ("Aanmelden voor maatschappelijke begeleiding", Rol.OOV)


def weigering(act, **velden):
    with pytest.raises(Geweigerd) as fout:
        act(nu=NU, **velden)
    return fout.value.veld, fout.value.reden


def schakels(overdracht, nummer):
    return list(
        Schakel.objects.filter(inburgeraar__in=dossiers_van(overdracht), nummer=nummer).values_list(
            "status", flat=True
        )
    )


def open_taken(overdracht):
    taken = Taak.objects.filter(
        inburgeraar__in=dossiers_van(overdracht), status=TaakStatus.OPEN, pagina="overdracht"
    )
    return sorted(taken.values_list("titel", "voor"))


# --- Processing -------------------------------------------------------------------------------
def test_processing_asks_for_the_talk_and_the_home(team, overdracht):
    assert open_taken(overdracht) == [("Overdracht verwerken", Rol.OOV)]

    verwerken(overdracht_id=overdracht.pk, door=team.oov, nu=NU)

    overdracht.refresh_from_db()
    assert (overdracht.verwerkt_op, overdracht.verwerkt_door) == (VANDAAG, team.oov)
    assert open_taken(overdracht) == [
        ("Driepartijengesprek plannen", Rol.CONSULENT),
        ("Woning zoeken", Rol.OOV),
    ]
    taak = Taak.objects.get(soort="woning_zoeken")
    assert taak.uiterlijk_op == KOPPELING + timedelta(days=98)
    assert taak.inburgeraar == dossiers_van(overdracht)[0]


def test_processing_twice_is_refused(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)

    assert weigering(verwerken, overdracht_id=overdracht.pk, door=team.oov) == (
        None,
        "De overdracht is al verwerkt.",
    )


def test_nothing_is_arranged_before_processing(team, overdracht):
    reden = (None, "Eerst verwerkt OOV de gegevens van het COA.")
    wie = {"overdracht_id": overdracht.pk, "door": team.oov}

    assert weigering(woning_toewijzen, woning=WONING, op=VANDAAG, **wie) == reden
    assert weigering(gesprek_houden, op=VANDAAG, verslag="", **wie) == reden


# --- The talk ---------------------------------------------------------------------------------
def test_the_talk_is_one_appointment_for_the_household(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)

    plan_gesprek(team, overdracht)

    afspraak = Afspraak.objects.get()
    assert list(afspraak.dossiers.order_by("pk")) == dossiers_van(overdracht)
    assert afspraak.consulent == team.consulent
    assert open_taken(overdracht) == [
        ("Driepartijengesprek vastleggen", Rol.CONSULENT),
        ("Woning zoeken", Rol.OOV),
    ]
    assert Taak.objects.get(soort="gesprek_vastleggen").uiterlijk_op == date(2026, 2, 5)


def test_the_talk_opens_schakel_3_for_everybody(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)

    praat(team, overdracht)

    assert schakels(overdracht, SchakelNummer.INTAKE_EN_PIP) == [SchakelStatus.OPEN] * 2
    assert schakels(overdracht, SchakelNummer.VOORBEREIDEN) == [SchakelStatus.OPEN] * 2
    afspraak = Afspraak.objects.get()
    assert (afspraak.status, afspraak.verslag) == (AfspraakStatus.GEHOUDEN, "Kennisgemaakt.")
    assert open_taken(overdracht) == [("Woning zoeken", Rol.OOV)]


def test_a_talk_by_telephone_counts_without_a_plan(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)

    bel_in_plaats_van_gesprek(team, overdracht)

    afspraak = Afspraak.objects.get()
    assert (afspraak.status, afspraak.reden) == (
        AfspraakStatus.VERVANGEN,
        "Telefoon: Het gezin is ziek",
    )
    assert list(afspraak.dossiers.order_by("pk")) == dossiers_van(overdracht)
    assert schakels(overdracht, SchakelNummer.INTAKE_EN_PIP) == [SchakelStatus.OPEN] * 2


def test_a_planned_talk_may_be_replaced(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    plan_gesprek(team, overdracht)

    bel_in_plaats_van_gesprek(team, overdracht)

    assert Afspraak.objects.get().status == AfspraakStatus.VERVANGEN


def test_a_talk_that_was_called_off_is_planned_again(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    plan_gesprek(team, overdracht)
    afspraak_afzeggen(
        afspraak_id=Afspraak.objects.get().pk, reden="Ziek", door=team.consulent, nu=NU
    )
    assert ("Driepartijengesprek plannen", Rol.CONSULENT) in open_taken(overdracht)

    plan_gesprek(team, overdracht)

    overdracht.refresh_from_db()
    assert overdracht.gesprek.status == AfspraakStatus.GEPLAND


def test_what_cannot_be_said_of_a_talk(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    wie = {"overdracht_id": overdracht.pk, "door": team.consulent}
    anders = {"reden": "Ziek", "wijze": ContactSoort.MAIL} | wie
    assert weigering(gesprek_houden, op=VANDAAG, verslag="", **wie) == (
        None,
        "Plan het gesprek eerst.",
    )
    plan_gesprek(team, overdracht)

    assert weigering(gesprek_houden, op=VANDAAG + DAG, verslag="", **wie) == (
        "op",
        "De datum ligt in de toekomst.",
    )
    assert weigering(gesprek_houden, op=KOPPELING - DAG, verslag="", **wie) == (
        "op",
        f"De datum ligt voor de koppeling ({KOPPELING:%d-%m-%Y}).",
    )
    assert weigering(gesprek_vervangen, op=VANDAAG, **(anders | {"reden": " "}))[0] == "reden"
    assert weigering(
        gesprek_vervangen, op=VANDAAG, **(anders | {"wijze": ContactSoort.HUISBEZOEK})
    ) == ("wijze", "Kies telefoon, brief of e-mail.")
    assert weigering(
        lambda **w: plan_gesprek(team, overdracht),
    ) == (None, "Het gesprek staat al gepland. Zeg het eerst af bij Contact.")


def test_a_second_talk_is_refused(team, overdracht):
    breng_tot(team, overdracht, Fase.GESPREK)

    assert weigering(lambda **w: bel_in_plaats_van_gesprek(team, overdracht)) == (
        None,
        "Het driepartijengesprek is al gehouden of vervangen.",
    )


# --- The home ---------------------------------------------------------------------------------
def test_a_home_is_assigned_seen_and_accepted(team, overdracht):
    breng_tot(team, overdracht, Fase.WONING)
    assert open_taken(overdracht) == [("Bezichtiging en antwoord vastleggen", Rol.CONSULENT)]
    wie = {"overdracht_id": overdracht.pk, "door": team.consulent, "nu": NU}

    woning_bezichtigen(op=TOEWIJZING + DAG, **wie)
    woning_accepteren(op=TOEWIJZING + DAG, huur_vanaf=VANDAAG + DAG, **wie)

    huis = Huisvesting.objects.get()
    assert (huis.status, huis.adres) == (
        HuisvestingStatus.GEACCEPTEERD,
        "Dorpsstraat 12, 9351 AB Leek",
    )
    assert (huis.bezichtigd_op, huis.beslist_op, huis.huur_vanaf) == (
        TOEWIJZING + DAG,
        TOEWIJZING + DAG,
        VANDAAG + DAG,
    )
    assert open_taken(overdracht) == [AANMELDEN, ("Verhuizing vastleggen", Rol.OOV)]


def test_a_refused_home_stays_on_record_and_the_search_starts_again(team, overdracht):
    breng_tot(team, overdracht, Fase.WONING)

    nieuw = woning_weigeren(
        overdracht_id=overdracht.pk,
        op=VANDAAG,
        reden="Geen lift",
        door=team.consulent,
        nu=NU,
    )

    assert [
        (rij.status, rij.adres, rij.reden_weigering) for rij in Huisvesting.objects.order_by("pk")
    ] == [
        (HuisvestingStatus.GEWEIGERD, "Dorpsstraat 12, 9351 AB Leek", "Geen lift"),
        (HuisvestingStatus.GEZOCHT, "", ""),
    ]
    assert stand_van(overdracht.pk).woning == nieuw
    assert open_taken(overdracht) == [("Woning zoeken", Rol.OOV)]
    assert stand_van(overdracht.pk).fase == Fase.GESPREK


def test_what_cannot_be_said_of_a_home(team, overdracht):
    breng_tot(team, overdracht, Fase.GESPREK)
    wie = {"overdracht_id": overdracht.pk, "door": team.oov}
    nog_niet = (None, "Er is nog geen woning toegewezen.")
    assert weigering(woning_bezichtigen, op=VANDAAG, **wie) == nog_niet
    assert weigering(verhuizen, op=VANDAAG, **wie) == nog_niet
    assert weigering(inschrijven, brp_op=VANDAAG, **wie) == (None, "Leg eerst de verhuizing vast.")
    assert weigering(woning_toewijzen, woning=WONING, op=KOPPELING - DAG, **wie)[0] == "op"
    assert weigering(woning_toewijzen, woning=WONING, op=VANDAAG + DAG, **wie)[0] == "op"
    breng = {"woning": WONING, "op": TOEWIJZING}
    woning_toewijzen(nu=NU, **breng, **wie)

    assert weigering(woning_toewijzen, **breng, **wie) == (
        None,
        "Er is al een woning: Dorpsstraat 12, 9351 AB Leek.",
    )
    assert weigering(woning_bezichtigen, op=TOEWIJZING - DAG, **wie) == (
        "op",
        f"De datum ligt voor de toewijzing ({TOEWIJZING:%d-%m-%Y}).",
    )
    assert (
        weigering(woning_accepteren, op=VANDAAG, huur_vanaf=TOEWIJZING - DAG, **wie)[0]
        == "huur_vanaf"
    )
    assert weigering(verhuizen, op=VANDAAG, **wie) == (
        None,
        "Leg eerst vast dat de woning is geaccepteerd.",
    )
    assert weigering(woning_weigeren, op=VANDAAG, reden="", **wie)[0] == "reden"
    woning_accepteren(op=VANDAAG, nu=NU, **wie)
    assert weigering(woning_weigeren, op=VANDAAG, reden="Toch niet", **wie) == (
        None,
        "Over deze woning is al beslist.",
    )


def test_moving_before_the_home_was_assigned_is_refused(team, overdracht):
    breng_tot(team, overdracht, Fase.WONING)
    wie = {"overdracht_id": overdracht.pk, "door": team.oov}
    woning_accepteren(op=TOEWIJZING, nu=NU, **wie)

    assert weigering(verhuizen, op=TOEWIJZING - DAG, **wie) == (
        "op",
        f"De datum ligt voor de toewijzing van de woning ({TOEWIJZING:%d-%m-%Y}).",
    )
    assert weigering(verhuizen, op=VANDAAG + DAG, **wie)[0] == "op"


def test_moving_on_the_day_of_the_koppeling_is_refused(team):
    overdracht = breng_tot(team, ontvangen(team, koppeling_op=VANDAAG), Fase.VERWERKT)
    wie = {"overdracht_id": overdracht.pk, "door": team.oov}
    woning_toewijzen(woning=WONING, op=VANDAAG, nu=NU, **wie)
    woning_accepteren(op=VANDAAG, nu=NU, **wie)

    assert weigering(verhuizen, op=VANDAAG, **wie) == (
        "op",
        f"Verhuizen kan pas na de koppeling ({VANDAAG:%d-%m-%Y}).",
    )


def test_the_whole_household_moves(team, overdracht):
    breng_tot(team, overdracht, Fase.VERHUIZING)

    hier = Verblijf.objects.filter(soort=VerblijfSoort.WONING)
    assert (
        list(hier.values_list("gemeentecode", "start_op", "brp_op"))
        == [("1969", VERHUIZING, None)] * 3
    )
    azc = Verblijf.objects.filter(soort=VerblijfSoort.AZC)
    assert set(azc.values_list("eind_op", flat=True)) == {VERHUIZING - DAG}
    assert open_taken(overdracht) == [AANMELDEN, ("Inschrijving BRP vastleggen", Rol.CONSULENT)]


def test_who_left_the_record_does_not_move(team, overdracht):
    partner = dossiers_van(overdracht)[1]
    beeindigen(
        dossier_id=partner.pk,
        reden=BeeindigReden.VERTROKKEN,
        op=VANDAAG,
        door=team.consulent,
        nu=NU,
    )

    breng_tot(team, overdracht, Fase.INGESCHREVEN)

    hier = Verblijf.objects.filter(soort=VerblijfSoort.WONING)
    assert partner.persoon_id not in hier.values_list("persoon", flat=True)
    assert overdracht.status == OverdrachtStatus.AFGEROND


# --- The registration -------------------------------------------------------------------------
def test_the_registration_completes_the_handover(team, overdracht):
    breng_tot(team, overdracht, Fase.INGESCHREVEN)

    assert (overdracht.status, overdracht.afgerond_op) == (OverdrachtStatus.AFGEROND, VANDAAG)
    assert schakels(overdracht, SchakelNummer.VOORBEREIDEN) == [SchakelStatus.AFGEROND] * 2
    hier = Verblijf.objects.filter(soort=VerblijfSoort.WONING)
    assert list(hier.values_list("brp_op", flat=True)) == [INSCHRIJVING] * 3
    assert open_taken(overdracht) == []


def test_the_ten_weeks_start_when_the_kennisgeving_is_known(team, overdracht):
    bekend = dossiers_van(overdracht)[0]
    plicht_vastleggen(
        dossier_id=bekend.pk,
        gegevens=PlichtGegevens(
            start_op=KOPPELING,
            kennisgeving_op=KOPPELING,
            gedetailleerde_doelgroep=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER,
        ),
        door=team.consulent,
        nu=NU,
    )

    breng_tot(team, overdracht, Fase.INGESCHREVEN)

    (termijn,) = Termijn.objects.filter(soort=TermijnSoort.PIP)
    assert (termijn.inburgeraar, termijn.start_op) == (bekend, INSCHRIJVING + DAG)


def test_a_corrected_registration_moves_the_ten_weeks(team, overdracht):
    test_the_ten_weeks_start_when_the_kennisgeving_is_known(team, overdracht)

    inschrijven(overdracht_id=overdracht.pk, brp_op=VANDAAG, door=team.consulent, nu=NU)

    assert Termijn.objects.get(soort=TermijnSoort.PIP).start_op == VANDAAG + DAG


def test_without_the_talk_schakel_2_closes_but_the_handover_waits(team, overdracht):
    wie = {"overdracht_id": overdracht.pk, "door": team.oov, "nu": NU}
    verwerken(**wie)
    woning_toewijzen(woning=WONING, op=TOEWIJZING, **wie)
    woning_accepteren(op=TOEWIJZING, **wie)
    verhuizen(op=VERHUIZING, **wie)
    inschrijven(brp_op=INSCHRIJVING, **wie)
    overdracht.refresh_from_db()
    assert overdracht.status == OverdrachtStatus.VERWERKT
    assert schakels(overdracht, SchakelNummer.VOORBEREIDEN) == [SchakelStatus.AFGEROND] * 2
    assert open_taken(overdracht) == [AANMELDEN, ("Driepartijengesprek plannen", Rol.CONSULENT)]

    bel_in_plaats_van_gesprek(team, overdracht)

    overdracht.refresh_from_db()
    assert overdracht.status == OverdrachtStatus.AFGEROND


@pytest.mark.parametrize(
    ("brp_op", "reden"),
    [
        (VANDAAG + DAG, "De inschrijving ligt in de toekomst."),
        (VERHUIZING - DAG, f"De datum ligt voor de verhuizing ({VERHUIZING:%d-%m-%Y})."),
    ],
)
def test_a_registration_that_cannot_be(team, overdracht, brp_op, reden):
    breng_tot(team, overdracht, Fase.VERHUIZING)

    assert weigering(
        inschrijven, overdracht_id=overdracht.pk, brp_op=brp_op, door=team.consulent
    ) == ("brp_op", reden)


# --- Withdrawn and corrected ------------------------------------------------------------------
def test_a_withdrawn_koppeling_ends_the_dossiers(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    plan_gesprek(team, overdracht)

    intrekken(overdracht_id=overdracht.pk, reden="Naar Assen", door=team.oov, nu=NU)

    overdracht.refresh_from_db()
    assert (overdracht.status, overdracht.ingetrokken_op, overdracht.reden) == (
        OverdrachtStatus.INGETROKKEN,
        VANDAAG,
        "Naar Assen",
    )
    assert [(d.status, d.beeindigd_reden) for d in dossiers_van(overdracht)] == [
        (DossierStatus.BEEINDIGD, BeeindigReden.ANDERS)
    ] * 2
    assert Afspraak.objects.get().status == AfspraakStatus.AFGEZEGD
    assert open_taken(overdracht) == []


def test_what_cannot_be_withdrawn(team, overdracht):
    wie = {"overdracht_id": overdracht.pk, "door": team.oov}
    assert weigering(intrekken, reden=" ", **wie)[0] == "reden"
    breng_tot(team, overdracht, Fase.VERHUIZING)

    assert weigering(intrekken, reden="Naar Assen", **wie) == (
        None,
        "Het gezin woont hier al: beëindig zo nodig de dossiers zelf.",
    )


def test_a_corrected_koppeling_moves_the_norm_and_the_stay(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)
    nieuw = KOPPELING + DAG

    overdracht_wijzigen(
        overdracht_id=overdracht.pk,
        versie=overdracht.versie,
        gegevens=overdrachtgegevens(koppeling_op=nieuw, azc="AZC Delfzijl"),
        door=team.oov,
        nu=NU,
    )

    assert Taak.objects.get(soort="woning_zoeken").uiterlijk_op == nieuw + timedelta(days=98)
    assert list(Verblijf.objects.values_list("plaats", "start_op")) == [("AZC Delfzijl", nieuw)] * 3


def test_a_koppeling_stays_before_what_came_after_it(team, overdracht):
    breng_tot(team, overdracht, Fase.WONING)

    assert weigering(
        overdracht_wijzigen,
        overdracht_id=overdracht.pk,
        versie=overdracht.versie,
        gegevens=overdrachtgegevens(koppeling_op=VANDAAG),
        door=team.oov,
    ) == ("koppeling_op", f"Er is al een woning toegewezen op {TOEWIJZING:%d-%m-%Y}.")


def test_a_corrected_move_does_not_come_before_the_koppeling(team, overdracht):
    assert weigering(
        overdracht_wijzigen,
        overdracht_id=overdracht.pk,
        versie=overdracht.versie,
        gegevens=overdrachtgegevens(verwacht_op=KOPPELING - DAG),
        door=team.oov,
    ) == ("verwacht_op", f"De verhuizing kan niet voor de koppeling liggen ({KOPPELING:%d-%m-%Y}).")


def test_the_second_to_change_is_told(team, overdracht):
    geopend = overdracht.versie
    wijziging = {
        "overdracht_id": overdracht.pk,
        "versie": geopend,
        "gegevens": overdrachtgegevens(contact_coa="Els"),
        "door": team.oov,
        "nu": NU,
    }
    overdracht_wijzigen(**wijziging)

    with pytest.raises(Gewijzigd):
        overdracht_wijzigen(**wijziging)


# --- Tasks and stages -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("fase", "sinds", "wacht_op"),
    [
        (Fase.ONTVANGEN, VANDAAG, ("OOV verwerkt de gegevens",)),
        (
            Fase.VERWERKT,
            VANDAAG,
            ("Consulent plant het driepartijengesprek", "OOV zoekt een woning"),
        ),
        (Fase.GESPREK, VANDAAG - timedelta(days=25), ("OOV zoekt een woning",)),
        (Fase.WONING, TOEWIJZING, ("Gezin bezichtigt de woning",)),
        (Fase.VERHUIZING, VERHUIZING, ("Consulent regelt de inschrijving in de BRP",)),
        (Fase.INGESCHREVEN, INSCHRIJVING, ()),
    ],
)
def test_how_far_a_household_is(team, overdracht, fase, sinds, wacht_op):
    breng_tot(team, overdracht, fase)

    stand = stand_van(overdracht.pk)
    assert (stand.fase, stand.sinds, stand.wacht_op) == (fase, sinds, wacht_op)


def test_the_tasks_hang_on_a_dossier_that_the_team_sees(team):
    overdracht = ontvangen(team, lid(), lid(Gezinsrol.PARTNER))
    hoofd, partner = dossiers_van(overdracht)
    sluiten_voor_anderen(
        dossier_id=hoofd.pk,
        medewerkers=[team.consulent],
        door=team.consulent,
        nu=NU,
        reden="Veilig",
    )

    assert stand_van(overdracht.pk).taakdossier == partner


def test_a_day_of_birth_that_is_not_known_makes_no_child(team):
    overdracht = ontvangen(team, lid(geboortedatum=OnzekereDatum(VANDAAG.year - 18)))

    assert len(dossiers_van(overdracht)) == 1


def test_a_talk_on_a_day_has_no_hour_of_another_day(team, overdracht):
    breng_tot(team, overdracht, Fase.VERWERKT)

    bel_in_plaats_van_gesprek(team, overdracht, op=date(2026, 2, 1))

    begint = Afspraak.objects.get().begint_at
    assert begint == datetime(2026, 2, 1, 12, 0, tzinfo=AMSTERDAM)

"""From start to closed, and what is refused on the way."""

from datetime import timedelta

import pytest

from inburgering.enums import BeeindigReden, DossierStatus, SchakelNummer
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Taak
from inburgering.services import dossiers, schakels
from intake.models import (
    BredeIntake,
    GrondGeenToets,
    IntakeStatus,
    Leerbaarheidstoets,
    Onderdeel,
    OnderdeelSoort,
    ToetsStatus,
    ToetsUitslag,
)
from intake.queries.intake import is_afgerond, stand_van
from intake.services.intake import (
    intake_afronden,
    intake_heropenen,
    intake_starten,
    intakegegevens_vastleggen,
    onderdeel_invullen,
)
from intake.services.toets import toets_ontheffen, toets_uitslag_vastleggen
from tests.factories import NU, VANDAAG, een_dossier, een_intake
from wet.pip import VERPLICHT_IN_INTAKE, Opname, StandIntake

pytestmark = pytest.mark.django_db


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def dossier(gemeente, consulent):
    """Schakel 3 is open: a gezinsmigrant whose plicht is known."""
    return een_dossier(consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=VANDAAG)


@pytest.fixture
def intake(dossier, wie):
    return intake_starten(dossier_id=dossier.pk, **wie)


def deel(intake, soort):
    return Onderdeel.objects.get(intake=intake, soort=soort)


def vul_in(intake, soort, wie, **velden):
    rij = deel(intake, soort)
    return onderdeel_invullen(
        onderdeel_id=rij.pk, versie=rij.versie, **({"tekst": "Verteld."} | velden), **wie
    )


def taken(dossier):
    open_taken = Taak.objects.filter(inburgeraar=dossier, status="open")
    return set(open_taken.values_list("titel", flat=True))


# --- Starting ----------------------------------------------------------------------------------
def test_starting_lays_every_part_ready(dossier, intake):
    onderdelen = Onderdeel.objects.filter(intake=intake)

    assert (intake.status, intake.gestart_op) == (IntakeStatus.GESTART, VANDAAG)
    assert intake.tolktaal == dossier.persoon.tolktaal == "Tigrinya"
    assert [rij.soort for rij in onderdelen] == list(OnderdeelSoort.values)
    assert not any(rij.ingevuld for rij in onderdelen)
    assert Leerbaarheidstoets.objects.get().status == ToetsStatus.NODIG
    assert "Brede intake gestart" in dossier.gebeurtenissen.values_list("tekst", flat=True)


def test_it_starts_once(dossier, intake, wie):
    with pytest.raises(Geweigerd, match="al gestart"):
        intake_starten(dossier_id=dossier.pk, **wie)


def test_it_waits_for_schakel_3(consulent, wie):
    dossier = een_dossier(consulent=consulent)

    with pytest.raises(Geweigerd, match="eerst het driepartijengesprek"):
        intake_starten(dossier_id=dossier.pk, **wie)

    assert not BredeIntake.objects.exists()


def test_it_does_not_start_where_schakel_3_does_not_apply(dossier, wie):
    schakels.niet_van_toepassing_verklaren(
        dossier_id=dossier.pk, nummer=SchakelNummer.INTAKE_EN_PIP, reden="Vergissing", **wie
    )

    with pytest.raises(Geweigerd, match="niet van toepassing"):
        intake_starten(dossier_id=dossier.pk, **wie)


def test_under_the_old_law_it_is_the_same_without_the_test(gemeente, consulent, wie):
    """The ondertussengroep is guided in the spirit of the new law; schakel 3 is not theirs."""
    dossier = een_dossier(consulent=consulent, regime="Wi2013")
    intake = intake_starten(dossier_id=dossier.pk, **wie)
    for onderdeel in Onderdeel.objects.filter(intake=intake):
        vul_in(intake, onderdeel.soort, wie)
    leg_vast(intake, wie, alleen_spreken_op=VANDAAG, verslag="Verslag.")

    sluit(intake, wie)

    assert is_afgerond(dossier.pk)
    assert not Leerbaarheidstoets.objects.exists()
    assert "Uitslag leerbaarheidstoets vastleggen" not in taken(dossier)


def test_it_does_not_start_on_a_dossier_that_rests(dossier, wie):
    dossiers.opschorten(dossier_id=dossier.pk, reden="vrijstelling", **wie)

    with pytest.raises(Geweigerd, match=r"Het dossier is opgeschort\."):
        intake_starten(dossier_id=dossier.pk, **wie)


# --- The parts ---------------------------------------------------------------------------------
def test_a_part_holds_what_was_told(intake, wie):
    rij = vul_in(intake, OnderdeelSoort.WERK, wie, tekst="Werkte in een bakkerij.")

    assert (rij.tekst, rij.ingevuld, rij.versie) == ("Werkte in een bakkerij.", True, 2)


@pytest.mark.parametrize("tekst", ["", "   ", "\n\t"])
def test_an_empty_text_is_nothing_told(intake, wie, tekst):
    with pytest.raises(Geweigerd) as fout:
        vul_in(intake, OnderdeelSoort.TAAL, wie, tekst=tekst)

    assert (fout.value.reden, fout.value.veld) == ("Schrijf op wat is verteld.", "tekst")


def test_only_the_vve_may_not_apply(intake, wie):
    vve = vul_in(intake, OnderdeelSoort.VVE, wie, tekst="", niet_van_toepassing=True)

    assert vve.ingevuld
    for soort in set(OnderdeelSoort) - {OnderdeelSoort.VVE}:
        with pytest.raises(Geweigerd, match="Alleen de VVE"):
            vul_in(intake, soort, wie, tekst="", niet_van_toepassing=True)


def test_not_applicable_with_a_text_is_two_answers(intake, wie):
    with pytest.raises(Geweigerd, match="Er staat ook tekst"):
        vul_in(intake, OnderdeelSoort.VVE, wie, niet_van_toepassing=True)


def test_a_part_that_did_not_apply_may_apply_after_all(intake, wie):
    vul_in(intake, OnderdeelSoort.VVE, wie, tekst="", niet_van_toepassing=True)

    vve = vul_in(intake, OnderdeelSoort.VVE, wie, tekst="Gaat naar de peuterspeelzaal.")

    assert not vve.niet_van_toepassing
    assert stand_van(intake.inburgeraar_id).vve is Opname.OPGENOMEN


def test_who_saves_second_is_told(intake, wie):
    rij = deel(intake, OnderdeelSoort.TAAL)
    vul_in(intake, OnderdeelSoort.TAAL, wie)

    with pytest.raises(Gewijzigd):
        onderdeel_invullen(onderdeel_id=rij.pk, versie=rij.versie, tekst="Anders.", **wie)


# --- Interpreter, speaking alone, report ---------------------------------------------------------
def leg_vast(intake, wie, **velden):
    gewoon = {"tolktaal": "Arabisch", "alleen_spreken_op": VANDAAG, "verslag": "Kort verslag."}
    return intakegegevens_vastleggen(intake_id=intake.pk, versie=None, **(gewoon | velden), **wie)


def test_the_report_and_the_notice_are_kept(intake, wie):
    rij = leg_vast(intake, wie)

    assert (rij.tolktaal, rij.verslag) == ("Arabisch", "Kort verslag.")
    assert rij.alleen_spreken_op == VANDAAG


@pytest.mark.parametrize(
    ("dagen", "reden"), [(1, "ligt in de toekomst"), (-1, "voor het openen van het dossier")]
)
def test_the_notice_was_given_between_opening_and_today(intake, wie, dagen, reden):
    with pytest.raises(Geweigerd, match=reden) as fout:
        leg_vast(intake, wie, alleen_spreken_op=VANDAAG + timedelta(days=dagen))

    assert fout.value.veld == "alleen_spreken_op"


# --- The test ------------------------------------------------------------------------------------
def uitslag(wie, soort=ToetsUitslag.HAALBAAR, op=VANDAAG):
    toets = Leerbaarheidstoets.objects.get()
    return toets_uitslag_vastleggen(
        toets_id=toets.pk, versie=toets.versie, uitslag=soort, uitslag_op=op, **wie
    )


def ontheffen(wie, toelichting="Verklaring van de oogarts"):
    toets = Leerbaarheidstoets.objects.get()
    return toets_ontheffen(
        toets_id=toets.pk,
        versie=toets.versie,
        grond=GrondGeenToets.VISUEEL,
        toelichting=toelichting,
        **wie,
    )


def test_a_result_is_taken_over_and_can_be_put_right(intake, wie):
    uitslag(wie)

    toets = uitslag(wie, ToetsUitslag.ONBEKEND, VANDAAG - timedelta(days=3))

    assert toets.status == ToetsStatus.AFGENOMEN
    assert (toets.uitslag, toets.uitslag_op) == (ToetsUitslag.ONBEKEND, VANDAAG - timedelta(days=3))


def test_a_result_is_not_of_tomorrow(intake, wie):
    with pytest.raises(Geweigerd, match="ligt in de toekomst") as fout:
        uitslag(wie, op=VANDAAG + timedelta(days=1))

    assert fout.value.veld == "uitslag_op"


def test_the_test_may_be_dispensed_with_for_a_reason(intake, wie):
    toets = ontheffen(wie)

    assert (toets.status, toets.ontheven_grond) == (ToetsStatus.ONTHEVEN, GrondGeenToets.VISUEEL)
    with pytest.raises(Geweigerd, match="al vastgelegd"):
        ontheffen(wie)


def test_a_dispensation_asks_for_a_reason(intake, wie):
    with pytest.raises(Geweigerd, match="Leg uit waarom"):
        ontheffen(wie, toelichting=" ")


def test_there_is_nothing_to_dispense_with_after_the_result(intake, wie):
    uitslag(wie)

    with pytest.raises(Geweigerd, match="staat er al"):
        ontheffen(wie)


def test_the_test_was_taken_after_all(intake, wie):
    ontheffen(wie)

    toets = uitslag(wie)

    assert (toets.status, toets.ontheven_grond) == (ToetsStatus.AFGENOMEN, "")


# --- Closing -------------------------------------------------------------------------------------
def sluit(intake, wie):
    return intake_afronden(intake_id=intake.pk, versie=None, **wie)


def test_a_complete_intake_closes(dossier, consulent, wie):
    een_intake(dossier, door=consulent)

    intake = sluit(BredeIntake.objects.get(), wie)

    assert (intake.status, intake.afgerond_op) == (IntakeStatus.AFGEROND, VANDAAG)
    assert intake.afgerond_door == consulent
    assert is_afgerond(dossier.pk)
    assert taken(dossier) == {"PIP vaststellen"}


@pytest.mark.parametrize("verplicht", VERPLICHT_IN_INTAKE, ids=lambda deel: deel.onderdeel)
def test_without_one_statutory_part_it_does_not_close(dossier, consulent, wie, verplicht):
    intake = een_intake(dossier, door=consulent, zonder=verplicht.onderdeel)

    with pytest.raises(Geweigerd) as fout:
        sluit(intake, wie)

    assert fout.value.reden.startswith(
        f"De brede intake is nog niet compleet. {verplicht.tekst} (Wet inburgering 2021"
        if verplicht.bron[0].startswith("Wi")
        else f"De brede intake is nog niet compleet. {verplicht.tekst} (Besluit inburgering 2021"
    )
    assert not is_afgerond(dossier.pk)


def test_the_refusal_names_everything_that_is_missing(intake, wie):
    with pytest.raises(Geweigerd) as fout:
        sluit(intake, wie)

    assert all(verplicht.tekst in fout.value.reden for verplicht in VERPLICHT_IN_INTAKE)


def test_it_closes_once(dossier, consulent, wie):
    intake = een_intake(dossier, door=consulent, afgerond=True)

    with pytest.raises(Geweigerd, match="is afgerond"):
        sluit(intake, wie)


def test_a_closed_intake_is_not_written_in(dossier, consulent, wie):
    intake = een_intake(dossier, door=consulent, afgerond=True)

    for schrijf in (
        lambda: vul_in(intake, OnderdeelSoort.TAAL, wie),
        lambda: leg_vast(intake, wie),
        lambda: uitslag(wie),
        lambda: ontheffen(wie),
    ):
        with pytest.raises(Geweigerd, match="heropen die eerst"):
            schrijf()


def test_a_dossier_that_rests_is_not_written_in(dossier, intake, wie):
    dossiers.opschorten(dossier_id=dossier.pk, reden="vrijstelling", **wie)

    with pytest.raises(Geweigerd, match="opgeschort"):
        vul_in(intake, OnderdeelSoort.TAAL, wie)


# --- Opening again -------------------------------------------------------------------------------
def test_a_closed_intake_opens_again_with_a_reason(dossier, consulent, wie):
    intake = een_intake(dossier, door=consulent, afgerond=True)

    intake = intake_heropenen(intake_id=intake.pk, versie=None, reden="Verslag onjuist", **wie)

    assert (intake.status, intake.afgerond_op, intake.afgerond_door) == ("gestart", None, None)
    assert not is_afgerond(dossier.pk)
    with pytest.raises(Geweigerd, match="niet afgerond"):
        intake_heropenen(intake_id=intake.pk, versie=None, reden="Nog eens", **wie)


def test_opening_again_asks_for_a_reason(dossier, consulent, wie):
    intake = een_intake(dossier, door=consulent, afgerond=True)

    with pytest.raises(Geweigerd, match="Geef een reden"):
        intake_heropenen(intake_id=intake.pk, versie=None, reden="", **wie)


def test_once_schakel_3_is_closed_a_plan_stands_on_it(dossier, consulent, wie):
    intake = een_intake(dossier, door=consulent, afgerond=True)
    schakels.schakel_afronden(dossier_id=dossier.pk, nummer=SchakelNummer.INTAKE_EN_PIP, **wie)

    with pytest.raises(Geweigerd, match="vastgesteld PIP"):
        intake_heropenen(intake_id=intake.pk, versie=None, reden="Verslag onjuist", **wie)


# --- What others ask -----------------------------------------------------------------------------
def test_without_an_intake_there_is_nothing_yet(dossier):
    assert stand_van(dossier.pk) == StandIntake()
    assert not is_afgerond(dossier.pk)


def test_the_stand_of_a_full_intake(dossier, consulent):
    een_intake(dossier, door=consulent)

    assert stand_van(dossier.pk) == StandIntake(
        toets_afgenomen=True,
        opleiding_en_werk=True,
        persoonlijke_omstandigheden=True,
        fysieke_gezondheid=True,
        mentale_gezondheid=True,
        vve=Opname.NIET_VAN_TOEPASSING,
        taalniveau=True,
        kansen_op_werk=True,
        zelfredzaamheid=True,
        alleen_spreken_gemeld_op=VANDAAG,
        verslag=True,
    )


def test_tasks_follow_the_intake(dossier, consulent, wie):
    assert taken(dossier) == {"Brede intake starten", "PIP vaststellen"}

    intake = intake_starten(dossier_id=dossier.pk, **wie)

    assert taken(dossier) == {
        "Brede intake afronden",
        "Leerbaarheidstoets plannen",
        "PIP vaststellen",
    }
    afronden = Taak.objects.get(titel="Brede intake afronden", status="open")
    assert afronden.waarom == "Er ontbreken nog 11 onderdelen (Wi 14.3, Besluit 5.2)."
    assert afronden.uiterlijk_op == dossier.termijnen.get(soort="pip").eind_op

    uitslag(wie)
    vul_in(intake, OnderdeelSoort.TAAL, wie)

    afronden.refresh_from_db()
    assert afronden.waarom == "Er ontbreken nog 9 onderdelen (Wi 14.3, Besluit 5.2)."
    assert taken(dossier) == {"Brede intake afronden", "PIP vaststellen"}


def test_a_dossier_that_ends_asks_for_no_intake(dossier, intake, wie):
    dossiers.beeindigen(dossier_id=dossier.pk, reden=BeeindigReden.VERHUISD, op=VANDAAG, **wie)

    dossier.refresh_from_db()
    assert dossier.status == DossierStatus.BEEINDIGD
    assert taken(dossier) == set()

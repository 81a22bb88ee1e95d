"""Acts on the record as a whole and on its five links, and who sees it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inburgering.enums import (
    BeeindigReden,
    DossierStatus,
    Gezinsrol,
    OntheffingGrond,
    OntheffingSoort,
    Regime,
    SchakelNummer,
    SchakelStatus,
    TermijnSoort,
    TermijnStatus,
    VrijstellingSoort,
)
from inburgering.geweigerd import Geweigerd
from inburgering.models import Gezinslid, Inburgeraar, Notitie, Persoon, Taak, Termijn
from inburgering.queries.personen import gezin_van
from inburgering.services import dossiers, schakels, vrijstellingen
from inburgering.services.aanmelden import gezinslid_aanmelden
from inburgering.services.contacten import notitie_schrijven
from inburgering.services.plichten import plicht_corrigeren
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier, persoongegevens
from tests.inburgering.hulp import plichtgegevens
from wet.doelgroepen import Doelgroep

pytestmark = pytest.mark.django_db

DAG = timedelta(days=1)


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, kennisgeving_op=VANDAAG - 10 * DAG)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


def vers(dossier):
    return Inburgeraar.objects.get(pk=dossier.pk)


def standen(dossier):
    return list(dossier.schakels.order_by("nummer").values_list("status", flat=True))


# --- Opening ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({}, ["open", "open", "wacht", "wacht", "wacht"]),
        (
            {"doelgroep": Doelgroep.OVERIG},
            ["open", "niet_van_toepassing", "wacht", "wacht", "wacht"],
        ),
        (
            {"regime": Regime.WI2013},
            ["open", "open", *["niet_van_toepassing"] * 3],
        ),
    ],
)
def test_each_way_in_sets_the_links_truthfully(gemeente, consulent, velden, verwacht):
    assert standen(een_dossier(consulent=consulent, **velden)) == verwacht


def test_numbers_run_on_per_year(gemeente, consulent):
    nummers = [
        een_dossier(door=consulent, nu=nu).dossiernummer for nu in (NU, NU, NU + 365 * DAG, NU)
    ]

    assert nummers == ["2026-0001", "2026-0002", "2027-0001", "2026-0003"]


def test_one_person_has_one_dossier(dossier, wie):
    with pytest.raises(Geweigerd, match="heeft al een dossier"):
        dossiers.dossier_openen(persoon=dossier.persoon, doelgroep=Doelgroep.ASIEL, **wie)


# --- Handing on ---------------------------------------------------------------------------------
def test_a_dossier_goes_to_another_consulent(dossier, wie, teamleider):
    dossiers.toewijzen(dossier_id=dossier.pk, consulent=teamleider, **wie)

    assert vers(dossier).consulent == teamleider


def test_a_dossier_never_goes_to_who_does_not_guide(dossier, wie, oov):
    with pytest.raises(Geweigerd, match="is geen consulent") as fout:
        dossiers.toewijzen(dossier_id=dossier.pk, consulent=oov, **wie)

    assert fout.value.veld == "consulent"


# --- Resting, ending, going on ------------------------------------------------------------------
def pip_termijn(dossier):
    return Termijn.objects.filter(inburgeraar=dossier, soort=TermijnSoort.PIP).latest("pk")


@pytest.fixture
def lopend(gemeente, consulent):
    """Someone who is not housed by us: the ten weeks run from the kennisgeving alone."""
    return een_dossier(
        consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=VANDAAG - 10 * DAG
    )


def test_a_resting_record_stops_its_terms_and_starts_them_again(lopend, wie):
    eind_op = pip_termijn(lopend).eind_op

    dossiers.opschorten(dossier_id=lopend.pk, reden="tijdelijk vrijgesteld", **wie)
    tijdens = pip_termijn(lopend).status
    dossiers.hervatten(dossier_id=lopend.pk, reden="weer plichtig", **wie)

    termijn = pip_termijn(lopend)
    assert (tijdens, termijn.status, termijn.eind_op) == ("vervallen", "lopend", eind_op)
    assert vers(lopend).opgeschort_op is None


def test_a_record_that_rested_before_it_ended_gets_its_terms_back(lopend, wie):
    dossiers.opschorten(dossier_id=lopend.pk, reden="rust", **wie)
    dossiers.beeindigen(dossier_id=lopend.pk, reden=BeeindigReden.VERHUISD, op=VANDAAG, **wie)

    dossiers.hervatten(dossier_id=lopend.pk, reden="toch niet verhuisd", **wie)

    assert pip_termijn(lopend).status == TermijnStatus.LOPEND


def test_what_was_corrected_while_it_rested_counts_when_it_goes_on(lopend, wie):
    eind_op = pip_termijn(lopend).eind_op
    dossiers.opschorten(dossier_id=lopend.pk, reden="rust", **wie)
    plicht = lopend.plichten.get()
    plicht_corrigeren(
        plicht_id=plicht.pk,
        versie=plicht.versie,
        gegevens=plichtgegevens(kennisgeving_op=VANDAAG - 3 * DAG),
        reden="tikfout",
        **wie,
    )

    dossiers.hervatten(dossier_id=lopend.pk, reden="verder", **wie)

    assert pip_termijn(lopend).eind_op == eind_op + 7 * DAG


def test_an_ended_record_has_no_running_term_and_no_task(lopend, wie):
    dossiers.beeindigen(
        dossier_id=lopend.pk,
        reden=BeeindigReden.VERTROKKEN,
        op=VANDAAG + DAG,
        door=wie["door"],
        nu=NU + 3 * DAG,
    )

    dossier = vers(lopend)
    assert (dossier.status, dossier.beeindigd_op) == (DossierStatus.BEEINDIGD, VANDAAG + DAG)
    assert not dossier.termijnen.filter(status=TermijnStatus.LOPEND).exists()
    assert not Taak.objects.filter(inburgeraar=dossier, status="open").exists()


def test_a_death_is_recorded_on_the_person(dossier, wie):
    dossiers.beeindigen(dossier_id=dossier.pk, reden=BeeindigReden.OVERLEDEN, op=VANDAAG, **wie)

    assert Persoon.objects.get(pk=dossier.persoon_id).overleden_op == VANDAAG


def test_a_death_recorded_by_mistake_is_undone_with_the_dossier(dossier, wie):
    dossiers.beeindigen(dossier_id=dossier.pk, reden=BeeindigReden.OVERLEDEN, op=VANDAAG, **wie)

    dossiers.hervatten(dossier_id=dossier.pk, reden="vergissing", **wie)

    assert Persoon.objects.get(pk=dossier.persoon_id).overleden_op is None


@pytest.mark.parametrize(
    ("op", "reden"), [(VANDAAG + DAG, "in de toekomst"), (VANDAAG - 400 * DAG, "voor het openen")]
)
def test_a_record_ends_on_a_day_that_can_be(dossier, wie, op, reden):
    with pytest.raises(Geweigerd, match=reden) as fout:
        dossiers.beeindigen(dossier_id=dossier.pk, reden=BeeindigReden.ANDERS, op=op, **wie)

    assert fout.value.veld == "op"


def test_an_act_that_stops_something_asks_why(dossier, wie):
    with pytest.raises(Geweigerd, match="Geef een reden"):
        dossiers.opschorten(dossier_id=dossier.pk, reden=" ", **wie)


def test_a_running_record_has_nothing_to_resume(dossier, wie):
    with pytest.raises(Geweigerd, match="loopt al"):
        dossiers.hervatten(dossier_id=dossier.pk, reden="x", **wie)


def test_duo_says_the_plicht_is_met(lopend, wie):
    schakels.niet_van_toepassing_verklaren(
        dossier_id=lopend.pk, nummer=SchakelNummer.INBURGEREN, reden="x", **wie
    )
    schakels.schakel_openen(dossier_id=lopend.pk, nummer=SchakelNummer.AFRONDEN, **wie)

    dossiers.voltooien(dossier_id=lopend.pk, besloten_op=VANDAAG - DAG, **wie)

    dossier = vers(lopend)
    assert (dossier.status, dossier.voltooid_op) == (DossierStatus.VOLTOOID, VANDAAG - DAG)
    assert standen(dossier)[4] == SchakelStatus.AFGEROND


def test_duo_does_not_decide_tomorrow(dossier, wie):
    with pytest.raises(Geweigerd, match="in de toekomst") as fout:
        dossiers.voltooien(dossier_id=dossier.pk, besloten_op=VANDAAG + DAG, **wie)

    assert fout.value.veld == "besloten_op"


# --- Exemptions ---------------------------------------------------------------------------------
def vrijgesteld(dossier, wie, soort, **velden):
    return vrijstellingen.vrijstelling_vastleggen(
        dossier_id=dossier.pk,
        soort=soort,
        **({"besloten_op": VANDAAG, "start_op": VANDAAG} | velden),
        **wie,
    )


@pytest.mark.parametrize(
    ("soort", "velden", "status"),
    [
        (VrijstellingSoort.TIJDELIJK, {}, DossierStatus.OPGESCHORT),
        (VrijstellingSoort.GEHEEL, {}, DossierStatus.BEEINDIGD),
        (VrijstellingSoort.GEDEELTELIJK, {"onderdelen": ["LE"]}, DossierStatus.ACTIEF),
    ],
)
def test_an_exemption_does_to_the_record_what_its_kind_says(dossier, wie, soort, velden, status):
    vrijgesteld(dossier, wie, soort, **velden)

    assert vers(dossier).status == status
    assert dossier.vrijstellingen.count() == 1


def test_a_decision_from_before_the_record_ends_it_on_the_day_it_was_opened(dossier, wie):
    vrijgesteld(dossier, wie, VrijstellingSoort.GEHEEL, besloten_op=VANDAAG - 100 * DAG)

    assert vers(dossier).beeindigd_op == dossier.geopend_op


@pytest.mark.parametrize(
    ("soort", "velden", "veld"),
    [
        (VrijstellingSoort.GEDEELTELIJK, {}, "onderdelen"),
        (VrijstellingSoort.GEHEEL, {"onderdelen": ["LE"]}, "onderdelen"),
        (VrijstellingSoort.GEHEEL, {"besloten_op": VANDAAG + DAG}, "besloten_op"),
        (VrijstellingSoort.TIJDELIJK, {"eind_op": VANDAAG - DAG}, "eind_op"),
    ],
)
def test_an_exemption_that_cannot_be_is_refused_whole(dossier, wie, soort, velden, veld):
    with pytest.raises(Geweigerd) as fout:
        vrijgesteld(dossier, wie, soort, **velden)

    assert fout.value.veld == veld
    assert not dossier.vrijstellingen.exists()
    assert vers(dossier).status == DossierStatus.ACTIEF


def test_a_dispensation_ends_the_record_when_it_is_whole(dossier, wie):
    vrijstellingen.ontheffing_vastleggen(
        dossier_id=dossier.pk,
        soort=OntheffingSoort.GEHEEL,
        grond=OntheffingGrond.BIO,
        besloten_op=VANDAAG,
        **wie,
    )

    assert vers(dossier).beeindigd_reden == BeeindigReden.ONTHEFFING


def test_a_dispensation_on_individual_grounds_is_never_partial(dossier, wie):
    with pytest.raises(Geweigerd, match="altijd geheel"):
        vrijstellingen.ontheffing_vastleggen(
            dossier_id=dossier.pk,
            soort=OntheffingSoort.GEDEELTELIJK,
            grond=OntheffingGrond.BIO,
            besloten_op=VANDAAG,
            **wie,
        )


def test_nothing_is_recorded_on_a_record_that_ended(dossier, wie):
    dossiers.beeindigen(dossier_id=dossier.pk, reden=BeeindigReden.ANDERS, op=VANDAAG, **wie)

    with pytest.raises(Geweigerd, match="Het dossier is beëindigd"):
        vrijgesteld(dossier, wie, VrijstellingSoort.GEHEEL)


# --- Links --------------------------------------------------------------------------------------
def test_opening_and_closing_a_link_twice_is_once(dossier, wie):
    for _ in range(2):
        schakels.schakel_afronden(dossier_id=dossier.pk, nummer=SchakelNummer.INTAKE_EN_PIP, **wie)
    schakels.schakel_openen(dossier_id=dossier.pk, nummer=SchakelNummer.INTAKE_EN_PIP, **wie)

    schakel = dossier.schakels.get(nummer=SchakelNummer.INTAKE_EN_PIP)
    assert (schakel.status, schakel.afgerond_op) == (SchakelStatus.AFGEROND, VANDAAG)
    assert dossier.gebeurtenissen.filter(tekst__startswith="Schakel 3 afgerond").count() == 1


def test_a_closed_link_is_reopened_with_a_reason_and_keeps_its_first_day(dossier, wie):
    later = NU + 30 * DAG
    schakels.heropenen(
        dossier_id=dossier.pk,
        nummer=SchakelNummer.PLICHT,
        reden="te vroeg",
        door=wie["door"],
        nu=later,
    )

    schakel = dossier.schakels.get(nummer=SchakelNummer.PLICHT)
    assert (schakel.status, schakel.geopend_op, schakel.afgerond_op, schakel.reden) == (
        SchakelStatus.OPEN,
        VANDAAG,
        None,
        "te vroeg",
    )


@pytest.mark.parametrize(
    ("act", "nummer", "reden"),
    [
        (schakels.heropenen, SchakelNummer.INBURGEREN, "niet afgerond"),
        (schakels.niet_van_toepassing_verklaren, SchakelNummer.PLICHT, "wachtende of open"),
    ],
)
def test_a_link_refuses_what_it_is_not_up_for(dossier, wie, act, nummer, reden):
    with pytest.raises(Geweigerd, match=reden):
        act(dossier_id=dossier.pk, nummer=nummer, reden="x", **wie)


def test_the_first_link_is_for_everybody(gemeente, consulent, wie):
    dossier = een_dossier(consulent=consulent)

    with pytest.raises(Geweigerd, match="geldt voor iedereen"):
        schakels.niet_van_toepassing_verklaren(
            dossier_id=dossier.pk, nummer=SchakelNummer.PLICHT, reden="x", **wie
        )


# --- Who sees it --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("rol", "velden", "ziet"),
    [
        (Rol.CONSULENT, {"doelgroep": Doelgroep.OVERIG}, True),
        (Rol.TEAMLEIDER, {"doelgroep": Doelgroep.OVERIG}, True),
        (Rol.ADMINISTRATIE, {"doelgroep": Doelgroep.OVERIG}, True),
        (Rol.OOV, {}, True),
        (Rol.OOV, {"doelgroep": Doelgroep.OVERIG}, False),
        (Rol.PARTNER, {}, False),
        (Rol.JURIST, {}, False),
        (Rol.CONTRACTBEHEER, {}, False),
        (Rol.MANAGEMENT, {}, False),
        (Rol.BEHEERDER, {}, False),
    ],
)
def test_each_role_sees_its_own_dossiers(gemeente, rol, velden, ziet):
    dossier = een_dossier(**velden)
    notitie_schrijven(
        dossier_id=dossier.pk, tekst="x", door=MedewerkerFactory(rol=Rol.CONSULENT), nu=NU
    )
    collega = MedewerkerFactory(rol=rol)

    gezien = [
        Inburgeraar.objects.zichtbaar_voor(collega).exists(),
        Persoon.objects.zichtbaar_voor(collega).exists(),
        Notitie.objects.zichtbaar_voor(collega).exists(),
    ]

    assert gezien == [ziet] * 3


def test_a_partner_sees_only_who_is_assigned_to_its_own_organisation(dossier, wie, partner):
    ander = MedewerkerFactory(rol=Rol.PARTNER)

    dossiers.partner_toewijzen(dossier_id=dossier.pk, partner=partner.partnerorganisatie, **wie)

    assert [d.pk for d in Inburgeraar.objects.zichtbaar_voor(partner)] == [dossier.pk]
    assert not Inburgeraar.objects.zichtbaar_voor(ander).exists()


def test_an_account_that_was_closed_sees_nothing(dossier, consulent):
    consulent.is_active = False

    assert not Inburgeraar.objects.zichtbaar_voor(consulent).exists()


def sluit(dossier, *genoemd, door):
    dossiers.sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=genoemd, door=door, nu=NU, reden="familie van collega"
    )


def test_a_closed_dossier_is_seen_by_who_is_named_and_nobody_else(dossier, consulent, teamleider):
    sluit(dossier, teamleider, door=teamleider)

    assert Inburgeraar.objects.zichtbaar_voor(teamleider).exists()
    assert not Inburgeraar.objects.zichtbaar_voor(consulent).exists()
    assert not Persoon.objects.zichtbaar_voor(consulent).exists()
    assert Inburgeraar.objects.count() == 1


def test_naming_somebody_gives_no_more_than_the_role(dossier, consulent, teamleider, partner):
    sluit(dossier, partner, teamleider, door=teamleider)

    assert not Inburgeraar.objects.zichtbaar_voor(partner).exists()


def test_closing_again_replaces_who_is_named_and_opening_forgets(dossier, consulent, teamleider):
    sluit(dossier, teamleider, door=teamleider)
    sluit(dossier, consulent, door=teamleider)
    genoemd = list(dossier.toegangen.values_list("medewerker", flat=True))

    dossiers.openstellen(dossier_id=dossier.pk, door=consulent, nu=NU, reden="niet meer nodig")

    assert genoemd == [consulent.pk]
    assert not dossier.toegangen.exists()
    assert Inburgeraar.objects.zichtbaar_voor(teamleider).exists()


def test_a_dossier_is_never_closed_to_everybody(dossier, teamleider):
    with pytest.raises(Geweigerd, match="ten minste een collega"):
        sluit(dossier, door=teamleider)


def test_a_household_names_no_member_whose_dossier_is_closed(dossier, wie, consulent, teamleider):
    kind = gezinslid_aanmelden(
        dossier_id=dossier.pk,
        gegevens=persoongegevens(voornamen="Noor"),
        rol=Gezinsrol.KIND,
        start_op=VANDAAG,
        **wie,
    )
    van_kind = dossiers.dossier_openen(persoon=kind.persoon, doelgroep=Doelgroep.ASIEL, **wie)
    sluit(van_kind, teamleider, door=teamleider)

    regels = gezin_van(dossier.persoon, voor=consulent)

    assert [(regel.naam, regel.dossiernummer, regel.verborgen) for regel in regels] == [
        ("Gezinslid met een gesloten dossier", "", True)
    ]
    assert not Gezinslid.objects.zichtbaar_voor(consulent).filter(pk=kind.pk).exists()

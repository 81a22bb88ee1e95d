"""What DUO and the BRP say, corrected, with the ten weeks; terms; people; two records of one."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from inburgering.datums import OnzekereDatum
from inburgering.dossierpagina import dossierkop
from inburgering.enums import (
    AfspraakSoort,
    AfspraakStatus,
    BeeindigReden,
    ContactSoort,
    DossierStatus,
    Gezinsrol,
    Herkomst,
    RedenGeenPlicht,
    SchakelNummer,
    SchakelStatus,
    TermijnSoort,
    TermijnStatus,
    VerblijfSoort,
    VerblijfsrechtSoort,
)
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import (
    Gebeurtenis,
    Gezinslid,
    Inburgeraar,
    Persoon,
    Signaal,
    Taak,
    Termijn,
    Verblijf,
)
from inburgering.services import contacten, personen, plichten
from inburgering.services.aanmelden import gezinslid_aanmelden, migrant_aanmelden
from inburgering.services.personen import AlBekend
from inburgering.services.samenvoegen import samenvoegen
from inburgering.services.schakels import schakel_afronden
from inburgering.services.termijnen import VOORBIJ, signaleren, termijn_vastleggen, verlengen
from tests.factories import (
    GEMEENTECODE,
    NU,
    VANDAAG,
    een_dossier,
    geldig_bsn,
    persoongegevens,
)
from tests.inburgering.hulp import plichtgegevens
from wet.doelgroepen import Doelgroep, GedetailleerdeDoelgroep
from wet.termijnen import inburgeringstermijn
from wet.termijnen import pip_termijn as bereken_pip

pytestmark = pytest.mark.django_db

DAG = timedelta(days=1)
KENNISGEVING = VANDAAG - 20 * DAG


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def migrant(gemeente, consulent):
    """Not housed by us: the ten weeks run from the kennisgeving."""
    return een_dossier(
        consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=KENNISGEVING
    )


@pytest.fixture
def statushouder(gemeente, consulent):
    """Housed by us: the registration counts too."""
    return een_dossier(consulent=consulent, kennisgeving_op=KENNISGEVING)


def pip_termijn(dossier):
    return Termijn.objects.filter(inburgeraar=dossier, soort=TermijnSoort.PIP).latest("pk")


def wettelijk(**velden):
    return bereken_pip(**velden).bekend.eind_op


def woont(dossier, wie, *, start_op, brp_op=None, **velden):
    return plichten.verblijf_vastleggen(
        persoon_id=dossier.persoon_id,
        **(
            {
                "soort": VerblijfSoort.WONING,
                "plaats": "Leek",
                "gemeentecode": GEMEENTECODE,
                "start_op": start_op,
                "brp_op": brp_op,
            }
            | velden
        ),
        **wie,
    )


# --- The plicht and the ten weeks ---------------------------------------------------------------
def test_the_kennisgeving_closes_the_first_link_and_starts_the_ten_weeks(migrant):
    termijn = pip_termijn(migrant)

    assert migrant.schakels.get(nummer=1).status == SchakelStatus.AFGEROND
    assert migrant.schakels.get(nummer=3).status == SchakelStatus.OPEN
    assert (termijn.eind_op, termijn.herkomst) == (
        wettelijk(kennisgeving=KENNISGEVING, brp=None, huisvesting_art28=False),
        Herkomst.EIGEN,
    )


def corrigeer(dossier, wie, **velden):
    plicht = dossier.plichten.get()
    return plichten.plicht_corrigeren(
        plicht_id=plicht.pk,
        versie=plicht.versie,
        gegevens=plichtgegevens(**velden),
        reden="tikfout",
        **wie,
    )


def test_a_corrected_kennisgeving_moves_the_term_and_says_so(migrant, wie):
    corrigeer(migrant, wie, kennisgeving_op=KENNISGEVING + 7 * DAG)

    assert pip_termijn(migrant).eind_op == wettelijk(
        kennisgeving=KENNISGEVING + 7 * DAG, brp=None, huisvesting_art28=False
    )
    regel = migrant.gebeurtenissen.get(tekst__contains="verschoven")
    assert regel.reden == "tikfout"


def test_a_kennisgeving_that_was_a_mistake_takes_the_term_back(migrant, wie):
    corrigeer(migrant, wie, kennisgeving_op=None, start_op=KENNISGEVING)

    assert pip_termijn(migrant).status == TermijnStatus.VERVALLEN
    assert migrant.schakels.get(nummer=SchakelNummer.PLICHT).status == SchakelStatus.OPEN


def test_a_term_that_was_taken_back_starts_again_also_when_it_now_ends_earlier(migrant, wie):
    corrigeer(migrant, wie, kennisgeving_op=None, start_op=KENNISGEVING)
    corrigeer(migrant, wie, kennisgeving_op=KENNISGEVING - 14 * DAG)

    corrigeer(migrant, wie, kennisgeving_op=KENNISGEVING - 7 * DAG)

    lopend = Termijn.objects.get(
        inburgeraar=migrant, soort=TermijnSoort.PIP, status=TermijnStatus.LOPEND
    )
    assert lopend.eind_op == wettelijk(
        kennisgeving=KENNISGEVING - 7 * DAG, brp=None, huisvesting_art28=False
    )


def test_duo_moves_somebody_to_another_group(migrant, wie):
    corrigeer(
        migrant,
        wie,
        kennisgeving_op=KENNISGEVING,
        gedetailleerde_doelgroep=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER,
    )

    assert Inburgeraar.objects.get(pk=migrant.pk).doelgroep == Doelgroep.ASIEL


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"kennisgeving_op": VANDAAG + DAG}, "kennisgeving_op"),
        ({"start_op": VANDAAG, "eind_op": VANDAAG - DAG}, "eind_op"),
        ({"reden_geen": RedenGeenPlicht.VRIJGESTELD}, "eind_op"),
    ],
)
def test_a_plicht_that_cannot_be_is_refused_by_the_field(gemeente, wie, velden, veld):
    dossier = een_dossier()

    with pytest.raises(Geweigerd) as fout:
        plichten.plicht_vastleggen(dossier_id=dossier.pk, gegevens=plichtgegevens(**velden), **wie)

    assert fout.value.veld == veld
    assert not dossier.plichten.exists()


def test_a_second_plicht_waits_for_the_end_of_the_first(migrant, wie):
    with pytest.raises(Geweigerd, match="al een plicht"):
        plichten.plicht_vastleggen(dossier_id=migrant.pk, gegevens=plichtgegevens(), **wie)

    corrigeer(migrant, wie, kennisgeving_op=KENNISGEVING, eind_op=VANDAAG - DAG)
    with pytest.raises(Geweigerd, match="overlapt"):
        plichten.plicht_vastleggen(
            dossier_id=migrant.pk, gegevens=plichtgegevens(start_op=VANDAAG - DAG), **wie
        )
    plichten.plicht_vastleggen(dossier_id=migrant.pk, gegevens=plichtgegevens(), **wie)

    assert migrant.plichten.count() == 2


# --- Where somebody lives -----------------------------------------------------------------------
def test_for_who_is_housed_the_later_registration_starts_the_ten_weeks(statushouder, wie):
    woont(statushouder, wie, start_op=VANDAAG - 6 * DAG, brp_op=VANDAAG - 5 * DAG)

    assert pip_termijn(statushouder).eind_op == wettelijk(
        kennisgeving=KENNISGEVING, brp=VANDAAG - 5 * DAG
    )


def test_a_corrected_registration_moves_the_ten_weeks(statushouder, wie):
    adres = woont(statushouder, wie, start_op=VANDAAG - 9 * DAG, brp_op=VANDAAG - 5 * DAG)

    plichten.verblijf_corrigeren(
        verblijf_id=adres.pk,
        versie=adres.versie,
        gegevens=plichten.VerblijfGegevens(
            soort=VerblijfSoort.WONING,
            plaats="Leek",
            gemeentecode=GEMEENTECODE,
            start_op=adres.start_op,
            brp_op=VANDAAG - 8 * DAG,
        ),
        reden="verkeerd gelezen",
        **wie,
    )

    assert pip_termijn(statushouder).eind_op == wettelijk(
        kennisgeving=KENNISGEVING, brp=VANDAAG - 8 * DAG
    )


def test_registering_later_moves_the_ten_weeks_too(statushouder, wie):
    adres = woont(statushouder, wie, start_op=VANDAAG - 9 * DAG)

    plichten.brp_inschrijven(verblijf_id=adres.pk, brp_op=VANDAAG - 2 * DAG, **wie)

    assert pip_termijn(statushouder).eind_op == wettelijk(
        kennisgeving=KENNISGEVING, brp=VANDAAG - 2 * DAG
    )


def test_an_address_elsewhere_does_not_count(statushouder, wie):
    woont(
        statushouder,
        wie,
        start_op=VANDAAG - 6 * DAG,
        brp_op=VANDAAG - 5 * DAG,
        gemeentecode="0014",
    )

    assert plichten.brp_datum(statushouder.persoon_id) is None


def test_who_left_and_came_back_counts_from_the_return(statushouder, wie):
    woont(statushouder, wie, start_op=VANDAAG - 90 * DAG, brp_op=VANDAAG - 90 * DAG)
    woont(statushouder, wie, start_op=VANDAAG - 60 * DAG, brp_op=VANDAAG - 60 * DAG)
    assert plichten.brp_datum(statushouder.persoon_id) == VANDAAG - 90 * DAG  # moved within

    woont(statushouder, wie, start_op=VANDAAG - 40 * DAG, gemeentecode="0014")
    assert plichten.brp_datum(statushouder.persoon_id) == VANDAAG - 90 * DAG  # gone, not back

    woont(statushouder, wie, start_op=VANDAAG - 20 * DAG, brp_op=VANDAAG - 19 * DAG)
    woont(statushouder, wie, start_op=VANDAAG - 6 * DAG, brp_op=VANDAAG - 5 * DAG)

    assert plichten.brp_datum(statushouder.persoon_id) == VANDAAG - 19 * DAG


def test_who_came_back_and_is_not_registered_yet_has_no_registration(statushouder, wie):
    woont(statushouder, wie, start_op=VANDAAG - 90 * DAG, brp_op=VANDAAG - 90 * DAG)
    woont(statushouder, wie, start_op=VANDAAG - 40 * DAG, gemeentecode="0014")
    woont(statushouder, wie, start_op=VANDAAG - 6 * DAG)

    assert plichten.brp_datum(statushouder.persoon_id) is None


def test_an_address_of_an_unknown_municipality_breaks_no_stay(statushouder, wie):
    woont(statushouder, wie, start_op=VANDAAG - 90 * DAG, brp_op=VANDAAG - 90 * DAG)
    woont(statushouder, wie, start_op=VANDAAG - 40 * DAG, gemeentecode="")
    woont(statushouder, wie, start_op=VANDAAG - 6 * DAG, brp_op=VANDAAG - 5 * DAG)

    assert plichten.brp_datum(statushouder.persoon_id) == VANDAAG - 90 * DAG


def test_without_a_municipality_no_registration_counts(statushouder, wie, gemeente):
    woont(statushouder, wie, start_op=VANDAAG - 6 * DAG, gemeentecode="", brp_op=VANDAAG)
    with handeling(**wie):
        gemeente.delete()

    assert plichten.brp_datum(statushouder.persoon_id) is None


def test_a_new_address_ends_the_old_one_the_day_before(migrant, wie):
    oud = woont(migrant, wie, start_op=VANDAAG - 50 * DAG)

    woont(migrant, wie, start_op=VANDAAG - 10 * DAG, plaats="Marum")

    assert Verblijf.objects.get(pk=oud.pk).eind_op == VANDAAG - 11 * DAG


@pytest.mark.parametrize(
    ("velden", "veld", "reden"),
    [
        ({"start_op": VANDAAG - 50 * DAG}, "start_op", "moet daarna beginnen"),
        ({"start_op": VANDAAG, "brp_op": VANDAAG - DAG}, "brp_op", "voor de verhuizing"),
        ({"start_op": VANDAAG, "brp_op": VANDAAG + DAG}, "brp_op", "in de toekomst"),
    ],
)
def test_an_address_that_cannot_be_is_refused_by_the_field(migrant, wie, velden, veld, reden):
    woont(migrant, wie, start_op=VANDAAG - 50 * DAG)

    with pytest.raises(Geweigerd, match=reden) as fout:
        woont(migrant, wie, **velden)

    assert fout.value.veld == veld


def test_a_secret_address_stays_off_the_timeline(migrant, wie):
    woont(migrant, wie, start_op=VANDAAG, straat="Schuilstraat", geheim=True)

    assert not Gebeurtenis.objects.filter(tekst__contains="Schuilstraat").exists()


def test_permits_follow_each_other_and_never_overlap(migrant, wie):
    def vergunning(start_op, eind_op=None):
        return plichten.verblijfsrecht_vastleggen(
            persoon_id=migrant.persoon_id,
            soort=VerblijfsrechtSoort.REGULIER_GEZIN,
            start_op=start_op,
            eind_op=eind_op,
            **wie,
        )

    eerste = vergunning(VANDAAG - 100 * DAG)
    tweede = vergunning(VANDAAG - 50 * DAG, VANDAAG + 50 * DAG)
    eerste.refresh_from_db()
    assert eerste.eind_op == VANDAAG - 51 * DAG

    with pytest.raises(Geweigerd, match="overlapt met een ander verblijfsrecht"):
        vergunning(VANDAAG)
    with pytest.raises(Geweigerd, match="overlapt"):
        plichten.verblijfsrecht_corrigeren(
            verblijfsrecht_id=tweede.pk,
            versie=tweede.versie,
            soort=VerblijfsrechtSoort.REGULIER_GEZIN,
            start_op=VANDAAG - 60 * DAG,
            **wie,
        )
    gecorrigeerd = plichten.verblijfsrecht_corrigeren(
        verblijfsrecht_id=tweede.pk,
        versie=tweede.versie,
        soort=VerblijfsrechtSoort.REGULIER_OVERIG,
        start_op=VANDAAG - 40 * DAG,
        **wie,
    )
    assert (gecorrigeerd.start_op, gecorrigeerd.eind_op) == (VANDAAG - 40 * DAG, None)


# --- Terms --------------------------------------------------------------------------------------
@pytest.fixture
def drie_jaar(migrant, wie):
    with handeling(dossiers=[migrant.pk], **wie) as act:
        return termijn_vastleggen(
            act,
            dossier_id=migrant.pk,
            soort=TermijnSoort.INBURGERING,
            vraag=partial(inburgeringstermijn, dagtekening=VANDAAG),
        )


def verleng(termijn, wie, **velden):
    gewoon = {"grond": "ziekte", "besloten_op": VANDAAG, "eind_op": termijn.eind_op + 90 * DAG}
    return verlengen(termijn_id=termijn.pk, versie=termijn.versie, **(gewoon | velden), **wie)


def test_an_extension_is_duos_with_its_ground_and_both_days(drie_jaar, wie):
    verlenging = verleng(drie_jaar, wie, besloten_op=VANDAAG - DAG)

    termijn = Termijn.objects.get(pk=drie_jaar.pk)
    assert (verlenging.oud_eind_op, verlenging.eind_op, verlenging.besloten_op) == (
        drie_jaar.eind_op,
        drie_jaar.eind_op + 90 * DAG,
        VANDAAG - DAG,
    )
    assert (termijn.eind_op, termijn.herkomst) == (verlenging.eind_op, Herkomst.DUO)
    assert "ziekte" in termijn.stappen[-1]


def test_a_date_of_duo_is_left_alone_by_our_own_computation(drie_jaar, migrant, wie):
    verleng(drie_jaar, wie)

    with handeling(dossiers=[migrant.pk], **wie) as act:
        termijn_vastleggen(
            act,
            dossier_id=migrant.pk,
            soort=TermijnSoort.INBURGERING,
            vraag=partial(inburgeringstermijn, dagtekening=VANDAAG - 100 * DAG),
        )

    assert Termijn.objects.get(pk=drie_jaar.pk).eind_op == drie_jaar.eind_op + 90 * DAG


@pytest.mark.parametrize(
    ("velden", "veld"),
    [({"eind_op": VANDAAG}, "eind_op"), ({"besloten_op": VANDAAG + DAG}, "besloten_op")],
)
def test_an_extension_that_cannot_be_is_refused_by_the_field(drie_jaar, wie, velden, veld):
    with pytest.raises(Geweigerd) as fout:
        verleng(drie_jaar, wie, **velden)

    assert fout.value.veld == veld


def test_nobody_extends_the_ten_weeks(migrant, wie):
    with pytest.raises(Geweigerd, match="Alleen de inburgeringstermijn"):
        verleng(pip_termijn(migrant), wie)


def signalen(termijn):
    return set(Signaal.objects.filter(termijn=termijn).values_list("dagen", flat=True))


def test_a_signal_is_given_once_per_step_and_missed_nights_are_made_up_for(
    drie_jaar, consulent, settings
):
    settings.SIGNAAL_DAGEN = [180, 60]

    def nacht(dagen_voor_einde):
        nu = NU + (drie_jaar.eind_op - VANDAAG) - dagen_voor_einde * DAG
        return signaleren(door=consulent, nu=nu)

    signaleren(door=consulent, nu=NU)  # the ten weeks are nearer than a step already
    assert (nacht(181), nacht(180), nacht(180), nacht(100)) == (1, 1, 0, 0)
    assert nacht(30) == 1
    assert nacht(0) == 0
    assert nacht(-1) == 1
    assert signalen(drie_jaar) == {180, 60, VOORBIJ}


def test_once_schakel_4_is_closed_the_three_years_ask_nothing(drie_jaar, consulent, wie, settings):
    settings.SIGNAAL_DAGEN = [60]
    dossier_id = drie_jaar.inburgeraar_id
    voorbij = NU + (drie_jaar.eind_op - VANDAAG) + 10 * DAG
    signaleren(door=consulent, nu=voorbij)
    taken = Taak.objects.filter(inburgeraar=dossier_id, soort="termijn_inburgering", status="open")
    eerst = taken.count()

    schakel_afronden(dossier_id=dossier_id, nummer=SchakelNummer.INBURGEREN, **wie)

    kop = dossierkop(drie_jaar.inburgeraar, voor=consulent, op=voorbij.date())
    assert (eerst, taken.count()) == (1, 0)
    assert [r.status_label for r in kop.termijnen if r.eind_op == drie_jaar.eind_op] == [
        "Gedaan, wacht op DUO"
    ]
    settings.SIGNAAL_DAGEN = [60, 30]
    signaleren(door=consulent, nu=voorbij)
    assert signalen(drie_jaar) == {60, VOORBIJ}


def test_an_extension_starts_the_steps_afresh(drie_jaar, consulent, wie, settings):
    settings.SIGNAAL_DAGEN = [60]
    vlak_voor = NU + (drie_jaar.eind_op - VANDAAG) - 10 * DAG
    signaleren(door=consulent, nu=vlak_voor)
    verleng(drie_jaar, wie, eind_op=drie_jaar.eind_op + 30 * DAG)

    opnieuw = signaleren(door=consulent, nu=vlak_voor)

    assert opnieuw == 1
    assert Signaal.objects.filter(termijn=drie_jaar).count() == 2


# --- People -------------------------------------------------------------------------------------
def test_a_v_nummer_without_a_bsn_is_normal(gemeente, wie):
    persoon = personen.persoon_vastleggen(gegevens=persoongegevens(bsn=""), **wie)

    assert (persoon.bsn_bekend, persoon.bsn) == (False, "")


@pytest.mark.parametrize("veld", ["bsn", "v_nummer"])
def test_a_number_that_is_known_names_the_record_that_has_it(gemeente, wie, veld):
    gegevens = persoongegevens()
    eerste = personen.persoon_vastleggen(gegevens=gegevens, **wie)

    with pytest.raises(AlBekend) as fout:
        personen.persoon_vastleggen(
            gegevens=persoongegevens(**{veld: getattr(gegevens, veld)}), **wie
        )

    assert (fout.value.veld, fout.value.persoon_id) == (veld, eerste.pk)


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"geboortedatum": OnzekereDatum(2027)}, "geboortedatum"),
        ({"voornamen": "", "achternaam": ""}, "achternaam"),
        ({"bsn": "123456789"}, "bsn"),
    ],
)
def test_a_person_that_cannot_be_is_refused_by_the_field(gemeente, wie, velden, veld):
    with pytest.raises(Geweigerd) as fout:
        personen.persoon_vastleggen(gegevens=persoongegevens(**velden), **wie)

    assert fout.value.veld == veld


@pytest.mark.parametrize(
    ("namen", "lijst", "brief"),
    [
        ({"voornamen": "Selam", "achternaam": "Tesfay"}, "Tesfay, Selam", "Selam Tesfay"),
        ({"voornamen": "", "achternaam": "Madonna"}, "Madonna", "Madonna"),
        ({"voornamen": "Aïsha", "achternaam": ""}, "Aïsha", "Aïsha"),
        (
            {"voornamen": "Jan", "voorvoegsel": "van der", "achternaam": "Meer"},
            "van der Meer, Jan",
            "Jan van der Meer",
        ),
    ],
)
def test_names_stand_as_people_write_them(gemeente, wie, namen, lijst, brief):
    persoon = personen.persoon_vastleggen(gegevens=persoongegevens(**namen), **wie)

    assert (persoon.naam, persoon.volledige_naam) == (lijst, brief)


def test_changing_a_person_keeps_the_cipher_of_the_bsn_and_never_shows_it(migrant, wie):
    persoon = migrant.persoon
    voor = bytes(persoon.bsn_versleuteld)
    gegevens = persoongegevens(bsn=persoon.bsn, v_nummer=persoon.v_nummer, telefoon="0612")

    na = personen.persoon_wijzigen(
        persoon_id=persoon.pk, versie=persoon.versie, gegevens=gegevens, **wie
    )

    assert bytes(na.bsn_versleuteld) == voor
    assert persoon.bsn.encode() not in voor


def test_a_child_lives_in_the_household_and_its_name_can_be_corrected(migrant, wie):
    lid = gezinslid_aanmelden(
        dossier_id=migrant.pk,
        gegevens=persoongegevens(voornamen="Nor", bsn="", v_nummer=""),
        rol=Gezinsrol.KIND,
        start_op=VANDAAG,
        **wie,
    )

    personen.gezinslid_wijzigen(
        lid_id=lid.pk,
        versie=lid.persoon.versie,
        gegevens=persoongegevens(voornamen="Noor", achternaam="Tesfay", bsn="", v_nummer=""),
        eind_op=VANDAAG,
        **wie,
    )

    lid = Gezinslid.objects.get(pk=lid.pk)
    assert (lid.persoon.voornamen, lid.eind_op) == ("Noor", VANDAAG)
    assert migrant.gebeurtenissen.filter(tekst__contains="Tesfay, Noor").count() == 2


def test_who_reports_directly_is_guided_by_the_consulent_who_records_it(gemeente, consulent):
    dossier = migrant_aanmelden(
        gegevens=persoongegevens(),
        groep=GedetailleerdeDoelgroep.GEZINSVORMER,
        door=consulent,
        nu=NU,
    )

    assert (dossier.consulent, dossier.doelgroep, dossier.wordt_gehuisvest) == (
        consulent,
        Doelgroep.OVERIG,
        False,
    )


# --- Contacts -----------------------------------------------------------------------------------
def test_a_contact_is_something_that_was(migrant, wie):
    with pytest.raises(Geweigerd, match="maak een afspraak") as fout:
        contacten.contact_vastleggen(
            dossier_id=migrant.pk,
            soort=ContactSoort.TELEFOON,
            op=VANDAAG + DAG,
            tekst="x",
            **wie,
        )

    assert fout.value.veld == "op"


def test_an_appointment_is_cancelled_once_with_a_reason(migrant, wie):
    afspraak = contacten.afspraak_maken(
        dossiers=[migrant.pk],
        soort=AfspraakSoort.VOORTGANG,
        begint_at=NU + DAG,
        plaats="Zuidhorn",
        **wie,
    )

    afspraak = contacten.afspraak_afzeggen(afspraak_id=afspraak.pk, reden="ziek", **wie)

    assert (afspraak.status, afspraak.reden) == (AfspraakStatus.AFGEZEGD, "ziek")
    with pytest.raises(Geweigerd, match="‘afgezegd’"):
        contacten.afspraak_afzeggen(afspraak_id=afspraak.pk, reden="nog eens", **wie)


# --- Two records of one person ------------------------------------------------------------------
@pytest.fixture
def dubbel(migrant, wie):
    """A second record of the same person, from a V-nummer alone, that has no term yet."""
    dossier = een_dossier(door=wie["door"], gegevens=persoongegevens(v_nummer="", bsn=""))
    contacten.notitie_schrijven(dossier_id=dossier.pk, tekst="van het dubbele", **wie)
    contacten.afspraak_maken(
        dossiers=[dossier.pk],
        soort=AfspraakSoort.INTAKE,
        begint_at=NU + DAG,
        plaats="Leek",
        **wie,
    )
    woont(dossier, wie, start_op=VANDAAG - 5 * DAG)
    return dossier


def test_everything_moves_to_the_record_that_stays(migrant, dubbel, wie):
    samenvoegen(dossier_id=migrant.pk, verdwijnt_id=dubbel.pk, reden="dubbel", **wie)

    weg = Inburgeraar.objects.get(pk=dubbel.pk)
    assert (weg.status, weg.beeindigd_reden) == (
        DossierStatus.BEEINDIGD,
        BeeindigReden.SAMENGEVOEGD,
    )
    assert [notitie.tekst for notitie in migrant.notities.all()] == ["van het dubbele"]
    assert (migrant.afspraken.count(), dubbel.afspraken.count()) == (1, 0)
    assert migrant.persoon.verblijven.count() == 1
    assert Persoon.objects.get(pk=dubbel.persoon_id).samengevoegd_in_id == migrant.persoon_id
    assert "Samengevoegd met dossier" in dubbel.gebeurtenissen.latest("pk").tekst


def test_the_ten_weeks_follow_a_registration_that_came_along(statushouder, wie):
    dubbel = een_dossier(door=wie["door"], gegevens=persoongegevens(v_nummer="", bsn=""))
    woont(dubbel, wie, start_op=VANDAAG - 6 * DAG, brp_op=VANDAAG - 4 * DAG)

    samenvoegen(dossier_id=statushouder.pk, verdwijnt_id=dubbel.pk, reden="dubbel", **wie)

    assert pip_termijn(statushouder).eind_op == wettelijk(
        kennisgeving=KENNISGEVING, brp=VANDAAG - 4 * DAG
    )


def test_numbers_that_only_the_other_had_come_along(gemeente, wie):
    bsn = geldig_bsn()
    blijft = een_dossier(gegevens=persoongegevens(bsn=""))
    verdwijnt = een_dossier(gegevens=persoongegevens(bsn=bsn, v_nummer=""))

    samenvoegen(dossier_id=blijft.pk, verdwijnt_id=verdwijnt.pk, reden="dubbel", **wie)

    persoon = Persoon.objects.get(pk=blijft.persoon_id)
    assert (persoon.bsn, persoon.v_nummer) == (bsn, blijft.persoon.v_nummer)
    assert not Persoon.objects.get(pk=verdwijnt.persoon_id).bsn_bekend


def test_two_running_terms_are_refused_and_nothing_moved(migrant, wie):
    ander = een_dossier(
        consulent=wie["door"],
        doelgroep=Doelgroep.OVERIG,
        gegevens=persoongegevens(v_nummer="", bsn=""),
        kennisgeving_op=KENNISGEVING,
    )
    contacten.notitie_schrijven(dossier_id=ander.pk, tekst="blijft hier", **wie)

    with pytest.raises(Geweigerd, match="maar één keer") as fout:
        samenvoegen(dossier_id=migrant.pk, verdwijnt_id=ander.pk, reden="dubbel", **wie)

    assert fout.value.veld == "dossiernummer"
    assert ander.notities.count() == 1
    assert Inburgeraar.objects.get(pk=ander.pk).status == DossierStatus.ACTIEF


@pytest.mark.parametrize("nummer", ["v_nummer", "bsn"])
def test_two_numbers_are_two_people(gemeente, wie, nummer):
    leeg = {"v_nummer": "bsn", "bsn": "v_nummer"}[nummer]
    een, ander = (een_dossier(gegevens=persoongegevens(**{leeg: ""})) for _ in range(2))

    with pytest.raises(Geweigerd, match="twee mensen"):
        samenvoegen(dossier_id=een.pk, verdwijnt_id=ander.pk, reden="x", **wie)


def test_a_record_is_not_merged_with_itself(migrant, wie):
    with pytest.raises(Geweigerd, match="hetzelfde dossier"):
        samenvoegen(dossier_id=migrant.pk, verdwijnt_id=migrant.pk, reden="x", **wie)

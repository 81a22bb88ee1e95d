"""Each promise is tried past Django: the database says no by the promise's own name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from inburgering import models as m
from inburgering.enums import (
    AfspraakSoort,
    ContactSoort,
    Gezinsrol,
    OntheffingGrond,
    OntheffingSoort,
    TermijnSoort,
    VerblijfSoort,
    VerblijfsrechtSoort,
    VrijstellingSoort,
)
from inburgering.handelingen import handeling
from inburgering.services import contacten, plichten, vrijstellingen
from inburgering.services.aanmelden import gezinslid_aanmelden
from inburgering.services.documenten import document_toevoegen
from inburgering.services.termijnen import termijn_vastleggen, verlengen
from inburgering.services.vorig_pip import VorigPipGegevens, vorig_pip_vastleggen
from medewerkers.enums import Rol
from medewerkers.models import Gemeente, Medewerker
from tests.factories import (
    NU,
    VANDAAG,
    GemeenteFactory,
    MedewerkerFactory,
    een_dossier,
    persoongegevens,
)
from tests.inburgering.test_documenten import PDF
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute
from wet.termijnen import inburgeringstermijn

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def rijen(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """One row of every model with a promise, as the services leave it; made once."""
    with django_db_blocker.unblock(), transaction.atomic():
        maak_rijen()
        yield
        transaction.set_rollback(True)


def maak_rijen() -> None:
    GemeenteFactory()
    consulent = MedewerkerFactory(rol=Rol.CONSULENT)
    wie: dict[str, Any] = {"door": consulent, "nu": NU}
    dossier = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=VANDAAG)
    for start_op in (VANDAAG.replace(year=2020), VANDAAG.replace(year=2021)):
        plichten.verblijf_vastleggen(
            persoon_id=dossier.persoon_id,
            soort=VerblijfSoort.WONING,
            plaats="Leek",
            start_op=start_op,
            brp_op=start_op,
            **wie,
        )
        plichten.verblijfsrecht_vastleggen(
            persoon_id=dossier.persoon_id,
            soort=VerblijfsrechtSoort.REGULIER_GEZIN,
            start_op=start_op,
            **wie,
        )
    gezinslid_aanmelden(
        dossier_id=dossier.pk,
        gegevens=persoongegevens(),
        rol=Gezinsrol.KIND,
        start_op=VANDAAG,
        **wie,
    )
    contacten.contact_vastleggen(
        dossier_id=dossier.pk, soort=ContactSoort.MAIL, op=VANDAAG, tekst="x", **wie
    )
    contacten.afspraak_maken(
        dossiers=[dossier.pk], soort=AfspraakSoort.INTAKE, begint_at=NU, plaats="Leek", **wie
    )
    document_toevoegen(
        dossier_id=dossier.pk,
        soort="overig",
        titel="x",
        bestandsnaam="x.pdf",
        inhoud=PDF,
        **wie,
    )
    vrijstellingen.vrijstelling_vastleggen(
        dossier_id=dossier.pk,
        soort=VrijstellingSoort.GEDEELTELIJK,
        onderdelen=["LE"],
        besloten_op=VANDAAG,
        start_op=VANDAAG,
        **wie,
    )
    vrijstellingen.ontheffing_vastleggen(
        dossier_id=dossier.pk,
        soort=OntheffingSoort.GEDEELTELIJK,
        grond=OntheffingGrond.MED,
        besloten_op=VANDAAG,
        **wie,
    )
    vorig_pip_vastleggen(
        dossier_id=een_dossier(consulent=consulent).pk,  # of its own: it replaces the ten weeks
        versie=None,
        gegevens=VorigPipGegevens(
            gemeente="Assen",
            dagtekening=VANDAAG,
            dagtekening_initieel=VANDAAG,
            leerroute=Leerroute.B,
        ),
        **wie,
    )
    with handeling(dossiers=[dossier.pk], **wie) as act:
        termijn = termijn_vastleggen(
            act,
            dossier_id=dossier.pk,
            soort=TermijnSoort.INBURGERING,
            vraag=partial(inburgeringstermijn, dagtekening=VANDAAG),
        )
    assert termijn is not None
    verlengen(
        termijn_id=termijn.pk,
        versie=termijn.versie,
        grond="ziekte",
        besloten_op=VANDAAG,
        eind_op=termijn.eind_op.replace(year=2035),
        **wie,
    )


# (promise, model, which row, what is written past Django)
VERBODEN: list[tuple[str, type[models.Model], str, str]] = [
    # Dossier
    ("inburgeraar_status_bekend", m.Inburgeraar, "true", "status = 'weg'"),
    ("inburgeraar_regime_bekend", m.Inburgeraar, "true", "regime = 'Wi2007'"),
    ("inburgeraar_doelgroep_bekend", m.Inburgeraar, "true", "doelgroep = 'student'"),
    ("inburgeraar_opgeschort_bewezen", m.Inburgeraar, "true", "status = 'opgeschort'"),
    ("inburgeraar_opgeschort_bewezen", m.Inburgeraar, "true", "opgeschort_op = '2026-01-01'"),
    ("inburgeraar_voltooid_bewezen", m.Inburgeraar, "true", "status = 'voltooid'"),
    ("inburgeraar_beeindigd_bewezen", m.Inburgeraar, "true", "status = 'beeindigd'"),
    (
        "inburgeraar_beeindigd_bewezen",
        m.Inburgeraar,
        "true",
        "status = 'beeindigd', beeindigd_op = '2026-01-01'",
    ),
    # Person
    ("persoon_heeft_een_naam", m.Persoon, "true", "voornamen = '', achternaam = ''"),
    ("persoon_geslacht_bekend", m.Persoon, "true", "geslacht = 'q'"),
    ("persoon_geboortedag_met_maand", m.Persoon, "true", "geboortemaand = NULL"),
    ("persoon_geboortedatum_mogelijk", m.Persoon, "true", "geboortejaar = 1899"),
    ("persoon_geboortedatum_mogelijk", m.Persoon, "true", "geboortemaand = 13"),
    ("persoon_v_nummer_tien_cijfers", m.Persoon, "true", "v_nummer = '12345678x'"),
    ("persoon_bsn_met_index", m.Persoon, "true", "bsn_index = NULL"),
    ("persoon_bsn_met_index", m.Persoon, "true", "bsn_versleuteld = NULL"),
    ("persoon_v_nummer_uniek", m.Persoon, "true", "v_nummer = '0123456789'"),
    ("persoon_bsn_uniek", m.Persoon, "true", "bsn_index = repeat('a', 64)"),
    # Household, address, permit
    ("gezinslid_op_volgorde", m.Gezinslid, "true", "eind_op = start_op - 1"),
    ("gezinslid_rol_bekend", m.Gezinslid, "true", "rol = 'huisdier'"),
    (
        "gezinslid_een_gezin_tegelijk",
        m.Gezinslid,
        "true",
        "persoon_id = (SELECT min(persoon_id) FROM inburgering_gezinslid)",
    ),
    ("verblijf_op_volgorde", m.Verblijf, "eind_op IS NULL", "eind_op = start_op - 1"),
    ("verblijf_een_adres_tegelijk", m.Verblijf, "eind_op IS NOT NULL", "eind_op = NULL"),
    ("verblijf_soort_bekend", m.Verblijf, "true", "soort = 'tent'"),
    ("verblijf_brp_niet_voor_begin", m.Verblijf, "true", "brp_op = start_op - 1"),
    (
        "verblijfsrecht_op_volgorde",
        m.Verblijfsrecht,
        "eind_op IS NULL",
        "eind_op = start_op - 1",
    ),
    (
        "verblijfsrecht_een_tegelijk",
        m.Verblijfsrecht,
        "eind_op IS NOT NULL",
        "eind_op = NULL",
    ),
    ("verblijfsrecht_soort_bekend", m.Verblijfsrecht, "true", "soort = 'toerist'"),
    # DUO
    ("plicht_op_volgorde", m.Plicht, "true", "eind_op = start_op - 1"),
    ("plicht_doelgroep_bekend", m.Plicht, "true", "gedetailleerde_doelgroep = 'Student'"),
    ("plicht_reden_geen_met_einde", m.Plicht, "true", "reden_geen = 'voldaan'"),
    ("vorig_pip_afgeschaald_bekend", m.VorigPip, "true", "afgeschaald = '{XX}'"),
    ("vorig_pip_leerroute_bekend", m.VorigPip, "true", "leerroute = 'X'"),
    ("vorig_pip_op_volgorde", m.VorigPip, "true", "dagtekening = dagtekening_initieel - 1"),
    ("vrijstelling_op_volgorde", m.Vrijstelling, "true", "eind_op = start_op - 1"),
    ("vrijstelling_soort_bekend", m.Vrijstelling, "true", "soort = 'half', onderdelen = '{}'"),
    (
        "vrijstelling_onderdelen_alleen_gedeeltelijk",
        m.Vrijstelling,
        "true",
        "soort = 'geheel'",
    ),
    ("ontheffing_soort_bekend", m.Ontheffing, "true", "soort = 'half'"),
    ("ontheffing_grond_bekend", m.Ontheffing, "true", "grond = 'XXX'"),
    ("ontheffing_bijzonder_is_geheel", m.Ontheffing, "true", "grond = 'BIO'"),
    # Links
    ("schakel_een_per_nummer", m.Schakel, "nummer = 5", "nummer = 4"),
    ("schakel_nummer_bekend", m.Schakel, "nummer = 5", "nummer = 6"),
    ("schakel_status_bekend", m.Schakel, "nummer = 5", "status = 'half'"),
    ("schakel_open_bewezen", m.Schakel, "nummer = 5", "status = 'open'"),
    ("schakel_geopend_door", m.Schakel, "nummer = 3", "geopend_door_id = NULL"),
    ("schakel_afgerond_bewezen", m.Schakel, "nummer = 3", "status = 'afgerond'"),
    ("schakel_afgerond_door", m.Schakel, "nummer = 1", "afgerond_door_id = NULL"),
    ("schakel_op_volgorde", m.Schakel, "nummer = 1", "afgerond_op = geopend_op - 1"),
    ("schakel_nvt_met_reden", m.Schakel, "nummer = 2", "reden = ''"),
    # Terms
    ("termijn_op_volgorde", m.Termijn, "true", "eind_op = start_op - 1"),
    ("termijn_soort_bekend", m.Termijn, "true", "soort = 'lang'"),
    ("termijn_status_bekend", m.Termijn, "true", "status = 'bijna'"),
    ("termijn_gehaald_bewezen", m.Termijn, "true", "status = 'gehaald'"),
    ("termijn_vervallen_bewezen", m.Termijn, "true", "status = 'vervallen'"),
    ("termijn_een_lopende", m.Termijn, "true", "soort = 'pip'"),
    ("verlenging_is_later", m.Verlenging, "true", "eind_op = oud_eind_op"),
    # Tasks, contacts, documents, timeline
    ("taak_status_bekend", m.Taak, "status = 'open'", "status = 'half'"),
    ("taak_voor_bekend", m.Taak, "true", "voor = 'iedereen'"),
    ("taak_geeindigd_bewezen", m.Taak, "status = 'open'", "status = 'gedaan'"),
    ("afspraak_soort_bekend", m.Afspraak, "true", "soort = 'lunch'"),
    ("afspraak_status_bekend", m.Afspraak, "true", "status = 'misschien'"),
    ("afspraak_gehouden_bewezen", m.Afspraak, "true", "status = 'gehouden'"),
    ("afspraak_gehouden_door", m.Afspraak, "true", "status='gehouden', gehouden_op=now()"),
    (
        "afspraak_vervangen_met_reden",
        m.Afspraak,
        "true",
        "status='vervangen', gehouden_op=now(), gehouden_door_id=1",
    ),
    ("contactmoment_soort_bekend", m.Contactmoment, "true", "soort = 'duif'"),
    ("document_soort_bekend", m.Document, "true", "soort = 'film'"),
    ("document_hash_is_sha256", m.Document, "true", "sha256 = 'kort'"),
    # Who works here
    ("gemeente_een_rij", Gemeente, "true", "id = 2"),
    ("gemeente_code_vier_cijfers", Gemeente, "true", "code = '12'"),
    ("medewerker_open_of_gesloten_op", Medewerker, "is_active", "is_active = false"),
    (
        "medewerker_afwezig_heeft_begin_en_volgorde",
        Medewerker,
        "true",
        "afwezig_tot = '2026-01-01'",
    ),
]


def schrijf(model: type[models.Model], welke: str, wat: str) -> None:
    """Past Django; a promise about two rows needs every row."""
    tabel = connection.ops.quote_name(model._meta.db_table)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {tabel} SET {wat} WHERE {welke}")
        assert cursor.rowcount, "geen rij om de belofte aan te breken"


@pytest.mark.parametrize(("belofte", "model", "welke", "wat"), VERBODEN)
def test_the_database_keeps_the_promise(rijen, belofte, model, welke, wat):
    with pytest.raises(IntegrityError) as fout:
        schrijf(model, welke, wat)

    assert fout.value.__cause__.diag.constraint_name == belofte  # type: ignore[union-attr]


def test_every_promise_of_this_room_is_tried():
    beloofd = {
        constraint.name
        for model in vars(m).values()
        if isinstance(model, type) and issubclass(model, models.Model)
        for constraint in model._meta.constraints
    }
    # Tried where the act is: two rows of one key, made by acts that refuse the second.
    elders = {
        "plicht_een_tegelijk",
        "toegang_een_keer_per_medewerker",
        "taak_een_open_per_bron",
        "concept_een_per_pagina",
        "signaal_een_per_stap",
        # Append-only: a change is refused before the promise is asked.
        "gebeurtenis_soort_bekend",
    }

    assert beloofd - elders == {naam for naam, model, *_ in VERBODEN if model in vars(m).values()}


def test_two_open_tasks_of_one_source_cannot_be(rijen):
    taak = m.Taak.objects.filter(status="open").exclude(bron="").first()
    assert taak is not None

    with pytest.raises(IntegrityError, match="taak_een_open_per_bron"), transaction.atomic():
        m.Taak._base_manager.bulk_create(
            [
                m.Taak(
                    inburgeraar=taak.inburgeraar,
                    soort=taak.soort,
                    bron=taak.bron,
                    titel="x",
                    waarom="x",
                    pagina="persoon",
                    ontstaan_at=NU,
                )
            ]
        )


def test_a_timeline_line_of_an_unknown_kind_cannot_be(rijen, consulent):
    with pytest.raises(IntegrityError, match="gebeurtenis_soort_bekend"), transaction.atomic():
        m.Gebeurtenis.objects.create(
            inburgeraar=m.Inburgeraar.objects.earliest("pk"),
            soort="roddel",
            op=VANDAAG,
            at=NU,
            door=consulent,
            tekst="x",
        )

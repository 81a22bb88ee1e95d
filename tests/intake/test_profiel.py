"""The facts of the intake: filled in with a part, read by the advice and the plan."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from inburgering.geweigerd import Geweigerd
from inburgering.services.sporen import concept_van
from intake.models import (
    FEITEN_PER_ONDERDEEL,
    Onderdeel,
    OnderdeelSoort,
    Profiel,
)
from intake.queries.intake import stand_van
from intake.queries.profiel import in_woorden, profiel_van
from intake.services.intake import onderdeel_invullen
from medewerkers.enums import Rol
from tests.factories import NU, MedewerkerFactory

pytestmark = pytest.mark.django_db

S = OnderdeelSoort


def vul(intake, soort, wie, *, tekst="Verteld.", versie=None, **feiten):
    onderdeel = Onderdeel.objects.get(intake=intake, soort=soort)
    return onderdeel_invullen(
        onderdeel_id=onderdeel.pk, versie=versie, tekst=tekst, feiten=feiten, **wie
    )


def url(dossier, soort):
    return reverse("intake-onderdeel", args=[dossier.dossiernummer, soort])


def test_a_part_brings_its_facts_in_the_same_act(dossier, intake, wie):
    vul(intake, S.OPLEIDING_EN_WERK, wie, jaren_onderwijs=9, opleidingsniveau="lbo_mavo_niveau")

    profiel = profiel_van(dossier.pk)
    assert (profiel.jaren_onderwijs, profiel.opleidingsniveau) == (9, "lbo_mavo_niveau")
    assert [(feit.naam, feit.waarde) for feit in in_woorden(S.OPLEIDING_EN_WERK, profiel)] == [
        ("Jaren onderwijs", "9"),
        ("Hoogste opleiding", "Lager beroepsonderwijs of mavo"),
    ]


def test_without_an_intake_the_profile_is_empty(dossier):
    profiel = profiel_van(dossier.pk)

    assert profiel.pk is None
    assert (profiel.jaren_onderwijs, profiel.taalniveau, profiel.wil_studeren) == (None, "", None)


def test_every_fact_belongs_to_one_part():
    velden = {veld.name for veld in Profiel._meta.concrete_fields} - {"id", "versie", "intake"}
    genoemd = [naam for namen in FEITEN_PER_ONDERDEEL.values() for naam in namen]

    assert sorted(genoemd) == sorted(velden)


def test_a_fact_of_another_part_is_refused(intake, wie):
    with pytest.raises(Geweigerd, match="hoort bij een ander onderdeel"):
        vul(intake, S.TAAL, wie, uren_per_week=20)

    assert not Onderdeel.objects.get(intake=intake, soort=S.TAAL).ingevuld


@pytest.mark.parametrize(
    ("soort", "naam", "waarde"),
    [
        (S.OPLEIDING_EN_WERK, "jaren_onderwijs", 31),
        (S.OPLEIDING_EN_WERK, "jaren_werk", -1),
        (S.WERK, "uren_per_week", 61),
    ],
)
def test_numbers_that_do_not_fit_in_a_life(intake, wie, soort, naam, waarde):
    with pytest.raises(Geweigerd) as fout:
        vul(intake, soort, wie, **{naam: waarde})

    assert fout.value.veld == naam


def test_the_database_knows_every_level_and_no_other(intake):
    with pytest.raises(IntegrityError, match="profiel_taalniveau_bekend"), transaction.atomic():
        Profiel._base_manager.bulk_create([Profiel(intake=intake, taalniveau="c9")])


def test_the_parts_the_law_does_not_ask_for_are_not_missed(dossier, intake, wie):
    for soort in (S.NETWERK, S.ICT, S.FINANCIEN, S.WENSEN):
        vul(intake, soort, wie)

    assert stand_van(dossier.pk).opleiding_en_werk is False
    assert not hasattr(stand_van(dossier.pk), "netwerk")


# --- In the browser -------------------------------------------------------------------------------
def test_yes_no_and_not_known_yet(klant, dossier, intake):
    adres = url(dossier, "wensen")
    klant.post(
        adres,
        {"tekst": "Wil studeren.", "wil_studeren": "ja", "kans_op_diploma": "nee", "versie": "1"},
    )

    profiel = profiel_van(dossier.pk)
    assert (profiel.wil_studeren, profiel.kans_op_diploma, profiel.wil_examen) == (
        True,
        False,
        None,
    )
    form = klant.get(adres).context["form"]
    assert [form[naam].value() for naam in ("wil_studeren", "kans_op_diploma", "wil_examen")] == [
        "ja",
        "nee",
        "",
    ]


def test_what_was_typed_is_there_on_another_machine(client_als, consulent, dossier, intake):
    """The draft stands on the server: another browser of the same person goes on with it."""
    adres = url(dossier, "opleiding_en_werk")
    thuis, kantoor = client_als(consulent), client_als(consulent)
    thuis.post(
        f"{reverse('concept')}?pad={adres}",
        {"tekst": "Twaalf jaar school, en", "jaren_onderwijs": "12", "versie": "1"},
    )

    form = kantoor.get(adres).context["form"]
    assert form["tekst"].value() == "Twaalf jaar school, en"
    assert str(form["jaren_onderwijs"].value()) == "12"
    assert client_als(MedewerkerFactory(rol=Rol.CONSULENT)).get(adres).context["form"][
        "tekst"
    ].value() in ("", None)

    kantoor.post(
        adres, {"tekst": "Twaalf jaar school, en twee jaar werk.", "jaren_onderwijs": "12"}
    )
    assert concept_van(medewerker=consulent, pad=adres) is None
    assert profiel_van(dossier.pk).jaren_onderwijs == 12


def test_two_people_at_once_choose_fact_by_fact(klant, dossier, intake, wie):
    """A colleague changed the level; who touched only the text keeps that level."""
    collega = MedewerkerFactory(rol=Rol.CONSULENT, naam="Ilse Wind")
    vul(intake, S.TAAL, wie, tekst="Kent wat woorden.", taalniveau="pre_a1")
    vul(
        intake,
        S.TAAL,
        wie | {"door": collega, "nu": NU + timedelta(minutes=5)},
        tekst="Kent wat woorden.",
        versie=2,
        taalniveau="a1",
    )

    antwoord = klant.post(
        url(dossier, "taalniveau"),
        {"tekst": "Kent veel woorden.", "taalniveau": "pre_a1", "versie": "2"},
    )

    assert antwoord.status_code == 409
    velden = {veld.naam: veld for veld in antwoord.context["velden"]}
    assert (velden["taalniveau"].mijn, velden["taalniveau"].nu) == ("Nog geen A1", "A1")
    assert velden["taalniveau"].keuze == "nu"
    assert velden["tekst"].keuze == "mijn"
    assert profiel_van(dossier.pk).taalniveau == "a1"

"""The models about themselves: what must never be false is kept by the database."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import InternalError, ProgrammingError, connection, models, transaction
from django.db.models import CheckConstraint, Q, Value
from django_fsm import FSMField
from simple_history.models import HistoricalChanges

from inburgering.beloften import een_van
from inburgering.models import Inburgeraar, Persoon
from inburgering.statemachine import Toestandsrij
from medewerkers.inrichting import alleen_toevoegen_tabellen
from medewerkers.models import BewaakteQuerySet, Medewerker
from tests.factories import NU, VANDAAG

EIGEN_KAMERS = {
    "medewerkers",
    "inburgering",
    "besluiten",
    "opdrachten",
    "overdracht",
    "intake",
    "leerroutes",
    "ontzorgen",
    "pip_plans",
    "handhaving",
    "financien",
    "rapportage",
    "keten",
    "werkplek",
}
ALLE = [model for model in apps.get_models() if model._meta.app_label in EIGEN_KAMERS]
GESCHIEDENIS = [model for model in ALLE if issubclass(model, HistoricalChanges)]
MODELLEN = [model for model in ALLE if model not in GESCHIEDENIS]
MET_GESCHIEDENIS = [
    model for model in MODELLEN if hasattr(model._meta, "simple_history_manager_attribute")
]

# Rows that need no history, each with its reason.
ZONDER_GESCHIEDENIS = {
    "inburgering.Gebeurtenis": "alleen toevoegen",
    "inburgering.Raadpleging": "alleen toevoegen",
    "inburgering.Signaal": "alleen toevoegen",
    "inburgering.Concept": "nog niet opgeslagen tekst van één medewerker",
    "inburgering.Nummerreeks": "teller",
    "opdrachten.Importbestand": "wordt nooit gewijzigd; een geschiedenis kon niet leeg",
    "opdrachten.Importregel": "werkblad van een bestand; wat ervan komt heeft zelf geschiedenis",
    "leerroutes.Ervaring": "alleen toevoegen",
    "leerroutes.Maandtotaal": "telling van urenregels, elke nacht nagerekend",
    "leerroutes.Urenstand": "telling van maandtotalen, elke nacht nagerekend",
    "ontzorgen.Batchbestand": "alleen toevoegen",
    "werkplek.Nachtrun": "logboek van de nacht",
}


def naam(model: type[models.Model]) -> str:
    return model._meta.label


def kolommen(model: type[models.Model]) -> dict[str, Any]:
    return {veld.name: veld for veld in model._meta.concrete_fields}


# --- Who and when belong together --------------------------------------------------------------
def paren() -> list[Any]:
    """Every `x_door` with the `x_op` or `x_at` it belongs to."""
    gevonden = []
    for model in MODELLEN:
        velden = kolommen(model)
        for wie in velden:
            if wie == "door" or wie.endswith("_door"):
                stam = wie.removesuffix("door")
                wanneer = [f"{stam}{deel}" for deel in ("op", "at") if f"{stam}{deel}" in velden]
                gevonden.append(pytest.param(model, wie, wanneer, id=f"{naam(model)}.{wie}"))
    return gevonden


def genoemd(voorwaarde: Any) -> set[str]:
    """The columns a condition speaks of."""
    if not isinstance(voorwaarde, Q):
        return {voorwaarde[0].split("__")[0]}
    return set().union(*(genoemd(kind) for kind in voorwaarde.children))


def weigert_half(model: type[models.Model], wie: str, wanneer: str) -> bool:
    """Whether some constraint refuses the one without the other, in either direction."""
    iemand = Value(1, output_field=models.BigIntegerField())
    ooit = Value(VANDAAG, output_field=models.DateField())
    niets = Value(None, output_field=models.BigIntegerField())
    halven = ({wie: iemand, wanneer: niets}, {wie: niets, wanneer: ooit})
    beloften = [
        belofte
        for belofte in model._meta.constraints
        if isinstance(belofte, CheckConstraint) and genoemd(belofte.condition) == {wie, wanneer}
    ]
    return all(any(not belofte.condition.check(halve) for belofte in beloften) for halve in halven)


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "wie", "wanneer"), paren())
def test_who_and_when_are_set_together(model, wie, wanneer):
    assert wanneer, "somebody did something, on no day"

    velden = kolommen(model)
    altijd = not velden[wie].null and not velden[wanneer[0]].null
    assert altijd or weigert_half(model, wie, wanneer[0])


# --- States ------------------------------------------------------------------------------------
@pytest.mark.parametrize("model", [m for m in MODELLEN if issubclass(m, Toestandsrij)], ids=naam)
def test_the_database_knows_every_state_and_no_other(model):
    (status,) = [veld for veld in model._meta.concrete_fields if isinstance(veld, FSMField)]
    verwacht = een_van("", status.name, [waarde for waarde, _label in status.choices]).condition

    beloften = [b.condition for b in model._meta.constraints if isinstance(b, CheckConstraint)]

    assert verwacht in beloften


# --- The road to a person ----------------------------------------------------------------------
def volg(model: type[Any], pad: str) -> type[Any]:
    for deel in pad.split("__"):
        model = model._meta.get_field(deel).related_model
    return model


@pytest.mark.parametrize("model", MODELLEN, ids=naam)
def test_a_row_without_history_says_why(model):
    zonder = model not in MET_GESCHIEDENIS
    assert zonder == (naam(model) in ZONDER_GESCHIEDENIS)


@pytest.mark.parametrize("model", MET_GESCHIEDENIS, ids=naam)
def test_a_row_with_history_leads_to_a_person_or_says_why_not(model):
    pad, reden = getattr(model, "pad_naar_persoon", ""), getattr(model, "geen_persoon", "")

    assert bool(pad) != bool(reden), "one of pad_naar_persoon and geen_persoon"
    if pad:
        assert volg(model, pad) is Persoon


@pytest.mark.parametrize(
    "model", [m for m in MET_GESCHIEDENIS if getattr(m, "geen_persoon", "")], ids=naam
)
def test_a_row_about_nobody_points_at_nobody(model):
    verwijst = {veld.related_model for veld in model._meta.concrete_fields if veld.is_relation}

    assert verwijst & {Persoon, Inburgeraar} == ({Persoon} if model is Persoon else set())


# --- Who may see it ----------------------------------------------------------------------------
def hangt_aan_dossier(model: type[models.Model]) -> bool:
    velden = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return model is Inburgeraar or any(veld.related_model is Inburgeraar for veld in velden)


@pytest.mark.parametrize("model", [m for m in MODELLEN if hangt_aan_dossier(m)], ids=naam)
def test_a_row_of_a_dossier_can_be_asked_for_by_who_may_see_it(model):
    assert callable(getattr(model._default_manager, "zichtbaar_voor", None))


@pytest.mark.parametrize("model", [m for m in MODELLEN if hasattr(m, "pad_naar_dossier")], ids=naam)
def test_the_road_to_the_dossier_leads_there(model):
    pad = model.pad_naar_dossier

    assert (volg(model, pad) if pad else model) is Inburgeraar


@pytest.mark.django_db
@pytest.mark.parametrize("model", [m for m in MODELLEN if hangt_aan_dossier(m)], ids=naam)
def test_who_has_no_role_sees_no_row(model):
    niemand = Medewerker.objects.create(email="niemand@westerkwartier.example", naam="Niemand")

    assert model._default_manager.zichtbaar_voor(niemand).count() == 0


# --- Nothing is written behind the back of the history ------------------------------------------
@pytest.mark.parametrize("model", MET_GESCHIEDENIS, ids=naam)
@pytest.mark.parametrize("manier", ["update", "bulk_update", "bulk_create", "aupdate"])
def test_a_row_with_history_refuses_to_be_changed_in_bulk(model, manier):
    queryset = model._default_manager.get_queryset()

    assert isinstance(queryset, BewaakteQuerySet)
    assert getattr(type(queryset), manier) is getattr(BewaakteQuerySet, manier)


# --- What happened is never changed ------------------------------------------------------------
TRIGGERS = """
SELECT c.relname, pg_get_triggerdef(t.oid)
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE NOT t.tgisinternal AND t.tgname = 'alleen_toevoegen' AND t.tgenabled = 'O'
  AND c.relnamespace = current_schema()::regnamespace
"""


def test_every_history_and_every_append_only_table_is_meant_to_be_guarded():
    bedoeld = set(alleen_toevoegen_tabellen())

    assert {model._meta.db_table for model in GESCHIEDENIS} <= bedoeld
    bekend = {model.history.model for model in MET_GESCHIEDENIS}
    assert bekend == {model for model in GESCHIEDENIS if hasattr(model, "history_type")}
    assert {
        naam(model) for model, reden in _zonder_geschiedenis() if reden == "alleen toevoegen"
    } == {naam(model) for model in MODELLEN if getattr(model, "alleen_toevoegen", False)}


def _zonder_geschiedenis() -> list[tuple[type[models.Model], str]]:
    return [(apps.get_model(label), reden) for label, reden in ZONDER_GESCHIEDENIS.items()]


@pytest.mark.django_db
def test_every_such_table_has_the_trigger():
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS)
        gevonden = dict(cursor.fetchall())

    assert set(gevonden) == set(alleen_toevoegen_tabellen())
    for definitie in gevonden.values():
        assert "BEFORE DELETE OR UPDATE" in definitie
        assert "FOR EACH ROW EXECUTE FUNCTION weiger_wijziging()" in definitie


@pytest.mark.django_db
@pytest.mark.parametrize(
    "model",
    [*GESCHIEDENIS, *(m for m in MODELLEN if getattr(m, "alleen_toevoegen", False))],
    ids=naam,
)
@pytest.mark.parametrize("opdracht", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_what_happened_is_never_changed(model, opdracht):
    tabel = connection.ops.quote_name(model._meta.db_table)
    sleutel = connection.ops.quote_name(model._meta.pk.column)

    with pytest.raises((InternalError, ProgrammingError), match="alleen-toevoegen"):
        schrijf_en_wijzig(model, opdracht.format(tabel, sleutel, sleutel))


def schrijf_en_wijzig(model: type[models.Model], opdracht: str) -> None:
    with transaction.atomic():  # foreign keys are asked at commit, which never comes
        model._base_manager.bulk_create([model(**ingevuld(model))])
        with connection.cursor() as cursor:
            cursor.execute(opdracht)


def ingevuld(model: type[models.Model]) -> dict[str, Any]:
    """A row that the columns and the constraints take."""
    verplicht = [
        veld
        for veld in model._meta.concrete_fields
        if not veld.null and not veld.has_default() and not isinstance(veld, models.AutoField)
    ]
    return {veld.attname: _waarde(veld) for veld in verplicht}


def _waarde(veld: Any) -> Any:
    if veld.choices:
        return veld.choices[0][0]
    soorten: list[tuple[type, Any]] = [
        (models.DateTimeField, NU),
        (models.DateField, VANDAAG),
        (models.BooleanField, False),
        (models.CharField, "x"),
        (models.TextField, "x"),
        (models.BinaryField, b"x"),
    ]
    for soort, waarde in soorten:
        if isinstance(veld, soort):
            return waarde
    return 1


def test_a_road_that_leads_nowhere_is_noticed():
    """The net itself: a misspelt road is not taken for a good one."""
    with pytest.raises((FieldDoesNotExist, AttributeError)):
        volg(Inburgeraar, "persoon__naamm")


def test_the_days_of_an_act_are_dates_and_its_moments_are_moments():
    """`_op` is a day, `_at` a moment: the name says which."""
    fout = [
        f"{naam(model)}.{veld.name}"
        for model in MODELLEN
        for veld in model._meta.concrete_fields
        if (veld.name.endswith("_op") and _python_soort(veld) is not date)
        or (veld.name.endswith("_at") and _python_soort(veld) is not datetime)
    ]
    assert fout == []


def _python_soort(veld: Any) -> type | None:
    if isinstance(veld, models.DateTimeField):
        return datetime
    return date if isinstance(veld, models.DateField) else None

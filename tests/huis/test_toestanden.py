"""Every act on every state: allowed where the literal table says so, refused everywhere else.

The table below is the one to read in review: a move that appears in or disappears from the code
makes a test fail until somebody says so here. Each act is really called, on a row in memory.
"""

from __future__ import annotations

import inspect
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django_fsm import FSMField, TransitionNotAllowed

from besluiten.models import Bekendmaking, Besluit
from inburgering.enums import BeeindigReden
from inburgering.models import Afspraak
from inburgering.statemachine import BegintNietHier, Toestandsrij
from intake.models import GrondGeenToets, Toetsmoment, ToetsUitslag
from leerroutes.enums import PlaatsingUitkomst, TrajectEinde
from medewerkers.models import Medewerker
from ontzorgen.models import EindeReden
from overdracht.models import Overdracht
from tests.factories import NU, VANDAAG
from werkplek.toestanden import als_tekst

# (act, from, to) per machine
TOEGESTAAN: dict[str, set[tuple[str, str, str]]] = {
    "inburgering.Inburgeraar": {
        ("opschorten", "actief", "opgeschort"),
        ("voltooien", "actief", "voltooid"),
        ("beeindigen", "actief", "beeindigd"),
        ("beeindigen", "opgeschort", "beeindigd"),
        ("hervatten", "opgeschort", "actief"),
        ("hervatten", "voltooid", "actief"),
        ("hervatten", "beeindigd", "actief"),
    },
    "inburgering.Schakel": {
        ("openen", "wacht", "open"),
        ("afronden", "open", "afgerond"),
        ("niet_van_toepassing_verklaren", "wacht", "niet_van_toepassing"),
        ("niet_van_toepassing_verklaren", "open", "niet_van_toepassing"),
        ("heropenen", "afgerond", "open"),
        ("heropenen", "niet_van_toepassing", "open"),
    },
    "inburgering.Termijn": {
        ("halen", "lopend", "gehaald"),
        ("laten_vervallen", "lopend", "vervallen"),
        ("herleven", "gehaald", "lopend"),
        ("herleven", "vervallen", "lopend"),
    },
    "inburgering.Taak": {
        ("afdoen", "open", "gedaan"),
        ("laten_vervallen", "open", "vervallen"),
    },
    "inburgering.Afspraak": {
        ("houden", "gepland", "gehouden"),
        ("vervangen", "gepland", "vervangen"),
        ("niet_verschijnen", "gepland", "niet_verschenen"),
        ("afzeggen", "gepland", "afgezegd"),
    },
    "besluiten.Besluit": {
        ("bekendmaken", "genomen", "bekendgemaakt"),
    },
    "besluiten.Brief": {
        ("verzenden", "gemaakt", "verzonden"),
    },
    "besluiten.Bezwaar": {
        ("beslissen", "ontvangen", "beslist"),
        ("intrekken", "ontvangen", "ingetrokken"),
    },
    "opdrachten.Opdracht": {
        ("laten_koppelen", "ontvangen", "te_koppelen"),
        ("laten_zien", "ontvangen", "voorbeeld"),
        ("mislukken", "ontvangen", "mislukt"),
        ("opnieuw_lezen", "te_koppelen", "ontvangen"),
        ("opnieuw_lezen", "voorbeeld", "ontvangen"),
        ("bevestigen", "voorbeeld", "bevestigd"),
        ("afronden", "bevestigd", "klaar"),
        ("terugdraaien", "klaar", "terugdraaien"),
        ("ongedaan_maken", "terugdraaien", "ongedaan"),
        ("laten_staan", "terugdraaien", "klaar"),
        ("weggooien", "ontvangen", "vervallen"),
        ("weggooien", "te_koppelen", "vervallen"),
        ("weggooien", "voorbeeld", "vervallen"),
        ("weggooien", "mislukt", "vervallen"),
    },
    "overdracht.Overdracht": {
        ("verwerken", "ontvangen", "verwerkt"),
        ("afronden", "verwerkt", "afgerond"),
        ("intrekken", "ontvangen", "ingetrokken"),
        ("intrekken", "verwerkt", "ingetrokken"),
        ("herleven", "ingetrokken", "ontvangen"),
    },
    "overdracht.Huisvesting": {
        ("toewijzen", "gezocht", "toegewezen"),
        ("bezichtigen", "toegewezen", "bezichtigd"),
        ("accepteren", "toegewezen", "geaccepteerd"),
        ("accepteren", "bezichtigd", "geaccepteerd"),
        ("weigeren", "toegewezen", "geweigerd"),
        ("weigeren", "bezichtigd", "geweigerd"),
        ("verhuizen", "geaccepteerd", "verhuisd"),
        ("intrekken", "toegewezen", "geweigerd"),
        ("intrekken", "bezichtigd", "geweigerd"),
        ("intrekken", "geaccepteerd", "geweigerd"),
    },
    "overdracht.Woning": {
        ("toewijzen", "vrij", "toegewezen"),
        ("vrijgeven", "toegewezen", "vrij"),
        ("bewonen", "toegewezen", "bewoond"),
        ("laten_vervallen", "vrij", "vervallen"),
    },
    "overdracht.Nareis": {
        ("aankomen", "verwacht", "aangekomen"),
        ("laten_vervallen", "verwacht", "vervallen"),
    },
    "intake.BredeIntake": {
        ("starten", "gepland", "gestart"),
        ("afronden", "gestart", "afgerond"),
        ("afronden_bij_afwezigheid", "gestart", "afgerond"),
        ("heropenen", "afgerond", "gestart"),
    },
    "intake.Leerbaarheidstoets": {
        ("plannen", "nodig", "gepland"),
        ("loslaten", "gepland", "nodig"),
        ("uitslag_vastleggen", "nodig", "afgenomen"),
        ("uitslag_vastleggen", "gepland", "afgenomen"),
        ("uitslag_vastleggen", "afgenomen", "afgenomen"),
        ("uitslag_vastleggen", "ontheven", "afgenomen"),
        ("ontheffen", "nodig", "ontheven"),
        ("ontheffen", "gepland", "ontheven"),
        ("toch_afnemen", "ontheven", "nodig"),
    },
    "intake.Toetsmoment": {
        ("afronden", "gepland", "geweest"),
        ("afzeggen", "gepland", "afgezegd"),
    },
    "intake.Diagnose": {
        ("overnemen", "ingelezen", "overgenomen"),
        ("verwerpen", "ingelezen", "verworpen"),
    },
    "intake.Oproep": {
        ("komen", "opgeroepen", "gekomen"),
        ("niet_komen", "opgeroepen", "niet_gekomen"),
        ("intrekken", "opgeroepen", "ingetrokken"),
    },
    "leerroutes.Traject": {
        ("beeindigen", "lopend", "beeindigd"),
        ("hervatten", "beeindigd", "lopend"),
    },
    "leerroutes.Klacht": {
        ("afhandelen", "ontvangen", "afgehandeld"),
    },
    "leerroutes.Inburgeringsaanbod": {
        ("aanvaarden", "gedaan", "aanvaard"),
        ("weigeren", "gedaan", "geweigerd"),
        ("antwoord_terugnemen", "aanvaard", "gedaan"),
        ("antwoord_terugnemen", "geweigerd", "gedaan"),
        ("starten", "aanvaard", "gestart"),
        ("beeindigen", "gedaan", "beeindigd"),
        ("beeindigen", "aanvaard", "beeindigd"),
        ("beeindigen", "gestart", "beeindigd"),
    },
    "leerroutes.Deelname": {
        ("beeindigen", "gestart", "beeindigd"),
        ("hervatten", "beeindigd", "gestart"),
    },
    "leerroutes.Taalschakeltraject": {
        ("behalen", "lopend", "behaald"),
        ("verlaten", "lopend", "verlaten"),
        ("hervatten", "behaald", "lopend"),
        ("hervatten", "verlaten", "lopend"),
    },
    "leerroutes.MapModule": {
        ("eindgesprek_voeren", "lopend", "afgerond"),
        ("heropenen", "afgerond", "lopend"),
    },
    "leerroutes.PvtBijeenkomst": {
        ("houden", "gepland", "gehouden"),
        ("afzeggen", "gepland", "afgezegd"),
    },
    "leerroutes.PvtDeelname": {
        ("komen", "uitgenodigd", "aanwezig"),
        ("komen", "afwezig", "aanwezig"),
        ("wegblijven", "uitgenodigd", "afwezig"),
        ("wegblijven", "aanwezig", "afwezig"),
        ("afmelden", "uitgenodigd", "afgemeld"),
        ("opnieuw_uitnodigen", "afgemeld", "uitgenodigd"),
        ("opnieuw_uitnodigen", "afwezig", "uitgenodigd"),
    },
    "leerroutes.Vacature": {
        ("vervullen", "open", "vervuld"),
        ("laten_vervallen", "open", "vervallen"),
        ("heropenen", "vervuld", "open"),
        ("heropenen", "vervallen", "open"),
    },
    "leerroutes.Plaatsing": {
        ("starten", "aangemeld", "gestart"),
        ("niet_doorgaan", "aangemeld", "niet_doorgegaan"),
        ("opnieuw_aanmelden", "niet_doorgegaan", "aangemeld"),
        ("beeindigen", "gestart", "beeindigd"),
        ("hervatten", "beeindigd", "gestart"),
    },
    "leerroutes.Voortgangsgesprek": {
        ("houden", "gepland", "gehouden"),
        ("terugzetten", "gehouden", "gepland"),
        ("laten_vervallen", "gepland", "vervallen"),
    },
    "ontzorgen.Ontzorgperiode": {
        ("activeren", "aangemeld", "actief"),
        ("beeindigen", "aangemeld", "beeindigd"),
        ("beeindigen", "actief", "beeindigd"),
        ("hervatten", "beeindigd", "aangemeld"),
    },
    "ontzorgen.Voortzetting": {("beeindigen", "lopend", "beeindigd")},
    "ontzorgen.Crediteurrekening": {
        ("bevestigen", "voorgesteld", "bevestigd"),
        ("afwijzen", "voorgesteld", "afgewezen"),
        ("vervangen", "bevestigd", "vervangen"),
    },
    "ontzorgen.VasteLast": {
        ("laten_meekijken", "wij_betalen", "kijkt_mee"),
        ("overdragen", "wij_betalen", "wij_kijken_mee"),
        ("overdragen", "kijkt_mee", "wij_kijken_mee"),
        ("afronden", "wij_kijken_mee", "zelfstandig"),
        ("terugnemen", "kijkt_mee", "wij_betalen"),
        ("terugnemen", "wij_kijken_mee", "wij_betalen"),
        ("terugnemen", "zelfstandig", "wij_betalen"),
    },
    "ontzorgen.Coachmoment": {
        ("houden", "gepland", "gehouden"),
        ("laten_vervallen", "gepland", "vervallen"),
        ("terugzetten", "gehouden", "gepland"),
        ("terugzetten", "vervallen", "gepland"),
    },
    "ontzorgen.Betaalbatch": {
        ("klaarzetten", "concept", "klaar"),
        ("akkoord_geven", "klaar", "akkoord"),
        ("terugnemen", "klaar", "concept"),
        ("terugnemen", "akkoord", "concept"),
        ("aanbieden", "akkoord", "aangeboden"),
        ("verwerken", "aangeboden", "verwerkt"),
        ("afkeuren", "aangeboden", "afgekeurd"),
        ("weggooien", "concept", "vervallen"),
    },
    "ontzorgen.Betaling": {
        ("aanbieden", "klaargezet", "aangeboden"),
        ("betalen", "aangeboden", "betaald"),
        ("weigeren", "aangeboden", "geweigerd"),
        ("terugkomen", "aangeboden", "teruggekomen"),
        ("terugkomen", "betaald", "teruggekomen"),
    },
    "pip_plans.Pip": {
        ("voorleggen", "concept", "ter_vaststelling"),
        ("terugnemen", "ter_vaststelling", "concept"),
        ("vaststellen", "concept", "vastgesteld"),
        ("vaststellen", "ter_vaststelling", "vastgesteld"),
        ("vervangen", "vastgesteld", "vervangen"),
        ("intrekken", "vastgesteld", "ingetrokken"),
    },
}

# What an act is given here, by the name of its argument.
ARGUMENTEN: dict[str, Any] = {
    "op": VANDAAG,
    "nu": NU,
    "oordelen": {"nieuw": 1},
    "uitkomsten": {"ingevoerd": 1},
    "blad": "",
    "koppeling": {"achternaam": 0},
    "reden": "omdat het zo is",
    "verslag": "",
    "ontbrak": ["taalniveau"],
    "huur_vanaf": VANDAAG,
    "sleutel_op": VANDAAG,
    "procedure_coa": "",
    "besluit_op": VANDAAG,
    "machtiging_op": VANDAAG,
    "dagtekening_initieel": VANDAAG,
    "uitslag": ToetsUitslag.HAALBAAR,
    "behaald": None,
    "benodigd": None,
    "moment": Toetsmoment(),
    "plek": 1,
    "afspraak": Afspraak(),
    "grond": GrondGeenToets.VISUEEL,
    "toelichting": "verklaring van de oogarts",
    "wijze": Bekendmaking.VERZONDEN,
    "te_laat": None,
    "uitkomst": PlaatsingUitkomst.AFGEROND,
    "einde": TrajectEinde.INGETROKKEN,
    "verwijtbaar": None,
    "uren": Decimal(3),
    "ondertekend": False,
    "afspraken": "",
    "inspanning": "",
    "ambtshalve": False,
    "machtiging_partner_op": None,
    "vanaf": VANDAAG,
    "zegel": "0" * 64,
    "akkoorden_nodig": 1,
    "code": "AC04",
}
EIGEN_REDEN = {
    "inburgering.Inburgeraar": BeeindigReden.VERHUISD,
    "ontzorgen.Ontzorgperiode": EindeReden.VERHUISD,
}

MACHINES = [model for model in apps.get_models() if issubclass(model, Toestandsrij)]


def veld(model: type[Any]) -> FSMField:
    (gevonden,) = [f for f in model._meta.concrete_fields if isinstance(f, FSMField)]
    return gevonden


def handelingen(model: type[Any]) -> list[str]:
    return sorted({overgang.name for overgang in veld(model).get_all_transitions(model)})


def toestanden(model: type[Any]) -> list[str]:
    return [str(waarde) for waarde, _label in veld(model).choices]


MATRIX = [
    pytest.param(model, act, van, id=f"{model._meta.label}-{act}-{van}")
    for model in MACHINES
    for act in handelingen(model)
    for van in toestanden(model)
]


def argumenten(model: type[Any], act: str) -> dict[str, Any]:
    bekend = ARGUMENTEN | {
        "door": Medewerker(pk=1, naam="Marieke Bos"),
        "overdracht": Overdracht(pk=1),
        "besluit": Besluit(pk=1, dagtekening=VANDAAG),
        "beslissing": Besluit(pk=2, dagtekening=VANDAAG),
        "reden": EIGEN_REDEN.get(model._meta.label, ARGUMENTEN["reden"]),
    }
    gevraagd = list(inspect.signature(getattr(model, act)).parameters)[1:]
    return {naam: bekend[naam] for naam in gevraagd}


def test_every_machine_stands_in_the_table():
    assert {model._meta.label for model in MACHINES} == set(TOEGESTAAN)


@pytest.mark.parametrize(("model", "act", "van"), MATRIX)
def test_an_act_happens_where_the_table_allows_it_and_nowhere_else(model, act, van):
    toegestaan = {naar for a, v, naar in TOEGESTAAN[model._meta.label] if (a, v) == (act, van)}
    rij = model(status=van)

    try:
        getattr(rij, act)(**argumenten(model, act))
        uitkomst = {rij.status}
    except TransitionNotAllowed:
        uitkomst = set()

    assert uitkomst == toegestaan
    assert rij.status == van or uitkomst


@pytest.mark.parametrize("model", MACHINES, ids=lambda model: model._meta.label)
def test_the_table_names_only_acts_and_states_that_exist(model):
    tabel = TOEGESTAAN[model._meta.label]

    assert {act for act, _van, _naar in tabel} == set(handelingen(model))
    assert {toestand for _act, van, naar in tabel for toestand in (van, naar)} == set(
        toestanden(model)
    ), "a state nobody can reach or leave"


@pytest.mark.parametrize("model", MACHINES, ids=lambda model: model._meta.label)
def test_every_state_can_be_reached_from_the_first(model):
    bereikt = {veld(model).get_default()}
    stappen = TOEGESTAAN[model._meta.label]
    while nieuw := {naar for _act, van, naar in stappen if van in bereikt} - bereikt:
        bereikt |= nieuw

    assert bereikt == set(toestanden(model))


# --- The holes of django-fsm stay closed -------------------------------------------------------
LATER = [
    pytest.param(model, toestand, id=f"{model._meta.label}-{toestand}")
    for model in MACHINES
    for toestand in toestanden(model)
    if toestand != veld(model).get_default()
]


@pytest.mark.parametrize(("model", "toestand"), LATER)
def test_a_row_is_never_created_in_a_later_state(model, toestand):
    with pytest.raises(BegintNietHier):
        model(status=toestand).save()


@pytest.mark.parametrize(("model", "toestand"), LATER)
def test_a_state_is_never_assigned(model, toestand):
    rij = model()

    with pytest.raises(AttributeError):
        rij.status = toestand

    assert rij.status == veld(model).get_default()


@pytest.mark.parametrize("model", MACHINES, ids=lambda model: model._meta.label)
def test_full_clean_gives_messages_and_no_crash(model):
    with pytest.raises(ValidationError) as fout:
        model().full_clean(validate_unique=False, validate_constraints=False)

    assert "status" not in fout.value.message_dict


@pytest.mark.django_db
@pytest.mark.parametrize("model", MACHINES, ids=lambda model: model._meta.label)
def test_a_failed_refresh_leaves_the_guard_on(model):
    rij = model(pk=-1)
    with pytest.raises((model.DoesNotExist, DatabaseError)):
        rij.refresh_from_db()

    with pytest.raises(AttributeError):
        rij.status = toestanden(model)[-1]

    assert rij.status == veld(model).get_default()


# --- The drawing -------------------------------------------------------------------------------
def test_the_drawing_of_the_states_is_fresh():
    getekend = (settings.BASE_DIR / "docs/toestanden.md").read_text(encoding="utf-8")

    assert getekend == als_tekst(), "voer `bin/manage toestanden` uit"

"""Every change to a dossier, and the dossier as it was known at a moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from inburgering.datums import AMSTERDAM
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar, Persoon, Verblijf
from inburgering.services.contacten import notitie_schrijven
from inburgering.services.dossiers import toewijzen
from intake.models import Diagnose, Routeadvies
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from tests.factories import NU, MedewerkerFactory, een_dossier, persoongegevens
from werkplek.queries.historie.bekend_op import BekendOp, bekend_op, einde_van
from werkplek.queries.historie.delen import NOOIT, VAN_KAMER, alle_bronnen
from werkplek.queries.historie.velden import getoonde_velden, leesbaar
from werkplek.queries.historie.wijzigingen import Wijziging, wijzigingen

pytestmark = pytest.mark.django_db

LATER = NU + timedelta(days=3)


@pytest.fixture
def dossier(gemeente: Any, consulent: Medewerker) -> Inburgeraar:
    return een_dossier(consulent=consulent, gegevens=persoongegevens(telefoon="0612345678"))


def hernoem(dossier: Inburgeraar, door: Medewerker, nu: datetime = LATER, **velden: Any) -> None:
    with handeling(door=door, nu=nu, dossiers=[dossier.pk], reden="Getypt van het paspoort"):
        persoon = Persoon.objects.get(pk=dossier.persoon_id)
        for veld, waarde in velden.items():
            setattr(persoon, veld, waarde)
        persoon.save()


def van_soort(regels: list[Wijziging], soort: str) -> list[Wijziging]:
    return [regel for regel in regels if regel.soort == soort]


def teksten(toen: BekendOp) -> dict[str, list[dict[str, str]]]:
    return {a.titel: [dict(rij.velden) for rij in a.rijen] for a in toen.afdelingen}


# --- Changes -----------------------------------------------------------------------------------
def test_a_change_says_what_it_was_what_it_became_who_when_and_why(dossier, consulent):
    hernoem(dossier, consulent, telefoon="0687654321")

    nieuwste = wijzigingen(dossier, voor=consulent).regels[0]

    assert (nieuwste.soort, nieuwste.wat, nieuwste.door) == ("Persoon", "gewijzigd", "Marieke Bos")
    assert (nieuwste.at, nieuwste.reden) == (LATER, "Getypt van het paspoort")
    assert [(v.naam, v.was, v.nu) for v in nieuwste.velden] == [
        ("Telefoon", "0612345678", "0687654321")
    ]


def test_a_choice_a_date_and_a_colleague_read_as_words(dossier, consulent):
    ander = MedewerkerFactory(rol=Rol.CONSULENT, naam="Ida Smit")

    toewijzen(dossier_id=dossier.pk, consulent=ander, door=consulent, nu=LATER)

    regels = wijzigingen(dossier, voor=consulent, deel="dossier").regels
    assert [(v.naam, v.was, v.nu) for v in regels[0].velden] == [
        ("Consulent", "Marieke Bos", "Ida Smit")
    ]
    begin = {v.naam: v.nu for v in van_soort(regels, "Dossier")[-1].velden}
    assert begin["Geopend op"] == f"{NU:%d-%m-%Y}"
    assert begin["Status"] == "Actief"
    assert begin["Wordt door de gemeente gehuisvest"] == "ja"


def test_a_bsn_says_that_it_changed_and_nothing_more(dossier, consulent):
    with handeling(door=consulent, nu=LATER, dossiers=[dossier.pk]):
        persoon = Persoon.objects.get(pk=dossier.persoon_id)
        oud = persoon.bsn
        persoon.bsn = "123456782"
        persoon.save()

    regel = wijzigingen(dossier, voor=consulent).regels[0]

    assert [(v.was, v.nu) for v in regel.velden] == [("niet getoond", "niet getoond")]
    alles = str(wijzigingen(dossier, voor=consulent))
    assert oud not in alles
    assert "123456782" not in alles


def test_what_was_removed_is_told(dossier, consulent, teamleider):
    with handeling(door=consulent, nu=NU, dossiers=[dossier.pk]):
        verblijf = Verblijf(
            persoon=dossier.persoon,
            soort="woning",
            straat="Wilgenhof",
            huisnummer="3",
            postcode="9351 BC",
            plaats="Leek",
            gemeentecode="1969",
            start_op=NU.date(),
        )
        verblijf.save()
    with handeling(door=consulent, nu=LATER, dossiers=[dossier.pk]):
        verblijf.delete()

    regel = wijzigingen(dossier, voor=consulent, deel="persoon").regels[0]

    assert (regel.soort, regel.wat) == ("Verblijf", "verwijderd")
    assert ("Straat", "Wilgenhof", "–") in [(v.naam, v.was, v.nu) for v in regel.velden]


def test_pages_follow_each_other_without_a_gap_or_a_double(dossier, consulent):
    for nummer in range(60):
        moment = NU + timedelta(hours=nummer + 1)
        hernoem(dossier, consulent, nu=moment, telefoon=f"06{nummer:08}")

    eerste = wijzigingen(dossier, voor=consulent, deel="persoon")
    tweede = wijzigingen(dossier, voor=consulent, deel="persoon", cursor=eerste.volgende)

    assert len(eerste.regels) == 50
    nummers = [r.velden[0].nu for r in (*eerste.regels, *tweede.regels)][:60]
    assert nummers == [f"06{nummer:08}" for nummer in reversed(range(60))]
    assert tweede.volgende == ""
    assert tweede.regels[0].velden[0].was == f"06{8:08}", "the line before is on this page too"


def test_a_cursor_somebody_tampered_with_is_the_first_page(dossier, consulent):
    heel = wijzigingen(dossier, voor=consulent).regels

    for cursor in ("x", "2026-01-01_a_b", "2026-01-01T00:00:00_inburgering.Persoon_1", "_" * 9):
        assert wijzigingen(dossier, voor=consulent, cursor=cursor).regels == heel


# --- Every kind of value -----------------------------------------------------------------------
DAG = "2026-03-02"
WAARDEN: dict[str, tuple[Any, ...]] = {
    "ArrayField": (["tigrinya", "arabisch"],),
    "AutoField": (1,),
    "BigAutoField": (1,),
    "BigIntegerField": (1,),
    "BinaryField": ("\\x00",),
    "BooleanField": (True, False),
    "CharField": ("een woord",),
    "DateField": (DAG,),
    "DateTimeField": (f"{DAG}T10:00:00+01:00",),
    "DecimalField": (1.5,),
    "EmailField": ("iemand@demo.example",),
    "ForeignKey": (1,),
    "IntegerField": (0, 1),
    "JSONField": ({"een": {"twee": [3, None]}}, [{"label": "A", "waarde": ""}], [["a"]], [1], "a"),
    "OneToOneField": (1,),
    "PositiveBigIntegerField": (1,),
    "PositiveIntegerField": (1,),
    "PositiveSmallIntegerField": (1,),
    "SmallIntegerField": (1,),
    "TextField": ("een\nregel",),
    "TimeField": ("10:00:00",),
    "URLField": ("https://demo.example/",),
}
VELDEN = [
    pytest.param(bron.model, veld, id=f"{bron.soort}.{veld.name}")
    for bron in alle_bronnen()
    for veld in getoonde_velden(bron.model)
]


@pytest.mark.parametrize(("model", "veld"), VELDEN)
def test_every_field_that_is_shown_can_be_read(model: type[Model], veld: Any) -> None:
    for waarde in (None, *WAARDEN[veld.get_internal_type()]):
        tekst = leesbaar(model, veld, {veld.attname: waarde}, {})
        assert tekst, "a value reads as words, or as the dash"
        assert not set(tekst) & set("{}[]"), "and never as code"


def test_an_advice_and_a_diagnosis_read_as_labels_with_values(dossier, consulent, teamleider):
    velden: dict[str, Any] = {"inburgeraar": dossier, "op": NU.date()}
    with handeling(door=consulent, nu=LATER, dossiers=[dossier.pk]):
        Diagnose(
            bron="Leerbaar",
            waarden=[{"feit": "lezen", "label": "Lezen", "waarde": 2, "tekst": "A1", "bron": "L"}],
            onbekend=[["Kleur", "blauw"]],
            ingevoerd_op=NU.date(),
            ingevoerd_door=consulent,
            **velden,
        ).save()
        Routeadvies(
            inburgeraar=dossier,
            feiten={"jong": True},
            invoer=[{"label": "Jonger dan 28", "waarde": "ja"}],
            leerroute="B",
            regel="regel",
            zekerheid="geverifieerd",
            stappen=["stap"],
            bron=["WI2021 art. 6", "WI2021 art. 7"],
            gemaakt_op=NU.date(),
            gemaakt_door=consulent,
        ).save()

    regels = wijzigingen(dossier, voor=teamleider, deel="intake").regels
    toen = teksten(bekend_op(dossier, at=LATER + timedelta(seconds=1), voor=teamleider))

    diagnose = {v.naam: v.nu for v in van_soort(regels, "Diagnose")[0].velden}
    assert (diagnose["Waarden"], diagnose["Niet herkend"]) == ("Lezen: A1", "Kleur, blauw")
    assert toen["Diagnoses"][0]["Waarden"] == "Lezen: A1"
    advies = toen["Routeadviezen"][0]
    assert advies["Feiten in woorden"] == "Jonger dan 28: ja"
    assert advies["Bronnen"] == "WI2021 art. 6, WI2021 art. 7"
    assert "Feiten" not in advies


# --- As it was known ---------------------------------------------------------------------------
def test_a_field_changed_later_shows_its_value_of_then(dossier, consulent):
    hernoem(dossier, consulent, telefoon="0687654321")

    toen = teksten(bekend_op(dossier, at=LATER - timedelta(seconds=1), voor=consulent))
    nu = teksten(bekend_op(dossier, at=LATER, voor=consulent))

    assert toen["Personen"][0]["Telefoon"] == "0612345678"
    assert nu["Personen"][0]["Telefoon"] == "0687654321"


def test_what_was_made_later_is_not_there_and_what_was_removed_later_is(dossier, consulent):
    with handeling(door=consulent, nu=NU, dossiers=[dossier.pk]):
        verblijf = Verblijf(
            persoon=dossier.persoon,
            soort="woning",
            straat="Wilgenhof",
            huisnummer="3",
            postcode="9351 BC",
            plaats="Leek",
            gemeentecode="1969",
            start_op=NU.date(),
        )
        verblijf.save()
    notitie_schrijven(dossier_id=dossier.pk, tekst="Later gehoord.", door=consulent, nu=LATER)
    with handeling(door=consulent, nu=LATER, dossiers=[dossier.pk]):
        verblijf.delete()

    toen = teksten(bekend_op(dossier, at=LATER - timedelta(days=1), voor=consulent))
    nu = teksten(bekend_op(dossier, at=LATER + timedelta(days=1), voor=consulent))

    assert toen["Verblijven"][0]["Straat"] == "Wilgenhof"
    assert "Notities" not in toen
    assert "Verblijven" not in nu
    assert nu["Notities"][0]["Notitie"] == "Later gehoord."


def test_before_the_dossier_there_was_nothing(dossier, consulent):
    assert bekend_op(dossier, at=NU - timedelta(days=1), voor=consulent).afdelingen == []


def test_a_day_is_known_to_its_end_and_a_minute_to_its_last_second():
    dag = NU.date()

    assert einde_van(dag, None) == datetime.combine(dag, datetime.max.time(), AMSTERDAM)
    assert einde_van(dag, NU.time()) == NU.replace(second=59, microsecond=999999)


# --- Who sees what -----------------------------------------------------------------------------
def test_a_part_is_for_who_may_see_that_part(dossier, consulent):
    notitie_schrijven(dossier_id=dossier.pk, tekst="Alleen het team.", door=consulent, nu=LATER)
    jurist = MedewerkerFactory(rol=Rol.JURIST)

    van_consulent = wijzigingen(dossier, voor=consulent)
    van_jurist = wijzigingen(dossier, voor=jurist)

    assert van_soort(van_consulent.regels, "Notitie")
    assert not van_soort(van_jurist.regels, "Notitie")
    assert "contact" not in {deel.sleutel for deel in van_jurist.delen}
    assert wijzigingen(dossier, voor=jurist, deel="contact").regels == []
    assert "Notities" not in teksten(bekend_op(dossier, at=LATER, voor=jurist))


def test_no_medical_note_ever(dossier, consulent):
    assert "overdracht.MedischeNotitie" not in {bron.soort for bron in alle_bronnen()}
    assert NOOIT["overdracht.MedischeNotitie"]


def test_every_history_that_leads_to_a_person_has_a_part_or_a_reason():
    from tests.huis.test_modellen import MET_GESCHIEDENIS

    genoemd = {bron.soort for bron in alle_bronnen()} | set(NOOIT)
    persoonlijk = {
        model._meta.label
        for model in MET_GESCHIEDENIS
        if getattr(model, "pad_naar_persoon", "") or model is Persoon
    }

    assert persoonlijk - genoemd == set(), "name its room in VAN_KAMER, or say why never in NOOIT"
    assert set(VAN_KAMER) == {bron.model._meta.app_label for bron in alle_bronnen()}


# --- The page ----------------------------------------------------------------------------------
def test_the_page_shows_both_meanings(
    client_als: Callable[[Medewerker], Client], dossier: Inburgeraar, consulent: Medewerker
) -> None:
    hernoem(dossier, consulent, telefoon="0687654321")
    klant, pad = client_als(consulent), reverse("historie", args=[dossier.dossiernummer])

    alles = klant.get(pad).content.decode()
    toen = klant.get(pad, {"op": f"{NU:%d-%m-%Y}"}).content.decode()

    assert "0687654321" in alles
    assert "zoals het bij ons bekend was op 2 maart 2026 om 23:59" in toen
    assert "0612345678" in toen
    assert "0687654321" not in toen


def test_a_date_that_is_none_is_said_by_the_field(
    client_als: Callable[[Medewerker], Client], dossier: Inburgeraar, consulent: Medewerker
) -> None:
    pad = reverse("historie", args=[dossier.dossiernummer])

    antwoord = client_als(consulent).get(pad, {"op": "31-02-2026"})

    assert antwoord.status_code == 200
    assert "Schrijf de datum als dd-mm-jjjj" in antwoord.content.decode()


def test_who_sees_no_dossier_sees_no_history(client_als, dossier, oov, administratie):
    pad = reverse("historie", args=[dossier.dossiernummer])

    assert client_als(oov).get(pad).status_code == 403
    assert client_als(administratie).get(pad).status_code == 403
    jurist = MedewerkerFactory(rol=Rol.JURIST)
    assert client_als(jurist).get(pad).status_code == 404, "nothing of this dossier was contested"

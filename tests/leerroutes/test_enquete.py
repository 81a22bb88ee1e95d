"""The survey: answered without a name, and shown only when nobody can be found in it."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from inburgering.datums import AMSTERDAM
from inburgering.geweigerd import Geweigerd
from leerroutes.enums import Fase
from leerroutes.models import Ervaring
from leerroutes.policies.enquete import PER_UUR, TeVeelAntwoorden
from leerroutes.queries.enquete import enquetes, uitkomst
from leerroutes.services.enquete import (
    Antwoord,
    enquete_maken,
    enquete_verlengen,
    ervaring_geven,
    ervaring_insturen,
)
from leerroutes.vragenlijst import vragenlijsten
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, AanbiederFactory, MedewerkerFactory

pytestmark = pytest.mark.django_db

TOT = VANDAAG + timedelta(days=30)
DAARNA = TOT + timedelta(days=1)


@pytest.fixture
def wie(gemeente):
    return {"door": MedewerkerFactory(rol=Rol.CONTRACTBEHEER), "nu": NU}


@pytest.fixture
def aanbieder():
    return AanbiederFactory(naam="De Lauwers")


@pytest.fixture
def maak(wie, aanbieder):
    """A survey that is open now, with these marks for the lessons."""

    def _maak(*cijfers, fase=Fase.START, opmerking="", start_op=VANDAAG, eind_op=TOT):
        enquete = enquete_maken(
            aanbieder_id=aanbieder.pk, fase=fase, start_op=start_op, eind_op=eind_op, **wie
        )
        for les in cijfers:
            antwoord = Antwoord(taal="nl", les=les, docent=5, opmerking=opmerking)
            ervaring_geven(enquete_id=enquete.pk, antwoord=antwoord, op=start_op)
        return enquete

    return _maak


def regels(aanbieder, op=DAARNA):
    gevonden = uitkomst(aanbieder.pk, op=op).regels
    return [(r.naam, r.antwoorden, [c.waarde for c in r.cijfers]) for r in gevonden]


# --- Making ------------------------------------------------------------------------------------
def test_every_survey_has_a_code_of_its_own(maak):
    eerste, tweede = maak(), maak(fase=Fase.EINDE)

    assert len(eerste.code) == len(tweede.code) == 12
    assert eerste.code != tweede.code


def test_a_second_survey_of_one_phase_waits_for_the_first(maak):
    maak()

    with pytest.raises(Geweigerd) as fout:
        maak(start_op=TOT)

    assert fout.value.reden == ("Er is al zo’n enquête van 02-03-2026 tot en met 01-04-2026.")


def test_a_survey_that_closed_stays_closed(maak, wie):
    enquete = maak()
    later = {**wie, "nu": datetime(2026, 4, 2, 9, tzinfo=AMSTERDAM)}

    with pytest.raises(Geweigerd) as fout:
        enquete_verlengen(enquete_id=enquete.pk, versie=None, eind_op=date(2026, 5, 1), **later)

    assert fout.value.reden == "Deze enquête is gesloten. Maak een nieuwe."


@pytest.mark.parametrize(("dagen", "kaart"), [(0, True), (31, False)])
def test_what_is_closed_is_not_handed_out(maak, wie, client_als, klok, dagen, kaart):
    enquete = maak()
    klok.shift(timedelta(days=dagen))

    pagina = client_als(wie["door"]).get(reverse("enquete", args=[enquete.pk])).content.decode()

    assert (reverse("enquete-kaart", args=[enquete.pk]) in pagina) == kaart
    assert ("Deze enquête is gesloten. Met de link of de kaart" in pagina) != kaart


# --- Outcome -----------------------------------------------------------------------------------
def test_four_answers_are_not_shown_and_five_are(maak, aanbieder):
    maak(4, 4, 4, 4, fase=Fase.START, opmerking="Van vier mensen")
    maak(5, 4, 3, 4, 5, fase=Fase.EINDE, opmerking="Van vijf mensen")

    gevonden = uitkomst(aanbieder.pk, op=DAARNA)

    assert regels(aanbieder) == [("Aan het einde", "5", ["4,2", "5,0", "–", "–"])]
    assert gevonden.opmerkingen == ["Van vijf mensen"] * 5
    assert gevonden.verborgen == 1
    standen = {regel.enquete.fase: regel.antwoorden for regel in enquetes(aanbieder.pk, op=DAARNA)}
    assert standen == {"start": "< 5", "einde": "5"}


def test_what_is_hidden_cannot_be_had_by_subtracting_from_the_total(maak, aanbieder):
    maak(5, 5, 5, 5, 5, fase=Fase.START)
    maak(1, 1, 1, 1, fase=Fase.HALVERWEGE)
    maak(3, 3, 3, 3, 3, fase=Fase.EINDE)

    assert regels(aanbieder) == [
        ("Na de start", "5", ["5,0", "5,0", "–", "–"]),
        ("Aan het einde", "5", ["3,0", "5,0", "–", "–"]),
        ("Samen", "10", ["4,0", "5,0", "–", "–"]),
    ]


def test_a_question_that_four_answered_is_hidden_and_not_in_the_total(maak, aanbieder):
    maak(5, 5, 5, 5, None, fase=Fase.START)
    maak(3, 3, 3, 3, 3, fase=Fase.EINDE)

    assert regels(aanbieder) == [
        ("Na de start", "5", ["< 5", "5,0", "–", "–"]),
        ("Aan het einde", "5", ["3,0", "5,0", "–", "–"]),
        ("Samen", "10", ["3,0", "5,0", "–", "–"]),
    ]


def test_nothing_is_shown_while_answers_still_come(maak, aanbieder):
    """Else one more answer would show by looking again."""
    maak(5, 5, 5, 5, 5)

    assert regels(aanbieder, op=TOT) == []


# --- Without signing in ------------------------------------------------------------------------
@pytest.fixture
def pad(maak):
    return reverse("ervaring", args=[maak().code])


@pytest.fixture
def bezoeker(client, klok):
    return client


def test_somebody_answers_and_only_the_quarter_is_kept(bezoeker, pad):
    antwoord = bezoeker.post(f"{pad}?taal=en", {"les": "4", "tempo": "2", "opmerking": "Fine."})

    rij = Ervaring.objects.values().get()
    del rij["id"], rij["enquete_id"]
    assert (antwoord.status_code, antwoord.url) == (302, f"{pad}?taal=en")
    assert rij == {
        "jaar": 2026,
        "kwartaal": 1,
        "taal": "en",
        "les": 4,
        "docent": None,
        "begeleiding": None,
        "tempo": 2,
        "opmerking": "Fine.",
    }
    assert (
        "Thank you. We have received your answers." in bezoeker.get(antwoord.url).content.decode()
    )


def test_one_browser_answers_once(bezoeker, pad):
    for _ in range(2):
        bezoeker.post(pad, {"les": "4"})

    assert Ervaring.objects.count() == 1


@pytest.mark.parametrize(
    ("velden", "tekst"),
    [
        ({}, "Geef minstens één antwoord."),
        ({"les": "6"}, "Kies een van de antwoorden."),
    ],
)
def test_what_is_no_answer_is_refused_with_the_reason(bezoeker, pad, velden, tekst):
    antwoord = bezoeker.post(pad, velden)

    assert (antwoord.status_code, tekst in antwoord.content.decode()) == (422, True)
    assert Ervaring.objects.count() == 0


def test_a_flood_of_answers_is_stopped_and_nothing_that_was_typed_is_lost(
    bezoeker, pad, klok, maak
):
    for _ in range(PER_UUR):
        bezoeker.cookies.clear()
        bezoeker.post(pad, {"les": "4"})
    bezoeker.cookies.clear()

    te_veel = bezoeker.post(pad, {"les": "4", "opmerking": "Fijne groep."})
    elders = bezoeker.post(reverse("ervaring", args=[maak(fase=Fase.EINDE).code]), {"les": "4"})

    tekst = te_veel.content.decode()
    assert (te_veel.status_code, elders.status_code) == (422, 302)
    assert [zin in tekst for zin in (vragenlijsten()["nl"].druk, "Fijne groep.")] == [True, True]
    assert Ervaring.objects.count() == PER_UUR + 1


def test_the_next_hour_takes_answers_again(maak):
    enquete = maak()
    antwoord = Antwoord(taal="nl", les=4)
    for _ in range(PER_UUR):
        ervaring_insturen(enquete_id=enquete.pk, antwoord=antwoord, nu=NU)
    with pytest.raises(TeVeelAntwoorden):
        ervaring_insturen(enquete_id=enquete.pk, antwoord=antwoord, nu=NU)

    ervaring_insturen(enquete_id=enquete.pk, antwoord=antwoord, nu=NU + timedelta(hours=1))

    assert Ervaring.objects.count() == PER_UUR + 1


def test_a_machine_is_thanked_and_nothing_is_kept(bezoeker, pad):
    antwoord = bezoeker.post(pad, {"les": "1", "adres": "https://koop.example"})

    assert (antwoord.status_code, Ervaring.objects.count()) == (302, 0)


def test_outside_its_days_the_questions_are_not_asked(bezoeker, maak):
    enquete = maak(start_op=VANDAAG + timedelta(days=1))

    antwoord = bezoeker.post(reverse("ervaring", args=[enquete.code]), {"les": "4"})

    assert "Deze vragenlijst is nu niet open." in antwoord.content.decode()
    assert Ervaring.objects.count() == 0


def test_an_unknown_code_is_not_there(bezoeker, gemeente):
    assert bezoeker.get(reverse("ervaring", args=["abc"])).status_code == 404


def test_a_language_that_nobody_checked_is_answered_in_dutch(bezoeker, pad):
    antwoord = bezoeker.get(f"{pad}?taal=xx")

    assert vragenlijsten()["nl"].titel in antwoord.content.decode()


def test_a_language_is_asked_once_somebody_checked_it(client_als, beheerder, bezoeker, pad):
    arabisch = vragenlijsten()["ar"]
    vooraf = bezoeker.get(f"{pad}?taal=ar").content.decode()
    pagina = reverse("vraagtaal-nagekeken", args=["ar"])

    antwoord = client_als(beheerder).post(
        pagina,
        {
            "nagekeken_door": "Tolk A.",
            "nagekeken_op": "1-3-2026",
            "sha256": arabisch.sha256,
        },
    )

    achteraf = bezoeker.get(f"{pad}?taal=ar").content.decode()
    assert antwoord.url == reverse("vraagtalen")
    assert [arabisch.titel in tekst for tekst in (vooraf, achteraf)] == [False, True]
    assert '<html lang="ar" dir="rtl">' in achteraf


@pytest.mark.parametrize(
    ("taal", "velden", "verwacht"),
    [
        ("ar", {"nagekeken_op": "3-3-2026"}, {"nagekeken_op": ["De datum ligt in de toekomst."]}),
        (
            "ar",
            {"sha256": "0" * 64},
            {"__all__": ["De vragen zijn intussen veranderd. Bekijk ze opnieuw."]},
        ),
        (
            "en",
            {},
            {
                "__all__": [
                    "Deze vragen zijn nagekeken geleverd. Er valt niets vast te leggen.",
                ]
            },
        ),
    ],
)
def test_a_check_is_refused_with_the_reason(client_als, beheerder, taal, velden, verwacht):
    gewoon = {
        "nagekeken_door": "Tolk A.",
        "nagekeken_op": "1-3-2026",
        "sha256": vragenlijsten()[taal].sha256,
    }

    antwoord = client_als(beheerder).post(
        reverse("vraagtaal-nagekeken", args=[taal]), gewoon | velden
    )

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors == verwacht


def test_every_language_asks_the_same():
    lijsten = vragenlijsten().values()

    assert {tuple(lijst.vragen) for lijst in lijsten} == {("les", "docent", "begeleiding", "tempo")}
    assert {len(lijst.schaal) for lijst in lijsten} == {5}

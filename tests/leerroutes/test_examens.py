"""Exams: registered and their result recorded, what is refused, and what the page says of it."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from inburgering.enums import (
    Onderdeel,
    OntheffingGrond,
    OntheffingSoort,
    TaakStatus,
    VrijstellingReden,
    VrijstellingSoort,
)
from inburgering.geweigerd import Geweigerd
from inburgering.models import Gebeurtenis, Taak
from inburgering.services.vrijstellingen import ontheffing_vastleggen, vrijstelling_vastleggen
from leerroutes.enums import ExamenUitslag, RedenGeenUitslag
from leerroutes.models import Examenresultaat
from leerroutes.queries.examens import examenpagina, onderdeelblad
from leerroutes.services.afronding import inburgeren_afronden
from leerroutes.services.examens import (
    ExamenGegevens,
    UitslagGegevens,
    examen_aanmelden,
    examen_verwijderen,
    examen_wijzigen,
    examenuitslag_vastleggen,
)
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier
from tests.leerroutes.bewijs import geef
from tests.leerroutes.op_route import op_route
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute

pytestmark = pytest.mark.django_db

TOEN = date(2026, 1, 12)
GESLAAGD = UitslagGegevens(uitslag=ExamenUitslag.GESLAAGD, uitslag_op=date(2026, 2, 20))
GEZAKT = UitslagGegevens(uitslag=ExamenUitslag.GEZAKT, uitslag_op=date(2026, 2, 20))


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=VANDAAG)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def b1(dossier, consulent):
    return op_route(dossier, door=consulent)


def meld_aan(dossier, wie, onderdeel=Onderdeel.LEZEN, uitslag=None, **velden):
    niveau = "" if onderdeel == Onderdeel.KNM else "B1"
    gegevens = {"examen_op": TOEN, "niveau": niveau} | velden
    return examen_aanmelden(
        dossier_id=dossier.pk,
        onderdeel=onderdeel,
        gegevens=ExamenGegevens(**gegevens),
        uitslag=uitslag,
        **wie,
    )


def stand(dossier, onderdeel=Onderdeel.LEZEN):
    return onderdeelblad(dossier, onderdeel, op=VANDAAG).stand.value


def geweigerd(doe):
    with pytest.raises(Geweigerd) as fout:
        doe()
    return fout.value.veld, fout.value.reden


# --- Recording ---------------------------------------------------------------------------------
def test_an_exam_that_is_still_to_come_waits_for_its_result(dossier, b1, wie):
    examen = meld_aan(dossier, wie, examen_op=date(2026, 4, 6), gratis=True)

    assert (examen.niveau, examen.uitslag, examen.gratis) == ("B1", "", True)
    blad = onderdeelblad(dossier, Onderdeel.LEZEN, op=VANDAAG)
    assert blad.stand.value == "wacht"
    assert [p.uitslag_uiterlijk for p in blad.pogingen] == [date(2026, 6, 1)]
    assert Gebeurtenis.objects.first().tekst == "Examen lezen B1: aangemeld"


def test_knm_has_no_level_and_waits_as_long(dossier, b1, wie):
    meld_aan(dossier, wie, Onderdeel.KNM)

    (poging,) = onderdeelblad(dossier, Onderdeel.KNM, op=VANDAAG).pogingen
    assert (poging.examen.niveau, poging.uitslag_uiterlijk) == ("", date(2026, 3, 9))


def test_a_pass_is_a_pass_from_the_day_of_the_exam(dossier, b1, wie):
    examen = meld_aan(dossier, wie)

    examenuitslag_vastleggen(examen_id=examen.pk, versie=1, uitslag=GESLAAGD, **wie)

    blad = onderdeelblad(dossier, Onderdeel.LEZEN, op=VANDAAG)
    assert (blad.stand.value, blad.behaald.examen.examen_op) == ("behaald", TOEN)


def test_a_result_may_come_with_the_exam_and_be_put_right(dossier, b1, wie):
    examen = meld_aan(dossier, wie, uitslag=GESLAAGD)
    assert stand(dossier) == "behaald"

    geen = UitslagGegevens(
        uitslag=ExamenUitslag.GEEN,
        uitslag_op=date(2026, 2, 20),
        reden_geen=RedenGeenUitslag.NIET_VERSCHENEN,
    )
    examenuitslag_vastleggen(examen_id=examen.pk, versie=None, uitslag=geen, **wie)

    assert stand(dossier) == "open"
    examen.refresh_from_db()
    assert (examen.uitslag, examen.reden_geen) == ("geen", "niet_verschenen")


def test_a_result_may_be_taken_back(dossier, b1, wie):
    examen = meld_aan(dossier, wie, uitslag=GESLAAGD)

    examenuitslag_vastleggen(examen_id=examen.pk, versie=1, uitslag=UitslagGegevens(), **wie)

    assert stand(dossier) == "wacht"


def test_an_exam_may_be_changed_and_keeps_its_result(dossier, b1, wie):
    examen = meld_aan(dossier, wie, uitslag=GESLAAGD)

    gewijzigd = examen_wijzigen(
        examen_id=examen.pk,
        versie=1,
        gegevens=ExamenGegevens(examen_op=date(2026, 1, 13), niveau="B2"),
        **wie,
    )

    assert (gewijzigd.examen_op, gewijzigd.niveau) == (date(2026, 1, 13), "B2")
    assert stand(dossier) == "behaald"


def test_a_pass_that_schakel_4_closed_on_is_not_taken_away(dossier, b1, wie, consulent):
    behaald = meld_aan(dossier, wie, uitslag=GESLAAGD)
    gezakt = meld_aan(dossier, wie, uitslag=GEZAKT, examen_op=date(2026, 1, 13))
    for soort in ("LU", "SC", "SP", "KNM", "pvt", "map"):
        geef(soort, dossier, consulent)
    inburgeren_afronden(dossier_id=dossier.pk, **wie)
    gegevens = ExamenGegevens(examen_op=TOEN, niveau="B2")
    bij: dict[str, Any] = {"examen_id": behaald.pk, "versie": 1} | wie

    dicht = (None, "Schakel 4 is afgerond: heropen eerst schakel 4.")
    assert geweigerd(lambda: examen_wijzigen(gegevens=gegevens, **bij)) == dicht
    assert geweigerd(lambda: examenuitslag_vastleggen(uitslag=GEZAKT, **bij)) == dicht
    assert geweigerd(lambda: examen_verwijderen(reden="fout", **bij)) == dicht

    examen_verwijderen(examen_id=gezakt.pk, versie=1, reden="was er niet", **wie)
    assert Examenresultaat.objects.filter(onderdeel="LE").get() == behaald


def test_an_exam_that_never_was_is_removed_with_a_reason(dossier, b1, wie):
    examen = meld_aan(dossier, wie)

    examen_verwijderen(examen_id=examen.pk, versie=1, reden="verkeerd dossier", **wie)

    assert not Examenresultaat.objects.exists()
    regel = Gebeurtenis.objects.first()
    assert (regel.tekst, regel.reden) == ("Examen lezen B1: verwijderd", "verkeerd dossier")


# --- What is refused ---------------------------------------------------------------------------
def test_an_exam_before_the_term_asks_to_say_so(dossier, b1, wie):
    assert geweigerd(lambda: meld_aan(dossier, wie, examen_op=date(2024, 3, 1))) == (
        "toch",
        "Dit examen ligt voor de start van de inburgeringstermijn (2 maart 2024). Het telt alleen "
        "als DUO er een vrijstelling voor geeft. Wilt u het toch vastleggen, vink dat dan aan.",
    )

    meld_aan(dossier, wie, examen_op=date(2024, 3, 1), toch=True, uitslag=GESLAAGD)

    blad = onderdeelblad(dossier, Onderdeel.LEZEN, op=VANDAAG)
    assert blad.stand.value == "open"
    assert [poging.telt_niet for poging in blad.pogingen] == [
        "Van vóór de inburgeringstermijn: telt alleen met een vrijstelling van DUO."
    ]


def test_an_exam_without_a_term_asks_to_say_so(dossier, wie):
    veld, _reden = geweigerd(lambda: meld_aan(dossier, wie))

    assert veld == "toch"


@pytest.mark.parametrize(
    ("onderdeel", "leerroute", "niveau", "reden"),
    [
        (Onderdeel.KNM, Leerroute.B, "B1", "Het examen KNM heeft geen niveau."),
        (Onderdeel.LEZEN, Leerroute.B, "", "Kies het niveau van het examen."),
        (
            Onderdeel.LEZEN,
            Leerroute.O,
            "A2",
            "Bij de onderwijsroute hoort niveau B1, geen A2.",
        ),
    ],
)
def test_a_level_that_does_not_go_with_part_or_route_is_refused(
    dossier, consulent, wie, onderdeel, leerroute, niveau, reden
):
    op_route(dossier, door=consulent, leerroute=leerroute)

    doe = geweigerd(lambda: meld_aan(dossier, wie, onderdeel, niveau=niveau))

    assert doe == ("niveau", reden)


def test_one_part_is_sat_once_a_day(dossier, b1, wie):
    meld_aan(dossier, wie)
    meld_aan(dossier, wie, Onderdeel.LUISTEREN)

    assert geweigerd(lambda: meld_aan(dossier, wie)) == (
        "examen_op",
        "Op deze dag staat al een examen voor dit onderdeel: wijzig dat.",
    )


@pytest.mark.parametrize(
    ("uitslag", "veld", "reden"),
    [
        (
            UitslagGegevens(uitslag=ExamenUitslag.GESLAAGD),
            "uitslag_op",
            "Vul in wanneer de uitslag kwam.",
        ),
        (
            UitslagGegevens(uitslag=ExamenUitslag.GESLAAGD, uitslag_op=date(2026, 3, 3)),
            "uitslag_op",
            "De datum van de uitslag ligt in de toekomst.",
        ),
        (
            UitslagGegevens(uitslag=ExamenUitslag.GESLAAGD, uitslag_op=date(2026, 1, 11)),
            "uitslag_op",
            "De uitslag ligt voor het examen (12 januari 2026).",
        ),
        (
            UitslagGegevens(uitslag=ExamenUitslag.GEEN, uitslag_op=VANDAAG),
            "reden_geen",
            "Kies waarom er geen uitslag is.",
        ),
        (
            UitslagGegevens(
                uitslag=ExamenUitslag.GEZAKT,
                uitslag_op=VANDAAG,
                reden_geen=RedenGeenUitslag.AFGEBROKEN,
            ),
            "reden_geen",
            "Een reden hoort alleen bij ‘Geen uitslag’.",
        ),
        (
            UitslagGegevens(uitslag_op=VANDAAG),
            "uitslag",
            "Kies de uitslag, of maak de velden eronder leeg.",
        ),
    ],
)
def test_a_result_that_cannot_be_is_refused_at_its_field(dossier, b1, wie, uitslag, veld, reden):
    assert geweigerd(lambda: meld_aan(dossier, wie, uitslag=uitslag)) == (veld, reden)
    assert not Examenresultaat.objects.exists()


def test_a_result_of_an_exam_that_is_still_to_come_is_refused(dossier, b1, wie):
    examen = meld_aan(dossier, wie, examen_op=date(2026, 4, 6))
    vandaag = UitslagGegevens(uitslag=ExamenUitslag.GESLAAGD, uitslag_op=VANDAAG)

    veld, _reden = geweigerd(
        lambda: examenuitslag_vastleggen(examen_id=examen.pk, versie=1, uitslag=vandaag, **wie)
    )

    assert veld == "uitslag_op"


def test_a_day_that_cannot_be_meant_is_refused(dossier, b1, wie):
    assert geweigerd(lambda: meld_aan(dossier, wie, examen_op=date(9999, 12, 31))) == (
        "examen_op",
        "Deze datum ligt meer dan een jaar vooruit.",
    )
    with pytest.raises(Geweigerd):
        meld_aan(dossier, wie, examen_op=date(1990, 1, 1), toch=True)


def test_a_removal_without_a_reason_is_refused(dossier, b1, wie):
    examen = meld_aan(dossier, wie)

    assert geweigerd(
        lambda: examen_verwijderen(examen_id=examen.pk, versie=1, reden=" ", **wie)
    ) == ("reden", "Geef een reden: die komt op de tijdlijn.")


# --- What the page says ------------------------------------------------------------------------
def test_only_the_level_of_the_route_or_higher_counts(dossier, b1, wie):
    meld_aan(dossier, wie, niveau="A2", lager=True, uitslag=GESLAAGD)
    assert stand(dossier) == "open"

    meld_aan(dossier, wie, niveau="B2", examen_op=date(2026, 1, 13), uitslag=GESLAAGD)

    blad = onderdeelblad(dossier, Onderdeel.LEZEN, op=VANDAAG)
    assert (blad.stand.value, blad.behaald.examen.niveau) == ("behaald", "B2")


def test_an_exam_below_the_plan_is_recorded_on_request_only(dossier, b1, wie):
    assert geweigerd(lambda: meld_aan(dossier, wie, niveau="A2")) == (
        "lager",
        "Het plan vraagt B1. Een examen op A2 telt pas als dit onderdeel is afgeschaald, met "
        "‘Afschalen’ op het tabblad PIP. Wilt u het toch vastleggen, vink dat dan aan.",
    )

    examen = meld_aan(dossier, wie, niveau="A2", lager=True)

    later = ExamenGegevens(examen_op=date(2026, 1, 13), niveau="A2")
    examen_wijzigen(examen_id=examen.pk, versie=1, gegevens=later, **wie)
    assert Examenresultaat.objects.get().examen_op == date(2026, 1, 13)


def test_an_exam_below_the_plan_is_asked_about_on_the_form(dossier, b1, klant):
    url = adres("leerroute-examen-aanmelden", dossier, "LE")
    velden = {"examen_op": "12-01-2026", "niveau": "A2"}

    assert klant.post(url, velden).context["form"].errors.keys() == {"lager"}
    klant.post(url, velden | {"lager": "on"})

    assert Examenresultaat.objects.get().niveau == "A2"


def test_a_part_that_was_stepped_down_asks_for_a2(dossier, consulent, wie):
    op_route(dossier, door=consulent, afgeschaald=["SC"])
    meld_aan(dossier, wie, Onderdeel.SCHRIJVEN, niveau="A2", uitslag=GESLAAGD)
    meld_aan(dossier, wie, Onderdeel.LEZEN, niveau="A2", lager=True, uitslag=GESLAAGD)

    assert [(b.onderdeel.value, b.niveau, b.stand.value) for b in bladen(dossier)] == [
        ("LE", "B1", "open"),
        ("LU", "B1", "open"),
        ("SC", "A2", "behaald"),
        ("SP", "B1", "open"),
        ("KNM", "", "open"),
    ]


def bladen(dossier):
    return examenpagina(dossier, op=VANDAAG).bladen


@pytest.mark.parametrize("leerroute", [Leerroute.O, Leerroute.Z])
def test_other_routes_ask_for_no_exam(dossier, consulent, leerroute):
    op_route(dossier, door=consulent, leerroute=leerroute, niveau="")

    assert {blad.stand.value for blad in bladen(dossier)} == {"niet_nodig"}


def test_what_duo_decided_stands_with_its_day(dossier, b1, wie):
    vrijstelling_vastleggen(
        dossier_id=dossier.pk,
        soort=VrijstellingSoort.GEDEELTELIJK,
        reden=VrijstellingReden.GED,
        onderdelen=["LU"],
        besloten_op=date(2025, 5, 6),
        start_op=date(2025, 5, 6),
        eind_op=None,
        **wie,
    )
    ontheffing_vastleggen(
        dossier_id=dossier.pk,
        soort=OntheffingSoort.GEDEELTELIJK,
        grond=OntheffingGrond.MED,
        onderdelen=["SP"],
        besloten_op=date(2025, 6, 3),
        **wie,
    )

    assert [(b.stand.value, b.besluit_op) for b in bladen(dossier)] == [
        ("open", None),
        ("vrijgesteld", date(2025, 5, 6)),
        ("open", None),
        ("ontheven", date(2025, 6, 3)),
        ("open", None),
    ]


def test_free_attempts_are_counted_per_part(dossier, b1, wie):
    meld_aan(dossier, wie, gratis=True, uitslag=GEZAKT)
    meld_aan(dossier, wie, gratis=False, examen_op=date(2026, 1, 13), uitslag=GEZAKT)

    assert [(b.gratis_over, b.gratis) for b in bladen(dossier)] == [(1, 2)] + 4 * [(2, 2)]


def test_who_pays_itself_has_no_free_attempts(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG, kennisgeving_op=VANDAAG)
    op_route(dossier, door=consulent)

    assert {blad.gratis for blad in bladen(dossier)} == {0}


def test_an_awaited_result_is_a_task_until_it_is_there(dossier, b1, wie):
    examen = meld_aan(dossier, wie, examen_op=date(2026, 4, 6))
    taken = Taak.objects.filter(soort="examen_uitslag", status=TaakStatus.OPEN)
    assert [(taak.titel, taak.pagina, taak.uiterlijk_op) for taak in taken] == [
        ("Uitslag van het examen vastleggen: lezen", "leerroute-examens", date(2026, 6, 1))
    ]

    examen_verwijderen(examen_id=examen.pk, versie=1, reden="afgezegd", **wie)

    assert not taken.all().exists()


# --- The pages ---------------------------------------------------------------------------------
def adres(naam, dossier, *rest):
    return reverse(naam, args=[dossier.dossiernummer, *rest])


def test_the_form_knows_the_level_and_what_is_free(klant, dossier, b1):
    antwoord = klant.get(adres("leerroute-examen-aanmelden", dossier, "LE"))

    form = antwoord.context["form"]
    assert (form["niveau"].value(), form["gratis"].value()) == ("B1", True)
    assert (
        "niveau"
        not in klant.get(adres("leerroute-examen-aanmelden", dossier, "KNM")).context["form"].fields
    )


def test_a_consulent_registers_and_closes_an_exam(klant, dossier, b1):
    klant.post(
        adres("leerroute-examen-aanmelden", dossier, "LE"),
        {"examen_op": "12-01-2026", "niveau": "B1", "gratis": "on"},
    )
    examen = Examenresultaat.objects.get()

    antwoord = klant.post(
        adres("leerroute-examen-uitslag", dossier, examen.pk),
        {"uitslag": "geslaagd", "uitslag_op": "20-02-2026", "versie": "1"},
        follow=True,
    )

    assert antwoord.redirect_chain == [(adres("leerroute-examens", dossier), 302)]
    assert (examen.gratis, stand(dossier)) == (True, "behaald")


def test_a_refusal_stands_by_its_field_and_nothing_is_lost(klant, dossier, b1):
    antwoord = klant.post(
        adres("leerroute-examen-aanmelden", dossier, "LE"),
        {"examen_op": "01-02-2023", "niveau": "B2"},
    )

    assert antwoord.status_code == 422
    form = antwoord.context["form"]
    assert (list(form.errors), form["niveau"].value()) == (["toch"], "B2")


def test_an_unknown_part_and_an_exam_of_another_are_not_found(klant, dossier, b1, wie, consulent):
    ander = een_dossier(consulent=consulent, kennisgeving_op=VANDAAG)
    examen = meld_aan(ander, wie, toch=True)

    assert klant.get(adres("leerroute-examen-aanmelden", dossier, "XX")).status_code == 404
    for naam in ("uitslag", "wijzigen", "verwijderen"):
        url = adres(f"leerroute-examen-{naam}", dossier, examen.pk)
        assert klant.get(url).status_code == 404


def test_the_partner_sees_nothing_of_it(client_als, dossier, b1):
    partner = MedewerkerFactory(rol=Rol.PARTNER)

    assert client_als(partner).get(adres("leerroute-examens", dossier)).status_code == 403

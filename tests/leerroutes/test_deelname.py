"""Lessons that somebody follows."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from inburgering.datums import AMSTERDAM
from inburgering.geweigerd import Geweigerd
from leerroutes.enums import AanbodStatus, DeelnameStatus, Lessoort
from leerroutes.models import Deelname
from leerroutes.policies.deelname import DeelnameGegevens
from leerroutes.queries.lessentab import lessentab
from leerroutes.services import deelname as services
from leerroutes.services.aanbod import aanbod_beeindigen
from leerroutes.services.uren import UrenGegevens, uren_vastleggen
from tests.factories import (
    NU,
    VANDAAG,
    AanbiederFactory,
    een_deelname,
    een_dossier,
    een_school,
    een_traject,
)
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Urensoort

pytestmark = pytest.mark.django_db

BEGIN = datetime(2026, 1, 12, 9, 30, tzinfo=AMSTERDAM)
GISTEREN = VANDAAG - timedelta(days=1)


@pytest.fixture
def migrant(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG, nu=BEGIN)
    een_traject(dossier, door=consulent, nu=BEGIN)
    return dossier


@pytest.fixture
def asiel(gemeente, consulent):
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False, nu=BEGIN)
    een_traject(dossier, door=consulent, nu=BEGIN)
    return dossier


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


def start(dossier, wie, **anders):
    gewoon = {
        "lessoort": Lessoort.TAAL,
        "uren_per_week": Decimal(6),
        "start_op": VANDAAG,
        "groep": "avond",
    }
    if "aanbieder" not in anders:
        anders["aanbieder"] = een_school()
    return services.deelname_starten(
        dossier_id=dossier.pk, gegevens=DeelnameGegevens(**(gewoon | anders)), **wie
    )


def les_op(deelname, op, wie):
    uren_vastleggen(
        dossier_id=deelname.inburgeraar_id,
        regels=[
            UrenGegevens(soort=Urensoort.NEDERLANDS, op=op, uren=Decimal(3), deelname=deelname)
        ],
        **wie,
    )


def test_a_migrant_follows_lessons_of_his_own_choice(migrant, wie):
    deelname = start(migrant, wie)

    assert (deelname.status, deelname.aanbod, deelname.groep) == (
        DeelnameStatus.GESTART,
        None,
        "avond",
    )


def test_who_gets_an_offer_does_not_choose(asiel, wie):
    with pytest.raises(Geweigerd, match="krijgt een aanbod"):
        start(asiel, wie)


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"start_op": VANDAAG + timedelta(days=1)}, "in de toekomst"),
        ({"lessoort": Lessoort.TAALSCHAKEL}, "alleen bij de onderwijsroute"),
        ({"uren_per_week": Decimal(61)}, "van 0,5 tot en met 60"),
    ],
)
def test_lessons_that_cannot_be_are_refused(migrant, wie, anders, reden):
    with pytest.raises(Geweigerd, match=reden):
        start(migrant, wie, **anders)


def test_the_same_lessons_twice_are_refused(migrant, wie):
    school = een_school()
    start(migrant, wie, aanbieder=school)

    with pytest.raises(Geweigerd, match="volgt deze les al"):
        start(migrant, wie, aanbieder=school)


def test_a_school_without_a_mark_is_allowed_and_named(migrant, wie):
    start(migrant, wie, aanbieder=AanbiederFactory(naam="Thuisles"))

    regel = lessentab(migrant, op=VANDAAG).deelnames[0]
    assert list(regel.let_op) == ["Thuisles heeft geen geldig keurmerk: deze uren tellen niet mee."]


def test_lessons_change_and_the_offer_moves_along(asiel, consulent, wie):
    deelname = een_deelname(asiel, door=consulent, nu=BEGIN)
    anders = {"groep": "B", "uren_per_week": Decimal("7.5")}

    services.deelname_wijzigen(
        deelname_id=deelname.pk, versie=None, start_op=GISTEREN, **anders, **wie
    )

    deelname.refresh_from_db()
    assert (deelname.groep, deelname.uren_per_week, deelname.start_op) == (
        "B",
        Decimal("7.5"),
        GISTEREN,
    )
    assert deelname.aanbod.gestart_op == GISTEREN


@pytest.mark.parametrize(
    ("start_op", "reden"),
    [
        (VANDAAG + timedelta(days=1), "in de toekomst"),
        (BEGIN.date() - timedelta(days=1), "Het aanbod is van 12-01-2026"),
        (VANDAAG, "al uren vastgelegd op 01-03-2026"),
    ],
)
def test_the_first_lesson_cannot_be_any_day(asiel, consulent, wie, start_op, reden):
    deelname = een_deelname(asiel, door=consulent, nu=BEGIN)
    les_op(deelname, GISTEREN, wie)

    with pytest.raises(Geweigerd, match=reden):
        services.deelname_wijzigen(
            deelname_id=deelname.pk,
            versie=None,
            groep="",
            uren_per_week=Decimal(6),
            start_op=start_op,
            **wie,
        )


def test_lessons_end_and_go_on(asiel, consulent, wie):
    deelname = een_deelname(asiel, door=consulent, nu=BEGIN)
    welke = {"deelname_id": deelname.pk, "versie": None, **wie}

    services.deelname_beeindigen(**welke, op=VANDAAG, reden="Ziek")
    deelname.refresh_from_db()
    assert (deelname.status, deelname.eind_op, deelname.aanbod.status) == (
        DeelnameStatus.BEEINDIGD,
        VANDAAG,
        AanbodStatus.GESTART,
    )

    services.deelname_hervatten(**welke, reden="Beter")
    deelname.refresh_from_db()
    assert (deelname.status, deelname.eind_op) == (DeelnameStatus.GESTART, None)


def test_lessons_do_not_end_before_the_last_hours(migrant, wie):
    deelname = start(migrant, wie)
    les_op(deelname, VANDAAG, wie)
    welke = {"deelname_id": deelname.pk, "versie": None, **wie}

    with pytest.raises(Geweigerd, match="De eerste les was op 02-03-2026"):
        services.deelname_beeindigen(**welke, op=GISTEREN, reden="Ziek")
    with pytest.raises(Geweigerd, match="in de toekomst"):
        services.deelname_beeindigen(**welke, op=VANDAAG + timedelta(days=1), reden="Ziek")
    with pytest.raises(Geweigerd, match="Geef een reden"):
        services.deelname_beeindigen(**welke, op=VANDAAG, reden="")


def test_lessons_of_an_offer_that_ended_do_not_go_on(asiel, consulent, wie):
    deelname = een_deelname(asiel, door=consulent, nu=BEGIN)
    aanbod_beeindigen(
        aanbod_id=deelname.aanbod_id, versie=None, op=VANDAAG, reden="School sluit", **wie
    )

    with pytest.raises(Geweigerd, match="doe een nieuw aanbod"):
        services.deelname_hervatten(deelname_id=deelname.pk, versie=None, reden="Toch door", **wie)


# --- The pages -----------------------------------------------------------------------------------
def adres(naam, dossier, *rest):
    return reverse(naam, args=[dossier.dossiernummer, *rest])


def test_the_page_records_lessons(klant, migrant):
    school = een_school(naam="Alfa-college")

    antwoord = klant.post(
        adres("leerroute-deelname-starten", migrant),
        {
            "aanbieder": school.pk,
            "lessoort": "taal",
            "uren_per_week": "6",
            "start_op": "02-03-2026",
            "groep": "avond",
        },
        follow=True,
    )

    assert Deelname.objects.get().start_op == VANDAAG
    assert "Taal en KNM, groep avond" in antwoord.text
    assert "deze persoon" in antwoord.text


def test_the_page_says_why_not(klant, migrant):
    antwoord = klant.post(
        adres("leerroute-deelname-starten", migrant),
        {"aanbieder": een_school().pk, "lessoort": "taal", "uren_per_week": "veel"},
    )

    assert antwoord.status_code == 422
    assert "Schrijf de uren als een getal" in antwoord.text
    assert 'value="veel"' in antwoord.text


@pytest.mark.parametrize("deel", ["wijzigen", "beeindigen", "hervatten"])
def test_lessons_of_somebody_else_are_not_found(klant, migrant, asiel, consulent, deel):
    deelname = een_deelname(asiel, door=consulent, nu=BEGIN)

    assert klant.get(adres(f"leerroute-deelname-{deel}", migrant, deelname.pk)).status_code == 404

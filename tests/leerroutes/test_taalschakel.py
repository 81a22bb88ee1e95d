"""The taalschakeltraject: started at a recognised school, its parts, its diploma, or left."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from inburgering.geweigerd import Geweigerd
from leerroutes.enums import AanbiederSoort, Lessoort, TaalschakelDeel
from leerroutes.models import Deelname, Taalschakeltraject
from leerroutes.queries.examens import examenpagina
from leerroutes.queries.taalschakel import taalschakelpagina
from leerroutes.services.afronding import inburgeren_afronden
from leerroutes.services.taalschakel import (
    TaalschakelGegevens,
    taalschakel_behalen,
    taalschakel_hervatten,
    taalschakel_starten,
    taalschakel_verlaten,
    taalschakel_wijzigen,
    taalschakeldelen_vastleggen,
)
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, RijFactory, een_dossier
from tests.leerroutes.bewijs import geef
from tests.leerroutes.op_route import AanbiederFactory, KeurmerkFactory, op_route
from wet.leerroutes import Leerroute, Niveau

pytestmark = pytest.mark.django_db

BEGIN = date(2024, 9, 2)


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, kennisgeving_op=VANDAAG)


@pytest.fixture
def traject(dossier, consulent):
    return op_route(dossier, door=consulent, leerroute=Leerroute.O)


@pytest.fixture
def school(db):
    return KeurmerkFactory().aanbieder


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


def start(dossier, wie, school, **velden):
    gegevens = TaalschakelGegevens(**{"aanbieder": school, "start_op": BEGIN} | velden)
    return taalschakel_starten(dossier_id=dossier.pk, gegevens=gegevens, **wie)


def geweigerd(doe):
    with pytest.raises(Geweigerd) as fout:
        doe()
    return fout.value.veld, fout.value.reden


def test_it_starts_with_all_its_parts(dossier, traject, wie, school):
    schakel = start(dossier, wie, school, verwacht_eind_op=date(2026, 2, 27))

    assert (schakel.status, schakel.traject, schakel.niveau) == ("lopend", traject, "B1")
    delen = schakel.onderdelen.values_list("soort", "behaald_op")
    assert list(delen) == [(deel, None) for deel in TaalschakelDeel.values]


def test_school_and_first_day_are_those_of_the_lessons_that_run(dossier, traject, wie, school):
    class DeelnameFactory(RijFactory):
        class Meta:
            model = Deelname

    DeelnameFactory(
        inburgeraar=dossier,
        traject=traject,
        aanbieder=school,
        lessoort=Lessoort.TAALSCHAKEL,
        uren_per_week=Decimal(24),
        start_op=date(2024, 9, 9),
    )

    schakel = start(dossier, wie, None, start_op=None)

    assert (schakel.aanbieder, schakel.start_op) == (school, date(2024, 9, 9))


def test_only_the_onderwijsroute_has_one(dossier, consulent, wie, school):
    op_route(dossier, door=consulent, leerroute=Leerroute.B)

    assert geweigerd(lambda: start(dossier, wie, school)) == (
        None,
        "Een taalschakeltraject hoort bij de onderwijsroute.",
    )


def test_one_at_a_time(dossier, traject, wie, school):
    start(dossier, wie, school)

    assert geweigerd(lambda: start(dossier, wie, school)) == (
        None,
        "Er loopt al een taalschakeltraject.",
    )


def test_a_school_without_a_valid_mark_on_the_first_day_is_refused(dossier, traject, wie):
    verlopen = KeurmerkFactory(eind_op=date(2024, 8, 31)).aanbieder

    assert geweigerd(lambda: start(dossier, wie, verlopen)) == (
        "aanbieder",
        f"{verlopen} heeft op 2 september 2024 geen geldige diploma-erkenning (Wi 8.2). "
        "Controleer de keurmerken van deze school.",
    )


def test_a_school_that_does_not_give_it_is_refused(dossier, traject, wie):
    taal = AanbiederFactory(soorten=[AanbiederSoort.TAAL])

    assert geweigerd(lambda: start(dossier, wie, taal)) == (
        "aanbieder",
        f"{taal} geeft geen taalschakeltraject.",
    )


@pytest.mark.parametrize(
    ("dagen", "veld", "reden"),
    [
        (
            {"start_op": date(2024, 2, 28)},
            "start_op",
            "De start ligt voor de leerroute: die begon op 1 maart 2024.",
        ),
        ({"start_op": date(2026, 3, 3)}, "start_op", "De start ligt in de toekomst."),
        (
            {"verwacht_eind_op": date(2024, 9, 1)},
            "verwacht_eind_op",
            "Het verwachte einde ligt voor de start.",
        ),
    ],
)
def test_days_that_cannot_be_are_refused(dossier, traject, wie, school, dagen, veld, reden):
    assert geweigerd(lambda: start(dossier, wie, school, **dagen)) == (veld, reden)


def test_a_school_and_a_level_may_be_put_right(dossier, traject, wie, school):
    schakel = start(dossier, wie, school)
    ander = KeurmerkFactory().aanbieder

    gegevens = TaalschakelGegevens(aanbieder=ander, start_op=date(2024, 9, 3), niveau=Niveau.B2)
    taalschakel_wijzigen(taalschakel_id=schakel.pk, versie=1, gegevens=gegevens, **wie)

    schakel.refresh_from_db()
    assert (schakel.aanbieder, schakel.start_op, schakel.niveau) == (
        ander,
        date(2024, 9, 3),
        "B2",
    )


def test_parts_are_passed_one_by_one(dossier, traject, wie, school):
    schakel = start(dossier, wie, school)

    taalschakeldelen_vastleggen(
        taalschakel_id=schakel.pk,
        behaald={TaalschakelDeel.REKENEN: date(2025, 6, 3), TaalschakelDeel.ENGELS: None},
        **wie,
    )

    behaald = schakel.onderdelen.exclude(behaald_op=None).values_list("soort", "behaald_op")
    assert list(behaald) == [("rekenen", date(2025, 6, 3))]


def test_a_part_before_the_start_is_refused_at_its_field(dossier, traject, wie, school):
    schakel = start(dossier, wie, school)

    assert geweigerd(
        lambda: taalschakeldelen_vastleggen(
            taalschakel_id=schakel.pk, behaald={TaalschakelDeel.ENGELS: date(2024, 9, 1)}, **wie
        )
    ) == ("engels", "De datum ligt voor de start (2 september 2024).")


def test_with_the_diploma_no_exam_is_asked(dossier, traject, wie, school):
    schakel = start(dossier, wie, school)

    taalschakel_behalen(taalschakel_id=schakel.pk, versie=1, op=date(2026, 2, 20), **wie)

    pagina = examenpagina(dossier, op=VANDAAG)
    assert pagina.taalschakel.status == "behaald"
    assert {blad.stand.value for blad in pagina.bladen} == {"niet_nodig"}


def test_left_without_it_the_exams_are_the_other_way(dossier, traject, wie, school):
    schakel = start(dossier, wie, school)

    taalschakel_verlaten(
        taalschakel_id=schakel.pk, versie=1, op=date(2025, 12, 1), reden="te zwaar", **wie
    )

    bladen = examenpagina(dossier, op=VANDAAG).bladen
    assert [(blad.niveau, blad.stand.value) for blad in bladen] == [
        ("B1", "open"),
        ("B1", "open"),
        ("B1", "open"),
        ("B1", "open"),
        ("", "open"),
    ]


def test_it_is_not_left_without_a_reason(dossier, traject, wie, school):
    schakel = start(dossier, wie, school)

    assert geweigerd(
        lambda: taalschakel_verlaten(
            taalschakel_id=schakel.pk, versie=1, op=VANDAAG, reden="", **wie
        )
    ) == ("reden", "Geef een reden: die komt op de tijdlijn.")


def test_it_may_go_on_after_all(dossier, traject, wie, school):
    schakel = start(dossier, wie, school)
    taalschakel_verlaten(taalschakel_id=schakel.pk, versie=1, op=VANDAAG, reden="ziek", **wie)

    taalschakel_hervatten(taalschakel_id=schakel.pk, versie=2, reden="weer beter", **wie)

    schakel.refresh_from_db()
    assert (schakel.status, schakel.eind_op, schakel.reden) == ("lopend", None, "")


def test_an_earlier_one_does_not_go_on_beside_a_later(dossier, traject, wie, school):
    eerste = start(dossier, wie, school)
    taalschakel_verlaten(
        taalschakel_id=eerste.pk, versie=1, op=date(2025, 1, 6), reden="ziek", **wie
    )
    start(dossier, wie, school, start_op=date(2025, 9, 1))

    assert geweigerd(
        lambda: taalschakel_hervatten(taalschakel_id=eerste.pk, versie=2, reden="fout", **wie)
    ) == (None, "Er is een later taalschakeltraject.")


def test_a_diploma_that_schakel_4_closed_on_is_not_taken_away(
    dossier, traject, wie, school, consulent
):
    schakel = start(dossier, wie, school)
    taalschakel_behalen(taalschakel_id=schakel.pk, versie=1, op=VANDAAG, **wie)
    geef("pvt", dossier, consulent)
    inburgeren_afronden(dossier_id=dossier.pk, **wie)

    assert geweigerd(
        lambda: taalschakel_hervatten(taalschakel_id=schakel.pk, versie=2, reden="fout", **wie)
    ) == (None, "Schakel 4 is afgerond: heropen eerst schakel 4.")


# --- The pages ---------------------------------------------------------------------------------
def adres(naam, dossier, *rest):
    return reverse(naam, args=[dossier.dossiernummer, *rest])


def test_a_consulent_starts_one(klant, dossier, traject, school):
    antwoord = klant.post(
        adres("leerroute-taalschakel-starten", dossier),
        {"aanbieder": school.pk, "start_op": "02-09-2024", "niveau": "B2"},
        follow=True,
    )

    assert antwoord.redirect_chain == [(adres("leerroute-taalschakel", dossier), 302)]
    assert antwoord.context["pagina"].schakel.niveau == "B2"


def test_the_parts_form_holds_what_is_known(klant, dossier, traject, wie, school):
    schakel = start(dossier, wie, school)
    url = adres("leerroute-taalschakel-delen", dossier, schakel.pk)

    klant.post(url, {"rekenen": "03-06-2025"})

    form = klant.get(url).context["form"]
    assert {naam: form[naam].value() for naam in ("rekenen", "engels")} == {
        "rekenen": date(2025, 6, 3),
        "engels": None,
    }


def test_why_it_cannot_be_started_stands_on_the_page(klant, dossier, consulent):
    op_route(dossier, door=consulent, leerroute=Leerroute.Z, niveau="")

    pagina = klant.get(adres("leerroute-taalschakel", dossier)).context["pagina"]

    assert pagina.geen_starten == "Een taalschakeltraject hoort bij de onderwijsroute."
    assert taalschakelpagina(dossier).schakel is None


def test_that_of_another_is_not_found(klant, dossier, traject, wie, school, consulent):
    ander = een_dossier(consulent=consulent, kennisgeving_op=VANDAAG)
    op_route(ander, door=consulent, leerroute=Leerroute.O)
    schakel = start(ander, wie, school)

    for naam in ("wijzigen", "delen", "behalen", "verlaten", "hervatten"):
        url = adres(f"leerroute-taalschakel-{naam}", dossier, schakel.pk)
        assert klant.get(url).status_code == 404
    assert Taalschakeltraject.objects.get().status == "lopend"


def test_the_partner_sees_nothing_of_it(client_als, dossier):
    partner = MedewerkerFactory(rol=Rol.PARTNER)

    assert client_als(partner).get(adres("leerroute-taalschakel", dossier)).status_code == 403

"""The figures of a provider, counted by hand on a small set; fewer than five people are hidden."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from inburgering.enums import Onderdeel
from leerroutes.enums import Aanwezigheid, ExamenUitslag, Lessoort
from leerroutes.models import Deelname, Examenresultaat, Inburgeringsaanbod, Urenregel
from leerroutes.queries.aanbieders import aanbiederlijst
from leerroutes.queries.rendement import rendement
from leerroutes.services.traject import traject_starten
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG, AanbiederFactory, een_dossier
from wet.leerroutes import Leerroute, Urensoort

pytestmark = pytest.mark.django_db

EERSTE_LES = date(2025, 6, 2)


@pytest.fixture
def school():
    return AanbiederFactory()


@pytest.fixture
def in_les(gemeente, consulent, school):
    """Somebody with an accepted offer of so many days before the first lesson, and that lesson."""

    def _in_les(wachtdagen, *, gestopt_op=None, verwacht_eind_op=date(2026, 1, 31)):
        dossier = een_dossier(
            consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=date(2025, 1, 1)
        )
        traject = traject_starten(
            dossier_id=dossier.pk,
            leerroute=Leerroute.B,
            niveau="B1",
            leerroute_uren=600,
            pvt_uren=12,
            map_uren=40,
            voortgangsgesprekken=6,
            door=consulent,
            nu=NU,
        )
        wat = {"aanbieder": school, "traject": traject, "lessoort": Lessoort.TAAL}
        aanbod = Inburgeringsaanbod(
            inburgeraar=dossier,
            gedaan_op=EERSTE_LES - timedelta(days=wachtdagen),
            verwacht_eind_op=verwacht_eind_op,
            uren_per_week=12,
            **wat,
        )
        aanbod.save()
        aanbod.aanvaarden(op=aanbod.gedaan_op)
        aanbod.starten(op=EERSTE_LES)
        aanbod.save()
        deelname = Deelname(
            inburgeraar=dossier, aanbod=aanbod, start_op=EERSTE_LES, uren_per_week=12, **wat
        )
        deelname.save()
        if gestopt_op is not None:
            deelname.beeindigen(op=gestopt_op, reden="verhuisd")
            deelname.save()
        return deelname

    with spoor(door=consulent, nu=NU):
        yield _in_les


def les(deelname, uren, aanwezigheid=Aanwezigheid.AANWEZIG):
    Urenregel(
        inburgeraar=deelname.inburgeraar,
        traject=deelname.traject,
        deelname=deelname,
        soort=Urensoort.NEDERLANDS,
        op=EERSTE_LES,
        uren=Decimal(uren),
        aanwezigheid=aanwezigheid,
    ).save()


def examen(deelname, uitslag, *, op=date(2026, 1, 12), onderdeel=Onderdeel.LEZEN):
    Examenresultaat(
        inburgeraar=deelname.inburgeraar,
        onderdeel=onderdeel,
        niveau="" if onderdeel == Onderdeel.KNM else "B1",
        examen_op=op,
        uitslag=uitslag,
        uitslag_op=op,
    ).save()


def cijfers(school, **velden):
    gevonden = rendement(school.pk, **({"afgesproken_weken": 6} | velden))
    waarden = {cijfer.naam: cijfer.waarde for cijfer in gevonden.cijfers}
    return waarden, {cijfer.naam: cijfer.waarde for cijfer in gevonden.examens}


def test_without_anybody_there_is_nothing_to_show(school):
    waarden, examens = cijfers(school)

    assert set(waarden.values()) | set(examens.values()) == {"–"}


def test_four_people_are_hidden_everywhere(school, in_les):
    for wachtdagen in (28, 35, 42, 49):
        deelname = in_les(wachtdagen, gestopt_op=date(2025, 12, 1))
        les(deelname, 3)
        examen(deelname, ExamenUitslag.GESLAAGD)

    waarden, examens = cijfers(school)

    assert set(waarden.values()) == {"< 5"}
    assert examens["Lezen"] == "< 5"


def test_five_people_are_counted(school, in_les):
    """Waits of 28, 35, 42, 49 and 91 days: the middle one is six weeks. 2 of 5 stopped early.

    Present 4 × 3 of 15 hours: 80 %. 3 of 5 passed reading: 60 %; one of them at the second try.
    """
    vroeg, laat = date(2025, 12, 1), date(2026, 1, 31)
    mensen = [
        in_les(wachtdagen, gestopt_op=gestopt_op)
        for wachtdagen, gestopt_op in ((28, vroeg), (35, vroeg), (42, laat), (49, laat), (91, laat))
    ]
    for deelname in mensen[:4]:
        les(deelname, 3)
    les(mensen[4], 3, Aanwezigheid.ONGEOORLOOFD)
    for deelname in mensen[:2]:
        examen(deelname, ExamenUitslag.GESLAAGD)
    for deelname in mensen[2:]:
        examen(deelname, ExamenUitslag.GEZAKT)
    examen(mensen[2], ExamenUitslag.GESLAAGD, op=date(2026, 2, 9))
    examen(mensen[0], ExamenUitslag.GESLAAGD, onderdeel=Onderdeel.KNM)

    waarden, examens = cijfers(school)

    assert waarden == {
        "Mensen met les": "5",
        "Voortijdig gestopt": "40 %",
        "Van aanbod tot start": "6,0 weken",
        "Aanwezig": "80 %",
    }
    assert examens == {
        "Lezen": "60 %",
        "Luisteren": "–",
        "Schrijven": "–",
        "Spreken": "–",
        "Kennis van de Nederlandse maatschappij": "< 5",
    }


def test_an_exam_before_the_first_lesson_is_not_of_this_school(school, in_les):
    for _ in range(5):
        examen(in_les(28), ExamenUitslag.GESLAAGD, op=EERSTE_LES - timedelta(days=1))

    assert cijfers(school)[1]["Lezen"] == "–"


def test_another_school_does_not_count(school, in_les):
    for _ in range(5):
        in_les(28)

    assert set(cijfers(AanbiederFactory())[0].values()) == {"–"}


def test_the_promise_of_the_contract_stands_beside_the_wait(school):
    def definitie(weken):
        return rendement(school.pk, afgesproken_weken=weken).cijfers[2].definitie

    wachten = "De middelste van alle wachttijden, van de dag van het aanbod tot de eerste les."

    assert [definitie(weken) for weken in (None, 1, 6)] == [
        wachten,
        f"{wachten} Afgesproken in het contract: 1 week.",
        f"{wachten} Afgesproken in het contract: 6 weken.",
    ]


def test_the_list_says_how_many_have_lessons_now(school, in_les):
    in_les(28)
    in_les(28, gestopt_op=date(2025, 12, 1))

    [regel] = aanbiederlijst(op=VANDAAG)

    assert (regel.bezet, regel.capaciteit, regel.let_op) == (1, None, True)


def test_the_list_costs_the_same_for_one_and_for_three(school, django_assert_num_queries):
    for aantal in (1, 3):
        with django_assert_num_queries(3):
            aanbiederlijst(op=VANDAAG)
        for _ in range(3 - aantal):
            AanbiederFactory()

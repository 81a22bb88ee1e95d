"""The months for the offer, and the statement of the college when it came too late."""

from datetime import date, datetime, timedelta
from functools import partial

import pytest
from django.urls import reverse

from besluiten.models import Brief, BriefSoort
from inburgering.datums import AMSTERDAM
from inburgering.enums import TermijnSoort, TermijnStatus
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Taak, Termijn
from inburgering.services import dossiers
from inburgering.services.documenten import lees
from inburgering.services.termijnen import signaleren, termijn_vastleggen
from leerroutes.enums import AanbiederSoort, AanbodStatus, KeurmerkSoort, Lessoort
from leerroutes.queries.aanbod import lopend_traject
from leerroutes.queries.verklaring import verklaring_voor
from leerroutes.services.aanbod import aanbod_wijzigen
from leerroutes.services.aanbodbrief import verklaring_maken
from leerroutes.services.aanbodtermijn import aanbodtermijnen_bijwerken
from leerroutes.services.deelname import deelname_wijzigen
from leerroutes.services.taalschakel import TaalschakelGegevens, taalschakel_starten
from leerroutes.services.traject import EerdereUren, traject_overnemen
from tests.factories import (
    KeurmerkFactory,
    een_aanbod,
    een_dossier,
    een_school,
    een_traject,
)
from tests.pdf import tekst_van
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute
from wet.termijnen import inburgeringstermijn

pytestmark = pytest.mark.django_db

PIP = datetime(2022, 3, 15, 9, 30, tzinfo=AMSTERDAM)


def dag(tekst):
    return datetime.combine(date.fromisoformat(tekst), PIP.timetz(), AMSTERDAM)


@pytest.fixture
def dossier(gemeente, consulent):
    """With the three years, as the plan of 15 March 2022 starts them."""
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False, nu=PIP)
    with handeling(door=consulent, nu=PIP, dossiers=[dossier.pk]) as act:
        termijn_vastleggen(
            act,
            dossier_id=dossier.pk,
            soort=TermijnSoort.INBURGERING,
            vraag=partial(inburgeringstermijn, dagtekening=PIP.date()),
        )
    return dossier


def termijnen(dossier):
    rijen = Termijn.objects.filter(
        inburgeraar=dossier, soort__in=[TermijnSoort.AANBOD, TermijnSoort.AANBOD_START]
    )
    return [
        (rij.soort, rij.start_op, rij.eind_op, rij.status, rij.gehaald_op)
        for rij in rijen.order_by("pk")
    ]


def taalschakelschool():
    school = een_school(soorten=[AanbiederSoort.TAALSCHAKEL.value])
    KeurmerkFactory(aanbieder=school, soort=KeurmerkSoort.DIPLOMA_ERKENNING)
    return school


def test_a_plan_starts_the_three_months(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)

    assert termijnen(dossier) == [
        ("aanbod", date(2022, 3, 16), date(2022, 6, 15), TermijnStatus.LOPEND, None)
    ]


def test_the_onderwijsroute_has_six_months_to_start_as_well(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP, leerroute=Leerroute.O)

    assert [rij[:3] for rij in termijnen(dossier)] == [
        ("aanbod", date(2022, 3, 16), date(2022, 6, 15)),
        ("aanbod_start", date(2022, 3, 16), date(2022, 9, 15)),
    ]


def test_who_gets_no_offer_has_no_term(gemeente, consulent):
    overig = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG, nu=PIP)

    een_traject(overig, door=consulent, nu=PIP)

    assert termijnen(overig) == []


def test_an_offer_meets_the_term_on_its_own_day(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)

    een_aanbod(dossier, door=consulent, nu=dag("2022-05-02"))

    assert [rij[3:] for rij in termijnen(dossier)] == [(TermijnStatus.GEHAALD, date(2022, 5, 2))]


def test_a_day_that_was_typed_too_early_does_not_meet_the_term_for_good(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)
    aanbod = een_aanbod(dossier, door=consulent, nu=dag("2022-09-15"), gedaan_op=date(2022, 5, 2))

    aanbod_wijzigen(
        aanbod_id=aanbod.pk,
        versie=None,
        gedaan_op=date(2022, 9, 12),
        uren_per_week=aanbod.uren_per_week,
        reden="Verkeerde maand getypt",
        door=consulent,
        nu=dag("2022-09-16"),
    )

    assert [rij[3:] for rij in termijnen(dossier)] == [(TermijnStatus.GEHAALD, date(2022, 9, 12))]
    assert stand(dossier, "2022-09-16").te_laat_sinds == date(2022, 9, 12)


def test_twice_is_once(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)
    een_aanbod(dossier, door=consulent, nu=dag("2022-05-02"))
    vooraf = termijnen(dossier)

    with handeling(door=consulent, nu=dag("2022-05-03"), dossiers=[dossier.pk]) as act:
        aanbodtermijnen_bijwerken(act, dossier.pk)

    assert termijnen(dossier) == vooraf


def test_the_start_of_the_taalschakeltraject_meets_the_six_months(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP, leerroute=Leerroute.O)
    aanbod = een_aanbod(
        dossier,
        door=consulent,
        nu=dag("2022-05-02"),
        school=taalschakelschool(),
        lessoort=Lessoort.TAALSCHAKEL,
        status=AanbodStatus.GESTART,
    )
    assert [rij[4] for rij in termijnen(dossier)] == [date(2022, 5, 2), date(2022, 5, 2)]

    lessen = aanbod.deelname
    deelname_wijzigen(
        deelname_id=lessen.pk,
        versie=None,
        groep="",
        uren_per_week=lessen.uren_per_week,
        start_op=date(2022, 5, 9),
        door=consulent,
        nu=dag("2022-06-01"),
    )

    assert [rij[4] for rij in termijnen(dossier)] == [date(2022, 5, 2), date(2022, 5, 9)]


def test_the_programme_itself_meets_the_six_months_without_lessons_here(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP, leerroute=Leerroute.O)

    taalschakel_starten(
        dossier_id=dossier.pk,
        gegevens=TaalschakelGegevens(aanbieder=taalschakelschool(), start_op=date(2022, 5, 2)),
        door=consulent,
        nu=dag("2022-06-01"),
    )

    assert [rij[4] for rij in termijnen(dossier)] == [None, date(2022, 5, 2)]


def test_another_route_has_months_of_its_own_and_goes_on_with_what_runs(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)
    een_traject(dossier, door=consulent, nu=dag("2022-04-04"), leerroute=Leerroute.Z, niveau="")
    een_aanbod(dossier, door=consulent, nu=dag("2022-05-02"))

    een_traject(dossier, door=consulent, nu=dag("2022-07-04"))

    assert termijnen(dossier) == [
        ("aanbod", date(2022, 3, 16), date(2022, 6, 15), TermijnStatus.VERVALLEN, None),
        ("aanbod", date(2022, 4, 5), date(2022, 7, 4), TermijnStatus.GEHAALD, date(2022, 5, 2)),
        ("aanbod", date(2022, 7, 5), date(2022, 10, 4), TermijnStatus.GEHAALD, date(2022, 7, 4)),
    ]


def neem_over(dossier, consulent, *, nu):
    return traject_overnemen(
        dossier_id=dossier.pk,
        leerroute=Leerroute.B,
        start_op=PIP.date(),
        uren=EerdereUren(taal=310),
        niveau="B1",
        leerroute_uren=600,
        pvt_uren=12,
        map_uren=40,
        voortgangsgesprekken=6,
        door=consulent,
        nu=nu,
    )


def test_an_old_plan_that_is_taken_over_raises_no_alarm(dossier, consulent):
    neem_over(dossier, consulent, nu=dag("2024-01-08"))
    signaleren(door=consulent, nu=dag("2024-01-09"))

    assert termijnen(dossier) == []
    assert [taak for taak in alle_taken(dossier) if "Verklaring" in taak] == []


def test_an_offer_of_then_that_is_recorded_later_shows_how_late_it_was(dossier, consulent):
    neem_over(dossier, consulent, nu=dag("2024-01-08"))

    een_aanbod(dossier, door=consulent, nu=dag("2024-01-09"), gedaan_op=date(2022, 9, 15))

    assert termijnen(dossier) == [
        ("aanbod", date(2022, 3, 16), date(2022, 6, 15), TermijnStatus.GEHAALD, date(2022, 9, 15))
    ]


def test_a_plan_of_last_month_that_is_taken_over_still_has_time(dossier, consulent):
    neem_over(dossier, consulent, nu=dag("2022-04-20"))

    assert [rij[3] for rij in termijnen(dossier)] == [TermijnStatus.LOPEND]


def test_the_end_of_the_dossier_ends_the_term(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)

    dossiers.opschorten(
        dossier_id=dossier.pk, reden="vrijstelling", door=consulent, nu=dag("2022-04-01")
    )
    assert [rij[3] for rij in termijnen(dossier)] == [TermijnStatus.VERVALLEN]

    dossiers.hervatten(dossier_id=dossier.pk, reden="voorbij", door=consulent, nu=dag("2022-04-08"))
    assert [rij[3] for rij in termijnen(dossier)] == [TermijnStatus.LOPEND]


# --- The statement of the college ----------------------------------------------------------------
def alle_taken(dossier):
    return [taak.titel for taak in Taak.objects.filter(inburgeraar=dossier, status="open")]


def stand(dossier, op):
    return verklaring_voor(lopend_traject(dossier.pk), op=date.fromisoformat(op))


def test_a_late_offer_gives_the_time_that_was_lost(dossier, consulent):
    """wet.md §12, nr 27: PIP 15-03-2022, offer 15-09-2022: three months longer."""
    een_traject(dossier, door=consulent, nu=PIP)
    een_aanbod(dossier, door=consulent, nu=dag("2022-09-15"))

    uitkomst = stand(dossier, "2022-09-15")

    assert uitkomst.te_laat_sinds == date(2022, 9, 15)
    assert uitkomst.verwacht.eind_op == date(2025, 6, 15)


def test_a_late_start_of_the_taalschakeltraject_gives_six_months(dossier, consulent):
    """wet.md §12, nr 27: the start on 20-10-2022 is past the six months."""
    een_traject(dossier, door=consulent, nu=PIP, leerroute=Leerroute.O)
    een_aanbod(
        dossier,
        door=consulent,
        nu=dag("2022-05-02"),
        school=taalschakelschool(),
        lessoort=Lessoort.TAALSCHAKEL,
        status=AanbodStatus.AANVAARD,
    )
    op_tijd, te_laat = stand(dossier, "2022-09-15"), stand(dossier, "2022-10-20")

    assert op_tijd.te_laat_sinds is None
    assert te_laat.te_laat_sinds == date(2022, 9, 15)
    assert te_laat.verwacht.eind_op == date(2025, 9, 15)


def test_an_offer_in_time_asks_for_no_statement(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)
    een_aanbod(dossier, door=consulent, nu=dag("2022-06-15"))

    assert stand(dossier, "2022-09-15").nodig is False
    with pytest.raises(Geweigerd, match="Een verklaring is niet nodig"):
        verklaring_maken(dossier_id=dossier.pk, door=consulent, nu=dag("2022-09-15"))


def test_the_night_after_the_last_day_asks_for_a_statement(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)
    signaleren(door=consulent, nu=dag("2022-06-15"))
    assert [taak for taak in alle_taken(dossier) if "Verklaring" in taak] == []

    signaleren(door=consulent, nu=dag("2022-06-16"))

    assert [taak for taak in alle_taken(dossier) if "Verklaring" in taak] == [
        "Verklaring maken: geen tijdig aanbod"
    ]


def test_a_statement_ends_the_task_until_more_is_certain(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)
    signaleren(door=consulent, nu=dag("2022-06-16"))
    wie = {"dossier_id": dossier.pk, "door": consulent}

    verklaring_maken(**wie, nu=dag("2022-07-01"))
    na_de_eerste = alle_taken(dossier)
    with pytest.raises(Geweigerd, match="De verklaring van 01-07-2022 geldt nog"):
        verklaring_maken(**wie, nu=dag("2022-07-02"))
    een_aanbod(dossier, door=consulent, nu=dag("2022-09-15"))
    na_het_aanbod = alle_taken(dossier)
    verklaring_maken(**wie, nu=dag("2022-09-16"))

    naam = "Verklaring maken: geen tijdig aanbod"
    assert (naam in na_de_eerste, naam in na_het_aanbod, naam in alle_taken(dossier)) == (
        False,
        True,
        False,
    )


def test_a_day_that_was_put_right_asks_for_another_statement(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)
    aanbod = een_aanbod(dossier, door=consulent, nu=dag("2022-09-15"))
    wie = {"dossier_id": dossier.pk, "door": consulent, "nu": dag("2022-09-16")}
    verklaring_maken(**wie)

    aanbod_wijzigen(
        aanbod_id=aanbod.pk,
        versie=None,
        gedaan_op=date(2022, 8, 15),
        uren_per_week=aanbod.uren_per_week,
        reden="Verkeerd getypt",
        door=consulent,
        nu=dag("2022-09-16"),
    )
    brief = verklaring_maken(**wie)

    assert "15 augustus 2022" in " ".join(tekst_van(lees(brief.document)).split())
    with pytest.raises(Geweigerd, match="De verklaring van 16-09-2022 geldt nog"):
        verklaring_maken(**wie)


def test_the_letter_says_the_dates_and_that_duo_decides(dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)
    een_aanbod(dossier, door=consulent, nu=dag("2022-09-15"))

    brief = verklaring_maken(dossier_id=dossier.pk, door=consulent, nu=dag("2022-09-16"))

    tekst = " ".join(tekst_van(lees(brief.document)).split())
    assert brief.soort == BriefSoort.VERKLARING
    for zin in ("15 maart 2022", "15 juni 2022", "15 september 2022", "92 dagen langer"):
        assert zin in tekst
    assert "DUO beslist of de termijn langer wordt" in tekst


def test_the_page_makes_it(klant, dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)
    een_aanbod(dossier, door=consulent, nu=dag("2022-09-15"))
    nummer = [dossier.dossiernummer]
    vooraf = klant.get(reverse("leerroute-lessen", args=nummer)).text

    antwoord = klant.post(reverse("leerroute-verklaring", args=nummer), follow=True)

    assert "92 dagen erbij, tot en met 15 juni 2025" in vooraf
    assert "De verklaring is gemaakt" in antwoord.text
    assert Brief.objects.filter(soort=BriefSoort.VERKLARING).count() == 1


def test_the_page_refuses_what_is_in_time(klant, dossier, consulent):
    een_traject(dossier, door=consulent, nu=PIP)
    een_aanbod(dossier, door=consulent, nu=PIP + timedelta(days=7))

    antwoord = klant.post(
        reverse("leerroute-verklaring", args=[dossier.dossiernummer]), follow=True
    )

    assert "Een verklaring is niet nodig" in antwoord.text
    assert Brief.objects.count() == 0

"""Hours: what may be recorded, what counts, and what the totals say of it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from inburgering.enums import SchakelNummer
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.handelingen import handeling
from inburgering.models import Gebeurtenis
from inburgering.services import dossiers
from inburgering.services.samenvoegen import samenvoegen
from inburgering.services.schakels import heropenen
from leerroutes.enums import Aanwezigheid, KeurmerkSoort, Lessoort
from leerroutes.models import Keurmerk, Maandtotaal, Urenregel, Urenstand
from leerroutes.queries.urenfeiten import urenfeiten
from leerroutes.services.erkenning import erkenning_bijwerken
from leerroutes.services.traject import traject_starten
from leerroutes.services.uren import (
    UrenGegevens,
    uren_overnemen,
    uren_vastleggen,
    urenregel_wijzigen,
    urenregels_verwijderen,
)
from tests.factories import NU, VANDAAG, een_dossier, persoongegevens
from tests.leerroutes.lessen import (
    EERSTE_DAG,
    een_deelname,
    een_school,
    een_traject,
    les,
    schakel_4_dicht,
)
from wet.leerroutes import Leerroute, Urensoort

pytestmark = pytest.mark.django_db

GISTEREN = VANDAAG - timedelta(days=1)


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, wordt_gehuisvest=False)


@pytest.fixture
def traject(dossier):
    return een_traject(dossier)


@pytest.fixture
def deelname(traject):
    return een_deelname(traject)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def leg_vast(dossier, wie):
    return lambda *regels: uren_vastleggen(dossier_id=dossier.pk, regels=regels, **wie)


def weigering(doe, *regels):
    with pytest.raises(Geweigerd) as fout:
        doe(*regels)
    return fout.value.veld, fout.value.reden


def maanden():
    rijen = Maandtotaal.objects.order_by("maand", "soort")
    return [
        (f"{r.maand:%m-%Y}", r.soort, r.aanwezig, r.niet_erkend, r.geoorloofd, r.ongeoorloofd)
        for r in rijen
    ]


def stand():
    rij = Urenstand.objects.get()
    return rij.cursus, rij.nederlands, rij.participatie, rij.laatste_les_op


# --- Recorded ------------------------------------------------------------------------------------
def test_hours_are_kept_with_the_traject_of_the_day(leg_vast, traject, deelname):
    (rij,) = leg_vast(les(deelname))

    assert (rij.traject, rij.erkend, rij.uren) == (traject, True, Decimal(3))
    assert Gebeurtenis.objects.latest("pk").tekst == (
        "Uren vastgelegd: 3 uur les in Nederlands, op 2 maart 2026"
    )


def test_month_totals_and_standing_follow(leg_vast, deelname):
    februari = date(2026, 2, 10)

    leg_vast(
        les(deelname, februari),
        les(deelname, februari, "1.5", soort=Urensoort.KNM),
        les(deelname, GISTEREN, "4", aanwezigheid=Aanwezigheid.GEOORLOOFD),
        les(deelname, VANDAAG, "2", aanwezigheid=Aanwezigheid.ONGEOORLOOFD),
        UrenGegevens(soort=Urensoort.PARTICIPATIE, op=VANDAAG, uren=Decimal(5)),
    )

    assert maanden() == [
        ("02-2026", "knm", Decimal("1.5"), 0, 0, 0),
        ("02-2026", "nederlands", 3, 0, 0, 0),
        ("03-2026", "nederlands", 0, 0, 4, 2),
        ("03-2026", "participatie", 5, 0, 0, 0),
    ]
    assert stand() == (Decimal("4.5"), 3, 5, februari)


def test_nothing_to_record_is_nothing(leg_vast):
    assert leg_vast() == []


def test_all_or_nothing(leg_vast, deelname):
    weigering(leg_vast, les(deelname), les(deelname, VANDAAG + timedelta(days=1)))

    assert (Urenregel.objects.count(), Maandtotaal.objects.count()) == (0, 0)


# --- Refused -------------------------------------------------------------------------------------
def test_a_day_in_the_future_is_refused(leg_vast, deelname):
    morgen = VANDAAG + timedelta(days=1)

    assert weigering(leg_vast, les(deelname, morgen)) == ("op", "De dag ligt in de toekomst.")


@pytest.mark.parametrize("uren", ["0", "-1", "24.01", "25"])
def test_no_day_has_that_many_hours(leg_vast, deelname, uren):
    assert weigering(leg_vast, les(deelname, uren=uren)) == (
        "uren",
        "Vul meer dan 0 en hoogstens 24 uren in: meer past niet in een dag.",
    )


def test_a_third_of_an_hour_is_not_kept(leg_vast, deelname):
    assert weigering(leg_vast, les(deelname, uren="0.333"))[0] == "uren"


def test_twenty_four_hours_on_a_day_hold_for_all_lines_together(leg_vast, deelname):
    leg_vast(les(deelname, uren="13"))

    fout = weigering(
        leg_vast,
        UrenGegevens(soort=Urensoort.PARTICIPATIE, op=VANDAAG, uren=Decimal("11.5")),
    )

    assert fout == (
        "uren",
        "Op 2 maart 2026 zouden er dan 24,5 uren staan: een dag heeft er 24.",
    )


def test_the_same_lesson_twice_is_refused(leg_vast, deelname):
    leg_vast(les(deelname))

    assert weigering(leg_vast, les(deelname, uren="1")) == (
        "op",
        "Voor 2 maart 2026 staan er al uren les in Nederlands: wijzig die regel.",
    )


def test_the_same_lesson_twice_at_once_is_refused(leg_vast, deelname):
    assert weigering(leg_vast, les(deelname), les(deelname))[0] == "op"


def test_outside_the_lessons_is_refused(leg_vast, traject):
    deelname = een_deelname(traject, start_op=GISTEREN)

    assert weigering(leg_vast, les(deelname, GISTEREN - timedelta(days=1))) == (
        "op",
        "Deze dag valt buiten de lessen: vanaf 1 maart 2026.",
    )


def test_before_the_plan_only_what_the_law_names(leg_vast, traject):
    eerder = EERSTE_DAG - timedelta(days=1)
    deelname = een_deelname(traject, start_op=eerder)

    fout = weigering(leg_vast, les(deelname, eerder))
    toegelaten = leg_vast(
        UrenGegevens(soort=Urensoort.INTAKE_NEDERLANDS, op=eerder, uren=Decimal(2)),
        UrenGegevens(soort=Urensoort.PVT, op=eerder, uren=Decimal(3)),
        UrenGegevens(soort=Urensoort.VOORINBURGERING, op=eerder, uren=Decimal(4)),
        UrenGegevens(soort=Urensoort.BEGELEIDING, op=eerder, uren=Decimal(1)),
    )

    assert fout == (
        "op",
        "Deze dag ligt vóór het PIP van 3 maart 2025. Wat daarvoor is gedaan, telt niet mee.",
    )
    assert [rij.traject for rij in toegelaten] == [None] * 4
    assert stand()[:3] == (2, 2, 4)


def test_without_a_plan_participation_does_not_count_yet(leg_vast):
    participatie = UrenGegevens(soort=Urensoort.PARTICIPATIE, op=VANDAAG, uren=Decimal(2))

    assert weigering(leg_vast, participatie) == (
        "op",
        "Er loopt nog geen leerroute: deze uren tellen pas vanaf het PIP.",
    )


def test_the_intake_is_over_once_there_is_a_plan(leg_vast, traject):
    later = UrenGegevens(soort=Urensoort.INTAKE_KNM, op=VANDAAG, uren=Decimal(2))

    assert weigering(leg_vast, later) == (
        "op",
        "Dit kan alleen vóór het PIP, en dat is van 3 maart 2025.",
    )


def test_schooling_counts_from_two_years_before_the_plan(leg_vast, traject):
    def gegevens(op):
        return UrenGegevens(soort=Urensoort.VSO_PRO_ENTREE, op=op, uren=Decimal(6))

    te_vroeg = weigering(leg_vast, gegevens(date(2023, 3, 2)))
    leg_vast(gegevens(date(2023, 3, 3)))

    assert te_vroeg == ("op", "Alleen lessen vanaf 3 maart 2023 tellen mee.")
    assert stand()[0] == 6


def test_lessons_belong_to_a_school(leg_vast, traject):
    assert weigering(leg_vast, les(None)) == (
        "deelname",
        "Kies bij welke lessen deze uren horen: alleen les op een school met een keurmerk telt "
        "mee.",
    )


def test_participation_does_not_belong_to_lessons(leg_vast, deelname):
    assert weigering(leg_vast, les(deelname, soort=Urensoort.PARTICIPATIE)) == (
        "soort",
        "Uren voor participatie horen niet bij een deelname.",
    )


def test_lessons_of_somebody_else_are_refused(leg_vast, consulent):
    ander = een_deelname(een_traject(een_dossier(consulent=consulent)))

    assert weigering(leg_vast, les(ander)) == (None, "Dit hoort bij een ander dossier.")


def test_a_dossier_that_rests_takes_hours_of_before_and_none_of_after(
    dossier, traject, deelname, consulent
):
    eerder = {"door": consulent, "nu": NU - timedelta(days=1)}
    dossiers.opschorten(dossier_id=dossier.pk, reden="vrijstelling", **eerder)

    def leg_vast(regel):
        return uren_vastleggen(dossier_id=dossier.pk, regels=[regel], door=consulent, nu=NU)

    (rij,) = leg_vast(les(deelname, GISTEREN))

    assert (rij.traject, rij.op) == (traject, GISTEREN)
    assert weigering(leg_vast, les(deelname)) == (
        "op",
        "Het dossier is opgeschort op 1 maart 2026.",
    )


def test_a_dossier_that_went_into_another_takes_no_hours(leg_vast, dossier, deelname, wie):
    blijft = een_dossier(gegevens=persoongegevens(v_nummer="", bsn=""))
    samenvoegen(dossier_id=blijft.pk, verdwijnt_id=dossier.pk, reden="dubbel", **wie)

    assert weigering(leg_vast, les(None, GISTEREN, soort=Urensoort.VOORINBURGERING)) == (
        None,
        "Dit dossier is samengevoegd: werk verder in het andere dossier.",
    )


def test_hours_on_which_schakel_4_closed_stay_as_they_are(
    leg_vast, dossier, deelname, consulent, wie
):
    (rij,) = leg_vast(les(deelname))
    schakel_4_dicht(dossier, consulent)
    dicht = (None, "Schakel 4 is afgerond: heropen eerst schakel 4.")

    def wijzig():
        gegevens = les(deelname, uren="1")
        urenregel_wijzigen(urenregel_id=rij.pk, versie=None, gegevens=gegevens, **wie)

    def neem_over():
        lessen = [les(deelname, uren="1")]
        uren_overnemen(feiten=urenfeiten(dossier.pk, lessen), lessen=lessen, **wie)

    def verwijder():
        wat = {"dossier_id": dossier.pk, "urenregel_ids": [rij.pk]}
        urenregels_verwijderen(**wat, reden="fout", **wie)

    assert [weigering(doe) for doe in (wijzig, neem_over, verwijder)] == [dicht] * 3
    assert Urenregel.objects.get().uren == 3

    heropenen(dossier_id=dossier.pk, nummer=SchakelNummer.INBURGEREN, reden="fout", **wie)
    wijzig()
    assert Urenregel.objects.get().uren == 1


def test_what_stands_in_the_opening_balance_is_not_counted_again(leg_vast, traject, deelname, wie):
    tot = VANDAAG - timedelta(days=10)
    zet_beginstand(traject, tot, wie)

    fout = weigering(leg_vast, les(deelname, tot))
    leg_vast(
        les(deelname, tot + timedelta(days=1)),
        UrenGegevens(soort=Urensoort.PARTICIPATIE, op=VANDAAG, uren=Decimal(6)),
    )

    assert fout == (
        "op",
        "Deze uren zitten al in de beginstand: die loopt tot en met 20 februari 2026.",
    )
    assert stand()[:3] == (403, 353, 106)


def zet_beginstand(traject, tot, wie):
    with handeling(dossiers=[traject.inburgeraar_id], **wie):
        traject.eerdere_uren_taal, traject.eerdere_uren_nederlands = 400, 350
        traject.eerdere_uren_participatie, traject.eerdere_uren_op = 100, tot
        traject.save()


# --- Another route -------------------------------------------------------------------------------
def test_hours_stay_with_the_route_they_were_followed_on(leg_vast, dossier, traject, deelname, wie):
    (eerst,) = leg_vast(les(deelname, GISTEREN))

    nieuw = traject_starten(
        dossier_id=dossier.pk,
        leerroute=Leerroute.Z,
        niveau="",
        leerroute_uren=800,
        pvt_uren=12,
        map_uren=40,
        voortgangsgesprekken=6,
        **wie,
    )
    op_de_dag_zelf, participatie = leg_vast(
        les(deelname, VANDAAG),
        UrenGegevens(soort=Urensoort.PARTICIPATIE, op=VANDAAG, uren=Decimal(2)),
    )
    eerst.refresh_from_db()

    assert eerst.traject == traject
    assert (op_de_dag_zelf.traject, participatie.traject) == (traject, nieuw)
    assert stand()[:3] == (6, 6, 2)


# --- The mark ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("keurmerk", "lessoort", "erkend"),
    [
        (KeurmerkSoort.BLIK_OP_WERK, Lessoort.TAAL, True),
        (KeurmerkSoort.DIPLOMA_ERKENNING, Lessoort.TAAL, False),
        (KeurmerkSoort.BLIK_OP_WERK, Lessoort.TAALSCHAKEL, False),
        (KeurmerkSoort.DIPLOMA_ERKENNING, Lessoort.TAALSCHAKEL, True),
        (None, Lessoort.ALFABETISERING, False),
    ],
)
def test_lessons_count_with_the_mark_that_goes_with_them(
    leg_vast, traject, keurmerk, lessoort, erkend, wie
):
    deelname = een_deelname(traject, school=een_school(keurmerk=keurmerk), lessoort=lessoort)

    (rij,) = leg_vast(les(deelname))

    with handeling(**wie) as act:
        anders = erkenning_bijwerken(act, aanbieder_id=deelname.aanbieder_id)
    assert (rij.erkend, anders) == (erkend, 0)
    assert stand()[0] == (3 if erkend else 0)
    assert maanden() == [("03-2026", "nederlands", 3 * erkend, 3 * (not erkend), 0, 0)]


def test_when_the_mark_turns_out_to_have_ended_the_lessons_after_it_stop_counting(
    leg_vast, deelname, wie
):
    leg_vast(les(deelname, GISTEREN), les(deelname, VANDAAG))
    keurmerk = Keurmerk.objects.get()

    with handeling(**wie) as act:
        keurmerk.eind_op = GISTEREN
        keurmerk.save()
        anders = erkenning_bijwerken(act, aanbieder_id=deelname.aanbieder_id)
        nog_eens = erkenning_bijwerken(act, aanbieder_id=deelname.aanbieder_id)

    assert (anders, nog_eens) == (1, 0)
    assert list(Urenregel.objects.order_by("op").values_list("op", "erkend", "versie")) == [
        (GISTEREN, True, 1),
        (VANDAAG, False, 2),
    ]
    assert stand()[0] == 3


def test_a_mark_that_ended_costs_the_same_for_one_and_for_three(
    gemeente, consulent, wie, django_assert_num_queries
):
    for aantal in (1, 3):
        school = een_school()
        for _ in range(aantal):
            ander = een_dossier(consulent=consulent, wordt_gehuisvest=False)
            bij = een_deelname(een_traject(ander), school=school)
            uren_vastleggen(dossier_id=ander.pk, regels=[les(bij), les(bij, GISTEREN)], **wie)

        with handeling(**wie) as act:
            Keurmerk.objects.get(aanbieder=school).delete()
            with django_assert_num_queries(11):
                anders = erkenning_bijwerken(act, aanbieder_id=school.pk)

        assert anders == 2 * aantal
    tekst = "Door een wijziging van het keurmerk tellen andere lesuren mee"
    assert Gebeurtenis.objects.filter(tekst=tekst, door=consulent).count() == 4


# --- Changed and taken away ----------------------------------------------------------------------
def test_a_line_moves_to_another_month(leg_vast, deelname, wie):
    (rij,) = leg_vast(les(deelname))
    februari = date(2026, 2, 27)

    urenregel_wijzigen(urenregel_id=rij.pk, versie=1, gegevens=les(deelname, februari, "24"), **wie)

    assert maanden() == [("02-2026", "nederlands", 24, 0, 0, 0)]
    assert stand() == (24, 24, 0, februari)


def test_who_saves_second_is_told(leg_vast, deelname, wie):
    (rij,) = leg_vast(les(deelname))
    urenregel_wijzigen(urenregel_id=rij.pk, versie=1, gegevens=les(deelname, uren="4"), **wie)

    with pytest.raises(Gewijzigd):
        urenregel_wijzigen(urenregel_id=rij.pk, versie=1, gegevens=les(deelname), **wie)


def test_a_line_taken_away_takes_its_hours_along(leg_vast, dossier, deelname, wie):
    (rij, _blijft) = leg_vast(les(deelname), les(deelname, GISTEREN))

    urenregels_verwijderen(
        dossier_id=dossier.pk, urenregel_ids=[rij.pk], reden="Verkeerde persoon", **wie
    )

    assert stand() == (3, 3, 0, GISTEREN)
    assert [h.history_type for h in Urenregel.history.filter(id=rij.pk)] == ["-", "+"]
    assert Gebeurtenis.objects.latest("pk").reden == "Verkeerde persoon"


def test_without_the_last_line_nothing_is_left(leg_vast, dossier, deelname, wie):
    (rij,) = leg_vast(les(deelname))

    urenregels_verwijderen(dossier_id=dossier.pk, urenregel_ids=[rij.pk], reden="Fout", **wie)

    assert (stand(), maanden()) == ((0, 0, 0, None), [])


def test_taking_away_asks_for_a_reason(leg_vast, dossier, deelname, wie):
    (rij,) = leg_vast(les(deelname))

    with pytest.raises(Geweigerd, match="Geef een reden"):
        urenregels_verwijderen(dossier_id=dossier.pk, urenregel_ids=[rij.pk], reden=" ", **wie)


def test_lines_of_another_dossier_stay(leg_vast, deelname, consulent, wie):
    (rij,) = leg_vast(les(deelname))
    ander = een_dossier(consulent=consulent)

    urenregels_verwijderen(dossier_id=ander.pk, urenregel_ids=[rij.pk], reden="fout", **wie)

    assert Urenregel.objects.count() == 1

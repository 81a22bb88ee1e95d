"""An attendance list from upload to result and back: new, known, different and wrong."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from time import sleep

import pytest
from django.db import connection

from inburgering.enums import BeeindigReden
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from inburgering.services.dossiers import beeindigen, sluiten_voor_anderen
from leerroutes.enums import Aanwezigheid, Lessoort
from leerroutes.invoer import PRESENTIE
from leerroutes.models import Maandtotaal, Urenregel, Urenstand
from leerroutes.queries.urentotalen import afwijkende_dossiers
from opdrachten.enums import OpdrachtStatus, Uitkomst
from opdrachten.queries.regels import te_doen
from opdrachten.services.bevestigen import bevestigen
from opdrachten.services.invoeren import eenheden_invoeren
from opdrachten.services.ontvangen import lezen, ontvangen
from opdrachten.soorten import Eenheid, Oordeel, Rij
from tests.factories import NU, VANDAAG, een_dossier
from tests.leerroutes.lessen import een_deelname, een_school, een_traject, schakel_4_dicht
from tests.opdrachten.hulp import als_csv, als_xlsx, invoeren, teruggedraaid

pytestmark = pytest.mark.django_db

ONBEKEND = "Dit nummer is niet bekend."
KOP = ("Dossiernummer", "Cursist", "Lesdatum", "Uren", "Aanwezig")


@pytest.fixture
def dossier(gemeente, consulent):
    nu = NU - timedelta(days=100)
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False, nu=nu)
    return Inburgeraar.objects.select_related("persoon").get(pk=dossier.pk)


@pytest.fixture
def deelname(dossier):
    return een_deelname(een_traject(dossier))


@pytest.fixture
def lees(consulent):
    def _lees(*regels, kop=KOP, dagen=0, inhoud=None, naam="lijst.csv"):
        nu = NU + timedelta(days=dagen)
        opdracht = ontvangen(
            soort=PRESENTIE,
            bestandsnaam=naam,
            inhoud=inhoud or als_csv((kop, *regels)).encode(),
            door=consulent,
            nu=nu,
        )
        lezen(opdracht_id=opdracht.pk, nu=nu)
        opdracht.refresh_from_db()
        return opdracht

    return _lees


@pytest.fixture
def voer_in(lees, consulent):
    def _voer_in(*regels, dagen=0, **meer):
        opdracht = lees(*regels, dagen=dagen, **meer)
        nu = NU + timedelta(days=dagen)
        bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=consulent, nu=nu)
        invoeren(opdracht, nu=nu + timedelta(minutes=5))
        return opdracht

    return _voer_in


def regels(dossier, *dagen, uren="3", hoe="ja"):
    return [(dossier.dossiernummer, "Tesfay", f"{dag}-2-2026", uren, hoe) for dag in dagen]


def oordelen(opdracht):
    return list(opdracht.regels.order_by("nummer").values_list("oordeel", flat=True))


def fouten(opdracht):
    return [
        (regel.nummer, b["kolom"], b["reden"])
        for regel in opdracht.regels.order_by("nummer")
        for b in regel.bevindingen
        if b["oordeel"] == Oordeel.FOUT
    ]


def stand():
    return Urenstand.objects.values_list("cursus", flat=True).first()


# --- In and back ---------------------------------------------------------------------------------
def test_a_list_becomes_lines_with_their_totals_and_can_be_taken_back(
    voer_in, dossier, deelname, consulent
):
    opdracht = voer_in(
        *regels(dossier, 2, 4),
        *regels(dossier, 6, uren="2,5", hoe="G"),
        *regels(dossier, 9, hoe="O"),
    )

    rijen = Urenregel.objects.order_by("op").values_list("op__day", "uren", "aanwezigheid")
    assert list(rijen) == [
        (2, 3, Aanwezigheid.AANWEZIG),
        (4, 3, Aanwezigheid.AANWEZIG),
        (6, Decimal("2.5"), Aanwezigheid.GEOORLOOFD),
        (9, 3, Aanwezigheid.ONGEOORLOOFD),
    ]
    assert stand() == 6
    assert Urenregel.objects.filter(deelname=deelname, soort="nederlands").count() == 4

    teruggedraaid(opdracht, consulent)

    assert opdracht.status == OpdrachtStatus.ONGEDAAN
    assert (Urenregel.objects.count(), Maandtotaal.objects.count(), stand()) == (0, 0, 0)
    assert afwijkende_dossiers() == []
    assert dossier.gebeurtenissen.latest("pk").tekst == "Invoer uit een bestand teruggedraaid"


def test_the_same_list_twice_says_nothing_new(voer_in, lees, dossier, deelname):
    voer_in(*regels(dossier, 2, 4))

    opdracht = lees(*regels(dossier, 2, 4), dagen=1)

    assert oordelen(opdracht) == [Oordeel.ONGEWIJZIGD] * 2


def test_other_hours_for_a_known_lesson_are_told_and_taken_over(
    voer_in, lees, dossier, deelname, consulent
):
    voer_in(*regels(dossier, 2, 4))

    opdracht = voer_in(*regels(dossier, 2), *regels(dossier, 4, uren="1,5", hoe="ja"), dagen=1)
    (bevinding,) = opdracht.regels.get(nummer=3).bevindingen
    versies = list(Urenregel.objects.order_by("op").values_list("uren", "versie"))
    na, gewijzigd = stand(), oordelen(opdracht)
    teruggedraaid(opdracht, consulent, nu=NU + timedelta(days=2))

    assert (
        bevinding["reden"]
        == "Staat er al met andere uren: 3 uur, aanwezig. Wordt: 1,5 uur, aanwezig."
    )
    assert gewijzigd == [Oordeel.ONGEWIJZIGD, Oordeel.AANVULLING]
    assert (versies, na) == ([(3, 1), (Decimal("1.5"), 2)], Decimal("4.5"))
    assert (stand(), afwijkende_dossiers()) == (6, [])


def test_a_workbook_with_v_numbers_and_a_kind(voer_in, dossier, deelname):
    kop = ("V-nummer", "Naam", "Datum", "Duur", "Vak", "School")
    nummer = dossier.persoon.v_nummer
    inhoud = als_xlsx(
        [kop, (nummer, "Tesfay, S.", VANDAAG, "1:30", "KNM", deelname.aanbieder.naam.upper())]
    )

    voer_in(inhoud=inhoud, naam="lijst.xlsx")

    assert Urenregel.objects.values_list("soort", "uren").get() == ("knm", Decimal("1.5"))


def test_the_kind_follows_from_the_lessons(voer_in, dossier):
    een_deelname(een_traject(dossier), lessoort=Lessoort.ALFABETISERING)

    voer_in(*regels(dossier, 2))

    assert Urenregel.objects.get().soort == "alfabetisering"


def test_without_a_mark_it_is_entered_with_a_warning(voer_in, dossier):
    een_deelname(een_traject(dossier), school=een_school(keurmerk=None))

    opdracht = voer_in(*regels(dossier, 2))

    (bevinding,) = opdracht.regels.get().bevindingen
    assert bevinding["reden"] == (
        "Geen geldig keurmerk (Keurmerk Blik op Werk) op 2 februari 2026: telt niet mee."
    )
    assert (Urenregel.objects.get().erkend, stand()) == (False, 0)


# --- Wrong ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("anders", "kolom", "reden"),
    [
        ({0: "2020-0099"}, "wie", "Dit nummer is niet bekend."),
        ({0: "12"}, "wie", None),
        ({1: "Jansen"}, "naam", "Bij dit nummer hoort een andere naam."),
        ({2: "3-3-2026"}, "op", "De dag ligt in de toekomst."),
        ({2: "gisteren"}, "op", None),
        ({2: "1-2-2025"}, "op", "Deze persoon had op 1 februari 2025 geen lessen."),
        ({3: "25"}, "uren", "Vul meer dan 0 en hoogstens 24 uren in: meer past niet in een dag."),
        ({3: "0"}, "uren", "Vul meer dan 0 en hoogstens 24 uren in: meer past niet in een dag."),
        ({3: "veel"}, "uren", "Dit is geen aantal uren. Schrijf bijvoorbeeld 2,5."),
        (
            {4: "misschien"},
            "aanwezigheid",
            "Schrijf aanwezig, afwezig met reden of afwezig zonder reden (of A, G, O).",
        ),
    ],
)
def test_a_wrong_row_says_which_cell_and_why(lees, dossier, deelname, anders, kolom, reden):
    goed = regels(dossier, 2)[0]
    regel = tuple(anders.get(plek, cel) for plek, cel in enumerate(goed))

    ((nummer, waar, waarom),) = fouten(lees(regel))

    assert (nummer, waar) == (2, kolom)
    assert waarom == (reden or waarom)


def test_twenty_four_hours_a_day_hold_for_the_lines_of_the_list_together(lees, dossier, deelname):
    kop = (*KOP, "Vak")
    rijen = [(*regels(dossier, 2, uren="13")[0], vak) for vak in ("Nederlands", "KNM")]

    assert fouten(lees(*rijen, kop=kop)) == [
        (3, "uren", "Op 2 februari 2026 zouden er dan 26 uren staan: een dag heeft er 24.")
    ]


def test_a_lesson_twice_in_the_list_is_named_also_under_the_other_number(lees, dossier, deelname):
    nummer = dossier.persoon.v_nummer

    opdracht = lees(*regels(dossier, 2), (nummer, "", "2-2-2026", "3", "ja"))

    assert fouten(opdracht) == [(3, "op", "Deze les staat ook op regel 2.")]


def test_a_morning_and_an_afternoon_are_one_line(voer_in, lees, dossier, deelname):
    dag = (*regels(dossier, 2, uren="2,5"), *regels(dossier, 4), *regels(dossier, 2, uren="3"))

    opdracht = voer_in(*dag)

    rijen = Urenregel.objects.order_by("op").values_list("op__day", "uren")
    assert list(rijen) == [(2, Decimal("5.5")), (4, 3)]
    assert oordelen(opdracht) == [Oordeel.NIEUW] * 3
    (bevinding,) = opdracht.regels.get(nummer=4).bevindingen
    assert bevinding["reden"] == "Opgeteld bij regel 2: samen 5,5 uur op die dag."
    assert oordelen(lees(*dag, dagen=1)) == [Oordeel.ONGEWIJZIGD] * 3


def test_a_morning_attended_and_an_afternoon_missed_are_not_added(lees, dossier, deelname):
    opdracht = lees(*regels(dossier, 2), *regels(dossier, 2, hoe="G"))

    assert fouten(opdracht) == [
        (
            3,
            "aanwezigheid",
            "Regel 2 zegt iets anders over deze les op deze dag. Maak er één regel van, met de "
            "uren waarop deze persoon er was.",
        )
    ]


def test_rows_that_are_added_are_each_a_number_of_hours(lees, dossier, deelname):
    opdracht = lees(*regels(dossier, 2, uren="6"), *regels(dossier, 2, uren="-3"))

    assert [(nummer, kolom) for nummer, kolom, _reden in fouten(opdracht)] == [(3, "uren")]


def test_a_list_on_which_schakel_4_closed_is_not_taken_back(voer_in, dossier, deelname, consulent):
    opdracht = voer_in(*regels(dossier, 2))
    schakel_4_dicht(dossier, consulent)

    teruggedraaid(opdracht, consulent)

    assert (opdracht.status, Urenregel.objects.count()) == (OpdrachtStatus.KLAAR, 1)
    assert opdracht.melding == (
        "Dit kan niet meer ongedaan worden gemaakt. Van 1 persoon is schakel 4 afgerond: heropen "
        "eerst schakel 4."
    )


def test_two_kinds_of_lessons_on_a_day_ask_for_the_school(lees, dossier, deelname):
    een_deelname(deelname.traject)

    ((_nummer, kolom, reden),) = fouten(lees(*regels(dossier, 2)))

    assert (kolom, reden) == (
        "aanbieder",
        "Deze persoon had die dag meer dan één soort les: zet de aanbieder en de soort erbij.",
    )


def test_another_school_has_no_lessons_of_this_person(lees, dossier, deelname):
    kop = (*KOP, "School")

    ((_nummer, kolom, reden),) = fouten(lees((*regels(dossier, 2)[0], "Elders"), kop=kop))

    assert (kolom, reden) == (
        "aanbieder",
        "Deze persoon had op 2 februari 2026 geen lessen bij deze aanbieder.",
    )


def test_one_wrong_row_keeps_that_person_back_and_no_other(voer_in, dossier, deelname, consulent):
    ander = een_dossier(consulent=consulent, wordt_gehuisvest=False)
    een_deelname(een_traject(ander))

    opdracht = voer_in(*regels(dossier, 2), *regels(dossier, 4, uren="25"), *regels(ander, 2))

    assert list(Urenregel.objects.values_list("inburgeraar", flat=True)) == [ander.pk]
    assert opdracht.regels.filter(uitkomst=Uitkomst.INGEVOERD).count() == 1


# --- Between preview and entry -------------------------------------------------------------------
def test_what_somebody_else_entered_meanwhile_is_not_entered_twice(
    lees, voer_in, dossier, deelname, consulent
):
    opdracht = lees(*regels(dossier, 2))
    voer_in(*regels(dossier, 2))

    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=consulent, nu=NU)
    invoeren(opdracht)

    assert Urenregel.objects.count() == 1
    assert opdracht.regels.get().uitkomst == Uitkomst.OVERGESLAGEN


def test_a_dossier_that_ended_takes_what_was_done_before_and_nothing_of_after(
    lees, dossier, deelname, consulent
):
    opdracht = lees(*regels(dossier, 2, 10))
    eind_op = date(2026, 2, 9)
    beeindigen(
        dossier_id=dossier.pk, reden=BeeindigReden.VERHUISD, op=eind_op, door=consulent, nu=NU
    )

    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=consulent, nu=NU)
    invoeren(opdracht)
    later = lees(*regels(dossier, 2), *regels(dossier, 9))

    assert {(r.uitkomst, r.reden) for r in opdracht.regels.all()} == {
        (Uitkomst.FOUT, "Deze persoon had op 10 februari 2026 geen lessen.")
    }
    assert oordelen(later) == [Oordeel.NIEUW] * 2


def test_the_list_of_before_a_move_is_entered(voer_in, dossier, deelname, consulent):
    eind_op = date(2026, 2, 9)
    beeindigen(
        dossier_id=dossier.pk, reden=BeeindigReden.VERHUISD, op=eind_op, door=consulent, nu=NU
    )

    voer_in(*regels(dossier, 2, 9))

    assert (Urenregel.objects.count(), stand()) == (2, 6)


def test_a_closed_dossier_is_left_to_who_may_see_it(lees, dossier, deelname, consulent, teamleider):
    opdracht = lees(*regels(dossier, 2))
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="Bedreiging"
    )

    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=consulent, nu=NU)
    invoeren(opdracht)

    regel = opdracht.regels.get()
    assert (Urenregel.objects.count(), regel.uitkomst, regel.reden) == (0, Uitkomst.FOUT, ONBEKEND)


def test_a_closed_dossier_is_not_known_to_who_may_not_see_it(
    lees, dossier, deelname, consulent, teamleider
):
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="Bedreiging"
    )
    v_nummer = (dossier.persoon.v_nummer, "Jansen", "2-2-2026", "3", "ja")

    opdracht = lees(*regels(dossier, 2), v_nummer)

    assert fouten(opdracht) == [(2, "wie", ONBEKEND), (3, "wie", ONBEKEND)]
    assert list(opdracht.regels.values_list("persoon", flat=True)) == [None, None]


def test_who_brings_the_list_and_may_see_the_dossier_enters_it(dossier, deelname, teamleider):
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="Bedreiging"
    )
    eenheid = Eenheid("2", (Rij(2, {"wie": dossier.dossiernummer, "op": VANDAAG, "uren": 3}),))

    (bevinding,) = PRESENTIE.beoordeel([eenheid], VANDAAG, teamleider)["2"]

    assert (bevinding.oordeel, bevinding.persoon_id) == (Oordeel.NIEUW, dossier.persoon_id)


# --- Long ----------------------------------------------------------------------------------------
def test_the_number_of_queries_does_not_grow_with_the_list(
    lees, dossier, deelname, consulent, django_assert_max_num_queries
):
    def eenheden(aantal):
        waarden = [
            {"wie": dossier.dossiernummer, "op": VANDAAG - timedelta(days=n), "uren": Decimal(3)}
            for n in range(aantal)
        ]
        return [Eenheid("2", tuple(Rij(n, w) for n, w in enumerate(waarden, start=2)))]

    with django_assert_max_num_queries(7):
        PRESENTIE.beoordeel(eenheden(1), VANDAAG, consulent)
    with django_assert_max_num_queries(7):
        PRESENTIE.beoordeel(eenheden(300), VANDAAG, consulent)


# --- At the same moment as somebody else ---------------------------------------------------------
LANGZAAM = """
    CREATE FUNCTION langzaam() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END $$;
    CREATE TRIGGER langzaam BEFORE INSERT ON leerroutes_urenregel
        FOR EACH ROW EXECUTE FUNCTION langzaam()
"""


@pytest.mark.django_db(transaction=True)
def test_a_list_and_a_group_do_not_wait_for_each_other_in_a_circle(lees, gemeente, consulent):
    """The list has people in another order than an act on many takes them."""
    mensen = [een_dossier(consulent=consulent, wordt_gehuisvest=False) for _ in range(2)]
    for dossier in mensen:
        een_deelname(een_traject(dossier))
    opdracht = lees(*(rij for dossier in reversed(mensen) for rij in regels(dossier, 3)))
    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=consulent, nu=NU)
    with connection.cursor() as cursor:
        cursor.execute(LANGZAAM)

    def lijst():
        eenheden_invoeren(opdracht_id=opdracht.pk, eenheden=te_doen(opdracht.pk), nu=NU)

    def groep():
        _wacht_tot_er_een_geschreven_wordt()
        with handeling(door=consulent, nu=NU, dossiers=[dossier.pk for dossier in mensen]):
            pass

    try:
        _samen(lijst, groep)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP FUNCTION langzaam CASCADE")

    uitkomsten = opdracht.regels.order_by("nummer").values_list("uitkomst", "reden")
    assert list(uitkomsten) == [(Uitkomst.INGEVOERD, "")] * 2


def _wacht_tot_er_een_geschreven_wordt():
    slaapt = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
    with connection.cursor() as cursor:
        for _ in range(500):
            cursor.execute(slaapt)
            if cursor.fetchone() != (0,):
                return
            sleep(0.01)
    raise TimeoutError


def _samen(*taken):
    def doe(taak):
        try:
            taak()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(taken)) as pool:
        list(pool.map(doe, taken))

"""The offer of a course: made, answered, begun, ended."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.urls import reverse

from besluiten.models import Brief, BriefSoort
from inburgering.datums import AMSTERDAM
from inburgering.enums import (
    BeeindigReden,
    Onderdeel,
    Regime,
    VrijstellingReden,
    VrijstellingSoort,
)
from inburgering.geweigerd import Geweigerd
from inburgering.models import Gebeurtenis, Taak, Vrijstelling
from inburgering.services import dossiers
from inburgering.services.dossiers import sluiten_voor_anderen
from leerroutes.enums import AanbiederSoort, AanbodStatus, KeurmerkSoort, Lessoort
from leerroutes.models import Contract, Deelname, Inburgeringsaanbod
from leerroutes.policies.aanbod import AanbodGegevens
from leerroutes.queries.lessentab import lessentab
from leerroutes.queries.scholen import lopende_lessen
from leerroutes.services import aanbod as services
from leerroutes.services.aanbodbrief import aanbodbrief_maken
from leerroutes.services.deelname import deelname_beeindigen
from medewerkers.enums import Rol
from medewerkers.sporen import spoor
from tests.factories import (
    NU,
    VANDAAG,
    AanbiederFactory,
    KeurmerkFactory,
    MedewerkerFactory,
    een_aanbod,
    een_dossier,
    een_school,
    een_traject,
)
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute

pytestmark = pytest.mark.django_db

BEGIN = datetime(2026, 1, 12, 9, 30, tzinfo=AMSTERDAM)
REDEN = "De termijn van DUO volgt nog."


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(
        consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=BEGIN.date(), nu=BEGIN
    )


@pytest.fixture
def traject(dossier, consulent):
    return een_traject(dossier, door=consulent, nu=BEGIN)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


def gegevens(**anders):
    gewoon = {
        "lessoort": Lessoort.TAAL,
        "uren_per_week": Decimal(12),
        "gedaan_op": VANDAAG,
    }
    if "aanbieder" not in anders:
        anders["aanbieder"] = een_school()
    return AanbodGegevens(**(gewoon | anders))


def doe(dossier, wie, duo_reden=REDEN, **anders):
    return services.aanbod_doen(
        dossier_id=dossier.pk, gegevens=gegevens(**anders), duo_reden=duo_reden, **wie
    )


# --- Making the offer ----------------------------------------------------------------------------
def test_an_offer_is_made(dossier, traject, wie):
    aanbod = doe(dossier, wie, verwachte_start_op=VANDAAG + timedelta(days=14))

    assert (aanbod.status, aanbod.traject_id, aanbod.gedaan_op) == (
        AanbodStatus.GEDAAN,
        traject.pk,
        VANDAAG,
    )
    regel = Gebeurtenis.objects.get(tekst__startswith="Aanbod gedaan")
    assert (regel.op, regel.reden) == (VANDAAG, REDEN)


def test_without_a_route_there_is_no_offer(dossier, wie):
    with pytest.raises(Geweigerd, match="Er loopt geen leerroute"):
        doe(dossier, wie)


def test_only_an_asylum_migrant_gets_an_offer(gemeente, consulent, wie):
    overig = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG)
    een_traject(overig, door=consulent)

    with pytest.raises(Geweigerd, match="Alleen een asielstatushouder"):
        doe(overig, wie)


def test_the_old_law_knows_no_offer(gemeente, consulent, wie):
    oud = een_dossier(consulent=consulent, regime=Regime.WI2013)

    with pytest.raises(Geweigerd, match="Wet inburgering 2013"):
        doe(oud, wie)


@pytest.mark.parametrize(
    ("anders", "veld", "reden"),
    [
        ({"gedaan_op": VANDAAG + timedelta(days=1)}, "gedaan_op", "in de toekomst"),
        ({"gedaan_op": BEGIN.date() - timedelta(days=1)}, "gedaan_op", "Het PIP is van 12-01-2026"),
        ({"lessoort": Lessoort.TAALSCHAKEL}, "lessoort", "alleen bij de onderwijsroute"),
        ({"uren_per_week": Decimal(0)}, "uren_per_week", "van 0,5 tot en met 60"),
        ({"verwachte_start_op": date(2026, 3, 1)}, "verwachte_start_op", "begint niet voor"),
        ({"verwacht_eind_op": date(2026, 3, 1)}, "verwacht_eind_op", "ligt vóór de eerste"),
    ],
)
def test_an_offer_that_cannot_be_is_refused(dossier, traject, wie, anders, veld, reden):
    with pytest.raises(Geweigerd, match=reden) as fout:
        doe(dossier, wie, **anders)

    assert fout.value.veld == veld


def test_the_day_of_the_plan_itself_is_in_time(dossier, traject, wie):
    assert doe(dossier, wie, gedaan_op=BEGIN.date()).gedaan_op == BEGIN.date()


def test_a_school_without_a_mark_on_that_day_is_refused(dossier, traject, wie):
    school = AanbiederFactory()
    KeurmerkFactory(aanbieder=school, eind_op=VANDAAG - timedelta(days=1))

    with pytest.raises(Geweigerd, match="geen geldig bewijs: Keurmerk Blik op Werk") as fout:
        doe(dossier, wie, aanbieder=school)

    assert fout.value.veld == "aanbieder"


def test_a_school_that_stopped_or_gives_something_else_is_refused(dossier, traject, wie):
    gestopt = een_school(gestopt_op=VANDAAG)
    anders = een_school(soorten=[AanbiederSoort.PARTICIPATIE.value])

    with pytest.raises(Geweigerd, match="sinds 02-03-2026 niet meer gebruikt"):
        doe(dossier, wie, aanbieder=gestopt)
    with pytest.raises(Geweigerd, match="geeft dit niet: taal en knm"):
        doe(dossier, wie, aanbieder=anders)


def test_what_duo_would_refuse_asks_for_a_reason(dossier, traject, wie):
    with pytest.raises(Geweigerd, match="termijn is nog niet bekend") as fout:
        doe(dossier, wie, duo_reden="")

    assert fout.value.veld == "duo_reden"
    assert doe(dossier, wie).status == AanbodStatus.GEDAAN


def test_the_onderwijsroute_asks_for_a_recognised_school(dossier, consulent, wie):
    een_traject(dossier, door=consulent, nu=BEGIN, leerroute=Leerroute.O)
    school = een_school(soorten=[AanbiederSoort.TAALSCHAKEL.value])

    with pytest.raises(Geweigerd, match="Diploma-erkenning"):
        doe(dossier, wie, aanbieder=school, lessoort=Lessoort.TAALSCHAKEL)

    KeurmerkFactory(aanbieder=school, soort=KeurmerkSoort.DIPLOMA_ERKENNING)
    assert doe(dossier, wie, aanbieder=school, lessoort=Lessoort.TAALSCHAKEL).pk


def test_the_same_offer_twice_is_refused_until_the_first_is_over(dossier, traject, wie):
    school = een_school()
    eerste = doe(dossier, wie, aanbieder=school)

    with pytest.raises(Geweigerd, match="heeft al een lopend aanbod"):
        doe(dossier, wie, aanbieder=school)

    services.aanbod_weigeren(
        aanbod_id=eerste.pk, versie=None, op=VANDAAG, reden="Te ver weg", **wie
    )
    assert doe(dossier, wie, aanbieder=school).pk != eerste.pk


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_is_told(gemeente, consulent, wie):
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False)
    een_traject(dossier, door=consulent, nu=BEGIN)
    school = een_school()

    def probeer(_):
        try:
            return doe(dossier, wie, aanbieder=school).status
        except Geweigerd as fout:
            return fout.veld
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as samen:
        antwoorden = sorted(samen.map(probeer, range(2)))

    assert antwoorden == ["aanbieder", "gedaan"]


def test_a_full_school_is_named_but_not_refused(dossier, traject, wie):
    school = een_school(naam="Taal in Leek")
    with spoor(door=wie["door"], nu=NU):
        Contract(aanbieder=school, naam="Perceel 1", start_op=BEGIN.date(), capaciteit=0).save()

    doe(dossier, wie, aanbieder=school)

    regel = lessentab(dossier, op=VANDAAG).aanboden[0]
    assert list(regel.let_op) == [
        "Taal in Leek heeft meer mensen dan plaatsen: 1 van 0 plaatsen bezet of toegezegd."
    ]


# --- The answer, the start, the end --------------------------------------------------------------
def test_accepted_waiting_and_begun(dossier, traject, wie):
    aanbod = doe(dossier, wie)
    welk = {"aanbod_id": aanbod.pk, "versie": None, "op": VANDAAG, **wie}

    services.aanbod_aanvaarden(**welk)
    services.aanbod_op_wachtlijst(**welk)
    deelname = services.aanbod_starten(**welk, groep="A1-2", uren_per_week=Decimal("9.5"))

    aanbod.refresh_from_db()
    assert (aanbod.status, aanbod.aanvaard_op, aanbod.wachtlijst_op, aanbod.gestart_op) == (
        AanbodStatus.GESTART,
        VANDAAG,
        VANDAAG,
        VANDAAG,
    )
    assert (deelname.aanbod_id, deelname.start_op, deelname.groep, deelname.uren_per_week) == (
        aanbod.pk,
        VANDAAG,
        "A1-2",
        Decimal("9.5"),
    )


def test_nothing_begins_that_was_not_accepted(dossier, traject, wie):
    welk = {"aanbod_id": doe(dossier, wie).pk, "versie": None, "op": VANDAAG, **wie}

    with pytest.raises(Geweigerd, match="pas als het aanbod is aanvaard"):
        services.aanbod_starten(**welk)
    with pytest.raises(Geweigerd, match="pas als het aanbod is aanvaard"):
        services.aanbod_op_wachtlijst(**welk)


@pytest.mark.parametrize(
    ("op", "reden"),
    [
        (VANDAAG + timedelta(days=1), "in de toekomst"),
        (VANDAAG - timedelta(days=1), "Het aanbod is van 02-03-2026"),
    ],
)
def test_a_start_lies_between_the_offer_and_today(dossier, traject, wie, consulent, op, reden):
    aanbod = een_aanbod(dossier, door=consulent, status=AanbodStatus.AANVAARD)

    with pytest.raises(Geweigerd, match=reden):
        services.aanbod_starten(aanbod_id=aanbod.pk, versie=None, op=op, **wie)

    assert Deelname.objects.count() == 0


def test_a_refusal_has_a_reason_and_is_final(dossier, traject, wie):
    welk = {"aanbod_id": doe(dossier, wie).pk, "versie": None, "op": VANDAAG, **wie}

    with pytest.raises(Geweigerd, match="Geef een reden"):
        services.aanbod_weigeren(**welk, reden=" ")
    services.aanbod_weigeren(**welk, reden="De school is te ver weg")

    with pytest.raises(Geweigerd, match="al gereageerd"):
        services.aanbod_aanvaarden(**welk)


def test_the_end_of_an_offer_ends_its_lessons(dossier, traject, wie, consulent):
    aanbod = een_aanbod(dossier, door=consulent, status=AanbodStatus.GESTART)

    services.aanbod_beeindigen(
        aanbod_id=aanbod.pk, versie=None, op=VANDAAG, reden="De school sluit", **wie
    )

    aanbod.refresh_from_db()
    assert (aanbod.status, aanbod.deelname.eind_op, aanbod.deelname.reden) == (
        AanbodStatus.BEEINDIGD,
        VANDAAG,
        "De school sluit",
    )


def test_an_offer_that_never_began_can_end(dossier, traject, wie):
    aanbod = doe(dossier, wie)

    services.aanbod_beeindigen(
        aanbod_id=aanbod.pk, versie=None, op=VANDAAG, reden="Geen plaats", **wie
    )

    with pytest.raises(Geweigerd, match="loopt niet meer"):
        services.aanbod_beeindigen(
            aanbod_id=aanbod.pk, versie=None, op=VANDAAG, reden="Nog eens", **wie
        )


def test_nothing_begins_while_the_dossier_rests(dossier, traject, wie, consulent):
    aanbod = een_aanbod(dossier, door=consulent, status=AanbodStatus.AANVAARD)
    dossiers.opschorten(dossier_id=dossier.pk, reden="vrijstelling", **wie)

    with pytest.raises(Geweigerd, match="Het dossier is opgeschort"):
        services.aanbod_starten(aanbod_id=aanbod.pk, versie=None, op=VANDAAG, **wie)


# --- Put right -----------------------------------------------------------------------------------
def wijzig(aanbod, wie, **anders):
    gewoon = {"gedaan_op": aanbod.gedaan_op, "uren_per_week": Decimal(12), "reden": "Typefout"}
    return services.aanbod_wijzigen(aanbod_id=aanbod.pk, versie=None, **wie, **(gewoon | anders))


def test_an_offer_is_put_right(dossier, traject, wie):
    aanbod = doe(dossier, wie, gedaan_op=date(2026, 2, 2))

    wijzig(
        aanbod,
        wie,
        gedaan_op=date(2026, 2, 16),
        uren_per_week=Decimal("9.5"),
        verwachte_start_op=date(2026, 3, 9),
    )

    aanbod.refresh_from_db()
    assert (aanbod.gedaan_op, aanbod.uren_per_week, aanbod.verwachte_start_op) == (
        date(2026, 2, 16),
        Decimal("9.5"),
        date(2026, 3, 9),
    )
    assert Gebeurtenis.objects.get(tekst__startswith="Aanbod gewijzigd").reden == "Typefout"


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"gedaan_op": VANDAAG + timedelta(days=1)}, "in de toekomst"),
        ({"gedaan_op": BEGIN.date() - timedelta(days=1)}, "Het PIP is van 12-01-2026"),
        ({"gedaan_op": date(2026, 2, 3)}, "Wat op het aanbod volgde, is van 02-02-2026"),
        ({"uren_per_week": Decimal(61)}, "van 0,5 tot en met 60"),
        ({"verwacht_eind_op": date(2026, 2, 1)}, "ligt vóór de eerste"),
        ({"reden": " "}, "Geef een reden"),
    ],
)
def test_an_offer_is_not_put_wrong(dossier, traject, wie, anders, reden):
    aanbod = doe(dossier, wie, gedaan_op=date(2026, 2, 2))
    services.aanbod_aanvaarden(aanbod_id=aanbod.pk, versie=None, op=date(2026, 2, 2), **wie)

    with pytest.raises(Geweigerd, match=reden):
        wijzig(aanbod, wie, **anders)


@pytest.mark.parametrize("antwoord", ["aanvaarden", "weigeren"])
def test_an_answer_is_taken_back(dossier, traject, wie, antwoord):
    aanbod = doe(dossier, wie)
    welk = {"aanbod_id": aanbod.pk, "versie": None, **wie}
    if antwoord == "aanvaarden":
        services.aanbod_aanvaarden(**welk, op=VANDAAG)
    else:
        services.aanbod_weigeren(**welk, op=VANDAAG, reden="Te ver weg")

    services.aanbod_antwoord_terugnemen(**welk, reden="Bij de verkeerde vastgelegd")

    aanbod.refresh_from_db()
    assert (aanbod.status, aanbod.aanvaard_op, aanbod.geweigerd_op, aanbod.reden) == (
        AanbodStatus.GEDAAN,
        None,
        None,
        "",
    )


def test_an_answer_is_not_taken_back_once_there_is_a_new_offer(dossier, traject, wie):
    school = een_school()
    eerste = doe(dossier, wie, aanbieder=school)
    welk = {"aanbod_id": eerste.pk, "versie": None, **wie}
    with pytest.raises(Geweigerd, match="geen antwoord om terug te nemen"):
        services.aanbod_antwoord_terugnemen(**welk, reden="Vergissing")
    services.aanbod_weigeren(**welk, op=VANDAAG, reden="Te ver weg")
    doe(dossier, wie, aanbieder=school)

    with pytest.raises(Geweigerd, match="al een nieuw aanbod voor deze les"):
        services.aanbod_antwoord_terugnemen(**welk, reden="Vergissing")


# --- Tasks and letters ---------------------------------------------------------------------------
def taken(dossier):
    rijen = Taak.objects.filter(inburgeraar=dossier, status="open", pagina="leerroute-lessen")
    return [(taak.titel, taak.uiterlijk_op) for taak in rijen.order_by("pk")]


def test_the_tasks_follow_the_offer(dossier, traject, wie):
    assert taken(dossier) == [("Aanbod voor lessen doen", date(2026, 4, 12))]

    aanbod = doe(dossier, wie, verwachte_start_op=date(2026, 3, 23))
    welk = {"aanbod_id": aanbod.pk, "versie": None, "op": VANDAAG, **wie}
    assert taken(dossier) == [("Reactie op het aanbod vragen", date(2026, 3, 16))]

    services.aanbod_aanvaarden(**welk)
    assert taken(dossier) == [("Vastleggen dat de lessen zijn begonnen", date(2026, 3, 23))]

    services.aanbod_op_wachtlijst(**welk)
    assert taken(dossier) == [("Nagaan wanneer er plaats is", None)]

    services.aanbod_starten(**welk)
    assert taken(dossier) == []


def test_a_refused_offer_asks_for_another(dossier, traject, wie):
    aanbod = doe(dossier, wie)

    services.aanbod_weigeren(
        aanbod_id=aanbod.pk, versie=None, op=VANDAAG, reden="Te ver weg", **wie
    )

    assert taken(dossier) == [("Nieuw aanbod voor lessen doen", None)]


@pytest.mark.parametrize("einde", ["aanbod", "lessen"])
def test_lessons_that_stopped_before_the_end_ask_for_another_offer(
    dossier, traject, wie, consulent, einde
):
    aanbod = een_aanbod(dossier, door=consulent, status=AanbodStatus.GESTART)
    tijdens = taken(dossier)

    if einde == "aanbod":
        services.aanbod_beeindigen(
            aanbod_id=aanbod.pk, versie=None, op=VANDAAG, reden="De school sluit", **wie
        )
    else:
        deelname_beeindigen(
            deelname_id=aanbod.deelname.pk, versie=None, op=VANDAAG, reden="Cursus klaar", **wie
        )

    assert (tijdens, taken(dossier)) == ([], [("Nieuw aanbod voor lessen doen", None)])


def test_who_needs_no_more_lessons_is_asked_for_no_offer(dossier, traject, wie, consulent):
    aanbod = een_aanbod(dossier, door=consulent, status=AanbodStatus.GESTART)
    with spoor(**wie):
        Vrijstelling(
            inburgeraar=dossier,
            soort=VrijstellingSoort.GEDEELTELIJK,
            reden=VrijstellingReden.DIP,
            onderdelen=Onderdeel.values,
            besloten_op=VANDAAG,
            start_op=VANDAAG,
        ).save()

    services.aanbod_beeindigen(
        aanbod_id=aanbod.pk, versie=None, op=VANDAAG, reden="Alles gehaald", **wie
    )

    assert taken(dossier) == []


# --- The end of the dossier ----------------------------------------------------------------------
def eindig(dossier, wie, hoe):
    if hoe == "beeindigen":
        dossiers.beeindigen(dossier_id=dossier.pk, reden=BeeindigReden.VERHUISD, op=VANDAAG, **wie)
    elif hoe == "voltooien":
        dossiers.voltooien(dossier_id=dossier.pk, besloten_op=VANDAAG, **wie)
    else:
        dossiers.opschorten(dossier_id=dossier.pk, reden="vrijstelling", **wie)


@pytest.mark.parametrize(
    ("hoe", "status", "lessen", "reden"),
    [
        ("beeindigen", AanbodStatus.BEEINDIGD, "beeindigd", "Het dossier is beëindigd"),
        ("voltooien", AanbodStatus.BEEINDIGD, "beeindigd", "Aan de plicht is voldaan"),
        ("opschorten", AanbodStatus.GESTART, "gestart", ""),
    ],
)
def test_lessons_and_offers_end_with_the_dossier(
    dossier, traject, wie, consulent, hoe, status, lessen, reden
):
    aanbod = een_aanbod(dossier, door=consulent, status=AanbodStatus.GESTART)

    eindig(dossier, wie, hoe)

    aanbod.refresh_from_db()
    deelname = aanbod.deelname
    assert (aanbod.status, aanbod.reden) == (status, reden)
    assert (deelname.status, deelname.reden) == (lessen, reden)
    assert deelname.eind_op == (VANDAAG if reden else None)


def test_a_school_counts_only_people_whose_dossier_runs(dossier, traject, wie, consulent):
    aanbod = een_aanbod(dossier, door=consulent, status=AanbodStatus.GESTART)
    lopend = lopende_lessen().filter(aanbieder=aanbod.aanbieder)
    tijdens = lopend.count()

    eindig(dossier, wie, "opschorten")

    assert (tijdens, lopend.count()) == (1, 0)


def test_the_letter_is_made_once_per_offer_as_it_stands(dossier, traject, wie, consulent):
    aanbod = een_aanbod(dossier, door=consulent, status=AanbodStatus.AANVAARD)

    aanbodbrief_maken(aanbod_id=aanbod.pk, **wie)
    with pytest.raises(Geweigerd, match="De brief bij dit aanbod is er al"):
        aanbodbrief_maken(aanbod_id=aanbod.pk, **wie)
    services.aanbod_op_wachtlijst(
        aanbod_id=aanbod.pk,
        versie=None,
        op=VANDAAG,
        verwachte_start_op=date(2026, 4, 6),
        **wie,
    )
    aanbodbrief_maken(aanbod_id=aanbod.pk, **wie)

    assert Brief.objects.filter(soort=BriefSoort.AANBOD).count() == 2


@pytest.mark.parametrize(
    "anders", [{"uren_per_week": Decimal(9)}, {"verwacht_eind_op": date(2026, 12, 18)}]
)
def test_an_offer_that_was_put_right_asks_for_another_letter(
    dossier, traject, wie, consulent, anders
):
    aanbod = een_aanbod(dossier, door=consulent)
    aanbodbrief_maken(aanbod_id=aanbod.pk, **wie)

    services.aanbod_wijzigen(
        aanbod_id=aanbod.pk,
        versie=None,
        reden="Verkeerd getypt",
        **{"gedaan_op": VANDAAG, "uren_per_week": Decimal(12)} | anders,
        **wie,
    )
    aanbodbrief_maken(aanbod_id=aanbod.pk, **wie)

    assert Brief.objects.filter(soort=BriefSoort.AANBOD).count() == 2


# --- The pages -----------------------------------------------------------------------------------
def adres(naam, dossier, *rest):
    return reverse(naam, args=[dossier.dossiernummer, *rest])


def test_the_page_makes_an_offer_and_shows_it(klant, dossier, traject):
    school = een_school(naam="Alfa-college")

    antwoord = klant.post(
        adres("leerroute-aanbod-doen", dossier),
        {
            "aanbieder": school.pk,
            "lessoort": "taal",
            "uren_per_week": "12,5",
            "gedaan_op": "2-3-2026",
            "duo_reden": REDEN,
        },
        follow=True,
    )

    assert Inburgeringsaanbod.objects.get().uren_per_week == Decimal("12.5")
    assert "12,5 uur per week" in antwoord.text
    assert "Op tijd" in antwoord.text


def test_the_page_keeps_what_was_typed_and_says_why_not(klant, dossier, traject):
    school = AanbiederFactory(naam="Zonder Keur")

    antwoord = klant.post(
        adres("leerroute-aanbod-doen", dossier),
        {
            "aanbieder": school.pk,
            "lessoort": "taal",
            "uren_per_week": "12",
            "gedaan_op": "02-03-2026",
        },
    )

    assert antwoord.status_code == 422
    assert "geen geldig bewijs" in antwoord.text
    assert 'value="02-03-2026"' in antwoord.text


@pytest.mark.parametrize(
    "deel", ["aanvaarden", "weigeren", "wachtlijst", "starten", "beeindigen", "wijzigen"]
)
def test_an_offer_of_somebody_else_is_not_found(klant, dossier, traject, consulent, deel):
    ander = een_dossier(consulent=consulent, wordt_gehuisvest=False)
    een_traject(ander, door=consulent, nu=BEGIN)
    aanbod = een_aanbod(ander, door=consulent)

    pagina = adres(f"leerroute-aanbod-{deel}", dossier, aanbod.pk)

    assert klant.get(pagina).status_code == 404


def test_a_closed_dossier_is_not_found(client_als, dossier, traject, teamleider):
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="Bedreiging"
    )

    klant = client_als(MedewerkerFactory(rol=Rol.CONSULENT))
    assert klant.get(adres("leerroute-lessen", dossier)).status_code == 404


def test_a_migrant_reads_that_there_is_no_offer(klant, gemeente, consulent):
    overig = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG)
    een_traject(overig, door=consulent)

    pagina = klant.get(adres("leerroute-lessen", overig)).text

    assert "betaalt de lessen zelf" in pagina
    assert "Aanbod doen" not in pagina


def test_two_people_on_one_offer_see_each_other(klant, dossier, traject, consulent, wie):
    aanbod = een_aanbod(dossier, door=consulent)
    geopend = aanbod.versie
    services.aanbod_aanvaarden(aanbod_id=aanbod.pk, versie=geopend, op=VANDAAG, **wie)

    antwoord = klant.post(
        adres("leerroute-aanbod-weigeren", dossier, aanbod.pk),
        {"versie": geopend, "op": "02-03-2026", "reden": "Te ver weg"},
    )

    assert antwoord.status_code == 409

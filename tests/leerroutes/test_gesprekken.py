"""Talks about the progress: planned as agreed, held, dropped, and the sheet for on the table."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO

import pypdf
import pytest
from django.urls import reverse

from inburgering.datums import AMSTERDAM
from inburgering.enums import AfspraakStatus, GebeurtenisSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Afspraak, Taak
from inburgering.services.dossiers import sluiten_voor_anderen
from leerroutes.enums import GesprekStatus, Oordeel
from leerroutes.models import Voortgangsgesprek
from leerroutes.services import gesprekken as services
from leerroutes.services.gespreksblad import gespreksblad_pdf
from leerroutes.services.traject import EerdereUren, traject_overnemen
from leerroutes.services.uren import UrenGegevens, uren_vastleggen
from medewerkers.enums import Rol
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier, een_traject
from tests.pdf import tekst_van
from wet.leerroutes import Leerroute, Urensoort

pytestmark = pytest.mark.django_db

BEGIN = datetime(2026, 1, 12, 9, 30, tzinfo=AMSTERDAM)
MORGEN = NU + timedelta(days=1)


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, wordt_gehuisvest=False, nu=BEGIN)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def gesprek(dossier, consulent):
    """The first of two, ten weeks apart."""
    een_traject(dossier, door=consulent, nu=BEGIN, voortgangsgesprekken=2, gesprek_weken=10)
    return Voortgangsgesprek.objects.get(nummer=1)


def welk(gesprek, wie):
    return {"gesprek_id": gesprek.pk, "versie": None, **wie}


def rijen():
    return list(
        Voortgangsgesprek.objects.order_by("nummer").values_list("nummer", "uiterlijk_op", "status")
    )


# --- As agreed -----------------------------------------------------------------------------------
def test_a_plan_plans_its_talks(dossier, consulent):
    een_traject(dossier, door=consulent, nu=BEGIN, voortgangsgesprekken=3, gesprek_weken=10)

    assert rijen() == [
        (1, date(2026, 3, 23), GesprekStatus.GEPLAND),
        (2, date(2026, 6, 1), GesprekStatus.GEPLAND),
        (3, date(2026, 8, 10), GesprekStatus.GEPLAND),
    ]


def test_without_weeks_they_are_spread_over_the_three_years(dossier, consulent):
    een_traject(dossier, door=consulent, nu=BEGIN, voortgangsgesprekken=6)

    dagen = [rij[1] for rij in rijen()]
    assert dagen[:2] == [BEGIN.date() + timedelta(weeks=26), BEGIN.date() + timedelta(weeks=52)]
    assert dagen[-1] == BEGIN.date() + timedelta(weeks=156)


def test_none_is_due_after_the_three_years(dossier, consulent):
    een_traject(dossier, door=consulent, nu=BEGIN, voortgangsgesprekken=4, gesprek_weken=50)

    assert [rij[1] for rij in rijen()][-2:] == [
        BEGIN.date() + timedelta(weeks=150),
        date(2029, 1, 12),
    ]


def test_no_talks_agreed_is_no_talks(dossier, consulent):
    een_traject(dossier, door=consulent, nu=BEGIN, voortgangsgesprekken=0)

    assert rijen() == []


def test_twice_is_once(dossier, gesprek, consulent):
    vooraf = list(Voortgangsgesprek.objects.values_list("pk", "versie"))

    with handeling(door=consulent, nu=NU, dossiers=[dossier.pk]) as act:
        services.gesprekken_plannen(act, dossier.pk)

    assert list(Voortgangsgesprek.objects.values_list("pk", "versie")) == vooraf


def test_fewer_talks_drop_the_last_and_more_add_them(dossier, consulent):
    afspraken = {"door": consulent, "gesprek_weken": 10}
    een_traject(dossier, nu=BEGIN, voortgangsgesprekken=3, **afspraken)
    eerste = Voortgangsgesprek.objects.get(nummer=1)
    services.gesprek_voeren(
        **welk(eerste, {"door": consulent, "nu": NU}), op=VANDAAG, verslag="Het gaat goed."
    )

    een_traject(dossier, nu=NU, voortgangsgesprekken=2, **afspraken)
    minder = [(nummer, status) for nummer, _dag, status in rijen()]
    een_traject(dossier, nu=NU, voortgangsgesprekken=4, **afspraken)

    assert minder == [
        (1, GesprekStatus.GEHOUDEN),
        (2, GesprekStatus.GEPLAND),
        (3, GesprekStatus.VERVALLEN),
    ]
    assert rijen()[3:] == [
        (4, date(2026, 8, 10), GesprekStatus.GEPLAND),
        (5, date(2026, 10, 19), GesprekStatus.GEPLAND),
    ]


def test_other_weeks_move_what_is_still_to_come(dossier, gesprek, consulent):
    een_traject(dossier, door=consulent, nu=NU, voortgangsgesprekken=2, gesprek_weken=20)

    assert [rij[1] for rij in rijen()] == [date(2026, 6, 1), date(2026, 10, 19)]


def test_another_route_plans_anew(dossier, gesprek, consulent):
    een_traject(
        dossier,
        door=consulent,
        nu=NU,
        leerroute=Leerroute.Z,
        voortgangsgesprekken=1,
        gesprek_weken=10,
    )

    assert rijen() == [
        (1, date(2026, 3, 23), GesprekStatus.VERVALLEN),
        (2, date(2026, 6, 1), GesprekStatus.VERVALLEN),
        (3, date(2026, 5, 11), GesprekStatus.GEPLAND),
    ]


def test_what_was_due_before_it_was_kept_here_is_not_asked(dossier, consulent):
    traject_overnemen(
        dossier_id=dossier.pk,
        leerroute=Leerroute.B,
        start_op=date(2025, 3, 3),
        uren=EerdereUren(taal=200),
        niveau="B1",
        leerroute_uren=600,
        pvt_uren=12,
        map_uren=40,
        voortgangsgesprekken=3,
        gesprek_weken=26,
        door=consulent,
        nu=BEGIN,
    )

    assert rijen() == [
        (1, date(2025, 9, 1), GesprekStatus.VERVALLEN),
        (2, date(2026, 3, 2), GesprekStatus.GEPLAND),
        (3, date(2026, 8, 31), GesprekStatus.GEPLAND),
    ]


# --- Holding a talk ------------------------------------------------------------------------------
def test_a_talk_is_held(gesprek, wie):
    services.gesprek_voeren(
        **welk(gesprek, wie),
        op=VANDAAG,
        verslag="De lessen gaan goed.",
        afspraken="Elke week naar het taalcafé.",
        inspanning=Oordeel.GENOEG,
    )

    gesprek.refresh_from_db()
    assert (gesprek.status, gesprek.gehouden_op, gesprek.gehouden_door, gesprek.inspanning) == (
        GesprekStatus.GEHOUDEN,
        VANDAAG,
        wie["door"],
        "genoeg",
    )


@pytest.mark.parametrize(
    ("anders", "veld", "reden"),
    [
        ({"op": MORGEN.date()}, "op", "in de toekomst"),
        ({"op": date(2026, 1, 11)}, "op", "De leerroute begon op 12-01-2026"),
        ({"verslag": " "}, "verslag", "Schrijf op wat is besproken"),
    ],
)
def test_a_talk_that_cannot_be_is_refused(gesprek, wie, anders, veld, reden):
    with pytest.raises(Geweigerd, match=reden) as fout:
        services.gesprek_voeren(
            **welk(gesprek, wie), **({"op": VANDAAG, "verslag": "Goed."} | anders)
        )

    assert fout.value.veld == veld


def test_a_talk_is_held_once_and_can_be_put_right(gesprek, wie):
    services.gesprek_voeren(**welk(gesprek, wie), op=VANDAAG, verslag="Goed.")

    with pytest.raises(Geweigerd, match="al gevoerd"):
        services.gesprek_voeren(**welk(gesprek, wie), op=VANDAAG, verslag="Nog eens.")
    corrigeer(gesprek, wie, op=date(2026, 2, 23), verslag="Heel goed.")

    gesprek.refresh_from_db()
    assert (gesprek.gehouden_op, gesprek.verslag) == (date(2026, 2, 23), "Heel goed.")


def corrigeer(gesprek, wie, **anders):
    gewoon = {"op": VANDAAG, "verslag": "Goed.", "afspraken": "", "inspanning": None}
    return services.gesprek_corrigeren(
        **welk(gesprek, wie), **(gewoon | {"reden": "Verkeerd getypt"} | anders)
    )


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"op": MORGEN.date()}, "in de toekomst"),
        ({"op": date(2026, 1, 11)}, "De leerroute begon op 12-01-2026"),
        ({"verslag": " "}, "Schrijf op wat is besproken"),
        ({"reden": ""}, "Geef een reden"),
    ],
)
def test_a_talk_is_not_put_wrong(gesprek, wie, anders, reden):
    services.gesprek_voeren(**welk(gesprek, wie), op=VANDAAG, verslag="Goed.")

    with pytest.raises(Geweigerd, match=reden):
        corrigeer(gesprek, wie, **anders)


def test_only_a_talk_that_was_held_is_put_right_or_back(gesprek, wie):
    with pytest.raises(Geweigerd, match="nog niet gevoerd"):
        corrigeer(gesprek, wie)
    with pytest.raises(Geweigerd, match="nog niet gevoerd"):
        services.gesprek_terugzetten(**welk(gesprek, wie), reden="Vergissing")


def test_a_talk_that_was_not_held_is_still_to_come(gesprek, wie):
    services.gesprek_voeren(**welk(gesprek, wie), op=VANDAAG, verslag="Goed.", afspraken="Bellen.")

    services.gesprek_terugzetten(**welk(gesprek, wie), reden="Verkeerd dossier")

    gesprek.refresh_from_db()
    assert (gesprek.status, gesprek.gehouden_op, gesprek.verslag, gesprek.afspraken) == (
        GesprekStatus.GEPLAND,
        None,
        "",
        "",
    )
    open_taken = Taak.objects.filter(soort="voortgangsgesprek", status="open")
    assert [taak.titel for taak in open_taken] == ["Voortgangsgesprek 1 plannen"]


# --- The appointment -----------------------------------------------------------------------------
def spreek_af(gesprek, wie, begint_at=MORGEN):
    return services.gesprek_afspreken(
        **welk(gesprek, wie), begint_at=begint_at, plaats="Gemeentehuis Leek"
    ).afspraak


def standen():
    return list(Afspraak.objects.order_by("pk").values_list("status", flat=True))


def test_another_appointment_calls_off_the_first(gesprek, wie):
    spreek_af(gesprek, wie)
    spreek_af(gesprek, wie, MORGEN + timedelta(days=7))

    assert standen() == [AfspraakStatus.AFGEZEGD, AfspraakStatus.GEPLAND]


def test_an_appointment_lies_ahead(gesprek, wie):
    with pytest.raises(Geweigerd, match="al geweest"):
        spreek_af(gesprek, wie, NU - timedelta(hours=1))


def test_the_talk_keeps_its_appointment_on_the_day_itself(gesprek, wie, consulent):
    spreek_af(gesprek, wie)

    services.gesprek_voeren(
        **welk(gesprek, {"door": consulent, "nu": MORGEN}), op=MORGEN.date(), verslag="Goed."
    )

    assert standen() == [AfspraakStatus.GEHOUDEN]


def test_a_talk_on_another_day_calls_it_off(gesprek, wie):
    spreek_af(gesprek, wie)

    services.gesprek_voeren(**welk(gesprek, wie), op=VANDAAG, verslag="Kwam een dag eerder.")

    assert standen() == [AfspraakStatus.AFGEZEGD]


def test_who_does_not_come_still_has_the_talk_ahead(gesprek, wie, consulent):
    spreek_af(gesprek, wie)
    with pytest.raises(Geweigerd, match="moet nog komen"):
        services.gesprek_niet_gekomen(**welk(gesprek, wie), reden="Ziek")

    later = {"door": consulent, "nu": MORGEN + timedelta(hours=2)}
    services.gesprek_niet_gekomen(**welk(gesprek, later), reden="Ziek, belde later")

    gesprek.refresh_from_db()
    assert (standen(), gesprek.status) == (
        [AfspraakStatus.NIET_VERSCHENEN],
        GesprekStatus.GEPLAND,
    )
    with pytest.raises(Geweigerd, match="geen afspraak"):
        services.gesprek_niet_gekomen(**welk(gesprek, later), reden="Ziek")


def test_a_talk_is_dropped_with_its_appointment(gesprek, wie):
    spreek_af(gesprek, wie)
    with pytest.raises(Geweigerd, match="Geef een reden"):
        services.gesprek_laten_vervallen(**welk(gesprek, wie), reden="")

    services.gesprek_laten_vervallen(**welk(gesprek, wie), reden="Gaat verhuizen")

    assert standen() == [AfspraakStatus.AFGEZEGD]
    with pytest.raises(Geweigerd, match="is vervallen"):
        services.gesprek_voeren(**welk(gesprek, wie), op=VANDAAG, verslag="Toch.")


def test_one_more_talk_stays_when_the_plan_changes(dossier, gesprek, wie, consulent):
    extra = services.gesprek_extra(
        dossier_id=dossier.pk, uiterlijk_op=date(2026, 3, 9), reden="Veel gemist", **wie
    )

    een_traject(dossier, door=consulent, nu=NU, voortgangsgesprekken=1, gesprek_weken=10)

    extra.refresh_from_db()
    assert (extra.traject, extra.status) == (None, GesprekStatus.GEPLAND)


def test_one_more_talk_needs_a_reason_and_a_day_ahead(dossier, wie):
    with pytest.raises(Geweigerd, match="Geef een reden"):
        services.gesprek_extra(dossier_id=dossier.pk, uiterlijk_op=VANDAAG, reden="", **wie)
    with pytest.raises(Geweigerd, match="al voorbij"):
        services.gesprek_extra(
            dossier_id=dossier.pk,
            uiterlijk_op=VANDAAG - timedelta(days=1),
            reden="Veel gemist",
            **wie,
        )


def test_one_more_talk_that_is_sent_twice_is_planned_once(dossier, wie):
    extra = {"dossier_id": dossier.pk, "uiterlijk_op": date(2026, 3, 9), **wie}
    services.gesprek_extra(reden="Veel gemist", **extra)

    with pytest.raises(Geweigerd, match="Dit staat er al"):
        services.gesprek_extra(reden="Veel gemist", **extra)
    services.gesprek_extra(reden="Wil stoppen", **extra)

    assert Voortgangsgesprek.objects.filter(inburgeraar=dossier).count() == 2


def test_the_task_is_the_next_talk(dossier, gesprek, wie):
    def taken():
        rijen = Taak.objects.filter(soort="voortgangsgesprek", status="open")
        return list(rijen.values_list("titel", "uiterlijk_op"))

    assert taken() == [("Voortgangsgesprek 1 plannen", date(2026, 3, 23))]

    spreek_af(gesprek, wie)
    assert taken() == [("Voortgangsgesprek 1 vastleggen", MORGEN.date())]

    services.gesprek_voeren(**welk(gesprek, wie), op=VANDAAG, verslag="Goed.")
    assert taken() == [("Voortgangsgesprek 2 plannen", date(2026, 6, 1))]


# --- The sheet -----------------------------------------------------------------------------------
def test_the_sheet_is_one_page_with_what_was_agreed(dossier, gesprek, wie):
    services.gesprek_voeren(
        **welk(gesprek, wie), op=VANDAAG, verslag="Goed.", afspraken="Naar het taalcafé. " * 30
    )
    volgende = Voortgangsgesprek.objects.select_related("inburgeraar__persoon").get(nummer=2)

    pdf = gespreksblad_pdf(volgende, op=VANDAAG)

    tekst = " ".join(tekst_van(pdf).split())
    assert len(pypdf.PdfReader(BytesIO(pdf)).pages) == 1
    for deel in (
        "Voortgangsgesprek 2",
        "Leerroute: 600 uur",
        "Naar het taalcafé.",
        "Haal het examen lezen",
        "Aanbod van een cursus: t/m 12 april 2026",
        "Voortgangsgesprek 1 gevoerd",
    ):
        assert deel in tekst


def test_the_fullest_sheet_is_still_one_page(dossier, consulent, wie):
    een_traject(
        dossier,
        door=consulent,
        nu=BEGIN,
        leerroute=Leerroute.Z,
        voortgangsgesprekken=9,
        gesprek_weken=10,
        uren_per_week=12,
        participatie_uren=800,
    )
    eerste, tweede = Voortgangsgesprek.objects.filter(nummer__lte=2).select_related(
        "inburgeraar__persoon", "inburgeraar__consulent"
    )
    services.gesprek_voeren(
        **welk(eerste, wie), op=VANDAAG, verslag="Goed.", afspraken="Belt met de school. " * 40
    )
    soorten = (
        Urensoort.PARTICIPATIE,
        Urensoort.PVT,
        Urensoort.MAP_PRAKTIJK,
        Urensoort.MAP_LES,
    )
    with handeling(dossiers=[dossier.pk], **wie) as act:
        uren_vastleggen(
            dossier_id=dossier.pk,
            regels=[UrenGegevens(soort=s, op=VANDAAG, uren=Decimal(3)) for s in soorten],
            **wie,
        )
        for _ in range(12):
            act.meld(dossier.pk, GebeurtenisSoort.CONTACT, "Er is van alles veranderd. " * 11)

    pdf = gespreksblad_pdf(tweede, op=VANDAAG)

    assert len(pypdf.PdfReader(BytesIO(pdf)).pages) == 1
    assert "op de tijdlijn van het dossier" in tekst_van(pdf)


# --- The pages -----------------------------------------------------------------------------------
def adres(naam, dossier, *rest):
    return reverse(naam, args=[dossier.dossiernummer, *rest])


def test_the_page_records_a_talk(klant, dossier, gesprek):
    antwoord = klant.post(
        adres("leerroute-gesprek-voeren", dossier, gesprek.pk),
        {"op": "02-03-2026", "verslag": "De lessen gaan goed.", "inspanning": "te_weinig"},
        follow=True,
    )

    gesprek.refresh_from_db()
    assert gesprek.inspanning == Oordeel.TE_WEINIG
    assert "De lessen gaan goed." in antwoord.text
    assert "1 van 2 gesprekken gevoerd; elke 10 weken één." in antwoord.text


def test_the_page_keeps_what_was_typed(klant, dossier, gesprek):
    antwoord = klant.post(
        adres("leerroute-gesprek-voeren", dossier, gesprek.pk),
        {"op": "03-03-2026", "verslag": "Dit blijft staan."},
    )

    assert antwoord.status_code == 422
    assert "in de toekomst" in antwoord.text
    assert "Dit blijft staan." in antwoord.text


def test_the_page_puts_a_talk_right(klant, dossier, gesprek, wie):
    services.gesprek_voeren(**welk(gesprek, wie), op=VANDAAG, verslag="Goed.")
    pagina = adres("leerroute-gesprek-corrigeren", dossier, gesprek.pk)

    vooraf = klant.get(pagina).text
    klant.post(pagina, {"op": "27-02-2026", "verslag": "Goed.", "reden": "Verkeerde dag"})

    gesprek.refresh_from_db()
    assert 'value="02-03-2026"' in vooraf
    assert gesprek.gehouden_op == date(2026, 2, 27)


def test_the_page_makes_an_appointment(klant, dossier, gesprek):
    klant.post(
        adres("leerroute-gesprek-afspreken", dossier, gesprek.pk),
        {"datum": "05-03-2026", "tijd": "10:00", "plaats": "Gemeentehuis Leek"},
    )

    gesprek.refresh_from_db()
    assert gesprek.afspraak.begint_at == datetime(2026, 3, 5, 10, 0, tzinfo=AMSTERDAM)
    assert "5 maart 2026 om 10:00" in klant.get(adres("leerroute-gesprekken", dossier)).text


def test_the_sheet_opens_as_pdf(klant, dossier, gesprek):
    antwoord = klant.get(adres("leerroute-gesprek-blad", dossier, gesprek.pk))

    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")


@pytest.mark.parametrize(
    "deel", ["blad", "afspreken", "voeren", "corrigeren", "terugzetten", "vervallen"]
)
def test_a_talk_of_somebody_else_is_not_found(klant, dossier, gesprek, consulent, deel):
    ander = een_dossier(consulent=consulent, wordt_gehuisvest=False)

    assert klant.get(adres(f"leerroute-gesprek-{deel}", ander, gesprek.pk)).status_code == 404


def test_a_closed_dossier_is_not_found(client_als, dossier, gesprek, teamleider):
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="Bedreiging"
    )

    klant = client_als(MedewerkerFactory(rol=Rol.CONSULENT))
    assert klant.get(adres("leerroute-gesprekken", dossier)).status_code == 404

"""Hours with a taalcoach or taalmaatje: taking part in the Z-route, never lessons."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.urls import reverse

from inburgering.enums import BeeindigReden, Regime
from inburgering.geweigerd import Geweigerd
from inburgering.services.dossiers import beeindigen
from leerroutes.enums import Aanwezigheid
from leerroutes.models import Taalkoppel, Urenregel, Urenstand
from leerroutes.queries.gepland import gepland
from leerroutes.queries.plaatsingen import participatiepagina
from leerroutes.queries.uren import maandpagina
from leerroutes.queries.urentotalen import afwijkende_dossiers
from leerroutes.services.uren import UrenGegevens, uren_vastleggen, urenregel_wijzigen
from leerroutes.services.vrijwilligers import (
    koppel_beeindigen,
    koppelen,
    vrijwilliger_stoppen,
)
from medewerkers.enums import Rol
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG, MedewerkerFactory
from tests.leerroutes.pvtgroep import iemand, met_pip, vrijwilliger
from wet.leerroutes import Urensoort

pytestmark = pytest.mark.django_db

BEGIN = date(2026, 2, 2)  # a Monday
TOT = date(2026, 2, 15)


@pytest.fixture
def dossier(gemeente, consulent, partner):
    dossier = iemand(consulent, partner=partner)
    met_pip(dossier, consulent)
    return dossier


@pytest.fixture
def koppel(dossier, consulent):
    return een_koppel(dossier, consulent)


def een_koppel(dossier, door, van=None):
    wie = vrijwilliger(van or door)
    return koppelen(
        dossier_id=dossier.pk, vrijwilliger_id=wie.pk, doel="", start_op=BEGIN, door=door, nu=NU
    )


def einde(koppel, door, op=TOT):
    return koppel_beeindigen(
        taalkoppel_id=koppel.pk, versie=None, eind_op=op, reden="Klaar", door=door, nu=NU
    )


def samen(koppel, door, op=BEGIN, **anders):
    gewoon = {"soort": Urensoort.PARTICIPATIE, "op": op, "uren": Decimal(2), "taalkoppel": koppel}
    regels = [UrenGegevens(**gewoon | anders)]
    return uren_vastleggen(dossier_id=koppel.inburgeraar_id, regels=regels, door=door, nu=NU)


def geweigerd(doe):
    with pytest.raises(Geweigerd) as fout, transaction.atomic():
        doe()
    return fout.value


# --- What counts ---------------------------------------------------------------------------------
def test_hours_with_a_volunteer_are_taking_part_and_no_lessons(dossier, koppel, consulent):
    (regel,) = samen(koppel, consulent)

    stand = Urenstand.objects.get(inburgeraar=dossier)
    assert (regel.taalkoppel, regel.traject.leerroute) == (koppel, "Z")
    assert (stand.participatie, stand.cursus, stand.nederlands) == (2, 0, 0)
    assert afwijkende_dossiers() == []


@pytest.mark.parametrize("soort", [Urensoort.NEDERLANDS, Urensoort.KNM, Urensoort.ALFABETISERING])
def test_they_are_never_lessons(koppel, consulent, soort):
    fout = geweigerd(lambda: samen(koppel, consulent, soort=soort))

    assert (fout.veld, fout.reden) == (
        "soort",
        f"Uren voor {soort.label} horen niet bij een taalkoppel.",
    )


@pytest.mark.parametrize("op", [BEGIN - timedelta(days=1), TOT + timedelta(days=1)])
def test_they_lie_within_the_pair(koppel, consulent, op):
    koppel = einde(koppel, consulent)

    fout = geweigerd(lambda: samen(koppel, consulent, op=op))

    assert (fout.veld, fout.reden) == (
        "op",
        "Deze dag valt buiten het taalkoppel: vanaf 2 februari 2026 tot en met 15 februari 2026.",
    )


def test_the_same_day_with_the_same_volunteer_is_recorded_once(koppel, consulent):
    samen(koppel, consulent)

    assert geweigerd(lambda: samen(koppel, consulent)).veld == "op"


def test_they_are_of_this_person(koppel, consulent):
    ander = iemand(consulent)
    met_pip(ander, consulent)
    regels = [
        UrenGegevens(soort=Urensoort.PARTICIPATIE, op=BEGIN, uren=Decimal(2), taalkoppel=koppel)
    ]

    fout = geweigerd(
        lambda: uren_vastleggen(dossier_id=ander.pk, regels=regels, door=consulent, nu=NU)
    )

    assert fout.reden == "Dit hoort bij een ander dossier."


def test_they_are_put_right(dossier, koppel, consulent):
    (regel,) = samen(koppel, consulent)

    urenregel_wijzigen(
        urenregel_id=regel.pk,
        versie=None,
        gegevens=UrenGegevens(
            soort=Urensoort.PARTICIPATIE, op=BEGIN, uren=Decimal(3), taalkoppel=koppel
        ),
        door=consulent,
        nu=NU,
    )

    assert Urenstand.objects.get(inburgeraar=dossier).participatie == 3


def test_the_ondertussengroep_has_no_plan_and_takes_part(dossier, consulent):
    zonder = iemand(consulent)
    with spoor(door=consulent, nu=NU):
        zonder.regime = Regime.WI2013
        zonder.save()
    koppel = een_koppel(zonder, consulent)

    (regel,) = samen(koppel, consulent)

    assert (regel.traject, regel.taalkoppel) == (None, koppel)


# --- The pair ends after its hours ---------------------------------------------------------------
def test_a_pair_does_not_end_before_its_hours(koppel, consulent):
    samen(koppel, consulent, op=TOT)
    voor = TOT - timedelta(days=1)
    wie = {"versie": None, "reden": "Verhuist", "door": consulent, "nu": NU}
    stop = {"vrijwilliger_id": koppel.vrijwilliger_id, "gestopt_op": voor, **wie}

    fouten = [
        geweigerd(lambda: einde(koppel, consulent, op=voor)),
        geweigerd(lambda: vrijwilliger_stoppen(**stop)),
    ]

    assert [(fout.veld, fout.reden) for fout in fouten] == [
        ("eind_op", "Op 15-02-2026 zijn nog uren vastgelegd."),
        ("gestopt_op", "Op 15-02-2026 zijn nog uren vastgelegd."),
    ]
    assert einde(koppel, consulent, op=TOT).eind_op == TOT


def test_a_dossier_that_ends_keeps_the_hours_within_the_pair(dossier, koppel, consulent):
    samen(koppel, consulent, op=TOT)

    beeindigen(
        dossier_id=dossier.pk,
        op=TOT - timedelta(days=5),
        reden=BeeindigReden.VERHUISD,
        door=consulent,
        nu=NU,
    )

    assert Taalkoppel.objects.get(pk=koppel.pk).eind_op == TOT


# --- The pages -----------------------------------------------------------------------------------
def adres(naam, dossier, *rest):
    return reverse(naam, args=[dossier.dossiernummer, *rest])


@pytest.mark.parametrize("rol", ["consulent", "partner"])
def test_a_week_of_hours_is_recorded_with_the_pair(dossier, consulent, partner, client_als, rol):
    door = {"consulent": consulent, "partner": partner}[rol]
    koppel = een_koppel(dossier, door)

    antwoord = client_als(door).post(
        adres("taalkoppel-uren", dossier, koppel.pk),
        {"week": "4-2-2026", "dag_0": "1,5", "dag_3": "2"},
    )

    assert antwoord.url == adres("begeleiding", dossier)
    regels = Urenregel.objects.filter(taalkoppel=koppel).order_by("op")
    assert list(regels.values_list("op", "uren", "soort")) == [
        (date(2026, 2, 2), Decimal("1.5"), "participatie"),
        (date(2026, 2, 5), Decimal(2), "participatie"),
    ]


def test_what_cannot_be_stands_on_the_form(dossier, koppel, klant):
    antwoord = klant.post(
        adres("taalkoppel-uren", dossier, koppel.pk), {"week": "28-1-2026", "dag_0": "2"}
    )

    assert antwoord.context["geweigerd"].reden == (
        "Deze dag valt buiten het taalkoppel: vanaf 2 februari 2026."
    )


def test_with_a_volunteer_of_another_a_partner_records_nothing(
    dossier, koppel, partner, client_als
):
    vreemd = MedewerkerFactory(rol=Rol.PARTNER)
    pad = adres("taalkoppel-uren", dossier, koppel.pk)

    assert [client_als(wie).get(pad).status_code for wie in (partner, vreemd)] == [404, 404]


def test_the_pages_name_the_pair_and_its_hours(dossier, koppel, consulent, klant):
    samen(koppel, consulent)
    samen(koppel, consulent, op=TOT, aanwezigheid=Aanwezigheid.ONGEOORLOOFD)
    naam = koppel.vrijwilliger.naam

    (gevolgd,) = gepland(dossier, op=VANDAAG)
    (regel, _later) = maandpagina(dossier, voor=consulent, maand=BEGIN.replace(day=1)).regels
    (samen_met,) = participatiepagina(dossier).koppels

    assert (gevolgd.waar, gevolgd.wat, gevolgd.gepland) == (naam, "Taalcoach", None)
    assert (gevolgd.aanwezig, gevolgd.ongeoorloofd) == (2, 2)
    assert (regel.bij, regel.eigen) == (f"Taalcoach {naam}", True)
    assert samen_met.uren == 2
    for pad in (
        adres("leerroute-uren", dossier),
        adres("leerroute-uren-maand", dossier, 2026, 2),
        adres("leerroute-participatie", dossier),
        adres("begeleiding", dossier),
        adres("leerroute-uren-nieuw", dossier),
    ):
        assert naam in klant.get(pad).content.decode()


def test_a_line_is_put_right_where_the_hours_are(dossier, koppel, consulent, klant):
    (regel,) = samen(koppel, consulent)
    pad = adres("leerroute-uren-wijzigen", dossier, regel.pk)

    begin = klant.get(pad).context["form"].initial
    klant.post(
        pad,
        {
            "versie": regel.versie,
            "op": "3-2-2026",
            "deelname": begin["deelname"],
            "soort": "participatie",
            "uren": "4",
            "aanwezigheid": "aanwezig",
        },
    )

    regel.refresh_from_db()
    assert (regel.op, regel.uren, regel.taalkoppel) == (date(2026, 2, 3), 4, koppel)

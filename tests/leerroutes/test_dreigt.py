"""Who threatens to miss the term: the measure, who is left out, and the page."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from inburgering.enums import Onderdeel, OntheffingGrond, OntheffingSoort
from inburgering.models import Ontheffing, Termijn
from inburgering.services.dossiers import opschorten, sluiten_voor_anderen
from leerroutes.queries.dreigt import dreigt_te_missen, koerspagina
from leerroutes.queries.voortgang import eisen_van, nog_te_doen
from leerroutes.services.uren import UrenGegevens, uren_vastleggen
from medewerkers.enums import Rol
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier
from tests.leerroutes.bewijs import geef
from tests.leerroutes.lessen import EERSTE_DAG, een_deelname, een_traject, les
from wet.datums import maanden_voor
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute, Urensoort

pytestmark = pytest.mark.django_db

# Of three years 364 days are over: 800 hours in even steps would be 266 by now.
EINDE = EERSTE_DAG + timedelta(days=1095)


@pytest.fixture
def iemand(gemeente, consulent):
    """Somebody on a route, with so many lessons of four hours and so much participation."""

    def _iemand(lessen, mee=0, *, leerroute=Leerroute.Z, doelgroep=Doelgroep.ASIEL, **velden):
        dossier = een_dossier(consulent=consulent, doelgroep=doelgroep, wordt_gehuisvest=False)
        traject = een_traject(dossier, leerroute=leerroute, **velden)
        deelname = een_deelname(traject)
        dagen = [VANDAAG - timedelta(days=n) for n in range(300)]
        regels = [les(deelname, op, "4") for op in dagen[:lessen]] + [
            UrenGegevens(soort=Urensoort.PARTICIPATIE, op=op, uren=Decimal(4)) for op in dagen[:mee]
        ]
        uren_vastleggen(dossier_id=dossier.pk, regels=regels, door=consulent, nu=NU)
        with spoor(door=consulent, nu=NU):
            Termijn(
                inburgeraar=dossier,
                soort="inburgering",
                start_op=EERSTE_DAG,
                eind_op=EINDE,
                regel="inburgeringstermijn",
                zekerheid="geverifieerd",
            ).save()
        return dossier

    return _iemand


def ontheven(dossier, consulent, onderdelen=()):
    with spoor(door=consulent, nu=NU):
        Ontheffing(
            inburgeraar=dossier,
            soort=OntheffingSoort.GEDEELTELIJK,
            grond=OntheffingGrond.MED,
            onderdelen=list(onderdelen),
            besloten_op=VANDAAG,
        ).save()


def doe_alles(dossier, consulent):
    """All requirements of the B1-route."""
    for soort in (*Onderdeel.values, "pvt", "map"):
        geef(soort, dossier, consulent)


def wie(consulent, op=VANDAAG):
    return [rij.inburgeraar for rij in dreigt_te_missen(op, voor=consulent)]


def test_who_is_behind_an_even_plan_is_named_and_who_is_not_is_not(iemand, consulent):
    op_koers = iemand(67, 67)
    les_achter, mee_achter = iemand(66, 67), iemand(67, 66)

    assert wie(consulent) == [les_achter, mee_achter]
    assert op_koers not in wie(consulent)


def test_a_family_migrant_in_the_z_route_needs_no_participation(iemand, consulent):
    iemand(67, doelgroep=Doelgroep.OVERIG)

    assert wie(consulent) == []


def test_whom_duo_freed_of_the_participation_needs_none(iemand, consulent):
    dossier = iemand(67)
    achter = wie(consulent)

    ontheven(dossier, consulent)

    assert (achter, wie(consulent)) == ([dossier], [])


def test_a_dispensation_for_an_exam_is_not_one_for_the_participation(iemand, consulent):
    dossier = iemand(67)

    ontheven(dossier, consulent, onderdelen=["KNM"])

    assert wie(consulent) == [dossier]


def test_other_routes_only_with_hours_that_were_agreed(iemand, consulent):
    iemand(0, leerroute=Leerroute.B, leerroute_uren=None)
    met = iemand(0, leerroute=Leerroute.B, leerroute_uren=600)
    iemand(50, leerroute=Leerroute.B, leerroute_uren=600)

    assert wie(consulent) == [met]


def test_the_first_thirteen_weeks_say_nothing(iemand, consulent):
    iemand(0, start_op=VANDAAG - timedelta(days=90))
    net = iemand(0, start_op=VANDAAG - timedelta(days=91))

    assert wie(consulent) == [net]


def test_who_did_everything_stays_away_also_after_the_term(iemand, consulent):
    iemand(200, 200)
    niet = iemand(199, 200)

    assert wie(consulent, EINDE + timedelta(days=400)) == [niet]


def test_a_dossier_that_rests_is_left_out(iemand, consulent):
    dossier = iemand(0)
    opschorten(dossier_id=dossier.pk, reden="vrijstelling", door=consulent, nu=NU)

    assert wie(consulent) == []


def test_the_line_says_what_is_missing_and_what_is_needed(iemand, consulent):
    iemand(50, 67)

    (regel,) = koerspagina(VANDAAG, voor=consulent, alleen_eigen=True, cursor="").regels

    assert [baan.zin for baan in regel.achter] == [
        "Les in Nederlands en KNM: 200 van 800 uur; volgens een gelijkmatig plan 265. "
        "Nodig: 6 uur per week."
    ]


def test_who_agreed_on_no_hours_is_named_with_what_is_to_do_when_the_term_is_near(
    iemand, consulent
):
    dossier = iemand(0, leerroute=Leerroute.B, leerroute_uren=None)
    net = maanden_voor(EINDE, 6)

    def pagina(op):
        return koerspagina(op, voor=consulent, alleen_eigen=True, cursor="").regels

    assert pagina(net - timedelta(days=1)) == []
    (regel,) = pagina(net)
    assert (regel.nummer, regel.achter) == (dossier.dossiernummer, [])
    assert regel.nog == list(nog_te_doen(eisen_van(dossier)))
    assert [r.voorbij for r in pagina(EINDE + timedelta(days=1))] == [True]


def test_who_has_nothing_to_do_is_not_named_however_near_the_end(iemand, consulent, monkeypatch):
    monkeypatch.setattr("leerroutes.queries.dreigt.PER_PAGINA", 1)
    klaar = [iemand(0, leerroute=Leerroute.B, leerroute_uren=None) for _ in range(2)]
    for dossier in klaar:
        doe_alles(dossier, consulent)
    nog_niet = iemand(0, leerroute=Leerroute.B, leerroute_uren=None)

    blad = koerspagina(EINDE, voor=consulent, alleen_eigen=True, cursor="")

    assert [regel.nummer for regel in blad.regels] == [nog_niet.dossiernummer]
    assert blad.volgende == ""


def test_the_page_shows_what_is_to_do(klant, iemand, consulent):
    dossier = iemand(0, leerroute=Leerroute.B, leerroute_uren=None)
    with spoor(door=consulent, nu=NU):
        termijn = Termijn.objects.get(inburgeraar=dossier, soort="inburgering")
        termijn.eind_op = VANDAAG + timedelta(days=30)
        termijn.save()

    pagina = klant.get(reverse("op-koers")).text

    nog = list(nog_te_doen(eisen_van(dossier)))
    assert (len(nog), [zin for zin in nog if zin not in pagina]) == (10, [])
    assert "10 punten" in pagina


def test_page_after_page_everybody_once(iemand, consulent, monkeypatch):
    monkeypatch.setattr("leerroutes.queries.dreigt.PER_PAGINA", 2)
    allen = [iemand(0) for _ in range(5)]
    gezien, cursor, bladen = [], "", 0

    while bladen == 0 or cursor:
        blad = koerspagina(VANDAAG, voor=consulent, alleen_eigen=True, cursor=cursor)
        gezien += [regel.nummer for regel in blad.regels]
        cursor, bladen = blad.volgende, bladen + 1

    assert (bladen, gezien) == (3, [dossier.dossiernummer for dossier in allen])


@pytest.mark.parametrize("cursor", ["onzin", "2026-01-01_x", "2026-13-01_4", "_"])
def test_a_cursor_somebody_tampered_with_is_the_first_page(klant, iemand, cursor):
    dossier = iemand(0)

    assert dossier.dossiernummer in klant.get(reverse("op-koers"), {"cursor": cursor}).text


def test_own_people_first_and_everybody_on_request(client_als, iemand):
    dossier = iemand(0)
    ander = client_als(MedewerkerFactory(rol=Rol.CONSULENT))

    eigen, allen = (ander.get(reverse("op-koers"), vraag).text for vraag in ({}, {"van": "allen"}))

    assert "Bij uw mensen lopen de uren niet achter" in eigen
    assert (dossier.dossiernummer in eigen, dossier.dossiernummer in allen) == (False, True)


def test_a_closed_dossier_is_not_in_the_list_of_others(client_als, iemand, teamleider):
    dossier = iemand(0)
    sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="Bedreiging"
    )
    ander = client_als(MedewerkerFactory(rol=Rol.CONSULENT))

    pagina = ander.get(reverse("op-koers"), {"van": "allen"}).text

    assert dossier.dossiernummer not in pagina


def test_other_roles_do_not_see_it(client_als, administratie):
    assert client_als(administratie).get(reverse("op-koers")).status_code == 403

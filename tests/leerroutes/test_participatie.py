"""Somebody at a place or at work: put forward, begun, ended; room is never given twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.urls import reverse

from inburgering.enums import (
    BeeindigReden,
    OntheffingGrond,
    OntheffingSoort,
    Regime,
    SchakelNummer,
)
from inburgering.geweigerd import Geweigerd
from inburgering.models import Ontheffing, Taak
from inburgering.services import dossiers
from inburgering.services.schakels import schakel_afronden, schakel_openen
from inburgering.services.vrijstellingen import ontheffing_vastleggen
from leerroutes.enums import (
    Aanwezigheid,
    PlaatsingStatus,
    PlaatsingUitkomst,
    PlekSoort,
    SubsidieSoort,
)
from leerroutes.models import Plaatsing, Traject, Urenregel
from leerroutes.queries.gepland import gepland
from leerroutes.queries.plaatsingen import participatiepagina, waarheen
from leerroutes.queries.urenkaart import urenkaart
from leerroutes.services.plaatsingen import (
    plaatsen,
    plaatsing_beeindigen,
    plaatsing_hervatten,
    plaatsing_niet_doorgaan,
    plaatsing_starten,
    plaatsing_wijzigen,
    subsidie_bespreken,
)
from leerroutes.services.plekken import PlekGegevens, plek_stoppen, plek_toevoegen
from leerroutes.services.traject import traject_starten
from leerroutes.services.uren import UrenGegevens, uren_vastleggen
from leerroutes.services.werkgevers import (
    VacatureGegevens,
    WerkgeverGegevens,
    vacature_openen,
    vacature_vervullen,
    werkgever_toevoegen,
)
from leerroutes.taakbronnen.participatie import plek_zoeken
from medewerkers.enums import Rol
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute, Urensoort

pytestmark = pytest.mark.django_db

GISTEREN, MORGEN = VANDAAG - timedelta(days=1), VANDAAG + timedelta(days=1)
EERDER = NU - timedelta(days=60)


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


def een_mens(consulent, leerroute=Leerroute.Z, doelgroep=Doelgroep.ASIEL):
    """With a traject that runs for two months."""
    dossier = een_dossier(
        consulent=consulent,
        wordt_gehuisvest=False,
        doelgroep=doelgroep,
        kennisgeving_op=EERDER.date(),
        nu=EERDER,
    )
    traject_starten(
        dossier_id=dossier.pk,
        leerroute=leerroute,
        niveau="" if leerroute is Leerroute.Z else "B1",
        leerroute_uren=800,
        pvt_uren=12,
        map_uren=40,
        voortgangsgesprekken=6,
        door=consulent,
        nu=EERDER,
    )
    return dossier


@pytest.fixture
def dossier(gemeente, consulent):
    return een_mens(consulent)


@pytest.fixture
def plek(gemeente, wie):
    gegevens = PlekGegevens(naam="Novatec", soort=PlekSoort.EIGEN, capaciteit=1)
    return plek_toevoegen(gegevens=gegevens, **wie)


@pytest.fixture
def vacature(gemeente, wie):
    werkgever = werkgever_toevoegen(gegevens=WerkgeverGegevens(naam="Bakkerij Bolt"), **wie)
    gegevens = VacatureGegevens(functie="Bakkershulp", uren_per_week=Decimal(24))
    return vacature_openen(werkgever_id=werkgever.pk, gegevens=gegevens, **wie)


def plaats(dossier, wie, **anders):
    gewoon = {"uren_per_week": Decimal(16), "aangemeld_op": VANDAAG - timedelta(days=20)}
    return plaatsen(dossier_id=dossier.pk, **(gewoon | anders), **wie)


@pytest.fixture
def aangemeld(dossier, plek, wie):
    return plaats(dossier, wie, plek_id=plek.pk)


@pytest.fixture
def gestart(aangemeld, wie):
    op = VANDAAG - timedelta(days=14)
    return plaatsing_starten(plaatsing_id=aangemeld.pk, versie=None, op=op, **wie)


@pytest.fixture
def aan_het_werk(dossier, vacature, wie):
    plaatsing = plaats(dossier, wie, vacature_id=vacature.pk)
    op = VANDAAG - timedelta(days=14)
    return plaatsing_starten(plaatsing_id=plaatsing.pk, versie=None, op=op, **wie)


def uren_op(plaatsing, dag, uren, wie, soort=Urensoort.PARTICIPATIE):
    regel = UrenGegevens(soort=soort, op=dag, uren=Decimal(uren), plaatsing=plaatsing)
    uren_vastleggen(dossier_id=plaatsing.inburgeraar_id, regels=[regel], **wie)


def taken(dossier, *soorten):
    rijen = Taak.objects.filter(inburgeraar=dossier, status="open", soort__in=soorten)
    return {taak.soort: taak.uiterlijk_op for taak in rijen}


# --- Put forward ---------------------------------------------------------------------------------
def test_who_is_put_forward_takes_the_place(aangemeld, plek, dossier, wie):
    assert (aangemeld.status, aangemeld.plek) == (PlaatsingStatus.AANGEMELD, plek)
    assert aangemeld.traject == Traject.objects.get()
    assert waarheen() == []
    with pytest.raises(Geweigerd, match="Alle plaatsen zijn bezet") as fout:
        plaats(een_mens(wie["door"]), wie, plek_id=plek.pk)
    assert fout.value.veld == "waar"


def test_nobody_is_at_a_place_twice(dossier, wie):
    ruim = plek_toevoegen(gegevens=PlekGegevens(naam="Peebos", soort=PlekSoort.EIGEN), **wie)
    plaats(dossier, wie, plek_id=ruim.pk)

    with pytest.raises(Geweigerd, match="Deze persoon is daar al"):
        plaats(dossier, wie, plek_id=ruim.pk)


def test_without_a_plan_nobody_is_placed_but_under_the_old_law(gemeente, consulent, plek, wie):
    zonder = een_dossier(consulent=consulent)
    ondertussen = een_dossier(consulent=consulent, regime=Regime.WI2013)

    with pytest.raises(Geweigerd, match="na het vaststellen van het PIP"):
        plaats(zonder, wie, plek_id=plek.pk)

    assert plaats(ondertussen, wie, plek_id=plek.pk).traject is None


def test_a_place_that_stopped_and_a_vacancy_that_closed_take_nobody(dossier, plek, vacature, wie):
    plek_stoppen(plek_id=plek.pk, versie=None, op=VANDAAG, **wie)
    vacature_vervullen(vacature_id=vacature.pk, versie=None, **wie)

    with pytest.raises(Geweigerd, match="Deze plek is gestopt"):
        plaats(dossier, wie, plek_id=plek.pk)
    with pytest.raises(Geweigerd, match="Deze vacature is gesloten"):
        plaats(dossier, wie, vacature_id=vacature.pk)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"aangemeld_op": MORGEN}, "aangemeld_op"),
        ({"uren_per_week": Decimal(0)}, "uren_per_week"),
        ({"uren_per_week": Decimal(61)}, "uren_per_week"),
    ],
)
def test_what_cannot_be_is_refused(dossier, plek, wie, anders, veld):
    with pytest.raises(Geweigerd) as fout:
        plaats(dossier, wie, plek_id=plek.pk, **anders)

    assert fout.value.veld == veld


def test_a_dossier_that_rests_is_not_placed(dossier, plek, wie):
    dossiers.opschorten(dossier_id=dossier.pk, reden="Vrijstelling", **wie)

    with pytest.raises(Geweigerd, match="Het dossier is opgeschort"):
        plaats(dossier, wie, plek_id=plek.pk)


# --- Begun, ended, or never begun ----------------------------------------------------------------
def test_it_begins_after_it_was_asked_and_not_tomorrow(aangemeld, wie):
    for op, reden in (
        (VANDAAG - timedelta(days=21), "De aanmelding was later"),
        (MORGEN, "toekomst"),
    ):
        with pytest.raises(Geweigerd, match=reden) as fout:
            plaatsing_starten(plaatsing_id=aangemeld.pk, versie=None, op=op, **wie)
        assert fout.value.veld == "op"


def test_what_never_began_frees_the_place(aangemeld, plek, wie):
    with pytest.raises(Geweigerd, match="Geef een reden"):
        plaatsing_niet_doorgaan(plaatsing_id=aangemeld.pk, versie=None, reden=" ", **wie)

    plaatsing_niet_doorgaan(plaatsing_id=aangemeld.pk, versie=None, reden="Verhuisd", **wie)

    assert waarheen() == [("Plekken", [(f"plek-{plek.pk}", "Novatec")])]
    with pytest.raises(Geweigerd, match="Deze plaatsing is niet doorgegaan"):
        plaatsing_starten(plaatsing_id=aangemeld.pk, versie=None, op=VANDAAG, **wie)


def stop(plaatsing, wie, op=VANDAAG, uitkomst=PlaatsingUitkomst.AFGEROND, reden=""):
    return plaatsing_beeindigen(
        plaatsing_id=plaatsing.pk, versie=None, op=op, uitkomst=uitkomst, reden=reden, **wie
    )


def test_it_ends_with_what_came_of_it(gestart, wie):
    plaatsing = stop(gestart, wie, uitkomst=PlaatsingUitkomst.OPLEIDING)

    assert (plaatsing.status, plaatsing.eind_op) == (PlaatsingStatus.BEEINDIGD, VANDAAG)
    assert plaatsing.uitkomst == PlaatsingUitkomst.OPLEIDING
    with pytest.raises(Geweigerd, match="Deze plaatsing is beëindigd"):
        stop(gestart, wie)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"op": VANDAAG - timedelta(days=15)}, "op"),
        ({"op": MORGEN}, "op"),
        ({"uitkomst": PlaatsingUitkomst.GESTOPT}, "reden"),
    ],
)
def test_an_end_that_cannot_be_is_refused(gestart, wie, anders, veld):
    with pytest.raises(Geweigerd) as fout:
        stop(gestart, wie, **anders)

    assert fout.value.veld == veld


def test_it_does_not_end_before_its_last_hours(gestart, wie):
    uren_op(gestart, GISTEREN, 4, wie)

    with pytest.raises(Geweigerd, match="Er staan nog uren op 01-03-2026"):
        stop(gestart, wie, op=GISTEREN - timedelta(days=1))


def test_who_moves_away_gives_the_place_back(gestart, plek, dossier, wie):
    dossiers.beeindigen(dossier_id=dossier.pk, reden=BeeindigReden.VERHUISD, op=GISTEREN, **wie)

    gestart.refresh_from_db()
    assert (gestart.status, gestart.eind_op) == (PlaatsingStatus.BEEINDIGD, GISTEREN)
    assert waarheen() == [("Plekken", [(f"plek-{plek.pk}", "Novatec")])]


def test_a_dossier_that_rests_takes_nobody_from_work(gestart, dossier, wie):
    dossiers.opschorten(dossier_id=dossier.pk, reden="Vrijstelling", **wie)

    gestart.refresh_from_db()
    assert gestart.status == PlaatsingStatus.GESTART


@pytest.mark.parametrize("hoe", ["rust", "klaar"])
def test_who_stays_at_work_after_the_plicht_may_still_stop_there(gestart, plek, dossier, wie, hoe):
    """Else the place would be taken for good."""
    if hoe == "rust":
        dossiers.opschorten(dossier_id=dossier.pk, reden="Vrijstelling", **wie)
    else:
        dossiers.voltooien(dossier_id=dossier.pk, besloten_op=VANDAAG, **wie)

    herstel(gestart, wie, start_op=GISTEREN)
    plaatsing_beeindigen(
        plaatsing_id=gestart.pk,
        versie=None,
        op=VANDAAG,
        uitkomst=PlaatsingUitkomst.GESTOPT,
        reden="Gaat verhuizen",
        **wie,
    )

    assert waarheen() == [("Plekken", [(f"plek-{plek.pk}", "Novatec")])]


@pytest.mark.parametrize("hoe", ["rust", "klaar"])
def test_who_was_only_put_forward_gives_the_place_back(aangemeld, plek, dossier, wie, hoe):
    if hoe == "rust":
        dossiers.opschorten(dossier_id=dossier.pk, reden="Vrijstelling", **wie)
    else:
        dossiers.voltooien(dossier_id=dossier.pk, besloten_op=VANDAAG, **wie)

    plaatsing_niet_doorgaan(plaatsing_id=aangemeld.pk, versie=None, reden="Is klaar", **wie)

    assert waarheen() == [("Plekken", [(f"plek-{plek.pk}", "Novatec")])]


def test_a_dossier_that_ended_takes_nobody_from_a_place_before_hours_that_are_there(
    gestart, dossier, wie
):
    regel = UrenGegevens(
        soort=Urensoort.PARTICIPATIE, op=VANDAAG, uren=Decimal(3), plaatsing=gestart
    )
    uren_vastleggen(dossier_id=dossier.pk, regels=[regel], **wie)

    dossiers.beeindigen(dossier_id=dossier.pk, reden=BeeindigReden.VERHUISD, op=GISTEREN, **wie)

    gestart.refresh_from_db()
    assert gestart.eind_op == VANDAAG


# --- Put right -----------------------------------------------------------------------------------
def herstel(plaatsing, wie, **dagen):
    return plaatsing_wijzigen(
        plaatsing_id=plaatsing.pk, versie=None, uren_per_week=Decimal(16), **dagen, **wie
    )


def hervat(plaatsing, wie, reden="Vergissing"):
    return plaatsing_hervatten(plaatsing_id=plaatsing.pk, versie=None, reden=reden, **wie)


def test_the_first_and_the_last_day_are_put_right(gestart, wie):
    stop(gestart, wie)
    begin, eind = VANDAAG - timedelta(days=10), VANDAAG - timedelta(days=3)

    plaatsing = herstel(gestart, wie, start_op=begin, eind_op=eind)

    assert (plaatsing.start_op, plaatsing.eind_op) == (begin, eind)
    assert plaatsing.uitkomst == PlaatsingUitkomst.AFGEROND


def test_a_day_it_does_not_have_yet_comes_by_starting_and_ending(aangemeld, wie):
    plaatsing = herstel(aangemeld, wie, start_op=GISTEREN, eind_op=GISTEREN)

    assert (plaatsing.start_op, plaatsing.eind_op) == (None, None)


@pytest.mark.parametrize(
    ("dagen", "veld", "reden"),
    [
        ({"start_op": VANDAAG - timedelta(days=21)}, "start_op", "De aanmelding was later"),
        ({"start_op": MORGEN}, "start_op", "toekomst"),
        ({"eind_op": MORGEN}, "eind_op", "toekomst"),
        ({"eind_op": VANDAAG - timedelta(days=15)}, "eind_op", "Het begin was later"),
        (
            {"start_op": VANDAAG - timedelta(days=1)},
            "start_op",
            "Er staan 2 dagen met uren buiten deze periode, van 20 februari 2026 tot en met "
            "25 februari 2026",
        ),
        (
            {"eind_op": VANDAAG - timedelta(days=6)},
            "eind_op",
            "Er staat 1 dag met uren buiten deze periode, op 25 februari 2026",
        ),
    ],
)
def test_a_period_that_cannot_be_is_refused(gestart, wie, dagen, veld, reden):
    for dag in (VANDAAG - timedelta(days=10), VANDAAG - timedelta(days=5)):
        uren_op(gestart, dag, 4, wie)
    stop(gestart, wie)

    with pytest.raises(Geweigerd, match=reden) as fout:
        herstel(gestart, wie, **dagen)

    assert fout.value.veld == veld


def test_an_end_by_mistake_is_undone(gestart, plek, wie):
    stop(gestart, wie, uitkomst=PlaatsingUitkomst.GESTOPT, reden="Te zwaar")

    plaatsing = hervat(gestart, wie)

    assert (plaatsing.status, plaatsing.eind_op) == (PlaatsingStatus.GESTART, None)
    assert (plaatsing.uitkomst, plaatsing.reden) == ("", "")
    assert waarheen() == []
    with pytest.raises(Geweigerd, match="Deze plaatsing is gestart"):
        hervat(gestart, wie)


def test_what_was_not_to_go_on_is_put_forward_again(aangemeld, wie):
    plaatsing_niet_doorgaan(plaatsing_id=aangemeld.pk, versie=None, reden="Geen oppas", **wie)
    with pytest.raises(Geweigerd, match="Deze plaatsing is niet doorgegaan"):
        herstel(aangemeld, wie)
    with pytest.raises(Geweigerd, match="Geef een reden"):
        hervat(aangemeld, wie, reden=" ")

    plaatsing = hervat(aangemeld, wie)

    assert (plaatsing.status, plaatsing.reden) == (PlaatsingStatus.AANGEMELD, "")


def test_a_place_that_was_given_away_is_not_taken_back(gestart, plek, wie):
    stop(gestart, wie)
    plaats(een_mens(wie["door"]), wie, plek_id=plek.pk)

    with pytest.raises(Geweigerd, match="Alle plaatsen zijn bezet"):
        hervat(gestart, wie)


def test_who_had_the_only_job_takes_it_back(aan_het_werk, wie):
    stop(aan_het_werk, wie, uitkomst=PlaatsingUitkomst.WERK)

    assert hervat(aan_het_werk, wie).status == PlaatsingStatus.GESTART


# --- Subsidy -------------------------------------------------------------------------------------
def subsidieer(plaatsing, wie, **anders):
    gewoon = {
        "uren_per_week": Decimal(24),
        "subsidie": SubsidieSoort.LOONKOSTEN,
        "subsidie_bedrag": Decimal("650.00"),
        "subsidie_eind_op": VANDAAG + timedelta(days=90),
    }
    return plaatsing_wijzigen(plaatsing_id=plaatsing.pk, versie=None, **(gewoon | anders), **wie)


def test_a_subsidy_goes_with_work_and_asks_what_comes_after(aan_het_werk, dossier, wie):
    plaatsing = subsidieer(aan_het_werk, wie)

    assert (plaatsing.subsidie_bedrag, plaatsing.uren_per_week) == (
        Decimal("650.00"),
        Decimal(24),
    )
    assert taken(dossier, "subsidie_loopt_af") == {
        "subsidie_loopt_af": VANDAAG + timedelta(days=90)
    }


def test_the_task_ends_once_it_was_discussed_until_the_subsidy_is_extended(
    aan_het_werk, dossier, wie
):
    subsidieer(aan_het_werk, wie)

    bespreek(aan_het_werk, wie)
    besproken = taken(dossier, "subsidie_loopt_af")
    subsidieer(aan_het_werk, wie, subsidie_eind_op=VANDAAG + timedelta(days=180))

    assert besproken == {}
    assert taken(dossier, "subsidie_loopt_af") == {
        "subsidie_loopt_af": VANDAAG + timedelta(days=180)
    }


def bespreek(plaatsing, wie, op=VANDAAG):
    return subsidie_bespreken(plaatsing_id=plaatsing.pk, versie=None, op=op, **wie)


def test_only_a_subsidy_that_ends_is_discussed(aan_het_werk, wie):
    with pytest.raises(Geweigerd, match="tot en met welke dag"):
        bespreek(aan_het_werk, wie)
    subsidieer(aan_het_werk, wie)
    for op in (MORGEN, VANDAAG - timedelta(days=15)):
        with pytest.raises(Geweigerd) as fout:
            bespreek(aan_het_werk, wie, op=op)
        assert fout.value.veld == "op"


def test_no_subsidy_at_a_place(gestart, wie):
    with pytest.raises(Geweigerd, match="hoort bij werk") as fout:
        subsidieer(gestart, wie)

    assert fout.value.veld == "subsidie"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"subsidie": SubsidieSoort.GEEN}, "subsidie"),
        ({"subsidie_bedrag": Decimal(-1)}, "subsidie_bedrag"),
        ({"subsidie_bedrag": Decimal(1000000)}, "subsidie_bedrag"),
        ({"subsidie_eind_op": VANDAAG - timedelta(days=15)}, "subsidie_eind_op"),
    ],
)
def test_a_subsidy_that_cannot_be_is_refused(aan_het_werk, wie, anders, veld):
    with pytest.raises(Geweigerd) as fout:
        subsidieer(aan_het_werk, wie, **anders)

    assert fout.value.veld == veld


# --- Hours ---------------------------------------------------------------------------------------
def test_the_hours_of_the_z_route_count_pvt_and_map_inside(gestart, dossier, wie):
    uren_op(gestart, GISTEREN, "6.5", wie)
    pvt = UrenGegevens(soort=Urensoort.PVT, op=GISTEREN, uren=Decimal(3))
    uren_vastleggen(dossier_id=dossier.pk, regels=[pvt], **wie)

    pagina = participatiepagina(dossier)

    stand = pagina.stand
    assert (stand.nodig, stand.gedaan, stand.te_gaan) == (800, Decimal("9.50"), Decimal("790.50"))
    assert stand.bron[0] == "Wet inburgering 2021, artikel 9"
    assert [regel.uren for regel in pagina.plaatsingen] == [Decimal("6.50")]
    assert pagina.per_week == Decimal(16)


@pytest.mark.parametrize(
    ("leerroute", "doelgroep", "uitleg"),
    [
        (Leerroute.B, Doelgroep.ASIEL, "Bij de B1-route is er geen verplicht aantal uren."),
        (
            Leerroute.Z,
            Doelgroep.OVERIG,
            "Voor gezinsmigranten en overige migranten vraagt de Z-route geen uren participatie.",
        ),
    ],
)
def test_other_routes_ask_for_no_hours(gemeente, consulent, leerroute, doelgroep, uitleg):
    stand = participatiepagina(een_mens(consulent, leerroute, doelgroep)).stand

    assert (stand.nodig, stand.uitleg) == (None, uitleg)


def ontheven(dossier, wie):
    with spoor(**wie):
        Ontheffing(
            inburgeraar=dossier,
            soort=OntheffingSoort.GEDEELTELIJK,
            grond=OntheffingGrond.MED,
            besloten_op=VANDAAG,
        ).save()


def test_whom_duo_freed_of_it_is_asked_for_no_hours_and_no_place(dossier, consulent, wie):
    gevraagd = list(plek_zoeken([dossier.pk]))

    ontheven(dossier, wie)

    stand = participatiepagina(dossier).stand
    assert (stand.nodig, stand.uitleg) == (None, "DUO gaf een ontheffing voor de participatie.")
    assert (len(gevraagd), list(plek_zoeken([dossier.pk]))) == (1, [])
    assert [baan.naam for baan in urenkaart(dossier, VANDAAG).banen] == ["Les in Nederlands en KNM"]


def test_under_the_old_law_hours_are_kept_and_asked_for_by_nobody(klant, consulent, plek, wie):
    dossier = een_dossier(consulent=consulent, regime=Regime.WI2013, wordt_gehuisvest=False)
    pk = plaats(dossier, wie, plek_id=plek.pk).pk
    plaatsing = plaatsing_starten(plaatsing_id=pk, versie=None, op=GISTEREN, **wie)

    uren_op(plaatsing, GISTEREN, 4, wie)

    stand = participatiepagina(dossier).stand
    assert (stand.nodig, stand.gedaan) == (None, Decimal(4))
    assert stand.uitleg == "Onder de Wet inburgering 2013 is er geen verplicht aantal uren."
    assert "Vastgelegd: 4 uur" in klant.get(adres(dossier)).text
    assert "participatie" in klant.get(adres(dossier, "leerroute-uren")).text.lower()


def test_planned_stands_beside_what_came_of_it(dossier, gestart, wie):
    uren_op(gestart, GISTEREN, 6, wie)
    regel = UrenGegevens(
        soort=Urensoort.PARTICIPATIE,
        op=VANDAAG,
        uren=Decimal(4),
        aanwezigheid=Aanwezigheid.GEOORLOOFD,
        plaatsing=gestart,
    )
    uren_vastleggen(dossier_id=dossier.pk, regels=[regel], **wie)

    (rij,) = gepland(dossier, op=VANDAAG)

    # fifteen days of sixteen hours a week
    assert (rij.waar, rij.gepland, rij.tot_op) == ("Novatec", 34, VANDAAG)
    assert (rij.aanwezig, rij.geoorloofd, rij.ongeoorloofd) == (6, 4, 0)


def test_under_the_old_law_hours_at_a_place_are_put_right(klant, consulent, plek, wie):
    dossier = een_dossier(consulent=consulent, regime=Regime.WI2013, wordt_gehuisvest=False)
    plek_daar = plaats(dossier, wie, plek_id=plek.pk)
    plaatsing = plaatsing_starten(plaatsing_id=plek_daar.pk, versie=None, op=GISTEREN, **wie)
    uren_op(plaatsing, GISTEREN, 4, wie)
    regel = Urenregel.objects.get()
    velden = {
        "op": "01-03-2026",
        "deelname": f"plaatsing-{plaatsing.pk}",
        "soort": "participatie",
        "uren": "3,5",
        "aanwezigheid": "aanwezig",
        "versie": regel.versie,
    }

    maand = klant.get(adres(dossier, "leerroute-uren-maand", 2026, 3)).text
    klant.post(adres(dossier, "leerroute-uren-wijzigen", regel.pk), velden)

    regel.refresh_from_db()
    assert adres(dossier, "leerroute-uren-wijzigen", regel.pk) in maand
    assert regel.uren == Decimal("3.50")


# --- Tasks ---------------------------------------------------------------------------------------
def test_a_task_asks_for_a_place_until_there_is_one(dossier, plek, wie):
    soorten = ("plek_zoeken", "plaatsing_starten")
    vooraf = taken(dossier, *soorten)

    plaatsing = plaats(dossier, wie, plek_id=plek.pk)
    tijdens = taken(dossier, *soorten)
    plaatsing_starten(plaatsing_id=plaatsing.pk, versie=None, op=VANDAAG, **wie)

    assert (vooraf, tijdens) == ({"plek_zoeken": None}, {"plaatsing_starten": None})
    assert taken(dossier, *soorten) == {}


def test_who_has_a_dispensation_for_the_hours_needs_no_place(dossier, wie):
    vooraf = taken(dossier, "plek_zoeken")

    ontheffing_vastleggen(
        dossier_id=dossier.pk,
        soort=OntheffingSoort.GEDEELTELIJK,
        grond=OntheffingGrond.MED,
        besloten_op=GISTEREN,
        **wie,
    )

    assert (vooraf, taken(dossier, "plek_zoeken")) == ({"plek_zoeken": None}, {})


def test_once_schakel_4_is_closed_nobody_looks_for_a_place(dossier, wie):
    schakel = {"dossier_id": dossier.pk, "nummer": SchakelNummer.INBURGEREN, **wie}
    schakel_openen(**schakel)
    vooraf = taken(dossier, "plek_zoeken")

    schakel_afronden(**schakel)

    assert (vooraf, taken(dossier, "plek_zoeken")) == ({"plek_zoeken": None}, {})


def test_the_b1_route_asks_for_no_place(gemeente, consulent):
    assert taken(een_mens(consulent, Leerroute.B), "plek_zoeken") == {}


# --- Pages ---------------------------------------------------------------------------------------
def adres(dossier, naam="leerroute-participatie", *rest):
    return reverse(naam, args=[dossier.dossiernummer, *rest])


def test_somebody_is_placed_begins_and_keeps_hours_on_the_pages(klant, dossier, plek):
    klant.post(
        adres(dossier, "leerroute-plaatsen"),
        {"waar": f"plek-{plek.pk}", "uren_per_week": "16", "aangemeld_op": "16-02-2026"},
    )
    plaatsing = Plaatsing.objects.get()
    klant.post(
        adres(dossier, "leerroute-plaatsing-starten", plaatsing.pk),
        {"op": "23-02-2026", "versie": plaatsing.versie},
    )

    antwoord = klant.post(
        adres(dossier, "leerroute-plaatsing-uren", plaatsing.pk),
        {"week": "25-02-2026", "dag_0": "4", "dag_2": "3,5"},
    )

    assert antwoord.url == adres(dossier)
    regels = Urenregel.objects.order_by("op").values_list("op", "uren", "plaatsing")
    assert [(f"{op:%d-%m}", uren, pk) for op, uren, pk in regels] == [
        ("23-02", Decimal("4.00"), plaatsing.pk),
        ("25-02", Decimal("3.50"), plaatsing.pk),
    ]
    pagina = klant.get(adres(dossier)).text
    assert "7,50 van 800 uur" in pagina
    assert "Novatec" in pagina


def test_once_the_plicht_is_met_the_page_offers_what_is_still_to_do(klant, dossier, gestart, wie):
    dossiers.voltooien(dossier_id=dossier.pk, besloten_op=VANDAAG, **wie)

    pagina = klant.get(adres(dossier)).text

    kan = [
        naam
        for naam in ("beeindigen", "wijzigen", "uren", "starten")
        if adres(dossier, f"leerroute-plaatsing-{naam}", gestart.pk) in pagina
    ]
    assert kan == ["beeindigen", "wijzigen"]


def test_a_week_without_hours_and_a_day_outside_are_refused(klant, dossier, gestart):
    pad = adres(dossier, "leerroute-plaatsing-uren", gestart.pk)

    leeg = klant.post(pad, {"week": "25-02-2026"})
    te_vroeg = klant.post(pad, {"week": "12-01-2026", "dag_0": "4"})

    assert leeg.context["form"].non_field_errors() == ["Vul bij minstens één dag uren in."]
    (reden,) = te_vroeg.context["form"].non_field_errors()
    assert reden.startswith("Deze dag valt buiten de plaatsing")
    assert Urenregel.objects.count() == 0


def test_a_full_place_is_no_choice(klant, dossier, plek, wie):
    plaats(een_mens(wie["door"]), wie, plek_id=plek.pk)

    antwoord = klant.post(
        adres(dossier, "leerroute-plaatsen"), {"waar": f"plek-{plek.pk}", "uren_per_week": "16"}
    )

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors == {
        "waar": ["Hier is geen plaats meer: kies een andere plek."]
    }


def test_an_end_and_a_subsidy_on_their_pages(klant, dossier, aan_het_werk):
    klant.post(
        adres(dossier, "leerroute-plaatsing-wijzigen", aan_het_werk.pk),
        {
            "uren_per_week": "32",
            "start_op": "16-02-2026",
            "subsidie": "proefplaatsing",
            "subsidie_eind_op": "01-06-2026",
            "versie": aan_het_werk.versie,
        },
    )
    klant.post(
        adres(dossier, "leerroute-plaatsing-beeindigen", aan_het_werk.pk),
        {"op": "02-03-2026", "uitkomst": "werk", "versie": aan_het_werk.versie + 1},
    )

    aan_het_werk.refresh_from_db()
    assert (aan_het_werk.subsidie, aan_het_werk.uren_per_week) == ("proefplaatsing", Decimal(32))
    assert aan_het_werk.uitkomst == PlaatsingUitkomst.WERK
    assert "Betaald werk" in klant.get(adres(dossier)).text


def test_money_and_hours_are_read_as_they_are_written(klant, dossier, aan_het_werk):
    klant.post(
        adres(dossier, "leerroute-plaatsing-wijzigen", aan_het_werk.pk),
        {
            "uren_per_week": "7,5",
            "start_op": "17-02-2026",
            "subsidie": "loonkosten",
            "subsidie_bedrag": "€ 1.250,00",
            "versie": aan_het_werk.versie,
        },
    )

    aan_het_werk.refresh_from_db()
    assert (aan_het_werk.uren_per_week, aan_het_werk.start_op.day) == (Decimal("7.5"), 17)
    assert aan_het_werk.subsidie_bedrag == Decimal("1250.00")


def test_an_end_is_put_right_and_undone_on_the_pages(klant, dossier, gestart, wie):
    stop(gestart, wie)
    velden = klant.get(adres(dossier, "leerroute-plaatsing-wijzigen", gestart.pk)).context["form"]

    gedaan = klant.post(
        adres(dossier, "leerroute-plaatsing-hervatten", gestart.pk),
        {"reden": "Vergissing", "versie": Plaatsing.objects.get().versie},
    )
    daarna = klant.get(adres(dossier, "leerroute-plaatsing-wijzigen", gestart.pk)).context["form"]

    assert list(velden.fields) == ["uren_per_week", "start_op", "eind_op"]
    assert list(daarna.fields) == ["uren_per_week", "start_op"]
    assert gedaan.url == adres(dossier)
    assert Plaatsing.objects.get().status == PlaatsingStatus.GESTART


def test_a_subsidy_is_discussed_on_its_page(klant, dossier, aan_het_werk, wie):
    plaatsing = subsidieer(aan_het_werk, wie)
    pad = adres(dossier, "leerroute-subsidie-bespreken", plaatsing.pk)

    klant.post(pad, {"op": "02-03-2026", "versie": plaatsing.versie})

    pagina = klant.get(adres(dossier)).text
    assert "Wat daarna komt is besproken op" in pagina
    assert pad not in pagina


def test_a_placement_of_another_dossier_is_not_found(klant, gestart, consulent):
    ander = een_mens(consulent)

    assert klant.get(adres(ander, "leerroute-plaatsing-starten", gestart.pk)).status_code == 404


def test_a_closed_dossier_is_not_found(client_als, gestart, dossier, teamleider):
    dossiers.sluiten_voor_anderen(
        dossier_id=dossier.pk, medewerkers=[teamleider], door=teamleider, nu=NU, reden="Bedreiging"
    )
    collega = client_als(MedewerkerFactory(rol=Rol.CONSULENT))

    assert collega.get(adres(dossier)).status_code == 404
    pad = adres(dossier, "leerroute-plaatsing-starten", gestart.pk)
    assert collega.get(pad).status_code == 404


def test_other_roles_see_nothing_of_it(client_als, dossier, administratie):
    assert client_als(administratie).get(adres(dossier)).status_code == 403


# --- Two at the same moment ----------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_the_last_place_is_given_once_when_two_ask_for_it(gemeente, consulent):
    wie = {"door": consulent, "nu": NU}
    gegevens = PlekGegevens(naam="Novatec", soort=PlekSoort.EIGEN, capaciteit=1)
    plek = plek_toevoegen(gegevens=gegevens, **wie)
    mensen = [een_mens(consulent), een_mens(consulent)]

    def probeer(dossier):
        try:
            return plaats(dossier, wie, plek_id=plek.pk).status
        except Geweigerd as fout:
            return fout.reden
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        uitkomsten = set(pool.map(probeer, mensen))

    assert uitkomsten == {"aangemeld", "Alle plaatsen zijn bezet: kies een andere plek."}
    assert Plaatsing.objects.count() == 1

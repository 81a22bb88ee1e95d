"""Clicked twice: two real requests at one moment, each with a connection of its own. Once it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from inburgering.enums import SchakelNummer, SchakelStatus
from inburgering.models import Gebeurtenis, Inburgeraar, Schakel
from inburgering.services.schakels import schakel_openen
from leerroutes.enums import PlekSoort, PvtDeelnameStatus
from leerroutes.models import (
    Inburgeringsaanbod,
    Maandtotaal,
    Participatieverklaring,
    Plaatsing,
    PvtBijeenkomst,
    Urenregel,
)
from leerroutes.services.plekken import PlekGegevens, plek_toevoegen
from medewerkers.models import Medewerker
from tests.factories import NU, een_dossier, een_school, een_traject
from tests.leerroutes.bewijs import geef
from tests.leerroutes.pvtgroep import bijeenkomst, iemand, klaar_om_te_tekenen, met_pip
from wet.leerroutes import Leerroute

pytestmark = pytest.mark.django_db(transaction=True)

Verzending = tuple[str, dict[str, Any]]


@pytest.fixture
def tegelijk(
    client_als: Callable[[Medewerker], Client], consulent: Medewerker
) -> Callable[[Sequence[Verzending]], list[int]]:
    """Both sent at one moment by the same colleague; the status of each answer, the lower first."""

    def verstuur(verzendingen: Sequence[Verzending]) -> list[int]:
        samen = Barrier(len(verzendingen))
        klanten = [client_als(consulent) for _ in verzendingen]

        def doe(klant: Client, verzending: Verzending) -> int:
            try:
                samen.wait()
                return klant.post(*verzending).status_code
            finally:
                connections.close_all()

        with ThreadPoolExecutor(len(verzendingen)) as pool:
            return sorted(pool.map(doe, klanten, verzendingen))

    return verstuur


def adres(naam: str, dossier: Inburgeraar) -> str:
    return reverse(naam, args=[dossier.dossiernummer])


def op_route(consulent: Medewerker, leerroute: Leerroute = Leerroute.Z) -> Inburgeraar:
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False)
    een_traject(dossier, door=consulent, leerroute=leerroute)
    return dossier


def test_hours_are_recorded_once(gemeente, consulent, tegelijk):
    dossier = op_route(consulent)
    uren = {
        "op": "02-03-2026",
        "soort": "participatie",
        "uren": "2,5",
        "aanwezigheid": "aanwezig",
    }

    antwoorden = tegelijk([(adres("leerroute-uren-nieuw", dossier), uren)] * 2)

    assert antwoorden == [302, 422]
    assert [regel.uren for regel in Urenregel.objects.all()] == [Decimal("2.50")]
    assert [totaal.aanwezig for totaal in Maandtotaal.objects.all()] == [Decimal("2.50")]


def test_an_offer_is_made_once(gemeente, consulent, tegelijk):
    dossier = op_route(consulent, Leerroute.B)
    aanbod = {
        "aanbieder": een_school().pk,
        "lessoort": "taal",
        "uren_per_week": "12",
        "gedaan_op": "02-03-2026",
        "duo_reden": "De termijn van DUO volgt nog.",
    }

    antwoorden = tegelijk([(adres("leerroute-aanbod-doen", dossier), aanbod)] * 2)

    assert antwoorden == [302, 422]
    assert Inburgeringsaanbod.objects.count() == 1
    assert Gebeurtenis.objects.filter(tekst__startswith="Aanbod gedaan").count() == 1


@pytest.mark.parametrize("met_versie", [True, False])
def test_the_participatieverklaring_is_signed_once(gemeente, consulent, tegelijk, met_versie):
    dossier = iemand(consulent)
    met_pip(dossier, consulent)
    klaar_om_te_tekenen(dossier, consulent)
    bij = bijeenkomst(consulent, met=[dossier], soort="ondertekening")
    pk = bij.deelnames.get().pk
    presentie = {
        f"status_{pk}": PvtDeelnameStatus.AANWEZIG,
        f"uren_{pk}": "4",
        f"ondertekend_{pk}": "on",
    }
    if met_versie:
        presentie["versie"] = PvtBijeenkomst.objects.get(pk=bij.pk).versie

    antwoorden = tegelijk([(reverse("pvt-presentie", args=[bij.pk]), presentie)] * 2)

    assert antwoorden == ([302, 409] if met_versie else [302, 302])
    assert Participatieverklaring.objects.count() == 1
    assert Urenregel.objects.filter(pvt_deelname=pk).count() == 1
    assert Gebeurtenis.objects.filter(tekst="Participatieverklaring ondertekend").count() == 1


def test_one_person_takes_one_place_and_the_last_place_is_given_once(gemeente, consulent, tegelijk):
    gegevens = PlekGegevens(naam="Novatec", soort=PlekSoort.EIGEN, capaciteit=1)
    plek = plek_toevoegen(gegevens=gegevens, door=consulent, nu=NU)
    velden = {"waar": f"plek-{plek.pk}", "uren_per_week": "16", "aangemeld_op": "02-03-2026"}
    een, ander = op_route(consulent), op_route(consulent)

    dezelfde = tegelijk([(adres("leerroute-plaatsen", een), velden)] * 2)
    Plaatsing.objects.all().delete()
    twee = tegelijk([(adres("leerroute-plaatsen", wie), velden) for wie in (een, ander)])

    assert (dezelfde, twee) == ([302, 422], [302, 422])
    assert Plaatsing.objects.count() == 1


def test_schakel_4_closes_once(gemeente, consulent, tegelijk):
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False)
    schakel_openen(dossier_id=dossier.pk, nummer=SchakelNummer.INBURGEREN, door=consulent, nu=NU)
    een_traject(dossier, door=consulent, leerroute=Leerroute.O)
    for soort in ("taalschakel", "pvt"):
        geef(soort, dossier, consulent)
    regels = Gebeurtenis.objects.filter(tekst__contains="chakel")
    vooraf = regels.count()

    antwoorden = tegelijk([(adres("leerroute-schakel-afronden", dossier), {})] * 2)

    assert antwoorden == [302, 302]  # the second is told why not, on the page it comes back to
    assert Schakel.objects.get(inburgeraar=dossier, nummer=4).status == SchakelStatus.AFGEROND
    assert Schakel.objects.get(inburgeraar=dossier, nummer=5).status == SchakelStatus.OPEN
    assert regels.count() - vooraf == 2

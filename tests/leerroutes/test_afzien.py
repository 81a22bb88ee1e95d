"""Lessons stopped early, and no new offer is needed: with a reason, and to be taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from inburgering.enums import TaakStatus
from inburgering.models import Taak
from leerroutes.enums import AanbodStatus
from leerroutes.models import Deelname, Traject
from leerroutes.queries.lessentab import lessentab
from leerroutes.services.afzien import aanbod_afzien, toch_aanbieden
from leerroutes.services.deelname import deelname_beeindigen, deelname_hervatten
from medewerkers.enums import Rol
from medewerkers.geweigerd import Geweigerd
from tests.factories import (
    NU,
    VANDAAG,
    MedewerkerFactory,
    een_aanbod,
    een_deelname,
    een_dossier,
    een_traject,
)
from wet.doelgroepen import Doelgroep

pytestmark = pytest.mark.django_db

WAAROM = "Doet zonder lessen nog één examen."


@pytest.fixture
def wie(consulent) -> dict[str, Any]:
    return {"door": consulent, "nu": NU}


@pytest.fixture
def dossier(gemeente, consulent, wie):
    """Lessons from an offer stopped; language and KNM are still open."""
    dossier = een_dossier(consulent=consulent)
    een_traject(dossier, door=consulent)
    deelname = een_deelname(dossier, door=consulent)
    deelname_beeindigen(deelname_id=deelname.pk, versie=None, op=VANDAAG, reden="Werk.", **wie)
    return dossier


def _taak(dossier) -> bool:
    rijen = Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN, soort="aanbod_doen")
    return rijen.exists()


def _zie_af(dossier, wie, **velden: Any) -> Traject:
    return aanbod_afzien(
        **{"dossier_id": dossier.pk, "op": VANDAAG, "reden": WAAROM} | velden, **wie
    )


def test_with_a_reason_the_task_goes_and_it_can_be_taken_back(dossier, wie):
    daarvoor = _taak(dossier)

    traject = _zie_af(dossier, wie)

    assert (traject.afgezien_op, traject.afgezien_door, traject.afgezien_reden) == (
        VANDAAG,
        wie["door"],
        WAAROM,
    )
    daarna = _taak(dossier)
    toch_aanbieden(dossier_id=dossier.pk, **wie)
    assert (daarvoor, daarna, _taak(dossier)) == (True, False, True)


def test_a_new_offer_or_lessons_that_go_on_end_it(dossier, wie):
    _zie_af(dossier, wie)
    deelname = Deelname.objects.get()
    deelname_hervatten(deelname_id=deelname.pk, versie=None, reden="Toch weer.", **wie)
    na_hervatten = Traject.objects.get().afgezien_op
    deelname_beeindigen(deelname_id=deelname.pk, versie=None, op=VANDAAG, reden="Werk.", **wie)
    _zie_af(dossier, wie)

    een_aanbod(dossier, door=wie["door"])

    assert (na_hervatten, Traject.objects.get().afgezien_op) == (None, None)


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"reden": " "}, "Geef een reden"),
        ({"op": VANDAAG + timedelta(days=1)}, "in de toekomst"),
        ({"op": VANDAAG - timedelta(days=1)}, "Het PIP is van"),
    ],
)
def test_it_is_refused_with_the_reason(dossier, wie, velden, reden):
    with pytest.raises(Geweigerd, match=reden):
        _zie_af(dossier, wie, **velden)


def test_not_twice_nor_while_lessons_run_nor_before_the_first_offer(dossier, consulent, wie):
    nieuw = een_dossier(consulent=consulent)
    een_traject(nieuw, door=consulent)
    with pytest.raises(Geweigerd, match="De gemeente doet eerst een aanbod"):
        _zie_af(nieuw, wie)
    een_aanbod(nieuw, door=consulent, status=AanbodStatus.GESTART)
    with pytest.raises(Geweigerd, match="Er loopt nog een aanbod of les"):
        _zie_af(nieuw, wie)

    _zie_af(dossier, wie)

    with pytest.raises(Geweigerd, match="Er is al vastgelegd"):
        _zie_af(dossier, wie)
    with pytest.raises(Geweigerd, match="Er is niet vastgelegd"):
        toch_aanbieden(dossier_id=nieuw.pk, **wie)


def test_who_gets_no_offer_has_nothing_to_refrain_from(gemeente, consulent, wie):
    migrant = een_dossier(consulent=consulent, doelgroep=Doelgroep.OVERIG)
    een_traject(migrant, door=consulent)

    assert lessentab(migrant, op=VANDAAG).afzien is False
    with pytest.raises(Geweigerd, match="Alleen een asielstatushouder"):
        _zie_af(migrant, wie)


def test_on_the_page(klant, dossier):
    adres = reverse("leerroute-aanbod-afzien", args=[dossier.dossiernummer])
    lessen = reverse("leerroute-lessen", args=[dossier.dossiernummer])
    assert adres in klant.get(lessen).text

    klant.post(adres, {"op": VANDAAG.isoformat(), "reden": WAAROM})
    pagina = klant.get(lessen).text
    klant.post(reverse("leerroute-aanbod-toch", args=[dossier.dossiernummer]))

    assert WAAROM in pagina
    assert adres not in pagina
    assert adres in klant.get(lessen).text


def test_without_a_reason_the_page_asks_it(klant, dossier):
    adres = reverse("leerroute-aanbod-afzien", args=[dossier.dossiernummer])

    antwoord = klant.post(adres, {"op": VANDAAG.isoformat(), "reden": ""})

    assert antwoord.status_code == 422
    assert Traject.objects.get().afgezien_op is None


def test_a_dossier_one_may_not_see_is_not_found(client_als, dossier):
    adres = reverse("leerroute-aanbod-afzien", args=["WK-0000-0000"])

    assert client_als(MedewerkerFactory(rol=Rol.CONSULENT)).get(adres).status_code == 404

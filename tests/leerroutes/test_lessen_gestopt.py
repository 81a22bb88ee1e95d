"""Lessons stop with the dossier, and the page says that they do not begin again by themselves."""

from datetime import timedelta

import pytest
from django.urls import reverse

from inburgering.enums import BeeindigReden
from inburgering.services import dossiers
from leerroutes.models import Deelname
from leerroutes.services.deelname import deelname_hervatten
from tests.factories import NU, VANDAAG, een_dossier
from tests.leerroutes.lessen import een_deelname, een_traject

pytestmark = pytest.mark.django_db


@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent, wordt_gehuisvest=False)


@pytest.fixture
def hervat(dossier, wie):
    """Ended by mistake, with lessons on the way, and taken up again."""
    deelname = een_deelname(een_traject(dossier))
    dossiers.beeindigen(dossier_id=dossier.pk, reden=BeeindigReden.VERHUISD, op=VANDAAG, **wie)
    dossiers.hervatten(dossier_id=dossier.pk, reden="Bleef toch", **wie)
    return Deelname.objects.get(pk=deelname.pk)


def gezegd(klant, dossier):
    return [
        klant.get(reverse(naam, args=[dossier.dossiernummer])).context["tab"].__dict__[veld]
        for naam, veld in (("leerroute", "lessen_gestopt"), ("leerroute-lessen", "gestopt"))
    ]


def test_after_the_dossier_goes_on_it_says_that_lessons_stopped(dossier, hervat, klant):
    tekst = (
        f"De lessen bij {hervat.aanbieder} stopten met het dossier, op 2 maart 2026. Ze gaan niet "
        "vanzelf verder: hervat ze bij Lessen, of laat nieuwe lessen beginnen."
    )

    assert gezegd(klant, dossier) == [tekst, tekst]
    pagina = klant.get(reverse("leerroute", args=[dossier.dossiernummer])).content.decode()
    assert tekst in pagina


def test_once_they_go_on_it_says_nothing(dossier, hervat, klant, wie):
    deelname_hervatten(deelname_id=hervat.pk, versie=None, reden="Gaat door", **wie)

    assert gezegd(klant, dossier) == ["", ""]


def test_once_others_began_it_says_nothing(dossier, hervat, klant):
    een_deelname(hervat.traject, start_op=VANDAAG + timedelta(days=7))

    assert gezegd(klant, dossier) == ["", ""]


def test_of_lessons_that_ended_by_themselves_it_says_nothing(dossier, klant, wie):
    een_traject(dossier)

    assert gezegd(klant, dossier) == ["", ""]

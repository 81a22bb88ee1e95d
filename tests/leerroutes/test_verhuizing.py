"""Moving in with hours of elsewhere, and out with what the next municipality must know."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from besluiten.models import Brief, BriefSoort
from inburgering.enums import BeeindigReden
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.services.documenten import lees
from inburgering.services.dossiers import beeindigen
from inburgering.services.vorig_pip import VorigPipGegevens, vorig_pip_vastleggen
from leerroutes.models import Traject
from leerroutes.queries.voortgang import voortgang_van
from leerroutes.services.traject import EerdereUren, traject_starten
from leerroutes.services.verhuizing import eerdere_uren_vastleggen, overdracht_maken
from medewerkers.models import Medewerker
from tests.factories import NU, VANDAAG, een_dossier
from tests.leerroutes.bewijs import geef
from wet.leerroutes import Leerroute

pytestmark = pytest.mark.django_db


@pytest.fixture
def verhuisd(gemeente: Any, consulent: Medewerker) -> Inburgeraar:
    """Came here with a plan of Assen on the Z-route; our own plan stands."""
    dossier = een_dossier(consulent=consulent, kennisgeving_op=VANDAAG - timedelta(days=400))
    vorig_pip_vastleggen(
        dossier_id=dossier.pk,
        versie=None,
        gegevens=VorigPipGegevens(
            gemeente="Assen",
            dagtekening=date(2025, 3, 10),
            dagtekening_initieel=date(2025, 3, 10),
            leerroute=Leerroute.Z,
        ),
        door=consulent,
        nu=NU,
    )
    _start(dossier, consulent)
    return dossier


def _start(dossier: Inburgeraar, door: Medewerker) -> Traject:
    return traject_starten(
        dossier_id=dossier.pk,
        leerroute=Leerroute.Z,
        niveau="",
        leerroute_uren=800,
        pvt_uren=12,
        map_uren=40,
        voortgangsgesprekken=6,
        door=door,
        nu=NU,
    )


def _leg_vast(
    dossier: Inburgeraar, door: Medewerker, uren: EerdereUren, op: date = VANDAAG
) -> None:
    traject = Traject.objects.get(inburgeraar=dossier)
    eerdere_uren_vastleggen(
        traject_id=traject.pk, versie=traject.versie, uren=uren, stand_op=op, door=door, nu=NU
    )


def test_hours_of_the_former_municipality_count(
    verhuisd: Inburgeraar, consulent: Medewerker
) -> None:
    _leg_vast(verhuisd, consulent, EerdereUren(taal=300, participatie=120))

    antwoord = voortgang_van(verhuisd)

    assert antwoord is not None
    assert antwoord.bekend is not None
    assert [rij.uren_te_gaan for rij in antwoord.bekend.eisen[:2]] == [500, 680]


@pytest.mark.parametrize(
    ("uren", "op", "reden"),
    [
        (EerdereUren(taal=-1), VANDAAG, "van 0 tot en met"),
        (EerdereUren(taal=10, nederlands=11), VANDAAG, "niet meer dan de uren taal en KNM"),
        (EerdereUren(taal=10), VANDAAG + timedelta(days=1), "ligt in de toekomst"),
    ],
)
def test_hours_that_cannot_be_are_refused(
    verhuisd: Inburgeraar, consulent: Medewerker, uren: EerdereUren, op: date, reden: str
) -> None:
    with pytest.raises(Geweigerd, match=reden):
        _leg_vast(verhuisd, consulent, uren, op)


def test_who_was_always_here_has_no_hours_of_elsewhere(
    gemeente: Any, consulent: Medewerker
) -> None:
    dossier = een_dossier(consulent=consulent, kennisgeving_op=VANDAAG)
    _start(dossier, consulent)

    with pytest.raises(Geweigerd, match="legt u vast bij ‘Uren’"):
        _leg_vast(dossier, consulent, EerdereUren(taal=10))


def test_the_next_municipality_gets_plan_hours_and_what_is_done(
    verhuisd: Inburgeraar, consulent: Medewerker
) -> None:
    _leg_vast(verhuisd, consulent, EerdereUren(taal=300))
    geef("pvt", verhuisd, consulent)
    beeindigen(
        dossier_id=verhuisd.pk,
        reden=BeeindigReden.VERHUISD,
        op=VANDAAG,
        door=consulent,
        nu=NU,
    )

    brief = overdracht_maken(dossier_id=verhuisd.pk, door=consulent, nu=NU)

    bladen = PdfReader(BytesIO(lees(brief.document))).pages
    tekst = " ".join(" ".join(blad.extract_text().split()) for blad in bladen)
    assert "Zelfredzaamheidsroute" in tekst
    assert "10 maart 2025" in tekst
    assert "300 uur" in tekst
    assert "12 van 12 uur; ondertekend op 2 maart 2026" in tekst


def test_only_who_moved_is_handed_over(verhuisd: Inburgeraar, consulent: Medewerker) -> None:
    with pytest.raises(Geweigerd, match="beëindigd door een verhuizing"):
        overdracht_maken(dossier_id=verhuisd.pk, door=consulent, nu=NU)


def test_the_page_records_the_hours(klant: Client, verhuisd: Inburgeraar) -> None:
    adres = reverse("leerroute-eerdere-uren", args=[verhuisd.dossiernummer])

    antwoord = klant.post(adres, {"stand_op": "1-3-2026", "uren_taal": "250", "versie": "1"})

    assert antwoord.status_code == 302
    assert Traject.objects.get(inburgeraar=verhuisd).eerdere_uren_taal == 250


def test_the_page_makes_the_letter(
    klant: Client, verhuisd: Inburgeraar, consulent: Medewerker
) -> None:
    beeindigen(
        dossier_id=verhuisd.pk, reden=BeeindigReden.VERHUISD, op=VANDAAG, door=consulent, nu=NU
    )

    klant.post(reverse("leerroute-overdracht", args=[verhuisd.dossiernummer]))

    assert Brief.objects.get(inburgeraar=verhuisd).soort == BriefSoort.OVERDRACHT

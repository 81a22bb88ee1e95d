"""A whole intake in three sittings with an interpreter, in a browser, to its report."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from inburgering.services.documenten import lees
from intake.models import BredeIntake, IntakeStatus, OnderdeelSoort, ToetsUitslag, Zitting
from intake.services.toets import toets_uitslag_vastleggen
from tests.factories import VANDAAG

pytestmark = pytest.mark.django_db

S = OnderdeelSoort
# Which parts in which sitting: health in the one where the person spoke alone.
PER_GESPREK = (
    (S.OMSTANDIGHEDEN, S.NETWERK, S.OPLEIDING_EN_WERK, S.VVE),
    (S.FYSIEK, S.MENTAAL),
    (S.TAAL, S.ICT, S.ZELFREDZAAMHEID, S.FINANCIEN, S.WERK, S.WENSEN),
)
FEITEN = {
    S.OPLEIDING_EN_WERK: {"jaren_onderwijs": "12", "opleidingsniveau": "mbo_havo_vwo_niveau"},
    S.TAAL: {"alfabetisering": "latijns", "taalniveau": "a1"},
    S.WENSEN: {"wil_studeren": "ja", "kans_op_diploma": "ja"},
}


class Gesprekken:
    """The browser, on one dossier."""

    def __init__(self, klant, dossier):
        self.klant, self.nummer = klant, dossier.dossiernummer

    def ga(self, naam, *delen):
        return self.klant.get(reverse(naam, args=[self.nummer, *delen]))

    def doe(self, naam, *delen, **velden):
        antwoord = self.klant.post(reverse(naam, args=[self.nummer, *delen]), velden)
        assert antwoord.status_code == 302, antwoord.context["form"].errors
        return antwoord

    def plan(self, dag):
        self.doe(
            "zitting-plannen",
            datum=f"{dag:%d-%m-%Y}",
            tijd="10:00",
            minuten="90",
            plaats="Leek",
            tolktaal="Tigrinya",
            tolk_soort="locatie",
            tolk_bureau="Tolkbureau Noord",
        )

    def houd(self, zitting, **velden):
        self.doe(
            "zitting-houden",
            zitting.pk,
            versie=str(zitting.versie),
            op=f"{VANDAAG:%d-%m-%Y}",
            tolk_soort="locatie",
            tolk_bureau="Tolkbureau Noord",
            tolk_minuten="90",
            tolk_bedrag="81,00",
            aanwezigen="partner, tolk",
            **velden,
        )

    def vul(self, soort):
        tekst = {"tekst": f"Verteld over {S(soort).label}."}
        if soort == S.VVE:
            tekst = {"niet_van_toepassing": "on"}
        self.doe("intake-onderdeel", soort.value, versie="1", **tekst, **FEITEN.get(soort, {}))


def test_from_the_first_sitting_to_the_report(klant, dossier, wie):
    gesprek = Gesprekken(klant, dossier)
    for dag in (1, 8, 15):
        gesprek.plan(VANDAAG + timedelta(days=dag))
    assert BredeIntake.objects.get().status == IntakeStatus.GEPLAND
    gesprek.doe("intake-starten")
    for keer, zitting in enumerate(Zitting.objects.all()):
        alleen = {"alleen_gesproken": "on"} if keer == 1 else {}
        gemeld = {"alleen_spreken_gemeld": "on"} if keer == 0 else {}
        gesprek.houd(zitting, **alleen, **gemeld)
        for soort in PER_GESPREK[keer]:
            gesprek.vul(soort)
    gesprek.doe("hoofddoel", soort="OPLEIDING_MET_STUDIEFINANCIERING", start_op="2-3-2026")
    toets_uitslag_vastleggen(
        toets_id=dossier.leerbaarheidstoets.pk,
        versie=None,
        uitslag=ToetsUitslag.HAALBAAR,
        uitslag_op=VANDAAG,
        **wie,
    )
    assert "Leg de brede intake vast in een verslag." in gesprek.ga("intake").text
    gesprek.doe(
        "intake-gegevens",
        tolktaal="Tigrinya",
        alleen_spreken_op=f"{VANDAAG:%d-%m-%Y}",
        verslag="Wil verpleegkundige worden.",
    )

    tab = gesprek.ga("intake").text
    assert "Alles wat de wet vraagt, staat erin." in tab
    assert "270 minuten, € 243,00" in tab
    gesprek.doe("intake-afronden")

    intake = BredeIntake.objects.get()
    assert (intake.status, intake.alleen_spreken_op) == (IntakeStatus.AFGEROND, VANDAAG)
    (document,) = dossier.documenten.filter(soort="intake")
    bladen = PdfReader(BytesIO(lees(document))).pages
    verslag = " ".join(" ".join(blad.extract_text().split()) for blad in bladen)
    for tekst in (
        "Wil verpleegkundige worden.",
        "Hoogste opleiding: Mbo, havo of vwo",
        "Erbij: partner, tolk. Tolk op locatie, Tigrinya",
        "Hoofddoel: Een opleiding met studiefinanciering.",
        "Op 2 maart 2026 is verteld dat alleen spreken",
    ):
        assert tekst in verslag


def test_the_report_can_be_read_before_it_is_closed(klant, dossier, intake):
    antwoord = klant.get(reverse("intake-verslag", args=[dossier.dossiernummer]))

    assert antwoord["Content-Type"] == "application/pdf"
    tekst = PdfReader(BytesIO(antwoord.content)).pages[0].extract_text()
    assert "Dit verslag is een tussenstand." in " ".join(tekst.split())
    assert not dossier.documenten.exists()

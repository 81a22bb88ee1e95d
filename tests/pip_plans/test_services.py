"""The plan: refused with a reason, established all or nothing, never moving the three years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from besluiten.models import Bekendmaking, Besluit, BesluitStatus
from besluiten.services.besluiten import bekendmaken, bezwaartermijnen_afsluiten
from inburgering.enums import (
    BeeindigReden,
    SchakelNummer,
    SchakelStatus,
    TaakStatus,
    TermijnSoort,
    TermijnStatus,
)
from inburgering.models import Document, Inburgeraar, Schakel, Taak, Termijn
from inburgering.services.documenten import lees, plek, veeg_bestanden
from inburgering.services.dossiers import beeindigen
from inburgering.services.personen import persoon_wijzigen
from leerroutes.models import Traject, TrajectStatus
from medewerkers.enums import Rol
from medewerkers.geweigerd import Geweigerd, Gewijzigd
from medewerkers.models import Gemeente, Medewerker
from medewerkers.sporen import spoor
from pip_plans.models import Pip, PipStatus
from pip_plans.services import intrekken as intrekking
from pip_plans.services import opstellen as services
from pip_plans.services import vaststellen as vaststelling
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier, persoongegevens
from tests.pip_plans.conftest import INHOUD
from wet.doelgroepen import Doelgroep

pytestmark = pytest.mark.django_db


def _vaststellen(pip: Pip, door: Medewerker, nu: datetime = NU, **velden: Any) -> Besluit:
    pip = Pip.objects.get(pk=pip.pk)
    return vaststelling.vaststellen(pip_id=pip.pk, versie=pip.versie, door=door, nu=nu, **velden)


def _uitgereikt(besluit: Besluit, door: Medewerker) -> None:
    bekendmaken(
        besluit_id=besluit.pk,
        versie=besluit.versie,
        wijze=Bekendmaking.UITGEREIKT,
        op=besluit.dagtekening,
        door=door,
        nu=NU,
    )


def _tekst(document: Document) -> str:
    return _pdf_tekst(lees(document))


def _pdf_tekst(pdf: bytes) -> str:
    bladen = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(blad.extract_text().split()) for blad in bladen)


def _schakel(dossier: Inburgeraar, nummer: int) -> str:
    return str(Schakel.objects.get(inburgeraar=dossier, nummer=nummer).status)


def _termijn(dossier: Inburgeraar, soort: TermijnSoort) -> Termijn:
    return Termijn.objects.get(inburgeraar=dossier, soort=soort)


def _open_taken(dossier: Inburgeraar) -> set[str]:
    open_taken = Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN)
    return set(open_taken.values_list("soort", flat=True))


# --- Vaststellen -------------------------------------------------------------------------------
def test_vaststellen_doet_alles_wat_eruit_volgt(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    besluit = _vaststellen(concept, consulent)

    pip = Pip.objects.get(pk=concept.pk)
    assert (pip.status, pip.dagtekening, pip.dagtekening_initieel) == (
        PipStatus.VASTGESTELD,
        VANDAAG,
        VANDAAG,
    )
    assert (pip.vastgesteld_op, pip.vastgesteld_door) == (VANDAAG, consulent)
    assert pip.besluit == besluit
    assert besluit.status == BesluitStatus.GENOMEN
    drie_jaar = _termijn(na_intake, TermijnSoort.INBURGERING)
    assert (drie_jaar.start_op, drie_jaar.eind_op, drie_jaar.status) == (
        VANDAAG + timedelta(days=1),
        VANDAAG.replace(year=VANDAAG.year + 3),
        TermijnStatus.LOPEND,
    )
    tien_weken = _termijn(na_intake, TermijnSoort.PIP)
    assert (tien_weken.status, tien_weken.gehaald_op) == (TermijnStatus.GEHAALD, VANDAAG)
    assert _schakel(na_intake, SchakelNummer.INTAKE_EN_PIP) == SchakelStatus.AFGEROND
    assert _schakel(na_intake, SchakelNummer.INBURGEREN) == SchakelStatus.OPEN
    traject = Traject.objects.get(inburgeraar=na_intake)
    assert (traject.leerroute, traject.niveau, traject.status) == ("B", "B1", TrajectStatus.LOPEND)
    assert _open_taken(na_intake) == {
        "bekendmaken",
        "map_beginnen",
        "pvt_plannen",
        "voortgangsgesprek",
    }


def test_brief_noemt_persoon_route_dagtekening_en_laatste_dag(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    besluit = _vaststellen(concept, consulent)

    tekst = _tekst(besluit.document)
    for woorden in (
        na_intake.persoon.volledige_naam,
        "B1-route",
        "2 maart 2026",
        "De laatste dag is 2 maart 2029",
        "binnen zes weken na de dag van bekendmaking",
        "Postbus 100, 9350 AC Leek",
        "Wilgenhof 3",
        besluit.kenmerk,
        "De intake laat zien dat B1 haalbaar is.",
    ):
        assert woorden in tekst
    assert "CONCEPT" not in tekst
    assert "kunnen wij een boete geven" in tekst  # a gezinsmigrant may be fined (Wi 23)


def test_the_letter_is_signed_by_who_establishes_the_plan(
    concept: Pip, gemeente: Gemeente, teamleider: Medewerker
) -> None:
    with spoor(door=teamleider, nu=NU):
        teamleider.functie = "Teamleider Mens en Gezin"
        teamleider.save()

    besluit = _vaststellen(concept, teamleider)

    na_mandaat = _tekst(besluit.document).split(gemeente.mandaat)[1]
    assert na_mandaat.split()[:6] == ["Jan", "Postma", "Teamleider", "Mens", "en", "Gezin"]


def test_the_preview_is_signed_by_who_looks_at_it(
    client_als: Callable[[Medewerker], Client], concept: Pip, teamleider: Medewerker
) -> None:
    adres = reverse("pip-voorbeeld", args=[concept.inburgeraar.dossiernummer, concept.pk])

    eerste = client_als(teamleider).get(adres).content
    tweede = client_als(teamleider).get(adres).content

    assert "Jan Postma" in _pdf_tekst(eerste)
    assert eerste == tweede


def test_dagtekening_is_de_nederlandse_dag(concept: Pip, consulent: Medewerker) -> None:
    """Half past midnight here is still yesterday in UTC."""
    net_na_middernacht = datetime.combine(
        VANDAAG + timedelta(days=1), datetime.min.time(), tzinfo=NU.tzinfo
    ) + timedelta(minutes=30)

    besluit = _vaststellen(concept, consulent, nu=net_na_middernacht)

    assert besluit.dagtekening == VANDAAG + timedelta(days=1)


def test_zonder_afgeronde_intake_geen_besluit(dossier: Inburgeraar, consulent: Medewerker) -> None:
    pip = services.opstellen(dossier_id=dossier.pk, door=consulent, nu=NU)
    pip = services.inhoud_wijzigen(
        pip_id=pip.pk, versie=pip.versie, inhoud=INHOUD, door=consulent, nu=NU
    )

    with pytest.raises(Geweigerd, match="brede intake is nog niet afgerond"):
        _vaststellen(pip, consulent)

    assert not Besluit.objects.exists()
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("veld", "waarde", "woord"),
    [
        ("leerroute", "", "Kies de leerroute"),
        ("pvt_uren", 11, "PVT"),
        ("map_uren", 39, "MAP"),
        ("voortgangsgesprekken", 0, "voortgangsgesprekken"),
        ("begeleiding", "  ", "begeleiding"),
        ("vve", "", "VVE"),
        ("participatiewet", "", "Participatiewet"),
    ],
)
def test_wat_de_wet_vraagt_moet_erin_staan(
    concept: Pip, consulent: Medewerker, veld: str, waarde: object, woord: str
) -> None:
    pip = services.inhoud_wijzigen(
        pip_id=concept.pk,
        versie=concept.versie,
        inhoud=INHOUD | {veld: waarde},
        door=consulent,
        nu=NU,
    )

    with pytest.raises(Geweigerd, match=woord):
        _vaststellen(pip, consulent)


def test_regel_van_duo_vraagt_een_reden(
    gemeente: Gemeente, concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    """Not settled here on the dagtekening: DUO would refuse, the law does not."""
    verblijf = na_intake.persoon.verblijven.get()
    with spoor(door=consulent, nu=NU):
        verblijf.brp_op = None
        verblijf.save()

    with pytest.raises(Geweigerd, match="DUO zal dit plan niet aannemen") as fout:
        _vaststellen(concept, consulent)
    assert fout.value.veld == "duo_reden"

    besluit = _vaststellen(concept, consulent, duo_reden="Inschrijving is in behandeling.")
    assert besluit.dagtekening == VANDAAG


def test_wie_een_oude_versie_voor_zich_heeft_stelt_niet_vast(
    concept: Pip, consulent: Medewerker
) -> None:
    oud = concept.versie
    services.inhoud_wijzigen(
        pip_id=concept.pk,
        versie=oud,
        inhoud=INHOUD | {"motivering": "Anders."},
        door=consulent,
        nu=NU,
    )

    with pytest.raises(Gewijzigd):
        vaststelling.vaststellen(pip_id=concept.pk, versie=oud, door=consulent, nu=NU)

    assert not Besluit.objects.exists()


def test_gewijzigde_naam_tijdens_het_maken_van_de_brief_houdt_het_besluit_tegen(
    concept: Pip,
    na_intake: Inburgeraar,
    consulent: Medewerker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Between rendering and locking somebody corrects the name: the letter would be wrong."""
    echt = vaststelling.maak_brief

    def met_wijziging(brief: Any, *, concept: bool) -> bytes:
        pdf = echt(brief, concept=concept)
        persoon_wijzigen(
            persoon_id=na_intake.persoon_id,
            versie=na_intake.persoon.versie,
            gegevens=persoongegevens(voornamen="Andere", achternaam="Naam"),
            door=consulent,
            nu=NU,
        )
        return pdf

    monkeypatch.setattr(vaststelling, "maak_brief", met_wijziging)

    with pytest.raises(Geweigerd, match="zojuist gewijzigd"):
        _vaststellen(concept, consulent)

    assert not Besluit.objects.exists()


def test_mislukt_de_transactie_dan_is_er_niets_en_wordt_het_bestand_opgeruimd(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kapot(**_: Any) -> None:
        raise RuntimeError("stroom weg")

    monkeypatch.setattr(vaststelling, "traject_starten", kapot)
    bestanden = set(Path(settings.DOCUMENTEN_MAP).glob("??/*"))

    with pytest.raises(RuntimeError):
        _vaststellen(concept, consulent)

    assert Pip.objects.get(pk=concept.pk).status == PipStatus.CONCEPT
    assert not Besluit.objects.exists()
    assert not Termijn.objects.filter(soort=TermijnSoort.INBURGERING).exists()
    assert _schakel(na_intake, SchakelNummer.INTAKE_EN_PIP) == SchakelStatus.OPEN
    (wees,) = set(Path(settings.DOCUMENTEN_MAP).glob("??/*")) - bestanden
    veeg_bestanden(nu=datetime.now(tz=NU.tzinfo) + timedelta(days=2))
    assert not wees.exists()


# --- Versions and the term ---------------------------------------------------------------------
def test_nieuwe_versie_verplaatst_de_termijn_niet(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    _uitgereikt(_vaststellen(concept, consulent), consulent)
    later = NU + timedelta(days=400)

    tweede = services.opstellen(dossier_id=na_intake.pk, door=consulent, nu=later)
    assert tweede.motivering == INHOUD["motivering"]
    _vaststellen(tweede, consulent, nu=later)

    eerste, tweede = Pip.objects.get(pk=concept.pk), Pip.objects.get(pk=tweede.pk)
    assert eerste.status == PipStatus.VERVANGEN
    assert (tweede.versienummer, tweede.dagtekening, tweede.dagtekening_initieel) == (
        2,
        later.date(),
        VANDAAG,
    )
    assert _termijn(na_intake, TermijnSoort.INBURGERING).eind_op == date(2029, 3, 2)
    assert Traject.objects.filter(inburgeraar=na_intake, status=TrajectStatus.LOPEND).count() == 1


def test_intrekken_verplaatst_de_termijn_ook_niet(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    _uitgereikt(_vaststellen(concept, consulent), consulent)
    pip = Pip.objects.get(pk=concept.pk)
    later = NU + timedelta(days=30)

    intrekking.intrekken(
        pip_id=pip.pk, versie=pip.versie, reden="Fout in het besluit.", door=consulent, nu=later
    )
    nieuw = services.opstellen(dossier_id=na_intake.pk, door=consulent, nu=later)
    nieuw = services.inhoud_wijzigen(
        pip_id=nieuw.pk, versie=nieuw.versie, inhoud=INHOUD, door=consulent, nu=later
    )
    _vaststellen(nieuw, consulent, nu=later)

    assert Pip.objects.get(pk=nieuw.pk).dagtekening_initieel == VANDAAG
    assert _termijn(na_intake, TermijnSoort.INBURGERING).eind_op == date(2029, 3, 2)


def test_twee_plannen_in_voorbereiding_kan_niet(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    with pytest.raises(Geweigerd, match="al een PIP in voorbereiding"):
        services.opstellen(dossier_id=na_intake.pk, door=consulent, nu=NU)


def test_vastgesteld_plan_verandert_niet_meer(concept: Pip, consulent: Medewerker) -> None:
    _vaststellen(concept, consulent)
    pip = Pip.objects.get(pk=concept.pk)

    with pytest.raises(Geweigerd, match="verandert niet meer"):
        services.inhoud_wijzigen(
            pip_id=pip.pk, versie=pip.versie, inhoud=INHOUD, door=consulent, nu=NU
        )
    with pytest.raises(Geweigerd, match="al vastgesteld"):
        _vaststellen(pip, consulent)
    assert Besluit.objects.count() == 1


def test_ondertussengroep_krijgt_geen_pip(gemeente: Gemeente, consulent: Medewerker) -> None:
    from inburgering.enums import Regime

    dossier = een_dossier(regime=Regime.WI2013, wordt_gehuisvest=False)

    with pytest.raises(Geweigerd, match="2013"):
        services.opstellen(dossier_id=dossier.pk, door=consulent, nu=NU)


def test_beeindigd_dossier_krijgt_geen_besluit(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    beeindigen(
        dossier_id=na_intake.pk, reden=BeeindigReden.VERHUISD, op=VANDAAG, door=consulent, nu=NU
    )

    with pytest.raises(Geweigerd, match="beëindigd"):
        _vaststellen(concept, consulent)


# --- Four eyes ---------------------------------------------------------------------------------
def test_vier_ogen(
    concept: Pip, gemeente: Gemeente, consulent: Medewerker, teamleider: Medewerker
) -> None:
    with spoor(door=teamleider, nu=NU):
        gemeente.vier_ogen_pip = True
        gemeente.save()

    with pytest.raises(Geweigerd, match="Leg het plan eerst voor"):
        _vaststellen(concept, consulent)
    services.voorleggen(pip_id=concept.pk, versie=concept.versie, door=consulent, nu=NU)
    assert _open_taken(concept.inburgeraar) >= {"pip_vier_ogen"}
    with pytest.raises(Geweigerd, match="zelf voor"):
        _vaststellen(concept, consulent)
    besluit = _vaststellen(concept, teamleider)

    assert besluit.genomen_door == teamleider
    assert "pip_vier_ogen" not in _open_taken(concept.inburgeraar)


def test_voorgelegd_plan_moet_eerst_worden_teruggenomen(
    concept: Pip, consulent: Medewerker
) -> None:
    pip = services.voorleggen(pip_id=concept.pk, versie=concept.versie, door=consulent, nu=NU)

    with pytest.raises(Geweigerd, match="neem het eerst terug"):
        services.inhoud_wijzigen(
            pip_id=pip.pk, versie=pip.versie, inhoud=INHOUD, door=consulent, nu=NU
        )
    pip = services.terugnemen(pip_id=pip.pk, versie=pip.versie, door=consulent, nu=NU)
    assert (pip.status, pip.voorgelegd_op, pip.voorgelegd_door) == (PipStatus.CONCEPT, None, None)


# --- Bekendmaking ------------------------------------------------------------------------------
def test_bekendmaken_start_de_bezwaartermijn(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    besluit = _vaststellen(concept, consulent)
    later = NU + timedelta(days=6)

    bekendmaken(
        besluit_id=besluit.pk,
        versie=besluit.versie,
        wijze=Bekendmaking.VERZONDEN,
        op=later.date(),
        door=consulent,
        nu=later,
    )

    bezwaar = _termijn(na_intake, TermijnSoort.BEZWAAR)
    assert bezwaar.eind_op == later.date() + timedelta(days=43)  # +42 is Sunday 19 April → Monday
    assert "bekendmaken" not in _open_taken(na_intake)
    assert _termijn(na_intake, TermijnSoort.INBURGERING).eind_op == date(2029, 3, 2)


@pytest.mark.parametrize(("dagen", "woord"), [(-1, "dagtekening"), (1, "toekomst")])
def test_bekendmaken_op_een_onmogelijke_dag(
    concept: Pip, consulent: Medewerker, dagen: int, woord: str
) -> None:
    besluit = _vaststellen(concept, consulent)

    with pytest.raises(Geweigerd, match=woord) as fout:
        bekendmaken(
            besluit_id=besluit.pk,
            versie=besluit.versie,
            wijze=Bekendmaking.UITGEREIKT,
            op=VANDAAG + timedelta(days=dagen),
            door=consulent,
            nu=NU,
        )
    assert fout.value.veld == "op"


def test_bekendmaken_kan_een_keer(concept: Pip, consulent: Medewerker) -> None:
    besluit = _vaststellen(concept, consulent)
    velden: dict[str, Any] = {
        "besluit_id": besluit.pk,
        "versie": None,
        "wijze": Bekendmaking.UITGEREIKT,
        "op": VANDAAG,
        "door": consulent,
        "nu": NU,
    }
    bekendmaken(**velden)

    with pytest.raises(Geweigerd, match="al bekendgemaakt"):
        bekendmaken(**velden)


def test_bezwaartermijn_eindigt_vanzelf_en_een_keer(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    besluit = _vaststellen(concept, consulent)
    bekendmaken(
        besluit_id=besluit.pk,
        versie=None,
        wijze=Bekendmaking.UITGEREIKT,
        op=VANDAAG,
        door=consulent,
        nu=NU,
    )
    systeem = Medewerker.objects.systeem()

    assert bezwaartermijnen_afsluiten(door=systeem, nu=NU + timedelta(days=42)) == 0
    assert bezwaartermijnen_afsluiten(door=systeem, nu=NU + timedelta(days=60)) == 1
    assert bezwaartermijnen_afsluiten(door=systeem, nu=NU + timedelta(days=61)) == 0
    assert _termijn(na_intake, TermijnSoort.BEZWAAR).status == TermijnStatus.VERVALLEN


# --- Promises of the database ------------------------------------------------------------------
@pytest.mark.parametrize(
    ("set_", "belofte"),
    [
        ("status = 'vastgesteld'", "pip_vastgesteld_bewezen"),
        ("vastgesteld_op = '2026-03-02'", "pip_vastgesteld"),
        ("status = 'ingetrokken'", "pip_"),
        ("status = 'ter_vaststelling'", "pip_voorgelegd_bewezen"),
        ("leerroute = 'X'", "pip_leerroute_bekend"),
        ("status = 'weg'", "pip_status_bekend"),
    ],
)
def test_database_houdt_toestand_en_bewijs_bij_elkaar(
    concept: Pip, set_: str, belofte: str
) -> None:
    with (
        pytest.raises(IntegrityError, match=belofte),
        transaction.atomic(),
        connection.cursor() as c,
    ):
        c.execute(f"UPDATE pip_plans_pip SET {set_} WHERE id = %s", [concept.pk])


def test_besluit_bestand_staat_onder_zijn_hash(concept: Pip, consulent: Medewerker) -> None:
    document = _vaststellen(concept, consulent).document

    pad = plek(document.sha256)
    assert pad.read_bytes() == lees(document)
    pad.write_bytes(b"anders")
    from inburgering.services.documenten import Beschadigd

    with pytest.raises(Beschadigd):
        lees(document)


def test_ander_team_mag_ook_vaststellen_maar_partner_niet(concept: Pip) -> None:
    ander = MedewerkerFactory(rol=Rol.CONSULENT)
    partner = MedewerkerFactory(rol=Rol.PARTNER)

    assert Pip.objects.zichtbaar_voor(ander).filter(pk=concept.pk).exists()
    assert not Pip.objects.zichtbaar_voor(partner).exists()


def test_doelgroep_asiel_vraagt_uren(
    concept: Pip, na_intake: Inburgeraar, consulent: Medewerker
) -> None:
    """Hours of the route are in the decision of an asielstatushouder only (Wi 15.2)."""
    with spoor(door=consulent, nu=NU):
        dossier = Inburgeraar.objects.get(pk=na_intake.pk)
        dossier.doelgroep = Doelgroep.ASIEL.value
        dossier.save()

    with pytest.raises(Geweigerd, match="hoeveel uren de leerroute vraagt"):
        _vaststellen(concept, consulent)


def test_the_wish_for_an_exam_is_answered_with_yes_or_no(
    client_als: Callable[[Medewerker], Client], concept: Pip, consulent: Medewerker
) -> None:
    adres = reverse("pip-wijzigen", args=[concept.inburgeraar.dossiernummer, concept.pk])

    veld = client_als(consulent).get(adres).context["form"]["examenwens_z"]

    assert [tekst for _, tekst in veld.field.choices] == [
        "– maak een keuze –",
        "Ja, wil examen doen",
        "Nee",
    ]

"""The decision as a letter: for whom it says what, what is inside it, and what comes after it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from besluiten.models import Bekendmaking, Besluit, BesluitSoort, BesluitStatus
from besluiten.services.besluiten import bekendmaken
from inburgering.enums import DocumentSoort, TaakStatus, TermijnSoort, TermijnStatus
from inburgering.handelingen import handeling
from inburgering.models import Document, Inburgeraar, Taak, Termijn
from inburgering.services.documenten import document_toevoegen, lees
from inburgering.services.plichten import PlichtGegevens, plicht_corrigeren
from inburgering.services.vorig_pip import VorigPipGegevens
from intake.models import Routeadvies
from intake.queries.intake import stand_van
from intake.services.intake import intake_starten
from leerroutes.models import Traject
from medewerkers.geweigerd import Geweigerd
from medewerkers.models import Medewerker
from medewerkers.sporen import spoor
from pip_plans.enums import Aanleiding, TeLaatOorzaak
from pip_plans.models import Pip, PipBijlage, PipStatus, TeLaat
from pip_plans.policies.plan import PapierenPip
from pip_plans.services.intrekken import intrekken
from pip_plans.services.opstellen import (
    bijlage_kiezen,
    bijlage_toevoegen,
    bijlage_weghalen,
    inhoud_wijzigen,
    opstellen,
    uit_intake_aanvullen,
)
from pip_plans.services.overnemen import overnemen, vorig_pip_vastleggen
from pip_plans.services.vaststellen import vaststellen
from pip_plans.verschillen import verschillen
from tests.factories import NU, VANDAAG, een_dossier
from tests.pip_plans.conftest import INHOUD
from wet.doelgroepen import GedetailleerdeDoelgroep
from wet.leerroutes import Leerroute, Niveau
from wet.pip import wat_ontbreekt_in_intake

pytestmark = pytest.mark.django_db


def een_pdf(*, wachtwoord: str = "", script: bool = False, bladen: int = 1) -> bytes:
    pdf = pikepdf.new()
    for _ in range(bladen):
        pdf.add_blank_page()
    if script:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    uit = BytesIO()
    slot = pikepdf.Encryption(user=wachtwoord, owner=wachtwoord) if wachtwoord else False
    pdf.save(uit, encryption=slot)
    return uit.getvalue()


@pytest.fixture
def wie(consulent: Medewerker) -> dict[str, Any]:
    return {"door": consulent, "nu": NU}


@pytest.fixture
def wijzig(wie: dict[str, Any]) -> Callable[..., Pip]:
    def met(pip: Pip, **inhoud: Any) -> Pip:
        return inhoud_wijzigen(
            pip_id=pip.pk, versie=Pip.objects.get(pk=pip.pk).versie, inhoud=inhoud, **wie
        )

    return met


def stel_vast(pip: Pip, wie: dict[str, Any], **meer: Any) -> Besluit:
    return vaststellen(pip_id=pip.pk, versie=Pip.objects.get(pk=pip.pk).versie, **wie, **meer)


def maak_bekend(besluit: Besluit, wie: dict[str, Any]) -> None:
    bekendmaken(
        besluit_id=besluit.pk,
        versie=besluit.versie,
        wijze=Bekendmaking.UITGEREIKT,
        op=besluit.dagtekening,
        **wie,
    )


def tekst_van(besluit: Besluit) -> str:
    bladen = PdfReader(BytesIO(lees(besluit.document))).pages
    return " ".join(" ".join(blad.extract_text().split()) for blad in bladen)


def als_asiel(dossier: Inburgeraar, wie: dict[str, Any]) -> None:
    plicht = dossier.plichten.get()
    plicht_corrigeren(
        plicht_id=plicht.pk,
        versie=plicht.versie,
        gegevens=PlichtGegevens(
            start_op=plicht.start_op,
            kennisgeving_op=plicht.kennisgeving_op,
            gedetailleerde_doelgroep=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER,
        ),
        **wie,
    )


# --- What it says --------------------------------------------------------------------------------
def test_an_asielstatushouder_is_not_threatened_with_a_fine(
    concept: Pip, na_intake: Inburgeraar, wijzig: Callable[..., Pip], wie: dict[str, Any]
) -> None:
    als_asiel(na_intake, wie)
    wijzig(
        concept,
        leerroute_uren=600,
        uren_per_week=16,
        maatschappelijke_begeleiding="De Schans helpt u.",
    )

    tekst = tekst_van(stel_vast(concept, wie))

    assert "boete" not in tekst.lower()
    assert "600 uur" in tekst
    assert "16 uur" in tekst
    assert "De Schans helpt u." in tekst
    assert "betaalt uw lessen zelf" not in tekst


def test_a_gezinsmigrant_reads_no_hours_of_the_route_and_pays_the_lessons(
    concept: Pip, wijzig: Callable[..., Pip], wie: dict[str, Any]
) -> None:
    wijzig(concept, leerroute_uren=600)

    tekst = tekst_van(stel_vast(concept, wie))

    assert "600 uur" not in tekst  # Wi 15.2: only for an asielstatushouder
    assert "U kiest en betaalt uw lessen zelf." in tekst


def test_the_z_route_of_an_asielstatushouder_has_hours_of_participation(
    concept: Pip, na_intake: Inburgeraar, wijzig: Callable[..., Pip], wie: dict[str, Any]
) -> None:
    als_asiel(na_intake, wie)
    wijzig(
        concept, leerroute="Z", niveau="", leerroute_uren=800, examenwens_z="niet_van_toepassing"
    )

    with pytest.raises(Geweigerd, match="hoeveel uren participatie"):
        stel_vast(concept, wie)
    wijzig(concept, participatie_uren=800)

    assert "Meedoen (participatie) 800 uur" in tekst_van(stel_vast(concept, wie))


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"motivering": "  "}, "waarom u deze leerroute kiest"),
        ({"niveau": "A2"}, "taalniveau dat bij de leerroute past"),
        ({"leerroute": "O", "niveau": "A2"}, "taalniveau dat bij de leerroute past"),
        ({"vve": "opgenomen", "vve_tekst": ""}, "welke afspraken over de VVE"),
        ({"participatiewet": "opgenomen"}, "besluiten van de Participatiewet als PDF"),
    ],
)
def test_what_the_law_refuses(
    concept: Pip,
    wijzig: Callable[..., Pip],
    wie: dict[str, Any],
    anders: dict[str, str],
    reden: str,
) -> None:
    wijzig(concept, **anders)

    with pytest.raises(Geweigerd, match=reden):
        stel_vast(concept, wie)
    assert not Besluit.objects.exists()


def test_characters_no_letter_can_print_are_named_by_their_field(
    concept: Pip, klant: Client
) -> None:
    velden = {**INHOUD, "motivering": "Goed 😀 plan", "versie": concept.versie}
    velden = {veld: "" if waarde is None else waarde for veld, waarde in velden.items()}

    antwoord = klant.post(
        reverse("pip-wijzigen", args=[concept.inburgeraar.dossiernummer, concept.pk]), velden
    )

    assert antwoord.status_code == 422
    assert "U+1F600" in antwoord.content.decode()
    assert "😀" not in Pip.objects.get(pk=concept.pk).motivering


def test_a_long_motivation_still_makes_a_letter(
    concept: Pip, wijzig: Callable[..., Pip], wie: dict[str, Any]
) -> None:
    wijzig(concept, motivering="Een zin die lang genoeg is om af te breken. " * 450)

    tekst = tekst_van(stel_vast(concept, wie))

    assert tekst.count("breken.") == 450
    assert "Bent u het niet eens met dit besluit?" in tekst


# --- Later than ten weeks ------------------------------------------------------------------------
def test_after_ten_weeks_the_cause_is_asked_and_kept(
    concept: Pip, na_intake: Inburgeraar, wie: dict[str, Any]
) -> None:
    termijn = Termijn.objects.get(inburgeraar=na_intake, soort=TermijnSoort.PIP)
    later = wie | {"nu": NU + (termijn.eind_op - VANDAAG) + timedelta(days=1)}

    with pytest.raises(Geweigerd, match="Kies waardoor het later werd") as fout:
        stel_vast(concept, later)
    assert fout.value.veld == "te_laat_oorzaak"
    with pytest.raises(Geweigerd, match="Schrijf op waardoor"):
        stel_vast(concept, later, te_laat=TeLaat(oorzaak=TeLaatOorzaak.ANDERS))
    stel_vast(concept, later, te_laat=TeLaat(oorzaak=TeLaatOorzaak.WACHTEN_OP_TOETS))

    assert Pip.objects.get(pk=concept.pk).te_laat_oorzaak == "toets"


def test_on_the_last_day_no_cause_is_asked(
    concept: Pip, na_intake: Inburgeraar, wie: dict[str, Any]
) -> None:
    termijn = Termijn.objects.get(inburgeraar=na_intake, soort=TermijnSoort.PIP)

    stel_vast(concept, wie | {"nu": NU + (termijn.eind_op - VANDAAG)})

    assert Pip.objects.get(pk=concept.pk).te_laat_oorzaak == ""


# --- Inside it -----------------------------------------------------------------------------------
def test_the_decision_carries_its_attachments_and_itself_as_data(
    concept: Pip, wijzig: Callable[..., Pip], wie: dict[str, Any]
) -> None:
    bijlage = een_pdf()
    wijzig(concept, participatiewet="opgenomen")
    bijlage_toevoegen(
        pip_id=concept.pk,
        titel="Besluit bijstand",
        bestandsnaam="besluit.pdf",
        inhoud=bijlage,
        **wie,
    )

    besluit = stel_vast(concept, wie)

    with pikepdf.open(BytesIO(lees(besluit.document))) as pdf:
        erin = {naam: pdf.attachments[naam].get_file().read_bytes() for naam in pdf.attachments}
    assert erin["bijlage-01.pdf"] == bijlage
    gegevens = json.loads(erin["pip.json"])
    assert (gegevens["kenmerk"], gegevens["dagtekening"]) == (besluit.kenmerk, "2026-03-02")
    assert gegevens["inburgeringstermijn"]["laatste_dag"] == "2029-03-02"
    assert gegevens["plan"]["leerroute"] == "B"
    assert "Bijlage 1: Besluit bijstand" in tekst_van(besluit)
    assert b"bsn" not in erin["pip.json"].lower()


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"%PDF-1.7 maar verder niets", "beschadigd"),
        (b"Gewone tekst", "geen PDF"),
        (een_pdf(wachtwoord="geheim"), "wachtwoord"),
        (een_pdf(script=True), "script"),
    ],
)
def test_a_file_no_letter_may_carry_is_refused_and_not_kept(
    concept: Pip, wie: dict[str, Any], inhoud: bytes, reden: str
) -> None:
    ervoor = Document.objects.count()

    with pytest.raises(Geweigerd, match=reden):
        bijlage_toevoegen(
            pip_id=concept.pk, titel="Besluit", bestandsnaam="besluit.pdf", inhoud=inhoud, **wie
        )

    assert Document.objects.count() == ervoor
    assert not PipBijlage.objects.exists()


def test_forty_megabytes_is_refused_on_the_page(concept: Pip, klant: Client) -> None:
    groot = SimpleUploadedFile("besluit.pdf", b"%PDF-1.7" + b"0" * (40 * 1024**2))

    antwoord = klant.post(
        reverse("pip-bijlagen", args=[concept.inburgeraar.dossiernummer, concept.pk]),
        {"titel": "Besluit", "bestand": groot},
    )

    assert antwoord.status_code == 422
    assert "groter dan 20 MB" in antwoord.content.decode()


def test_choosing_nothing_says_so_instead_of_not_found(concept: Pip, klant: Client) -> None:
    nummer = concept.inburgeraar.dossiernummer

    antwoord = klant.post(reverse("pip-bijlage-kiezen", args=[nummer, concept.pk]), follow=True)

    assert "Kies eerst een document van het dossier." in antwoord.content.decode()
    assert not PipBijlage.objects.exists()


def test_all_files_in_one_letter_together_have_a_limit(
    concept: Pip, wie: dict[str, Any], settings: Any
) -> None:
    voeg = partial(bijlage_toevoegen, pip_id=concept.pk, bestandsnaam="b.pdf", **wie)
    eerste, tweede = een_pdf(), een_pdf(bladen=2)
    settings.BIJLAGEN_MAX_BYTES = len(eerste) + len(tweede) - 1
    voeg(titel="Een", inhoud=eerste)

    with pytest.raises(Geweigerd, match="samen groter dan"):
        voeg(titel="Twee", inhoud=tweede)

    assert PipBijlage.objects.count() == 1


def test_a_document_of_the_dossier_joins_once_and_leaves_again(
    concept: Pip, na_intake: Inburgeraar, wie: dict[str, Any]
) -> None:
    document = document_toevoegen(
        dossier_id=na_intake.pk,
        soort=DocumentSoort.INKOMEN,
        titel="Besluit",
        bestandsnaam="b.pdf",
        inhoud=een_pdf(),
        **wie,
    )
    bijlage = bijlage_kiezen(pip_id=concept.pk, document_id=document.pk, **wie)

    with pytest.raises(Geweigerd, match="zit al bij het plan"):
        bijlage_kiezen(pip_id=concept.pk, document_id=document.pk, **wie)
    bijlage_weghalen(bijlage_id=bijlage.pk, **wie)

    assert not PipBijlage.objects.exists()
    assert Document.objects.filter(pk=document.pk).exists()


def test_a_document_of_somebody_else_never_joins(
    concept: Pip, consulent: Medewerker, wie: dict[str, Any]
) -> None:
    ander = een_dossier(consulent=consulent)
    document = document_toevoegen(
        dossier_id=ander.pk,
        soort=DocumentSoort.INKOMEN,
        titel="Besluit van een ander",
        bestandsnaam="b.pdf",
        inhoud=een_pdf(),
        **wie,
    )

    with pytest.raises(Geweigerd, match="ander dossier"):
        bijlage_kiezen(pip_id=concept.pk, document_id=document.pk, **wie)


# --- A next version ------------------------------------------------------------------------------
def test_a_new_version_says_what_changes_on_the_page_and_in_the_letter(
    concept: Pip,
    na_intake: Inburgeraar,
    wijzig: Callable[..., Pip],
    wie: dict[str, Any],
    klant: Client,
) -> None:
    maak_bekend(stel_vast(concept, wie), wie)
    nieuw = opstellen(dossier_id=na_intake.pk, **wie)
    assert nieuw.aanleiding == Aanleiding.WIJZIGING
    wijzig(nieuw, voortgangsgesprekken=9, aanleiding_tekst="U kreeg een baan.")

    pagina = klant.get(reverse("pip", args=[na_intake.dossiernummer])).content.decode()
    oud = Pip.objects.get(pk=concept.pk)
    verschil = verschillen(oud, Pip.objects.get(pk=nieuw.pk), asiel=False)
    tekst = tekst_van(stel_vast(nieuw, wie))

    assert [(v.veld, v.was, v.wordt) for v in verschil] == [("voortgangsgesprekken", "6", "9")]
    assert "<del>6</del>" in pagina
    assert "<ins>9</ins>" in pagina
    assert "Dit verandert voor u U kreeg een baan." in tekst
    assert "Aantal voortgangsgesprekken 6 9" in tekst
    assert "Uw inburgeringstermijn verandert niet." in tekst
    assert "in de plaats van het plan van 2 maart 2026" in tekst


def test_a_first_version_has_nothing_to_compare_with(concept: Pip, wie: dict[str, Any]) -> None:
    tekst = tekst_van(stel_vast(concept, wie))

    assert "Dit verandert voor u" not in tekst
    assert "Uw inburgeringstermijn begint op 3 maart 2026." in tekst


def test_taking_back_is_a_decision_with_a_letter_that_is_due_the_same_day(
    concept: Pip, na_intake: Inburgeraar, wie: dict[str, Any]
) -> None:
    eerste = stel_vast(concept, wie)
    pip = Pip.objects.get(pk=concept.pk)
    with pytest.raises(Geweigerd, match="nog niet bekendgemaakt"):
        intrekken(pip_id=pip.pk, versie=pip.versie, reden="Fout.", **wie)
    maak_bekend(eerste, wie)

    besluit = intrekken(pip_id=pip.pk, versie=pip.versie, reden="Het plan rust op een fout.", **wie)

    pip.refresh_from_db()
    assert (pip.status, pip.intrekkingsbesluit) == (PipStatus.INGETROKKEN, besluit)
    assert (besluit.soort, besluit.status) == (BesluitSoort.INTREKKING, BesluitStatus.GENOMEN)
    tekst = tekst_van(besluit)
    assert "Het plan rust op een fout." in tekst
    assert "De laatste dag blijft 2 maart 2029" in tekst
    assert "bezwaar maken" in tekst
    open_taken = Taak.objects.filter(inburgeraar=na_intake, status=TaakStatus.OPEN)
    assert set(open_taken.filter(soort="bekendmaken").values_list("alarm", flat=True)) == {True}
    assert open_taken.filter(soort="pip_na_intrekking").count() == 1


def test_a_plan_nobody_got_is_not_replaced(
    concept: Pip, na_intake: Inburgeraar, wie: dict[str, Any]
) -> None:
    stel_vast(concept, wie)
    nieuw = opstellen(dossier_id=na_intake.pk, **wie)

    with pytest.raises(Geweigerd, match="PIP versie 1 is nog niet bekendgemaakt"):
        stel_vast(nieuw, wie)


def test_what_belongs_to_another_route_is_not_in_the_decision(
    concept: Pip, na_intake: Inburgeraar, wijzig: Callable[..., Pip], wie: dict[str, Any]
) -> None:
    """Typed for the Z-route, and then the onderwijsroute was chosen: 40 hours of MAP neither."""
    als_asiel(na_intake, wie)
    wijzig(
        concept,
        leerroute="O",
        niveau="",
        leerroute_uren=1200,
        participatie_uren=800,
        aftrek_uren=100,
        examenwens_z="opgenomen",
    )

    besluit = stel_vast(concept, wie)

    with pikepdf.open(BytesIO(lees(besluit.document))) as pdf:
        plan = json.loads(pdf.attachments["pip.json"].get_file().read_bytes())["plan"]
    assert (plan["map_uren"], plan["participatie_uren"], plan["aftrek_uren"]) == (None, None, None)
    assert plan["examenwens_z"] == ""
    assert Traject.objects.get(inburgeraar=na_intake).map_uren is None


def test_at_a2_the_letter_asks_for_exams_at_a2(
    na_intake: Inburgeraar,
    vorig: VorigPipGegevens,
    wijzig: Callable[..., Pip],
    wie: dict[str, Any],
) -> None:
    vorig_pip_vastleggen(dossier_id=na_intake.pk, versie=None, gegevens=vorig, **wie)
    pip = opstellen(dossier_id=na_intake.pk, **wie)
    wijzig(pip, **INHOUD | {"niveau": "A2"})

    tekst = tekst_van(stel_vast(pip, wie))

    assert "Examen lezen op niveau A2" in tekst
    assert "op niveau B1" not in tekst


def test_what_is_put_right_is_not_said_again(
    concept: Pip, na_intake: Inburgeraar, wijzig: Callable[..., Pip], wie: dict[str, Any]
) -> None:
    wijzig(concept, omstandigheden="Iets dat hier niet had mogen staan.")
    maak_bekend(stel_vast(concept, wie), wie)
    nieuw = opstellen(dossier_id=na_intake.pk, **wie)
    wijzig(nieuw, omstandigheden="", aanleiding=Aanleiding.HERSTEL.value)

    tekst = tekst_van(stel_vast(nieuw, wie))

    assert "een tekst die vervalt" in tekst
    assert "niet had mogen staan" not in tekst


def test_another_attachment_is_a_change(
    concept: Pip, na_intake: Inburgeraar, wie: dict[str, Any]
) -> None:
    maak_bekend(stel_vast(concept, wie), wie)
    nieuw = opstellen(dossier_id=na_intake.pk, **wie)
    bijlage_toevoegen(
        pip_id=nieuw.pk, titel="Besluit", bestandsnaam="b.pdf", inhoud=een_pdf(), **wie
    )

    tekst = tekst_van(stel_vast(nieuw, wie))

    assert "Dit verandert voor u" in tekst
    assert "Bijlagen niets Besluit" in tekst


# --- The advice ----------------------------------------------------------------------------------
def test_an_advice_made_after_the_plan_began_must_be_weighed(
    concept: Pip, na_intake: Inburgeraar, wijzig: Callable[..., Pip], wie: dict[str, Any]
) -> None:
    with handeling(dossiers=[na_intake.pk], **wie):
        Routeadvies(
            inburgeraar=na_intake,
            feiten={"toets": "niet_haalbaar", "jaren_onderwijs": 2, "wil_studeren": False},
            invoer=[],
            leerroute="Z",
            regel="leerroute_advies",
            zekerheid="afgeleid",
            stappen=["Deze persoon leest niet.", "Let op: weeg dit zelf."],
            bron=["Wi 9.1"],
            gemaakt_op=VANDAAG,
            gemaakt_door=wie["door"],
        ).save()

    with pytest.raises(Geweigerd, match="ander advies over de leerroute"):
        stel_vast(concept, wie)
    uit_intake_aanvullen(pip_id=concept.pk, versie=None, **wie)
    with pytest.raises(Geweigerd, match="andere leerroute dan het advies"):
        stel_vast(concept, wie)
    wijzig(concept, afwijking="U leert snel.")
    tekst = tekst_van(stel_vast(concept, wie))

    assert "waarschijnlijk niet haalbaar" in tekst
    assert "U hebt 2 jaar onderwijs gehad." in tekst
    assert "U leert snel." in tekst
    assert "Deze persoon" not in tekst  # the steps are for the consulent
    assert "weeg dit zelf" not in tekst


def test_a_plan_after_an_intake_in_absence_says_so_once(
    concept: Pip, na_intake: Inburgeraar, wie: dict[str, Any]
) -> None:
    """The concept began before the intake was closed in absence."""
    with spoor(door=wie["door"], nu=NU):
        intake = na_intake.brede_intake
        intake.bij_afwezigheid = True
        intake.save()

    besluit = stel_vast(concept, wie)
    maak_bekend(besluit, wie)
    volgend = opstellen(dossier_id=na_intake.pk, **wie)

    assert Pip.objects.get(pk=concept.pk).ambtshalve
    assert "U bent niet gekomen." in tekst_van(besluit)
    tweede = stel_vast(volgend, wie)
    assert not Pip.objects.get(pk=volgend.pk).ambtshalve
    assert "U bent niet gekomen." not in tekst_van(tweede)


# --- Moved here with a plan ----------------------------------------------------------------------
@pytest.fixture
def vorig() -> VorigPipGegevens:
    return VorigPipGegevens(
        gemeente="Assen",
        dagtekening=date(2025, 6, 2),
        dagtekening_initieel=date(2024, 6, 3),
        leerroute=Leerroute.B,
        niveau=Niveau.A2,
    )


def test_the_plan_of_another_municipality_keeps_its_term_and_gives_ten_weeks_from_the_brp(
    dossier: Inburgeraar, vorig: VorigPipGegevens, wie: dict[str, Any]
) -> None:
    vorig_pip_vastleggen(dossier_id=dossier.pk, versie=None, gegevens=vorig, **wie)

    drie_jaar = Termijn.objects.get(inburgeraar=dossier, soort=TermijnSoort.INBURGERING)
    tien_weken = Termijn.objects.get(inburgeraar=dossier, soort=TermijnSoort.PIP)
    assert (drie_jaar.start_op, drie_jaar.eind_op) == (date(2024, 6, 4), date(2027, 6, 3))
    assert (tien_weken.regel, tien_weken.status) == (
        "pip_termijn_na_verhuizing",
        TermijnStatus.LOPEND,
    )


def test_a_last_day_that_was_typed_wrong_is_put_right(
    dossier: Inburgeraar, vorig: VorigPipGegevens, wie: dict[str, Any]
) -> None:
    mis = replace(vorig, laatste_dag=date(2028, 1, 1), dagtekening_initieel=date(2025, 6, 2))
    rij = vorig_pip_vastleggen(dossier_id=dossier.pk, versie=None, gegevens=mis, **wie)

    vorig_pip_vastleggen(dossier_id=dossier.pk, versie=rij.versie, gegevens=vorig, **wie)

    drie_jaar = Termijn.objects.get(inburgeraar=dossier, soort=TermijnSoort.INBURGERING)
    assert (drie_jaar.start_op, drie_jaar.eind_op) == (date(2024, 6, 4), date(2027, 6, 3))


def test_our_own_plan_after_a_move_has_the_same_route_and_may_be_at_a2(
    na_intake: Inburgeraar,
    vorig: VorigPipGegevens,
    wijzig: Callable[..., Pip],
    wie: dict[str, Any],
) -> None:
    vorig_pip_vastleggen(dossier_id=na_intake.pk, versie=None, gegevens=vorig, **wie)
    pip = opstellen(dossier_id=na_intake.pk, **wie)
    assert (pip.aanleiding, pip.leerroute, pip.niveau) == (Aanleiding.VERHUIZING, "B", "A2")

    wijzig(pip, **INHOUD | {"leerroute": "O", "niveau": ""})
    with pytest.raises(Geweigerd, match="leerroute uit het PIP van de vorige gemeente"):
        stel_vast(pip, wie)
    wijzig(pip, **INHOUD | {"niveau": "A2"})
    besluit = stel_vast(pip, wie)

    pip.refresh_from_db()
    assert (pip.dagtekening, pip.dagtekening_initieel) == (VANDAAG, date(2024, 6, 3))
    drie_jaar = Termijn.objects.get(inburgeraar=na_intake, soort=TermijnSoort.INBURGERING)
    assert drie_jaar.eind_op == date(2027, 6, 3)
    assert "gemeente Assen" in tekst_van(besluit)
    with pytest.raises(Geweigerd, match="al een eigen PIP"):
        vorig_pip_vastleggen(dossier_id=na_intake.pk, versie=1, gegevens=vorig, **wie)


def test_a_plan_on_paper_after_a_move_keeps_the_route_and_the_term_of_the_first(
    dossier: Inburgeraar, vorig: VorigPipGegevens, wie: dict[str, Any]
) -> None:
    vorig_pip_vastleggen(dossier_id=dossier.pk, versie=None, gegevens=vorig, **wie)
    neem = partial(overnemen, dossier_id=dossier.pk, reden="Storing op die dag.", **wie)
    dag = VANDAAG - timedelta(days=2)

    with pytest.raises(Geweigerd, match="die van het vorige PIP"):
        neem(plan=PapierenPip(dagtekening=dag, leerroute=Leerroute.Z))
    pip = neem(plan=PapierenPip(dagtekening=dag, leerroute=Leerroute.B, niveau=Niveau.A2))

    assert (pip.dagtekening, pip.dagtekening_initieel) == (dag, date(2024, 6, 3))
    drie_jaar = Termijn.objects.get(inburgeraar=dossier, soort=TermijnSoort.INBURGERING)
    assert drie_jaar.eind_op == date(2027, 6, 3)


def test_dates_of_a_former_plan_that_cannot_be_are_refused_at_their_field(
    dossier: Inburgeraar, klant: Client
) -> None:
    pad = reverse("pip-vorige", args=[dossier.dossiernummer])
    velden = {
        "gemeente": "Assen",
        "dagtekening": "2-6-2025",
        "dagtekening_initieel": "3-6-2025",
        "leerroute": "B",
    }

    antwoord = klant.post(pad, velden)

    assert antwoord.status_code == 422
    assert "ligt na de dagtekening" in antwoord.content.decode()
    assert klant.post(pad, velden | {"dagtekening_initieel": "3-6-2024"}).status_code == 302


# --- The preview ---------------------------------------------------------------------------------
def test_the_preview_is_not_made_again_while_it_would_say_the_same(
    concept: Pip, klant: Client, wijzig: Callable[..., Pip]
) -> None:
    pad = reverse("pip-voorbeeld", args=[concept.inburgeraar.dossiernummer, concept.pk])
    eerste = klant.get(pad)

    weer = klant.get(pad, headers={"If-None-Match": eerste["ETag"]})
    wijzig(concept, voortgangsgesprekken=7)
    anders = klant.get(pad, headers={"If-None-Match": eerste["ETag"]})

    assert (eerste.status_code, weer.status_code, anders.status_code) == (200, 304, 200)
    assert "CONCEPT" in PdfReader(BytesIO(eerste.content)).pages[0].extract_text()


def test_after_a_move_the_test_and_the_study_of_education_are_not_asked_again(
    dossier: Inburgeraar, vorig: VorigPipGegevens, wie: dict[str, Any]
) -> None:
    """Wi 15.4."""
    intake_starten(dossier_id=dossier.pk, **wie)
    eerst = {deel.onderdeel for deel in wat_ontbreekt_in_intake(stand_van(dossier.pk))}

    vorig_pip_vastleggen(dossier_id=dossier.pk, versie=None, gegevens=vorig, **wie)

    dan = {deel.onderdeel for deel in wat_ontbreekt_in_intake(stand_van(dossier.pk))}
    assert eerst - dan == {"leerbaarheidstoets", "opleiding_en_werk"}

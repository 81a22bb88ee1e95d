"""The pages of the taakstelling, as OOV, consulent and others see them."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse
from openpyxl import load_workbook

from inburgering.models import Raadpleging
from inburgering.services.dossiers import sluiten_voor_anderen
from medewerkers.enums import Rol
from medewerkers.sporen import spoor
from overdracht.enums import Fase
from overdracht.models import Beginstand, CoaTelling, Correctie, Opgave
from tests.factories import NU, VANDAAG, MedewerkerFactory
from tests.overdracht.huishoudens import breng_tot, dossiers_van
from tests.overdracht.tellingen import beginstand, correctie, gehuisvest, opgave

TAAKSTELLING = "/taakstelling/"
MEI, JANUARI = date(2025, 5, 1), date(2026, 1, 15)


@pytest.fixture
def als_oov(client_als, team):
    return client_als(team.oov)


@pytest.fixture
def als_consulent(client_als, team):
    return client_als(team.consulent)


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


# --- What it shows -----------------------------------------------------------------------------
def test_an_empty_page_says_how_to_begin(als_oov, als_consulent):
    assert "Opgave toevoegen" in tekst(als_oov.get(TAAKSTELLING))

    anders = tekst(als_consulent.get(TAAKSTELLING))
    assert "Zodra OOV de opgave van de provincie vastlegt" in anders
    assert "Opgave toevoegen" not in anders


def test_the_page_says_where_the_municipality_stands(als_oov, team):
    opgave(team.oov, 2024, 0, 2)
    opgave(team.oov, 2026, 1, 5, uiterlijk_op=date(2026, 9, 1))
    gehuisvest(JANUARI)

    gezien = tekst(als_oov.get(TAAKSTELLING))

    assert "heel jaar, verdeling niet bekend" in gezien
    assert "gesteld door de provincie" in gezien
    assert "<dt>Nog te huisvesten</dt><dd><strong>6</strong> mensen</dd>" in gezien
    assert "Toestand op 2 maart 2026: wat op die dag gold, met wat wij nu weten." in gezien
    assert "Prognose voor 30 juni 2026" in gezien


def test_as_counted_on_another_day(als_oov, team):
    opgave(team.oov, 2026, 1, 5)
    gehuisvest(JANUARI)

    gezien = tekst(als_oov.get(TAAKSTELLING, {"op": "14-01-2026"}))

    assert "<dt>Nog te huisvesten</dt><dd><strong>5</strong> mensen</dd>" in gezien
    assert "Een prognose is er alleen voor vandaag." in gezien


@pytest.mark.parametrize(
    ("op", "fout"),
    [
        ("03-03-2026", "Kies vandaag of een dag die is geweest."),
        ("30-02-2026", "Schrijf de datum als dd-mm-jjjj"),
    ],
)
def test_a_day_that_cannot_be_shows_today_and_says_why(als_oov, team, op, fout):
    opgave(team.oov, 2026, 1, 5)

    gezien = tekst(als_oov.get(TAAKSTELLING, {"op": op}))

    assert fout in gezien
    assert "Stand op 2 maart 2026" in gezien


def test_of_a_day_before_the_beginstand_it_says_that_it_does_not_know(als_oov, team):
    opgave(team.oov, 2026, 1, 5)
    beginstand(team.oov, date(2025, 12, 31), 10)

    gezien = tekst(als_oov.get(TAAKSTELLING, {"op": "01-05-2025"}))

    assert "Van deze dag is de stand niet bekend" in gezien
    assert "wacht op wie er is gehuisvest tot en met woensdag 31 december 2025" in gezien


def test_who_counts_with_the_way_to_the_evidence(als_oov, team, overdracht):
    breng_tot(team, overdracht, Fase.INGESCHREVEN)

    gezien = tekst(als_oov.get(f"{TAAKSTELLING}mensen/", {"tijdvak": "2026-1"}))

    assert "3 mensen, 1e helft 2026" in gezien
    assert gezien.count(reverse("overdracht-tonen", args=[overdracht.pk])) == 3


def test_who_does_not_count_and_why(als_oov, team, overdracht):
    gezien = tekst(als_oov.get(f"{TAAKSTELLING}mensen/", {"wie": "niet"}))

    assert "Nog niet ingeschreven; gekoppeld op" in gezien
    assert "3 mensen" in gezien


def test_a_closed_dossier_has_no_name_and_no_reason(als_oov, team, teamleider, overdracht):
    for dossier in dossiers_van(overdracht):
        sluiten_voor_anderen(
            dossier_id=dossier.pk,
            medewerkers=[team.consulent],
            door=teamleider,
            nu=NU,
            reden="collega",
        )

    gezien = tekst(als_oov.get(f"{TAAKSTELLING}mensen/", {"wie": "niet"}))

    assert gezien.count("De reden staat in het gesloten dossier.") == 3
    assert "Tesfay" not in gezien


def test_the_expected_with_the_day_and_where_it_comes_from(als_oov, overdracht):
    gezien = tekst(als_oov.get(f"{TAAKSTELLING}prognose/"))

    assert "Koppeling en 14 weken" in gezien
    assert "telt in de prognose" in gezien
    assert reverse("overdracht-tonen", args=[overdracht.pk]) in gezien


# --- Who may come ------------------------------------------------------------------------------
@pytest.mark.parametrize("rol", [Rol.MANAGEMENT, Rol.PARTNER, Rol.ADMINISTRATIE, Rol.BEHEERDER])
def test_it_is_not_for_everybody(client_als, gemeente, rol):
    klant = client_als(MedewerkerFactory(rol=rol))

    assert klant.get(TAAKSTELLING).status_code == 403
    assert klant.get(f"{TAAKSTELLING}overzicht.pdf").status_code == 403


def test_the_consulent_looks_and_does_not_touch(als_consulent, team):
    opgave(team.oov, 2026, 1, 5)

    assert als_consulent.get(TAAKSTELLING).status_code == 200
    assert "Correctie toevoegen" not in tekst(als_consulent.get(TAAKSTELLING))
    assert als_consulent.get(f"{TAAKSTELLING}beginstand/").status_code == 403


# --- Acts --------------------------------------------------------------------------------------
def test_an_opgave_is_added_and_changed(als_oov, team):
    velden = {"jaar": "2026", "helft": "1", "aantal": "50", "bron": "brief"}
    som = {
        "landelijk": "13.500",
        "inwoners_gemeente": "64.200",
        "inwoners_nederland": "17.590.672",
    }

    antwoord = als_oov.post(f"{TAAKSTELLING}opgave/nieuw/", velden | som)

    rij = Opgave.objects.get()
    assert (antwoord.url, rij.aantal, rij.inwoners_nederland) == (TAAKSTELLING, 50, 17590672)
    assert "klopt met de wet" in tekst(als_oov.get(TAAKSTELLING))

    pad = reverse("taakstelling-opgave", args=[rij.pk])
    als_oov.post(pad, velden | som | {"aantal": "49", "versie": rij.versie})
    assert "wet: 50, verschil -1" in tekst(als_oov.get(TAAKSTELLING))
    tweede = als_oov.post(pad, velden | {"aantal": "48", "versie": rij.versie})
    assert tweede.status_code == 409


def test_a_refused_opgave_keeps_what_was_typed(als_oov, team):
    opgave(team.oov, 2026, 0, 5)

    antwoord = als_oov.post(
        f"{TAAKSTELLING}opgave/nieuw/",
        {"jaar": "2026", "helft": "2", "aantal": "50", "bron": "brief van maart"},
    )

    assert antwoord.status_code == 422
    assert "Er is al een opgave voor heel 2026." in tekst(antwoord)
    assert "brief van maart" in tekst(antwoord)


def test_the_beginstand_and_a_correction(als_oov, team):
    als_oov.post(
        f"{TAAKSTELLING}beginstand/", {"op": "31-12-2025", "aantal": "160", "bron": "telling"}
    )
    als_oov.post(
        f"{TAAKSTELLING}correctie/", {"op": "01-02-2026", "aantal": "-2", "reden": "dubbel"}
    )

    assert (Beginstand.objects.get().aantal, Correctie.objects.get().aantal) == (160, -2)
    gezien = tekst(als_oov.get(TAAKSTELLING))
    assert "160 mensen, tot en met 31 december 2025." in gezien
    assert "-2 vanaf 1 februari 2026: dubbel" in gezien


def test_a_correction_of_nobody_we_know_is_refused(als_oov, team):
    antwoord = als_oov.post(
        f"{TAAKSTELLING}correctie/",
        {"op": "01-02-2026", "aantal": "-1", "reden": "x", "v_nummer": "9999999999"},
    )

    assert antwoord.status_code == 422
    assert "Er is hier niemand met dit V-nummer." in tekst(antwoord)


def test_the_reason_about_one_person_is_not_on_the_page(als_oov, team, overdracht):
    breng_tot(team, overdracht, Fase.INGESCHREVEN)
    persoon = dossiers_van(overdracht)[0].persoon
    correctie(team.oov, VANDAAG, -1, persoon)

    gezien = tekst(als_oov.get(TAAKSTELLING))

    assert "-1 vanaf 2 maart 2026: besluit over één persoon" in gezien
    assert "Besluit van de provincie" not in gezien


def test_the_list_of_coa_is_pasted_and_compared(als_oov, team):
    wij, anders = gehuisvest(MEI), gehuisvest(MEI)
    regels = f"{wij.v_nummer};01-05-2025;Tesfay\n\n{anders.v_nummer}\t1-7-2025"

    antwoord = als_oov.post(
        f"{TAAKSTELLING}coa/nieuw/", {"peil_op": "02-03-2026", "regels": regels}
    )

    assert antwoord.url == f"{TAAKSTELLING}coa/"
    assert CoaTelling.objects.get().regels.count() == 2
    gezien = tekst(als_oov.get(antwoord.url))
    assert "ander halfjaar" in gezien
    assert "<dt>Gelijk</dt><dd>1</dd>" in gezien


def test_what_is_wrong_in_the_list_is_named_by_line(als_oov, team):
    regels = "123;01-05-2025\n1234567890;31-02-2025\n1234567891"

    antwoord = als_oov.post(
        f"{TAAKSTELLING}coa/nieuw/", {"peil_op": "02-03-2026", "regels": regels}
    )

    assert antwoord.status_code == 422
    assert antwoord.context["form"].errors["regels"] == [
        "Regel 1: Een V-nummer heeft tien cijfers.",
        "Regel 2: Schrijf de datum als dd-mm-jjjj, bijvoorbeeld 14-02-2022.",
        "Regel 3: schrijf V-nummer; datum.",
    ]
    assert CoaTelling.objects.count() == 0


# --- For the province --------------------------------------------------------------------------
def test_the_overview_is_a_pdf_without_names(als_oov, team, overdracht):
    opgave(team.oov, 2026, 1, 5)
    breng_tot(team, overdracht, Fase.INGESCHREVEN)

    antwoord = als_oov.get(f"{TAAKSTELLING}overzicht.pdf")

    assert antwoord["Content-Type"] == "application/pdf"
    assert 'filename="taakstelling-2026-03-02.pdf"' in antwoord["Content-Disposition"]
    pdf = pikepdf.open(BytesIO(antwoord.content))
    assert pdf.docinfo["/Title"] == (
        "Taakstelling huisvesting vergunninghouders, stand op 2 maart 2026"
    )
    assert b"pdfuaid:part>1" in pdf.Root.Metadata.read_bytes()
    assert Raadpleging.objects.filter(onderdeel__startswith="Taakstelling").count() == 0


def test_the_workbook_names_who_counts_and_the_download_is_logged(als_oov, team, overdracht):
    opgave(team.oov, 2026, 1, 5)
    breng_tot(team, overdracht, Fase.INGESCHREVEN)

    antwoord = als_oov.get(f"{TAAKSTELLING}overzicht.xlsx")

    boek = load_workbook(BytesIO(antwoord.content))
    cijfers = [[cel.value for cel in rij] for rij in boek["Taakstelling"].iter_rows()]
    assert cijfers[1][:7] == ["1e helft 2026", 5, 0, 5, 3, -2, 2]
    namen = {rij[1].value for rij in boek["Wie telt mee"].iter_rows(min_row=2)}
    assert namen == {lid.persoon.naam for lid in overdracht.leden.all()}
    gelogd = Raadpleging.objects.filter(onderdeel="Taakstelling: lijst gedownload")
    assert {rij.inburgeraar_id for rij in gelogd} == {d.pk for d in dossiers_van(overdracht)}
    assert {rij.medewerker for rij in gelogd} == {team.oov}


def test_a_name_in_the_workbook_is_never_a_formula(als_oov, team):
    opgave(team.oov, 2026, 1, 5)
    persoon = gehuisvest(JANUARI)
    with spoor(door=team.oov, nu=NU):
        persoon.achternaam = "=1+1"
        persoon.save()

    boek = load_workbook(BytesIO(als_oov.get(f"{TAAKSTELLING}overzicht.xlsx").content))

    assert boek["Wie telt mee"]["B2"].value == "'=1+1"

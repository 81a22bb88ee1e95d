"""The command line: what it answers, and how it refuses."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from wet.geraakt import nieuwe_rij
from wet.normen import stel_dat
from wet.opdrachtregel import hoofd
from wet.regels import alle_regels

WORTEL = Path(__file__).parents[2]


VANDAAG = date(2026, 3, 2)


def draai(*woorden):
    """(exit status, output, errors)."""
    uit, fout = io.StringIO(), io.StringIO()
    return hoofd(woorden, vandaag=VANDAAG, uit=uit, fout=fout), uit.getvalue(), fout.getvalue()


def test_an_answer_as_json():
    status, uit, fout = draai("inburgeringstermijn", "dagtekening=2022-03-15", "--json")

    assert (status, fout) == (0, "")
    assert json.loads(uit) == {
        "regel": "inburgeringstermijn",
        "uitkomst": {
            "start_op": "2022-03-16",
            "eind_op": "2025-03-15",
            "duo_einddatum": "2025-03-16",
        },
        "bron": ["Wi 11", "ATW 4"],
        "stappen": [
            "De dagtekening van het eerste PIP is dinsdag 15 maart 2022.",
            "De termijn begint op de dag daarna, woensdag 16 maart 2022, en duurt 3 jaar.",
            "Een termijn van 3 jaar schuift niet op voor een weekend of feestdag "
            "(Algemene termijnenwet).",
            "DUO noteert als einddatum de dag na de laatste dag: zondag 16 maart 2025.",
            "De laatste dag is zaterdag 15 maart 2025.",
        ],
        "zekerheid": "geverifieerd",
    }


def test_an_answer_to_read():
    status, uit, _ = draai("bewaren_tot", "einde_plicht=2025-03-15")

    assert status == 0
    assert uit == (
        "Tot wanneer de gegevens bewaard blijven.\n\n"
        "  1. De plicht eindigde op zaterdag 15 maart 2025; bewaren mag 5 jaar daarna.\n"
        "  2. Bijstand en boetes hebben eigen bewaartermijnen.\n"
        "  3. De laatste dag is vrijdag 15 maart 2030. Vernietig ze daarna.\n\n"
        "Bron:\n"
        "  Besluit inburgering 2021 (tekst van 2 april 2026), artikel 9.9\n"
        "  Algemene termijnenwet, artikel 4\n"
        "Zekerheid: geverifieerd\n"
    )


@pytest.mark.parametrize(
    ("opdracht", "uitkomst"),
    [
        (
            "pip_termijn kennisgeving=2024-02-29 brp=2023-11-01",
            {"start_op": "2024-03-01", "eind_op": "2024-05-13"},
        ),
        (
            "pip_termijn kennisgeving=2024-05-02 brp=onbekend huisvesting_art28=nee",
            {"start_op": "2024-05-03", "eind_op": "2024-07-11"},
        ),
        ("pip_termijn kennisgeving=onbekend brp=2024-06-19", {"wacht_op": "de kennisgeving"}),
        (
            "pip_termijn_na_verhuizing brp=2022-12-01",
            {"start_op": "2022-12-02", "eind_op": "2023-02-09"},
        ),
        (
            "bezwaartermijn bekendmaking=2025-03-07",
            {"start_op": "2025-03-08", "eind_op": "2025-04-22"},
        ),
        (
            "beslistermijn_bezwaar einde_bezwaartermijn=2022-04-28 commissie=ja",
            {"start_op": "2022-04-29", "eind_op": "2022-07-21"},
        ),
        (
            "beslistermijn_bezwaar einde_bezwaartermijn=2022-04-28 commissie=nee",
            {"start_op": "2022-04-29", "eind_op": "2022-06-09"},
        ),
        ("schakelvenster start=2022-03-16", {"start_op": "2022-03-16", "eind_op": "2023-09-15"}),
        ("verlenging_aanvragen eind_op=2025-03-15", {"vanaf_op": "2024-09-16"}),
        (
            "ontzorgperiode bijstand_op=2024-08-31",
            {"start_op": "2024-08-31", "eind_op": "2025-02-28"},
        ),
        ("boete_artikel23 verwijtbaarheid=gewoon eerdere=0", {"bedrag": "25.00"}),
        ("boete_artikel23 verwijtbaarheid=grove_schuld eerdere=2", {"bedrag": "150.00"}),
        ("boete_artikel23 verwijtbaarheid=opzet eerdere=100", {"bedrag": "800.00"}),
        (
            "taakstelling landelijk=13500 inwoners_gemeente=64200 inwoners_nederland=17590672",
            {"aantal": 50},
        ),
        ("spuk cohort=2022 doelgroep=asiel jaar=2023", {"bedrag": "4242.17"}),
        ("spuk cohort=2025 doelgroep=overig jaar=2025", {"bedrag": "694.23"}),
        ("spuk cohort=2025 doelgroep=overig jaar=2026", {"bedrag": "0.00"}),
        ("spuk cohort=2022 doelgroep=asiel jaar=2025", {"bedrag": "0.00"}),
        ("bewaren_tot einde_plicht=2025-03-15", {"eind_op": "2030-03-15"}),
    ],
)
def test_the_rules_that_others_rely_on(opdracht, uitkomst):
    status, uit, _ = draai(*opdracht.split(), "--json")

    assert status == 0
    assert json.loads(uit)["uitkomst"] == uitkomst


@pytest.mark.parametrize(
    ("opdracht", "zin"),
    [
        ("pip_termijnen", "Er is geen regel ‘pip_termijnen’; ‘python -m wet’ noemt ze allemaal."),
        (
            "inburgeringstermijn",
            "Bij de regel ‘inburgeringstermijn’ ontbreekt ‘dagtekening’: een datum als "
            "jjjj-mm-dd, of onbekend.",
        ),
        (
            "boete_artikel23 eerdere=1",
            "Bij de regel ‘boete_artikel23’ ontbreekt ‘verwijtbaarheid’: opzet | grove_schuld | "
            "gewoon | verminderd | geen.",
        ),
        (
            "inburgeringstermijn dagtekening=2022-02-30",
            "‘dagtekening=2022-02-30’ kan niet: verwacht een datum als jjjj-mm-dd, of onbekend.",
        ),
        (
            "inburgeringstermijn dagtekening=2022-W11-2",
            "‘dagtekening=2022-W11-2’ kan niet: verwacht een datum als jjjj-mm-dd, of onbekend.",
        ),
        (
            "boete_artikel23 verwijtbaarheid=erg eerdere=1",
            "‘verwijtbaarheid=erg’ kan niet: verwacht opzet | grove_schuld | gewoon | verminderd | "
            "geen.",
        ),
        (
            "boete_artikel23 verwijtbaarheid=opzet eerdere=-1",
            "‘eerdere=-1’ kan niet: verwacht een geheel getal van 0 of meer.",
        ),
        (
            "beslistermijn_bezwaar einde_bezwaartermijn=2022-04-28 commissie=misschien",
            "‘commissie=misschien’ kan niet: verwacht ja of nee.",
        ),
        (
            "spuk_aandeel gewogen_gemeente=1,50 gewogen_landelijk=2.00 landelijk=3.00",
            "‘gewogen_gemeente=1,50’ kan niet: verwacht een bedrag met een punt, zoals 612.40.",
        ),
        (
            "boete_toets overtreding=intake doelgroep=overig gedraging=2025-03-11 op=2025-04-07 "
            "maatregelen=2025-01-01,gisteren",
            "‘maatregelen=gisteren’ kan niet: verwacht een datum als jjjj-mm-dd; meer "
            "met een komma ertussen.",
        ),
        (
            "bezwaartermijn bekendgemaakt=2022-03-16",
            "De regel ‘bezwaartermijn’ kent geen ‘bekendgemaakt’; wel: bekendmaking.",
        ),
        ("bezwaartermijn 2022-03-16", "‘2022-03-16’ is geen naam=waarde."),
        (
            "bezwaartermijn bekendmaking=2022-03-16 bekendmaking=2022-03-17",
            "‘bekendmaking’ staat er twee keer.",
        ),
        (
            "inburgeringstermijn dagtekening=2021-12-31",
            "De norm ‘inburgeringstermijn_jaren’ heeft geen waarde op 31 december 2021; de eerste "
            "geldt vanaf 1 januari 2022.",
        ),
        (
            "spuk cohort=2022 doelgroep=asiel jaar=2024",
            "De norm ‘spuk_asiel_3’ heeft geen waarde op 1 januari 2024: de waarde voor die tijd "
            "is hier niet bekend.",
        ),
        (
            "gewogen jaar=2026 voorlopig=ja jaar_t=99999999999999999999999999999999 jaar_t1=1 "
            "jaar_t2=1 afgerond=1",
            "Met zulke datums of getallen valt niet te rekenen.",
        ),
        ("geraakt norm=pip_weken", "Bij ‘geraakt’ ontbreekt ‘vanaf’."),
        ("geraakt vanaf=2027-01-01", "Bij ‘geraakt’ ontbreekt ‘norm’."),
        ("geraakt norm=x vanaf=2027-01-01", "Er is geen norm met de naam ‘x’."),
        (
            "geraakt norm=pip_weken vanaf=2027-01-01 naar=12",
            "‘geraakt’ kent geen ‘naar’; wel: norm, vanaf, waarde.",
        ),
        (
            "geraakt norm=pip_weken vanaf=2027-01-01 waarde=twaalf",
            "‘twaalf’ kan niet de waarde zijn van ‘pip_weken’; nu is dat 10 weken.",
        ),
        (
            "geraakt norm=boete_intake vanaf=2027-01-01 waarde=-5.00",
            "‘-5.00’ kan niet de waarde zijn van ‘boete_intake’; nu is dat € 250,00.",
        ),
        (
            "geraakt norm=pip_begin vanaf=2027-01-01 waarde=verhuizing",
            "‘verhuizing’ kan niet de waarde zijn van ‘pip_begin’; nu is dat na de kennisgeving.",
        ),
    ],
)
def test_what_cannot_be_answered_is_one_dutch_sentence(opdracht, zin):
    assert draai(*opdracht.split()) == (2, "", f"{zin}\n")


def test_all_rules_with_what_they_answer():
    _, uit, _ = draai()
    _, als_json, _ = draai("--json")

    assert [regel.split()[0] for regel in uit.splitlines()] == list(alle_regels())
    assert json.loads(als_json)["bezwaartermijn"] == "De zes weken om bezwaar te maken."


def test_how_to_ask():
    assert "python -m wet REGEL naam=waarde" in draai("--hulp")[1]
    assert draai("geraakt", "--hulp") == draai("--hulp")
    assert (
        "op=een datum als jjjj-mm-dd (mag weg: dan vandaag)" in draai("boete_ruimte", "--hulp")[1]
    )
    hulp = draai("bezwaartermijn", "--hulp")[1]
    assert "  bekendmaking=een datum als jjjj-mm-dd, of onbekend\n" in hulp
    assert "Bron: Awb 6:7, Awb 6:8, ATW 1, ATW 3." in hulp


def test_what_a_change_of_law_touches():
    _, uit, _ = draai("geraakt", "norm=bezwaar_weken", "vanaf=2022-03-01", "waarde=8")
    _, als_json, _ = draai(
        "geraakt", "norm=bezwaar_weken", "vanaf=2022-03-01", "waarde=8", "--json"
    )

    assert "bezwaar_weken wordt 8 weken, vanaf 1 maart 2022." in uit
    assert "wordt: De laatste dag is woensdag 11 mei 2022." in uit
    plat = json.loads(als_json)
    assert (plat["norm"], plat["waarde"], plat["regels"]) == (
        "bezwaar_weken",
        8,
        ["bezwaartermijn"],
    )
    assert plat["voorbeelden"][0] == {
        "regel": "bezwaartermijn",
        "vraag": "bekendmaking=2022-03-16",
        "was": {"start_op": "2022-03-17", "eind_op": "2022-04-28"},
        "wordt": {"start_op": "2022-03-17", "eind_op": "2022-05-11"},
    }


def test_a_change_that_touches_nothing_says_so():
    _, uit, _ = draai("geraakt", "norm=bezwaar_weken", "vanaf=2030-01-01", "waarde=8")
    assert uit.endswith("Voorbeelden die anders uitkomen:\n  geen\n")


def test_the_documentation_is_fresh():
    _, uit, _ = draai("documentatie")
    assert (WORTEL / "docs/wet.md").read_text(encoding="utf-8") == uit, (
        "Maak het opnieuw: python -m wet documentatie > docs/wet.md"
    )


def test_today_selects_the_version_where_no_day_is_given():
    """A row that holds later is not today's law."""
    vraag = ("boete_artikel22", "--json")
    with stel_dat(nieuwe_rij("boete_intake", date(2030, 1, 1), "500.00")):
        assert json.loads(draai(*vraag)[1])["uitkomst"] == {"bedrag": "250.00"}
        assert json.loads(draai(*vraag, "op=2030-01-01")[1])["uitkomst"] == {"bedrag": "500.00"}


def test_it_runs_by_itself():
    """Without Django, database or settings: only Python."""
    klaar = subprocess.run(
        [
            sys.executable,
            "-I",
            "-c",
            "import runpy, sys; sys.path.insert(0, '.'); "
            "sys.argv = ['wet', 'bezwaartermijn', 'bekendmaking=gisteren']; "
            "runpy.run_module('wet', run_name='__main__')",
        ],
        cwd=WORTEL,
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 2
    assert klaar.stderr == (
        "‘bekendmaking=gisteren’ kan niet: verwacht een datum als jjjj-mm-dd, of onbekend.\n"
    )

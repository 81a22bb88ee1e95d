"""Reading what offices make: encodings, delimiters, titles, workbooks; and what is refused."""

from __future__ import annotations

import csv
import io
import zipfile
from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering.geweigerd import Geweigerd
from opdrachten.bestanden import Gelezen, lees_bestand
from opdrachten.koppelen import herkenner, koppel, ontbrekend
from opdrachten.uitvoer import schrijf_csv, schrijf_xlsx, veilig
from tests.opdrachten.hulp import GEZIN, als_csv, als_xlsx
from tests.proefsoort import KOLOMMEN

HERKEN = herkenner(KOLOMMEN)
NAMEN = (
    ("Achternaam", "Voornamen", "Geboortedatum"),
    ("Çelik", "Zoë", "1-2-1990"),
    ("Müller", "André; junior", "3-4-1985"),
)


def lees(naam: str, inhoud: bytes, *, blad: str = "") -> Gelezen:
    return lees_bestand(naam, inhoud, herken=HERKEN, blad=blad)


def reden(naam: str, inhoud: bytes) -> str:
    with pytest.raises(Geweigerd) as fout:
        lees(naam, inhoud)
    assert fout.value.veld == "bestand"
    return fout.value.reden


# --- CSV -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("scheiding", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "codering", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp850"]
)
def test_any_delimiter_in_any_encoding_reads_the_same(scheiding, codering):
    gelezen = lees("lijst.csv", als_csv(NAMEN, scheiding).encode(codering))

    assert gelezen.koppen == list(NAMEN[0])
    assert gelezen.rijen == [(2, list(NAMEN[1])), (3, list(NAMEN[2]))]
    assert gelezen.scheiding == scheiding


def test_numbers_are_those_of_the_file_past_titles_and_empty_rows():
    rijen = [("Overdrachten",), ("3 maart 2026",), (), *NAMEN[:2], (), ("", "", ""), NAMEN[2]]

    gelezen = lees("lijst.csv", als_csv(rijen).encode())

    assert gelezen.koppen == list(NAMEN[0])
    assert [nummer for nummer, _rij in gelezen.rijen] == [5, 8]


def test_a_cell_may_hold_lines_and_a_first_line_may_name_the_delimiter():
    tekst = 'sep=,\r\nAchternaam,Voornamen\r\n"Haddad\r\nvan Beek",Omar\r\n'

    gelezen = lees("lijst.csv", tekst.encode())

    assert gelezen.rijen == [(3, ["Haddad\r\nvan Beek", "Omar"])]


def test_blank_columns_at_the_end_go_and_a_cell_too_many_stays():
    tekst = "Achternaam;Voornamen;;\r\nHaddad;Omar;;\r\nTesfay;Selam;;;over\r\n"

    gelezen = lees("lijst.csv", tekst.encode())

    assert gelezen.koppen == ["Achternaam", "Voornamen"]
    assert gelezen.rijen == [(2, ["Haddad", "Omar"]), (3, ["Tesfay", "Selam", "", "", "over"])]


def test_a_cell_that_looks_like_a_formula_is_text():
    gelezen = lees("lijst.csv", b'Achternaam;Voornamen\r\n"=HYPERLINK(""http://x"")";+1\r\n')

    assert gelezen.rijen == [(2, ['=HYPERLINK("http://x")', "+1"])]


CEL = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), max_size=12
)


@given(st.lists(st.tuples(CEL, CEL, CEL), min_size=1, max_size=8), st.sampled_from(";,\t|"))
def test_what_a_spreadsheet_writes_is_what_is_read(rijen, scheiding):
    uit = io.StringIO(newline="")
    csv.writer(uit, delimiter=scheiding).writerows([NAMEN[0], *rijen])
    verwacht = [list(rij) for rij in rijen if any(cel.strip() for cel in rij)]
    if not verwacht:
        return

    gelezen = lees("lijst.csv", uit.getvalue().encode("utf-8-sig"))

    assert [rij for _nummer, rij in gelezen.rijen] == verwacht


# --- XLSX ----------------------------------------------------------------------------------------
def test_a_workbook_reads_dates_and_numbers_as_they_are_typed():
    inhoud = als_xlsx(
        [
            ("Achternaam", "Geboortedatum", "V-nummer", "BSN", "Geslacht"),
            ("Haddad", date(1990, 2, 14), 1234567890, 111222333.0, True),
            (None, None, None, None, None),
            ("Tesfay", datetime.fromisoformat("1990-02-14 09:30"), "0000000012", "", False),
        ]
    )

    gelezen = lees("lijst.xlsx", inhoud)

    assert gelezen.rijen == [
        (2, ["Haddad", "14-02-1990", "1234567890", "111222333", "ja"]),
        (4, ["Tesfay", "14-02-1990 09:30", "0000000012", "", "nee"]),
    ]


def test_the_sheet_with_the_headings_is_taken_and_another_can_be_chosen():
    inhoud = als_xlsx(GEZIN, blad="Personen", voor="Uitleg")

    assert lees("lijst.xlsx", inhoud).blad == "Personen"
    assert lees("lijst.xlsx", inhoud).bladen == ["Uitleg", "Personen"]
    with pytest.raises(Geweigerd, match="geen regels onder de kop"):
        lees("lijst.xlsx", inhoud, blad="Uitleg")


def met_deel(inhoud: bytes, naam: str, deel: bytes) -> bytes:
    uit = io.BytesIO(inhoud)
    with zipfile.ZipFile(uit, "a", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr(naam, deel)
    return uit.getvalue()


def test_what_cannot_be_read_is_refused_with_what_to_do():
    goed = als_xlsx(GEZIN)
    ver = als_xlsx([*GEZIN, *[()] * 40])
    bom = met_deel(goed, "xl/media/groot.bin", b"\0" * (301 * 1024**2))
    assert {
        "leeg": reden("lijst.csv", b""),
        "macro": reden("lijst.xlsm", goed),
        "macro in xlsx": reden("lijst.xlsx", met_deel(goed, "xl/vbaProject.bin", b"x")),
        "oud": reden("lijst.xls", b"\xd0\xcf\x11\xe0"),
        "wachtwoord": reden("lijst.xlsx", b"\xd0\xcf\x11\xe0rest"),
        "anders": reden("lijst.pdf", b"%PDF"),
        "rommel": reden("lijst.xlsx", b"PK\x03\x04rommel"),
        "afgebroken": reden("lijst.xlsx", ver[: len(ver) // 2]),
        "bom": reden("lijst.xlsx", bom),
        "geen werkmap": reden("lijst.xlsx", met_deel(b"", "iets.txt", b"x")),
        "half een werkmap": reden("lijst.xlsx", met_deel(b"", "xl/workbook.xml", b"x")),
        "geen tekst": reden("lijst.csv", bytes(range(256)) * 4),
        "alleen kop": reden("lijst.csv", als_csv(NAMEN[:1]).encode()),
        "dubbele kop": reden("lijst.csv", b"Naam;naam \r\na;b\r\n"),
        "aanhalingsteken": reden("lijst.csv", b'Achternaam;Voornamen\r\n"Haddad;Omar\r\n'),
        "te veel": reden("lijst.csv", b"Achternaam;BSN\r\n" + b"Haddad;1\r\n" * 20_001),
    } == {
        "leeg": "Het bestand is leeg.",
        "macro": "Dit is een werkmap met macro's. Die kan hier niet worden ingelezen. "
        "Sla het op als .xlsx of als .csv en kies het opnieuw.",
        "macro in xlsx": "Deze werkmap heeft macro's. Sla hem zonder macro's op, als .xlsx.",
        "oud": "Dit is een werkmap van een oude versie van Excel. "
        "Sla het op als .xlsx of als .csv en kies het opnieuw.",
        "wachtwoord": "Deze werkmap is met een wachtwoord beveiligd of van een oude versie van "
        "Excel. Sla hem zonder wachtwoord op als .xlsx.",
        "anders": "Dit soort bestand kan hier niet worden ingelezen. "
        "Sla het op als .xlsx of als .csv en kies het opnieuw.",
        "rommel": "Dit bestand is geen leesbare werkmap. Open het in Excel en sla het opnieuw op.",
        "afgebroken": "Dit bestand is geen leesbare werkmap. "
        "Open het in Excel en sla het opnieuw op.",
        "bom": "Deze werkmap wordt uitgepakt te groot om in te lezen.",
        "geen werkmap": "Dit bestand is geen leesbare werkmap. "
        "Open het in Excel en sla het opnieuw op.",
        "half een werkmap": "Dit bestand is geen leesbare werkmap. "
        "Open het in Excel en sla het opnieuw op.",
        "geen tekst": "Dit bestand is geen leesbare tekst. "
        "Sla het opnieuw op als .csv of als .xlsx.",
        "alleen kop": "Er staan geen regels onder de kop van dit bestand.",
        "dubbele kop": "De kolom ‘Naam’ komt meer dan één keer voor. "
        "Geef elke kolom een eigen naam.",
        "aanhalingsteken": "Rond regel 2 staat een aanhalingsteken dat niet wordt gesloten, of een "
        "cel die veel te lang is.",
        "te veel": "Dit bestand heeft meer dan 20.000 regels. Verdeel het over meer bestanden.",
    }


def test_a_value_in_the_farthest_corner_does_not_fill_the_memory():
    inhoud = als_xlsx(GEZIN)
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for deel in oud.namelist():
            tekst = oud.read(deel)
            if deel == "xl/worksheets/sheet1.xml":
                rij = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                tekst = tekst.replace(b"</sheetData>", rij)
            nieuw.writestr(deel, tekst)

    assert reden("lijst.xlsx", uit.getvalue()).startswith("Een werkblad loopt door tot regel")


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.txt"]))
def test_whatever_is_sent_is_read_or_refused(inhoud, naam):
    rijen: object = "geweigerd"
    with suppress(Geweigerd):
        rijen = lees(naam, inhoud).rijen

    assert rijen


# --- Matching columns ----------------------------------------------------------------------------
def test_columns_are_matched_by_name_by_another_name_and_by_a_close_spelling():
    koppen = ["GEB. DATUM", "Achter-naam", "voornaam", "Vreemdelingenummer", "Opmerking", "telefon"]

    assert koppel(KOLOMMEN, koppen) == {
        "geboortedatum": 0,
        "achternaam": 1,
        "voornamen": 2,
        "v_nummer": 3,
        "telefoon": 5,
    }


def test_a_required_column_that_is_missed_is_named():
    gevonden = koppel(KOLOMMEN, ["Voornamen", "Plaats"])

    assert [kolom.naam for kolom in ontbrekend(KOLOMMEN, gevonden)] == [
        "achternaam",
        "geboortedatum",
    ]


# --- What we write -------------------------------------------------------------------------------
@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", " ="])
def test_nothing_we_write_begins_as_a_formula(begin):
    assert veilig(f"{begin}1+1").startswith("'")


@given(st.lists(st.tuples(CEL, CEL), max_size=5))
def test_what_we_write_can_be_read_again_and_holds_no_formula(rijen):
    inhoud = schrijf_xlsx(["Achternaam", "Voornamen"], [*rijen, ("Haddad", "Omar")]).read()
    terug = lees("uit.xlsx", inhoud)
    als_tekst = b"".join(schrijf_csv(["Achternaam", "Voornamen"], [*rijen, ("Haddad", "Omar")]))

    assert terug.rijen[-1][1] == ["Haddad", "Omar"]
    for _nummer, rij in [*terug.rijen, *lees("uit.csv", als_tekst).rijen]:
        assert not any(cel.lstrip(" ")[:1] in ("=", "+", "-", "@") and cel.strip() for cel in rij)


def test_days_and_amounts_are_written_as_they_are_written_here():
    regels = b"".join(schrijf_csv(["a", "b", "c"], [(date(2026, 3, 2), 1.5, True)])).decode()

    assert regels == "\ufeffa;b;c\r\n02-03-2026;1,5;ja\r\n"

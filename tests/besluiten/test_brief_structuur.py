"""The base letter, taken apart: what PDF/A-3a and PDF/UA-1 ask of its structure.

A structural check, no certificate: it holds what can be read from the file itself.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from django.template.loader import render_to_string
from lxml import etree
from weasyprint import HTML
from weasyprint.formatting_structure import boxes

from besluiten.pdf import Bijlage
from tests.besluiten.hulp import DAG, HOOFD, brief

XMP = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
NAAM = "Selam Tesfay ሰላም تسفاي"
BIJLAGEN = (
    Bijlage(
        naam="pip.json",
        mime="application/json",
        inhoud=b'{"leerroute": "B"}',
        omschrijving="Dit plan als gegevens",
        relatie="Data",
    ),
    Bijlage(
        naam="bijlage-01.pdf",
        mime="application/pdf",
        inhoud=b"%PDF-1.7 hetzelfde",
        omschrijving="Besluit over uw uitkering",
    ),
    Bijlage(  # the same content in another role
        naam="bijlage-02.pdf",
        mime="application/pdf",
        inhoud=b"%PDF-1.7 hetzelfde",
        omschrijving="Nog eens",
        relatie="Source",
    ),
)


def maak(tekst: str = "Dit is de brief.", **rest: Any) -> bytes:
    return brief(tekst, hoofd={"geadresseerde": NAAM}, **rest)


@pytest.fixture
def pdf(sjabloon: None) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(maak(bijlagen=BIJLAGEN))) as pdf:
        yield pdf


# --- The file as a whole -----------------------------------------------------------------------
def test_the_metadata_can_be_read_and_says_the_same_as_the_file(pdf: pikepdf.Pdf) -> None:
    xmp = pdf.Root.Metadata.read_bytes()

    boom = etree.fromstring(xmp[xmp.index(b"<x:xmpmeta") : xmp.rindex(b"</x:xmpmeta>") + 12])
    tekst = etree.tostring(boom).decode()
    titel = boom.findtext(".//dc:title/rdf:Alt/rdf:li", namespaces=XMP)
    assert titel == str(pdf.docinfo["/Title"]) == "Proefbrief, PROEF-2026-1"
    assert boom.find(".//*[@pdfaid:part='3'][@pdfaid:conformance='A']", XMP) is not None
    assert boom.findtext(".//pdfuaid:part", namespaces=XMP) == "1"
    assert "pdfaExtension" in tekst


def test_a_reader_shows_the_title_and_knows_the_language(pdf: pikepdf.Pdf) -> None:
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
    assert str(pdf.Root.Lang) == "nl"
    assert bool(pdf.Root.MarkInfo.Marked) is True
    assert not pdf.is_encrypted


def test_colours_mean_something_on_any_screen(pdf: pikepdf.Pdf) -> None:
    (doel,) = pdf.Root.OutputIntents

    assert str(doel.S) == "/GTS_PDFA1"
    assert doel.DestOutputProfile.read_bytes()[36:40] == b"acsp"


def test_every_font_is_inside_and_can_be_turned_back_into_text(pdf: pikepdf.Pdf) -> None:
    fonts = [obj for obj in pdf.objects if _is(obj, "/Type", "/Font")]
    samengesteld = [font for font in fonts if font.Subtype == "/Type0"]

    assert {str(font.Subtype) for font in fonts} <= {"/Type0", "/CIDFontType2", "/CIDFontType0"}
    assert len(samengesteld) >= 3  # Latin, Arabic, Ethiopic
    for font in samengesteld:
        beschrijving = font.DescendantFonts[0].FontDescriptor
        assert any(sleutel in beschrijving for sleutel in ("/FontFile2", "/FontFile3"))
        assert b"beginbf" in font.ToUnicode.read_bytes()


# --- What is read aloud ------------------------------------------------------------------------
def test_headings_follow_each_other_without_a_step_too_many(pdf: pikepdf.Pdf) -> None:
    koppen = [int(tag[2:]) for tag, _ in _boom(pdf) if tag[:2] == "/H" and tag[2:].isdigit()]

    assert koppen[0] == 1
    assert koppen.count(1) == 1
    assert all(later - eerder <= 1 for eerder, later in pairwise(koppen))


def test_every_table_has_headers_that_say_what_they_are_over(pdf: pikepdf.Pdf) -> None:
    tabellen = [elem for tag, elem in _boom(pdf) if tag == "/Table"]
    koppen = [elem for tag, elem in _boom(pdf) if tag == "/TH"]

    assert len(tabellen) == 2
    for tabel in tabellen:
        assert any(tag == "/TH" for tag, _ in _onder(tabel))
    assert {_bereik(kop) for kop in koppen} == {"/Row", "/Column"}
    namen = list(pdf.Root.StructTreeRoot.IDTree.Names)
    assert [str(naam) for naam in namen[::2]] == sorted({str(kop.ID) for kop in koppen})
    assert all(elem.S == "/TH" for elem in namen[1::2])
    cellen = [elem for tag, elem in _boom(pdf) if tag == "/TD"]
    genoemd = {str(naam) for cel in cellen for naam in cel.A.Headers}
    assert genoemd <= {str(naam) for naam in namen[::2]}


def test_a_link_is_in_the_tree_and_says_where_it_goes(pdf: pikepdf.Pdf) -> None:
    annotaties = [annot for blad in pdf.pages for annot in blad.obj.get("/Annots", [])]
    links = [elem for tag, elem in _boom(pdf) if tag == "/Link"]

    assert len(annotaties) == len(links) == 1
    assert "/StructParent" in annotaties[0]
    assert str(annotaties[0].get("/Contents", ""))
    assert all(str(blad.obj.get("/Tabs", "/S")) == "/S" for blad in pdf.pages)


def test_nothing_but_decoration_is_outside_the_tree(pdf: pikepdf.Pdf) -> None:
    for blad in pdf.pages:
        diepte = 0
        for operanden, operator in pikepdf.parse_content_stream(blad):
            naam = str(operator)
            if naam in ("BMC", "BDC"):
                diepte += 1
            elif naam == "EMC":
                diepte -= 1
            elif naam in ("Tj", "TJ", "'", '"'):
                assert diepte > 0, f"tekst zonder betekenis: {operanden}"
        assert diepte == 0


# --- Files inside ------------------------------------------------------------------------------
def test_each_file_inside_says_what_it_is_and_what_for(pdf: pikepdf.Pdf) -> None:
    gevonden = [
        (
            str(bestand.UF),
            str(bestand.Desc),
            str(bestand.AFRelationship),
            str(bestand.EF.F.Subtype),
            bestand.EF.F.read_bytes(),
        )
        for bestand in pdf.Root.AF
    ]

    assert gevonden == [
        (b.naam, b.omschrijving, f"/{b.relatie}", f"/{b.mime}", b.inhoud)
        for b in sorted(BIJLAGEN, key=lambda b: b.naam)
    ]
    assert list(pdf.attachments) == [naam for naam, *_ in gevonden]


def test_a_file_inside_has_the_day_of_the_letter(pdf: pikepdf.Pdf) -> None:
    assert {str(bestand.EF.F.Params.ModDate) for bestand in pdf.Root.AF} == {"D:20260302000000Z"}


def test_the_same_letter_with_the_same_files_gives_the_same_bytes(sjabloon: None) -> None:
    assert maak(bijlagen=BIJLAGEN) == maak(bijlagen=BIJLAGEN[::-1])
    assert maak(bijlagen=BIJLAGEN) != maak(bijlagen=BIJLAGEN[:1])


@pytest.mark.parametrize("namen", [("a.pdf", "a.pdf"), ("../a.pdf",), ("bijl\u00e1ge.pdf",), ("",)])
def test_a_name_that_not_every_reader_can_save_is_a_mistake(
    sjabloon: None, namen: tuple[str, ...]
) -> None:
    bijlagen = [
        Bijlage(naam=naam, mime="application/pdf", inhoud=b"x", omschrijving="x") for naam in namen
    ]

    with pytest.raises(ValueError, match="bijlage"):
        maak(bijlagen=bijlagen)


# --- Text as people write it -------------------------------------------------------------------
@pytest.mark.parametrize(
    "naam",
    ["Wolfeschlegelsteinhausenbergerdorff" * 3 + "ABCDEFGHIJKLMNO", "Maria van den " * 8 + "Berg"],
)
def test_a_name_of_120_characters_stays_on_the_page(sjabloon: None, naam: str) -> None:
    assert len(naam) >= 108

    assert _buiten_de_kantlijn("Kort.", geadresseerde=naam, aanhef=naam, consulent=naam) == []


@pytest.mark.parametrize(
    "tekst",
    ["Rechtsbijstandsverzekeringsmaatschappij" * 20, "lang\u00adzaam\u00ad" * 200, "W" * 500],
)
def test_words_without_a_space_stay_on_the_page(sjabloon: None, tekst: str) -> None:
    assert _buiten_de_kantlijn(tekst) == []


def test_what_steers_a_machine_is_not_in_a_letter(sjabloon: None) -> None:
    stoort = "Let op\x00\x07\x1b\ud800\udfff\u202e\u2066\ufffe."

    assert brief(stoort) == brief("Let op.")


def _buiten_de_kantlijn(tekst: str, **hoofd: Any) -> list[str]:
    """The pieces of text that stick out of the page, as they are laid out."""
    context = {"hoofd": replace(HOOFD, **hoofd), "tekst": tekst, "taal": "nl", "richting": "ltr"}
    html = render_to_string("proefbrief.html", context | {"dagtekening": DAG})
    return [
        doos.text
        for blad in HTML(string=html).render().pages
        for doos in blad._page_box.descendants()
        if isinstance(doos, boxes.TextBox)
        and doos.position_x + doos.width > blad._page_box.content_box_x() + _breedte(blad)
    ]


def _breedte(blad: Any) -> float:
    return float(blad._page_box.width) + 1  # rounding


# --- The tree ----------------------------------------------------------------------------------
def _boom(pdf: pikepdf.Pdf) -> list[tuple[str, Any]]:
    return list(_onder(pdf.Root.StructTreeRoot))


def _onder(elem: Any) -> Iterator[tuple[str, Any]]:
    """Every element below, in the order in which it is read."""
    kinderen = elem.get("/K", [])
    for kind in kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]:
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            yield str(kind.S), kind
            yield from _onder(kind)


def _bereik(kop: Any) -> str:
    eigen = kop.get("/A", {})
    delen = eigen if isinstance(eigen, pikepdf.Array) else [eigen]
    return next((str(deel.Scope) for deel in delen if "/Scope" in deel), "")


def _is(obj: Any, sleutel: str, waarde: str) -> bool:
    return isinstance(obj, pikepdf.Dictionary) and obj.get(sleutel) == waarde

"""The letter as a file: kept, read aloud, the same bytes every time. A structural check."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.test import override_settings
from lxml import etree

from besluiten.pdf import BuitenDeDeur, maak_pdf

DAG = date(2026, 3, 2)
XMP = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


@pytest.fixture
def sjablonen(tmp_path: Path) -> Any:
    """Letters of this test only."""
    (tmp_path / "brief.html").write_text(
        '<html lang="nl"><head><title>Brief</title>'
        '<meta name="dcterms.created" content="{{ dagtekening|date:\'Y-m-d\' }}"></head>'
        "<body><h1>Besluit</h1><p>Voor {{ naam }}</p>"
        "<table><thead><tr><th>Wat</th><th>Hoeveel</th></tr></thead>"
        "<tbody><tr><td>PVT</td><td>12</td></tr></tbody></table></body></html>"
    )
    (tmp_path / "lek.html").write_text(
        '<html lang="nl"><head><title>x</title></head>'
        '<body><img src="{{ adres }}" alt="x"></body></html>'
    )
    instelling = {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [tmp_path],
    }
    with override_settings(TEMPLATES=[instelling]):
        yield


@pytest.fixture
def pdf(sjablonen: None) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(_brief("Selam Tesfay ሰላም تسفاي")))


def _brief(naam: str) -> bytes:
    return maak_pdf("brief.html", {"naam": naam}, dagtekening=DAG)


def test_metadata_noemt_pdf_a_en_pdf_ua_binnen_een_rdf(pdf: pikepdf.Pdf) -> None:
    xmp = pdf.Root.Metadata.read_bytes()
    boom = etree.fromstring(xmp[xmp.index(b"<x:xmpmeta") : xmp.rindex(b"</x:xmpmeta>") + 12])

    (rdf,) = boom.findall("rdf:RDF", XMP)
    omschrijving = rdf.find("rdf:Description", XMP)
    assert omschrijving is not None
    assert omschrijving.get(f"{{{XMP['pdfaid']}}}part") == "3"
    assert omschrijving.get(f"{{{XMP['pdfaid']}}}conformance") == "A"
    assert rdf.findtext("rdf:Description/pdfuaid:part", namespaces=XMP) == "1"


def test_bestand_is_getagd_met_taal_en_kleurprofiel(pdf: pikepdf.Pdf) -> None:
    assert bool(pdf.Root.MarkInfo.Marked) is True
    assert str(pdf.Root.Lang) == "nl"
    assert str(pdf.Root.OutputIntents[0].S) == "/GTS_PDFA1"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True


def test_elk_lettertype_zit_erin_en_is_terug_te_lezen(pdf: pikepdf.Pdf) -> None:
    fonts = [obj for obj in pdf.objects if _is_font(obj)]

    assert len(fonts) >= 3  # Latin, Arabic, Ethiopic
    for font in fonts:
        beschrijving = font.DescendantFonts[0].FontDescriptor
        assert any(naam in beschrijving for naam in ("/FontFile2", "/FontFile3"))
        assert "/ToUnicode" in font


def _is_font(obj: Any) -> bool:
    return (
        isinstance(obj, pikepdf.Dictionary)
        and obj.get("/Type") == "/Font"
        and obj.get("/Subtype") == "/Type0"
    )


def test_koppen_en_tabel_staan_in_de_structuur(pdf: pikepdf.Pdf) -> None:
    tags = [
        str(obj.S)
        for obj in pdf.objects
        if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/StructElem"
    ]

    assert tags.count("/H1") == 1
    assert tags.count("/TH") == 2
    assert tags.count("/TD") == 2


def test_zelfde_invoer_geeft_dezelfde_bytes(sjablonen: None) -> None:
    assert _brief("Omar") == _brief("Omar")
    assert _brief("Omar") != _brief("Rania")


def test_dagtekening_is_de_datum_van_het_bestand(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260302")


@pytest.mark.parametrize("adres", ["http://voorbeeld.example/a.png", "file:///etc/hostname"])
def test_een_brief_haalt_niets_op(sjablonen: None, adres: str) -> None:
    with pytest.raises(BuitenDeDeur):
        maak_pdf("lek.html", {"adres": adres}, dagtekening=DAG)

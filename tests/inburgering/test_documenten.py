"""Files: what comes in is what it says it is, and what goes out is what came in."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import timedelta

import pytest

from inburgering.enums import DocumentSoort
from inburgering.geweigerd import Geweigerd
from inburgering.models import Document
from inburgering.services.documenten import (
    Beschadigd,
    bewaar,
    controleer_bestand,
    document_toevoegen,
    lees,
    plek,
    veeg_bestanden,
)
from tests.factories import NU, een_dossier

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def zipbestand(*namen: str, soort: str = "<x/>") -> bytes:
    inhoud = io.BytesIO()
    with zipfile.ZipFile(inhoud, "w") as bestand:
        for naam in namen:
            bestand.writestr(naam, soort)
    return inhoud.getvalue()


ODT = "application/vnd.oasis.opendocument.text"
DOCX = zipbestand("[Content_Types].xml", "word/document.xml")


@pytest.fixture
def dossier(gemeente, consulent):
    return een_dossier(consulent=consulent)


def voeg_toe(dossier, consulent, inhoud=PDF, bestandsnaam="brief.pdf"):
    return document_toevoegen(
        dossier_id=dossier.pk,
        soort=DocumentSoort.BRIEF,
        titel="Brief",
        bestandsnaam=bestandsnaam,
        inhoud=inhoud,
        door=consulent,
        nu=NU,
    )


@pytest.mark.parametrize(
    ("naam", "inhoud", "mime"),
    [
        ("tekst.odt", zipbestand("mimetype", "content.xml", soort=ODT), ODT),
        ("brief.pdf", PDF, "application/pdf"),
        ("BRIEF.PDF", PDF, "application/pdf"),
        ("foto.png", PNG, "image/png"),
        (
            "tekst.docx",
            DOCX,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_a_file_that_is_what_it_says_comes_in(naam, inhoud, mime):
    assert controleer_bestand(naam, inhoud) == mime


@pytest.mark.parametrize(
    ("naam", "inhoud", "reden"),
    [
        ("leeg.pdf", b"", "leeg"),
        ("virus.exe", b"MZ" + b"\0" * 60, "Dit soort bestand kan niet"),
        ("zonder", PDF, "Dit soort bestand kan niet"),
        ("vermomd.pdf", b"MZ" + b"\0" * 60, "geen .pdf-bestand"),
        ("vermomd.pdf", PNG, "geen .pdf-bestand"),
        ("vermomd.png", PDF, "geen .png-bestand"),
        ("pagina.pdf", b"<html><script>alert(1)</script></html>", "geen .pdf-bestand"),
        ("archief.docx", zipbestand("virus.exe"), "geen .docx-bestand"),
        ("tekst.docx", b"PK\x03\x04" + b"\0" * 60, "geen .docx-bestand"),
        ("blad.odt", zipbestand("mimetype", soort=ODT[:-4] + "spreadsheet"), "geen .odt-bestand"),
        ("tekst.odt", DOCX, "geen .odt-bestand"),
        ("blad.docx", zipbestand("[Content_Types].xml", "xl/workbook.xml"), "geen .docx-bestand"),
    ],
)
def test_a_file_that_lies_is_refused(naam, inhoud, reden):
    with pytest.raises(Geweigerd, match=reden) as fout:
        controleer_bestand(naam, inhoud)

    assert fout.value.veld == "bestand"


def test_a_file_that_is_too_big_is_refused(settings):
    settings.DOCUMENT_MAX_BYTES = len(PDF) - 1

    with pytest.raises(Geweigerd, match="groter dan"):
        controleer_bestand("brief.pdf", PDF)


def test_a_file_is_stored_once_under_its_own_hash(dossier, consulent):
    een, twee = voeg_toe(dossier, consulent), voeg_toe(dossier, consulent)

    assert een.sha256 == twee.sha256
    assert lees(een) == PDF
    assert [pad.name for pad in plek(een.sha256).parent.iterdir()] == [een.sha256]


def test_a_name_from_outside_is_a_name_and_no_path(dossier, consulent):
    document = voeg_toe(dossier, consulent, bestandsnaam="../../etc/" + "x" * 200 + ".pdf")

    assert "/" not in document.bestandsnaam
    assert len(document.bestandsnaam) == 150


def test_a_file_that_was_touched_is_not_given_out(dossier, consulent):
    document = voeg_toe(dossier, consulent, inhoud=PDF + b"uniek voor deze proef\n")
    plek(document.sha256).write_bytes(b"iets anders")

    with pytest.raises(Beschadigd):
        lees(document)
    plek(document.sha256).unlink()


def test_only_old_files_without_a_row_are_swept(dossier, consulent):
    bekend = voeg_toe(dossier, consulent)
    wees, jong = bewaar(PDF + b"wees"), bewaar(PDF + b"jong")
    oud = (NU - timedelta(days=2)).timestamp()
    vers = NU.timestamp()
    for sha256, tijd in ((bekend.sha256, oud), (wees, oud), (jong, vers)):
        os.utime(plek(sha256), (tijd, tijd))

    eerste, tweede = veeg_bestanden(nu=NU), veeg_bestanden(nu=NU)

    assert (eerste, tweede) == (1, 0)
    assert [plek(sha256).exists() for sha256 in (bekend.sha256, wees, jong)] == [True, False, True]


def test_a_refused_file_leaves_neither_row_nor_file(dossier, consulent):
    with pytest.raises(Geweigerd):
        voeg_toe(dossier, consulent, inhoud=b"MZ")

    assert not Document.objects.exists()

"""Files of somebody else: what may go inside a letter, and the bundle that is printed."""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from besluiten.bijlagen import MAX_OBJECTEN, check_samen, controleer_pdf
from besluiten.bundel import bundel
from besluiten.pdf import Bijlage
from inburgering.geweigerd import Geweigerd
from tests.besluiten.hulp import DAG, brief


def een_pdf(
    verander: Callable[[pikepdf.Pdf], Any] = lambda pdf: None, *, bladen: int = 1, **opslaan: Any
) -> bytes:
    uitvoer = io.BytesIO()
    with pikepdf.new() as pdf:
        for _blad in range(bladen):
            pdf.add_blank_page(page_size=(595, 842))
        verander(pdf)
        pdf.save(uitvoer, **opslaan)
    return uitvoer.getvalue()


def _met_open_action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _met_script_bij_namen(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))


def _met_programma(pdf: pikepdf.Pdf) -> None:
    daad = Dictionary(S=Name.Launch, F=String("calc.exe"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=daad)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


def _met_aa(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.GoTo))


def _met_bijlage(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["x.txt"] = b"x"


def _met_xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Array([]))


def _met_verzending(pdf: pikepdf.Pdf) -> None:
    veld = Dictionary(FT=Name.Btn, A=Dictionary(S=Name.SubmitForm, F=String("http://x.example")))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(veld)]))


@pytest.mark.parametrize(
    ("verander", "reden"),
    [
        (_met_open_action, "script"),
        (_met_script_bij_namen, "script"),
        (_met_programma, "programma starten"),
        (_met_aa, "vanzelf"),
        (_met_bijlage, "zelf bijlagen"),
        (_met_xfa, "XFA"),
        (_met_verzending, "gegevens versturen"),
    ],
)
def test_what_does_something_by_itself_is_refused(
    verander: Callable[[pikepdf.Pdf], None], reden: str
) -> None:
    with pytest.raises(Geweigerd, match=reden) as fout:
        controleer_pdf(een_pdf(verander), "besluit.pdf")

    assert fout.value.reden.startswith("‘besluit.pdf’")
    assert fout.value.veld == "bestand"


def test_an_ordinary_file_passes() -> None:
    controleer_pdf(een_pdf(bladen=3), "besluit.pdf")


def test_a_link_to_a_web_page_passes() -> None:
    def met_link(pdf: pikepdf.Pdf) -> None:
        daad = Dictionary(S=Name.URI, URI=String("https://www.westerkwartier.example/"))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=daad)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])
        pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])

    controleer_pdf(een_pdf(met_link), "besluit.pdf")


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"", "is leeg"),
        (b"PK\x03\x04 een ander soort bestand", "is geen PDF"),
        (b"%PDF-1.7\nniets", "is beschadigd"),
        (een_pdf()[:200], "is beschadigd"),
    ],
)
def test_what_is_no_pdf_is_refused(inhoud: bytes, reden: str) -> None:
    with pytest.raises(Geweigerd, match=reden):
        controleer_pdf(inhoud, "besluit.pdf")


@pytest.mark.parametrize("wachtwoord", ["geheim", ""])
def test_a_protected_file_is_refused(wachtwoord: str) -> None:
    slot = pikepdf.Encryption(user=wachtwoord, owner="eigenaar")

    with pytest.raises(Geweigerd, match=r"wachtwoord|versleuteld"):
        controleer_pdf(een_pdf(encryption=slot), "besluit.pdf")


def test_a_file_without_pages_is_refused() -> None:
    with pytest.raises(Geweigerd, match="geen bladzijden"):
        controleer_pdf(een_pdf(bladen=0), "besluit.pdf")


def test_too_large_by_itself_or_together_is_refused(settings: Any) -> None:
    bestand = een_pdf()
    settings.DOCUMENT_MAX_BYTES, settings.BIJLAGEN_MAX_BYTES = len(bestand), 2 * len(bestand)

    check_samen([len(bestand), len(bestand)])
    with pytest.raises(Geweigerd, match="groter dan"):
        controleer_pdf(bestand + b"\n", "groot.pdf")
    with pytest.raises(Geweigerd, match="samen groter dan"):
        check_samen(iter([len(bestand), len(bestand), 1]))


# --- Files made to hurt ------------------------------------------------------------------------
def _diep(diepte: int) -> bytes:
    nest = b"[" * diepte + b"]" * diepte
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/X " + nest + b">>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"trailer<</Root 1 0 R/Size 4>>\n%%EOF\n"
    )


def _kring() -> bytes:
    """A page tree that is its own child."""
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
    )


def _bom() -> bytes:
    """A page of which a few kilobytes unpack to two hundred megabytes."""
    samendrukker = zlib.compressobj(9)
    stuk = b" " * 1024**2
    klein = b"".join(samendrukker.compress(stuk) for _ in range(200)) + samendrukker.flush()

    def met_bom(pdf: pikepdf.Pdf) -> None:
        stroom = pikepdf.Stream(pdf, klein)
        stroom.Filter = Name.FlateDecode
        pdf.pages[0].obj.Contents = stroom

    return een_pdf(met_bom, compress_streams=False)


@pytest.mark.parametrize("bestand", [_diep(200_000), _kring()])
def test_a_crooked_file_is_refused_at_once(bestand: bytes) -> None:
    begin = time.perf_counter()

    with pytest.raises(Geweigerd, match="beschadigd"):
        controleer_pdf(bestand, "krom.pdf")

    assert time.perf_counter() - begin < 5


def test_a_script_deep_inside_is_found() -> None:
    def diep(pdf: pikepdf.Pdf) -> None:
        deel: Any = Dictionary(S=Name.JavaScript)
        for _laag in range(100):
            deel = Dictionary(X=Array([deel]))
        pdf.Root.X = deel

    with pytest.raises(Geweigerd, match="script"):
        controleer_pdf(een_pdf(diep), "diep.pdf")


def test_a_file_that_unpacks_endlessly_is_not_unpacked() -> None:
    bom = _bom()
    begin = time.perf_counter()

    controleer_pdf(bom, "bom.pdf")

    assert time.perf_counter() - begin < 1


def test_more_parts_than_a_letter_ever_has_are_refused() -> None:
    def vol(pdf: pikepdf.Pdf) -> None:
        pdf.Root.X = Array([pdf.make_indirect(Dictionary()) for _ in range(MAX_OBJECTEN)])

    with pytest.raises(Geweigerd, match="te ingewikkeld"):
        controleer_pdf(een_pdf(vol), "vol.pdf")


# --- The bundle --------------------------------------------------------------------------------
@pytest.fixture
def met_bijlagen(sjabloon: None) -> bytes:
    return brief(
        bijlagen=[
            Bijlage(
                naam="b.pdf",
                mime="application/pdf",
                inhoud=een_pdf(bladen=2),
                omschrijving="Besluit over uw uitkering",
            ),
            Bijlage(
                naam="pip.json",
                mime="application/json",
                inhoud=b"{}",
                omschrijving="Gegevens",
                relatie="Data",
            ),
        ]
    )


def test_the_bundle_is_the_letter_with_a_sheet_and_the_pages_of_each_pdf(
    met_bijlagen: bytes,
) -> None:
    with pikepdf.open(io.BytesIO(met_bijlagen)) as pdf:
        bladen = len(pdf.pages)

    with pikepdf.open(io.BytesIO(bundel(met_bijlagen, dagtekening=DAG))) as pdf:
        assert len(pdf.pages) == bladen + 1 + 2
        assert str(pdf.docinfo["/Title"]) == "Afdrukbundel"


def test_the_bundle_claims_nothing(met_bijlagen: bytes) -> None:
    with pikepdf.open(io.BytesIO(bundel(met_bijlagen, dagtekening=DAG))) as pdf:
        eigen = set(pdf.Root.keys())

        assert eigen == {"/Pages", "/Type"}
        assert all("/StructParents" not in blad.obj for blad in pdf.pages)


def test_what_a_form_shows_is_printed_and_a_size_is_inherited(sjabloon: None) -> None:
    def met_stempel(pdf: pikepdf.Pdf) -> None:
        beeld = pikepdf.Stream(pdf, b"0 0 9 9 re f")
        beeld.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        stempel = Dictionary(
            Type=Name.Annot, Subtype=Name.Stamp, Rect=[0, 0, 9, 9], F=4, AP=Dictionary(N=beeld)
        )
        blad = pdf.pages[0].obj
        blad.Annots = Array([pdf.make_indirect(stempel)])
        del blad.MediaBox
        pdf.Root.Pages.MediaBox = Array([0, 0, 300, 300])

    bijlage = Bijlage(
        naam="b.pdf", mime="application/pdf", inhoud=een_pdf(met_stempel), omschrijving="Stempel"
    )

    with pikepdf.open(io.BytesIO(bundel(brief(bijlagen=[bijlage]), dagtekening=DAG))) as pdf:
        laatste = pdf.pages[-1]

        assert [int(maat) for maat in laatste.mediabox] == [0, 0, 300, 300]
        assert len(laatste.obj.Resources.XObject) == 1
        assert "/Annots" not in laatste.obj


def test_the_same_letter_gives_the_same_bundle(met_bijlagen: bytes) -> None:
    assert bundel(met_bijlagen, dagtekening=DAG) == bundel(met_bijlagen, dagtekening=DAG)

"""A client diagnosis made elsewhere: read, compared, taken over as far as somebody chose."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from inburgering.geweigerd import Geweigerd
from inburgering.services.documenten import lees
from intake.diagnose.koppeling import OnjuisteKoppeling, koppelingen, lees_koppeling
from intake.diagnose.lezen import MAX_BYTES, lees_bestand
from intake.diagnose.vertalen import feit_van, vertaal
from intake.models import Diagnose, DiagnoseStatus, Onderdeel, OnderdeelSoort, Profiel
from intake.queries.bekend import al_bekend
from intake.queries.diagnoses import vergelijk
from intake.services.diagnose import (
    diagnose_inlezen,
    diagnose_invoeren,
    diagnose_overnemen,
    diagnose_verwerpen,
)
from intake.services.intake import intake_starten, onderdeel_invullen
from tests.factories import NU, VANDAAG, een_dossier

CSV = (
    "V-nummer;Datum diagnose;Jaren onderwijs;Taalniveau;Alfabetisering;Sterke punten;Rijbewijs\n"
    "{v};01-02-2026;9;A1;Anders gealfabetiseerd;Werkt nauwkeurig;ja, B\n"
)


# --- Reading -------------------------------------------------------------------------------------
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
def test_what_programs_write_is_read(codering, scheiding):
    tekst = f'Beroep{scheiding}Wensen\r\nkapper{scheiding}"Café{scheiding} winkel"\r\n\r\n'

    velden = lees_bestand("export.CSV", tekst.encode(codering))

    assert velden == {"Beroep": "kapper", "Wensen": f"Café{scheiding} winkel"}


def test_what_lies_deeper_in_json_gets_its_path():
    inhoud = {
        "client": {"vnummer": "1234567890"},
        "taal": {"niveau": "A1", "talen": ["Tigrinya", "Engels"]},
        "werk": [{"beroep": "kapper"}, {"beroep": "kok"}],
        "rijbewijs": True,
        "leeg": None,
    }

    assert lees_bestand("x.json", json.dumps(inhoud).encode()) == {
        "client.vnummer": "1234567890",
        "taal.niveau": "A1",
        "taal.talen": "Tigrinya, Engels",
        "werk.1.beroep": "kapper",
        "werk.2.beroep": "kok",
        "rijbewijs": "ja",
    }


@pytest.mark.parametrize(
    ("naam", "inhoud", "reden"),
    [
        ("x.csv", b" \n", "is leeg"),
        ("x.pdf", b"%PDF", "Wel: .csv en .json"),
        ("x.csv", b"a" * (MAX_BYTES + 1), "groter dan 1 MB"),
        ("x.csv", b"a;b\n", "een rij met namen en een rij met gegevens"),
        ("x.csv", b"a;b\n1;2\n3;4\n", "gaat over 2 mensen"),
        ("x.csv", b"a;b\n1;2;3\n", "Rij 2 heeft 3 gegevens, maar er zijn 2 kolommen"),
        ("x.csv", b"a;a\n1;2\n", "De kolom ‘a’ staat er twee keer".encode().decode()),
        ("x.csv", b"a;\n1;2\n", "heeft geen naam"),
        ("x.csv", b'a;b\n"1;2\n', "aanhalingsteken"),
        ("x.csv", b"a;b\n\0;2\n", "geen tekst"),
        ("x.csv", b"a;b\n;\n1;" + b"x" * 5001, "langer dan 5000 tekens"),
        ("x.json", b"{", "kan niet worden gelezen"),
        ("x.json", b"[" * 100_000, "kan niet worden gelezen"),
        ("x.json", b"[{}, {}]", "gaat over 2 mensen"),
        ("x.json", b'"tekst"', "geen gegevens met namen"),
        ("x.json", b"{}", "geen gegevens in het bestand"),
        ("x.json", json.dumps({str(n): n for n in range(501)}).encode(), "meer dan 500"),
    ],
)
def test_a_file_that_cannot_be_right_says_why(naam, inhoud, reden):
    with pytest.raises(Geweigerd, match=reden) as fout:
        lees_bestand(naam, inhoud)

    assert fout.value.veld == "bestand"


# --- Translating ---------------------------------------------------------------------------------
@pytest.fixture
def competensys():
    return koppelingen()["competensys"]


def test_words_of_the_file_become_ours(competensys):
    vertaling = vertaal(lees_bestand("x.csv", CSV.format(v="1234567890").encode()), competensys)

    assert vertaling.op == date(2026, 2, 1)
    assert vertaling.wie == {"v_nummer": "1234567890", "bsn": "", "geboortedatum": ""}
    assert [(w.feit, w.waarde, w.tekst) for w in vertaling.waarden] == [
        ("jaren_onderwijs", 9, "9"),
        ("alfabetisering", "ander_schrift", "Leest en schrijft een ander schrift"),
        ("taalniveau", "a1", "A1"),
        ("", "Werkt nauwkeurig", "Werkt nauwkeurig"),
    ]
    assert list(vertaling.onbekend) == [("Rijbewijs", "ja, B")]


def test_every_value_that_is_not_understood_is_named(competensys):
    velden = {
        "Jaren onderwijs": "negen",
        "Taalniveau": "goed",
        "Wil studeren": "misschien",
        "Beroep": "x" * 81,
        "Datum": "gisteren",
    }

    with pytest.raises(Geweigerd) as fout:
        vertaal(velden, competensys)

    for zin in (
        "‘Jaren onderwijs’: verwacht een heel getal.",
        "‘Taalniveau’: dit is geen van: Nog geen A1, A1, A2, B1, B2 of hoger.",
        "‘Wil studeren’: verwacht ja of nee.",
        "‘Beroep’: deze tekst is te lang.",
        "‘Datum’: dit is geen datum.",
    ):
        assert zin in fout.value.reden


def test_of_a_number_nobody_asked_for_only_the_end_is_kept(competensys):
    vertaling = vertaal({"Partner": "BSN 123456782"}, competensys)

    assert list(vertaling.onbekend) == [("Partner", "BSN …782")]


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        ("datum = []", "label"),
        ('label = "x"\ndatum = "Datum"\n[wie]', "geen lijst van namen"),
        (
            'label = "x"\ndatum = []\n[wie]\n[[feit]]\nnaar = "lengte"\nbron = []',
            "geen feit van de intake",
        ),
        (
            'label = "x"\ndatum = []\n[wie]\n[[tekst]]\nnaar = "hobby"\nkop = ""\nbron = []',
            "hobby",
        ),
        ("label = ", "x.toml"),
    ],
)
def test_a_mapping_that_cannot_work_says_which_file(tmp_path, inhoud, reden):
    pad = tmp_path / "x.toml"
    pad.write_text(inhoud, encoding="utf-8")

    with pytest.raises(OnjuisteKoppeling, match=reden) as fout:
        lees_koppeling(pad)

    assert str(fout.value).startswith("x.toml")


def test_another_folder_takes_the_place_of_ours(tmp_path, settings):
    (tmp_path / "eigen.toml").write_text(
        'label = "Eigen"\ndatum = ["op"]\n[wie]\nbsn = ["bsn"]', encoding="utf-8"
    )
    settings.DIAGNOSE_KOPPELINGEN_MAP = tmp_path

    assert [k.label for k in koppelingen().values()] == ["Eigen"]


# --- On a dossier --------------------------------------------------------------------------------
@pytest.fixture
def wie(consulent):
    return {"door": consulent, "nu": NU}


@pytest.fixture
def dossier(gemeente, consulent, wie):
    dossier = een_dossier(consulent=consulent, wordt_gehuisvest=False, kennisgeving_op=VANDAAG)
    intake_starten(dossier_id=dossier.pk, **wie)
    return dossier


def lees_in(dossier, wie, competensys, inhoud=None, **anders):
    tekst = inhoud or CSV.format(v=dossier.persoon.v_nummer)
    gewoon = {"bestandsnaam": "export.csv", "inhoud": tekst.encode(), "op": None}
    return diagnose_inlezen(
        dossier_id=dossier.pk, koppeling=competensys, **(gewoon | anders), **wie
    )


@pytest.mark.django_db
def test_the_file_stays_and_nothing_enters_the_intake(dossier, wie, competensys):
    diagnose = lees_in(dossier, wie, competensys)

    assert (diagnose.bron, diagnose.op) == ("CompetenSYS", date(2026, 2, 1))
    assert lees(diagnose.document) == CSV.format(v=dossier.persoon.v_nummer).encode()
    assert Profiel.objects.get().taalniveau == ""
    bekend = al_bekend(dossier, voor=wie["door"], op=VANDAAG)[OnderdeelSoort.TAAL]
    assert "Diagnose van CompetenSYS" in {feit.bron for feit in bekend}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rij", "reden"),
    [
        ("V-nummer;Beroep\n9999999999;kok\n", "het V-nummer is niet hetzelfde"),
        ("Geboortedatum;Beroep\n31-12-1999;kok\n", "de geboortedatum is niet hetzelfde"),
        ("Beroep;Datum\nkok;01-02-2026\n", "zegt niet over wie het gaat"),
    ],
)
def test_a_file_about_somebody_else_is_refused(dossier, wie, competensys, rij, reden):
    with pytest.raises(Geweigerd, match=reden):
        lees_in(dossier, wie, competensys, rij)

    assert not Diagnose.objects.exists()


@pytest.mark.django_db
def test_the_birth_date_may_be_written_either_way(dossier, wie, competensys):
    dag, maand, jaar = str(dossier.persoon.geboortedatum).split("-")

    for geboren in (f"{dag}-{maand}-{jaar}", f"{jaar}-{maand}-{dag}", f"{dag}/{maand}/{jaar}"):
        lees_in(dossier, wie, competensys, alleen_geboren(geboren), gecontroleerd=True)

    assert Diagnose.objects.count() == 3


def alleen_geboren(geboren):
    return f"Geboortedatum;Datum;Beroep\n{geboren};01-02-2026;kok\n"


@pytest.mark.django_db
def test_a_birth_date_alone_asks_somebody_to_look(dossier, wie, competensys, klant):
    inhoud = alleen_geboren(str(dossier.persoon.geboortedatum))
    with pytest.raises(Geweigerd, match="Die kan van meer mensen zijn") as fout:
        lees_in(dossier, wie, competensys, inhoud)
    assert fout.value.veld == "gecontroleerd"

    adres = reverse("diagnose-inlezen", args=[dossier.dossiernummer])
    velden = {"soort": "competensys", "op": ""}
    zonder = klant.post(adres, velden | {"bestand": SimpleUploadedFile("a.csv", inhoud.encode())})
    assert list(zonder.context["form"].errors) == ["gecontroleerd"]
    assert not Diagnose.objects.exists()

    bestand = SimpleUploadedFile("a.csv", inhoud.encode())
    klant.post(adres, velden | {"bestand": bestand, "gecontroleerd": "on"})
    assert Diagnose.objects.count() == 1


@pytest.mark.django_db
def test_no_tick_makes_a_file_about_somebody_else_right(dossier, wie, competensys):
    with pytest.raises(Geweigerd, match="het V-nummer is niet hetzelfde"):
        lees_in(dossier, wie, competensys, "V-nummer;Beroep\n9999999999;kok\n", gecontroleerd=True)


@pytest.mark.django_db
def test_a_file_has_a_day_that_is_past_and_something_we_know(dossier, wie, competensys):
    v = dossier.persoon.v_nummer
    with pytest.raises(Geweigerd, match="van welke dag"):
        lees_in(dossier, wie, competensys, f"V-nummer;Beroep\n{v};kok\n")
    with pytest.raises(Geweigerd, match="in de toekomst"):
        lees_in(dossier, wie, competensys, f"V-nummer;Datum;Beroep\n{v};01-02-2027;kok\n")
    with pytest.raises(Geweigerd, match="niets in deze diagnose herkend"):
        lees_in(dossier, wie, competensys, f"V-nummer;Datum;Hobby\n{v};01-02-2026;vissen\n")


@pytest.mark.django_db
def test_what_differs_is_shown_and_not_ticked(dossier, wie, competensys):
    taal = Onderdeel.objects.get(soort=OnderdeelSoort.TAAL)
    onderdeel_invullen(
        onderdeel_id=taal.pk, versie=None, tekst="Eigen.", feiten={"taalniveau": "a2"}, **wie
    )

    regels = {regel.label: regel for regel in vergelijk(lees_in(dossier, wie, competensys))}

    niveau = regels["Taalniveau Nederlands"]
    assert (niveau.nu, niveau.nieuw, niveau.verschilt, niveau.vooraf) == ("A2", "A1", True, False)
    jaren = regels["Jaren onderwijs"]
    assert (jaren.nu, jaren.nieuw, jaren.verschilt, jaren.vooraf) == (
        "nog niet bekend",
        "9",
        False,
        True,
    )


@pytest.mark.django_db
def test_only_what_was_chosen_is_taken_over_below_what_was_there(dossier, wie, competensys):
    werk = Onderdeel.objects.get(soort=OnderdeelSoort.WERK)
    onderdeel_invullen(onderdeel_id=werk.pk, versie=None, tekst="Wil werken.", **wie)
    diagnose = lees_in(dossier, wie, competensys)

    diagnose = diagnose_overnemen(diagnose_id=diagnose.pk, versie=None, gekozen=[0, 3], **wie)

    profiel = Profiel.objects.get()
    assert (profiel.jaren_onderwijs, profiel.taalniveau) == (9, "")
    werk.refresh_from_db()
    assert werk.tekst == (
        "Wil werken.\n\nUit de diagnose van CompetenSYS, 01-02-2026:\n"
        "- Kansen op werk: Competenties: Werkt nauwkeurig"
    )
    assert diagnose.status == DiagnoseStatus.OVERGENOMEN
    with pytest.raises(Geweigerd, match="al overgenomen"):
        diagnose_overnemen(diagnose_id=diagnose.pk, versie=None, gekozen=[0], **wie)


@pytest.mark.django_db
def test_nothing_chosen_is_not_taking_over(dossier, wie, competensys):
    diagnose = lees_in(dossier, wie, competensys)

    with pytest.raises(Geweigerd, match="Kies ten minste één"):
        diagnose_overnemen(diagnose_id=diagnose.pk, versie=None, gekozen=[], **wie)
    diagnose = diagnose_verwerpen(
        diagnose_id=diagnose.pk, versie=None, reden="Te oud om te gebruiken", **wie
    )
    assert (diagnose.status, diagnose.verworpen_reden) == (
        DiagnoseStatus.VERWORPEN,
        "Te oud om te gebruiken",
    )


@pytest.mark.django_db
def test_typed_over_from_paper(dossier, wie):
    diagnose = diagnose_invoeren(
        dossier_id=dossier.pk,
        bron="Werkplein",
        op=VANDAAG,
        waarden=[feit_van("wil_studeren", True)],
        **wie,
    )

    assert diagnose.document is None
    assert diagnose.waarden[0]["tekst"] == "ja"


# --- In the browser ------------------------------------------------------------------------------
@pytest.mark.django_db
def test_from_upload_to_intake_without_javascript(klant, dossier):
    nummer = dossier.dossiernummer
    bestand = SimpleUploadedFile(
        "export.csv", CSV.format(v=dossier.persoon.v_nummer).encode(), content_type="text/csv"
    )

    antwoord = klant.post(
        reverse("diagnose-inlezen", args=[nummer]),
        {"soort": "competensys", "bestand": bestand, "op": ""},
        follow=True,
    )
    diagnose = Diagnose.objects.get()
    assert "Rijbewijs" in antwoord.text
    assert antwoord.text.count("checked") == 4

    klant.post(
        reverse("diagnose", args=[nummer, diagnose.pk]),
        {"gekozen": ["0", "2"], "versie": str(diagnose.versie)},
    )
    assert Profiel.objects.get().taalniveau == "a1"
    assert "Overgenomen" in klant.get(reverse("diagnose", args=[nummer, diagnose.pk])).text


@pytest.mark.django_db
def test_a_wrong_file_gets_its_message_by_the_field(klant, dossier):
    bestand = SimpleUploadedFile("export.csv", b"V-nummer;Beroep\n9999999999;kok\n")

    antwoord = klant.post(
        reverse("diagnose-inlezen", args=[dossier.dossiernummer]),
        {"soort": "competensys", "bestand": bestand, "op": ""},
    )

    assert antwoord.status_code == 422
    assert list(antwoord.context["form"].errors) == ["bestand"]


@pytest.mark.django_db
def test_a_diagnosis_typed_over_in_the_browser(klant, dossier):
    klant.post(
        reverse("diagnose-invoeren", args=[dossier.dossiernummer]),
        {
            "bron": "Werkplein",
            "op": "01-02-2026",
            "jaren_onderwijs": "0",
            "wil_studeren": "nee",
            "tekst_wensen": "Een eigen zaak.",
        },
    )

    waarden = Diagnose.objects.get().waarden
    assert [(w["feit"], w["waarde"]) for w in waarden] == [
        ("jaren_onderwijs", 0),
        ("wil_studeren", False),
        ("", "Een eigen zaak."),
    ]

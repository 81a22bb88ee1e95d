"""The whole way: a workbook as a municipality has it, the preview, the dossiers, and back."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from besluiten.models import Besluit
from inburgering.models import Gezin, Inburgeraar, Persoon, Termijn
from inburgering.services.contacten import notitie_schrijven
from leerroutes.models import Traject
from ontzorgen.models import Uitkering
from opdrachten.enums import OpdrachtStatus
from opdrachten.models import Opdracht
from opdrachten.services.bevestigen import bevestigen
from opdrachten.services.ontvangen import lezen, ontvangen
from pip_plans.models import Pip
from tests.factories import NU, geldig_bsn
from tests.opdrachten.hulp import als_csv, als_xlsx, invoeren, teruggedraaid
from tests.werkplek.livegangbestand import ASIEL, KIND, ONDERTUSSEN, PLAN, als_tabel
from werkplek.livegang.soort import LIVEGANG

pytestmark = pytest.mark.django_db


@pytest.fixture
def rijen(gemeente, consulent):
    gezin, bij = {"gezin": "G-1"}, {"consulent": consulent.email}
    geld = {"bijstand_op": "10-12-2025", "ontzorgen_op": "10-12-2025"}
    papieren = {"besluit_op": "08-12-2025", "machtiging_op": "08-12-2025"}
    return [
        ASIEL | PLAN | bij | gezin | geld | papieren | {"rol": "hoofdpersoon", "bsn": geldig_bsn()},
        KIND | gezin,
        ONDERTUSSEN | bij,
        ASIEL | bij | {"achternaam": "Fout", "vergunning_vanaf": "10-06-2024"},
    ]


def voorbeeld(inhoud, door, naam="lopend.xlsx"):
    opdracht = ontvangen(soort=LIVEGANG, bestandsnaam=naam, inhoud=inhoud, door=door, nu=NU)
    lezen(opdracht_id=opdracht.pk, nu=NU)
    opdracht.refresh_from_db()
    return opdracht


def ingevoerd(rijen, door):
    opdracht = voorbeeld(als_xlsx(als_tabel(rijen)), door)
    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=door, nu=NU)
    invoeren(opdracht)
    return opdracht


def test_a_workbook_becomes_dossiers_and_what_is_wrong_waits(rijen, teamleider):
    opdracht = ingevoerd(rijen, teamleider)

    assert opdracht.status == OpdrachtStatus.KLAAR
    namen = set(Inburgeraar.objects.values_list("persoon__achternaam", flat=True))
    assert namen == {"Tesfay", "Haddad"}
    assert opdracht.uitkomsten == {"ingevoerd": 3, "fout": 1}


def test_a_csv_with_the_words_people_use_is_understood(rijen, teamleider):
    anders = {"Geslacht": "M/V", "Verblijfsvergunning": "Soort vergunning", "Gezin": "Huishouden"}
    tabel = als_tabel(rijen)
    tabel[0] = [anders.get(kop, kop) for kop in tabel[0]]

    opdracht = voorbeeld(als_csv(tabel).encode("cp1252"), teamleider, "lopend.csv")

    assert opdracht.status == OpdrachtStatus.VOORBEELD
    assert set(opdracht.koppeling) == {kolom.naam for kolom in LIVEGANG.kolommen}


def test_the_preview_names_row_column_and_reason_before_anything_is_written(
    rijen, teamleider, client_als
):
    opdracht = voorbeeld(als_xlsx(als_tabel(rijen)), teamleider)

    pagina = client_als(teamleider).get(reverse("opdracht", args=[opdracht.pk])).content.decode()

    assert "De inschrijving ligt voor de vergunning (10-06-2024)." in pagina
    assert "Ingeschreven in de BRP op" in pagina
    assert not Persoon.objects.exists()


def test_the_same_file_again_takes_only_what_was_put_right(rijen, teamleider):
    ingevoerd(rijen, teamleider)
    rijen[3]["vergunning_vanaf"] = "20-11-2023"

    opdracht = ingevoerd(rijen, teamleider)

    # who has no number at all is not known for certain: somebody chooses, and else it is skipped
    assert opdracht.oordelen == {"ongewijzigd": 2, "dubbel": 1, "nieuw": 1}
    assert Inburgeraar.objects.count() == 3


def test_it_can_be_taken_back_as_a_whole(rijen, teamleider):
    opdracht = ingevoerd(rijen, teamleider)

    teruggedraaid(opdracht, teamleider)

    assert opdracht.status == OpdrachtStatus.ONGEDAAN
    gemaakt = (Persoon, Gezin, Inburgeraar, Pip, Besluit, Traject, Termijn, Uitkering)
    assert [model.__name__ for model in gemaakt if model.objects.exists()] == []


def test_once_somebody_worked_on_it_it_stays(rijen, teamleider, consulent):
    opdracht = ingevoerd(rijen, teamleider)
    dossier = Inburgeraar.objects.first()
    notitie_schrijven(
        dossier_id=dossier.pk, tekst="Gebeld.", door=consulent, nu=NU + timedelta(hours=3)
    )

    with pytest.raises(Exception, match=dossier.dossiernummer):
        teruggedraaid(opdracht, teamleider)

    assert Inburgeraar.objects.count() == 2


def test_the_template_with_its_own_examples_is_right_but_for_the_colleague(
    teamleider, gemeente, client_als
):
    antwoord = client_als(teamleider).get(reverse("opdracht-sjabloon", args=["livegang"]))
    werkmap = load_workbook(io.BytesIO(b"".join(antwoord.streaming_content)))
    blad = werkmap.worksheets[0]
    blad.append([kolom.voorbeeld for kolom in LIVEGANG.kolommen])
    ingevuld = io.BytesIO()
    werkmap.save(ingevuld)

    opdracht = voorbeeld(ingevuld.getvalue(), teamleider)

    assert set(opdracht.koppeling) == {kolom.naam for kolom in LIVEGANG.kolommen}
    (regel,) = opdracht.regels.all()
    assert [bevinding["kolom"] for bevinding in regel.bevindingen] == ["consulent"]


def test_the_page_asks_the_teamleider_for_the_file(teamleider, client_als):
    klant = client_als(teamleider)
    assert "Lopende dossiers overnemen" in klant.get(reverse("opdrachten")).content.decode()
    bestand = SimpleUploadedFile("lopend.csv", als_csv(als_tabel([])).encode())

    antwoord = klant.post(reverse("opdracht-nieuw", args=["livegang"]), {"bestand": bestand})

    assert antwoord.status_code == 422  # headings only: there is nothing to enter
    assert not Opdracht.objects.exists()


def test_nobody_else_takes_over_the_caseload(consulent, oov, client_als):
    for medewerker in (consulent, oov):
        antwoord = client_als(medewerker).get(reverse("opdracht-nieuw", args=["livegang"]))
        assert antwoord.status_code in (403, 404)

"""Every file is read again: a damaged one is seen, named in the log, and given to nobody."""

from __future__ import annotations

import json
import logging
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from inburgering.enums import DocumentSoort
from inburgering.models import Document, Inburgeraar
from inburgering.services.documenten import (
    Beschadigd,
    controleer_bestanden,
    document_toevoegen,
    plek,
)
from medewerkers.models import Gemeente, Medewerker
from tests.factories import NU, een_dossier
from werkplek.queries.gezondheid import Stand, gezondheid
from werkplek.services.nachtwerk import NACHTEN, nachtwerk

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def dossier(gemeente: Gemeente, consulent: Medewerker) -> Inburgeraar:
    return een_dossier(consulent=consulent)


@pytest.fixture
def document(dossier: Inburgeraar, consulent: Medewerker) -> Document:
    return document_toevoegen(
        dossier_id=dossier.pk,
        soort=DocumentSoort.OVERIG,
        titel="Verslag van Selam Tesfay",
        bestandsnaam="tesfay.pdf",
        inhoud=PDF + b"nalezen\n",
        door=consulent,
        nu=NU,
    )


def beschadig(document: Document, hoe: str) -> None:
    pad = plek(document.sha256)
    if hoe == "weg":
        pad.unlink()
    else:
        pad.write_bytes(b"iets anders")


def test_in_a_week_of_nights_every_file_is_read_once(document: Document) -> None:
    gelezen = [controleer_bestanden(deel=deel, van=NACHTEN) for deel in range(NACHTEN)]

    assert sorted(gelezen) == [0] * (NACHTEN - 1) + [1]


@pytest.mark.parametrize("hoe", ["anders", "weg"])
def test_a_damaged_file_is_a_page_in_plain_words_with_nothing_of_anybody(
    document: Document,
    dossier: Inburgeraar,
    klant: Client,
    caplog: pytest.LogCaptureFixture,
    hoe: str,
) -> None:
    beschadig(document, hoe)

    with caplog.at_level(logging.ERROR, "inburgering.documenten"):
        antwoord = klant.get(reverse("document", args=[dossier.dossiernummer, document.pk]))

    pagina = antwoord.content.decode()
    assert antwoord.status_code == 500
    assert "Dit bestand is beschadigd" in pagina
    for van_iemand in ("Tesfay", "tesfay.pdf", dossier.persoon.naam):
        assert van_iemand not in pagina
        assert van_iemand not in caplog.text
    assert f"document {document.pk}" in caplog.text


def test_the_night_names_the_file_in_the_log(
    document: Document, caplog: pytest.LogCaptureFixture
) -> None:
    beschadig(document, "weg")

    with pytest.raises(Beschadigd):
        controleer_bestanden(deel=0, van=1)

    (regel,) = [logging.getLogger().handlers[0].format(record) for record in caplog.records]
    assert json.loads(regel)["rij"] == document.pk


def test_a_damaged_file_keeps_gezondheid_red_for_a_week(document: Document) -> None:
    beschadig(document, "anders")

    def lees_na(door: Medewerker, nu: datetime) -> int:
        return controleer_bestanden(deel=document.pk % NACHTEN, van=NACHTEN)

    nachtwerk(nu=NU, stappen=[("documenten", lees_na)])
    for nacht in range(1, NACHTEN):
        nachtwerk(nu=NU + timedelta(days=nacht), stappen=[("documenten", lambda door, nu: 0)])
    nog_rood = gezondheid(nu=NU).documenten
    nachtwerk(nu=NU + timedelta(days=NACHTEN), stappen=[("documenten", lambda door, nu: 0)])

    assert nog_rood == Stand.FOUT
    assert gezondheid(nu=NU).documenten == Stand.OK

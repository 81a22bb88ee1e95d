"""The mark on letters: drawn again, inside the file, and read aloud."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from besluiten.beeld import BREED, HOOG, als_logo, als_url
from besluiten.briefhoofd import stel_hoofd_op
from besluiten.models import Logo
from besluiten.services.logo import logo_vastleggen
from inburgering.geweigerd import Geweigerd
from medewerkers.models import Gemeente, Medewerker
from tests.besluiten.hulp import GEMEENTE, brief
from tests.factories import NU, VANDAAG, een_dossier


def plaatje(soort: str = "PNG", *, maat: tuple[int, int] = (40, 20), kleur: Any = "navy") -> bytes:
    uit = io.BytesIO()
    Image.new("RGBA" if soort == "PNG" else "RGB", maat, kleur).save(uit, soort)
    return uit.getvalue()


@pytest.mark.parametrize("soort", ["PNG", "JPEG"])
def test_a_picture_is_drawn_again_small_and_on_white(soort: str) -> None:
    uit = als_logo(plaatje(soort, maat=(3000, 600)))

    with Image.open(io.BytesIO(uit)) as beeld:
        assert (beeld.format, beeld.mode) == ("PNG", "RGB")
        assert beeld.width <= BREED
        assert beeld.height <= HOOG


def test_what_was_seen_through_is_white() -> None:
    with Image.open(io.BytesIO(als_logo(plaatje(kleur=(0, 0, 0, 0))))) as beeld:
        assert beeld.getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"<svg><script/></svg>", "geen PNG of JPEG"),
        (plaatje()[:30], "geen PNG of JPEG"),
        (plaatje("GIF"), "geen PNG of JPEG"),
        (b"x" * (2 * 1024**2 + 1), "groter dan 2 MB"),
        (plaatje(maat=(4001, 4000)), "te veel punten"),
    ],
)
def test_what_is_no_small_picture_is_refused(inhoud: bytes, reden: str) -> None:
    with pytest.raises(Geweigerd, match=reden):
        als_logo(inhoud)


def test_the_mark_is_a_figure_with_words_inside_the_file(sjabloon: None) -> None:
    gemeente = replace(
        GEMEENTE, logo=als_url(als_logo(plaatje())), logo_omschrijving="Logo gemeente"
    )

    with pikepdf.open(io.BytesIO(brief(hoofd={"gemeente": gemeente}))) as pdf:
        figuren = [
            obj
            for obj in pdf.objects
            if isinstance(obj, pikepdf.Dictionary) and obj.get("/S") == "/Figure"
        ]
        assert [str(figuur.Alt) for figuur in figuren] == ["Logo gemeente"]


@pytest.mark.django_db
def test_the_manager_sets_the_mark_and_the_next_letter_has_it(
    gemeente: Gemeente,
    client_als: Callable[[Medewerker], Client],
    beheerder: Medewerker,
    consulent: Medewerker,
) -> None:
    klant = client_als(beheerder)
    bestand = SimpleUploadedFile("logo.png", plaatje(), "image/png")

    klant.post(reverse("logo"), {"bestand": bestand, "omschrijving": "Ons logo"})

    dossier = een_dossier(consulent=consulent)
    hoofd = stel_hoofd_op(dossier, kenmerk="K-1", dagtekening=VANDAAG, door=consulent)
    assert hoofd.gemeente.logo.startswith("data:image/png;base64,")
    assert hoofd.gemeente.logo_omschrijving == "Ons logo"
    assert klant.get(reverse("logo-beeld")).content == bytes(Logo.objects.get().inhoud)

    klant.post(reverse("logo-weghalen"))

    assert not Logo.objects.exists()


@pytest.mark.django_db
def test_other_words_keep_the_picture(gemeente: Gemeente, beheerder: Medewerker) -> None:
    eerst = logo_vastleggen(
        inhoud=plaatje(), omschrijving="Een", versie=None, door=beheerder, nu=NU
    )

    dan = logo_vastleggen(
        inhoud=None, omschrijving="Twee", versie=eerst.versie, door=beheerder, nu=NU
    )

    assert bytes(dan.inhoud) == bytes(eerst.inhoud)
    assert dan.omschrijving == "Twee"

"""What the look asks of every template, read from the files themselves."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings

from werkplek.queries.werkvoorraad import NAAR

TEMPLATES = sorted(Path(settings.BASE_DIR, "templates").rglob("*.html"))
TABELLEN = [
    pytest.param(tabel, id=f"{pad.parent.name}-{pad.stem}-{nummer}")
    for pad in TEMPLATES
    for nummer, tabel in enumerate(
        re.findall(r'<table class="tabel".*?</table>', pad.read_text(), re.DOTALL)
    )
]


@pytest.mark.parametrize("tabel", TABELLEN)
def test_every_cell_carries_the_name_of_its_column(tabel):
    """On a telephone the heads of the columns are out of sight and the cell says it itself."""
    koppen = [
        re.sub(r"<[^>]+>", "", kop).strip()
        for kop in re.findall(r'<th scope="col"[^>]*>(.*?)</th>', tabel, re.DOTALL)
    ]
    rij = re.search(r"<tbody>.*?<tr>(.*?)</tr>", tabel, re.DOTALL)
    assert rij
    cellen = re.findall(r"<(td|th)\b([^>]*)>", rij[1])

    namen = [re.search(r'data-label="([^"]*)"', kenmerken) for _, kenmerken in cellen]

    assert len(cellen) == len(koppen)
    for (soort, _), naam, kop in zip(cellen, namen, koppen, strict=True):
        assert naam or soort == "th", kop
        assert naam is None or naam[1] == kop
    assert [soort for soort, _ in cellen].count("th") == 1


def paginas_van_taken() -> set[str]:
    """Every `pagina=` that a source of tasks writes out, also as one of two."""
    gevonden = set()
    for pad in Path(settings.BASE_DIR).glob("[!.t]*/**/*.py"):
        tekst = pad.read_text()
        if "AfgeleideTaak(" not in tekst:
            continue
        for knoop in ast.walk(ast.parse(tekst)):
            if isinstance(knoop, ast.keyword) and knoop.arg == "pagina":
                waarde = knoop.value
                keuzes = [waarde.body, waarde.orelse] if isinstance(waarde, ast.IfExp) else [waarde]
                gevonden |= {_adres(keuze, pad) for keuze in keuzes}
    return gevonden


def _adres(keuze: ast.expr, pad: Path) -> str:
    """Written out, or the name of a constant of the same file."""
    if isinstance(keuze, ast.Name):
        naam = ".".join(pad.relative_to(settings.BASE_DIR).with_suffix("").parts)
        return getattr(import_module(naam), keuze.id)
    assert isinstance(keuze, ast.Constant), pad
    return keuze.value


def test_every_page_a_task_leads_to_has_a_name_for_its_button():
    assert paginas_van_taken() | {"overzicht"} == set(NAAR)


def test_the_way_back_has_one_name_per_kind_of_page():
    """A form is left with Annuleren, a question with "Nee, terug"."""
    anders = re.compile(r">\s*(Terug zonder [^<]*|Niet opslaan|Afbreken)\s*</")

    assert [pad.name for pad in TEMPLATES if anders.search(pad.read_text())] == []

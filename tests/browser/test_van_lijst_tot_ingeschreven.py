"""OOV's thread in Chromium: a list of sixty households of COA becomes people who live here.

From the file, through the preview and the board, to the home of one household, its registration
and the taakstelling; with a real worker, with and without JavaScript.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from medewerkers.enums import Rol
from tests.browser.hulp import Oren, draaiend, log_in, nieuw_venster
from tests.browser.test_van_overdracht_tot_pip import Bureau
from tests.demo import Demo, kopie

GEZINNEN = 60
KOPPELING = "06-07-2026"
# Of a list as COA might send it: other headings than ours, and one household of another place.
KOPPEN = (
    "Zaaknummer",
    "Relatie",
    "Geslachtsnaam",
    "Voornaam",
    "Geboren",
    "Vreemdelingnummer",
    "Opvanglocatie",
    "Datum koppeling",
    "Slaapkamers",
    "Gemeente",
)
ROLLEN = (("Aanvrager", "Samira"), ("Echtgenoot", "Tarek"), ("Dochter", "Noor"))
WACHTEN = 60  # seconds for the worker


@pytest.fixture(scope="module")
def eigen_demo(demo_bron: Demo, django_db_blocker: Any) -> Iterator[Demo]:
    with django_db_blocker.unblock(), kopie(demo_bron, "lijst") as eigen:
        yield eigen


@pytest.fixture(scope="module")
def site(
    eigen_demo: Demo, statisch: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    map_ = tmp_path_factory.mktemp("server")
    with draaiend(eigen_demo, statisch, map_, met_werker=True) as adres:
        yield adres


@pytest.fixture(params=[True, False], ids=["met-javascript", "zonder-javascript"])
def bureaus(request: Any, chromium: Browser, site: str) -> Iterator[dict[Rol, Bureau]]:
    gemaakt, contexten = {}, []
    for rol in (Rol.OOV, Rol.CONSULENT):
        context = nieuw_venster(chromium, site, java_script_enabled=request.param)
        oren = Oren(site)
        oren.luister(context)
        contexten.append(context)
        pagina = context.new_page()
        pagina.set_default_timeout(10_000)
        log_in(pagina, rol)
        gemaakt[rol] = Bureau(pagina, oren)
    yield gemaakt
    for context in contexten:
        context.close()


@pytest.fixture
def lijst(request: Any, tmp_path: Path) -> Path:
    """Sixty households of three, semicolons and an old encoding; other people for each walk."""
    begin = 1 if "met-javascript" in request.node.name else 501
    bestand = tmp_path / "koppelingen.csv"
    with bestand.open("w", newline="", encoding="cp1252") as uit:
        schrijver = csv.writer(uit, delimiter=";")
        schrijver.writerow(KOPPEN)
        for nummer in range(begin, begin + GEZINNEN):
            schrijver.writerows(_gezin(nummer))
        schrijver.writerow(
            [
                9999,
                "Aanvrager",
                "Elders",
                "Iemand",
                "1-1-1990",
                "",
                "Sneek",
                KOPPELING,
                "1",
                "Assen",
            ]
        )
    return bestand


def _gezin(nummer: int) -> Iterator[list[object]]:
    dag, maand = nummer % 28 + 1, nummer // 28 % 12 + 1
    jaren = (1950 + nummer % 50, 1948 + nummer % 50, 2012 + nummer % 10)
    for plek, ((rol, naam), jaar) in enumerate(zip(ROLLEN, jaren, strict=True)):
        yield [
            nummer,
            rol,
            "Zoë-Haddad",
            f"{naam}",
            f"{dag}-{maand}-{jaar}",
            f"77{nummer:06}{plek:02}",
            "Sneek",
            KOPPELING,
            2,
            "Westerkwartier",
        ]


def wacht_op(bureau: Bureau, tekst: str) -> None:
    """Until the worker has done it; without script one asks again oneself."""
    uiterlijk = time.monotonic() + WACHTEN
    while tekst not in bureau.pagina.locator("main").inner_text():
        assert time.monotonic() < uiterlijk, bureau.pagina.locator("main").inner_text()[:500]
        bureau.pagina.wait_for_timeout(300)
        bureau.pagina.reload()


def invoeren(oov: Bureau, lijst: Path) -> None:
    oov.ga("/overdrachten/")
    oov.link("Lijst invoeren")
    oov.pagina.locator("main input[type=file]").set_input_files(lijst)
    oov.sla_op()
    wacht_op(oov, "Als u bevestigt")
    oov.ziet("60 gezinnen")
    oov.link("Fout")
    oov.ziet("Gekoppeld aan een andere gemeente dan Westerkwartier")
    oov.link("Naar bevestigen")
    oov.knop("Invoeren")
    wacht_op(oov, "Ingevoerd op")
    oov.link("Verder naar het werk")


def test_from_a_list_of_sixty_households_to_one_that_lives_here(
    bureaus: dict[Rol, Bureau], lijst: Path, request: Any
) -> None:
    oov, consulent = bureaus[Rol.OOV], bureaus[Rol.CONSULENT]
    huisnummer = "21" if "met-javascript" in request.node.name else "22"

    oov.ga("/overdrachten/")
    ontvangen = oov.pagina.locator(".bord-kolom").first.locator(".aantal")
    eerder = int(ontvangen.inner_text())

    invoeren(oov, lijst)

    expect(ontvangen).to_have_text(str(eerder + GEZINNEN))
    oov.link("Zoë-Haddad, Samira")
    overdracht = oov.pagina.url
    oov.knop("Verwerken")
    consulent.ga(overdracht)
    consulent.doe("Gesprek vervangen", wijze="telefoon", op="14-09-2026", reden="AZC te ver")
    oov.ga("/overdrachten/woningen/")
    oov.doe(
        "Woning toevoegen",
        straat="Zuiderweg",
        huisnummer=huisnummer,
        postcode="9356 AB",
        plaats="Tolbert",
        kamers="2",
        sleutel_op="10-09-2026",
    )
    oov.ga(overdracht)
    oov.link("Woning kiezen")
    rij = oov.pagina.locator("main tr", has_text=f"Zuiderweg {huisnummer},")
    expect(rij).to_contain_text("Past")
    with oov.pagina.expect_navigation():
        rij.get_by_role("link").click()
    oov.vul(op="01-09-2026")
    oov.sla_op()
    consulent.ga(overdracht)
    consulent.doe(
        "Bezichtiging vastleggen",
        op="02-09-2026",
        afspraken_verhuizing="De Schans regelt een busje.",
    )
    oov.ga(overdracht)
    oov.doe("Accepteren", op="02-09-2026", huur_vanaf="10-09-2026")
    oov.doe("Aanmelden bij de partner", op="03-09-2026")
    oov.doe("Verhuizing vastleggen", op="10-09-2026")
    consulent.ga(overdracht)
    consulent.doe("Inschrijving BRP vastleggen", brp_op="11-09-2026")
    consulent.gelukt()

    consulent.ziet("De Schans regelt een busje.", "11 september 2026", "De Schans / Vlucht")
    oov.ga("/overdrachten/")
    ingeschreven = oov.pagina.locator(".bord-kolom").last
    expect(ingeschreven).to_contain_text("Zoë-Haddad, Samira")
    for bureau in bureaus.values():
        assert bureau.oren.console == []
        assert bureau.oren.elders == []

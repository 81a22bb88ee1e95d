"""Every page in a real browser: readable for everybody, at every width, and quiet.

Each page is opened as the colleague who sees most of it, on a server as in production, and looked
at as wide as a desk and as narrow as a telephone.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from medewerkers.enums import Rol
from tests.browser.hulp import (
    BREED,
    SMAL,
    Oren,
    chromium_gestart,
    draaiend,
    log_in,
    nieuw_venster,
    verzamel_statisch,
)
from tests.demo import Demo, kopie
from tests.huis.ronde import VEELZIENDEN, kijker
from tests.huis.voorbeelden import Adres, adressen, iemand, voorbeeld

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.browser,
    pytest.mark.usefixtures("op_demo", "demoklok"),
]

HOOGSTENS_BYTES = 100_000
EIGEN_SOORTEN = {"document", "stylesheet", "script"}
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
AXE_OPTIES: dict[str, Any] = {
    "resultTypes": ["violations"],
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ],
}

# Addresses that take a GET and answer with something that is no page.
GEEN_PAGINA = {
    "afspraak-agenda": "a calendar file",
    "batch-bestand": "a file for the bank",
    "bezwaar-voorbeeld": "a PDF",
    "besluit-bundel": "a PDF",
    "document": "the file itself",
    "health": "JSON, for machines",
    "intake-verslag": "a PDF",
    "leerroute-gesprek-blad": "a PDF",
    "logo-beeld": "a picture",
    "ontzorgen-brief": "a PDF",
    "ontzorgen-inhoudingen": "a list for another system",
    "ontzorgen-overzicht-xlsx": "a workbook",
    "opdracht-sjabloon": "a workbook",
    "opdracht-uitkomst": "a workbook",
    "pip-voorbeeld": "a PDF",
    "taakstelling-pdf": "a PDF",
    "taakstelling-xlsx": "a workbook",
    "vertaling-voorbeeld": "a PDF",
    "mfa_download_recovery_codes": "a text file; 404 without a second factor",
}
# Pages that a colleague without a second factor is sent away from, or that are not there then.
ANDERS = {
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_authenticate",
    "mfa_reauthenticate",
}
BUITEN = {adres.naam for adres in adressen() if adres.openbaar}


def is_pagina(adres: Adres) -> bool:
    return adres.naam not in GEEN_PAGINA and adres.naam not in ANDERS


PAGINAS = sorted((adres for adres in adressen() if is_pagina(adres)), key=str)


@pytest.fixture(scope="module")
def statisch(gedeelde_map: Path) -> Path:
    return verzamel_statisch(gedeelde_map)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with chromium_gestart() as browser:
        yield browser


@pytest.fixture(scope="module")
def paginademo(demo_bron: Demo, django_db_blocker: Any) -> Iterator[Demo]:
    with django_db_blocker.unblock(), kopie(demo_bron, "paginas") as eigen:
        yield eigen


@pytest.fixture(scope="module")
def site(
    paginademo: Demo, statisch: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    with draaiend(paginademo, statisch, tmp_path_factory.mktemp("server")) as adres:
        yield adres


@pytest.fixture(scope="module")
def vensters(chromium: Browser, site: str) -> dict[str, tuple[Page, Oren]]:
    """One window per role, signed in when first asked for; one for who is not signed in."""
    return {}


def venster(
    vensters: dict[str, tuple[Page, Oren]], chromium: Browser, site: str, rol: Rol | None
) -> tuple[Page, Oren]:
    sleutel = rol.value if rol else ""
    if sleutel not in vensters:
        oren = Oren(site)
        context = nieuw_venster(chromium, site)
        oren.luister(context)
        pagina = context.new_page()
        if rol:
            log_in(pagina, rol)
        vensters[sleutel] = (pagina, oren)
    return vensters[sleutel]


def rol_van(adres: Adres) -> Rol | None:
    if adres.naam in BUITEN - {"account_logout"}:
        return None
    return next(rol for rol in VEELZIENDEN if iemand(rol) == kijker(adres))


def overtredingen(pagina: Page) -> list[str]:
    """What axe has to say, in one line per rule, with the place."""
    if not pagina.evaluate("typeof window.axe === 'object'"):
        pagina.evaluate(AXE)
    uitkomst = pagina.evaluate("opties => window.axe.run(document, opties)", AXE_OPTIES)
    return [
        f"{fout['id']}: {fout['nodes'][0]['html'][:160]}  ({len(fout['nodes'])}x)"
        for fout in uitkomst["violations"]
    ]


def gewicht(pagina: Page, oren: Oren) -> int:
    """Bytes over the wire of our own page, styles and scripts, all compressed with gzip.

    They are fetched again: of what a page loaded Chromium does not always keep the body.
    """
    adressen = {v.url for v in oren.verzoeken if v.resource_type in EIGEN_SOORTEN}
    return sum(len(gzip.compress(pagina.request.get(adres).body(), 6)) for adres in adressen)


def kijk(pagina: Page, pad: str, oren: Oren) -> dict[str, Any]:
    """Everything there is to say about a page that is open."""
    gezien: dict[str, Any] = {
        "axe 1280": overtredingen(pagina),
        "koppen": pagina.locator("h1").count(),
        "schendingen": pagina.evaluate("window.__schendingen"),
    }
    pagina.set_viewport_size(SMAL)
    gezien["axe 320"] = overtredingen(pagina)
    breedte = pagina.evaluate("document.documentElement.scrollWidth")
    gezien["schuift"] = breedte if breedte > SMAL["width"] else 0
    pagina.set_viewport_size(BREED)
    gezien["console"] = list(oren.console)
    gezien["elders"] = list(oren.elders)
    return gezien


GOED = {
    "axe 1280": [],
    "koppen": 1,
    "schendingen": [],
    "axe 320": [],
    "schuift": 0,
    "console": [],
    "elders": [],
}


@pytest.mark.parametrize("adres", PAGINAS, ids=str)
def test_a_page_is_readable_for_everybody_and_quiet(adres, vensters, chromium, site):
    pagina, oren = venster(vensters, chromium, site, rol_van(adres))
    pad = voorbeeld(adres, kijker(adres)).pad
    if pagina.request.get(pad).status == 405:
        return  # takes no GET
    oren.begin()

    antwoord = pagina.goto(pad, wait_until="load")

    assert antwoord is not None
    assert antwoord.status == 200
    assert kijk(pagina, pad, oren) == GOED
    assert 0 < gewicht(pagina, oren) <= HOOGSTENS_BYTES


@pytest.mark.parametrize("pad", ["/bestaat-niet/", "/inburgeraars/1999-0001/"])
def test_a_page_for_what_is_not_there_is_readable_too(pad, vensters, chromium, site):
    pagina, oren = venster(vensters, chromium, site, Rol.TEAMLEIDER)
    oren.begin()

    antwoord = pagina.goto(pad)

    assert antwoord is not None
    assert antwoord.status == 404
    gezien = kijk(pagina, pad, oren)
    gezien["console"] = [regel for regel in gezien["console"] if "404" not in regel]
    assert gezien == GOED


def test_a_page_one_may_not_see_is_readable_too(vensters, chromium, site):
    pagina, oren = venster(vensters, chromium, site, Rol.OOV)
    oren.begin()

    antwoord = pagina.goto("/beheer/accounts/")

    assert antwoord is not None
    assert antwoord.status == 403
    gezien = kijk(pagina, "/beheer/accounts/", oren)
    gezien["console"] = [regel for regel in gezien["console"] if "403" not in regel]
    assert gezien == GOED


def test_a_form_that_is_wrong_is_readable_too(vensters, chromium, site):
    """The summary of errors, the messages by the fields and their marks."""
    pagina, oren = venster(vensters, chromium, site, Rol.TEAMLEIDER)
    pagina.goto("/inburgeraars/nieuw/")
    oren.begin()

    pagina.locator("main form button[type=submit]").last.click()
    pagina.wait_for_load_state("load")

    gezien = kijk(pagina, "/inburgeraars/nieuw/", oren)
    gezien["console"] = [regel for regel in gezien["console"] if "422" not in regel]
    assert gezien == GOED


def test_the_lists_of_what_is_no_page_name_only_what_exists():
    namen = {adres.naam for adres in adressen()}

    assert (set(GEEN_PAGINA) | ANDERS) - namen == set()

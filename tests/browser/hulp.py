"""What the browser tests share: a real server on a copy of the demo, and Chromium."""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from medewerkers.enums import Rol
from tests.demo import NU, Demo, databaseadres
from werkplek.demo.bouwen import DEMO_WACHTWOORD

CHROMIUM = "/usr/bin/chromium"
OPTIES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
BREED = {"width": 1280, "height": 900}
SMAL = {"width": 320, "height": 800}
START = 30  # seconds a server may take


# --- The server ----------------------------------------------------------------------------------
def verzamel_statisch(map_: Path) -> Path:
    """Collect static files once per run; whoever comes later waits and finds them."""
    doel = map_ / "statisch"
    with (map_ / "statisch.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not doel.exists():
            subprocess.run(
                [sys.executable, "manage.py", "collectstatic", "--noinput", "-v", "0"],
                cwd=settings.BASE_DIR,
                env=_omgeving(doel),
                check=True,
            )
    return doel


def _omgeving(statisch: Path, **ook: str) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.browser.instellingen",
        "STATISCH_MAP": str(statisch),
        "DEMO": "true",
        "TOTP_VERPLICHT": "false",
        "PROXY_SSL": "false",
        "ALLOWED_HOSTS": "127.0.0.1",
        "PROEF_NU": NU.isoformat(),
        **ook,
    }


@contextmanager
def draaiend(demo: Demo, statisch: Path, map_: Path, *, met_werker: bool = False) -> Iterator[str]:
    """gunicorn on a free port of this machine, with this database; gives its address.

    With a worker, what the pages leave to the background is done as well.
    """
    poort = _vrije_poort()
    adres = f"http://127.0.0.1:{poort}"
    gegevens = map_ / "gegevens"
    gegevens.mkdir(exist_ok=True)
    # the documents of the demo stand beside its database; new ones may join them
    if not (gegevens / "documenten").exists():
        demo.documenten.mkdir(exist_ok=True)
        (gegevens / "documenten").symlink_to(demo.documenten)
    omgeving = _omgeving(
        statisch,
        DATABASE_URL=databaseadres(demo),
        DATA_MAP=str(gegevens),
        SITE_URL=adres,
        WACHTRIJ=f"browser-{poort}",
    )
    server = ["gunicorn", "tests.browser.server:application", "--bind", f"127.0.0.1:{poort}"]
    server += ["--workers", "1", "--threads", "4", "--log-level", "warning"]
    werkers = [[sys.executable, "-m", "tests.browser.werker"]] if met_werker else []
    log = map_ / "server.log"
    with log.open("wb") as uit:
        processen = [
            subprocess.Popen(
                opdracht,
                cwd=settings.BASE_DIR,
                env=omgeving,
                stdout=uit,
                stderr=subprocess.STDOUT,
            )
            for opdracht in [server, *werkers]
        ]
        try:
            _wacht_op(adres, processen[0], log)
            yield adres
        finally:
            for proces in processen:
                proces.send_signal(signal.SIGTERM)
            for proces in processen:
                proces.wait(timeout=10)


def _vrije_poort() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        poort: int = soket.getsockname()[1]
    return poort


def _wacht_op(adres: str, proces: subprocess.Popen[bytes], log: Path) -> None:
    uiterlijk = time.monotonic() + START
    while time.monotonic() < uiterlijk:
        assert proces.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(f"{adres}/account/inloggen/", timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(log.read_text())


# --- Chromium ------------------------------------------------------------------------------------
@contextmanager
def chromium_gestart() -> Iterator[Browser]:
    """A browser, and no connection to a database left behind where nobody looks.

    Playwright runs an event loop in this thread, and Django keeps connections inside a loop apart
    from those outside. One that stays open outside would be met again by a forked process, and
    would hold a database that is to be copied.
    """
    connections.close_all()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIES)
        yield browser
        browser.close()
        connections.close_all()


AFGELUISTERD = """
window.__schendingen = [];
document.addEventListener("securitypolicyviolation", (e) => {
  window.__schendingen.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile || ""}`);
});
"""


# The browser's own viewer of PDF files: nothing of it goes over the wire.
VAN_DE_BROWSER = ("chrome:", "chrome-extension:")


@dataclass
class Oren:
    """What a page does that nobody sees: messages in the console, requests elsewhere, weight."""

    adres: str
    console: list[str] = field(default_factory=list)
    elders: list[str] = field(default_factory=list)
    verzoeken: list[Request] = field(default_factory=list)

    def luister(self, context: BrowserContext) -> None:
        context.add_init_script(AFGELUISTERD)
        context.on("console", self._console)
        context.on("weberror", lambda fout: self.console.append(str(fout.error)))
        context.on("request", self._verzoek)

    def begin(self) -> None:
        self.console.clear()
        self.elders.clear()
        self.verzoeken.clear()

    def _console(self, bericht: ConsoleMessage) -> None:
        if bericht.type in ("error", "warning"):
            self.console.append(bericht.text)

    def _verzoek(self, verzoek: Request) -> None:
        if verzoek.url.startswith(VAN_DE_BROWSER):
            return
        self.verzoeken.append(verzoek)
        if not verzoek.url.startswith((self.adres, "data:")):
            self.elders.append(verzoek.url)


def nieuw_venster(browser: Browser, adres: str, **opties: Any) -> BrowserContext:
    return browser.new_context(
        base_url=adres, viewport=BREED, locale="nl-NL", timezone_id="Europe/Amsterdam", **opties
    )


def log_in(pagina: Page, rol: Rol) -> None:
    pagina.goto("/account/inloggen/")
    pagina.get_by_label("E-mailadres").fill(f"{rol.value}@demo.example")
    pagina.get_by_label("Wachtwoord").fill(DEMO_WACHTWOORD)
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.wait_for_url(lambda url: "/account/inloggen/" not in url)


@dataclass
class Bureau:
    """A colleague at a browser."""

    pagina: Page
    oren: Oren

    def ga(self, pad: str) -> None:
        antwoord = self.pagina.goto(pad)
        assert antwoord is not None
        assert antwoord.status == 200, pad

    def vul(self, **velden: str) -> None:
        for naam, waarde in velden.items():
            veld = self.pagina.locator(f"main [name='{naam}']").first
            if veld.evaluate("e => e.tagName") == "SELECT":
                veld.select_option(waarde)
            elif veld.get_attribute("type") == "radio":
                self.pagina.locator(f"main [name='{naam}'][value='{waarde}']").check()
            else:
                veld.fill(waarde)

    def kruis_aan(self, naam: str, waarde: str | None = None) -> None:
        keuze = f"[value='{waarde}']" if waarde else ""
        self.pagina.locator(f"main [name='{naam}']{keuze}").check()

    def knop(self, tekst: str) -> None:
        """Press it, and be on the page it leads to."""
        knop = self.pagina.locator("main").get_by_role("button", name=tekst, exact=True)
        with self.pagina.expect_navigation():
            knop.first.click()

    def sla_op(self) -> None:
        """The one primary button of the form."""
        knop = self.pagina.locator("main form button[type=submit].utrecht-button--primary-action")
        with self.pagina.expect_navigation():
            knop.click()

    def link(self, tekst: str) -> None:
        with self.pagina.expect_navigation():
            self.pagina.locator("main").get_by_role("link", name=tekst, exact=True).first.click()

    def doe(self, link: str, **velden: str) -> None:
        """An act with a page of its own: go there, fill it in, save."""
        self.link(link)
        self.vul(**velden)
        self.sla_op()

    def ziet(self, *teksten: str) -> None:
        for tekst in teksten:
            expect(self.pagina.locator("main")).to_contain_text(tekst)

    def gelukt(self) -> None:
        """No error stands on the page; what was done is said."""
        assert self.pagina.locator(".foutoverzicht, [aria-invalid=true]").count() == 0

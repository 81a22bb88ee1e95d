"""What the look promises, measured in a real browser at the width of a desk and of a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from inburgering.enums import DossierStatus, Regime
from inburgering.models import Inburgeraar
from medewerkers.enums import Rol
from tests.browser.hulp import BREED, SMAL, log_in, nieuw_venster

LIJSTEN = [
    (Rol.TEAMLEIDER, "/inburgeraars/"),
    (Rol.TEAMLEIDER, "/overdrachten/"),
    (Rol.PARTNER, "/clienten/"),
    (Rol.BEHEERDER, "/beheer/accounts/"),
    (Rol.BEHEERDER, "/beheer/brieven/"),
]


@pytest.fixture
def als(chromium: Browser, site: str) -> Iterator[Any]:
    """A window for a role, signed in."""
    contexten = []

    def open_(rol: Rol) -> Page:
        context = nieuw_venster(chromium, site)
        contexten.append(context)
        pagina = context.new_page()
        log_in(pagina, rol)
        return pagina

    yield open_
    for context in contexten:
        context.close()


def een_nummer(**waarvan: str) -> str:
    nummers = Inburgeraar.objects.filter(**waarvan, gesloten=False).order_by("dossiernummer")
    return nummers.values_list("dossiernummer", flat=True)[0]


def test_a_field_not_filled_in_yet_looks_like_any_other(als, op_demo):
    """A browser calls an empty required field invalid; nobody has done anything wrong yet."""
    nummer = een_nummer(status=DossierStatus.ACTIEF)
    pagina = als(Rol.TEAMLEIDER)
    randen = "es => es.map(e => [getComputedStyle(e).borderColor, getComputedStyle(e).borderWidth])"

    for pad in (f"/inburgeraars/{nummer}/contact/notitie/", "/inburgeraars/nieuw/"):
        pagina.goto(pad)
        velden = pagina.locator("main :is(textarea, select, input[type=text])")
        assert pagina.locator("main :is(textarea, input):required").count() > 0
        assert len({tuple(rand) for rand in velden.evaluate_all(randen)}) == 1, pad


STEEKT_UIT = """() => [...document.querySelectorAll(".tabel-kader")].flatMap(kader => {
  const rand = kader.getBoundingClientRect().right;
  return [...kader.querySelectorAll("tbody :is(th, td, a, span)")]
    .filter(cel => cel.getBoundingClientRect().right > rand + 1)
    .map(cel => cel.textContent.trim());
})"""


def rollen(pagina: Page) -> dict[str, int]:
    """How many of each part of a table assistive technology hears about."""
    boom = pagina.context.new_cdp_session(pagina).send("Accessibility.getFullAXTree")
    namen = [knoop["role"]["value"] for knoop in boom["nodes"] if not knoop["ignored"]]
    delen = ("table", "row", "columnheader", "rowheader", "cell")
    return {deel: namen.count(deel) for deel in delen}


@pytest.mark.parametrize(("rol", "pad"), LIJSTEN, ids=lambda w: str(w))
def test_a_table_on_a_telephone_cuts_nothing_off_and_stays_a_table(als, rol, pad):
    pagina = als(rol)
    pagina.goto(pad)
    breed = rollen(pagina)
    assert min(breed.values()) > 0

    pagina.set_viewport_size(SMAL)

    assert pagina.evaluate(STEEKT_UIT) == []
    assert rollen(pagina) == breed


def hoogten(pagina: Page, wat: str) -> set[float]:
    return set(pagina.locator(wat).evaluate_all("es => es.map(e => e.offsetHeight)"))


def test_everything_in_a_bar_of_filters_is_of_one_height(als):
    pagina = als(Rol.TEAMLEIDER)
    pagina.goto("/inburgeraars/")

    assert len(hoogten(pagina, ".filters :is(input:not([type=hidden]), select, button)")) == 1


def test_the_chain_stays_in_line_and_is_short_on_a_telephone(als, op_demo):
    nummer = een_nummer(regime=Regime.WI2013)
    pagina = als(Rol.TEAMLEIDER)
    pagina.goto(f"/inburgeraars/{nummer}/")
    tops = "es => [...new Set(es.map(e => Math.round(e.getBoundingClientRect().top)))]"

    assert len(pagina.locator(".schakel-naam").evaluate_all(tops)) == 1
    assert len(pagina.locator(".schakel-stand").evaluate_all(tops)) == 1

    pagina.set_viewport_size(SMAL)
    assert len(pagina.locator(".schakel-teken").evaluate_all(tops)) == 1
    assert pagina.locator(".keten-stappen").evaluate("e => e.offsetHeight") < 60
    pagina.set_viewport_size(BREED)


KLIK_TWEEMAAL = """knop => {
  let verstuurd = 0;
  window.addEventListener("submit", (gebeurtenis) => {
    if (!gebeurtenis.defaultPrevented) verstuurd += 1;
    gebeurtenis.preventDefault();
  });
  const tellingen = [];
  for (const stap of ["klik", "klik", "terug", "klik"]) {
    if (stap === "klik") knop.click();
    else window.dispatchEvent(new Event("pageshow"));
    tellingen.push(verstuurd);
  }
  return tellingen;
}"""


def test_a_second_click_sends_nothing_until_one_comes_back(als, op_demo):
    """Who clicks twice is not told that the record was changed in the meantime."""
    nummer = een_nummer(status=DossierStatus.ACTIEF)
    pagina = als(Rol.TEAMLEIDER)
    pagina.goto(f"/inburgeraars/{nummer}/contact/notitie/")

    knop = pagina.locator("main form button[type=submit]").first

    assert knop.evaluate(KLIK_TWEEMAAL) == [1, 1, 1, 2]

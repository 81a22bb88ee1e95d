"""The thread in Chromium: OOV and a consulent take a household from COA's handover to a plan.

Three sittings with an interpreter, and a colleague who establishes the plan (four eyes).

The server's day is 14 September 2026. Every date that is asserted was counted by hand. The same
walk is made without JavaScript, and a part of it with the keyboard alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from intake.models import OnderdeelSoort
from medewerkers.enums import Rol
from tests.browser.hulp import Bureau, Oren, log_in, nieuw_venster
from werkplek.demo.bouwen import DEMO_WACHTWOORD
from wet.doelgroepen import GedetailleerdeDoelgroep

VANDAAG = "14-09-2026"
KOPPELING, GESPREK, BEZICHTIGD = "06-07-2026", VANDAAG, "28-08-2026"
VERHUISD, BRP, KENNISGEVING = "10-09-2026", "11-09-2026", "07-09-2026"
# Ten weeks after the registration of 11 September, which came after DUO's notice of the 7th.
PIP_LAATSTE_DAG = "20 november 2026"
DAGTEKENING = "14 september 2026"
# Three years after the dagtekening, and never moved.
INBURGERING_LAATSTE_DAG = "14 september 2029"
# Six weeks after it was made known.
BEZWAAR_LAATSTE_DAG = "26 oktober 2026"


@pytest.fixture(params=[True, False], ids=["met-javascript", "zonder-javascript"])
def vensters(request: Any, chromium: Browser, site: str) -> Iterator[dict[Rol, Bureau]]:
    """OOV and a consulent, each at a browser of their own."""
    bureaus = {}
    contexten = []
    for rol in (Rol.OOV, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BEHEERDER):
        context = nieuw_venster(chromium, site, java_script_enabled=request.param)
        oren = Oren(site)
        oren.luister(context)
        contexten.append(context)
        pagina = context.new_page()
        pagina.set_default_timeout(10_000)
        log_in(pagina, rol)
        bureaus[rol] = Bureau(pagina, oren)
    yield bureaus
    for context in contexten:
        context.close()


@pytest.fixture
def nummers(request: Any) -> dict[str, str]:
    """V-nummers of nobody, other ones for each walk."""
    begin = "97" if "met-javascript" in request.node.name else "98"
    return {naam: f"00000{begin}00{n}" for n, naam in enumerate(("Selam", "Filmon", "Luwam"), 1)}


# --- The chapters --------------------------------------------------------------------------------
def ontvangen(oov: Bureau, nummers: dict[str, str]) -> str:
    """A household of three on one page; gives the address of the handover."""
    oov.ga("/overdrachten/")
    oov.link("Nieuwe overdracht")
    oov.vul(azc="Ter Apel", koppeling_op=KOPPELING, kamers="2", vergunning_vanaf="01-06-2026")
    leden = [
        ("Selam", "12-04-1992", "v"),
        ("Filmon", "00-00-1989", "m"),
        ("Luwam", "01-09-2018", "v"),
    ]
    for nummer, (naam, geboren, geslacht) in enumerate(leden):
        if oov.pagina.locator(f"main [name='personen-{nummer}-achternaam']").count() == 0:
            oov.knop("Persoon toevoegen")
        oov.vul(
            **{
                f"personen-{nummer}-voornamen": naam,
                f"personen-{nummer}-achternaam": "Gebrezgabher",
                f"personen-{nummer}-geboortedatum": geboren,
                f"personen-{nummer}-geslacht": geslacht,
                f"personen-{nummer}-v_nummer": nummers[naam],
                f"personen-{nummer}-tolktaal": "Tigrinya",
            }
        )
    oov.knop("Overdracht vastleggen")
    oov.gelukt()
    oov.ziet("De overdracht is vastgelegd", "Ter Apel", "6 juli 2026")
    oov.knop("Verwerken")
    oov.gelukt()
    return oov.pagina.url


def gesprek_voeren(consulent: Bureau, overdracht: str) -> None:
    consulent.ga(overdracht)
    consulent.doe("Gesprek plannen", datum=GESPREK, tijd="11:00", plaats="AZC Ter Apel", met="COA")
    consulent.gelukt()
    consulent.ziet("14 september 2026 om 11:00", "AZC Ter Apel")
    consulent.doe("Verslag vastleggen", op=GESPREK, verslag="Kennisgemaakt met het gezin.")
    consulent.gelukt()
    consulent.ziet("Kennisgemaakt met het gezin.")


def huisvesten(oov: Bureau, consulent: Bureau, overdracht: str) -> None:
    oov.ga(overdracht)
    oov.link("Woning kiezen")
    oov.doe(
        "Woning die niet op de lijst staat",
        straat="Wilgenhof",
        huisnummer="12",
        postcode="9351ab",
        plaats="Leek",
        op="25-08-2026",
    )
    oov.gelukt()
    oov.ziet("Wilgenhof 12, 9351 AB Leek")
    consulent.ga(overdracht)
    consulent.doe("Bezichtiging vastleggen", op=BEZICHTIGD)
    consulent.gelukt()
    oov.ga(overdracht)
    oov.doe("Accepteren", op=BEZICHTIGD, huur_vanaf=VERHUISD)
    oov.doe("Verhuizing vastleggen", op=VERHUISD)
    oov.gelukt()
    oov.ziet("10 september 2026")
    consulent.ga(overdracht)
    consulent.doe("Inschrijving BRP vastleggen", brp_op=BRP)
    consulent.gelukt()
    consulent.ziet("11 september 2026")


def naar_dossier(consulent: Bureau, v_nummer: str) -> str:
    """Found by searching for the V-nummer; gives the address of the dossier."""
    consulent.ga(f"/inburgeraars/?q={v_nummer}")
    consulent.link("Gebrezgabher, Selam")
    return consulent.pagina.url


def toewijzen(consulent: Bureau, dossier: str) -> None:
    consulent.ga(f"{dossier}beheren/toewijzen/")
    keuze = consulent.pagina.locator("main [name=consulent] option", has_text="Marieke Bos")
    consulent.vul(consulent=str(keuze.first.get_attribute("value")))
    consulent.sla_op()
    consulent.gelukt()


def plicht_kennen(consulent: Bureau, dossier: str) -> None:
    consulent.ga(f"{dossier}persoon/plicht/")
    consulent.vul(
        gedetailleerde_doelgroep=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER.value,
        start_op=KENNISGEVING,
        kennisgeving_op=KENNISGEVING,
    )
    consulent.sla_op()
    consulent.gelukt()
    consulent.ga(dossier)
    consulent.ziet(PIP_LAATSTE_DAG)


def vier_ogen_aan(beheerder: Bureau) -> None:
    beheerder.ga("/beheer/gemeente/")
    beheerder.pagina.locator("main [name=vier_ogen_pip]").check()
    beheerder.sla_op()
    beheerder.gelukt()


def in_zittingen(consulent: Bureau, dossier: str) -> None:
    """Three talks of this day: planned with an interpreter, and recorded with what that cost."""
    for uur in ("21:00", "22:00", "23:00"):
        consulent.ga(f"{dossier}intake/")
        consulent.doe(
            "Gesprek plannen",
            datum=VANDAAG,
            tijd=uur,
            plaats="Gemeentehuis Leek",
            tolktaal="Tigrinya",
            tolk_soort="telefonisch",
            tolk_bureau="Tolkbureau Noord",
        )
        consulent.gelukt()
        afzeggen = consulent.pagina.locator("main a[href*='/gesprekken/'][href$='/afzeggen/']")
        consulent.ga(str(afzeggen.last.get_attribute("href")).replace("/afzeggen/", "/houden/"))
        consulent.vul(aanwezigen="tolk", tolk_minuten="45", tolk_bedrag="40,50")
        consulent.sla_op()
        consulent.gelukt()
    consulent.ziet("135 minuten", "€ 121,50")


def intake_doen(consulent: Bureau, dossier: str) -> None:
    consulent.ga(f"{dossier}intake/")
    consulent.knop("Brede intake starten")
    consulent.gelukt()
    in_zittingen(consulent, dossier)
    for soort in OnderdeelSoort.values:
        consulent.ga(f"{dossier}intake/{soort}/")
        consulent.vul(tekst="Besproken met een tolk erbij.")
        consulent.sla_op()
        consulent.gelukt()
    consulent.ga(f"{dossier}intake/toets/")
    consulent.vul(uitslag="haalbaar", uitslag_op="11-09-2026")
    consulent.sla_op()
    consulent.gelukt()
    consulent.ga(f"{dossier}intake/")
    consulent.doe(
        "Tolk en verslag wijzigen",
        tolktaal="Tigrinya",
        alleen_spreken_op=VANDAAG,
        verslag="Twee gesprekken gevoerd.",
    )
    consulent.gelukt()
    consulent.knop("Brede intake afronden")
    consulent.gelukt()
    consulent.ziet(f"Afgerond op {DAGTEKENING}")


def plan_maken(consulent: Bureau, dossier: str) -> None:
    consulent.ga(f"{dossier}pip/")
    consulent.knop("PIP opstellen")
    consulent.vul(
        leerroute="B",
        motivering="De leerbaarheidstoets liet zien dat de B1-route haalbaar is.",
        leerroute_uren="600",
        pvt_uren="12",
        map_uren="40",
        voortgangsgesprekken="6",
        begeleiding="Elke twee maanden een gesprek.",
        vve="niet_van_toepassing",
        participatiewet="niet_van_toepassing",
    )
    consulent.sla_op()
    consulent.gelukt()
    consulent.ziet("Alles wat de wet vraagt, staat in het plan.", "een collega stelt vast")
    brief = consulent.pagina.locator("main").get_by_role("link", name="Bekijk de brief (PDF)")
    antwoord = consulent.pagina.request.get(str(brief.first.get_attribute("href")))
    assert antwoord.ok
    assert antwoord.headers["content-type"] == "application/pdf"
    assert antwoord.body().startswith(b"%PDF")


def vaststellen(consulent: Bureau, collega: Bureau, dossier: str) -> None:
    consulent.knop("Voorleggen aan een collega")
    consulent.gelukt()
    consulent.ziet("U legde het plan zelf voor")
    collega.ga(f"{dossier}pip/")
    collega.link("Vaststellen")
    collega.ziet(f"dagtekening {DAGTEKENING}", f"De laatste dag is {INBURGERING_LAATSTE_DAG}")
    collega.knop("Ja, vaststellen")
    collega.gelukt()
    consulent.ga(dossier)
    expect(consulent.pagina.locator(".dossier-alarm")).to_contain_text("uitreiken of verzenden")
    consulent.ga(f"{dossier}pip/")
    consulent.ziet("Nog niet bekendgemaakt", DAGTEKENING, INBURGERING_LAATSTE_DAG)
    consulent.doe("Bekendmaken", wijze="uitgereikt", op=VANDAAG)
    consulent.gelukt()
    consulent.ziet("De bezwaartermijn van zes weken loopt.", f"{DAGTEKENING}, uitgereikt")
    consulent.ga(dossier)
    consulent.ziet(INBURGERING_LAATSTE_DAG, BEZWAAR_LAATSTE_DAG)
    expect(consulent.pagina.locator(".dossier-alarm")).to_have_count(0)


# --- The walk ------------------------------------------------------------------------------------
def test_van_overdracht_tot_pip(vensters, nummers):
    oov, consulent = vensters[Rol.OOV], vensters[Rol.CONSULENT]

    overdracht = ontvangen(oov, nummers)
    gesprek_voeren(consulent, overdracht)
    huisvesten(oov, consulent, overdracht)
    dossier = naar_dossier(consulent, nummers["Selam"])
    toewijzen(consulent, dossier)
    plicht_kennen(consulent, dossier)
    intake_doen(consulent, dossier)
    vier_ogen_aan(vensters[Rol.BEHEERDER])
    plan_maken(consulent, dossier)
    vaststellen(consulent, vensters[Rol.TEAMLEIDER], dossier)

    consulent.ga(f"{dossier}leerroute/")
    consulent.ziet("B1-route", "600")
    consulent.ga(f"{dossier}documenten/")
    consulent.ziet("PIP versie 1")
    for bureau in vensters.values():
        assert bureau.oren.elders == []


# --- Without a mouse -----------------------------------------------------------------------------
WAAR = """() => {
  const e = document.activeElement;
  const stijl = getComputedStyle(e);
  return {
    wat: e.tagName,
    naam: (e.labels && e.labels[0] ? e.labels[0] : e).innerText.trim(),
    zichtbaar: stijl.outlineStyle !== "none" || stijl.boxShadow !== "none",
  };
}"""


def tab_naar(pagina: Page, wat: str, naam: str, *, hoogstens: int = 60) -> None:
    """Press Tab until this kind of element with this name has the focus, and shows it."""
    langs = []
    for _ in range(hoogstens):
        pagina.keyboard.press("Tab")
        hier = pagina.evaluate(WAAR)
        langs.append(hier["naam"])
        if hier["wat"] == wat and hier["naam"].startswith(naam):
            assert hier["zichtbaar"], f"wie met toetsen werkt, ziet {naam!r} niet oplichten"
            return
    raise AssertionError(f"met Tab is {naam!r} niet te bereiken, wel: {langs}")


def enter(pagina: Page) -> None:
    with pagina.expect_navigation():
        pagina.keyboard.press("Enter")


def test_signing_in_and_an_act_with_the_keyboard_alone(chromium, site):
    context = nieuw_venster(chromium, site)
    pagina = context.new_page()
    pagina.goto("/account/inloggen/")

    tab_naar(pagina, "INPUT", "E-mailadres")
    pagina.keyboard.type(f"{Rol.CONSULENT.value}@demo.example")
    tab_naar(pagina, "INPUT", "Wachtwoord")
    pagina.keyboard.type(DEMO_WACHTWOORD)
    enter(pagina)
    tab_naar(pagina, "A", "Inburgeraars")
    enter(pagina)
    eerste = pagina.locator("main table a").first.inner_text()
    tab_naar(pagina, "A", eerste)
    enter(pagina)
    tab_naar(pagina, "A", "Contact")
    enter(pagina)
    tab_naar(pagina, "A", "Notitie")
    enter(pagina)
    tab_naar(pagina, "TEXTAREA", "Notitie")
    pagina.keyboard.type("Belt liever in de middag.")
    tab_naar(pagina, "BUTTON", "Opslaan")
    enter(pagina)

    expect(pagina.locator("main")).to_contain_text("Belt liever in de middag.")
    context.close()

"""From the plan to DUO's word in Chromium: one story for each route.

The years before are lived by the real services; what a colleague does on the last day is done here,
with the mouse. The server's day is 14 September 2026; every number was counted by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Browser

from inburgering.datums import AMSTERDAM
from inburgering.enums import Onderdeel
from leerroutes.enums import (
    AanbiederSoort,
    BijeenkomstSoort,
    ExamenUitslag,
    KeurmerkSoort,
    Lessoort,
    TaalschakelDeel,
)
from leerroutes.services.pvt import BijeenkomstGegevens, bijeenkomst_maken, uitnodigen
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from tests.browser.hulp import Bureau, Oren, log_in, nieuw_venster
from tests.demo import Demo, in_database
from tests.factories import (
    AanbiederFactory,
    KeurmerkFactory,
    een_dossier,
    een_intake,
    persoongegevens,
)
from tests.verhalen.hoofdstukken import DAGTEKENING, KENNISGEVING, PLAN, om
from tests.verhalen.leerweg import O_PLAN, WEEK, Z_PLAN, Leerweg
from wet.leerroutes import Urensoort

VANDAAG, IN_WOORDEN = "14-09-2026", "14 september 2026"
TEKENDAG = date(2026, 9, 11)


@dataclass(frozen=True)
class Iemand:
    """Where to find somebody; `bijeenkomst` and `deelname` are of the signing that awaits."""

    nummer: str
    bijeenkomst: int = 0
    deelname: int = 0

    def pad(self, deel: str) -> str:
        return f"/inburgeraars/{self.nummer}/{deel}/"


# --- What came before ----------------------------------------------------------------------------
def _met_plan(consulent: Medewerker, achternaam: str, **anders: Any) -> Leerweg:
    dossier = een_dossier(
        consulent=consulent,
        wordt_gehuisvest=False,
        kennisgeving_op=KENNISGEVING,
        nu=om(date(2024, 3, 13)),
        gegevens=persoongegevens(achternaam=achternaam, bsn=""),
    )
    een_intake(dossier, door=consulent, nu=om(date(2024, 4, 8)), afgerond=True)
    leerweg = Leerweg(dossier, consulent)
    leerweg.stel_vast(leerweg.stel_op(date(2024, 4, 10), PLAN | anders), DAGTEKENING)
    return leerweg


def _b1(consulent: Medewerker) -> Iemand:
    """Six hundred hours of Dutch, all done but the exam of writing, which was failed."""
    leerweg = _met_plan(consulent, "Woldu")
    lessen = leerweg.krijg_les(date(2024, 5, 13))
    leerweg.volg(Urensoort.NEDERLANDS, 600, vanaf=date(2024, 5, 27), deelname=lessen)
    leerweg.volg_pvt(date(2024, 9, 2))
    leerweg.volg_map(date(2025, 1, 7), gesprek_op=date(2025, 3, 10))
    for onderdeel in (Onderdeel.KNM, Onderdeel.LEZEN, Onderdeel.LUISTEREN, Onderdeel.SPREKEN):
        leerweg.doe_examen(onderdeel, date(2025, 5, 12))
    leerweg.doe_examen(Onderdeel.SCHRIJVEN, date(2025, 5, 19), uitslag=ExamenUitslag.GEZAKT)
    assert leerweg.nog() == ["examen_schrijven"]
    return Iemand(leerweg.dossier.dossiernummer)


def _z(consulent: Medewerker) -> Iemand:
    """10 of the PVT, 40 of the MAP and 740 hours: ten to go, two of them at the signing."""
    leerweg = _met_plan(consulent, "Haile", **Z_PLAN)
    lessen = leerweg.krijg_les(date(2024, 5, 13))
    leerweg.volg(Urensoort.NEDERLANDS, 800, vanaf=date(2024, 5, 27), deelname=lessen)
    leerweg.kom_naar_pvt(BijeenkomstSoort.INLEIDING, date(2024, 9, 2), uren=6)
    leerweg.kom_naar_pvt(BijeenkomstSoort.ACTIVITEIT, date(2024, 9, 9), uren=4)
    leerweg.volg_map(date(2025, 1, 7), gesprek_op=date(2025, 3, 10))
    leerweg.volg(Urensoort.PARTICIPATIE, 740, vanaf=date(2024, 6, 5))
    wie = leerweg.op(TEKENDAG - WEEK)
    bijeenkomst = bijeenkomst_maken(
        gegevens=BijeenkomstGegevens(
            soort=BijeenkomstSoort.ONDERTEKENING,
            begint_at=datetime(TEKENDAG.year, TEKENDAG.month, TEKENDAG.day, 9, tzinfo=AMSTERDAM),
            uren=Decimal(2),
            plaats="De Schans, Leek",
            onderwerp="Ondertekenen in Leek",
            begeleider="Anja Veen",
            plaatsen=12,
        ),
        **wie,
    )
    (deelname,) = uitnodigen(bijeenkomst_id=bijeenkomst.pk, dossier_ids=[leerweg.dossier.pk], **wie)
    return Iemand(leerweg.dossier.dossiernummer, bijeenkomst.pk, deelname.pk)


def _o(consulent: Medewerker) -> Iemand:
    """In the lessons of the taalschakeltraject, and done with the PVT."""
    leerweg = _met_plan(consulent, "Mebrahtu", **O_PLAN)
    roc = AanbiederFactory(naam="ROC van het verhaal", soorten=[AanbiederSoort.TAALSCHAKEL])
    KeurmerkFactory(aanbieder=roc, soort=KeurmerkSoort.DIPLOMA_ERKENNING)
    leerweg.school = roc
    leerweg.krijg_les(date(2024, 8, 26), Lessoort.TAALSCHAKEL)
    leerweg.volg_pvt(date(2024, 11, 4))
    assert leerweg.nog() == ["taalschakeltraject"]
    return Iemand(leerweg.dossier.dossiernummer)


@pytest.fixture(scope="module", autouse=True)
def mensen(eigen_demo: Demo, django_db_blocker: Any) -> dict[str, Iemand]:
    """In the database of the server; made before there is a browser in this thread."""
    with django_db_blocker.unblock(), in_database(eigen_demo):
        consulent = Medewerker.objects.get(email=f"{Rol.CONSULENT.value}@demo.example")
        return {"B": _b1(consulent), "Z": _z(consulent), "O": _o(consulent)}


@pytest.fixture
def consulent(chromium: Browser, site: str) -> Iterator[Bureau]:
    context = nieuw_venster(chromium, site)
    oren = Oren(site)
    oren.luister(context)
    pagina = context.new_page()
    pagina.set_default_timeout(10_000)
    log_in(pagina, Rol.CONSULENT)
    yield Bureau(pagina, oren)
    assert (oren.elders, oren.console) == ([], [])
    context.close()


# --- What all three end with ---------------------------------------------------------------------
def _afronden(consulent: Bureau, wie: Iemand) -> None:
    """Schakel 4 closes, DUO is told, and DUO decides."""
    consulent.ga(wie.pad("leerroute/afronden"))
    consulent.knop("Schakel 4 afronden")
    consulent.gelukt()
    consulent.ziet(f"Afgerond op {IN_WOORDEN}", "Nog niet gemeld")
    consulent.doe("Vastleggen dat dit is gemeld", op=VANDAAG)
    consulent.gelukt()
    consulent.ziet(f"Gemeld op {IN_WOORDEN}")
    consulent.doe("Besluit van DUO vastleggen", besloten_op=VANDAAG)
    consulent.gelukt()
    consulent.ga(wie.pad("leerroute/afronden"))
    consulent.ziet(f"DUO besloot op {IN_WOORDEN} dat aan de plicht is voldaan.")


# --- The stories ---------------------------------------------------------------------------------
def test_b1_een_onderdeel_afgeschaald(consulent: Bureau, mensen: dict[str, Iemand]) -> None:
    wie = mensen["B"]
    consulent.ga(wie.pad("pip"))
    consulent.link("Afschalen naar A2")
    consulent.ziet("600", "Als een onderdeel op A2 komt", "22 april 2027")
    consulent.kruis_aan("onderdelen", "SC")
    consulent.vul(
        inspanning="ja", b1_haalbaar="nee", motivering="Schrijven op B1 lukt niet op tijd."
    )
    consulent.knop("Nieuwe versie beginnen")
    consulent.gelukt()
    consulent.vul(begeleiding="Elke maand een gesprek.")
    consulent.sla_op()
    consulent.gelukt()
    consulent.ziet("Alles wat de wet vraagt, staat in het plan.")
    consulent.link("Vaststellen")
    consulent.ziet("De inschrijving in de BRP van deze gemeente is nog niet bekend.")
    consulent.vul(duo_reden="De BRP loopt achter; DUO weet ervan.")
    consulent.knop("Ja, vaststellen")
    consulent.gelukt()
    consulent.doe("Bekendmaken", wijze="uitgereikt", op=VANDAAG)
    consulent.gelukt()
    consulent.ziet(f"{IN_WOORDEN}, uitgereikt", "22 april 2027")

    consulent.ga(wie.pad("leerroute/examens/aanmelden/SC"))
    consulent.vul(examen_op=VANDAAG, uitslag="geslaagd", uitslag_op=VANDAAG)
    consulent.sla_op()
    consulent.gelukt()
    consulent.ziet(f"{IN_WOORDEN}, niveau A2")

    _afronden(consulent, wie)


def test_z_route_met_certificaat(consulent: Bureau, mensen: dict[str, Iemand]) -> None:
    wie = mensen["Z"]
    consulent.ga(f"/pvt/{wie.bijeenkomst}/")
    consulent.link("Lijst invullen")
    consulent.vul(**{f"status_{wie.deelname}": "aanwezig"})
    consulent.kruis_aan(f"ondertekend_{wie.deelname}")
    consulent.knop("Lijst opslaan")
    consulent.gelukt()
    consulent.ga(wie.pad("leerroute/eindgesprek"))
    consulent.ziet("Nog 8 van 800 uur participatie")
    consulent.ga(wie.pad("leerroute/uren/nieuw"))
    consulent.vul(op="12-09-2026", soort="participatie", uren="8")
    consulent.sla_op()
    consulent.gelukt()

    consulent.ga(wie.pad("leerroute/eindgesprek"))
    consulent.doe("Eindgesprek vastleggen", op=VANDAAG, verslag="Samen teruggekeken.")
    consulent.gelukt()
    consulent.ziet(IN_WOORDEN, "Samen teruggekeken.")

    _afronden(consulent, wie)
    consulent.doe("Certificaat uitreiken", op=VANDAAG)
    consulent.gelukt()
    consulent.ziet(f"Uitgereikt op {IN_WOORDEN}")


def test_onderwijsroute_met_diploma(consulent: Bureau, mensen: dict[str, Iemand]) -> None:
    wie = mensen["O"]
    consulent.ga(wie.pad("leerroute/examens/taalschakel"))
    consulent.ziet("De lessen lopen al: ROC van het verhaal")
    consulent.doe("Taalschakeltraject starten", niveau="B1")
    consulent.gelukt()
    consulent.ziet("Gestart op", "2 september 2024")
    behaald = f"{date(2026, 7, 3):%d-%m-%Y}"
    consulent.doe("Onderdelen bijwerken", **dict.fromkeys(TaalschakelDeel.values, behaald))
    consulent.gelukt()
    consulent.doe("Diploma vastleggen", op=VANDAAG)
    consulent.gelukt()
    consulent.ziet(IN_WOORDEN)

    _afronden(consulent, wie)

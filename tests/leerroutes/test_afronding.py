"""The end of the chain: schakel 4 closes on evidence only, and DUO's word decides."""

from __future__ import annotations

import ast
from datetime import date, datetime, timedelta
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from inburgering.datums import AMSTERDAM
from inburgering.enums import SchakelNummer, SchakelStatus, TaakStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar, Schakel, Taak
from inburgering.services.dossiers import voltooien
from inburgering.services.schakels import heropenen, schakel_openen
from leerroutes.models import Afronding
from leerroutes.queries.gesloten import Gesloten, hoe_gesloten
from leerroutes.queries.voortgang import voortgang_van
from leerroutes.services.afronding import (
    alle_begeleiding_beeindigen,
    certificaat_uitreiken,
    gemeld_vastleggen,
    inburgeren_afronden,
    verschil_toelichten,
)
from leerroutes.services.traject import traject_starten
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from tests.factories import NU, VANDAAG, MedewerkerFactory, een_dossier
from tests.leerroutes.bewijs import geef
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute

pytestmark = pytest.mark.django_db

LATER = datetime(2026, 5, 4, 9, 30, tzinfo=AMSTERDAM)

# What closes the chain, by route and group; counted from the law, not by the system.
EISEN = {
    (Leerroute.B, Doelgroep.ASIEL): {"LE", "LU", "SC", "SP", "KNM", "pvt", "map"},
    (Leerroute.O, Doelgroep.ASIEL): {"taalschakel", "pvt"},
    (Leerroute.Z, Doelgroep.ASIEL): {"cursus", "participatie", "pvt", "map", "eindgesprek"},
    (Leerroute.Z, Doelgroep.OVERIG): {"cursus", "pvt", "map", "eindgesprek"},
}


def _gevallen() -> list[Any]:
    """Per route everything, everything but one, and nothing."""
    gevallen = []
    for (route, groep), nodig in EISEN.items():
        op_een_na = combinations(sorted(nodig), len(nodig) - 1)
        for wat in chain([tuple(sorted(nodig)), ()], op_een_na):
            mist = "-".join(sorted(nodig - set(wat))) or "niets"
            naam = f"{route.value}-{groep.value}-mist-{mist}"
            gevallen.append(pytest.param(route, groep, wat, set(wat) == nodig, id=naam))
    return gevallen


def _begin(route: Leerroute, groep: Doelgroep, door: Medewerker) -> Inburgeraar:
    dossier = een_dossier(
        consulent=door, doelgroep=groep, wordt_gehuisvest=False, kennisgeving_op=VANDAAG
    )
    wie: dict[str, Any] = {"dossier_id": dossier.pk, "door": door, "nu": NU}
    schakel_openen(nummer=SchakelNummer.INBURGEREN, **wie)
    traject_starten(
        leerroute=route,
        niveau="",
        leerroute_uren=None,
        pvt_uren=12,
        map_uren=40,
        voortgangsgesprekken=6,
        **wie,
    )
    return dossier


def _klaar(route: Leerroute, door: Medewerker, groep: Doelgroep = Doelgroep.ASIEL) -> Inburgeraar:
    """Everything done, and schakel 4 closed."""
    dossier = _begin(route, groep, door)
    for soort in sorted(EISEN[route, groep]):
        geef(soort, dossier, door)
    inburgeren_afronden(dossier_id=dossier.pk, door=door, nu=NU)
    return dossier


def _schakel(dossier: Inburgeraar, nummer: int) -> str:
    return str(Schakel.objects.get(inburgeraar=dossier, nummer=nummer).status)


def _taken(dossier: Inburgeraar) -> set[str]:
    rijen = Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN)
    return set(rijen.values_list("soort", flat=True))


# --- Schakel 4 -----------------------------------------------------------------------------------
@pytest.mark.parametrize(("route", "groep", "wat", "sluit"), _gevallen())
def test_schakel_4_closes_when_every_requirement_holds_and_never_before(
    gemeente: Any, consulent: Medewerker, route: Any, groep: Any, wat: Any, sluit: bool
) -> None:
    dossier = _begin(route, groep, consulent)
    for soort in wat:
        geef(soort, dossier, consulent)

    if sluit:
        inburgeren_afronden(dossier_id=dossier.pk, door=consulent, nu=NU)
    else:
        with pytest.raises(Geweigerd, match="Nog niet alles is gedaan"):
            inburgeren_afronden(dossier_id=dossier.pk, door=consulent, nu=NU)

    verwacht = SchakelStatus.AFGEROND if sluit else SchakelStatus.OPEN
    assert _schakel(dossier, SchakelNummer.INBURGEREN) == verwacht
    na = SchakelStatus.OPEN if sluit else SchakelStatus.WACHT
    assert _schakel(dossier, SchakelNummer.AFRONDEN) == na


def test_no_other_code_of_ours_closes_schakel_4() -> None:
    """Who calls `schakel_afronden` with link 4, in the whole house but for its tests."""
    sluiters = set()
    for pad in settings.BASE_DIR.rglob("*.py"):
        delen = pad.relative_to(settings.BASE_DIR).parts
        if delen[0] in ("tests", ".venv", "frontend", ".local"):
            continue
        if _sluit_4(pad):
            sluiters.add("/".join(delen))

    assert sluiters == {"leerroutes/services/afronding.py"}


def _sluit_4(pad: Path) -> bool:
    aanroepen = (k for k in ast.walk(ast.parse(pad.read_text())) if isinstance(k, ast.Call))
    return any(
        ast.unparse(aanroep.func).endswith("schakel_afronden")
        and "INBURGEREN" in ast.unparse(aanroep)
        for aanroep in aanroepen
    )


def test_participation_of_800_holds_pvt_and_map(gemeente: Any, consulent: Medewerker) -> None:
    dossier = _begin(Leerroute.Z, Doelgroep.ASIEL, consulent)
    for soort in ("pvt", "map"):
        geef(soort, dossier, consulent)

    antwoord = voortgang_van(dossier)

    assert antwoord is not None
    assert antwoord.bekend is not None
    assert antwoord.bekend.eisen[1].uren_te_gaan == 748


def test_a_dispensation_of_duo_counts_per_part(gemeente: Any, consulent: Medewerker) -> None:
    from inburgering.enums import OntheffingGrond, OntheffingSoort
    from inburgering.services.vrijstellingen import ontheffing_vastleggen

    dossier = _begin(Leerroute.B, Doelgroep.ASIEL, consulent)
    for soort in ("LE", "LU", "KNM", "pvt", "map"):
        geef(soort, dossier, consulent)
    ontheffing_vastleggen(
        dossier_id=dossier.pk,
        soort=OntheffingSoort.GEDEELTELIJK,
        grond=OntheffingGrond.MED,
        onderdelen=["SC", "SP"],
        besloten_op=VANDAAG,
        door=consulent,
        nu=NU,
    )

    inburgeren_afronden(dossier_id=dossier.pk, door=consulent, nu=NU)

    assert _schakel(dossier, SchakelNummer.INBURGEREN) == SchakelStatus.AFGEROND


def test_when_all_is_done_a_task_asks_to_close_it(gemeente: Any, consulent: Medewerker) -> None:
    dossier = _begin(Leerroute.O, Doelgroep.ASIEL, consulent)
    for soort in ("taalschakel", "pvt"):
        geef(soort, dossier, consulent)
    schakel_openen(dossier_id=dossier.pk, nummer=SchakelNummer.PLICHT, door=consulent, nu=NU)

    vooraf = "schakel_4_afronden" in _taken(dossier)
    inburgeren_afronden(dossier_id=dossier.pk, door=consulent, nu=NU)

    assert (vooraf, "schakel_4_afronden" in _taken(dossier)) == (True, False)
    assert "melden_aan_duo" in _taken(dossier)


# --- Schakel 5 -----------------------------------------------------------------------------------
def test_told_to_duo_ends_the_task(gemeente: Any, consulent: Medewerker) -> None:
    dossier = _klaar(Leerroute.B, consulent)

    gemeld_vastleggen(dossier_id=dossier.pk, versie=1, op=VANDAAG, door=consulent, nu=NU)

    afronding = Afronding.objects.get(inburgeraar=dossier)
    assert (afronding.gemeld_op, afronding.gemeld_door) == (VANDAAG, consulent)
    assert "melden_aan_duo" not in _taken(dossier)


@pytest.mark.parametrize("weer_dicht", [NU, LATER], ids=["same-day", "later"])
def test_reopened_by_duo_it_must_be_told_again(
    gemeente: Any, consulent: Medewerker, weer_dicht: datetime
) -> None:
    dossier = _klaar(Leerroute.B, consulent)
    gemeld_vastleggen(dossier_id=dossier.pk, versie=1, op=VANDAAG, door=consulent, nu=NU)

    heropenen(
        dossier_id=dossier.pk,
        nummer=SchakelNummer.INBURGEREN,
        door=consulent,
        nu=NU,
        reden="DUO: termijn verlengd",
    )
    inburgeren_afronden(dossier_id=dossier.pk, door=consulent, nu=weer_dicht)

    assert "melden_aan_duo" in _taken(dossier)
    assert hoe_gesloten(dossier.pk) == Gesloten(afgerond=True)


@pytest.mark.parametrize(
    ("op", "reden"),
    [
        (VANDAAG + timedelta(days=1), "ligt in de toekomst"),
        (VANDAAG - timedelta(days=1), "voor het afronden"),
    ],
)
def test_a_day_of_telling_that_cannot_be_is_refused(
    gemeente: Any, consulent: Medewerker, op: Any, reden: str
) -> None:
    dossier = _klaar(Leerroute.B, consulent)

    with pytest.raises(Geweigerd, match=reden):
        gemeld_vastleggen(dossier_id=dossier.pk, versie=1, op=op, door=consulent, nu=NU)


def test_duo_decides_also_when_our_list_is_not_complete(
    gemeente: Any, consulent: Medewerker
) -> None:
    dossier = _begin(Leerroute.B, Doelgroep.ASIEL, consulent)

    voltooien(dossier_id=dossier.pk, besloten_op=VANDAAG, door=consulent, nu=NU)

    assert _taken(dossier) == {"verschil_met_duo"}
    verschil_toelichten(
        dossier_id=dossier.pk, versie=None, toelichting="Diploma.", door=consulent, nu=NU
    )
    assert _taken(dossier) == {"begeleiding_loopt_door"}
    assert _schakel(dossier, SchakelNummer.INBURGEREN) == SchakelStatus.OPEN


def test_the_certificate_of_the_z_route_is_handed_over_after_the_decision(
    gemeente: Any, consulent: Medewerker
) -> None:
    dossier = _klaar(Leerroute.Z, consulent)
    with pytest.raises(Geweigerd, match="na het besluit van DUO"):
        certificaat_uitreiken(dossier_id=dossier.pk, versie=1, op=VANDAAG, door=consulent, nu=NU)
    voltooien(dossier_id=dossier.pk, besloten_op=VANDAAG, door=consulent, nu=NU)
    assert _taken(dossier) == {"certificaat_uitreiken", "begeleiding_loopt_door"}

    certificaat_uitreiken(dossier_id=dossier.pk, versie=1, op=VANDAAG, door=consulent, nu=NU)

    assert _taken(dossier) == {"begeleiding_loopt_door"}


def test_the_b1_route_has_no_certificate_of_ours(gemeente: Any, consulent: Medewerker) -> None:
    dossier = _klaar(Leerroute.B, consulent)
    voltooien(dossier_id=dossier.pk, besloten_op=VANDAAG, door=consulent, nu=NU)

    assert _taken(dossier) == {"begeleiding_loopt_door"}
    with pytest.raises(Geweigerd, match="Alleen bij de Z-route"):
        certificaat_uitreiken(dossier_id=dossier.pk, versie=1, op=VANDAAG, door=consulent, nu=NU)


def test_guidance_goes_on_until_it_has_an_end_of_its_own(
    gemeente: Any, consulent: Medewerker
) -> None:
    dossier = _klaar(Leerroute.B, consulent)
    einde: dict[str, Any] = {
        "dossier_id": dossier.pk,
        "eind_op": VANDAAG,
        "onafhankelijk_op": VANDAAG - timedelta(days=30),
        "reden": "Heeft werk.",
        "door": consulent,
        "nu": NU,
    }
    with pytest.raises(Geweigerd, match="zolang de inburgering loopt"):
        alle_begeleiding_beeindigen(**einde, versie=1)
    voltooien(dossier_id=dossier.pk, besloten_op=VANDAAG, door=consulent, nu=NU)

    loopt_door = Taak.objects.get(inburgeraar=dossier, status=TaakStatus.OPEN)

    afronding = alle_begeleiding_beeindigen(**einde, versie=1)

    assert (loopt_door.soort, loopt_door.uiterlijk_op) == (
        "begeleiding_loopt_door",
        date(2026, 9, 2),
    )
    assert _taken(dossier) == set()
    assert (afronding.begeleiding_eind_op, afronding.begeleiding_reden) == (VANDAAG, "Heeft werk.")


# --- The page ------------------------------------------------------------------------------------
def test_the_page_closes_schakel_4(klant: Client, gemeente: Any, consulent: Medewerker) -> None:
    dossier = _begin(Leerroute.O, Doelgroep.ASIEL, consulent)
    for soort in ("taalschakel", "pvt"):
        geef(soort, dossier, consulent)
    adres = reverse("leerroute-schakel-afronden", args=[dossier.dossiernummer])

    klant.post(adres)

    pagina = klant.get(reverse("leerroute-afronden", args=[dossier.dossiernummer])).text
    assert "Afgerond op 2 maart 2026 door Marieke Bos" in pagina


def test_the_end_of_all_guidance_has_a_page_and_points_to_the_other_one(
    klant: Client, gemeente: Any, consulent: Medewerker
) -> None:
    dossier = _klaar(Leerroute.O, consulent)
    voltooien(dossier_id=dossier.pk, besloten_op=VANDAAG, door=consulent, nu=NU)
    einde = reverse("leerroute-begeleiding-einde", args=[dossier.dossiernummer])

    klant.post(einde, {"eind_op": "02-03-2026", "reden": "Heeft werk.", "versie": "1"})

    pagina = klant.get(reverse("leerroute-afronden", args=[dossier.dossiernummer])).text
    elders = reverse("begeleiding", args=[dossier.dossiernummer])
    assert Afronding.objects.get().begeleiding_eind_op == VANDAAG
    assert pagina.count("Einde van alle begeleiding") == 2
    assert f'bij <a class="utrecht-link" href="{elders}">Begeleiding</a>' in pagina


def test_the_page_says_why_it_cannot_close(
    klant: Client, gemeente: Any, consulent: Medewerker
) -> None:
    dossier = _begin(Leerroute.O, Doelgroep.ASIEL, consulent)
    geef("taalschakel", dossier, consulent)

    antwoord = klant.post(
        reverse("leerroute-schakel-afronden", args=[dossier.dossiernummer]), follow=True
    )

    assert "Nog niet alles is gedaan. Nog 12 van 12 uur PVT." in antwoord.text
    assert _schakel(dossier, SchakelNummer.INBURGEREN) == SchakelStatus.OPEN


def test_who_may_not_see_the_route_may_not_close_it(
    client_als: Any, gemeente: Any, consulent: Medewerker
) -> None:
    dossier = _begin(Leerroute.O, Doelgroep.ASIEL, consulent)
    klant = client_als(MedewerkerFactory(rol=Rol.OOV))

    antwoord = klant.post(reverse("leerroute-schakel-afronden", args=[dossier.dossiernummer]))

    assert antwoord.status_code == 403

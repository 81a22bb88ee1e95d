"""Households of the tests, brought to a stage by the real services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from inburgering.datums import AMSTERDAM, OnzekereDatum
from inburgering.enums import ContactSoort, Gezinsrol
from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from overdracht.enums import Fase
from overdracht.models import Overdracht
from overdracht.services.gesprek import gesprek_houden, gesprek_plannen, gesprek_vervangen
from overdracht.services.huisvesting import (
    inschrijven,
    verhuizen,
    woning_accepteren,
    woning_bezichtigen,
    woning_toewijzen,
)
from overdracht.services.ontvangen import (
    LidGegevens,
    OverdrachtGegevens,
    overdracht_ontvangen,
)
from overdracht.services.overdrachten import verwerken
from overdracht.services.woningen import WoningGegevens
from tests.factories import NU, VANDAAG, persoongegevens

KOPPELING = VANDAAG - timedelta(days=40)
TOEWIJZING = VANDAAG - timedelta(days=20)
VERHUIZING = VANDAAG - timedelta(days=5)
INSCHRIJVING = VANDAAG - timedelta(days=3)
WONING = WoningGegevens(
    straat="Dorpsstraat", huisnummer="12", postcode="9351 AB", plaats="Leek", corporatie="Wonen"
)


@dataclass(frozen=True)
class Team:
    oov: Medewerker
    consulent: Medewerker


def overdrachtgegevens(**velden: Any) -> OverdrachtGegevens:
    return OverdrachtGegevens(**({"azc": "AZC Ter Apel", "koppeling_op": KOPPELING} | velden))


def lid(rol: Gezinsrol = Gezinsrol.REFERENT, *, dossier: bool = True, **velden: Any) -> LidGegevens:
    return LidGegevens(persoon=persoongegevens(**velden), rol=rol, dossier=dossier)


def kind(**velden: Any) -> LidGegevens:
    gewoon = {"geboortedatum": OnzekereDatum(2019, 5, 1), "bsn": "", "v_nummer": ""}
    return lid(Gezinsrol.KIND, **(gewoon | velden))


def ontvangen(team: Team, *leden: LidGegevens, nu: datetime = NU, **velden: Any) -> Overdracht:
    """Three people unless you give them: two adults with a dossier and a child."""
    return overdracht_ontvangen(
        gegevens=overdrachtgegevens(**velden),
        personen=leden or (lid(), lid(Gezinsrol.PARTNER), kind()),
        door=team.oov,
        nu=nu,
    )


def breng_tot(team: Team, overdracht: Overdracht, fase: Fase) -> Overdracht:
    """Walk on until this stage is reached; the talk is held before the home is assigned."""
    wie_oov = {"overdracht_id": overdracht.pk, "door": team.oov, "nu": NU}
    wie_consulent = wie_oov | {"door": team.consulent}
    stappen = {
        Fase.VERWERKT: lambda: verwerken(**wie_oov),
        Fase.GESPREK: lambda: praat(team, overdracht),
        Fase.WONING: lambda: woning_toewijzen(woning=WONING, op=TOEWIJZING, **wie_oov),
        Fase.VERHUIZING: lambda: (
            woning_bezichtigen(op=TOEWIJZING, **wie_consulent),
            woning_accepteren(op=TOEWIJZING, huur_vanaf=VERHUIZING, **wie_consulent),
            verhuizen(op=VERHUIZING, **wie_oov),
        ),
        Fase.INGESCHREVEN: lambda: inschrijven(brp_op=INSCHRIJVING, **wie_consulent),
    }
    volgorde = list(Fase)
    for stap in volgorde[1 : volgorde.index(fase) + 1]:
        stappen[stap]()
    overdracht.refresh_from_db()
    return overdracht


def praat(team: Team, overdracht: Overdracht) -> None:
    plan_gesprek(team, overdracht)
    gesprek_houden(
        overdracht_id=overdracht.pk,
        op=VANDAAG - timedelta(days=25),
        verslag="Kennisgemaakt.",
        door=team.consulent,
        nu=NU,
    )


def plan_gesprek(team: Team, overdracht: Overdracht) -> None:
    gesprek_plannen(
        overdracht_id=overdracht.pk,
        begint_at=datetime(2026, 2, 5, 10, 30, tzinfo=AMSTERDAM),
        plaats="AZC Ter Apel",
        door=team.consulent,
        nu=NU,
    )


def bel_in_plaats_van_gesprek(team: Team, overdracht: Overdracht, op: date = VANDAAG) -> None:
    gesprek_vervangen(
        overdracht_id=overdracht.pk,
        wijze=ContactSoort.TELEFOON,
        op=op,
        reden="Het gezin is ziek",
        door=team.consulent,
        nu=NU,
    )


def dossiers_van(overdracht: Overdracht) -> list[Inburgeraar]:
    return list(
        Inburgeraar.objects.filter(persoon__lidmaatschappen__gezin=overdracht.gezin_id).order_by(
            "pk"
        )
    )

"""What a plan holds to begin with, and what of it a traject follows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings

from leerroutes.services.traject import Afspraken
from pip_plans.models import Pip, inhoud_van
from pip_plans.policies.plan import PapierenPip
from wet.leerroutes import Examenonderdeel, Leerroute, Niveau, map_nodig, standaardniveau
from wet.normen import norm
from wet.pip import Opname

WEKEN_IN_TERMIJN = 156
MINDER_LESSEN = ("beperking", "cursusnorm", "overgeslagen", "beperking_tekst")
"""What goes with fewer lessons for an impairment: in the Z-route only (B26 3.14.8)."""


def minima(op: date) -> dict[str, Any]:
    """What the law asks at least, to begin with."""
    return {
        "pvt_uren": norm("pvt_uren", op).aantal,
        "map_uren": norm("map_praktijkuren", op).aantal,
        "voortgangsgesprekken": settings.VOORTGANGSGESPREKKEN,
        "gesprek_weken": WEKEN_IN_TERMIJN // settings.VOORTGANGSGESPREKKEN,
    }


def van_toepassing(pip: Pip, *, asiel: bool) -> dict[str, Any]:
    """The content as the decision counts it: what belongs to another route or group is left out.

    What somebody typed for another choice stays in the plan, for when it is chosen again.
    """
    inhoud = inhoud_van(pip)
    weg = _van_andere_route(pip)
    if not asiel:
        weg |= {
            "leerroute_uren",
            "uren_per_week",
            "participatie_uren",
            "maatschappelijke_begeleiding",
        }
    if pip.vve != Opname.OPGENOMEN.value:
        weg |= {"vve_tekst"}
    if pip.participatiewet != Opname.OPGENOMEN.value:
        weg |= {"participatiewet_tekst"}
    if pip.advies in ("", pip.leerroute):
        weg |= {"afwijking"}
    return {veld: _leeg(waarde) if veld in weg else waarde for veld, waarde in inhoud.items()}


def _van_andere_route(pip: Pip) -> set[str]:
    weg: set[str] = set()
    if pip.leerroute == Leerroute.O.value:
        weg |= {"map_uren"}
    if pip.leerroute != Leerroute.B.value:
        weg |= {"afgeschaald"}
    if pip.leerroute != Leerroute.Z.value:
        weg |= {"aftrek_uren", "participatie_uren", "examenwens_z"}
    if not minder_lessen(pip):
        weg |= set(MINDER_LESSEN)
    return weg


def minder_lessen(pip: Pip) -> bool:
    """Whether the plan asks fewer lessons than the law does, for an impairment."""
    return pip.leerroute == Leerroute.Z.value and bool(pip.beperking)


def _leeg(waarde: Any) -> Any:
    if isinstance(waarde, list):
        return []
    return None if isinstance(waarde, int) else ""


def inhoud_op_papier(plan: PapierenPip) -> dict[str, Any]:
    """What is known of a plan on paper; of the rest the least the law asked on its day."""
    inhoud = minima(plan.dagtekening)
    if not map_nodig(plan.leerroute):
        inhoud["map_uren"] = None
    return inhoud | {
        "leerroute": plan.leerroute.value,
        "niveau": _niveau_op_papier(plan),
        "afgeschaald": afgeschaald_bij(plan.leerroute, plan.niveau, plan.afgeschaald),
        "leerroute_uren": plan.leerroute_uren,
        "begeleiding": plan.begeleiding,
    }


def _niveau_op_papier(plan: PapierenPip) -> str:
    """In the B1-route A2 is the level only when all parts stand at it."""
    delen = afgeschaald_bij(plan.leerroute, plan.niveau, plan.afgeschaald)
    if plan.leerroute is Leerroute.B and len(delen) < len(Examenonderdeel):
        return Niveau.B1.value
    return niveau_bij(plan.leerroute, plan.niveau)


def niveau_bij(leerroute: Leerroute, niveau: Niveau | None) -> str:
    """The level of the plan, or the one that goes with the route."""
    gekozen = niveau or standaardniveau(leerroute)
    return gekozen.value if gekozen else ""


def afgeschaald_bij(leerroute: Leerroute, niveau: Niveau | None, delen: Sequence[str]) -> list[str]:
    """The parts at A2 in a plan of elsewhere: those it names, and at that level without: all."""
    if leerroute is not Leerroute.B or niveau is not Niveau.A2:
        return []
    return list(delen) or [deel.value for deel in Examenonderdeel]


def afspraken_van(pip: Pip) -> Afspraken:
    minder = minder_lessen(pip)
    return {
        "niveau": pip.niveau,
        "afgeschaald": list(pip.afgeschaald) if pip.leerroute == Leerroute.B.value else [],
        "leerroute_uren": pip.leerroute_uren,
        "pvt_uren": pip.pvt_uren or 0,
        "map_uren": pip.map_uren if map_nodig(Leerroute(pip.leerroute)) else None,
        "voortgangsgesprekken": pip.voortgangsgesprekken or 0,
        "uren_per_week": pip.uren_per_week,
        "participatie_uren": pip.participatie_uren,
        "aftrek_uren": pip.aftrek_uren,
        "cursusnorm": pip.cursusnorm if minder else None,
        "beperking": pip.beperking if minder else "",
        "overgeslagen": list(pip.overgeslagen) if minder else [],
        "gesprek_weken": pip.gesprek_weken,
        "alfabetisering": pip.alfabetisering,
    }

"""Schakelen and afschalen: each begins a new version of the plan, which is then established.

The facts come from leerroutes; the rules are asked now and once more on the day of establishing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.queries.feiten import lesuren
from leerroutes.queries.wissel import Wisselfeiten
from medewerkers.models import Medewerker
from pip_plans.enums import Aanleiding
from pip_plans.inhoud import niveau_bij
from pip_plans.models import Pip
from pip_plans.policies.plan import Feiten, check_bekend, check_opstellen
from pip_plans.policies.wisselen import (
    Afschaling,
    Schakeling,
    check_afschalen,
    check_schakelen,
)
from pip_plans.queries import feiten_voor_wissel
from pip_plans.services.opstellen import nieuwe_versie
from wet.doelgroepen import Doelgroep
from wet.duo import in_hele_uren
from wet.leerroutes import Examenonderdeel, Leerroute, Uitzondering
from wet.normen import norm


def schakelen(*, dossier_id: int, wens: Schakeling, door: Medewerker, nu: datetime) -> Pip:
    """Begin a version on another route. Raises Geweigerd with the steps of the rule."""
    with _wisseling(dossier_id, door=door, nu=nu) as (act, feiten):
        check_schakelen(wens, wissel=feiten.wissel, op=act.op)
        assert feiten.wissel is not None  # the check says so
        uitzondering = "" if wens.uitzondering is Uitzondering.GEEN else wens.uitzondering.value
        return nieuwe_versie(
            act,
            feiten.dossier,
            list(feiten.eerder),
            aanleiding=Aanleiding.SCHAKELEN,
            voortgang=wens.voortgang or "",
            uitzondering=uitzondering,
            wissel_motivering=wens.motivering,
            motivering=wens.motivering,
            **_route(wens.naar, feiten.wissel, op=act.op),
        )


def afschalen(*, dossier_id: int, wens: Afschaling, door: Medewerker, nu: datetime) -> Pip:
    """Begin a version with these exam parts at A2, on the same route."""
    with _wisseling(dossier_id, door=door, nu=nu) as (act, feiten):
        check_afschalen(wens, wissel=feiten.wissel, op=act.op)
        alle = len(wens.onderdelen) == len(Examenonderdeel)
        return nieuwe_versie(
            act,
            feiten.dossier,
            list(feiten.eerder),
            aanleiding=Aanleiding.AFSCHALEN,
            afgeschaald=[deel.value for deel in wens.onderdelen],
            niveau="A2" if alle else "B1",
            inspanning_genoeg=wens.inspanning_genoeg,
            b1_haalbaar=wens.b1_haalbaar,
            wissel_motivering=wens.motivering,
        )


@contextmanager
def _wisseling(
    dossier_id: int, *, door: Medewerker, nu: datetime
) -> Iterator[tuple[Handeling, Feiten]]:
    """A plan stands and was made known, and no other is being made."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        feiten = feiten_voor_wissel(dossier, op=act.op)
        check_opstellen(feiten)
        check_bekend(feiten.geldend)
        yield act, feiten


def _route(naar: Leerroute, wissel: Wisselfeiten, *, op: date) -> dict[str, Any]:
    """What goes with the new route; hours that the plan must still name are left empty."""
    z_asiel = naar is Leerroute.Z and wissel.doelgroep is Doelgroep.ASIEL
    gevolgd = in_hele_uren(lesuren(wissel.gegevens)).bekend
    assert gevolgd is not None  # rounding always has an answer
    return {
        "leerroute": naar.value,
        "niveau": niveau_bij(naar, None),
        "afgeschaald": [],
        "leerroute_uren": norm("z_cursusuren", op).aantal if z_asiel else None,
        "participatie_uren": norm("z_participatieuren", op).aantal if z_asiel else None,
        "aftrek_uren": int(gevolgd.uren) or None if naar is Leerroute.Z else None,
        "map_uren": None if naar is Leerroute.O else norm("map_praktijkuren", op).aantal,
        "examenwens_z": "",
    }

"""Somebody who follows a route since the day on the plan, by the real services."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from inburgering.enums import SchakelNummer, TermijnSoort
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from inburgering.services.schakels import schakel_openen
from inburgering.services.termijnen import termijn_vastleggen
from leerroutes.models import Traject
from leerroutes.services.traject import EerdereUren, traject_overnemen
from medewerkers.models import Medewerker
from tests.factories import NU
from wet.leerroutes import Leerroute
from wet.termijnen import inburgeringstermijn

AFSPRAKEN: dict[str, Any] = {
    "niveau": "B1",
    "leerroute_uren": 600,
    "pvt_uren": 12,
    "map_uren": 40,
    "voortgangsgesprekken": 6,
}


def op_route(
    dossier: Inburgeraar,
    *,
    door: Medewerker,
    leerroute: Leerroute = Leerroute.B,
    dagtekening: date = date(2024, 3, 1),
    nu: datetime = NU,
    **afspraken: Any,
) -> Traject:
    """The three years run from the day after `dagtekening`, and schakel 4 is open."""
    with handeling(door=door, nu=nu, dossiers=[dossier.pk]) as act:
        termijn_vastleggen(
            act,
            dossier_id=dossier.pk,
            soort=TermijnSoort.INBURGERING,
            vraag=partial(inburgeringstermijn, dagtekening=dagtekening),
        )
        schakel_openen(
            dossier_id=dossier.pk,
            nummer=SchakelNummer.INBURGEREN,
            door=door,
            nu=nu,
            op=dagtekening,
        )
        return traject_overnemen(
            dossier_id=dossier.pk,
            leerroute=leerroute,
            start_op=dagtekening,
            uren=EerdereUren(),
            door=door,
            nu=nu,
            **(AFSPRAKEN | afspraken),
        )

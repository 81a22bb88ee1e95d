"""Somebody who follows a route since the day on the plan, by the real services."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

import factory

from inburgering.enums import SchakelNummer, TermijnSoort
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from inburgering.services.schakels import schakel_openen
from inburgering.services.termijnen import termijn_vastleggen
from leerroutes.enums import AanbiederSoort, KeurmerkSoort
from leerroutes.models import Aanbieder, Keurmerk, Traject
from leerroutes.services.traject import EerdereUren, traject_overnemen
from medewerkers.models import Medewerker
from tests.factories import NU, RijFactory
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
    uren: EerdereUren | None = None,
    **afspraken: Any,
) -> Traject:
    """The three years run from the day after `dagtekening`, and schakel 4 is open.

    `uren` is what was followed before this system was there.
    """
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
            uren=uren or EerdereUren(),
            door=door,
            nu=nu,
            **(AFSPRAKEN | afspraken),
        )


class AanbiederFactory(RijFactory):
    class Meta:
        model = Aanbieder

    naam = factory.Sequence(lambda n: f"School {n}")
    soorten = [AanbiederSoort.TAALSCHAKEL]


class KeurmerkFactory(RijFactory):
    """A diploma-erkenning without an end, or what you give."""

    class Meta:
        model = Keurmerk

    aanbieder = factory.SubFactory(AanbiederFactory)
    soort = KeurmerkSoort.DIPLOMA_ERKENNING
    start_op = date(2022, 1, 1)

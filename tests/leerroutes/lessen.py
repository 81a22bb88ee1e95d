"""A school with a mark and somebody who takes lessons there, without the rooms' own screens."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from inburgering.enums import SchakelNummer
from inburgering.models import Inburgeraar
from inburgering.services.schakels import schakel_afronden, schakel_openen
from leerroutes.enums import AanbiederSoort, KeurmerkSoort, Lessoort
from leerroutes.models import Aanbieder, Deelname, Keurmerk, Traject
from leerroutes.services.traject import traject_starten
from leerroutes.services.uren import UrenGegevens
from medewerkers.models import Medewerker
from medewerkers.sporen import spoor
from tests.factories import NU, VANDAAG
from wet.leerroutes import Leerroute, Urensoort

EERSTE_DAG = VANDAAG - timedelta(days=364)
_nummer = count(1)


def een_school(*, keurmerk: KeurmerkSoort | None = KeurmerkSoort.BLIK_OP_WERK) -> Aanbieder:
    with spoor(door=Medewerker.objects.systeem(), nu=NU):
        school = Aanbieder(naam=f"Taalschool {next(_nummer)}", soorten=[AanbiederSoort.TAAL])
        school.save()
        if keurmerk is not None:
            Keurmerk(aanbieder=school, soort=keurmerk, start_op=date(2020, 1, 1)).save()
    return school


def een_traject(
    dossier: Inburgeraar,
    *,
    leerroute: Leerroute = Leerroute.B,
    start_op: date = EERSTE_DAG,
    **velden: Any,
) -> Traject:
    """A route that runs since `start_op`."""
    afspraken = {
        "niveau": "" if leerroute is Leerroute.Z else "B1",
        "leerroute_uren": 600,
        "pvt_uren": 12,
        "map_uren": 40,
        "voortgangsgesprekken": 6,
    }
    door = Medewerker.objects.systeem()
    traject = traject_starten(
        dossier_id=dossier.pk, leerroute=leerroute, door=door, nu=NU, **(afspraken | velden)
    )
    with spoor(door=door, nu=NU):
        traject.start_op = start_op
        traject.save()
    return traject


def een_deelname(
    traject: Traject,
    *,
    school: Aanbieder | None = None,
    lessoort: Lessoort = Lessoort.TAAL,
    start_op: date | None = None,
) -> Deelname:
    with spoor(door=Medewerker.objects.systeem(), nu=NU):
        deelname = Deelname(
            inburgeraar_id=traject.inburgeraar_id,
            traject=traject,
            aanbieder=school or een_school(),
            lessoort=lessoort,
            uren_per_week=Decimal(12),
            start_op=start_op or traject.start_op,
        )
        deelname.save()
    return deelname


def schakel_4_dicht(dossier: Inburgeraar, door: Medewerker) -> None:
    for stap in (schakel_openen, schakel_afronden):
        stap(dossier_id=dossier.pk, nummer=SchakelNummer.INBURGEREN, door=door, nu=NU)


def les(
    deelname: Deelname | None, op: date = VANDAAG, uren: str = "3", **velden: Any
) -> UrenGegevens:
    gewoon: dict[str, Any] = {"soort": Urensoort.NEDERLANDS, "deelname": deelname}
    return UrenGegevens(op=op, uren=Decimal(uren), **(gewoon | velden))

"""The terms of an offer and the planned talks, made equal to facts that changed in another room."""

from __future__ import annotations

from datetime import datetime

from inburgering.datums import lokale_datum
from inburgering.handelingen import handeling
from leerroutes.queries.schemas import afwijkend
from leerroutes.services.aanbodtermijn import aanbodtermijnen_bijwerken
from leerroutes.services.gesprekken import gesprekken_plannen
from medewerkers.models import Medewerker


def schemas_bijwerken(*, door: Medewerker, nu: datetime) -> int:
    """The work of a night; returns in how many dossiers something was put right."""
    dossiers = afwijkend(op=lokale_datum(nu))
    for dossier_id in dossiers:
        with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
            aanbodtermijnen_bijwerken(act, dossier_id)
            gesprekken_plannen(act, dossier_id)
    return len(dossiers)

"""The terms of an offer and the planned talks, made equal to facts that changed in another room."""

from __future__ import annotations

from datetime import datetime

from inburgering.datums import lokale_datum
from inburgering.handelingen import Handeling
from inburgering.per_dossier import per_dossier
from leerroutes.queries.schemas import afwijkend
from leerroutes.services.aanbodtermijn import aanbodtermijnen_bijwerken
from leerroutes.services.gesprekken import gesprekken_plannen
from medewerkers.models import Medewerker


def schemas_bijwerken(*, door: Medewerker, nu: datetime) -> int:
    """The work of a night; returns in how many dossiers something was put right."""
    return per_dossier(afwijkend(op=lokale_datum(nu)), _werk_bij, door=door, nu=nu)


def _werk_bij(act: Handeling, dossier_id: int) -> None:
    aanbodtermijnen_bijwerken(act, dossier_id)
    gesprekken_plannen(act, dossier_id)

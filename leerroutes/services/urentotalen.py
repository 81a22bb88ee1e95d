"""Month totals and standings: counted anew from the lines, in the transaction that changed them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import connection

from inburgering.handelingen import handeling
from leerroutes.models import Maandtotaal
from leerroutes.queries.urentotalen import MAANDEN, SOORTEN, STANDEN, afwijkende_dossiers
from medewerkers.models import Medewerker

_MAANDVELDEN = (
    "inburgeraar_id, traject_id, maand, soort, aanwezig, niet_erkend, geoorloofd, ongeoorloofd"
)
_SCHRIJF_MAANDEN = f"INSERT INTO leerroutes_maandtotaal ({_MAANDVELDEN}) {MAANDEN}"
_SCHRIJF_STANDEN = f"""
INSERT INTO leerroutes_urenstand
    (inburgeraar_id, cursus, nederlands, participatie, laatste_les_op)
{STANDEN}
ON CONFLICT (inburgeraar_id) DO UPDATE SET cursus = excluded.cursus,
    nederlands = excluded.nederlands, participatie = excluded.participatie,
    laatste_les_op = excluded.laatste_les_op
"""


def totalen_bijwerken(
    dossiers: Collection[int], *, maanden: Collection[date] | None = None
) -> None:
    """Count anew for these people, whose dossiers the caller has locked.

    `maanden`: any day in each month that changed; None is all months.
    """
    if not dossiers:
        return
    eerste = None if maanden is None else sorted({dag.replace(day=1) for dag in maanden})
    oud = Maandtotaal._base_manager.filter(inburgeraar__in=dossiers)
    (oud if eerste is None else oud.filter(maand__in=eerste)).delete()
    vraag: dict[str, Any] = {**SOORTEN, "dossiers": list(dossiers), "maanden": eerste}
    with connection.cursor() as cursor:
        cursor.execute(_SCHRIJF_MAANDEN, vraag)
        cursor.execute(_SCHRIJF_STANDEN, vraag)


def totalen_controleren(*, door: Medewerker, nu: datetime) -> int:
    """Put right what is not what the lines say; how many people that was. Twice is once."""
    anders = afwijkende_dossiers()
    for dossier_id in anders:
        with handeling(door=door, nu=nu, dossiers=[dossier_id]):
            totalen_bijwerken([dossier_id])
    return len(anders)

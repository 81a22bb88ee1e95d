"""That somebody who reads a language checked the questions in it."""

from __future__ import annotations

from datetime import date, datetime

from besluiten.models import Vertaling
from inburgering.handelingen import handeling
from leerroutes.policies.vragenlijst import check_vragen_nagekeken
from leerroutes.queries.vragenlijst import sleutel
from leerroutes.vragenlijst import vragenlijsten
from medewerkers.models import Medewerker


def vragen_nagekeken(
    *,
    taal: str,
    sha256: str,
    nagekeken_door: str,
    nagekeken_op: date,
    versie: int | None,
    door: Medewerker,
    nu: datetime,
) -> Vertaling:
    """From now on they are asked in this language too."""
    with handeling(door=door, nu=nu) as act:
        check_vragen_nagekeken(
            vragenlijsten()[taal], sha256=sha256, nagekeken_op=nagekeken_op, vandaag=act.op
        )
        bestaand = Vertaling.objects.filter(taal=sleutel(taal)).first()
        rij = (
            act.vergrendel(Vertaling, bestaand.pk, versie=versie)
            if bestaand
            else Vertaling(taal=sleutel(taal))
        )
        rij.sha256, rij.nagekeken_door, rij.nagekeken_op = sha256, nagekeken_door, nagekeken_op
        rij.vastgelegd_door, rij.vastgelegd_op = door, act.op
        rij.save()
    return rij

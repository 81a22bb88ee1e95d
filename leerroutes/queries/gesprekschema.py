"""When the talks of a plan are due: so many, so many weeks apart, within the three years."""

from __future__ import annotations

from datetime import date, timedelta

from leerroutes.models import Traject
from leerroutes.queries.aanbodtermijn import laatste_dag
from wet.termijnen import inburgeringstermijn

_WEEK = 7


def gesprekschema(traject: Traject) -> list[date]:
    """The last day (inclusive) of every talk that was agreed, in order.

    Without an agreed number of weeks the talks are spread evenly. None is due after the end of the
    three years.
    """
    aantal, eind_op = traject.voortgangsgesprekken, _eind(traject)
    if aantal == 0:
        return []
    weken = traject.gesprek_weken or max((eind_op - traject.start_op).days // _WEEK // aantal, 1)
    dagen = [traject.start_op + timedelta(weeks=weken * nummer) for nummer in range(1, aantal + 1)]
    return [min(dag, eind_op) for dag in dagen]


def _eind(traject: Traject) -> date:
    """As DUO or the plan has it; else three years from the day of the traject."""
    bekend = laatste_dag(traject.inburgeraar_id)
    if bekend is not None and bekend > traject.start_op:
        return bekend
    termijn = inburgeringstermijn(dagtekening=traject.start_op).bekend
    assert termijn is not None  # a day is given
    return termijn.eind_op

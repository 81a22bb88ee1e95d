"""When the talks of a plan are due: so many, so many weeks apart, within the three years."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from itertools import count, takewhile

from inburgering.models import Termijn, Verlenging
from inburgering.queries.termijnen import inburgeringstermijnen
from leerroutes.models import Traject
from wet.termijnen import inburgeringstermijn

_WEEK = 7


def gesprekschema(traject: Traject) -> list[date]:
    """The last day (inclusive) of every talk that was agreed, in order.

    Without an agreed number of weeks the talks are spread evenly. None is due after the end of the
    three years. When DUO extends those, talks that are so many weeks apart go on as they were until
    the new last day.
    """
    return schemas_van([traject])[traject.pk]


def schemas_van(trajecten: Collection[Traject]) -> dict[int, list[date]]:
    """Of many, in two queries."""
    termijnen = inburgeringstermijnen([traject.inburgeraar_id for traject in trajecten])
    # The first extension of a term comes last, so its day is the one that stays.
    verlengd = dict(
        Verlenging.objects.filter(termijn__in=list(termijnen.values()))
        .order_by("-pk")
        .values_list("termijn__inburgeraar", "oud_eind_op")
    )
    return {
        traject.pk: _schema(
            traject,
            _eind(traject, termijnen.get(traject.inburgeraar_id)),
            verlengd.get(traject.inburgeraar_id),
        )
        for traject in trajecten
    }


def _schema(traject: Traject, eind_op: date, verlengd_na: date | None) -> list[date]:
    aantal = traject.voortgangsgesprekken
    if aantal == 0:
        return []
    weken = traject.gesprek_weken or max((eind_op - traject.start_op).days // _WEEK // aantal, 1)
    dagen = (traject.start_op + timedelta(weeks=weken * nummer) for nummer in count(1))
    afgesproken = [min(next(dagen), eind_op) for _ in range(aantal)]
    if verlengd_na is None or not traject.gesprek_weken:
        return afgesproken
    erbij = takewhile(lambda dag: dag <= eind_op, dagen)
    return [*afgesproken, *(dag for dag in erbij if dag > verlengd_na)]


def _eind(traject: Traject, bekend: Termijn | None) -> date:
    """As DUO or the plan has it; else three years from the day of the traject."""
    if bekend is not None and bekend.eind_op > traject.start_op:
        return bekend.eind_op
    termijn = inburgeringstermijn(dagtekening=traject.start_op).bekend
    assert termijn is not None  # a day is given
    return termijn.eind_op

"""Promises the database keeps: the shapes of constraint this house uses, each with a name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db.models import CheckConstraint, F, Func, Q


def _gevuld(veld: str) -> Q:
    return Q(**{f"{veld}__isnull": False})


def _leeg(veld: str) -> Q:
    return Q(**{f"{veld}__isnull": True})


def samen(naam: str, *velden: str) -> CheckConstraint:
    """All of these are set, or none: who and when belong together."""
    alle = reduce(and_, (_gevuld(veld) for veld in velden))
    geen = reduce(and_, (_leeg(veld) for veld in velden))
    return CheckConstraint(name=naam, condition=alle | geen)


def bewijs(
    naam: str, *velden: str, bij: Iterable[str], status: str = "status", tekst: Iterable[str] = ()
) -> CheckConstraint:
    """In these states the evidence is set, and in no other: `status = X ⇔ gedaan_op is set`.

    `tekst` names evidence that is text: filled in these states, empty in the others.
    """
    in_status = Q(**{f"{status}__in": list(bij)})
    wel = [_gevuld(veld) for veld in velden] + [~Q(**{veld: ""}) for veld in tekst]
    niet = [_leeg(veld) for veld in velden] + [Q(**{veld: ""}) for veld in tekst]
    return CheckConstraint(
        name=naam,
        condition=(in_status & reduce(and_, wel)) | (~in_status & reduce(and_, niet)),
    )


def op_volgorde(naam: str, eerst: str = "start_op", dan: str = "eind_op") -> CheckConstraint:
    """A period does not end before it starts; its end is inclusive."""
    return CheckConstraint(name=naam, condition=_leeg(dan) | Q(**{f"{dan}__gte": F(eerst)}))


def geen_overlap(naam: str, van: str, *ook: str, condition: Q | None = None) -> ExclusionConstraint:
    """Two periods of the same owner never share a day. `start_op`..`eind_op`, both inclusive."""
    periode = Func(
        F("start_op"),
        F("eind_op"),
        RangeBoundary(inclusive_lower=True, inclusive_upper=True),
        function="DATERANGE",
        output_field=DateRangeField(),
    )
    return ExclusionConstraint(
        name=naam,
        expressions=[
            (periode, RangeOperators.OVERLAPS),
            *((veld, RangeOperators.EQUAL) for veld in (van, *ook)),
        ],
        condition=condition,
    )


def een_van(naam: str, veld: str, waarden: Iterable[object]) -> CheckConstraint:
    """Only values the enum knows, also for who writes past Django."""
    return CheckConstraint(name=naam, condition=Q(**{f"{veld}__in": list(waarden)}))


def niet_leeg(naam: str, *velden: str) -> CheckConstraint:
    """At least one of these texts is filled."""
    return CheckConstraint(name=naam, condition=reduce(or_, (~Q(**{veld: ""}) for veld in velden)))

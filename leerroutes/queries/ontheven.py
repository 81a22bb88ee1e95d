"""What DUO freed somebody of, as conditions that can be asked of many at once."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q

from inburgering.enums import OntheffingSoort, SchakelNummer, SchakelStatus
from inburgering.models import Ontheffing, Schakel


def zonder_participatie() -> Exists:
    """Of a traject in the Z-route: a partial dispensation that names no exam is one for the
    participation (B26 2.7).
    """
    return Exists(
        Ontheffing.objects.filter(
            inburgeraar=OuterRef("inburgeraar"), soort=OntheffingSoort.GEDEELTELIJK, onderdelen=[]
        )
    )


def vrijstelling_telt(op: date | None) -> Q:
    """Of an exemption for parts of the exam: what runs on `op`, and what schakel 4 closed on, while
    it is closed. Without a day: what has no end.

    DUO gives an exemption for parts without an end: in its API only a temporary one, of the whole
    duty, has an `einddatum`. When one is recorded with a last day all the same (inclusive), it
    counts as long as it runs, so that schakel 4 does not close on one that is over. A dispensation
    is never for a time (Wi 5): it has no end to record.
    """
    gesloten = Schakel.objects.filter(
        inburgeraar=OuterRef("inburgeraar"),
        nummer=SchakelNummer.INBURGEREN,
        status=SchakelStatus.AFGEROND,
        afgerond_op__gte=OuterRef("start_op"),
        afgerond_op__lte=OuterRef("eind_op"),
    )
    loopt = Q(eind_op=None) if op is None else Q(start_op__lte=op) & _nog(op)
    return loopt | Q(Exists(gesloten))


def _nog(op: date) -> Q:
    return Q(eind_op=None) | Q(eind_op__gte=op)

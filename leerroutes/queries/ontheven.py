"""Whom DUO freed of the participation: asked of many at once (`feiten` says it of one person)."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from inburgering.enums import OntheffingSoort
from inburgering.models import Ontheffing


def zonder_participatie() -> Exists:
    """Of a traject in the Z-route: a partial dispensation that names no exam is one for the
    participation (B26 2.7).
    """
    return Exists(
        Ontheffing.objects.filter(
            inburgeraar=OuterRef("inburgeraar"), soort=OntheffingSoort.GEDEELTELIJK, onderdelen=[]
        )
    )

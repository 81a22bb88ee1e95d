"""Whose plan was taken back while no other is there: asked of many at once."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from inburgering.queries.taakbronnen import Dossiers
from leerroutes.enums import TrajectEinde
from leerroutes.models import Traject


def trajecten_zonder_pip(dossiers: Dossiers) -> QuerySet[Traject]:
    """The last traject of each: it ended because its plan was taken back."""
    later = Traject.objects.filter(inburgeraar=OuterRef("inburgeraar"), pk__gt=OuterRef("pk"))
    rijen = Traject.objects.filter(~Exists(later), einde=TrajectEinde.INGETROKKEN)
    return rijen if dossiers is None else rijen.filter(inburgeraar__in=dossiers)

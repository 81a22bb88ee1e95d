"""How many places are taken: by who was put forward, and by who is there."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from leerroutes.enums import PlaatsingStatus, PlaatsingUitkomst, VacatureStatus
from leerroutes.models import Participatieplek, Plaatsing, Vacature

NU_DAAR = (PlaatsingStatus.AANGEMELD, PlaatsingStatus.GESTART)
# Whose placement ended in paid work has the job: that place is not free again.
_HEEFT_WERK = {"status": PlaatsingStatus.BEEINDIGD, "uitkomst": PlaatsingUitkomst.WERK}
_OP_PLEK = Q(plaatsingen__status__in=NU_DAAR)
_OP_WERK = _OP_PLEK | Q(**{f"plaatsingen__{veld}": w for veld, w in _HEEFT_WERK.items()})


def plekken_met_bezetting() -> QuerySet[Participatieplek]:
    """By name, each with `bezet`."""
    rijen = Participatieplek.objects.annotate(bezet=Count("plaatsingen", filter=_OP_PLEK))
    return rijen.order_by("naam")


def vacatures_met_bezetting() -> QuerySet[Vacature]:
    """The latest first, each with `bezet` and `aangemeld`, the part that still has to begin."""
    aangemeld = Q(plaatsingen__status=PlaatsingStatus.AANGEMELD)
    rijen = Vacature.objects.annotate(
        bezet=Count("plaatsingen", filter=_OP_WERK),
        aangemeld=Count("plaatsingen", filter=aangemeld),
    )
    return rijen.select_related("werkgever").order_by("-open_op", "-pk")


def bezet_op_plek(plek_id: int, *, zonder: int = 0) -> int:
    """`zonder`: a placement that is not counted; 0: none."""
    daar = Plaatsing.objects.filter(plek=plek_id, status__in=NU_DAAR)
    return daar.exclude(pk=zonder).count()


def bezet_op_vacature(vacature_id: int, *, zonder: int = 0) -> int:
    """`zonder`: a placement that is not counted; 0: none."""
    daar = Q(status__in=NU_DAAR) | Q(**_HEEFT_WERK)
    return Plaatsing.objects.filter(daar, vacature=vacature_id).exclude(pk=zonder).count()


def aangemeld_op_vacature(vacature_id: int) -> int:
    return Plaatsing.objects.filter(vacature=vacature_id, status=PlaatsingStatus.AANGEMELD).count()


def bezet_bij_werkgever(werkgever_id: int) -> int:
    """Who works there or is about to, with a placement of ours that is not over."""
    daar = Plaatsing.objects.filter(vacature__werkgever=werkgever_id, status__in=NU_DAAR)
    return daar.count()


def open_vacatures_van(werkgever_id: int) -> int:
    return Vacature.objects.filter(werkgever=werkgever_id, status=VacatureStatus.OPEN).count()

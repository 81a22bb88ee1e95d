"""What may no longer be taken back: schakel 4 closed on it, or DUO was told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from inburgering.enums import SchakelNummer, SchakelStatus
from inburgering.models import Schakel
from leerroutes.models import Afronding


@dataclass(frozen=True, kw_only=True)
class Gesloten:
    """`gemeld`: DUO was told that all of ours is done, since schakel 4 closed for the last time."""

    afgerond: bool = False
    gemeld: bool = False


def hoe_gesloten(dossier_id: int) -> Gesloten:
    verteld = Afronding.objects.filter(
        inburgeraar=OuterRef("inburgeraar"), gemeld_op__gte=OuterRef("afgerond_op")
    )
    dicht = _dicht([dossier_id]).annotate(verteld=Exists(verteld))
    gemeld = dicht.values_list("verteld", flat=True).first()
    return Gesloten() if gemeld is None else Gesloten(afgerond=True, gemeld=gemeld)


def met_schakel4_afgerond(dossiers: Iterable[int]) -> list[int]:
    return list(_dicht(dossiers).values_list("inburgeraar", flat=True))


def _dicht(dossiers: Iterable[int]) -> QuerySet[Schakel]:
    return Schakel.objects.filter(
        inburgeraar__in=list(dossiers),
        nummer=SchakelNummer.INBURGEREN,
        status=SchakelStatus.AFGEROND,
    )

"""What may no longer be taken back: schakel 4 closed on it, or DUO was told."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

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
    dicht = Schakel.objects.filter(
        inburgeraar=dossier_id, nummer=SchakelNummer.INBURGEREN, status=SchakelStatus.AFGEROND
    )
    gemeld = dicht.annotate(verteld=Exists(verteld)).values_list("verteld", flat=True).first()
    return Gesloten() if gemeld is None else Gesloten(afgerond=True, gemeld=gemeld)

"""What may no longer be taken back: schakel 4 closed on it, or DUO was told."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from inburgering.enums import SchakelNummer, SchakelStatus
from inburgering.models import Schakel
from leerroutes.models import Afronding


def is_gemeld(dossier_id: int) -> bool:
    """DUO was told that all of ours is done, since schakel 4 closed for the last time."""
    gemeld = Afronding.objects.filter(
        inburgeraar=OuterRef("inburgeraar"), gemeld_op__gte=OuterRef("afgerond_op")
    )
    return _afgerond(dossier_id).filter(Exists(gemeld)).exists()


def schakel4_afgerond(dossier_id: int) -> bool:
    return _afgerond(dossier_id).exists()


def _afgerond(dossier_id: int) -> QuerySet[Schakel]:
    return Schakel.objects.filter(
        inburgeraar=dossier_id, nummer=SchakelNummer.INBURGEREN, status=SchakelStatus.AFGEROND
    )

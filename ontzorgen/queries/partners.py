"""Who of a household shares its bijstand: one right, two people, two signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from inburgering.enums import Gezinsrol
from inburgering.models import Gezinslid, Inburgeraar, Persoon
from medewerkers.models import Medewerker
from ontzorgen.models import Ontzorgperiode, Uitkering

_SAMEN = (Gezinsrol.REFERENT, Gezinsrol.PARTNER)


@dataclass(frozen=True, kw_only=True)
class Gezinspartner:
    """`naam` says nothing of somebody whose dossier is closed to this colleague."""

    persoon_id: int
    naam: str


def partnerleden(persoon_id: int) -> list[Gezinslid]:
    """The other of the two who head the household now; a child or another member has none."""
    gezinnen = Gezinslid.objects.filter(persoon=persoon_id, eind_op=None, rol__in=_SAMEN)
    leden = Gezinslid.objects.filter(
        gezin__in=gezinnen.values("gezin"), eind_op=None, rol__in=_SAMEN
    )
    return list(leden.exclude(persoon=persoon_id).select_related("persoon").order_by("pk"))


def gezinspartners(dossier: Inburgeraar, *, voor: Medewerker) -> Sequence[Gezinspartner]:
    leden = partnerleden(dossier.persoon_id)
    zichtbaar = Persoon.objects.zichtbaar_voor(voor).filter(
        pk__in=[lid.persoon_id for lid in leden]
    )
    te_zien = set(zichtbaar.values_list("pk", flat=True))
    return [
        Gezinspartner(
            persoon_id=lid.persoon_id,
            naam=lid.persoon.naam
            if lid.persoon_id in te_zien
            else "Gezinslid met een gesloten dossier",
        )
        for lid in leden
    ]


def loopt_mee_bij(
    persoon_id: int, *, start_op: date, eind_op: date | None, behalve: int = 0
) -> Uitkering | None:
    """The bijstand of somebody else that this person shares in these days (both inclusive)."""
    perioden = Ontzorgperiode.objects.filter(partner=persoon_id).exclude(pk=behalve)
    rijen = Uitkering.objects.filter(ontzorgperiode__in=perioden)
    return _raakt(rijen, start_op, eind_op).select_related("inburgeraar").first()


def eigen_bijstand(persoon_id: int, *, start_op: date, eind_op: date | None) -> Uitkering | None:
    rijen = Uitkering.objects.filter(inburgeraar__persoon=persoon_id)
    return _raakt(rijen, start_op, eind_op).select_related("inburgeraar").first()


def verwijzing(uitkering: Uitkering, *, voor: Medewerker) -> str:
    """Where that bijstand stands, for who may know."""
    dossiers = Inburgeraar.objects.zichtbaar_voor(voor)
    if dossiers.filter(pk=uitkering.inburgeraar_id).exists():
        return f"dossier {uitkering.inburgeraar.dossiernummer}"
    return "een ander dossier"


def _raakt(rijen: QuerySet[Uitkering], start_op: date, eind_op: date | None) -> QuerySet[Uitkering]:
    tot = Q() if eind_op is None else Q(start_op__lte=eind_op)
    return rijen.filter(Q(eind_op=None) | Q(eind_op__gte=start_op), tot)

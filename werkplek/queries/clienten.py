"""The people a partner organisation guides: how to reach them and where they live."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from inburgering.enums import DossierStatus, VerblijfSoort
from inburgering.models import Gezinslid, Inburgeraar, Verblijf
from medewerkers.models import Medewerker

GEHEIM = "Geheim adres"


@dataclass(frozen=True, kw_only=True)
class Clientregel:
    nummer: str
    naam: str
    status: str
    telefoon: str
    email: str
    tolktaal: str
    gezin: int
    adres: str
    verhuisd_op: date | None
    consulent: str


def clienten(medewerker: Medewerker, *, op: date) -> list[Clientregel]:
    """Who is assigned to this colleague's organisation and is guided now."""
    organisatie = medewerker.partnerorganisatie_id
    if organisatie is None:
        return []
    rijen = (
        Inburgeraar.objects.zichtbaar_voor(medewerker)
        .filter(partner=organisatie, status__in=[DossierStatus.ACTIEF, DossierStatus.OPGESCHORT])
        .select_related("persoon", "consulent")
        .prefetch_related(Prefetch("persoon__verblijven", _nu_geldig(op), to_attr="nu"))
        .annotate(gezin=_gezinsgrootte(op))
        .order_by("persoon__zoeksleutel", "pk")
    )
    return [_regel(rij) for rij in rijen]


def _nu_geldig(op: date) -> QuerySet[Verblijf]:
    return Verblijf.objects.filter(Q(eind_op=None) | Q(eind_op__gte=op)).order_by("start_op")


def _gezinsgrootte(op: date) -> Coalesce:
    """Everybody in the household on that day; who has no household is one."""
    loopt = Q(start_op__lte=op) & (Q(eind_op=None) | Q(eind_op__gte=op))
    eigen = Gezinslid.objects.filter(loopt, persoon=OuterRef(OuterRef("persoon")))
    samen = (
        Gezinslid.objects.filter(loopt, gezin__in=eigen.values("gezin"))
        .order_by()
        .values("gezin")
        .annotate(aantal=Count("pk"))
    )
    return Coalesce(Subquery(samen.values("aantal")[:1]), Value(1))


def _regel(rij: Inburgeraar) -> Clientregel:
    persoon = rij.persoon
    verblijven: list[Verblijf] = persoon.nu  # type: ignore[attr-defined]  # prefetched above
    woning = next((v for v in reversed(verblijven) if v.soort == VerblijfSoort.WONING), None)
    huidig = verblijven[0] if verblijven else None
    return Clientregel(
        nummer=rij.dossiernummer,
        naam=persoon.naam,
        status="" if rij.loopt else str(rij.get_status_display()),
        telefoon=persoon.telefoon,
        email=persoon.email,
        tolktaal=persoon.tolktaal,
        gezin=rij.gezin,  # type: ignore[attr-defined]  # annotated above
        adres=_adres(huidig),
        verhuisd_op=woning.start_op if woning else None,
        consulent=rij.consulent.naam if rij.consulent else "",
    )


def _adres(verblijf: Verblijf | None) -> str:
    if verblijf is None:
        return ""
    return GEHEIM if verblijf.geheim else verblijf.adres

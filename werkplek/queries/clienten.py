"""The people a partner organisation guides: how to reach them and where they live."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from inburgering.enums import DossierStatus, VerblijfSoort
from inburgering.models import Gezinslid, Inburgeraar, Verblijf
from inburgering.namen import vouw
from medewerkers.models import Medewerker

GEHEIM = "Geheim adres"
PER_PAGINA = 50


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


@dataclass(frozen=True)
class Clientenblad:
    """`volgende` is the dossier number after which the next page begins, empty at the end."""

    regels: list[Clientregel]
    volgende: str
    aantal: int


def clienten(medewerker: Medewerker, *, op: date, zoek: str = "", na: str = "") -> Clientenblad:
    """Who is assigned to this colleague's organisation and is guided now, by name, by page."""
    rijen = _toegewezen(medewerker)
    if zoek:
        rijen = rijen.filter(persoon__zoeksleutel__contains=vouw(zoek))
    aantal = rijen.count()
    vorige = rijen.filter(dossiernummer=na).select_related("persoon").first() if na else None
    if vorige is not None:
        sleutel = vorige.persoon.sorteernaam
        verder = Q(persoon__sorteernaam__gt=sleutel) | Q(
            persoon__sorteernaam=sleutel, pk__gt=vorige.pk
        )
        rijen = rijen.filter(verder)
    gevonden = list(
        rijen.select_related("persoon", "consulent")
        .prefetch_related(Prefetch("persoon__verblijven", _nu_geldig(op), to_attr="nu"))
        .annotate(gezin=_gezinsgrootte(op))
        .order_by("persoon__sorteernaam", "pk")[: PER_PAGINA + 1]
    )
    regels = [_regel(rij) for rij in gevonden[:PER_PAGINA]]
    meer = len(gevonden) > PER_PAGINA
    return Clientenblad(regels, regels[-1].nummer if meer else "", aantal)


def _toegewezen(medewerker: Medewerker) -> QuerySet[Inburgeraar]:
    organisatie = medewerker.partnerorganisatie_id
    zichtbaar = Inburgeraar.objects.zichtbaar_voor(medewerker)
    if organisatie is None:
        return zichtbaar.none()
    begeleid = [DossierStatus.ACTIEF, DossierStatus.OPGESCHORT]
    return zichtbaar.filter(partner=organisatie, status__in=begeleid)


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

"""The volunteers: who helps whom, who has room, and who goes well with somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Q, QuerySet, Sum

from inburgering.models import Inburgeraar, Verblijf
from inburgering.namen import vouw
from leerroutes.enums import Aanwezigheid
from leerroutes.models import Taalkoppel, Vrijwilliger
from leerroutes.queries.partner import van_organisatie
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht

PER_PAGINA = 25
HOOGSTENS_KEUZES = 50


@dataclass(frozen=True, kw_only=True)
class Gekoppelde:
    naam: str
    dossiernummer: str


@dataclass(frozen=True, kw_only=True)
class Vrijwilligerregel:
    """`anderen`: how many are helped of whom this colleague may not see the dossier."""

    vrijwilliger: Vrijwilliger
    mensen: Sequence[Gekoppelde]
    anderen: int
    vrij: int


@dataclass(frozen=True, kw_only=True)
class Vrijwilligersblad:
    """`volgende`: after whom the next page goes on. `koppels_elders`: of other organisations."""

    regels: Sequence[Vrijwilligerregel]
    volgende: str
    aantal: int
    koppels_elders: int


@dataclass(frozen=True, kw_only=True)
class Voorstel:
    """A volunteer with room, and why this one goes well with the person; "" when only for room."""

    vrijwilliger: Vrijwilliger
    waarom: str
    vrij: int


@dataclass(frozen=True, kw_only=True)
class Koppelregel:
    """`uren` is what was attended with this volunteer so far."""

    koppel: Taalkoppel
    uren: Decimal


@dataclass(frozen=True, kw_only=True)
class Koppels:
    """`anderen`: how many run with volunteers this colleague does not see."""

    regels: Sequence[Koppelregel]
    anderen: int


def vrijwilligers_voor(medewerker: Medewerker) -> QuerySet[Vrijwilliger]:
    """The municipality sees all; a partner those of its own organisation."""
    return van_organisatie(Vrijwilliger.objects.all(), medewerker, alles=Recht.PARTICIPATIE)


def vrijwilligersblad(
    medewerker: Medewerker,
    *,
    naam: str = "",
    taal: str = "",
    dorp: str = "",
    gestopt: bool = False,
    na: str = "",
) -> Vrijwilligersblad:
    rijen = vrijwilligers_voor(medewerker).filter(gestopt_op__isnull=not gestopt)
    gezocht = bool(naam or taal or dorp)
    ids = [v.pk for v in rijen if _past(v, naam, taal, dorp)] if gezocht else None
    if ids is not None:
        rijen = rijen.filter(pk__in=ids)
    aantal = rijen.count()
    vorige = rijen.filter(pk=int(na)).first() if na.isascii() and na.isdigit() else None
    if vorige is not None:
        rijen = rijen.filter(Q(naam__gt=vorige.naam) | Q(naam=vorige.naam, pk__gt=vorige.pk))
    gevonden = list(
        _met_koppels(rijen).select_related("partner").order_by("naam", "pk")[: PER_PAGINA + 1]
    )
    blad = gevonden[:PER_PAGINA]
    mensen = _mensen([v.pk for v in blad], medewerker)
    return Vrijwilligersblad(
        regels=[_regel(vrijwilliger, mensen.get(vrijwilliger.pk, [])) for vrijwilliger in blad],
        volgende=str(blad[-1].pk) if len(gevonden) > PER_PAGINA else "",
        aantal=aantal,
        koppels_elders=_koppels_elders(medewerker),
    )


def vrijwilligerregel(vrijwilliger_id: int, *, voor: Medewerker) -> Vrijwilligerregel:
    vrijwilliger = _met_koppels(vrijwilligers_voor(voor)).get(pk=vrijwilliger_id)
    return _regel(vrijwilliger, _mensen([vrijwilliger_id], voor).get(vrijwilliger_id, []))


def voorstellen(dossier: Inburgeraar, *, voor: Medewerker, op: date) -> list[Voorstel]:
    """Who has room: first who speaks a language of this person, then who lives in the village."""
    al = Taalkoppel.objects.filter(inburgeraar=dossier, eind_op=None).values("vrijwilliger")
    rijen = _met_koppels(vrijwilligers_voor(voor)).filter(gestopt_op=None).exclude(pk__in=al)
    talen = {vouw(taal) for taal in (*dossier.persoon.talen, dossier.persoon.tolktaal) if taal}
    dorp = vouw(_dorp(dossier, op))
    gewogen = [(_gewicht(v, talen, dorp), v) for v in rijen if _vrij(v) > 0]
    gewogen.sort(key=lambda paar: (-sum(paar[0]), -paar[0][0], paar[1].naam, paar[1].pk))
    return [
        Voorstel(vrijwilliger=v, waarom=_waarom(v, gewicht, talen), vrij=_vrij(v))
        for gewicht, v in gewogen[:HOOGSTENS_KEUZES]
    ]


def koppels_van(dossier: Inburgeraar, *, voor: Medewerker) -> Koppels:
    """With whom this person practises or did; of other organisations only how many."""
    rijen = koppelregels(dossier)
    eigen = set(vrijwilligers_voor(voor).values_list("pk", flat=True)) if rijen else set()
    gezien = [rij for rij in rijen if rij.koppel.vrijwilliger_id in eigen]
    return Koppels(regels=gezien, anderen=_lopend(rijen) - _lopend(gezien))


def koppelregels(dossier: Inburgeraar) -> list[Koppelregel]:
    gedaan = Sum("urenregels__uren", filter=Q(urenregels__aanwezigheid=Aanwezigheid.AANWEZIG))
    rijen = Taalkoppel.objects.filter(inburgeraar=dossier).annotate(gedaan=gedaan)
    return [
        Koppelregel(koppel=rij, uren=rij.gedaan or Decimal(0))
        for rij in rijen.select_related("vrijwilliger")
    ]


def eigen_koppels(dossier: Inburgeraar, *, voor: Medewerker) -> QuerySet[Taalkoppel]:
    """With volunteers this colleague sees to."""
    rijen: QuerySet[Taalkoppel] = Taalkoppel.objects.zichtbaar_voor(voor)
    return rijen.filter(
        inburgeraar=dossier, vrijwilliger__in=vrijwilligers_voor(voor)
    ).select_related("vrijwilliger")


def laatste_uren(koppels: QuerySet[Taalkoppel]) -> date | None:
    """The last day of which hours with these pairs are recorded."""
    laatste: date | None = koppels.aggregate(laatste=Max("urenregels__op"))["laatste"]
    return laatste


def _lopend(regels: Sequence[Koppelregel]) -> int:
    return sum(regel.koppel.eind_op is None for regel in regels)


def _past(vrijwilliger: Vrijwilliger, naam: str, taal: str, dorp: str) -> bool:
    """Without minding capitals and accents; a part of a word is enough."""
    in_taal = any(vouw(taal) in vouw(kan) for kan in vrijwilliger.talen)
    heet_zo = vouw(naam) in vouw(vrijwilliger.naam)
    return heet_zo and (not taal or in_taal) and vouw(dorp) in vouw(vrijwilliger.dorp)


def _met_koppels(rijen: QuerySet[Vrijwilliger]) -> QuerySet[Vrijwilliger, Any]:
    lopend = Count("taalkoppels", filter=Q(taalkoppels__eind_op=None))
    return rijen.annotate(gekoppeld=lopend)


def _mensen(ids: Sequence[int], voor: Medewerker) -> dict[int, list[Gekoppelde]]:
    """Whom they help now, as far as this colleague may know."""
    zichtbaar: QuerySet[Taalkoppel] = Taalkoppel.objects.zichtbaar_voor(voor)
    rijen = zichtbaar.filter(vrijwilliger__in=ids, eind_op=None)
    uit: dict[int, list[Gekoppelde]] = {}
    for rij in rijen.select_related("inburgeraar__persoon").order_by("start_op", "pk"):
        wie = Gekoppelde(
            naam=rij.inburgeraar.persoon.naam, dossiernummer=rij.inburgeraar.dossiernummer
        )
        uit.setdefault(rij.vrijwilliger_id, []).append(wie)
    return uit


def _koppels_elders(voor: Medewerker) -> int:
    """Pairs with volunteers this colleague does not see."""
    eigen = vrijwilligers_voor(voor)
    return Taalkoppel.objects.filter(eind_op=None).exclude(vrijwilliger__in=eigen).count()


def _regel(vrijwilliger: Vrijwilliger, mensen: Sequence[Gekoppelde]) -> Vrijwilligerregel:
    gekoppeld: int = vrijwilliger.gekoppeld  # type: ignore[attr-defined]  # annotated
    return Vrijwilligerregel(
        vrijwilliger=vrijwilliger,
        mensen=mensen,
        anderen=gekoppeld - len(mensen),
        vrij=_vrij(vrijwilliger),
    )


def _vrij(vrijwilliger: Vrijwilliger) -> int:
    gekoppeld: int = vrijwilliger.gekoppeld  # type: ignore[attr-defined]  # annotated
    return max(vrijwilliger.hoogstens - gekoppeld, 0)


def _dorp(dossier: Inburgeraar, op: date) -> str:
    """Where the person lives on that day; a secret address says nothing, not even the village."""
    nu = Verblijf.objects.filter(
        Q(eind_op=None) | Q(eind_op__gte=op), persoon=dossier.persoon_id, start_op__lte=op
    )
    verblijf = nu.order_by("-start_op").first()
    return verblijf.plaats if verblijf and not verblijf.geheim else ""


def _gewicht(vrijwilliger: Vrijwilliger, talen: set[str], dorp: str) -> tuple[int, int]:
    taal = any(vouw(kan) in talen for kan in vrijwilliger.talen)
    return int(taal), int(bool(dorp) and vouw(vrijwilliger.dorp) == dorp)


def _waarom(vrijwilliger: Vrijwilliger, gewicht: tuple[int, int], talen: set[str]) -> str:
    samen = [kan for kan in vrijwilliger.talen if vouw(kan) in talen]
    delen = [f"spreekt {' en '.join(samen)}"] if gewicht[0] else []
    if gewicht[1]:
        delen.append(f"woont ook in {vrijwilliger.dorp}")
    return ", ".join(delen)

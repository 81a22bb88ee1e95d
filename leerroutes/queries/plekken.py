"""The places to take part: which there are, who is there, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from inburgering.geweigerd import weigering
from leerroutes.enums import PlaatsingStatus, PlaatsingUitkomst
from leerroutes.models import Participatieplek, Plaatsing
from leerroutes.policies.plekken import check_plek_hervatten, check_plek_stoppen
from leerroutes.queries.bezetting import NU_DAAR, plekken_met_bezetting
from medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Plekregel:
    """`vrij` is None without a limit."""

    plek: Participatieplek
    bezet: int
    vrij: int | None


@dataclass(frozen=True, kw_only=True)
class Pleklijst:
    open: Sequence[Plekregel]
    gestopt: Sequence[Plekregel]


@dataclass(frozen=True, kw_only=True)
class Daar:
    """Who may be seen there now, and `anderen`: how many more there are."""

    plaatsingen: Sequence[Plaatsing]
    anderen: int


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """How many placements ended in this way, or never began."""

    tekst: str
    aantal: int


@dataclass(frozen=True, kw_only=True)
class Plekpagina:
    regel: Plekregel
    daar: Daar
    uitkomsten: Sequence[Uitkomst]
    geen_stoppen: str
    geen_hervatten: str


def pleklijst() -> Pleklijst:
    regels = [plekregel(plek) for plek in plekken_met_bezetting()]
    return Pleklijst(
        open=[regel for regel in regels if regel.plek.gestopt_op is None],
        gestopt=[regel for regel in regels if regel.plek.gestopt_op is not None],
    )


def plekpagina(plek_id: int, *, voor: Medewerker) -> Plekpagina:
    regel = plekregel(plekken_met_bezetting().get(pk=plek_id))
    plaatsingen = Q(plek=plek_id)
    return Plekpagina(
        regel=regel,
        daar=wie_daar(plaatsingen, voor=voor),
        uitkomsten=uitkomsten_van(plaatsingen),
        geen_stoppen=weigering(check_plek_stoppen, regel.plek, bezet=regel.bezet),
        geen_hervatten=weigering(check_plek_hervatten, regel.plek),
    )


def plekregel(plek: Participatieplek) -> Plekregel:
    """Of a place asked for with its `bezet`."""
    bezet: int = plek.bezet  # type: ignore[attr-defined]  # annotated by plekken_met_bezetting
    vrij = None if plek.capaciteit is None else max(plek.capaciteit - bezet, 0)
    return Plekregel(plek=plek, bezet=bezet, vrij=vrij)


def wie_daar(welke: Q, *, voor: Medewerker) -> Daar:
    """Of these placements, those that run or are about to."""
    nu = Q(status__in=NU_DAAR)
    zichtbaar: QuerySet[Plaatsing] = Plaatsing.objects.zichtbaar_voor(voor)
    plaatsingen = list(
        zichtbaar.filter(welke, nu)
        .select_related("inburgeraar__persoon", "vacature")
        .order_by("aangemeld_op", "pk")
    )
    alle = Plaatsing.objects.filter(welke, nu).count()
    return Daar(plaatsingen=plaatsingen, anderen=alle - len(plaatsingen))


def uitkomsten_van(welke: Q) -> list[Uitkomst]:
    """Numbers only, of everybody: for who works with people, not for a report."""
    rijen = (
        Plaatsing.objects.filter(welke)
        .exclude(status__in=NU_DAAR)
        .order_by()
        .values_list("status", "uitkomst")
        .annotate(aantal=Count("pk"))
    )
    aantallen = {
        uitkomst or PlaatsingStatus.NIET_DOORGEGAAN.value: aantal
        for _status, uitkomst, aantal in rijen
    }
    namen = [*PlaatsingUitkomst, PlaatsingStatus.NIET_DOORGEGAAN]
    return [
        Uitkomst(tekst=str(naam.label), aantal=aantallen[naam.value])
        for naam in namen
        if naam.value in aantallen
    ]

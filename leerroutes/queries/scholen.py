"""The schools one can choose from, and how full they are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q, QuerySet

from inburgering.enums import DossierStatus
from leerroutes.enums import AanbiederSoort, DeelnameStatus
from leerroutes.models import Aanbieder, Contract, Deelname, Inburgeringsaanbod
from leerroutes.models.aanbod import LOPEND_AANBOD

LESSEN = [AanbiederSoort.TAAL.value, AanbiederSoort.TAALSCHAKEL.value]


@dataclass(frozen=True, kw_only=True)
class Bezetting:
    """Places taken or promised at a school, against what its contracts give at once."""

    bezet: int
    plaatsen: int

    @property
    def vol(self) -> bool:
        return self.bezet >= self.plaatsen

    @property
    def tekst(self) -> str:
        return f"{self.bezet} van {self.plaatsen} plaatsen bezet of toegezegd"


def scholen(*, op: date) -> list[Aanbieder]:
    """Who gives lessons on that day."""
    gebruikt = Q(gestopt_op=None) | Q(gestopt_op__gt=op)
    return list(Aanbieder.objects.filter(gebruikt, soorten__overlap=LESSEN))


def bezettingen(aanbieders: Collection[int], *, op: date) -> dict[int, Bezetting]:
    """Of the schools with a contract that limits how many come at once; the others have room."""
    plaatsen = _plaatsen(aanbieders, op=op)
    hier = Q(aanbieder__in=list(plaatsen))
    aanboden = Inburgeringsaanbod.objects.filter(
        hier, status__in=LOPEND_AANBOD, inburgeraar__status=DossierStatus.ACTIEF
    )
    eigen = lopende_lessen().filter(hier, aanbod=None)
    bezet = dict.fromkeys(plaatsen, 0)
    for rijen in (aanboden, eigen):
        tellingen = rijen.order_by().values_list("aanbieder").annotate(Count("pk"))
        for aanbieder_id, aantal in tellingen:
            bezet[aanbieder_id] += aantal
    return {pk: Bezetting(bezet=bezet[pk], plaatsen=plaatsen[pk]) for pk in plaatsen}


def lopende_lessen() -> QuerySet[Deelname]:
    """Of whose dossier runs: one at rest keeps its lessons, but takes no place."""
    rijen: QuerySet[Deelname] = Deelname.objects.filter(
        status=DeelnameStatus.GESTART, inburgeraar__status=DossierStatus.ACTIEF
    )
    return rijen


def _plaatsen(aanbieders: Collection[int], *, op: date) -> dict[int, int]:
    """The largest contract that holds: plots of one tender are not added up."""
    geldt = Q(start_op__lte=op) & (Q(eind_op=None) | Q(eind_op__gte=op))
    contracten = Contract.objects.filter(
        geldt, aanbieder__in=aanbieders, capaciteit__isnull=False
    ).order_by()
    return dict(contracten.values_list("aanbieder").annotate(Max("capaciteit")))

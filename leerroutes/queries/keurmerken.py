"""Whether the lessons of a school count: it must have the mark that goes with them (Wi 8.2, 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from leerroutes.enums import KeurmerkSoort, Lessoort
from leerroutes.models import Keurmerk, Urenregel
from leerroutes.policies.uren import MET_KEURMERK

_Perioden = Sequence[tuple[date, date | None]]


def keurmerk_voor(lessoort: Lessoort) -> KeurmerkSoort:
    """The taalschakeltraject asks for a recognised diploma, all other lessons for Blik op Werk."""
    if lessoort == Lessoort.TAALSCHAKEL:
        return KeurmerkSoort.DIPLOMA_ERKENNING
    return KeurmerkSoort.BLIK_OP_WERK


@dataclass(frozen=True)
class Keurmerken:
    """The marks of some providers; a period is inclusive, None is no end known."""

    perioden: Mapping[tuple[int, str], _Perioden]

    def geldt(self, aanbieder_id: int, *, voor: Lessoort, op: date) -> bool:
        perioden = self.perioden.get((aanbieder_id, keurmerk_voor(voor).value), ())
        return any(start <= op and (eind is None or op <= eind) for start, eind in perioden)


def keurmerken_van(aanbieders: Collection[int]) -> Keurmerken:
    """In one query, to ask of many lessons at once."""
    perioden: dict[tuple[int, str], list[tuple[date, date | None]]] = defaultdict(list)
    rijen = Keurmerk.objects.filter(aanbieder__in=aanbieders) if aanbieders else []
    for rij in rijen:
        perioden[rij.aanbieder_id, rij.soort].append((rij.start_op, rij.eind_op))
    return Keurmerken(perioden)


def heeft_keurmerk(aanbieder_id: int, *, voor: Lessoort, op: date) -> bool:
    return keurmerken_van([aanbieder_id]).geldt(aanbieder_id, voor=voor, op=op)


def anders_beoordeeld(aanbieder_id: int) -> QuerySet[Urenregel]:
    """The lessons at this school of which its marks say otherwise than is recorded.

    Asked of the database: a large school has many more lessons than there are to put right.
    """
    merken = Keurmerk.objects.filter(
        Q(eind_op=None) | Q(eind_op__gte=OuterRef("op")),
        aanbieder=aanbieder_id,
        start_op__lte=OuterRef("op"),
    )
    geldt = Q()
    for lessoort in Lessoort:
        passend = merken.filter(soort=keurmerk_voor(lessoort))
        geldt |= Q(Exists(passend), deelname__lessoort=lessoort)
    lessen = Urenregel.objects.filter(
        deelname__aanbieder=aanbieder_id, soort__in=[soort.value for soort in MET_KEURMERK]
    )
    return lessen.filter(Q(~geldt, erkend=True) | Q(geldt, erkend=False))

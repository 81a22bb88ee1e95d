"""Who opened which part of which dossier: read by key, newest first, without names of clients."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet

from inburgering.datums import AMSTERDAM
from inburgering.models import Raadpleging
from werkplek.queries.sleutel import ouder_dan, sleutel

PER_PAGINA = 50


@dataclass(frozen=True)
class Raadpleegregel:
    at: datetime
    wie: str
    dossiernummer: str
    onderdeel: str


@dataclass(frozen=True)
class Blad:
    regels: list[Raadpleegregel]
    volgende: str


def raadplegingen(keuzes: dict[str, Any], cursor: str) -> Blad:
    """One page of the log. Past `zichtbaar_voor` on purpose: it watches who looks, names none."""
    rijen = _gefilterd(keuzes).order_by("-at", "-pk").select_related("medewerker", "inburgeraar")
    gevonden = list(rijen.filter(ouder_dan(cursor))[: PER_PAGINA + 1])
    blad = gevonden[:PER_PAGINA]
    meer = len(gevonden) > PER_PAGINA
    return Blad(
        regels=[_regel(rij) for rij in blad],
        volgende=sleutel(blad[-1]) if meer else "",
    )


def _gefilterd(keuzes: dict[str, Any]) -> QuerySet[Raadpleging]:
    rijen = Raadpleging.objects.all()
    if keuzes.get("medewerker"):
        rijen = rijen.filter(medewerker=keuzes["medewerker"])
    if keuzes.get("dossiernummer"):
        rijen = rijen.filter(inburgeraar__dossiernummer=keuzes["dossiernummer"].strip())
    if keuzes.get("van"):
        rijen = rijen.filter(at__gte=_middernacht(keuzes["van"]))
    if keuzes.get("tot"):
        rijen = rijen.filter(at__lt=_middernacht(keuzes["tot"] + timedelta(days=1)))
    return rijen


def _middernacht(op: date) -> datetime:
    return datetime.combine(op, time.min, tzinfo=AMSTERDAM)


def _regel(rij: Raadpleging) -> Raadpleegregel:
    return Raadpleegregel(
        at=rij.at,
        wie=rij.medewerker.naam,
        dossiernummer=rij.inburgeraar.dossiernummer,
        onderdeel=rij.onderdeel,
    )

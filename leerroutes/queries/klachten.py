"""Complaints about a provider; whose they are only for who may see that person."""

from __future__ import annotations

from dataclasses import dataclass

from inburgering.models import Inburgeraar
from leerroutes.models import Klacht
from medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Klachtregel:
    """`van` and `dossiernummer` are "" when it is nobody's, or of somebody one may not see."""

    klacht: Klacht
    van: str
    dossiernummer: str


def klachten(aanbieder_id: int, *, voor: Medewerker) -> list[Klachtregel]:
    rijen = Klacht.objects.filter(aanbieder=aanbieder_id)
    eigen = rijen.zichtbaar_voor(voor).select_related("inburgeraar__persoon")
    van = {rij.pk: rij.inburgeraar for rij in eigen}
    return [_regel(rij, van.get(rij.pk)) for rij in rijen]


def _regel(klacht: Klacht, van: Inburgeraar | None) -> Klachtregel:
    if van is None:
        return Klachtregel(klacht=klacht, van="", dossiernummer="")
    return Klachtregel(klacht=klacht, van=van.persoon.naam, dossiernummer=van.dossiernummer)

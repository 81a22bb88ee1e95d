"""Employers, their vacancies, and who of ours works there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from inburgering.geweigerd import weigering
from leerroutes.enums import PlaatsingStatus, VacatureStatus
from leerroutes.models import Vacature, Werkgever
from leerroutes.policies.plekken import (
    check_vacature_heropenen,
    check_vacature_laten_vervallen,
    check_werkgever_actief,
    check_werkgever_stoppen,
)
from leerroutes.queries.bezetting import bezet_bij_werkgever, vacatures_met_bezetting
from leerroutes.queries.plekken import Daar, Uitkomst, uitkomsten_van, wie_daar
from medewerkers.models import Medewerker

PER_BLAD = 50


@dataclass(frozen=True, kw_only=True)
class Werkgeverregel:
    """`vacatures` that are open, and how many people of ours work there."""

    werkgever: Werkgever
    vacatures: int
    aan_het_werk: int


@dataclass(frozen=True, kw_only=True)
class Werkgeverlijst:
    """One sheet, by name; `volgende` is the name after which the next begins, "" at the end."""

    regels: Sequence[Werkgeverregel]
    volgende: str


@dataclass(frozen=True, kw_only=True)
class Vacatureregel:
    """`vol`: all places of a vacancy that is still open are taken."""

    vacature: Vacature
    bezet: int
    vol: bool
    geen_vervallen: str
    geen_heropenen: str

    @property
    def open(self) -> bool:
        return bool(self.vacature.status == VacatureStatus.OPEN)


@dataclass(frozen=True, kw_only=True)
class Werkgeverpagina:
    werkgever: Werkgever
    open: Sequence[Vacatureregel]
    gesloten: Sequence[Vacatureregel]
    daar: Daar
    uitkomsten: Sequence[Uitkomst]
    geen_openen: str
    geen_stoppen: str


def werkgeverlijst(*, na: str = "", zoek: str = "", gestopt: bool = False) -> Werkgeverlijst:
    """Those whose name, branch or village has `zoek` in it, from after the name `na`.

    `gestopt`: those that stopped, instead of those that did not.
    """
    bezig = Q(vacatures__plaatsingen__status=PlaatsingStatus.GESTART)
    rijen = Werkgever.objects.annotate(
        open_vacatures=Count(
            "vacatures", filter=Q(vacatures__status=VacatureStatus.OPEN), distinct=True
        ),
        aan_het_werk=Count("vacatures__plaatsingen", filter=bezig, distinct=True),
    ).order_by("naam")
    rijen = rijen.filter(gestopt_op__isnull=not gestopt)
    if zoek:
        rijen = rijen.filter(
            Q(naam__icontains=zoek) | Q(branche__icontains=zoek) | Q(plaats__icontains=zoek)
        )
    if na:
        rijen = rijen.filter(naam__gt=na)
    blad = list(rijen[: PER_BLAD + 1])
    regels = [
        Werkgeverregel(werkgever=rij, vacatures=rij.open_vacatures, aan_het_werk=rij.aan_het_werk)
        for rij in blad[:PER_BLAD]
    ]
    meer = len(blad) > PER_BLAD
    return Werkgeverlijst(regels=regels, volgende=regels[-1].werkgever.naam if meer else "")


def open_vacatures() -> list[Vacatureregel]:
    """Of all employers, those with room first."""
    rijen = vacatures_met_bezetting().filter(status=VacatureStatus.OPEN)
    return sorted(
        (_vacature(rij) for rij in rijen),
        key=lambda regel: (regel.vol, regel.vacature.werkgever.naam, regel.vacature.pk),
    )


def werkgeverpagina(werkgever: Werkgever, *, voor: Medewerker) -> Werkgeverpagina:
    regels = [_vacature(rij) for rij in vacatures_met_bezetting().filter(werkgever=werkgever)]
    plaatsingen = Q(vacature__werkgever=werkgever)
    open_ = [regel for regel in regels if regel.open]
    return Werkgeverpagina(
        werkgever=werkgever,
        open=open_,
        gesloten=[regel for regel in regels if not regel.open],
        daar=wie_daar(plaatsingen, voor=voor),
        uitkomsten=uitkomsten_van(plaatsingen),
        geen_openen=weigering(check_werkgever_actief, werkgever),
        geen_stoppen=weigering(
            check_werkgever_stoppen,
            werkgever,
            open_vacatures=len(open_),
            daar=bezet_bij_werkgever(werkgever.pk),
        ),
    )


def _vacature(vacature: Vacature) -> Vacatureregel:
    """Of a vacancy asked for with its numbers."""
    bezet: int = vacature.bezet  # type: ignore[attr-defined]  # by vacatures_met_bezetting
    aangemeld: int = vacature.aangemeld  # type: ignore[attr-defined]  # idem
    is_open = vacature.status == VacatureStatus.OPEN
    return Vacatureregel(
        vacature=vacature,
        bezet=bezet,
        vol=is_open and bezet >= vacature.plaatsen,
        geen_vervallen=weigering(check_vacature_laten_vervallen, vacature, aangemeld=aangemeld),
        geen_heropenen="" if is_open else weigering(check_vacature_heropenen, vacature),
    )

"""The taalschakeltraject of one person: the last one, its parts, and those before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from leerroutes.enums import AanbiederSoort, DeelnameStatus, Lessoort, TaalschakelStatus
from leerroutes.models import (
    Aanbieder,
    Deelname,
    TaalschakelOnderdeel,
    Taalschakeltraject,
    Traject,
    TrajectStatus,
)
from leerroutes.policies.taalschakel import check_te_starten
from wet.leerroutes import Leerroute


@dataclass(frozen=True, kw_only=True)
class Taalschakelpagina:
    """`geen_starten`: why a new one cannot be started now. `deelname`: the lessons that run."""

    schakel: Taalschakeltraject | None
    delen: Sequence[TaalschakelOnderdeel]
    eerdere: Sequence[Taalschakeltraject]
    deelname: Deelname | None
    geen_starten: str
    op_onderwijsroute: bool


def taalschakelpagina(dossier: Inburgeraar) -> Taalschakelpagina:
    alle = list(Taalschakeltraject.objects.filter(inburgeraar=dossier).select_related("aanbieder"))
    schakel = alle[0] if alle else None
    traject = lopend_traject(dossier.pk)
    return Taalschakelpagina(
        schakel=schakel,
        delen=list(schakel.onderdelen.all()) if schakel else [],
        eerdere=alle[1:],
        deelname=lopende_deelname(dossier.pk),
        geen_starten=weigering(check_loopt, dossier)
        or weigering(check_te_starten, traject, lopend=_lopend(alle)),
        op_onderwijsroute=traject is not None and traject.leerroute == Leerroute.O.value,
    )


def lopend_traject(dossier_id: int) -> Traject | None:
    return Traject.objects.filter(inburgeraar=dossier_id, status=TrajectStatus.LOPEND).first()


def lopende_schakel(dossier_id: int) -> Taalschakeltraject | None:
    return Taalschakeltraject.objects.filter(
        inburgeraar=dossier_id, status=TaalschakelStatus.LOPEND
    ).first()


def lopende_deelname(dossier_id: int) -> Deelname | None:
    """The lessons that are followed for it: school and first day stand there."""
    return (
        Deelname.objects.filter(
            inburgeraar=dossier_id, lessoort=Lessoort.TAALSCHAKEL, status=DeelnameStatus.GESTART
        )
        .select_related("aanbieder")
        .first()
    )


def scholen() -> QuerySet[Aanbieder]:
    """Who gives a taalschakeltraject, and is still used."""
    return Aanbieder.objects.filter(
        soorten__contains=[AanbiederSoort.TAALSCHAKEL], gestopt_op__isnull=True
    )


def _lopend(alle: Sequence[Taalschakeltraject]) -> Taalschakeltraject | None:
    return next((rij for rij in alle if rij.status == TaalschakelStatus.LOPEND), None)

"""The talks of one person: to come, held, and dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from inburgering.datums import lokale_datum
from inburgering.enums import AfspraakStatus
from inburgering.geweigerd import weigering
from inburgering.models import Afspraak, Inburgeraar
from inburgering.policies import check_loopt
from leerroutes.enums import GesprekStatus
from leerroutes.models import Traject, Voortgangsgesprek
from leerroutes.policies.gesprekken import MINDER
from leerroutes.queries.aanbod import lopend_traject


@dataclass(frozen=True, kw_only=True)
class Gesprekregel:
    """`afspraak`: as it is planned; `geweest`: its moment has passed. `dagen` until it is due."""

    gesprek: Voortgangsgesprek
    afspraak: Afspraak | None
    geweest: bool
    dagen: int

    @property
    def soort(self) -> str:
        return "fout" if self.dagen < 0 else "let_op" if self.dagen <= _DRINGEND else "neutraal"


_DRINGEND = 14


@dataclass(frozen=True, kw_only=True)
class Gesprekkentab:
    """`gevoerd`: the latest first. `afgesproken` counts what the plan agreed, and what an extension
    by DUO adds at the same pace.
    """

    traject: Traject | None
    gepland: Sequence[Gesprekregel]
    gevoerd: Sequence[Voortgangsgesprek]
    vervallen: Sequence[Voortgangsgesprek]
    gevoerd_uit_plan: int
    afgesproken: int
    geen_extra: str


def gesprekkentab(dossier: Inburgeraar, *, nu: datetime) -> Gesprekkentab:
    traject = lopend_traject(dossier.pk)
    rijen = list(
        Voortgangsgesprek.objects.filter(inburgeraar=dossier).select_related(
            "afspraak", "gehouden_door", "traject"
        )
    )
    gevoerd = [rij for rij in rijen if rij.status == GesprekStatus.GEHOUDEN]
    uit_plan = [rij for rij in rijen if traject and rij.traject_id == traject.pk]
    return Gesprekkentab(
        traject=traject,
        gepland=[_regel(rij, nu) for rij in rijen if rij.status == GesprekStatus.GEPLAND],
        gevoerd=sorted(gevoerd, key=_gevoerd_op, reverse=True),
        vervallen=[rij for rij in rijen if rij.status == GesprekStatus.VERVALLEN],
        gevoerd_uit_plan=len([rij for rij in uit_plan if rij in gevoerd]),
        afgesproken=len([rij for rij in uit_plan if rij.reden != MINDER]),
        geen_extra=weigering(check_loopt, dossier),
    )


def _gevoerd_op(gesprek: Voortgangsgesprek) -> tuple[str, int]:
    return str(gesprek.gehouden_op), gesprek.nummer


def _regel(gesprek: Voortgangsgesprek, nu: datetime) -> Gesprekregel:
    afspraak = gesprek.afspraak
    if afspraak is not None and afspraak.status != AfspraakStatus.GEPLAND:
        afspraak = None
    return Gesprekregel(
        gesprek=gesprek,
        afspraak=afspraak,
        geweest=afspraak is not None and afspraak.begint_at <= nu,
        dagen=(gesprek.uiterlijk_op - lokale_datum(nu)).days,
    )

"""What a change of route or a step down rests on, and what it would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.models import Inburgeraar
from leerroutes.enums import GesprekStatus, TrajectEinde
from leerroutes.models import Traject, Voortgangsgesprek
from leerroutes.queries.feiten import Gegevens, uren_per_soort, urengegevens_van
from leerroutes.queries.gesloten import met_schakel4_afgerond
from leerroutes.queries.voortgang import Eisregel, eisregels
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute, Uren, Urensoort


@dataclass(frozen=True, kw_only=True)
class Wisselfeiten:
    """The traject that runs, the term (both days inclusive), and the hours per kind so far.

    `gegevens` need hold no more than hours. `afgerond`: schakel 4 is closed.
    """

    traject: Traject
    doelgroep: Doelgroep
    gegevens: Gegevens
    start_op: date | None
    eind_op: date | None
    uren: Mapping[Urensoort, Uren]
    afgerond: bool

    @property
    def leerroute(self) -> Leerroute:
        return Leerroute(self.traject.leerroute)


def wisselfeiten(dossier: Inburgeraar, gegevens: Gegevens | None = None) -> Wisselfeiten | None:
    """None when no traject runs. One of which the plan was taken back can still be changed."""
    if gegevens is None:
        gegevens = urengegevens_van(dossier.pk)
    traject, termijn = gegevens.traject, gegevens.termijn
    if traject is None or traject.einde not in ("", TrajectEinde.INGETROKKEN):
        return None
    return Wisselfeiten(
        traject=traject,
        doelgroep=Doelgroep(dossier.doelgroep),
        gegevens=gegevens,
        start_op=termijn.start_op if termijn else None,
        eind_op=termijn.eind_op if termijn else None,
        uren=uren_per_soort(gegevens, traject=traject),
        afgerond=bool(met_schakel4_afgerond([dossier.pk])),
    )


def eisen_nu(wissel: Wisselfeiten, gegevens: Gegevens) -> list[Eisregel]:
    """The checklist by all the evidence."""
    return eisregels(gegevens, doelgroep=wissel.doelgroep)


def eisen_na(
    wissel: Wisselfeiten,
    gegevens: Gegevens,
    *,
    leerroute: Leerroute,
    op: date,
    afgeschaald: Sequence[str] = (),
    cursusnorm: int | None = None,
) -> list[Eisregel]:
    """The checklist as it would be with another route, with these parts at A2, or with fewer
    course hours, from `op`.

    Nothing is stored. Lessons of the route so far count as those of an earlier route would.
    """
    gedacht = Traject(
        inburgeraar_id=wissel.traject.inburgeraar_id,
        leerroute=leerroute.value,
        afgeschaald=list(afgeschaald),
        pvt_uren=wissel.traject.pvt_uren,
        map_uren=wissel.traject.map_uren,
        cursusnorm=cursusnorm,
        start_op=op,
    )
    return eisregels(gegevens, doelgroep=wissel.doelgroep, traject=gedacht)


def laatste_gesprek(dossier: Inburgeraar) -> Voortgangsgesprek | None:
    return (
        Voortgangsgesprek.objects.filter(inburgeraar=dossier, status=GesprekStatus.GEHOUDEN)
        .order_by("-gehouden_op", "-pk")
        .first()
    )

"""What the tab Coaching shows. No amount is read for it, so that none can be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from ontzorgen.enums import CoachStatus, Zelfstandigheid
from ontzorgen.models import Coachmoment, Uitkering, VasteLast
from wet.ontzorgen import Lastsoort

STAPPEN = tuple(Zelfstandigheid)


@dataclass(frozen=True, kw_only=True)
class Stap:
    """How far the household is with one kind of cost: step `nummer` of all."""

    soort: str
    naam: str
    nummer: int
    klaar: bool


@dataclass(frozen=True, kw_only=True)
class Momentregel:
    """`dag` is when it was held, else for when it is planned; `voorbij`: planned and not held."""

    moment: Coachmoment
    dag: date
    wie: str
    voorbij: bool


@dataclass(frozen=True, kw_only=True)
class Coachtab:
    gepland: Sequence[Momentregel]
    geweest: Sequence[Momentregel]
    stappen: Sequence[Stap]
    alle_stappen: Sequence[str]
    geen_plannen: str


def momenten_voor(medewerker: Medewerker) -> QuerySet[Coachmoment]:
    """A partner sees the moments of its own organisation; the municipality all."""
    rijen = Coachmoment.objects.zichtbaar_voor(medewerker)
    if medewerker.heeft(Recht.ONTZORGEN_ZIEN):
        return rijen
    if medewerker.partnerorganisatie_id is None:
        return rijen.none()
    return rijen.filter(organisatie=medewerker.partnerorganisatie_id)


def coachtab(dossier: Inburgeraar, *, voor: Medewerker, op: date) -> Coachtab:
    rijen = momenten_voor(voor).filter(inburgeraar=dossier).select_related("organisatie")
    regels = [_regel(moment, op) for moment in rijen]
    gepland = [r for r in regels if r.moment.status == CoachStatus.GEPLAND]
    return Coachtab(
        gepland=sorted(gepland, key=_dag),
        geweest=sorted(
            (r for r in regels if r.moment.status != CoachStatus.GEPLAND), key=_dag, reverse=True
        ),
        stappen=_stappen(dossier.pk),
        alle_stappen=[stap.label for stap in STAPPEN],
        geen_plannen=weigering(check_loopt, dossier),
    )


def _regel(moment: Coachmoment, op: date) -> Momentregel:
    organisatie = moment.organisatie.naam if moment.organisatie else "de gemeente"
    return Momentregel(
        moment=moment,
        dag=moment.gehouden_op or moment.op,
        wie=f"{moment.coach}, {organisatie}" if moment.coach else organisatie,
        voorbij=moment.status == CoachStatus.GEPLAND and moment.op < op,
    )


def _dag(regel: Momentregel) -> tuple[date, int]:
    return regel.dag, regel.moment.pk


def _stappen(dossier_id: int) -> list[Stap]:
    """Of the costs that we pay, or paid, from the bijstand that began last."""
    laatste = Uitkering.objects.filter(inburgeraar=dossier_id).order_by("-start_op").values("pk")
    lasten = VasteLast.objects.filter(uitkering__in=laatste[:1], weggelaten_reden="")
    return [
        _stap(soort, Zelfstandigheid(status))
        for soort, status in lasten.values_list("soort", "status")
    ]


def _stap(soort: str, stand: Zelfstandigheid) -> Stap:
    return Stap(
        soort=Lastsoort(soort).label,
        naam=stand.label,
        nummer=STAPPEN.index(stand) + 1,
        klaar=stand is Zelfstandigheid.ZELFSTANDIG,
    )

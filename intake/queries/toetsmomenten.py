"""The moments for the leerbaarheidstoets: which have room, and who sits where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet

from inburgering.geweigerd import weigering
from intake.models import Leerbaarheidstoets, MomentStatus, Toetsmoment, ToetsStatus
from intake.policies.toetsmoment import check_afronden, check_afzeggen, check_wijzigen
from intake.queries.intake import GA_DOOR
from medewerkers.models import Medewerker

_TERUG = timedelta(days=90)


@dataclass(frozen=True, kw_only=True)
class Momentregel:
    """`vrij` is what is left; `af_te_ronden`: it has begun, and nobody said who came."""

    moment: Toetsmoment
    bezet: int
    vrij: int
    af_te_ronden: bool


@dataclass(frozen=True, kw_only=True)
class Momentlijst:
    """`geweest` goes back three months, the latest first."""

    komend: Sequence[Momentregel]
    geweest: Sequence[Momentregel]


@dataclass(frozen=True, kw_only=True)
class Deelnemer:
    toets_id: int
    plek: int
    naam: str
    dossiernummer: str
    examennummer: str
    heeft_uitslag: bool


@dataclass(frozen=True, kw_only=True)
class Momentpagina:
    """`anderen`: how many sit there of whom this colleague may not see the dossier."""

    regel: Momentregel
    deelnemers: Sequence[Deelnemer]
    anderen: int
    geen_wijzigen: str
    geen_afzeggen: str
    geen_afronden: str


def momentlijst(*, nu: datetime) -> Momentlijst:
    regels = [_regel(moment, nu) for moment in _met_bezetting().filter(begint_at__gt=nu - _TERUG)]
    komend = [regel for regel in regels if regel.moment.begint_at > nu or regel.af_te_ronden]
    geweest = [regel for regel in regels if regel not in komend]
    return Momentlijst(komend=komend, geweest=geweest[::-1])


def vrije_momenten(*, nu: datetime, behalve: int | None = None) -> list[Momentregel]:
    """Where there is still room, but for the moment where one sits already."""
    momenten = _met_bezetting().filter(status=MomentStatus.GEPLAND, begint_at__gt=nu)
    regels = [_regel(moment, nu) for moment in momenten]
    return [regel for regel in regels if regel.vrij > 0 and regel.moment.pk != behalve]


def momentpagina(moment_id: int, *, voor: Medewerker, nu: datetime) -> Momentpagina:
    moment = _met_bezetting().get(pk=moment_id)
    regel = _regel(moment, nu)
    deelnemers = [_deelnemer(toets) for toets in toetsen_op(moment_id, voor=voor)]
    return Momentpagina(
        regel=regel,
        deelnemers=deelnemers,
        anderen=regel.bezet - len(deelnemers),
        geen_wijzigen=weigering(check_wijzigen, moment, nu=nu),
        geen_afzeggen=weigering(check_afzeggen, moment, reden=GA_DOOR, nu=nu),
        geen_afronden=weigering(check_afronden, moment, nu=nu),
    )


def toetsen_op(moment_id: int, *, voor: Medewerker) -> QuerySet[Leerbaarheidstoets]:
    """Who sit there, as far as this colleague may know, by seat."""
    rijen: QuerySet[Leerbaarheidstoets] = Leerbaarheidstoets.objects.zichtbaar_voor(voor)
    return (
        rijen.filter(moment=moment_id).select_related("inburgeraar__persoon").order_by("plek", "pk")
    )


def _met_bezetting() -> QuerySet[Toetsmoment]:
    return Toetsmoment.objects.annotate(
        bezet=Count("toetsen", filter=Q(toetsen__plek__isnull=False))
    )


def _regel(moment: Toetsmoment, nu: datetime) -> Momentregel:
    bezet: int = moment.bezet  # type: ignore[attr-defined]  # annotated above
    gepland = moment.status == MomentStatus.GEPLAND
    return Momentregel(
        moment=moment,
        bezet=bezet,
        vrij=max(moment.plaatsen - bezet, 0),
        af_te_ronden=gepland and moment.begint_at <= nu,
    )


def _deelnemer(toets: Leerbaarheidstoets) -> Deelnemer:
    assert toets.plek is not None  # who sits at a moment has a seat
    return Deelnemer(
        toets_id=toets.pk,
        plek=toets.plek,
        naam=toets.inburgeraar.persoon.naam,
        dossiernummer=toets.inburgeraar.dossiernummer,
        examennummer=toets.examennummer,
        heeft_uitslag=toets.status == ToetsStatus.AFGENOMEN,
    )

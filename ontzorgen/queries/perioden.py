"""Who has a right to ontzorgen, which periods run, and what their pages show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import OuterRef, Q, QuerySet, Subquery

from inburgering.enums import Regime, TermijnSoort, VerblijfsrechtSoort
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar, Termijn, Verblijfsrecht
from inburgering.policies import check_loopt
from medewerkers.models import Medewerker
from ontzorgen.models import EindeReden, Ontzorgperiode, OntzorgStatus, Uitkering
from ontzorgen.policies.perioden import check_activeerbaar, check_herzien
from wet.bronnen import voluit
from wet.datums import maanden_na
from wet.normen import NORMEN, norm
from wet.ontzorgen import recht_op_ontzorgen
from wet.uitkomst import Uitkomst

PER_PAGINA = 25
LOPEND = (OntzorgStatus.AANGEMELD, OntzorgStatus.ACTIEF)
ASIEL_BEPAALDE_TIJD = (VerblijfsrechtSoort.ASIEL_BEPAALD, VerblijfsrechtSoort.NAREIS)
"""Who followed a family member holds a derived asylum permit, which is for a fixed time too."""


@dataclass(frozen=True, kw_only=True)
class Stand:
    """Where a period is on a day: the `dag`-th day, in month `maand` of `maanden`."""

    dag: int
    maand: int
    maanden: int
    dagen_over: int


@dataclass(frozen=True, kw_only=True)
class Uitleg:
    """The answer of the law, to show under "waarom?"."""

    stappen: Sequence[str]
    bron: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Ontzorgtab:
    """Each `geen_…` is the reason why that cannot be done now.

    `eerder` is the last day of a former period: the law does not say what that does to a new one.
    """

    uitkering: Uitkering | None
    periode: Ontzorgperiode | None
    stand: Stand | None
    recht: bool | None
    waarom_recht: Uitleg | None
    waarom_datums: Uitleg | None
    eerder: date | None
    te_herzien: bool
    vroegere: Sequence[Uitkering]
    geen_bijstand: str
    geen_herzien: str
    geen_activeren: str


@dataclass(frozen=True, kw_only=True)
class Lijstregel:
    nummer: str
    naam: str
    status: str
    geregeld: bool
    start_op: date
    eind_op: date
    stand: Stand


@dataclass(frozen=True, kw_only=True)
class Lijst:
    regels: Sequence[Lijstregel]
    aantal: int
    te_regelen: int
    vorige_url: str
    volgende_url: str


def recht_van(dossier: Inburgeraar, *, bijstand_op: date | None) -> Uitkomst[bool]:
    """Whether there is a right, by the permit that is valid on the day the bijstand begins."""
    return recht_op_ontzorgen(
        asielvergunning_bepaalde_tijd=_asiel_bepaalde_tijd(dossier.persoon_id, bijstand_op),
        bijstand_op=bijstand_op,
        plichtig_wi2021=dossier.regime == Regime.WI2021,
    )


def past_niet(periode: Ontzorgperiode | None, recht: Uitkomst[bool]) -> bool:
    """Whether the ontzorgen does not go with the permit as it is known now.

    A permit that was corrected afterwards: somebody is paid for without a right, or the other way
    round.
    """
    if periode is not None and periode.loopt:
        return not recht.bekend
    nooit = periode is None or periode.reden_einde == EindeReden.GEEN_RECHT
    return nooit and bool(recht.bekend)


def te_herzien() -> QuerySet[Uitkering]:
    """`past_niet`, asked of all bijstand at once."""
    recht = Q(
        inburgeraar__regime=Regime.WI2021,
        vergunning__in=ASIEL_BEPAALDE_TIJD,
        start_op__gte=NORMEN["ontzorgen_maanden"][0].geldig_vanaf,
    )
    loopt = Q(ontzorgperiode__status__in=LOPEND)
    nooit = Q(ontzorgperiode=None) | Q(ontzorgperiode__reden_einde=EindeReden.GEEN_RECHT)
    geen_vergunning = Q(vergunning=None)
    op_die_dag = _vergunningen_op(OuterRef("start_op")).filter(
        persoon=OuterRef("inburgeraar__persoon")
    )
    return Uitkering.objects.annotate(vergunning=Subquery(op_die_dag.values("soort")[:1])).filter(
        (loopt & (geen_vergunning | ~recht)) | (nooit & recht)
    )


def natuurlijk_einde(periode: Ontzorgperiode, *, op: date) -> tuple[EindeReden, date] | None:
    """Why and on which day it ended by itself, or None: on its last day it still runs."""
    bijstand_tot = periode.uitkering.eind_op
    if bijstand_tot is not None and bijstand_tot < periode.eind_op:
        einde = (EindeReden.BIJSTAND, bijstand_tot)
    else:
        einde = (EindeReden.PERIODE, periode.eind_op)
    return einde if einde[1] < op else None


def afgelopen(op: date) -> QuerySet[Ontzorgperiode]:
    """Running periods that are over on `op`."""
    return Ontzorgperiode.objects.filter(status__in=LOPEND).filter(
        Q(eind_op__lt=op) | Q(uitkering__eind_op__lt=op)
    )


def stand_op(periode: Ontzorgperiode, *, op: date) -> Stand:
    """A month begins on the day number on which the period began."""
    maanden = norm("ontzorgen_maanden", periode.start_op).aantal
    begonnen = [m for m in range(maanden) if maanden_na(periode.start_op, m) <= op]
    return Stand(
        dag=max((op - periode.start_op).days + 1, 0),
        maand=len(begonnen),
        maanden=maanden,
        dagen_over=(periode.eind_op - op).days,
    )


def ontzorgtab(dossier: Inburgeraar, *, op: date) -> Ontzorgtab:
    uitkeringen = list(
        Uitkering.objects.filter(inburgeraar=dossier).select_related("ontzorgperiode")
    )
    uitkering = uitkeringen[0] if uitkeringen else None
    vroegere = uitkeringen[1:]
    periode = _periode_van(uitkering)
    recht = recht_van(dossier, bijstand_op=uitkering.start_op) if uitkering else None
    return Ontzorgtab(
        uitkering=uitkering,
        periode=periode,
        stand=stand_op(periode, op=op) if periode and periode.loopt else None,
        recht=recht.bekend if recht else None,
        waarom_recht=_uitleg(recht) if recht else None,
        waarom_datums=_waarom_datums(dossier, periode),
        eerder=max((p.eind_op for p in map(_periode_van, vroegere) if p), default=None),
        te_herzien=recht is not None and past_niet(periode, recht),
        vroegere=vroegere,
        geen_bijstand=_geen_bijstand(dossier, uitkering),
        geen_herzien=weigering(check_herzien, dossier, recht=recht, nodig=True) if recht else "",
        geen_activeren=(
            weigering(check_activeerbaar, periode, dossier=dossier, vandaag=op) if periode else ""
        ),
    )


def lijst(medewerker: Medewerker, *, op: date, pagina: str) -> Lijst:
    """Running periods: what must be arranged first, then what ends first."""
    rijen = (
        Ontzorgperiode.objects.zichtbaar_voor(medewerker)
        .filter(status__in=LOPEND)
        .select_related("uitkering__inburgeraar__persoon")
        .order_by("status", "eind_op", "pk")  # ‘aangemeld’ comes before ‘actief’
    )
    blad = Paginator(rijen, PER_PAGINA).get_page(pagina)
    return Lijst(
        regels=[_regel(periode, op) for periode in blad.object_list],
        aantal=blad.paginator.count,
        te_regelen=rijen.order_by().filter(status=OntzorgStatus.AANGEMELD).count(),
        vorige_url=f"?pagina={blad.previous_page_number()}" if blad.has_previous() else "",
        volgende_url=f"?pagina={blad.next_page_number()}" if blad.has_next() else "",
    )


def _asiel_bepaalde_tijd(persoon_id: int, op: date | None) -> bool | None:
    """None while no permit is known for that day."""
    if op is None:
        return None
    soort = _vergunningen_op(op).filter(persoon=persoon_id).values_list("soort", flat=True).first()
    return None if soort is None else soort in ASIEL_BEPAALDE_TIJD


def _vergunningen_op(op: date | OuterRef) -> QuerySet[Verblijfsrecht]:
    return Verblijfsrecht.objects.filter(Q(eind_op=None) | Q(eind_op__gte=op), start_op__lte=op)


def _periode_van(uitkering: Uitkering | None) -> Ontzorgperiode | None:
    return getattr(uitkering, "ontzorgperiode", None)


def _uitleg(antwoord: Uitkomst[bool]) -> Uitleg:
    return Uitleg(stappen=antwoord.stappen, bron=[voluit(bron) for bron in antwoord.bron])


def _waarom_datums(dossier: Inburgeraar, periode: Ontzorgperiode | None) -> Uitleg | None:
    """As stored with the term, so that it explains the dates that were laid down."""
    if periode is None:
        return None
    termijn = Termijn.objects.filter(
        inburgeraar=dossier,
        soort=TermijnSoort.ONTZORGEN,
        start_op=periode.start_op,
        eind_op=periode.eind_op,
    ).last()
    if termijn is None:
        return None
    return Uitleg(stappen=termijn.stappen, bron=[voluit(bron) for bron in termijn.bron])


def _geen_bijstand(dossier: Inburgeraar, uitkering: Uitkering | None) -> str:
    if uitkering is not None and uitkering.eind_op is None:
        return "De bijstand die is vastgelegd, loopt nog. Vul eerst het einde daarvan in."
    return weigering(check_loopt, dossier)


def _regel(periode: Ontzorgperiode, op: date) -> Lijstregel:
    dossier = periode.uitkering.inburgeraar
    return Lijstregel(
        nummer=dossier.dossiernummer,
        naam=dossier.persoon.naam,
        status=str(periode.get_status_display()),
        geregeld=periode.status == OntzorgStatus.ACTIEF,
        start_op=periode.start_op,
        eind_op=periode.eind_op,
        stand=stand_op(periode, op=op),
    )

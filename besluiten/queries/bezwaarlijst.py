"""Objections beside each other: of all dossiers one may see, and of one dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, QuerySet

from besluiten.models import Besluit, BesluitSoort, Bezwaar, BezwaarStatus
from besluiten.queries.bezwaar import termijnen_van
from inburgering.enums import TermijnSoort
from inburgering.models import Inburgeraar, Termijn
from medewerkers.models import Medewerker
from wet.termijnen import bezwaartermijn

HOOGSTENS = 200
AFGEHANDELD = 50
STATUS_SOORT = {
    BezwaarStatus.ONTVANGEN: "let_op",
    BezwaarStatus.BESLIST: "goed",
    BezwaarStatus.INGETROKKEN: "neutraal",
}


@dataclass(frozen=True, kw_only=True)
class Bezwaarregel:
    """`eind_op`: the last day to decide, when it is known; `dagen` until then while it is open."""

    pk: int
    kenmerk: str
    nummer: str
    naam: str
    besluit: str
    besluit_op: date
    ontvangen_op: date
    op_tijd: str
    op_tijd_soort: str
    eind_op: date | None
    dagen: int | None
    status: str
    status_soort: str
    uitkomst: str


@dataclass(frozen=True, kw_only=True)
class Bezwarenlijst:
    open: Sequence[Bezwaarregel]
    afgehandeld: Sequence[Bezwaarregel]


@dataclass(frozen=True, kw_only=True)
class Besluitregel:
    """A decision somebody may object to. `eind_op` is the last day, when it was made known.

    `bekend_at`: when it came into being here, under which lies the record as known then.
    """

    besluit: Besluit
    bekend_at: datetime
    eind_op: date | None
    verstreken: bool
    loopt_al: bool


def bezwarenlijst(medewerker: Medewerker, *, op: date) -> Bezwarenlijst:
    """What is open by its last day, and what was last dealt with."""
    rijen = Bezwaar.objects.zichtbaar_voor(medewerker)
    open_ = list(_met_namen(rijen.filter(status=BezwaarStatus.ONTVANGEN))[:HOOGSTENS])
    klaar = rijen.exclude(status=BezwaarStatus.ONTVANGEN).order_by(
        F("beslist_op").desc(nulls_last=True), "-pk"
    )
    gereed = list(_met_namen(klaar)[:AFGEHANDELD])
    regels = bezwaarregels([*open_, *gereed], op=op)
    return Bezwarenlijst(
        open=sorted(regels[: len(open_)], key=lambda regel: (regel.eind_op or date.max, regel.pk)),
        afgehandeld=regels[len(open_) :],
    )


def bezwaren_van(dossier: Inburgeraar, *, op: date) -> list[Bezwaarregel]:
    return bezwaarregels(_met_namen(Bezwaar.objects.filter(besluit__inburgeraar=dossier)), op=op)


def besluiten_van(dossier: Inburgeraar, *, op: date) -> list[Besluitregel]:
    """The decisions one can object to; against one on an objection one appeals to the court."""
    open_ = set(
        Bezwaar.objects.filter(
            besluit__inburgeraar=dossier, status=BezwaarStatus.ONTVANGEN
        ).values_list("besluit", flat=True)
    )
    rijen = Besluit.objects.filter(inburgeraar=dossier).exclude(soort=BesluitSoort.BEZWAAR)
    besluiten = list(rijen)
    ontstaan: dict[int, datetime] = dict(
        Besluit.history.filter(id__in=[b.pk for b in besluiten], history_type="+").values_list(
            "id", "history_date"
        )
    )
    return [_besluitregel(besluit, ontstaan[besluit.pk], open_, op) for besluit in besluiten]


def _besluitregel(besluit: Besluit, bekend_at: datetime, open_: set[int], op: date) -> Besluitregel:
    termijn = bezwaartermijn(bekendmaking=besluit.bekendgemaakt_op).bekend
    return Besluitregel(
        besluit=besluit,
        bekend_at=bekend_at,
        eind_op=termijn.eind_op if termijn else None,
        verstreken=bool(termijn and termijn.eind_op < op),
        loopt_al=besluit.pk in open_,
    )


def bezwaarregels(bezwaren: Iterable[Bezwaar], *, op: date) -> list[Bezwaarregel]:
    rijen = list(bezwaren)
    eind = dict(
        Termijn.objects.filter(
            soort=TermijnSoort.BESLISSEN, sleutel__in=[bezwaar.sleutel for bezwaar in rijen]
        )
        .order_by("pk")
        .values_list("sleutel", "eind_op")
    )
    return [_regel(bezwaar, eind.get(bezwaar.sleutel), op) for bezwaar in rijen]


def _regel(bezwaar: Bezwaar, eind_op: date | None, op: date) -> Bezwaarregel:
    dossier, status = bezwaar.besluit.inburgeraar, BezwaarStatus(bezwaar.status)
    op_tijd, soort = in_tijd(bezwaar)
    return Bezwaarregel(
        pk=bezwaar.pk,
        kenmerk=bezwaar.kenmerk,
        nummer=dossier.dossiernummer,
        naam=dossier.persoon.naam,
        besluit=bezwaar.besluit.kenmerk,
        besluit_op=bezwaar.besluit.dagtekening,
        ontvangen_op=bezwaar.ontvangen_op,
        op_tijd=op_tijd,
        op_tijd_soort=soort,
        eind_op=eind_op,
        dagen=(eind_op - op).days if eind_op and bezwaar.in_behandeling else None,
        status=str(status.label),
        status_soort=STATUS_SOORT[status],
        uitkomst=str(bezwaar.get_uitkomst_display()) if bezwaar.beslist_op else "",
    )


def in_tijd(bezwaar: Bezwaar) -> tuple[str, str]:
    """In time, late, or early, in words and as a kind of label."""
    op_tijd = termijnen_van(bezwaar, []).op_tijd
    if op_tijd is None:
        return "Vóór de bekendmaking", "info"
    return ("Op tijd", "goed") if op_tijd.bekend else ("Te laat", "fout")


def _met_namen(rijen: QuerySet[Bezwaar]) -> QuerySet[Bezwaar]:
    return rijen.select_related("besluit__inburgeraar__persoon")

"""The creditors: whom we pay, on which account, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.paginator import Paginator
from django.db.models import Count, Exists, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from inburgering.geweigerd import weigering
from medewerkers.models import Medewerker
from ontzorgen.enums import RekeningStatus
from ontzorgen.iban import buitenlands, in_groepen, zonder_einde, zonder_opmaak
from ontzorgen.models import Crediteur, Crediteurrekening, Lastbedrag, VasteLast
from ontzorgen.policies.crediteuren import check_andere_ogen, check_stoppen, check_voorstelbaar
from ontzorgen.policies.lasten import bedrag_bij
from ontzorgen.queries.lopend import lopende_lasten
from ontzorgen.queries.rekeningen import GELDT, crediteuren_met
from ontzorgen.sepa import sepa_tekst

PER_PAGINA = 50
_R = RekeningStatus


@dataclass(frozen=True, kw_only=True)
class Crediteurregel:
    """`nummer` is the confirmed account, "" without one; `wacht`: another waits for a colleague."""

    crediteur: Crediteur
    nummer: str
    bank: str
    wacht: bool
    huishoudens: int


@dataclass(frozen=True, kw_only=True)
class Crediteurlijst:
    """One page; `vorige` and `volgende` are page numbers, 0 without one."""

    regels: Sequence[Crediteurregel]
    aantal: int
    wachten: int
    vorige: int
    volgende: int


@dataclass(frozen=True, kw_only=True)
class Wachtend:
    """An account that waits. Who did not propose it sees it without its end, to find on paper."""

    rekening: Crediteurrekening
    nummer: str
    let_op: Sequence[str]
    geen_bevestigen: str


@dataclass(frozen=True, kw_only=True)
class Rekeningregel:
    """An account as it was: what became of it, when, by whom and why."""

    rekening: Crediteurrekening
    nummer: str


@dataclass(frozen=True, kw_only=True)
class Lastregel:
    """`bedrag` is of this month, None when there is none."""

    last: VasteLast
    nummer: str
    naam: str
    bedrag: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Crediteurlasten:
    """One page of what is paid now; `anderen` are of dossiers that this colleague may not see."""

    regels: Sequence[Lastregel]
    aantal: int
    anderen: int
    vorige: int
    volgende: int


@dataclass(frozen=True, kw_only=True)
class Crediteurpagina:
    crediteur: Crediteur
    rekening: Crediteurrekening | None
    nummer: str
    wacht: Wachtend | None
    geschiedenis: Sequence[Rekeningregel]
    lasten: Crediteurlasten
    geen_stoppen: str
    geen_voorstellen: str


def crediteurlijst(
    *, op: date, zoek: str = "", soort: str = "", ook_gestopt: bool = False, pagina: str = ""
) -> Crediteurlijst:
    """Who has a number that waits comes first, then by name."""
    rijen = _gefilterd(zoek=zoek, soort=soort, ook_gestopt=ook_gestopt)
    rijen = rijen.annotate(
        wacht=Exists(_rekeningen(_R.VOORGESTELD).filter(crediteur=OuterRef("pk"))),
        huishoudens=_huishoudens(op),
    ).order_by("-wacht", "naam")
    geldt = Prefetch("rekeningen", queryset=_rekeningen(_R.BEVESTIGD), to_attr="bevestigd")
    blad = Paginator(rijen.prefetch_related(geldt), PER_PAGINA).get_page(pagina)
    return Crediteurlijst(
        regels=[_regel(rij) for rij in blad.object_list],
        aantal=blad.paginator.count,
        wachten=rijen.filter(wacht=True).count(),
        vorige=blad.previous_page_number() if blad.has_previous() else 0,
        volgende=blad.next_page_number() if blad.has_next() else 0,
    )


def crediteurpagina(
    crediteur: Crediteur, *, voor: Medewerker, op: date, pagina: str = ""
) -> Crediteurpagina:
    rekeningen = list(
        crediteur.rekeningen.select_related("voorgesteld_door", "bevestigd_door", "afgewezen_door")
    )
    bevestigd = _met(rekeningen, _R.BEVESTIGD)
    wacht = _met(rekeningen, _R.VOORGESTELD)
    lasten = crediteurlasten(crediteur, voor=voor, op=op, pagina=pagina)
    return Crediteurpagina(
        crediteur=crediteur,
        rekening=bevestigd,
        nummer=in_groepen(bevestigd.iban) if bevestigd else "",
        wacht=wachtend(wacht, voor=voor) if wacht else None,
        geschiedenis=[
            Rekeningregel(rekening=rij, nummer=in_groepen(rij.iban))
            for rij in rekeningen
            if rij.status != _R.VOORGESTELD
        ],
        lasten=lasten,
        geen_stoppen=weigering(
            check_stoppen,
            crediteur,
            lopend=lasten.aantal + lasten.anderen,
            op=op,
            vandaag=op,
        ),
        geen_voorstellen=weigering(check_voorstelbaar, crediteur, wacht=wacht is not None),
    )


def wachtend(rekening: Crediteurrekening, *, voor: Medewerker) -> Wachtend:
    zelf = rekening.voorgesteld_door_id == voor.pk
    return Wachtend(
        rekening=rekening,
        nummer=in_groepen(rekening.iban) if zelf else zonder_einde(rekening.iban),
        let_op=let_op(rekening),
        geen_bevestigen=weigering(check_andere_ogen, rekening, door_id=voor.pk),
    )


def let_op(rekening: Crediteurrekening) -> list[str]:
    """What a colleague should look at twice before confirming: no reason to refuse."""
    zinnen = []
    if rekening.tenaamstelling.casefold() != sepa_tekst(rekening.crediteur.naam, 70).casefold():
        zinnen.append(f"De rekening staat op een andere naam: {rekening.tenaamstelling}.")
    if buitenlands(rekening.iban):
        zinnen.append("Dit is een rekening in het buitenland. Klopt dat met de brief of factuur?")
    anderen = crediteuren_met(rekening.iban, behalve=rekening.crediteur_id)
    if anderen:
        namen = ", ".join(ander.naam for ander in anderen)
        zinnen.append(f"Hetzelfde nummer staat ook bij {namen}.")
    return zinnen


def crediteurlasten(
    crediteur: Crediteur, *, voor: Medewerker, op: date, pagina: str = ""
) -> Crediteurlasten:
    alle = lopende_lasten(op).filter(crediteur=crediteur)
    zichtbaar = alle.filter(pk__in=VasteLast.objects.zichtbaar_voor(voor).values("pk"))
    rijen = (
        zichtbaar.select_related("uitkering__inburgeraar__persoon")
        .prefetch_related(Prefetch("bedragen", queryset=Lastbedrag.objects.order_by("start_op")))
        .order_by("uitkering__inburgeraar__dossiernummer", "soort", "pk")
    )
    blad = Paginator(rijen, PER_PAGINA).get_page(pagina)
    return Crediteurlasten(
        regels=[_lastregel(last, op) for last in blad.object_list],
        aantal=blad.paginator.count,
        anderen=alle.count() - blad.paginator.count,
        vorige=blad.previous_page_number() if blad.has_previous() else 0,
        volgende=blad.next_page_number() if blad.has_next() else 0,
    )


def _gefilterd(*, zoek: str, soort: str, ook_gestopt: bool) -> QuerySet[Crediteur]:
    rijen = Crediteur.objects.all()
    if not ook_gestopt:
        rijen = rijen.filter(gestopt_op=None)
    if soort:
        rijen = rijen.filter(soort=soort)
    if zoek:
        rijen = rijen.filter(Q(naam__icontains=zoek) | Exists(_met_nummer(zoek)))
    return rijen


def _met_nummer(zoek: str) -> QuerySet[Crediteurrekening]:
    """Those of which the number has this in it, however it was typed."""
    deel = zonder_opmaak(zoek)
    rijen = _rekeningen(*GELDT).filter(crediteur=OuterRef("pk"))
    return rijen.filter(iban__contains=deel) if deel else rijen.none()


def _rekeningen(*standen: RekeningStatus) -> QuerySet[Crediteurrekening]:
    return Crediteurrekening.objects.filter(status__in=standen)


def _huishoudens(op: date) -> Coalesce:
    per_crediteur = (
        lopende_lasten(op)
        .filter(crediteur=OuterRef("pk"))
        .order_by()
        .values("crediteur")
        .annotate(aantal=Count("uitkering", distinct=True))
    )
    return Coalesce(Subquery(per_crediteur.values("aantal")), 0, output_field=IntegerField())


def _regel(crediteur: Crediteur) -> Crediteurregel:
    """Of a creditor asked for with its `bevestigd`, `wacht` and `huishoudens`."""
    rekening = next(iter(crediteur.bevestigd), None)  # type: ignore[attr-defined]
    return Crediteurregel(
        crediteur=crediteur,
        nummer=in_groepen(rekening.iban) if rekening else "",
        bank=rekening.bank if rekening else "",
        wacht=crediteur.wacht,  # type: ignore[attr-defined]  # annotated
        huishoudens=crediteur.huishoudens,  # type: ignore[attr-defined]  # annotated
    )


def _met(
    rekeningen: Sequence[Crediteurrekening], stand: RekeningStatus
) -> Crediteurrekening | None:
    return next((rij for rij in rekeningen if rij.status == stand), None)


def _lastregel(last: VasteLast, op: date) -> Lastregel:
    dossier = last.uitkering.inburgeraar
    bedrag = bedrag_bij(last.bedragen.all(), op.replace(day=1))
    return Lastregel(
        last=last,
        nummer=dossier.dossiernummer,
        naam=dossier.persoon.naam,
        bedrag=bedrag.maand_bedrag if bedrag else None,
    )

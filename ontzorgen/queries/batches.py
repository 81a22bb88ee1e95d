"""The list of batches, and the page of one: its state, its acts, who did what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.paginator import Paginator
from django.db.models import Count, Q, Sum

from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from ontzorgen.enums import Batchrol, BatchStatus, BetalingStatus
from ontzorgen.models import Batchbestand, Batchpersoon, Betaalbatch, Betaling
from ontzorgen.models.batch import OPEN
from ontzorgen.models.betaling import MISLUKT
from ontzorgen.policies.batch import check_ander, maandnaam
from ontzorgen.queries.betaalregels import betaalregels
from ontzorgen.queries.controle import Controle, controlelijst
from ontzorgen.queries.verschillen import Verschil, verschillen
from ontzorgen.queries.voortgang import Bouwvoortgang, bouwvoortgang
from ontzorgen.queries.zegel import in_groepen
from wet.datums import maanden_na
from wet.geld import NIETS

PER_PAGINA = 50
KLEUR = {
    BatchStatus.CONCEPT: "neutraal",
    BatchStatus.KLAAR: "let_op",
    BatchStatus.AKKOORD: "info",
    BatchStatus.AANGEBODEN: "info",
    BatchStatus.VERWERKT: "goed",
    BatchStatus.AFGEKEURD: "fout",
    BatchStatus.VERVALLEN: "neutraal",
}


@dataclass(frozen=True, slots=True)
class Batchregel:
    batch: Betaalbatch
    maand: str
    kleur: str
    mislukt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Batchpagina:
    """`geen_akkoord`: why this colleague cannot approve it, or empty."""

    batch: Betaalbatch
    maand: str
    kleur: str
    zegel: str
    voortgang: Bouwvoortgang | None
    controles: Sequence[Controle]
    verschillen: Sequence[Verschil]
    makers: Sequence[str]
    akkoord_van: Sequence[str]
    geen_akkoord: str
    geen_klaar: str
    te_herstellen: int
    bestand_sha256: str
    standen: Sequence[tuple[str, int, Decimal]]

    @property
    def nog_nodig(self) -> int:
        return self.batch.akkoorden_nodig - len(self.akkoord_van)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelblad:
    """One page of the lines. `namen` by dossier, of what this colleague may see."""

    regels: Sequence[Betaling]
    aantal: int
    vorige_url: str
    volgende_url: str


def batchlijst() -> list[Batchregel]:
    """The last forty, newest first."""
    mislukt = Count(
        "betalingen",
        filter=Q(
            betalingen__status__in=MISLUKT,
            betalingen__hersteld_door=None,
            betalingen__niet_herstellen_reden="",
        ),
    )
    rijen = Betaalbatch.objects.annotate(mislukt=mislukt)[:40]
    return [
        Batchregel(rij, maandnaam(rij.maand), KLEUR[BatchStatus(rij.status)], rij.mislukt)
        for rij in rijen
    ]


def maanden_om_te_maken(op: date) -> list[date]:
    """This month and the next, the next one first."""
    deze = op.replace(day=1)
    return [maanden_na(deze, 1), deze]


def open_batch() -> Betaalbatch | None:
    return Betaalbatch.objects.filter(status__in=OPEN).first()


def batchpagina(batch: Betaalbatch, *, voor: Medewerker, op: date) -> Batchpagina:
    personen = list(Batchpersoon.objects.filter(batch=batch).select_related("medewerker"))
    makers = [p.medewerker for p in personen if p.rol == Batchrol.MAKER]
    akkoord = [p.medewerker for p in personen if p.rol == Batchrol.AKKOORD]
    voortgang = bouwvoortgang(batch)
    controles = controlelijst(batch, regels=betaalregels(), op=op) if not voortgang else []
    return Batchpagina(
        batch=batch,
        maand=maandnaam(batch.maand),
        kleur=KLEUR[BatchStatus(batch.status)],
        zegel=in_groepen(batch.regels_hash),
        voortgang=voortgang,
        controles=controles,
        verschillen=verschillen(batch, voor=voor) if not voortgang else [],
        makers=[str(m) for m in makers],
        akkoord_van=[str(m) for m in akkoord],
        geen_akkoord=_geen_akkoord(voor, makers, akkoord),
        geen_klaar=_geen_klaar(batch, controles),
        te_herstellen=_te_herstellen(batch),
        bestand_sha256=_sha256(batch),
        standen=_standen(batch),
    )


def _geen_akkoord(
    voor: Medewerker, makers: Sequence[Medewerker], akkoord: Sequence[Medewerker]
) -> str:
    if not voor.heeft(Recht.BETALEN_AKKOORD):
        return "Uw rol mag geen akkoord geven."
    return weigering(
        check_ander,
        makers=[m.pk for m in makers],
        akkoord_van=[m.pk for m in akkoord],
        door_id=voor.pk,
    )


def _geen_klaar(batch: Betaalbatch, controles: Sequence[Controle]) -> str:
    if not batch.aantal:
        return "Er staat geen enkele betaling in."
    fout = next((controle for controle in controles if controle.kleur == "fout"), None)
    return f"{fout.tekst} {fout.uitleg}" if fout else ""


def _te_herstellen(batch: Betaalbatch) -> int:
    return Betaling.objects.filter(
        batch=batch, status__in=MISLUKT, hersteld_door=None, niet_herstellen_reden=""
    ).count()


def _sha256(batch: Betaalbatch) -> str:
    """Empty while there is no file."""
    hashes = Batchbestand.objects.filter(batch=batch).values_list("sha256", flat=True)
    return hashes.first() or ""


def _standen(batch: Betaalbatch) -> list[tuple[str, int, Decimal]]:
    """How many payments are where, with their sum."""
    rijen = (
        Betaling.objects.filter(batch=batch)
        .order_by("status")
        .values_list("status")
        .annotate(aantal=Count("pk"), som=Sum("bedrag"))
    )
    return [
        (str(BetalingStatus(status).label), aantal, som or NIETS) for status, aantal, som in rijen
    ]


def regelblad(batch: Betaalbatch, *, voor: Medewerker, pagina: str, alleen: str) -> Regelblad:
    """The lines, 50 a page; `alleen` is "mislukt" or nothing."""
    rijen = Betaling.objects.filter(batch=batch).select_related(
        "last__crediteur", "last__uitkering__inburgeraar__persoon", "rekening"
    )
    if alleen == "mislukt":
        rijen = rijen.filter(status__in=MISLUKT)
    blad = Paginator(rijen.order_by("last", "maand", "pk"), PER_PAGINA).get_page(pagina)
    regels = list(blad.object_list)
    ids = {regel.last.uitkering.inburgeraar_id for regel in regels}
    zichtbaar = set(
        Inburgeraar.objects.zichtbaar_voor(voor).filter(pk__in=ids).values_list("pk", flat=True)
    )
    for regel in regels:
        regel.te_zien = regel.last.uitkering.inburgeraar_id in zichtbaar  # type: ignore[attr-defined]
    staart = f"&alleen={alleen}" if alleen else ""
    return Regelblad(
        regels=regels,
        aantal=blad.paginator.count,
        vorige_url=f"?pagina={blad.previous_page_number()}{staart}" if blad.has_previous() else "",
        volgende_url=f"?pagina={blad.next_page_number()}{staart}" if blad.has_next() else "",
    )

"""The providers: what they may give now, what ends soon and what that blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from inburgering.geweigerd import weigering
from leerroutes.enums import AanbiederSoort, KeurmerkSoort
from leerroutes.models import Aanbieder, Contract, Contractgesprek, Keurmerk
from leerroutes.policies.aanbieders import check_in_gebruik, check_stoppen
from leerroutes.queries.enquete import Enqueteregel, Uitkomst, enquetes, uitkomst
from leerroutes.queries.klachten import Klachtregel, klachten
from leerroutes.queries.rendement import Rendement, rendement
from leerroutes.queries.scholen import lopende_lessen
from medewerkers.models import Medewerker
from wet.datums import maanden_na, zonder_weekdag

BIJTIJDS_MAANDEN = 3
# What a provider needs before its lessons count
NODIG = {
    AanbiederSoort.TAAL: (KeurmerkSoort.BLIK_OP_WERK, "Lessen"),
    AanbiederSoort.TAALSCHAKEL: (
        KeurmerkSoort.DIPLOMA_ERKENNING,
        "Lessen van het taalschakeltraject",
    ),
}


@dataclass(frozen=True, kw_only=True)
class Keurmerkstand:
    """Of one kind of mark that this provider needs. `tot` is its last day, inclusive.

    `gevolg` says in words what it blocks, now or soon; "" when nothing.
    """

    naam: str
    stand: str
    soort: str
    tot: date | None
    gevolg: str

    @property
    def in_orde(self) -> bool:
        return not self.gevolg


@dataclass(frozen=True, kw_only=True)
class Aanbiederregel:
    """`bezet`: lessons that run now. `capaciteit`: of the contracts that run, None: no limit."""

    aanbieder: Aanbieder
    soorten: Sequence[str]
    standen: Sequence[Keurmerkstand]
    contract: Contract | None
    bezet: int
    capaciteit: int | None

    @property
    def vol(self) -> bool:
        return self.capaciteit is not None and self.bezet >= self.capaciteit

    @property
    def let_op(self) -> bool:
        """A mark that ends or is missing while people have lessons there."""
        return self.bezet > 0 and any(stand.gevolg for stand in self.standen)


@dataclass(frozen=True, kw_only=True)
class Contractregel:
    contract: Contract
    loopt: bool
    opzeggen_nadert: bool


@dataclass(frozen=True, kw_only=True)
class Aanbiederpagina:
    regel: Aanbiederregel
    contracten: Sequence[Contractregel]
    gesprekken: Sequence[Contractgesprek]
    klachten: Sequence[Klachtregel]
    enquetes: Sequence[Enqueteregel]
    uitkomst: Uitkomst
    rendement: Rendement
    geen_toevoegen: str
    geen_stoppen: str


# --- The list ----------------------------------------------------------------------------------
def aanbiederlijst(
    *, op: date, zoek: str = "", soort: str = "", ook_gestopt: bool = False
) -> list[Aanbiederregel]:
    rijen = _rijen()
    if zoek:
        rijen = rijen.filter(Q(naam__icontains=zoek) | Q(plaats__icontains=zoek))
    if soort:
        rijen = rijen.filter(soorten__contains=[soort])
    if not ook_gestopt:
        rijen = rijen.filter(Q(gestopt_op=None) | Q(gestopt_op__gt=op))
    return [_regel(rij, op) for rij in rijen]


def _rijen() -> QuerySet[Aanbieder]:
    """With marks, contracts and how many lessons run, in three questions for all."""
    in_les = lopende_lessen().filter(aanbieder=OuterRef("pk"))
    per_aanbieder = in_les.order_by().values("aanbieder").annotate(n=Count("pk")).values("n")
    contracten = Contract.objects.prefetch_related("tarieven")
    return Aanbieder.objects.annotate(bezet=Coalesce(Subquery(per_aanbieder), 0)).prefetch_related(
        "keurmerken", Prefetch("contracten", contracten)
    )


def _regel(rij: Aanbieder, op: date) -> Aanbiederregel:
    lopend = [contract for contract in rij.contracten.all() if _loopt(contract, op)]
    return Aanbiederregel(
        aanbieder=rij,
        soorten=[AanbiederSoort(soort).label for soort in rij.soorten],
        standen=_standen(rij, op),
        contract=max(lopend, key=_laatste_dag, default=None),
        bezet=rij.bezet,  # type: ignore[attr-defined]  # annotated above
        capaciteit=_capaciteit(lopend),
    )


def _loopt(rij: Contract, op: date) -> bool:
    return rij.start_op <= op and (rij.eind_op is None or rij.eind_op >= op)


def _laatste_dag(rij: Contract | Keurmerk) -> date:
    return rij.eind_op or date.max


def _capaciteit(lopend: Sequence[Contract]) -> int | None:
    """Together; without a limit in one of them there is none."""
    plaatsen = [contract.capaciteit for contract in lopend]
    bekend = [aantal for aantal in plaatsen if aantal is not None]
    return sum(bekend) if bekend and len(bekend) == len(plaatsen) else None


# --- Marks -------------------------------------------------------------------------------------
def _standen(rij: Aanbieder, op: date) -> list[Keurmerkstand]:
    keurmerken = list(rij.keurmerken.all())
    return [
        keurmerkstand([merk for merk in keurmerken if merk.soort == soort], soort, wat, op=op)
        for geeft, (soort, wat) in NODIG.items()
        if geeft in rij.soorten
    ]


def keurmerkstand(
    rijen: Sequence[Keurmerk], soort: KeurmerkSoort, wat: str, *, op: date
) -> Keurmerkstand:
    """`rijen` are the marks of this kind; `wat` is what they are for, as a sentence begins."""
    geldig = next((rij for rij in rijen if rij.start_op <= op <= _laatste_dag(rij)), None)
    if geldig is None:
        return _zonder(rijen, soort, wat, op)
    tot = _aaneen(geldig, rijen)
    if tot is None or tot >= maanden_na(op, BIJTIJDS_MAANDEN):
        return Keurmerkstand(naam=soort.label, stand="Geldig", soort="goed", tot=tot, gevolg="")
    return Keurmerkstand(
        naam=soort.label,
        stand="Loopt af",
        soort="let_op",
        tot=tot,
        gevolg=f"{wat} vanaf {_erna(tot)} tellen niet mee, tenzij het keurmerk wordt verlengd. "
        "Een nieuw aanbod kan dan ook niet.",
    )


def _zonder(rijen: Sequence[Keurmerk], soort: KeurmerkSoort, wat: str, op: date) -> Keurmerkstand:
    geweest = [rij.eind_op for rij in rijen if rij.eind_op is not None and rij.eind_op < op]
    tot = max(geweest, default=None)
    sinds = f" vanaf {_erna(tot)}" if tot else " hier"
    return Keurmerkstand(
        naam=soort.label,
        stand="Verlopen" if tot else "Ontbreekt",
        soort="fout",
        tot=tot,
        gevolg=f"{wat}{sinds} tellen niet mee; een nieuw aanbod kan niet.",
    )


def _aaneen(geldig: Keurmerk, rijen: Sequence[Keurmerk]) -> date | None:
    """The last day without a gap; None while no end is known."""
    tot = geldig.eind_op
    for rij in sorted(rijen, key=lambda rij: rij.start_op):
        if tot is not None and rij.start_op == tot + timedelta(days=1):
            tot = rij.eind_op
    return tot


def _erna(dag: date) -> str:
    return zonder_weekdag(dag + timedelta(days=1))


# --- One of them -------------------------------------------------------------------------------
def aanbiederpagina(aanbieder_id: int, *, voor: Medewerker, op: date) -> Aanbiederpagina:
    rij = _rijen().select_related("partner").get(pk=aanbieder_id)
    regel = _regel(rij, op)
    return Aanbiederpagina(
        regel=regel,
        contracten=[_contractregel(contract, op) for contract in rij.contracten.all()],
        gesprekken=list(rij.gesprekken.select_related("door")),
        klachten=klachten(rij.pk, voor=voor),
        enquetes=enquetes(rij.pk, op=op),
        uitkomst=uitkomst(rij.pk, op=op),
        rendement=rendement(rij.pk, afgesproken_weken=_weken(rij, op)),
        geen_toevoegen=weigering(check_in_gebruik, rij),
        geen_stoppen=weigering(check_stoppen, rij, in_les=regel.bezet),
    )


def _contractregel(rij: Contract, op: date) -> Contractregel:
    voor = rij.opzeggen_voor_op
    nadert = voor is not None and op <= voor < maanden_na(op, BIJTIJDS_MAANDEN)
    return Contractregel(contract=rij, loopt=_loopt(rij, op), opzeggen_nadert=nadert)


def _weken(rij: Aanbieder, op: date) -> int | None:
    """The promise of the contracts that run, the strictest first."""
    lopend = [contract for contract in rij.contracten.all() if _loopt(contract, op)]
    beloofd = [c.weken_tot_start for c in lopend if c.weken_tot_start is not None]
    return min(beloofd, default=None)

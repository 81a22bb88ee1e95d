"""Whether the bijstand is enough: the same sums as a batch makes, for whole months ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from ontzorgen.models import Betaalregels, Toeslag, Uitkering, VasteLast
from ontzorgen.policies.batch import maandnaam
from ontzorgen.queries.betaalregels import betaalregels
from ontzorgen.queries.huishoudens import Feiten, Huishouden, lees_feiten
from ontzorgen.queries.regels import Maandruimte, maandruimte
from ontzorgen.queries.vensters import venster_in, vensters
from wet.bronnen import voluit
from wet.datums import EEN_DAG, maanden_na, zonder_weekdag
from wet.geld import NIETS, euro, op_de_cent, som
from wet.ontzorgen import Lastsoort, last_in_maand
from wet.termijnen.looptijd import Looptijd

MAANDEN, WEKEN = 12, 52
"""What remains in a month is twelve fifty-seconds of it in a week, as budgets are made."""
TOESLAG_WEKEN = 13
"""How long Dienst Toeslagen can take before it pays: practice, as the policy plan has it."""


@dataclass(frozen=True, kw_only=True)
class Toetsregel:
    last: VasteLast
    verschuldigd: Decimal
    betaald: Decimal

    @property
    def tekort(self) -> Decimal:
        return self.verschuldigd - self.betaald


@dataclass(frozen=True, kw_only=True)
class Zelfregel:
    """What the household pays itself of a cost, in the days of its bijstand."""

    last: VasteLast
    bedrag: Decimal


@dataclass(frozen=True, kw_only=True)
class Maandtoets:
    """One month. `bekend`: there is an amount of bijstand, of the month `netto_van`.

    `regels` is what we pay, in that order; `zelf` what the household pays itself. `over` is left
    of the bijstand after both; below nothing it does not reach.
    """

    maand: date
    bekend: bool
    netto: Decimal
    netto_van: date | None
    regels: Sequence[Toetsregel]
    zelf: Sequence[Zelfregel]
    zonder_bedrag: Sequence[VasteLast]
    over: Decimal
    leefgeld_minstens: Decimal
    stappen: Sequence[str]
    bron: Sequence[str]

    @property
    def tekort(self) -> Decimal:
        return som([regel.tekort for regel in self.regels])

    @property
    def over_per_week(self) -> Decimal:
        return per_week(self.over)

    @property
    def leefgeld_per_week(self) -> Decimal:
        return per_week(self.leefgeld_minstens)

    @property
    def onder_bodem(self) -> bool:
        return self.bekend and self.over < self.leefgeld_minstens


@dataclass(frozen=True, kw_only=True)
class Toeslagregel:
    """`gat` is what the household misses until `verwacht_op`: `maanden` times the amount."""

    toeslag: Toeslag
    verwacht_op: date
    maanden: int
    gat: Decimal
    uitleg: str

    @property
    def wacht(self) -> bool:
        return self.toeslag.ontvangen_op is None and self.toeslag.afgewezen_op is None


def per_week(bedrag: Decimal) -> Decimal:
    """Of an amount per month; half a cent goes up, also below nothing."""
    week = op_de_cent(Fraction(abs(bedrag)) * MAANDEN / WEKEN)
    return week if bedrag >= 0 else -week


def toets(uitkering: Uitkering, *, op: date) -> Sequence[Maandtoets]:
    """This month and the next with bijstand, as if nothing was paid of them yet."""
    deze = op.replace(day=1)
    volgende = maanden_na(deze, 1)
    gelezen = lees_feiten([uitkering.pk], maand=volgende, batch_id=None)
    feiten = replace(gelezen, elders=set(), al_betaald={}, opgelost=set())
    regels = betaalregels()
    return [
        _maandtoets(huishouden, feiten, dagen, regels)
        for huishouden in feiten.huishoudens
        for dagen in _met_bijstand(uitkering, (deze, volgende))
    ]


def _met_bijstand(uitkering: Uitkering, maanden: Iterable[date]) -> Iterator[Looptijd]:
    """The days of each month in which there is a right to bijstand."""
    for maand in maanden:
        begin = max(maand, uitkering.start_op)
        einde = min(maanden_na(maand, 1) - EEN_DAG, uitkering.eind_op or date.max)
        if begin <= einde:
            yield Looptijd(start_op=begin, eind_op=einde)


def _maandtoets(
    huishouden: Huishouden, feiten: Feiten, dagen: Looptijd, regels: Betaalregels
) -> Maandtoets:
    uitkering, maand = huishouden.uitkering, dagen.start_op.replace(day=1)
    stukken = vensters(
        getattr(uitkering, "ontzorgperiode", None),
        huishouden.voortzettingen,
        bijstand_tot=uitkering.eind_op,
    )
    ruimte = maandruimte(
        huishouden, feiten, maand=maand, venster=venster_in(stukken, maand), regels=regels
    )
    wij = {post.last.pk: post.bedrag for post in ruimte.posten}
    zelf = [
        Zelfregel(last=last, bedrag=heel - wij.get(last.pk, NIETS))
        for last in huishouden.lasten
        if (heel := _hele_last(last, feiten, maand, dagen)) > wij.get(last.pk, NIETS)
    ]
    return _uitkomst(ruimte, zelf)


def _hele_last(last: VasteLast, feiten: Feiten, maand: date, dagen: Looptijd) -> Decimal:
    """What the contract asks in these days, whoever pays it."""
    bedrag = feiten.bedrag(last, maand)
    if bedrag is None:
        return NIETS
    deel = last_in_maand(
        Lastsoort(last.soort),
        bedrag.maand_bedrag,
        maand,
        last.start_op,
        dagen.start_op,
        dagen.eind_op,
        contract_eind_op=last.eind_op,
    ).bekend
    assert deel is not None  # every input is given
    return deel.bedrag


def _uitkomst(ruimte: Maandruimte, zelf: Sequence[Zelfregel]) -> Maandtoets:
    toegelaten = ruimte.antwoord.bekend if ruimte.antwoord else None
    betaald, over = [NIETS] * len(ruimte.posten), NIETS
    if toegelaten is not None:
        betaald = [last.betaald for last in toegelaten.lasten]
        over = toegelaten.leefgeld - som([regel.bedrag for regel in zelf])
    return Maandtoets(
        maand=ruimte.maand,
        bekend=toegelaten is not None,
        netto=ruimte.netto,
        netto_van=ruimte.netto_van,
        regels=[
            Toetsregel(last=post.last, verschuldigd=post.bedrag, betaald=deel)
            for post, deel in zip(ruimte.posten, betaald, strict=True)
        ],
        zelf=zelf,
        zonder_bedrag=ruimte.zonder_bedrag,
        over=over,
        leefgeld_minstens=ruimte.leefgeld_minstens,
        stappen=list(_stappen(ruimte, zelf, over)),
        bron=[voluit(bron) for bron in ruimte.antwoord.bron] if ruimte.antwoord else [],
    )


def _stappen(ruimte: Maandruimte, zelf: Sequence[Zelfregel], over: Decimal) -> Iterator[str]:
    for post in ruimte.posten:
        yield f"{post.last}. {' '.join(post.antwoord.stappen)}"
    if ruimte.antwoord is None or ruimte.netto_van is None:
        yield "Van de bijstand is nog geen bedrag bekend. Dan wordt er niets betaald."
        return
    if ruimte.netto_van < ruimte.maand:
        yield (
            f"Het bedrag van de bijstand is dat van {maandnaam(ruimte.netto_van)}: van "
            f"{maandnaam(ruimte.maand)} is nog niets vastgelegd."
        )
    yield from ruimte.antwoord.stappen
    for regel in zelf:
        yield f"{regel.last}: {euro(regel.bedrag)} betaalt dit huishouden zelf."
    yield f"Dan blijft {euro(over)} per maand over. Keer 12 en gedeeld door 52 is dat " + (
        f"{euro(per_week(over))} per week."
    )


def toeslagregel(toeslag: Toeslag) -> Toeslagregel:
    """When it is expected, and what is missing until then."""
    verwacht = toeslag.aangevraagd_op + timedelta(weeks=TOESLAG_WEKEN)
    maanden = max(_maandnummer(verwacht) - _maandnummer(toeslag.vanaf_op), 0)
    gat = maanden * toeslag.maand_bedrag
    naam = str(toeslag.get_soort_display()).lower()
    return Toeslagregel(
        toeslag=toeslag,
        verwacht_op=verwacht,
        maanden=maanden,
        gat=gat,
        uitleg=(
            f"Tot ongeveer {zonder_weekdag(verwacht)} komt er geen {naam}: {_in_woorden(maanden)} "
            f"van {euro(toeslag.maand_bedrag)} is {euro(gat)} dat dit huishouden zolang mist."
            if maanden
            else f"Tot ongeveer {zonder_weekdag(verwacht)} wordt er geen {naam} gemist."
        ),
    )


def _in_woorden(maanden: int) -> str:
    return "1 maand" if maanden == 1 else f"{maanden} maanden"


def _maandnummer(dag: date) -> int:
    return dag.year * MAANDEN + dag.month

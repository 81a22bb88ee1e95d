"""Where the municipality stands: per period, what was brought forward, and what is expected.

As on a day means the facts whose own dates hold on that day, as they are known now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from overdracht.models.taakstelling import Beginstand, CoaTelling, Correctie, Opgave
from overdracht.queries.taakstelling_prognose import (
    Herkomst,
    Verwachting,
    verwacht_per_dag,
    verwachtingen,
)
from overdracht.queries.taakstelling_tellen import (
    Telling,
    alle_correcties,
    beginstand,
    tel,
)
from wet.taakstelling import Beginstand as Vooraf
from wet.taakstelling import Stand, Tijdvak, Tijdvakstand, stand_op, taakstelling
from wet.uitkomst import Uitkomst


@dataclass(frozen=True)
class Opgaveregel:
    """A period of the table: the stand of the law, beside the row the province's number is in.

    `berekend` is the number by the law, when it can be computed; `verschil` is what is asked less
    that. `correctie` is the part of `stand.gehuisvest` that comes from corrections.
    """

    opgave: Opgave
    stand: Tijdvakstand
    correctie: int
    berekend: int | None
    huidig: bool

    @property
    def verschil(self) -> int:
        return 0 if self.berekend is None else self.opgave.aantal - self.berekend

    @property
    def voor_beginstand(self) -> bool:
        return self.stand.meegenomen is None

    @property
    def voorsprong(self) -> int:
        return max(self.stand.meegenomen or 0, 0)

    @property
    def achterstand(self) -> int:
        return max(-(self.stand.meegenomen or 0), 0)


@dataclass(frozen=True)
class Prognose:
    """What is expected at the end of a period, from what is known today."""

    tijdvak: Tijdvak
    stand: Stand
    verwachtingen: tuple[Verwachting, ...]

    @property
    def verwacht(self) -> int:
        return sum(v.aantal for v in self.verwachtingen if self._binnen(v))

    @property
    def later(self) -> int:
        """Expected after the period, or on no known day."""
        return sum(v.aantal for v in self.verwachtingen if not self._binnen(v))

    @property
    def per_herkomst(self) -> list[tuple[str, int]]:
        samen: Counter[Herkomst] = Counter()
        for v in self.verwachtingen:
            if self._binnen(v):
                samen[v.herkomst] += v.aantal
        return [(str(herkomst.label), samen[herkomst]) for herkomst in Herkomst if samen[herkomst]]

    def _binnen(self, verwachting: Verwachting) -> bool:
        return verwachting.op is not None and verwachting.op <= self.tijdvak.eind_op


@dataclass(frozen=True)
class CoaStand:
    """The newest list of COA, with how many people are on it."""

    telling: CoaTelling
    aantal: int


@dataclass(frozen=True)
class Taakstelling:
    """`stand` is None when nothing can be said of that day; `reden` then says why."""

    op: date
    vandaag: date
    stand: Stand | None
    reden: str
    regels: tuple[Opgaveregel, ...]
    prognose: Prognose | None
    beginstand: Beginstand | None
    correcties: tuple[Correctie, ...]
    coa: CoaStand | None
    geteld: int

    @property
    def huidig(self) -> Opgaveregel | None:
        return next((regel for regel in self.regels if regel.huidig), None)

    @property
    def is_vandaag(self) -> bool:
        return self.op == self.vandaag


def taakstelling_op(op: date, *, vandaag: date) -> Taakstelling:
    """The whole page. A forecast is made of today only: what was expected before is not kept."""
    opgaven = list(Opgave.objects.all())
    begin, correcties = beginstand(), alle_correcties()
    telling = tel(correcties)
    antwoord = _stand(op, opgaven, telling.per_dag, begin)
    stand = antwoord.bekend
    prognose = _prognose(vandaag, opgaven, telling, begin) if op == vandaag and stand else None
    return Taakstelling(
        op=op,
        vandaag=vandaag,
        stand=stand,
        reden="" if stand else antwoord.conclusie,
        regels=_regels(opgaven, stand, telling) if stand else (),
        prognose=prognose,
        beginstand=begin,
        correcties=tuple(rij for rij in correcties if rij.op <= op),
        coa=_coa(),
        geteld=telling.tot_en_met(op),
    )


def _stand(
    op: date, opgaven: Sequence[Opgave], per_dag: Mapping[date, int], begin: Beginstand | None
) -> Uitkomst[Stand]:
    return stand_op(
        op,
        opgaven={opgave.tijdvak: opgave.aantal for opgave in opgaven},
        gehuisvest=per_dag,
        beginstand=Vooraf(op=begin.op, aantal=begin.aantal) if begin else None,
        uiterlijk={rij.tijdvak: rij.uiterlijk_op for rij in opgaven if rij.uiterlijk_op},
    )


def _regels(opgaven: Sequence[Opgave], stand: Stand, telling: Telling) -> tuple[Opgaveregel, ...]:
    """The newest period first."""
    bij_tijdvak = {opgave.tijdvak: opgave for opgave in opgaven}
    return tuple(
        Opgaveregel(
            opgave=bij_tijdvak[deel.tijdvak],
            stand=deel,
            correctie=_correctie(deel.tijdvak, stand.op, telling),
            berekend=_berekend(bij_tijdvak[deel.tijdvak]),
            huidig=deel.tijdvak.start_op <= stand.op <= deel.tijdvak.eind_op,
        )
        for deel in reversed(stand.tijdvakken)
    )


def _correctie(tijdvak: Tijdvak, op: date, telling: Telling) -> int:
    tot = min(tijdvak.eind_op, op)
    return sum(n for dag, n in telling.correcties.items() if tijdvak.start_op <= dag <= tot)


def _berekend(opgave: Opgave) -> int | None:
    """By the law; None for what has no numbers to compute with."""
    if (
        opgave.landelijk is None
        or opgave.inwoners_gemeente is None
        or opgave.inwoners_nederland is None
    ):
        return None
    uitkomst = taakstelling(opgave.landelijk, opgave.inwoners_gemeente, opgave.inwoners_nederland)
    return uitkomst.bekend.aantal if uitkomst.bekend else None


def _prognose(
    vandaag: date, opgaven: Sequence[Opgave], telling: Telling, begin: Beginstand | None
) -> Prognose | None:
    tijdvak = Tijdvak.van(vandaag)
    verwacht = verwachtingen(vandaag=vandaag)
    per_dag = Counter(telling.per_dag)
    per_dag.update(verwacht_per_dag(verwacht))
    stand = _stand(tijdvak.eind_op, opgaven, per_dag, begin).bekend
    return Prognose(tijdvak, stand, tuple(verwacht)) if stand else None


def _coa() -> CoaStand | None:
    laatste = CoaTelling.objects.annotate(aantal=Count("regels")).first()
    return CoaStand(laatste, laatste.aantal) if laatste else None

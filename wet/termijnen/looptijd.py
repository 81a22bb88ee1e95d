"""A term from its first to its last day, and the two ways in which the law counts one.

*Na de dag*: the day of the event does not count. *Vanaf de dag*: that day is the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from wet.datums import (
    EEN_DAG,
    MAANDEN,
    MAANDEN_PER_JAAR,
    hoofdletter,
    maanden_na,
    maanden_vanaf,
    voluit,
    weken_na,
)
from wet.kalender import rond_af
from wet.normen import Eenheid, Norm
from wet.uitkomst import Uitkomst, Zekerheid


@dataclass(frozen=True, slots=True, kw_only=True)
class Looptijd:
    """A term from its first day up to and including its last day."""

    start_op: date
    eind_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Uiterlijk:
    """A last day (inclusive) of a term that has no first day in the law."""

    eind_op: date


class Telling(StrEnum):
    """How years are counted from the day after an event."""

    DAG_TELT_NIET = "dag_telt_niet"
    """The day of the event does not count: the last day has the same day number."""
    EERSTE_DAG_TELT = "eerste_dag_telt"
    """The first day of the term counts: the last day is the day before the same day number."""


def in_maanden(lengte: Norm) -> int:
    """A length of months or years, in months.

    Bron: geen; rekenregel.
    """
    return lengte.aantal * (MAANDEN_PER_JAAR if lengte.eenheid is Eenheid.JAREN else 1)


def laatste_dag_na(dag_nul: date, lengte: Norm) -> date:
    """The last day by counting alone, where `dag_nul` itself does not count.

    Bron: ECLI:NL:RVS:2023:3702 (weken), ECLI:NL:HR:2017:2225 (maanden en jaren).
    """
    if lengte.eenheid is Eenheid.WEKEN:
        return weken_na(dag_nul, lengte.aantal)
    if lengte.eenheid is Eenheid.DAGEN:
        return dag_nul + timedelta(days=lengte.aantal)
    return maanden_na(dag_nul, in_maanden(lengte))


def uiterlijk(
    naam: str, eind_op: date, lengte: Norm, *stappen: str, ook: Iterable[str] = ()
) -> Uitkomst[Uiterlijk]:
    """The answer of a rule that only has a last day; `ook` are sources beside those of the length.

    Bron: staat in de norm `lengte`.
    """
    return Uitkomst(
        regel=naam,
        uitkomst=Uiterlijk(eind_op=eind_op),
        bron=(*lengte.bron, *ook),
        stappen=stappen,
        zekerheid=lengte.zekerheid,
    )


def na_de_dag(
    naam: str, dag_nul: date, lengte: Norm, aanloop: Iterable[str], bron: Iterable[str] = ()
) -> Uitkomst[Looptijd]:
    """A term that starts on the day after `dag_nul`, moved to a working day where the law says so.

    Bron: ATW 1, ATW 3, ATW 4, ATW 5; telling: ECLI:NL:RVS:2023:3702, ECLI:NL:HR:2017:2225.
    """
    start = dag_nul + EEN_DAG
    geteld = laatste_dag_na(dag_nul, lengte)
    afronding = rond_af(geteld, lengte, op=dag_nul)
    return Uitkomst(
        regel=naam,
        uitkomst=Looptijd(start_op=start, eind_op=afronding.eind_op),
        bron=tuple(dict.fromkeys((*lengte.bron, *bron, *afronding.bron))),
        stappen=(
            *aanloop,
            f"De termijn begint op de dag daarna, {voluit(start)}. "
            f"Met {lengte} komt de laatste dag op {voluit(geteld)}.",
            *afronding.stappen,
            f"De laatste dag is {voluit(afronding.eind_op)}.",
        ),
        zekerheid=Zekerheid.zwakste(lengte.zekerheid, afronding.zekerheid),
    )


def vanaf_de_dag(
    naam: str, eerste_dag: date, lengte: Norm, aanloop: Iterable[str], bron: Iterable[str] = ()
) -> Uitkomst[Looptijd]:
    """A term of months or years whose first day is `eerste_dag`; too long to move for a weekend.

    In a month that lacks the day number its last day is the end; that clipping is inferred.

    Bron: ATW 4; telling afgeleid uit de taal van de wet ("vanaf de dag waarop"), zoals Pw 56a.
    """
    geteld = maanden_vanaf(eerste_dag, in_maanden(lengte))
    afgekapt = (geteld + EEN_DAG).day != eerste_dag.day
    afronding = rond_af(geteld, lengte, op=eerste_dag)
    return Uitkomst(
        regel=naam,
        uitkomst=Looptijd(start_op=eerste_dag, eind_op=afronding.eind_op),
        bron=tuple(dict.fromkeys((*lengte.bron, *bron, *afronding.bron))),
        stappen=(
            *aanloop,
            f"De periode duurt {lengte}. {_hoe_geteld(eerste_dag, geteld, afgekapt)}",
            *afronding.stappen,
            f"De laatste dag is {voluit(afronding.eind_op)}.",
        ),
        zekerheid=Zekerheid.zwakste(
            lengte.zekerheid,
            afronding.zekerheid,
            Zekerheid.AFGELEID if afgekapt else Zekerheid.GEVERIFIEERD,
        ),
    )


def _hoe_geteld(eerste_dag: date, laatste_dag: date, afgekapt: bool) -> str:
    if not afgekapt:
        return f"Zij loopt tot {voluit(laatste_dag + EEN_DAG)}; de dag daarvoor is de laatste."
    maand = f"{MAANDEN[laatste_dag.month - 1]} {laatste_dag.year}"
    return (
        f"{hoofdletter(maand)} heeft geen dag {eerste_dag.day}: de laatste dag van die maand telt."
    )

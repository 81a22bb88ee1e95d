"""The terms that the municipality computes, shows or guards, with the day on which they end.

Every last day is inclusive. "Within ten weeks after X" means that X is day zero: the term starts on
the day after X. An input that is not known yet (None) is an answer: `NogNietTeBepalen`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from wet.datums import (
    EEN_DAG,
    eis_datum_of_niets,
    maanden_na,
    maanden_vanaf,
    voluit,
    weken_na,
    zonder_weekdag,
)
from wet.kalender import rond_af
from wet.normen import BRP, NORMEN, Eenheid, Norm, norm
from wet.uitkomst import Uitkomst, Zekerheid, nog_niet

_MAANDEN_PER_JAAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Looptijd:
    """A term from its first day up to and including its last day."""

    start_op: date
    eind_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Inburgeringstermijn(Looptijd):
    """The three years.

    `duo_einddatum` is the same end as DUO writes it: the day after the last day (exclusive).
    """

    duo_einddatum: date


class Telling(StrEnum):
    """How years are counted from the day after an event."""

    DAG_TELT_NIET = "dag_telt_niet"
    """The day of the event does not count: the last day has the same day number."""
    EERSTE_DAG_TELT = "eerste_dag_telt"
    """The first day of the term counts: the last day is the day before the same day number."""


def pip_termijn(
    *,
    kennisgeving: date | None,
    brp: date | None,
    huisvesting_art28: bool = True,
    regel_op: date | None = None,
) -> Uitkomst[Looptijd]:
    """The ten weeks in which the municipality makes the personal plan (PIP).

    `kennisgeving` is the date of DUO's written notice of the duty; `brp` the day of registration in
    the municipality (for asylum: the municipality that houses the person). `huisvesting_art28`: the
    person is housed under Huisvestingswet 28 (asylum); for anyone else a later registration does
    not move the start.

    From 2023 the term starts the day after the kennisgeving, or the day after the registration when
    that comes later and the person is housed under article 28. In 2022 it started the day after the
    registration. Which date selects the rule is not settled: `regel_op` is that date. Default: the
    date of the kennisgeving; the alternative is the date of `brp`. Where the other choice would
    give another last day, the answer says so and is less certain.

    `eind_op` is inclusive: ten weeks after day zero, moved to a working day.

    Bron: B22 5.3.1 (2022), B26 5.3.1 (vanaf 2023), Hvw 28, ATW 1, ATW 3, ATW 5.
    """
    kennisgeving = eis_datum_of_niets("kennisgeving", kennisgeving)
    brp = eis_datum_of_niets("brp", brp)
    keuze = eis_datum_of_niets("regel_op", regel_op) or kennisgeving
    if keuze is None:
        return nog_niet("pip_termijn", "de kennisgeving", ("B22 5.3.1", "B26 5.3.1"))
    regel = norm("pip_begin", keuze)
    begin = _pip_begin(regel, kennisgeving, brp, huisvesting_art28)
    aanloop = (_welke_regel(regel, keuze), *begin.stappen)
    if begin.dag_nul is None:
        return nog_niet("pip_termijn", begin.wacht_op, begin.bron, aanloop)
    antwoord = _na_de_dag(
        "pip_termijn", begin.dag_nul, norm("pip_weken", keuze), aanloop, begin.bron
    )
    for andere in _andere_regels(regel, kennisgeving, brp):
        ander_begin = _pip_begin(andere, kennisgeving, brp, huisvesting_art28)
        if ander_begin.dag_nul != begin.dag_nul:
            antwoord = _met_twijfel(antwoord, andere)
    return antwoord


def pip_termijn_na_verhuizing(brp: date | None) -> Uitkomst[Looptijd]:
    """The ten weeks of the new municipality when a person moves in.

    `brp` is the day of registration in the BRP of the new municipality. `eind_op` is inclusive,
    moved to a working day. The three years of the person do not start again.

    Bron: B26 5.3.3, ATW 1, ATW 3, ATW 5.
    """
    brp = eis_datum_of_niets("brp", brp)
    if brp is None:
        return nog_niet("pip_termijn_na_verhuizing", "de inschrijving in de BRP", ("B26 5.3.3",))
    return _na_de_dag(
        "pip_termijn_na_verhuizing",
        brp,
        norm("pip_weken_na_verhuizing", brp),
        (f"De inschrijving in de BRP van de nieuwe gemeente is van {voluit(brp)}.",),
    )


def pip_termijn_na_informatie(ontvangst: date | None) -> Uitkomst[Looptijd]:
    """The fourteen days after information from a third party came in.

    Only when the plan could not reasonably be made without that information; waiting for something
    of the municipality itself does not count. `ontvangst` is the day it was received. `eind_op` is
    inclusive, moved to a working day.

    Bron: B26 5.3.2, ATW 1, ATW 3, ATW 5.
    """
    ontvangst = eis_datum_of_niets("ontvangst", ontvangst)
    if ontvangst is None:
        return nog_niet("pip_termijn_na_informatie", "de informatie van de ander", ("B26 5.3.2",))
    return _na_de_dag(
        "pip_termijn_na_informatie",
        ontvangst,
        norm("pip_dagen_na_informatie", ontvangst),
        (f"De informatie van de ander is ontvangen op {voluit(ontvangst)}.",),
    )


def inburgeringstermijn(
    dagtekening: date | None, *, telling: Telling = Telling.DAG_TELT_NIET
) -> Uitkomst[Inburgeringstermijn]:
    """The three years in which a person meets the duty.

    They run from the day after the dagtekening of the *first* PIP; a later version does not start
    them again (Wi 11.3). `eind_op` is inclusive and never moved for a weekend; `duo_einddatum` is
    the day after it (exclusive), as DUO writes it.

    `telling` matters only for a dagtekening on 28 February three years before a leap year (2025,
    2029, 2033). By default the day of dagtekening does not count and the last day has the same day
    number (28-02-2028); the alternative, `Telling.EERSTE_DAG_TELT`, gives 29-02-2028. DUO's date
    leads.

    Bron: Wi 11, ATW 4; telling: ECLI:NL:HR:2017:2225.
    """
    dagtekening = eis_datum_of_niets("dagtekening", dagtekening)
    if dagtekening is None:
        return nog_niet("inburgeringstermijn", "de dagtekening van het PIP", ("Wi 11",))
    lengte = norm("inburgeringstermijn_jaren", dagtekening)
    maanden = lengte.aantal * _MAANDEN_PER_JAAR
    start = dagtekening + EEN_DAG
    lezingen = {
        Telling.DAG_TELT_NIET: maanden_na(dagtekening, maanden),
        Telling.EERSTE_DAG_TELT: maanden_vanaf(start, maanden),
    }
    afronding = rond_af(lezingen[telling], lengte, op=dagtekening)
    eind = afronding.eind_op
    eenduidig = len(set(lezingen.values())) == 1
    return Uitkomst(
        regel="inburgeringstermijn",
        uitkomst=Inburgeringstermijn(start_op=start, eind_op=eind, duo_einddatum=eind + EEN_DAG),
        bron=(*lengte.bron, *afronding.bron),
        stappen=(
            f"De dagtekening van het eerste PIP is {voluit(dagtekening)}.",
            f"De termijn begint op de dag daarna, {voluit(start)}, en duurt {lengte}.",
            *(() if eenduidig else (_schrikkeljaar(lezingen, telling),)),
            *afronding.stappen,
            f"DUO noteert als einddatum de dag na de laatste dag: {voluit(eind + EEN_DAG)}.",
            f"De laatste dag is {voluit(eind)}.",
        ),
        zekerheid=Zekerheid.zwakste(
            lengte.zekerheid,
            afronding.zekerheid,
            Zekerheid.GEVERIFIEERD if eenduidig else Zekerheid.AFGELEID,
        ),
    )


def bezwaartermijn(bekendmaking: date | None) -> Uitkomst[Looptijd]:
    """The six weeks in which a person can object.

    They run from the day after the bekendmaking, not the dagtekening. `eind_op` is inclusive, moved
    to a working day.

    Bron: Awb 6:7, Awb 6:8, ATW 1, ATW 3.
    """
    bekendmaking = eis_datum_of_niets("bekendmaking", bekendmaking)
    if bekendmaking is None:
        return nog_niet("bezwaartermijn", "de bekendmaking", ("Awb 6:7", "Awb 6:8"))
    return _na_de_dag(
        "bezwaartermijn",
        bekendmaking,
        norm("bezwaar_weken", bekendmaking),
        (f"Het besluit is bekendgemaakt op {voluit(bekendmaking)}.",),
    )


def huisvestingsnorm(koppeling: date | None) -> Uitkomst[Looptijd]:
    """The fourteen weeks in which COA and municipalities mean to house a household.

    `koppeling` is the day COA linked the household to the municipality. A practice, no statutory
    term: `eind_op` (inclusive) is never moved for a weekend and nothing follows from passing it.

    Bron: geen wet; de werkwijze van het COA en gemeenten (T25).
    """
    koppeling = eis_datum_of_niets("koppeling", koppeling)
    if koppeling is None:
        return nog_niet("huisvestingsnorm", "de koppeling door het COA", ("T25",))
    lengte = norm("huisvesting_weken", koppeling)
    eind = weken_na(koppeling, lengte.aantal)
    return Uitkomst(
        regel="huisvestingsnorm",
        uitkomst=Looptijd(start_op=koppeling + EEN_DAG, eind_op=eind),
        bron=lengte.bron,
        stappen=(
            f"Het COA koppelde op {voluit(koppeling)}.",
            f"Na {lengte} is het {voluit(eind)}. Dit is een richtdatum, geen wettelijke termijn.",
        ),
        zekerheid=lengte.zekerheid,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _PipBegin:
    """Day zero of the ten weeks, or what must be known first."""

    bron: tuple[str, ...]
    dag_nul: date | None = None
    wacht_op: str = ""
    stappen: tuple[str, ...] = ()


def _pip_begin(regel: Norm, kennisgeving: date | None, brp: date | None, art28: bool) -> _PipBegin:
    if regel.waarde == BRP:
        return _begin_bij_inschrijving(regel, brp)
    return _begin_bij_kennisgeving(regel, kennisgeving, brp, art28)


def _begin_bij_inschrijving(regel: Norm, brp: date | None) -> _PipBegin:
    if brp is None:
        return _PipBegin(wacht_op="de inschrijving in de BRP", bron=regel.bron)
    stap = f"De inschrijving in de BRP is van {voluit(brp)}. De kennisgeving maakt niet uit."
    return _PipBegin(dag_nul=brp, bron=regel.bron, stappen=(stap,))


def _begin_bij_kennisgeving(
    regel: Norm, kennisgeving: date | None, brp: date | None, art28: bool
) -> _PipBegin:
    bron = (*regel.bron, "Hvw 28") if art28 else regel.bron
    if kennisgeving is None:
        return _PipBegin(wacht_op="de kennisgeving", bron=bron)
    eerst = f"De kennisgeving van DUO is van {voluit(kennisgeving)}."
    if not art28:
        uitleg = (
            "De gemeente huisvest deze persoon niet volgens artikel 28 van de Huisvestingswet. "
            "Daarom telt de kennisgeving, ook als de inschrijving in de BRP later is."
        )
        return _PipBegin(dag_nul=kennisgeving, bron=bron, stappen=(eerst, uitleg))
    if brp is None:
        return _PipBegin(wacht_op="de inschrijving in de BRP", bron=bron, stappen=(eerst,))
    wat_telt = (
        "na de kennisgeving: de inschrijving telt."
        if brp > kennisgeving
        else "niet na de kennisgeving: de kennisgeving telt."
    )
    uitleg = f"De inschrijving in de BRP is van {voluit(brp)}. Dat is {wat_telt}"
    return _PipBegin(dag_nul=max(kennisgeving, brp), bron=bron, stappen=(eerst, uitleg))


def _welke_regel(regel: Norm, keuze: date) -> str:
    begin = (
        "na de inschrijving in de BRP"
        if regel.waarde == BRP
        else "na de kennisgeving van DUO, of na een latere inschrijving in de gemeente die huisvest"
    )
    return f"Op {zonder_weekdag(keuze)} geldt: de termijn begint op de dag {begin}."


def _andere_regels(regel: Norm, *datums: date | None) -> tuple[Norm, ...]:
    """The versions of the rule that another choice of date would select."""
    return tuple(
        rij
        for rij in NORMEN["pip_begin"]
        if rij is not regel and any(dag is not None and rij.geldt_op(dag) for dag in datums)
    )


def _met_twijfel(antwoord: Uitkomst[Looptijd], andere: Norm) -> Uitkomst[Looptijd]:
    """Say that another choice of rule would end elsewhere; the conclusion stays the last step."""
    twijfel = (
        f"Let op: met de regel die geldt vanaf {zonder_weekdag(andere.geldig_vanaf)} begint de "
        "termijn op een andere dag. Welke datum de regel bepaalt, staat niet vast."
    )
    return replace(
        antwoord,
        stappen=(*antwoord.stappen[:-1], twijfel, antwoord.conclusie),
        zekerheid=Zekerheid.zwakste(antwoord.zekerheid, Zekerheid.AFGELEID),
    )


def _na_de_dag(
    regel: str, dag_nul: date, lengte: Norm, aanloop: tuple[str, ...], bron: tuple[str, ...] = ()
) -> Uitkomst[Looptijd]:
    """A term of days or weeks that starts on the day after `dag_nul`."""
    start = dag_nul + EEN_DAG
    geteld = (
        weken_na(dag_nul, lengte.aantal)
        if lengte.eenheid is Eenheid.WEKEN
        else dag_nul + timedelta(days=lengte.aantal)
    )
    afronding = rond_af(geteld, lengte, op=dag_nul)
    return Uitkomst(
        regel=regel,
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


def _schrikkeljaar(lezingen: dict[Telling, date], telling: Telling) -> str:
    (andere,) = (dag for lezing, dag in lezingen.items() if lezing is not telling)
    return (
        f"Door de schrikkeldag is er ook een andere telling, tot en met {voluit(andere)}. "
        "De datum van DUO gaat voor."
    )

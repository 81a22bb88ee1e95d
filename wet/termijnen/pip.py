"""The ten weeks for the plan (PIP): which event starts them, and when they end.

"Within ten weeks after X" means that X is day zero: the term starts on the day after X. An input
that is not known yet (None) is an answer: `NogNietTeBepalen`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from wet.datums import eis_datum_of_niets, voluit, zonder_weekdag
from wet.normen import BRP, NORMEN, Norm, norm
from wet.regels import regel
from wet.termijnen.looptijd import Looptijd, na_de_dag
from wet.uitkomst import Uitkomst, Zekerheid, nog_niet


@regel(
    "De tien weken waarin de gemeente het PIP maakt.",
    "kennisgeving=2024-02-29 brp=2023-11-01",
    "kennisgeving=2024-05-02 brp=2024-06-19",
    "kennisgeving=2022-01-20 brp=2022-02-16",
    "kennisgeving=2024-05-02 brp=onbekend huisvesting_art28=nee",
    "kennisgeving=onbekend brp=2024-06-19",
)
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
    keuze = eis_datum_of_niets("regel_op", regel_op) or kennisgeving or _zonder_kennisgeving(brp)
    if keuze is None:
        return nog_niet("pip_termijn", "de kennisgeving", ("B22 5.3.1", "B26 5.3.1"))
    versie = norm("pip_begin", keuze)
    begin = _pip_begin(versie, kennisgeving, brp, huisvesting_art28)
    aanloop = (_welke_regel(versie, keuze), *begin.stappen)
    if begin.dag_nul is None:
        return nog_niet("pip_termijn", begin.wacht_op, begin.bron, aanloop)
    antwoord = na_de_dag(
        "pip_termijn", begin.dag_nul, norm("pip_weken", keuze), aanloop, begin.bron
    )
    for andere in _andere_regels(versie, keuze, kennisgeving, brp):
        ander_begin = _pip_begin(andere, kennisgeving, brp, huisvesting_art28)
        if ander_begin.dag_nul != begin.dag_nul:
            antwoord = _met_twijfel(antwoord, andere)
    return antwoord


@regel("De tien weken van de nieuwe gemeente na een verhuizing.", "brp=2022-12-01")
def pip_termijn_na_verhuizing(brp: date | None) -> Uitkomst[Looptijd]:
    """The ten weeks of the new municipality when a person moves in.

    `brp` is the day of registration in the BRP of the new municipality. `eind_op` is inclusive,
    moved to a working day. The three years of the person do not start again.

    Bron: B26 5.3.3, ATW 1, ATW 3, ATW 5.
    """
    brp = eis_datum_of_niets("brp", brp)
    if brp is None:
        return nog_niet("pip_termijn_na_verhuizing", "de inschrijving in de BRP", ("B26 5.3.3",))
    return na_de_dag(
        "pip_termijn_na_verhuizing",
        brp,
        norm("pip_weken_na_verhuizing", brp),
        (f"De inschrijving in de BRP van de nieuwe gemeente is van {voluit(brp)}.",),
    )


@regel(
    "De veertien dagen nadat informatie van een ander binnen is, als het PIP daarop wachtte.",
    "ontvangst=2024-12-11",
    "ontvangst=2024-11-04 eind_tien_weken=2024-12-02",
)
def pip_termijn_na_informatie(
    ontvangst: date | None, *, eind_tien_weken: date | None = None
) -> Uitkomst[Looptijd]:
    """The fourteen days after information from a third party came in.

    Only when the plan could not reasonably be made without that information; waiting for something
    of the municipality itself does not count. `ontvangst` is the day it was received. `eind_op` is
    inclusive, moved to a working day. With the last day of the ten weeks (`eind_tien_weken`) the
    later of the two holds (inferred): information that comes early shortens nothing.

    Bron: B26 5.3.2, ATW 1, ATW 3, ATW 5.
    """
    ontvangst = eis_datum_of_niets("ontvangst", ontvangst)
    if ontvangst is None:
        return nog_niet("pip_termijn_na_informatie", "de informatie van de ander", ("B26 5.3.2",))
    antwoord = na_de_dag(
        "pip_termijn_na_informatie",
        ontvangst,
        norm("pip_dagen_na_informatie", ontvangst),
        (
            "Dit geldt alleen als het PIP zonder deze informatie redelijkerwijs niet gemaakt kon "
            "worden. Wachten op de gemeente zelf telt niet.",
            f"De informatie van de ander is ontvangen op {voluit(ontvangst)}.",
        ),
    )
    assert antwoord.bekend is not None  # the day is given
    if eind_tien_weken is None or eind_tien_weken <= antwoord.bekend.eind_op:
        return antwoord
    return replace(
        antwoord,
        uitkomst=replace(antwoord.bekend, eind_op=eind_tien_weken),
        stappen=(
            *antwoord.stappen[:-1],
            "De tien weken eindigen later; dan gelden die.",
            f"De laatste dag is {voluit(eind_tien_weken)}.",
        ),
        zekerheid=Zekerheid.AFGELEID,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _PipBegin:
    """Day zero of the ten weeks, or what must be known first."""

    bron: tuple[str, ...]
    dag_nul: date | None = None
    wacht_op: str = ""
    stappen: tuple[str, ...] = ()


def _pip_begin(versie: Norm, kennisgeving: date | None, brp: date | None, art28: bool) -> _PipBegin:
    if versie.waarde == BRP:
        return _begin_bij_inschrijving(versie, brp)
    return _begin_bij_kennisgeving(versie, kennisgeving, brp, art28)


def _begin_bij_inschrijving(versie: Norm, brp: date | None) -> _PipBegin:
    if brp is None:
        return _PipBegin(wacht_op="de inschrijving in de BRP", bron=versie.bron)
    stap = f"De inschrijving in de BRP is van {voluit(brp)}. De kennisgeving maakt niet uit."
    return _PipBegin(dag_nul=brp, bron=versie.bron, stappen=(stap,))


def _begin_bij_kennisgeving(
    versie: Norm, kennisgeving: date | None, brp: date | None, art28: bool
) -> _PipBegin:
    bron = (*versie.bron, "Hvw 28") if art28 else versie.bron
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


def _welke_regel(versie: Norm, keuze: date) -> str:
    begin = (
        "na de inschrijving in de BRP"
        if versie.waarde == BRP
        else "na de kennisgeving van DUO, of na een latere inschrijving in de gemeente die huisvest"
    )
    return f"Op {zonder_weekdag(keuze)} geldt: de termijn begint op de dag {begin}."


_TWIJFEL = timedelta(weeks=13)
"""How close to the change of the rule it is not certain which one holds: its day was inferred."""


def _zonder_kennisgeving(brp: date | None) -> date | None:
    """Under the rule of 2022 the registration is enough, so it selects that rule by itself."""
    eerste = NORMEN["pip_begin"][0]
    return brp if brp is not None and eerste.geldt_op(brp) else None


def _andere_regels(versie: Norm, *datums: date | None) -> tuple[Norm, ...]:
    """The versions that another choice of date would select, or that end or begin close by."""
    dagen = [dag for dag in datums if dag is not None]
    return tuple(
        rij
        for rij in NORMEN["pip_begin"]
        if rij is not versie
        and any(rij.geldt_op(dag + schuif) for dag in dagen for schuif in (-_TWIJFEL, _TWIJFEL))
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

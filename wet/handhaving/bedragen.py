"""How high a fine of the municipality may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from wet.datums import EEN_DAG, eis_datum, maanden_voor, voluit
from wet.geld import NIETS, Bedrag, eis_bedrag, euro, op_de_cent, procent
from wet.handhaving.overtredingen import Verwijtbaarheid
from wet.invoer import Peildag
from wet.normen import NORMEN, norm
from wet.regels import regel
from wet.termijnen.looptijd import Looptijd
from wet.uitkomst import Aantal, OngeldigeInvoer, Uitkomst, Zekerheid


class Recidivelezing(StrEnum):
    """How "each time raised by 100 percent of the amount of the fine" is read."""

    VERDUBBELEN = "verdubbelen"
    """50, 100, 200, 400, 800."""
    OPTELLEN = "optellen"
    """50, 100, 150, 200, …"""


@regel("De boete bij de brede intake: een vast bedrag.", "op=2025-03-03")
def boete_artikel22(op: Peildag) -> Uitkomst[Bedrag]:
    """The fine for the intake: fixed, not scaled by culpability.

    `op` selects the version of the norm (the day of the conduct). Circumstances may still lower it
    (B26 7.1.6).

    Bron: Wi 22.1, Wi 22.3, Wi 26, B26 7.1.6.
    """
    vast = norm("boete_intake", op)
    return Uitkomst(
        regel="boete_artikel22",
        uitkomst=Bedrag(bedrag=vast.bedrag),
        bron=(*vast.bron, "B26 7.1.6"),
        stappen=(
            "Het bedrag ligt vast, hoe verwijtbaar het ook is. Bijzondere omstandigheden kunnen "
            "het lager maken.",
            f"De boete is {vast}.",
        ),
        zekerheid=vast.zekerheid,
    )


@regel(
    "De boete voor te weinig meewerken aan begeleiding, PVT, MAP of leerroute.",
    "verwijtbaarheid=gewoon eerdere=0 op=2025-03-11",
    "verwijtbaarheid=gewoon eerdere=1 op=2025-03-11",
    *(f"verwijtbaarheid={deel.value} eerdere=4 op=2025-03-11" for deel in Verwijtbaarheid),
)
def boete_artikel23(
    verwijtbaarheid: Verwijtbaarheid,
    eerdere: int,
    op: Peildag,
    *,
    lezing: Recidivelezing = Recidivelezing.VERDUBBELEN,
) -> Uitkomst[Bedrag]:
    """The fine of article 23: the base, raised for repeats up to the maximum, times culpability.

    `eerdere` is the number of earlier breaches that count (`eerdere_boetes`). How repeats add up is
    an interpretation: by default the amount doubles each time; the alternative,
    `Recidivelezing.OPTELLEN`, adds the base each time. `op` selects the version of the norms (the
    day of the constatering).

    Bron: Wi 23, Wi 26, B26 7.1.3, B26 7.1.4, Awb 5:41.
    """
    if eerdere < 0:
        raise OngeldigeInvoer("Het aantal eerdere overtredingen is nooit negatief.")
    basis, hoogste = norm("boete_artikel23", op), norm("boete_artikel23_hoogste", op)
    verhoging = norm("recidive_verhoging", op)
    bron = (*basis.bron, "B26 7.1.3", "B26 7.1.4")
    if verwijtbaarheid is Verwijtbaarheid.GEEN:
        reden = "Zonder verwijt is er geen boete (Awb 5:41)."
        return _bedrag(NIETS, (reden,), (*bron, "Awb 5:41"), Zekerheid.AFGELEID)
    verhoogd = _verhoogd(basis.bedrag, eerdere, verhoging.aantal, lezing, hoogste.bedrag)
    deel = norm(f"verwijtbaar_{verwijtbaarheid.value}", op)
    bedrag = procent(verhoogd, deel.aantal)
    eerste = f"Het bedrag is {basis}"
    if eerdere:
        keer = "eerdere overtreding telt" if eerdere == 1 else "eerdere overtredingen tellen"
        eerste = f"{eerste}. {eerdere} {keer} mee: {euro(verhoogd)}, hoogstens {hoogste}"
    return _bedrag(
        bedrag,
        (
            f"{eerste}.",
            f"Verwijtbaarheid: {verwijtbaarheid.label}. Daarbij hoort {deel}.",
            f"De boete is {euro(bedrag)}.",
        ),
        bron,
        verhoging.zekerheid if eerdere else Zekerheid.GEVERIFIEERD,
    )


def _verhoogd(
    basis: Decimal, eerdere: int, procenten: int, lezing: Recidivelezing, hoogste: Decimal
) -> Decimal:
    deel = Fraction(procenten, 100)
    factor = (1 + deel) ** eerdere if lezing is Recidivelezing.VERDUBBELEN else 1 + deel * eerdere
    return op_de_cent(min(Fraction(basis) * factor, Fraction(hoogste)))


def _bedrag(
    bedrag: Decimal, stappen: tuple[str, ...], bron: tuple[str, ...], zekerheid: Zekerheid
) -> Uitkomst[Bedrag]:
    return Uitkomst(
        regel="boete_artikel23",
        uitkomst=Bedrag(bedrag=bedrag),
        bron=bron,
        stappen=stappen,
        zekerheid=zekerheid,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EerdereBoete:
    """An earlier breach of article 23: the day it was found, and since when its fine is final.

    `onherroepelijk_op` None: there is or may still be an objection.
    """

    geconstateerd_op: date
    onherroepelijk_op: date | None


@regel("In welke tijd een eerdere boete meetelt.", "constatering=2025-03-11")
def recidivevenster(constatering: date) -> Uitkomst[Looptijd]:
    """The twelve months before the day of constatering; both days inclusive.

    Counted back, so never moved for a weekend. That the first day counts is inferred.

    Bron: B26 7.1.3, ATW 1.2.
    """
    lengte = norm("recidive_maanden", eis_datum("constatering", constatering))
    vanaf, tot = maanden_voor(constatering, lengte.aantal), constatering - EEN_DAG
    return Uitkomst(
        regel="recidivevenster",
        uitkomst=Looptijd(start_op=vanaf, eind_op=tot),
        bron=(*lengte.bron, "ATW 1"),
        stappen=(
            f"De overtreding is geconstateerd op {voluit(constatering)}.",
            f"Terug gerekend tellen {lengte}: van {voluit(vanaf)} tot en met {voluit(tot)}.",
        ),
        zekerheid=Zekerheid.AFGELEID,
    )


def eerdere_boetes(
    constatering: date, boetes: Sequence[EerdereBoete], *, peildag: date | None = None
) -> Uitkomst[Aantal]:
    """How many earlier breaches raise the fine for a breach found on `constatering`.

    Those found within the twelve months before it, whose fine is irrevocable. On which day it must
    be that, is not settled: by default on the day of constatering; `peildag` is the alternative
    (the day of the decision).

    Bron: B26 7.1.3; de peildag en de eerste dag van het jaar zijn afgeleid.
    """
    venster = recidivevenster(constatering)
    assert venster.bekend is not None  # the day is given
    dag = constatering if peildag is None else eis_datum("peildag", peildag)
    stappen, aantal = [], 0
    for boete in boetes:
        telt, waarom = _telt(boete, venster.bekend, dag)
        aantal += telt
        stappen.append(f"Geconstateerd op {voluit(boete.geconstateerd_op)}: {waarom}.")
    return Uitkomst(
        regel="eerdere_boetes",
        uitkomst=Aantal(aantal=aantal),
        bron=venster.bron,
        stappen=(
            *venster.stappen,
            *stappen,
            f"Er tellen {aantal} eerdere overtredingen mee.",
        ),
        zekerheid=Zekerheid.AFGELEID,
    )


def _telt(boete: EerdereBoete, venster: Looptijd, peildag: date) -> tuple[bool, str]:
    if not venster.start_op <= boete.geconstateerd_op <= venster.eind_op:
        return False, "telt niet mee, want te lang geleden of niet eerder"
    if boete.onherroepelijk_op is None or boete.onherroepelijk_op > peildag:
        return False, "telt niet mee, want de boete staat nog niet vast"
    return True, "telt mee"


NIEUWE_TERMIJNEN = tuple(
    int(naam.rpartition("_")[2]) for naam in NORMEN if naam.startswith("boetes_samen_hoogste_")
)
"""The lengths in months that a new term of DUO can have."""


@regel(
    "Hoeveel een nieuwe boete nog mag zijn naast de boetes die er al waren.",
    "eerder_opgelegd=2300.00 nieuw=250.00 op=2025-03-11",
    *(
        f"eerder_opgelegd=0.00 nieuw=800.00 op=2025-03-11 nieuwe_termijn_maanden={maanden}"
        for maanden in NIEUWE_TERMIJNEN
    ),
)
def boete_ruimte(
    eerder_opgelegd: Decimal,
    nieuw: Decimal,
    op: Peildag,
    *,
    nieuwe_termijn_maanden: int | None = None,
) -> Uitkomst[Bedrag]:
    """What may still be imposed under the maximum of all fines of the municipality together.

    `eerder_opgelegd` is the sum of the fines of articles 22 and 23 within the term (extended or
    not), or within the new term of `nieuwe_termijn_maanden` (6, 12, 18 or 24, else an
    OngeldigeInvoer). Whether a part is imposed or nothing is local policy. `op` selects the version
    of the norms.

    Bron: B26 7.1.5; dat een deel mag is afgeleid.
    """
    eis_bedrag("eerder_opgelegd", eerder_opgelegd)
    eis_bedrag("nieuw", nieuw)
    naam = "boetes_samen_hoogste"
    if nieuwe_termijn_maanden is not None:
        if nieuwe_termijn_maanden not in NIEUWE_TERMIJNEN:
            raise OngeldigeInvoer("Een nieuwe termijn is 6, 12, 18 of 24 maanden.")
        naam = f"{naam}_{nieuwe_termijn_maanden}"
    grens = norm(naam, op)
    over = max(grens.bedrag - eerder_opgelegd, NIETS)
    bedrag = min(nieuw, over)
    return Uitkomst(
        regel="boete_ruimte",
        uitkomst=Bedrag(bedrag=bedrag),
        bron=grens.bron,
        stappen=(
            f"Alle boetes samen zijn hoogstens {grens}. Er was al {euro(eerder_opgelegd)}.",
            f"Van {euro(nieuw)} mag nog {euro(bedrag)}.",
        ),
        zekerheid=grens.zekerheid if bedrag == nieuw else Zekerheid.AFGELEID,
    )

"""The order of the summonses, and what each of them asks for first (Wi 14.1, Wi 14.2, Wi 22)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from inburgering.enums import Regime, SchakelStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_reden
from intake.models import LAATSTE, BredeIntake, IntakeStatus, Oproep, OproepStatus, OproepVoor
from wet.datums import zonder_weekdag
from wet.termijnen import brieftermijn, nieuwe_oproeptermijn

# A letter takes a day; who gets it on the day itself was not asked in time. Our own measure, the
# law names no number of days.
DAGEN_POST = 2


@dataclass(frozen=True)
class Trede:
    """A place on the ladder."""

    ronde: int
    nummer: int


def volgende_trede(oproepen: Sequence[Oproep]) -> Trede:
    """The next summons of one kind, given the earlier ones. Raises Geweigerd when there is none."""
    geldig = [oproep for oproep in oproepen if oproep.status != OproepStatus.INGETROKKEN]
    if not geldig:
        return Trede(1, 1)
    laatste = max(geldig, key=lambda oproep: (oproep.ronde, oproep.nummer))
    if laatste.status == OproepStatus.OPGEROEPEN:
        raise Geweigerd(
            f"Oproep {laatste.nummer} loopt nog. Leg eerst vast of deze persoon is gekomen."
        )
    if laatste.status == OproepStatus.GEKOMEN:
        return Trede(laatste.ronde + 1, 1)
    if laatste.nummer == LAATSTE:
        raise Geweigerd(
            "Er zijn drie oproepen geweest. U kunt de brede intake afronden bij afwezigheid."
        )
    return Trede(laatste.ronde, laatste.nummer + 1)


def derde_zonder_gevolg(oproepen: Sequence[Oproep]) -> frozenset[OproepVoor]:
    """For what the last round ended with a third summons that had no effect.

    Who stays away from the talks cannot be asked anything; who stays away from the test alone can.
    """
    geldig = [oproep for oproep in oproepen if oproep.status != OproepStatus.INGETROKKEN]
    laatste: dict[str, Oproep] = {}
    for oproep in sorted(geldig, key=lambda oproep: (oproep.ronde, oproep.nummer)):
        laatste[oproep.voor] = oproep
    return frozenset(
        OproepVoor(voor)
        for voor, oproep in laatste.items()
        if oproep.nummer == LAATSTE and oproep.status == OproepStatus.NIET_GEKOMEN
    )


def check_mag_oproepen(
    dossier: Inburgeraar, *, intake: BredeIntake | None, schakel3: str, oproepen: Sequence[Oproep]
) -> None:
    """Whether there is anything left to summon for; `oproepen` are of one kind."""
    check_loopt(dossier)
    if dossier.regime == Regime.WI2013:
        raise Geweigerd("Onder de Wet inburgering 2013 roept de gemeente niet op.")
    if schakel3 != SchakelStatus.OPEN:
        raise Geweigerd("Oproepen kan alleen als schakel 3 open is.")
    if intake is not None and intake.status == IntakeStatus.AFGEROND:
        raise Geweigerd("De brede intake is afgerond.")
    volgende_trede(oproepen)


def check_dag(verschijnen_op: date, *, vandaag: date) -> None:
    """A working day, far enough ahead for the letter to arrive."""
    if verschijnen_op < vandaag + timedelta(days=DAGEN_POST):
        eerst = zonder_weekdag(vandaag + timedelta(days=DAGEN_POST))
        raise Geweigerd(
            f"De brief moet nog aankomen. Kies {eerst} of later.", veld="verschijnen_op"
        )
    termijn = brieftermijn(verschijnen_op).bekend
    assert termijn is not None  # a day is given
    werkdag = termijn.eind_op
    if werkdag != verschijnen_op:
        raise Geweigerd(
            f"Op {zonder_weekdag(verschijnen_op)} wordt niet gewerkt. "
            f"De eerste werkdag erna is {zonder_weekdag(werkdag)}.",
            veld="verschijnen_op",
        )


def check_grond_derde(
    trede: Trede,
    *,
    verschijnen_op: date,
    boete_bekend_op: date | None,
    zonder_boete: str,
    tweede_verzonden_op: date | None,
    asiel: bool,
    vandaag: date,
) -> None:
    """The third term is set in the fine, at most two months after it is made known (Wi 22.2).

    The fine is for not coming on the second summons, so it is not from before that was sent. Who
    came for asylum gets none.
    """
    if trede.nummer < LAATSTE:
        if boete_bekend_op or zonder_boete.strip():
            raise Geweigerd("Een boete hoort bij de derde oproep.", veld="boete_bekend_op")
        return
    if bool(boete_bekend_op) == bool(zonder_boete.strip()):
        raise Geweigerd(
            "De derde oproep volgt op een boete. Vul in wanneer die is bekendgemaakt, "
            "of leg uit waarom er geen boete is.",
            veld="zonder_boete",
        )
    if boete_bekend_op is None:
        return
    if asiel:
        raise Geweigerd(
            "Een asielstatushouder krijgt hiervoor geen boete. Leg uit waarom er geen boete is.",
            veld="boete_bekend_op",
        )
    if tweede_verzonden_op is not None and boete_bekend_op < tweede_verzonden_op:
        raise Geweigerd(
            "De boete kan niet van voor de tweede oproep zijn: die is verzonden op "
            f"{tweede_verzonden_op:%d-%m-%Y}.",
            veld="boete_bekend_op",
        )
    _check_binnen_boete(verschijnen_op, boete_bekend_op, vandaag=vandaag)


def _check_binnen_boete(verschijnen_op: date, boete_bekend_op: date, *, vandaag: date) -> None:
    if boete_bekend_op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="boete_bekend_op")
    termijn = nieuwe_oproeptermijn(boete_bekend_op).bekend
    assert termijn is not None  # the bekendmaking is given
    if verschijnen_op > termijn.eind_op:
        raise Geweigerd(
            f"Na deze boete kan dat tot en met {zonder_weekdag(termijn.eind_op)} "
            "(Wet inburgering 2021, artikel 22, lid 2).",
            veld="verschijnen_op",
        )


def check_gekomen(oproep: Oproep, *, op: date, vandaag: date) -> None:
    """Nobody comes on a summons that was not made yet."""
    _check_loopt_nog(oproep)
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="op")
    if op < oproep.brief.gemaakt_op:
        raise Geweigerd(
            f"De datum ligt voor de oproep. Die is van {oproep.brief.gemaakt_op:%d-%m-%Y}.",
            veld="op",
        )


def check_niet_gekomen(oproep: Oproep, *, vandaag: date) -> None:
    """Nobody stayed away from what they did not know of, or before the day was over."""
    _check_loopt_nog(oproep)
    verzonden_op = oproep.brief.verzonden_op
    if verzonden_op is None:
        raise Geweigerd("De brief is niet verzonden. Zo telt de oproep niet.")
    if verzonden_op + timedelta(days=DAGEN_POST) > oproep.verschijnen_op:
        raise Geweigerd(
            f"De brief is te laat verzonden ({verzonden_op:%d-%m-%Y}). "
            "Trek de oproep in en maak een nieuwe."
        )
    if vandaag <= oproep.verschijnen_op:
        raise Geweigerd(
            f"De dag uit de brief is nog niet voorbij ({oproep.verschijnen_op:%d-%m-%Y})."
        )


def check_intrekken(oproep: Oproep, *, reden: str) -> None:
    _check_loopt_nog(oproep)
    check_reden(reden)


def _check_loopt_nog(oproep: Oproep) -> None:
    check_loopt(oproep.inburgeraar)
    if oproep.status != OproepStatus.OPGEROEPEN:
        raise Geweigerd(
            f"Deze oproep is al afgehandeld: {str(oproep.get_status_display()).lower()}."
        )

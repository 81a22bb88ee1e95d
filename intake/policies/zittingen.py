"""When a sitting may be planned, moved and held, and what it may cost."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from inburgering.datums import lokale_datum
from inburgering.enums import AfspraakStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from intake.models import BETAALDE_TOLK, BredeIntake, IntakeStatus, TolkSoort, Zitting
from intake.policies.intake import check_invullen

MINUTEN_HOOGSTENS = 480
BEDRAG_HOOGSTENS = Decimal("9999.99")


def check_plannen(
    dossier: Inburgeraar, *, intake: BredeIntake | None, begint_at: datetime, nu: datetime
) -> None:
    """Also before the intake has begun: the first talk is planned ahead."""
    check_loopt(dossier)
    if intake is not None and intake.status == IntakeStatus.AFGEROND:
        raise Geweigerd("De brede intake is afgerond: heropen die eerst.")
    check_ooit(begint_at, nu=nu)


def check_ooit(begint_at: datetime, *, nu: datetime) -> None:
    if begint_at <= nu:
        raise Geweigerd("Dit moment is al voorbij.", veld="datum")


def check_gepland(zitting: Zitting) -> None:
    """What became of a sitting is recorded once."""
    check_loopt(zitting.intake.inburgeraar)
    if zitting.afspraak.status != AfspraakStatus.GEPLAND:
        status = str(zitting.afspraak.get_status_display()).lower()
        raise Geweigerd(f"Dit gesprek staat niet meer gepland: het is {status}.")


def check_houden(zitting: Zitting, *, op: date, vandaag: date) -> None:
    check_invullen(zitting.intake)
    check_gepland(zitting)
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="op")


def check_niet_verschenen(zitting: Zitting, *, vandaag: date) -> None:
    check_gepland(zitting)
    if lokale_datum(zitting.afspraak.begint_at) > vandaag:
        raise Geweigerd("Het gesprek moet nog komen.")


def check_kosten_bijwerken(zitting: Zitting) -> None:
    if zitting.afspraak.status == AfspraakStatus.GEPLAND:
        raise Geweigerd("Leg eerst vast dat het gesprek is gehouden.")


def check_tolk(
    soort: TolkSoort, *, bureau: str, minuten: int | None, bedrag: Decimal | None
) -> None:
    """Only a hired interpreter is paid."""
    if soort not in BETAALDE_TOLK and (bureau or minuten is not None or bedrag is not None):
        raise Geweigerd(
            "Een bureau, minuten en een bedrag horen bij een ingehuurde tolk.", veld="tolk_soort"
        )
    if minuten is not None and not 0 < minuten <= MINUTEN_HOOGSTENS:
        raise Geweigerd(f"Vul 1 tot en met {MINUTEN_HOOGSTENS} minuten in.", veld="tolk_minuten")
    if bedrag is not None and not 0 <= bedrag <= BEDRAG_HOOGSTENS:
        raise Geweigerd("Vul een bedrag in van € 0 tot € 9.999,99.", veld="tolk_bedrag")

"""When an answer of the bank may be booked."""

from __future__ import annotations

from datetime import date

from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_reden
from ontzorgen.bankbericht import Bankbericht
from ontzorgen.enums import BankbestandSoort, BatchStatus, BetalingStatus
from ontzorgen.models import Bankbestand, Betaalbatch, Betaling


def check_bankbestand(bericht: Bankbericht, *, eerder: Bankbestand | None, iban: str) -> None:
    if eerder is not None:
        raise Geweigerd(
            f"Dit bestand is al gelezen, op {eerder.gelezen_at:%d-%m-%Y}. Er is niets veranderd.",
            veld="bestand",
        )
    if bericht.soort is BankbestandSoort.CAMT053 and bericht.iban != iban:
        raise Geweigerd(
            "Dit afschrift is van een andere rekening dan die waarvan wij betalen.",
            veld="bestand",
        )


def check_boeken(batch: Betaalbatch, *, op: date, vandaag: date) -> None:
    if batch.status != BatchStatus.AANGEBODEN:
        raise Geweigerd("Deze batch is niet onderweg.")
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="op")
    if batch.aangeboden_op is not None and op < batch.aangeboden_op:
        raise Geweigerd("De datum ligt voor de dag van aanbieden.", veld="op")


def check_weigering(batch: Betaalbatch, *, onderweg: int, reden: str) -> None:
    check_reden(reden)
    if batch.status != BatchStatus.AANGEBODEN:
        raise Geweigerd("Deze batch is niet onderweg.")
    if onderweg != batch.aantal:
        raise Geweigerd(
            "Van deze batch is al iets betaald of teruggekomen. Leg de andere betalingen een voor "
            "een vast."
        )


def check_storno(betaling: Betaling, *, op: date, vandaag: date) -> None:
    if betaling.status not in (BetalingStatus.AANGEBODEN, BetalingStatus.BETAALD):
        raise Geweigerd("Deze betaling is niet onderweg en niet betaald.")
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="op")
    if betaling.batch.aangeboden_op is not None and op < betaling.batch.aangeboden_op:
        raise Geweigerd("De datum ligt voor de dag van aanbieden.", veld="op")

"""When a batch may be made, built, sealed, approved and offered. Money: no exception by hand."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from inburgering.geweigerd import Geweigerd
from ontzorgen.enums import BatchStatus
from ontzorgen.models import Betaalbatch, Betaalregels
from ontzorgen.target import is_target_dag
from wet.datums import MAANDEN, maanden_na, zonder_weekdag

_VERANDERD = (
    "Na het bouwen zijn gegevens veranderd. Bouw de batch opnieuw en bekijk de verschillen."
)


def maandnaam(maand: date) -> str:
    return f"{MAANDEN[maand.month - 1]} {maand.year}"


def check_maken(
    maand: date, *, open_batch: Betaalbatch | None, later: date | None, vandaag: date
) -> None:
    """`later`: the last month of which a batch already went to the bank, when past this one."""
    if maand > maanden_na(vandaag.replace(day=1), 1):
        raise Geweigerd(
            f"{maandnaam(maand).capitalize()} is te ver: een batch kan één maand vooruit.",
            veld="maand",
        )
    if later is not None and later > maand:
        raise Geweigerd(
            f"De maand {maandnaam(maand)} is afgesloten: de batch van {maandnaam(later)} ging al "
            "naar de bank. Wat nog open staat, komt vanzelf in de volgende batch.",
            veld="maand",
        )
    if open_batch is not None:
        raise Geweigerd(
            f"De batch van {maandnaam(open_batch.maand)} is nog niet aangeboden. Rond die eerst af "
            "of gooi hem weg.",
            veld="maand",
        )


def check_bouwen(batch: Betaalbatch) -> None:
    if batch.status != BatchStatus.CONCEPT:
        raise Geweigerd(
            "Deze batch is al klaargezet. Neem hem eerst terug; daarna kunt u hem opnieuw bouwen."
        )


def check_dag(dag: date, *, vandaag: date) -> None:
    if dag <= vandaag:
        raise Geweigerd("De dag waarop de bank betaalt ligt niet in de toekomst.", veld="op")
    if not is_target_dag(dag):
        raise Geweigerd(
            f"Op {zonder_weekdag(dag)} verwerken banken geen betalingen. Kies een werkdag.",
            veld="op",
        )


def check_klaarzetten(
    batch: Betaalbatch, *, aantal: int, veranderd: bool, regels: Betaalregels, vandaag: date
) -> None:
    check_bouwen(batch)
    if batch.bouw_gevraagd_at is not None or batch.gebouwd_at is None:
        raise Geweigerd("Deze batch wordt nog gebouwd. Wacht tot hij klaar is.")
    if not aantal:
        raise Geweigerd("In deze batch staat geen enkele betaling.")
    _check_rekening(regels)
    check_dag(batch.verwerken_op, vandaag=vandaag)
    if veranderd:
        raise Geweigerd(_VERANDERD)


def check_akkoord(
    batch: Betaalbatch,
    *,
    zegel: str,
    zegel_nu: str,
    makers: Collection[int],
    akkoord_van: Collection[int],
    door_id: int,
) -> None:
    """Only for exactly the lines that were shown, and never by who made the batch."""
    if batch.status != BatchStatus.KLAAR:
        raise Geweigerd("Deze batch wacht niet op akkoord.")
    check_ander(makers=makers, akkoord_van=akkoord_van, door_id=door_id)
    if zegel != batch.regels_hash or zegel_nu != batch.regels_hash:
        raise Geweigerd(
            "De regels zijn niet meer die u zag. Bekijk de batch opnieuw voordat u akkoord geeft."
        )


def check_ander(*, makers: Collection[int], akkoord_van: Collection[int], door_id: int) -> None:
    if door_id in makers:
        raise Geweigerd("Akkoord kan alleen iemand anders geven: u maakte of wijzigde deze batch.")
    if door_id in akkoord_van:
        raise Geweigerd("U gaf al akkoord. Er is ook akkoord van iemand anders nodig.")


def check_terugnemen(batch: Betaalbatch) -> None:
    if batch.status not in (BatchStatus.KLAAR, BatchStatus.AKKOORD):
        raise Geweigerd("Alleen een batch die klaarstaat kan worden teruggenomen.")


def check_weggooien(batch: Betaalbatch) -> None:
    if batch.status != BatchStatus.CONCEPT:
        raise Geweigerd("Alleen een concept kan worden weggegooid. Neem de batch eerst terug.")


def check_aanbieden(
    batch: Betaalbatch, *, zegel_nu: str, veranderd: bool, regels: Betaalregels, vandaag: date
) -> None:
    if batch.status != BatchStatus.AKKOORD:
        raise Geweigerd("Een bestand voor de bank kan pas na akkoord.")
    _check_rekening(regels)
    if zegel_nu != batch.regels_hash:
        raise Geweigerd(
            "De regels zijn niet meer die waarop akkoord is gegeven. Neem de batch terug."
        )
    if veranderd:
        raise Geweigerd(
            "Sinds het akkoord zijn gegevens veranderd. Neem de batch terug en bouw hem opnieuw."
        )
    check_dag(batch.verwerken_op, vandaag=vandaag)


def akkoorden_nodig(totaal: Decimal, *, regels: Betaalregels) -> int:
    return 2 if totaal >= regels.twee_akkoorden_vanaf_bedrag else 1


def _check_rekening(regels: Betaalregels) -> None:
    if not regels.iban or not regels.tenaamstelling:
        raise Geweigerd(
            "Bij Betaalregels staat nog geen rekening van de gemeente. Vraag de functioneel "
            "beheerder die in te vullen."
        )

"""What a worker does with a file. Each finds in the state what is left to do."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from opdrachten.queries.regels import te_doen
from opdrachten.services import invoeren as invoer
from opdrachten.services import ongedaan, ontvangen, opruimen

_MIS = "Het lezen van dit bestand ging onverwacht mis. Gooi het weg en probeer het opnieuw."
_MIS_TERUG = "Het ongedaan maken ging onverwacht mis. Alles staat er nog. Probeer het opnieuw."


@shared_task(name="opdrachten.lezen")
def lezen(*, opdracht_id: int) -> None:
    try:
        ontvangen.lezen(opdracht_id=opdracht_id, nu=timezone.now())
    except Exception as fout:  # noqa: BLE001  # goes on as its kind alone
        ontvangen.mislukt(opdracht_id=opdracht_id, reden=_MIS, nu=timezone.now())
        raise _Kaal(type(fout).__name__) from None


@shared_task(name="opdrachten.invoeren")
def invoeren(*, opdracht_id: int) -> None:
    """Unit by unit, in parties that each have a moment."""
    for partij in invoer.in_partijen(te_doen(opdracht_id)):
        invoer.eenheden_invoeren(opdracht_id=opdracht_id, eenheden=partij, nu=timezone.now())
    invoer.afronden(opdracht_id=opdracht_id, nu=timezone.now())


@shared_task(name="opdrachten.terugdraaien")
def terugdraaien(*, opdracht_id: int) -> None:
    try:
        ongedaan.terugdraaien(opdracht_id=opdracht_id, nu=timezone.now())
    except Exception as fout:  # noqa: BLE001  # goes on as its kind alone
        ongedaan.laten_staan(opdracht_id=opdracht_id, reden=_MIS_TERUG, nu=timezone.now())
        raise _Kaal(type(fout).__name__) from None


@shared_task(name="opdrachten.hervatten")
def hervatten() -> None:
    opruimen.hervatten(nu=timezone.now())


class _Kaal(RuntimeError):
    """An error by its kind alone: its words may hold what stands in the file."""

"""The way to the worker: by the name of the task, and not before the work is committed.

A message that is lost is no loss: the state says what is waiting, and `hervatten` asks again.
"""

from __future__ import annotations

from functools import partial

from celery import current_app
from django.db import transaction

from opdrachten.enums import OpdrachtStatus

TAKEN: dict[str, str] = {
    OpdrachtStatus.ONTVANGEN: "opdrachten.lezen",
    OpdrachtStatus.BEVESTIGD: "opdrachten.invoeren",
    OpdrachtStatus.TERUGDRAAIEN: "opdrachten.terugdraaien",
}


def stuur(opdracht_id: int, status: str) -> None:
    """Have a worker do what an opdracht in this state waits for."""
    zend = partial(current_app.send_task, TAKEN[status], kwargs={"opdracht_id": opdracht_id})
    transaction.on_commit(zend, robust=True)

"""What a worker does for ontzorgen. The row says what is asked; a second time finds nothing."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone

from ontzorgen.queries.voortgang import sleutel
from ontzorgen.services import bouwen as bouw

STIL = timedelta(minutes=5)  # without a step: the message or the worker is lost


@shared_task(name="ontzorgen.bouwen")
def bouwen(*, batch_id: int) -> None:
    bouw.bouwen(batch_id=batch_id, nu=timezone.now(), voortgang=partial(_onthoud, batch_id))


@shared_task(name="ontzorgen.hervatten")
def hervatten() -> None:
    nu = timezone.now()
    bouw.hervatten(nu=nu, na=nu - STIL)


def _onthoud(batch_id: int, gedaan: int, totaal: int) -> None:
    cache.set(sleutel(batch_id), (gedaan, totaal), timeout=600)

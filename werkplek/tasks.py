"""What Celery beat starts: the work of the night, and a sign of life every minute."""

from __future__ import annotations

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone

from werkplek.queries.gezondheid import HARTSLAG, HARTSLAG_BEWAARD
from werkplek.services import nachtwerk as nacht


@shared_task(name="werkplek.nachtwerk")
def nachtwerk() -> None:
    nacht.nachtwerk(nu=timezone.now())


@shared_task(name="werkplek.hartslag")
def hartslag() -> None:
    """Proof that beat plans, the queue carries and a worker works."""
    cache.set(HARTSLAG, timezone.now(), HARTSLAG_BEWAARD)

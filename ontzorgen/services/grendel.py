"""One hand on the money at a time, in the whole installation."""

from __future__ import annotations

from django.db import connection

BETALEN = 20210103  # the number of our lock among PostgreSQL's advisory locks


def betaalgrendel() -> None:
    """Wait until no other transaction builds, seals, approves, offers or answers a batch.

    Held until the transaction ends, also when its process is killed.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [BETALEN])

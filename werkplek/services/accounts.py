"""Closing an account: only here is known what work somebody still has."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from inburgering.datums import lokale_datum
from medewerkers.models import Medewerker
from medewerkers.services import sluiten
from werkplek.queries.accounts import openstaand


@transaction.atomic
def account_sluiten(*, medewerker_id: int, door: Medewerker, nu: datetime) -> Medewerker:
    """Close an account that has no work left. Raises Geweigerd and says how much there is."""
    medewerker = Medewerker.objects.select_for_update(of=("self",)).get(pk=medewerker_id)
    werk = openstaand(medewerker)
    return sluiten(
        medewerker_id=medewerker_id,
        dossiers=werk.dossiers,
        taken=werk.taken,
        door=door,
        nu=nu,
        op=lokale_datum(nu),
    )

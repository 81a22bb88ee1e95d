"""Up to which month a cost is settled."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Max

from ontzorgen.enums import BatchStatus, BetalingSoort
from ontzorgen.models import Betaling


def laatst_betaald_van(last_ids: Collection[int]) -> dict[int, date]:
    """Per cost the last month of which a term went to the bank or stands ready for it."""
    rijen = (
        Betaling.objects.filter(last__in=last_ids, soort=BetalingSoort.TERMIJN)
        .exclude(batch__status=BatchStatus.CONCEPT)
        .order_by()
        .values_list("last")
        .annotate(maand=Max("maand"))
    )
    return dict(rijen)

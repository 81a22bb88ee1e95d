"""To whom a cost can be paid now."""

from __future__ import annotations

from collections.abc import Sequence

from ontzorgen.enums import RekeningStatus
from ontzorgen.models import Crediteur


def te_kiezen() -> Sequence[Crediteur]:
    """In use, with an account that a second colleague confirmed."""
    rijen = Crediteur.objects.filter(
        gestopt_op=None, rekeningen__status=RekeningStatus.BEVESTIGD
    ).order_by("naam")
    return list(rijen)

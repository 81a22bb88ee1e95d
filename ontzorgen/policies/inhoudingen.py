"""When the list of what is kept back may leave: with every number of everybody in it."""

from __future__ import annotations

from inburgering.geweigerd import Geweigerd
from ontzorgen.enums import BatchStatus
from ontzorgen.models import Betaalbatch
from ontzorgen.models.batch import BUITEN

NA_AKKOORD = (BatchStatus.AKKOORD, *BUITEN)
"""Also what the bank refused: it is paid again, and kept back once."""


def check_inhoudingen(batch: Betaalbatch) -> None:
    if batch.status not in NA_AKKOORD:
        raise Geweigerd(
            "Deze batch heeft nog geen akkoord. De lijst met inhoudingen kan pas daarna."
        )

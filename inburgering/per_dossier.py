"""Many dossiers, each in an act of its own: one that fails does not keep the others waiting."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime

from inburgering.handelingen import Handeling, handeling
from medewerkers.models import Medewerker

logboek = logging.getLogger("inburgering.nachtwerk")


class DeelsMislukt(Exception):
    """The others were done; the log names those that failed."""

    def __init__(self, *, gedaan: int, mislukt: int) -> None:
        super().__init__(f"{mislukt} van {gedaan + mislukt} mislukt")
        self.gedaan, self.mislukt = gedaan, mislukt


def per_dossier(
    dossiers: Iterable[int],
    doe: Callable[[Handeling, int], None],
    *,
    door: Medewerker,
    nu: datetime,
) -> int:
    """Returns how many; raises DeelsMislukt after the last one, so that all were tried.

    The log gets the number of the row, and of the error its kind and place (see config.logboek).
    """
    gedaan = mislukt = 0
    for dossier_id in dossiers:
        try:
            with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
                doe(act, dossier_id)
        except Exception:
            mislukt += 1
            logboek.exception("een dossier is mislukt", extra={"rij": dossier_id})
        else:
            gedaan += 1
    if mislukt:
        raise DeelsMislukt(gedaan=gedaan, mislukt=mislukt)
    return gedaan

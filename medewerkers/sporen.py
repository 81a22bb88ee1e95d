"""The trace of an act: who, when, why. Nothing that has a history is saved without one.

`spoor(...)` opens the trace; `Rij.save` reads it and stamps the history row with it. Acts on a
dossier open it through `inburgering.handelingen.handeling`, which owes more than a trace.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medewerkers.models import Medewerker


class BuitenSpoor(RuntimeError):
    """A row with a history was about to be saved outside an act: a programming error."""


@dataclass(frozen=True)
class Spoor:
    door: Medewerker
    nu: datetime
    reden: str = ""
    teller: Iterator[int] = field(default_factory=count, compare=False)

    def stempel(self) -> datetime:
        """A moment for the next history row: microseconds apart, so that of two saves of one row in
        one act the later one is also later in its history.
        """
        return self.nu + timedelta(microseconds=next(self.teller))


_huidig: ContextVar[Spoor | None] = ContextVar("spoor", default=None)


def lopend_spoor() -> Spoor | None:
    return _huidig.get()


def huidig_spoor() -> Spoor:
    spoor_nu = lopend_spoor()
    if spoor_nu is None:
        raise BuitenSpoor("Opslaan kan alleen binnen een handeling: wie, wanneer en waarom.")
    return spoor_nu


@contextmanager
def spoor(*, door: Medewerker, nu: datetime, reden: str = "") -> Iterator[Spoor]:
    """Stamp everything saved inside with this person, moment and reason."""
    buiten = lopend_spoor()
    teller = buiten.teller if buiten is not None and buiten.nu == nu else count()
    vorig = _huidig.set(Spoor(door=door, nu=nu, reden=reden, teller=teller))
    try:
        yield huidig_spoor()
    finally:
        _huidig.reset(vorig)

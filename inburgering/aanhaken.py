"""Where later rooms hook in. There are exactly three ways, because a hook hides who calls whom.

`taakbron`        a query that yields the tasks that follow from a room's states
`bij_beeindigen`  what a room must stop when a dossier ends or rests
`bij_hervatten`   what a room must start again when it goes on
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from medewerkers.enums import Rol


@dataclass(frozen=True)
class AfgeleideTaak:
    """A task as a source derives it.

    `bron` names the fact; `pagina` is the URL name of a dossier page. `alarm`: not to be missed
    on any page of the dossier. `ook_voltooid`: also asked once DUO said that the plicht is met.
    """

    dossier_id: int
    soort: str
    bron: str
    titel: str
    waarom: str
    pagina: str
    uiterlijk_op: date | None = None
    voor: Rol = Rol.CONSULENT
    alarm: bool = False
    ook_voltooid: bool = False


# Given dossier ids, the tasks of those; given None, of all dossiers.
Taakbron = Callable[[Collection[int] | None], Iterable[AfgeleideTaak]]
Afhandeling = Callable[[int], None]

TAAKBRONNEN: list[Taakbron] = []
BIJ_BEEINDIGEN: list[Afhandeling] = []
BIJ_HERVATTEN: list[Afhandeling] = []


def taakbron(functie: Taakbron) -> None:
    TAAKBRONNEN.append(functie)


def bij_beeindigen(functie: Afhandeling) -> None:
    BIJ_BEEINDIGEN.append(functie)


def bij_hervatten(functie: Afhandeling) -> None:
    BIJ_HERVATTEN.append(functie)

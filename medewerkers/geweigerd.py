"""The two ways in which an act does not happen, each said once, in Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medewerkers.models import Medewerker, Rij


class Geweigerd(Exception):
    """A rule says no. `veld` names the form field it is about, when there is one."""

    def __init__(self, reden: str, *, veld: str | None = None) -> None:
        super().__init__(reden)
        self.reden = reden
        self.veld = veld


class Gewijzigd(Exception):
    """Somebody else saved this row after the form was opened."""

    def __init__(self, rij: Rij | Medewerker, *, geopende_versie: int) -> None:
        super().__init__(f"{rij._meta.label} is intussen gewijzigd")
        self.rij = rij
        self.geopende_versie = geopende_versie


def weigering(check: object, /, *args: object, **feiten: object) -> str:
    """The reason a check gives, or "" when the act may go on: what a disabled button shows."""
    assert callable(check)
    try:
        check(*args, **feiten)
    except Geweigerd as fout:
        return fout.reden
    return ""

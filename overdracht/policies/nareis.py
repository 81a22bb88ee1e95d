"""Family that is expected."""

from __future__ import annotations

from inburgering.geweigerd import Geweigerd
from overdracht.models import Nareis, NareisStatus

MEESTE = 30


def check_nareis_verwacht(nareis: Nareis) -> None:
    if nareis.status != NareisStatus.VERWACHT:
        stand = str(nareis.get_status_display()).lower()
        raise Geweigerd(f"Deze nareis is al vastgelegd als ‘{stand}’.")


def check_aantal(aantal: int) -> None:
    if not 0 < aantal <= MEESTE:
        raise Geweigerd(f"Vul een aantal in van 1 tot en met {MEESTE}.", veld="aantal")

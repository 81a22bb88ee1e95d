"""In which languages the questions may be asked."""

from __future__ import annotations

from besluiten.models import Vertaling
from inburgering.geweigerd import Geweigerd
from leerroutes.vragenlijst import Vragenlijst


def check_te_tonen(lijst: Vragenlijst, vertaling: Vertaling | None) -> None:
    """What nobody checked, is not shown to anybody."""
    if lijst.geleverd:
        return
    if vertaling is None:
        raise Geweigerd("De vragen in deze taal zijn niet nagekeken.")
    if vertaling.sha256 != lijst.sha256:
        raise Geweigerd("De vragen zijn veranderd nadat zij zijn nagekeken.")

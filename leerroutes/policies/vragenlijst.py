"""In which languages the questions may be asked, and when a check may be recorded."""

from __future__ import annotations

from datetime import date

from besluiten.models import Vertaling
from inburgering.geweigerd import Geweigerd
from leerroutes.vragenlijst import Vragenlijst


def check_te_tonen(lijst: Vragenlijst, vertaling: Vertaling | None) -> None:
    """What nobody checked, is not shown to anybody."""
    if lijst.geleverd:
        return
    if vertaling is None:
        raise Geweigerd("Niet nagekeken")
    if vertaling.sha256 != lijst.sha256:
        raise Geweigerd("Tekst veranderd")


def check_vragen_nagekeken(
    lijst: Vragenlijst, *, sha256: str, nagekeken_op: date, vandaag: date
) -> None:
    """`sha256` is of the text the person had in front of them."""
    if lijst.geleverd:
        raise Geweigerd("Deze vragen zijn nagekeken geleverd. Er valt niets vast te leggen.")
    if lijst.sha256 != sha256:
        raise Geweigerd("De vragen zijn intussen veranderd. Bekijk ze opnieuw.")
    if nagekeken_op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="nagekeken_op")

"""When a complaint about a provider may be recorded and closed."""

from __future__ import annotations

from datetime import date

from inburgering.geweigerd import Geweigerd
from leerroutes.enums import KlachtStatus
from leerroutes.models import Klacht


def check_klacht_vastleggen(*, ontvangen_op: date, op: date) -> None:
    if ontvangen_op > op:
        raise Geweigerd("De klacht komt uit de toekomst.", veld="ontvangen_op")


def check_klacht_afhandelen(klacht: Klacht, *, uitkomst: str | None = None) -> None:
    if klacht.status == KlachtStatus.AFGEHANDELD:
        raise Geweigerd("Deze klacht is al afgehandeld.")
    if uitkomst is not None and not uitkomst.strip():
        raise Geweigerd("Schrijf op wat er met de klacht is gedaan.", veld="uitkomst")

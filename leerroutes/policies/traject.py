"""When hours may be recorded."""

from __future__ import annotations

from datetime import date

from inburgering.geweigerd import Geweigerd
from wet.normen import norm


def check_eerdere_uren(
    *, taal: int | None, participatie: int | None, op: date, nederlands: int | None = None
) -> None:
    """Not below zero, and not more than DUO's field for hours can hold."""
    hoogste = norm("duo_uren_hoogste", op).aantal
    for veld, uren in (("uren_taal", taal), ("uren_participatie", participatie)):
        if uren is not None and not 0 <= uren <= hoogste:
            raise Geweigerd(f"Vul een aantal uren in van 0 tot en met {hoogste}.", veld=veld)
    if nederlands is not None and not 0 <= nederlands <= (taal or 0):
        raise Geweigerd(
            "Het deel Nederlands is niet meer dan de uren taal en KNM samen.",
            veld="uren_nederlands",
        )

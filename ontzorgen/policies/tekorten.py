"""When a shortfall may be called solved, or not solved after all."""

from __future__ import annotations

from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_reden
from ontzorgen.enums import TekortOplossing


def check_oplossen(
    oplossing: TekortOplossing, *, toelichting: str, tekort: bool, opgelost: bool
) -> None:
    if not tekort:
        raise Geweigerd("Over deze maand is er geen tekort.")
    if opgelost:
        raise Geweigerd("Dit tekort is al opgelost.")
    if oplossing is TekortOplossing.ANDERS and not toelichting.strip():
        raise Geweigerd("Zeg in een paar woorden hoe het is opgelost.", veld="toelichting")


def check_heropenen(*, gevraagd: bool, reden: str) -> None:
    check_reden(reden)
    if gevraagd:
        raise Geweigerd("Hiervoor is al een betaling gevraagd. Trek die eerst in.")

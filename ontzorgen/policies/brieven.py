"""When the letters about what we pay may be made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from wet.datums import maanden_na, zonder_weekdag

VOORAF_MAANDEN = 2
"""How long before the end the letters can be made: earlier than that too much still changes."""


def check_startbrief(
    dossier: Inburgeraar, *, geregeld: bool, lasten: int, al_gemaakt: bool
) -> None:
    check_loopt(dossier)
    if not geregeld:
        raise Geweigerd("Leg eerst het besluit en de machtiging vast.")
    if not lasten:
        raise Geweigerd("Leg eerst vast welke vaste lasten wij betalen.")
    if al_gemaakt:
        raise Geweigerd("Deze brief is er al, en er is daarna niets veranderd.")


def check_eindbrieven(
    dossier: Inburgeraar,
    *,
    eind_op: date | None,
    lasten: int,
    te_maken: Sequence[object],
    vandaag: date,
) -> None:
    """`eind_op` is the last day (inclusive) that we pay; None when we pay nothing."""
    check_loopt(dossier)
    if eind_op is None:
        raise Geweigerd("Wij betalen voor dit huishouden geen vaste lasten.")
    vanaf = maanden_na(eind_op, -VOORAF_MAANDEN)
    if vandaag < vanaf:
        raise Geweigerd(
            f"Wij betalen tot en met {zonder_weekdag(eind_op)}. Deze brieven kunnen vanaf "
            f"{zonder_weekdag(vanaf)}."
        )
    if not lasten:
        raise Geweigerd("Er is geen vaste last die het huishouden zelf gaat betalen.")
    if not te_maken:
        raise Geweigerd("De brieven voor het einde zijn al gemaakt.")

"""When an advice on the route may be made."""

from __future__ import annotations

from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_loopt
from intake.models import BredeIntake, IntakeStatus, Routeadvies
from wet.leerroutes import Advies
from wet.uitkomst import Uitkomst


def check_opmaken(
    intake: BredeIntake | None,
    *,
    uitkomst: Uitkomst[Advies],
    vorig: Routeadvies | None,
    gewijzigd: bool,
) -> None:
    """There is something new to advise on, and the rule has an answer."""
    if intake is None or intake.status == IntakeStatus.GEPLAND:
        raise Geweigerd("De brede intake is nog niet gestart.")
    check_loopt(intake.inburgeraar)
    if uitkomst.wacht_op is not None:
        raise Geweigerd(f"Het advies kan nog niet: wacht op {uitkomst.wacht_op}.")
    if vorig is not None and not gewijzigd:
        raise Geweigerd("Het advies is nog actueel: de feiten zijn niet veranderd.")

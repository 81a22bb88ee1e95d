"""When a moment for the leerbaarheidstoets may be made, changed, called off or closed."""

from __future__ import annotations

from datetime import datetime

from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_reden
from intake.models import MomentStatus, Toetsmoment


def check_maken(*, begint_at: datetime, nu: datetime) -> None:
    if begint_at <= nu:
        raise Geweigerd("Het toetsmoment ligt in het verleden.", veld="datum")


def check_staat_gepland(moment: Toetsmoment) -> None:
    if moment.status != MomentStatus.GEPLAND:
        status = str(moment.get_status_display()).lower()
        raise Geweigerd(f"Dit toetsmoment is {status}.")


def check_wijzigen(moment: Toetsmoment, *, nu: datetime) -> None:
    """What has begun is a fact: it is closed, not moved."""
    check_staat_gepland(moment)
    if moment.begint_at <= nu:
        raise Geweigerd("Dit toetsmoment is al begonnen: leg vast wie er kwamen.")


def check_plaatsen(plaatsen: int, *, bezet: int) -> None:
    if plaatsen < bezet:
        raise Geweigerd(
            f"Er zijn al {bezet} plaatsen bezet. Meld eerst iemand af.", veld="plaatsen"
        )


def check_afzeggen(moment: Toetsmoment, *, reden: str, nu: datetime) -> None:
    check_wijzigen(moment, nu=nu)
    check_reden(reden)


def check_afronden(moment: Toetsmoment, *, nu: datetime) -> None:
    check_staat_gepland(moment)
    if moment.begint_at > nu:
        raise Geweigerd("Dit toetsmoment moet nog komen.")

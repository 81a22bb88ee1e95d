"""When hours of elsewhere may be recorded, and when a dossier may be handed over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inburgering.enums import BeeindigReden
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar, VorigPip
from inburgering.policies import check_niet_later
from leerroutes.enums import TrajectStatus
from leerroutes.models import Traject
from leerroutes.policies.traject import check_eerdere_uren

if TYPE_CHECKING:
    from leerroutes.services.traject import EerdereUren


def check_eerder_kan(traject: Traject | None, *, vorig: VorigPip | None) -> Traject:
    """Only for who came with a plan of elsewhere, or with a balance of before this system."""
    if traject is None or traject.status != TrajectStatus.LOPEND:
        raise Geweigerd("Er loopt geen leerroute.")
    if vorig is None and traject.eerdere_uren_op is None:
        raise Geweigerd("Uren die iemand hier volgde, legt u vast bij ‘Uren’.")
    return traject


def check_eerder_gevolgd(
    traject: Traject,
    *,
    vorig: VorigPip | None,
    uren: EerdereUren,
    stand_op: date,
    vandaag: date,
) -> None:
    check_eerder_kan(traject, vorig=vorig)
    check_niet_later(stand_op, vandaag=vandaag, veld="stand_op", wat="De stand")
    check_eerdere_uren(
        taal=uren.taal, participatie=uren.participatie, nederlands=uren.nederlands, op=stand_op
    )


def check_overdragen(dossier: Inburgeraar) -> None:
    if dossier.beeindigd_reden != BeeindigReden.VERHUISD:
        raise Geweigerd("Dit hoort bij een dossier dat is beëindigd door een verhuizing.")

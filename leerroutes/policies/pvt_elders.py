"""What was followed of the PVT in another municipality, by who still has to sign."""

from __future__ import annotations

from datetime import date

from inburgering.enums import Regime
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_niet_later, check_reden
from leerroutes.models import Participatieverklaring


def check_pvt_elders(
    dossier: Inburgeraar,
    *,
    verklaring: Participatieverklaring | None,
    waar: str,
    tot_op: date,
    activiteit_op: date | None,
    vandaag: date,
) -> None:
    """`tot_op` is the last day there (inclusive); an activity lies within it."""
    check_loopt(dossier)
    if dossier.regime != Regime.WI2021:
        raise Geweigerd("Dit dossier valt onder de Wet inburgering 2013: die kent geen PVT.")
    check_niet_getekend(verklaring)
    if not waar.strip():
        raise Geweigerd("Vul in welke gemeente het was.", veld="waar")
    check_niet_later(tot_op, vandaag=vandaag, veld="tot_op", wat="De laatste dag")
    if activiteit_op is not None and activiteit_op > tot_op:
        raise Geweigerd("De activiteit ligt na de laatste dag daar.", veld="activiteit_op")


def check_pvt_elders_verwijderen(verklaring: Participatieverklaring | None, *, reden: str) -> None:
    check_niet_getekend(verklaring)
    check_reden(reden)


def check_niet_getekend(verklaring: Participatieverklaring | None) -> None:
    """What somebody signed on stays as it was."""
    if verklaring is not None:
        raise Geweigerd("Deze persoon heeft al getekend. Trek eerst de ondertekening in.")

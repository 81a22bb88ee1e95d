"""When no new offer of lessons is needed, though language or KNM is still open."""

from __future__ import annotations

from datetime import date

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_reden
from leerroutes.models import Traject
from leerroutes.policies.aanbod import check_dag, check_doelgroep


def check_afzien_kan(
    dossier: Inburgeraar, traject: Traject | None, *, loopt: bool, eerder: bool
) -> Traject:
    """`loopt`: an offer waits or lessons run; `eerder`: there was an offer, or there were lessons.

    The first offer is the duty of the municipality (Wi 16): of that nobody can refrain.
    """
    lopend = check_doelgroep(dossier, traject)
    if lopend.afgezien_op is not None:
        raise Geweigerd("Er is al vastgelegd dat een nieuw aanbod niet nodig is.")
    if loopt:
        raise Geweigerd("Er loopt nog een aanbod of les: daar volgt geen nieuw aanbod op.")
    if not eerder:
        raise Geweigerd("Er is nog geen aanbod gedaan. De gemeente doet eerst een aanbod (Wi 16).")
    return lopend


def check_afzien(traject: Traject, *, op: date, reden: str, vandaag: date) -> None:
    check_dag(op, vandaag=vandaag)
    if op < traject.start_op:
        raise Geweigerd(f"Het PIP is van {traject.start_op:%d-%m-%Y}.", veld="op")
    check_reden(reden)


def check_toch_aanbieden(traject: Traject | None) -> Traject:
    if traject is None or traject.afgezien_op is None:
        raise Geweigerd("Er is niet vastgelegd dat een nieuw aanbod niet nodig is.")
    return traject

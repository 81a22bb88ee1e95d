"""The months in which the municipality offers a course, and the taalschakeltraject starts (Wi 16).

Kept per traject (`sleutel`), because another route starts from a plan of its own. Everything
follows from the offers, so it is worked out anew after each act; twice is once.
"""

from __future__ import annotations

from typing import Any

from inburgering.enums import TermijnSoort, TermijnStatus
from inburgering.handelingen import Handeling
from inburgering.models import Inburgeraar, Termijn
from inburgering.services.termijnen import (
    termijn_halen,
    termijn_vastleggen,
    termijnen_laten_vervallen,
)
from leerroutes.models import Traject, TrajectStatus
from leerroutes.queries.aanbodtermijn import (
    SOORTEN,
    Wacht,
    aanbodfeiten,
    sleutel_van,
    wachten,
)
from wet.doelgroepen import Doelgroep

ANDERE_ROUTE = "er is een andere leerroute"
GEEN_PIP = "er is geen PIP meer"
GEEN_AANBOD = "deze persoon krijgt geen aanbod van de gemeente"


def aanbodtermijnen_bijwerken(act: Handeling, dossier_id: int) -> None:
    """Make the terms equal to what the running traject and its offers say. Asylum only."""
    traject = Traject.objects.filter(inburgeraar=dossier_id, status=TrajectStatus.LOPEND).first()
    dossier = Inburgeraar.objects.get(pk=dossier_id)
    if dossier.doelgroep != Doelgroep.ASIEL.value:
        _sluit_af(act, dossier_id, behalve="", reden=GEEN_AANBOD)
        return
    if traject is None:
        _sluit_af(act, dossier_id, behalve="", reden=GEEN_PIP)
        return
    _sluit_af(act, dossier_id, behalve=sleutel_van(traject), reden=ANDERE_ROUTE)
    for wacht in wachten(traject, aanbodfeiten(traject)):
        _volg(act, traject, wacht)


def _sluit_af(act: Handeling, dossier_id: int, *, behalve: str, reden: str) -> None:
    """The terms of an earlier route or doelgroep ask for nothing any more."""
    oude = Termijn.objects.filter(
        inburgeraar=dossier_id, soort__in=SOORTEN, status=TermijnStatus.LOPEND
    ).exclude(sleutel=behalve)
    for termijn in oude:
        termijnen_laten_vervallen(
            act,
            dossier_id=dossier_id,
            reden=reden,
            soort=TermijnSoort(termijn.soort),
            sleutel=termijn.sleutel,
        )


def _volg(act: Handeling, traject: Traject, wacht: Wacht) -> None:
    """One term: begun, met on the day it was, or met on another day after a correction."""
    welke: dict[str, Any] = {"soort": wacht.soort, "sleutel": sleutel_van(traject)}
    dossier_id, gedaan = traject.inburgeraar_id, wacht.gedaan
    bekend = Termijn.objects.filter(inburgeraar=dossier_id, **welke).exists()
    if not wacht.begint(bekend=bekend, op=act.op):
        return
    termijn = termijn_vastleggen(act, dossier_id=dossier_id, vraag=wacht.vraag, **welke)
    if termijn is None or termijn.gehaald_op == gedaan:
        return
    if termijn.status == TermijnStatus.GEHAALD:
        termijn.herleven()
        termijn.save()
    if gedaan is not None:
        termijn_halen(act, dossier_id=dossier_id, op=gedaan, **welke)

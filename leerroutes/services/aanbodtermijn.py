"""The months in which the municipality offers a course, and the taalschakeltraject starts (Wi 16).

Kept per traject (`sleutel`), because another route starts from a plan of its own. Everything
follows from the offers, so it is worked out anew after each act; twice is once.
"""

from __future__ import annotations

from datetime import date
from functools import partial
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
from leerroutes.queries.aanbodtermijn import SOORTEN, aanbodfeiten, sleutel_van
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute
from wet.termijnen import Looptijd, termijn_aanbod, termijn_start_taalschakel
from wet.uitkomst import Uitkomst

ANDERE_ROUTE = "er is een andere leerroute"


def aanbodtermijnen_bijwerken(act: Handeling, dossier_id: int) -> None:
    """Make the terms equal to what the running traject and its offers say. Asylum only.

    A term that was over before anybody kept it here (a plan taken over) is not begun: whether an
    offer was in time then is not known. It is, once an offer of that time is recorded.
    """
    traject = Traject.objects.filter(inburgeraar=dossier_id, status=TrajectStatus.LOPEND).first()
    _sluit_af(act, dossier_id, behalve=sleutel_van(traject) if traject else "")
    dossier = Inburgeraar.objects.get(pk=dossier_id)
    if traject is None or dossier.doelgroep != Doelgroep.ASIEL.value:
        return
    feiten = aanbodfeiten(traject)
    vraag: partial[Uitkomst[Looptijd]] = partial(termijn_aanbod, dagtekening=traject.start_op)
    _volg(act, traject, TermijnSoort.AANBOD, vraag, gedaan=feiten.aanbod_op)
    if traject.leerroute == Leerroute.O.value:
        vraag = partial(termijn_start_taalschakel, dagtekening=traject.start_op)
        _volg(act, traject, TermijnSoort.AANBOD_START, vraag, gedaan=feiten.start_op)


def _sluit_af(act: Handeling, dossier_id: int, *, behalve: str) -> None:
    """The terms of an earlier route ask for nothing any more."""
    oude = Termijn.objects.filter(
        inburgeraar=dossier_id, soort__in=SOORTEN, status=TermijnStatus.LOPEND
    ).exclude(sleutel=behalve)
    for termijn in oude:
        termijnen_laten_vervallen(
            act,
            dossier_id=dossier_id,
            reden=ANDERE_ROUTE,
            soort=TermijnSoort(termijn.soort),
            sleutel=termijn.sleutel,
        )


def _volg(
    act: Handeling,
    traject: Traject,
    soort: TermijnSoort,
    vraag: partial[Uitkomst[Looptijd]],
    *,
    gedaan: date | None,
) -> None:
    """One term: begun, met on the day it was, or met on another day after a correction."""
    welke: dict[str, Any] = {"soort": soort, "sleutel": sleutel_van(traject)}
    bekend = Termijn.objects.filter(inburgeraar=traject.inburgeraar_id, **welke).exists()
    looptijd = vraag().bekend
    if not bekend and gedaan is None and looptijd and looptijd.eind_op < act.op:
        return
    termijn = termijn_vastleggen(act, dossier_id=traject.inburgeraar_id, vraag=vraag, **welke)
    if termijn is None or termijn.gehaald_op == gedaan:
        return
    if termijn.status == TermijnStatus.GEHAALD:
        termijn.herleven()
        termijn.save()
    if gedaan is not None:
        termijn_halen(act, dossier_id=traject.inburgeraar_id, op=gedaan, **welke)

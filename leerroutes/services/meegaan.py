"""What goes along when another traject begins: lessons, offers and placements that run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling
from leerroutes.enums import AanbodStatus, DeelnameStatus, Lessoort
from leerroutes.models import Deelname, Inburgeringsaanbod, Plaatsing, Traject
from leerroutes.models.aanbod import LOPEND_AANBOD
from leerroutes.queries.bezetting import NU_DAAR
from wet.leerroutes import Leerroute


def gaat_mee(act: Handeling, traject: Traject) -> None:
    """What runs is gone on with on this traject; hours stay with the traject of their day.

    What belongs to the onderwijsroute only stays behind on another route: a task asks how it ends
    (`taakbronnen.lessen.taalschakel_past_niet`).
    """
    for rij, wat in _lopend(traject):
        rij.traject = traject
        rij.save()
        if wat:
            tekst = f"Gaat door met het nieuwe PIP: {wat}"
            act.meld(traject.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst)


def _lopend(traject: Traject) -> Iterator[tuple[Any, str]]:
    """Each with what it is; of an offer that began the lessons say it."""
    past_niet = () if traject.leerroute == Leerroute.O.value else (Lessoort.TAALSCHAKEL,)
    lessen = _van(Deelname, traject, DeelnameStatus.GESTART).exclude(lessoort__in=past_niet)
    for deelname in lessen.select_related("aanbieder"):
        yield deelname, f"{deelname.get_lessoort_display()} bij {deelname.aanbieder}"
    aanboden = _van(Inburgeringsaanbod, traject, *LOPEND_AANBOD).exclude(lessoort__in=past_niet)
    for aanbod in aanboden.select_related("aanbieder"):
        begonnen = aanbod.status == AanbodStatus.GESTART
        yield aanbod, "" if begonnen else f"aanbod van {aanbod.aanbieder}"
    plaatsingen = _van(Plaatsing, traject, *NU_DAAR)
    for plaatsing in plaatsingen.select_related("plek", "vacature__werkgever"):
        yield plaatsing, plaatsing.waar


def _van(model: Any, traject: Traject, *standen: str) -> Any:
    rijen = model.objects.select_for_update(of=("self",))
    return rijen.filter(inburgeraar=traject.inburgeraar_id, status__in=standen)

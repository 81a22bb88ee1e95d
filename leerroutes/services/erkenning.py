"""When a mark changes, so does which lessons count."""

from __future__ import annotations

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling
from leerroutes.models import Deelname
from leerroutes.queries.keurmerken import anders_beoordeeld
from leerroutes.services.urentotalen import totalen_bijwerken
from medewerkers.models import werk_bij


def erkenning_bijwerken(act: Handeling, *, aanbieder_id: int) -> int:
    """Judge every lesson at this school again, on its own day; how many lines changed.

    Called within the act that changes a mark of the school, and within one that changes what kind
    of lesson somebody follows.
    """
    mensen = Deelname.objects.filter(aanbieder=aanbieder_id).values_list("inburgeraar", flat=True)
    act.neem_mee(set(mensen))
    anders = list(anders_beoordeeld(aanbieder_id).select_for_update(of=("self",)))
    for rij in anders:
        rij.erkend = not rij.erkend
    werk_bij(anders, ["erkend"])
    dossiers = {rij.inburgeraar_id for rij in anders}
    totalen_bijwerken(dossiers, maanden={rij.op for rij in anders})
    tekst = "Door een wijziging van het keurmerk tellen andere lesuren mee"
    act.meld_bij_allen(dossiers, GebeurtenisSoort.WIJZIGING, tekst)
    return len(anders)

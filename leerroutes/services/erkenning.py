"""When a mark changes, so does which lessons count."""

from __future__ import annotations

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling
from leerroutes.enums import Lessoort
from leerroutes.models import Deelname, Urenregel
from leerroutes.policies.uren import MET_KEURMERK
from leerroutes.queries.keurmerken import keurmerken_van
from leerroutes.services.urentotalen import totalen_bijwerken
from medewerkers.models import werk_bij


def erkenning_bijwerken(act: Handeling, *, aanbieder_id: int) -> int:
    """Judge every lesson at this school again, on its own day; how many lines changed.

    Called within the act that changes a mark of the school, and within one that changes what kind
    of lesson somebody follows.
    """
    mensen = Deelname.objects.filter(aanbieder=aanbieder_id).values_list("inburgeraar", flat=True)
    act.neem_mee(set(mensen))
    anders = [rij for rij, erkend in _oordelen(aanbieder_id) if rij.erkend != erkend]
    for rij in anders:
        rij.erkend = not rij.erkend
    werk_bij(anders, ["erkend"])
    dossiers = {rij.inburgeraar_id for rij in anders}
    totalen_bijwerken(dossiers, maanden={rij.op for rij in anders})
    for dossier_id in sorted(dossiers):
        tekst = "Door een wijziging van het keurmerk tellen andere lesuren mee"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst)
    return len(anders)


def _oordelen(aanbieder_id: int) -> list[tuple[Urenregel, bool]]:
    """Each lesson with whether it counts by the marks of now."""
    keurmerken = keurmerken_van([aanbieder_id])
    lessen = Urenregel.objects.select_for_update(of=("self",)).filter(
        deelname__aanbieder=aanbieder_id, soort__in=[soort.value for soort in MET_KEURMERK]
    )
    return [
        (rij, keurmerken.geldt(aanbieder_id, voor=Lessoort(rij.deelname.lessoort), op=rij.op))
        for rij in lessen.select_related("deelname")
        if rij.deelname is not None
    ]

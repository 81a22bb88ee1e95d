"""Lessons that stopped because the dossier did: they do not begin again by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from inburgering.enums import DossierStatus
from inburgering.models import Inburgeraar
from leerroutes.enums import DeelnameStatus
from leerroutes.models import Deelname
from wet.datums import zonder_weekdag

REDENEN = {
    DossierStatus.BEEINDIGD: "Het dossier is beëindigd",
    DossierStatus.VOLTOOID: "Aan de plicht is voldaan",
}


def lessen_gestopt(dossier: Inburgeraar) -> str:
    """What to do about it, once the dossier goes on; "" when there is nothing, or it was done."""
    if not dossier.loopt:
        return ""
    alle = list(Deelname.objects.filter(inburgeraar=dossier).select_related("aanbieder"))
    gestopt = [les for les in alle if les.reden in REDENEN.values() and les.eind_op is not None]
    if not gestopt or _weer_begonnen(alle, gestopt):
        return ""
    laatste = max(les.eind_op for les in gestopt if les.eind_op is not None)
    waar = " en ".join(dict.fromkeys(str(les.aanbieder) for les in gestopt))
    return (
        f"De lessen bij {waar} stopten met het dossier, op {zonder_weekdag(laatste)}. Ze gaan niet "
        "vanzelf verder: hervat ze bij Lessen, of laat nieuwe lessen beginnen."
    )


def _weer_begonnen(alle: Sequence[Deelname], gestopt: Sequence[Deelname]) -> bool:
    """Lessons run, or ran since."""
    eerste = min(les.eind_op for les in gestopt if les.eind_op is not None)
    return any(les.status == DeelnameStatus.GESTART or les.start_op > eerste for les in alle)

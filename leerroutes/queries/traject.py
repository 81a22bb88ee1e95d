"""What was agreed, and what completing the route takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.enums import DossierStatus, SchakelNummer, SchakelStatus
from inburgering.models import Inburgeraar, Schakel
from leerroutes.models import Traject, TrajectStatus
from wet.bronnen import voluit
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Examenonderdeel, Leerroute, Niveau, eisen

_WAAROM_GEEN = {
    DossierStatus.ACTIEF: (
        "Na het vaststellen van het PIP staat hier wat is afgesproken en wat nog moet: lessen, "
        "examens, PVT en MAP."
    ),
    DossierStatus.OPGESCHORT: (
        "Het dossier is opgeschort. Een leerroute die liep, gaat verder als u het dossier hervat."
    ),
    DossierStatus.VOLTOOID: "Aan de plicht is voldaan: er hoeft niets meer.",
    DossierStatus.BEEINDIGD: "Het dossier is beëindigd: er hoeft niets meer.",
}


@dataclass(frozen=True, kw_only=True)
class Eisregel:
    """One requirement. Evidence of each comes later; until then they are done together."""

    tekst: str
    bron: str


@dataclass(frozen=True, kw_only=True)
class Leerroutetab:
    traject: Traject | None
    eisen: Sequence[Eisregel]
    eerdere: Sequence[Traject]
    geen: str
    afgerond_op: date | None


def leerroutetab(dossier: Inburgeraar) -> Leerroutetab:
    trajecten = list(Traject.objects.filter(inburgeraar=dossier))
    lopend = [t for t in trajecten if t.status == TrajectStatus.LOPEND]
    traject = lopend[0] if lopend else None
    return Leerroutetab(
        traject=traject,
        eisen=eisen_van(traject, doelgroep=Doelgroep(dossier.doelgroep)) if traject else [],
        eerdere=[t for t in trajecten if t.status == TrajectStatus.BEEINDIGD],
        geen=_WAAROM_GEEN[DossierStatus(dossier.status)],
        afgerond_op=_afgerond_op(dossier),
    )


def _afgerond_op(dossier: Inburgeraar) -> date | None:
    """When schakel 4 closed: then all that the route takes was done."""
    schakel: Schakel = dossier.schakels.get(nummer=SchakelNummer.INBURGEREN)
    return schakel.afgerond_op if schakel.status == SchakelStatus.AFGEROND else None


def eisen_van(traject: Traject, *, doelgroep: Doelgroep) -> list[Eisregel]:
    """By the norms of the day on which the traject began: that of the dagtekening."""
    vereist = eisen(
        Leerroute(traject.leerroute),
        doelgroep,
        op=traject.start_op,
        niveaus=_niveaus(traject),
    )
    return [
        Eisregel(tekst=eis.tekst, bron="; ".join(voluit(bron) for bron in eis.bron))
        for eis in vereist
    ]


def _niveaus(traject: Traject) -> dict[Examenonderdeel, Niveau]:
    """The plan names one level for all parts; a level per part comes with stepping down."""
    if traject.leerroute != Leerroute.B.value or traject.niveau != Niveau.A2.value:
        return {}
    return dict.fromkeys(Examenonderdeel, Niveau.A2)

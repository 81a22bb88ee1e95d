"""The tab Leerroute: what was agreed, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.enums import DossierStatus, SchakelNummer, SchakelStatus
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar, Schakel, VorigPip
from leerroutes.models import Traject, TrajectStatus
from leerroutes.policies.verhuizing import check_eerder_kan
from leerroutes.queries.feiten import Gegevens, gegevens_van
from leerroutes.queries.lessen_gestopt import lessen_gestopt
from leerroutes.queries.urenkaart import Urenkaart, urenkaart
from leerroutes.queries.voortgang import Eisregel, eisregels
from wet.doelgroepen import Doelgroep

_INGETROKKEN = (
    "Het PIP is ingetrokken. Wat is gedaan, blijft staan. Stel een nieuw PIP vast: daarmee begint "
    "een nieuwe leerroute."
)
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
class Leerroutetab:
    """`eisen` are those of the traject that runs, or of the last one once the dossier ended."""

    traject: Traject | None
    eisen: Sequence[Eisregel]
    eerdere: Sequence[Traject]
    geen: str
    van_elders: bool
    kaart: Urenkaart | None
    afgerond_op: date | None
    lessen_gestopt: str

    @property
    def gedaan(self) -> int:
        return sum(not eis.open for eis in self.eisen)


def leerroutetab(dossier: Inburgeraar, *, op: date) -> Leerroutetab:
    gegevens = gegevens_van([dossier.pk], op=op).get(dossier.pk, Gegevens())
    lopend = [t for t in gegevens.trajecten if t.status == TrajectStatus.LOPEND]
    traject = lopend[-1] if lopend else None
    doelgroep = Doelgroep(dossier.doelgroep)
    return Leerroutetab(
        traject=traject,
        eisen=eisregels(gegevens, doelgroep=doelgroep),
        eerdere=[t for t in gegevens.trajecten if t.status == TrajectStatus.BEEINDIGD],
        geen=_INGETROKKEN
        if dossier.loopt and gegevens.zonder_pip
        else _WAAROM_GEEN[DossierStatus(dossier.status)],
        kaart=urenkaart(dossier, op, gegevens=gegevens),
        van_elders=not weigering(check_eerder_kan, traject, vorig=_vorig(dossier)),
        afgerond_op=_afgerond_op(dossier),
        lessen_gestopt=lessen_gestopt(dossier) if traject else "",
    )


def _vorig(dossier: Inburgeraar) -> VorigPip | None:
    return VorigPip.objects.filter(inburgeraar=dossier).first()


def _afgerond_op(dossier: Inburgeraar) -> date | None:
    """When schakel 4 closed: then all that the route takes was done."""
    schakel: Schakel = dossier.schakels.get(nummer=SchakelNummer.INBURGEREN)
    return schakel.afgerond_op if schakel.status == SchakelStatus.AFGEROND else None

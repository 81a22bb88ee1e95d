"""Plans as they stand, and the facts that decide what may be done with them."""

from __future__ import annotations

from datetime import date

from inburgering.enums import SchakelNummer
from inburgering.models import Inburgeraar, Plicht, Schakel
from inburgering.services.plichten import brp_datum
from intake.queries.intake import is_afgerond
from medewerkers.models import Gemeente
from pip_plans.models import BESLOTEN, Pip, PipStatus
from pip_plans.policies import Feiten
from wet.doelgroepen import Doelgroep
from wet.duo import Bevinding, MeldingPip, controleer_pip
from wet.leerroutes import Leerroute, Niveau
from wet.pip import InhoudPip, Ontbrekend, Opname, wat_ontbreekt

IN_VOORBEREIDING = (PipStatus.CONCEPT, PipStatus.TER_VASTSTELLING)


def pips_van(dossier_id: int) -> list[Pip]:
    """All versions, the newest first."""
    return list(
        Pip.objects.filter(inburgeraar=dossier_id)
        .select_related("besluit", "besluit__document", "vastgesteld_door", "voorgelegd_door")
        .order_by("-versienummer")
    )


def in_voorbereiding(pips: list[Pip]) -> Pip | None:
    return next((pip for pip in pips if pip.status in IN_VOORBEREIDING), None)


def dagtekening_initieel(pips: list[Pip], *, anders: date) -> date:
    """The dagtekening of the first plan ever; a later version never moves it (Wi 11.3)."""
    eerdere = [pip.dagtekening_initieel for pip in pips if pip.dagtekening_initieel]
    return min(eerdere, default=anders)


def feiten_voor(dossier: Inburgeraar, *, op: date, pips: list[Pip] | None = None) -> Feiten:
    """What establishing on `op` would rest on."""
    versies = pips_van(dossier.pk) if pips is None else pips
    pip = in_voorbereiding(versies)
    schakel3 = Schakel.objects.get(inburgeraar=dossier, nummer=SchakelNummer.INTAKE_EN_PIP)
    return Feiten(
        dossier=dossier,
        schakel3=schakel3.status,
        intake_afgerond=is_afgerond(dossier.pk),
        ontbreekt=ontbrekend(pip, dossier, op=op) if pip else (),
        duo=duo_bevindingen(pip, dossier, op=op, pips=versies) if pip else (),
        vier_ogen=Gemeente.objects.values_list("vier_ogen_pip", flat=True).first() or False,
        eerder=versies,
    )


def ontbrekend(pip: Pip, dossier: Inburgeraar, *, op: date) -> tuple[Ontbrekend, ...]:
    return wat_ontbreekt(
        InhoudPip(
            op=op,
            doelgroep=Doelgroep(dossier.doelgroep),
            leerroute=_route(pip),
            begeleiding=pip.begeleiding,
            pvt_uren=pip.pvt_uren,
            map_uren=pip.map_uren,
            leerroute_uren=pip.leerroute_uren,
            aftrek_uren=pip.aftrek_uren or 0,
            voortgangsgesprekken=pip.voortgangsgesprekken,
            vve=_opname(pip.vve),
            participatiewet=_opname(pip.participatiewet),
            examenwens_z=_opname(pip.examenwens_z),
        )
    )


def duo_bevindingen(
    pip: Pip, dossier: Inburgeraar, *, op: date, pips: list[Pip]
) -> tuple[Bevinding, ...]:
    """What DUO would object to, when the plan were reported with this dagtekening."""
    route = _route(pip)
    if route is None:
        return ()
    plicht = Plicht.objects.filter(inburgeraar=dossier).first()
    eerdere = [p for p in pips if p.status in BESLOTEN and p.dagtekening]
    huidig = next((p.dagtekening for p in eerdere if p.status == PipStatus.VASTGESTELD), None)
    return controleer_pip(
        MeldingPip(
            dagtekening=op,
            leerroute=route,
            doelgroep=Doelgroep(dossier.doelgroep),
            begin_plicht=plicht.start_op if plicht else None,
            vestiging_op=brp_datum(dossier.persoon_id),
            niveau=Niveau(pip.niveau) if pip.niveau else None,
            intensiteit_b1=_intensiteit(pip, dossier),
            dagtekening_eerste_pip=min(
                (p.dagtekening for p in eerdere if p.dagtekening), default=None
            ),
            dagtekening_huidig_pip=huidig,
        )
    )


def _intensiteit(pip: Pip, dossier: Inburgeraar) -> int | None:
    """DUO takes hours only for the B1-route of an asielstatushouder."""
    asiel = dossier.doelgroep == Doelgroep.ASIEL.value
    return pip.leerroute_uren if asiel and pip.leerroute == Leerroute.B.value else None


def _route(pip: Pip) -> Leerroute | None:
    return Leerroute(pip.leerroute) if pip.leerroute else None


def _opname(waarde: str) -> Opname | None:
    return Opname(waarde) if waarde else None

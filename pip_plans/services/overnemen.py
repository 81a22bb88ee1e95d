"""Plans made elsewhere: on paper before this system, or by another municipality."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from besluiten.models import BesluitSoort
from besluiten.services.besluiten import besluit_overnemen
from inburgering.enums import TermijnSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar, Plicht, Termijn, VorigPip
from inburgering.policies import check_reden
from inburgering.services import vorig_pip as vorige
from inburgering.services.termijnen import (
    laatste_dag_van_duo,
    verlengen,
)
from inburgering.services.vorig_pip import VorigPipGegevens
from leerroutes.services.traject import EerdereUren, traject_overnemen
from medewerkers.models import Medewerker
from pip_plans.brief import (
    kenmerk_van,
)
from pip_plans.inhoud import afspraken_van, inhoud_op_papier
from pip_plans.models import Pip
from pip_plans.policies.plan import (
    PapierenPip,
    check_overnemen,
    check_vorig_pip,
)
from pip_plans.queries import dagtekening_initieel, feiten_voor
from pip_plans.services.vaststellen import volgt


def overnemen(
    *, dossier_id: int, plan: PapierenPip, reden: str, door: Medewerker, nu: datetime
) -> Pip:
    """A plan established on paper before this system: recorded as such, with no letter of ours.

    Next to `vaststellen` the one way to an established plan, and the only one to a dagtekening
    before today. What follows from the plan follows from its own day: the three years (DUO's last
    day leads), the ten weeks, the schakels and the traject.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        check_reden(reden)
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        plicht = Plicht.objects.filter(inburgeraar=dossier).first()
        feiten = feiten_voor(dossier, op=act.op)
        check_overnemen(
            plan,
            feiten=feiten,
            begin_plicht=plicht.start_op if plicht else None,
            vandaag=act.op,
        )
        pip = Pip(inburgeraar=dossier, versienummer=1, **inhoud_op_papier(plan))
        pip.save()
        besluit = besluit_overnemen(
            act,
            dossier_id=dossier_id,
            soort=BesluitSoort.PIP,
            kenmerk=kenmerk_van(pip, dossier),
            titel=f"PIP versie {pip.versienummer}",
            dagtekening=plan.dagtekening,
            bekendgemaakt_op=plan.bekendgemaakt_op,
        )
        eerste = dagtekening_initieel([], vorig=feiten.vorig, anders=plan.initieel)
        volgt(act, pip, besluit, eerste=eerste, op=plan.initieel)
        _volg_duo(act, plan, Termijn.objects.get(**_driejaren(dossier_id)))
        traject_overnemen(
            dossier_id=dossier_id,
            leerroute=plan.leerroute,
            start_op=plan.dagtekening,
            uren=EerdereUren(taal=plan.uren_taal, participatie=plan.uren_participatie),
            door=door,
            nu=nu,
            **afspraken_van(pip),
        )
    return pip


def _volg_duo(act: Handeling, plan: PapierenPip, termijn: Termijn) -> None:
    """DUO lays down the last day of the three years; an extension is recorded as one."""
    laatste_dag = plan.laatste_dag_duo
    if laatste_dag is None:
        return
    if plan.verlengd_op is not None and laatste_dag > termijn.eind_op:
        verlengen(
            termijn_id=termijn.pk,
            versie=termijn.versie,
            grond=plan.grond or "niet bekend",
            besloten_op=plan.verlengd_op,
            eind_op=laatste_dag,
            door=act.door,
            nu=act.nu,
        )
    else:
        laatste_dag_van_duo(act, termijn=termijn, eind_op=laatste_dag)


def _driejaren(dossier_id: int) -> dict[str, Any]:
    return {"inburgeraar": dossier_id, "soort": TermijnSoort.INBURGERING}


def vorig_pip_vastleggen(
    *,
    dossier_id: int,
    versie: int | None,
    gegevens: VorigPipGegevens,
    door: Medewerker,
    nu: datetime,
) -> VorigPip:
    """The plan with which somebody moved here (SS121), as long as there is none of our own.

    The three years run from the first plan. Our own plan is still to be made, in the ten weeks
    after the registration and on the same route (Wi 15.4, B26 5.3.3).
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        check_vorig_pip(feiten_voor(dossier, op=act.op))
        return vorige.vorig_pip_vastleggen(
            dossier_id=dossier_id, versie=versie, gegevens=gegevens, door=door, nu=nu
        )

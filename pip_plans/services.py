"""The acts on a plan. `vaststellen` is the one the whole chain waits for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from besluiten.models import Besluit, BesluitSoort
from besluiten.services.besluiten import besluit_nemen, besluit_overnemen
from inburgering.datums import lokale_datum
from inburgering.enums import GebeurtenisSoort, SchakelNummer, TermijnSoort
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar, Plicht, Termijn
from inburgering.policies import check_reden
from inburgering.services.documenten import bewaar
from inburgering.services.schakels import schakel_afronden, schakel_openen
from inburgering.services.termijnen import (
    laatste_dag_van_duo,
    termijn_halen,
    termijn_vastleggen,
    verlengen,
)
from leerroutes.services import EerdereUren, traject_overnemen, traject_starten
from medewerkers.models import Medewerker
from pip_plans.brief import PipBrief, kenmerk_van, maak_brief, stel_brief_op
from pip_plans.inhoud import afspraken_van, inhoud_op_papier, minima, niveau_bij
from pip_plans.models import INHOUD, Pip, PipStatus, inhoud_van
from pip_plans.policies import (
    PapierenPip,
    check_intrekken,
    check_opstellen,
    check_overnemen,
    check_vaststellen,
    check_voorleggen,
    check_wijzigen,
)
from pip_plans.queries import dagtekening_initieel, feiten_voor, pips_van
from wet.leerroutes import Leerroute
from wet.termijnen import inburgeringstermijn


def opstellen(*, dossier_id: int, door: Medewerker, nu: datetime) -> Pip:
    """A new version in concept: a copy of the established one, or empty with the lawful minima."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        pips = pips_van(dossier_id)
        check_opstellen(feiten_voor(dossier, op=act.op, pips=pips))
        vorige = next((pip for pip in pips if pip.status == PipStatus.VASTGESTELD), None)
        inhoud = inhoud_van(vorige) if vorige else minima(act.op)
        pip = Pip(
            inburgeraar=dossier,
            versienummer=max((p.versienummer for p in pips), default=0) + 1,
            **inhoud,
        )
        pip.save()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, f"PIP versie {pip.versienummer} begonnen")
    return pip


def inhoud_wijzigen(
    *, pip_id: int, versie: int | None, inhoud: Mapping[str, Any], door: Medewerker, nu: datetime
) -> Pip:
    """Save what a consulent wrote. Raises Gewijzigd when somebody else saved in between."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(pip_id)]) as act:
        pip = act.vergrendel(Pip, pip_id, versie=versie)
        check_wijzigen(pip)
        for veld in INHOUD:
            setattr(pip, veld, inhoud[veld])
        if pip.leerroute and not pip.niveau:
            pip.niveau = niveau_bij(Leerroute(pip.leerroute), None)
        pip.save()
    return pip


def voorleggen(*, pip_id: int, versie: int | None, door: Medewerker, nu: datetime) -> Pip:
    """Lay the plan before a colleague."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(pip_id)]) as act:
        pip = act.vergrendel(Pip, pip_id, versie=versie)
        check_voorleggen(pip, feiten=feiten_voor(pip.inburgeraar, op=act.op))
        pip.voorleggen(op=act.op, door=door)
        pip.save()
        act.meld(pip.inburgeraar_id, GebeurtenisSoort.WIJZIGING, "PIP voorgelegd ter vaststelling")
    return pip


def terugnemen(*, pip_id: int, versie: int | None, door: Medewerker, nu: datetime) -> Pip:
    """Back to concept, to change something."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(pip_id)]) as act:
        pip = act.vergrendel(Pip, pip_id, versie=versie)
        pip.terugnemen()
        pip.save()
        act.meld(pip.inburgeraar_id, GebeurtenisSoort.WIJZIGING, "PIP teruggenomen")
    return pip


def vaststellen(
    *, pip_id: int, versie: int, door: Medewerker, nu: datetime, duo_reden: str = ""
) -> Besluit:
    """Make the plan a decision, today.

    The PDF is rendered from `versie` before anything is locked, and stored under its hash. Then, in
    one transaction and only if the plan and everything the letter says are still the same: the
    decision stands, the earlier version is replaced, the three years run from the first
    dagtekening, the ten weeks are met, schakel 3 closes and 4 opens, and the traject starts.

    Raises Geweigerd with what is missing, Gewijzigd when the plan was saved after `versie`.
    """
    gelezen = Pip.objects.select_related("inburgeraar__persoon", "inburgeraar__consulent")
    pip = gelezen.get(pk=pip_id)
    if pip.versie != versie:
        raise Gewijzigd(pip, geopende_versie=versie)
    dagtekening = lokale_datum(nu)
    _mag(pip, door=door, op=dagtekening, duo_reden=duo_reden)
    brief = _brief(pip, dagtekening, door)
    pdf = maak_brief(brief, concept=False)
    sha256 = bewaar(pdf)
    with handeling(door=door, nu=nu, dossiers=[pip.inburgeraar_id]) as act:
        vers = act.vergrendel(Pip, pip_id, versie=versie)
        bezwaren = _mag(vers, door=door, op=dagtekening, duo_reden=duo_reden)
        if _brief(vers, dagtekening, door) != brief:
            raise Geweigerd("Gegevens in de brief zijn zojuist gewijzigd. Bekijk het plan opnieuw.")
        besluit = besluit_nemen(
            act,
            dossier_id=vers.inburgeraar_id,
            soort=BesluitSoort.PIP,
            kenmerk=kenmerk_van(vers, vers.inburgeraar),
            titel=f"PIP versie {vers.versienummer}",
            dagtekening=dagtekening,
            sha256=sha256,
            grootte=len(pdf),
            reden=duo_reden if bezwaren else "",
        )
        _stel_vast(act, vers, besluit)
    return besluit


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
        check_overnemen(
            plan,
            feiten=feiten_voor(dossier, op=act.op),
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
        _volgt(act, pip, besluit, eerste=plan.initieel, op=plan.initieel)
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


def intrekken(
    *, pip_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Pip:
    """Withdraw an established plan. The term does not move by this (Wi 11.3)."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(pip_id)], reden=reden) as act:
        pip = act.vergrendel(Pip, pip_id, versie=versie)
        check_intrekken(pip, reden=reden)
        pip.intrekken(op=act.op, reden=reden)
        pip.save()
        act.meld(
            pip.inburgeraar_id,
            GebeurtenisSoort.BESLUIT,
            f"PIP versie {pip.versienummer} ingetrokken",
        )
    return pip


def _stel_vast(act: Handeling, pip: Pip, besluit: Besluit) -> None:
    """Everything that follows from the decision, in the same transaction."""
    dossier_id = pip.inburgeraar_id
    pips = pips_van(dossier_id)
    eerste = dagtekening_initieel(pips, anders=besluit.dagtekening)
    for vorige in (p for p in pips if p.status == PipStatus.VASTGESTELD):
        vorige.vervangen()
        vorige.save()
    _volgt(act, pip, besluit, eerste=eerste)
    traject_starten(
        dossier_id=dossier_id,
        leerroute=Leerroute(pip.leerroute),
        door=act.door,
        nu=act.nu,
        **afspraken_van(pip),
    )


def _volgt(
    act: Handeling, pip: Pip, besluit: Besluit, *, eerste: date, op: date | None = None
) -> None:
    """The plan stands: the three years run, the ten weeks are met, schakel 3 closes, 4 opens.

    `op`: the day on which the first plan did that, when it is taken over.
    """
    dossier_id = pip.inburgeraar_id
    pip.vaststellen(op=act.op, door=act.door, besluit=besluit, dagtekening_initieel=eerste)
    pip.save()
    termijn_vastleggen(
        act,
        dossier_id=dossier_id,
        soort=TermijnSoort.INBURGERING,
        vraag=partial(inburgeringstermijn, dagtekening=eerste),
    )
    gehaald_op = op or besluit.dagtekening
    termijn_halen(act, dossier_id=dossier_id, soort=TermijnSoort.PIP, op=gehaald_op)
    wie: dict[str, Any] = {"dossier_id": dossier_id, "door": act.door, "nu": act.nu, "op": op}
    schakel_afronden(nummer=SchakelNummer.INTAKE_EN_PIP, **wie)
    schakel_openen(nummer=SchakelNummer.INBURGEREN, **wie)


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


def _mag(pip: Pip, *, door: Medewerker, op: date, duo_reden: str) -> bool:
    """Refuse what the law refuses; returns whether DUO would object, so that a reason is kept."""
    feiten = feiten_voor(pip.inburgeraar, op=op)
    check_vaststellen(pip, feiten=feiten, door=door, duo_reden=duo_reden)
    return bool(feiten.duo)


def _brief(pip: Pip, dagtekening: date, door: Medewerker) -> PipBrief:
    eerste = dagtekening_initieel(pips_van(pip.inburgeraar_id), anders=dagtekening)
    dossier = Inburgeraar.objects.select_related("persoon", "consulent").get(pk=pip.inburgeraar_id)
    return stel_brief_op(
        pip, dossier, dagtekening=dagtekening, dagtekening_initieel=eerste, door=door
    )


def _dossier_van(pip_id: int) -> int:
    dossier_id: int = Pip.objects.values_list("inburgeraar", flat=True).get(pk=pip_id)
    return dossier_id

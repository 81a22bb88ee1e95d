"""The guidance of the ondertussengroep: a plan that is no decision, a course, DUO's term."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from besluiten.models import Brief, BriefSoort
from besluiten.services.brieven import brief_maken
from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from inburgering.policies import check_reden
from leerroutes.enums import GesprekStatus
from leerroutes.models import Begeleidingsplan, Voortgangsgesprek
from leerroutes.policies.ondertussen import (
    check_bespreken,
    check_brief,
    check_cursus,
    check_duo_termijn,
    check_gegevens,
    check_ondertussen,
    check_opstellen,
)
from leerroutes.queries.ondertussen import brief_van, kenmerk_van
from medewerkers.models import Medewerker

_TITEL = "Begeleidingsplan"


@dataclass(frozen=True, kw_only=True)
class PlanGegevens:
    """What the plan says. `gesprek_weken`: weeks between two talks."""

    doel: str
    afspraken: str
    gesprek_weken: int


def begeleidingsplan_opstellen(
    *, dossier_id: int, gegevens: PlanGegevens, door: Medewerker, nu: datetime
) -> Begeleidingsplan:
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        check_ondertussen(Inburgeraar.objects.get(pk=dossier_id))
        check_opstellen(Begeleidingsplan.objects.filter(inburgeraar=dossier_id).first())
        check_gegevens(**asdict(gegevens))
        plan = Begeleidingsplan(inburgeraar_id=dossier_id, **asdict(gegevens))
        plan.save()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Begeleidingsplan opgesteld")
    return plan


def begeleidingsplan_wijzigen(
    *,
    plan_id: int,
    versie: int | None,
    gegevens: PlanGegevens,
    door: Medewerker,
    nu: datetime,
) -> Begeleidingsplan:
    """What is changed is to be discussed again; the letter of before stays as it is."""
    with _planhandeling(plan_id, versie=versie, door=door, nu=nu) as (act, plan):
        check_gegevens(**asdict(gegevens))
        if gegevens == _gegevens_van(plan):
            return plan
        for veld, waarde in asdict(gegevens).items():
            setattr(plan, veld, waarde)
        plan.besproken_op = plan.besproken_door = None
        plan.save()
        act.meld(plan.inburgeraar_id, GebeurtenisSoort.WIJZIGING, "Begeleidingsplan gewijzigd")
    return plan


def begeleidingsplan_bespreken(
    *, plan_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Begeleidingsplan:
    """The person heard the plan as it stands; the next talk follows from it."""
    with _planhandeling(plan_id, versie=versie, door=door, nu=nu) as (act, plan):
        check_bespreken(plan, op=op, vandaag=act.op)
        plan.besproken_op, plan.besproken_door = op, door
        plan.save()
        act.meld(plan.inburgeraar_id, GebeurtenisSoort.CONTACT, "Begeleidingsplan besproken", op=op)
        volgend_gesprek_plannen(act, plan.inburgeraar_id)
    return plan


def cursus_vastleggen(
    *,
    plan_id: int,
    versie: int | None,
    start_op: date | None,
    eind_op: date | None,
    door: Medewerker,
    nu: datetime,
) -> Begeleidingsplan:
    """The course in financial self-reliance: from when, and when it was finished."""
    with _planhandeling(plan_id, versie=versie, door=door, nu=nu) as (act, plan):
        stond_er = plan.cursus_start_op is not None
        check_cursus(start_op=start_op, eind_op=eind_op, vandaag=act.op, stond_er=stond_er)
        plan.cursus_start_op, plan.cursus_eind_op = start_op, eind_op
        plan.save()
        tekst, dag = _over_de_cursus(plan)
        act.meld(plan.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst, op=dag)
    return plan


def duo_termijn_vastleggen(
    *,
    plan_id: int,
    versie: int | None,
    eind_op: date | None,
    bron_op: date | None,
    door: Medewerker,
    nu: datetime,
) -> Begeleidingsplan:
    """The last day (inclusive) as DUO says it, and when DUO said so. Nothing is computed."""
    with _planhandeling(plan_id, versie=versie, door=door, nu=nu) as (act, plan):
        stond_er = plan.termijn_eind_op is not None
        check_duo_termijn(eind_op=eind_op, bron_op=bron_op, vandaag=act.op, stond_er=stond_er)
        plan.termijn_eind_op, plan.termijn_bron_op = eind_op, bron_op
        plan.save()
        tekst = f"Termijn volgens DUO: t/m {eind_op:%d-%m-%Y}" if eind_op else _GEEN_TERMIJN
        act.meld(plan.inburgeraar_id, GebeurtenisSoort.TERMIJN, tekst, op=bron_op)
    return plan


def begeleidingsplan_verwijderen(
    *, plan_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> None:
    """Drawn up by mistake, or of another dossier; letters and talks stay."""
    with _planhandeling(plan_id, versie=versie, door=door, nu=nu, reden=reden) as (act, plan):
        check_reden(reden)
        dossier_id = plan.inburgeraar_id
        plan.delete()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Begeleidingsplan verwijderd")


def begeleidingsplan_brief_maken(*, plan_id: int, door: Medewerker, nu: datetime) -> Brief:
    """Once per version that was discussed."""
    with _planhandeling(plan_id, versie=None, door=door, nu=nu) as (act, plan):
        check_brief(plan, bestaat=brief_van(plan) is not None)
        brief = brief_maken(
            act,
            dossier=plan.inburgeraar,
            soort=BriefSoort.BEGELEIDINGSPLAN,
            template="leerroutes/ondertussen/brief.html",
            context={"plan": plan},
            titel=_TITEL,
            kenmerk=kenmerk_van(plan),
        )
        act.meld(plan.inburgeraar_id, GebeurtenisSoort.CONTACT, "Brief begeleidingsplan gemaakt")
    return brief


def volgend_gesprek_plannen(act: Handeling, dossier_id: int) -> None:
    """So many weeks after the last talk, by the plan that was discussed; part of the caller's act.

    Nothing happens without such a plan. A talk that stands planned keeps its appointment, and gets
    the day that follows from the plan as it is now; one that somebody asked for keeps its own day.
    """
    plan = Begeleidingsplan.objects.filter(
        inburgeraar=dossier_id, besproken_op__isnull=False
    ).first()
    if plan is None or plan.besproken_op is None:
        return
    gesprekken = list(Voortgangsgesprek.objects.filter(inburgeraar=dossier_id))
    gehouden = [g.gehouden_op for g in gesprekken if g.gehouden_op is not None]
    uiterlijk_op = max([plan.besproken_op, *gehouden]) + timedelta(weeks=plan.gesprek_weken)
    gepland = [g.pk for g in gesprekken if g.status == GesprekStatus.GEPLAND and not g.reden]
    if gepland:
        gesprek = act.vergrendel(Voortgangsgesprek, gepland[0])
        gesprek.uiterlijk_op = uiterlijk_op
    else:
        nummer = max((g.nummer for g in gesprekken), default=0) + 1
        gesprek = Voortgangsgesprek(
            inburgeraar_id=dossier_id, nummer=nummer, uiterlijk_op=uiterlijk_op
        )
    gesprek.save()


_GEEN_TERMIJN = "Termijn van DUO weggehaald"


@contextmanager
def _planhandeling(
    plan_id: int, *, versie: int | None, door: Medewerker, nu: datetime, reden: str = ""
) -> Iterator[tuple[Handeling, Begeleidingsplan]]:
    dossier_id = Begeleidingsplan.objects.values_list("inburgeraar", flat=True).get(pk=plan_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        plan = act.vergrendel(Begeleidingsplan, plan_id, versie=versie)
        check_ondertussen(plan.inburgeraar)
        yield act, plan


def _gegevens_van(plan: Begeleidingsplan) -> PlanGegevens:
    return PlanGegevens(doel=plan.doel, afspraken=plan.afspraken, gesprek_weken=plan.gesprek_weken)


def _over_de_cursus(plan: Begeleidingsplan) -> tuple[str, date | None]:
    naam = "Cursus financiële redzaamheid"
    if plan.cursus_eind_op:
        return f"{naam} afgerond", plan.cursus_eind_op
    if plan.cursus_start_op:
        return f"{naam} vanaf {plan.cursus_start_op:%d-%m-%Y}", None
    return f"{naam} weggehaald", None

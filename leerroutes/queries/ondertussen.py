"""What the municipality does for somebody of the ondertussengroep, and what is still to do.

Requirements, term and fines under the Wi2013 are DUO's: what DUO said stands here as a fact, and
nothing of it is computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from besluiten.models import Brief, BriefSoort
from inburgering.enums import VerblijfSoort
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar, Verblijf
from intake.models import BredeIntake, IntakeStatus
from leerroutes.enums import GesprekStatus, PlaatsingStatus
from leerroutes.models import Begeleidingsplan, Plaatsing, Voortgangsgesprek
from leerroutes.policies.ondertussen import (
    check_brief,
    check_ondertussen,
    check_te_bespreken,
)
from overdracht.models import Overdrachtslid, OverdrachtStatus, RedenAfgevallen
from wet.datums import zonder_weekdag

_GEDAAN, _LOOPT, _TE_DOEN, _LAAT, _ONBEKEND = (
    ("Gedaan", "goed"),
    ("Loopt", "info"),
    ("Nog te doen", "neutraal"),
    ("Te laat", "fout"),
    ("Niet vastgelegd", "neutraal"),
)


@dataclass(frozen=True, kw_only=True)
class Punt:
    """One thing the municipality does. `stand` is in words, with the kind of its label; `pagina`
    is the URL name of the page where it is done.
    """

    naam: str
    stand: tuple[str, str]
    uitleg: str
    pagina: str


@dataclass(frozen=True, kw_only=True)
class Begeleidingspagina:
    """`brief` is the letter of the plan as it was discussed; None before that, or after a change.

    `termijn_voorbij`: the last day, as DUO said it, lies before today.
    """

    plan: Begeleidingsplan | None
    punten: Sequence[Punt]
    termijn_voorbij: bool
    brief: Brief | None
    geen_wijzigen: str
    geen_bespreken: str
    geen_brief: str


def begeleidingspagina(dossier: Inburgeraar, *, op: date) -> Begeleidingspagina:
    plan = (
        Begeleidingsplan.objects.filter(inburgeraar=dossier)
        .select_related("besproken_door", "inburgeraar")
        .first()
    )
    brief = brief_van(plan) if plan else None
    niet = weigering(check_ondertussen, dossier)
    return Begeleidingspagina(
        plan=plan,
        punten=punten(dossier, plan, op=op),
        termijn_voorbij=bool(plan and plan.termijn_eind_op and plan.termijn_eind_op < op),
        brief=brief,
        geen_wijzigen=niet,
        geen_bespreken=niet or weigering(check_te_bespreken, plan),
        geen_brief=niet or weigering(check_brief, plan, bestaat=brief is not None),
    )


def punten(dossier: Inburgeraar, plan: Begeleidingsplan | None, *, op: date) -> list[Punt]:
    """What the municipality does, in the order in which it comes."""
    return [
        _overdracht(dossier),
        _intake(dossier),
        _plan(plan),
        _cursus(plan, op=op),
        _gesprekken(dossier, op=op),
        _meedoen(dossier),
    ]


def kenmerk_van(plan: Begeleidingsplan) -> str:
    """Of the version that was discussed: what was kept since, like the course, is no new plan."""
    niet_besproken = plan.history.filter(besproken_op=None).order_by("-versie").first()
    versie = niet_besproken.versie + 1 if niet_besproken else plan.versie
    return f"BGP-{plan.inburgeraar.dossiernummer}-{versie}"


def brief_van(plan: Begeleidingsplan) -> Brief | None:
    if plan.besproken_op is None:
        return None
    brieven = Brief.objects.filter(
        inburgeraar=plan.inburgeraar_id, soort=BriefSoort.BEGELEIDINGSPLAN
    )
    return brieven.filter(kenmerk=kenmerk_van(plan)).first()


# --- One thing each ------------------------------------------------------------------------------
def _overdracht(dossier: Inburgeraar) -> Punt:
    lid = (
        Overdrachtslid.objects.filter(persoon=dossier.persoon_id)
        .exclude(eind_reden=RedenAfgevallen.GESPLITST)
        .select_related("overdracht")
        .last()
    )
    woning = Verblijf.objects.filter(
        persoon=dossier.persoon_id, soort=VerblijfSoort.WONING, eind_op=None
    ).first()
    woont = f"Woont in een eigen woning sinds {zonder_weekdag(woning.start_op)}." if woning else ""
    if lid is None:
        uitleg = f"{woont} Van vóór dit systeem staat hier geen overdracht.".strip()
        stand = _GEDAAN if woning else _ONBEKEND
        return Punt(naam="Overdracht en woning", stand=stand, uitleg=uitleg, pagina="overdracht")
    return Punt(
        naam="Overdracht en woning",
        stand=_GEDAAN if lid.overdracht.status == OverdrachtStatus.AFGEROND else _LOOPT,
        uitleg=" ".join(deel for deel in (_overgedragen(lid), woont) if deel),
        pagina="overdracht",
    )


def _overgedragen(lid: Overdrachtslid) -> str:
    overdracht = lid.overdracht
    if overdracht.afgerond_op:
        return f"Afgerond op {zonder_weekdag(overdracht.afgerond_op)}."
    return f"De overdracht is {str(overdracht.get_status_display()).lower()}."


def _intake(dossier: Inburgeraar) -> Punt:
    """The same intake as under the new law, without the leerbaarheidstoets."""
    intake = BredeIntake.objects.filter(inburgeraar=dossier).first()
    stand, uitleg = _TE_DOEN, "Zonder leerbaarheidstoets."
    if intake is not None and intake.status == IntakeStatus.AFGEROND and intake.afgerond_op:
        stand, uitleg = _GEDAAN, f"Afgerond op {zonder_weekdag(intake.afgerond_op)}. {uitleg}"
    elif intake is not None and intake.gestart_op:
        stand, uitleg = _LOOPT, f"Gestart op {zonder_weekdag(intake.gestart_op)}. {uitleg}"
    return Punt(naam="Brede intake", stand=stand, uitleg=uitleg, pagina="intake")


def _plan(plan: Begeleidingsplan | None) -> Punt:
    stand, uitleg = _TE_DOEN, "Dit plan is geen besluit."
    if plan is not None and plan.besproken_op:
        stand, uitleg = _GEDAAN, f"Besproken op {zonder_weekdag(plan.besproken_op)}. {uitleg}"
    elif plan is not None:
        uitleg = f"Opgesteld, nog niet besproken. {uitleg}"
    return Punt(
        naam="Begeleidingsplan bespreken",
        stand=stand,
        uitleg=uitleg,
        pagina="leerroute-begeleidingsplan",
    )


def _cursus(plan: Begeleidingsplan | None, *, op: date) -> Punt:
    stand, uitleg = _TE_DOEN, "Nog niet aangeboden."
    if plan is not None and plan.cursus_eind_op:
        stand, uitleg = _GEDAAN, f"Afgerond op {zonder_weekdag(plan.cursus_eind_op)}."
    elif plan is not None and plan.cursus_start_op:
        begint = "Begint" if plan.cursus_start_op > op else "Begonnen"
        stand, uitleg = _LOOPT, f"{begint} op {zonder_weekdag(plan.cursus_start_op)}."
    return Punt(
        naam="Cursus financiële redzaamheid",
        stand=stand,
        uitleg=uitleg,
        pagina="leerroute-begeleidingsplan",
    )


def _gesprekken(dossier: Inburgeraar, *, op: date) -> Punt:
    gesprekken = list(Voortgangsgesprek.objects.filter(inburgeraar=dossier))
    gehouden = [g.gehouden_op for g in gesprekken if g.gehouden_op is not None]
    gepland = [g.uiterlijk_op for g in gesprekken if g.status == GesprekStatus.GEPLAND]
    delen = [f"Het laatste was op {zonder_weekdag(max(gehouden))}."] if gehouden else []
    stand = _TE_DOEN
    if gepland:
        delen.append(f"Het volgende is uiterlijk op {zonder_weekdag(min(gepland))}.")
        stand = _LAAT if min(gepland) < op else _LOOPT
    return Punt(
        naam="Gesprekken",
        stand=stand,
        uitleg=" ".join(delen) or "Het eerste volgt na het bespreken van het plan.",
        pagina="leerroute-gesprekken",
    )


_BEZIG = {
    PlaatsingStatus.AANGEMELD.value: (_LOOPT, "Aangemeld bij {}."),
    PlaatsingStatus.GESTART.value: (_LOOPT, "Bezig bij {}."),
    PlaatsingStatus.BEEINDIGD.value: (_GEDAAN, "Was bij {}."),
}


def _meedoen(dossier: Inburgeraar) -> Punt:
    """Where somebody takes part now, or else took part last."""
    plaatsingen = (
        Plaatsing.objects.filter(inburgeraar=dossier)
        .exclude(status=PlaatsingStatus.NIET_DOORGEGAAN)
        .select_related("plek", "vacature__werkgever")
    )
    rijen = sorted(plaatsingen, key=lambda p: p.status == PlaatsingStatus.BEEINDIGD)
    stand, uitleg = _BEZIG[rijen[0].status] if rijen else (_TE_DOEN, "Nog geen plek.")
    return Punt(
        naam="Meedoen",
        stand=stand,
        uitleg=uitleg.format(rijen[0].waar) if rijen else uitleg,
        pagina="leerroute-participatie",
    )

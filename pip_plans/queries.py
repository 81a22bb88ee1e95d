"""Plans as they stand, and the facts that decide what may be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Prefetch, prefetch_related_objects

from besluiten.models import BesluitSoort, Bezwaar, BezwaarStatus
from inburgering.enums import SchakelNummer, TermijnSoort, TermijnStatus
from inburgering.models import Inburgeraar, Plicht, Schakel, Termijn, VorigPip
from inburgering.services.plichten import brp_datum
from intake.models import BredeIntake, IntakeStatus
from intake.queries.advies import laatste_advies
from intake.queries.intake import is_afgerond
from leerroutes.queries.feiten import Gegevens
from leerroutes.queries.wissel import wisselfeiten
from medewerkers.models import Gemeente
from pip_plans.enums import Aanleiding
from pip_plans.models import BESLOTEN, Pip, PipBijlage, PipStatus
from pip_plans.policies.plan import Feiten
from pip_plans.policies.wisselen import is_wissel
from wet.doelgroepen import Doelgroep
from wet.duo import Bevinding, MeldingPip, controleer_pip
from wet.leerroutes import Examenonderdeel, Leerroute, Niveau
from wet.pip import InhoudPip, Opname, wat_ontbreekt

_BIJLAGEN = Prefetch("bijlagen", PipBijlage.objects.select_related("document"))
IN_VOORBEREIDING = (PipStatus.CONCEPT, PipStatus.TER_VASTSTELLING)


def pips_van(dossier_id: int) -> list[Pip]:
    """All versions, the newest first."""
    return list(
        Pip.objects.filter(inburgeraar=dossier_id)
        .select_related(
            "inburgeraar__persoon",
            "besluit",
            "besluit__document",
            "intrekkingsbesluit",
            "vastgesteld_door",
            "voorgelegd_door",
        )
        .prefetch_related(_BIJLAGEN)
        .order_by("-versienummer")
    )


def in_voorbereiding(pips: list[Pip]) -> Pip | None:
    return next((pip for pip in pips if pip.status in IN_VOORBEREIDING), None)


def dagtekening_initieel(pips: list[Pip], *, vorig: VorigPip | None, anders: date) -> date:
    """The dagtekening of the first plan ever, wherever; no later one moves it (Wi 11.3)."""
    eerdere = [pip.dagtekening_initieel for pip in pips if pip.dagtekening_initieel]
    if vorig is not None:
        eerdere.append(vorig.dagtekening_initieel)
    return min(eerdere, default=anders)


def vorig_pip(dossier_id: int) -> VorigPip | None:
    """The plan with which this person moved here."""
    return VorigPip.objects.filter(inburgeraar=dossier_id).first()


def is_ambtshalve(dossier_id: int, pips: list[Pip]) -> bool:
    """Whether the plan in the making rests on an intake that was completed in absence (Wi 14.2).

    Only the first plan does; a next one is made with the person, or by an act of its own.
    """
    if any(pip.dagtekening for pip in pips):
        return False
    return BredeIntake.objects.filter(
        inburgeraar=dossier_id, status=IntakeStatus.AFGEROND, bij_afwezigheid=True
    ).exists()


def bijlagen_van(pip: Pip) -> list[PipBijlage]:
    """In their order; costs nothing for a plan of `pips_van`."""
    prefetch_related_objects([pip], _BIJLAGEN)
    return list(pip.bijlagen.all())


def feiten_voor(dossier: Inburgeraar, *, op: date, pips: list[Pip] | None = None) -> Feiten:
    """What establishing on `op` would rest on."""
    versies = pips_van(dossier.pk) if pips is None else pips
    pip = in_voorbereiding(versies)
    schakel3 = Schakel.objects.get(inburgeraar=dossier, nummer=SchakelNummer.INTAKE_EN_PIP)
    vorig = vorig_pip(dossier.pk)
    bijlagen = bijlagen_van(pip) if pip else []
    return Feiten(
        dossier=dossier,
        op=op,
        schakel3=schakel3.status,
        intake_afgerond=is_afgerond(dossier.pk),
        ontbreekt=(
            wat_ontbreekt(_inhoud(pip, dossier, op, versies, vorig, len(bijlagen))) if pip else ()
        ),
        duo=duo_bevindingen(pip, dossier, op=op, pips=versies, vorig=vorig) if pip else (),
        vier_ogen=Gemeente.objects.values_list("vier_ogen_pip", flat=True).first() or False,
        eerder=versies,
        vorig=vorig,
        advies_veranderd=pip is not None and _advies_veranderd(pip, versies),
        ambtshalve=is_ambtshalve(dossier.pk, versies),
        te_laat_sinds=_te_laat_sinds(dossier, op),
        bijlagen=bijlagen,
        wissel=wisselfeiten(dossier) if pip and is_wissel(pip) else None,
        bezwaar_beslist=pip is not None and _bezwaar_beslist(pip),
    )


def feiten_voor_wissel(
    dossier: Inburgeraar,
    *,
    op: date,
    gegevens: Gegevens | None = None,
) -> Feiten:
    """Only what schakelen and afschalen ask before a version is begun."""
    versies = pips_van(dossier.pk)
    return Feiten(
        dossier=dossier,
        op=op,
        schakel3=Schakel.objects.get(
            inburgeraar=dossier, nummer=SchakelNummer.INTAKE_EN_PIP
        ).status,
        intake_afgerond=any(pip.dagtekening for pip in versies),
        eerder=versies,
        wissel=wisselfeiten(dossier, gegevens),
    )


def _bezwaar_beslist(pip: Pip) -> bool:
    """Whether an objection to a plan of this person was decided; asked only when a plan says so."""
    if pip.aanleiding != Aanleiding.BEZWAAR:
        return False
    return Bezwaar.objects.filter(
        besluit__inburgeraar=pip.inburgeraar_id,
        besluit__soort=BesluitSoort.PIP,
        status=BezwaarStatus.BESLIST,
    ).exists()


def _advies_veranderd(pip: Pip, versies: list[Pip]) -> bool:
    """Whether the plan was weighed against another advice than the last one."""
    if not advies_telt([pip, *versies]):
        return False
    advies = laatste_advies(pip.inburgeraar_id)
    return (advies.leerroute if advies else "") != pip.advies


def advies_telt(pips: Sequence[Pip]) -> bool:
    """The advice of the intake speaks of the first route; who switched goes by the progress."""
    return all(pip.aanleiding != Aanleiding.SCHAKELEN for pip in pips)


def _te_laat_sinds(dossier: Inburgeraar, op: date) -> date | None:
    voorbij = Termijn.objects.filter(
        inburgeraar=dossier, soort=TermijnSoort.PIP, status=TermijnStatus.LOPEND, eind_op__lt=op
    )
    return voorbij.values_list("eind_op", flat=True).first()


def _inhoud(
    pip: Pip,
    dossier: Inburgeraar,
    op: date,
    pips: list[Pip],
    vorig: VorigPip | None,
    bijlagen: int,
) -> InhoudPip:
    """The plan as the law looks at it."""
    eerdere = [p for p in pips if p.dagtekening]
    return InhoudPip(
        op=op,
        doelgroep=Doelgroep(dossier.doelgroep),
        leerroute=_route(pip),
        niveau=Niveau(pip.niveau) if pip.niveau else None,
        eerste_pip=not eerdere and vorig is None,
        motivering=pip.motivering,
        advies=Leerroute(pip.advies) if pip.advies else None,
        afwijking=pip.afwijking,
        begeleiding=pip.begeleiding,
        pvt_uren=pip.pvt_uren,
        map_uren=pip.map_uren,
        leerroute_uren=pip.leerroute_uren,
        aftrek_uren=pip.aftrek_uren or 0,
        beperking=bool(pip.beperking),
        cursusnorm=pip.cursusnorm,
        overgeslagen=tuple(Examenonderdeel(deel) for deel in pip.overgeslagen),
        beperking_tekst=pip.beperking_tekst,
        participatie_uren=pip.participatie_uren,
        voortgangsgesprekken=pip.voortgangsgesprekken,
        vve=_opname(pip.vve),
        vve_tekst=pip.vve_tekst,
        participatiewet=_opname(pip.participatiewet),
        bijlagen=bijlagen,
        examenwens_z=_opname(pip.examenwens_z),
        # After the first plan of our own, changing the route is schakelen.
        leerroute_vorig_pip=Leerroute(vorig.leerroute) if vorig and not eerdere else None,
    )


def duo_bevindingen(
    pip: Pip, dossier: Inburgeraar, *, op: date, pips: list[Pip], vorig: VorigPip | None
) -> tuple[Bevinding, ...]:
    """What DUO would object to, when the plan were reported with this dagtekening.

    A level that does not go with the route is refused by law already.
    """
    route = _route(pip)
    if route is None:
        return ()
    plicht = Plicht.objects.filter(inburgeraar=dossier).first()
    eerdere = [p for p in pips if p.status in BESLOTEN and p.dagtekening]
    huidig = next((p for p in eerdere if p.status == PipStatus.VASTGESTELD), None)
    bevindingen = controleer_pip(
        MeldingPip(
            dagtekening=op,
            leerroute=route,
            doelgroep=Doelgroep(dossier.doelgroep),
            begin_plicht=plicht.start_op if plicht else None,
            vestiging_op=brp_datum(dossier.persoon_id),
            niveau=_niveau_duo(pip),
            intensiteit_b1=_intensiteit(pip, dossier),
            huidig_niveau=_niveau_duo(huidig) if huidig else None,
            dagtekening_eerste_pip=_eerste(eerdere, vorig),
            dagtekening_huidig_pip=huidig.dagtekening if huidig else None,
        )
    )
    return tuple(bevinding for bevinding in bevindingen if bevinding.regel != "niveau_past_niet")


def _eerste(eerdere: list[Pip], vorig: VorigPip | None) -> date | None:
    dagen = [p.dagtekening for p in eerdere if p.dagtekening]
    return min([*dagen, vorig.dagtekening_initieel] if vorig else dagen, default=None)


def _niveau_duo(pip: Pip) -> Niveau | None:
    """DUO knows one level per plan: A2 as soon as a part was stepped down (inferred)."""
    if pip.afgeschaald and pip.leerroute == Leerroute.B.value:
        return Niveau.A2
    return Niveau(pip.niveau) if pip.niveau else None


def _intensiteit(pip: Pip, dossier: Inburgeraar) -> int | None:
    """DUO takes hours only for the B1-route of an asielstatushouder."""
    asiel = dossier.doelgroep == Doelgroep.ASIEL.value
    return pip.leerroute_uren if asiel and pip.leerroute == Leerroute.B.value else None


def _route(pip: Pip) -> Leerroute | None:
    return Leerroute(pip.leerroute) if pip.leerroute else None


def _opname(waarde: str) -> Opname | None:
    return Opname(waarde) if waarde else None

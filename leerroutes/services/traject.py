"""The traject: what the plan agreed, as it is followed.

`traject_starten` is called by `pip_plans` only, within the act that establishes the plan, so that
what is followed is what was decided.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import NotRequired, TypedDict, Unpack

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.enums import TrajectEinde
from leerroutes.models import Traject, TrajectStatus
from leerroutes.policies.traject import check_eerdere_uren
from leerroutes.services.aanbodtermijn import aanbodtermijnen_bijwerken
from leerroutes.services.gesprekken import gesprekken_plannen
from leerroutes.services.meegaan import gaat_mee
from leerroutes.services.urentotalen import totalen_bijwerken
from medewerkers.models import Medewerker
from medewerkers.sporen import huidig_spoor
from wet.leerroutes import Leerroute


class Afspraken(TypedDict):
    """What a plan agrees about a route; hours are whole hours.

    `afgeschaald` names the exam parts that stand at A2 (DUO's codes).
    """

    niveau: str
    leerroute_uren: int | None
    pvt_uren: int
    map_uren: int | None
    voortgangsgesprekken: int
    afgeschaald: NotRequired[list[str]]
    uren_per_week: NotRequired[int | None]
    participatie_uren: NotRequired[int | None]
    aftrek_uren: NotRequired[int | None]
    cursusnorm: NotRequired[int | None]
    beperking: NotRequired[str]
    overgeslagen: NotRequired[list[str]]
    gesprek_weken: NotRequired[int | None]
    alfabetisering: NotRequired[str]


def traject_starten(
    *,
    dossier_id: int,
    leerroute: Leerroute,
    door: Medewerker,
    nu: datetime,
    **afspraken: Unpack[Afspraken],
) -> Traject:
    """Follow what the plan decided, from today. Called by `pip_plans` only.

    A new version on the same route adjusts the traject that runs; another route ends it and starts
    a new one, because what was done on a route counts for that route. Lessons, offers and
    placements that run go along. After a plan that was taken back it is a new one too.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        lopend = _lopend(dossier_id)
        if lopend is not None and lopend.leerroute == leerroute.value:
            return traject_aanpassen(traject=lopend, door=door, nu=nu, **afspraken)
        if lopend is not None:
            _beeindig(act, lopend, TrajectEinde.ANDERE_ROUTE)
        traject = Traject(
            inburgeraar_id=dossier_id, leerroute=leerroute.value, start_op=act.op, **afspraken
        )
        traject.save()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, f"Traject gestart: {leerroute.label}")
        gaat_mee(act, traject)
        _volgt(act, dossier_id)
    return traject


@dataclass(frozen=True, kw_only=True)
class EerdereUren:
    """Whole hours followed before this system was there; None is not known.

    `nederlands` is the part of `taal` that was Dutch or alfabetisering: only that counts for
    stepping down.
    """

    taal: int | None = None
    nederlands: int | None = None
    participatie: int | None = None

    @property
    def bekend(self) -> bool:
        return self.taal is not None or self.participatie is not None


def traject_overnemen(
    *,
    dossier_id: int,
    leerroute: Leerroute,
    start_op: date,
    uren: EerdereUren,
    door: Medewerker,
    nu: datetime,
    **afspraken: Unpack[Afspraken],
) -> Traject:
    """A traject that runs since `start_op`, with the hours so far as an opening balance.

    Called by `pip_plans` only, for a plan that is taken over.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        check_eerdere_uren(
            taal=uren.taal,
            participatie=uren.participatie,
            nederlands=uren.nederlands,
            op=act.op,
        )
        traject = Traject(
            inburgeraar_id=dossier_id,
            leerroute=leerroute.value,
            start_op=start_op,
            eerdere_uren_taal=uren.taal,
            eerdere_uren_nederlands=uren.nederlands,
            eerdere_uren_participatie=uren.participatie,
            eerdere_uren_op=act.op if uren.bekend else None,
            **afspraken,
        )
        traject.save()
        wat = f"Traject gestart: {leerroute.label}"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, wat, op=start_op)
        _volgt(act, dossier_id)
    return traject


def traject_aanpassen(
    *, traject: Traject, door: Medewerker, nu: datetime, **afspraken: Unpack[Afspraken]
) -> Traject:
    """Other hours, level or talks on the same route. Called by `pip_plans` only."""
    with handeling(door=door, nu=nu, dossiers=[traject.inburgeraar_id]) as act:
        if all(getattr(traject, veld) == waarde for veld, waarde in afspraken.items()):
            return traject
        for veld, waarde in afspraken.items():
            setattr(traject, veld, waarde)
        traject.save()
        act.meld(
            traject.inburgeraar_id,
            GebeurtenisSoort.WIJZIGING,
            "Afspraken van het traject aangepast aan het PIP",
        )
        _volgt(act, traject.inburgeraar_id)
    return traject


def traject_beeindigen(*, dossier_id: int, reden: str, door: Medewerker, nu: datetime) -> None:
    """The plan was taken back, so nothing is followed from now on. Called by `pip_plans` only.

    What was done under the plan stays and counts: it was not effort of before a plan (B26 5.3.5),
    taking it back works from today, and the three years keep hanging on it (Wi 11.3). From tomorrow
    hours are refused until a new plan begins a traject of its own, because effort without a plan
    does not count. Lessons and placements are not stopped over the head of the person: they go on,
    a task asks about it, and the new traject takes them over.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        traject = _lopend(dossier_id)
        if traject is None:
            return
        _beeindig(act, traject, TrajectEinde.INGETROKKEN, reden=reden)
        aanbodtermijnen_bijwerken(act, dossier_id)


def _volgt(act: Handeling, dossier_id: int) -> None:
    """What a traject sets going: the months for the offer, the talks, and what counts already."""
    aanbodtermijnen_bijwerken(act, dossier_id)
    gesprekken_plannen(act, dossier_id)
    totalen_bijwerken([dossier_id], maanden=set())


def dossier_stopt(dossier_id: int) -> None:
    """Hooked to the end or rest of a dossier."""
    with _act(dossier_id) as act:
        traject = _lopend(dossier_id)
        if traject is not None:
            _beeindig(act, traject, TrajectEinde.DOSSIER)


def dossier_hervat(dossier_id: int) -> None:
    """Hooked to the dossier going on: the last traject, which stopped with it, runs again.

    One of which the plan was taken back stays ended.
    """
    with _act(dossier_id) as act:
        laatste = Traject.objects.select_for_update().filter(inburgeraar=dossier_id).first()
        if laatste is None or laatste.einde != TrajectEinde.DOSSIER:
            return
        laatste.hervatten()
        laatste.save()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Traject hervat")


def _act(dossier_id: int) -> AbstractContextManager[Handeling]:
    """The act that is under way, for who is called from within it."""
    spoor = huidig_spoor()
    return handeling(door=spoor.door, nu=spoor.nu, dossiers=[dossier_id])


def _lopend(dossier_id: int) -> Traject | None:
    return (
        Traject.objects.select_for_update()
        .filter(inburgeraar=dossier_id, status=TrajectStatus.LOPEND)
        .first()
    )


def _beeindig(act: Handeling, traject: Traject, einde: TrajectEinde, *, reden: str = "") -> None:
    """On the day the dossier ended, which may lie before today; never before the traject began."""
    dossier = Inburgeraar.objects.get(pk=traject.inburgeraar_id)
    op = dossier.beeindigd_op or dossier.voltooid_op or act.op
    traject.beeindigen(op=max(op, traject.start_op), einde=einde)
    traject.save()
    wat = "Traject beëindigd"
    act.meld(traject.inburgeraar_id, GebeurtenisSoort.WIJZIGING, wat, op=op, reden=reden)

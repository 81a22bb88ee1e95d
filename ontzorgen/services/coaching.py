"""Talks about money: planned, held or not held, and put back when recorded by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from ontzorgen.enums import CoachStatus
from ontzorgen.models import Coachmoment
from ontzorgen.policies.coaching import (
    CoachGegevens,
    check_houden,
    check_plannen,
    check_terugzetten,
    check_vervallen,
    check_wijzigen,
)


def coachmoment_plannen(
    *, dossier_id: int, gegevens: CoachGegevens, door: Medewerker, nu: datetime
) -> Coachmoment:
    """What a partner plans is a talk of that partner. Sent twice is planned once."""
    gegevens = _van(door, gegevens)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = Inburgeraar.objects.get(pk=dossier_id)
        check_plannen(dossier, gegevens, staat_er_al=_staat_er(dossier_id, gegevens))
        moment = Coachmoment(inburgeraar=dossier)
        _zet(moment, gegevens)
        moment.save()
        _meld(act, moment, "Gesprek over geld gepland", op=gegevens.op)
    return moment


def coachmoment_wijzigen(
    *,
    moment_id: int,
    versie: int | None,
    gegevens: CoachGegevens,
    door: Medewerker,
    nu: datetime,
) -> Coachmoment:
    gegevens = _van(door, gegevens)
    with _act(moment_id, versie=versie, door=door, nu=nu) as (act, moment):
        al = _staat_er(moment.inburgeraar_id, gegevens, behalve=moment_id)
        check_wijzigen(moment, gegevens, staat_er_al=al, door=door)
        _zet(moment, gegevens)
        moment.save()
        _meld(act, moment, "Gesprek over geld gewijzigd", op=gegevens.op)
    return moment


def coachmoment_houden(
    *,
    moment_id: int,
    versie: int | None,
    op: date,
    afspraken: str,
    door: Medewerker,
    nu: datetime,
) -> Coachmoment:
    """It was held on `op`; what was agreed stands there without amounts."""
    with _act(moment_id, versie=versie, door=door, nu=nu) as (act, moment):
        check_houden(moment, op=op, afspraken=afspraken, door=door, vandaag=act.op)
        moment.houden(op=op, door=door, afspraken=afspraken)
        moment.save()
        _meld(act, moment, "Gesprek over geld gehouden", op=op)
    return moment


def coachmoment_laten_vervallen(
    *, moment_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Coachmoment:
    with _act(moment_id, versie=versie, door=door, nu=nu, reden=reden) as (act, moment):
        check_vervallen(moment, reden=reden, door=door)
        moment.laten_vervallen(reden=reden)
        moment.save()
        _meld(act, moment, "Gesprek over geld niet doorgegaan", op=act.op)
    return moment


def coachmoment_terugzetten(
    *, moment_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Coachmoment:
    """Recorded by mistake: it is planned again. What was agreed stays, to be put right."""
    with _act(moment_id, versie=versie, door=door, nu=nu, reden=reden) as (act, moment):
        check_terugzetten(moment, reden=reden, door=door)
        moment.terugzetten()
        moment.save()
        _meld(act, moment, "Gesprek over geld staat weer gepland", op=act.op)
    return moment


def _van(door: Medewerker, gegevens: CoachGegevens) -> CoachGegevens:
    if door.heeft(Recht.ONTZORGEN_DOEN):
        return gegevens
    return replace(gegevens, organisatie=door.partnerorganisatie)


def _zet(moment: Coachmoment, gegevens: CoachGegevens) -> None:
    moment.op, moment.onderwerp = gegevens.op, gegevens.onderwerp
    moment.organisatie, moment.coach = gegevens.organisatie, gegevens.coach


def _staat_er(dossier_id: int, gegevens: CoachGegevens, *, behalve: int = 0) -> bool:
    zelfde = Coachmoment.objects.filter(
        inburgeraar=dossier_id,
        status=CoachStatus.GEPLAND,
        op=gegevens.op,
        onderwerp=gegevens.onderwerp,
        organisatie=gegevens.organisatie,
    )
    return zelfde.exclude(pk=behalve).exists()


@contextmanager
def _act(
    moment_id: int, *, versie: int | None, door: Medewerker, nu: datetime, reden: str = ""
) -> Iterator[tuple[Handeling, Coachmoment]]:
    dossier_id = Coachmoment.objects.values_list("inburgeraar", flat=True).get(pk=moment_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        yield act, act.vergrendel(Coachmoment, moment_id, versie=versie)


def _meld(act: Handeling, moment: Coachmoment, tekst: str, *, op: date) -> None:
    onderwerp = str(moment.get_onderwerp_display()).lower()
    act.meld(moment.inburgeraar_id, GebeurtenisSoort.CONTACT, f"{tekst}: {onderwerp}", op=op)

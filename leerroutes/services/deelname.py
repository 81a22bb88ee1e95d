"""Lessons somebody follows: begun (by who chooses a school), changed, ended, gone on with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.models import Deelname, Inburgeringsaanbod
from leerroutes.policies.aanbod import check_uren_per_week
from leerroutes.policies.deelname import (
    DeelnameGegevens,
    check_deelname_beeindigen,
    check_deelname_hervatten,
    check_deelname_starten,
    check_deelname_wijzigen,
)
from leerroutes.queries.aanbod import eerste_en_laatste_uren, lopend_traject, volgt_al
from leerroutes.services.aanbodtermijn import aanbodtermijnen_bijwerken
from leerroutes.services.afzien import afzien_vervalt
from medewerkers.models import Medewerker

_SOORT = GebeurtenisSoort.WIJZIGING


def deelname_starten(
    *, dossier_id: int, gegevens: DeelnameGegevens, door: Medewerker, nu: datetime
) -> Deelname:
    """Lessons at a school that a gezins- or overige migrant found and pays. Raises Geweigerd.

    A school without a mark is allowed: then the hours do not count, and the page says so.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = Inburgeraar.objects.get(pk=dossier_id)
        traject = check_deelname_starten(
            gegevens,
            dossier,
            lopend_traject(dossier_id),
            dubbel=volgt_al(dossier_id, gegevens.aanbieder.pk, gegevens.lessoort),
            vandaag=act.op,
        )
        deelname = Deelname(
            inburgeraar=dossier,
            traject=traject,
            aanbieder=gegevens.aanbieder,
            lessoort=gegevens.lessoort,
            groep=gegevens.groep,
            uren_per_week=gegevens.uren_per_week,
            start_op=gegevens.start_op,
        )
        deelname.save()
        act.meld(dossier_id, _SOORT, f"Lessen begonnen: {_wat(deelname)}", op=deelname.start_op)
    return deelname


def deelname_wijzigen(
    *,
    deelname_id: int,
    versie: int | None,
    groep: str,
    uren_per_week: Decimal,
    start_op: date,
    door: Medewerker,
    nu: datetime,
) -> Deelname:
    """Another group, other hours, or the first lesson put right; the offer moves along."""
    with _handeling(deelname_id, versie, door=door, nu=nu) as (act, deelname):
        eerste, _laatste = eerste_en_laatste_uren(deelname_id)
        check_uren_per_week(uren_per_week)
        check_deelname_wijzigen(deelname, start_op=start_op, eerste_uren_op=eerste, vandaag=act.op)
        verschoven = deelname.start_op != start_op
        deelname.groep, deelname.uren_per_week = groep, uren_per_week
        deelname.start_op = start_op
        deelname.save()
        act.meld(deelname.inburgeraar_id, _SOORT, f"Lessen gewijzigd: {_wat(deelname)}")
        if verschoven and deelname.aanbod_id is not None:
            _verschuif(act, deelname.aanbod_id, start_op)
    return deelname


def deelname_beeindigen(
    *, deelname_id: int, versie: int | None, op: date, reden: str, door: Medewerker, nu: datetime
) -> Deelname:
    """The last lesson was on `op`. An offer stays as it is: somebody may come back to it."""
    with _handeling(deelname_id, versie, door=door, nu=nu, reden=reden) as (act, deelname):
        return einde_van_lessen(act, deelname, op=op, reden=reden)


def einde_van_lessen(act: Handeling, deelname: Deelname, *, op: date, reden: str) -> Deelname:
    """Part of the caller's act: the end of an offer ends its lessons too."""
    _eerste, laatste = eerste_en_laatste_uren(deelname.pk)
    check_deelname_beeindigen(deelname, op=op, reden=reden, laatste_uren_op=laatste, vandaag=act.op)
    deelname.beeindigen(op=op, reden=reden)
    deelname.save()
    act.meld(deelname.inburgeraar_id, _SOORT, f"Lessen beëindigd: {_wat(deelname)}", op=op)
    return deelname


def deelname_hervatten(
    *, deelname_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Deelname:
    """The end was recorded by mistake, or somebody goes on after all."""
    with _handeling(deelname_id, versie, door=door, nu=nu, reden=reden) as (act, deelname):
        dubbel = volgt_al(deelname.inburgeraar_id, deelname.aanbieder_id, deelname.lessoort)
        check_deelname_hervatten(deelname, reden=reden, dubbel=dubbel)
        deelname.hervatten()
        deelname.traject = lopend_traject(deelname.inburgeraar_id) or deelname.traject
        deelname.save()
        afzien_vervalt(act, deelname.traject)
        act.meld(deelname.inburgeraar_id, _SOORT, f"Lessen gaan door: {_wat(deelname)}")
    return deelname


def _verschuif(act: Handeling, aanbod_id: int, start_op: date) -> None:
    aanbod = act.vergrendel(Inburgeringsaanbod, aanbod_id)
    aanbod.gestart_op = start_op
    aanbod.save()
    aanbodtermijnen_bijwerken(act, aanbod.inburgeraar_id)


@contextmanager
def _handeling(
    deelname_id: int, versie: int | None, *, door: Medewerker, nu: datetime, reden: str = ""
) -> Iterator[tuple[Handeling, Deelname]]:
    dossier_id = Deelname.objects.values_list("inburgeraar", flat=True).get(pk=deelname_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        yield act, act.vergrendel(Deelname, deelname_id, versie=versie)


def _wat(deelname: Deelname) -> str:
    return f"{deelname.get_lessoort_display()} bij {deelname.aanbieder}"

"""Talks about the progress: planned as the plan agreed, held, and dropped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from inburgering.datums import lokale_datum
from inburgering.enums import AfspraakSoort, AfspraakStatus, GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Afspraak, Inburgeraar
from inburgering.services.contacten import afspraak_maken
from leerroutes.enums import GesprekStatus, Oordeel
from leerroutes.models import Traject, TrajectStatus, Voortgangsgesprek
from leerroutes.policies.gesprekken import (
    MINDER,
    check_afspraak_maken,
    check_corrigeren,
    check_extra,
    check_niet_gekomen,
    check_terugzetten,
    check_vervallen,
    check_voeren,
)
from leerroutes.queries.gesprekschema import gesprekschema
from leerroutes.services.ondertussen import volgend_gesprek_plannen
from medewerkers.models import Medewerker

ANDERE_ROUTE = "Er is een andere leerroute: de gesprekken zijn opnieuw gepland."
EERST_HET_VORIGE = "Het vorige gesprek is toch niet gevoerd."
EERDER = "Deze dag was al voorbij toen het gesprek werd gepland."


# --- What the plan agreed ------------------------------------------------------------------------
def gesprekken_plannen(act: Handeling, dossier_id: int) -> None:
    """Make the talks to come equal to what the running plan agreed; twice is once.

    A talk that was held stays. A day that lies behind us when the schedule changes is not moved
    to, and what was due before it could be planned (a plan taken over) is not asked.
    """
    traject = Traject.objects.filter(inburgeraar=dossier_id, status=TrajectStatus.LOPEND).first()
    if traject is None:
        return
    _van_eerdere_route(act, traject)
    rijen = list(
        Voortgangsgesprek.objects.select_for_update()
        .filter(traject=traject)
        .exclude(status=GesprekStatus.VERVALLEN, reden=MINDER)
        .order_by("nummer")
    )
    schema = gesprekschema(traject)
    for gesprek, uiterlijk_op in zip(rijen, schema, strict=False):
        _verschuif(act, gesprek, uiterlijk_op)
    for uiterlijk_op in schema[len(rijen) :]:
        _plan(act, traject, uiterlijk_op)
    for gesprek in rijen[len(schema) :]:
        _vervalt(act, gesprek, MINDER)


def _van_eerdere_route(act: Handeling, traject: Traject) -> None:
    oude = Voortgangsgesprek.objects.select_for_update().filter(
        inburgeraar=traject.inburgeraar_id, status=GesprekStatus.GEPLAND, traject__isnull=False
    )
    for gesprek in oude.exclude(traject=traject):
        _vervalt(act, gesprek, ANDERE_ROUTE)


def _plan(act: Handeling, traject: Traject, uiterlijk_op: date) -> None:
    gesprek = Voortgangsgesprek(
        inburgeraar_id=traject.inburgeraar_id,
        traject=traject,
        nummer=_volgend_nummer(traject.inburgeraar_id),
        uiterlijk_op=uiterlijk_op,
    )
    gesprek.save()
    if uiterlijk_op < act.op:
        gesprek.laten_vervallen(reden=EERDER)
        gesprek.save()


def _verschuif(act: Handeling, gesprek: Voortgangsgesprek, uiterlijk_op: date) -> None:
    komt = gesprek.status == GesprekStatus.GEPLAND and uiterlijk_op >= act.op
    if komt and gesprek.uiterlijk_op != uiterlijk_op:
        gesprek.uiterlijk_op = uiterlijk_op
        gesprek.save()


def _vervalt(act: Handeling, gesprek: Voortgangsgesprek, reden: str) -> None:
    if gesprek.status == GesprekStatus.GEPLAND:
        _zeg_af(act, gesprek, reden=reden)
        gesprek.laten_vervallen(reden=reden)
        gesprek.save()


def _volgend_nummer(dossier_id: int) -> int:
    gesprekken = Voortgangsgesprek.objects.filter(inburgeraar=dossier_id)
    return (gesprekken.aggregate(hoogste=Max("nummer"))["hoogste"] or 0) + 1


# --- What people do ------------------------------------------------------------------------------
def gesprek_extra(
    *, dossier_id: int, uiterlijk_op: date, reden: str, door: Medewerker, nu: datetime
) -> Voortgangsgesprek:
    """One more than the plan agreed, so it belongs to no traject; `reden` says what for."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        dossier = Inburgeraar.objects.get(pk=dossier_id)
        zelfde = Voortgangsgesprek.objects.filter(
            inburgeraar=dossier, traject=None, uiterlijk_op=uiterlijk_op, reden=reden
        )
        check_extra(
            dossier,
            reden=reden,
            uiterlijk_op=uiterlijk_op,
            staat_er_al=zelfde.filter(status=GesprekStatus.GEPLAND).exists(),
            vandaag=act.op,
        )
        gesprek = Voortgangsgesprek(
            inburgeraar=dossier,
            nummer=_volgend_nummer(dossier_id),
            uiterlijk_op=uiterlijk_op,
            reden=reden,
        )
        gesprek.save()
        act.meld(
            dossier_id,
            GebeurtenisSoort.CONTACT,
            f"Extra voortgangsgesprek uiterlijk {uiterlijk_op:%d-%m-%Y}",
        )
    return gesprek


def gesprek_afspreken(
    *,
    gesprek_id: int,
    versie: int | None,
    begint_at: datetime,
    plaats: str,
    door: Medewerker,
    nu: datetime,
    tolktaal: str = "",
) -> Voortgangsgesprek:
    """An appointment for this talk; an earlier one that still stood is called off."""
    with _handeling(gesprek_id, versie, door=door, nu=nu) as (act, gesprek):
        check_afspraak_maken(gesprek, begint_at=begint_at, nu=nu)
        _zeg_af(act, gesprek, reden="Verplaatst")
        gesprek.afspraak = afspraak_maken(
            dossiers=[gesprek.inburgeraar_id],
            soort=AfspraakSoort.VOORTGANG,
            begint_at=begint_at,
            plaats=plaats,
            tolktaal=tolktaal,
            consulent=door,
            door=door,
            nu=nu,
        )
        gesprek.save()
    return gesprek


def gesprek_voeren(
    *,
    gesprek_id: int,
    versie: int | None,
    op: date,
    verslag: str,
    door: Medewerker,
    nu: datetime,
    afspraken: str = "",
    inspanning: Oordeel | None = None,
) -> Voortgangsgesprek:
    """The talk was held. `inspanning` is about the effort, never about the person."""
    with _handeling(gesprek_id, versie, door=door, nu=nu) as (act, gesprek):
        check_voeren(gesprek, op=op, verslag=verslag, vandaag=act.op)
        _rond_afspraak_af(act, gesprek, op=op)
        gesprek.houden(
            op=op,
            door=door,
            verslag=verslag,
            afspraken=afspraken,
            inspanning=inspanning.value if inspanning else "",
        )
        gesprek.save()
        _meld(act, gesprek, "gevoerd", op=op)
        volgend_gesprek_plannen(act, gesprek.inburgeraar_id)
    return gesprek


def gesprek_corrigeren(
    *,
    gesprek_id: int,
    versie: int | None,
    op: date,
    verslag: str,
    afspraken: str,
    inspanning: Oordeel | None,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> Voortgangsgesprek:
    """Put right the day of a talk that was held, or what was written of it."""
    with _handeling(gesprek_id, versie, door=door, nu=nu, reden=reden) as (act, gesprek):
        check_corrigeren(gesprek, op=op, verslag=verslag, reden=reden, vandaag=act.op)
        gesprek.gehouden_op = op
        gesprek.verslag, gesprek.afspraken = verslag, afspraken
        gesprek.inspanning = inspanning.value if inspanning else ""
        gesprek.save()
        _meld(act, gesprek, "gecorrigeerd", op=op)
        volgend_gesprek_plannen(act, gesprek.inburgeraar_id)
    return gesprek


def gesprek_terugzetten(
    *, gesprek_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Voortgangsgesprek:
    """The talk was not held after all; what was written of it stays in the history."""
    with _handeling(gesprek_id, versie, door=door, nu=nu, reden=reden) as (act, gesprek):
        check_terugzetten(gesprek, reden=reden)
        if gesprek.traject_id is None and not gesprek.reden:
            _volgende_vervalt(act, gesprek)
        gesprek.terugzetten()
        gesprek.save()
        _meld(act, gesprek, "is toch niet gevoerd")
        volgend_gesprek_plannen(act, gesprek.inburgeraar_id)
    return gesprek


def _volgende_vervalt(act: Handeling, gesprek: Voortgangsgesprek) -> None:
    """In the ondertussengroep each talk that is held plans the next one."""
    rijen = Voortgangsgesprek.objects.select_for_update().filter(
        inburgeraar=gesprek.inburgeraar_id, traject=None, reden="", status=GesprekStatus.GEPLAND
    )
    for volgende in rijen:
        _vervalt(act, volgende, EERST_HET_VORIGE)


def _meld(act: Handeling, gesprek: Voortgangsgesprek, wat: str, *, op: date | None = None) -> None:
    act.meld(
        gesprek.inburgeraar_id,
        GebeurtenisSoort.CONTACT,
        f"Voortgangsgesprek {gesprek.nummer} {wat}",
        op=op,
    )


def gesprek_niet_gekomen(
    *, gesprek_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Voortgangsgesprek:
    """Nobody came: the talk is still to be held, at another moment."""
    with _handeling(gesprek_id, versie, door=door, nu=nu, reden=reden) as (act, gesprek):
        check_niet_gekomen(gesprek, reden=reden, nu=nu)
        assert gesprek.afspraak_id is not None  # the check saw it
        afspraak = act.vergrendel(Afspraak, gesprek.afspraak_id)
        afspraak.niet_verschijnen(reden=reden)
        afspraak.save()
        act.meld(
            gesprek.inburgeraar_id,
            GebeurtenisSoort.CONTACT,
            f"Niet gekomen op voortgangsgesprek {gesprek.nummer}",
            op=lokale_datum(afspraak.begint_at),
        )
    return gesprek


def gesprek_laten_vervallen(
    *, gesprek_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Voortgangsgesprek:
    with _handeling(gesprek_id, versie, door=door, nu=nu, reden=reden) as (act, gesprek):
        check_vervallen(gesprek, reden=reden)
        _vervalt(act, gesprek, reden)
        _meld(act, gesprek, "vervallen")
    return gesprek


# --- The appointment that goes with a talk -------------------------------------------------------
def _geplande_afspraak(act: Handeling, gesprek: Voortgangsgesprek) -> Afspraak | None:
    if gesprek.afspraak_id is None:
        return None
    afspraak: Afspraak = act.vergrendel(Afspraak, gesprek.afspraak_id)
    return afspraak if afspraak.status == AfspraakStatus.GEPLAND else None


def _zeg_af(act: Handeling, gesprek: Voortgangsgesprek, *, reden: str) -> None:
    afspraak = _geplande_afspraak(act, gesprek)
    if afspraak is not None:
        afspraak.afzeggen(reden=reden[:200])
        afspraak.save()


def _rond_afspraak_af(act: Handeling, gesprek: Voortgangsgesprek, *, op: date) -> None:
    """Held on its day; when the talk was on another day, the appointment did not go on."""
    afspraak = _geplande_afspraak(act, gesprek)
    if afspraak is None:
        return
    if lokale_datum(afspraak.begint_at) == op:
        afspraak.houden(op=op, door=act.door, verslag="")
    else:
        afspraak.afzeggen(reden="Het gesprek was op een andere dag.")
    afspraak.save()


@contextmanager
def _handeling(
    gesprek_id: int, versie: int | None, **wie: Any
) -> Iterator[tuple[Handeling, Voortgangsgesprek]]:
    dossier_id = Voortgangsgesprek.objects.values_list("inburgeraar", flat=True).get(pk=gesprek_id)
    with handeling(dossiers=[dossier_id], **wie) as act:
        yield act, act.vergrendel(Voortgangsgesprek, gesprek_id, versie=versie)

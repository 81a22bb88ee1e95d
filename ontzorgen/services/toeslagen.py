"""Allowances beside the bijstand: asked for, received, turned down."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from medewerkers.models import Medewerker
from ontzorgen.models import Toeslag, Uitkering
from ontzorgen.policies.toeslagen import (
    ToeslagGegevens,
    check_afloop,
    check_terugzetten,
    check_toeslag,
    check_wacht,
)


def toeslag_aanvragen(
    *, uitkering_id: int, gegevens: ToeslagGegevens, door: Medewerker, nu: datetime
) -> Toeslag:
    """Recorded that it was asked for at Dienst Toeslagen."""
    dossier_id = Uitkering.objects.values_list("inburgeraar", flat=True).get(pk=uitkering_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        uitkering = act.vergrendel(Uitkering, uitkering_id)
        toeslag = Toeslag(uitkering=uitkering)
        check_toeslag(uitkering.inburgeraar, gegevens, andere=_andere(toeslag), vandaag=act.op)
        _zet(toeslag, gegevens)
        toeslag.save()
        _meld(act, toeslag, "aangevraagd", op=gegevens.aangevraagd_op)
    return toeslag


def toeslag_wijzigen(
    *,
    toeslag_id: int,
    versie: int | None,
    gegevens: ToeslagGegevens,
    door: Medewerker,
    nu: datetime,
) -> Toeslag:
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(toeslag_id)]) as act:
        toeslag = act.vergrendel(Toeslag, toeslag_id, versie=versie)
        check_wacht(toeslag)
        dossier = toeslag.uitkering.inburgeraar
        check_toeslag(dossier, gegevens, andere=_andere(toeslag), vandaag=act.op)
        _zet(toeslag, gegevens)
        toeslag.save()
    return toeslag


def toeslag_ontvangen(
    *, toeslag_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Toeslag:
    """The first payment came in on `op`."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(toeslag_id)]) as act:
        toeslag = act.vergrendel(Toeslag, toeslag_id, versie=versie)
        check_afloop(toeslag, op=op, vandaag=act.op)
        toeslag.ontvangen_op = op
        toeslag.save()
        _meld(act, toeslag, "ontvangen", op=op)
    return toeslag


def toeslag_afwijzen(
    *, toeslag_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Toeslag:
    """Dienst Toeslagen turned it down on `op`."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(toeslag_id)]) as act:
        toeslag = act.vergrendel(Toeslag, toeslag_id, versie=versie)
        check_afloop(toeslag, op=op, vandaag=act.op)
        toeslag.afgewezen_op = op
        toeslag.save()
        _meld(act, toeslag, "afgewezen", op=op)
    return toeslag


def toeslag_terugzetten(
    *, toeslag_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> Toeslag:
    """Received or turned down was recorded by mistake."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(toeslag_id)]) as act:
        toeslag = act.vergrendel(Toeslag, toeslag_id, versie=versie)
        check_terugzetten(toeslag, andere=_andere(toeslag))
        toeslag.ontvangen_op = toeslag.afgewezen_op = None
        toeslag.save()
        _meld(act, toeslag, "wacht weer op een besluit", op=act.op)
    return toeslag


def _zet(toeslag: Toeslag, gegevens: ToeslagGegevens) -> None:
    toeslag.soort, toeslag.maand_bedrag = gegevens.soort.value, gegevens.bedrag
    toeslag.aangevraagd_op, toeslag.vanaf_op = gegevens.aangevraagd_op, gegevens.vanaf_op


def _andere(toeslag: Toeslag) -> QuerySet[Toeslag]:
    return Toeslag.objects.filter(uitkering=toeslag.uitkering_id).exclude(pk=toeslag.pk)


def _meld(act: Handeling, toeslag: Toeslag, wat: str, *, op: date) -> None:
    act.meld(toeslag.uitkering.inburgeraar_id, GebeurtenisSoort.GELD, f"{toeslag} {wat}", op=op)


def _dossier_van(toeslag_id: int) -> int:
    dossier_id: int = Toeslag.objects.values_list("uitkering__inburgeraar", flat=True).get(
        pk=toeslag_id
    )
    return dossier_id

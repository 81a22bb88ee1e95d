"""Goals: added, put right, ended. They outlive the intake, so only the dossier must run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.db.models import QuerySet

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from intake.models import (
    Aandachtspunt,
    AandachtspuntSoort,
    Doel,
    Doelrij,
    Hoofddoel,
    Ontwikkelwens,
    OntwikkelwensSoort,
    Subdoel,
)
from intake.policies.doelen import check_binnen, check_doel, check_subdoel
from medewerkers.models import Medewerker

_D = TypeVar("_D", Hoofddoel, Aandachtspunt, Ontwikkelwens, Subdoel)


def hoofddoel_kiezen(
    *, dossier_id: int, soort: Doel, start_op: date, door: Medewerker, nu: datetime
) -> Hoofddoel:
    """The main goal from this day; the one before it ends the day before."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        nieuw = Hoofddoel(inburgeraar_id=dossier_id, soort=soort, start_op=start_op)
        vorig = Hoofddoel.objects.filter(
            inburgeraar=dossier_id, eind_op=None, start_op__lt=start_op
        ).exclude(soort=soort)
        for doel in vorig:
            doel.eind_op = start_op - timedelta(days=1)
            doel.save()
        _bewaar(act, nieuw)
        _meld(act, nieuw, "Hoofddoel gekozen")
    return nieuw


def aandachtspunt_toevoegen(
    *,
    dossier_id: int,
    soort: AandachtspuntSoort,
    start_op: date,
    door: Medewerker,
    nu: datetime,
    toelichting: str = "",
) -> Aandachtspunt:
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        punt = Aandachtspunt(
            inburgeraar_id=dossier_id, soort=soort, toelichting=toelichting, start_op=start_op
        )
        _bewaar(act, punt)
        _meld(act, punt, "Aandachtspunt toegevoegd")
    return punt


def ontwikkelwens_toevoegen(
    *,
    dossier_id: int,
    soort: OntwikkelwensSoort,
    start_op: date,
    door: Medewerker,
    nu: datetime,
    toelichting: str = "",
) -> Ontwikkelwens:
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        wens = Ontwikkelwens(
            inburgeraar_id=dossier_id, soort=soort, toelichting=toelichting, start_op=start_op
        )
        _bewaar(act, wens)
        _meld(act, wens, "Ontwikkelwens toegevoegd")
    return wens


def subdoel_toevoegen(
    *,
    bij: Aandachtspunt | Ontwikkelwens,
    soort: str,
    start_op: date,
    door: Medewerker,
    nu: datetime,
) -> Subdoel:
    """A step towards what is asked for in `bij`."""
    with handeling(door=door, nu=nu, dossiers=[bij.inburgeraar_id]) as act:
        punt = bij if isinstance(bij, Aandachtspunt) else None
        wens = bij if isinstance(bij, Ontwikkelwens) else None
        check_subdoel(soort, bij=bij)
        check_binnen(bij, start_op=start_op)
        subdoel = Subdoel(
            inburgeraar_id=bij.inburgeraar_id,
            aandachtspunt=punt,
            ontwikkelwens=wens,
            soort=soort,
            start_op=start_op,
        )
        _bewaar(act, subdoel)
        _meld(act, subdoel, "Subdoel toegevoegd")
    return subdoel


def doel_wijzigen(
    *,
    model: type[_D],
    doel_id: int,
    versie: int | None,
    start_op: date,
    eind_op: date | None,
    door: Medewerker,
    nu: datetime,
    toelichting: str = "",
) -> _D:
    """End it, or put its days or its words right. What it is stays: another goal is another row."""
    with _doel(model, doel_id, versie=versie, door=door, nu=nu) as (act, doel):
        eindigt = doel.eind_op is None and eind_op is not None
        doel.start_op, doel.eind_op = start_op, eind_op
        if isinstance(doel, Aandachtspunt | Ontwikkelwens):
            doel.toelichting = toelichting
        _bewaar(act, doel)
        wat = str(doel._meta.verbose_name).capitalize()
        _meld(act, doel, f"{wat} {'beëindigd' if eindigt else 'gewijzigd'}")
        if eindigt:
            _eindig_stappen(doel, eind_op)
    return doel


def _eindig_stappen(doel: Doelrij, eind_op: date | None) -> None:
    """With a point or a wish its steps end."""
    if not isinstance(doel, Aandachtspunt | Ontwikkelwens) or eind_op is None:
        return
    for subdoel in doel.subdoelen.filter(eind_op=None):
        subdoel.eind_op = max(eind_op, subdoel.start_op)
        subdoel.save()


@contextmanager
def _doel(
    model: type[_D], doel_id: int, *, versie: int | None, door: Medewerker, nu: datetime
) -> Iterator[tuple[Handeling, _D]]:
    dossiers = list(model._default_manager.filter(pk=doel_id).values_list("inburgeraar", flat=True))
    with handeling(door=door, nu=nu, dossiers=dossiers) as act:
        yield act, act.vergrendel(model, doel_id, versie=versie)


def _bewaar(act: Handeling, doel: Doelrij) -> None:
    dossier = act.vergrendel(Inburgeraar, doel.inburgeraar_id)
    check_doel(
        dossier,
        start_op=doel.start_op,
        eind_op=doel.eind_op,
        andere=_andere(doel).exclude(pk=doel.pk),
        vandaag=act.op,
    )
    doel.save()


def _andere(doel: Doelrij) -> QuerySet[Any]:
    """The rows it may not overlap with."""
    rijen: QuerySet[Any] = type(doel)._default_manager.filter(inburgeraar=doel.inburgeraar_id)
    if isinstance(doel, Hoofddoel):
        return rijen
    rijen = rijen.filter(soort=doel.soort)
    if isinstance(doel, Subdoel):
        return rijen.filter(
            aandachtspunt=doel.aandachtspunt_id, ontwikkelwens=doel.ontwikkelwens_id
        )
    return rijen


def _meld(act: Handeling, doel: Doelrij, tekst: str) -> None:
    """Without saying which: the timeline is read by more people than the intake."""
    act.meld(doel.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst)

"""Tasks: made equal to what the sources derive, and taken up, handed on or done by people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import transaction

from inburgering.aanhaken import TAAKBRONNEN, AfgeleideTaak
from inburgering.enums import DossierStatus, TaakStatus
from inburgering.models import Inburgeraar, Taak
from medewerkers.models import Medewerker, maak_aan
from medewerkers.sporen import spoor

_Sleutel = tuple[int, str, str]
_PARTIJ = 1000


_uitgesteld: ContextVar[set[int] | None] = ContextVar("uitgesteld", default=None)


@contextmanager
def taken_achteraf(*, door: Medewerker, nu: datetime) -> Iterator[None]:
    """For many acts in one go (an import, the demo): tasks are brought up to date once, at the end.

    All inside is one transaction, so nobody ever sees a record with the tasks of before.
    """
    dossiers: set[int] = set()
    teken = _uitgesteld.set(dossiers)
    try:
        with transaction.atomic(), spoor(door=door, nu=nu):
            yield
            taken_bijwerken(dossiers, nu=nu)
    finally:
        _uitgesteld.reset(teken)


def taken_na_handeling(dossiers: Collection[int], *, nu: datetime) -> None:
    """What every act ends with: its dossiers' tasks, now or with the work it is part of."""
    later = _uitgesteld.get()
    if later is None:
        taken_bijwerken(dossiers, nu=nu)
    else:
        later.update(dossiers)


def taken_bijwerken(dossiers: Collection[int] | None, *, nu: datetime) -> int:
    """Make the stored derived tasks of these dossiers (None: of all) equal to the derived ones.

    Runs at the end of every act in its transaction, and nightly for all; twice is once. What
    people added to a task (owner, note) stays. Returns how many tasks were made, changed or ended.
    Needs an open trace.
    """
    if dossiers is not None and not dossiers:
        return 0
    gewenst = {_sleutel(taak): taak for taak in _afgeleid(dossiers)}
    open_taken = Taak.objects.filter(status=TaakStatus.OPEN).exclude(bron="")
    if dossiers is not None:
        open_taken = open_taken.filter(inburgeraar__in=dossiers)
    wijzigingen = 0
    for taak in open_taken.select_for_update():
        nieuw = gewenst.pop((taak.inburgeraar_id, taak.soort, taak.bron), None)
        wijzigingen += _laat_vervallen(taak, nu) if nieuw is None else _pas_aan(taak, nieuw)
    return wijzigingen + _maak(gewenst.values(), nu)


def _afgeleid(dossiers: Collection[int] | None) -> Iterator[AfgeleideTaak]:
    """Only of dossiers that run; one that is completed asks for little, one that ended nothing."""
    actief = _met_status(DossierStatus.ACTIEF, dossiers)
    voltooid = _met_status(DossierStatus.VOLTOOID, dossiers)
    for bron in TAAKBRONNEN:
        for taak in bron(None if dossiers is None else actief | voltooid):
            if taak.dossier_id in actief or (taak.ook_voltooid and taak.dossier_id in voltooid):
                yield taak


def _met_status(status: DossierStatus, dossiers: Collection[int] | None) -> set[int]:
    rijen = Inburgeraar.objects.filter(status=status)
    if dossiers is not None:
        rijen = rijen.filter(pk__in=dossiers)
    return set(rijen.values_list("pk", flat=True))


def _sleutel(taak: AfgeleideTaak) -> _Sleutel:
    return taak.dossier_id, taak.soort, taak.bron


def _laat_vervallen(taak: Taak, nu: datetime) -> int:
    taak.laten_vervallen(nu=nu)
    taak.save()
    return 1


def _pas_aan(taak: Taak, nieuw: AfgeleideTaak) -> int:
    gewenst = _inhoud(nieuw)
    if {veld: getattr(taak, veld) for veld in gewenst} == gewenst:
        return 0
    for veld, waarde in gewenst.items():
        setattr(taak, veld, waarde)
    taak.save()
    return 1


def _inhoud(taak: AfgeleideTaak) -> dict[str, Any]:
    """What a source says of a task; the rest of the row is people's own."""
    return {
        "titel": taak.titel,
        "waarom": taak.waarom[:300],
        "uiterlijk_op": taak.uiterlijk_op,
        "pagina": taak.pagina,
        "voor": taak.voor,
        "alarm": taak.alarm,
    }


def _maak(afgeleid: Iterable[AfgeleideTaak], nu: datetime) -> int:
    rijen = (
        Taak(
            inburgeraar_id=taak.dossier_id,
            soort=taak.soort,
            bron=taak.bron,
            ontstaan_at=nu,
            **_inhoud(taak),
        )
        for taak in afgeleid
    )
    gemaakt = 0
    while partij := list(islice(rijen, _PARTIJ)):
        gemaakt += len(maak_aan(partij))
    return gemaakt

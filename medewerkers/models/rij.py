"""The base of every editable row: a version for who saves second, a history for who asks later."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, ClassVar, NoReturn, Self, TypeVar

from django.db import models
from simple_history.models import HistoricalRecords

from medewerkers.sporen import huidig_spoor

_M = TypeVar("_M", bound=models.Model)


class BulkVerboden(RuntimeError):
    """`update()` and its kin bypass history and state machines: rows with a history refuse them."""


class BewaakteQuerySet(models.QuerySet[_M]):
    """A queryset that cannot write behind the back of the history."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise BulkVerboden("Gebruik save() binnen een handeling, of werk_bij().")

    async def aupdate(self, **kwargs: Any) -> NoReturn:
        raise BulkVerboden("Gebruik save() binnen een handeling.")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise BulkVerboden("Gebruik werk_bij().")

    def bulk_create(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise BulkVerboden("Gebruik maak_aan().")


class Rij(models.Model):
    """An editable row.

    `versie` rises by one at every save; a form carries the version it was opened with, so the
    second of two people is told instead of overwriting the first. `pad_naar_persoon` names the
    road by which the row is about a person (for inspection and destruction), or is empty with the
    reason in `geen_persoon`.
    """

    pad_naar_persoon: ClassVar[str] = ""
    geen_persoon: ClassVar[str] = ""

    versie = models.PositiveIntegerField(default=1, editable=False)

    history = HistoricalRecords(inherit=True)
    objects = models.Manager.from_queryset(BewaakteQuerySet)()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._stempel()
        if not self._state.adding:
            self.versie += 1
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "versie"}
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        self._stempel()
        return super().delete(*args, **kwargs)

    def _stempel(self) -> Self:
        spoor = huidig_spoor()
        self._history_user = spoor.door
        self._history_date = spoor.stempel()
        self._change_reason = spoor.reden[:100] or None
        return self


_R = TypeVar("_R", bound=Rij)


def maak_aan(rijen: Sequence[_R]) -> list[_R]:
    """Create many new rows and their history in two statements. Only in their first state."""
    if not rijen:
        return []
    model = type(rijen[0])
    gemaakt = model._base_manager.bulk_create(rijen)
    _schrijf_geschiedenis(model, gemaakt, update=False)
    return gemaakt


def werk_bij(rijen: Sequence[_R], velden: Collection[str]) -> None:
    """Save these fields of many rows, with their history, in two statements."""
    if not rijen:
        return
    model = type(rijen[0])
    for rij in rijen:
        rij.versie += 1
    if (gelijk := _gelijk(rijen, velden)) is None:
        model._base_manager.bulk_update(rijen, {*velden, "versie"}, batch_size=1000)
    else:  # a value per row would be a branch per row: slow when it is the same for all
        ids = [rij.pk for rij in rijen]
        waarden = {**gelijk, "versie": models.F("versie") + 1}
        models.QuerySet(model).filter(pk__in=ids).update(**waarden)
    _schrijf_geschiedenis(model, rijen, update=True)


def _gelijk(rijen: Sequence[Rij], velden: Collection[str]) -> dict[str, Any] | None:
    """The values that all these rows share; None when one of them differs."""
    namen = [f.attname for f in rijen[0]._meta.concrete_fields if f.name in velden]
    eerste = {naam: getattr(rijen[0], naam) for naam in namen}
    zelfde = all(getattr(rij, naam) == waarde for rij in rijen for naam, waarde in eerste.items())
    return eerste if zelfde else None


def verwijder(rijen: Sequence[_R]) -> None:
    """Delete many rows, with the last line of their history, in two statements.

    What hangs on them is for who calls this: nothing cascades.
    """
    if not rijen:
        return
    model: type[Any] = type(rijen[0])
    spoor = huidig_spoor()
    geschiedenis = model.history.model
    geschiedenis._base_manager.bulk_create(
        geschiedenis(
            history_date=spoor.stempel(),
            history_user=spoor.door,
            history_change_reason=spoor.reden[:100] or None,
            history_type="-",
            **{veld.attname: getattr(rij, veld.attname) for veld in geschiedenis.tracked_fields},
        )
        for rij in rijen
    )
    model._base_manager.filter(pk__in=[rij.pk for rij in rijen])._raw_delete(using="default")


def _schrijf_geschiedenis(model: type[Any], rijen: Sequence[Any], *, update: bool) -> None:
    spoor = huidig_spoor()
    for rij in rijen:  # one that was saved before still bears who did that
        rij._stempel()
    model.history.bulk_history_create(
        rijen,
        update=update,
        default_user=spoor.door,
        default_date=spoor.stempel(),
        default_change_reason=spoor.reden[:100] or "",
    )

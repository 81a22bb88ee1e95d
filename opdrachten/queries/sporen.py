"""What an import left behind, and what stands in the way of taking it back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import models

from inburgering.datums import lokale_datum
from inburgering.models import Gebeurtenis, Inburgeraar, Persoon
from inburgering.models.zicht import DossierRij
from inburgering.queries.samenhang import Rijen, samenhang
from medewerkers.models import Medewerker, Rij
from opdrachten.models import Opdracht
from opdrachten.queries.regels import ingevoerd
from wet.datums import zonder_weekdag

_HOOGSTENS = 10  # reasons that are shown; one is enough to stop
_EEN_HANDELING = timedelta(milliseconds=50)  # the stamps of one act lie microseconds apart


@dataclass
class Nagelaten:
    """By model: what was made, and what was completed with its version before; and the version
    at which each was left. `momenten`: when the units were written.
    """

    gemaakt: dict[Any, dict[int, int]] = field(default_factory=dict)
    aangevuld: dict[Any, dict[int, tuple[int, int]]] = field(default_factory=dict)
    momenten: list[datetime] = field(default_factory=list)

    def alles(self) -> Rijen:
        return samenhang(self.gemaakt)

    @property
    def dossiers(self) -> set[int]:
        """Of people who were known already and were completed."""
        personen = self.aangevuld.get(Persoon, {})
        eigen = Inburgeraar.objects.filter(persoon__in=personen).values_list("pk", flat=True)
        return set(eigen) | set(self.aangevuld.get(Inburgeraar, {}))

    def geraakte_dossiers(self) -> set[int]:
        """Dossiers that stay, on which rows were made or completed."""
        geraakt: set[int] = set()
        for model in {*self.gemaakt, *self.aangevuld}:
            if issubclass(model, DossierRij) and model.pad_naar_dossier:
                pks = {*self.gemaakt.get(model, ()), *self.aangevuld.get(model, ())}
                rijen = model._base_manager.filter(pk__in=pks)
                geraakt |= set(rijen.values_list(model.pad_naar_dossier, flat=True))
        return geraakt - self.alles().get(Inburgeraar, set())


def nagelaten(opdracht_id: int) -> Nagelaten:
    """The first trace of a row counts: what was made and completed later was made."""
    uit = Nagelaten()
    regels = ingevoerd(opdracht_id).order_by("verwerkt_at", "nummer")
    for sporen, moment in regels.values_list("sporen", "verwerkt_at"):
        assert moment is not None
        uit.momenten.append(moment)
        for spoor in sporen:
            _neem_op(uit, apps.get_model(spoor["model"]), spoor)
    return uit


def _neem_op(uit: Nagelaten, model: Any, spoor: dict[str, Any]) -> None:
    pk, voor, na = spoor["pk"], spoor["voor"], spoor["na"]
    gemaakt, aangevuld = uit.gemaakt.setdefault(model, {}), uit.aangevuld.setdefault(model, {})
    if voor is None or pk in gemaakt:
        gemaakt[pk] = na
    else:
        eerste = aangevuld[pk][0] if pk in aangevuld else voor
        aangevuld[pk] = (eerste, na)


def in_de_weg(opdracht: Opdracht, gelaten: Nagelaten) -> list[str]:
    """Later acts, one line each with the dossier where there is one; empty when it may go back."""
    systeem = Medewerker.objects.systeem()
    eigen = _Eigen(opdracht.bevestigd_door_id, systeem.pk, sorted(gelaten.momenten))
    redenen: dict[str, None] = {}
    for reden in _alle_redenen(gelaten, eigen):
        redenen[reden] = None
        if len(redenen) == _HOOGSTENS:
            break
    return list(redenen)


@dataclass(frozen=True)
class _Eigen:
    """Tells the import's own acts, and what the system does by itself, from those of people."""

    door: int | None
    systeem: int
    momenten: list[datetime]

    def is_van_ons(self, door: int | None, moment: datetime) -> bool:
        if door == self.systeem:
            return True
        plek = bisect_right(self.momenten, moment)
        vlak_na = plek > 0 and moment - self.momenten[plek - 1] <= _EEN_HANDELING
        return door == self.door and vlak_na


def _alle_redenen(gelaten: Nagelaten, eigen: _Eigen) -> Iterator[str]:
    yield from _andere_versie(gelaten)
    alles = gelaten.alles()
    yield from _later_op_de_tijdlijn(
        alles.get(Inburgeraar, set()) | gelaten.dossiers, gelaten, eigen
    )
    for model, pks in alles.items():
        if issubclass(model, Rij):
            yield from _later_gewijzigd(model, pks, eigen)


def _andere_versie(gelaten: Nagelaten) -> Iterator[str]:
    verwacht = {m: dict(rijen) for m, rijen in gelaten.gemaakt.items()}
    for model, aangevuld in gelaten.aangevuld.items():
        verwacht.setdefault(model, {}).update({pk: na for pk, (_voor, na) in aangevuld.items()})
    for model, rijen in verwacht.items():
        nu = dict(model._base_manager.filter(pk__in=rijen).values_list("pk", "versie"))
        anders = [pk for pk, versie in rijen.items() if nu.get(pk) != versie]
        if anders:
            yield from _zinnen(model, anders, "is na het invoeren gewijzigd of verwijderd")


def _later_op_de_tijdlijn(
    dossiers: Iterable[int], gelaten: Nagelaten, eigen: _Eigen
) -> Iterator[str]:
    begin = min(gelaten.momenten, default=None)
    if begin is None:
        return
    regels = Gebeurtenis.objects.filter(inburgeraar__in=set(dossiers), at__gte=begin)
    for nummer, at, door in regels.order_by("at").values_list(
        "inburgeraar__dossiernummer", "at", "door"
    ):
        if not eigen.is_van_ons(door, at):
            yield f"Dossier {nummer} heeft een latere handeling, van {_dag(at)}."


def _later_gewijzigd(model: Any, pks: set[int], eigen: _Eigen) -> Iterator[str]:
    lijnen = model.history.filter(**{f"{model._meta.pk.attname}__in": pks})
    for pk, moment, door in lijnen.order_by("history_date").values_list(
        model._meta.pk.attname, "history_date", "history_user"
    ):
        if not eigen.is_van_ons(door, moment):
            yield from _zinnen(model, [pk], f"is later bijgekomen of gewijzigd, op {_dag(moment)}")


def _zinnen(model: Any, pks: list[int], wat: str) -> Iterator[str]:
    """Named by the dossier it is of; a person without one by what it is."""
    soort = str(model._meta.verbose_name)
    nummers = _dossiernummers(model, pks)
    if not nummers:
        yield f"Een {soort} zonder dossier {wat}."
    for nummer in nummers:
        yield f"Dossier {nummer}: {soort} {wat}."


def _dossiernummers(model: type[models.Model], pks: list[int]) -> list[str]:
    if model is Persoon:
        pad = "inburgeraar__dossiernummer"
    elif model is Inburgeraar:
        pad = "dossiernummer"
    elif naar := getattr(model, "pad_naar_persoon", ""):
        pad = f"{naar}__inburgeraar__dossiernummer"
    else:
        return []
    gevonden = model._base_manager.filter(pk__in=pks).values_list(pad, flat=True)
    return sorted({str(nummer) for nummer in gevonden if nummer})


def _dag(moment: datetime) -> str:
    return zonder_weekdag(lokale_datum(moment))

"""Who is expected to be housed, on which day, and where that day comes from. A forecast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, DateField, Exists, F, OuterRef, QuerySet, Subquery, TextChoices
from django.db.models.functions import Coalesce

from inburgering.models import Inburgeraar, Persoon
from medewerkers.models import Medewerker
from overdracht.models import (
    Huisvesting,
    HuisvestingStatus,
    Nareis,
    NareisStatus,
    Overdracht,
    Overdrachtslid,
    OverdrachtStatus,
)
from overdracht.models.taakstelling import Correctie
from overdracht.queries.taakstelling_tellen import GRONDEN_DIE_TELLEN, inschrijvingen
from wet.termijnen import huisvestingsnorm

_LOPEND = (OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT)


class Herkomst(TextChoices):
    """Where an expected day comes from, from sure to less sure."""

    WONING = "woning", "Afgesproken dag van de woning"
    OVERDRACHT = "overdracht", "Verwachte verhuizing volgens de overdracht"
    NORM = "norm", "Koppeling en 14 weken"
    NAREIS = "nareis", "Nareis, verwachte aankomst"


@dataclass(frozen=True, kw_only=True)
class Verwachting:
    """People who are not housed yet. `op` is never in the past: what is late counts as today.

    `op` is None for family of whom no day is known: they do not count in the forecast.
    """

    aantal: int
    op: date | None
    eigenlijk_op: date | None
    herkomst: Herkomst
    overdracht_id: int | None = None
    dossier_id: int | None = None

    @property
    def te_laat(self) -> bool:
        return self.eigenlijk_op != self.op


@dataclass(frozen=True)
class Verwachtregel:
    """An expectation as this colleague may see it; without a name it is of a closed dossier."""

    verwachting: Verwachting
    naam: str
    dossiernummer: str


def verwachtingen(*, vandaag: date) -> list[Verwachting]:
    """Open handovers and family on its way, as known now, the first to come in front."""
    alle = [*_overdrachten(vandaag), *_nareizen(vandaag)]
    return sorted(alle, key=lambda v: (v.op or date.max, v.overdracht_id or 0, v.dossier_id or 0))


def verwacht_per_dag(regels: Sequence[Verwachting]) -> Mapping[date, int]:
    per_dag: Counter[date] = Counter()
    for regel in regels:
        if regel.op is not None:
            per_dag[regel.op] += regel.aantal
    return per_dag


def verwachtregels(regels: Sequence[Verwachting], *, voor: Medewerker) -> list[Verwachtregel]:
    """With the names that this colleague may see."""
    overdrachten = [regel.overdracht_id for regel in regels if regel.overdracht_id]
    namen = _namen_van_overdrachten(overdrachten, voor)
    dossiers = Inburgeraar.objects.zichtbaar_voor(voor).select_related("persoon")
    referenten = dossiers.in_bulk([regel.dossier_id for regel in regels if regel.dossier_id])
    return [_regel(regel, namen, referenten) for regel in regels]


def _regel(
    regel: Verwachting, namen: Mapping[int, str], referenten: Mapping[int, Inburgeraar]
) -> Verwachtregel:
    dossier = referenten.get(regel.dossier_id or 0)
    if dossier is not None:
        return Verwachtregel(regel, f"Gezin van {dossier.persoon.naam}", dossier.dossiernummer)
    return Verwachtregel(regel, namen.get(regel.overdracht_id or 0, ""), "")


def _namen_van_overdrachten(ids: Sequence[int], voor: Medewerker) -> dict[int, str]:
    """Of each handover that may be seen, the first member who may be seen."""
    leden = (
        Overdrachtslid.objects.filter(
            overdracht__in=Overdracht.objects.zichtbaar_voor(voor).filter(pk__in=ids).values("pk"),
            persoon__in=Persoon.objects.zichtbaar_voor(voor).values("pk"),
        )
        .select_related("persoon")
        .order_by("-pk")
    )
    return {lid.overdracht_id: lid.persoon.naam for lid in leden}


def _overdrachten(vandaag: date) -> list[Verwachting]:
    return [_van_overdracht(rij, vandaag) for rij in _te_huisvesten()]


def _te_huisvesten() -> QuerySet[Overdrachtslid, Any]:
    """Per open handover how many still count for nothing, with the days that are known of it."""
    zelfde = OuterRef("persoon")
    woning = (
        Huisvesting.objects.filter(overdracht=OuterRef("overdracht"))
        .exclude(status=HuisvestingStatus.GEWEIGERD)
        .order_by("-pk")
        .annotate(dag=Coalesce("verhuisd_op", "sleutel_op", "huur_vanaf"))
    )
    return (
        Overdrachtslid.objects.filter(
            eind_op=None, overdracht__status__in=_LOPEND, grond__in=GRONDEN_DIE_TELLEN
        )
        .exclude(Exists(inschrijvingen().filter(persoon=zelfde)))
        .exclude(Exists(Correctie.objects.filter(persoon=zelfde)))
        .values("overdracht")
        .annotate(
            aantal=Count("pk"),
            koppeling_op=F("overdracht__koppeling_op"),
            verwacht_op=F("overdracht__verwacht_op"),
            woning_op=Subquery(woning.values("dag")[:1], output_field=DateField()),
        )
        .order_by("overdracht")
    )


def _van_overdracht(rij: dict[str, Any], vandaag: date) -> Verwachting:
    op, herkomst = _verwachte_dag(rij)
    return Verwachting(
        aantal=rij["aantal"],
        op=max(op, vandaag),
        eigenlijk_op=op,
        herkomst=herkomst,
        overdracht_id=rij["overdracht"],
    )


def _verwachte_dag(rij: dict[str, Any]) -> tuple[date, Herkomst]:
    if rij["woning_op"]:
        return rij["woning_op"], Herkomst.WONING
    if rij["verwacht_op"]:
        return rij["verwacht_op"], Herkomst.OVERDRACHT
    norm = huisvestingsnorm(rij["koppeling_op"]).bekend
    assert norm is not None  # a handover has a koppeling
    return norm.eind_op, Herkomst.NORM


def _nareizen(vandaag: date) -> list[Verwachting]:
    rijen = Nareis.objects.filter(status=NareisStatus.VERWACHT)
    return [
        Verwachting(
            aantal=aantal,
            op=max(op, vandaag) if op else None,
            eigenlijk_op=op,
            herkomst=Herkomst.NAREIS,
            dossier_id=dossier_id,
        )
        for aantal, op, dossier_id in rijen.values_list("aantal", "verwacht_op", "inburgeraar")
    ]

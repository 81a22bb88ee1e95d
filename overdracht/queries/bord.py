"""The board: every open handover by stage, and the same as a table.

The stages of all of them are asked of the database in one go (`fasen`, which the tests hold
against `Stand.fase`); only those that are shown are read in full.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from inburgering.enums import AfspraakStatus
from inburgering.models import Verblijf
from medewerkers.models import Gemeente, Medewerker
from overdracht.enums import Fase
from overdracht.models import (
    Huisvesting,
    HuisvestingStatus,
    Overdracht,
    Overdrachtslid,
    OverdrachtStatus,
)
from overdracht.queries.norm import Norm, norm_van
from overdracht.queries.standen import Stand, standen
from overdracht.queries.zicht import gezinsnaam, zichtbare_personen

NET_KLAAR_DAGEN = 30
KAARTEN_PER_KOLOM = 12
RIJEN_PER_BLAD = 50
_OPEN = (OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT)
_GEDAAN = (AfspraakStatus.GEHOUDEN, AfspraakStatus.VERVANGEN)
_VOLGORDE = list(Fase)


@dataclass(frozen=True)
class Kaart:
    """A household on the board."""

    overdracht_id: int
    naam: str
    personen: int
    azc: str
    fase: Fase
    dagen: int
    wacht_op: tuple[str, ...]
    norm: Norm | None
    adres: str
    verwacht_op: date | None
    koppeling_op: date


@dataclass(frozen=True)
class Kolom:
    """`kaarten` are the first of `aantal`: those whose norm is nearest."""

    fase: Fase
    kaarten: tuple[Kaart, ...]
    aantal: int


@dataclass(frozen=True)
class Bord:
    """The stages as columns, and the same handovers as one page of a table."""

    kolommen: tuple[Kolom, ...]
    rijen: tuple[Kaart, ...]
    aantal: int
    blad: int
    bladen: int


def bord(*, voor: Medewerker, op: date, blad: int = 1) -> Bord:
    """Every open handover by stage, and what was completed in the last month.

    Within a stage the one that was linked first comes first: its norm is nearest.
    """
    per_fase = _per_fase(voor, op)
    alle = [pk for fase in Fase for pk in per_fase[fase]]
    bladen = max(1, -(-len(alle) // RIJEN_PER_BLAD))
    blad = min(max(1, blad), bladen)
    op_blad = alle[(blad - 1) * RIJEN_PER_BLAD : blad * RIJEN_PER_BLAD]
    eerste = {fase: pks[:KAARTEN_PER_KOLOM] for fase, pks in per_fase.items()}
    kaarten = _kaarten({*op_blad, *(pk for pks in eerste.values() for pk in pks)}, voor, op)
    return Bord(
        kolommen=tuple(
            Kolom(fase, tuple(kaarten[pk] for pk in pks), len(per_fase[fase]))
            for fase, pks in eerste.items()
        ),
        rijen=tuple(kaarten[pk] for pk in op_blad),
        aantal=len(alle),
        blad=blad,
        bladen=bladen,
    )


def fasen(overdrachten: QuerySet[Overdracht]) -> list[tuple[int, Fase]]:
    """The stage of each, as `Stand.fase` has it, in one question; the oldest koppeling first."""
    voorbij = Q(status=HuisvestingStatus.GEWEIGERD) | Q(
        status=HuisvestingStatus.VERHUISD, tijdelijk=True
    )
    woning = Huisvesting.objects.filter(overdracht=OuterRef("pk")).exclude(voorbij)
    hier = Verblijf.objects.filter(
        persoon=OuterRef("persoon"),
        gemeentecode=Subquery(Gemeente.objects.values("code")[:1]),
        brp_op__isnull=False,
    )
    nog_niet = Overdrachtslid.objects.filter(
        ~Exists(hier), overdracht=OuterRef("pk"), eind_op=None, persoon__overleden_op=None
    )
    rijen = overdrachten.annotate(
        woning_nu=Subquery(woning.values("status")[:1]),
        nu_fase=Case(
            When(woning_nu=HuisvestingStatus.VERHUISD, then=_verhuisd(nog_niet)),
            When(~Q(woning_nu=HuisvestingStatus.GEZOCHT), then=Value(Fase.WONING.value)),
            When(gesprek__status__in=_GEDAAN, then=Value(Fase.GESPREK.value)),
            When(status=OverdrachtStatus.VERWERKT, then=Value(Fase.VERWERKT.value)),
            default=Value(Fase.ONTVANGEN.value),
        ),
    ).order_by("koppeling_op", "pk")
    return [(pk, Fase(fase)) for pk, fase in rijen.values_list("pk", "nu_fase")]


def _verhuisd(nog_niet: QuerySet[Overdrachtslid]) -> Case:
    return Case(
        When(Exists(nog_niet), then=Value(Fase.VERHUIZING.value)),
        default=Value(Fase.INGESCHREVEN.value),
    )


def _per_fase(voor: Medewerker, op: date) -> dict[Fase, list[int]]:
    recent = Q(
        status=OverdrachtStatus.AFGEROND, afgerond_op__gte=op - timedelta(days=NET_KLAAR_DAGEN)
    )
    rijen = Overdracht.objects.zichtbaar_voor(voor).filter(Q(status__in=_OPEN) | recent)
    per_fase: dict[Fase, list[int]] = {fase: [] for fase in Fase}
    for pk, fase in fasen(rijen):
        per_fase[fase].append(pk)
    return per_fase


def _kaarten(pks: set[int], voor: Medewerker, op: date) -> dict[int, Kaart]:
    rijen = standen(Overdracht.objects.filter(pk__in=pks))
    zichtbaar = zichtbare_personen(rijen, voor)
    return {stand.overdracht.pk: _kaart(stand, zichtbaar, op) for stand in rijen}


def _kaart(stand: Stand, zichtbaar: set[int], op: date) -> Kaart:
    overdracht = stand.overdracht
    return Kaart(
        overdracht_id=overdracht.pk,
        naam=gezinsnaam(stand, zichtbaar),
        personen=len(stand.leden),
        azc=overdracht.azc or "bij familie",
        fase=stand.fase,
        dagen=(op - stand.sinds).days,
        wacht_op=stand.wacht_op,
        norm=norm_van(stand, op),
        adres=stand.woning.adres,
        verwacht_op=overdracht.verwacht_op,
        koppeling_op=overdracht.koppeling_op,
    )

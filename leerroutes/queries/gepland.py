"""Planned beside followed: per lessons, placement and pair what was agreed and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet, Sum

from inburgering.models import Inburgeraar
from leerroutes.enums import Aanwezigheid
from leerroutes.models import Deelname, Plaatsing, Taalkoppel, Urenregel
from leerroutes.prognose import WEEK

_LEEG: dict[str, Any] = {"aanwezig": None, "geoorloofd": None, "ongeoorloofd": None}


@dataclass(frozen=True, kw_only=True)
class Geplandregel:
    """Hours from the first day up to and including `tot_op`: the last day, or today.

    `gepland` is the hours per week for as many weeks, holidays and all, in whole hours; with a
    volunteer no hours are agreed, so both are None. `aanwezig` is what was followed, whether it
    counts or not.
    """

    waar: str
    wat: str
    van_op: date
    tot_op: date
    per_week: Decimal | None
    gepland: Decimal | None
    aanwezig: Decimal
    geoorloofd: Decimal
    ongeoorloofd: Decimal


def gepland(dossier: Inburgeraar, *, op: date) -> Sequence[Geplandregel]:
    """Nothing runs on after the dossier ended or came to rest."""
    einde = dossier.beeindigd_op or dossier.voltooid_op or dossier.opgeschort_op
    return list(_regels(dossier, min(op, einde or op)))


def _regels(dossier: Inburgeraar, tot: date) -> Iterator[Geplandregel]:
    begonnen = {"inburgeraar": dossier, "start_op__lte": tot}
    gevolgd = _gevolgd(dossier)
    for les in Deelname.objects.filter(**begonnen).select_related("aanbieder"):
        wat = les.get_lessoort_display()
        yield _regel(les, les.aanbieder.naam, wat, gevolgd.get((les.pk, None, None), _LEEG), tot)
    plaatsingen = Plaatsing.objects.filter(**begonnen)
    for rij in plaatsingen.select_related("plek", "vacature__werkgever"):
        yield _regel(rij, rij.waar, "Meedoen", gevolgd.get((None, rij.pk, None), _LEEG), tot)
    for koppel in Taalkoppel.objects.filter(**begonnen).select_related("vrijwilliger"):
        wie = koppel.vrijwilliger
        sommen = gevolgd.get((None, None, koppel.pk), _LEEG)
        yield _regel(koppel, wie.naam, str(wie.get_soort_display()), sommen, tot)


_Bron = tuple[int | None, int | None, int | None]


def _gevolgd(dossier: Inburgeraar) -> dict[_Bron, dict[str, Any]]:
    """By lessons, placement or pair, the sums per attendance."""
    regels: QuerySet[Urenregel] = Urenregel.objects.filter(inburgeraar=dossier)
    sommen = {
        soort.value: Sum("uren", filter=Q(aanwezigheid=soort.value)) for soort in Aanwezigheid
    }
    bronnen = ("deelname_id", "plaatsing_id", "taalkoppel_id")
    rijen = regels.order_by().values_list(*bronnen).annotate(**sommen)
    return {
        (les, plaatsing, koppel): dict(zip(sommen, uren, strict=True))
        for les, plaatsing, koppel, *uren in rijen
    }


def uren_per(dossier: Inburgeraar, bron: str) -> dict[int, Decimal]:
    """Attended hours by the source of that name: a placement, a pair."""
    regels: QuerySet[Urenregel] = Urenregel.objects.filter(
        inburgeraar=dossier, aanwezigheid=Aanwezigheid.AANWEZIG
    )
    per_bron = regels.exclude(**{bron: None}).order_by().values_list(bron)
    return dict(per_bron.annotate(uren=Sum("uren")))


def _regel(
    bron: Deelname | Plaatsing | Taalkoppel,
    waar: str,
    wat: str,
    sommen: dict[str, Any],
    tot: date,
) -> Geplandregel:
    assert bron.start_op is not None  # it began
    laatste = min(bron.eind_op or tot, tot)
    dagen = (laatste - bron.start_op).days + 1
    per_week: Decimal | None = getattr(bron, "uren_per_week", None)
    return Geplandregel(
        waar=waar,
        wat=wat,
        van_op=bron.start_op,
        tot_op=laatste,
        per_week=per_week,
        gepland=None if per_week is None else round(per_week * dagen / WEEK, 0),
        **{naam: uren or Decimal(0) for naam, uren in sommen.items()},
    )

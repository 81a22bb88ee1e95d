"""What is short and not solved, which payments failed, and what was asked for: over all months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.db.models import Exists, OuterRef, QuerySet

from ontzorgen.enums import BetalingSoort
from ontzorgen.models import Betaalverzoek, Betaling, Tekort, Tekortoplossing
from ontzorgen.models.betaling import MISLUKT, LastRij
from wet.geld import NIETS

_R = TypeVar("_R", bound=LastRij)
Dossiers = Collection[int] | None
_DOSSIER = "last__uitkering__inburgeraar"


@dataclass(frozen=True, kw_only=True)
class OpenTekort:
    """The last word of the batches on a cost and month; `open` is what is still short.

    Without an amount (`GEEN_BEDRAG`) it is open at nothing: nobody knows how much.
    """

    tekort: Tekort
    open: Decimal


def open_tekorten(dossiers: Dossiers = None) -> Sequence[OpenTekort]:
    """Not solved, and not paid since: by the term of a later batch, or asked for apart."""
    opgelost = Tekortoplossing.objects.filter(last=OuterRef("last"), maand=OuterRef("maand"))
    heel_betaald = Betaling.objects.filter(
        last=OuterRef("last"),
        maand=OuterRef("maand"),
        soort=BetalingSoort.TERMIJN,
        tekort_bedrag=NIETS,
    )
    rijen = _van(Tekort.objects.all(), dossiers).filter(~Exists(opgelost), ~Exists(heel_betaald))
    laatste = {
        (tekort.last_id, tekort.maand): tekort
        for tekort in rijen.select_related("last__uitkering", "last__crediteur", "batch").order_by(
            "batch__maand", "batch__nummer", "pk"
        )
    }
    gegeven = _daarna_gegeven(laatste)
    regels = [
        OpenTekort(tekort=tekort, open=max(tekort.bedrag - gegeven[sleutel], NIETS))
        for sleutel, tekort in laatste.items()
        if not tekort.bedrag or tekort.bedrag > gegeven[sleutel]
    ]
    return sorted(regels, key=lambda regel: (regel.tekort.maand, regel.tekort.last_id))


def mislukt(dossiers: Dossiers = None) -> QuerySet[Betaling]:
    """Refused or come back, and nobody said yet what happens with it."""
    return _van(
        Betaling.objects.filter(
            status__in=MISLUKT, niet_herstellen_reden="", hersteld_door=None
        ).order_by("maand", "pk"),
        dossiers,
    )


def _daarna_gegeven(sleutels: Iterable[tuple[int, date]]) -> dict[tuple[int, date], Decimal]:
    """Beside the terms, of these costs and months: paid or under way, and asked for."""
    last_ids = {last_id for last_id, _maand in sleutels}
    gegeven: dict[tuple[int, date], Decimal] = defaultdict(lambda: NIETS)
    if not last_ids:
        return gegeven
    betaald = Betaling.objects.filter(last__in=last_ids).exclude(soort=BetalingSoort.TERMIJN)
    gevraagd = Betaalverzoek.objects.filter(
        last__in=last_ids, ingetrokken_op=None, betaling=None, herstelt=None
    )
    for rijen in (betaald.exclude(status__in=MISLUKT).filter(verzoek__herstelt=None), gevraagd):
        for last_id, maand, bedrag in rijen.values_list("last_id", "maand", "bedrag"):
            gegeven[last_id, maand] += bedrag
    return gegeven


def _van(rijen: QuerySet[_R], dossiers: Dossiers) -> QuerySet[_R]:
    return rijen if dossiers is None else rijen.filter(**{f"{_DOSSIER}__in": dossiers})

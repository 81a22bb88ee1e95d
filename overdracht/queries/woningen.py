"""Free homes, and how well each fits a household."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from medewerkers.models import Medewerker
from overdracht.models import HuisvestingStatus, Overdracht, Woning, WoningStatus
from overdracht.queries.standen import standen
from overdracht.queries.zicht import gezinsnaam, zichtbare_personen

_OPEN = (WoningStatus.VRIJ, WoningStatus.TOEGEWEZEN)


@dataclass(frozen=True)
class Woningregel:
    """A home on the list; `gezin` is who it is kept for, as far as it may be seen."""

    woning: Woning
    gezin: str
    overdracht_id: int | None


@dataclass(frozen=True)
class Passing:
    """A free home for this household; `mist` says in words what does not fit."""

    woning: Woning
    mist: tuple[str, ...]

    @property
    def past(self) -> bool:
        return not self.mist


def woninglijst(*, voor: Medewerker) -> list[Woningregel]:
    """What is free or kept for a household, the free ones first."""
    woningen = list(Woning.objects.filter(status__in=_OPEN).order_by("-status", "sleutel_op", "pk"))
    rijen = standen(
        Overdracht.objects.filter(
            huisvestingen__woning__in=[w.pk for w in woningen],
        ).distinct()
    )
    zichtbaar = zichtbare_personen(rijen, voor)
    bij = {
        huis.woning_id: stand
        for stand in rijen
        for huis in stand.huisvestingen
        if huis.woning_id and huis.status != HuisvestingStatus.GEWEIGERD
    }
    return [
        Woningregel(
            woning=woning,
            gezin=gezinsnaam(bij[woning.pk], zichtbaar) if woning.pk in bij else "",
            overdracht_id=bij[woning.pk].overdracht.pk if woning.pk in bij else None,
        )
        for woning in woningen
    ]


def passende_woningen(overdracht: Overdracht) -> list[Passing]:
    """The free homes: what fits first, lasting before temporary, then the earliest key."""
    vrij = Woning.objects.filter(status=WoningStatus.VRIJ)
    passingen = [Passing(woning, tuple(_mist(overdracht, woning))) for woning in vrij]
    return sorted(
        passingen,
        key=lambda p: (len(p.mist), p.woning.tijdelijk, p.woning.sleutel_op or date.max),
    )


def _mist(overdracht: Overdracht, woning: Woning) -> list[str]:
    mist = []
    if overdracht.kamers and (woning.kamers or 0) < overdracht.kamers:
        heeft = f"{woning.kamers} slaapkamers" if woning.kamers else "aantal kamers onbekend"
        mist.append(f"{heeft}, nodig: {overdracht.kamers}")
    if overdracht.begane_grond and not (woning.begane_grond or woning.rolstoel):
        mist.append("niet op de begane grond")
    if overdracht.rolstoel and not woning.rolstoel:
        mist.append("niet rolstoelgeschikt")
    return mist

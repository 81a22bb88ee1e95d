"""The homes that corporations offer: put on the list, kept for a household, given back."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.policies import check_reden
from medewerkers.models import Medewerker
from overdracht.models import Huisvesting, HuisvestingStatus, Woning, WoningStatus
from overdracht.policies.woning import check_woning_vervalt, check_woning_vrij


@dataclass(frozen=True, kw_only=True)
class WoningGegevens:
    """A home as the corporation offers it; `kamers` are bedrooms."""

    straat: str
    huisnummer: str
    postcode: str
    plaats: str
    corporatie: str = ""
    kamers: int | None = None
    begane_grond: bool = False
    rolstoel: bool = False
    tijdelijk: bool = False
    sleutel_op: date | None = None


def woning_aanbieden(*, gegevens: WoningGegevens, door: Medewerker, nu: datetime) -> Woning:
    """Put a home on the list of free homes."""
    with handeling(door=door, nu=nu) as act:
        woning = Woning(aangeboden_op=act.op, **asdict(gegevens))
        try:
            with transaction.atomic():
                woning.save()
        except IntegrityError as fout:
            raise Geweigerd("Deze woning staat al op de lijst.", veld="huisnummer") from fout
    return woning


def woning_wijzigen(
    *,
    woning_id: int,
    versie: int | None,
    gegevens: WoningGegevens,
    door: Medewerker,
    nu: datetime,
) -> Woning:
    """Correct a home that is still free."""
    with handeling(door=door, nu=nu) as act:
        woning = act.vergrendel(Woning, woning_id, versie=versie)
        check_woning_vrij(woning)
        for veld, waarde in asdict(gegevens).items():
            setattr(woning, veld, waarde)
        try:
            with transaction.atomic():
                woning.save()
        except IntegrityError as fout:
            raise Geweigerd("Deze woning staat al op de lijst.", veld="huisnummer") from fout
    return woning


def woning_vervalt(*, woning_id: int, reden: str, door: Medewerker, nu: datetime) -> Woning:
    """The corporation takes the offer back."""
    with handeling(door=door, nu=nu, reden=reden) as act:
        woning = act.vergrendel(Woning, woning_id)
        check_woning_vervalt(woning)
        check_reden(reden)
        woning.laten_vervallen(reden=reden)
        woning.save()
    return woning


def woning_houden(act: Handeling, woning_id: int) -> Woning:
    """Lock a free home for one household. Raises Geweigerd when another was first."""
    woning = act.vergrendel(Woning, woning_id)
    check_woning_vrij(woning)
    woning.toewijzen()
    woning.save()
    return woning


def woning_terug(act: Handeling, huis: Huisvesting) -> None:
    """The home of a search that did not end in it is free for others."""
    if huis.woning_id is not None:
        woning = act.vergrendel(Woning, huis.woning_id)
        if woning.status == WoningStatus.TOEGEWEZEN:
            woning.vrijgeven()
            woning.save()


def woning_komt_vrij(act: Handeling, huis: Huisvesting, *, reden: str) -> None:
    """The household does not come: what was assigned to it is not its home after all."""
    if huis.status in (HuisvestingStatus.GEZOCHT, HuisvestingStatus.VERHUISD):
        return
    rij = act.vergrendel(Huisvesting, huis.pk)
    rij.intrekken(op=act.op, reden=reden[:200])
    rij.save()
    woning_terug(act, rij)

"""Places to take part: added, changed, stopped, used again."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from leerroutes.enums import PlekSoort
from leerroutes.models import Participatieplek
from leerroutes.policies.plekken import (
    check_capaciteit,
    check_plek_hervatten,
    check_plek_stoppen_op,
)
from leerroutes.queries.bezetting import bezet_op_plek
from medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class PlekGegevens:
    """`capaciteit`: for how many people at once; None is no limit."""

    naam: str
    soort: PlekSoort
    organisatie: str = ""
    plaats: str = ""
    wat: str = ""
    contactpersoon: str = ""
    telefoon: str = ""
    email: str = ""
    capaciteit: int | None = None


def plek_toevoegen(*, gegevens: PlekGegevens, door: Medewerker, nu: datetime) -> Participatieplek:
    with handeling(door=door, nu=nu):
        check_capaciteit(gegevens.capaciteit, bezet=0)
        plek = Participatieplek(**asdict(gegevens))
        _bewaar(plek)
    return plek


def plek_wijzigen(
    *,
    plek_id: int,
    versie: int | None,
    gegevens: PlekGegevens,
    door: Medewerker,
    nu: datetime,
) -> Participatieplek:
    """The room for people does not shrink below who are there."""
    with handeling(door=door, nu=nu) as act:
        plek = act.vergrendel(Participatieplek, plek_id, versie=versie)
        check_capaciteit(gegevens.capaciteit, bezet=bezet_op_plek(plek.pk))
        for veld, waarde in asdict(gegevens).items():
            setattr(plek, veld, waarde)
        _bewaar(plek)
    return plek


def plek_stoppen(
    *, plek_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Participatieplek:
    """No longer used from `op`; nobody is there any more."""
    with handeling(door=door, nu=nu) as act:
        plek = act.vergrendel(Participatieplek, plek_id, versie=versie)
        check_plek_stoppen_op(plek, bezet=bezet_op_plek(plek.pk), op=op, vandaag=act.op)
        plek.gestopt_op = op
        plek.save()
    return plek


def plek_hervatten(
    *, plek_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> Participatieplek:
    with handeling(door=door, nu=nu) as act:
        plek = act.vergrendel(Participatieplek, plek_id, versie=versie)
        check_plek_hervatten(plek)
        plek.gestopt_op = None
        plek.save()
    return plek


def _bewaar(plek: Participatieplek) -> None:
    try:
        with transaction.atomic():
            plek.save()
    except IntegrityError as fout:
        raise Geweigerd("Er is al een plek met deze naam.", veld="naam") from fout

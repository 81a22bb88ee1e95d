"""Employers and their vacancies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import IntegrityError, transaction

from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from leerroutes.models import Vacature, Werkgever
from leerroutes.policies.plekken import (
    check_vacature_heropenen,
    check_vacature_laten_vervallen,
    check_vacature_open,
    check_vacature_openen,
    check_vacature_vervullen,
    check_werkgever_actief,
    check_werkgever_hervatten,
    check_werkgever_stoppen_op,
)
from leerroutes.queries.bezetting import (
    aangemeld_op_vacature,
    bezet_bij_werkgever,
    bezet_op_vacature,
    open_vacatures_van,
)
from medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class WerkgeverGegevens:
    naam: str
    branche: str = ""
    plaats: str = ""
    contactpersoon: str = ""
    telefoon: str = ""
    email: str = ""
    opmerking: str = ""


@dataclass(frozen=True, kw_only=True)
class VacatureGegevens:
    """`plaatsen`: for how many people."""

    functie: str
    uren_per_week: Decimal
    plaatsen: int = 1
    eisen: str = ""


def werkgever_toevoegen(
    *, gegevens: WerkgeverGegevens, door: Medewerker, nu: datetime
) -> Werkgever:
    with handeling(door=door, nu=nu):
        werkgever = Werkgever(**asdict(gegevens))
        _bewaar(werkgever)
    return werkgever


def werkgever_wijzigen(
    *,
    werkgever_id: int,
    versie: int | None,
    gegevens: WerkgeverGegevens,
    door: Medewerker,
    nu: datetime,
) -> Werkgever:
    with handeling(door=door, nu=nu) as act:
        werkgever = act.vergrendel(Werkgever, werkgever_id, versie=versie)
        for veld, waarde in asdict(gegevens).items():
            setattr(werkgever, veld, waarde)
        _bewaar(werkgever)
    return werkgever


def werkgever_stoppen(
    *,
    werkgever_id: int,
    versie: int | None,
    op: date,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> Werkgever:
    """Nobody goes there any more from `op`; what was there stays to be seen."""
    with handeling(door=door, nu=nu, reden=reden) as act:
        werkgever = act.vergrendel(Werkgever, werkgever_id, versie=versie)
        check_werkgever_stoppen_op(
            werkgever,
            open_vacatures=open_vacatures_van(werkgever_id),
            daar=bezet_bij_werkgever(werkgever_id),
            op=op,
            reden=reden,
            vandaag=act.op,
        )
        werkgever.gestopt_op = op
        werkgever.save()
    return werkgever


def werkgever_hervatten(
    *, werkgever_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Werkgever:
    """Has work again, or never stopped; the vacancies of before stay closed."""
    with handeling(door=door, nu=nu, reden=reden) as act:
        werkgever = act.vergrendel(Werkgever, werkgever_id, versie=versie)
        check_werkgever_hervatten(werkgever, reden=reden)
        werkgever.gestopt_op = None
        werkgever.save()
    return werkgever


def vacature_openen(
    *, werkgever_id: int, gegevens: VacatureGegevens, door: Medewerker, nu: datetime
) -> Vacature:
    with handeling(door=door, nu=nu) as act:
        werkgever = act.vergrendel(Werkgever, werkgever_id)
        check_werkgever_actief(werkgever)
        check_vacature_openen(plaatsen=gegevens.plaatsen, uren_per_week=gegevens.uren_per_week)
        vacature = Vacature(werkgever=werkgever, open_op=act.op, **asdict(gegevens))
        vacature.save()
    return vacature


def vacature_wijzigen(
    *,
    vacature_id: int,
    versie: int | None,
    gegevens: VacatureGegevens,
    door: Medewerker,
    nu: datetime,
) -> Vacature:
    with _vacaturehandeling(vacature_id, versie=versie, door=door, nu=nu) as (_act, vacature):
        check_vacature_open(vacature)
        check_vacature_openen(
            plaatsen=gegevens.plaatsen,
            uren_per_week=gegevens.uren_per_week,
            bezet=bezet_op_vacature(vacature.pk),
        )
        for veld, waarde in asdict(gegevens).items():
            setattr(vacature, veld, waarde)
        vacature.save()
    return vacature


def vacature_vervullen(
    *, vacature_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> Vacature:
    """By people of ours, or by somebody else: nobody is put forward for it any more."""
    with _vacaturehandeling(vacature_id, versie=versie, door=door, nu=nu) as (act, vacature):
        check_vacature_vervullen(vacature)
        vacature.vervullen(op=act.op)
        vacature.save()
    return vacature


def vacature_laten_vervallen(
    *, vacature_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> Vacature:
    with _vacaturehandeling(vacature_id, versie=versie, door=door, nu=nu) as (act, vacature):
        check_vacature_laten_vervallen(vacature, aangemeld=aangemeld_op_vacature(vacature.pk))
        vacature.laten_vervallen(op=act.op)
        vacature.save()
    return vacature


def vacature_heropenen(
    *, vacature_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> Vacature:
    with _vacaturehandeling(vacature_id, versie=versie, door=door, nu=nu) as (act, vacature):
        vacature.werkgever = act.vergrendel(Werkgever, vacature.werkgever_id)
        check_vacature_heropenen(vacature)
        vacature.heropenen()
        vacature.save()
    return vacature


@contextmanager
def _vacaturehandeling(
    vacature_id: int, *, versie: int | None, door: Medewerker, nu: datetime
) -> Iterator[tuple[Handeling, Vacature]]:
    with handeling(door=door, nu=nu) as act:
        yield act, act.vergrendel(Vacature, vacature_id, versie=versie)


def _bewaar(werkgever: Werkgever) -> None:
    try:
        with transaction.atomic():
            werkgever.save()
    except IntegrityError as fout:
        raise Geweigerd("Er is al een werkgever met deze naam.", veld="naam") from fout

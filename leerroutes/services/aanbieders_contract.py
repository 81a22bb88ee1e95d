"""What was agreed with a provider: contracts, prices and the talks about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from inburgering.handelingen import handeling
from leerroutes.enums import TariefEenheid
from leerroutes.models import Aanbieder, Contract, Contractgesprek, Tarief
from leerroutes.policies.aanbieders import (
    check_contract,
    check_gesprek,
    check_in_gebruik,
    check_tarief,
)
from medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class ContractGegevens:
    """`eind_op` is inclusive. `capaciteit` is people at once, None without a limit."""

    naam: str
    start_op: date
    eind_op: date | None = None
    opzeggen_voor_op: date | None = None
    kenmerk: str = ""
    perceel: str = ""
    regionaal: bool = False
    penvoerder: str = ""
    gemeenten: int | None = None
    capaciteit: int | None = None
    weken_tot_start: int | None = None


@dataclass(frozen=True, kw_only=True)
class TariefGegevens:
    """`bedrag` in euro without VAT; `eind_op` is inclusive."""

    onderdeel: str
    eenheid: TariefEenheid
    bedrag: Decimal
    start_op: date
    eind_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class ContractgesprekGegevens:
    op: date
    verslag: str
    met: str = ""
    afspraken: str = ""
    volgend_op: date | None = None


# --- Contracts ---------------------------------------------------------------------------------
def contract_toevoegen(
    *, aanbieder_id: int, gegevens: ContractGegevens, door: Medewerker, nu: datetime
) -> Contract:
    with handeling(door=door, nu=nu) as act:
        aanbieder = act.vergrendel(Aanbieder, aanbieder_id)
        check_in_gebruik(aanbieder)
        return _bewaar_contract(Contract(aanbieder=aanbieder), gegevens)


def contract_wijzigen(
    *,
    contract_id: int,
    versie: int | None,
    gegevens: ContractGegevens,
    door: Medewerker,
    nu: datetime,
) -> Contract:
    with handeling(door=door, nu=nu) as act:
        return _bewaar_contract(act.vergrendel(Contract, contract_id, versie=versie), gegevens)


def _bewaar_contract(rij: Contract, gegevens: ContractGegevens) -> Contract:
    for naam, waarde in asdict(gegevens).items():
        setattr(rij, naam, waarde)
    check_contract(rij)
    rij.save()
    return rij


# --- Prices ------------------------------------------------------------------------------------
def tarief_toevoegen(
    *, contract_id: int, gegevens: TariefGegevens, door: Medewerker, nu: datetime
) -> Tarief:
    with handeling(door=door, nu=nu) as act:
        contract = act.vergrendel(Contract, contract_id)
        return _bewaar_tarief(Tarief(contract=contract), gegevens)


def tarief_wijzigen(
    *,
    tarief_id: int,
    versie: int | None,
    gegevens: TariefGegevens,
    door: Medewerker,
    nu: datetime,
) -> Tarief:
    """To put right what was typed; a new price begins with a new row."""
    with handeling(door=door, nu=nu) as act:
        return _bewaar_tarief(act.vergrendel(Tarief, tarief_id, versie=versie), gegevens)


def _bewaar_tarief(rij: Tarief, gegevens: TariefGegevens) -> Tarief:
    for naam, waarde in asdict(gegevens).items():
        setattr(rij, naam, waarde)
    zelfde = Tarief.objects.filter(contract=rij.contract_id, onderdeel__iexact=rij.onderdeel)
    check_tarief(rij, zelfde.exclude(pk=rij.pk))
    rij.save()
    return rij


# --- Talks -------------------------------------------------------------------------------------
def contractgesprek_vastleggen(
    *, aanbieder_id: int, gegevens: ContractgesprekGegevens, door: Medewerker, nu: datetime
) -> Contractgesprek:
    with handeling(door=door, nu=nu) as act:
        check_gesprek(gehouden_op=gegevens.op, volgend_op=gegevens.volgend_op, op=act.op)
        rij = Contractgesprek(aanbieder_id=aanbieder_id, door=door, **asdict(gegevens))
        rij.save()
    return rij


def contractgesprek_wijzigen(
    *,
    gesprek_id: int,
    versie: int | None,
    gegevens: ContractgesprekGegevens,
    door: Medewerker,
    nu: datetime,
) -> Contractgesprek:
    with handeling(door=door, nu=nu) as act:
        rij = act.vergrendel(Contractgesprek, gesprek_id, versie=versie)
        check_gesprek(gehouden_op=gegevens.op, volgend_op=gegevens.volgend_op, op=act.op)
        for naam, waarde in asdict(gegevens).items():
            setattr(rij, naam, waarde)
        rij.save()
    return rij

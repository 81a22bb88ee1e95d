"""Providers and their marks, as the municipality keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from inburgering.handelingen import Handeling, handeling
from leerroutes.enums import KeurmerkSoort
from leerroutes.models import Aanbieder, Deelname, Keurmerk
from leerroutes.policies.aanbieders import (
    check_hervatten,
    check_in_gebruik,
    check_keurmerk,
    check_stoppen,
    check_vastleggen,
    check_verlengen,
)
from leerroutes.queries.scholen import lopende_lessen
from leerroutes.services.erkenning import erkenning_bijwerken
from medewerkers.models import Medewerker, Partnerorganisatie


@dataclass(frozen=True, kw_only=True)
class AanbiederGegevens:
    naam: str
    soorten: Sequence[str]
    instellingsnummer: str = ""
    plaats: str = ""
    contactpersoon: str = ""
    telefoon: str = ""
    email: str = ""
    website: str = ""
    partner: Partnerorganisatie | None = None


@dataclass(frozen=True, kw_only=True)
class KeurmerkGegevens:
    """`eind_op` is inclusive; None while no end is known."""

    soort: KeurmerkSoort
    start_op: date
    eind_op: date | None = None
    nummer: str = ""
    gecontroleerd_op: date | None = None


# --- Providers ---------------------------------------------------------------------------------
def aanbieder_toevoegen(
    *, gegevens: AanbiederGegevens, door: Medewerker, nu: datetime
) -> Aanbieder:
    with handeling(door=door, nu=nu):
        return _bewaar(Aanbieder(), gegevens)


def aanbieder_wijzigen(
    *,
    aanbieder_id: int,
    versie: int | None,
    gegevens: AanbiederGegevens,
    door: Medewerker,
    nu: datetime,
) -> Aanbieder:
    with handeling(door=door, nu=nu) as act:
        return _bewaar(act.vergrendel(Aanbieder, aanbieder_id, versie=versie), gegevens)


def _bewaar(rij: Aanbieder, gegevens: AanbiederGegevens) -> Aanbieder:
    for naam, waarde in vars(gegevens).items():
        setattr(rij, naam, waarde)
    rij.soorten = list(gegevens.soorten)
    anderen = Aanbieder.objects.exclude(pk=rij.pk)
    van = anderen.filter(partner=gegevens.partner).first() if gegevens.partner else None
    check_vastleggen(
        rij,
        naam_bezet=anderen.filter(naam__iexact=gegevens.naam).exists(),
        partner_van=van.naam if van else "",
    )
    rij.save()
    return rij


def aanbieder_stoppen(
    *, aanbieder_id: int, versie: int | None, gestopt_op: date, door: Medewerker, nu: datetime
) -> Aanbieder:
    """Not used any more from that day; what was recorded stays."""
    with handeling(door=door, nu=nu) as act:
        rij = act.vergrendel(Aanbieder, aanbieder_id, versie=versie)
        check_stoppen(rij, in_les=lopende_lessen().filter(aanbieder=rij).count())
        rij.gestopt_op = gestopt_op
        rij.save()
    return rij


def aanbieder_hervatten(*, aanbieder_id: int, door: Medewerker, nu: datetime) -> Aanbieder:
    with handeling(door=door, nu=nu) as act:
        rij = act.vergrendel(Aanbieder, aanbieder_id)
        check_hervatten(rij)
        rij.gestopt_op = None
        rij.save()
    return rij


# --- Marks -------------------------------------------------------------------------------------
def keurmerk_toevoegen(
    *, aanbieder_id: int, gegevens: KeurmerkGegevens, door: Medewerker, nu: datetime
) -> Keurmerk:
    with handeling(door=door, nu=nu, dossiers=_met_les(aanbieder_id)) as act:
        aanbieder = act.vergrendel(Aanbieder, aanbieder_id)
        check_in_gebruik(aanbieder)
        return _bewaar_keurmerk(act, Keurmerk(aanbieder=aanbieder), gegevens)


def keurmerk_wijzigen(
    *,
    keurmerk_id: int,
    versie: int | None,
    gegevens: KeurmerkGegevens,
    door: Medewerker,
    nu: datetime,
) -> Keurmerk:
    school = Keurmerk.objects.get(pk=keurmerk_id).aanbieder_id
    with handeling(door=door, nu=nu, dossiers=_met_les(school)) as act:
        rij = act.vergrendel(Keurmerk, keurmerk_id, versie=versie)
        return _bewaar_keurmerk(act, rij, gegevens)


def keurmerk_verlengen(
    *,
    keurmerk_id: int,
    versie: int | None,
    eind_op: date,
    gecontroleerd_op: date | None,
    door: Medewerker,
    nu: datetime,
) -> Keurmerk:
    """The same mark goes on until and including `eind_op`."""
    school = Keurmerk.objects.get(pk=keurmerk_id).aanbieder_id
    with handeling(door=door, nu=nu, dossiers=_met_les(school)) as act:
        rij = act.vergrendel(Keurmerk, keurmerk_id, versie=versie)
        check_verlengen(rij, tot=eind_op)
        nieuw = KeurmerkGegevens(
            soort=KeurmerkSoort(rij.soort),
            start_op=rij.start_op,
            eind_op=eind_op,
            nummer=rij.nummer,
            gecontroleerd_op=gecontroleerd_op or rij.gecontroleerd_op,
        )
        return _bewaar_keurmerk(act, rij, nieuw)


def _bewaar_keurmerk(act: Handeling, rij: Keurmerk, gegevens: KeurmerkGegevens) -> Keurmerk:
    """What the school taught in the meantime is judged again."""
    for naam, waarde in asdict(gegevens).items():
        setattr(rij, naam, waarde)
    anderen = Keurmerk.objects.filter(aanbieder=rij.aanbieder_id, soort=rij.soort)
    check_keurmerk(rij, anderen.exclude(pk=rij.pk), op=act.op)
    rij.save()
    erkenning_bijwerken(act, aanbieder_id=rij.aanbieder_id)
    return rij


def _met_les(aanbieder_id: int) -> list[int]:
    """Whose lessons may count, or not any more: their dossiers are locked before the mark is."""
    rijen = Deelname.objects.filter(aanbieder=aanbieder_id)
    return list(rijen.values_list("inburgeraar", flat=True))

"""The moves a partner organisation helps with: who, where, when, and what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from inburgering.enums import Gezinsrol
from medewerkers.models import Medewerker
from overdracht.models import Overdracht, OverdrachtStatus
from overdracht.queries.standen import Lid, Stand, standen
from overdracht.queries.zicht import gezinsnaam, zichtbare_personen

NET_VERHUISD_DAGEN = 30


@dataclass(frozen=True)
class Verhuizing:
    """A household on its way to a home, as the partner sees it. Nothing of money or health."""

    naam: str
    dossiernummer: str
    leden: tuple[str, ...]
    adres: str
    sleutel_op: date | None
    verhuisd_op: date | None
    aangemeld_op: date | None
    afspraken_verhuizing: str
    afspraken_inschrijving: str


def verhuizingen(*, voor: Medewerker, op: date) -> list[Verhuizing]:
    """Households assigned to this organisation that move, or moved in the last month."""
    if voor.partnerorganisatie_id is None:
        return []
    rijen = standen(
        Overdracht.objects.zichtbaar_voor(voor)
        .filter(partner=voor.partnerorganisatie_id)
        .exclude(status=OverdrachtStatus.INGETROKKEN)
        .exclude(
            status=OverdrachtStatus.AFGEROND,
            afgerond_op__lt=op - timedelta(days=NET_VERHUISD_DAGEN),
        )
    )
    zichtbaar = zichtbare_personen(rijen, voor)
    regels = [_verhuizing(stand, zichtbaar, op) for stand in rijen]
    return sorted(regels, key=lambda regel: regel.sleutel_op or date.max)


def _verhuizing(stand: Stand, zichtbaar: set[int], op: date) -> Verhuizing:
    woning = stand.bewoond or stand.woning
    eigen = next((d for d in stand.dossiers if d.persoon_id in zichtbaar), None)
    return Verhuizing(
        naam=gezinsnaam(stand, zichtbaar),
        dossiernummer=eigen.dossiernummer if eigen else "",
        leden=tuple(_lid(lid, op) for lid in stand.leden if lid.persoon.pk in zichtbaar),
        adres=woning.adres,
        sleutel_op=woning.sleutel_op or woning.huur_vanaf,
        verhuisd_op=woning.verhuisd_op,
        aangemeld_op=stand.overdracht.begeleiding_op,
        afspraken_verhuizing=woning.afspraken_verhuizing,
        afspraken_inschrijving=woning.afspraken_inschrijving,
    )


def _lid(lid: Lid, op: date) -> str:
    """A child with its age: a school and a bed are arranged by it."""
    if lid.rol != Gezinsrol.KIND:
        return lid.persoon.volledige_naam
    return f"{lid.persoon.volledige_naam} ({lid.persoon.geboortedatum.leeftijd_op(op)} jaar)"

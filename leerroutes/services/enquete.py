"""A short survey without names: made by who keeps contracts, answered by who has its code."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.urls import reverse

from inburgering.datums import lokale_datum
from inburgering.handelingen import handeling
from leerroutes.enums import Fase
from leerroutes.models import Aanbieder, Enquete, Ervaring
from leerroutes.policies.aanbieders import check_in_gebruik
from leerroutes.policies.enquete import (
    check_antwoord,
    check_enquete_maken,
    check_enquete_niet_voorbij,
    check_enquete_open,
    check_enquete_periode,
    check_niet_te_veel,
)
from medewerkers.models import Medewerker

# Without what is easily mistaken for something else: the code is typed over from paper
_TEKENS = "abcdefghjkmnpqrstuvwxyz23456789"
_LENGTE = 12
_UUR_SECONDEN = 3600


@dataclass(frozen=True, kw_only=True)
class Antwoord:
    """One to five for each question, None when it was passed over."""

    taal: str
    les: int | None = None
    docent: int | None = None
    begeleiding: int | None = None
    tempo: int | None = None
    opmerking: str = ""

    @property
    def cijfers(self) -> dict[str, int | None]:
        return {vraag: getattr(self, vraag) for vraag in ("les", "docent", "begeleiding", "tempo")}


def adres_van(enquete: Enquete) -> str:
    """Where it is answered: what stands on the card."""
    return f"{settings.SITE_URL.rstrip('/')}{reverse('ervaring', args=[enquete.code])}"


def enquete_maken(
    *,
    aanbieder_id: int,
    fase: Fase,
    start_op: date,
    eind_op: date,
    door: Medewerker,
    nu: datetime,
) -> Enquete:
    """Open from `start_op` up to and including `eind_op`."""
    with handeling(door=door, nu=nu) as act:
        aanbieder = act.vergrendel(Aanbieder, aanbieder_id)
        check_in_gebruik(aanbieder)
        rij = Enquete(aanbieder=aanbieder, fase=fase, start_op=start_op, eind_op=eind_op)
        zelfde = Enquete.objects.filter(aanbieder=aanbieder, fase=fase)
        check_enquete_maken(rij, zelfde, op=act.op)
        rij.code = "".join(secrets.choice(_TEKENS) for _ in range(_LENGTE))
        rij.save()
    return rij


def enquete_verlengen(
    *, enquete_id: int, versie: int | None, eind_op: date, door: Medewerker, nu: datetime
) -> Enquete:
    """Another last day (inclusive), as long as it has not closed."""
    with handeling(door=door, nu=nu) as act:
        rij = act.vergrendel(Enquete, enquete_id, versie=versie)
        check_enquete_niet_voorbij(rij, op=act.op)
        rij.eind_op = eind_op
        check_enquete_periode(rij, op=act.op)
        rij.save()
    return rij


def ervaring_insturen(*, enquete_id: int, antwoord: Antwoord, nu: datetime) -> Ervaring:
    """By anybody who has the code, and so with a limit per hour; raises TeVeelAntwoorden."""
    with transaction.atomic():
        rij = ervaring_geven(enquete_id=enquete_id, antwoord=antwoord, op=lokale_datum(nu))
        check_niet_te_veel(_tel_dit_uur(enquete_id, nu))
    return rij


def _tel_dit_uur(enquete_id: int, nu: datetime) -> int:
    """Counted by code, never by who or from where, and forgotten after the hour."""
    sleutel = f"enquete-{enquete_id}-{nu:%Y%m%d%H}"
    cache.add(sleutel, 0, timeout=_UUR_SECONDEN)
    return int(cache.incr(sleutel))


def ervaring_geven(*, enquete_id: int, antwoord: Antwoord, op: date) -> Ervaring:
    """By somebody without a name: nothing is kept of who, and of when only the quarter."""
    enquete = Enquete.objects.get(pk=enquete_id)
    check_enquete_open(enquete, op=op)
    check_antwoord(antwoord.cijfers, antwoord.opmerking)
    return Ervaring.objects.create(
        enquete=enquete,
        jaar=op.year,
        kwartaal=(op.month + 2) // 3,
        taal=antwoord.taal,
        opmerking=antwoord.opmerking,
        **antwoord.cijfers,
    )

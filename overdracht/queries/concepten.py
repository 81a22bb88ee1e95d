"""Handovers that are being typed: whose they are, and what is in them so far."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from inburgering.models import Concept
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht, rollen_met


@dataclass(frozen=True)
class Conceptregel:
    concept_id: int
    pad: str
    naam: str
    azc: str
    door: str
    bewaard_at: datetime
    eigen: bool


def concepten(*, voor: Medewerker) -> list[Conceptregel]:
    """Of everybody who may hand over, so that nothing waits for who is away; own ones first."""
    if not voor.heeft(Recht.OVERDRACHT_BEHEREN):
        return []
    rollen: list[Rol] = rollen_met(Recht.OVERDRACHT_BEHEREN)
    rijen = (
        Concept.objects.filter(
            Q(medewerker=voor) | Q(medewerker__groups__name__in=rollen),
            pad__startswith=reverse("overdracht-nieuw"),
        )
        .select_related("medewerker")
        .order_by("-bewaard_at")
        .distinct()
    )
    return sorted((_regel(rij, voor) for rij in rijen), key=lambda regel: not regel.eigen)


def vrije_plek(regels: Sequence[Conceptregel]) -> str:
    """The address of an empty form for a new handover: one person may have several drafts."""
    bezet = {regel.pad for regel in regels if regel.eigen}
    nieuw = reverse("overdracht-nieuw")
    paden = [nieuw, *(reverse("overdracht-nieuw-op", args=[n]) for n in range(2, len(bezet) + 3))]
    return next(pad for pad in paden if pad not in bezet)


def _regel(rij: Concept, voor: Medewerker) -> Conceptregel:
    velden = json.loads(rij.tekst)
    delen = [velden.get(f"personen-0-{veld}", [""])[0] for veld in ("achternaam", "voornamen")]
    return Conceptregel(
        concept_id=rij.pk,
        pad=rij.pad,
        naam=", ".join(filter(None, delen)) or "Nog geen naam",
        azc=velden.get("azc", [""])[0],
        door=rij.medewerker.naam,
        bewaard_at=rij.bewaard_at,
        eigen=rij.medewerker_id == voor.pk,
    )

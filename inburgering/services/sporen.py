"""Who looked, and what was still being typed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from inburgering.models import Concept, Inburgeraar, Raadpleging
from medewerkers.models import Medewerker

CONCEPT_DAGEN = 30
_NIET_BEWAREN = {"csrfmiddlewaretoken"}

Velden = dict[str, list[str]]


def raadplegen(
    *, dossier: Inburgeraar, onderdeel: str, medewerker: Medewerker, nu: datetime
) -> None:
    """Log that this part of the dossier was opened."""
    Raadpleging.objects.create(
        inburgeraar=dossier, medewerker=medewerker, onderdeel=onderdeel, at=nu
    )


def gezin_raadplegen(
    *, dossiers: Iterable[Inburgeraar], onderdeel: str, medewerker: Medewerker, nu: datetime
) -> None:
    """Log that a page about a whole household was opened, on the dossier of each."""
    Raadpleging._base_manager.bulk_create(  # append-only, so there is no history to go past
        Raadpleging(inburgeraar=dossier, medewerker=medewerker, onderdeel=onderdeel, at=nu)
        for dossier in dossiers
    )


def concept_bewaren(*, medewerker: Medewerker, pad: str, velden: Velden, nu: datetime) -> None:
    """Keep what was typed on this page until it is saved. Files are not kept."""
    te_bewaren = {naam: waarden for naam, waarden in velden.items() if naam not in _NIET_BEWAREN}
    concept = Concept(medewerker=medewerker, pad=pad[:300], bewaard_at=nu)
    concept.tekst = json.dumps(te_bewaren)
    Concept.objects.bulk_create(
        [concept],
        update_conflicts=True,
        unique_fields=["medewerker", "pad"],
        update_fields=["inhoud", "bewaard_at"],
    )


def concept_van(*, medewerker: Medewerker, pad: str) -> tuple[Velden, datetime] | None:
    """What this person was typing on this page, and when it was kept."""
    concept = Concept.objects.filter(medewerker=medewerker, pad=pad[:300]).first()
    return (json.loads(concept.tekst), concept.bewaard_at) if concept else None


def concept_weg(*, medewerker: Medewerker, pad: str) -> None:
    Concept.objects.filter(medewerker=medewerker, pad=pad[:300]).delete()


def concept_overnemen(
    *, concept_id: int, medewerker: Medewerker, pad: str, zonder: Collection[str] = ()
) -> None:
    """A colleague goes on with somebody's draft, on a page of their own.

    `zonder` names fields that are not theirs to read: these go.
    """
    concept = Concept.objects.get(pk=concept_id)
    velden = {naam: w for naam, w in json.loads(concept.tekst).items() if naam not in zonder}
    concept.tekst = json.dumps(velden)
    concept.medewerker, concept.pad = medewerker, pad
    concept.save()


def oude_concepten_weg(*, nu: datetime) -> int:
    """Drafts nobody came back to in a month."""
    return Concept.objects.filter(bewaard_at__lt=nu - timedelta(days=CONCEPT_DAGEN)).delete()[0]

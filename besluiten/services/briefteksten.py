"""The paragraphs a functional manager may rewrite."""

from __future__ import annotations

from datetime import datetime

from besluiten.models import Brieftekst
from besluiten.teksten import STANDAARD
from inburgering.handelingen import handeling
from medewerkers.models import Medewerker


def teksten() -> dict[str, str]:
    """Every paragraph by its key: the municipality's own words, else the standard ones."""
    eigen = dict(Brieftekst.objects.values_list("sleutel", "tekst"))
    return {sleutel: eigen.get(sleutel, tekst) for sleutel, (_titel, tekst) in STANDAARD.items()}


def briefteksten_aanvullen(*, door: Medewerker, nu: datetime) -> int:
    """A row with the standard words for each paragraph that has none; returns how many."""
    bekend = set(Brieftekst.objects.values_list("sleutel", flat=True))
    nieuw = [
        Brieftekst(sleutel=sleutel, titel=titel, tekst=tekst)
        for sleutel, (titel, tekst) in STANDAARD.items()
        if sleutel not in bekend
    ]
    with handeling(door=door, nu=nu):
        for rij in nieuw:
            rij.save()
    return len(nieuw)


def brieftekst_wijzigen(
    *, brieftekst_id: int, versie: int | None, tekst: str, door: Medewerker, nu: datetime
) -> Brieftekst:
    """New words for a paragraph, in letters made from now on."""
    with handeling(door=door, nu=nu) as act:
        rij = act.vergrendel(Brieftekst, brieftekst_id, versie=versie)
        rij.tekst = tekst
        rij.save()
    return rij

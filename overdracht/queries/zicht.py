"""Whose name a colleague may see on a page about a household."""

from __future__ import annotations

from collections.abc import Iterable

from inburgering.models import Persoon
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from overdracht.queries.standen import Stand

VERBORGEN = "Gesloten dossier"


def zichtbare_personen(rijen: Iterable[Stand], voor: Medewerker) -> set[int]:
    """The people whose names may be shown.

    A household in which nobody has a dossier is open to who sees the housing: there is no dossier
    that could be closed to them.
    """
    standen = list(rijen)
    personen = [lid.persoon.pk for stand in standen for lid in (*stand.leden, *stand.afgevallen)]
    zichtbaar = Persoon.objects.zichtbaar_voor(voor).filter(pk__in=personen)
    gevonden = set(zichtbaar.values_list("pk", flat=True))
    if voor.heeft(Recht.DOSSIERS_TEAM) or voor.heeft(Recht.DOSSIERS_HUISVESTING):
        gevonden |= {
            lid.persoon.pk
            for stand in standen
            for lid in (*stand.leden, *stand.afgevallen)
            if not any(ander.dossier for ander in (*stand.leden, *stand.afgevallen))
        }
    return gevonden


def gezinsnaam(stand: Stand, zichtbaar: set[int]) -> str:
    """Of the main person, or of another with a dossier that may be seen."""
    hoofden = [dossier.persoon for dossier in stand.dossiers]
    leden = [lid.persoon for lid in (*stand.leden, *stand.afgevallen)]
    return next((wie.naam for wie in hoofden + leden if wie.pk in zichtbaar), VERBORGEN)

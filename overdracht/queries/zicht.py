"""Whose name a colleague may see on a page about a household."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from overdracht.models import RedenAfgevallen
from overdracht.queries.standen import Lid, Stand

VERBORGEN = "Gesloten dossier"


def zichtbare_personen(rijen: Iterable[Stand], voor: Medewerker) -> set[int]:
    """The people whose names may be shown: of visible dossiers, and who come along with them.

    A household in which nobody has a dossier is open to who sees the housing: there is no dossier
    that could be closed to them.
    """
    groepen = [groep for stand in rijen for groep in _groepen(stand)]
    dossiers = {lid.dossier.pk for leden in groepen for lid in leden if lid.dossier}
    open_ = set(
        Inburgeraar.objects.zichtbaar_voor(voor)
        .filter(pk__in=dossiers)
        .values_list("pk", flat=True)
    )
    huisvest = voor.heeft(Recht.DOSSIERS_TEAM) or voor.heeft(Recht.DOSSIERS_HUISVESTING)
    return {pk for leden in groepen for pk in _zichtbaar(leden, open_, huisvest)}


def _groepen(stand: Stand) -> tuple[tuple[Lid, ...], tuple[Lid, ...]]:
    """Who are or were together, and who went apart: neither says who may see the other."""
    apart = RedenAfgevallen.GESPLITST
    gingen = tuple(lid for lid in stand.afgevallen if lid.overdrachtslid.eind_reden == apart)
    return (*stand.leden, *(lid for lid in stand.afgevallen if lid not in gingen)), gingen


def _zichtbaar(leden: Sequence[Lid], open_: set[int], huisvest: bool) -> Iterator[int]:
    dossiers = [lid.dossier.pk for lid in leden if lid.dossier is not None]
    mee = any(pk in open_ for pk in dossiers) or (huisvest and not dossiers)
    for lid in leden:
        dicht = lid.dossier is not None and lid.dossier.gesloten and lid.dossier.pk not in open_
        if mee and not dicht:
            yield lid.persoon.pk


def gezinsnaam(stand: Stand, zichtbaar: set[int]) -> str:
    """Of the main person, or of another with a dossier that may be seen."""
    hoofden = [dossier.persoon for dossier in stand.dossiers]
    leden = [lid.persoon for lid in (*stand.leden, *stand.afgevallen)]
    return next((wie.naam for wie in hoofden + leden if wie.pk in zichtbaar), VERBORGEN)

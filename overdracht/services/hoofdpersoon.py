"""Who speaks for a household: it keeps a main person, whoever leaves."""

from __future__ import annotations

from inburgering.enums import Gezinsrol
from inburgering.handelingen import Handeling
from inburgering.models import Gezinslid
from overdracht.queries.standen import stand_van

OPVOLGING = (Gezinsrol.PARTNER, Gezinsrol.ANDERS, Gezinsrol.KIND)
"""In which order somebody becomes the main person when the one there was leaves."""


def kies_hoofdpersoon(act: Handeling, overdracht_id: int) -> None:
    """A household keeps a main person: the partner, another, or else the first child."""
    stand = stand_van(overdracht_id)
    if not stand.leden or any(lid.rol == Gezinsrol.REFERENT for lid in stand.leden):
        return
    if stand.overdracht.referent_id is not None:
        return  # who follow have theirs in the family they join
    volgende = min(stand.leden, key=lambda lid: OPVOLGING.index(lid.rol))
    rij = Gezinslid.objects.get(persoon=volgende.persoon.pk, eind_op=None)
    vers = act.vergrendel(Gezinslid, rij.pk)
    vers.rol = Gezinsrol.REFERENT
    vers.save()

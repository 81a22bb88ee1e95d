"""The mark on letters: set, or taken away."""

from __future__ import annotations

from datetime import datetime

from besluiten.beeld import als_logo
from besluiten.models import Logo
from inburgering.handelingen import handeling
from medewerkers.models import Medewerker


def logo_vastleggen(
    *,
    inhoud: bytes | None,
    omschrijving: str,
    versie: int | None,
    door: Medewerker,
    nu: datetime,
) -> Logo:
    """A new picture, or with `inhoud` None other words with the same one."""
    png = als_logo(inhoud) if inhoud is not None else None
    with handeling(door=door, nu=nu) as act:
        bestaat = Logo.objects.filter(pk=1).exists()
        logo = act.vergrendel(Logo, 1, versie=versie) if bestaat else Logo()
        if png is not None:
            logo.inhoud = png
        logo.omschrijving = omschrijving
        logo.save()
    return logo


def logo_weghalen(*, door: Medewerker, nu: datetime) -> None:
    with handeling(door=door, nu=nu):
        for logo in Logo.objects.select_for_update():
            logo.delete()

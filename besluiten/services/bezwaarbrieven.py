"""The letters about an objection that are no decision."""

from __future__ import annotations

from typing import Any

from besluiten.models import Bezwaar, Brief, BriefSoort
from besluiten.services.brieven import brief_maken
from inburgering.handelingen import Handeling


def bezwaarbrief(
    act: Handeling,
    bezwaar: Bezwaar,
    *,
    soort: BriefSoort,
    template: str,
    titel: str,
    context: dict[str, Any],
) -> Brief:
    """A letter with the reference of the objection and a number of its own. Part of the act."""
    dossier = bezwaar.besluit.inburgeraar
    aantal = Brief.objects.filter(
        inburgeraar=dossier, kenmerk__startswith=f"{bezwaar.kenmerk}-"
    ).count()
    return brief_maken(
        act,
        dossier=dossier,
        soort=soort,
        template=f"besluiten/{template}.html",
        context={"bezwaar": bezwaar, "besluit": bezwaar.besluit, **context},
        titel=titel,
        kenmerk=f"{bezwaar.kenmerk}-{aantal + 1}",
    )

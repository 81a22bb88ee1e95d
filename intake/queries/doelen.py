"""Goals as the pages, the report and the plan read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intake.models import Aandachtspunt, Doelrij, Hoofddoel, Ontwikkelwens, Subdoel


@dataclass(frozen=True)
class MetStappen:
    """A point or a wish with the steps that belong to it."""

    rij: Aandachtspunt | Ontwikkelwens
    stappen: Sequence[Subdoel]


@dataclass(frozen=True)
class Doelen:
    """`hoofddoel` is the one that holds now. What ended stands in `voorbij`, newest first."""

    hoofddoel: Hoofddoel | None
    aandachtspunten: Sequence[MetStappen]
    wensen: Sequence[MetStappen]
    voorbij: Sequence[Doelrij]

    @property
    def iets(self) -> bool:
        return bool(self.hoofddoel or self.aandachtspunten or self.wensen)


def doelen_van(dossier_id: int) -> Doelen:
    hoofddoelen = list(Hoofddoel.objects.filter(inburgeraar=dossier_id))
    punten = list(Aandachtspunt.objects.filter(inburgeraar=dossier_id))
    wensen = list(Ontwikkelwens.objects.filter(inburgeraar=dossier_id))
    stappen = list(Subdoel.objects.filter(inburgeraar=dossier_id))
    alle: list[Doelrij] = [*hoofddoelen, *punten, *wensen, *stappen]
    return Doelen(
        hoofddoel=next((doel for doel in hoofddoelen if doel.eind_op is None), None),
        aandachtspunten=[
            MetStappen(
                punt, [s for s in stappen if s.aandachtspunt_id == punt.pk and not s.eind_op]
            )
            for punt in punten
            if punt.eind_op is None
        ],
        wensen=[
            MetStappen(
                wens, [s for s in stappen if s.ontwikkelwens_id == wens.pk and not s.eind_op]
            )
            for wens in wensen
            if wens.eind_op is None
        ],
        voorbij=sorted(
            (rij for rij in alle if rij.eind_op is not None),
            key=lambda rij: (rij.eind_op or rij.start_op, rij.start_op),
            reverse=True,
        ),
    )

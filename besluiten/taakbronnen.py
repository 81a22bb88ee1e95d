"""The tasks that follow from decisions."""

from __future__ import annotations

from collections.abc import Iterator

from besluiten.models import Besluit, BesluitSoort, BesluitStatus, Brief, BriefStatus
from besluiten.queries.bezwaar import is_van_bezwaar
from inburgering.aanhaken import AfgeleideTaak
from inburgering.queries.taakbronnen import Dossiers
from medewerkers.enums import Rol


def besluit_bekendmaken(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """A decision does not work before it is made known, so that is due the same day."""
    besluiten = Besluit.objects.filter(status=BesluitStatus.GENOMEN)
    if dossiers is not None:
        besluiten = besluiten.filter(inburgeraar__in=dossiers)
    for besluit in besluiten:
        op_bezwaar = besluit.soort == BesluitSoort.BEZWAAR
        yield AfgeleideTaak(
            dossier_id=besluit.inburgeraar_id,
            soort="bekendmaken",
            bron=f"besluit {besluit.pk}",
            titel="Besluit uitreiken of verzenden",
            waarom=f"{besluit.kenmerk} werkt pas na de bekendmaking (Awb 3:40).",
            pagina="bezwaren-dossier" if op_bezwaar else "pip",
            uiterlijk_op=besluit.dagtekening,
            voor=Rol.JURIST if op_bezwaar else Rol.CONSULENT,
            alarm=True,
        )


def brief_verzenden(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """A letter that lies on a desk has told nobody anything."""
    brieven = Brief.objects.filter(status=BriefStatus.GEMAAKT)
    if dossiers is not None:
        brieven = brieven.filter(inburgeraar__in=dossiers)
    for brief in brieven:
        yield AfgeleideTaak(
            dossier_id=brief.inburgeraar_id,
            soort="brief_verzenden",
            bron=f"brief {brief.pk}",
            titel="Brief uitreiken of verzenden",
            waarom=f"{brief.titel} ({brief.kenmerk}) is gemaakt en nog niet verzonden.",
            pagina="brieven",
            uiterlijk_op=brief.dagtekening,
            voor=Rol.JURIST if is_van_bezwaar(brief.kenmerk) else Rol.CONSULENT,
        )

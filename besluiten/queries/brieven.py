"""The letters and decisions of a dossier, as its pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from besluiten.models import Besluit, BesluitSoort, BesluitStatus, Brief, BriefStatus


@dataclass(frozen=True, kw_only=True)
class Briefregel:
    """A letter, or a decision. `weg_op` is the day it left, or was made known.

    `op_bezwaar`: a decision on an objection, which has a page of its own for that.
    """

    pk: int
    soort: str
    titel: str
    kenmerk: str
    dagtekening: date
    document_id: int | None
    weg: bool
    stand: str
    weg_op: date | None
    door: str
    op_bezwaar: bool = False


def brieven_van(dossier_id: int) -> list[Briefregel]:
    """Letters that are no decision, newest first."""
    brieven = Brief.objects.filter(inburgeraar=dossier_id)
    return [_brief(rij) for rij in brieven.select_related("gemaakt_door", "verzonden_door")]


def besluiten_van(dossier_id: int) -> list[Briefregel]:
    """Decisions, newest first."""
    besluiten = Besluit.objects.filter(inburgeraar=dossier_id)
    return [
        _besluit(rij)
        for rij in besluiten.select_related("document", "genomen_door", "bekendgemaakt_door")
    ]


def _brief(rij: Brief) -> Briefregel:
    weg = rij.status == BriefStatus.VERZONDEN
    return Briefregel(
        pk=rij.pk,
        soort=str(rij.get_soort_display()),
        titel=rij.titel,
        kenmerk=rij.kenmerk,
        dagtekening=rij.dagtekening,
        document_id=rij.document_id,
        weg=weg,
        stand=str(rij.get_verzending_display()) if weg else "Nog niet verzonden",
        weg_op=rij.verzonden_op,
        door=(rij.verzonden_door or rij.gemaakt_door).naam,
    )


def _besluit(rij: Besluit) -> Briefregel:
    weg = rij.status == BesluitStatus.BEKENDGEMAAKT
    return Briefregel(
        pk=rij.pk,
        soort=str(rij.get_soort_display()),
        titel=rij.document.titel if rij.document else "Besluit op papier",
        kenmerk=rij.kenmerk,
        dagtekening=rij.dagtekening,
        document_id=rij.document_id,
        weg=weg,
        stand=str(rij.get_bekendmaking_display()) if weg else "Nog niet bekendgemaakt",
        weg_op=rij.bekendgemaakt_op,
        door=(rij.bekendgemaakt_door or rij.genomen_door).naam,
        op_bezwaar=rij.soort == BesluitSoort.BEZWAAR,
    )

"""The ladder of summonses as the tab shows it, with what can be done and why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from besluiten.models import BriefStatus
from inburgering.geweigerd import Geweigerd, weigering
from inburgering.models import Inburgeraar
from intake.models import BredeIntake, Oproep, OproepStatus, OproepVoor
from intake.policies.oproepen import (
    check_mag_oproepen,
    check_niet_gekomen,
    derde_zonder_gevolg,
    volgende_trede,
)

TREDEN = {1: "Oproep", 2: "Waarschuwing en tweede oproep", 3: "Derde oproep"}
_SOORT = {
    OproepStatus.OPGEROEPEN: "info",
    OproepStatus.GEKOMEN: "goed",
    OproepStatus.NIET_GEKOMEN: "let_op",
    OproepStatus.INGETROKKEN: "neutraal",
}


@dataclass(frozen=True)
class Oproepregel:
    """`geen_niet_gekomen` is the reason why "not come" cannot be recorded yet; "" when it can."""

    oproep: Oproep
    naam: str
    soort: str
    open: bool
    verzonden: bool
    geen_niet_gekomen: str


@dataclass(frozen=True)
class Ladder:
    """All summonses of one kind, and the next step with the reason why it cannot be taken."""

    voor: str
    naam: str
    regels: Sequence[Oproepregel]
    volgende: str
    geen_oproep: str


@dataclass(frozen=True)
class Oproepen:
    """`iets`: there was a summons; `kan`: there can be one now. `afwezig`: the third had no
    effect, so the intake may be closed without the person, or without the test alone.
    """

    ladders: Sequence[Ladder]
    iets: bool
    kan: bool
    afwezig: bool


def oproepen_van(
    dossier: Inburgeraar, *, intake: BredeIntake | None, schakel3: str, op: date
) -> Oproepen:
    alle = list(
        Oproep.objects.filter(inburgeraar=dossier).select_related("brief", "brief__document")
    )
    for oproep in alle:
        oproep.inburgeraar = dossier
    ladders = [
        _ladder(
            voor,
            dossier,
            intake=intake,
            schakel3=schakel3,
            oproepen=[oproep for oproep in alle if oproep.voor == voor],
            op=op,
        )
        for voor in OproepVoor
    ]
    return Oproepen(
        ladders=ladders,
        iets=bool(alle),
        kan=any(ladder.volgende for ladder in ladders),
        afwezig=bool(derde_zonder_gevolg(alle)),
    )


def volgende_nummer(dossier_id: int, voor: str) -> int:
    """The number of the next summons of this kind; 1 when there is no next, which is refused."""
    try:
        trede = volgende_trede(list(Oproep.objects.filter(inburgeraar=dossier_id, voor=voor)))
    except Geweigerd:
        return 1
    return trede.nummer


def _ladder(
    voor: OproepVoor,
    dossier: Inburgeraar,
    *,
    intake: BredeIntake | None,
    schakel3: str,
    oproepen: Sequence[Oproep],
    op: date,
) -> Ladder:
    geen = weigering(
        check_mag_oproepen, dossier, intake=intake, schakel3=schakel3, oproepen=oproepen
    )
    return Ladder(
        voor=voor.value,
        naam=str(voor.label),
        regels=[_regel(oproep, op) for oproep in oproepen],
        volgende="" if geen else TREDEN[volgende_trede(oproepen).nummer],
        geen_oproep=geen,
    )


def _regel(oproep: Oproep, op: date) -> Oproepregel:
    return Oproepregel(
        oproep=oproep,
        naam=TREDEN[oproep.nummer],
        soort=_SOORT[OproepStatus(oproep.status)],
        open=oproep.status == OproepStatus.OPGEROEPEN,
        verzonden=oproep.brief.status == BriefStatus.VERZONDEN,
        geen_niet_gekomen=weigering(check_niet_gekomen, oproep, vandaag=op),
    )

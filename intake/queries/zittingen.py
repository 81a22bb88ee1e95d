"""The sittings of an intake, with what its interpreters came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from inburgering.datums import lokale_datum
from inburgering.enums import AfspraakStatus
from inburgering.models import Inburgeraar
from intake.models import BETAALDE_TOLK, BredeIntake, TolkSoort, Zitting

_SOORT = {
    AfspraakStatus.GEPLAND: "info",
    AfspraakStatus.GEHOUDEN: "goed",
    AfspraakStatus.NIET_VERSCHENEN: "let_op",
    AfspraakStatus.AFGEZEGD: "neutraal",
    AfspraakStatus.VERVANGEN: "goed",
}


@dataclass(frozen=True)
class Zittingregel:
    """`gepland`: its outcome is not recorded yet; `voorbij`: its day is there, so it can be."""

    zitting: Zitting
    status: str
    soort: str
    gepland: bool
    voorbij: bool
    betaalde_tolk: bool


@dataclass(frozen=True)
class Zittingen:
    """`bedrag` is what is known so far; `zonder_bedrag` counts the hired hours with no bill yet."""

    regels: Sequence[Zittingregel]
    gehouden: int
    minuten: int
    bedrag: Decimal
    zonder_bedrag: int


def zittingen_van(dossier_id: int, *, op: date) -> Zittingen:
    rijen = Zitting.objects.filter(intake__inburgeraar=dossier_id).select_related("afspraak")
    regels = [_regel(zitting, op) for zitting in rijen]
    gehouden = [r for r in regels if r.zitting.afspraak.status == AfspraakStatus.GEHOUDEN]
    betaald = [r.zitting for r in regels if r.betaalde_tolk and not r.gepland]
    return Zittingen(
        regels=regels,
        gehouden=len(gehouden),
        minuten=sum(zitting.tolk_minuten or 0 for zitting in betaald),
        bedrag=sum((zitting.tolk_bedrag or Decimal(0) for zitting in betaald), Decimal("0.00")),
        zonder_bedrag=sum(r.zitting.tolk_bedrag is None for r in gehouden if r.betaalde_tolk),
    )


def _regel(zitting: Zitting, op: date) -> Zittingregel:
    status = AfspraakStatus(zitting.afspraak.status)
    return Zittingregel(
        zitting=zitting,
        status=str(status.label),
        soort=_SOORT[status],
        gepland=status == AfspraakStatus.GEPLAND,
        voorbij=lokale_datum(zitting.afspraak.begint_at) <= op,
        betaalde_tolk=zitting.tolk_soort in BETAALDE_TOLK,
    )


def begin_plannen(dossier: Inburgeraar) -> dict[str, Any]:
    """What a next sitting will be like: as the last one, in the language of the intake."""
    laatste = (
        Zitting.objects.filter(intake__inburgeraar=dossier)
        .select_related("afspraak")
        .order_by("-afspraak__begint_at")
        .first()
    )
    if laatste is None:
        tolktaal = _tolktaal(dossier)
        soort = TolkSoort.LOCATIE if tolktaal else TolkSoort.GEEN
        return {"minuten": 60, "tolktaal": tolktaal, "tolk_soort": soort}
    return {
        "minuten": laatste.afspraak.minuten,
        "plaats": laatste.afspraak.plaats,
        "tolktaal": laatste.afspraak.tolktaal,
        "tolk_soort": laatste.tolk_soort,
        "tolk_bureau": laatste.tolk_bureau,
    }


def _tolktaal(dossier: Inburgeraar) -> str:
    intake = BredeIntake.objects.filter(inburgeraar=dossier).first()
    return intake.tolktaal if intake else dossier.persoon.tolktaal

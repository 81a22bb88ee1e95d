"""The leerbaarheidstoets of one person, for its card on the tab."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from besluiten.models import Brief, BriefSoort
from inburgering.enums import AfspraakSoort, AfspraakStatus
from inburgering.models import Afspraak, Inburgeraar
from intake.models import (
    BredeIntake,
    GrondGeenToets,
    IntakeStatus,
    Leerbaarheidstoets,
    ToetsStatus,
)
from wet.bronnen import voluit
from wet.leerroutes import ToetsOordeel


@dataclass(frozen=True, kw_only=True)
class Toetskaart:
    """`loopt`: it can be written in now. `wacht_op_uitslag`: the moment has begun.

    `uitnodiging` is the letter about the appointment as it stands; None after a change.
    """

    toets: Leerbaarheidstoets
    loopt: bool
    gepland: bool
    wacht_op_uitslag: bool
    niet_gekomen: int
    uitnodiging: Brief | None
    grond: str
    grond_bron: str


_OORDEEL = {
    "haalbaar": ToetsOordeel.HAALBAAR,
    "niet_haalbaar": ToetsOordeel.NIET_HAALBAAR,
    "onbekend": ToetsOordeel.ONBEKEND,
}


def toetskaart(dossier: Inburgeraar, *, nu: datetime) -> Toetskaart | None:
    """None as long as the intake has not begun."""
    toets = (
        Leerbaarheidstoets.objects.filter(inburgeraar=dossier)
        .select_related("moment", "afspraak", "inburgeraar")
        .first()
    )
    if toets is None:
        return None
    gepland = toets.status == ToetsStatus.GEPLAND
    grond = toets.grond
    intake = BredeIntake.objects.filter(inburgeraar=dossier, status=IntakeStatus.GESTART)
    return Toetskaart(
        toets=toets,
        loopt=dossier.loopt and intake.exists(),
        gepland=gepland,
        wacht_op_uitslag=bool(gepland and toets.moment and toets.moment.begint_at <= nu),
        niet_gekomen=keren_niet_gekomen(dossier.pk),
        uitnodiging=uitnodiging_van(toets),
        grond=_waarom_niet(grond) if grond else "",
        grond_bron=voluit(grond.bron) if grond and grond.bron else "",
    )


def _waarom_niet(grond: GrondGeenToets) -> str:
    """Who stayed away may have come to the talks: of those the reason says nothing."""
    if grond == GrondGeenToets.AFWEZIG:
        return "na drie oproepen niet gekomen"
    return str(grond.label)


def keren_niet_gekomen(dossier_id: int) -> int:
    return Afspraak.objects.filter(
        dossiers=dossier_id, soort=AfspraakSoort.TOETS, status=AfspraakStatus.NIET_VERSCHENEN
    ).count()


def kenmerk_van(toets: Leerbaarheidstoets) -> str:
    """Of this appointment as it stands: another hour or place asks for another letter."""
    assert toets.afspraak is not None  # the caller saw that it is planned
    return f"LBT-{toets.inburgeraar.dossiernummer}-{toets.afspraak.pk}.{toets.afspraak.versie}"


def uitnodiging_van(toets: Leerbaarheidstoets) -> Brief | None:
    if toets.status != ToetsStatus.GEPLAND:
        return None
    brieven = Brief.objects.filter(inburgeraar=toets.inburgeraar_id, soort=BriefSoort.TOETS)
    return brieven.filter(kenmerk=kenmerk_van(toets)).first()


def uitnodigingen_van(toetsen: Iterable[Leerbaarheidstoets]) -> set[int]:
    """Which of these planned tests have their letter: one query, however many."""
    kenmerken = {
        kenmerk_van(toets): toets.pk for toets in toetsen if toets.status == ToetsStatus.GEPLAND
    }
    brieven = Brief.objects.filter(soort=BriefSoort.TOETS, kenmerk__in=kenmerken)
    return {kenmerken[kenmerk] for kenmerk in brieven.values_list("kenmerk", flat=True)}


def oordeel_van(toets: Leerbaarheidstoets | None) -> ToetsOordeel | None:
    """What the test says, in the words of `wet`."""
    if toets is None or toets.status in (ToetsStatus.NODIG, ToetsStatus.GEPLAND):
        return None
    if toets.status == ToetsStatus.ONTHEVEN:
        return ToetsOordeel.ONTHEVEN
    return _OORDEEL[toets.uitslag]

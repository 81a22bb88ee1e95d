"""The decision on an objection as a letter: a frozen value first, then a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from besluiten.briefhoofd import Briefhoofd, stel_hoofd_op
from besluiten.models import AfzienGrond, Bezwaar, BezwaarUitkomst, LaatOordeel
from besluiten.pdf import maak_pdf
from inburgering.enums import AfspraakStatus
from medewerkers.models import Gemeente, Medewerker

TEMPLATE = "besluiten/beslissing_op_bezwaar.html"


@dataclass(frozen=True, kw_only=True)
class BeslissingBrief:
    """`gehoord_op` says when the person was heard, with the report, or `niet_gehoord` why not."""

    hoofd: Briefhoofd
    besluit_titel: str
    besluit_kenmerk: str
    besluit_dagtekening: date
    ontvangen_op: date
    gronden: str
    uitkomst: str
    uitkomst_label: str
    motivering: str
    commissie: bool
    gehoord_op: date | None
    verslag: str
    niet_verschenen: bool
    niet_gehoord: str
    laat_verschoonbaar: bool
    laat_reden: str
    beroep: str


def kenmerk_van(bezwaar: Bezwaar) -> str:
    return f"{bezwaar.kenmerk}-B"


def stel_beslissing_op(bezwaar: Bezwaar, *, dagtekening: date, door: Medewerker) -> BeslissingBrief:
    """The letter as it would be on this day; what is not written yet stays empty."""
    besluit, zitting = bezwaar.besluit, bezwaar.hoorzitting
    return BeslissingBrief(
        hoofd=stel_hoofd_op(
            besluit.inburgeraar, kenmerk=kenmerk_van(bezwaar), dagtekening=dagtekening, door=door
        ),
        besluit_titel=str(besluit.get_soort_display()),
        besluit_kenmerk=besluit.kenmerk,
        besluit_dagtekening=besluit.dagtekening,
        ontvangen_op=bezwaar.ontvangen_op,
        gronden=bezwaar.gronden,
        uitkomst=bezwaar.uitkomst,
        uitkomst_label=BezwaarUitkomst(bezwaar.uitkomst).label if bezwaar.uitkomst else "",
        motivering=bezwaar.motivering,
        commissie=bezwaar.commissie,
        gehoord_op=zitting.gehouden_op if zitting else None,
        verslag=zitting.verslag.strip() if zitting else "",
        niet_verschenen=bool(zitting and zitting.status == AfspraakStatus.NIET_VERSCHENEN),
        niet_gehoord=_niet_gehoord(bezwaar),
        laat_verschoonbaar=bezwaar.laat_oordeel == LaatOordeel.VERSCHOONBAAR,
        laat_reden=bezwaar.laat_reden,
        beroep=Gemeente.objects.get().beroep_rechtbank,
    )


def maak_beslissing(brief: BeslissingBrief, *, concept: bool) -> bytes:
    """The PDF; `concept` prints the word across it and takes a character no font has."""
    context: dict[str, Any] = {"brief": brief, "hoofd": brief.hoofd, "concept": concept}
    return maak_pdf(TEMPLATE, context, dagtekening=brief.hoofd.dagtekening, streng=not concept)


def _niet_gehoord(bezwaar: Bezwaar) -> str:
    return AFZIEN_IN_DE_BRIEF[AfzienGrond(bezwaar.afzien_grond)] if bezwaar.afzien_grond else ""


# As it is said to the person (Awb 7:3).
AFZIEN_IN_DE_BRIEF: dict[AfzienGrond, str] = {
    AfzienGrond.NIET_ONTVANKELIJK: (
        "Wij hebben u niet gehoord, omdat meteen duidelijk is dat wij uw bezwaar niet inhoudelijk "
        "kunnen behandelen."
    ),
    AfzienGrond.ONGEGROND: (
        "Wij hebben u niet gehoord, omdat meteen duidelijk is dat uw bezwaar niet tot een ander "
        "besluit kan leiden."
    ),
    AfzienGrond.WIL_NIET: "Wij hebben u niet gehoord, omdat u zei dat u dat niet wilt.",
    AfzienGrond.GEEN_ANTWOORD: (
        "Wij hebben u niet gehoord, omdat u niet op tijd liet weten dat u gehoord wilt worden."
    ),
    AfzienGrond.TEGEMOETGEKOMEN: ("Wij hebben u niet gehoord, omdat u helemaal gelijk krijgt."),
}

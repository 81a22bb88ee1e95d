"""What DUO asks of a report of hours: whole numbers, and totals instead of increments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum

from wet.duo.bevinding import Bevinding, als_oordeel
from wet.invoer import Peildag
from wet.leerroutes.uren import Uren, Urentotaal
from wet.normen import norm
from wet.regels import regel
from wet.uitkomst import Uitkomst, Zekerheid

_CONTRACT = ("DUO gevolgde uren",)


class Urenafronding(StrEnum):
    """How part of an hour becomes a whole one; the contract does not say."""

    NAAR_BENEDEN = "naar_beneden"
    """Never more than was followed."""
    HALF_OMHOOG = "half_omhoog"


def in_hele_uren(
    uren: Uren, *, afronding: Urenafronding = Urenafronding.NAAR_BENEDEN
) -> Uitkomst[Urentotaal]:
    """A total of hours as DUO takes it.

    By default rounded down, so that never more is reported than was followed; the alternative is
    `Urenafronding.HALF_OMHOOG`. Round the total once, not the parts.

    Bron: DUO gevolgde uren; de afronding is een keuze van dit systeem.
    """
    hoe = ROUND_DOWN if afronding is Urenafronding.NAAR_BENEDEN else ROUND_HALF_UP
    heel = int(Decimal(uren).quantize(Decimal(1), rounding=hoe))
    stap = f"{uren} uur wordt {heel}." if heel != uren else f"{heel} is al een heel getal."
    return Uitkomst(
        regel="in_hele_uren",
        uitkomst=Urentotaal(uren=heel),
        bron=_CONTRACT,
        stappen=(stap,),
        zekerheid=Zekerheid.AFGELEID if heel != uren else Zekerheid.GEVERIFIEERD,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingUren:
    """Totals so far on `op`, in whole hours, with what was reported before.

    `intake_taal_knm` are hours of the intake, which are not in `taal_knm`, the total of language
    and KNM at the school. `participatie` holds those of the intake too.
    """

    taal_knm: int
    op: Peildag
    intake_taal_knm: int = 0
    participatie: int = 0
    gemeld_taal_knm: int = 0
    gemeld_intake_taal_knm: int = 0
    gemeld_participatie: int = 0


def controleer_uren(melding: MeldingUren) -> tuple[Bevinding, ...]:
    """What DUO would refuse or misread in this report of hours; empty when it can be sent.

    Bron: DUO gevolgde uren.
    """
    return tuple(_bevindingen(melding))


@regel(
    "Of DUO gevolgde uren zo zal aannemen.",
    "taal_knm=38 gemeld_taal_knm=20 op=2025-03-11",
    "taal_knm=18 gemeld_taal_knm=20 op=2025-03-11",
)
def melding_uren(melding: MeldingUren) -> Uitkomst[bool]:
    """`controleer_uren` as an answer.

    Bron: DUO gevolgde uren.
    """
    return als_oordeel("melding_uren", controleer_uren(melding), _CONTRACT)


def _bevindingen(melding: MeldingUren) -> Iterator[Bevinding]:
    meeste = norm("duo_uren_hoogste", melding.op).aantal
    soorten = (
        ("taal en KNM", melding.taal_knm, melding.gemeld_taal_knm),
        ("taal en KNM in de intake", melding.intake_taal_knm, melding.gemeld_intake_taal_knm),
        ("participatie", melding.participatie, melding.gemeld_participatie),
    )
    for naam, uren, gemeld in soorten:
        if not 0 <= uren <= meeste:
            yield Bevinding(
                regel="uren_buiten_bereik",
                tekst=f"Uren {naam}: DUO neemt 0 tot en met {meeste} aan; hier staat {uren}.",
                wat_te_doen="Verbeter het aantal uren.",
                bron=_CONTRACT,
            )
        if uren < gemeld:
            yield Bevinding(
                regel="minder_dan_gemeld",
                tekst=f"Uren {naam}: eerder is {gemeld} gemeld, nu {uren}.",
                wat_te_doen="Meld het totaal tot nu toe, niet wat erbij kwam. Klopt het lagere "
                "aantal, ga dan door met een reden.",
                bron=_CONTRACT,
            )

"""How this municipality may set the way it pays."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from inburgering.geweigerd import Geweigerd
from ontzorgen.enums import PainVersie
from ontzorgen.iban import Rekeningnummer
from wet.ontzorgen import LaatsteMaand, Lastsoort


@dataclass(frozen=True, kw_only=True)
class BetaalregelsGegevens:
    """`iban` as it was typed; amounts are euro; `volgorde` names every kind of cost once."""

    iban: str
    tenaamstelling: str
    pain_versie: PainVersie
    bouwdag: int
    verwerkdag: int
    twee_akkoorden_vanaf_bedrag: Decimal
    leefgeld_alleen_bedrag: Decimal
    leefgeld_samen_bedrag: Decimal
    volgorde: tuple[Lastsoort, ...]
    laatste_maand: LaatsteMaand


def check_betaalregels(
    gegevens: BetaalregelsGegevens,
    *,
    nummer: Rekeningnummer,
    naam_op_bestand: str,
    bij_crediteur: str,
) -> None:
    """`naam_op_bestand`: what the bank reads of the name; `bij_crediteur`: whose number it is."""
    if nummer.buitenlands:
        raise Geweigerd("De rekening van de gemeente begint met NL.", veld="iban")
    if bij_crediteur:
        raise Geweigerd(
            f"Dit is het rekeningnummer van {bij_crediteur}. Vul de rekening van de gemeente in.",
            veld="iban",
        )
    if not naam_op_bestand:
        raise Geweigerd("Schrijf de naam in gewone letters.", veld="tenaamstelling")
    if sorted(gegevens.volgorde) != sorted(Lastsoort):
        raise Geweigerd("Kies elke soort last één keer.", veld="volgorde")

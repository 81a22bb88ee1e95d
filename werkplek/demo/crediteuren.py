"""How the municipality of the demo pays, and whom: invented names on accounts that are valid."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from medewerkers.models import Medewerker
from ontzorgen.enums import CrediteurSoort, PainVersie
from ontzorgen.models import Betaalregels, Crediteur
from ontzorgen.policies.betaalregels import BetaalregelsGegevens
from ontzorgen.policies.crediteuren import CrediteurGegevens, RekeningGegevens
from ontzorgen.services.betaalregels import betaalregels_wijzigen
from ontzorgen.services.crediteuren import (
    crediteur_toevoegen,
    rekening_bevestigen,
    rekening_voorstellen,
)
from werkplek.demo.namen import CORPORATIE
from wet.ontzorgen import LaatsteMaand, Lastsoort

DIEPZICHT = "Wonen aan het Diep"
STROOM, WATER = "Noorderstroom Energie", "Waterbedrijf Noorderland"
ZORG, POLIS = "Zorgverzekeraar De Terp", "Polis Noord Zorg"
PARTICULIER = "J. Brouwer (verhuurder)"
_VERHUURDER, _ZORG = CrediteurSoort.VERHUURDER, CrediteurSoort.ZORGVERZEKERAAR
_DAG = timedelta(days=1)

# (name, kind, place, account): confirmed since long before the oldest payment
_BEVESTIGD: tuple[tuple[str, CrediteurSoort, str, str], ...] = (
    (CORPORATIE, _VERHUURDER, "Zuidhorn", "NL44 RABO 0123 4567 89"),
    (DIEPZICHT, _VERHUURDER, "Leek", "NL02 ABNA 0123 4567 89"),
    (STROOM, CrediteurSoort.ENERGIE, "Groningen", "NL69 INGB 0123 4567 89"),
    (WATER, CrediteurSoort.WATER, "Groningen", "NL70 TRIO 0123 4567 89"),
    (ZORG, _ZORG, "Leeuwarden", "NL12 SNSB 0123 4567 89"),
    (POLIS, _ZORG, "Zwolle", "NL57 ASNB 0123 4567 89"),
)


def vul_crediteuren(
    *, administratie: Medewerker, collega: Medewerker, beheerder: Medewerker, nu: datetime
) -> None:
    """Before the households, which are paid from here. Twice is once.

    `collega` of the administration is the second pair of eyes.
    """
    if Betaalregels.objects.exists():
        return
    eerder = nu - 700 * _DAG
    betaalregels_wijzigen(versie=None, gegevens=_REGELS, door=beheerder, nu=eerder)
    for rij in _BEVESTIGD:
        _bevestigd(*rij, door=administratie, tweede=collega, nu=eerder)
    rekening_voorstellen(
        crediteur_id=Crediteur.objects.get(naam=STROOM).pk,
        gegevens=RekeningGegevens(
            iban="NL23 BUNQ 0123 4567 89",
            tenaamstelling=STROOM,
            herkomst="brief van de energieleverancier over een nieuwe bank",
        ),
        door=administratie,
        nu=nu - 2 * _DAG,
    )
    _nieuw(
        PARTICULIER,
        _VERHUURDER,
        "Grootegast",
        "NL32 RBRB 0123 4567 89",
        door=collega,
        nu=nu - _DAG,
        herkomst="huurcontract, bladzijde 3",
    )


_REGELS = BetaalregelsGegevens(
    iban="NL66 BNGH 0123 4567 89",
    tenaamstelling="Gemeente Westerkwartier",
    pain_versie=PainVersie.V09,
    bouwdag=20,
    verwerkdag=3,
    twee_akkoorden_vanaf_bedrag=Decimal("50000.00"),
    leefgeld_alleen_bedrag=Decimal("260.00"),
    leefgeld_samen_bedrag=Decimal("390.00"),
    volgorde=tuple(Lastsoort),
    laatste_maand=LaatsteMaand.NAAR_RATO,
)


def _bevestigd(
    naam: str,
    soort: CrediteurSoort,
    plaats: str,
    iban: str,
    *,
    door: Medewerker,
    tweede: Medewerker,
    nu: datetime,
) -> None:
    rekening_id = _nieuw(naam, soort, plaats, iban, door=door, nu=nu, herkomst="factuur")
    rekening_bevestigen(
        rekening_id=rekening_id,
        versie=None,
        laatste_tekens="".join(iban.split())[-4:],
        door=tweede,
        nu=nu + _DAG,
    )


def _nieuw(
    naam: str,
    soort: CrediteurSoort,
    plaats: str,
    iban: str,
    *,
    door: Medewerker,
    nu: datetime,
    herkomst: str,
) -> int:
    """With an account that waits for a colleague; returns the account."""
    crediteur = crediteur_toevoegen(
        gegevens=CrediteurGegevens(
            naam=naam,
            soort=soort,
            adres="Postbus 12",
            postcode="9800 AA",
            plaats=plaats,
            telefoon="050-0000000",
        ),
        door=door,
        nu=nu,
    )
    rekening = rekening_voorstellen(
        crediteur_id=crediteur.pk,
        gegevens=RekeningGegevens(iban=iban, tenaamstelling=naam, herkomst=herkomst),
        door=door,
        nu=nu,
    )
    return rekening.pk

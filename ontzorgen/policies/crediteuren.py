"""Who may be paid, on which account, and who may say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inburgering.geweigerd import Geweigerd
from ontzorgen.enums import CrediteurSoort, RekeningStatus
from ontzorgen.iban import zonder_opmaak
from ontzorgen.models import Crediteur, Crediteurrekening


@dataclass(frozen=True, kw_only=True)
class CrediteurGegevens:
    naam: str
    soort: CrediteurSoort
    adres: str = ""
    postcode: str = ""
    plaats: str = ""
    contactpersoon: str = ""
    telefoon: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class RekeningGegevens:
    """`iban` as it was typed; `herkomst` says where the number comes from, such as an invoice."""

    iban: str
    tenaamstelling: str
    herkomst: str


def check_crediteur(gegevens: CrediteurGegevens, *, bestaat: bool) -> None:
    if bestaat:
        raise Geweigerd(f"‘{gegevens.naam}’ staat al bij de crediteuren.", veld="naam")


def check_stoppen(crediteur: Crediteur, *, lopend: int, op: date, vandaag: date) -> None:
    if crediteur.gestopt_op is not None:
        raise Geweigerd("Deze crediteur is al gestopt.")
    if lopend:
        lasten = "er loopt een vaste last" if lopend == 1 else f"{lopend} vaste lasten lopen"
        raise Geweigerd(f"Aan deze crediteur wordt nog betaald: {lasten}. Beëindig die eerst.")
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="op")


def check_hervatten(crediteur: Crediteur) -> None:
    if crediteur.gestopt_op is None:
        raise Geweigerd("Deze crediteur is niet gestopt.")


def check_voorstelbaar(crediteur: Crediteur, *, wacht: bool) -> None:
    """Before anybody typed a number."""
    if crediteur.gestopt_op is not None:
        raise Geweigerd("Deze crediteur is gestopt.")
    if wacht:
        raise Geweigerd(
            "Er wacht al een rekeningnummer op bevestiging. Laat dat eerst bevestigen of afwijzen."
        )


def check_voorstellen(
    crediteur: Crediteur,
    *,
    iban: str,
    bevestigd: Crediteurrekening | None,
    wacht: bool,
    eigen_iban: str,
) -> None:
    """`eigen_iban`: the account of the municipality."""
    check_voorstelbaar(crediteur, wacht=wacht)
    if iban == eigen_iban:
        raise Geweigerd("Dit is de rekening van de gemeente zelf.", veld="iban")
    if bevestigd is not None and bevestigd.iban == iban:
        raise Geweigerd("Dit is al het rekeningnummer van deze crediteur.", veld="iban")


def check_bevestigen(rekening: Crediteurrekening, *, door_id: int, laatste_tekens: str) -> None:
    """A second pair of eyes, which types the end of the number from the source itself."""
    check_andere_ogen(rekening, door_id=door_id)
    if zonder_opmaak(laatste_tekens) != rekening.iban[-4:]:
        raise Geweigerd(
            "De laatste vier tekens kloppen niet met het voorgestelde nummer. Vergelijk het "
            "nummer met de brief of factuur.",
            veld="laatste_tekens",
        )


def check_andere_ogen(rekening: Crediteurrekening, *, door_id: int) -> None:
    if rekening.status != RekeningStatus.VOORGESTELD:
        raise Geweigerd("Dit rekeningnummer wacht niet op bevestiging.")
    if rekening.voorgesteld_door_id == door_id:
        raise Geweigerd("U stelde dit nummer zelf voor. Een collega bevestigt het.")


def check_afwijzen(rekening: Crediteurrekening) -> None:
    if rekening.status != RekeningStatus.VOORGESTELD:
        raise Geweigerd("Dit rekeningnummer wacht niet op bevestiging.")

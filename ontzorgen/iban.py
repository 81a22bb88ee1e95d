"""An account number as people type it, and what it says: checked, with bank and BIC."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schwifty import IBAN
from schwifty.exceptions import SchwiftyException

from inburgering.geweigerd import Geweigerd

_VOORAF = re.compile(r"^\s*(iban|rekening(nummer)?|rek\.?(\s*nr\.?)?)\s*[:.]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rekeningnummer:
    """A valid IBAN without spaces. `bic` and `bank` are empty when the country does not tell."""

    iban: str
    bic: str
    bank: str

    @property
    def buitenlands(self) -> bool:
        return buitenlands(self.iban)


def buitenlands(iban: str) -> bool:
    return not iban.startswith("NL")


def in_groepen(iban: str) -> str:
    """In groups of four, as it stands on a bank card."""
    return " ".join(iban[i : i + 4] for i in range(0, len(iban), 4))


def zonder_einde(iban: str) -> str:
    """Without the last four, for who has to find them on paper."""
    return in_groepen(iban[:-4] + "•" * 4)


def zonder_opmaak(tekst: str) -> str:
    """Capitals and figures only, without the word before them: also of a part of a number."""
    return re.sub(r"[\s.\-]", "", _VOORAF.sub("", tekst)).upper()


def lees_iban(tekst: str, *, veld: str = "iban") -> Rekeningnummer:
    """ "IBAN: NL91 ABNA 0417 1643 00" and the like. Raises Geweigerd with what is wrong."""
    try:
        iban = IBAN(zonder_opmaak(tekst), validate_bban=True)
    except SchwiftyException:
        raise Geweigerd(
            "Dit is geen geldig rekeningnummer. Controleer of er geen cijfers zijn verwisseld.",
            veld=veld,
        ) from None
    if not iban.in_sepa_zone:
        raise Geweigerd(
            "Naar dit land kan niet in euro met een gewone overboeking worden betaald.", veld=veld
        )
    return Rekeningnummer(
        iban=str(iban), bic=str(iban.bic or ""), bank=iban.bank_short_name or iban.bank_name or ""
    )

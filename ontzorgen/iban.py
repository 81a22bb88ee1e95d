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
    def leesbaar(self) -> str:
        """In groups of four, as it stands on a bank card."""
        return " ".join(self.iban[i : i + 4] for i in range(0, len(self.iban), 4))

    @property
    def buitenlands(self) -> bool:
        return not self.iban.startswith("NL")


def lees_iban(tekst: str, *, veld: str = "iban") -> Rekeningnummer:
    """ "IBAN: NL91 ABNA 0417 1643 00" and the like. Raises Geweigerd with what is wrong."""
    kaal = re.sub(r"[\s.\-]", "", _VOORAF.sub("", tekst)).upper()
    try:
        iban = IBAN(kaal, validate_bban=True)
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

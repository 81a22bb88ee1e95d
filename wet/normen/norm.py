"""What a legal number is: a value with its unit, the days it holds, its source, its certainty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from wet.geld import euro, getal
from wet.uitkomst import Zekerheid


class Eenheid(StrEnum):
    """What a norm counts."""

    UREN = "uren"
    DAGEN = "dagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"
    EURO = "euro"
    PROCENT = "procent"
    KEER = "keer"
    GEBEURTENIS = "gebeurtenis"
    """Not a number: the name of the event that starts a term."""


# Dutch writes "3 jaar" and "12 uur", but "10 weken".
_NA_EEN_GETAL = {Eenheid.JAREN: "jaar", Eenheid.UREN: "uur", Eenheid.PROCENT: "%"}
_NA_EEN = _NA_EEN_GETAL | {
    Eenheid.DAGEN: "dag",
    Eenheid.WEKEN: "week",
    Eenheid.MAANDEN: "maand",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """A legal number on a range of days.

    `geldig_tot` is the last day (inclusive); None means: until further notice.
    """

    naam: str
    waarde: int | Decimal | str
    eenheid: Eenheid
    geldig_vanaf: date
    geldig_tot: date | None = None
    bron: tuple[str, ...]
    zekerheid: Zekerheid = Zekerheid.GEVERIFIEERD
    toelichting: str = ""

    def geldt_op(self, op: date) -> bool:
        """Whether the norm holds on that day; both ends count."""
        return self.geldig_vanaf <= op and (self.geldig_tot is None or op <= self.geldig_tot)

    @property
    def aantal(self) -> int:
        """The value as a whole number; a TypeError for a norm that is something else."""
        if not isinstance(self.waarde, int):
            raise TypeError(f"norm ‘{self.naam}’ is geen aantal, maar {self.waarde!r}")
        return self.waarde

    @property
    def bedrag(self) -> Decimal:
        """The value in euro; a TypeError for a norm that is something else."""
        if not isinstance(self.waarde, Decimal) or self.eenheid is not Eenheid.EURO:
            raise TypeError(f"norm ‘{self.naam}’ is geen bedrag, maar {self}")
        return self.waarde

    def __str__(self) -> str:
        if self.eenheid is Eenheid.EURO and isinstance(self.waarde, Decimal):
            return euro(self.waarde)
        if self.eenheid is Eenheid.GEBEURTENIS:
            return f"na de {self.waarde}"
        waarde = getal(self.waarde) if isinstance(self.waarde, int) else self.waarde
        woorden = _NA_EEN if self.waarde == 1 else _NA_EEN_GETAL
        return f"{waarde} {woorden.get(self.eenheid, self.eenheid.value)}"


def rij(
    naam: str,
    waarde: int | Decimal | str,
    eenheid: Eenheid,
    *bron: str,
    vanaf: date = date(2022, 1, 1),
    tot: date | None = None,
    zekerheid: Zekerheid = Zekerheid.GEVERIFIEERD,
    toelichting: str = "",
) -> Norm:
    """One row of the register, short to write; without `vanaf` from the start of the Wi 2021.

    Bron: staat in `bron`.
    """
    return Norm(
        naam=naam,
        waarde=waarde,
        eenheid=eenheid,
        geldig_vanaf=vanaf,
        geldig_tot=tot,
        bron=bron,
        zekerheid=zekerheid,
        toelichting=toelichting,
    )

"""Every legal number, with its unit, the days it holds, its source and how certain it is.

A change of law is a new row here, with the day it takes effect; the row before it ends on the day
before. Nothing else in this room carries a bare legal number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from wet.datums import eis_datum, zonder_weekdag
from wet.uitkomst import Zekerheid


class Eenheid(StrEnum):
    """What a norm counts."""

    UREN = "uren"
    DAGEN = "dagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"
    GEBEURTENIS = "gebeurtenis"
    """Not a number: the name of the event that starts a term."""


# Dutch writes "3 jaar" and "12 uur", but "10 weken".
_NA_EEN_GETAL = {Eenheid.JAREN: "jaar", Eenheid.UREN: "uur"}


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

    def __str__(self) -> str:
        return f"{self.waarde} {_NA_EEN_GETAL.get(self.eenheid, self.eenheid.value)}"


class GeenNorm(LookupError):
    """No such norm, or none on that day. The message names the norm and the day."""


BRP = "brp"
KENNISGEVING = "kennisgeving"

_WET_INBURGERING = date(2022, 1, 1)
_AWB = date(1994, 1, 1)
_TERMIJNENWET = date(1965, 4, 1)
_HUISVESTINGSWET = date(2015, 1, 1)
_ANDER_BEGIN = date(2023, 1, 1)
_DAG_VOOR_ANDER_BEGIN = date(2022, 12, 31)

_NORMEN = (
    # Het persoonlijk plan: tien weken.
    Norm(
        naam="pip_begin",
        waarde=BRP,
        eenheid=Eenheid.GEBEURTENIS,
        geldig_vanaf=_WET_INBURGERING,
        geldig_tot=_DAG_VOOR_ANDER_BEGIN,
        bron=("B22 5.3.1",),
        toelichting="De tien weken beginnen na de inschrijving in de BRP.",
    ),
    Norm(
        naam="pip_begin",
        waarde=KENNISGEVING,
        eenheid=Eenheid.GEBEURTENIS,
        geldig_vanaf=_ANDER_BEGIN,
        bron=("B26 5.3.1",),
        zekerheid=Zekerheid.AFGELEID,
        toelichting=(
            "De tien weken beginnen na de kennisgeving van DUO, of na een latere inschrijving in "
            "de gemeente die huisvest."
            " De tekst is gelezen; de dag van ingang is afgeleid uit Stb. 2022, 489."
        ),
    ),
    Norm(
        naam="pip_weken",
        waarde=10,
        eenheid=Eenheid.WEKEN,
        geldig_vanaf=_WET_INBURGERING,
        geldig_tot=_DAG_VOOR_ANDER_BEGIN,
        bron=("B22 5.3.1",),
    ),
    Norm(
        naam="pip_weken",
        waarde=10,
        eenheid=Eenheid.WEKEN,
        geldig_vanaf=_ANDER_BEGIN,
        bron=("B26 5.3.1",),
    ),
    Norm(
        naam="pip_weken_na_verhuizing",
        waarde=10,
        eenheid=Eenheid.WEKEN,
        geldig_vanaf=_WET_INBURGERING,
        bron=("B26 5.3.3",),
    ),
    Norm(
        naam="pip_dagen_na_informatie",
        waarde=14,
        eenheid=Eenheid.DAGEN,
        geldig_vanaf=_WET_INBURGERING,
        bron=("B26 5.3.2",),
    ),
    # De drie jaar om in te burgeren.
    Norm(
        naam="inburgeringstermijn_jaren",
        waarde=3,
        eenheid=Eenheid.JAREN,
        geldig_vanaf=_WET_INBURGERING,
        bron=("Wi 11",),
    ),
    # Bezwaar.
    Norm(
        naam="bezwaar_weken",
        waarde=6,
        eenheid=Eenheid.WEKEN,
        geldig_vanaf=_AWB,
        bron=("Awb 6:7", "Awb 6:8"),
    ),
    # Ontzorgen.
    Norm(
        naam="ontzorgen_maanden",
        waarde=6,
        eenheid=Eenheid.MAANDEN,
        geldig_vanaf=_WET_INBURGERING,
        bron=("Pw 56a",),
    ),
    # Wat een leerroute vraagt.
    Norm(
        naam="pvt_uren",
        waarde=12,
        eenheid=Eenheid.UREN,
        geldig_vanaf=_WET_INBURGERING,
        bron=("B26 3.1.2",),
    ),
    Norm(
        naam="map_praktijkuren",
        waarde=40,
        eenheid=Eenheid.UREN,
        geldig_vanaf=_WET_INBURGERING,
        bron=("R26 3.1",),
        toelichting="Uren praktische inzet; lesuren tellen niet mee.",
    ),
    Norm(
        naam="z_cursusuren",
        waarde=800,
        eenheid=Eenheid.UREN,
        geldig_vanaf=_WET_INBURGERING,
        bron=("Wi 9", "B26 3.14.2", "B26 3.14.3"),
    ),
    Norm(
        naam="z_participatieuren",
        waarde=800,
        eenheid=Eenheid.UREN,
        geldig_vanaf=_WET_INBURGERING,
        bron=("Wi 9", "B26 3.14.2"),
        toelichting="Alleen voor asielstatushouders. De uren van PVT en MAP tellen hierin mee.",
    ),
    Norm(
        naam="afschalen_uren",
        waarde=600,
        eenheid=Eenheid.UREN,
        geldig_vanaf=_WET_INBURGERING,
        bron=("Wi 17.3", "B26 5.5"),
        toelichting="Uren Nederlands; alfabetisering telt mee, KNM niet.",
    ),
    # Huisvesting na de koppeling door het COA.
    Norm(
        naam="huisvesting_weken",
        waarde=14,
        eenheid=Eenheid.WEKEN,
        geldig_vanaf=_HUISVESTINGSWET,
        bron=("T25",),
        zekerheid=Zekerheid.PRAKTIJK,
        toelichting=(
            "Geen wet maar een afspraak tussen het COA en gemeenten. De dag van ingang is niet "
            "bekend; hier staat de ingang van de Huisvestingswet 2014."
        ),
    ),
    # Algemene termijnenwet: hoe lang een termijn hoogstens mag zijn om op te schuiven.
    Norm(
        naam="termijnenwet_hoogstens_dagen",
        waarde=90,
        eenheid=Eenheid.DAGEN,
        geldig_vanaf=_TERMIJNENWET,
        bron=("ATW 4",),
    ),
    Norm(
        naam="termijnenwet_hoogstens_weken",
        waarde=12,
        eenheid=Eenheid.WEKEN,
        geldig_vanaf=_TERMIJNENWET,
        bron=("ATW 4",),
    ),
    Norm(
        naam="termijnenwet_hoogstens_maanden",
        waarde=3,
        eenheid=Eenheid.MAANDEN,
        geldig_vanaf=_TERMIJNENWET,
        bron=("ATW 4",),
    ),
)


def _per_naam(normen: tuple[Norm, ...]) -> Mapping[str, tuple[Norm, ...]]:
    groepen: dict[str, list[Norm]] = defaultdict(list)
    for rij in normen:
        groepen[rij.naam].append(rij)
    return MappingProxyType(
        {
            naam: tuple(sorted(rijen, key=lambda rij: rij.geldig_vanaf))
            for naam, rijen in groepen.items()
        }
    )


NORMEN: Mapping[str, tuple[Norm, ...]] = _per_naam(_NORMEN)
"""All norms by name, each with its rows in order of time."""


def norm(naam: str, op: date) -> Norm:
    """The norm that holds on a day.

    No such norm, or none on that day, is a `GeenNorm` that names it.

    Bron: staat in het veld `bron` van elke norm.
    """
    eis_datum("op", op)
    rijen = NORMEN.get(naam)
    if rijen is None:
        raise GeenNorm(f"Er is geen norm met de naam ‘{naam}’.")
    for rij in rijen:
        if rij.geldt_op(op):
            return rij
    raise GeenNorm(
        f"De norm ‘{naam}’ heeft geen waarde op {zonder_weekdag(op)}; de eerste geldt vanaf "
        f"{zonder_weekdag(rijen[0].geldig_vanaf)}."
    )

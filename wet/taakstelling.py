"""The housing taakstelling: a municipality's share, who counts, and where it stands on a day.

People are counted, children and those who follow too, on the day they are housed. Who was housed
fills the oldest open period first; what is left over counts ahead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wet.datums import EEN_DAG, eis_datum, eis_datum_of_niets, voluit, weken_na
from wet.geld import getal
from wet.normen import norm
from wet.regels import regel
from wet.uitkomst import Aantal, OngeldigeInvoer, Uitkomst, Zekerheid, nog_niet

_TWEEDE_HELFT = 7
"""July: the month in which the second half begins."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Tijdvak:
    """A half year (`helft` 1 or 2), or a whole year where the halves are not known (0)."""

    jaar: int
    helft: int

    def __post_init__(self) -> None:
        if self.helft not in (0, 1, 2):
            raise OngeldigeInvoer("Een helft is 1 of 2, of 0 voor een heel jaar.")

    @classmethod
    def van(cls, op: date) -> Tijdvak:
        """The half year in which a day falls."""
        return cls(jaar=op.year, helft=1 if op.month < _TWEEDE_HELFT else 2)

    @property
    def start_op(self) -> date:
        """The first day."""
        return date(self.jaar, _TWEEDE_HELFT if self.helft == 2 else 1, 1)

    @property
    def eind_op(self) -> date:
        """The last day, inclusive: 30 June or 31 December."""
        return (
            date(self.jaar, _TWEEDE_HELFT, 1) - EEN_DAG
            if self.helft == 1
            else date(self.jaar, 12, 31)
        )

    @property
    def peildatum_inwoners(self) -> date:
        """The day whose inhabitants count: 1 January of the calendar year before."""
        return date(self.jaar - 1, 1, 1)

    def __str__(self) -> str:
        if not self.helft:
            return f"heel {self.jaar}"
        return f"{self.helft}e helft {self.jaar}"


@regel(
    "De taakstelling van een gemeente: haar deel van het landelijke aantal, naar boven afgerond.",
    "landelijk=13500 inwoners_gemeente=64200 inwoners_nederland=17590672",
)
def taakstelling(
    landelijk: int, inwoners_gemeente: int, inwoners_nederland: int
) -> Uitkomst[Aantal]:
    """The number of people a municipality must house in a half year.

    `landelijk` is the national number of that half year; the inhabitants are those on 1 January of
    the calendar year before (`Tijdvak.peildatum_inwoners`). Rounded up, so that all municipalities
    together house more than the national number.

    Bron: Hvw 29.1; dat de som hoger uitkomt is afgeleid.
    """
    if min(landelijk, inwoners_gemeente) < 0 or not 0 < inwoners_nederland >= inwoners_gemeente:
        raise OngeldigeInvoer("Controleer de aantallen: een gemeente is nooit groter dan het land.")
    aantal = -(-landelijk * inwoners_gemeente // inwoners_nederland)
    return Uitkomst(
        regel="taakstelling",
        uitkomst=Aantal(aantal=aantal),
        bron=("Hvw 29.1",),
        stappen=(
            f"{getal(landelijk)} × {getal(inwoners_gemeente)} inwoners, gedeeld door "
            f"{getal(inwoners_nederland)} inwoners.",
            f"Naar boven afgerond: {getal(aantal)} mensen.",
        ),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


class Verblijfsgrond(StrEnum):
    """Why a person is here, as far as the taakstelling asks."""

    VERGUNNINGHOUDER = "vergunninghouder"
    NAREIZIGER = "nareiziger"
    KIND_VAN_VERGUNNINGHOUDER = "kind_van_vergunninghouder"
    GEZINSMIGRANT = "gezinsmigrant"
    OEKRAINE = "oekraine"


_TELT = {
    Verblijfsgrond.VERGUNNINGHOUDER: (True, "Een vergunninghouder telt mee."),
    Verblijfsgrond.NAREIZIGER: (True, "Wie nareist bij een vergunninghouder telt mee."),
    Verblijfsgrond.KIND_VAN_VERGUNNINGHOUDER: (True, "Een kind van een vergunninghouder telt mee."),
    Verblijfsgrond.GEZINSMIGRANT: (False, "Een gezinsmigrant telt nooit mee."),
    Verblijfsgrond.OEKRAINE: (False, "Opvang uit Oekraïne valt onder een andere wet."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Whether a person counts, and from which day (inclusive)."""

    telt: bool
    vanaf_op: date | None


@regel(
    "Of iemand meetelt voor de taakstelling, en vanaf wanneer.",
    "verblijfsgrond=vergunninghouder gehuisvest=2024-06-19",
    "verblijfsgrond=gezinsmigrant gehuisvest=2024-06-19",
    "verblijfsgrond=nareiziger gehuisvest=onbekend",
)
def telt_mee(verblijfsgrond: Verblijfsgrond, gehuisvest: date | None) -> Uitkomst[Telling]:
    """Whether a person counts for the taakstelling and from which day.

    `gehuisvest` is the day of housing in the municipality (BRP registration). Having a duty to
    integrate plays no part, in neither direction.

    Bron: Hvw 28, Hvw 29.1; welke dag telt en nareizigers: uit algemene kennis.
    """
    gehuisvest = eis_datum_of_niets("gehuisvest", gehuisvest)
    telt, waarom = _TELT[verblijfsgrond]
    if not telt:
        return _telling(Telling(telt=False, vanaf_op=None), (waarom,))
    if gehuisvest is None:
        return nog_niet(
            "telt_mee",
            "de huisvesting in de gemeente",
            ("Hvw 28",),
            (waarom,),
            Zekerheid.AFGELEID,
        )
    slot = f"Gehuisvest op {voluit(gehuisvest)}: vanaf die dag."
    return _telling(Telling(telt=True, vanaf_op=gehuisvest), (waarom, slot))


def _telling(telling: Telling, stappen: tuple[str, ...]) -> Uitkomst[Telling]:
    return Uitkomst(
        regel="telt_mee",
        uitkomst=telling,
        bron=("Hvw 28", "Hvw 29.1"),
        stappen=stappen,
        zekerheid=Zekerheid.AFGELEID,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdvakstand:
    """One period: what was asked, who was housed in it, and how much of it is filled by now.

    `open` is what is still to house for this period; `gehuisvest` counts those housed within it,
    for whichever period they fill.
    """

    tijdvak: Tijdvak
    opgave: int
    gehuisvest: int
    gevuld: int

    @property
    def open(self) -> int:
        """Still to house for this period."""
        return self.opgave - self.gevuld


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a municipality stands on a day.

    `achterstand`: still open of periods that are over. `nog_te_huisvesten`: that and what is open
    of the current period. `voorsprong`: housed beyond everything asked so far.
    """

    op: date
    tijdvakken: tuple[Tijdvakstand, ...]
    achterstand: int
    nog_te_huisvesten: int
    voorsprong: int


def stand_op(
    op: date, *, opgaven: Mapping[Tijdvak, int], gehuisvest: Iterable[date], beginstand: int = 0
) -> Uitkomst[Stand]:
    """Where a municipality stands at the end of a day.

    `opgaven` per period; those that begin after `op` do not count yet. `gehuisvest` holds one day
    per counted person; later days do not count yet. `beginstand` is how many were housed before the
    first of these days, without persons. The oldest open period is filled first.

    Bron: Hvw 28, Hvw 29.1; oudste eerst is zoals toezichthouders het doen (afgeleid).
    """
    eis_datum("op", op)
    if beginstand < 0 or any(opgave < 0 for opgave in opgaven.values()):
        raise OngeldigeInvoer("Een opgave en een beginstand zijn nooit negatief.")
    dagen = [dag for dag in gehuisvest if eis_datum("gehuisvest", dag) <= op]
    per_tijdvak = Counter(Tijdvak.van(dag) for dag in dagen)
    over = beginstand + len(dagen)
    standen = []
    for tijdvak in sorted(opgaven, key=lambda deel: (deel.eind_op, deel)):
        if tijdvak.start_op > op:
            continue
        gevuld = min(opgaven[tijdvak], over)
        over -= gevuld
        standen.append(
            Tijdvakstand(
                tijdvak=tijdvak,
                opgave=opgaven[tijdvak],
                gehuisvest=_in(tijdvak, per_tijdvak),
                gevuld=gevuld,
            )
        )
    return _stand(op, tuple(standen), over)


def _in(tijdvak: Tijdvak, per_tijdvak: Mapping[Tijdvak, int]) -> int:
    """Those housed in a period; a whole year is its two halves."""
    helften = (1, 2) if not tijdvak.helft else (tijdvak.helft,)
    return sum(per_tijdvak.get(Tijdvak(jaar=tijdvak.jaar, helft=helft), 0) for helft in helften)


def _stand(op: date, standen: tuple[Tijdvakstand, ...], over: int) -> Uitkomst[Stand]:
    voorbij = sum(deel.open for deel in standen if deel.tijdvak.eind_op < op)
    samen = sum(deel.open for deel in standen)
    return Uitkomst(
        regel="stand_op",
        uitkomst=Stand(
            op=op,
            tijdvakken=standen,
            achterstand=voorbij,
            nog_te_huisvesten=samen,
            voorsprong=over,
        ),
        bron=("Hvw 28", "Hvw 29.1"),
        stappen=(
            *(
                f"{str(deel.tijdvak).capitalize()}: {deel.gevuld} van {deel.opgave}"
                f"{f', nog {deel.open} open' if deel.open else ''}."
                for deel in standen
            ),
            f"Op {voluit(op)}: achterstand {voorbij}, nog te huisvesten {samen}, "
            f"voorsprong {over}.",
        ),
        zekerheid=Zekerheid.AFGELEID,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Halfjaardatums:
    """The days around the taakstelling of a half year; all inclusive."""

    start_op: date
    eind_op: date
    bekend_op: date
    peildatum_inwoners: date


@regel("Wanneer de taakstelling van een halfjaar bekend is en af moet zijn.", "jaar=2025 helft=1")
def taakstellingsdatums(jaar: int, helft: int) -> Uitkomst[Halfjaardatums]:
    """The first and last day of a half year, and by when its national number is published.

    `bekend_op`: at least thirteen weeks before the half year starts; counted back, so never moved.
    A half other than 1 or 2 is an OngeldigeInvoer.

    Bron: Hvw 28, Hvw 29.1, ATW 1.2.
    """
    if helft not in (1, 2):
        raise OngeldigeInvoer("De helft is 1 of 2.")
    tijdvak = Tijdvak(jaar=jaar, helft=helft)
    lengte = norm("taakstelling_bekend_weken", tijdvak.start_op)
    bekend = weken_na(tijdvak.start_op, -lengte.aantal)
    return Uitkomst(
        regel="taakstellingsdatums",
        uitkomst=Halfjaardatums(
            start_op=tijdvak.start_op,
            eind_op=tijdvak.eind_op,
            bekend_op=bekend,
            peildatum_inwoners=tijdvak.peildatum_inwoners,
        ),
        bron=("Hvw 28", *lengte.bron),
        stappen=(
            f"De {tijdvak} begint op {voluit(tijdvak.start_op)}; het landelijke aantal is "
            f"{lengte} eerder bekend, uiterlijk {voluit(bekend)}.",
            f"De inwoners van {voluit(tijdvak.peildatum_inwoners)} tellen.",
            f"De laatste dag is {voluit(tijdvak.eind_op)}.",
        ),
        zekerheid=lengte.zekerheid,
    )

"""Where a municipality stands on a day: the oldest open period is filled first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from wet.datums import eis_datum, voluit
from wet.taakstelling.tijdvak import Tijdvak
from wet.uitkomst import OngeldigeInvoer, Uitkomst, Zekerheid, nog_niet

_BRON = ("Hvw 28", "Hvw 29.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginstand:
    """How many were housed up to and including a day, without persons: what came before us."""

    op: date
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdvakstand:
    """One period: what was asked, what it began with, who was housed in it, what is filled by now.

    `meegenomen` is the saldo at its first day: above zero a voorsprong, below zero an achterstand;
    None for a period that began before the beginstand, of which that is not known. `gehuisvest`
    counts those housed within it, for whichever period they fill. `uiterlijk_op` is its last day,
    or the later or earlier day that the supervisor set.
    """

    tijdvak: Tijdvak
    opgave: int
    meegenomen: int | None
    gehuisvest: int
    gevuld: int
    uiterlijk_op: date
    te_laat: bool

    @property
    def open(self) -> int:
        """Still to house for this period."""
        return self.opgave - self.gevuld

    @property
    def te_huisvesten(self) -> int | None:
        """The opgave with the achterstand added, or the voorsprong taken off."""
        return None if self.meegenomen is None else self.opgave - self.meegenomen

    @property
    def saldo(self) -> int | None:
        """What goes on to the next period: housed, less what was to house."""
        return None if self.te_huisvesten is None else self.gehuisvest - self.te_huisvesten


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a municipality stands on a day.

    `achterstand`: still open of periods that are over. `nog_te_huisvesten`: that and what is open
    of the current period. `voorsprong`: housed beyond everything asked so far. `te_laat`: still
    open of periods whose last day, or the day set for them, is past.
    """

    op: date
    tijdvakken: tuple[Tijdvakstand, ...]
    achterstand: int
    nog_te_huisvesten: int
    voorsprong: int
    te_laat: int


def stand_op(
    op: date,
    *,
    opgaven: Mapping[Tijdvak, int],
    gehuisvest: Mapping[date, int],
    beginstand: Beginstand | None = None,
    uiterlijk: Mapping[Tijdvak, date] | None = None,
) -> Uitkomst[Stand]:
    """Where a municipality stands at the end of a day.

    `opgaven` per period; those that begin after `op` do not count yet. `gehuisvest` is how many
    people count from each day, less what a supervisor took off on it; later days do not count yet,
    and days up to and including the beginstand's are in the beginstand. `uiterlijk` holds the
    periods for which a supervisor set a day of their own. The oldest open period is filled first.

    Bron: Hvw 28, Hvw 29.1; oudste eerst is zoals toezichthouders het doen (afgeleid).
    """
    eis_datum("op", op)
    _eis_opgaven(opgaven)
    if beginstand is not None and beginstand.aantal < 0:
        raise OngeldigeInvoer("Een beginstand is nooit negatief.")
    if beginstand is not None and op < beginstand.op:
        wie = f"wie er is gehuisvest tot en met {voluit(beginstand.op)}"
        return nog_niet("stand_op", wie, _BRON, zekerheid=Zekerheid.AFGELEID)
    telling = _Telling(op, gehuisvest, beginstand)
    over = telling.voor(None)
    standen: list[Tijdvakstand] = []
    gevraagd = 0
    for tijdvak in sorted(deel for deel in opgaven if deel.start_op <= op):
        opgave = opgaven[tijdvak]
        gevuld = min(opgave, over)
        over -= gevuld
        uiterlijk_op = (uiterlijk or {}).get(tijdvak, tijdvak.eind_op)
        bekend = beginstand is None or beginstand.op < tijdvak.start_op
        standen.append(
            Tijdvakstand(
                tijdvak=tijdvak,
                opgave=opgave,
                meegenomen=telling.voor(tijdvak.start_op) - gevraagd if bekend else None,
                gehuisvest=telling.binnen(tijdvak),
                gevuld=gevuld,
                uiterlijk_op=uiterlijk_op,
                te_laat=gevuld < opgave and uiterlijk_op < op,
            )
        )
        gevraagd += opgave
    return _stand(op, tuple(standen), over)


class _Telling:
    """The people that count on a day, of which it says how many came before or within a period."""

    def __init__(
        self, op: date, gehuisvest: Mapping[date, int], beginstand: Beginstand | None
    ) -> None:
        na = beginstand.op if beginstand else date.min
        tellend = sorted((dag, n) for dag, n in gehuisvest.items() if na < dag <= op)
        self._dagen = [dag for dag, _n in tellend]
        vooraf = beginstand.aantal if beginstand else 0
        self._tot = list(accumulate((n for _dag, n in tellend), initial=vooraf))

    def voor(self, dag: date | None) -> int:
        """Before a day, or all of them; with the beginstand."""
        return self._tot[-1 if dag is None else bisect_left(self._dagen, dag)]

    def binnen(self, tijdvak: Tijdvak) -> int:
        tot_en_met = bisect_right(self._dagen, tijdvak.eind_op)
        return self._tot[tot_en_met] - self._tot[bisect_left(self._dagen, tijdvak.start_op)]


def _eis_opgaven(opgaven: Mapping[Tijdvak, int]) -> None:
    if any(opgave < 0 for opgave in opgaven.values()):
        raise OngeldigeInvoer("Een opgave is nooit negatief.")
    hele_jaren = {deel.jaar for deel in opgaven if not deel.helft}
    if any(deel.helft and deel.jaar in hele_jaren for deel in opgaven):
        raise OngeldigeInvoer("Van een jaar staat er het geheel of de helften, nooit allebei.")


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
            voorsprong=max(over, 0),
            te_laat=sum(deel.open for deel in standen if deel.te_laat),
        ),
        bron=_BRON,
        stappen=(
            *(
                f"{str(deel.tijdvak).capitalize()}: {deel.gevuld} van {deel.opgave}"
                f"{f', nog {deel.open} open' if deel.open else ''}."
                for deel in standen
            ),
            f"Op {voluit(op)}: achterstand {voorbij}, nog te huisvesten {samen}, "
            f"voorsprong {max(over, 0)}.",
        ),
        zekerheid=Zekerheid.AFGELEID,
    )

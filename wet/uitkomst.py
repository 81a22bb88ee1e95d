"""The shape of every answer: the outcome, the rule, the sources, the steps and the certainty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class OngeldigeInvoer(ValueError):
    """A value or name that a rule cannot take. The message is one Dutch sentence."""


class Zekerheid(StrEnum):
    """How sure a reading of the law is, from strong to weak."""

    GEVERIFIEERD = "geverifieerd"
    """The text of the law was read and says this."""
    AFGELEID = "afgeleid"
    """Inferred from the text; a lawyer should confirm it before it decides a case."""
    PRAKTIJK = "praktijk"
    """How it is done, without a text that says so."""

    @classmethod
    def zwakste(cls, *zekerheden: Zekerheid) -> Zekerheid:
        """A chain is as certain as its weakest link.

        Bron: geen; afspraak van dit systeem.
        """
        return max(zekerheden, key=_VAN_STERK_NAAR_ZWAK.index, default=cls.GEVERIFIEERD)


_VAN_STERK_NAAR_ZWAK = tuple(Zekerheid)


@dataclass(frozen=True, slots=True)
class NogNietTeBepalen:
    """An answer, not an error: a fact is still missing, and this says which one."""

    wacht_op: str

    def __str__(self) -> str:
        return f"nog niet te bepalen: wacht op {self.wacht_op}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst(Generic[T]):
    """One answer of the law, with everything needed to explain it.

    `stappen` are Dutch sentences with the actual dates and amounts; the last one is the conclusion.
    The same sentences stand in the application under "Waarom deze datum?".
    """

    regel: str
    uitkomst: T | NogNietTeBepalen
    bron: tuple[str, ...]
    stappen: tuple[str, ...]
    zekerheid: Zekerheid

    @property
    def bekend(self) -> T | None:
        """The outcome, or None while a fact is missing."""
        return None if isinstance(self.uitkomst, NogNietTeBepalen) else self.uitkomst

    @property
    def wacht_op(self) -> str | None:
        """What is still missing, or None when the outcome is known."""
        return self.uitkomst.wacht_op if isinstance(self.uitkomst, NogNietTeBepalen) else None

    @property
    def conclusie(self) -> str:
        """The last step: the whole answer in one sentence."""
        return self.stappen[-1]

    def als_dict(self) -> dict[str, Any]:
        """The answer in plain values, to store as JSON or to print."""
        return {veld.name: plat(getattr(self, veld.name)) for veld in fields(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantal:
    """A number of people or things."""

    aantal: int


def oordeel(
    regel: str,
    mag: bool,
    stappen: Iterable[str],
    bron: Iterable[str],
    zekerheid: Zekerheid = Zekerheid.GEVERIFIEERD,
) -> Uitkomst[bool]:
    """Yes or no, with its reasons; every source once.

    Bron: geen; afspraak van dit systeem.
    """
    return Uitkomst(
        regel=regel,
        uitkomst=mag,
        bron=tuple(dict.fromkeys(bron)),
        stappen=tuple(stappen),
        zekerheid=zekerheid,
    )


def nog_niet(
    regel: str,
    wacht_op: str,
    bron: tuple[str, ...],
    aanloop: tuple[str, ...] = (),
    zekerheid: Zekerheid = Zekerheid.GEVERIFIEERD,
) -> Uitkomst[T]:
    """The answer while a fact is missing: what the rule waits for.

    `aanloop` are the steps that could be made already; `zekerheid` is that of the rule.

    Bron: geen; afspraak van dit systeem.
    """
    wacht = NogNietTeBepalen(wacht_op)
    return Uitkomst(
        regel=regel,
        uitkomst=wacht,
        bron=bron,
        stappen=(*aanloop, f"N{str(wacht)[1:]}."),
        zekerheid=zekerheid,
    )


def plat(waarde: Any) -> Any:
    """Plain JSON values: dates as ISO text, amounts as text so that no cent is rounded away.

    Bron: geen; schrijfwijze van dit systeem.
    """
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {veld.name: plat(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, Mapping):
        return {plat(sleutel): plat(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, (tuple, list, frozenset)):
        return [plat(deel) for deel in waarde]
    if isinstance(waarde, StrEnum):
        return waarde.value
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Decimal):
        return str(waarde)
    return waarde

"""Days that must follow each other."""

from __future__ import annotations

from datetime import date

from inburgering.geweigerd import Geweigerd


def check_niet_in_toekomst(op: date, *, vandaag: date, veld: str = "op") -> None:
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld=veld)


def check_niet_voor(op: date, eerder: date | None, wat: str, *, veld: str = "op") -> None:
    """`wat` is what happened on the earlier day: "de toewijzing"."""
    if eerder is not None and op < eerder:
        raise Geweigerd(f"De datum ligt voor {wat} ({eerder:%d-%m-%Y}).", veld=veld)

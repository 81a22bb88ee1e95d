"""Figures of few people are not shown: somebody could be recognised in them."""

from __future__ import annotations

MINSTENS = 5
TE_WEINIG = f"< {MINSTENS}"
GEEN = "–"


def genoeg(aantal: int) -> bool:
    return aantal >= MINSTENS


def in_cijfers(aantal: int, waarde: str) -> str:
    """`waarde` when it is of enough people; nobody at all is nothing to hide."""
    if genoeg(aantal):
        return waarde
    return TE_WEINIG if aantal else GEEN

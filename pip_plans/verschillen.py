"""What a new version changes, in the words of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django.db.models import BooleanField, Field

from pip_plans.models import INHOUD, VAN_DEZE_VERSIE, Pip

NIETS = "niets"
_LANG = 300


@dataclass(frozen=True, kw_only=True)
class Verschil:
    """One part of the plan; `lang` is text of which old and new stand under each other."""

    veld: str
    naam: str
    was: str
    wordt: str

    @property
    def lang(self) -> bool:
        return len(self.was) + len(self.wordt) > _LANG


def verschillen(oud: Pip, nieuw: Pip) -> tuple[Verschil, ...]:
    """Everything in which the two plans differ, in the order of the letter."""
    return tuple(
        Verschil(veld=veld, naam=naam_van(veld), was=leesbaar(oud, veld), wordt=wordt)
        for veld in INHOUD
        if veld not in VAN_DEZE_VERSIE
        for wordt in [leesbaar(nieuw, veld)]
        if leesbaar(oud, veld) != wordt
    )


def naam_van(veld: str) -> str:
    naam = str(cast("Field[Any, Any]", Pip._meta.get_field(veld)).verbose_name)
    return naam[:1].upper() + naam[1:]


def leesbaar(pip: Pip, veld: str) -> str:
    """The value as a person reads it."""
    waarde: Any = getattr(pip, veld)
    if isinstance(Pip._meta.get_field(veld), BooleanField):
        return "ja" if waarde else "nee"
    toon = getattr(pip, f"get_{veld}_display", None)
    tekst = str(toon() if toon else "" if waarde is None else waarde).strip()
    return tekst.replace("\r\n", "\n") or NIETS

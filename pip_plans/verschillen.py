"""What a new version changes, in the words of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Field, TextField

from inburgering.enums import Onderdeel
from pip_plans.enums import Aanleiding
from pip_plans.inhoud import van_toepassing
from pip_plans.models import INHOUD, VAN_DEZE_VERSIE, Pip
from pip_plans.queries import bijlagen_van

NIETS = "niets"
VERVALLEN = "een tekst die vervalt"
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


def verschillen(oud: Pip, nieuw: Pip, *, asiel: bool) -> tuple[Verschil, ...]:
    """Everything in which the two plans differ, in the order of the letter, attachments last.

    Text that is put right is not said again: that may be why it is put right.
    """
    was, wordt = (van_toepassing(pip, asiel=asiel) for pip in (oud, nieuw))
    herstel = nieuw.aanleiding == Aanleiding.HERSTEL
    gevonden = [
        Verschil(
            veld=veld,
            naam=naam_van(veld),
            was=VERVALLEN if herstel and _is_tekst(veld) else leesbaar(veld, was[veld]),
            wordt=leesbaar(veld, wordt[veld]),
        )
        for veld in INHOUD
        if veld not in VAN_DEZE_VERSIE and leesbaar(veld, was[veld]) != leesbaar(veld, wordt[veld])
    ]
    eerst, dan = _titels(oud), _titels(nieuw)
    if eerst != dan:
        gevonden.append(Verschil(veld="bijlagen", naam="Bijlagen", was=eerst, wordt=dan))
    return tuple(gevonden)


def naam_van(veld: str) -> str:
    naam = str(_veld(veld).verbose_name)
    return naam[:1].upper() + naam[1:]


def leesbaar(veld: str, waarde: Any) -> str:
    """The value as a person reads it."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list):
        return ", ".join(str(Onderdeel(code).label).lower() for code in waarde) or NIETS
    keuzes = dict(_veld(veld).flatchoices)
    tekst = str(keuzes.get(waarde, "" if waarde is None else waarde)).strip()
    return tekst.replace("\r\n", "\n") or NIETS


def _veld(veld: str) -> Field[Any, Any]:
    return cast("Field[Any, Any]", Pip._meta.get_field(veld))


def _is_tekst(veld: str) -> bool:
    return isinstance(_veld(veld), TextField)


def _titels(pip: Pip) -> str:
    return ", ".join(bijlage.document.titel for bijlage in bijlagen_van(pip)) or NIETS

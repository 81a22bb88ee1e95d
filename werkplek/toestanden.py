"""Every state machine as a diagram, read from the code itself.

`manage.py toestanden` writes `docs/toestanden.md`; a test fails when that file is stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django_fsm import FSMField

from inburgering.statemachine import Toestandsrij

AANHEF = """\
# Toestanden

Dit bestand is gemaakt door `bin/manage toestanden` en wordt niet met de hand gewijzigd.
Het toont welke stappen er zijn. Of een stap nu mag, en waarom niet, zegt het beleid van de kamer
(`policies.py`); wat er nog meer gebeurt, staat in de handeling (`services`).
"""


@dataclass(frozen=True)
class Stap:
    """One arrow: this act takes a row from `van` to `naar`."""

    handeling: str
    van: str
    naar: str


@dataclass(frozen=True)
class Machine:
    """The states of one kind of row, where it begins, and every arrow between them."""

    kamer: str
    model: str
    naam: str
    begin: str
    toestanden: tuple[tuple[str, str], ...]
    stappen: tuple[Stap, ...]


def machines() -> list[Machine]:
    """In the order of the installed rooms, and within a room as the models were written."""
    return [
        _machine(model, veld)
        for model in apps.get_models()
        if issubclass(model, Toestandsrij)
        for veld in model._meta.concrete_fields
        if isinstance(veld, FSMField)
    ]


def _machine(model: type[models.Model], veld: Any) -> Machine:
    toestanden = tuple((str(waarde), str(label)) for waarde, label in veld.choices)
    return Machine(
        kamer=model._meta.app_label,
        model=model.__name__,
        naam=str(model._meta.verbose_name),
        begin=str(veld.get_default()),
        toestanden=toestanden,
        stappen=tuple(_stappen(model, veld, [waarde for waarde, _ in toestanden])),
    )


def _stappen(model: type[models.Model], veld: Any, volgorde: list[str]) -> Iterator[Stap]:
    """Sorted, so that the drawing does not depend on the order in which the code is read."""
    gevonden = [
        Stap(overgang.name, str(overgang.source), str(overgang.target))
        for overgang in veld.get_all_transitions(model)
    ]
    yield from sorted(
        gevonden,
        key=lambda stap: (volgorde.index(stap.van), volgorde.index(stap.naar), stap.handeling),
    )


def als_tekst() -> str:
    delen = [AANHEF]
    kamer = ""
    for machine in machines():
        if machine.kamer != kamer:
            kamer = machine.kamer
            naam = apps.get_app_config(kamer).verbose_name
            delen.append(f"## {naam}\n")
        delen.append(_als_tekst(machine))
    return "\n".join(delen)


def _als_tekst(machine: Machine) -> str:
    labels = dict(machine.toestanden)
    diagram = [
        "stateDiagram-v2",
        *(f"    {waarde}: {label}" for waarde, label in machine.toestanden),
        f"    [*] --> {machine.begin}",
        *(
            f"    {stap.van} --> {stap.naar}: {_leesbaar(stap.handeling)}"
            for stap in machine.stappen
        ),
        *(f"    {eind} --> [*]" for eind in _eindtoestanden(machine)),
    ]
    tabel = [
        "| handeling | van | naar |",
        "| --- | --- | --- |",
        *(
            f"| {_leesbaar(stap.handeling)} | {labels[stap.van]} | {labels[stap.naar]} |"
            for stap in machine.stappen
        ),
    ]
    kop = f"### {machine.naam[:1].upper()}{machine.naam[1:]} (`{machine.model}`)"
    return "\n".join([kop, "", "```mermaid", *diagram, "```", "", *tabel, ""])


def _eindtoestanden(machine: Machine) -> list[str]:
    verlaten = {stap.van for stap in machine.stappen}
    return [waarde for waarde, _label in machine.toestanden if waarde not in verlaten]


def _leesbaar(handeling: str) -> str:
    return handeling.replace("_", " ")

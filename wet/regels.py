"""The rules of this room by name: what the command line answers and `docs/wet.md` describes.

A rule is a function that takes plain values and gives an `Uitkomst`. The decorator only puts it on
the list, with one Dutch sentence and examples as one would type them:

    @regel("De zes weken voor een bezwaar.", "bekendmaking=2022-03-16")
    def bezwaartermijn(bekendmaking: date | None) -> Uitkomst[Looptijd]: …
"""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, ParamSpec, TypeVar, get_type_hints

import wet
from wet.invoer import Soort, lees, schrijf, soort_van
from wet.normen import gelezen
from wet.uitkomst import OngeldigeInvoer, Uitkomst

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a rule asks for. `verplicht`: it has no value of its own.

    `bundel`: the parameter of the function that takes this value together with others.
    """

    naam: str
    soort: Soort
    verplicht: bool
    bundel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A rule with its Dutch sentence and its examples (`naam=waarde` with a space between)."""

    naam: str
    tekst: str
    functie: Callable[..., Uitkomst[Any]]
    voorbeelden: tuple[str, ...]

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """In the order of the function; facts that come as one dataclass each stand apart."""
        return tuple(_parameters(self.functie))

    @property
    def bron(self) -> str:
        """The sources as its docstring names them."""
        gevonden = re.search(
            r"^Bron: (.+?)(?:\n\n|\Z)",
            inspect.cleandoc(self.functie.__doc__ or ""),
            re.MULTILINE | re.DOTALL,
        )
        return " ".join(gevonden[1].split()) if gevonden else ""

    def antwoord(self, tekst: Mapping[str, str], *, vandaag: date | None = None) -> Uitkomst[Any]:
        """The answer to values as they are typed. Raises OngeldigeInvoer in plain Dutch.

        `vandaag` stands in for a day that selects the version of the rule and was left out.
        """
        bekend = {parameter.naam: parameter for parameter in self.parameters}
        if vandaag is not None:
            tekst = {
                parameter.naam: schrijf(vandaag)
                for parameter in bekend.values()
                if parameter.soort.vandaag
            } | dict(tekst)
        for naam in tekst:
            if naam not in bekend:
                raise OngeldigeInvoer(
                    f"De regel ‘{self.naam}’ kent geen ‘{naam}’; wel: {', '.join(bekend)}."
                )
        for parameter in bekend.values():
            if parameter.verplicht and parameter.naam not in tekst:
                raise OngeldigeInvoer(
                    f"Bij de regel ‘{self.naam}’ ontbreekt ‘{parameter.naam}’: "
                    f"{parameter.soort.uitleg}."
                )
        try:
            return self.functie(**self._argumenten(tekst, bekend))
        except OngeldigeInvoer:
            raise
        except (ValueError, ArithmeticError) as fout:
            raise OngeldigeInvoer("Met zulke datums of getallen valt niet te rekenen.") from fout

    def _argumenten(
        self, tekst: Mapping[str, str], bekend: Mapping[str, Parameter]
    ) -> dict[str, Any]:
        argumenten: dict[str, Any] = {}
        bundels: dict[str, dict[str, Any]] = {deel.bundel: {} for deel in bekend.values()}
        for naam, waarde in tekst.items():
            gelezen_waarde = lees(naam, waarde, bekend[naam].soort)
            (bundels[bekend[naam].bundel] if bekend[naam].bundel else argumenten)[naam] = (
                gelezen_waarde
            )
        soorten = get_type_hints(self.functie)
        for bundel, velden in bundels.items():
            if bundel:
                argumenten[bundel] = soorten[bundel](**velden)
        return argumenten

    def normen(self) -> frozenset[str]:
        """The names of the norms that its examples look up."""
        namen: set[str] = set()
        for voorbeeld in self.voorbeelden:
            with gelezen() as gezien:
                self.antwoord(delen(voorbeeld.split()))
            namen |= gezien
        return frozenset(namen)


def _parameters(functie: Callable[..., Any]) -> Iterator[Parameter]:
    soorten = get_type_hints(functie, include_extras=True)
    for parameter in inspect.signature(functie).parameters.values():
        soort = soorten[parameter.name]
        if is_dataclass(soort):
            velden = get_type_hints(soort, include_extras=True)
            for veld in fields(soort):
                yield Parameter(
                    naam=veld.name,
                    soort=soort_van(velden[veld.name]),
                    verplicht=veld.default is MISSING and veld.default_factory is MISSING,
                    bundel=parameter.name,
                )
        else:
            yield Parameter(
                naam=parameter.name,
                soort=soort_van(soort),
                verplicht=parameter.default is inspect.Parameter.empty,
            )


_REGELS: dict[str, Regel] = {}


def regel(
    tekst: str, *voorbeelden: str
) -> Callable[[Callable[P, Uitkomst[T]]], Callable[P, Uitkomst[T]]]:
    """Put a function on the list of rules; the function itself does not change.

    Bron: geen; afspraak van dit systeem.
    """

    def opnemen(functie: Callable[P, Uitkomst[T]]) -> Callable[P, Uitkomst[T]]:
        naam = functie.__name__
        if naam in _REGELS:
            raise OngeldigeInvoer(f"De regel ‘{naam}’ bestaat al.")
        _REGELS[naam] = Regel(naam=naam, tekst=tekst, functie=functie, voorbeelden=voorbeelden)
        return functie

    return opnemen


@cache
def alle_regels() -> Mapping[str, Regel]:
    """Every rule of this room by name, in alphabetical order.

    Bron: geen; de regels noemen zelf hun bron.
    """
    for module in pkgutil.walk_packages(wet.__path__, "wet."):
        if module.name != "wet.__main__":
            import_module(module.name)
    return MappingProxyType(dict(sorted(_REGELS.items())))


def delen(woorden: list[str]) -> dict[str, str]:
    """`["a=1", "b=2"]` → `{"a": "1", "b": "2"}`. Raises OngeldigeInvoer.

    Bron: geen; schrijfwijze van de opdrachtregel.
    """
    waarden: dict[str, str] = {}
    for woord in woorden:
        naam, teken, waarde = woord.partition("=")
        if not teken or not naam:
            raise OngeldigeInvoer(f"‘{woord}’ is geen naam=waarde.")
        if naam in waarden:
            raise OngeldigeInvoer(f"‘{naam}’ staat er twee keer.")
        waarden[naam] = waarde
    return waarden

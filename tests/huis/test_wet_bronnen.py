"""The room of the law about itself: it cites its sources and imports nothing of the outside."""

import ast
import importlib
import inspect
import pkgutil
import re
import sys
from pathlib import Path

import pytest

import wet
from wet.bronnen import WETTEN, voluit
from wet.doelgroepen import Doelgroep, aanbod_voor
from wet.leerroutes import Leerroute, eisen
from wet.normen import NORMEN
from wet.pip import VERPLICHT_IN_INTAKE, VERPLICHT_IN_PIP

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(wet.__path__, "wet.")
    if module.name != "wet.__main__"
)
BRONREGEL = re.compile(r"^Bron: (?P<bron>.+)", re.MULTILINE)
NOEMT_EEN_BRON = re.compile(rf"\b({'|'.join(WETTEN)}|DUO) ?|ECLI:|^geen[ ;]|^staat in ")

# Whole numbers that stand outside the register, each with its reason; 0, 1 and 2 are just counting.
GETALLEN_BUITEN_NORMEN = {
    ("wet.termijnen.anderen", 4): "a month in which a quarter begins",
    ("wet.termijnen.anderen", 7): "a month in which a quarter begins",
    ("wet.termijnen.anderen", 10): "a month in which a quarter begins",
    ("wet.taakstelling.tijdvak", 7): "July, in which a half year begins",
    ("wet.taakstelling.tijdvak", 12): "December, in which a year ends",
    ("wet.taakstelling.tijdvak", 31): "the last day of December",
    ("wet.geld", 100): "percent",
    ("wet.handhaving.bedragen", 100): "percent",
    ("wet.spuk", 100): "percent",
    ("wet.verlengingen", 3): "the third time that it is asked",
    ("wet.termijnen.pip", 13): "weeks of doubt around the change of a rule; no number of the law",
    ("wet.handhaving.duo_boetes", 3): "a row of the table in the annex",
    ("wet.handhaving.duo_boetes", 4): "a row of the table in the annex",
    **{("wet.handhaving.duo_boetes", n): "a value in an example" for n in (50, 70, 95)},
}
REKENEN_MET_DE_KALENDER = {"wet.datums", "wet.kalender"}


def openbare_functies():
    for naam in MODULES:
        module = importlib.import_module(naam)
        for functie in vars(module).values():
            ingepakt = inspect.unwrap(functie) if callable(functie) else None
            if (
                inspect.isfunction(ingepakt)
                and ingepakt.__module__ == naam
                and not ingepakt.__name__.startswith("_")
            ):
                yield pytest.param(ingepakt, id=f"{naam}.{ingepakt.__name__}")


def boom(naam):
    return ast.parse(Path(importlib.import_module(naam).__file__).read_text(encoding="utf-8"))


@pytest.mark.parametrize("functie", list(openbare_functies()))
def test_every_public_function_cites_its_source(functie):
    regel = BRONREGEL.search(inspect.cleandoc(functie.__doc__ or ""))

    assert regel is not None, "no line that begins with `Bron: `"
    assert NOEMT_EEN_BRON.search(regel["bron"]), f"no law in: {regel['bron']}"


@pytest.mark.parametrize("naam", MODULES)
def test_every_module_says_what_it_is(naam):
    assert ast.get_docstring(boom(naam))


@pytest.mark.parametrize("naam", ["wet", *MODULES])
def test_the_law_imports_only_python_itself(naam):
    geimporteerd = set()
    for knoop in ast.walk(boom(naam)):
        if isinstance(knoop, ast.Import):
            geimporteerd |= {alias.name for alias in knoop.names}
        elif isinstance(knoop, ast.ImportFrom):
            geimporteerd.add(knoop.module or "")

    vreemd = {
        module
        for module in geimporteerd
        if module.partition(".")[0] not in sys.stdlib_module_names | {"wet"}
    }
    assert vreemd == set()


def rekent_zelf(naam):
    """The register itself, and the calendar."""
    return naam.startswith("wet.normen") or naam in REKENEN_MET_DE_KALENDER


@pytest.mark.parametrize("naam", [naam for naam in MODULES if not rekent_zelf(naam)])
def test_a_legal_number_stands_in_the_register_only(naam):
    los = {
        knoop.value
        for knoop in ast.walk(boom(naam))
        if isinstance(knoop, ast.Constant) and type(knoop.value) is int and knoop.value > 2
    }

    assert los == {getal for module, getal in GETALLEN_BUITEN_NORMEN if module == naam}


def test_every_source_can_be_written_out():
    codes = {code for rijen in NORMEN.values() for rij in rijen for code in rij.bron}
    for deel in (*VERPLICHT_IN_PIP, *VERPLICHT_IN_INTAKE):
        codes |= set(deel.bron)
    for doelgroep in Doelgroep:
        codes |= {code for regel in aanbod_voor(doelgroep) for code in regel.bron}
        for leerroute in Leerroute:
            dag = max(rijen[-1].geldig_vanaf for rijen in NORMEN.values())
            codes |= {code for eis in eisen(leerroute, doelgroep, op=dag) for code in eis.bron}

    assert [code for code in codes if not voluit(code)] == []

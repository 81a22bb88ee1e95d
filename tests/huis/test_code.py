"""The code about itself: what review would otherwise have to remember."""

from __future__ import annotations

import ast
import inspect
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.template.loader import get_template
from django.template.utils import get_app_template_dirs
from django.urls import URLPattern, URLResolver, get_resolver

from inburgering.aanhaken import BIJ_BEEINDIGEN, BIJ_HERVATTEN, TAAKBRONNEN

WORTEL = Path(settings.BASE_DIR)
KAMERS = sorted(
    pad.parent.name for pad in WORTEL.glob("*/__init__.py") if pad.parent.name != "tests"
)
BRON = [
    pad
    for kamer in KAMERS
    for pad in sorted((WORTEL / kamer).rglob("*.py"))
    if "migrations" not in pad.parts
]
SJABLONEN = sorted(pad for pad in (WORTEL / "templates").rglob("*") if pad.is_file())
PYPROJECT = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))


def kort(pad: Path) -> str:
    return str(pad.relative_to(WORTEL))


@cache
def boom(pad: Path) -> ast.Module:
    return ast.parse(pad.read_text(encoding="utf-8"))


@cache
def tekst(pad: Path) -> str:
    return pad.read_text(encoding="utf-8")


def aanroepen(pad: Path) -> Iterator[tuple[ast.Call, str]]:
    """Every call of a method, with the name of the method."""
    for knoop in ast.walk(boom(pad)):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute):
            yield knoop, knoop.func.attr


@cache
def teksten(pad: Path) -> frozenset[str]:
    """Every string in a module."""
    return frozenset(
        knoop.value
        for knoop in ast.walk(boom(pad))
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str)
    )


# --- Nothing is written behind the back of history and state machine ---------------------------
IN_BULK = {"update", "aupdate", "bulk_update", "abulk_update", "bulk_create", "abulk_create"}
# A call that looks like it, and why it may stand.
BULK_MAG = {
    ("medewerkers/models/rij.py", "bulk_create"): "`maak_aan` and the history row itself",
    ("medewerkers/models/rij.py", "bulk_update"): "`werk_bij`, which writes the history too",
    ("medewerkers/models/rij.py", "update"): "`werk_bij`, when every row gets the same",
    ("werkplek/metingen_groot.py", "bulk_create"): "measured inside a transaction that is undone",
    ("inburgering/services/sporen.py", "bulk_create"): "drafts and openings have no history",
    ("inburgering/services/termijnen.py", "bulk_create"): "signals are only ever added",
    ("inburgering/handelingen.py", "bulk_create"): "lines on a timeline are only ever added",
    ("inburgering/services/vernietigen.py", "update"): "rows without a history point at nothing",
    ("inburgering/statemachine.py", "update"): "a dictionary",
    ("opdrachten/queries/sporen.py", "update"): "a dictionary",
    ("leerroutes/services/urentotalen.py", "bulk_create"): "sums have no history",
    ("opdrachten/services/bevestigen.py", "update"): "rows of a file have no history",
    ("opdrachten/services/invoeren.py", "bulk_update"): "rows of a file have no history",
    ("opdrachten/services/invoeren.py", "update"): "rows of a file have no history",
    ("opdrachten/services/ontvangen.py", "bulk_create"): "rows of a file have no history",
    ("config/settings.py", "update"): "a dictionary",
}


def test_rows_with_history_are_never_changed_in_bulk():
    gevonden = {
        (kort(pad), naam)
        for pad in BRON
        for aanroep, naam in aanroepen(pad)
        if naam in IN_BULK and not _van_een_woordenboek(aanroep)
    }
    assert gevonden == set(BULK_MAG)


def _van_een_woordenboek(aanroep: ast.Call) -> bool:
    """`feiten.update(...)` on a plain local name with one positional argument is a dictionary's."""
    assert isinstance(aanroep.func, ast.Attribute)
    return (
        aanroep.func.attr == "update"
        and isinstance(aanroep.func.value, ast.Name)
        and len(aanroep.args) == 1
        and not aanroep.keywords
    )


SCHRIJVEND = re.compile(
    r"^\s*(UPDATE\s+\S+\s+SET|INSERT\s+INTO|DELETE\s+FROM|TRUNCATE)\b", re.IGNORECASE
)


def test_no_statement_that_writes_stands_in_a_string():
    gevonden = [kort(pad) for pad in BRON if any(SCHRIJVEND.search(t) for t in teksten(pad))]
    assert gevonden == []


# --- The clock is an argument ------------------------------------------------------------------
def test_the_linter_bans_the_clock_everywhere_but_outside():
    ruff = PYPROJECT["tool"]["ruff"]["lint"]
    verboden = set(ruff["flake8-tidy-imports"]["banned-api"])
    mogen = {
        pad
        for pad, regels in ruff["per-file-ignores"].items()
        if "TID251" in regels or "TID" in regels
    }

    assert verboden == {
        "django.utils.timezone.now",
        "django.utils.timezone.localdate",
        "datetime.datetime.now",
        "datetime.datetime.utcnow",
        "datetime.datetime.today",
        "datetime.date.today",
        "time.time",
    }
    assert mogen == {
        "**/views.py",
        "**/views/*.py",
        "**/tasks.py",
        "**/middleware.py",
        "**/management/commands/*.py",
        "tests/**",
    }
    assert "TID" in ruff["select"]


def test_nobody_looks_away_from_the_ban():
    gevonden = [kort(pad) for pad in BRON if re.search(r"noqa:[^\n]*TID251", tekst(pad))]
    # a migration has no request to take it from; the command line of the law is outside its room
    assert gevonden == ["besluiten/inrichting.py", "wet/__main__.py"]


# --- The database follows the models -----------------------------------------------------------
@pytest.mark.django_db
def test_migrations_are_complete():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


# --- How rooms tell something upward -----------------------------------------------------------
def test_there_are_no_signals_for_rules_of_the_domain():
    """Only Django's own, for a migrated database; a signal hides who calls whom."""
    gevonden = {
        kort(pad)
        for pad in BRON
        for knoop in ast.walk(boom(pad))
        if isinstance(knoop, ast.ImportFrom) and (knoop.module or "").endswith("signals")
    }
    assert gevonden == {"medewerkers/apps.py", "besluiten/apps.py"}


def test_every_hook_is_registered_once():
    for haken in (TAAKBRONNEN, BIJ_BEEINDIGEN, BIJ_HERVATTEN):
        assert len(haken) == len(set(haken))


def test_every_task_source_of_a_room_is_registered():
    """A generator in a module of task sources that nobody registered derives no task at all."""
    namen = {
        functie.name
        for pad in BRON
        if any(deel.startswith("taakbron") for deel in pad.parts)
        for functie in boom(pad).body
        if isinstance(functie, ast.FunctionDef) and _geeft_taken(functie)
    }
    assert namen - {bron.__name__ for bron in TAAKBRONNEN} == set()


def _geeft_taken(functie: ast.FunctionDef) -> bool:
    zelf = not functie.name.startswith("_") and functie.returns is not None
    return zelf and "AfgeleideTaak" in ast.unparse(functie.returns)


# --- Layers ------------------------------------------------------------------------------------
def test_services_do_not_know_the_request():
    gevonden = [
        kort(pad)
        for pad in BRON
        if "services" in pad.parts or pad.name in ("services.py", "policies.py", "models.py")
        for knoop in ast.walk(boom(pad))
        if isinstance(knoop, ast.ImportFrom)
        and (knoop.module or "").startswith(
            ("django.http", "django.shortcuts", "medewerkers.verzoek")
        )
    ]
    assert gevonden == []


def test_views_save_nothing_themselves():
    gevonden = [
        f"{kort(pad)}:{aanroep.lineno}"
        for pad in BRON
        if pad.name == "views.py" or pad.parent.name == "views"
        for aanroep, naam in aanroepen(pad)
        if naam in {"save", "delete", "create", "get_or_create", "update_or_create"} | IN_BULK
    ]
    assert gevonden == []


VIEW_REGELS = 20


def test_a_view_is_a_sentence():
    """The lines of the body; a view that needs more is doing a service's work."""
    te_lang = [
        f"{kort(pad)}:{functie.name} ({_regels(functie)})"
        for pad in BRON
        if pad.name == "views.py" or pad.parent.name == "views"
        for functie in boom(pad).body
        if isinstance(functie, ast.FunctionDef) and _regels(functie) > VIEW_REGELS
    ]
    assert te_lang == []


def _regels(functie: ast.FunctionDef) -> int:
    """Sentences, not lines: a call that is spread over lines to be read is still one."""
    return sum(isinstance(knoop, ast.stmt) for knoop in ast.walk(functie)) - 1


# --- Templates ---------------------------------------------------------------------------------
VERWIJST = re.compile(r"{%\s*(?:extends|include)\s+[\"']([^\"']+)[\"']")
HTML = [pad for pad in SJABLONEN if pad.suffix == ".html"]
INLINE = {
    "style": re.compile(r"<style|\sstyle\s*=", re.IGNORECASE),
    "script": re.compile(r"<script(?![^>]*\ssrc=)|javascript:", re.IGNORECASE),
    "handler": re.compile(r"<[^>{%]*\son[a-z]+\s*=", re.IGNORECASE),
    "onveilig": re.compile(r"\|\s*safe\b|\bautoescape\s+off|\|\s*safeseq\b"),
}


def naam_van(pad: Path) -> str:
    return str(pad.relative_to(WORTEL / "templates"))


def bibliotheken() -> list[Path]:
    """Where libraries keep templates: one of ours with the same name takes its place."""
    mappen = [Path(map_) for map_ in get_app_template_dirs("templates")]
    django_forms = Path(__import__("django").__file__).parent / "forms/templates"
    return [*mappen, django_forms]


def samengesteld(pad: Path) -> Iterator[re.Pattern[str]]:
    """f-strings that name a template, as patterns: `mail/{soort}.txt`."""
    for knoop in ast.walk(boom(pad)):
        if isinstance(knoop, ast.JoinedStr):
            delen = [d.value if isinstance(d, ast.Constant) else None for d in knoop.values]
            if str(delen[-1]).endswith((".html", ".txt")) and delen[0]:
                yield re.compile("".join(r"\w+" if d is None else re.escape(str(d)) for d in delen))


def test_no_template_is_unused():
    genoemd = {naam for pad in BRON for naam in teksten(pad)}
    genoemd |= {naam for pad in SJABLONEN for naam in VERWIJST.findall(tekst(pad))}
    patronen = [patroon for pad in BRON for patroon in samengesteld(pad)]
    mappen = bibliotheken()

    ongebruikt = [
        naam
        for naam in map(naam_van, SJABLONEN)
        if naam not in genoemd
        and not any((map_ / naam).exists() for map_ in mappen)
        and not any(patroon.fullmatch(naam) for patroon in patronen)
    ]
    assert ongebruikt == []


# Letters: read by the maker of PDFs, never by a browser.
BRIEVEN = {
    "besluiten/brief.html",
    "besluiten/toelichting.html",
    "besluiten/tussenblad.html",
    "leerroutes/gespreksblad.html",
    "overdracht/taakstelling_overzicht.html",
    "pip_plans/beschikking.html",
}


@pytest.mark.parametrize("pad", [pad for pad in HTML if naam_van(pad) not in BRIEVEN], ids=naam_van)
def test_a_template_can_be_read_and_holds_nothing_inline(pad):
    get_template(naam_van(pad))

    assert {soort: patroon.findall(tekst(pad)) for soort, patroon in INLINE.items()} == {
        soort: [] for soort in INLINE
    }


FORMULIER = re.compile(r"<form\b(.*?)</form>", re.DOTALL | re.IGNORECASE)


@pytest.mark.parametrize("pad", HTML, ids=naam_van)
def test_every_form_that_posts_carries_the_token(pad):
    zonder = [
        formulier[:60]
        for formulier in FORMULIER.findall(tekst(pad))
        if re.search(r"method\s*=\s*[\"']?post", formulier, re.IGNORECASE)
        and "{% csrf_token %}" not in formulier
    ]
    assert zonder == []


# Markup built in Python, each with the reason that it is safe.
ZELF_OPGEMAAKT = {
    "inburgering/templatetags/iconen.py": "icons drawn by ourselves",
    "inburgering/templatetags/huisstijl.py": "the icons, in a label",
}


def test_markup_is_declared_safe_in_few_places():
    gevonden = {
        kort(pad)
        for pad in BRON
        for knoop in ast.walk(boom(pad))
        if (isinstance(knoop, ast.Name) and knoop.id in ("mark_safe", "SafeString"))
        or (isinstance(knoop, ast.ImportFrom) and any(a.name == "mark_safe" for a in knoop.names))
    }
    assert gevonden <= set(ZELF_OPGEMAAKT)


# --- Addresses ---------------------------------------------------------------------------------
def adressen(patronen: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for patroon in patronen:
        if isinstance(patroon, URLResolver):
            yield from adressen(patroon.url_patterns)
        else:
            yield patroon


def alle_adressen() -> list[URLPattern]:
    return list(adressen(get_resolver().url_patterns))


EIGEN_KAMERS = {pad.parent.name for pad in WORTEL.glob("*/apps.py")} | {"config"}

# Reached from outside the templates and the code.
ONGENOEMD = {
    "health": "asked by the container's health check",
    "account_reset_password_done": "allauth goes there itself",
    "account_reset_password_from_key": "stands in the mail",
    "account_reset_password_from_key_done": "allauth goes there itself",
    "account_inactive": "allauth goes there itself",
    "account_reauthenticate": "allauth goes there itself",
    "mfa_authenticate": "allauth goes there itself",
    "mfa_reauthenticate": "allauth goes there itself",
}


def test_every_address_has_a_name_of_its_own():
    namen = [patroon.name for patroon in alle_adressen()]

    assert None not in namen
    assert sorted(namen) == sorted(set(namen))


def test_a_page_takes_what_its_address_names():
    """The page would fail only when somebody opens it."""
    anders = {
        patroon.name
        for patroon in alle_adressen()
        if (pagina := _eigen_pagina(patroon))
        and not _neemt(pagina, set(patroon.pattern.converters))
    }
    assert anders == set()


def _eigen_pagina(patroon: URLPattern) -> Callable[..., object] | None:
    pagina = inspect.unwrap(patroon.callback)
    van_ons = inspect.isfunction(pagina) and pagina.__module__.split(".")[0] in EIGEN_KAMERS
    return pagina if van_ons else None


def _neemt(pagina: Callable[..., object], genoemd: set[str]) -> bool:
    """All that is named and, but for what has a default, nothing else beside the request."""
    _request, *rest = inspect.signature(pagina).parameters.values()
    nodig = {waarde.name for waarde in rest if waarde.default is inspect.Parameter.empty}
    return nodig <= genoemd <= {waarde.name for waarde in rest}


def test_no_address_is_unused():
    zonder_urls = [pad for pad in BRON if pad.name != "urls.py"]
    genoemd = {naam for pad in zonder_urls for naam in teksten(pad)}
    genoemd |= {naam for pad in SJABLONEN for naam in re.findall(r"[\"']([\w-]+)[\"']", tekst(pad))}
    ongebruikt = {patroon.name for patroon in alle_adressen()} - genoemd - set(ONGENOEMD)
    assert ongebruikt == set()


def test_every_address_ends_with_a_slash_or_is_a_file():
    zonder = [
        str(patroon.pattern)
        for patroon in alle_adressen()
        if str(patroon.pattern) and not re.search(r"/$|\.\w+$", str(patroon.pattern))
    ]
    assert [pad for pad in zonder if pad not in ("health", "logo")] == []


# --- The dictionary ----------------------------------------------------------------------------
BEGRIPPEN = WORTEL / "docs/begrippen.md"


def test_every_model_stands_in_the_dictionary():
    klassen = set(re.findall(r"`(\w+)`", tekst(BEGRIPPEN)))
    modellen = {
        model.__name__
        for kamer in KAMERS
        if kamer in {config.label for config in apps.get_app_configs()}
        for model in apps.get_app_config(kamer).get_models()
        if not model.__name__.startswith("Historical")
    }
    assert modellen - klassen == set()


def test_the_dictionary_names_no_class_that_is_gone():
    """The last column names a class; it must still be there."""
    rijen = re.findall(r"^\|.*\| `(\w+)` \|$", tekst(BEGRIPPEN), re.MULTILINE)
    alle = {
        knoop.name
        for pad in BRON
        for knoop in ast.walk(boom(pad))
        if isinstance(knoop, ast.ClassDef)
    }
    assert set(rijen) - alle == set()

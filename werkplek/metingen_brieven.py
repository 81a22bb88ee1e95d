"""What letters cost: one, a very long one, and two hundred on two workers."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any

import django

from pip_plans.brief import PipBrief, maak_brief, stel_brief_op
from pip_plans.models import Pip, PipStatus

WERKERS = 2
BRIEVEN = 200
OPWARMEN = 50  # of all letters together: from here on memory may not rise
TEKENS = 20_000
_ZIN = "Uit de intake blijkt dat u snel leert en dat werk in de zorg goed bij u past. "
_PAGINA = resource.getpagesize()


@dataclass(frozen=True, kw_only=True)
class Reeks:
    """What one worker saw: seconds per letter, and its memory (MiB) on the way and at the end."""

    seconden: list[float]
    rss_op_weg: float
    rss_eind: float


@dataclass(frozen=True, kw_only=True)
class Serie:
    """All workers together. `rss_*` is of the worker that used most."""

    p50_ms: float
    p95_ms: float
    brieven_per_seconde: float
    rss_50_mib: float
    rss_200_mib: float


def een_brief() -> PipBrief:
    """A decision that was taken, without files of others: so it needs no database any more."""
    vastgesteld = Pip.objects.filter(status=PipStatus.VASTGESTELD)
    pip = vastgesteld.select_related("inburgeraar", "vastgesteld_door").first()
    if pip is None or pip.dagtekening is None or pip.vastgesteld_door is None:
        raise LookupError("Er is geen vastgesteld PIP om te meten.")
    brief = stel_brief_op(
        pip, pip.inburgeraar, dagtekening=pip.dagtekening, door=pip.vastgesteld_door
    )
    return replace(brief, bijlagen=())


def brieven() -> Iterator[tuple[str, Callable[[], object]]]:
    """Name and work of what is measured within this process."""
    brief = een_brief()
    lang = (_ZIN * TEKENS)[:TEKENS]
    yield "pdf_warm", partial(maak_brief, brief, concept=False)
    lange_brief = replace(brief, plan={**brief.plan, "motivering": lang})
    yield "pdf_20000_tekens", partial(maak_brief, lange_brief, concept=False)


def serie() -> Serie:
    """Two hundred letters, shared by two processes that both start cold."""
    brief = een_brief()
    with ProcessPoolExecutor(
        WERKERS, mp_context=get_context("spawn"), initializer=django.setup
    ) as werkers:
        list(werkers.map(_reeks, [brief] * WERKERS, [1] * WERKERS))  # loads what a letter needs
        begin = perf_counter()
        reeksen = list(werkers.map(_reeks, [brief] * WERKERS, [BRIEVEN // WERKERS] * WERKERS))
        duur = perf_counter() - begin
    verdeling = quantiles([s for reeks in reeksen for s in reeks.seconden], n=20)
    return Serie(
        p50_ms=round(verdeling[9] * 1000, 2),
        p95_ms=round(verdeling[18] * 1000, 2),
        brieven_per_seconde=round(BRIEVEN / duur, 1),
        rss_50_mib=max(reeks.rss_op_weg for reeks in reeksen),
        rss_200_mib=max(reeks.rss_eind for reeks in reeksen),
    )


def _reeks(brief: PipBrief, aantal: int) -> Reeks:
    """Each letter another one, as it would be."""
    seconden: list[float] = []
    op_weg = _rss()
    for nummer in range(aantal):
        hoofd: Any = replace(brief.hoofd, kenmerk=f"{brief.hoofd.kenmerk}-{nummer}")
        begin = perf_counter()
        maak_brief(replace(brief, hoofd=hoofd), concept=False)
        seconden.append(perf_counter() - begin)
        if nummer + 1 == OPWARMEN // WERKERS:
            op_weg = _rss()
    return Reeks(seconden=seconden, rss_op_weg=op_weg, rss_eind=_rss())


def _rss() -> float:
    bladen = int(Path("/proc/self/statm").read_text().split()[1])
    return round(bladen * _PAGINA / 1024**2, 1)

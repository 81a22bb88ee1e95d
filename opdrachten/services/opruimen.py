"""What the night sweeps: files nobody confirmed, and the content of files that are done."""

from __future__ import annotations

from datetime import datetime, timedelta

from medewerkers.models import Medewerker
from opdrachten.enums import OpdrachtStatus
from opdrachten.models import WACHT, Opdracht
from opdrachten.queries.regels import bezig
from opdrachten.services.bevestigen import leegmaken, weggooien
from opdrachten.services.wachtrij import stuur

ONBEVESTIGD_DAGEN = 30
INHOUD_DAGEN = 90
STIL_MINUTEN = 5  # without a step: the message or the worker is lost


def opruimen(*, door: Medewerker, nu: datetime) -> int:
    """Returns how many files went."""
    oud = Opdracht.objects.filter(
        status__in=[*WACHT, OpdrachtStatus.ONTVANGEN, OpdrachtStatus.MISLUKT],
        gemaakt_at__lt=nu - timedelta(days=ONBEVESTIGD_DAGEN),
    )
    klaar = Opdracht.objects.filter(
        status__in=[OpdrachtStatus.KLAAR, OpdrachtStatus.ONGEDAAN],
        klaar_at__lt=nu - timedelta(days=INHOUD_DAGEN),
        bestand__isnull=False,
    )
    vervallen, leeg = list(oud), list(klaar)
    for opdracht in vervallen:
        weggooien(opdracht_id=opdracht.pk, door=door, nu=nu)
    for opdracht in leeg:
        leegmaken(opdracht)
    return len(vervallen) + len(leeg)


def hervatten(*, nu: datetime) -> int:
    """Ask the worker again for what stands still; what is at work is left alone."""
    grens = nu - timedelta(minutes=STIL_MINUTEN)
    stil = [opdracht for opdracht in bezig() if _laatste_teken(opdracht) < grens]
    for opdracht in stil:
        stuur(opdracht.pk, opdracht.status)
    return len(stil)


def _laatste_teken(opdracht: Opdracht) -> datetime:
    momenten = (
        opdracht.gemaakt_at,
        opdracht.bevestigd_at,
        opdracht.ongedaan_at,
        opdracht.laatste_stap,  # type: ignore[attr-defined]  # annotated by `bezig`
    )
    return max(moment for moment in momenten if moment is not None)

"""Which rows wait to be written, and which rows are undone work."""

from __future__ import annotations

from django.db.models import Max, Q, QuerySet

from opdrachten.enums import Keuze, OpdrachtStatus, Uitkomst
from opdrachten.models import BEZIG, Importregel, Opdracht
from opdrachten.soorten import Oordeel


def in_te_voeren(opdracht_id: int) -> QuerySet[Importregel]:
    """The rows of a preview that would be written as it stands."""
    return Importregel.objects.filter(
        Q(eenheid_oordeel__in=[Oordeel.NIEUW, Oordeel.AANVULLING])
        | Q(eenheid_oordeel=Oordeel.DUBBEL, keuze__in=[Keuze.NIEUW, Keuze.AANVULLEN]),
        opdracht=opdracht_id,
    )


def te_doen(opdracht_id: int) -> list[int]:
    """The units of a confirmed file of which it is not known yet what came of them."""
    regels = Importregel.objects.filter(
        opdracht=opdracht_id, opdracht__status=OpdrachtStatus.BEVESTIGD, uitkomst=""
    )
    return list(regels.order_by("eenheid").values_list("eenheid", flat=True).distinct())


def ingevoerd(opdracht_id: int) -> QuerySet[Importregel]:
    return Importregel.objects.filter(opdracht=opdracht_id, uitkomst=Uitkomst.INGEVOERD)


def bezig() -> QuerySet[Opdracht]:
    """What a worker should be at, with the moment of its latest step."""
    stap = Max("regels__verwerkt_at")
    return Opdracht.objects.filter(status__in=BEZIG).annotate(laatste_stap=stap).order_by("pk")

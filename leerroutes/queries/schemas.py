"""Where the terms of an offer or the planned talks are no longer what they should be.

Both follow from facts of another room too: who is an asielstatushouder, and how far DUO extended
the three years. The night looks for whom they differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.enums import TermijnStatus
from inburgering.models import Termijn
from leerroutes.enums import GesprekStatus
from leerroutes.models import Traject, TrajectStatus, Voortgangsgesprek
from leerroutes.policies.gesprekken import MINDER
from leerroutes.queries.aanbodtermijn import (
    SOORTEN,
    Aanbodfeiten,
    feiten_van,
    sleutel_van,
    wachten,
)
from leerroutes.queries.gesprekschema import schemas_van
from wet.doelgroepen import Doelgroep


def afwijkend(*, op: date) -> list[int]:
    """The dossiers with a running traject where one of the two differs; in a few queries."""
    trajecten = list(
        Traject.objects.filter(status=TrajectStatus.LOPEND).select_related("inburgeraar")
    )
    return sorted({*_met_andere_wacht(trajecten, op), *_met_andere_gesprekken(trajecten, op)})


# --- The months for the offer --------------------------------------------------------------------
_Wachten = dict[tuple[str, str], Termijn]


def _met_andere_wacht(trajecten: Sequence[Traject], op: date) -> Iterator[int]:
    per_dossier: dict[int, _Wachten] = defaultdict(dict)
    wie = [traject.inburgeraar_id for traject in trajecten]
    for termijn in Termijn.objects.filter(inburgeraar__in=wie, soort__in=SOORTEN).order_by("pk"):
        per_dossier[termijn.inburgeraar_id][termijn.soort, termijn.sleutel] = termijn
    asiel = [rij for rij in trajecten if rij.inburgeraar.doelgroep == Doelgroep.ASIEL.value]
    feiten = feiten_van(asiel)
    for traject in trajecten:
        if not _wacht_klopt(
            traject, feiten.get(traject.pk), per_dossier[traject.inburgeraar_id], op
        ):
            yield traject.inburgeraar_id


def _wacht_klopt(traject: Traject, feiten: Aanbodfeiten | None, bekend: _Wachten, op: date) -> bool:
    """`feiten` is None for who gets no offer: then nothing should run."""
    sleutel = sleutel_van(traject)
    rijen = wachten(traject, feiten) if feiten else ()
    verwacht = {(wacht.soort.value, sleutel): wacht for wacht in rijen}
    lopend = {welke for welke, rij in bekend.items() if rij.status == TermijnStatus.LOPEND}
    return lopend <= verwacht.keys() and all(
        wacht.klopt(bekend.get(welke), op=op) for welke, wacht in verwacht.items()
    )


# --- The talks -----------------------------------------------------------------------------------
@dataclass(frozen=True)
class _Gesprek:
    traject_id: int
    uiterlijk_op: date
    gepland: bool


def _met_andere_gesprekken(trajecten: Sequence[Traject], op: date) -> Iterator[int]:
    schemas = schemas_van(trajecten)
    gesprekken = _gesprekken([traject.inburgeraar_id for traject in trajecten])
    for traject in trajecten:
        alle = gesprekken[traject.inburgeraar_id]
        eigen = [rij for rij in alle if rij.traject_id == traject.pk]
        elders = any(rij.gepland for rij in alle if rij.traject_id != traject.pk)
        if elders or not _volgt(eigen, schemas[traject.pk], op):
            yield traject.inburgeraar_id


def _gesprekken(dossiers: Collection[int]) -> dict[int, list[_Gesprek]]:
    """Those that a plan promised, in order."""
    rijen = (
        Voortgangsgesprek.objects.filter(inburgeraar__in=dossiers, traject__isnull=False)
        .exclude(status=GesprekStatus.VERVALLEN, reden=MINDER)
        .order_by("nummer")
        .values_list("inburgeraar", "traject", "uiterlijk_op", "status")
    )
    uit: dict[int, list[_Gesprek]] = defaultdict(list)
    for dossier_id, traject_id, dag, status in rijen:
        uit[dossier_id].append(_Gesprek(traject_id, dag, status == GesprekStatus.GEPLAND))
    return uit


def _volgt(gesprekken: Sequence[_Gesprek], schema: Sequence[date], op: date) -> bool:
    """As `gesprekken_plannen` would leave them: a day that lies behind us is not moved to."""
    verschoven = any(
        gesprek.gepland and dag >= op and gesprek.uiterlijk_op != dag
        for gesprek, dag in zip(gesprekken, schema, strict=False)
    )
    te_veel = any(gesprek.gepland for gesprek in gesprekken[len(schema) :])
    return len(gesprekken) >= len(schema) and not verschoven and not te_veel

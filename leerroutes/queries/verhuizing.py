"""What the next municipality must know of somebody who moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.models import Inburgeraar, VorigPip
from inburgering.queries.termijnen import inburgeringstermijn
from leerroutes.models import Examenresultaat, Traject
from leerroutes.queries.feiten import Gegevens, gegevens_van, uren_per_soort
from leerroutes.queries.voortgang import Eisregel, eisregels
from wet.doelgroepen import Doelgroep


@dataclass(frozen=True, kw_only=True)
class Overdrachtsgegevens:
    """Days are inclusive; hours per kind as attended, in words."""

    traject: Traject | None
    trajecten: Sequence[Traject]
    eerste_pip_op: date | None
    laatste_dag: date | None
    uren: Sequence[tuple[str, str]]
    examens: Sequence[Examenresultaat]
    eisen: Sequence[Eisregel]


def overdrachtsgegevens(dossier: Inburgeraar) -> Overdrachtsgegevens:
    gegevens = gegevens_van([dossier.pk]).get(dossier.pk, Gegevens())
    termijn = inburgeringstermijn(dossier.pk)
    return Overdrachtsgegevens(
        traject=gegevens.traject,
        trajecten=gegevens.trajecten,
        eerste_pip_op=_eerste_pip(dossier, gegevens),
        laatste_dag=termijn.eind_op if termijn else None,
        uren=_uren(gegevens),
        examens=list(Examenresultaat.objects.filter(inburgeraar=dossier)),
        eisen=eisregels(gegevens, doelgroep=Doelgroep(dossier.doelgroep)),
    )


def _eerste_pip(dossier: Inburgeraar, gegevens: Gegevens) -> date | None:
    """Of wherever: the three years hang on it."""
    vorig = VorigPip.objects.filter(inburgeraar=dossier).first()
    if vorig is not None:
        return vorig.dagtekening_initieel
    return gegevens.trajecten[0].start_op if gegevens.trajecten else None


def _uren(gegevens: Gegevens) -> list[tuple[str, str]]:
    if gegevens.traject is None:
        return []
    per_soort = uren_per_soort(gegevens, traject=gegevens.traject)
    return [
        (soort.label, f"{aantal.normalize():f} uur".replace(".", ","))
        for soort, aantal in per_soort.items()
        if aantal
    ]

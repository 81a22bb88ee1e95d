"""The diagnoses of one person, and how one compares with what the intake says now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inburgering.models import Inburgeraar
from intake.diagnose.vertalen import leesbaar
from intake.models import BredeIntake, Diagnose, IntakeStatus, Onderdeel, Profiel


@dataclass(frozen=True, kw_only=True)
class Diagnosekaart:
    """`loopt`: the intake can be written in now."""

    diagnoses: Sequence[Diagnose]
    loopt: bool


@dataclass(frozen=True, kw_only=True)
class Vergelijking:
    """One thing of a diagnosis beside what is there. `vooraf`: ticked, for nothing is lost by it.

    Words of a part are always added, never put in the place of others.
    """

    plek: int
    label: str
    nu: str
    nieuw: str
    bron: str
    verschilt: bool
    vooraf: bool


def diagnosekaart(dossier: Inburgeraar) -> Diagnosekaart | None:
    """None when there is neither an intake that began nor a diagnosis."""
    diagnoses = list(
        Diagnose.objects.filter(inburgeraar=dossier).select_related("document", "ingevoerd_door")
    )
    intake = BredeIntake.objects.filter(inburgeraar=dossier, status=IntakeStatus.GESTART)
    loopt = dossier.loopt and intake.exists()
    return Diagnosekaart(diagnoses=diagnoses, loopt=loopt) if loopt or diagnoses else None


def vergelijk(diagnose: Diagnose) -> list[Vergelijking]:
    """Every thing it says, in its own order."""
    profiel = Profiel.objects.filter(intake__inburgeraar=diagnose.inburgeraar_id).first()
    onderdelen = dict(
        Onderdeel.objects.filter(intake__inburgeraar=diagnose.inburgeraar_id).values_list(
            "soort", "tekst"
        )
    )
    return [
        _feit(plek, waarde, profiel) if waarde["feit"] else _woorden(plek, waarde, onderdelen)
        for plek, waarde in enumerate(diagnose.waarden)
    ]


def _feit(plek: int, waarde: dict[str, str], profiel: Profiel | None) -> Vergelijking:
    nu = getattr(profiel, waarde["feit"], None)
    verschilt = nu not in (None, "", waarde["waarde"])
    return Vergelijking(
        plek=plek,
        label=waarde["label"],
        nu=leesbaar(waarde["feit"], nu),
        nieuw=waarde["tekst"],
        bron=waarde["bron"],
        verschilt=verschilt,
        vooraf=nu in (None, ""),
    )


def _woorden(plek: int, waarde: dict[str, str], onderdelen: dict[str, str]) -> Vergelijking:
    er_al = bool(onderdelen.get(waarde["onderdeel"], "").strip())
    return Vergelijking(
        plek=plek,
        label=waarde["label"],
        nu="er staat al tekst; dit komt eronder" if er_al else "nog niets",
        nieuw=waarde["tekst"],
        bron=waarde["bron"],
        verschilt=False,
        vooraf=True,
    )

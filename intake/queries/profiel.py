"""The facts of an intake: for the advice and the plan, for a form, and as words on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from intake.models import FEITEN_PER_ONDERDEEL, Onderdeel, Profiel

_JA_NEE = {True: "ja", False: "nee"}


@dataclass(frozen=True)
class Feit:
    naam: str
    waarde: str


def profiel_van(dossier_id: int) -> Profiel:
    """The facts of this dossier's intake; an empty profile, not stored, when there are none."""
    return Profiel.objects.filter(intake__inburgeraar=dossier_id).first() or Profiel()


def feiten_bij(onderdeel: Onderdeel) -> dict[str, Any]:
    """The facts that belong to this part; of an earlier version of it, as they were then."""
    namen = FEITEN_PER_ONDERDEEL.get(onderdeel.soort, ())
    if not namen:
        return {}
    profiel = Profiel.objects.filter(intake=onderdeel.intake_id).first() or Profiel()
    toen = getattr(onderdeel, "_history", None)
    if toen is not None:
        profiel = (
            profiel.history.filter(history_date__lte=toen.history_date)
            .order_by("-history_date", "-history_id")
            .first()
            or Profiel()
        )
    return {naam: getattr(profiel, naam) for naam in namen}


def in_woorden(soort: str, profiel: Profiel) -> Sequence[Feit]:
    """What is known of one part, with its names; what is not known yet is left out."""
    feiten = []
    for naam in FEITEN_PER_ONDERDEEL.get(soort, ()):
        waarde = getattr(profiel, naam)
        if waarde is None or waarde == "":
            continue
        toon = getattr(profiel, f"get_{naam}_display", lambda waarde=waarde: waarde)()
        label = str(Profiel._meta.get_field(naam).verbose_name)  # type: ignore[union-attr]
        feiten.append(Feit(label[0].upper() + label[1:], str(_JA_NEE.get(toon, toon))))
    return feiten

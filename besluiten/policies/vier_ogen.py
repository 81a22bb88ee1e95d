"""Who lays something before a colleague, does not decide on it."""

from __future__ import annotations

from inburgering.geweigerd import Geweigerd
from medewerkers.models import Medewerker


def check_vier_ogen(
    *, voorgelegd: bool, voorgelegd_door_id: int | None, door: Medewerker, wat: str
) -> None:
    """`wat` as the sentence says it: "het plan", "de beslissing"."""
    if not voorgelegd:
        raise Geweigerd(f"Leg {wat} eerst voor: een collega stelt vast (vier ogen).")
    if voorgelegd_door_id == door.pk:
        raise Geweigerd(f"U legde {wat} zelf voor: een collega stelt vast (vier ogen).")

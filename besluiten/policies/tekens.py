"""Whether a letter can print what was written."""

from __future__ import annotations

from collections.abc import Mapping

from besluiten.tekens import ontbrekende_tekens
from inburgering.geweigerd import Geweigerd

HOOGSTENS = 5


def check_tekens(velden: Mapping[str, str]) -> None:
    """Refuses the first text with a character no letter font can print.

    `velden` is keyed by the name of the form field, so that the page says it there; a text that is
    no field goes by what people call it.
    """
    for naam, tekst in velden.items():
        if ontbreekt := ontbrekende_tekens(tekst):
            raise Geweigerd(
                f"In ‘{naam}’ staan tekens die niet in een brief kunnen: {_genoemd(ontbreekt)}. "
                "Haal ze weg of schrijf ze anders.",
                veld=naam,
            )


def _genoemd(tekens: tuple[str, ...]) -> str:
    """With the code beside it: who sees an empty box can still find the character."""
    namen = [f"{teken} (U+{ord(teken):04X})" for teken in tekens[:HOOGSTENS]]
    rest = len(tekens) - HOOGSTENS
    return ", ".join(namen) + (f" en nog {rest}" if rest > 0 else "")

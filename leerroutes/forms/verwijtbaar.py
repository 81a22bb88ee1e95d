"""The one question DUO asks when a MAP or PVT is late."""

from __future__ import annotations

from typing import Any

from django import forms

_KEUZES = [("ja", "Ja, verwijtbaar"), ("nee", "Nee, niet verwijtbaar")]


def _als_oordeel(waarde: str) -> bool:
    return waarde == "ja"


class VerwijtbaarVeld(forms.TypedChoiceField):
    """Yes, no or nothing. Only in a form while the day may lie after the term."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="Is het verwijtbaar dat dit te laat was?",
            help_text="Alleen als de datum na de inburgeringstermijn ligt: DUO vraagt het dan.",
            choices=_KEUZES,
            coerce=_als_oordeel,
            empty_value=None,
            required=False,
            widget=forms.RadioSelect,
            **kwargs,
        )

    def prepare_value(self, waarde: Any) -> Any:
        return {True: "ja", False: "nee", None: ""}.get(waarde, waarde)

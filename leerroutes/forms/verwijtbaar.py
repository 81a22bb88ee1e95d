"""The one question DUO asks when a MAP or PVT is late."""

from __future__ import annotations

from typing import Any

from django import forms


class GemeldVeld(forms.TypedChoiceField):
    """Whether DUO heard it from the municipality that closed it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="Heeft de andere gemeente dit aan DUO gemeld?",
            help_text="Dan hoeft u het niet meer te melden.",
            choices=[("ja", "Ja"), ("nee", "Nee, of niet bekend")],
            coerce=_als_oordeel,
            widget=forms.RadioSelect,
            error_messages={"required": "Kies of dit al aan DUO is gemeld."},
            **kwargs,
        )

    def prepare_value(self, waarde: Any) -> Any:
        return {True: "ja", False: "nee"}.get(waarde, waarde)


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

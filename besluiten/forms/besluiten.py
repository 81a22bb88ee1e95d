"""Clean input for acts on decisions."""

from __future__ import annotations

from django import forms

from besluiten.models import ZELF_TE_KIEZEN
from inburgering.velden import DatumVeld


class BekendmakenForm(forms.Form):
    wijze = forms.ChoiceField(
        label="Hoe is het besluit bekendgemaakt",
        choices=[(wijze.value, wijze.label) for wijze in ZELF_TE_KIEZEN],
        widget=forms.RadioSelect,
        help_text="Digitaal kan alleen als deze persoon heeft laten weten dat dat mag (Awb 2:14).",
    )
    op = DatumVeld(label="Op", help_text="De dag van uitreiken of verzenden.")

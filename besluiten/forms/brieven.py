"""Clean input for acts on letters."""

from __future__ import annotations

from django import forms

from besluiten.models import Verzending
from inburgering.velden import DatumVeld


class VerzendenForm(forms.Form):
    wijze = forms.ChoiceField(
        label="Hoe is de brief weggegaan", choices=Verzending.choices, widget=forms.RadioSelect
    )
    op = DatumVeld(label="Op", help_text="De dag van uitreiken of verzenden.")

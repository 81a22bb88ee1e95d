"""Clean input for acts on decisions and letter texts."""

from __future__ import annotations

from django import forms

from besluiten.models import Bekendmaking
from inburgering.velden import DatumVeld


class BekendmakenForm(forms.Form):
    wijze = forms.ChoiceField(
        label="Hoe is het besluit bekendgemaakt",
        choices=Bekendmaking.choices,
        widget=forms.RadioSelect,
    )
    op = DatumVeld(label="Op", help_text="De dag van uitreiken of verzenden.")

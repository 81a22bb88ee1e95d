"""Clean input for acts on decisions and letter texts."""

from __future__ import annotations

from typing import Any

from django import forms

from besluiten.models import ZELF_TE_KIEZEN, Brieftekst
from inburgering.velden import DatumVeld


class BekendmakenForm(forms.Form):
    wijze = forms.ChoiceField(
        label="Hoe is het besluit bekendgemaakt",
        choices=[(wijze.value, wijze.label) for wijze in ZELF_TE_KIEZEN],
        widget=forms.RadioSelect,
    )
    op = DatumVeld(label="Op", help_text="De dag van uitreiken of verzenden.")


class BrieftekstForm(forms.Form):
    tekst = forms.CharField(
        label="Tekst",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Gewone tekst, op taalniveau B1. Een lege regel begint een nieuwe alinea.",
    )

    @staticmethod
    def begin(brieftekst: Brieftekst | None) -> dict[str, Any]:
        return {"tekst": brieftekst.tekst} if brieftekst else {}

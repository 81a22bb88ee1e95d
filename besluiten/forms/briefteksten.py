"""Clean input for the texts of letters."""

from __future__ import annotations

from typing import Any

from django import forms

from besluiten.models import Brieftekst


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

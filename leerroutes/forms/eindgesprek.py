"""The closing talk of the Z-route."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from leerroutes.models import Eindgesprek
from leerroutes.services.eindgesprek import EindgesprekGegevens


class EindgesprekForm(forms.Form):
    op = DatumVeld(label="Datum van het eindgesprek")
    verslag = forms.CharField(
        label="Verslag",
        widget=forms.Textarea,
        error_messages={"required": "Schrijf een verslag van het eindgesprek."},
    )

    @staticmethod
    def begin(gesprek: Eindgesprek | None) -> dict[str, Any]:
        return {"op": gesprek.gehouden_op, "verslag": gesprek.verslag} if gesprek else {}

    def gegevens(self) -> EindgesprekGegevens:
        return EindgesprekGegevens(**self.cleaned_data)

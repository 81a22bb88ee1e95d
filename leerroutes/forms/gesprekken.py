"""Talks about the progress, as a consulent plans and records them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms

from inburgering.datums import AMSTERDAM
from inburgering.velden import DatumVeld
from leerroutes.enums import Oordeel
from leerroutes.models import Voortgangsgesprek

_INSPANNING = [*Oordeel.choices, ("", "Niet besproken")]


class VerslagForm(forms.Form):
    """What was said, and how the effort is; only of a talk that was held."""

    verslag = forms.CharField(
        label="Verslag",
        widget=forms.Textarea,
        max_length=10_000,
        error_messages={"required": "Schrijf op wat is besproken."},
    )
    afspraken = forms.CharField(
        label="Afspraken",
        widget=forms.Textarea,
        max_length=3_000,
        required=False,
        help_text="Deze staan op het blad voor het volgende gesprek.",
    )
    inspanning = forms.TypedChoiceField(
        label="Inspanning voor de lessen",
        choices=_INSPANNING,
        coerce=Oordeel,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        help_text="Dit gaat over wat iemand doet voor de lessen. Het is geen oordeel over de "
        "persoon.",
    )


class VoerenForm(VerslagForm):
    op = DatumVeld(label="Gevoerd op")

    field_order = ("op", "verslag", "afspraken", "inspanning")


class GesprekCorrigerenForm(VoerenForm):
    reden = forms.CharField(label="Waarom u dit corrigeert", max_length=200)

    @staticmethod
    def begin(gesprek: Voortgangsgesprek | None) -> dict[str, Any]:
        if gesprek is None:
            return {}
        velden = {veld: getattr(gesprek, veld) for veld in VerslagForm.base_fields}
        return {"op": gesprek.gehouden_op, **velden}


class GesprekAfspraakForm(forms.Form):
    datum = DatumVeld(label="Datum")
    tijd = forms.TimeField(
        label="Tijd",
        help_text="Bijvoorbeeld 09:30.",
        error_messages={"invalid": "Schrijf de tijd als uu:mm, bijvoorbeeld 09:30."},
    )
    plaats = forms.CharField(label="Plaats", max_length=120)
    tolktaal = forms.CharField(label="Tolk in", max_length=40, required=False)

    @staticmethod
    def begin(gesprek: Voortgangsgesprek | None) -> dict[str, Any]:
        return {"tolktaal": gesprek.inburgeraar.persoon.tolktaal} if gesprek else {}

    def clean(self) -> dict[str, Any]:
        waarden: dict[str, Any] = super().clean() or self.cleaned_data
        datum, tijd = waarden.pop("datum", None), waarden.pop("tijd", None)
        if datum and tijd:
            waarden["begint_at"] = datetime.combine(datum, tijd, AMSTERDAM)
        return waarden


class ExtraGesprekForm(forms.Form):
    uiterlijk_op = DatumVeld(label="Uiterlijk op")
    reden = forms.CharField(label="Waarom een extra gesprek", max_length=200)

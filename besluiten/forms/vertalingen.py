"""Clean input for the check of a translation."""

from __future__ import annotations

from django import forms

from inburgering.velden import DatumVeld


class NagekekenForm(forms.Form):
    """`sha256` is of the text as it was on this page."""

    nagekeken_door = forms.CharField(
        label="Nagekeken door",
        max_length=120,
        help_text="Naam en functie of bureau van wie deze taal goed leest.",
    )
    nagekeken_op = DatumVeld(label="Nagekeken op")
    sha256 = forms.CharField(max_length=64, widget=forms.HiddenInput)

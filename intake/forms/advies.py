"""What the advice on the route still asks of a person."""

from __future__ import annotations

from django import forms

from wet.leerroutes import Leerroute


class AdviesForm(forms.Form):
    leerroute_vorig_pip = forms.TypedChoiceField(
        label="Leerroute in het PIP van een vorige gemeente",
        choices=[
            ("", "Er is geen PIP van een vorige gemeente"),
            *((route.value, route.label) for route in Leerroute),
        ],
        coerce=Leerroute,
        empty_value=None,
        required=False,
        help_text="Na een verhuizing blijft die leerroute (Wi 15.4).",
    )

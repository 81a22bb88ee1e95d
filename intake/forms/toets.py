"""The leerbaarheidstoets as a consulent records it."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from intake.models import Leerbaarheidstoets, ToetsUitslag


class UitslagForm(forms.Form):
    uitslag = forms.ChoiceField(
        label="Uitslag",
        choices=ToetsUitslag.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies de uitslag zoals DUO die geeft."},
    )
    uitslag_op = DatumVeld(label="Uitslag geregistreerd door DUO op")

    @staticmethod
    def begin(toets: Leerbaarheidstoets | None) -> dict[str, Any]:
        if toets is None:
            return {}
        return {"uitslag": toets.uitslag, "uitslag_op": toets.uitslag_op}


class OntheffenForm(forms.Form):
    reden = forms.CharField(
        label="Waarom hoeft de toets niet",
        max_length=200,
        help_text="Bijvoorbeeld: een visuele beperking, of al getoetst door een andere gemeente.",
        error_messages={"required": "Schrijf op waarom de toets niet hoeft."},
    )

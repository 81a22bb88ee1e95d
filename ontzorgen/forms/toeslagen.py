"""Allowances, and going on after the six months."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms

from inburgering.velden import BedragVeld, DatumVeld
from ontzorgen.enums import ToeslagSoort
from ontzorgen.forms.lasten import KIES
from ontzorgen.models import Toeslag, Uitkering
from ontzorgen.policies.toeslagen import ToeslagGegevens
from ontzorgen.policies.voortzetting import VoortzettingGegevens


class ToeslagForm(forms.Form):
    soort = forms.ChoiceField(label="Soort", choices=[KIES, *ToeslagSoort.choices])
    aangevraagd_op = DatumVeld(label="Aangevraagd op")
    vanaf_op = DatumVeld(label="Recht vanaf")
    bedrag = BedragVeld(label="Verwacht bedrag per maand")

    @staticmethod
    def begin(rij: Toeslag | Uitkering | None) -> dict[str, Any]:
        if not isinstance(rij, Toeslag):
            return {}
        velden = ("soort", "aangevraagd_op", "vanaf_op")
        return {veld: getattr(rij, veld) for veld in velden} | {"bedrag": rij.maand_bedrag}

    def waarden(self) -> dict[str, Any]:
        data = self.cleaned_data | {"soort": ToeslagSoort(self.cleaned_data["soort"])}
        return {"gegevens": ToeslagGegevens(**data)}


class OntvangenForm(forms.Form):
    op = DatumVeld(label="Eerste betaling ontvangen op")


class AfwijzenForm(forms.Form):
    op = DatumVeld(label="Afgewezen op")


class VoortzettenForm(forms.Form):
    """The partner in the bijstand, when there is one, signs too."""

    start_op = DatumVeld(label="Eerste dag")
    eind_op = DatumVeld(label="Laatste dag", help_text="Hoogstens een jaar later.")
    overeenkomst_op = DatumVeld(label="Overeenkomst getekend op")
    overeenkomst_partner_op = DatumVeld(
        label="Overeenkomst getekend door de partner op", required=False
    )
    reden = forms.CharField(
        label="Waarom dit huishouden wil voortzetten",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, samen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not samen:
            del self.fields["overeenkomst_partner_op"]

    def waarden(self) -> dict[str, Any]:
        return {"gegevens": VoortzettingGegevens(**self.cleaned_data)}


def voortzettenform(*, samen: bool) -> Callable[..., VoortzettenForm]:
    return partial(VoortzettenForm, samen=samen)


class VoortzettingBeeindigenForm(forms.Form):
    op = DatumVeld(label="Laatste dag")
    reden = forms.CharField(label="Reden", max_length=200)

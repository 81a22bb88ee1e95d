"""A summons as it is made and answered."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from intake.models import LAATSTE, OproepVoor
from intake.services.oproepen import OproepGegevens


class OproepForm(forms.Form):
    """The two about the fine are asked at the third summons only."""

    verschijnen_op = DatumVeld(
        label="Dag in de brief", help_text="Een werkdag, waarop de brief al is aangekomen."
    )
    tijd = forms.TimeField(
        label="Tijd",
        help_text="Bijvoorbeeld 09:30.",
        error_messages={"invalid": "Schrijf de tijd als uu:mm, bijvoorbeeld 09:30."},
    )
    plaats = forms.CharField(label="Plaats", max_length=120)
    boete_bekend_op = DatumVeld(
        label="Boete bekendgemaakt op",
        required=False,
        help_text="De dag in de brief ligt hooguit twee maanden later.",
    )
    zonder_boete = forms.CharField(
        label="Of: waarom is er geen boete",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: een statushouder krijgt van ons geen boete.",
    )

    def __init__(self, *args: Any, nummer: int, voor: OproepVoor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._voor = voor
        if nummer < LAATSTE:
            del self.fields["boete_bekend_op"], self.fields["zonder_boete"]

    def waarden(self) -> dict[str, Any]:
        return {"gegevens": OproepGegevens(voor=self._voor, **self.cleaned_data)}


class GekomenForm(forms.Form):
    op = DatumVeld(label="Gekomen op")


class NietGekomenForm(forms.Form):
    reden = forms.CharField(
        label="Wat weet u van de reden",
        max_length=300,
        required=False,
        help_text="Leeg als u niets weet. Of het verwijtbaar is, komt pas later aan de orde.",
    )

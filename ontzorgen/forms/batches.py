"""What is typed at a batch: a day, a reason, the seal, a file of the bank."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from ontzorgen.models import Betaalbatch


class DagForm(forms.Form):
    op = DatumVeld(
        label="De bank betaalt op",
        help_text="Een werkdag van de banken, in de toekomst.",
    )

    @staticmethod
    def begin(batch: Betaalbatch | None) -> dict[str, Any]:
        return {"op": batch.verwerken_op} if batch else {}


class KlaarzettenForm(forms.Form):
    bekeken = forms.BooleanField(
        label="Ik heb de controlelijst en de verschillen met vorige maand bekeken",
        error_messages={"required": "Bekijk eerst de controlelijst en de verschillen."},
    )


class AkkoordForm(forms.Form):
    zegel = forms.CharField(widget=forms.HiddenInput, max_length=64)
    bekeken = forms.BooleanField(
        label="Ik heb deze regels bekeken en geef akkoord om te betalen",
        error_messages={"required": "Zet een vinkje als u akkoord geeft."},
    )

    @staticmethod
    def begin(batch: Betaalbatch | None) -> dict[str, Any]:
        return {"zegel": batch.regels_hash} if batch else {}


class GeboektForm(forms.Form):
    op = DatumVeld(label="De bank boekte de batch af op")


class BankbestandForm(forms.Form):
    bestand = forms.FileField(
        label="Bestand van de bank",
        help_text="Een antwoord op het betaalbestand (pain.002) of een afschrift (camt.053), XML.",
    )


class AanbiedenForm(forms.Form):
    """Nothing to type: the button says it."""

"""What is done about a shortfall, and payments beside the monthly term."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import BedragVeld, MaandVeld
from ontzorgen.enums import BetalingSoort, TekortOplossing
from ontzorgen.forms.lasten import KIES
from ontzorgen.policies.verzoeken import VerzoekGegevens

_SOORTEN = [
    (soort.value, soort.label) for soort in (BetalingSoort.NABETALING, BetalingSoort.CORRECTIE)
]


class OplossenForm(forms.Form):
    oplossing = forms.ChoiceField(
        label="Hoe is het opgelost?", choices=[KIES, *TekortOplossing.choices]
    )
    toelichting = forms.CharField(
        label="Toelichting", max_length=300, required=False, help_text="Komt op de tijdlijn."
    )

    def waarden(self) -> dict[str, Any]:
        return self.cleaned_data | {"oplossing": TekortOplossing(self.cleaned_data["oplossing"])}


class VerzoekForm(forms.Form):
    soort = forms.ChoiceField(
        label="Soort",
        choices=_SOORTEN,
        widget=forms.RadioSelect,
        initial=BetalingSoort.NABETALING.value,
        help_text="Nabetaling: er is te weinig betaald. Correctie: het bedrag was niet goed.",
    )
    maand = MaandVeld(label="Over de maand")
    bedrag = BedragVeld(label="Bedrag", help_text="Niet meer dan er over die maand open staat.")
    reden = forms.CharField(label="Reden", max_length=200)

    def waarden(self) -> dict[str, Any]:
        data = self.cleaned_data | {"soort": BetalingSoort(self.cleaned_data["soort"])}
        return {"gegevens": VerzoekGegevens(**data)}

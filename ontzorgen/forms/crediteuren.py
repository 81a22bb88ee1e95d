"""Creditors and their accounts as the administration types them."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from ontzorgen.enums import CrediteurSoort
from ontzorgen.models import Crediteur
from ontzorgen.policies.crediteuren import CrediteurGegevens, RekeningGegevens


class CrediteurFilter(forms.Form):
    zoek = forms.CharField(label="Naam of rekeningnummer", max_length=120, required=False)
    soort = forms.ChoiceField(
        label="Soort", choices=[("", "Alles"), *CrediteurSoort.choices], required=False
    )
    ook_gestopt = forms.BooleanField(label="Ook gestopte crediteuren", required=False)

    def keuzes(self) -> dict[str, Any]:
        """What makes sense of it; `is_valid` was asked."""
        return {naam: w for naam, w in self.cleaned_data.items() if w}


class CrediteurForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=120)
    soort = forms.ChoiceField(
        label="Soort", choices=[("", "– maak een keuze –"), *CrediteurSoort.choices]
    )
    adres = forms.CharField(
        label="Postadres",
        max_length=120,
        required=False,
        help_text="Hierheen gaat de brief als iemand weer zelf gaat betalen.",
    )
    postcode = forms.CharField(label="Postcode", max_length=7, required=False)
    plaats = forms.CharField(label="Plaats", max_length=80, required=False)
    contactpersoon = forms.CharField(label="Contactpersoon", max_length=120, required=False)
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)

    @staticmethod
    def begin(crediteur: Crediteur | None) -> dict[str, Any]:
        velden = CrediteurForm.base_fields
        return {veld: getattr(crediteur, veld) for veld in velden} if crediteur else {}

    def gegevens(self) -> CrediteurGegevens:
        waarden = self.cleaned_data | {"soort": CrediteurSoort(self.cleaned_data["soort"])}
        return CrediteurGegevens(**waarden)


class StoppenForm(forms.Form):
    op = DatumVeld(label="Niet meer gebruikt vanaf")


class RekeningForm(forms.Form):
    iban = forms.CharField(
        label="Rekeningnummer (IBAN)",
        max_length=60,
        help_text="Met of zonder spaties, zoals het op de brief of factuur staat.",
    )
    tenaamstelling = forms.CharField(
        label="Op naam van",
        max_length=70,
        required=False,
        help_text="Laat leeg als het de naam van de crediteur is.",
    )
    herkomst = forms.CharField(
        label="Hoe u dit nummer kent",
        max_length=200,
        help_text="Bijvoorbeeld: factuur van 3 maart. Een collega zoekt het nummer daar op.",
    )

    def gegevens(self) -> RekeningGegevens:
        return RekeningGegevens(**self.cleaned_data)


class BevestigenForm(forms.Form):
    laatste_tekens = forms.CharField(
        label="De laatste vier tekens van het nummer",
        max_length=10,
        help_text="Neem ze over van de brief of factuur zelf.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

"""The intake as a consulent writes it down."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from intake.models import BredeIntake, Onderdeel

TEKST_HOOGSTENS = 20_000


class OnderdeelForm(forms.Form):
    tekst = forms.CharField(
        label="Wat is verteld",
        widget=forms.Textarea,
        max_length=TEKST_HOOGSTENS,
        error_messages={"required": "Schrijf op wat is verteld."},
    )

    @staticmethod
    def begin(onderdeel: Onderdeel | None) -> dict[str, Any]:
        return {"tekst": onderdeel.tekst} if onderdeel else {}


class VveForm(forms.Form):
    """The one part that may not apply; the service asks for one of the two."""

    tekst = forms.CharField(
        label="Wat is besproken",
        widget=forms.Textarea,
        max_length=TEKST_HOOGSTENS,
        required=False,
        help_text="Laat leeg als dit niet van toepassing is.",
    )
    niet_van_toepassing = forms.BooleanField(
        label="Niet van toepassing",
        required=False,
        help_text="Bijvoorbeeld: er zijn geen kinderen van deze leeftijd.",
    )

    @staticmethod
    def begin(onderdeel: Onderdeel | None) -> dict[str, Any]:
        if onderdeel is None:
            return {}
        return {
            "tekst": onderdeel.tekst,
            "niet_van_toepassing": onderdeel.niet_van_toepassing,
        }


class GegevensForm(forms.Form):
    """Nothing is required while the intake runs: what is missing is said before closing."""

    tolktaal = forms.CharField(
        label="Tolk in",
        max_length=40,
        required=False,
        help_text="De taal van de tolk. Leeg: geen tolk nodig.",
    )
    alleen_spreken_op = DatumVeld(
        label="Gewezen op het recht om alleen te spreken op",
        required=False,
        help_text="De dag waarop u vertelde dat dit zonder partner of familie mag.",
    )
    verslag = forms.CharField(
        label="Verslag",
        widget=forms.Textarea,
        max_length=TEKST_HOOGSTENS,
        required=False,
        help_text="De samenvatting van de brede intake. Het PIP rust hierop.",
    )

    @staticmethod
    def begin(intake: BredeIntake | None) -> dict[str, Any]:
        if intake is None:
            return {}
        return {veld: getattr(intake, veld) for veld in GegevensForm.base_fields}

"""Each part of the intake: what was told, and the facts that belong to it."""

from __future__ import annotations

from typing import Any

from django import forms

from intake.forms.intake import OnderdeelForm, VveForm
from intake.models import (
    FEITEN_PER_ONDERDEEL,
    Alfabetisering,
    IctNiveau,
    Onderdeel,
    OnderdeelSoort,
    Opleidingsniveau,
    Taalniveau,
)
from intake.queries.profiel import feiten_bij

_ONBEKEND = ("", "– nog niet bekend –")
_JA_NEE = {"ja": True, "nee": False}


class JaNeeVeld(forms.TypedChoiceField):
    """Yes, no, or not known yet."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[_ONBEKEND, ("ja", "Ja"), ("nee", "Nee")],
            coerce=_JA_NEE.__getitem__,
            empty_value=None,
            required=False,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "ja", False: "nee", None: ""}.get(value, value)


def _keuze(label: str, keuzes: list[tuple[str, str]], uitleg: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[_ONBEKEND, *keuzes], required=False, help_text=uitleg
    )


def _getal(label: str, uitleg: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        help_text=uitleg,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "invoer-kort"}),
        error_messages={"invalid": "Vul een heel getal in, bijvoorbeeld 8."},
    )


class FeitenForm(forms.Form):
    """A part with facts: `feiten()` is what goes to the profile."""

    def feiten(self) -> dict[str, Any]:
        """Which fields are facts is said once, beside the profile."""
        return {naam: w for naam, w in self.cleaned_data.items() if naam in _FEITEN}

    def waarden(self) -> dict[str, Any]:
        gewoon = {naam: w for naam, w in self.cleaned_data.items() if naam not in _FEITEN}
        return gewoon | {"feiten": self.feiten()}


_FEITEN = {naam for namen in FEITEN_PER_ONDERDEEL.values() for naam in namen}


class GewoonForm(FeitenForm, OnderdeelForm):
    """A part of words alone."""


class OpleidingForm(FeitenForm, OnderdeelForm):
    jaren_onderwijs = _getal("Jaren onderwijs", "Alle jaren op school bij elkaar.")
    opleidingsniveau = _keuze("Hoogste opleiding", Opleidingsniveau.choices)
    diploma_land = forms.CharField(label="Diploma gehaald in", max_length=60, required=False)
    beroep = forms.CharField(label="Laatste beroep", max_length=80, required=False)
    jaren_werk = _getal("Jaren gewerkt")


class TaalForm(FeitenForm, OnderdeelForm):
    alfabetisering = _keuze("Lezen en schrijven", Alfabetisering.choices)
    taalniveau = _keuze("Taalniveau Nederlands", Taalniveau.choices)


class IctForm(FeitenForm, OnderdeelForm):
    ict_niveau = _keuze("Omgaan met computer en telefoon", IctNiveau.choices)


class KinderenForm(FeitenForm, VveForm):
    kinderen_vve = JaNeeVeld(label="Zijn er kinderen die naar de VVE gaan of kunnen?")


class WerkForm(FeitenForm, OnderdeelForm):
    uren_per_week = _getal(
        "Uren per week beschikbaar", "Voor lessen, werk en meedoen, naast zorg en huishouden."
    )


class WensenForm(FeitenForm, OnderdeelForm):
    wil_studeren = JaNeeVeld(
        label="Wil een opleiding doen", help_text="Mbo, hbo of universiteit. Wat de persoon zegt."
    )
    kans_op_diploma = JaNeeVeld(
        label="Grote kans op een diploma",
        help_text="Uw eigen oordeel (Wet inburgering 2021, artikel 8, lid 1).",
    )
    wil_examen = JaNeeVeld(
        label="Wil examen doen in de Z-route", help_text="Op niveau A2, of het examen KNM."
    )


_FORMULIEREN: dict[str, type[FeitenForm]] = {
    OnderdeelSoort.OPLEIDING_EN_WERK: OpleidingForm,
    OnderdeelSoort.TAAL: TaalForm,
    OnderdeelSoort.ICT: IctForm,
    OnderdeelSoort.VVE: KinderenForm,
    OnderdeelSoort.WERK: WerkForm,
    OnderdeelSoort.WENSEN: WensenForm,
}


def formulier_van(soort: str) -> type[FeitenForm]:
    return _FORMULIEREN.get(soort, GewoonForm)


def begin(onderdeel: Onderdeel | None) -> dict[str, Any]:
    """The stored values of a part, also of an earlier version of it."""
    if onderdeel is None:
        return {}
    return {
        "tekst": onderdeel.tekst,
        "niet_van_toepassing": onderdeel.niet_van_toepassing,
        **feiten_bij(onderdeel),
    }

"""Forms of places, employers and vacancies."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from leerroutes.enums import PlekSoort
from leerroutes.forms.aanbod import UrenPerWeekVeld
from leerroutes.models import Participatieplek, Vacature, Werkgever
from leerroutes.services.plekken import PlekGegevens
from leerroutes.services.werkgevers import VacatureGegevens, WerkgeverGegevens


class _Bereikbaar(forms.Form):
    """How to reach who is in charge there."""

    contactpersoon = forms.CharField(label="Contactpersoon", max_length=120, required=False)
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)


class PlekForm(_Bereikbaar):
    naam = forms.CharField(label="Naam van de plek", max_length=120)
    soort = forms.ChoiceField(label="Soort", choices=PlekSoort.choices)
    organisatie = forms.CharField(label="Organisatie", max_length=120, required=False)
    plaats = forms.CharField(label="Plaats", max_length=80, required=False)
    wat = forms.CharField(
        label="Wat mensen er doen", max_length=300, required=False, widget=forms.Textarea
    )
    capaciteit = forms.IntegerField(
        label="Plaatsen tegelijk",
        min_value=1,
        max_value=1000,
        required=False,
        help_text="Laat leeg als er geen grens is.",
    )

    field_order = ("naam", "soort", "organisatie", "plaats", "wat", "capaciteit")

    @staticmethod
    def begin(plek: Participatieplek | None) -> dict[str, Any]:
        return {veld: getattr(plek, veld) for veld in PlekForm.base_fields} if plek else {}

    def gegevens(self) -> PlekGegevens:
        waarden = self.cleaned_data | {"soort": PlekSoort(self.cleaned_data["soort"])}
        return PlekGegevens(**waarden)


class StoppenForm(forms.Form):
    op = DatumVeld(label="Niet meer gebruikt vanaf")


class WerkgeverStoppenForm(forms.Form):
    op = DatumVeld(label="Gestopt op")
    reden = forms.CharField(label="Reden", max_length=200)


class ZoekForm(forms.Form):
    zoek = forms.CharField(label="Naam, branche of plaats", max_length=120, required=False)
    gestopt = forms.BooleanField(label="Wie gestopt is", required=False)


class WerkgeverForm(_Bereikbaar):
    naam = forms.CharField(label="Naam", max_length=120)
    branche = forms.CharField(label="Branche", max_length=80, required=False)
    plaats = forms.CharField(label="Plaats", max_length=80, required=False)
    opmerking = forms.CharField(
        label="Opmerking", max_length=1000, required=False, widget=forms.Textarea
    )

    field_order = ("naam", "branche", "plaats", "contactpersoon", "telefoon", "email", "opmerking")

    @staticmethod
    def begin(werkgever: Werkgever | None) -> dict[str, Any]:
        velden = WerkgeverForm.base_fields
        return {veld: getattr(werkgever, veld) for veld in velden} if werkgever else {}

    def gegevens(self) -> WerkgeverGegevens:
        return WerkgeverGegevens(**self.cleaned_data)


class VacatureForm(forms.Form):
    functie = forms.CharField(label="Functie", max_length=120)
    uren_per_week = UrenPerWeekVeld(label="Uren per week")
    plaatsen = forms.IntegerField(label="Aantal plaatsen", min_value=1, max_value=1000, initial=1)
    eisen = forms.CharField(
        label="Wat nodig is",
        max_length=300,
        required=False,
        widget=forms.Textarea,
        help_text="Bijvoorbeeld: taal, diploma, rijbewijs.",
    )

    @staticmethod
    def begin(vacature: Vacature | None) -> dict[str, Any]:
        velden = VacatureForm.base_fields
        return {veld: getattr(vacature, veld) for veld in velden} if vacature else {"plaatsen": 1}

    def gegevens(self) -> VacatureGegevens:
        return VacatureGegevens(**self.cleaned_data)

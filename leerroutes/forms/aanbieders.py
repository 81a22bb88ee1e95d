"""Clean input for providers, marks, contracts, prices, talks and complaints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms

from inburgering.velden import BedragVeld, DatumVeld
from leerroutes.enums import AanbiederSoort, KeurmerkSoort, TariefEenheid
from leerroutes.models import Aanbieder
from leerroutes.services.aanbieders import AanbiederGegevens, KeurmerkGegevens
from leerroutes.services.aanbieders_contract import (
    ContractGegevens,
    ContractgesprekGegevens,
    TariefGegevens,
)
from medewerkers.models import Partnerorganisatie

_TEKSTVAK = {"rows": 5}


class AanbiederFilter(forms.Form):
    q = forms.CharField(label="Naam of plaats", max_length=80, required=False)
    soort = forms.ChoiceField(
        label="Wat zij geeft",
        choices=[("", "Alles"), *AanbiederSoort.choices],
        required=False,
    )
    ook_gestopt = forms.BooleanField(label="Ook gestopte aanbieders", required=False)

    def keuzes(self) -> dict[str, Any]:
        """What was asked as far as it makes sense; a choice that does not is left out."""
        waarden = self.cleaned_data
        return {
            "zoek": waarden.get("q", ""),
            "soort": waarden.get("soort", ""),
            "ook_gestopt": bool(waarden.get("ook_gestopt")),
        }


class GegevensForm(forms.Form):
    """A form whose fields are those of one dataclass."""

    soort_gegevens: ClassVar[Callable[..., Any]]

    @classmethod
    def begin(cls, rij: Any) -> dict[str, Any]:
        return {veld: getattr(rij, veld) for veld in cls.base_fields} if rij else {}

    def gegevens(self) -> Any:
        return type(self).soort_gegevens(**self.cleaned_data)


class AanbiederForm(GegevensForm):
    soort_gegevens = AanbiederGegevens

    naam = forms.CharField(label="Naam", max_length=120)
    soorten = forms.TypedMultipleChoiceField(
        label="Wat zij geeft",
        choices=AanbiederSoort.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies wat deze aanbieder geeft."},
    )
    instellingsnummer = forms.CharField(
        label="Instellingsnummer DUO", max_length=10, required=False, help_text="Tien cijfers."
    )
    plaats = forms.CharField(label="Plaats", max_length=80, required=False)
    contactpersoon = forms.CharField(label="Contactpersoon", max_length=120, required=False)
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)
    website = forms.URLField(
        label="Website",
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Schrijf het adres als www.school.nl."},
    )
    partner = forms.ModelChoiceField(
        label="Partner die hier inlogt",
        queryset=Partnerorganisatie.objects.all(),
        required=False,
        empty_label="Geen",
    )


class StoppenForm(forms.Form):
    gestopt_op = DatumVeld(
        label="Niet meer gebruikt vanaf",
        help_text="Vanaf deze dag kan niemand hier meer beginnen.",
    )


class KeurmerkForm(GegevensForm):
    soort_gegevens = KeurmerkGegevens

    soort = forms.TypedChoiceField(
        label="Soort",
        choices=KeurmerkSoort.choices,
        coerce=KeurmerkSoort,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies het soort keurmerk."},
    )
    nummer = forms.CharField(label="Nummer of kenmerk", max_length=40, required=False)
    start_op = DatumVeld(label="Geldig vanaf")
    eind_op = DatumVeld(
        label="Geldig tot en met",
        required=False,
        help_text="Leeg als er geen einddatum bekend is.",
    )
    gecontroleerd_op = DatumVeld(label="Gecontroleerd in het register op", required=False)


class VerlengenForm(forms.Form):
    eind_op = DatumVeld(label="Geldig tot en met")
    gecontroleerd_op = DatumVeld(label="Gecontroleerd in het register op", required=False)


class ContractForm(GegevensForm):
    soort_gegevens = ContractGegevens

    naam = forms.CharField(label="Naam", max_length=120)
    kenmerk = forms.CharField(label="Kenmerk", max_length=60, required=False)
    perceel = forms.CharField(label="Perceel", max_length=80, required=False)
    regionaal = forms.BooleanField(label="Uit de regionale inkoop", required=False)
    penvoerder = forms.CharField(
        label="Penvoerder",
        max_length=120,
        required=False,
        help_text="Bij regionale inkoop: welke gemeente het contract beheert.",
    )
    gemeenten = forms.IntegerField(
        label="Aantal deelnemende gemeenten", min_value=1, max_value=342, required=False
    )
    start_op = DatumVeld(label="Vanaf")
    eind_op = DatumVeld(label="Tot en met", required=False)
    opzeggen_voor_op = DatumVeld(label="Opzeggen of verlengen vóór", required=False)
    capaciteit = forms.IntegerField(
        label="Plaatsen tegelijk",
        min_value=1,
        max_value=9999,
        required=False,
        help_text="Leeg als er geen grens is afgesproken.",
    )
    weken_tot_start = forms.IntegerField(
        label="Weken van aanmelding tot start", min_value=0, max_value=52, required=False
    )

    def delen(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(kop, [self[veld] for veld in velden]) for kop, velden in _CONTRACTDELEN.items()]


_CONTRACTDELEN = {
    "Contract": ("naam", "kenmerk", "perceel"),
    "Duur": ("start_op", "eind_op", "opzeggen_voor_op"),
    "Wat is afgesproken": ("capaciteit", "weken_tot_start"),
    "Regionale inkoop": ("regionaal", "penvoerder", "gemeenten"),
}


class TariefForm(GegevensForm):
    soort_gegevens = TariefGegevens

    onderdeel = forms.CharField(label="Waarvoor", max_length=80)
    eenheid = forms.TypedChoiceField(
        label="Eenheid", choices=TariefEenheid.choices, coerce=TariefEenheid
    )
    bedrag = BedragVeld(label="Bedrag zonder btw", help_text="In euro, bijvoorbeeld 11,85.")
    start_op = DatumVeld(label="Vanaf")
    eind_op = DatumVeld(label="Tot en met", required=False)


class ContractgesprekForm(GegevensForm):
    soort_gegevens = ContractgesprekGegevens

    op = DatumVeld(label="Datum")
    met = forms.CharField(label="Met wie", max_length=200, required=False)
    verslag = forms.CharField(label="Wat is besproken", widget=forms.Textarea(attrs=_TEKSTVAK))
    afspraken = forms.CharField(
        label="Afspraken", required=False, widget=forms.Textarea(attrs=_TEKSTVAK)
    )
    volgend_op = DatumVeld(label="Volgend gesprek", required=False)


class KlachtForm(forms.Form):
    ontvangen_op = DatumVeld(label="Ontvangen op")
    onderwerp = forms.CharField(label="Onderwerp", max_length=120)
    tekst = forms.CharField(
        label="De klacht",
        widget=forms.Textarea(attrs=_TEKSTVAK),
        help_text="Schrijf geen namen op en niets waaraan iemand te herkennen is: "
        "contractbeheer leest dit.",
    )


class KlachtBijDossierForm(KlachtForm):
    """From a dossier: over which provider."""

    aanbieder = forms.ModelChoiceField(
        label="Over welke aanbieder",
        queryset=Aanbieder.objects.all(),
        empty_label="– maak een keuze –",
        error_messages={"required": "Kies over wie de klacht gaat."},
    )
    field_order = ("aanbieder", "ontvangen_op", "onderwerp", "tekst")


class KlachtAfhandelenForm(forms.Form):
    uitkomst = forms.CharField(
        label="Uitkomst",
        widget=forms.Textarea(attrs=_TEKSTVAK),
        help_text="Wat is er gedaan, en wat hoorde degene die klaagde?",
    )

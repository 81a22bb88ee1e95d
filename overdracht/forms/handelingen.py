"""The talk, the home, and what changes on the way."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from inburgering.enums import ContactSoort
from inburgering.forms import AfspraakForm, RedenForm
from inburgering.velden import DatumVeld
from medewerkers.models import Partnerorganisatie
from overdracht.enums import VERVANGINGEN
from overdracht.models import Nareis, RedenAfgevallen, Woning
from overdracht.policies.leden import REDENEN
from overdracht.services.nareis import NareisGegevens
from overdracht.services.woningen import WoningGegevens

_POSTCODE = re.compile(r"^\s*([1-9]\d{3})\s*([A-Za-z]{2})\s*$")


# --- The talk ---------------------------------------------------------------------------------
class GesprekPlannenForm(AfspraakForm):
    soort = None  # type: ignore[assignment]  # it is a driepartijengesprek

    def waarden(self) -> dict[str, Any]:
        return {k: w for k, w in self.cleaned_data.items() if k not in ("datum", "tijd")}


class GesprekHoudenForm(forms.Form):
    op = DatumVeld(label="Gehouden op")
    verslag = forms.CharField(
        label="Verslag",
        widget=forms.Textarea,
        help_text="Dit verslag leest het team Mens & Gezin, niet OOV.",
    )


class GesprekVervangenForm(forms.Form):
    wijze = forms.ChoiceField(
        label="Hoe dan wel?",
        choices=[(wijze.value, wijze.label) for wijze in VERVANGINGEN],
        widget=forms.RadioSelect,
    )
    op = DatumVeld(label="Op")
    reden = forms.CharField(label="Waarom geen gesprek in het AZC?", max_length=180)
    verslag = forms.CharField(label="Verslag", widget=forms.Textarea, required=False)

    def clean_wijze(self) -> ContactSoort:
        return ContactSoort(self.cleaned_data["wijze"])


# --- The home ---------------------------------------------------------------------------------
class WoningForm(forms.Form):
    straat = forms.CharField(label="Straat", max_length=80)
    huisnummer = forms.CharField(
        label="Huisnummer", max_length=12, widget=forms.TextInput(attrs={"class": "invoer-kort"})
    )
    postcode = forms.CharField(
        label="Postcode", max_length=8, widget=forms.TextInput(attrs={"class": "invoer-kort"})
    )
    plaats = forms.CharField(label="Plaats", max_length=80)
    corporatie = forms.CharField(label="Woningcorporatie", max_length=80, required=False)
    kamers = forms.IntegerField(
        label="Slaapkamers",
        required=False,
        min_value=1,
        max_value=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "invoer-kort"}),
        error_messages={"invalid": "Vul een getal in, bijvoorbeeld 3."},
    )
    sleutel_op = DatumVeld(label="Sleutel vanaf", required=False)
    begane_grond = forms.BooleanField(label="Op de begane grond", required=False)
    rolstoel = forms.BooleanField(label="Rolstoelgeschikt", required=False)
    tijdelijk = forms.BooleanField(
        label="Tijdelijke huisvesting",
        required=False,
        help_text="Na de verhuizing wordt er verder gezocht naar een woning.",
    )

    def clean_postcode(self) -> str:
        gevonden = _POSTCODE.match(self.cleaned_data["postcode"])
        if gevonden is None:
            raise ValidationError("Schrijf de postcode als 9351 AB.")
        return f"{gevonden[1]} {gevonden[2].upper()}"

    @staticmethod
    def begin(woning: Woning | None) -> dict[str, Any]:
        if woning is None:
            return {}
        return {veld: getattr(woning, veld) for veld in WoningForm.base_fields}

    def gegevens(self) -> WoningGegevens:
        return WoningGegevens(**{veld: self.cleaned_data[veld] for veld in WoningForm.base_fields})


class WoningToewijzenForm(WoningForm):
    """A home that is not on the list yet."""

    op = DatumVeld(label="Toegewezen op")

    def waarden(self) -> dict[str, Any]:
        return {"woning": self.gegevens(), "op": self.cleaned_data["op"]}


class VrijeWoningToewijzenForm(forms.Form):
    """A home of the list: the address is known, only the day is asked."""

    op = DatumVeld(label="Toegewezen op")


class BijReferentForm(forms.Form):
    op = DatumVeld(label="Afgesproken op")


def _afspraken(label: str, voorbeeld: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=voorbeeld,
    )


class BezichtigenForm(forms.Form):
    """The talk of that day: household, consulent and De Schans agree what happens next."""

    op = DatumVeld(label="Bezichtigd op")
    afspraken_verhuizing = _afspraken(
        "Afspraken over de verhuizing", "Wie haalt de sleutel, wie regelt vervoer en inrichting?"
    )
    afspraken_inschrijving = _afspraken(
        "Afspraken over de inschrijving", "Wanneer gaat het gezin langs de balie voor de BRP?"
    )
    afspraken_uitkering = _afspraken(
        "Afspraken over de uitkering", "Wanneer is de intake voor de bijstand?"
    )


class AccepterenForm(forms.Form):
    op = DatumVeld(label="Geaccepteerd op")
    huur_vanaf = DatumVeld(label="Huurcontract vanaf", required=False)
    sleutel_op = DatumVeld(label="Sleutel op", required=False)


class WeigerenForm(RedenForm):
    op = DatumVeld(label="Geweigerd op")
    procedure_coa = forms.CharField(
        label="Vervolg bij het COA",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: het COA beoordeelt of de weigering terecht is.",
    )
    field_order = ("op", "reden", "procedure_coa")


class VerhuizenForm(forms.Form):
    op = DatumVeld(label="Verhuisd op")


class InschrijvenForm(forms.Form):
    brp_op = DatumVeld(label="Ingeschreven in de BRP op")


# --- Changes on the way ------------------------------------------------------------------------
class IntrekkenForm(RedenForm):
    """Nobody comes: why, by COA's own words."""

    waarom = forms.ChoiceField(
        label="Wat is er gebeurd?",
        choices=[
            (reden.value, reden.label)
            for reden in (RedenAfgevallen.INGETROKKEN, RedenAfgevallen.ANDERE_GEMEENTE)
        ],
        widget=forms.RadioSelect,
    )
    field_order = ("waarom", "reden")

    def clean_waarom(self) -> RedenAfgevallen:
        return RedenAfgevallen(self.cleaned_data["waarom"])


class AfvallenForm(forms.Form):
    waarom = forms.ChoiceField(
        label="Wat is er gebeurd?",
        choices=[(reden.value, reden.label) for reden in REDENEN],
        widget=forms.RadioSelect,
    )
    op = DatumVeld(label="Op")
    toelichting = forms.CharField(label="Toelichting", max_length=200, required=False)

    def clean_waarom(self) -> RedenAfgevallen:
        return RedenAfgevallen(self.cleaned_data["waarom"])


class SplitsenForm(RedenForm):
    """Who goes on apart; the choices are the people of this handover."""

    personen = forms.TypedMultipleChoiceField(
        label="Wie gaat apart verder?", coerce=int, widget=forms.CheckboxSelectMultiple
    )
    field_order = ("personen", "reden")

    def __init__(self, *args: Any, leden: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["personen"].choices = leden  # type: ignore[attr-defined]  # a choice field


class BegeleidingForm(forms.Form):
    partner = forms.ModelChoiceField(
        label="Organisatie", queryset=Partnerorganisatie.objects.all(), empty_label=None
    )
    op = DatumVeld(label="Aangemeld op")


class MedischeNotitieForm(forms.Form):
    tekst = forms.CharField(
        label="Medische notitie",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=(
            "Vervangt wat er stond. Leeg: de notitie wordt verwijderd. "
            "Alleen de consulent en de teamleider lezen dit."
        ),
    )


# --- Nareis ------------------------------------------------------------------------------------
class NareisForm(forms.Form):
    aantal = forms.IntegerField(
        label="Hoeveel mensen",
        min_value=1,
        max_value=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "invoer-kort"}),
        error_messages={"invalid": "Vul een getal in, bijvoorbeeld 3."},
    )
    wie = forms.CharField(
        label="Wie",
        max_length=160,
        required=False,
        help_text="Bijvoorbeeld: echtgenote en twee kinderen.",
    )
    verwacht_op = DatumVeld(
        label="Verwacht op", required=False, help_text="Leeg als de dag nog niet bekend is."
    )

    @staticmethod
    def begin(nareis: Nareis | None) -> dict[str, Any]:
        if nareis is None:
            return {}
        return {veld: getattr(nareis, veld) for veld in NareisForm.base_fields}

    def waarden(self) -> dict[str, Any]:
        return {"gegevens": NareisGegevens(**self.cleaned_data)}

"""Clean input into typed values for accounts, partner organisations and the municipality."""

from __future__ import annotations

from typing import Any

from django import forms

from medewerkers.enums import Rol
from medewerkers.models import Gemeente, Medewerker, Partnerorganisatie
from medewerkers.queries import mensen, rollen_van
from medewerkers.services import WESTERKWARTIER, AccountGegevens, GemeenteGegevens

_DATUM = {"invalid": "Schrijf de datum als dd-mm-jjjj, bijvoorbeeld 14-02-2022."}


class RolKeuze(forms.CheckboxSelectMultiple):
    """Each role with what it is for."""

    option_template_name = "medewerkers/rolkeuze.html"

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        optie: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        optie["omschrijving"] = Rol(str(value)).omschrijving
        return optie


class AccountForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=120)
    email = forms.EmailField(label="E-mailadres", help_text="Hiermee logt deze collega in.")
    functie = forms.CharField(label="Functie", max_length=80, required=False)
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    rollen = forms.TypedMultipleChoiceField(
        label="Rollen",
        choices=Rol.choices,
        coerce=Rol,
        widget=RolKeuze,
        help_text="Rechten van meer rollen tellen op.",
        error_messages={"required": "Kies ten minste één rol."},
    )
    partnerorganisatie = forms.ModelChoiceField(
        label="Partnerorganisatie",
        queryset=Partnerorganisatie.objects.all(),
        required=False,
        empty_label="Geen: werkt bij de gemeente",
        help_text="Alleen bij de rol Partner.",
    )

    @staticmethod
    def begin(medewerker: Medewerker | None) -> dict[str, Any]:
        if medewerker is None:
            return {}
        velden = ("naam", "email", "functie", "telefoon", "afwezig_van", "afwezig_tot")
        waarden = {veld: getattr(medewerker, veld) for veld in velden}
        return waarden | {
            "rollen": rollen_van(medewerker),
            "partnerorganisatie": medewerker.partnerorganisatie_id,
            "vervanger": medewerker.vervanger_id,
        }

    def gegevens(self) -> AccountGegevens:
        return AccountGegevens(**self.cleaned_data)


class AccountWijzigenForm(AccountForm):
    """An account that exists can be away for a while."""

    afwezig_van = forms.DateField(
        label="Afwezig vanaf", required=False, error_messages=_DATUM, help_text="dd-mm-jjjj"
    )
    afwezig_tot = forms.DateField(
        label="Afwezig tot en met",
        required=False,
        error_messages=_DATUM,
        help_text="Leeg als het einde nog niet bekend is.",
    )
    vervanger = forms.ModelChoiceField(
        label="Vervanger",
        queryset=Medewerker.objects.none(),
        required=False,
        empty_label="Geen vervanger",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["vervanger"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = mensen().filter(is_active=True)


class AccountFilter(forms.Form):
    zoek = forms.CharField(label="Naam of e-mailadres", max_length=120, required=False)
    rol = forms.ChoiceField(label="Rol", choices=[("", "Alle"), *Rol.choices], required=False)
    stand = forms.ChoiceField(
        label="Stand", choices=[("", "Open"), ("gesloten", "Gesloten")], required=False
    )


class PartnerorganisatieForm(forms.Form):
    naam = forms.CharField(label="Naam van de organisatie", max_length=120)

    @staticmethod
    def begin(organisatie: Partnerorganisatie | None) -> dict[str, Any]:
        return {"naam": organisatie.naam} if organisatie else {}


class GemeenteForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=80)
    code = forms.RegexField(
        r"^\d{4}$",
        label="Gemeentecode",
        help_text="De vier cijfers van het CBS. Hieraan herkent het systeem de eigen adressen.",
        error_messages={"invalid": "Een gemeentecode heeft vier cijfers."},
    )
    adres = forms.CharField(label="Bezoekadres", max_length=120, required=False)
    postadres = forms.CharField(
        label="Postadres", max_length=120, help_text="Staat in brieven. Ook voor bezwaar."
    )
    postcode = forms.RegexField(
        r"^[1-9]\d{3} ?[A-Za-z]{2}$",
        label="Postcode",
        error_messages={"invalid": "Schrijf de postcode als 1234 AB."},
    )
    plaats = forms.CharField(label="Plaats", max_length=80)
    telefoon = forms.CharField(label="Telefoon", max_length=20)
    email = forms.EmailField(label="E-mailadres")
    website = forms.URLField(label="Website", required=False, assume_scheme="https")
    team = forms.CharField(label="Naam van het team", max_length=80)
    mandaat = forms.CharField(
        label="Mandaat",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="De zin onder een besluit: namens wie en op grond van welk mandaatbesluit. "
        "Daaronder komen de naam en de functie van wie het vaststelt.",
    )
    bezwaar_organisatie = forms.CharField(
        label="Bezwaar sturen aan", max_length=120, help_text="Zo staat het in de brief."
    )
    beroep_rechtbank = forms.CharField(
        label="Beroep instellen bij",
        max_length=200,
        help_text="De rechtbank met haar adres. Staat onder een beslissing op bezwaar.",
    )
    vier_ogen_pip = forms.BooleanField(
        label="Vier ogen bij een PIP",
        required=False,
        help_text="Wie het PIP voorlegt, stelt het dan niet zelf vast.",
    )

    @staticmethod
    def begin(gemeente: Gemeente | None) -> dict[str, Any]:
        bron = gemeente or WESTERKWARTIER
        return {veld: getattr(bron, veld) for veld in GemeenteForm.base_fields}

    def gegevens(self) -> GemeenteGegevens:
        return GemeenteGegevens(**self.cleaned_data)

    def clean_postcode(self) -> str:
        postcode: str = self.cleaned_data["postcode"]
        return f"{postcode[:4]} {postcode[-2:].upper()}"

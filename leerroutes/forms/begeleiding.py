"""Maatschappelijke begeleiding as it is recorded: when it runs, and each time of help."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from inburgering.velden import DatumVeld, GetalVeld
from leerroutes.enums import BegeleidingSoort
from leerroutes.models import Begeleidingsmoment, MaatschappelijkeBegeleiding
from leerroutes.services.begeleiding import MomentGegevens
from medewerkers.models import Medewerker, Partnerorganisatie
from medewerkers.rechten import Recht


class TijdsduurVeld(GetalVeld):
    """Hours as people write them: `1,5` and `1.5`."""

    default_error_messages = {
        "invalid": "Schrijf de uren als 1,5.",
        "max_decimal_places": "Schrijf de uren met hoogstens twee cijfers achter de komma.",
        "max_digits": "Dit zijn te veel uren.",
        "max_whole_digits": "Dit zijn te veel uren.",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Uren")
        kwargs.setdefault("help_text", "Bijvoorbeeld 1,5.")
        widget = forms.TextInput(attrs={"inputmode": "decimal"})
        super().__init__(max_digits=4, decimal_places=2, widget=widget, **kwargs)

    def to_python(self, value: Any) -> Any:
        tekst = value.strip().replace(",", ".") if isinstance(value, str) else value
        return super().to_python(tekst)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        return f"{value.normalize():f}".replace(".", ",")


class EigenBegeleidingForm(forms.Form):
    """Since when, and by whom: for a partner, who guides for its own organisation."""

    start_op = DatumVeld(
        label="Begeleiding vanaf",
        help_text="Op zijn vroegst de dag van inschrijving in de BRP.",
    )
    begeleider = forms.CharField(
        label="Vaste begeleider",
        max_length=120,
        required=False,
        help_text="Wie deze persoon helpt.",
    )

    @staticmethod
    def begin(begeleiding: MaatschappelijkeBegeleiding | None) -> dict[str, Any]:
        if begeleiding is None:
            return {}
        return {veld: getattr(begeleiding, veld) for veld in BegeleidingForm.base_fields}


class BegeleidingForm(EigenBegeleidingForm):
    partner = forms.ModelChoiceField(
        label="Organisatie",
        queryset=Partnerorganisatie.objects.all(),
        required=False,
        empty_label="De gemeente zelf",
    )


def begeleidingform(door: Medewerker) -> type[EigenBegeleidingForm]:
    return BegeleidingForm if door.heeft(Recht.LEERROUTE_DOEN) else EigenBegeleidingForm


class EindeForm(forms.Form):
    eind_op = DatumVeld(label="Laatste dag")
    reden = forms.CharField(label="Reden", max_length=200)


class MomentForm(forms.Form):
    op = DatumVeld(label="Datum")
    soort = forms.ChoiceField(
        label="Soort",
        choices=BegeleidingSoort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies praktische hulp of voorlichting."},
    )
    onderwerp = forms.CharField(
        label="Onderwerp", max_length=120, help_text="Bijvoorbeeld: post, zorgverzekering, school."
    )
    uren = TijdsduurVeld()
    tekst = forms.CharField(
        label="Wat is gedaan",
        required=False,
        widget=forms.Textarea,
        help_text="Schrijf hier niets over gezondheid of geld.",
    )
    telt_mee = forms.BooleanField(
        label="Deze activiteit telt mee als participatie (Z-route)",
        required=False,
        help_text="Alleen als de persoon zelf meedeed aan een activiteit.",
    )

    @staticmethod
    def begin(moment: Begeleidingsmoment | None) -> dict[str, Any]:
        if moment is None:
            return {}
        return {veld: getattr(moment, veld) for veld in MomentForm.base_fields}

    def gegevens(self) -> MomentGegevens:
        waarden = {veld: self.cleaned_data[veld] for veld in MomentForm.base_fields}
        return MomentGegevens(**waarden | {"soort": BegeleidingSoort(waarden["soort"])})


class MomentWijzigenForm(MomentForm):
    reden = forms.CharField(
        label="Reden van de wijziging", max_length=200, help_text="Komt op de tijdlijn."
    )

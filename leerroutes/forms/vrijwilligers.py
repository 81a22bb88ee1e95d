"""A volunteer as recorded, and the pair with an inburgeraar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from leerroutes.enums import VrijwilligerSoort
from leerroutes.models import Vrijwilliger
from leerroutes.queries.vrijwilligers import Voorstel
from leerroutes.services.vrijwilligers import VrijwilligerGegevens
from medewerkers.models import Medewerker, Partnerorganisatie
from medewerkers.rechten import Recht


class TalenVeld(forms.CharField):
    """Languages with a comma between them."""

    def to_python(self, value: Any) -> Any:
        tekst = super().to_python(value) or ""
        return [deel.strip() for deel in tekst.split(",") if deel.strip()]

    def validate(self, value: Any) -> None:
        super().validate(value)
        if any(len(taal) > 40 for taal in value):
            raise forms.ValidationError("Zet een komma tussen de talen.")

    def run_validators(self, value: Any) -> None:
        """The parts were judged one by one."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value


class VrijwilligerForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=120)
    soort = forms.ChoiceField(
        label="Soort",
        choices=VrijwilligerSoort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies taalcoach of taalmaatje."},
    )
    talen = TalenVeld(
        label="Talen",
        required=False,
        help_text="Naast Nederlands, met een komma ertussen: Arabisch, Engels.",
    )
    dorp = forms.CharField(label="Dorp", max_length=80)
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)
    partner = forms.ModelChoiceField(
        label="Via",
        queryset=Partnerorganisatie.objects.all(),
        required=False,
        empty_label="De gemeente zelf",
    )
    vog_op = DatumVeld(label="Datum van de VOG", required=False)
    hoogstens = forms.IntegerField(
        label="Hoeveel mensen tegelijk", min_value=1, max_value=20, initial=1
    )

    def __init__(self, *args: Any, door: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not door.heeft(Recht.PARTICIPATIE):
            del self.fields["partner"]

    @staticmethod
    def begin(vrijwilliger: Vrijwilliger | None) -> dict[str, Any]:
        if vrijwilliger is None:
            return {"hoogstens": 1}
        return {veld: getattr(vrijwilliger, veld) for veld in VrijwilligerForm.base_fields}

    def gegevens(self) -> VrijwilligerGegevens:
        waarden = self.cleaned_data
        return VrijwilligerGegevens(**waarden | {"soort": VrijwilligerSoort(waarden["soort"])})


class StoppenForm(forms.Form):
    gestopt_op = DatumVeld(label="Laatste dag")
    reden = forms.CharField(label="Reden", max_length=200)


class VrijwilligerFilter(forms.Form):
    naam = forms.CharField(label="Naam", max_length=80, required=False)
    taal = forms.CharField(label="Taal", max_length=40, required=False)
    dorp = forms.CharField(label="Dorp", max_length=80, required=False)
    gestopt = forms.BooleanField(label="Wie gestopt is", required=False)


class KoppelForm(forms.Form):
    """Who goes well with this person comes first, with the reason."""

    vrijwilliger = forms.TypedChoiceField(
        label="Vrijwilliger",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies een vrijwilliger.",
            "invalid_choice": "Deze vrijwilliger heeft geen plaats (meer): kies een ander.",
        },
    )
    doel = forms.CharField(
        label="Waarvoor",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: elke week samen praten.",
    )
    start_op = DatumVeld(label="Vanaf")

    def __init__(self, *args: Any, voorstellen: Sequence[Voorstel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["vrijwilliger"]
        assert isinstance(veld, forms.TypedChoiceField)
        veld.choices = [(keuze.vrijwilliger.pk, _in_woorden(keuze)) for keuze in voorstellen]


def koppelform(voorstellen: Sequence[Voorstel]) -> Callable[..., KoppelForm]:
    return partial(KoppelForm, voorstellen=voorstellen)


def _in_woorden(keuze: Voorstel) -> str:
    wie = keuze.vrijwilliger
    kort = f"{wie.naam}, {str(wie.get_soort_display()).lower()} in {wie.dorp}"
    return f"{kort}: {keuze.waarom}" if keuze.waarom else kort

"""A client diagnosis: from a file, typed over, and what of it goes into the intake."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from functools import partial
from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from intake.diagnose.koppeling import Koppeling
from intake.diagnose.vertalen import Waarde, feit_van, tekst_van
from intake.forms.onderdelen import IctForm, OpleidingForm, TaalForm, WensenForm, WerkForm
from intake.models import OnderdeelSoort
from intake.queries.diagnoses import Vergelijking

_FEITEN: dict[str, type[forms.Form]] = {
    "jaren_onderwijs": OpleidingForm,
    "opleidingsniveau": OpleidingForm,
    "diploma_land": OpleidingForm,
    "beroep": OpleidingForm,
    "jaren_werk": OpleidingForm,
    "alfabetisering": TaalForm,
    "taalniveau": TaalForm,
    "ict_niveau": IctForm,
    "uren_per_week": WerkForm,
    "wil_studeren": WensenForm,
}
_TEKSTEN = (
    OnderdeelSoort.OPLEIDING_EN_WERK,
    OnderdeelSoort.WERK,
    OnderdeelSoort.ZELFREDZAAMHEID,
    OnderdeelSoort.WENSEN,
)


class InlezenForm(forms.Form):
    soort = forms.ChoiceField(label="Soort bestand")
    bestand = forms.FileField(
        label="Bestand", help_text="CSV of JSON, hoogstens 1 MB, over één persoon."
    )
    op = DatumVeld(
        label="Datum van de diagnose",
        required=False,
        help_text="Alleen nodig als de datum niet in het bestand staat.",
    )
    gecontroleerd = forms.BooleanField(
        label="Ik heb gecontroleerd dat dit deze persoon is",
        required=False,
        help_text="Alleen nodig als er geen V-nummer of BSN in het bestand staat.",
    )

    def __init__(self, *args: Any, koppelingen: Sequence[Koppeling], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["soort"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(koppeling.sleutel, koppeling.label) for koppeling in koppelingen]


def inlezenform(koppelingen: Sequence[Koppeling]) -> Callable[..., InlezenForm]:
    return partial(InlezenForm, koppelingen=koppelingen)


class InvoerenForm(forms.Form):
    """Typed over: the facts of the intake that a diagnosis may have, and words for its parts."""

    bron = forms.CharField(
        label="Gemaakt met of door", max_length=80, help_text="Bijvoorbeeld: CompetenSYS."
    )
    op = DatumVeld(label="Datum van de diagnose")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, form in _FEITEN.items():
            self.fields[naam] = deepcopy(form.base_fields[naam])
        for soort in _TEKSTEN:
            self.fields[f"tekst_{soort.value}"] = forms.CharField(
                label=f"Wat er staat over: {soort.label}",
                widget=forms.Textarea,
                max_length=5000,
                required=False,
            )

    def waarden(self) -> list[Waarde]:
        """What was filled in."""
        gevuld = {naam: w for naam, w in self.cleaned_data.items() if w not in (None, "")}
        feiten = [feit_van(naam, gevuld[naam]) for naam in _FEITEN if naam in gevuld]
        teksten = [
            tekst_van(soort.value, "", gevuld[f"tekst_{soort.value}"])
            for soort in _TEKSTEN
            if f"tekst_{soort.value}" in gevuld
        ]
        return [*feiten, *teksten]


class OvernemenForm(forms.Form):
    """Which things of a diagnosis go into the intake."""

    gekozen = forms.TypedMultipleChoiceField(
        label="Wat neemt u over",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, vergelijking: Sequence[Vergelijking], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vergelijking = vergelijking
        veld = self.fields["gekozen"]
        assert isinstance(veld, forms.TypedMultipleChoiceField)
        veld.choices = [(regel.plek, regel.label) for regel in vergelijking]

    def rijen(self) -> Iterator[tuple[Vergelijking, Any]]:
        """Every thing with its box."""
        return zip(self.vergelijking, self["gekozen"], strict=True)


def overnemenform(vergelijking: Sequence[Vergelijking]) -> Callable[..., OvernemenForm]:
    return partial(OvernemenForm, vergelijking=vergelijking)

"""Clean input for surveys: to make one, and to answer one without a name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from leerroutes.enums import Fase
from leerroutes.models.ervaring import HOOGSTE
from leerroutes.services.enquete import Antwoord
from leerroutes.vragenlijst import Vragenlijst

LANGSTE_OPMERKING = 1000


class EnqueteForm(forms.Form):
    fase = forms.TypedChoiceField(
        label="Wanneer wordt het gevraagd",
        choices=Fase.choices,
        coerce=Fase,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wanneer het wordt gevraagd."},
    )
    start_op = DatumVeld(label="Open vanaf")
    eind_op = DatumVeld(
        label="Open tot en met",
        help_text="De uitkomst is te zien na deze dag, als er minstens vijf antwoorden zijn.",
    )


class EnqueteVerlengenForm(forms.Form):
    eind_op = DatumVeld(label="Open tot en met")


class ErvaringForm(forms.Form):
    """In the language of who answers. `adres` is for machines: a person does not see it."""

    adres = forms.CharField(required=False)

    def __init__(self, *args: Any, lijst: Vragenlijst, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lijst = lijst
        self.aanduidingen = {"opmerking": lijst.niet_verplicht}
        for naam, vraag in lijst.vragen.items():
            self.fields[naam] = _vraag(vraag, lijst)
            self.aanduidingen[naam] = ""
        self.fields["opmerking"] = forms.CharField(
            label=lijst.opmerking,
            max_length=LANGSTE_OPMERKING,
            required=False,
            widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        )

    def vragen(self) -> list[Any]:
        return [self[naam] for naam in (*self.lijst.vragen, "opmerking")]

    @property
    def door_machine(self) -> bool:
        return bool(self.cleaned_data["adres"])

    def antwoord(self) -> Antwoord:
        waarden = {naam: self.cleaned_data[naam] for naam in self.lijst.vragen}
        opmerking = self.cleaned_data["opmerking"]
        return Antwoord(taal=self.lijst.taal, opmerking=opmerking, **waarden)


def _vraag(vraag: str, lijst: Vragenlijst) -> forms.Field:
    keuzes = [(n, lijst.schaal[n - 1]) for n in range(HOOGSTE, 0, -1)]
    return forms.TypedChoiceField(
        label=vraag,
        choices=keuzes,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": lijst.fout},
    )


def ervaringform(lijst: Vragenlijst) -> Callable[..., ErvaringForm]:
    return partial(ErvaringForm, lijst=lijst)

"""The taalschakeltraject: where and when, its parts, how it ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from leerroutes.enums import TaalschakelDeel
from leerroutes.models import Deelname, TaalschakelOnderdeel, Taalschakeltraject
from leerroutes.queries.taalschakel import scholen
from leerroutes.services.taalschakel import TaalschakelGegevens
from wet.leerroutes import Niveau


class TaalschakelForm(forms.Form):
    """Without school and first day while there are lessons that say so."""

    aanbieder = forms.ModelChoiceField(
        label="School",
        queryset=scholen(),
        empty_label="– maak een keuze –",
        error_messages={"required": "Kies de school."},
    )
    start_op = DatumVeld(label="Gestart op")
    niveau = forms.ChoiceField(
        label="Niveau van Nederlands",
        choices=[(niveau.value, niveau.value) for niveau in (Niveau.B1, Niveau.B2)],
        widget=forms.RadioSelect,
        initial=Niveau.B1.value,
    )
    verwacht_eind_op = DatumVeld(label="Verwacht einde (tot en met)", required=False)

    def __init__(self, *args: Any, deelname: Deelname | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if deelname is not None:
            del self.fields["aanbieder"], self.fields["start_op"]

    def gegevens(self) -> TaalschakelGegevens:
        waarden = self.cleaned_data
        return TaalschakelGegevens(
            niveau=Niveau(waarden["niveau"]),
            aanbieder=waarden.get("aanbieder"),
            start_op=waarden.get("start_op"),
            verwacht_eind_op=waarden["verwacht_eind_op"],
        )


def begin_van(schakel: Taalschakeltraject | None) -> dict[str, Any]:
    if schakel is None:
        return {}
    return {veld: getattr(schakel, veld) for veld in TaalschakelForm.base_fields}


def taalschakelform(deelname: Deelname | None) -> Callable[..., TaalschakelForm]:
    return partial(TaalschakelForm, deelname=deelname)


class DelenForm(forms.Form):
    """Per part the day; empty is not passed yet."""

    def __init__(self, *args: Any, delen: Sequence[TaalschakelOnderdeel], **kwargs: Any) -> None:
        begin = {deel.soort: deel.behaald_op for deel in delen} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs | {"initial": begin})
        for deel in delen:
            naam = str(deel.get_soort_display())
            self.fields[deel.soort] = DatumVeld(label=f"{naam}: behaald op", required=False)

    def behaald(self) -> dict[TaalschakelDeel, date | None]:
        return {TaalschakelDeel(soort): dag for soort, dag in self.cleaned_data.items()}


def delenform(delen: Sequence[TaalschakelOnderdeel]) -> Callable[..., DelenForm]:
    return partial(DelenForm, delen=delen)


class BehaaldForm(forms.Form):
    op = DatumVeld(label="Diploma behaald op")


class VerlatenForm(forms.Form):
    op = DatumVeld(label="Gestopt op", help_text="De laatste dag.")
    reden = forms.CharField(label="Reden", max_length=200, help_text="Komt op de tijdlijn.")

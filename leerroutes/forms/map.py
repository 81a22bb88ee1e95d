"""The MAP: a theme, hours, and the closing talk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from django import forms

from inburgering.velden import DatumVeld
from leerroutes.enums import Aanwezigheid
from leerroutes.forms.begeleiding import TijdsduurVeld
from leerroutes.forms.uren import UrenVeld
from leerroutes.forms.verwijtbaar import GemeldVeld, VerwijtbaarVeld
from leerroutes.models import MapThema
from leerroutes.services.map import MapEindgesprek, MapElders
from leerroutes.services.uren import UrenGegevens
from wet.leerroutes import Urensoort

_MAPSOORTEN = [
    (Urensoort.MAP_PRAKTIJK.value, "Praktijk"),
    (Urensoort.MAP_LES.value, "Les"),
    (Urensoort.INTAKE_MAP_PRAKTIJK.value, "Praktijk tijdens de brede intake, vóór het PIP"),
]


class ThemaForm(forms.Form):
    gedaan_op = DatumVeld(
        label="Besproken op", required=False, help_text="Leeg: dit thema is nog niet besproken."
    )
    toelichting = forms.CharField(
        label="Wat is gedaan", max_length=300, required=False, widget=forms.Textarea
    )

    @staticmethod
    def begin(thema: MapThema | None) -> dict[str, Any]:
        if thema is None:
            return {}
        return {"gedaan_op": thema.gedaan_op, "toelichting": thema.toelichting}


class MapUrenForm(forms.Form):
    soort = forms.ChoiceField(
        label="Soort",
        choices=_MAPSOORTEN,
        widget=forms.RadioSelect,
        initial=Urensoort.MAP_PRAKTIJK.value,
        help_text="Alleen praktijk telt voor de MAP; les niet.",
    )
    op = DatumVeld(label="Dag")
    uren = UrenVeld(label="Uren", help_text="Bijvoorbeeld 3,5.")
    aanwezigheid = forms.ChoiceField(
        label="Aanwezigheid",
        choices=Aanwezigheid.choices,
        initial=Aanwezigheid.AANWEZIG,
        help_text="Was iemand er niet? Vul dan de geplande uren in.",
    )
    opmerking = forms.CharField(label="Wat en waar", max_length=200, required=False)

    def gegevens(self) -> UrenGegevens:
        waarden = self.cleaned_data
        return UrenGegevens(
            soort=Urensoort(waarden["soort"]),
            op=waarden["op"],
            uren=waarden["uren"],
            aanwezigheid=Aanwezigheid(waarden["aanwezigheid"]),
            opmerking=waarden["opmerking"],
        )


class _MetVerwijt(forms.Form):
    """`verwijtbaar` stands in it only where the day may lie after the term."""

    aanduidingen: ClassVar = {"verwijtbaar": "alleen als het te laat was"}

    def __init__(self, *args: Any, met_verwijt: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not met_verwijt:
            del self.fields["verwijtbaar"]


class MapEindgesprekForm(_MetVerwijt):
    op = DatumVeld(label="Datum van het eindgesprek")
    verslag = forms.CharField(
        label="Verslag",
        widget=forms.Textarea,
        error_messages={"required": "Schrijf een verslag van het eindgesprek."},
    )
    verwijtbaar = VerwijtbaarVeld()

    def gegevens(self) -> MapEindgesprek:
        waarden = self.cleaned_data
        return MapEindgesprek(
            op=waarden["op"],
            verslag=waarden["verslag"],
            verwijtbaar=waarden.get("verwijtbaar"),
        )


class MapEldersForm(_MetVerwijt):
    gemeente = forms.CharField(label="Gemeente waar de MAP is afgerond", max_length=80)
    op = DatumVeld(label="Datum van het eindgesprek daar")
    uren = TijdsduurVeld(
        label="Praktijkuren daar", help_text="Ten minste de uren die het plan vraagt."
    )
    gemeld = GemeldVeld()
    verwijtbaar = VerwijtbaarVeld()

    def gegevens(self) -> MapElders:
        return MapElders(**self.cleaned_data)


def eindgesprekform(*, met_verwijt: bool) -> Callable[..., MapEindgesprekForm]:
    return partial(MapEindgesprekForm, met_verwijt=met_verwijt)


def eldersform(*, met_verwijt: bool) -> Callable[..., MapEldersForm]:
    return partial(MapEldersForm, met_verwijt=met_verwijt)

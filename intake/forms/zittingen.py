"""A sitting as it is planned and recorded."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from inburgering.velden import DatumVeld
from intake.models import TolkSoort, Zitting
from intake.services.zittingen import Tolk

_GETAL = {"inputmode": "numeric", "class": "invoer-kort"}


class MomentForm(forms.Form):
    """When and where."""

    datum = DatumVeld(label="Datum")
    tijd = forms.TimeField(
        label="Tijd",
        help_text="Bijvoorbeeld 09:30.",
        error_messages={"invalid": "Schrijf de tijd als uu:mm, bijvoorbeeld 09:30."},
    )
    minuten = forms.IntegerField(
        label="Duur in minuten",
        min_value=10,
        max_value=480,
        initial=60,
        widget=forms.TextInput(attrs=_GETAL),
        error_messages={"invalid": "Vul een heel getal in, bijvoorbeeld 60."},
    )
    plaats = forms.CharField(label="Plaats", max_length=120)

    def clean(self) -> dict[str, Any]:
        waarden: dict[str, Any] = super().clean() or self.cleaned_data
        if waarden.get("datum") and waarden.get("tijd"):
            moment = datetime.combine(waarden["datum"], waarden["tijd"])
            waarden["begint_at"] = timezone.make_aware(moment)
        return waarden

    def waarden(self) -> dict[str, Any]:
        return {naam: w for naam, w in self.cleaned_data.items() if naam not in ("datum", "tijd")}


class PlannenForm(MomentForm):
    tolktaal = forms.CharField(
        label="Tolk in", max_length=40, required=False, help_text="Leeg: geen tolk nodig."
    )
    tolk_soort = forms.ChoiceField(label="Tolk", choices=TolkSoort.choices)
    tolk_bureau = forms.CharField(label="Tolkbureau", max_length=80, required=False)
    onderwerpen = forms.CharField(
        label="Waarover",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bijvoorbeeld: opleiding, werk en wensen.",
    )

    def waarden(self) -> dict[str, Any]:
        waarden = super().waarden()
        soort, bureau = TolkSoort(waarden.pop("tolk_soort")), waarden.pop("tolk_bureau")
        return waarden | {"tolk": Tolk(soort=soort, bureau=bureau)}


class VerzettenForm(MomentForm):
    reden = forms.CharField(label="Waarom verzet", max_length=200)

    @staticmethod
    def begin(zitting: Zitting | None) -> dict[str, Any]:
        if zitting is None:
            return {}
        afspraak = zitting.afspraak
        begint = timezone.localtime(afspraak.begint_at)
        return {
            "datum": begint.date(),
            "tijd": f"{begint:%H:%M}",
            "minuten": afspraak.minuten,
            "plaats": afspraak.plaats,
        }


class TolkForm(forms.Form):
    """The interpreter's hour: what it cost may come later."""

    tolk_soort = forms.ChoiceField(label="Tolk", choices=TolkSoort.choices)
    tolk_bureau = forms.CharField(label="Tolkbureau", max_length=80, required=False)
    tolk_minuten = forms.IntegerField(
        label="Minuten tolk",
        required=False,
        min_value=0,
        widget=forms.TextInput(attrs=_GETAL),
        error_messages={"invalid": "Vul een heel getal in, bijvoorbeeld 45."},
    )
    tolk_bedrag = forms.DecimalField(
        label="Bedrag tolk in euro",
        required=False,
        min_value=0,
        max_digits=8,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "invoer-kort"}),
        help_text="Leeg als de rekening er nog niet is.",
        error_messages={"invalid": "Vul een bedrag in, bijvoorbeeld 61,20."},
    )

    @staticmethod
    def begin(zitting: Zitting | None) -> dict[str, Any]:
        if zitting is None:
            return {}
        return {naam: getattr(zitting, naam) for naam in TolkForm.base_fields}

    def waarden(self) -> dict[str, Any]:
        waarden = dict(self.cleaned_data)
        tolk = Tolk(
            soort=TolkSoort(waarden.pop("tolk_soort")),
            bureau=waarden.pop("tolk_bureau"),
            minuten=waarden.pop("tolk_minuten"),
            bedrag=waarden.pop("tolk_bedrag"),
        )
        return waarden | {"tolk": tolk}


class HoudenForm(TolkForm):
    field_order = ("op", "aanwezigen", "onderwerpen", "verslag", "alleen_gesproken")

    op = DatumVeld(label="Gehouden op")
    aanwezigen = forms.CharField(
        label="Wie waren erbij",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: partner, tolk.",
    )
    onderwerpen = forms.CharField(
        label="Waarover", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    verslag = forms.CharField(
        label="Kort verslag",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Wat is verteld, schrijft u bij de onderdelen.",
    )
    alleen_gesproken = forms.BooleanField(
        label="Deze persoon heeft (ook) alleen gesproken", required=False
    )
    alleen_spreken_gemeld = forms.BooleanField(
        label="Ik heb verteld dat alleen spreken mag, zonder partner of familie", required=False
    )

    @staticmethod
    def begin(zitting: Zitting | None) -> dict[str, Any]:
        if zitting is None:
            return {}
        return TolkForm.begin(zitting) | {
            "op": timezone.localtime(zitting.afspraak.begint_at).date(),
            "aanwezigen": zitting.aanwezigen,
            "onderwerpen": zitting.onderwerpen,
            "alleen_gesproken": zitting.alleen_gesproken,
        }

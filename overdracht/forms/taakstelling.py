"""What people type about the taakstelling: numbers of the province, and COA's list in lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.http import QueryDict

from inburgering.geweigerd import Geweigerd
from inburgering.services.personen import controleer_v_nummer
from inburgering.velden import DatumVeld, VNummerVeld
from overdracht.models.taakstelling import (
    EERSTE_JAAR,
    LAATSTE_JAAR,
    Beginstand,
    Helft,
    Opgave,
)
from overdracht.services.taakstelling import CoaRegel, OpgaveGegevens
from wet.taakstelling import Tijdvak

_GROOTST = 2_000_000_000
_MEESTE_REGELS = 20_000
_MEESTE_FOUTEN = 5
_SCHEIDING = re.compile(r"[;\t]")
WEL, NIET = "wel", "niet"


class Getal(forms.IntegerField):
    """A whole number, typed as people write it: `17.590.672`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "numeric", "class": "invoer-kort"})
        )
        kwargs.setdefault("max_value", _GROOTST)
        super().__init__(
            error_messages={"invalid": "Vul een heel getal in, bijvoorbeeld 36."}, **kwargs
        )

    def to_python(self, value: Any) -> int | None:
        tekst = re.sub(r"(?<=\d)[.\s](?=\d)", "", str(value)) if value is not None else None
        return super().to_python(tekst)


# --- What the page shows -----------------------------------------------------------------------
class Peildatum(forms.Form):
    """As on which day; left empty it is today."""

    op = DatumVeld(
        label="Stand op", required=False, widget=forms.DateInput(attrs={"class": "invoer-datum"})
    )

    def __init__(self, data: QueryDict, *, vandaag: date) -> None:
        vraag = data.copy()
        vraag.setdefault("op", f"{vandaag:%d-%m-%Y}")
        super().__init__(vraag)
        self.vandaag = vandaag

    def clean_op(self) -> date | None:
        op: date | None = self.cleaned_data["op"]
        if op is not None and op > self.vandaag:
            raise ValidationError("Kies vandaag of een dag die is geweest.")
        return op

    @property
    def gekozen(self) -> date:
        """The day asked for; today when none was, or none that can be."""
        return self.cleaned_data.get("op") or self.vandaag if self.is_valid() else self.vandaag


class MensenFilter(Peildatum):
    """Who counts or who does not, in one period or in all."""

    wie = forms.ChoiceField(
        label="Wie",
        required=False,
        choices=[(WEL, "Telt mee"), (NIET, "Telt niet mee")],
    )
    tijdvak = forms.ChoiceField(label="Tijdvak", required=False)
    field_order = ("wie", "tijdvak", "op")

    def __init__(self, data: QueryDict, *, vandaag: date) -> None:
        super().__init__(data, vandaag=vandaag)
        laatste = Tijdvak.van(self.vandaag)
        jaren = range(laatste.jaar, laatste.jaar - 15, -1)
        halfjaren = [Tijdvak(jaar=jaar, helft=helft) for jaar in jaren for helft in (2, 1, 0)]
        veld = self.fields["tijdvak"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", "Alle")] + [
            (sleutel(deel), str(deel).capitalize()) for deel in halfjaren if deel <= laatste
        ]

    @property
    def niet(self) -> bool:
        return self.is_valid() and self.cleaned_data["wie"] == NIET

    @property
    def gekozen_tijdvak(self) -> Tijdvak | None:
        tekst = self.cleaned_data.get("tijdvak", "") if self.is_valid() else ""
        if not tekst:
            return None
        jaar, _, helft = tekst.partition("-")
        return Tijdvak(jaar=int(jaar), helft=int(helft))


def sleutel(tijdvak: Tijdvak) -> str:
    return f"{tijdvak.jaar}-{tijdvak.helft}"


# --- What the province says --------------------------------------------------------------------
class OpgaveForm(forms.Form):
    DELEN = {
        "Opgave": ("jaar", "helft", "aantal", "bron", "uiterlijk_op"),
        "Controle met de wet": ("landelijk", "inwoners_gemeente", "inwoners_nederland"),
    }

    jaar = Getal(
        label="Jaar",
        min_value=EERSTE_JAAR,
        max_value=LAATSTE_JAAR,
    )
    helft = forms.TypedChoiceField(
        label="Helft",
        choices=[(h.value, h.label) for h in (Helft.EERSTE, Helft.TWEEDE, Helft.HEEL_JAAR)],
        coerce=int,
    )
    aantal = Getal(label="Aantal mensen", min_value=0, max_value=100_000)
    uiterlijk_op = DatumVeld(
        label="Uiterlijk op",
        required=False,
        help_text="Alleen als de provincie een eigen dag stelde voor wat van dit tijdvak nog "
        "open is.",
    )
    bron = forms.CharField(
        label="Bron", max_length=200, help_text="Bijvoorbeeld: brief van de provincie, 3 oktober."
    )
    landelijk = Getal(label="Landelijk aantal", required=False, min_value=0)
    inwoners_gemeente = Getal(
        label="Inwoners gemeente",
        required=False,
        min_value=0,
        help_text="Op 1 januari van het jaar ervoor.",
    )
    inwoners_nederland = Getal(label="Inwoners Nederland", required=False, min_value=1)

    @staticmethod
    def begin(opgave: Opgave | None) -> dict[str, Any]:
        if opgave is None:
            return {}
        return {veld: getattr(opgave, veld) for veld in OpgaveForm.base_fields}

    def delen(self) -> Iterator[tuple[str, list[BoundField]]]:
        for kop, velden in self.DELEN.items():
            yield kop, [self[veld] for veld in velden]

    def waarden(self) -> dict[str, Any]:
        return {"gegevens": OpgaveGegevens(**self.cleaned_data)}


class BeginstandForm(forms.Form):
    op = DatumVeld(
        label="Tot en met",
        help_text="Wie op deze dag of eerder is gehuisvest, telt niet nog een keer.",
    )
    aantal = Getal(label="Aantal gehuisveste mensen", min_value=0, max_value=1_000_000)
    bron = forms.CharField(label="Bron", max_length=200)

    @staticmethod
    def begin(rij: Beginstand | None) -> dict[str, Any]:
        return {} if rij is None else {"op": rij.op, "aantal": rij.aantal, "bron": rij.bron}


class CorrectieForm(forms.Form):
    op = DatumVeld(label="Vanaf", help_text="De dag vanaf wanneer de provincie zo telt.")
    aantal = Getal(
        label="Aantal",
        min_value=-10_000,
        max_value=10_000,
        help_text="Bijvoorbeeld -2, of 1.",
    )
    v_nummer = VNummerVeld(
        required=False,
        help_text="Gaat het om één persoon? Dan telt die vanaf die dag niet meer (-1) of toch (1).",
    )
    reden = forms.CharField(
        label="Reden",
        max_length=200,
        help_text="Zonder namen: deze zin kan in het overzicht komen.",
    )


# --- What COA says -----------------------------------------------------------------------------
class CoaTellingForm(forms.Form):
    peil_op = DatumVeld(label="Peildatum", help_text="De dag van de lijst.")
    vanaf_op = DatumVeld(
        label="Lijst begint op",
        required=False,
        help_text="Leeg: de lijst gaat terug tot het begin.",
    )
    regels = forms.CharField(
        label="Mensen op de lijst",
        max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Eén regel per persoon: V-nummer; gehuisvest op; naam. De naam mag weg. "
        "Plakken uit een spreadsheet kan ook.",
    )

    def clean_regels(self) -> list[CoaRegel]:
        """Every line that is wrong is named with its number, the first few at once."""
        gelezen, fouten = [], []
        for nummer, tekst in enumerate(self.cleaned_data["regels"].splitlines(), 1):
            if not tekst.strip():
                continue
            try:
                gelezen.append(_coa_regel(tekst))
            except (Geweigerd, ValidationError) as fout:
                fouten.append(f"Regel {nummer}: {_in_woorden(fout)}")
        if len(gelezen) > _MEESTE_REGELS:
            fouten.append(f"Een lijst heeft hoogstens {_MEESTE_REGELS} regels.")
        if fouten:
            raise ValidationError(fouten[:_MEESTE_FOUTEN])
        return gelezen

    def waarden(self) -> dict[str, Any]:
        velden = self.cleaned_data
        return {
            "op": velden["peil_op"],
            "vanaf_op": velden["vanaf_op"],
            "regels": velden["regels"],
        }


def _coa_regel(tekst: str) -> CoaRegel:
    delen = [deel.strip().strip('"') for deel in _SCHEIDING.split(tekst, maxsplit=2)]
    if len(delen) < 2:
        raise Geweigerd("schrijf V-nummer; datum.")
    dag = DatumVeld().clean(delen[1])
    assert isinstance(dag, date)  # the field is required
    naam = delen[2] if len(delen) > 2 else ""
    return CoaRegel(v_nummer=controleer_v_nummer(delen[0]), gehuisvest_op=dag, naam=naam[:200])


def _in_woorden(fout: Geweigerd | ValidationError) -> str:
    return fout.reden if isinstance(fout, Geweigerd) else " ".join(fout.messages)

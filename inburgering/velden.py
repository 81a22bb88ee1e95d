"""Form fields for what people here type."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from inburgering.datums import OnzekereDatum
from inburgering.geweigerd import Geweigerd
from inburgering.services.personen import controleer_bsn, controleer_v_nummer


class DatumVeld(forms.DateField):
    """`14-02-2022`, typed freely: `14-2-22` and `14/2/2022` too."""

    default_error_messages = {
        "invalid": "Schrijf de datum als dd-mm-jjjj, bijvoorbeeld 14-02-2022."
    }


class GetalVeld(forms.DecimalField):
    """A number that says once what is wrong with it, however many of its bounds it breaks."""

    def run_validators(self, value: Any) -> None:
        try:
            super().run_validators(value)
        except ValidationError as fout:
            raise ValidationError(list(dict.fromkeys(fout.messages))) from fout


class OnzekereDatumVeld(forms.CharField):
    """A birth date of which day or month may be unknown: `00-00-1990`."""

    def __init__(self, **kwargs: Any) -> None:
        uitleg = "dd-mm-jjjj. Schrijf 00 voor een dag of maand die u niet weet."
        kwargs.setdefault("help_text", uitleg)
        super().__init__(max_length=10, **kwargs)

    def to_python(self, waarde: Any) -> Any:
        tekst = super().to_python(waarde)
        if tekst in self.empty_values:
            return None
        try:
            return OnzekereDatum.lees(str(tekst))
        except ValueError as fout:
            raise ValidationError(
                "Deze datum bestaat niet. Schrijf dd-mm-jjjj, met 00 voor wat u niet weet."
            ) from fout

    def run_validators(self, value: Any) -> None:
        """The text was judged in `to_python`; a date has no length."""

    def prepare_value(self, waarde: Any) -> Any:
        return str(waarde) if isinstance(waarde, OnzekereDatum) else waarde


class BSNVeld(forms.CharField):
    """`leeg_betekent` is what stays when nothing is typed, in words that may be shown."""

    leeg_betekent = ""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "BSN")
        super().__init__(max_length=11, **kwargs)

    def clean(self, waarde: Any) -> str:
        return _gecontroleerd(super().clean(waarde), controleer_bsn)


class VNummerVeld(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "V-nummer")
        super().__init__(max_length=14, **kwargs)

    def clean(self, waarde: Any) -> str:
        return _gecontroleerd(super().clean(waarde), controleer_v_nummer)


def _gecontroleerd(tekst: str, controle: Any) -> str:
    if not tekst:
        return ""
    try:
        return str(controle(tekst))
    except Geweigerd as fout:
        raise ValidationError(fout.reden) from fout

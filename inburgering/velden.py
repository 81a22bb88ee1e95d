"""Form fields for what people here type."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from inburgering.datums import OnzekereDatum
from inburgering.geweigerd import Geweigerd
from inburgering.services.personen import controleer_bsn, controleer_v_nummer
from wet.datums import MAANDEN


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


class BedragVeld(GetalVeld):
    """`1.012,40`, in euro; `1012.40` and `€ 1012,4` too."""

    def __init__(self, **kwargs: Any) -> None:
        bereik = "Schrijf een bedrag tussen 0,00 en 9.999.999,99, met hoogstens twee decimalen."
        soorten = ("invalid", "min_value", "max_digits", "max_decimal_places", "max_whole_digits")
        super().__init__(
            max_digits=9,
            decimal_places=2,
            min_value=Decimal(0),
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            error_messages=dict.fromkeys(soorten, bereik),
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.replace("€", "").strip()
            if "," in value:
                value = value.replace(".", "").replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else value


class MaandVeld(forms.CharField):
    """A month, typed as `06-2026`, `6/2026` or `juni 2026`; gives its first day."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "Schrijf de maand als mm-jjjj, bijvoorbeeld 06-2026.")
        super().__init__(max_length=20, **kwargs)

    def to_python(self, waarde: Any) -> Any:
        tekst = str(super().to_python(waarde)).lower()
        if not tekst:
            return None
        delen = re.fullmatch(r"([a-z]+|[0-9]{1,2})[-/ .]+(20[0-9]{2})", tekst)
        nummer = _maandnummer(delen[1]) if delen else 0
        if not delen or not nummer:
            raise ValidationError("Schrijf de maand als mm-jjjj, bijvoorbeeld 06-2026.")
        return date(int(delen[2]), nummer, 1)

    def run_validators(self, value: Any) -> None:
        """The text was judged in `to_python`; a date has no length."""

    def prepare_value(self, waarde: Any) -> Any:
        return f"{waarde:%m-%Y}" if isinstance(waarde, date) else waarde


def _maandnummer(tekst: str) -> int:
    """1 to 12, or 0 for what is no month."""
    if tekst in MAANDEN:
        return MAANDEN.index(tekst) + 1
    return int(tekst) if tekst.isdigit() and 1 <= int(tekst) <= len(MAANDEN) else 0


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

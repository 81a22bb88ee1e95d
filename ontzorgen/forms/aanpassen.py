"""From which month, by how much, and what each line becomes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from inburgering.geweigerd import weigering
from inburgering.velden import BedragVeld, GetalVeld, MaandVeld
from ontzorgen.policies.aanpassen import NietAllemaal, NieuwBedrag, check_maand
from ontzorgen.policies.lasten import check_bedrag
from ontzorgen.queries.aanpassen import Aanpasregel

_BEDRAG, _VERSIE = "bedrag_", "versie_"
_LAAGST, _HOOGST = Decimal(-50), Decimal(50)


class ProcentVeld(GetalVeld):
    """`4,1`; with a point or a percent sign too."""

    def __init__(self, **kwargs: Any) -> None:
        bereik = "Schrijf een percentage tussen -50 en 50, met hoogstens twee decimalen."
        soorten = ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places")
        super().__init__(
            max_digits=5,
            decimal_places=2,
            min_value=_LAAGST,
            max_value=_HOOGST,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            error_messages=dict.fromkeys(soorten, bereik),
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.replace("%", "").replace(",", ".").strip()
        return super().to_python(value)


class VerhogingForm(forms.Form):
    """Asked for in the address, so that one can go back to it."""

    vanaf = MaandVeld(label="Nieuwe bedragen vanaf")
    procent = ProcentVeld(
        label="Percentage erbij",
        required=False,
        help_text="Bijvoorbeeld 4,1. Laat leeg als u elk bedrag zelf invult.",
    )

    def __init__(self, data: QueryDict | None = None, *, vandaag: date) -> None:
        super().__init__(data)
        self.vandaag = vandaag

    def clean_vanaf(self) -> date:
        vanaf: date = self.cleaned_data["vanaf"]
        reden = weigering(check_maand, vanaf, vandaag=self.vandaag)
        if reden:
            raise ValidationError(reden)
        return vanaf


class BedragenForm(forms.Form):
    """An amount per line that can be changed; empty means that it stays as it is."""

    def __init__(
        self,
        regels: Sequence[Aanpasregel],
        data: QueryDict | None = None,
        *,
        procent: Decimal | None = None,
    ) -> None:
        super().__init__(data)
        self.regels = [regel for regel in regels if not regel.reden]
        for regel in self.regels:
            pk = regel.last.pk
            self.fields[f"{_BEDRAG}{pk}"] = BedragVeld(
                label=f"Nieuw bedrag voor {regel.naam}", required=False, initial=regel.na(procent)
            )
            self.fields[f"{_VERSIE}{pk}"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=regel.last.versie, required=False
            )

    def rijen(self) -> list[tuple[Aanpasregel, forms.BoundField, forms.BoundField]]:
        return [
            (regel, self[f"{_BEDRAG}{regel.last.pk}"], self[f"{_VERSIE}{regel.last.pk}"])
            for regel in self.regels
        ]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        for naam, bedrag in list(gegevens.items()):
            if naam.startswith(_BEDRAG) and bedrag is not None:
                self._beoordeel(naam, bedrag)
        if any(naam.startswith(_BEDRAG) and naam not in self.fields for naam in self.data):
            raise ValidationError(
                "Een of meer regels kunnen intussen niet meer worden aangepast. Bekijk de lijst."
            )
        if not self.errors and not self.nieuwe_bedragen():
            raise ValidationError("Vul ten minste één nieuw bedrag in.")
        return gegevens

    def _beoordeel(self, naam: str, bedrag: Decimal) -> None:
        reden = weigering(check_bedrag, bedrag)
        if reden:
            self.add_error(naam, reden)

    def nieuwe_bedragen(self) -> list[NieuwBedrag]:
        """What was filled in, with the version of the cost that was shown."""
        ids = [regel.last.pk for regel in self.regels]
        return [
            NieuwBedrag(
                last_id=pk,
                versie=self.cleaned_data.get(f"{_VERSIE}{pk}") or 0,
                bedrag=self.cleaned_data[f"{_BEDRAG}{pk}"],
            )
            for pk in ids
            if self.cleaned_data.get(f"{_BEDRAG}{pk}") is not None
        ]

    def zet_redenen(self, fout: NietAllemaal) -> None:
        """What the service refused, by the amount it is about."""
        self.add_error(None, fout.reden)
        for last_id, reden in fout.regels.items():
            naam = f"{_BEDRAG}{last_id}"
            self.add_error(naam if naam in self.fields else None, reden)

"""The file that is sent, and which of its columns is which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from inburgering.geweigerd import Geweigerd
from opdrachten.bestanden.lezen import controleer_omvang
from opdrachten.enums import Keuze
from opdrachten.soorten import Importsoort

_NIET = ("", "– staat niet in het bestand –")


class BestandForm(forms.Form):
    """The size is looked at before the content is."""

    bestand = forms.FileField(
        label="Bestand",
        help_text="Een werkmap van Excel (.xlsx) of een .csv-bestand, hooguit 20 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt,.tsv"}),
        error_messages={"required": "Kies een bestand.", "empty": "Het bestand is leeg."},
    )

    def clean_bestand(self) -> Any:
        bestand = self.cleaned_data["bestand"]
        try:
            controleer_omvang(bestand.size)
        except Geweigerd as fout:
            raise forms.ValidationError(fout.reden) from fout
        return bestand


class KoppelForm(forms.Form):
    """A choice for every wanted column; a workbook of several sheets asks which one first."""

    def __init__(
        self,
        *args: Any,
        soort: Importsoort,
        koppen: Sequence[str],
        voorbeelden: Sequence[str],
        bladen: Sequence[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if len(bladen) > 1:
            self.fields["blad"] = forms.ChoiceField(
                label="Werkblad",
                choices=[(naam, naam) for naam in bladen],
                help_text="Kiest u een ander werkblad? Dan worden de kolommen opnieuw herkend.",
            )
        keuzes = [
            (str(plek), f"{kop[:60]} ({voorbeeld})" if voorbeeld else kop[:60])
            for plek, (kop, voorbeeld) in enumerate(zip(koppen, voorbeelden, strict=True))
        ]
        for kolom in soort.kolommen:
            # required by the service, which knows whether another sheet was asked for
            self.fields[kolom.naam] = forms.ChoiceField(
                label=kolom.label,
                choices=[_NIET, *keuzes],
                required=False,
                help_text=kolom.uitleg,
            )
        self.aanduidingen = {kolom.naam: "nodig" for kolom in soort.kolommen if kolom.verplicht}

    @property
    def koppeling(self) -> dict[str, int]:
        return {
            naam: int(waarde)
            for naam, waarde in self.cleaned_data.items()
            if naam != "blad" and waarde
        }


def keuzes_uit(velden: dict[str, Any]) -> dict[int, Keuze]:
    """What was chosen per unit: fields `keuze-12`. What nobody offered is passed over."""
    return {
        int(naam.removeprefix("keuze-")): Keuze(waarde)
        for naam, waarde in velden.items()
        if naam.removeprefix("keuze-").isascii()
        and naam.startswith("keuze-")
        and naam.removeprefix("keuze-").isdigit()
        and len(naam) < 16
        and waarde in Keuze.values
    }

"""Goals as a consulent writes them down."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from intake.models import (
    SUBDOELEN_BIJ_AANDACHTSPUNT,
    SUBDOELEN_BIJ_WENS,
    Aandachtspunt,
    AandachtspuntSoort,
    Doel,
    Doelrij,
    Ontwikkelwens,
    OntwikkelwensSoort,
)

_KIES = ("", "– kies –")


def _toelichting() -> forms.CharField:
    return forms.CharField(label="Toelichting", max_length=300, required=False)


class HoofddoelForm(forms.Form):
    soort = forms.ChoiceField(label="Hoofddoel", choices=[_KIES, *Doel.choices])
    start_op = DatumVeld(
        label="Vanaf", help_text="Het vorige hoofddoel eindigt dan op de dag ervoor."
    )

    def clean_soort(self) -> Doel:
        return Doel(self.cleaned_data["soort"])


class AandachtspuntForm(forms.Form):
    soort = forms.ChoiceField(label="Aandachtspunt", choices=[_KIES, *AandachtspuntSoort.choices])
    toelichting = _toelichting()
    start_op = DatumVeld(label="Vanaf")

    def clean_soort(self) -> AandachtspuntSoort:
        return AandachtspuntSoort(self.cleaned_data["soort"])


class OntwikkelwensForm(forms.Form):
    soort = forms.ChoiceField(label="Ontwikkelwens", choices=[_KIES, *OntwikkelwensSoort.choices])
    toelichting = _toelichting()
    start_op = DatumVeld(label="Vanaf")

    def clean_soort(self) -> OntwikkelwensSoort:
        return OntwikkelwensSoort(self.cleaned_data["soort"])


class SubdoelForm(forms.Form):
    """Offers the steps that go with this point or wish."""

    soort = forms.ChoiceField(label="Subdoel", widget=forms.RadioSelect)
    start_op = DatumVeld(label="Vanaf")

    def __init__(self, *args: Any, bij: Aandachtspunt | Ontwikkelwens, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        punt = isinstance(bij, Aandachtspunt)
        lijst = SUBDOELEN_BIJ_AANDACHTSPUNT if punt else SUBDOELEN_BIJ_WENS
        veld = self.fields["soort"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = list(lijst[bij.soort])


class DoelWijzigenForm(forms.Form):
    """A goal that was recorded: its days, both included."""

    start_op = DatumVeld(label="Vanaf")
    eind_op = DatumVeld(label="Tot en met", required=False, help_text="Leeg zolang dit nog geldt.")

    @staticmethod
    def begin(doel: Doelrij | None) -> dict[str, Any]:
        if doel is None:
            return {}
        return {"start_op": doel.start_op, "eind_op": doel.eind_op}


class ToegelichtWijzigenForm(DoelWijzigenForm):
    field_order = ("toelichting", "start_op", "eind_op")
    toelichting = _toelichting()

    @staticmethod
    def begin(doel: Doelrij | None) -> dict[str, Any]:
        waarden = DoelWijzigenForm.begin(doel)
        if isinstance(doel, Aandachtspunt | Ontwikkelwens):
            waarden["toelichting"] = doel.toelichting
        return waarden

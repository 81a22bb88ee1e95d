from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from leerroutes.models import Traject
from leerroutes.services.traject import EerdereUren


def _uren(label: str, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, required=False, help_text=help_text)


class EerdereUrenForm(forms.Form):
    """Whole hours, as the former municipality gave them."""

    stand_op = DatumVeld(label="Gevolgd tot en met")
    uren_taal = _uren("Uren taal en KNM samen")
    uren_nederlands = _uren(
        "Waarvan Nederlands en alfabetisering",
        "Alleen deze uren tellen voor afschalen. Leeg als u het niet weet.",
    )
    uren_participatie = _uren("Uren participatie", "Alleen in de Z-route.")

    @staticmethod
    def begin(rij: Traject | None) -> dict[str, Any]:
        if rij is None:
            return {}
        return {
            "stand_op": rij.eerdere_uren_op,
            "uren_taal": rij.eerdere_uren_taal,
            "uren_nederlands": rij.eerdere_uren_nederlands,
            "uren_participatie": rij.eerdere_uren_participatie,
        }

    @property
    def uren(self) -> EerdereUren:
        return EerdereUren(
            taal=self.cleaned_data["uren_taal"],
            nederlands=self.cleaned_data["uren_nederlands"],
            participatie=self.cleaned_data["uren_participatie"],
        )

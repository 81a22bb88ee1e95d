"""The PVT that was followed in another municipality by who still has to sign."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from leerroutes.forms.begeleiding import TijdsduurVeld
from leerroutes.models import PvtElders
from leerroutes.queries.pvtstand import uren_zonder_bron
from leerroutes.services.pvt_elders import PvtEldersGegevens


class PvtEldersForm(forms.Form):
    waar = forms.CharField(label="In welke gemeente", max_length=80)
    tot_op = DatumVeld(label="Gevolgd tot en met", help_text="De laatste keer daar.")
    uren = TijdsduurVeld(label="Uren PVT daar")
    activiteit_op = DatumVeld(
        label="Activiteit of excursie op",
        required=False,
        help_text="Leeg als die daar niet was: dan doet deze persoon er hier nog een.",
    )

    @staticmethod
    def begin(rij: PvtElders | None) -> dict[str, Any]:
        if rij is None:
            return {}
        regel = uren_zonder_bron(rij.inburgeraar_id, op=rij.tot_op).first()
        velden = ("waar", "tot_op", "activiteit_op")
        return {veld: getattr(rij, veld) for veld in velden} | {"uren": regel and regel.uren}

    def gegevens(self) -> PvtEldersGegevens:
        return PvtEldersGegevens(**self.cleaned_data)

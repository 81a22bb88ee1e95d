"""Bijstand and ontzorgen as the administration types them."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from ontzorgen.models import EindeReden, Ontzorgperiode, Uitkering
from ontzorgen.policies.perioden import ZELF_TE_KIEZEN, Bijstand


class BijstandForm(forms.Form):
    start_op = DatumVeld(
        label="Recht op bijstand vanaf",
        help_text="De dag waarop het recht ingaat, niet de datum van de brief.",
    )
    besluit_op = DatumVeld(label="Datum van het bijstandsbesluit", required=False)

    @staticmethod
    def begin(uitkering: Uitkering | None) -> dict[str, Any]:
        return {}

    def bijstand(self) -> Bijstand:
        waarden = {naam: w for naam, w in self.cleaned_data.items() if naam != "reden"}
        return Bijstand(**waarden)


class BijstandCorrigerenForm(BijstandForm):
    eind_op = DatumVeld(
        label="Bijstand tot en met",
        required=False,
        help_text="Alleen als de bijstand is gestopt. Dan stopt ook het ontzorgen.",
    )
    reden = forms.CharField(
        label="Reden van de correctie",
        max_length=200,
        required=False,
        help_text="Komt op de tijdlijn.",
    )

    @staticmethod
    def begin(uitkering: Uitkering | None) -> dict[str, Any]:
        if uitkering is None:
            return {}
        velden = ("start_op", "besluit_op", "eind_op")
        return {veld: getattr(uitkering, veld) for veld in velden}


class ActiverenForm(forms.Form):
    besluit_op = DatumVeld(
        label="Datum van het Participatiewetbesluit",
        help_text="Het besluit dat het ontzorgen oplegt (Participatiewet, artikel 56a).",
    )
    machtiging_op = DatumVeld(
        label="Machtiging getekend op",
        help_text="Is er een partner? Dan heeft ook de partner getekend.",
    )

    @staticmethod
    def begin(periode: Ontzorgperiode | None) -> dict[str, Any]:
        if periode is None:
            return {}
        return {"besluit_op": periode.besluit_op, "machtiging_op": periode.machtiging_op}


class BeeindigenForm(forms.Form):
    reden = forms.ChoiceField(
        label="Reden",
        choices=[("", "– maak een keuze –"), *((r.value, r.label) for r in ZELF_TE_KIEZEN)],
    )
    op = DatumVeld(label="Laatste dag van het ontzorgen")
    toelichting = forms.CharField(label="Toelichting", max_length=200, required=False)

    def gekozen_reden(self) -> EindeReden:
        return EindeReden(self.cleaned_data["reden"])

"""Forms of the begeleidingsplan."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from leerroutes.models import Begeleidingsplan
from leerroutes.services.ondertussen import PlanGegevens

_PLAN = ("doel", "afspraken", "gesprek_weken")


class PlanForm(forms.Form):
    doel = forms.CharField(
        label="Waar deze persoon naartoe werkt",
        widget=forms.Textarea,
        max_length=2000,
        help_text="Dit komt in de brief. Schrijf aan de persoon zelf: ‘U wilt …’.",
    )
    afspraken = forms.CharField(
        label="Afspraken",
        widget=forms.Textarea,
        max_length=4000,
        help_text="Wat doet deze persoon, en wat doet de gemeente? Dit komt in de brief.",
    )
    gesprek_weken = forms.IntegerField(
        label="Weken tussen twee gesprekken", min_value=1, max_value=52, initial=13
    )

    @staticmethod
    def begin(plan: Begeleidingsplan | None) -> dict[str, Any]:
        return {veld: getattr(plan, veld) for veld in _PLAN} if plan else {"gesprek_weken": 13}

    def gegevens(self) -> PlanGegevens:
        return PlanGegevens(**self.cleaned_data)


class BesprekenForm(forms.Form):
    op = DatumVeld(label="Besproken op")


class CursusForm(forms.Form):
    start_op = DatumVeld(label="Begint op", required=False, help_text="Mag in de toekomst liggen.")
    eind_op = DatumVeld(label="Afgerond op", required=False)

    @staticmethod
    def begin(plan: Begeleidingsplan | None) -> dict[str, Any]:
        if plan is None:
            return {}
        return {"start_op": plan.cursus_start_op, "eind_op": plan.cursus_eind_op}


class DuoTermijnForm(forms.Form):
    eind_op = DatumVeld(label="Laatste dag van de termijn", required=False)
    bron_op = DatumVeld(
        label="Dat zei DUO op",
        required=False,
        help_text="De dag van de brief of van het bericht van DUO.",
    )

    @staticmethod
    def begin(plan: Begeleidingsplan | None) -> dict[str, Any]:
        if plan is None:
            return {}
        return {"eind_op": plan.termijn_eind_op, "bron_op": plan.termijn_bron_op}

"""Talks about money as they are planned and recorded."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from medewerkers.models import Medewerker, Partnerorganisatie
from medewerkers.rechten import Recht
from ontzorgen.enums import CoachOnderwerp
from ontzorgen.models import Coachmoment
from ontzorgen.policies.coaching import CoachGegevens


class EigenCoachForm(forms.Form):
    """For a partner, whose talks are its own."""

    op = DatumVeld(label="Datum")
    onderwerp = forms.ChoiceField(
        label="Onderwerp", choices=[("", "– maak een keuze –"), *CoachOnderwerp.choices]
    )
    coach = forms.CharField(
        label="Coach", max_length=120, required=False, help_text="Wie het gesprek voert."
    )

    @staticmethod
    def begin(moment: Coachmoment | None) -> dict[str, Any]:
        if moment is None:
            return {}
        velden = ("op", "onderwerp", "coach", "organisatie")
        return {veld: getattr(moment, veld) for veld in velden}

    def gegevens(self) -> CoachGegevens:
        onderwerp = CoachOnderwerp(self.cleaned_data["onderwerp"])
        return CoachGegevens(**self.cleaned_data | {"onderwerp": onderwerp})


class CoachForm(EigenCoachForm):
    organisatie = forms.ModelChoiceField(
        label="Organisatie",
        queryset=Partnerorganisatie.objects.all(),
        required=False,
        empty_label="De gemeente zelf",
        help_text="De organisatie ziet haar eigen gesprekken, zonder bedragen.",
    )


def coachform(door: Medewerker) -> type[EigenCoachForm]:
    return CoachForm if door.heeft(Recht.ONTZORGEN_DOEN) else EigenCoachForm


class HoudenForm(forms.Form):
    op = DatumVeld(label="Gehouden op")
    afspraken = forms.CharField(
        label="Wat is afgesproken",
        max_length=500,
        widget=forms.Textarea,
        help_text="Zonder bedragen. Bijvoorbeeld: oefent met de bankapp, kijkt elke week naar de "
        "post.",
    )

    @staticmethod
    def begin(moment: Coachmoment | None) -> dict[str, Any]:
        return {"op": moment.op, "afspraken": moment.afspraken} if moment else {}

"""The plan as a consulent fills it in."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from leerroutes.models import LEERROUTES, NIVEAUS
from pip_plans.models import OPNAMES, Pip, inhoud_van
from wet.normen import NORMEN
from wet.pip import VERPLICHT_IN_PIP, Opname

_KIES = ("", "– maak een keuze –")
_WENSEN = [
    (Opname.OPGENOMEN.value, "Ja, wil examen doen"),
    (Opname.NIET_VAN_TOEPASSING.value, "Nee"),
]
_UREN_HOOGSTENS = 9999


def _uren(label: str, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=_UREN_HOOGSTENS, required=False, help_text=help_text
    )


def _minimum(naam: str) -> str:
    """The legal minimum as a hint, from the newest row of the norm."""
    return f"De wet vraagt ten minste {NORMEN[naam][-1].aantal} uur."


class PipForm(forms.Form):
    """Nothing is required: a concept may be half. What is missing is said before vaststellen."""

    aanduidingen: ClassVar[dict[str, str]] = {
        deel.onderdeel: "nodig voor vaststellen" for deel in VERPLICHT_IN_PIP
    }

    leerroute = forms.ChoiceField(label="Leerroute", choices=[_KIES, *LEERROUTES], required=False)
    niveau = forms.ChoiceField(
        label="Taalniveau",
        choices=[("", "Zoals bij de leerroute hoort"), *NIVEAUS],
        required=False,
    )
    motivering = forms.CharField(
        label="Waarom deze leerroute",
        widget=forms.Textarea,
        required=False,
        help_text="Komt in het besluit. Noem wat de intake en de leerbaarheidstoets lieten zien.",
    )
    leerroute_uren = _uren(
        "Uren van de leerroute", "Alleen voor asielstatushouders staat dit in het besluit."
    )
    aftrek_uren = _uren(
        "Uren die al meetellen (Z-route)",
        "Lessen bij een school met keurmerk uit een eerdere B1- of onderwijsroute.",
    )
    pvt_uren = _uren("Uren PVT", _minimum("pvt_uren"))
    map_uren = _uren(
        "Praktijkuren MAP", f"{_minimum('map_praktijkuren')} Niet bij de onderwijsroute."
    )
    voortgangsgesprekken = forms.IntegerField(
        label="Aantal voortgangsgesprekken", min_value=0, max_value=99, required=False
    )
    begeleiding = forms.CharField(
        label="Begeleiding en ondersteuning", widget=forms.Textarea, required=False
    )
    vve = forms.ChoiceField(
        label="Afspraken over VVE van de kinderen", choices=[_KIES, *OPNAMES], required=False
    )
    vve_tekst = forms.CharField(label="Welke afspraken", widget=forms.Textarea, required=False)
    participatiewet = forms.ChoiceField(
        label="Besluiten op grond van de Participatiewet", choices=[_KIES, *OPNAMES], required=False
    )
    participatiewet_tekst = forms.CharField(
        label="Welke besluiten", widget=forms.Textarea, required=False
    )
    examenwens_z = forms.ChoiceField(
        label="Wil examen doen (alleen Z-route)", choices=[_KIES, *_WENSEN], required=False
    )

    @staticmethod
    def begin(pip: Pip | None) -> dict[str, Any]:
        return inhoud_van(pip) if pip else {}


class VaststellenForm(forms.Form):
    """The confirmation; a reason is asked when DUO would not take the plan."""

    duo_reden = forms.CharField(
        label="Reden om toch vast te stellen",
        max_length=200,
        required=False,
        help_text="Nodig als DUO het plan zo niet aanneemt.",
    )

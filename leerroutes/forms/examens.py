"""An exam as a consulent records it: what and when, and the result as DUO gives it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms

from inburgering.enums import Onderdeel
from inburgering.models.duo import NIVEAUS
from inburgering.velden import DatumVeld
from leerroutes.enums import ExamenUitslag, RedenGeenUitslag
from leerroutes.models import Examenresultaat
from leerroutes.queries.examens import Onderdeelblad
from leerroutes.services.examens import ExamenGegevens, UitslagGegevens
from wet.leerroutes import Niveau

_NOG_GEEN = ("", "– nog geen uitslag –")
_GEEN_REDEN = ("", "– niet van toepassing –")
_GRATIS = {
    0: "Volgens onze telling is er geen gratis poging meer. DUO telt zelf.",
    1: "Volgens onze telling is er nog 1 gratis poging. DUO telt zelf.",
}


class UitslagForm(forms.Form):
    uitslag = forms.ChoiceField(
        label="Uitslag",
        choices=[_NOG_GEEN, *ExamenUitslag.choices],
        required=False,
        help_text="Zoals DUO die geeft.",
    )
    uitslag_op = DatumVeld(label="Uitslag ontvangen op", required=False)
    reden_geen = forms.ChoiceField(
        label="Waarom geen uitslag",
        choices=[_GEEN_REDEN, *RedenGeenUitslag.choices],
        required=False,
        help_text="Alleen bij ‘Geen uitslag’.",
    )

    @staticmethod
    def begin(examen: Examenresultaat | None) -> dict[str, Any]:
        if examen is None:
            return {}
        return {veld: getattr(examen, veld) for veld in UitslagForm.base_fields}

    def uitslaggegevens(self) -> UitslagGegevens:
        waarden = self.cleaned_data
        return UitslagGegevens(
            uitslag=ExamenUitslag(waarden["uitslag"]) if waarden["uitslag"] else None,
            uitslag_op=waarden["uitslag_op"],
            reden_geen=RedenGeenUitslag(waarden["reden_geen"]) if waarden["reden_geen"] else None,
        )


class ExamenForm(forms.Form):
    """Filled beforehand from the page of the part (`blad`): its level, and what is free."""

    examen_op = DatumVeld(label="Datum van het examen", help_text="Mag in de toekomst liggen.")
    niveau = forms.ChoiceField(
        label="Niveau",
        choices=NIVEAUS,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies het niveau van het examen."},
    )
    lager = forms.BooleanField(
        label="Ook vastleggen als het niveau lager is dan het plan vraagt",
        required=False,
        help_text="Zo’n examen telt pas als dit onderdeel is afgeschaald.",
    )
    gratis = forms.BooleanField(label="Gratis poging", required=False)
    toch = forms.BooleanField(
        label="Ook vastleggen als het examen voor de inburgeringstermijn ligt",
        required=False,
        help_text="Zo’n examen telt alleen als DUO er een vrijstelling voor geeft.",
    )

    def __init__(self, *args: Any, blad: Onderdeelblad, **kwargs: Any) -> None:
        begin = {"niveau": blad.niveau or Niveau.A2.value, "gratis": blad.gratis_over > 0}
        super().__init__(*args, **kwargs | {"initial": begin | (kwargs.get("initial") or {})})
        self.fields["gratis"].help_text = _GRATIS.get(
            blad.gratis_over,
            f"Volgens onze telling zijn er nog {blad.gratis_over} gratis pogingen. DUO telt zelf.",
        )
        if blad.onderdeel == Onderdeel.KNM:
            del self.fields["niveau"], self.fields["lager"]

    def gegevens(self) -> ExamenGegevens:
        waarden = self.cleaned_data
        return ExamenGegevens(
            examen_op=waarden["examen_op"],
            niveau=waarden.get("niveau", ""),
            gratis=waarden["gratis"],
            toch=waarden["toch"],
            lager=waarden.get("lager", False),
        )


class AanmeldForm(ExamenForm, UitslagForm):
    """A new attempt, with its result when that is there already."""

    field_order = ("examen_op", "niveau", "lager", "gratis", "toch", *UitslagForm.base_fields)


def begin_van(examen: Examenresultaat | None) -> dict[str, Any]:
    """The values of an exam that is there; nothing for a new one."""
    if examen is None:
        return {}
    return {veld: getattr(examen, veld) for veld in ("examen_op", "niveau", "gratis")}


def aanmeldform(blad: Onderdeelblad) -> Callable[..., AanmeldForm]:
    return partial(AanmeldForm, blad=blad)


def wijzigform(blad: Onderdeelblad) -> Callable[..., ExamenForm]:
    return partial(ExamenForm, blad=blad)

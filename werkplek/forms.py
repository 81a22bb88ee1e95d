"""Filters of the lists, and the question what a change of law would touch."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.enums import DossierStatus, Regime, SchakelNummer
from inburgering.models.dossier import DOELGROEPEN
from inburgering.models.duo import LEERROUTES
from inburgering.velden import DatumVeld
from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from medewerkers.queries import mensen
from werkplek.queries.lijst import GEEN_SCHAKEL, LANGSTE_VRAAG, SORTERINGEN
from wet.geraakt import nieuwe_rij
from wet.normen import Eenheid, Norm, nieuwste
from wet.uitkomst import OngeldigeInvoer

_ALLES = ("", "Alle")


class LijstFilter(forms.Form):
    q = forms.CharField(label="Zoeken", max_length=LANGSTE_VRAAG, required=False)
    schakel = forms.ChoiceField(
        label="Schakel",
        choices=[
            _ALLES,
            *((n, f"{n}. {naam}") for n, naam in SchakelNummer.choices),
            (GEEN_SCHAKEL, "Geen open schakel"),
        ],
        required=False,
    )
    leerroute = forms.ChoiceField(label="Leerroute", choices=[_ALLES, *LEERROUTES], required=False)
    doelgroep = forms.ChoiceField(label="Doelgroep", choices=[_ALLES, *DOELGROEPEN], required=False)
    stelsel = forms.ChoiceField(label="Stelsel", choices=[_ALLES, *Regime.choices], required=False)
    consulent = forms.ModelChoiceField(
        label="Consulent", queryset=Medewerker.objects.none(), required=False, empty_label=_ALLES[1]
    )
    termijn = forms.ChoiceField(
        label="Termijn eindigt binnen",
        choices=[_ALLES, ("1", "1 maand"), ("3", "3 maanden"), ("6", "6 maanden")],
        required=False,
    )
    status = forms.ChoiceField(
        label="Stand", choices=[_ALLES, *DossierStatus.choices], required=False
    )
    sorteer = forms.ChoiceField(
        label="Sorteren op",
        choices=[(sleutel, s.tekst) for sleutel, s in SORTERINGEN.items()],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["consulent"]
        assert isinstance(veld, forms.ModelChoiceField)
        rollen = [Rol.CONSULENT, Rol.TEAMLEIDER]
        veld.queryset = Medewerker.objects.actief().filter(groups__name__in=rollen).distinct()


class RaadpleegFilter(forms.Form):
    medewerker = forms.ModelChoiceField(
        label="Collega", queryset=mensen(), required=False, empty_label=_ALLES[1]
    )
    dossiernummer = forms.CharField(label="Dossiernummer", max_length=12, required=False)
    van = DatumVeld(label="Vanaf", required=False)
    tot = DatumVeld(label="Tot en met", required=False)


class NaamFilter(forms.Form):
    zoek = forms.CharField(label="Naam", max_length=LANGSTE_VRAAG, required=False)


class BekendOpForm(forms.Form):
    """The moment of which the record is asked for."""

    op = DatumVeld(label="Zoals bij ons bekend op")
    tijd = forms.TimeField(
        label="Tijd",
        required=False,
        help_text="Leeg: het einde van die dag.",
        error_messages={"invalid": "Schrijf de tijd als uu:mm, bijvoorbeeld 09:30."},
    )


class WatAlsForm(forms.Form):
    """A row that a norm might get; nothing is stored."""

    vanaf = DatumVeld(label="Geldt vanaf", help_text="De dag waarop de wijziging ingaat.")
    waarde = forms.CharField(label="Nieuwe waarde", max_length=20)

    def __init__(self, naam: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.norm = nieuwste(naam)
        self.fields["waarde"].help_text = f"Nu is dat {self.norm}."

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if "vanaf" in gegevens and "waarde" in gegevens:
            try:
                gegevens["rij"] = nieuwe_rij(
                    self.norm.naam, gegevens["vanaf"], self._getypt(gegevens["waarde"])
                )
            except OngeldigeInvoer as fout:
                self.add_error("waarde", str(fout))
        return gegevens

    def rij(self) -> Norm:
        """The row, once the form is valid."""
        rij: Norm = self.cleaned_data["rij"]
        return rij

    def _getypt(self, tekst: str) -> str:
        """Amounts are written in Dutch: "1.250,00"."""
        if self.norm.eenheid is Eenheid.EURO:
            return tekst.removeprefix("€").strip().replace(".", "").replace(",", ".")
        return tekst.strip()

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from leerroutes.models import Afronding


class GemeldForm(forms.Form):
    op = DatumVeld(label="Gemeld aan DUO op")

    @staticmethod
    def begin(rij: Afronding | None) -> dict[str, Any]:
        return {"op": rij.gemeld_op} if rij else {}


class CertificaatForm(forms.Form):
    op = DatumVeld(label="Uitgereikt op", help_text="De dag waarop u het persoonlijk overhandigde.")

    @staticmethod
    def begin(rij: Afronding | None) -> dict[str, Any]:
        return {"op": rij.certificaat_uitgereikt_op} if rij else {}


class BegeleidingEindeForm(forms.Form):
    eind_op = DatumVeld(label="Laatste dag van de begeleiding")
    onafhankelijk_op = DatumVeld(
        label="Zonder uitkering sinds",
        required=False,
        help_text="Leeg als deze persoon nog een uitkering heeft.",
    )
    reden = forms.CharField(label="Waarom de begeleiding stopt", max_length=200)

    @staticmethod
    def begin(rij: Afronding | None) -> dict[str, Any]:
        if rij is None:
            return {}
        return {
            "eind_op": rij.begeleiding_eind_op,
            "onafhankelijk_op": rij.onafhankelijk_op,
            "reden": rij.begeleiding_reden,
        }


class VerschilForm(forms.Form):
    toelichting = forms.CharField(
        label="Waarom DUO anders besloot",
        widget=forms.Textarea,
        max_length=4000,
        help_text="Bijvoorbeeld: DUO kende een vrijstelling die hier niet was vastgelegd.",
    )

    @staticmethod
    def begin(rij: Afronding | None) -> dict[str, Any]:
        return {"toelichting": rij.verschil_toelichting} if rij else {}

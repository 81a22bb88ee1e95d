"""Clean input for the mark on letters."""

from __future__ import annotations

from typing import Any

from django import forms

from besluiten.models import Logo


class LogoForm(forms.Form):
    bestand = forms.FileField(
        label="Bestand",
        required=False,
        help_text="PNG of JPEG, hoogstens 2 MB. Leeg: het beeld blijft zoals het is.",
    )
    omschrijving = forms.CharField(
        label="Omschrijving",
        max_length=120,
        help_text="Wordt voorgelezen aan wie het beeld niet ziet. "
        "Bijvoorbeeld: Logo gemeente Westerkwartier.",
    )

    @staticmethod
    def begin(logo: Logo | None) -> dict[str, Any]:
        return {"omschrijving": logo.omschrijving} if logo else {}

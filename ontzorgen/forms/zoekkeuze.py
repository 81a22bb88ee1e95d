"""Choosing from a long list by typing: the browser's own list, so it works without JavaScript."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ontzorgen.models import Crediteur

_SUGGESTIES = 5


class Zoekveld(forms.TextInput):
    """A field to type in, with the names as a list."""

    template_name = "ontzorgen/lasten/zoekveld.html"
    namen: Sequence[str] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        lijst = f"{name}_lijst"
        context["widget"]["attrs"]["list"] = lijst
        return context | {"lijst": lijst, "namen": self.namen}


class CrediteurVeld(forms.CharField):
    """The name of a creditor, whole or a part that only one has."""

    widget = Zoekveld

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=120, **kwargs)
        self.crediteuren: dict[str, Crediteur] = {}

    def kies_uit(self, crediteuren: Sequence[Crediteur]) -> None:
        self.crediteuren = {crediteur.naam.casefold(): crediteur for crediteur in crediteuren}
        zoekveld: Any = self.widget
        zoekveld.namen = [crediteur.naam for crediteur in crediteuren]

    def to_python(self, waarde: Any) -> Any:
        tekst = str(super().to_python(waarde) or "")
        if not tekst:
            return None
        gezocht = tekst.casefold()
        gevonden = [c for naam, c in self.crediteuren.items() if gezocht in naam]
        heel = self.crediteuren.get(gezocht)
        if heel or len(gevonden) == 1:
            return heel or gevonden[0]
        raise ValidationError(_niet_een(tekst, gevonden))

    def run_validators(self, value: Any) -> None:
        """The name was judged in `to_python`; a creditor has no length."""

    def prepare_value(self, waarde: Any) -> Any:
        return waarde.naam if isinstance(waarde, Crediteur) else waarde


def _niet_een(tekst: str, gevonden: Sequence[Crediteur]) -> str:
    if gevonden:
        namen = ", ".join(crediteur.naam for crediteur in gevonden[:_SUGGESTIES])
        return f"Er zijn meer crediteuren met ‘{tekst}’: {namen}. Kies er een."
    return (
        f"Er is geen crediteur ‘{tekst}’ met een bevestigde rekening. Voeg de crediteur toe, of "
        "laat een collega de rekening bevestigen."
    )

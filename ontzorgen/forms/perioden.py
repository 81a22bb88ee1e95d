"""Bijstand and ontzorgen as the administration types them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django import forms

from inburgering.velden import DatumVeld
from ontzorgen.models import EindeReden, Ontzorgperiode, Uitkering
from ontzorgen.policies.perioden import ZELF_TE_KIEZEN, Bijstand, Partnerkeuze
from ontzorgen.queries.partners import Gezinspartner


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
    """With a partner in the household it asks for that signature too."""

    besluit_op = DatumVeld(
        label="Datum van het Participatiewetbesluit",
        help_text="Het besluit dat het ontzorgen oplegt (Participatiewet, artikel 56a).",
    )
    machtiging_op = DatumVeld(label="Machtiging getekend op")
    partner = forms.TypedChoiceField(
        label="Partner in de bijstand", coerce=int, empty_value=None, required=False
    )
    machtiging_partner_op = DatumVeld(
        label="Machtiging getekend door de partner op", required=False
    )
    geen_partner_reden = forms.CharField(
        label="Waarom de partner niet in deze bijstand zit",
        max_length=200,
        required=False,
        help_text="Alleen als u geen partner kiest. Komt op de tijdlijn.",
    )

    def __init__(self, *args: Any, partners: Sequence[Gezinspartner] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not partners:
            for naam in ("partner", "machtiging_partner_op", "geen_partner_reden"):
                del self.fields[naam]
            return
        veld = self.fields["partner"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [
            ("", "Geen partner in deze bijstand"),
            *((str(partner.persoon_id), partner.naam) for partner in partners),
        ]

    def waarden(self) -> dict[str, Any]:
        """As the service asks for it."""
        data = self.cleaned_data
        return {
            "besluit_op": data["besluit_op"],
            "machtiging_op": data["machtiging_op"],
            "partnerkeuze": Partnerkeuze(
                partner_id=data.get("partner"),
                machtiging_op=data.get("machtiging_partner_op"),
                geen_reden=data.get("geen_partner_reden", ""),
            ),
        }


class _Activeren(partial[ActiverenForm]):
    @staticmethod
    def begin(periode: Ontzorgperiode | None) -> dict[str, Any]:
        if periode is None:
            return {}
        velden = ("besluit_op", "machtiging_op", "machtiging_partner_op")
        return {veld: getattr(periode, veld) for veld in velden} | {"partner": periode.partner_id}


def activerenform(partners: Sequence[Gezinspartner]) -> Callable[..., ActiverenForm]:
    return _Activeren(ActiverenForm, partners=partners)


class BeeindigenForm(forms.Form):
    reden = forms.ChoiceField(
        label="Reden",
        choices=[("", "– maak een keuze –"), *((r.value, r.label) for r in ZELF_TE_KIEZEN)],
    )
    op = DatumVeld(label="Laatste dag van het ontzorgen")
    toelichting = forms.CharField(label="Toelichting", max_length=200, required=False)

    def gekozen_reden(self) -> EindeReden:
        return EindeReden(self.cleaned_data["reden"])

"""Fixed costs and the bijstand of a month, as the administration types them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django import forms

from inburgering.velden import BedragVeld, DatumVeld, MaandVeld
from ontzorgen.enums import LASTSOORTEN
from ontzorgen.forms.zoekkeuze import CrediteurVeld
from ontzorgen.models import Crediteur, Uitkering, VasteLast
from ontzorgen.policies.lasten import LastGegevens
from wet.ontzorgen import VOLGORDE, Lastsoort

KIES = ("", "– maak een keuze –")
_WEGGELATEN = [(soort.value, soort.label) for soort in VOLGORDE]


class LastForm(forms.Form):
    soort = forms.ChoiceField(label="Soort", choices=[KIES, *LASTSOORTEN])
    crediteur = CrediteurVeld(
        label="Crediteur",
        help_text="Typ een deel van de naam en kies uit de lijst.",
    )
    kenmerk = forms.CharField(
        label="Kenmerk of klantnummer",
        max_length=35,
        required=False,
        help_text="Staat bij de betaling, zodat de crediteur weet voor wie zij is.",
    )
    bedrag = BedragVeld(label="Bedrag per maand", help_text="In euro, bijvoorbeeld 612,40.")
    start_op = DatumVeld(label="Contract vanaf")
    eind_op = DatumVeld(label="Contract tot en met", required=False)
    betalen_vanaf = MaandVeld(
        label="Wij betalen vanaf de maand",
        help_text="Mm-jjjj, bijvoorbeeld 06-2026. Huur gaat in een deel van een maand per dag.",
    )
    akkoord_op = DatumVeld(
        label="Vrijwillige afspraak getekend op",
        required=False,
        help_text="Alleen voor een last die de wet niet noemt, zoals een andere verzekering.",
    )

    def __init__(self, *args: Any, crediteuren: Sequence[Crediteur], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["crediteur"]
        assert isinstance(veld, CrediteurVeld)
        veld.kies_uit(crediteuren)

    def waarden(self) -> dict[str, Any]:
        data = self.cleaned_data | {"soort": Lastsoort(self.cleaned_data["soort"])}
        return {"gegevens": LastGegevens(**data)}


def lastform(crediteuren: Sequence[Crediteur]) -> Callable[..., LastForm]:
    return partial(LastForm, crediteuren=crediteuren)


class WeglatenForm(forms.Form):
    soort = forms.ChoiceField(label="Soort", choices=[KIES, *_WEGGELATEN])
    start_op = DatumVeld(label="Vanaf")
    reden = forms.CharField(
        label="Waarom wij dit niet betalen",
        max_length=200,
        help_text="Bijvoorbeeld: de huur is inclusief energie.",
    )

    @staticmethod
    def begin(uitkering: Uitkering | None) -> dict[str, Any]:
        return {"start_op": uitkering.start_op} if uitkering else {}

    def waarden(self) -> dict[str, Any]:
        return self.cleaned_data | {"soort": Lastsoort(self.cleaned_data["soort"])}


class BedragForm(forms.Form):
    vanaf = MaandVeld(label="Vanaf de maand")
    bedrag = BedragVeld(label="Nieuw bedrag per maand", help_text="In euro, bijvoorbeeld 612,40.")


class EindeForm(forms.Form):
    eind_op = DatumVeld(label="Laatste dag van het contract")

    @staticmethod
    def begin(last: VasteLast | None) -> dict[str, Any]:
        return {"eind_op": last.eind_op} if last else {}


class OverdragenForm(forms.Form):
    vanaf = MaandVeld(
        label="Dit huishouden betaalt zelf vanaf de maand",
        help_text="Mm-jjjj, bijvoorbeeld 06-2026. Wij betalen de maand ervoor nog.",
    )


class NettoForm(forms.Form):
    maand = MaandVeld(label="Maand")
    bedrag = BedragVeld(
        label="Netto bijstand",
        help_text="Wat dit huishouden in die maand krijgt, voordat er vaste lasten af gaan.",
    )

"""How the municipality pays, as the functional manager sets it."""

from __future__ import annotations

from typing import Any

from django import forms

from inburgering.velden import BedragVeld
from ontzorgen.enums import LASTSOORTEN, PainVersie
from ontzorgen.iban import in_groepen
from ontzorgen.models import Betaalregels
from ontzorgen.models.betaalregels import LAATSTE_MAAND
from ontzorgen.policies.betaalregels import BetaalregelsGegevens
from wet.ontzorgen import LaatsteMaand, Lastsoort

_PLAATS = "plaats_"
PLAATSEN = [f"{_PLAATS}{nummer}" for nummer in range(1, len(Lastsoort) + 1)]


class BetaalregelsForm(forms.Form):
    iban = forms.CharField(
        label="Rekeningnummer van de gemeente (IBAN)",
        max_length=60,
        help_text="Hiervan worden de vaste lasten betaald.",
    )
    tenaamstelling = forms.CharField(
        label="Op naam van",
        max_length=70,
        help_text="Zo staat de gemeente op het afschrift. Banken lezen geen accenten.",
    )
    pain_versie = forms.ChoiceField(
        label="Soort betaalbestand",
        choices=PainVersie.choices,
        help_text="Kies de nieuwe, tenzij uw bank nog om de oudere vraagt.",
    )
    bouwdag = forms.IntegerField(
        label="Batch maken op dag",
        min_value=1,
        max_value=28,
        help_text="Op deze dag van de maand maakt het systeem de batch van de volgende maand.",
    )
    verwerkdag = forms.IntegerField(
        label="Dagen voor het einde van de maand betalen",
        min_value=0,
        max_value=10,
        help_text="De huur van april wordt bij 3 dus drie dagen voor eind maart betaald. Valt dat "
        "op een dag dat banken dicht zijn, dan op de werkdag ervoor.",
    )
    twee_akkoorden_vanaf_bedrag = BedragVeld(
        label="Twee akkoorden vanaf",
        help_text="Is een batch zo hoog of hoger, dan geven twee collega's akkoord.",
    )
    leefgeld_alleen_bedrag = BedragVeld(
        label="Leefgeld per maand, alleen",
        help_text="Zoveel houdt iemand zonder partner ten minste over. Wat dan niet kan worden "
        "betaald, staat als tekort op de pagina.",
    )
    leefgeld_samen_bedrag = BedragVeld(
        label="Leefgeld per maand, samen",
        help_text="Hetzelfde voor iemand met een partner in de bijstand.",
    )
    laatste_maand = forms.ChoiceField(
        label="In de laatste maand betalen",
        choices=LAATSTE_MAAND,
        help_text="Als de zes maanden midden in een maand eindigen.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nummer, naam in enumerate(PLAATSEN, start=1):
            self.fields[naam] = forms.ChoiceField(label=f"Plaats {nummer}", choices=LASTSOORTEN)

    @staticmethod
    def begin(regels: Betaalregels | None) -> dict[str, Any]:
        regels = regels or Betaalregels()
        velden = BetaalregelsForm.base_fields
        volgorde = [*regels.volgorde, *(s.value for s in Lastsoort if s not in regels.volgorde)]
        return {
            **{veld: getattr(regels, veld) for veld in velden},
            "iban": in_groepen(regels.iban),
            **dict(zip(PLAATSEN, volgorde, strict=True)),
        }

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        gezien: dict[str, int] = {}
        for nummer, naam in enumerate(PLAATSEN, start=1):
            soort = gegevens.get(naam)
            if soort in gezien:
                tekst = f"‘{Lastsoort(soort).label}’ staat al op plaats {gezien[soort]}."
                self.add_error(naam, tekst)
            elif soort:
                gezien[soort] = nummer
        return gegevens

    def plaatsen(self) -> list[forms.BoundField]:
        return [self[naam] for naam in PLAATSEN]

    def gegevens(self) -> BetaalregelsGegevens:
        waarden = {n: w for n, w in self.cleaned_data.items() if not n.startswith(_PLAATS)}
        return BetaalregelsGegevens(
            **waarden
            | {
                "pain_versie": PainVersie(waarden["pain_versie"]),
                "laatste_maand": LaatsteMaand(waarden["laatste_maand"]),
                "volgorde": tuple(Lastsoort(self.cleaned_data[naam]) for naam in PLAATSEN),
            }
        )

"""Forms of a placement, and the week of hours at it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from django import forms

from inburgering.velden import BedragVeld, DatumVeld
from leerroutes.enums import PlaatsingUitkomst, SubsidieSoort
from leerroutes.forms.aanbod import UrenPerWeekVeld
from leerroutes.forms.uren import UrenVeld
from leerroutes.models import Plaatsing, Taalkoppel
from leerroutes.queries.plaatsingen import PLEK, Keuzes
from leerroutes.services.uren import UrenGegevens
from wet.leerroutes import Urensoort

_KIES = ("", "– maak een keuze –")
DAGEN = ("Maandag", "Dinsdag", "Woensdag", "Donderdag", "Vrijdag", "Zaterdag", "Zondag")


class PlaatsenForm(forms.Form):
    """Choose a place or work with room."""

    waar = forms.ChoiceField(
        label="Waar",
        error_messages={"invalid_choice": "Hier is geen plaats meer: kies een andere plek."},
    )
    uren_per_week = UrenPerWeekVeld(label="Uren per week")
    aangemeld_op = DatumVeld(
        label="Aangemeld op", required=False, help_text="Laat leeg als het vandaag is."
    )

    def __init__(self, *args: Any, keuzes: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["waar"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [_KIES, *keuzes]

    def waarden(self) -> dict[str, Any]:
        """As the service asks for it."""
        waarden = dict(self.cleaned_data)
        soort, _streep, pk = waarden.pop("waar").partition("-")
        return waarden | {"plek_id" if soort == PLEK else "vacature_id": int(pk)}


def plaatsenform(keuzes: Keuzes) -> Callable[..., PlaatsenForm]:
    return partial(PlaatsenForm, keuzes=keuzes)


class StartenForm(forms.Form):
    op = DatumVeld(label="Eerste dag")


class BeeindigenForm(forms.Form):
    op = DatumVeld(label="Laatste dag")
    uitkomst = forms.ChoiceField(label="Uitkomst", choices=[_KIES, *PlaatsingUitkomst.choices])
    reden = forms.CharField(
        label="Toelichting",
        max_length=200,
        required=False,
        help_text="Nodig als iemand voortijdig stopte.",
    )

    def waarden(self) -> dict[str, Any]:
        return self.cleaned_data | {"uitkomst": PlaatsingUitkomst(self.cleaned_data["uitkomst"])}


class PlekafspraakForm(forms.Form):
    """What was agreed at a place, and its first and last day where it has them."""

    uren_per_week = UrenPerWeekVeld(label="Uren per week")
    start_op = DatumVeld(label="Eerste dag")
    eind_op = DatumVeld(label="Laatste dag")

    def __init__(self, *args: Any, plaatsing: Plaatsing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for veld in ("start_op", "eind_op"):
            if getattr(plaatsing, veld) is None:
                del self.fields[veld]


class WerkafspraakForm(PlekafspraakForm):
    """What was agreed with an employer, the subsidy with it."""

    subsidie = forms.ChoiceField(label="Subsidie", choices=SubsidieSoort.choices, required=False)
    subsidie_bedrag = BedragVeld(label="Subsidie per maand in euro", required=False)
    subsidie_eind_op = DatumVeld(label="Subsidie tot en met", required=False)

    def waarden(self) -> dict[str, Any]:
        return self.cleaned_data | {"subsidie": SubsidieSoort(self.cleaned_data["subsidie"])}


class _Afspraak(partial[PlekafspraakForm]):
    """The form for this placement."""

    @staticmethod
    def begin(plaatsing: Plaatsing | None) -> dict[str, Any]:
        velden = WerkafspraakForm.base_fields
        return {veld: getattr(plaatsing, veld) for veld in velden} if plaatsing else {}


def afspraakform(plaatsing: Plaatsing) -> Callable[..., PlekafspraakForm]:
    form = WerkafspraakForm if plaatsing.vacature_id else PlekafspraakForm
    return _Afspraak(form, plaatsing=plaatsing)


class SubsidieBesprekenForm(forms.Form):
    op = DatumVeld(label="Besproken op")


class WeekurenForm(forms.Form):
    """Hours of one week of taking part; a day without hours stays empty."""

    week = DatumVeld(
        label="Week van", help_text="Een dag in de week waarin deze uren zijn gemaakt."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for plek, dag in enumerate(DAGEN):
            self.fields[f"dag_{plek}"] = UrenVeld(label=dag, required=False)

    def delen(self) -> list[tuple[str, list[forms.BoundField]]]:
        dagen = [self[f"dag_{plek}"] for plek in range(len(DAGEN))]
        return [("Week", [self["week"]]), ("Uren per dag", dagen)]

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or self.cleaned_data
        if not self.errors and not self._per_dag():
            raise forms.ValidationError("Vul bij minstens één dag uren in.")
        return waarden

    def regels(
        self, *, plaatsing: Plaatsing | None = None, taalkoppel: Taalkoppel | None = None
    ) -> list[UrenGegevens]:
        """At this placement, or with this volunteer."""
        dag = self.cleaned_data["week"]
        maandag = dag - timedelta(days=dag.weekday())
        return [
            UrenGegevens(
                soort=Urensoort.PARTICIPATIE,
                op=maandag + timedelta(days=plek),
                uren=uren,
                plaatsing=plaatsing,
                taalkoppel=taalkoppel,
            )
            for plek, uren in self._per_dag()
        ]

    def _per_dag(self) -> list[tuple[int, Decimal]]:
        uren = [self.cleaned_data.get(f"dag_{plek}") for plek in range(len(DAGEN))]
        return [(plek, aantal) for plek, aantal in enumerate(uren) if aantal]

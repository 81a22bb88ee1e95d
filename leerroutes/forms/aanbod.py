"""The offer of a course and the lessons, as a consulent records them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from django import forms

from inburgering.velden import DatumVeld, GetalVeld
from leerroutes.enums import Lessoort
from leerroutes.models import Aanbieder, Deelname, Inburgeringsaanbod
from leerroutes.policies.aanbod import HOOGSTE_UREN, AanbodGegevens
from leerroutes.policies.deelname import DeelnameGegevens
from leerroutes.queries.scholen import Bezetting

_TE_VEEL = f"Vul een aantal uren per week in van 0,5 tot en met {HOOGSTE_UREN}."


class UrenPerWeekVeld(GetalVeld):
    """`12` or `12,5`; with a point too."""

    default_error_messages = {"invalid": "Schrijf de uren als een getal, bijvoorbeeld 12 of 12,5."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_digits=4,
            decimal_places=1,
            min_value=Decimal("0.5"),
            max_value=Decimal(HOOGSTE_UREN),
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            error_messages={
                "min_value": _TE_VEEL,
                "max_value": _TE_VEEL,
                "max_digits": _TE_VEEL,
                "max_whole_digits": _TE_VEEL,
                "max_decimal_places": "Schrijf hoogstens één cijfer achter de komma.",
            },
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        tekst = value.strip().replace(",", ".") if isinstance(value, str) else value
        return super().to_python(tekst)

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value


class SchoolForm(forms.Form):
    """Which school and which lessons; `scholen` are those one may choose."""

    aanbieder = forms.TypedChoiceField(
        label="School", coerce=int, error_messages={"required": "Kies een school."}
    )
    lessoort = forms.ChoiceField(
        label="Soort les",
        choices=Lessoort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies het soort les."},
    )
    uren_per_week = UrenPerWeekVeld(label="Uren per week")

    def __init__(
        self,
        *args: Any,
        scholen: Sequence[Aanbieder] = (),
        bezet: dict[int, Bezetting] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._scholen = {school.pk: school for school in scholen}
        veld = self.fields["aanbieder"]
        assert isinstance(veld, forms.TypedChoiceField)
        keuzes = [(pk, _naam(school, bezet or {})) for pk, school in self._scholen.items()]
        veld.choices = [("", "– maak een keuze –"), *keuzes]

    def les(self) -> dict[str, Any]:
        waarden = self.cleaned_data
        return {
            "aanbieder": self._scholen[waarden["aanbieder"]],
            "lessoort": Lessoort(waarden["lessoort"]),
            "uren_per_week": waarden["uren_per_week"],
        }


class AanbodForm(SchoolForm):
    gedaan_op = DatumVeld(label="Aangeboden op")
    verwachte_start_op = DatumVeld(
        label="Verwachte eerste les",
        required=False,
        help_text="Laat leeg als dit nog niet vaststaat.",
    )
    verwacht_eind_op = DatumVeld(label="Verwachte laatste les", required=False)
    duo_reden = forms.CharField(
        label="Reden om toch door te gaan",
        max_length=200,
        required=False,
        help_text="Alleen nodig als DUO het aanbod zo niet aanneemt.",
    )

    def gegevens(self) -> AanbodGegevens:
        dagen = ("gedaan_op", "verwachte_start_op", "verwacht_eind_op")
        return AanbodGegevens(**self.les(), **{dag: self.cleaned_data[dag] for dag in dagen})


class DeelnameForm(SchoolForm):
    """Lessons somebody chose."""

    start_op = DatumVeld(label="Eerste les")
    groep = forms.CharField(label="Groep", max_length=60, required=False)

    def gegevens(self) -> DeelnameGegevens:
        waarden = self.cleaned_data
        return DeelnameGegevens(**self.les(), start_op=waarden["start_op"], groep=waarden["groep"])


class DeelnameWijzigenForm(forms.Form):
    groep = forms.CharField(label="Groep", max_length=60, required=False)
    uren_per_week = UrenPerWeekVeld(label="Uren per week")
    start_op = DatumVeld(label="Eerste les")

    @staticmethod
    def begin(deelname: Deelname | None) -> dict[str, Any]:
        velden = DeelnameWijzigenForm.base_fields
        return {veld: getattr(deelname, veld) for veld in velden} if deelname else {}


class AanbodWijzigenForm(forms.Form):
    gedaan_op = DatumVeld(label="Aangeboden op")
    uren_per_week = UrenPerWeekVeld(label="Uren per week")
    verwachte_start_op = DatumVeld(label="Verwachte eerste les", required=False)
    verwacht_eind_op = DatumVeld(label="Verwachte laatste les", required=False)
    reden = forms.CharField(label="Waarom u dit wijzigt", max_length=200)

    @staticmethod
    def begin(aanbod: Inburgeringsaanbod | None) -> dict[str, Any]:
        velden = [veld for veld in AanbodWijzigenForm.base_fields if veld != "reden"]
        return {veld: getattr(aanbod, veld) for veld in velden} if aanbod else {}


class DagForm(forms.Form):
    op = DatumVeld(label="Datum")


class DagRedenForm(DagForm):
    reden = forms.CharField(label="Reden", max_length=200)


class AfzienForm(forms.Form):
    op = DatumVeld(label="Niet nodig sinds")
    reden = forms.CharField(
        label="Waarom is er geen nieuw aanbod nodig",
        max_length=300,
        help_text="Bijvoorbeeld: doet zonder lessen nog één examen.",
    )


class LaatsteLesForm(forms.Form):
    op = DatumVeld(label="Laatste les")
    reden = forms.CharField(label="Reden", max_length=200)


class WachtlijstForm(forms.Form):
    op = DatumVeld(label="Op de wachtlijst sinds")
    verwachte_start_op = DatumVeld(
        label="Verwachte eerste les", required=False, help_text="Als de school dit al weet."
    )

    @staticmethod
    def begin(aanbod: Inburgeringsaanbod | None) -> dict[str, Any]:
        if aanbod is None:
            return {}
        return {"op": aanbod.wachtlijst_op, "verwachte_start_op": aanbod.verwachte_start_op}


class StartenForm(forms.Form):
    op = DatumVeld(label="Eerste les")
    groep = forms.CharField(label="Groep", max_length=60, required=False)
    uren_per_week = UrenPerWeekVeld(label="Uren per week")

    @staticmethod
    def begin(aanbod: Inburgeringsaanbod | None) -> dict[str, Any]:
        if aanbod is None:
            return {}
        return {"op": aanbod.verwachte_start_op, "uren_per_week": aanbod.uren_per_week}


def met_scholen(
    vorm: type[SchoolForm], scholen: Sequence[Aanbieder], bezet: dict[int, Bezetting]
) -> Callable[..., SchoolForm]:
    return partial(vorm, scholen=scholen, bezet=bezet)


def _naam(school: Aanbieder, bezet: dict[int, Bezetting]) -> str:
    plaats = f", {school.plaats}" if school.plaats else ""
    stand = bezet.get(school.pk)
    hoe = f" ({'vol: ' if stand.vol else ''}{stand.tekst})" if stand else ""
    return f"{school.naam}{plaats}{hoe}"

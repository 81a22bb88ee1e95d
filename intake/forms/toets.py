"""The leerbaarheidstoets as a consulent plans and records it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any

from django import forms
from django.utils import timezone

from inburgering.datums import AMSTERDAM
from inburgering.velden import DatumVeld
from intake.models import GrondGeenToets, Leerbaarheidstoets, Toetsmoment, ToetsUitslag
from intake.queries.toetsmomenten import Momentregel
from intake.services.toetsmomenten import MomentGegevens
from wet.bronnen import voluit


class ScoreVeld(forms.DecimalField):
    """`512,50`, as DUO writes it; with a point too."""

    default_error_messages = {"invalid": "Schrijf de score als 512,50."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_digits=5,
            decimal_places=2,
            min_value=Decimal(0),
            max_value=Decimal("999.99"),
            required=False,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            help_text="Met een komma, zoals DUO: 512,50.",
            error_messages={
                "min_value": "De score ligt tussen 0,00 en 999,99.",
                "max_value": "De score ligt tussen 0,00 en 999,99.",
                "max_digits": "De score ligt tussen 0,00 en 999,99.",
                "max_whole_digits": "De score ligt tussen 0,00 en 999,99.",
                "max_decimal_places": "De score heeft twee cijfers achter de komma.",
            },
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        tekst = value.strip().replace(",", ".") if isinstance(value, str) else value
        return super().to_python(tekst)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else value


class UitslagForm(forms.Form):
    uitslag = forms.ChoiceField(
        label="Uitslag",
        choices=ToetsUitslag.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies de uitslag zoals DUO die geeft."},
    )
    uitslag_op = DatumVeld(label="Uitslag geregistreerd door DUO op")
    behaalde_score = ScoreVeld(label="Behaalde score")
    benodigde_score = ScoreVeld(label="Benodigde score")

    @staticmethod
    def begin(toets: Leerbaarheidstoets | None) -> dict[str, Any]:
        if toets is None:
            return {}
        return {veld: getattr(toets, veld) for veld in UitslagForm.base_fields}


class ExamennummerForm(forms.Form):
    examennummer = forms.CharField(
        label="Examennummer",
        max_length=12,
        required=False,
        help_text="Zoals DUO het geeft, hoogstens 12 tekens.",
    )

    @staticmethod
    def begin(toets: Leerbaarheidstoets | None) -> dict[str, Any]:
        return {"examennummer": toets.examennummer} if toets else {}


class OntheffenForm(forms.Form):
    grond = forms.ChoiceField(
        label="Waarom hoeft de toets niet",
        choices=[
            (grond.value, f"{grond.label} ({voluit(grond.bron)})")
            for grond in GrondGeenToets
            if grond.bron and grond != GrondGeenToets.AFWEZIG  # follows from the summonses
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarom de toets niet hoeft."},
    )
    toelichting = forms.CharField(
        label="Toelichting",
        max_length=300,
        widget=forms.Textarea,
        help_text="Waar blijkt het uit? Bijvoorbeeld: het PIP van de gemeente Assen van 3 mei.",
        error_messages={"required": "Leg uit waarom de toets niet hoeft."},
    )


class PlanForm(forms.Form):
    """Choose a moment with room."""

    moment = forms.TypedChoiceField(
        label="Toetsmoment",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies een toetsmoment.",
            "invalid_choice": "Dit toetsmoment is vol of gaat niet door: kies een ander.",
        },
    )

    def __init__(self, *args: Any, momenten: Sequence[Momentregel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["moment"]
        assert isinstance(veld, forms.TypedChoiceField)
        veld.choices = [(regel.moment.pk, _in_woorden(regel)) for regel in momenten]


def planform(momenten: Sequence[Momentregel]) -> Callable[..., PlanForm]:
    return partial(PlanForm, momenten=momenten)


def _in_woorden(regel: Momentregel) -> str:
    begint = regel.moment.begint_at.astimezone(AMSTERDAM)
    vrij = "1 plaats vrij" if regel.vrij == 1 else f"{regel.vrij} plaatsen vrij"
    return f"{begint:%d-%m-%Y} om {begint:%H:%M}, {regel.moment.plaats} ({vrij})"


class MomentForm(forms.Form):
    datum = DatumVeld(label="Datum")
    tijd = forms.TimeField(
        label="Tijd",
        help_text="Bijvoorbeeld 09:30.",
        error_messages={"invalid": "Schrijf de tijd als uu:mm, bijvoorbeeld 09:30."},
    )
    minuten = forms.IntegerField(label="Duur in minuten", min_value=15, max_value=480, initial=120)
    plaats = forms.CharField(
        label="Plaats", max_length=120, help_text="Het adres zoals het in de brief komt."
    )
    begeleider = forms.CharField(
        label="Begeleider", max_length=120, help_text="Wie de toets afneemt."
    )
    plaatsen = forms.IntegerField(label="Aantal plaatsen", min_value=1, max_value=100, initial=8)
    opmerking = forms.CharField(
        label="Opmerking",
        max_length=200,
        required=False,
        help_text="Voor collega’s; dit komt niet in de brief.",
    )

    @staticmethod
    def begin(moment: Toetsmoment | None) -> dict[str, Any]:
        if moment is None:
            return {}
        begint = moment.begint_at.astimezone(AMSTERDAM)
        return {
            "datum": begint.date(),
            "tijd": f"{begint:%H:%M}",
            **{veld: getattr(moment, veld) for veld in _GEWOON},
        }

    def gegevens(self) -> MomentGegevens:
        waarden = self.cleaned_data
        begint = datetime.combine(waarden["datum"], waarden["tijd"])
        return MomentGegevens(
            begint_at=timezone.make_aware(begint, AMSTERDAM),
            **{veld: waarden[veld] for veld in _GEWOON},
        )


_GEWOON = ("minuten", "plaats", "begeleider", "plaatsen", "opmerking")


class AfrondenForm(forms.Form):
    """Who did not come, of whom one may see; who is not ticked came."""

    niet_gekomen = forms.TypedMultipleChoiceField(
        label="Wie kwam niet",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Laat leeg als iedereen kwam.",
    )

    def __init__(self, *args: Any, deelnemers: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["niet_gekomen"]
        assert isinstance(veld, forms.TypedMultipleChoiceField)
        veld.choices = list(deelnemers)


def afrondenform(deelnemers: Sequence[tuple[int, str]]) -> Callable[..., AfrondenForm]:
    return partial(AfrondenForm, deelnemers=deelnemers)

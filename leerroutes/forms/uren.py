"""Hours as somebody types them: on one day, or on days of the week in a period."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from django import forms

from inburgering.velden import DatumVeld, GetalVeld
from leerroutes.enums import Aanwezigheid
from leerroutes.models import Deelname, Plaatsing, Taalkoppel, Urenregel
from leerroutes.models.uren import UREN_PER_DAG
from leerroutes.queries.uren import (
    OP_EIGEN_PAGINA,
    Bronnen,
    Regel,
    koppel_in_woorden,
    plaats_van,
)
from leerroutes.services.uren import UrenGegevens
from wet.datums import DAGEN, hoofdletter, zonder_weekdag
from wet.leerroutes import Urensoort

MAANDEN_TEGELIJK_DAGEN = 92
_LES, _PLAATSING, _KOPPEL = "les", "plaatsing", "koppel"
_Bron = Deelname | Plaatsing | Taalkoppel
_MET_DE_HAND = [
    (soort.value, hoofdletter(soort.label)) for soort in Urensoort if soort not in OP_EIGEN_PAGINA
]


class UrenVeld(GetalVeld):
    """`2,5` or `2.5`."""

    default_error_messages = {
        "invalid": "Schrijf het aantal uren als getal, bijvoorbeeld 2,5.",
        "min_value": f"Vul meer dan 0 en hoogstens {UREN_PER_DAG} uren in.",
        "max_value": f"Vul meer dan 0 en hoogstens {UREN_PER_DAG} uren in.",
        "max_decimal_places": "Vul hoogstens twee cijfers achter de komma in.",
        "max_digits": f"Vul meer dan 0 en hoogstens {UREN_PER_DAG} uren in.",
        "max_whole_digits": f"Vul meer dan 0 en hoogstens {UREN_PER_DAG} uren in.",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_digits=4,
            decimal_places=2,
            min_value=Decimal("0.01"),
            max_value=Decimal(UREN_PER_DAG),
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        tekst = value.strip().replace(",", ".") if isinstance(value, str) else value
        return super().to_python(tekst)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return f"{value.normalize():f}".replace(".", ",")
        return value


class _UrenForm(forms.Form):
    """What every line has. `deelname` is the lesson, placement or pair the hours are of."""

    deelname = forms.ChoiceField(label="Bij", required=False)
    soort = forms.ChoiceField(label="Soort", choices=_MET_DE_HAND)
    uren = UrenVeld(label="Uren per dag", help_text="Bijvoorbeeld 2,5. Bij afwezigheid: gepland.")
    aanwezigheid = forms.ChoiceField(
        label="Aanwezigheid",
        choices=Aanwezigheid.choices,
        initial=Aanwezigheid.AANWEZIG,
        widget=forms.RadioSelect,
    )
    opmerking = forms.CharField(label="Opmerking", max_length=200, required=False)

    def __init__(self, *args: Any, bronnen: Bronnen, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._bronnen: dict[str, _Bron] = dict(_keuzes(bronnen))
        veld = self.fields["deelname"]
        assert isinstance(veld, forms.ChoiceField)
        teksten = [(sleutel, _in_woorden(rij)) for sleutel, rij in self._bronnen.items()]
        veld.choices = [("", "– geen les, plek of taalcoach –"), *teksten]

    def regel(self, op: date) -> UrenGegevens:
        waarden = self.cleaned_data
        bron = self._bronnen.get(waarden["deelname"])
        return UrenGegevens(
            soort=Urensoort(waarden["soort"]),
            op=op,
            uren=waarden["uren"],
            aanwezigheid=Aanwezigheid(waarden["aanwezigheid"]),
            deelname=bron if isinstance(bron, Deelname) else None,
            plaatsing=bron if isinstance(bron, Plaatsing) else None,
            taalkoppel=bron if isinstance(bron, Taalkoppel) else None,
            opmerking=waarden["opmerking"],
        )


def _keuzes(bronnen: Bronnen) -> Iterator[tuple[str, _Bron]]:
    for deelname in bronnen.deelnames:
        yield f"{_LES}-{deelname.pk}", deelname
    for plaatsing in bronnen.plaatsingen:
        yield f"{_PLAATSING}-{plaatsing.pk}", plaatsing
    for koppel in bronnen.koppels:
        yield f"{_KOPPEL}-{koppel.pk}", koppel


def _in_woorden(rij: _Bron) -> str:
    assert rij.start_op is not None  # only what began may be chosen
    tot = f" tot en met {rij.eind_op:%d-%m-%Y}" if rij.eind_op else ""
    return f"{_wat(rij)} (vanaf {rij.start_op:%d-%m-%Y}{tot})"


def _wat(rij: _Bron) -> str:
    if isinstance(rij, Deelname):
        return f"{rij.get_lessoort_display()} bij {rij.aanbieder.naam}"
    return plaats_van(rij) if isinstance(rij, Plaatsing) else koppel_in_woorden(rij)


class UrenToevoegenForm(_UrenForm):
    """One day, or the same hours on chosen days of the week up to and including a last day."""

    op = DatumVeld(label="Dag", help_text="Of de eerste dag, als het er meer zijn.")
    tot_op = DatumVeld(label="Tot en met", required=False, help_text="Leeg bij één dag.")
    dagen = forms.TypedMultipleChoiceField(
        label="Op welke dagen van de week",
        coerce=int,
        choices=list(enumerate(DAGEN)),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Alleen bij meer dagen.",
    )

    field_order = ("op", "tot_op", "dagen", "deelname", "soort", "uren", "aanwezigheid")

    def clean(self) -> dict[str, Any]:
        waarden: dict[str, Any] = super().clean() or self.cleaned_data
        op, tot = waarden.get("op"), waarden.get("tot_op")
        if op is None or tot is None:
            return waarden
        if tot < op:
            self.add_error("tot_op", "De laatste dag ligt voor de eerste.")
        elif (tot - op).days > MAANDEN_TEGELIJK_DAGEN:
            self.add_error("tot_op", "Vul hoogstens drie maanden tegelijk in.")
        elif not self._welke(op, tot, waarden.get("dagen") or []):
            self.add_error("dagen", "Kies ten minste één dag die in deze periode valt.")
        return waarden

    @staticmethod
    def _welke(op: date, tot: date | None, dagen: Sequence[int]) -> list[date]:
        if tot is None or tot == op:
            return [op]
        alle = (op + timedelta(days=n) for n in range((tot - op).days + 1))
        return [dag for dag in alle if dag.weekday() in dagen]

    def regels(self) -> list[UrenGegevens]:
        waarden = self.cleaned_data
        welke = self._welke(waarden["op"], waarden["tot_op"], waarden["dagen"])
        return [self.regel(dag) for dag in welke]


class UrenWijzigenForm(_UrenForm):
    op = DatumVeld(label="Dag")

    field_order = ("op", "deelname", "soort", "uren", "aanwezigheid")

    @staticmethod
    def begin(rij: Urenregel | None) -> dict[str, Any]:
        if rij is None:
            return {}
        bron = ""
        if rij.deelname_id is not None:
            bron = f"{_LES}-{rij.deelname_id}"
        elif rij.plaatsing_id is not None:
            bron = f"{_PLAATSING}-{rij.plaatsing_id}"
        elif rij.taalkoppel_id is not None:
            bron = f"{_KOPPEL}-{rij.taalkoppel_id}"
        velden = ("op", "soort", "uren", "aanwezigheid", "opmerking")
        return {"deelname": bron, **{veld: getattr(rij, veld) for veld in velden}}


class UrenVerwijderenForm(forms.Form):
    regels = forms.TypedMultipleChoiceField(
        label="Welke regels",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één regel."},
    )
    reden = forms.CharField(
        label="Reden", max_length=200, help_text="Komt op de tijdlijn van het dossier."
    )

    def __init__(self, *args: Any, regels: Sequence[Regel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["regels"]
        assert isinstance(veld, forms.TypedMultipleChoiceField)
        veld.choices = [(regel.rij.pk, _regel_in_woorden(regel)) for regel in regels]


def _regel_in_woorden(regel: Regel) -> str:
    uren = f"{regel.rij.uren.normalize():f}".replace(".", ",")
    bij = f" ({regel.bij})" if regel.bij else ""
    return f"{zonder_weekdag(regel.rij.op)}: {uren} uur {regel.soort}{bij}"


def toevoegform(bronnen: Bronnen) -> Callable[..., UrenToevoegenForm]:
    return partial(UrenToevoegenForm, bronnen=bronnen)


class _Wijzigen(partial[UrenWijzigenForm]):
    """The form for these sources; its start values are those of the form."""

    begin = staticmethod(UrenWijzigenForm.begin)


def wijzigform(bronnen: Bronnen) -> Callable[..., UrenWijzigenForm]:
    return _Wijzigen(UrenWijzigenForm, bronnen=bronnen)


def verwijderform(regels: Sequence[Regel]) -> Callable[..., UrenVerwijderenForm]:
    return partial(UrenVerwijderenForm, regels=regels)

"""Clean input for acts on an objection."""

from __future__ import annotations

from typing import Any

from django import forms

from besluiten.models import AfzienGrond, Bezwaar, BezwaarKanaal, BezwaarUitkomst, LaatOordeel
from inburgering.forms import AfspraakForm, RedenForm
from inburgering.velden import DatumVeld

_GRONDEN = "Waarom is de persoon het niet eens met het besluit? Zo veel mogelijk in eigen woorden."


class RegistrerenForm(forms.Form):
    ontvangen_op = DatumVeld(
        label="Ontvangen op", help_text="De dag waarop het bezwaar bij de gemeente binnenkwam."
    )
    kanaal = forms.ChoiceField(
        label="Hoe kwam het binnen", choices=BezwaarKanaal.choices, widget=forms.RadioSelect
    )
    gepost_op = DatumVeld(
        label="Poststempel",
        required=False,
        help_text="Kwam het per post? Dan telt ook de dag waarop het op de post is gedaan.",
    )
    gronden = forms.CharField(
        label="Gronden",
        max_length=10000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_GRONDEN,
    )

    def waarden(self) -> dict[str, Any]:
        return self.cleaned_data | {"kanaal": BezwaarKanaal(self.cleaned_data["kanaal"])}


class BezwaarWijzigenForm(RegistrerenForm):
    commissie = forms.BooleanField(
        label="Een adviescommissie adviseert",
        required=False,
        help_text="Dan heeft de gemeente twaalf weken in plaats van zes om te beslissen.",
    )

    @staticmethod
    def begin(bezwaar: Bezwaar) -> dict[str, Any]:
        return {veld: getattr(bezwaar, veld) for veld in BezwaarWijzigenForm.base_fields}


class VerzuimForm(forms.Form):
    wat = forms.CharField(
        label="Wat ontbreekt",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Dit komt zo in de brief. Bijvoorbeeld: uw handtekening, of waarom u het niet "
        "eens bent met het besluit.",
    )
    uiterlijk_op = DatumVeld(label="Uiterlijk op", help_text="Meestal twee weken na vandaag.")


class VerzuimHersteldForm(forms.Form):
    hersteld_op = DatumVeld(label="Aangevuld op")
    gronden = forms.CharField(
        label="Aanvulling van de gronden",
        max_length=10000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class VerdagenForm(RedenForm):
    reden = forms.CharField(
        label="Waarom", max_length=200, help_text="Dit komt zo in de brief aan de persoon."
    )


class LaatForm(forms.Form):
    oordeel = forms.ChoiceField(
        label="Is het te verontschuldigen",
        choices=LaatOordeel.choices,
        widget=forms.RadioSelect,
    )
    reden = forms.CharField(
        label="Waarom",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Dit komt in de beslissing.",
    )

    @staticmethod
    def begin(bezwaar: Bezwaar) -> dict[str, Any]:
        return {"oordeel": bezwaar.laat_oordeel, "reden": bezwaar.laat_reden}

    def waarden(self) -> dict[str, Any]:
        return self.cleaned_data | {"oordeel": LaatOordeel(self.cleaned_data["oordeel"])}


class HoorzittingForm(AfspraakForm):
    soort = None  # type: ignore[assignment]  # it is a hearing

    def waarden(self) -> dict[str, Any]:
        return {k: w for k, w in self.cleaned_data.items() if k not in ("datum", "tijd")}


class GehoordForm(forms.Form):
    op = DatumVeld(label="Dag van de hoorzitting")
    verschenen = forms.ChoiceField(
        label="Is de persoon gekomen",
        choices=[("ja", "Ja, de persoon is gehoord"), ("nee", "Nee, niet verschenen")],
        widget=forms.RadioSelect,
    )
    verslag = forms.CharField(
        label="Verslag",
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Wie waren er, en wat is gezegd? Niet gekomen? Schrijf op of er bericht was.",
    )

    def waarden(self) -> dict[str, Any]:
        return self.cleaned_data | {"verschenen": self.cleaned_data["verschenen"] == "ja"}


class AfzienForm(forms.Form):
    grond = forms.ChoiceField(
        label="Waarom wordt er niet gehoord", choices=AfzienGrond.choices, widget=forms.RadioSelect
    )
    reden = forms.CharField(label="Toelichting", max_length=200)

    @staticmethod
    def begin(bezwaar: Bezwaar) -> dict[str, Any]:
        return {"grond": bezwaar.afzien_grond, "reden": bezwaar.afzien_reden}

    def waarden(self) -> dict[str, Any]:
        return self.cleaned_data | {"grond": AfzienGrond(self.cleaned_data["grond"])}


class BeslissingForm(forms.Form):
    uitkomst = forms.ChoiceField(
        label="Uitkomst", choices=BezwaarUitkomst.choices, widget=forms.RadioSelect
    )
    motivering = forms.CharField(
        label="Motivering",
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Ga in op elke grond. Wijkt u af van het advies van de commissie? Schrijf dan "
        "waarom. Een lege regel begint een nieuwe alinea.",
    )

    @staticmethod
    def begin(bezwaar: Bezwaar) -> dict[str, Any]:
        return {"uitkomst": bezwaar.uitkomst, "motivering": bezwaar.motivering}

    def waarden(self) -> dict[str, Any]:
        return self.cleaned_data | {"uitkomst": BezwaarUitkomst(self.cleaned_data["uitkomst"])}


class IntrekkenForm(forms.Form):
    op = DatumVeld(label="Ingetrokken op")
    reden = forms.CharField(
        label="Hoe",
        max_length=200,
        help_text="Per brief, of gezegd op de hoorzitting. Anders telt het niet (Awb 6:21).",
    )

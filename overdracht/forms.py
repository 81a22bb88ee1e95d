"""What people type about a handover, turned into typed values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import TOTAL_FORM_COUNT
from django.http import QueryDict

from inburgering.enums import ContactSoort, Gezinsrol
from inburgering.forms import AfspraakForm, PersoonForm, RedenForm, onbeoordeeld
from inburgering.geweigerd import Geweigerd
from inburgering.services.personen import weigeringen
from inburgering.velden import DatumVeld
from overdracht.enums import VERVANGINGEN
from overdracht.models import Overdracht
from overdracht.policies import pad
from overdracht.services.huisvesting import Woning
from overdracht.services.ontvangen import LidGegevens, OverdrachtGegevens

PERSONEN = "personen"
MEER_PERSONEN = "rij_erbij"
MINDER_PERSONEN = "rij_weg"
HOOGSTENS_PERSONEN = 30
_POSTCODE = re.compile(r"^\s*([1-9]\d{3})\s*([A-Za-z]{2})\s*$")
_EERSTE_ROLLEN = (Gezinsrol.REFERENT, Gezinsrol.PARTNER)


# --- The household on one page ----------------------------------------------------------------
class OverdrachtForm(forms.Form):
    """What COA says of the household, and of the home it needs."""

    azc = forms.CharField(label="AZC", max_length=80)
    koppeling_op = DatumVeld(label="Gekoppeld op")
    verwacht_op = DatumVeld(label="Verwachte verhuizing", required=False)
    contact_coa = forms.CharField(label="Contactpersoon COA", max_length=120, required=False)
    regioadvies = forms.CharField(
        label="Regioadvies",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Familie, medische behandeling, kans op werk, wensen.",
    )
    kamers = forms.IntegerField(
        label="Slaapkamers nodig",
        required=False,
        min_value=1,
        max_value=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "invoer-kort"}),
        error_messages={"invalid": "Vul een getal in, bijvoorbeeld 3."},
    )
    begane_grond = forms.BooleanField(label="Begane grond nodig", required=False)
    rolstoel = forms.BooleanField(label="Rolstoelgeschikt nodig", required=False)

    @staticmethod
    def begin(overdracht: Overdracht | None) -> dict[str, Any]:
        if overdracht is None:
            return {}
        return {veld: getattr(overdracht, veld) for veld in OverdrachtForm.base_fields}

    def gegevens(self) -> OverdrachtGegevens:
        waarden = {veld: self.cleaned_data[veld] for veld in OverdrachtForm.base_fields}
        return OverdrachtGegevens(**waarden)


class OverdrachtWijzigenForm(OverdrachtForm):
    def waarden(self) -> dict[str, Any]:
        return {"gegevens": self.gegevens()}


class NieuweOverdrachtForm(OverdrachtForm):
    vergunning_vanaf = DatumVeld(
        label="Verblijfsvergunning vanaf",
        required=False,
        help_text="Geldt voor het hele gezin.",
    )


class GezinslidRij(PersoonForm):
    """One person of the household."""

    aanspreking = telefoon = email = None  # type: ignore[assignment]  # not known at a handover
    rol = forms.ChoiceField(label="Rol in het gezin", choices=Gezinsrol.choices)
    dossier = forms.BooleanField(
        label="Is inburgeringsplichtig: krijgt een dossier",
        required=False,
        initial=True,
        help_text="Wie jonger is dan 18, krijgt geen dossier.",
    )
    field_order = ("rol", "voornamen", "voorvoegsel", "achternaam", "geboortedatum", "geslacht")

    def has_changed(self) -> bool:
        """Something was typed; a choice that is always filled does not make a person."""
        return bool(set(self.changed_data) - {"rol", "geslacht", "dossier"})

    def lid(self) -> LidGegevens:
        return LidGegevens(
            persoon=self._zonder("rol", "dossier"),
            rol=Gezinsrol(self.cleaned_data["rol"]),
            dossier=self.cleaned_data["dossier"],
        )


class GezinsledenFormSet(forms.BaseFormSet):  # type: ignore[type-arg]  # not generic at run time
    """Rows that may stay empty: a household is not known to be of three before it is typed."""

    rijnaam = "Persoon"

    def initial_form_count(self) -> int:
        return 0

    def add_fields(self, form: GezinslidRij, index: int | None) -> None:
        super().add_fields(form, index)
        nummer = index or 0
        rol = _EERSTE_ROLLEN[nummer] if nummer < len(_EERSTE_ROLLEN) else Gezinsrol.KIND
        form.fields["rol"].initial = rol
        form.fields["dossier"].initial = rol != Gezinsrol.KIND

    @property
    def gevuld(self) -> list[GezinslidRij]:
        return [form for form in self.forms if form.has_changed()]


_Rijen = cast(
    "type[GezinsledenFormSet]",
    forms.formset_factory(
        GezinslidRij,
        formset=GezinsledenFormSet,
        max_num=HOOGSTENS_PERSONEN,
        absolute_max=HOOGSTENS_PERSONEN,
    ),
)


class HuishoudenForm:
    """The handover and its people as one form, for `bewerk`.

    A refusal about the second person names `personen-1-…`; rows left empty do not count in that.
    """

    def __init__(
        self,
        data: QueryDict | None = None,
        files: Any = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        begin = dict(initial or {})
        rijen = begin.pop(PERSONEN, [{}])
        self.data = data
        self.overdracht = NieuweOverdrachtForm(data, initial=begin)
        self.personen = _Rijen(data, initial=rijen, prefix=PERSONEN)
        self.personen.extra = len(rijen)

    @classmethod
    def met_invoer(
        cls,
        data: QueryDict,
        begin: Mapping[str, Any] | None = None,
        *,
        erbij: int = 0,
        zonder: str = "",
    ) -> HuishoudenForm:
        """What was typed, not judged yet; `erbij` empty rows more, without the row `zonder`."""
        getypt = cls(initial={PERSONEN: [{}] * _aantal_rijen(data)}).personen.forms
        rijen = [
            onbeoordeeld(rij, data) for nummer, rij in enumerate(getypt) if str(nummer) != zonder
        ]
        rijen = rijen + [{}] * erbij or [{}]
        return cls(
            initial=dict(begin or {})
            | onbeoordeeld(NieuweOverdrachtForm(), data)
            | {PERSONEN: rijen[:HOOGSTENS_PERSONEN]}
        )

    @property
    def fields(self) -> dict[str, forms.Field]:
        """Every field by the name a refusal uses for it."""
        rijen = {
            pad(nummer, naam): veld
            for nummer, rij in enumerate(self.personen.gevuld)
            for naam, veld in rij.fields.items()
        }
        return self.overdracht.fields | rijen

    @property
    def cleaned_data(self) -> dict[str, Any]:
        """The arguments of `overdracht_ontvangen`."""
        return {
            "gegevens": self.overdracht.gegevens(),
            "personen": [rij.lid() for rij in self.personen.gevuld],
            "vergunning_vanaf": self.overdracht.cleaned_data["vergunning_vanaf"],
        }

    def weigeringen(self, *, vandaag: date) -> Iterator[Geweigerd]:
        """What is wrong with each person, also while another field is not right yet."""
        for nummer, rij in enumerate(self.personen.gevuld):
            for fout in weigeringen(rij.cleaned_data, vandaag=vandaag):
                fout.veld = pad(nummer, fout.veld or "achternaam")
                yield fout

    def is_valid(self) -> bool:
        return all([self.overdracht.is_valid(), self.personen.is_valid()])

    def add_error(self, veld: str | None, fout: str) -> None:
        for nummer, rij in enumerate(self.personen.gevuld):
            if veld is not None and veld.startswith(pad(nummer, "")):
                rij.add_error(veld.removeprefix(pad(nummer, "")), fout)
                return
        self.overdracht.add_error(veld, fout)


def _aantal_rijen(data: QueryDict) -> int:
    tekst = data.get(f"{PERSONEN}-{TOTAL_FORM_COUNT}", "")
    aantal = int(tekst) if tekst.isdecimal() and len(tekst) < 4 else 1
    return min(max(1, aantal), HOOGSTENS_PERSONEN)


# --- The talk ---------------------------------------------------------------------------------
class GesprekPlannenForm(AfspraakForm):
    soort = None  # type: ignore[assignment]  # it is a driepartijengesprek

    def waarden(self) -> dict[str, Any]:
        return {k: w for k, w in self.cleaned_data.items() if k not in ("datum", "tijd")}


class GesprekHoudenForm(forms.Form):
    op = DatumVeld(label="Gehouden op")
    verslag = forms.CharField(
        label="Verslag",
        widget=forms.Textarea,
        help_text="Dit verslag leest het team Mens & Gezin, niet OOV.",
    )


class GesprekVervangenForm(forms.Form):
    wijze = forms.ChoiceField(
        label="Hoe dan wel?",
        choices=[(wijze.value, wijze.label) for wijze in VERVANGINGEN],
        widget=forms.RadioSelect,
    )
    op = DatumVeld(label="Op")
    reden = forms.CharField(label="Waarom geen gesprek in het AZC?", max_length=180)
    verslag = forms.CharField(label="Verslag", widget=forms.Textarea, required=False)

    def clean_wijze(self) -> ContactSoort:
        return ContactSoort(self.cleaned_data["wijze"])


# --- The home ---------------------------------------------------------------------------------
class WoningForm(forms.Form):
    straat = forms.CharField(label="Straat", max_length=80)
    huisnummer = forms.CharField(
        label="Huisnummer", max_length=12, widget=forms.TextInput(attrs={"class": "invoer-kort"})
    )
    postcode = forms.CharField(
        label="Postcode", max_length=8, widget=forms.TextInput(attrs={"class": "invoer-kort"})
    )
    plaats = forms.CharField(label="Plaats", max_length=80)
    corporatie = forms.CharField(label="Woningcorporatie", max_length=80, required=False)
    op = DatumVeld(label="Toegewezen op")

    def clean_postcode(self) -> str:
        gevonden = _POSTCODE.match(self.cleaned_data["postcode"])
        if gevonden is None:
            raise ValidationError("Schrijf de postcode als 9351 AB.")
        return f"{gevonden[1]} {gevonden[2].upper()}"

    def waarden(self) -> dict[str, Any]:
        woning = {veld: w for veld, w in self.cleaned_data.items() if veld != "op"}
        return {"woning": Woning(**woning), "op": self.cleaned_data["op"]}


class BezichtigenForm(forms.Form):
    op = DatumVeld(label="Bezichtigd op")


class AccepterenForm(forms.Form):
    op = DatumVeld(label="Geaccepteerd op")
    huur_vanaf = DatumVeld(label="Huurcontract vanaf", required=False)


class WeigerenForm(RedenForm):
    op = DatumVeld(label="Geweigerd op")
    field_order = ("op", "reden")


class VerhuizenForm(forms.Form):
    op = DatumVeld(label="Verhuisd op")


class InschrijvenForm(forms.Form):
    brp_op = DatumVeld(label="Ingeschreven in de BRP op")

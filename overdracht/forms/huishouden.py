"""A household on one page: what COA says of it, and its people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.forms.formsets import TOTAL_FORM_COUNT
from django.http import QueryDict

from inburgering.enums import Gezinsrol
from inburgering.forms import PersoonForm, onbeoordeeld
from inburgering.geweigerd import Geweigerd
from inburgering.services.personen import weigeringen
from inburgering.velden import DatumVeld
from overdracht.models import GRONDEN, Overdracht, Voorinburgering
from overdracht.policies.huishouden import pad
from overdracht.services.ontvangen import LidGegevens, OverdrachtGegevens
from wet.taakstelling import Verblijfsgrond

PERSONEN = "personen"
MEER_PERSONEN = "rij_erbij"
MINDER_PERSONEN = "rij_weg"
HOOGSTENS_PERSONEN = 30
_EERSTE_ROLLEN = (Gezinsrol.REFERENT, Gezinsrol.PARTNER)


class OverdrachtForm(forms.Form):
    """What COA says of the household, and of the home it needs."""

    azc = forms.CharField(label="AZC", max_length=80)
    azc_plaats = forms.CharField(label="Plaats van het AZC", max_length=80, required=False)
    koppeling_op = DatumVeld(label="Gekoppeld op")
    verwacht_op = DatumVeld(label="Verwachte verhuizing", required=False)
    contact_coa = forms.CharField(
        label="Contactpersoon COA",
        max_length=120,
        required=False,
        help_text="Naam en telefoonnummer.",
    )
    regioadvies = forms.CharField(
        label="Regioadvies",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Welke regio het COA adviseert, en waarom.",
    )
    familie = forms.CharField(
        label="Familie in de eerste graad",
        max_length=160,
        required=False,
        help_text="Wie, en waar die woont. Leeg: geen.",
    )
    medisch = forms.BooleanField(label="Medische behandeling in de regio", required=False)
    arbeidscontract = forms.CharField(
        label="Kans op een arbeidscontract",
        max_length=160,
        required=False,
        help_text="Bij welke werkgever. Leeg: geen.",
    )
    arbeidsmarkt = forms.CharField(label="Geschikte arbeidsmarkt", max_length=160, required=False)
    wens = forms.CharField(label="Wens van het gezin", max_length=160, required=False)
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
    school = forms.CharField(
        label="School nodig",
        max_length=160,
        required=False,
        help_text="Bijvoorbeeld: basisschool voor twee kinderen.",
    )

    @staticmethod
    def begin(overdracht: Overdracht | None) -> dict[str, Any]:
        if overdracht is None:
            return {}
        return {veld: getattr(overdracht, veld) for veld in OverdrachtForm.base_fields}

    def gegevens(self) -> OverdrachtGegevens:
        waarden = {veld: self.cleaned_data[veld] for veld in OverdrachtForm.base_fields}
        return OverdrachtGegevens(**waarden)


class OverdrachtWijzigenForm(OverdrachtForm):
    """An AZC may be empty for who followed: the service knows of whom it is asked."""

    azc = forms.CharField(label="AZC", max_length=80, required=False)

    def waarden(self) -> dict[str, Any]:
        return {"gegevens": self.gegevens()}


class NieuweOverdrachtForm(OverdrachtForm):
    vergunning_vanaf = DatumVeld(
        label="Verblijfsvergunning vanaf",
        required=False,
        help_text="Geldt voor het hele gezin.",
    )
    medische_notitie = forms.CharField(
        label="Medische notitie",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=(
            "Alleen de consulent en de teamleider lezen dit, en elke keer wordt vastgelegd. "
            "Na het opslaan ziet u de tekst zelf niet meer."
        ),
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
    grond = forms.ChoiceField(
        label="Telt voor de taakstelling als",
        choices=[("", "Volgt uit de rol"), *GRONDEN],
        required=False,
    )
    voorinburgering = forms.ChoiceField(
        label="Voorinburgering", choices=Voorinburgering.choices, required=False
    )
    voorinburgering_resultaat = forms.CharField(
        label="Resultaat voorinburgering",
        max_length=160,
        required=False,
        help_text="Bijvoorbeeld: A1 voor lezen en luisteren.",
    )
    field_order: tuple[str, ...] = (
        "rol",
        "voornamen",
        "voorvoegsel",
        "achternaam",
        "geboortedatum",
        "geslacht",
    )

    def has_changed(self) -> bool:
        """Something was typed; a choice that is always filled does not make a person."""
        vanzelf = {"rol", "geslacht", "dossier", "grond", "voorinburgering"}
        return bool(set(self.changed_data) - vanzelf)

    def lid(self) -> LidGegevens:
        eigen = ("rol", "dossier", "grond", "voorinburgering", "voorinburgering_resultaat")
        grond = self.cleaned_data["grond"]
        return LidGegevens(
            persoon=self._zonder(*eigen),
            rol=Gezinsrol(self.cleaned_data["rol"]),
            dossier=self.cleaned_data["dossier"],
            grond=Verblijfsgrond(grond) if grond else None,
            voorinburgering=Voorinburgering(self.cleaned_data["voorinburgering"]),
            voorinburgering_resultaat=self.cleaned_data["voorinburgering_resultaat"],
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

    gezinsformulier = NieuweOverdrachtForm

    def __init__(
        self,
        data: QueryDict | None = None,
        files: Any = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        begin = dict(initial or {})
        rijen = begin.pop(PERSONEN, [{}])
        self.data = data
        self.overdracht = self.gezinsformulier(data, initial=begin)
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
            | onbeoordeeld(cls.gezinsformulier(), data)
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
            "medische_notitie": self.overdracht.cleaned_data["medische_notitie"],
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


class NareisGezinForm(NieuweOverdrachtForm):
    """Who follow may come straight to their family; the koppeling is the day they are here."""

    azc = forms.CharField(
        label="AZC",
        max_length=80,
        required=False,
        help_text="Leeg: zij wonen meteen bij de familie.",
    )
    koppeling_op = DatumVeld(label="Aangekomen of gekoppeld op")


class NareisHuishoudenForm(HuishoudenForm):
    gezinsformulier = NareisGezinForm


class LidErbijForm(GezinslidRij):
    """One person more, in a household that is on its way here."""

    vanaf = DatumVeld(label="Hoort erbij vanaf")
    vergunning_vanaf = DatumVeld(label="Verblijfsvergunning vanaf", required=False)
    field_order = ("vanaf", *GezinslidRij.field_order)

    def waarden(self) -> dict[str, Any]:
        los = {naam: self.cleaned_data.pop(naam) for naam in ("vanaf", "vergunning_vanaf")}
        return {"lid": self.lid(), **los}

"""The PVT as it is planned and recorded: a meeting, who are invited, who came, the signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils import timezone

from inburgering.datums import AMSTERDAM
from inburgering.velden import DatumVeld
from leerroutes.enums import BijeenkomstSoort, PvtDeelnameStatus
from leerroutes.forms.begeleiding import TijdsduurVeld
from leerroutes.forms.verwijtbaar import GemeldVeld, VerwijtbaarVeld
from leerroutes.models import Participatieverklaring, PvtBijeenkomst, PvtDeelname
from leerroutes.queries.pvt import Kandidaat
from leerroutes.queries.pvt_presentie import Invulrij, Presentieregel
from leerroutes.queries.pvtstand import uren_van_elders
from leerroutes.services.pvt import BijeenkomstGegevens
from medewerkers.models import Medewerker, Partnerorganisatie
from medewerkers.rechten import Recht
from wet.duo import Vlag

_GEWOON = ("soort", "uren", "plaats", "onderwerp", "begeleider", "taal", "plaatsen", "partner")


class BijeenkomstForm(forms.Form):
    soort = forms.ChoiceField(
        label="Soort",
        choices=BijeenkomstSoort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat voor bijeenkomst dit is."},
    )
    onderwerp = forms.CharField(
        label="Kernwaarde of activiteit",
        max_length=120,
        help_text="Bijvoorbeeld: vrijheid, of een bezoek aan het gemeentehuis.",
    )
    datum = DatumVeld(label="Datum")
    tijd = forms.TimeField(
        label="Tijd",
        help_text="Bijvoorbeeld 09:30.",
        error_messages={"invalid": "Schrijf de tijd als uu:mm, bijvoorbeeld 09:30."},
    )
    uren = TijdsduurVeld(label="Duur in uren")
    plaats = forms.CharField(
        label="Plaats", max_length=120, help_text="Het adres zoals het in de brief komt."
    )
    begeleider = forms.CharField(label="Begeleider", max_length=120)
    taal = forms.CharField(
        label="Taal of tolk",
        max_length=60,
        required=False,
        help_text="Alleen als het niet in het Nederlands is, of als er een tolk bij is.",
    )
    plaatsen = forms.IntegerField(label="Aantal plaatsen", min_value=1, max_value=200)
    partner = forms.ModelChoiceField(
        label="Door",
        queryset=Partnerorganisatie.objects.all(),
        required=False,
        empty_label="De gemeente zelf",
    )

    reden = forms.CharField(
        label="Reden van de wijziging",
        max_length=200,
        help_text="Komt op de tijdlijn. De uren van wie er was, gaan mee.",
    )

    def __init__(self, *args: Any, door: Medewerker, geweest: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not door.heeft(Recht.LEERROUTE_DOEN):
            del self.fields["partner"]
        if not geweest:
            del self.fields["reden"]

    @staticmethod
    def begin(bijeenkomst: PvtBijeenkomst | None) -> dict[str, Any]:
        if bijeenkomst is None:
            return {"plaatsen": 12}
        begint = bijeenkomst.begint_at.astimezone(AMSTERDAM)
        return {
            "datum": begint.date(),
            "tijd": f"{begint:%H:%M}",
            **{veld: getattr(bijeenkomst, veld) for veld in _GEWOON},
        }

    def gegevens(self) -> BijeenkomstGegevens:
        waarden = self.cleaned_data
        begint = datetime.combine(waarden["datum"], waarden["tijd"])
        gewoon: dict[str, Any] = {veld: waarden.get(veld) for veld in _GEWOON}
        return BijeenkomstGegevens(
            begint_at=timezone.make_aware(begint, AMSTERDAM),
            **gewoon | {"soort": BijeenkomstSoort(waarden["soort"])},
        )


class UitnodigenForm(forms.Form):
    """Who are asked to come; each with how far that person is. Searching keeps who is chosen."""

    zoek = forms.CharField(label="Zoek op naam", max_length=80, required=False)
    mensen = forms.TypedMultipleChoiceField(
        label="Wie nodigt u uit",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Kies ten minste een persoon.",
            "invalid_choice": "Een van deze mensen kan niet (meer) op de lijst. Kies opnieuw.",
        },
    )

    def __init__(
        self, *args: Any, kandidaten: Sequence[Kandidaat], begonnen: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["mensen"]
        if begonnen:
            veld.label = "Wie was er ook"
        assert isinstance(veld, forms.TypedMultipleChoiceField)
        veld.choices = [
            (wie.dossier_id, f"{wie.naam}, dossier {wie.dossiernummer}: {wie.stand}")
            for wie in kandidaten
        ]


def uitnodigenform(
    kandidaten: Sequence[Kandidaat], *, begonnen: bool
) -> Callable[..., UitnodigenForm]:
    return partial(UitnodigenForm, kandidaten=kandidaten, begonnen=begonnen)


def gekozen_mensen(data: QueryDict) -> list[int]:
    """Who is ticked on the page that was sent, for the list to keep."""
    return [
        int(pk) for pk in data.getlist("mensen") if pk.isascii() and pk.isdigit() and len(pk) < 10
    ]


@dataclass(frozen=True)
class Formulierrij:
    """The fields of one person on the list."""

    rij: Invulrij
    velden: Sequence[BoundField]


class PresentieForm(forms.Form):
    """One form for the whole group. Who signed at this meeting already is shown, not asked."""

    def __init__(self, *args: Any, rijen: Sequence[Invulrij], geweest: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rijen = rijen
        for rij in rijen:
            if not rij.vast:
                self.fields |= _velden(rij, geweest=geweest)

    def rijen(self) -> Iterator[Formulierrij]:
        for rij in self._rijen:
            velden = [self[naam] for naam in self.fields if naam.endswith(f"_{rij.deelname_id}")]
            yield Formulierrij(rij, velden)

    def wie_bij(self, veld: str) -> str:
        """Of whom this field is."""
        namen = {str(rij.deelname_id): rij.naam for rij in self._rijen}
        return namen[veld.rpartition("_")[2]]

    def regels(self) -> list[Presentieregel]:
        """What was filled in, of who stood on the form that was sent."""
        return [
            _regel(rij, self.cleaned_data)
            for rij in self._rijen
            if self.cleaned_data.get(f"status_{rij.deelname_id}")
        ]


def presentieform(rijen: Sequence[Invulrij], *, geweest: bool) -> Callable[..., PresentieForm]:
    return partial(PresentieForm, rijen=rijen, geweest=geweest)


def begin_presentie(rijen: Sequence[PvtDeelname], duur: Decimal) -> dict[str, Any]:
    """What is recorded; the hours of who is not recorded yet are those of the whole meeting."""
    return {
        f"{veld}_{rij.pk}": waarde
        for rij in rijen
        for veld, waarde in (
            ("status", rij.status),
            ("uren", rij.uren or duur),
            ("reden", rij.reden),
            ("ondertekend", rij.ondertekend),
        )
    }


_VOORAF = (PvtDeelnameStatus.UITGENODIGD, PvtDeelnameStatus.AFGEMELD)


def _velden(rij: Invulrij, *, geweest: bool) -> dict[str, forms.Field]:
    pk = rij.deelname_id
    keuzes = [s for s in PvtDeelnameStatus if geweest or s in _VOORAF]
    velden: dict[str, forms.Field] = {
        f"status_{pk}": forms.ChoiceField(
            label="Aanwezigheid",
            required=False,
            choices=[(s.value, _LABEL.get(s, s.label)) for s in keuzes],
        )
    }
    if geweest:
        velden[f"uren_{pk}"] = TijdsduurVeld(label="Uren", required=False, help_text="")
    velden[f"reden_{pk}"] = forms.CharField(label="Reden", max_length=200, required=False)
    if rij.kan_tekenen and geweest:
        velden[f"ondertekend_{pk}"] = forms.BooleanField(label="Ondertekend", required=False)
    if rij.kan_tekenen and geweest and rij.vlag is not Vlag.NIET_VRAGEN:
        velden[f"verwijtbaar_{pk}"] = VerwijtbaarVeld()
    return velden


_LABEL = {PvtDeelnameStatus.UITGENODIGD: "Nog niet ingevuld"}


def _regel(rij: Invulrij, waarden: Mapping[str, Any]) -> Presentieregel:
    pk = rij.deelname_id
    status = PvtDeelnameStatus(waarden[f"status_{pk}"])
    er = status == PvtDeelnameStatus.AANWEZIG
    getekend = bool(waarden.get(f"ondertekend_{pk}"))
    return Presentieregel(
        deelname_id=pk,
        status=status,
        uren=waarden.get(f"uren_{pk}") if er else None,
        reden="" if er else waarden.get(f"reden_{pk}", ""),
        ondertekend=getekend,
        verwijtbaar=waarden.get(f"verwijtbaar_{pk}") if getekend else None,
    )


class EldersForm(forms.Form):
    """Signed where this system was not; `verwijtbaar` only when DUO takes it for that day."""

    ondertekend_op = DatumVeld(label="Ondertekend op")
    elders = forms.CharField(
        label="Waar is het vastgelegd",
        max_length=200,
        help_text="Bijvoorbeeld: gemeente Assen, of op papier vóór dit systeem.",
    )
    uren = TijdsduurVeld(
        label="Uren PVT daar",
        help_text="Samen met wat hier al staat ten minste de uren die de wet vraagt.",
    )
    gemeld = GemeldVeld()

    def clean(self) -> dict[str, Any]:
        waarden: dict[str, Any] = super().clean() or self.cleaned_data
        return {"verwijtbaar": None} | waarden


class EldersWijzigenForm(EldersForm):
    reden = forms.CharField(
        label="Reden van de wijziging", max_length=200, help_text="Komt op de tijdlijn."
    )

    @staticmethod
    def begin(rij: Participatieverklaring) -> dict[str, Any]:
        uren = uren_van_elders(rij).first()
        velden = ("ondertekend_op", "elders", "verwijtbaar")
        bekend = {veld: getattr(rij, veld) for veld in velden}
        return bekend | {"uren": uren and uren.uren, "gemeld": rij.elders_gemeld}


def eldersform(*, vraag_verwijt: bool, wijzigen: bool = False) -> type[EldersForm]:
    basis = EldersWijzigenForm if wijzigen else EldersForm
    erbij = {"verwijtbaar": VerwijtbaarVeld()} if vraag_verwijt else {}
    return cast("type[EldersForm]", type(basis.__name__, (basis,), erbij))

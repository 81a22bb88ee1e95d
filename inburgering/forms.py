"""Clean input into typed values. Nothing here writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from inburgering.enums import (
    AfspraakSoort,
    BeeindigReden,
    ContactSoort,
    DocumentSoort,
    Geslacht,
    Gezinsrol,
    Onderdeel,
    OntheffingGrond,
    OntheffingSoort,
    RedenGeenPlicht,
    VerblijfSoort,
    VerblijfsrechtSoort,
    VrijstellingReden,
    VrijstellingSoort,
)
from inburgering.models import Persoon, Plicht, Taak, Verblijf, Verblijfsrecht
from inburgering.models.duo import GEDETAILLEERD
from inburgering.queries.personen import gemeentecode
from inburgering.queries.taken import wie_kan
from inburgering.services.personen import PersoonGegevens
from inburgering.services.plichten import PlichtGegevens, VerblijfGegevens
from inburgering.velden import BSNVeld, DatumVeld, OnzekereDatumVeld, VNummerVeld
from medewerkers.enums import Rol
from medewerkers.models import Medewerker, Partnerorganisatie
from wet.doelgroepen import GedetailleerdeDoelgroep

_GEEN = ("", "– maak een keuze –")


def onbeoordeeld(form: forms.BaseForm, data: QueryDict) -> dict[str, Any]:
    """What was typed, as initial values of this form: shown again without errors."""
    return {
        naam: veld.widget.value_from_datadict(data, {}, form.add_prefix(naam))
        for naam, veld in form.fields.items()
        if not veld.widget.value_omitted_from_data(data, {}, form.add_prefix(naam))
    }


class RedenForm(forms.Form):
    """Why: it stands on the timeline."""

    reden = forms.CharField(label="Reden", max_length=200)


class PersoonForm(forms.Form):
    """Who somebody is. A subclass that asks more names its part in `eigen_deel`."""

    DELEN = {
        "Naam": ("voornamen", "voorvoegsel", "achternaam", "naam_eigen_schrift", "aanspreking"),
        "Gegevens": ("geboortedatum", "geslacht", "nationaliteit", "v_nummer", "bsn"),
        "Taal en bereikbaarheid": ("talen", "tolktaal", "telefoon", "email"),
    }
    eigen_deel = ""

    voornamen = forms.CharField(label="Voornamen", max_length=120, required=False)
    voorvoegsel = forms.CharField(label="Voorvoegsel", max_length=20, required=False)
    achternaam = forms.CharField(
        label="Achternaam",
        max_length=120,
        required=False,
        help_text="Heeft iemand maar één naam? Vul die hier in en laat de voornamen leeg.",
    )
    naam_eigen_schrift = forms.CharField(
        label="Naam in eigen schrift", max_length=200, required=False
    )
    aanspreking = forms.CharField(
        label="Aanspreking in brieven",
        max_length=80,
        required=False,
        help_text="Bijvoorbeeld: mevrouw Tesfay. Leeg: de naam voluit.",
    )
    geslacht = forms.ChoiceField(
        label="Geslacht", choices=Geslacht.choices, initial=Geslacht.ANDERS
    )
    geboortedatum = OnzekereDatumVeld(label="Geboortedatum")
    nationaliteit = forms.CharField(label="Nationaliteit", max_length=60, required=False)
    talen = forms.CharField(
        label="Talen", max_length=200, required=False, help_text="Met komma's ertussen."
    )
    tolktaal = forms.CharField(label="Tolk nodig in", max_length=40, required=False)
    v_nummer = VNummerVeld(required=False)
    bsn = BSNVeld(required=False, help_text="Mag leeg blijven: een BSN komt soms later.")
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)

    def delen(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields in parts, for the page."""
        gewoon = {naam for namen in self.DELEN.values() for naam in namen}
        eigen = tuple(naam for naam in self.fields if naam not in gewoon)
        delen = self.DELEN | ({self.eigen_deel: eigen} if eigen else {})
        return [
            (kop, [self[naam] for naam in namen if naam in self.fields])
            for kop, namen in delen.items()
        ]

    @staticmethod
    def begin(persoon: Persoon | None) -> dict[str, Any]:
        """The values as they are, but for the BSN: that is only shown to who asks for it."""
        if persoon is None:
            return {}
        velden = set(PersoonForm.base_fields) - {"v_nummer", "talen", "bsn"}
        waarden = {veld: getattr(persoon, veld) for veld in velden}
        return waarden | {"v_nummer": persoon.v_nummer or "", "talen": ", ".join(persoon.talen)}

    def gegevens(self) -> PersoonGegevens:
        return self._zonder()

    def _zonder(self, *eigen: str) -> PersoonGegevens:
        """The person's own data, without the fields a subclass adds."""
        waarden = {naam: w for naam, w in self.cleaned_data.items() if naam not in eigen}
        talen = tuple(taal.strip() for taal in waarden.pop("talen").split(",") if taal.strip())
        return PersoonGegevens(**waarden, talen=talen)


class PersoonWijzigenForm(PersoonForm):
    """Somebody who is known. The BSN on record is not in the form: empty leaves it as it is."""

    DELEN = PersoonForm.DELEN | {"Gegevens": (*PersoonForm.DELEN["Gegevens"], "bsn_weg")}

    bsn_weg = forms.BooleanField(label="BSN verwijderen", required=False, initial=False)

    def __init__(self, *args: Any, persoon: Persoon, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not persoon.bsn_bekend:
            del self.fields["bsn_weg"]
            return
        veld = self.fields["bsn"]
        assert isinstance(veld, BSNVeld)
        veld.leeg_betekent = persoon.bsn_afgeschermd
        veld.help_text = f"Nu: {persoon.bsn_afgeschermd}. Leeg laten is niet wijzigen."

    def clean(self) -> dict[str, Any]:
        waarden: dict[str, Any] = super().clean() or self.cleaned_data
        if waarden.get("bsn") and waarden.get("bsn_weg"):
            self.add_error("bsn_weg", "Vul een ander BSN in of verwijder het, niet allebei.")
        return waarden

    def _zonder(self, *eigen: str) -> PersoonGegevens:
        gegevens = super()._zonder("bsn_weg", *eigen)
        laat_staan = not self.cleaned_data.get("bsn_weg")
        return replace(gegevens, bsn=gegevens.bsn or (None if laat_staan else ""))


class NieuwDossierForm(PersoonForm):
    """A gezins- of overige migrant who reports directly, or somebody who moves in."""

    eigen_deel = "Dossier"

    gedetailleerde_doelgroep = forms.ChoiceField(
        label="Doelgroep volgens DUO",
        choices=[_GEEN, *GEDETAILLEERD],
        initial=GedetailleerdeDoelgroep.GEZINSHERENIGER.value,
    )

    def gegevens(self) -> PersoonGegevens:
        return self._zonder("gedetailleerde_doelgroep")

    def groep(self) -> GedetailleerdeDoelgroep:
        return GedetailleerdeDoelgroep(self.cleaned_data["gedetailleerde_doelgroep"])


class PlichtForm(forms.Form):
    gedetailleerde_doelgroep = forms.ChoiceField(
        label="Doelgroep volgens DUO", choices=[_GEEN, *GEDETAILLEERD]
    )
    start_op = DatumVeld(label="Begin van de plicht")
    kennisgeving_op = DatumVeld(
        label="Datum van de kennisgeving",
        required=False,
        help_text="De dagtekening van de brief van DUO. Hiermee begint de termijn van tien weken.",
    )
    eind_op = DatumVeld(label="Einde van de plicht (tot en met)", required=False)
    reden_geen = forms.ChoiceField(
        label="Waarom de plicht eindigde",
        choices=[("", "– niet geëindigd –"), *RedenGeenPlicht.choices],
        required=False,
    )

    @staticmethod
    def begin(plicht: Plicht | None) -> dict[str, Any]:
        if plicht is None:
            return {}
        return {veld: getattr(plicht, veld) for veld in PlichtForm.base_fields}

    def gegevens(self) -> PlichtGegevens:
        waarden = {naam: w for naam, w in self.cleaned_data.items() if naam != "reden"}
        groep = GedetailleerdeDoelgroep(waarden.pop("gedetailleerde_doelgroep"))
        reden = waarden.pop("reden_geen")
        return PlichtGegevens(
            gedetailleerde_doelgroep=groep,
            reden_geen=RedenGeenPlicht(reden) if reden else None,
            **waarden,
        )


class PlichtCorrectieForm(PlichtForm):
    reden = forms.CharField(
        label="Reden van de correctie", max_length=200, help_text="Komt op de tijdlijn."
    )


class VrijstellingForm(forms.Form):
    soort = forms.ChoiceField(
        label="Soort",
        choices=VrijstellingSoort.choices,
        help_text="Een tijdelijke schort het dossier op, een gehele beëindigt het.",
    )
    reden = forms.ChoiceField(
        label="Reden volgens DUO", choices=[_GEEN, *VrijstellingReden.choices], required=False
    )
    onderdelen = forms.MultipleChoiceField(
        label="Examenonderdelen",
        choices=[k for k in Onderdeel.choices if k[0] != Onderdeel.KNM],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Alleen bij een gedeeltelijke vrijstelling.",
    )
    besloten_op = DatumVeld(label="Besluit van DUO op")
    start_op = DatumVeld(label="Vanaf")
    eind_op = DatumVeld(label="Tot en met", required=False)


class OntheffingForm(forms.Form):
    soort = forms.ChoiceField(
        label="Soort",
        choices=OntheffingSoort.choices,
        help_text="Een gehele ontheffing beëindigt het dossier.",
    )
    grond = forms.ChoiceField(label="Grond", choices=OntheffingGrond.choices)
    onderdelen = forms.MultipleChoiceField(
        label="Examenonderdelen",
        choices=Onderdeel.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Alleen bij een gedeeltelijke ontheffing.",
    )
    besloten_op = DatumVeld(label="Besluit van DUO op")


class VerlengenForm(forms.Form):
    """An extension by DUO."""

    eind_op = DatumVeld(label="Nieuwe laatste dag")
    besloten_op = DatumVeld(label="Besluit van DUO op")
    grond = forms.CharField(
        label="Grond", max_length=120, help_text="Zoals DUO die noemt, bijvoorbeeld: ziekte."
    )


class VoltooienForm(forms.Form):
    besloten_op = DatumVeld(label="Besluit van DUO op")


class VerblijfForm(forms.Form):
    soort = forms.ChoiceField(label="Soort verblijf", choices=[_GEEN, *VerblijfSoort.choices])
    straat = forms.CharField(label="Straat", max_length=80, required=False)
    huisnummer = forms.CharField(label="Huisnummer", max_length=12, required=False)
    postcode = forms.CharField(label="Postcode", max_length=7, required=False)
    plaats = forms.CharField(label="Plaats", max_length=80)
    eigen_gemeente = forms.BooleanField(
        label="Dit adres ligt in onze gemeente", required=False, initial=True
    )
    start_op = DatumVeld(label="Vanaf")
    brp_op = DatumVeld(label="Ingeschreven in de BRP op", required=False)
    geheim = forms.BooleanField(
        label="Geheim adres: niet tonen in lijsten en uitvoer", required=False
    )

    def waarden(self, *, was: str = "") -> dict[str, Any]:
        """`was` is the code of the municipality the address had: another one is kept."""
        waarden = {naam: w for naam, w in self.cleaned_data.items() if naam != "reden"}
        eigen, soort = gemeentecode(), VerblijfSoort(waarden.pop("soort"))
        anders = "" if was == eigen else was
        code = eigen if waarden.pop("eigen_gemeente") else anders
        return waarden | {"soort": soort, "gemeentecode": code}


class VerblijfCorrectieForm(VerblijfForm):
    """An address that was recorded, with its end."""

    field_order = (
        "soort",
        "straat",
        "huisnummer",
        "postcode",
        "plaats",
        "eigen_gemeente",
        "start_op",
        "eind_op",
        "brp_op",
    )
    eind_op = DatumVeld(label="Tot en met", required=False)
    reden = forms.CharField(
        label="Reden van de correctie", max_length=200, help_text="Komt op de tijdlijn."
    )

    @staticmethod
    def begin(verblijf: Verblijf) -> dict[str, Any]:
        velden = set(VerblijfCorrectieForm.base_fields) - {"eigen_gemeente", "reden"}
        waarden = {veld: getattr(verblijf, veld) for veld in velden}
        return waarden | {"eigen_gemeente": verblijf.gemeentecode == gemeentecode()}

    def gegevens(self, *, was: str) -> VerblijfGegevens:
        return VerblijfGegevens(**self.waarden(was=was))


class VerblijfsrechtForm(forms.Form):
    soort = forms.ChoiceField(label="Vergunning", choices=VerblijfsrechtSoort.choices)
    start_op = DatumVeld(label="Vanaf")
    eind_op = DatumVeld(label="Tot en met", required=False)

    def waarden(self) -> dict[str, Any]:
        return self.cleaned_data | {"soort": VerblijfsrechtSoort(self.cleaned_data["soort"])}


class VerblijfsrechtCorrectieForm(VerblijfsrechtForm):
    reden = forms.CharField(
        label="Reden van de correctie", max_length=200, help_text="Komt op de tijdlijn."
    )

    @staticmethod
    def begin(recht: Verblijfsrecht) -> dict[str, Any]:
        return {"soort": recht.soort, "start_op": recht.start_op, "eind_op": recht.eind_op}


class GezinslidForm(PersoonForm):
    eigen_deel = "Gezin"
    rol = forms.ChoiceField(label="Rol in het gezin", choices=Gezinsrol.choices)
    start_op = DatumVeld(label="Hoort bij het gezin vanaf")

    def gegevens(self) -> PersoonGegevens:
        return self._zonder("rol", "start_op")

    def als_rol(self) -> Gezinsrol:
        return Gezinsrol(self.cleaned_data["rol"])


class GezinslidWijzigenForm(PersoonWijzigenForm):
    """Somebody of the household: a child, or a partner without a duty."""

    eigen_deel = "Gezin"

    eind_op = DatumVeld(
        label="Hoort bij het gezin tot en met",
        required=False,
        help_text="Alleen als iemand niet meer bij het gezin hoort.",
    )

    def gegevens(self) -> PersoonGegevens:
        return self._zonder("eind_op")


class NotitieForm(forms.Form):
    tekst = forms.CharField(label="Notitie", widget=forms.Textarea)


class ContactForm(forms.Form):
    soort = forms.ChoiceField(label="Soort contact", choices=ContactSoort.choices)
    op = DatumVeld(label="Datum")
    tekst = forms.CharField(label="Wat is besproken", widget=forms.Textarea)


_ELDERS_GEPLAND = (
    AfspraakSoort.DRIEPARTIJENGESPREK,
    AfspraakSoort.INTAKE,
    AfspraakSoort.TOETS,
)


class AfspraakForm(forms.Form):
    """An appointment of one dossier.

    The driepartijengesprek is planned at the handover, a talk of the intake with its interpreter
    and the leerbaarheidstoets with its seat, on the tab Brede intake.
    """

    soort = forms.ChoiceField(
        label="Soort afspraak",
        choices=[
            _GEEN,
            *(keuze for keuze in AfspraakSoort.choices if keuze[0] not in _ELDERS_GEPLAND),
        ],
    )
    datum = DatumVeld(label="Datum")
    tijd = forms.TimeField(
        label="Tijd",
        help_text="Bijvoorbeeld 09:30.",
        error_messages={"invalid": "Schrijf de tijd als uu:mm, bijvoorbeeld 09:30."},
    )
    plaats = forms.CharField(label="Plaats", max_length=120)
    met = forms.CharField(label="Met wie", max_length=200, required=False)
    tolktaal = forms.CharField(label="Tolk in", max_length=40, required=False)

    def clean(self) -> dict[str, Any]:
        waarden: dict[str, Any] = super().clean() or self.cleaned_data
        if waarden.get("datum") and waarden.get("tijd"):
            moment = datetime.combine(waarden["datum"], waarden["tijd"])
            waarden["begint_at"] = timezone.make_aware(moment)
        return waarden


class DocumentForm(forms.Form):
    soort = forms.ChoiceField(label="Soort document", choices=DocumentSoort.choices)
    titel = forms.CharField(label="Titel", max_length=120)
    bestand = forms.FileField(
        label="Bestand", help_text="PDF, afbeelding, Word, Excel of OpenDocument; hooguit 20 MB."
    )


class ToewijzenForm(forms.Form):
    consulent = forms.ModelChoiceField(
        label="Consulent", queryset=Medewerker.objects.none(), empty_label=_GEEN[1]
    )
    reden = forms.CharField(label="Reden", max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["consulent"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = (
            Medewerker.objects.actief()
            .filter(groups__name__in=[Rol.CONSULENT, Rol.TEAMLEIDER])
            .distinct()
        )


class PartnerForm(forms.Form):
    partner = forms.ModelChoiceField(
        label="Partner",
        queryset=Partnerorganisatie.objects.all(),
        required=False,
        empty_label="Geen partner",
    )


class BeeindigenForm(forms.Form):
    reden = forms.ChoiceField(
        label="Reden",
        choices=[_GEEN, *(k for k in BeeindigReden.choices if k[0] != BeeindigReden.SAMENGEVOEGD)],
    )
    op = DatumVeld(label="Beëindigd op")
    toelichting = forms.CharField(label="Toelichting", max_length=200, required=False)


class SluitenForm(forms.Form):
    medewerkers = forms.ModelMultipleChoiceField(
        label="Wie ziet dit dossier nog",
        queryset=Medewerker.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Noem ten minste een collega die het dossier wel ziet."},
    )
    reden = forms.CharField(label="Reden", max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["medewerkers"]
        assert isinstance(veld, forms.ModelMultipleChoiceField)
        veld.queryset = (
            Medewerker.objects.actief()
            .filter(groups__name__in=[Rol.CONSULENT, Rol.TEAMLEIDER, Rol.ADMINISTRATIE, Rol.OOV])
            .distinct()
        )


class SamenvoegenForm(forms.Form):
    dossiernummer = forms.CharField(
        label="Dossiernummer dat verdwijnt",
        max_length=12,
        help_text="Alles uit dat dossier komt in dit dossier. Het andere dossier eindigt.",
    )
    reden = forms.CharField(label="Reden", max_length=200)


class TaakForm(forms.Form):
    titel = forms.CharField(label="Wat moet er gebeuren", max_length=120)
    uiterlijk_op = DatumVeld(label="Uiterlijk op", required=False)


class TaakGevenForm(forms.Form):
    aan = forms.ModelChoiceField(
        label="Aan wie",
        queryset=Medewerker.objects.none(),
        empty_label="Niemand: terug naar de lijst",
        required=False,
    )
    notitie = forms.CharField(label="Notitie", max_length=300, required=False)

    def __init__(self, *args: Any, taak: Taak, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["aan"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = wie_kan(taak)

"""The plan as a consulent fills it in, and the acts on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from inburgering.enums import Onderdeel
from inburgering.models.duo import LEERROUTES, NIVEAUS
from inburgering.velden import DatumVeld
from leerroutes.enums import Beperking
from pip_plans.enums import WISSEL, Aanleiding, TeLaatOorzaak, Voortgangsreden
from pip_plans.inhoud import MINDER_LESSEN
from pip_plans.models import ALFABETISERING, OPNAMES, UITZONDERINGEN, Pip, TeLaat, inhoud_van
from pip_plans.policies.wisselen import Afschaling, Schakeling
from wet.leerroutes import Examenonderdeel, Leerroute, Niveau, Uitzondering
from wet.normen import NORMEN
from wet.pip import VERPLICHT_IN_PIP, Opname

_KIES = ("", "– maak een keuze –")
_WENSEN = [
    (Opname.OPGENOMEN.value, "Ja, wil examen doen"),
    (Opname.NIET_VAN_TOEPASSING.value, "Nee"),
]
_UREN_HOOGSTENS = 9999
TEKST_HOOGSTENS = 20_000
REDEN_HOOGSTENS = 4_000


def _uren(label: str, help_text: str = "", hoogstens: int = _UREN_HOOGSTENS) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=hoogstens, required=False, help_text=help_text
    )


def _tekst(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.Textarea,
        required=False,
        max_length=TEKST_HOOGSTENS,
        help_text=help_text,
    )


def _keuze(label: str, keuzes: list[tuple[str, str]], help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[_KIES, *keuzes], required=False, help_text=help_text
    )


def _minimum(naam: str) -> str:
    """The legal minimum as a hint, from the newest row of the norm."""
    return f"De wet vraagt ten minste {NORMEN[naam][-1].aantal} uur."


def _onderdelen() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label="Welke onderdelen op A2",
        choices=[(deel.value, str(Onderdeel(deel.value).label)) for deel in Examenonderdeel],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Alleen bij niveau A2 in de B1-route.",
    )


def _bij_a2(waarden: dict[str, Any]) -> list[str]:
    """At A2 in the B1-route it must be said which parts; elsewhere there are none."""
    delen: list[str] = waarden["afgeschaald"]
    if waarden.get("leerroute") is not Leerroute.B or waarden.get("niveau") is not Niveau.A2:
        return []
    if not delen:
        raise forms.ValidationError("Kies welke onderdelen in dat plan op A2 staan.")
    return delen


class PipForm(forms.Form):
    """Nothing is required: a concept may be half. What is missing is said before vaststellen."""

    aanduidingen: ClassVar[dict[str, str]] = {
        deel.onderdeel: "nodig voor vaststellen"
        for deel in VERPLICHT_IN_PIP
        if deel.onderdeel
        not in ("niveau", "afwijking", "vve_tekst", "participatie_uren", *MINDER_LESSEN)
    }

    leerroute = _keuze("Leerroute", LEERROUTES)
    niveau = forms.ChoiceField(
        label="Taalniveau",
        choices=[("", "Zoals bij de leerroute hoort"), *NIVEAUS],
        required=False,
        help_text="In de B1-route komen onderdelen op A2 met ‘Afschalen’ op het tabblad PIP.",
    )
    motivering = _tekst(
        "Waarom deze leerroute",
        "Komt in het besluit. Noem wat de intake en de leerbaarheidstoets lieten zien.",
    )
    afwijking = _tekst(
        "Waarom anders dan het advies",
        "Alleen als u een andere leerroute kiest dan het advies. Komt in het besluit.",
    )
    zienswijze = _tekst(
        "Wat deze persoon van het plan vindt", "Schrijf het aan de persoon: ‘U zei dat …’."
    )
    doel = _tekst("Waar deze persoon naartoe werkt")
    omstandigheden = _tekst(
        "Persoonlijke omstandigheden",
        "Alleen wat voor het plan nodig is. Gezondheid hoort hier niet, behalve als het plan "
        "erop rust.",
    )
    leerroute_uren = _uren(
        "Uren van de leerroute",
        "Taal en KNM samen. Alleen voor asielstatushouders staat dit in het besluit.",
    )
    uren_per_week = _uren("Lesuren per week", hoogstens=60)
    aftrek_uren = _uren(
        "Uren die al meetellen (Z-route)",
        "Lessen bij een school met keurmerk uit een eerdere B1- of onderwijsroute.",
    )
    beperking = _keuze(
        "Door welke beperking",
        Beperking.choices,
        "Alleen met een revalidatietraject. Laat leeg als dit niet speelt.",
    )
    cursusnorm = forms.IntegerField(
        label="Hoeveel uren les dan",
        min_value=1,
        max_value=_UREN_HOOGSTENS,
        required=False,
        help_text=f"In plaats van {NORMEN['z_cursusuren'][-1].aantal} uur. De uren hierboven zijn "
        "dan ten minste dit aantal, min de uren die al meetellen.",
    )
    overgeslagen = forms.MultipleChoiceField(
        label="Vaardigheden zonder lessen",
        choices=[(deel.value, str(Onderdeel(deel.value).label)) for deel in Examenonderdeel],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    beperking_tekst = _tekst(
        "Waarom minder lessen",
        "Komt in het besluit. Noem het revalidatietraject, en niet meer over de gezondheid dan "
        "nodig is.",
    )
    alfabetisering = _keuze("Alfabetisering", ALFABETISERING)
    opleiding_afmaken = forms.BooleanField(
        label="Mag een opleiding eerst afmaken",
        required=False,
        help_text="Een opleiding die niet vrijstelt, zoals entree of praktijkonderwijs.",
    )
    examenwens_z = _keuze("Wil examen doen (alleen Z-route)", _WENSEN)
    pvt_uren = _uren("Uren PVT", _minimum("pvt_uren"))
    map_uren = _uren(
        "Praktijkuren MAP", f"{_minimum('map_praktijkuren')} Niet bij de onderwijsroute."
    )
    participatie_uren = _uren(
        "Uren participatie (Z-route)",
        f"{_minimum('z_participatieuren')} Alleen voor asielstatushouders; PVT en MAP tellen mee.",
    )
    participatie = _tekst("Meedoen: werk, stage of vrijwilligerswerk")
    voortgangsgesprekken = forms.IntegerField(
        label="Aantal voortgangsgesprekken", min_value=0, max_value=99, required=False
    )
    gesprek_weken = forms.IntegerField(
        label="Weken tussen twee gesprekken", min_value=1, max_value=104, required=False
    )
    begeleiding = _tekst("Begeleiding en ondersteuning")
    maatschappelijke_begeleiding = _tekst(
        "Maatschappelijke begeleiding", "Alleen voor asielstatushouders."
    )
    ontzorgen = _tekst(
        "Afspraken over ontzorgen",
        "Alleen als de gemeente zes maanden de vaste lasten betaalt.",
    )
    wmo = _tekst("Ondersteuning vanuit de Wmo", "Laat leeg als dit niet speelt.")
    vve = _keuze("Afspraken over VVE van de kinderen", OPNAMES)
    vve_tekst = _tekst("Welke afspraken over VVE")
    participatiewet = _keuze("Besluiten op grond van de Participatiewet", OPNAMES)
    participatiewet_tekst = _tekst(
        "Uitleg bij die besluiten", "De besluiten zelf voegt u daarna toe als bijlage (PDF)."
    )
    aanleiding = forms.ChoiceField(
        label="Aanleiding van deze versie",
        choices=[keuze for keuze in Aanleiding.choices if keuze[0] not in WISSEL],
        required=False,
    )
    aanleiding_tekst = _tekst(
        "Wat er is veranderd", "Komt in de brief boven de verschillen met het vorige plan."
    )

    @staticmethod
    def begin(pip: Pip | None) -> dict[str, Any]:
        return inhoud_van(pip) if pip else {}

    def clean_aanleiding(self) -> str:
        return self.cleaned_data["aanleiding"] or Aanleiding.EERSTE.value


class VaststellenForm(forms.Form):
    """The confirmation; a reason is asked when DUO would not take the plan, a cause when late."""

    duo_reden = forms.CharField(
        label="Reden om toch vast te stellen",
        max_length=200,
        required=False,
        help_text="Nodig als DUO het plan zo niet aanneemt.",
    )
    te_laat_oorzaak = forms.ChoiceField(
        label="Waardoor werd het later dan tien weken",
        choices=[_KIES, *TeLaatOorzaak.choices],
        required=False,
    )
    te_laat_tekst = forms.CharField(
        label="Toelichting", max_length=300, required=False, help_text="Nodig bij ‘Anders’."
    )

    @property
    def te_laat(self) -> TeLaat | None:
        oorzaak = self.cleaned_data["te_laat_oorzaak"]
        if not oorzaak:
            return None
        return TeLaat(
            oorzaak=TeLaatOorzaak(oorzaak), tekst=self.cleaned_data["te_laat_tekst"].strip()
        )


class IntrekkenForm(forms.Form):
    reden = forms.CharField(
        label="Waarom trekt u het plan in",
        widget=forms.Textarea,
        max_length=REDEN_HOOGSTENS,
        help_text="Dit is de motivering van het besluit en staat in de brief. "
        "Schrijf het aan de persoon.",
        error_messages={"required": "Schrijf op waarom u het plan intrekt."},
    )


class BijlageForm(forms.Form):
    titel = forms.CharField(
        label="Titel",
        max_length=120,
        help_text="Zo staat het in de brief, bijvoorbeeld: Besluit bijstand van 3 maart 2026.",
    )
    bestand = forms.FileField(label="PDF-bestand")


class VorigPipForm(forms.Form):
    gemeente = forms.CharField(label="Gemeente die het PIP maakte", max_length=80)
    dagtekening = DatumVeld(label="Dagtekening van dat PIP")
    dagtekening_initieel = DatumVeld(
        label="Dagtekening van het eerste PIP",
        help_text="Vaak dezelfde dag. De drie jaar tellen vanaf de dag na het eerste PIP.",
    )
    leerroute = forms.ChoiceField(label="Leerroute", choices=[_KIES, *LEERROUTES])
    niveau = forms.ChoiceField(
        label="Taalniveau", choices=[("", "Niet genoemd"), *NIVEAUS], required=False
    )
    laatste_dag = DatumVeld(
        label="Laatste dag van de inburgeringstermijn volgens DUO",
        required=False,
        help_text="Tot en met deze dag. Leeg: wij rekenen hem uit.",
    )

    afgeschaald = _onderdelen()

    @staticmethod
    def begin(rij: Any) -> dict[str, Any]:
        if rij is None:
            return {}
        return {veld: getattr(rij, veld) for veld in VorigPipForm.base_fields}

    def clean_afgeschaald(self) -> list[str]:
        return _bij_a2(self.cleaned_data)

    def clean_leerroute(self) -> Leerroute:
        return Leerroute(self.cleaned_data["leerroute"])

    def clean_niveau(self) -> Niveau | None:
        niveau = self.cleaned_data["niveau"]
        return Niveau(niveau) if niveau else None


class PapierForm(forms.Form):
    """A plan that was signed on paper, for example on a day without this system."""

    pip_op = DatumVeld(label="Dagtekening", help_text="De dag waarop het is ondertekend.")
    leerroute = forms.ChoiceField(label="Leerroute", choices=[_KIES, *LEERROUTES])
    niveau = forms.ChoiceField(
        label="Taalniveau", choices=[("", "Zoals bij de leerroute hoort"), *NIVEAUS], required=False
    )
    afgeschaald = _onderdelen()
    leerroute_uren = _uren("Uren van de leerroute")
    begeleiding = _tekst("Begeleiding en ondersteuning")
    bekendgemaakt_op = DatumVeld(
        label="Uitgereikt of verzonden op",
        required=False,
        help_text="Leeg als dat nog moet gebeuren.",
    )
    reden = forms.CharField(
        label="Waarom op papier",
        max_length=200,
        error_messages={"required": "Schrijf op waarom het plan op papier is ondertekend."},
    )

    clean_leerroute = VorigPipForm.clean_leerroute
    clean_niveau = VorigPipForm.clean_niveau
    clean_afgeschaald = VorigPipForm.clean_afgeschaald


def schakelform(routes: Sequence[Leerroute]) -> type[forms.Form]:
    """A form with only the routes one can go to."""
    keuzes = [(route.value, route.label) for route in routes]

    class SchakelForm(_Schakelvelden):
        naar = forms.ChoiceField(label="Naar welke leerroute", choices=[_KIES, *keuzes])
        field_order = ("naar",)

    return SchakelForm


class _Schakelvelden(forms.Form):
    voortgang = forms.ChoiceField(
        label="Hoe is de voortgang", choices=[_KIES, *Voortgangsreden.choices]
    )
    uitzondering = forms.ChoiceField(
        label="Uitzondering na anderhalf jaar",
        choices=[("", "Geen uitzondering nodig"), *UITZONDERINGEN],
        required=False,
    )
    motivering = forms.CharField(
        label="Waarom deze leerroute",
        widget=forms.Textarea,
        max_length=TEKST_HOOGSTENS,
        help_text="Komt in het besluit. Schrijf het aan de persoon.",
        error_messages={"required": "Schrijf op waarom: dat komt in het besluit."},
    )

    @property
    def wens(self) -> Schakeling:
        waarden = self.cleaned_data
        uitzondering = waarden["uitzondering"] or Uitzondering.GEEN.value
        return Schakeling(
            naar=Leerroute(waarden["naar"]),
            voortgang=Voortgangsreden(waarden["voortgang"]),
            uitzondering=Uitzondering(uitzondering),
            motivering=waarden["motivering"],
        )


_JA_NEE = [_KIES, ("ja", "Ja"), ("nee", "Nee")]


class AfschaalForm(forms.Form):
    onderdelen = forms.MultipleChoiceField(
        label="Welke onderdelen op A2",
        choices=[(deel.value, str(Onderdeel(deel.value).label)) for deel in Examenonderdeel],
        widget=forms.CheckboxSelectMultiple,
        help_text="Alle onderdelen die straks op A2 staan. KNM heeft geen niveau.",
    )
    inspanning = forms.ChoiceField(label="Genoeg inspanning", choices=_JA_NEE)
    b1_haalbaar = forms.ChoiceField(label="Is B1 binnen de termijn nog haalbaar", choices=_JA_NEE)
    motivering = forms.CharField(
        label="Waarom afschalen",
        widget=forms.Textarea,
        max_length=TEKST_HOOGSTENS,
        help_text="Komt in het besluit. Schrijf het aan de persoon.",
        error_messages={"required": "Schrijf op waarom: dat komt in het besluit."},
    )

    @property
    def wens(self) -> Afschaling:
        waarden = self.cleaned_data
        return Afschaling(
            onderdelen=tuple(Examenonderdeel(code) for code in waarden["onderdelen"]),
            inspanning_genoeg=waarden["inspanning"] == "ja",
            b1_haalbaar=waarden["b1_haalbaar"] == "ja",
            motivering=waarden["motivering"],
        )

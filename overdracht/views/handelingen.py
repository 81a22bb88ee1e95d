"""The acts on a handover: each a page with one form, or one button."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from inburgering.datums import lokale_datum
from inburgering.forms import RedenForm
from inburgering.geweigerd import Geweigerd
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from overdracht.forms import handelingen as forms
from overdracht.forms.huishouden import OverdrachtForm, OverdrachtWijzigenForm
from overdracht.models import Woning
from overdracht.services import gesprek, huisvesting, overdrachten
from overdracht.views.formulier import met_formulier, overdracht_of_404

_BEWERK = require_http_methods(["GET", "POST"])
_INTREKKEN = (
    "De dossiers van dit gezin worden beëindigd; ze blijven te lezen.",
    "De taken verdwijnen en een gepland gesprek wordt afgezegd.",
    "Een toegewezen woning is weer vrij voor een ander gezin.",
    "Het gezin telt niet meer in de prognose van de taakstelling.",
)


@require_POST
@vereist(Recht.OVERDRACHT_BEHEREN)
def verwerken(request: Verzoek, overdracht_id: int) -> HttpResponse:
    rij = overdracht_of_404(request, overdracht_id)
    try:
        overdrachten.verwerken(overdracht_id=rij.pk, door=request.user, nu=request.nu)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    else:
        messages.success(request, "Verwerkt. De consulent kan nu het gesprek plannen.")
    return redirect("overdracht-tonen", rij.pk)


@require_POST
@vereist(Recht.OVERDRACHT_BEHEREN, Recht.GESPREK_VASTLEGGEN)
def afronden(request: Verzoek, overdracht_id: int) -> HttpResponse:
    rij = overdracht_of_404(request, overdracht_id)
    try:
        overdrachten.afronden(overdracht_id=rij.pk, door=request.user, nu=request.nu)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    else:
        messages.success(request, "De overdracht is afgerond.")
    return redirect("overdracht-tonen", rij.pk)


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def wijzigen(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        OverdrachtWijzigenForm,
        titel="Gegevens wijzigen",
        doe=overdrachten.overdracht_wijzigen,
        klaar="De gegevens zijn opgeslagen.",
        begin=OverdrachtForm.begin,
        met_versie=True,
    )


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def intrekken(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        forms.IntrekkenForm,
        titel="Overdracht intrekken",
        uitleg="Dit gezin komt hier niet wonen.",
        doe=overdrachten.intrekken,
        klaar="De overdracht is ingetrokken en de dossiers zijn beëindigd.",
        gevolgen=_INTREKKEN,
    )


@_BEWERK
@vereist(Recht.GESPREK_VASTLEGGEN)
def gesprek_plannen(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        forms.GesprekPlannenForm,
        titel="Gesprek plannen",
        uitleg="Het gesprek met het COA en het gezin. Het komt op elk dossier van het gezin.",
        doe=gesprek.gesprek_plannen,
        klaar="Het driepartijengesprek staat gepland.",
        begin=lambda rij: {"plaats": rij.azc, "met": rij.contact_coa},
    )


@_BEWERK
@vereist(Recht.GESPREK_VASTLEGGEN)
def gesprek_houden(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        forms.GesprekHoudenForm,
        titel="Verslag vastleggen",
        uitleg="Hiermee begint voor iedereen met een dossier de brede intake (schakel 3).",
        doe=gesprek.gesprek_houden,
        klaar="Het driepartijengesprek is vastgelegd. Schakel 3 is open.",
        begin=lambda rij: {"op": lokale_datum(rij.gesprek.begint_at)} if rij.gesprek else {},
    )


@_BEWERK
@vereist(Recht.GESPREK_VASTLEGGEN)
def gesprek_vervangen(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        forms.GesprekVervangenForm,
        titel="Gesprek vervangen",
        uitleg="Kan het gesprek in het AZC niet? Dan telt contact met het COA als het gesprek.",
        doe=gesprek.gesprek_vervangen,
        klaar="Het driepartijengesprek is vervangen. Schakel 3 is open.",
    )


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def woning_toewijzen(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        forms.WoningToewijzenForm,
        titel="Andere woning toewijzen",
        uitleg="Een woning die nog niet op de lijst staat. Hij komt daar ook op.",
        doe=huisvesting.woning_toewijzen,
        klaar="De woning is toegewezen.",
    )


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def vrije_woning_toewijzen(request: Verzoek, overdracht_id: int, woning_id: int) -> HttpResponse:
    woning = get_object_or_404(Woning, pk=woning_id)
    return met_formulier(
        request,
        overdracht_id,
        forms.VrijeWoningToewijzenForm,
        titel="Woning toewijzen",
        uitleg=woning.adres,
        doe=partial(huisvesting.woning_toewijzen, woning_id=woning.pk),
        klaar="De woning is toegewezen.",
        begin=lambda rij: {"op": lokale_datum(request.nu)},
    )


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def bij_referent(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        forms.BijReferentForm,
        titel="Bij de familie gaan wonen",
        uitleg="Er hoeft geen woning te worden gezocht. Daarna legt u de verhuizing vast.",
        doe=huisvesting.bij_referent_wonen,
        klaar="Vastgelegd: zij gaan bij de familie wonen.",
    )


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def woning_intrekken(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        RedenForm,
        titel="Woning gaat niet door",
        uitleg="Bijvoorbeeld omdat de corporatie de woning intrekt.",
        doe=huisvesting.woning_intrekken,
        klaar="Vastgelegd. Er wordt weer een woning gezocht.",
    )


@_BEWERK
@vereist(Recht.GESPREK_VASTLEGGEN)
def woning_bezichtigen(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        forms.BezichtigenForm,
        titel="Bezichtiging vastleggen",
        uitleg="Op de dag van de bezichtiging spreken het gezin, de consulent en De Schans elkaar.",
        doe=huisvesting.woning_bezichtigen,
        klaar="De bezichtiging is vastgelegd.",
    )


@_BEWERK
@vereist(Recht.GESPREK_VASTLEGGEN, Recht.OVERDRACHT_BEHEREN)
def woning_accepteren(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        forms.AccepterenForm,
        titel="Woning accepteren",
        doe=huisvesting.woning_accepteren,
        klaar="De woning is geaccepteerd.",
    )


@_BEWERK
@vereist(Recht.GESPREK_VASTLEGGEN, Recht.OVERDRACHT_BEHEREN)
def woning_weigeren(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        forms.WeigerenForm,
        titel="Woning weigeren",
        uitleg=(
            "De geweigerde woning blijft hier te zien en is weer vrij voor een ander gezin. "
            "OOV meldt de weigering bij het COA en zoekt een nieuwe woning."
        ),
        doe=huisvesting.woning_weigeren,
        klaar="De weigering is vastgelegd. Er wordt weer een woning gezocht.",
    )


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def verhuizen(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        forms.VerhuizenForm,
        titel="Verhuizing vastleggen",
        uitleg="Het nieuwe adres komt vanaf deze dag bij iedereen in het gezin.",
        doe=huisvesting.verhuizen,
        klaar="De verhuizing is vastgelegd. De consulent regelt de inschrijving in de BRP.",
    )


@_BEWERK
@vereist(Recht.GESPREK_VASTLEGGEN)
def inschrijven(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        forms.InschrijvenForm,
        titel="Inschrijving BRP vastleggen",
        uitleg=(
            "De datum geldt voor iedereen in het gezin. Is de kennisgeving van DUO bekend, dan "
            "beginnen hiermee de tien weken voor het PIP."
        ),
        doe=huisvesting.inschrijven,
        klaar="De inschrijving in de BRP is vastgelegd.",
    )

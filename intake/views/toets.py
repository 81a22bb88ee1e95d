"""The leerbaarheidstoets of one person: planned, called off, recorded, skipped."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from intake.forms.toets import ExamennummerForm, OntheffenForm, UitslagForm, planform
from intake.models import GrondGeenToets, Leerbaarheidstoets, ToetsUitslag
from intake.queries.toetsmomenten import vrije_momenten
from intake.services import toets as services
from intake.services import toetsplek
from intake.services.toetsbrief import uitnodiging_maken
from intake.views.formulier import BEWERK, formulier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


def _toets(request: Verzoek, dossier: Inburgeraar) -> Leerbaarheidstoets:
    return get_object_or_404(
        Leerbaarheidstoets.objects.zichtbaar_voor(request.user), inburgeraar=dossier
    )


def _met_formulier(
    request: Verzoek,
    nummer: str,
    form: Any,
    doe: Any,
    *,
    titel: str,
    klaar: str,
    **pagina: Any,
) -> HttpResponse:
    """A page with one form on somebody's test; `doe` is the service, called with what it gives."""
    dossier = open_dossier(request, nummer, titel)
    rij = _toets(request, dossier)

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        waarden = ingevuld.cleaned_data
        doe(toets_id=rij.pk, versie=versie, door=request.user, nu=request.nu, **waarden)
        messages.success(request, klaar)
        return redirect("intake", nummer)

    return formulier(request, dossier, form, opslaan, rij=rij, pagina={"titel": titel, **pagina})


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def toets(request: Verzoek, nummer: str) -> HttpResponse:
    """The result of the leerbaarheidstoets, new or put right."""
    dossier = open_dossier(request, nummer, "Leerbaarheidstoets")
    rij = _toets(request, dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        waarden = form.cleaned_data | {"uitslag": ToetsUitslag(form.cleaned_data["uitslag"])}
        services.toets_uitslag_vastleggen(
            toets_id=rij.pk, versie=versie, **waarden, door=request.user, nu=request.nu
        )
        messages.success(request, "De uitslag is vastgelegd.")
        return redirect("intake", nummer)

    return formulier(
        request,
        dossier,
        UitslagForm,
        opslaan,
        rij=rij,
        template="intake/toets.html",
        pagina={"toets": rij},
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def examennummer(request: Verzoek, nummer: str) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        ExamennummerForm,
        services.examennummer_vastleggen,
        titel="Examennummer van de leerbaarheidstoets",
        klaar="Het examennummer is vastgelegd.",
        uitleg="DUO geeft dit nummer als u iemand aanmeldt voor de toets.",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def plannen(request: Verzoek, nummer: str) -> HttpResponse:
    """Choose a moment with room, the first time or another one."""
    dossier = open_dossier(request, nummer, "Leerbaarheidstoets plannen")
    rij = _toets(request, dossier)
    momenten = vrije_momenten(nu=request.nu, behalve=rij.moment_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        toetsplek.toets_plannen(
            toets_id=rij.pk,
            versie=versie,
            moment_id=form.cleaned_data["moment"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De toets is gepland. Maak nu de uitnodiging.")
        return redirect("intake", nummer)

    pagina = {"toets": rij, "momenten": momenten}
    return formulier(
        request,
        dossier,
        planform(momenten),
        opslaan,
        rij=rij,
        template="intake/toets_plannen.html",
        pagina=pagina,
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def afmelden(request: Verzoek, nummer: str) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        RedenForm,
        toetsplek.toets_afmelden,
        titel="Afmelden voor de leerbaarheidstoets",
        klaar="De afmelding is vastgelegd. De plaats is weer vrij.",
        uitleg="De plaats komt vrij. De toets moet daarna opnieuw worden gepland.",
        knop="Afmelden",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def niet_gekomen(request: Verzoek, nummer: str) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        RedenForm,
        toetsplek.toets_niet_gekomen,
        titel="Niet gekomen naar de leerbaarheidstoets",
        klaar="Vastgelegd: niet gekomen. Plan de toets opnieuw, of stuur een oproep.",
        uitleg="Schrijf op wat u weet van de reden. De toets moet daarna opnieuw worden gepland.",
        knop="Vastleggen",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def ontheffen(request: Verzoek, nummer: str) -> HttpResponse:
    def doe(*, grond: str, **waarden: Any) -> None:
        services.toets_ontheffen(grond=GrondGeenToets(grond), **waarden)

    return _met_formulier(
        request,
        nummer,
        OntheffenForm,
        doe,
        titel="Leerbaarheidstoets niet nodig",
        klaar="Vastgelegd: de leerbaarheidstoets hoeft niet.",
        uitleg="Dit mag alleen om een reden die de wet noemt. DUO hoort dat de toets vervalt.",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def toch_afnemen(request: Verzoek, nummer: str) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        RedenForm,
        services.toets_toch_afnemen,
        titel="Leerbaarheidstoets toch afnemen",
        klaar="De leerbaarheidstoets staat weer op ‘nog te doen’.",
        knop="Toch afnemen",
    )


@require_POST
@vereist(Recht.INTAKE_DOEN)
def uitnodiging(request: Verzoek, nummer: str) -> HttpResponse:
    """Make the letter for the appointment as it stands."""
    dossier = open_dossier(request, nummer, "Uitnodiging leerbaarheidstoets")
    try:
        uitnodiging_maken(toets_id=_toets(request, dossier).pk, door=request.user, nu=request.nu)
        messages.success(request, "De uitnodiging is gemaakt. Leg vast wanneer u die verstuurt.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect("intake", nummer)

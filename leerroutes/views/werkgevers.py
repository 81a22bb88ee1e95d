"""Employers and their vacancies: the list, one employer, and the acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from inburgering.forms import RedenForm
from inburgering.geweigerd import Geweigerd
from leerroutes.forms.plekken import (
    VacatureForm,
    WerkgeverForm,
    WerkgeverStoppenForm,
    ZoekForm,
)
from leerroutes.models import Vacature, Werkgever
from leerroutes.queries.werkgevers import werkgeverlijst, werkgeverpagina
from leerroutes.services import werkgevers as services
from leerroutes.views.losformulier import los_formulier
from leerroutes.views.pagina import BEWERK
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_GET
@vereist(Recht.PARTICIPATIE)
def overzicht(request: Verzoek) -> HttpResponse:
    form = ZoekForm(request.GET)
    form.is_valid()  # what cannot be searched for is left out, not an error page
    keuze = {naam: form.cleaned_data.get(naam, "") for naam in ("zoek", "gestopt")}
    keuze = {naam: waarde for naam, waarde in keuze.items() if waarde}
    lijst = werkgeverlijst(na=request.GET.get("na", "")[:120], **keuze)
    volgende = f"?{urlencode(keuze | {'na': lijst.volgende})}" if lijst.volgende else ""
    context = {"lijst": lijst, "form": form, "gefilterd": bool(keuze), "volgende": volgende}
    return render(request, "leerroutes/participatie/werkgevers.html", context)


@require_GET
@vereist(Recht.PARTICIPATIE)
def tonen(request: Verzoek, werkgever_id: int) -> HttpResponse:
    werkgever = get_object_or_404(Werkgever, pk=werkgever_id)
    pagina = werkgeverpagina(werkgever, voor=request.user)
    return render(request, "leerroutes/participatie/werkgever.html", {"pagina": pagina})


@BEWERK
@vereist(Recht.PARTICIPATIE)
def nieuw(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        werkgever = services.werkgever_toevoegen(
            gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        return _klaar(request, werkgever.pk, "De werkgever staat op de lijst.")

    return los_formulier(
        request,
        WerkgeverForm,
        opslaan,
        titel="Werkgever toevoegen",
        terug="participatie-werkgevers",
        terug_tekst="Werkgevers",
    )


@BEWERK
@vereist(Recht.PARTICIPATIE)
def wijzigen(request: Verzoek, werkgever_id: int) -> HttpResponse:
    werkgever = get_object_or_404(Werkgever, pk=werkgever_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.werkgever_wijzigen(
            werkgever_id=werkgever.pk,
            versie=versie,
            gegevens=form.gegevens(),
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, werkgever.pk, "De werkgever is gewijzigd.")

    return los_formulier(
        request,
        WerkgeverForm,
        opslaan,
        rij=werkgever,
        titel="Werkgever wijzigen",
        **_terug_naar(werkgever),
    )


@BEWERK
@vereist(Recht.PARTICIPATIE)
def stoppen(request: Verzoek, werkgever_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        werkgever_id,
        WerkgeverStoppenForm,
        services.werkgever_stoppen,
        "De werkgever is gestopt.",
        titel="Werkgever stopt",
        uitleg="Hier gaat dan niemand meer aan het werk. Wat er was, blijft te zien.",
    )


@BEWERK
@vereist(Recht.PARTICIPATIE)
def hervatten(request: Verzoek, werkgever_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        werkgever_id,
        RedenForm,
        services.werkgever_hervatten,
        "De werkgever is weer actief.",
        titel="Werkgever weer actief",
        uitleg="De vacatures van vóór het stoppen blijven gesloten.",
    )


def _met_formulier(
    request: Verzoek,
    werkgever_id: int,
    form: Any,
    doe: Callable[..., Any],
    klaar: str,
    **pagina: str,
) -> HttpResponse:
    """A page with one form on an employer; `doe` is the service, called with what it gives."""
    werkgever = get_object_or_404(Werkgever, pk=werkgever_id)
    wie: dict[str, Any] = {"door": request.user, "nu": request.nu}

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        doe(werkgever_id=werkgever.pk, versie=versie, **ingevuld.cleaned_data, **wie)
        return _klaar(request, werkgever.pk, klaar)

    return los_formulier(request, form, opslaan, rij=werkgever, **_terug_naar(werkgever), **pagina)


# --- Vacancies -----------------------------------------------------------------------------------
@BEWERK
@vereist(Recht.PARTICIPATIE)
def vacature_openen(request: Verzoek, werkgever_id: int) -> HttpResponse:
    werkgever = get_object_or_404(Werkgever, pk=werkgever_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.vacature_openen(
            werkgever_id=werkgever.pk, gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        return _klaar(request, werkgever.pk, "De vacature is open.")

    return los_formulier(
        request, VacatureForm, opslaan, titel="Vacature openen", **_terug_naar(werkgever)
    )


@BEWERK
@vereist(Recht.PARTICIPATIE)
def vacature_wijzigen(request: Verzoek, vacature_id: int) -> HttpResponse:
    vacature = get_object_or_404(Vacature.objects.select_related("werkgever"), pk=vacature_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.vacature_wijzigen(
            vacature_id=vacature.pk,
            versie=versie,
            gegevens=form.gegevens(),
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, vacature.werkgever_id, "De vacature is gewijzigd.")

    return los_formulier(
        request,
        VacatureForm,
        opslaan,
        rij=vacature,
        titel="Vacature wijzigen",
        **_terug_naar(vacature.werkgever),
    )


@require_POST
@vereist(Recht.PARTICIPATIE)
def vacature_vervullen(request: Verzoek, vacature_id: int) -> HttpResponse:
    return _met_een_knop(
        request, vacature_id, services.vacature_vervullen, "De vacature is vervuld."
    )


@require_POST
@vereist(Recht.PARTICIPATIE)
def vacature_laten_vervallen(request: Verzoek, vacature_id: int) -> HttpResponse:
    return _met_een_knop(
        request, vacature_id, services.vacature_laten_vervallen, "De vacature is vervallen."
    )


@require_POST
@vereist(Recht.PARTICIPATIE)
def vacature_heropenen(request: Verzoek, vacature_id: int) -> HttpResponse:
    return _met_een_knop(
        request, vacature_id, services.vacature_heropenen, "De vacature is weer open."
    )


def _met_een_knop(
    request: Verzoek, vacature_id: int, doe: Callable[..., Any], klaar: str
) -> HttpResponse:
    vacature = get_object_or_404(Vacature, pk=vacature_id)
    try:
        doe(vacature_id=vacature.pk, versie=None, door=request.user, nu=request.nu)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
        return redirect("participatie-werkgever", vacature.werkgever_id)
    return _klaar(request, vacature.werkgever_id, klaar)


def _klaar(request: Verzoek, werkgever_id: int, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect("participatie-werkgever", werkgever_id)


def _terug_naar(werkgever: Werkgever) -> dict[str, Any]:
    return {
        "terug": "participatie-werkgever",
        "terug_arg": werkgever.pk,
        "terug_tekst": werkgever.naam,
    }

"""The page of one form about a provider: adding something to it, or changing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from inburgering.bewerken import Opslaan, bewerk
from leerroutes.models import Aanbieder
from medewerkers.models import Rij
from medewerkers.verzoek import Verzoek

SJABLOON = "leerroutes/aanbieders/formulier.html"


def formulier(
    request: Verzoek,
    form: Any,
    opslaan: Opslaan,
    *,
    aanbieder: Aanbieder | None = None,
    rij: Rij | None = None,
    **pagina: Any,
) -> HttpResponse:
    """`pagina`: titel, and when wanted uitleg and knop. `aanbieder` is where it goes back to."""
    terug = reverse("aanbieder", args=[aanbieder.pk]) if aanbieder else reverse("aanbieders")
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template=SJABLOON,
        begin=getattr(form, "begin", lambda rij: {}),
        rij=rij,
        context={"aanbieder": aanbieder, "terug_url": terug, **pagina},
    )


def handelformulier(
    request: Verzoek,
    form: Any,
    doe: Callable[..., Any],
    *,
    aanbieder: Aanbieder,
    klaar: str,
    met_versie: bool = True,
    rij: Rij | None = None,
    **pagina: Any,
) -> HttpResponse:
    """`doe` is the service, called with what the form gives: its `gegevens()`, or its fields."""

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        heeft_gegevens = hasattr(ingevuld, "gegevens")
        waarden = {"gegevens": ingevuld.gegevens()} if heeft_gegevens else ingevuld.cleaned_data
        extra = {"versie": versie} if met_versie else {}
        doe(door=request.user, nu=request.nu, **waarden, **extra)
        return klaar_met(request, aanbieder, klaar)

    return formulier(request, form, opslaan, aanbieder=aanbieder, rij=rij, **pagina)


def klaar_met(request: Verzoek, aanbieder: Aanbieder, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect("aanbieder", aanbieder.pk)

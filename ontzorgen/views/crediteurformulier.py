"""The page of one form about a creditor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from inburgering.bewerken import Opslaan, bewerk
from medewerkers.models import Rij
from medewerkers.verzoek import Verzoek
from ontzorgen.models import Crediteur

BEWERK = require_http_methods(["GET", "HEAD", "POST"])


def formulier(
    request: Verzoek,
    form: Any,
    opslaan: Opslaan,
    *,
    crediteur: Crediteur | None = None,
    rij: Rij | None = None,
    template: str = "ontzorgen/crediteuren/formulier.html",
    **pagina: Any,
) -> HttpResponse:
    """`pagina`: titel, and when wanted uitleg, knop and gevolgen. It goes back to `crediteur`."""
    terug = reverse("crediteur", args=[crediteur.pk]) if crediteur else reverse("crediteuren")
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template=template,
        begin=getattr(form, "begin", lambda rij: {}),
        rij=rij,
        context={"crediteur": crediteur, "terug_url": terug, **pagina},
    )


def handelformulier(
    request: Verzoek,
    form: Any,
    doe: Callable[..., Any],
    *,
    crediteur: Crediteur,
    rij: Rij,
    klaar: str,
    **pagina: Any,
) -> HttpResponse:
    """`doe` is the service, called with the version and what the form gives."""

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        heeft_gegevens = hasattr(ingevuld, "gegevens")
        waarden = {"gegevens": ingevuld.gegevens()} if heeft_gegevens else ingevuld.cleaned_data
        doe(versie=versie, door=request.user, nu=request.nu, **waarden)
        return klaar_met(request, crediteur, klaar)

    return formulier(request, form, opslaan, crediteur=crediteur, rij=rij, **pagina)


def klaar_met(request: Verzoek, crediteur: Crediteur, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect("crediteur", crediteur.pk)

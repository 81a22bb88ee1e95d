"""The law to read: its norms with date and source, and what a change would touch."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from werkplek.forms import WatAlsForm
from werkplek.queries.wetgeving import geraakt, normen_per_onderwerp, normkop
from wet.normen import NORMEN


@require_GET
@vereist(Recht.WET_ZIEN)
def normen(request: Verzoek) -> HttpResponse:
    context = {"onderwerpen": normen_per_onderwerp()}
    return render(request, "werkplek/beheer/normen.html", context)


@require_GET
@vereist(Recht.WET_ZIEN)
def norm(request: Verzoek, norm: str) -> HttpResponse:
    """One norm; asked with a day and a value, also what would change."""
    if norm not in NORMEN:
        raise Http404
    gevraagd = "vanaf" in request.GET
    form = WatAlsForm(norm, request.GET if gevraagd else None)
    context = {
        "norm": normkop(norm),
        "form": form,
        "geraakt": geraakt(form.rij()) if gevraagd and form.is_valid() else None,
    }
    return render(request, "werkplek/beheer/norm.html", context)

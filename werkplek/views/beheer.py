from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from inburgering.bewerken import bewerk
from medewerkers.forms import GemeenteForm
from medewerkers.models import Gemeente
from medewerkers.rechten import Recht
from medewerkers.services import gemeente_vastleggen
from medewerkers.toegang import openbaar, vereist
from medewerkers.verzoek import Verzoek
from werkplek.forms import RaadpleegFilter
from werkplek.queries import gezondheid as stand
from werkplek.queries.raadplegingen import raadplegingen as lees_raadplegingen


@require_http_methods(["GET", "POST"])
@vereist(Recht.BEHEER_GEMEENTE)
def gemeente(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        gemeente_vastleggen(
            versie=versie, gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        messages.success(request, "De gegevens van de gemeente zijn opgeslagen.")
        return redirect("gemeente")

    return bewerk(
        request,
        GemeenteForm,
        opslaan=opslaan,
        template="werkplek/beheer/gemeente.html",
        begin=GemeenteForm.begin,
        rij=Gemeente.objects.first(),
    )


@require_GET
@vereist(Recht.BEHEER_RAADPLEGINGEN)
def raadplegingen(request: Verzoek) -> HttpResponse:
    form = RaadpleegFilter(request.GET)
    form.is_valid()  # a filter that makes no sense is left out, and says so by its field
    blad = lees_raadplegingen(form.cleaned_data, request.GET.get("na", ""))
    vraag = request.GET.copy()
    vraag["na"] = blad.volgende
    context = {
        "form": form,
        "blad": blad,
        "volgende": f"?{vraag.urlencode()}" if blad.volgende else "",
        "verder": "na" in request.GET,
        "gefilterd": any(form.cleaned_data.values()),
    }
    return render(request, "werkplek/beheer/raadplegingen.html", context)


@require_GET
@vereist(Recht.BEHEER_GEZONDHEID)
def gezondheid(request: Verzoek) -> HttpResponse:
    nu_stand = stand.gezondheid(nu=request.nu)
    context = {
        "stand": nu_stand,
        "stappen": stand.stapregels(nu_stand.nachtrun) if nu_stand.nachtrun else [],
        "nachten": stand.nachtruns(),
    }
    return render(request, "werkplek/beheer/gezondheid.html", context)


@require_safe
@openbaar
def health(request: HttpRequest) -> HttpResponse:
    """For machines that watch: no data, 503 when the system cannot do its work."""
    nu_stand = stand.gezondheid(nu=timezone.now())
    run = nu_stand.nachtrun
    antwoord = {
        "status": nu_stand.stand,
        "database": nu_stand.database,
        "wachtrij": nu_stand.wachtrij,
        "nachtwerk": run.klaar_at.isoformat() if run and run.klaar_at else None,
    }
    return JsonResponse(antwoord, status=200 if nu_stand.bereikbaar else 503)

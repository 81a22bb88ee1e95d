"""The languages of the survey, in Beheer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from besluiten.forms.vertalingen import NagekekenForm
from besluiten.models import Vertaling
from inburgering.bewerken import bewerk
from leerroutes.queries.vragenlijst import naast_elkaar, sleutel, vraagtalen
from leerroutes.services import vragenlijst as services
from leerroutes.views.pagina import BEWERK
from leerroutes.vragenlijst import vragenlijsten
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_GET
@vereist(Recht.BEHEER_BRIEVEN)
def talen(request: Verzoek) -> HttpResponse:
    return render(request, "leerroutes/vraagtalen.html", {"talen": vraagtalen()})


@BEWERK
@vereist(Recht.BEHEER_BRIEVEN)
def nagekeken(request: Verzoek, taal: str) -> HttpResponse:
    """Every sentence beside the Dutch one, and who checked them as they are now."""
    if taal not in vragenlijsten():
        raise Http404
    lijst = vragenlijsten()[taal]

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.vragen_nagekeken(
            taal=taal, versie=versie, **form.cleaned_data, door=request.user, nu=request.nu
        )
        messages.success(request, f"De vragen zijn nu ook te lezen in het {lijst.naam}.")
        return redirect("vraagtalen")

    return bewerk(
        request,
        NagekekenForm,
        opslaan=opslaan,
        template="leerroutes/vraagtaal.html",
        begin=lambda rij: {"sha256": lijst.sha256},
        rij=Vertaling.objects.filter(taal=sleutel(taal)).first(),
        context={
            "titel": f"Enquête in het {lijst.naam} nagekeken",
            "uitleg": "Wie de taal goed leest, vergelijkt elke zin met de Nederlandse. Verandert "
            "de tekst later, dan moet hij opnieuw worden nagekeken.",
            "terug_url": reverse("vraagtalen"),
            "knop": "Vastleggen",
            "lijst": lijst,
            "zinnen": naast_elkaar(lijst),
        },
    )

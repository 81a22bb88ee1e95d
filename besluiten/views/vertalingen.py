"""The languages of the explanatory sheet, in Beheer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from besluiten.forms.vertalingen import NagekekenForm
from besluiten.models import Vertaling
from besluiten.pdf import PDF
from besluiten.queries.vertalingen import taalregels
from besluiten.services import toelichting as services
from besluiten.toelichting import Blad, bladen
from inburgering.bewerken import bewerk
from inburgering.datums import lokale_datum
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


def _blad(taal: str) -> Blad:
    if taal not in bladen():
        raise Http404
    return bladen()[taal]


@require_GET
@vereist(Recht.BEHEER_BRIEVEN)
def vertalingen(request: Verzoek) -> HttpResponse:
    return render(request, "besluiten/vertalingen.html", {"regels": taalregels()})


@require_GET
@vereist(Recht.BEHEER_BRIEVEN)
def voorbeeld(request: Verzoek, taal: str) -> HttpResponse:
    """The sheet as it would be printed, about nobody and marked as no real one."""
    blad = _blad(taal)
    pdf = services.toelichting_voorbeeld(blad.taal, op=lokale_datum(request.nu), door=request.user)
    naam = f'inline; filename="toelichting-{blad.taal}-voorbeeld.pdf"'
    return HttpResponse(pdf, content_type=PDF, headers={"Content-Disposition": naam})


@require_http_methods(["GET", "POST"])
@vereist(Recht.BEHEER_BRIEVEN)
def nagekeken(request: Verzoek, taal: str) -> HttpResponse:
    """Record who checked the text as it is now."""
    blad = _blad(taal)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.vertaling_vastleggen(
            taal=taal, versie=versie, **form.cleaned_data, door=request.user, nu=request.nu
        )
        messages.success(request, f"Vastgelegd dat de tekst in het {blad.naam} is nagekeken.")
        return redirect("vertalingen")

    return bewerk(
        request,
        NagekekenForm,
        opslaan=opslaan,
        template="besluiten/vertaling.html",
        begin=lambda rij: {"sha256": blad.sha256},
        rij=Vertaling.objects.filter(taal=taal).first(),
        context={
            "titel": f"Tekst in het {blad.naam} nagekeken",
            "uitleg": "Wie de taal goed leest, vergelijkt de tekst met de Nederlandse. Verandert "
            "de tekst later, dan moet hij opnieuw worden nagekeken.",
            "terug_url": reverse("vertalingen"),
            "knop": "Vastleggen",
            "taal": taal,
        },
    )

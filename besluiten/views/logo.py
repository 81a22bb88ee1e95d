"""The mark on letters, in Beheer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from besluiten.forms.logo import LogoForm
from besluiten.models import Logo
from besluiten.services.logo import logo_vastleggen, logo_weghalen
from inburgering.bewerken import bewerk
from inburgering.geweigerd import Geweigerd
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_http_methods(["GET", "POST"])
@vereist(Recht.BEHEER_GEMEENTE)
def logo(request: Verzoek) -> HttpResponse:
    """Letters made before keep the mark they had."""
    rij = Logo.objects.first()

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        bestand = form.cleaned_data["bestand"]
        if rij is None and not bestand:
            raise Geweigerd("Kies een bestand.", veld="bestand")
        logo_vastleggen(
            inhoud=bestand.read() if bestand else None,
            omschrijving=form.cleaned_data["omschrijving"],
            versie=versie,
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het logo staat voortaan op brieven.")
        return redirect("logo")

    return bewerk(
        request,
        LogoForm,
        opslaan=opslaan,
        template="besluiten/logo.html",
        begin=LogoForm.begin,
        rij=rij,
        context={
            "titel": "Logo op brieven",
            "uitleg": "Brieven die al gemaakt zijn, veranderen niet mee.",
            "terug_url": reverse("gemeente"),
            "logo": rij,
        },
    )


@require_GET
@vereist(Recht.BEHEER_GEMEENTE)
def beeld(request: Verzoek) -> HttpResponse:
    rij = get_object_or_404(Logo, pk=1)
    return HttpResponse(bytes(rij.inhoud), content_type="image/png")


@require_POST
@vereist(Recht.BEHEER_GEMEENTE)
def weghalen(request: Verzoek) -> HttpResponse:
    logo_weghalen(door=request.user, nu=request.nu)
    messages.success(request, "Er staat geen logo meer op brieven.")
    return redirect("logo")

"""The texts of letters in Beheer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from besluiten.forms.briefteksten import BrieftekstForm
from besluiten.models import Brieftekst
from besluiten.queries.briefteksten import tekstregels
from besluiten.services import briefteksten as services
from besluiten.teksten import STANDAARD
from inburgering.bewerken import bewerk
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_GET
@vereist(Recht.BEHEER_BRIEVEN)
def briefteksten(request: Verzoek) -> HttpResponse:
    return render(request, "besluiten/briefteksten.html", {"regels": tekstregels()})


@require_http_methods(["GET", "POST"])
@vereist(Recht.BEHEER_BRIEVEN)
def brieftekst(request: Verzoek, brieftekst_id: int) -> HttpResponse:
    """Change one paragraph; letters made before keep the words they had."""
    rij = get_object_or_404(Brieftekst, pk=brieftekst_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.brieftekst_wijzigen(
            brieftekst_id=rij.pk,
            versie=versie,
            **form.cleaned_data,
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, f"De tekst ‘{rij.titel}’ is opgeslagen.")
        return redirect("briefteksten")

    return bewerk(
        request,
        BrieftekstForm,
        opslaan=opslaan,
        template="besluiten/brieftekst.html",
        begin=BrieftekstForm.begin,
        rij=rij,
        context={
            "titel": rij.titel,
            "uitleg": "Brieven die al gemaakt zijn, veranderen niet mee.",
            "terug_url": reverse("briefteksten"),
            "standaard": STANDAARD.get(rij.sleutel, ("", ""))[1],
        },
    )

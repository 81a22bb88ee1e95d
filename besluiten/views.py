"""Making a decision known, and the texts of letters."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from besluiten import services
from besluiten.forms import BekendmakenForm, BrieftekstForm
from besluiten.models import Bekendmaking, Besluit, Brieftekst
from besluiten.queries import tekstregels
from besluiten.teksten import STANDAARD
from inburgering.bewerken import bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_http_methods(["GET", "POST"])
@vereist(Recht.PIP_VASTSTELLEN)
def bekendmaken(request: Verzoek, nummer: str, besluit_id: int) -> HttpResponse:
    """Record that the decision was handed over or sent, apart from taking it."""
    dossier = open_dossier(request, nummer, "Besluit bekendmaken")
    besluit = get_object_or_404(
        Besluit.objects.zichtbaar_voor(request.user), pk=besluit_id, inburgeraar=dossier
    )

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.bekendmaken(
            besluit_id=besluit.pk,
            versie=versie,
            wijze=Bekendmaking(form.cleaned_data["wijze"]),
            op=form.cleaned_data["op"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Vastgelegd. De bezwaartermijn van zes weken loopt.")
        return redirect("pip", nummer)

    uitleg = f"{besluit.kenmerk}, dagtekening {besluit.dagtekening:%d-%m-%Y}."
    return bewerk(
        request,
        BekendmakenForm,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        begin=lambda rij: {"op": lokale_datum(request.nu)},
        rij=besluit,
        context=dossiercontext(request, dossier)
        | {"titel": "Besluit bekendmaken", "uitleg": uitleg, "terug": "pip", "knop": "Vastleggen"},
    )


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

"""The board, a new household, the page of a handover and the tab of a dossier."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.bewerken import bewerk, concept_url
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier, toon_dossier
from inburgering.services.sporen import gezin_raadplegen
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from overdracht.forms import MEER_PERSONEN, MINDER_PERSONEN, HuishoudenForm
from overdracht.models import Overdracht
from overdracht.queries.overdrachten import (
    Pagina,
    bord,
    overdracht_van,
    overdrachtspagina,
    zichtbare_dossiers_van,
)
from overdracht.services.ontvangen import overdracht_ontvangen
from overdracht.views.knoppen import handelingen

_NIEUW = "overdracht/nieuw.html"


@require_GET
@vereist(Recht.OVERDRACHT_ZIEN)
def overdrachten(request: Verzoek) -> HttpResponse:
    kolommen = bord(voor=request.user, op=lokale_datum(request.nu))
    context = {
        "kolommen": kolommen,
        "kaarten": [kaart for kolom in kolommen for kaart in kolom.kaarten],
        "mag_nieuw": request.user.heeft(Recht.OVERDRACHT_BEHEREN),
    }
    return render(request, "overdracht/overdrachten.html", context)


@require_http_methods(["GET", "POST"])
@vereist(Recht.OVERDRACHT_BEHEREN)
def nieuw(request: Verzoek) -> HttpResponse:
    """A whole household on one page; a row more or less is a submit of its own, without script."""
    if MEER_PERSONEN in request.POST or MINDER_PERSONEN in request.POST:
        form = HuishoudenForm.met_invoer(
            request.POST,
            erbij=int(MEER_PERSONEN in request.POST),
            zonder=request.POST.get(MINDER_PERSONEN, ""),
        )
        return render(request, _NIEUW, {"form": form, "concept_url": concept_url(request)})

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        rij = overdracht_ontvangen(door=request.user, nu=request.nu, **form.cleaned_data)
        messages.success(request, "De overdracht is vastgelegd en de dossiers zijn geopend.")
        return redirect("overdracht-tonen", rij.pk)

    vandaag = lokale_datum(request.nu)
    return bewerk(
        request,
        HuishoudenForm,
        opslaan=opslaan,
        template=_NIEUW,
        controle=lambda form: form.weigeringen(vandaag=vandaag),
    )


@require_GET
@vereist(Recht.OVERDRACHT_ZIEN)
def tonen(request: Verzoek, overdracht_id: int) -> HttpResponse:
    rijen = Overdracht.objects.zichtbaar_voor(request.user)
    rij = get_object_or_404(rijen, pk=overdracht_id)
    context = _pagina(request, rij.pk)
    gezin_raadplegen(
        dossiers=zichtbare_dossiers_van(context["pagina"].stand, voor=request.user),
        onderdeel="Overdracht & huisvesting",
        medewerker=request.user,
        nu=request.nu,
    )
    return render(request, "overdracht/overdracht.html", context)


@require_GET
@vereist(Recht.OVERDRACHT_ZIEN)
def tab(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Overdracht & huisvesting")
    overdracht_id = overdracht_van(dossier)
    context = _pagina(request, overdracht_id) if overdracht_id is not None else {}
    return toon_dossier(request, dossier, "overdracht/tab.html", context)


def _pagina(request: Verzoek, overdracht_id: int) -> dict[str, Any]:
    op = lokale_datum(request.nu)
    pagina: Pagina = overdrachtspagina(overdracht_id, voor=request.user, op=op)
    return {
        "pagina": pagina,
        "stand": pagina.stand,
        "handelingen": handelingen(pagina.stand, voor=request.user, op=op),
        "ziet_verslag": request.user.heeft(Recht.GESPREK_VASTLEGGEN),
    }

"""The letters of a dossier, and recording that one left."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from besluiten.briefhoofd import uitleg_geheim_adres
from besluiten.forms.brieven import VerzendenForm
from besluiten.models import Brief, Verzending
from besluiten.queries.brieven import besluiten_van, brieven_van
from besluiten.services.brieven import brief_verzenden
from inburgering.bewerken import bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier, toon_dossier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_GET
@vereist(Recht.DOCUMENTEN)
def brieven(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Brieven en besluiten")
    context = {
        "brieven": brieven_van(dossier.pk),
        "besluiten": besluiten_van(dossier.pk),
        "mag_bekendmaken": request.user.heeft(Recht.PIP_VASTSTELLEN),
    }
    return toon_dossier(request, dossier, "besluiten/brieven.html", context)


@require_http_methods(["GET", "POST"])
@vereist(Recht.DOCUMENTEN)
def verzenden(request: Verzoek, nummer: str, brief_id: int) -> HttpResponse:
    """Record that the letter was handed over, posted or sent, apart from making it."""
    dossier = open_dossier(request, nummer, "Brief verzenden")
    rijen = Brief.objects.zichtbaar_voor(request.user)
    brief = get_object_or_404(rijen, pk=brief_id, inburgeraar=dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        brief_verzenden(
            brief_id=brief.pk,
            versie=versie,
            wijze=Verzending(form.cleaned_data["wijze"]),
            op=form.cleaned_data["op"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Vastgelegd dat de brief weg is.")
        return redirect("brieven", nummer)

    vandaag = lokale_datum(request.nu)
    uitleg = f"{brief.titel}, {brief.kenmerk}, dagtekening {brief.dagtekening:%d-%m-%Y}."
    uitleg += uitleg_geheim_adres(dossier, op=vandaag)
    return bewerk(
        request,
        VerzendenForm,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        begin=lambda rij: {"op": vandaag},
        rij=brief,
        context=dossiercontext(request, dossier)
        | {"titel": "Brief verzenden", "uitleg": uitleg, "terug": "brieven", "knop": "Vastleggen"},
    )

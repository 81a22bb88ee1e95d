"""The letters about what we pay, on a page of their own under the tab."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from besluiten.models import Brief
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier, toon_dossier
from inburgering.geweigerd import Geweigerd
from inburgering.services.documenten import lees
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.queries.brieven import SOORTEN, brievenstand
from ontzorgen.services.brieven import eindbrieven_maken, startbrief_maken

_PAGINA = "ontzorgen-brieven"


@require_GET
@vereist(Recht.ONTZORGEN_ZIEN)
def brieven(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Brieven over vaste lasten")
    context = {
        "stand": brievenstand(dossier, op=lokale_datum(request.nu)),
        "mag": request.user.heeft(Recht.ONTZORGEN_DOEN),
        "mag_verzenden": request.user.heeft(Recht.DOCUMENTEN),
    }
    return toon_dossier(request, dossier, "ontzorgen/brieven/brieven.html", context)


@require_POST
@vereist(Recht.ONTZORGEN_DOEN)
def start_maken(request: Verzoek, nummer: str) -> HttpResponse:
    return _maak(request, nummer, startbrief_maken, "De brief is gemaakt.")


@require_POST
@vereist(Recht.ONTZORGEN_DOEN)
def einde_maken(request: Verzoek, nummer: str) -> HttpResponse:
    return _maak(request, nummer, eindbrieven_maken, "De brieven zijn gemaakt.")


def _maak(request: Verzoek, nummer: str, doe: Callable[..., Any], klaar: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Brief maken")
    try:
        doe(dossier_id=dossier.pk, door=request.user, nu=request.nu)
        messages.success(request, klaar)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect(_PAGINA, nummer)


@require_GET
@vereist(Recht.ONTZORGEN_ZIEN)
def brief(request: Verzoek, nummer: str, brief_id: int) -> HttpResponse:
    """The letter itself, for who may not open other documents of the dossier."""
    dossier = open_dossier(request, nummer, "Brief over vaste lasten")
    rijen = Brief.objects.zichtbaar_voor(request.user).select_related("document")
    rij = get_object_or_404(rijen, pk=brief_id, inburgeraar=dossier, soort__in=SOORTEN)
    antwoord = HttpResponse(lees(rij.document), content_type=rij.document.mime)
    naam = content_disposition_header(False, rij.document.bestandsnaam) or ""
    antwoord["Content-Disposition"] = naam
    return antwoord

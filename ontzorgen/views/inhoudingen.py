"""The list of what is kept back, for the benefits system of the municipality."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from inburgering.geweigerd import weigering
from inburgering.services.sporen import gezin_raadplegen
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.models import Betaalbatch
from ontzorgen.policies.inhoudingen import check_inhoudingen
from ontzorgen.queries.inhoudingen import KOPPEN, dossiers_van, inhoudingen
from opdrachten.uitvoer import CSV, schrijf_csv


@require_GET
@vereist(Recht.BETALEN_DOEN)
def csv(request: Verzoek, batch_id: int) -> HttpResponse:
    """With the BSN of everybody: the download is logged on the dossier of each."""
    batch = get_object_or_404(Betaalbatch, pk=batch_id)
    if reden := weigering(check_inhoudingen, batch):
        messages.error(request, reden)
        return redirect("batch", batch.pk)
    gezin_raadplegen(
        dossiers=dossiers_van(batch, voor=request.user),
        onderdeel="Inhoudingen met BSN: lijst gedownload",
        medewerker=request.user,
        nu=request.nu,
    )
    rijen = (regel.rij() for regel in inhoudingen(batch, voor=request.user))
    antwoord = HttpResponse(b"".join(schrijf_csv(KOPPEN, rijen)), content_type=CSV)
    naam = f"inhoudingen-{batch.maand:%Y-%m}-{batch.nummer}.csv"
    antwoord["Content-Disposition"] = content_disposition_header(True, naam) or ""
    return antwoord

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from werkplek.queries.clienten import clienten as wie_begeleid_wordt


@require_GET
@vereist(Recht.CLIENTEN)
def clienten(request: Verzoek) -> HttpResponse:
    """Mijn cliënten: what a partner needs to reach and guide somebody, and nothing more."""
    regels = wie_begeleid_wordt(request.user, op=lokale_datum(request.nu))
    context = {"regels": regels, "organisatie": request.user.partnerorganisatie}
    return render(request, "werkplek/clienten.html", context)

"""The tab Leerroute: read only, because what was agreed is decided in the PIP."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from inburgering.enums import Regime
from leerroutes.queries.traject import leerroutetab
from leerroutes.views.pagina import toon_onderdeel
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def leerroute(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Leerroute")
    if dossier.regime == Regime.WI2013:
        return redirect("leerroute-begeleidingsplan", nummer)
    tab = leerroutetab(dossier, op=lokale_datum(request.nu))
    context = {"tab": tab, "naar_pip": request.user.heeft(Recht.PIP_ZIEN)}
    return toon_onderdeel(request, dossier, "leerroutes/leerroute.html", context)

"""Who threatens to miss the term, the first to end first."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from leerroutes.queries.dreigt import koerspagina
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

ALLEN = "allen"


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def op_koers(request: Verzoek) -> HttpResponse:
    """One's own people first; everybody one may see on request."""
    allen = request.GET.get("van") == ALLEN
    blad = koerspagina(
        lokale_datum(request.nu),
        voor=request.user,
        alleen_eigen=not allen,
        cursor=request.GET.get("cursor", ""),
    )
    van = f"van={ALLEN}&" if allen else ""
    context = {
        "blad": blad,
        "allen": allen,
        "volgende": f"?{van}cursor={blad.volgende}" if blad.volgende else "",
    }
    return render(request, "leerroutes/op_koers.html", context)

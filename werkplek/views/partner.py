from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from overdracht.queries.verhuizingen import verhuizingen
from werkplek.forms import NaamFilter
from werkplek.queries.clienten import clienten as wie_begeleid_wordt


@require_GET
@vereist(Recht.CLIENTEN)
def clienten(request: Verzoek) -> HttpResponse:
    """Mijn cliënten: what a partner needs to reach and guide somebody, and nothing more."""
    form = NaamFilter(request.GET)
    form.is_valid()  # a name that is too long is left out, not an error page
    zoek, na = form.cleaned_data.get("zoek", ""), request.GET.get("na", "")
    op = lokale_datum(request.nu)
    blad = wie_begeleid_wordt(request.user, op=op, zoek=zoek, na=na)
    vraag = urlencode({"zoek": zoek, "na": blad.volgende})
    context = {
        "form": form,
        "blad": blad,
        "verhuizingen": verhuizingen(voor=request.user, op=op) if not (zoek or na) else [],
        "volgende": f"?{vraag}" if blad.volgende else "",
        "gefilterd": bool(zoek or na),
        "organisatie": request.user.partnerorganisatie,
    }
    return render(request, "werkplek/clienten.html", context)

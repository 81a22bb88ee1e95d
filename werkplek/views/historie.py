"""Historie: every change to a dossier, and the record as it was known at a moment."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from inburgering.dossierpagina import open_dossier, toon_dossier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from werkplek.forms import BekendOpForm
from werkplek.queries.historie.bekend_op import bekend_op, einde_van
from werkplek.queries.historie.wijzigingen import wijzigingen


@require_GET
@vereist(Recht.OVERZICHT_ZIEN, Recht.BEZWAAR_DOEN)
def historie(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Historie")
    form = BekendOpForm(request.GET if request.GET.get("op") else None)
    if form.is_valid():
        at = einde_van(form.cleaned_data["op"], form.cleaned_data["tijd"])
        toen = bekend_op(dossier, at=at, voor=request.user)
        context = {"form": form, "toen": toen}
        return toon_dossier(request, dossier, "werkplek/historie_op.html", context)
    deel, cursor = request.GET.get("deel", ""), request.GET.get("na", "")
    blad = wijzigingen(dossier, voor=request.user, deel=deel, cursor=cursor)
    vraag = request.GET.copy()
    vraag["na"] = blad.volgende
    volgende = f"?{vraag.urlencode()}" if blad.volgende else ""
    context = {"form": form, "blad": blad, "volgende": volgende}
    return toon_dossier(request, dossier, "werkplek/historie.html", context)

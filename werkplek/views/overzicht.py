from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier, toon_dossier
from inburgering.enums import GebeurtenisSoort
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from werkplek.queries.overzicht import overzicht as stel_samen


@require_GET
@vereist(Recht.OVERZICHT_ZIEN)
def overzicht(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Overzicht")
    blad = stel_samen(
        dossier,
        op=lokale_datum(request.nu),
        soort=request.GET.get("soort", ""),
        cursor=request.GET.get("na", ""),
    )
    vraag = request.GET.copy()
    vraag["na"] = blad.volgende
    context = {
        "overzicht": blad,
        "soorten": GebeurtenisSoort.choices,
        "volgende": f"?{vraag.urlencode()}#tijdlijn" if blad.volgende else "",
    }
    return toon_dossier(request, dossier, "werkplek/overzicht.html", context)

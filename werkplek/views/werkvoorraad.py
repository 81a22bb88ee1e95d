from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from medewerkers.enums import Rol
from medewerkers.rechten import Recht
from medewerkers.toegang import ingelogd
from medewerkers.verzoek import Verzoek
from werkplek.queries.werkvoorraad import (
    caseload,
    consulenten,
    groepen,
    kies,
    soorten,
    taken_voor,
)
from werkplek.views.lijst import dossierpagina


@require_GET
@ingelogd
def werkvoorraad(request: Verzoek) -> HttpResponse:
    """The front door: the worklist, or for who has none the first page of their role."""
    if not request.user.heeft(Recht.WERKVOORRAAD):
        return redirect("start")
    mag_team = Rol.TEAMLEIDER in request.user.rollen
    team = mag_team and request.GET.get("wie", "team") == "team"
    taken = taken_voor(request.user, team=team)
    soort = request.GET.get("soort", "")
    consulent = request.GET.get("consulent", "") if team else ""
    context = {
        "groepen": groepen(kies(taken, soort, consulent), op=lokale_datum(request.nu)),
        "soorten": soorten(taken),
        "soort": soort,
        "team": team,
        "mag_team": mag_team,
        "consulenten": consulenten(taken) if team else [],
        "consulent": consulent,
        "caseload": caseload(request.user),
        "dossierpagina": dossierpagina(request.user),
    }
    return render(request, "werkplek/werkvoorraad.html", context)

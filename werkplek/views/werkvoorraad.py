from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from medewerkers.enums import Rol
from medewerkers.rechten import Recht
from medewerkers.toegang import ingelogd
from medewerkers.verzoek import Verzoek
from werkplek.queries.werkvoorraad import caseload, groepen, soorten, taken_voor
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
    gekozen = taken.filter(soort=soort) if soort else taken
    aantal, schakels = caseload(request.user)
    context = {
        "groepen": groepen(gekozen, op=lokale_datum(request.nu)),
        "dossierpagina": dossierpagina(request.user),
        "soorten": soorten(taken),
        "soort": soort,
        "team": team,
        "mag_team": mag_team,
        "caseload": aantal,
        "schakels": schakels,
    }
    return render(request, "werkplek/werkvoorraad.html", context)

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from medewerkers.enums import Rol
from medewerkers.toegang import ingelogd
from medewerkers.verzoek import Verzoek

# Where somebody lands; who has more roles lands on the first of them.
LANDING: dict[Rol, str] = {
    Rol.CONSULENT: "werkvoorraad",
    Rol.TEAMLEIDER: "werkvoorraad",
    Rol.OOV: "overdrachten",
    Rol.ADMINISTRATIE: "ontzorgen-lijst",
    Rol.JURIST: "bezwaren",
    Rol.PARTNER: "clienten",
    Rol.CONTRACTBEHEER: "aanbieders",
    Rol.BEHEERDER: "accounts",
}
# Roles that have no page yet, and what theirs will show.
KOMT: dict[Rol, str] = {
    Rol.MANAGEMENT: "Stuurinformatie: taakstelling, instroom, termijnen en geld, in getallen.",
}


@require_GET
@ingelogd
def start(request: Verzoek) -> HttpResponse:
    """The first page of one's role; who has none reads what will come."""
    rollen = request.user.rollen
    for rol, naam in LANDING.items():
        if rol in rollen:
            return redirect(naam)
    komt = [(rol.label, wat) for rol, wat in KOMT.items() if rol in rollen]
    return render(request, "werkplek/start.html", {"komt": komt})

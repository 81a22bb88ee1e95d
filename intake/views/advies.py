"""The advice on the route: what it rests on, and making it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from intake.queries.advies import feiten_voor_advies, in_woorden
from intake.services.advies import routeadvies_opmaken
from intake.views.formulier import BEWERK, formulier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from wet.leerroutes import leerroute_advies


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def advies(request: Verzoek, nummer: str) -> HttpResponse:
    """The facts with what the rule says of them now; saving keeps it as an advice."""
    dossier = open_dossier(request, nummer, "Advies over de leerroute")
    feiten = feiten_voor_advies(dossier.pk, op=lokale_datum(request.nu))

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        routeadvies_opmaken(dossier_id=dossier.pk, door=request.user, nu=request.nu)
        messages.success(request, "Het advies is opgemaakt.")
        return redirect("intake", nummer)

    return formulier(
        request,
        dossier,
        Form,
        opslaan,
        template="intake/advies.html",
        pagina={"invoer": in_woorden(feiten), "uitkomst": leerroute_advies(feiten)},
    )

"""Moving in with hours of elsewhere, and out with what the next municipality must know."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from inburgering.dossierpagina import open_dossier
from inburgering.geweigerd import Geweigerd
from leerroutes.enums import TrajectStatus
from leerroutes.forms.verhuizing import EerdereUrenForm
from leerroutes.models import Traject
from leerroutes.services import verhuizing as services
from leerroutes.views.pagina import BEWERK, formulier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def eerdere_uren(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Uren van elders")
    rijen = Traject.objects.zichtbaar_voor(request.user)
    rij = get_object_or_404(rijen, inburgeraar=dossier, status=TrajectStatus.LOPEND)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.eerdere_uren_vastleggen(
            traject_id=rij.pk,
            versie=versie,
            uren=form.uren,
            stand_op=form.cleaned_data["stand_op"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De uren van elders zijn vastgelegd.")
        return redirect("leerroute", nummer)

    pagina = {"titel": "Uren van elders", "terug": "leerroute"}
    return formulier(request, dossier, EerdereUrenForm, opslaan, rij=rij, **pagina)


@require_POST
@vereist(Recht.LEERROUTE_DOEN)
def overdracht(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Gegevens voor de volgende gemeente")
    try:
        services.overdracht_maken(dossier_id=dossier.pk, door=request.user, nu=request.nu)
        messages.success(request, "De brief is gemaakt. U vindt hem bij Documenten.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect("leerroute-afronden", nummer)

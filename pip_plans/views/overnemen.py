"""Plans made elsewhere: by another municipality, or on paper."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from inburgering.bewerken import bewerk
from inburgering.dossierpagina import dossiercontext, open_dossier
from inburgering.services.vorig_pip import VorigPipGegevens
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from pip_plans.forms import PapierForm, VorigPipForm
from pip_plans.policies.plan import PapierenPip
from pip_plans.queries import vorig_pip
from pip_plans.services import overnemen as services
from pip_plans.views.wegen import BEWERK


@BEWERK
@vereist(Recht.PIP_OPSTELLEN)
def vorige(request: Verzoek, nummer: str) -> HttpResponse:
    """The plan with which somebody moved here, new or put right."""
    dossier = open_dossier(request, nummer, "PIP van de vorige gemeente")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.vorig_pip_vastleggen(
            dossier_id=dossier.pk,
            versie=versie,
            gegevens=VorigPipGegevens(**form.cleaned_data),
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het PIP van de vorige gemeente is vastgelegd.")
        return redirect("pip", nummer)

    pagina = {
        "titel": "PIP van de vorige gemeente",
        "uitleg": "Deze persoon verhuisde hierheen met een PIP. De drie jaar lopen door. U maakt "
        "binnen tien weken na de inschrijving een eigen PIP, met dezelfde leerroute.",
        "terug": "pip",
    }
    return bewerk(
        request,
        VorigPipForm,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        begin=VorigPipForm.begin,
        rij=vorig_pip(dossier.pk),
        context=dossiercontext(request, dossier) | pagina,
    )


@BEWERK
@vereist(Recht.PIP_VASTSTELLEN)
def papier(request: Verzoek, nummer: str) -> HttpResponse:
    """A first plan of our own that was signed on paper: recorded with its own day."""
    dossier = open_dossier(request, nummer, "PIP op papier")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        velden = dict(form.cleaned_data)
        reden = velden.pop("reden")
        plan = PapierenPip(dagtekening=velden.pop("pip_op"), **velden)
        services.overnemen(
            dossier_id=dossier.pk, plan=plan, reden=reden, door=request.user, nu=request.nu
        )
        messages.success(request, "Het plan is vastgelegd. Voeg de scan toe bij Documenten.")
        return redirect("pip", nummer)

    pagina = {
        "titel": "PIP dat op papier is ondertekend",
        "uitleg": "Alleen voor een plan van onze gemeente dat al op papier is ondertekend. Er "
        "wordt geen brief gemaakt.",
        "gevolgen": [
            "Het plan staat als vastgesteld in het dossier, met de dagtekening op het papier.",
            "De drie jaar lopen vanaf de dag na die dagtekening.",
        ],
        "terug": "pip",
    }
    return bewerk(
        request,
        PapierForm,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        context=dossiercontext(request, dossier) | pagina,
    )

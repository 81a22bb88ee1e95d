"""The leerbaarheidstoets beside the intake."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from inburgering.dossierpagina import open_dossier
from inburgering.models import Inburgeraar
from intake.forms.toets import OntheffenForm, UitslagForm
from intake.models import (
    Leerbaarheidstoets,
    ToetsUitslag,
)
from intake.services import toets as services
from intake.views.formulier import BEWERK, formulier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


def _toets(request: Verzoek, dossier: Inburgeraar) -> Leerbaarheidstoets:
    return get_object_or_404(
        Leerbaarheidstoets.objects.zichtbaar_voor(request.user), inburgeraar=dossier
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def toets(request: Verzoek, nummer: str) -> HttpResponse:
    """The result of the leerbaarheidstoets, new or put right."""
    dossier = open_dossier(request, nummer, "Leerbaarheidstoets")
    rij = _toets(request, dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.toets_uitslag_vastleggen(
            toets_id=rij.pk,
            versie=versie,
            uitslag=ToetsUitslag(form.cleaned_data["uitslag"]),
            uitslag_op=form.cleaned_data["uitslag_op"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De uitslag is vastgelegd.")
        return redirect("intake", nummer)

    return formulier(
        request,
        dossier,
        UitslagForm,
        opslaan,
        rij=rij,
        template="intake/toets.html",
        pagina={"toets": rij},
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def ontheffen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Leerbaarheidstoets niet nodig")
    rij = _toets(request, dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.toets_ontheffen(
            toets_id=rij.pk, versie=versie, **form.cleaned_data, door=request.user, nu=request.nu
        )
        messages.success(request, "Vastgelegd: de leerbaarheidstoets hoeft niet.")
        return redirect("intake", nummer)

    pagina = {
        "titel": "Leerbaarheidstoets niet nodig",
        "uitleg": "Dit mag alleen om een reden uit de Wet inburgering 2021, artikel 14, lid 6.",
    }
    return formulier(request, dossier, OntheffenForm, opslaan, rij=rij, pagina=pagina)

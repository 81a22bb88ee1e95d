"""Places to take part: the list, one place, and the acts on it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from inburgering.geweigerd import Geweigerd
from leerroutes.forms.plekken import PlekForm, StoppenForm
from leerroutes.models import Participatieplek
from leerroutes.queries.plekken import pleklijst, plekpagina
from leerroutes.queries.werkgevers import open_vacatures
from leerroutes.services import plekken as services
from leerroutes.views.losformulier import los_formulier
from leerroutes.views.pagina import BEWERK
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_GET
@vereist(Recht.PARTICIPATIE)
def overzicht(request: Verzoek) -> HttpResponse:
    """Where people can go: places, and vacancies of all employers."""
    context = {"lijst": pleklijst(), "vacatures": open_vacatures()}
    return render(request, "leerroutes/participatie/plekken.html", context)


@require_GET
@vereist(Recht.PARTICIPATIE)
def tonen(request: Verzoek, plek_id: int) -> HttpResponse:
    plek = get_object_or_404(Participatieplek, pk=plek_id)
    pagina = plekpagina(plek.pk, voor=request.user)
    return render(request, "leerroutes/participatie/plek.html", {"pagina": pagina})


@BEWERK
@vereist(Recht.PARTICIPATIE)
def nieuw(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        plek = services.plek_toevoegen(gegevens=form.gegevens(), door=request.user, nu=request.nu)
        return _klaar(request, plek, "De plek staat op de lijst.")

    return los_formulier(
        request,
        PlekForm,
        opslaan,
        titel="Plek toevoegen",
        terug="participatie",
        terug_tekst="Participatie",
    )


@BEWERK
@vereist(Recht.PARTICIPATIE)
def wijzigen(request: Verzoek, plek_id: int) -> HttpResponse:
    plek = get_object_or_404(Participatieplek, pk=plek_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.plek_wijzigen(
            plek_id=plek.pk,
            versie=versie,
            gegevens=form.gegevens(),
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, plek, "De plek is gewijzigd.")

    return _formulier(request, plek, PlekForm, opslaan, titel="Plek wijzigen")


@BEWERK
@vereist(Recht.PARTICIPATIE)
def stoppen(request: Verzoek, plek_id: int) -> HttpResponse:
    plek = get_object_or_404(Participatieplek, pk=plek_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.plek_stoppen(
            plek_id=plek.pk,
            versie=versie,
            op=form.cleaned_data["op"],
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, plek, "De plek is gestopt.")

    uitleg = "Niemand kan hier meer worden geplaatst. Wat er was, blijft te zien."
    return _formulier(request, plek, StoppenForm, opslaan, titel="Plek stoppen", uitleg=uitleg)


@require_POST
@vereist(Recht.PARTICIPATIE)
def hervatten(request: Verzoek, plek_id: int) -> HttpResponse:
    plek = get_object_or_404(Participatieplek, pk=plek_id)
    try:
        services.plek_hervatten(plek_id=plek.pk, versie=None, door=request.user, nu=request.nu)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
        return redirect("participatie-plek", plek.pk)
    return _klaar(request, plek, "De plek is weer in gebruik.")


def _klaar(request: Verzoek, plek: Participatieplek, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect("participatie-plek", plek.pk)


def _formulier(
    request: Verzoek, plek: Participatieplek, form: Any, opslaan: Any, **pagina: str
) -> HttpResponse:
    terug = {"terug": "participatie-plek", "terug_arg": plek.pk, "terug_tekst": plek.naam}
    return los_formulier(request, form, opslaan, rij=plek, **terug, **pagina)

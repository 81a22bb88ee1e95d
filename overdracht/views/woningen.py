"""The homes that are offered, and which of them fits a household."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.bewerken import Begin, MaakFormulier, bewerk
from inburgering.datums import lokale_datum
from inburgering.forms import RedenForm
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from overdracht.forms.handelingen import WoningForm
from overdracht.models import Woning
from overdracht.queries.overdrachten import overdrachtspagina
from overdracht.queries.woningen import passende_woningen, woninglijst
from overdracht.services.woningen import woning_aanbieden, woning_vervalt, woning_wijzigen
from overdracht.views.formulier import overdracht_of_404

_BEWERK = require_http_methods(["GET", "POST"])


@require_GET
@vereist(Recht.OVERDRACHT_ZIEN)
def woningen(request: Verzoek) -> HttpResponse:
    context = {
        "lijst": woninglijst(voor=request.user),
        "mag_beheren": request.user.heeft(Recht.OVERDRACHT_BEHEREN),
    }
    return render(request, "overdracht/woningen.html", context)


@require_GET
@vereist(Recht.OVERDRACHT_BEHEREN)
def kiezen(request: Verzoek, overdracht_id: int) -> HttpResponse:
    """The free homes, those that fit this household first, with what does not fit in words."""
    rij = overdracht_of_404(request, overdracht_id)
    pagina = overdrachtspagina(rij.pk, voor=request.user, op=lokale_datum(request.nu))
    context = {"pagina": pagina, "overdracht": rij, "woningen": passende_woningen(rij)}
    return render(request, "overdracht/woning_kiezen.html", context)


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def nieuw(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        woning_aanbieden(gegevens=form.gegevens(), door=request.user, nu=request.nu)
        return _klaar(request, "De woning staat op de lijst.")

    return _formulier(request, WoningForm, opslaan, titel="Woning toevoegen")


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def wijzigen(request: Verzoek, woning_id: int) -> HttpResponse:
    woning = get_object_or_404(Woning, pk=woning_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        woning_wijzigen(
            woning_id=woning.pk,
            versie=versie,
            gegevens=form.gegevens(),
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, "De woning is gewijzigd.")

    return _formulier(
        request, WoningForm, opslaan, titel="Woning wijzigen", begin=WoningForm.begin, rij=woning
    )


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def vervalt(request: Verzoek, woning_id: int) -> HttpResponse:
    woning = get_object_or_404(Woning, pk=woning_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        woning_vervalt(
            woning_id=woning.pk,
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, "De woning is van de lijst.")

    titel = "Woning van de lijst halen"
    return _formulier(request, RedenForm, opslaan, titel=titel, uitleg=woning.adres)


def _klaar(request: Verzoek, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect("woningen")


def _formulier(
    request: Verzoek,
    form: MaakFormulier,
    opslaan: Any,
    *,
    titel: str,
    uitleg: str = "",
    begin: Begin = lambda rij: {},
    rij: Woning | None = None,
) -> HttpResponse:
    context = {"titel": titel, "uitleg": uitleg, "terug": "woningen", "terug_tekst": "Woningen"}
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template="overdracht/los_formulier.html",
        begin=begin,
        rij=rij,
        context=context,
    )

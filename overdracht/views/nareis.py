"""Family that is expected: announced on a dossier, and then here."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from inburgering.bewerken import Begin, MaakFormulier, bewerk
from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from overdracht.forms.handelingen import NareisForm
from overdracht.forms.huishouden import NareisHuishoudenForm
from overdracht.models import Nareis
from overdracht.services import nareis as services
from overdracht.views.huishouden import huishouden

_BEWERK = require_http_methods(["GET", "POST"])


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN, Recht.GESPREK_VASTLEGGEN)
def aankondigen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Overdracht & huisvesting")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.nareis_aankondigen(
            dossier_id=dossier.pk, door=request.user, nu=request.nu, **form.waarden()
        )
        return _klaar(request, dossier, "De verwachte nareis is vastgelegd.")

    uitleg = "Deze mensen zijn er nog niet. Ze tellen mee in de prognose van de taakstelling."
    return _formulier(request, NareisForm, opslaan, dossier, "Nareis aankondigen", uitleg)


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN, Recht.GESPREK_VASTLEGGEN)
def wijzigen(request: Verzoek, nareis_id: int) -> HttpResponse:
    rij = _nareis(request, nareis_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.nareis_wijzigen(
            nareis_id=rij.pk, versie=versie, door=request.user, nu=request.nu, **form.waarden()
        )
        return _klaar(request, rij.inburgeraar, "De verwachte nareis is gewijzigd.")

    return _formulier(
        request,
        NareisForm,
        opslaan,
        rij.inburgeraar,
        "Verwachte nareis wijzigen",
        begin=NareisForm.begin,
        rij=rij,
    )


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN, Recht.GESPREK_VASTLEGGEN)
def komt_niet(request: Verzoek, nareis_id: int) -> HttpResponse:
    rij = _nareis(request, nareis_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.nareis_komt_niet(
            nareis_id=rij.pk,
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, rij.inburgeraar, "Vastgelegd: de nareis komt niet.")

    return _formulier(request, RedenForm, opslaan, rij.inburgeraar, "Nareis komt niet")


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def aangekomen(request: Verzoek, nareis_id: int) -> HttpResponse:
    """They are here: a household of their own on one page, that joins the family."""
    rij = _nareis(request, nareis_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        overdracht = services.nareis_aangekomen(
            nareis_id=rij.pk, door=request.user, nu=request.nu, **form.cleaned_data
        )
        messages.success(request, "De nareizigers zijn vastgelegd.")
        return redirect("overdracht-tonen", overdracht.pk)

    context = {
        "titel": "Nareizigers aangekomen",
        "uitleg": f"Familie van {rij.inburgeraar.persoon.volledige_naam}.",
        "nareis": rij,
    }
    return huishouden(request, NareisHuishoudenForm, opslaan, context)


def _nareis(request: Verzoek, nareis_id: int) -> Nareis:
    rijen = Nareis.objects.zichtbaar_voor(request.user)
    return get_object_or_404(rijen.select_related("inburgeraar__persoon"), pk=nareis_id)


def _klaar(request: Verzoek, dossier: Inburgeraar, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect("overdracht", dossier.dossiernummer)


def _formulier(
    request: Verzoek,
    form: MaakFormulier,
    opslaan: Any,
    dossier: Inburgeraar,
    titel: str,
    uitleg: str = "",
    begin: Begin = lambda rij: {},
    rij: Nareis | None = None,
) -> HttpResponse:
    context = {
        "titel": titel,
        "uitleg": uitleg,
        "terug": "overdracht",
        "terug_arg": dossier.dossiernummer,
        "terug_tekst": dossier.persoon.naam,
    }
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template="overdracht/los_formulier.html",
        begin=begin,
        rij=rij,
        context=context,
    )

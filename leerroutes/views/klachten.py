"""Complaints: recorded on a provider or in a dossier, closed by who keeps contracts."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from inburgering.dossierpagina import open_dossier
from leerroutes.forms.aanbieders import KlachtAfhandelenForm, KlachtBijDossierForm, KlachtForm
from leerroutes.models import Aanbieder, Klacht
from leerroutes.services import klachten as services
from leerroutes.views.aanbieders_formulier import handelformulier
from leerroutes.views.pagina import BEWERK, formulier, toon_onderdeel
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@BEWERK
@vereist(Recht.AANBIEDERS_ZIEN)
def bij_aanbieder(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    """Of nobody in particular: what somebody with a dossier says is recorded there."""
    aanbieder = get_object_or_404(Aanbieder, pk=aanbieder_id)
    return handelformulier(
        request,
        KlachtForm,
        partial(services.klacht_vastleggen, aanbieder_id=aanbieder.pk),
        aanbieder=aanbieder,
        met_versie=False,
        klaar="De klacht is vastgelegd.",
        titel="Klacht vastleggen",
        uitleg="Klaagt iemand met een dossier? Leg de klacht dan vast in dat dossier, "
        "bij Leerroute. Contractbeheer ziet niet van wie de klacht is.",
    )


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def afhandelen(request: Verzoek, klacht_id: int) -> HttpResponse:
    klacht = get_object_or_404(Klacht.objects.select_related("aanbieder"), pk=klacht_id)
    return handelformulier(
        request,
        KlachtAfhandelenForm,
        partial(services.klacht_afhandelen, klacht_id=klacht.pk),
        aanbieder=klacht.aanbieder,
        rij=klacht,
        klaar="De klacht is afgehandeld.",
        titel="Klacht afhandelen",
        uitleg=f"{klacht.onderwerp}: {klacht.tekst}",
        knop="Afhandelen",
    )


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def van_dossier(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Klachten")
    rijen = dossier.klachten.select_related("aanbieder")
    context = {"klachten": rijen, "mag": request.user.heeft(Recht.LEERROUTE_DOEN)}
    return toon_onderdeel(request, dossier, "leerroutes/aanbieders/klachten.html", context)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def bij_dossier(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Klacht vastleggen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        waarden = dict(form.cleaned_data)
        services.klacht_vastleggen(
            aanbieder_id=waarden.pop("aanbieder").pk,
            dossier_id=dossier.pk,
            door=request.user,
            nu=request.nu,
            **waarden,
        )
        messages.success(request, "De klacht is vastgelegd.")
        return redirect("leerroute-klachten", nummer)

    return formulier(
        request,
        dossier,
        KlachtBijDossierForm,
        opslaan,
        titel="Klacht vastleggen",
        terug="leerroute-klachten",
        uitleg="Contractbeheer leest de klacht, maar ziet niet van wie die is.",
    )

"""The providers: the list, one of them, and what may be done to it and its marks."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from inburgering.datums import lokale_datum
from inburgering.geweigerd import Geweigerd
from leerroutes.forms.aanbieders import (
    AanbiederFilter,
    AanbiederForm,
    KeurmerkForm,
    StoppenForm,
    VerlengenForm,
)
from leerroutes.models import Aanbieder, Keurmerk
from leerroutes.queries.aanbieders import aanbiederlijst, aanbiederpagina
from leerroutes.services import aanbieders as services
from leerroutes.views.aanbieders_formulier import formulier, handelformulier, klaar_met
from leerroutes.views.pagina import BEWERK
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_GET
@vereist(Recht.AANBIEDERS_ZIEN)
def lijst(request: Verzoek) -> HttpResponse:
    form = AanbiederFilter(request.GET)
    form.is_valid()  # a filter that makes no sense is left out, and says so by its field
    keuzes = form.keuzes()
    context = {
        "form": form,
        "regels": aanbiederlijst(op=lokale_datum(request.nu), **keuzes),
        "gefilterd": any(keuzes.values()),
        "mag_beheren": request.user.heeft(Recht.AANBIEDERS_BEHEREN),
    }
    return render(request, "leerroutes/aanbieders/lijst.html", context)


@require_GET
@vereist(Recht.AANBIEDERS_ZIEN)
def tonen(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    aanbieder = get_object_or_404(Aanbieder, pk=aanbieder_id)
    pagina = aanbiederpagina(aanbieder.pk, voor=request.user, op=lokale_datum(request.nu))
    context = {
        "pagina": pagina,
        "aanbieder": pagina.regel.aanbieder,
        "mag_beheren": request.user.heeft(Recht.AANBIEDERS_BEHEREN),
    }
    return render(request, "leerroutes/aanbieders/aanbieder.html", context)


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def nieuw(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        aanbieder = services.aanbieder_toevoegen(
            gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        return klaar_met(request, aanbieder, "De aanbieder staat op de lijst.")

    return formulier(request, AanbiederForm, opslaan, titel="Aanbieder toevoegen")


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def wijzigen(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    aanbieder = get_object_or_404(Aanbieder, pk=aanbieder_id)
    return handelformulier(
        request,
        AanbiederForm,
        partial(services.aanbieder_wijzigen, aanbieder_id=aanbieder.pk),
        aanbieder=aanbieder,
        rij=aanbieder,
        klaar="De gegevens zijn gewijzigd.",
        titel="Aanbieder wijzigen",
    )


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def stoppen(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    aanbieder = get_object_or_404(Aanbieder, pk=aanbieder_id)
    return handelformulier(
        request,
        StoppenForm,
        partial(services.aanbieder_stoppen, aanbieder_id=aanbieder.pk),
        aanbieder=aanbieder,
        rij=aanbieder,
        klaar="De aanbieder is gestopt.",
        titel="Aanbieder stoppen",
        uitleg="Wat is vastgelegd, blijft staan. Dit kan niet zolang er mensen les volgen.",
        knop="Stoppen",
    )


@require_POST
@vereist(Recht.AANBIEDERS_BEHEREN)
def hervatten(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    aanbieder = get_object_or_404(Aanbieder, pk=aanbieder_id)
    try:
        services.aanbieder_hervatten(aanbieder_id=aanbieder.pk, door=request.user, nu=request.nu)
        messages.success(request, "De aanbieder is weer in gebruik.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect("aanbieder", aanbieder.pk)


# --- Marks -------------------------------------------------------------------------------------
@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def keurmerk_nieuw(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    aanbieder = get_object_or_404(Aanbieder, pk=aanbieder_id)
    return handelformulier(
        request,
        KeurmerkForm,
        partial(services.keurmerk_toevoegen, aanbieder_id=aanbieder.pk),
        aanbieder=aanbieder,
        met_versie=False,
        klaar="Het keurmerk is toegevoegd.",
        titel="Keurmerk toevoegen",
    )


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def keurmerk_wijzigen(request: Verzoek, keurmerk_id: int) -> HttpResponse:
    keurmerk = get_object_or_404(Keurmerk.objects.select_related("aanbieder"), pk=keurmerk_id)
    return handelformulier(
        request,
        KeurmerkForm,
        partial(services.keurmerk_wijzigen, keurmerk_id=keurmerk.pk),
        aanbieder=keurmerk.aanbieder,
        rij=keurmerk,
        klaar="Het keurmerk is gewijzigd.",
        titel="Keurmerk wijzigen",
        uitleg="Is er een nieuw keurmerk? Voeg dat dan toe. Alle lessen worden opnieuw beoordeeld.",
    )


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def keurmerk_verlengen(request: Verzoek, keurmerk_id: int) -> HttpResponse:
    keurmerk = get_object_or_404(Keurmerk.objects.select_related("aanbieder"), pk=keurmerk_id)
    return handelformulier(
        request,
        VerlengenForm,
        partial(services.keurmerk_verlengen, keurmerk_id=keurmerk.pk),
        aanbieder=keurmerk.aanbieder,
        rij=keurmerk,
        klaar="Het keurmerk is verlengd.",
        titel="Keurmerk verlengen",
        knop="Verlengen",
    )

"""Surveys: made and shown by who keeps contracts, answered by anybody who has the code."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from inburgering.geweigerd import Geweigerd, weigering
from leerroutes.forms.enquete import (
    EnqueteForm,
    EnqueteVerlengenForm,
    ErvaringForm,
    ervaringform,
)
from leerroutes.models import Aanbieder, Enquete
from leerroutes.policies.enquete import TeVeelAntwoorden, check_enquete_open
from leerroutes.qr import als_beeld
from leerroutes.queries.enquete import enqueteregel
from leerroutes.queries.vragenlijst import open_talen
from leerroutes.services import enquete as services
from leerroutes.views.aanbieders_formulier import handelformulier
from leerroutes.views.pagina import BEWERK
from leerroutes.vragenlijst import Vragenlijst
from medewerkers.rechten import Recht
from medewerkers.toegang import openbaar, vereist
from medewerkers.verzoek import Verzoek


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def nieuw(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    aanbieder = get_object_or_404(Aanbieder, pk=aanbieder_id)
    return handelformulier(
        request,
        EnqueteForm,
        partial(services.enquete_maken, aanbieder_id=aanbieder.pk),
        aanbieder=aanbieder,
        met_versie=False,
        klaar="De enquête is gemaakt. Open hem voor de link en de kaart.",
        titel="Enquête maken",
        uitleg="Vier korte vragen, zonder naam. Wie de link of de kaart heeft, kan antwoorden.",
        knop="Enquête maken",
    )


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def verlengen(request: Verzoek, enquete_id: int) -> HttpResponse:
    enquete = get_object_or_404(Enquete.objects.select_related("aanbieder"), pk=enquete_id)
    return handelformulier(
        request,
        EnqueteVerlengenForm,
        partial(services.enquete_verlengen, enquete_id=enquete.pk),
        aanbieder=enquete.aanbieder,
        rij=enquete,
        klaar="De laatste dag van de enquête is gewijzigd.",
        titel="Laatste dag van de enquête wijzigen",
    )


@require_GET
@vereist(Recht.AANBIEDERS_BEHEREN)
def tonen(request: Verzoek, enquete_id: int) -> HttpResponse:
    return render(request, "leerroutes/aanbieders/enquete.html", _kaart(request, enquete_id))


@require_GET
@vereist(Recht.AANBIEDERS_BEHEREN)
def kaart(request: Verzoek, enquete_id: int) -> HttpResponse:
    """To print and hand out."""
    return render(request, "leerroutes/aanbieders/kaart.html", _kaart(request, enquete_id))


def _kaart(request: Verzoek, enquete_id: int) -> dict[str, Any]:
    get_object_or_404(Enquete, pk=enquete_id)
    regel = enqueteregel(enquete_id, op=lokale_datum(request.nu))
    adres = services.adres_van(regel.enquete)
    talen = open_talen().values()
    return {"regel": regel, "adres": adres, "qr": als_beeld(adres), "talen": talen}


# --- Without signing in ------------------------------------------------------------------------
@BEWERK
@openbaar
def ervaring(request: HttpRequest, code: str) -> HttpResponse:
    """The questions; who answered them in this browser is thanked."""
    enquete = get_object_or_404(Enquete.objects.select_related("aanbieder"), code=code)
    talen = open_talen()
    lijst = talen.get(request.GET.get("taal", ""), talen["nl"])
    context = {"lijst": lijst, "talen": talen.values(), "aanbieder": enquete.aanbieder}
    nu = timezone.now()
    if request.session.get(_sleutel(enquete)):
        return _toon(request, lijst, {**context, "klaar": lijst.bedankt})
    if weigering(check_enquete_open, enquete, op=lokale_datum(nu)):
        return _toon(request, lijst, {**context, "klaar": lijst.gesloten})
    form = ervaringform(lijst)(request.POST if request.method == "POST" else None)
    if form.is_valid() and _geef(enquete, form, nu):
        request.session[_sleutel(enquete)] = True
        return redirect(f"{request.path}?taal={lijst.taal}")
    return _toon(request, lijst, {**context, "form": form}, fout=form.is_bound)


def _geef(enquete: Enquete, form: ErvaringForm, nu: datetime) -> bool:
    """Whether it was given; a machine is told so too, and nothing is kept."""
    if form.door_machine:
        return True
    try:
        services.ervaring_insturen(enquete_id=enquete.pk, antwoord=form.antwoord(), nu=nu)
    except TeVeelAntwoorden:
        form.add_error(None, form.lijst.druk)
        return False
    except Geweigerd:
        form.add_error(None, form.lijst.leeg)
        return False
    return True


def _sleutel(enquete: Enquete) -> str:
    return f"ervaring-{enquete.pk}"


def _toon(
    request: HttpRequest, lijst: Vragenlijst, context: dict[str, Any], *, fout: bool = False
) -> HttpResponse:
    with override(lijst.taal):
        return render(request, "leerroutes/ervaring.html", context, status=422 if fout else 200)

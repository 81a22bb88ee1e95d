"""Talks about the progress: the page, the acts, and the sheet for on the table."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from besluiten.pdf import PDF
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from leerroutes.forms.gesprekken import (
    ExtraGesprekForm,
    GesprekAfspraakForm,
    GesprekCorrigerenForm,
    VoerenForm,
)
from leerroutes.models import Voortgangsgesprek
from leerroutes.queries.gesprekken import gesprekkentab
from leerroutes.services import gesprekken as services
from leerroutes.services.gespreksblad import gespreksblad_pdf
from leerroutes.views.handelen import handelformulier
from leerroutes.views.pagina import BEWERK, toon_onderdeel
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

GESPREKKEN = "leerroute-gesprekken"


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def gesprekken(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Voortgangsgesprekken")
    return toon_onderdeel(
        request,
        dossier,
        "leerroutes/gesprekken.html",
        {
            "tab": gesprekkentab(dossier, nu=request.nu),
            "mag": request.user.heeft(Recht.LEERROUTE_DOEN),
        },
    )


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def blad(request: Verzoek, nummer: str, gesprek_id: int) -> HttpResponse:
    """One sheet with what one wants to know at the talk."""
    dossier = open_dossier(request, nummer, "Blad voor het voortgangsgesprek")
    pdf = gespreksblad_pdf(_gesprek(request, dossier, gesprek_id), op=lokale_datum(request.nu))
    bestand = f"gesprek-{nummer}-{gesprek_id}.pdf"
    naam = content_disposition_header(as_attachment=False, filename=bestand) or ""
    return HttpResponse(pdf, content_type=PDF, headers={"Content-Disposition": naam})


def _gesprek(request: Verzoek, dossier: Inburgeraar, gesprek_id: int) -> Voortgangsgesprek:
    rijen = Voortgangsgesprek.objects.zichtbaar_voor(request.user).select_related(
        "inburgeraar__persoon", "inburgeraar__consulent"
    )
    return get_object_or_404(rijen, pk=gesprek_id, inburgeraar=dossier)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def extra(request: Verzoek, nummer: str) -> HttpResponse:
    titel = "Extra voortgangsgesprek"
    dossier = open_dossier(request, nummer, titel)
    return handelformulier(
        request,
        dossier,
        ExtraGesprekForm,
        partial(services.gesprek_extra, dossier_id=dossier.pk),
        klaar="Het extra gesprek staat op de lijst.",
        titel=titel,
        terug=GESPREKKEN,
    )


def _handel(
    request: Verzoek,
    nummer: str,
    gesprek_id: int,
    form: Any,
    doe: Any,
    *,
    titel: str,
    klaar: str,
    **pagina: Any,
) -> HttpResponse:
    dossier = open_dossier(request, nummer, titel)
    rij = _gesprek(request, dossier, gesprek_id)
    return handelformulier(
        request,
        dossier,
        form,
        partial(doe, gesprek_id=rij.pk),
        klaar=klaar,
        titel=f"{titel}: gesprek {rij.nummer}",
        terug=GESPREKKEN,
        rij=rij,
        **pagina,
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def afspreken(request: Verzoek, nummer: str, gesprek_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        gesprek_id,
        GesprekAfspraakForm,
        services.gesprek_afspreken,
        titel="Afspraak maken",
        klaar="De afspraak staat gepland. U vindt die ook bij Contact.",
        uitleg="Stond er al een afspraak? Dan wordt die afgezegd.",
        knop="Afspreken",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def voeren(request: Verzoek, nummer: str, gesprek_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        gesprek_id,
        VoerenForm,
        services.gesprek_voeren,
        titel="Gesprek vastleggen",
        klaar="Het gesprek is vastgelegd.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def corrigeren(request: Verzoek, nummer: str, gesprek_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        gesprek_id,
        GesprekCorrigerenForm,
        services.gesprek_corrigeren,
        titel="Gesprek corrigeren",
        klaar="Het gesprek is gecorrigeerd.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def terugzetten(request: Verzoek, nummer: str, gesprek_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        gesprek_id,
        RedenForm,
        services.gesprek_terugzetten,
        titel="Gesprek terugzetten",
        klaar="Het gesprek staat weer bij de gesprekken die u nog moet voeren.",
        uitleg="Doe dit als het gesprek toch niet is gevoerd. Het verslag gaat van de pagina af.",
        knop="Terugzetten",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def niet_gekomen(request: Verzoek, nummer: str, gesprek_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        gesprek_id,
        RedenForm,
        services.gesprek_niet_gekomen,
        titel="Niet gekomen",
        klaar="Vastgelegd: niet gekomen. Maak een nieuwe afspraak.",
        uitleg="Schrijf op wat u weet van de reden. Het gesprek moet nog worden gevoerd.",
        knop="Vastleggen",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def vervallen(request: Verzoek, nummer: str, gesprek_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        gesprek_id,
        RedenForm,
        services.gesprek_laten_vervallen,
        titel="Gesprek laten vervallen",
        klaar="Het gesprek is vervallen.",
        uitleg="Staat er een afspraak? Dan wordt die afgezegd.",
        knop="Laten vervallen",
    )

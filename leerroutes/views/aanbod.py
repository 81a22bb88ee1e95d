"""Lessons: the page, and the acts on an offer of the municipality."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from leerroutes.forms.aanbod import (
    AanbodForm,
    AanbodWijzigenForm,
    DagForm,
    DagRedenForm,
    StartenForm,
    WachtlijstForm,
    met_scholen,
)
from leerroutes.models import Inburgeringsaanbod
from leerroutes.queries.lessentab import lessentab
from leerroutes.queries.scholen import bezettingen, scholen
from leerroutes.services import aanbod as services
from leerroutes.services.aanbodbrief import aanbodbrief_maken, verklaring_maken
from leerroutes.views.handelen import handelformulier, handelknop
from leerroutes.views.pagina import BEWERK, formulier, toon_onderdeel
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

LESSEN = "leerroute-lessen"


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def lessen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Lessen")
    tab = lessentab(dossier, op=lokale_datum(request.nu))
    return toon_onderdeel(
        request,
        dossier,
        "leerroutes/lessen.html",
        {"tab": tab, "mag": request.user.heeft(Recht.LEERROUTE_DOEN)},
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def aanbod_doen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Aanbod doen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.aanbod_doen(
            dossier_id=dossier.pk,
            gegevens=form.gegevens(),
            duo_reden=form.cleaned_data["duo_reden"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het aanbod is vastgelegd. Maak nu de brief.")
        return redirect(LESSEN, nummer)

    form = schoolform(AanbodForm, request)
    return formulier(request, dossier, form, opslaan, titel="Aanbod doen", terug=LESSEN)


def schoolform(vorm: Any, request: Verzoek) -> Any:
    """The form with the schools of today, and how full they are."""
    op = lokale_datum(request.nu)
    keuze = scholen(op=op)
    return met_scholen(vorm, keuze, bezettingen([school.pk for school in keuze], op=op))


def _handel(
    request: Verzoek,
    nummer: str,
    aanbod_id: int,
    form: Any,
    doe: Any,
    *,
    titel: str,
    klaar: str,
    **pagina: Any,
) -> HttpResponse:
    dossier = open_dossier(request, nummer, titel)
    rij = _aanbod(request, dossier, aanbod_id)
    pagina.setdefault("uitleg", f"{rij.get_lessoort_display()} bij {rij.aanbieder}.")
    return handelformulier(
        request,
        dossier,
        form,
        partial(doe, aanbod_id=rij.pk),
        klaar=klaar,
        titel=titel,
        terug=LESSEN,
        rij=rij,
        **pagina,
    )


def _aanbod(request: Verzoek, dossier: Inburgeraar, aanbod_id: int) -> Inburgeringsaanbod:
    rijen = Inburgeringsaanbod.objects.zichtbaar_voor(request.user).select_related("aanbieder")
    return get_object_or_404(rijen, pk=aanbod_id, inburgeraar=dossier)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def aanvaarden(request: Verzoek, nummer: str, aanbod_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        aanbod_id,
        DagForm,
        services.aanbod_aanvaarden,
        titel="Aanbod aanvaarden",
        klaar="Vastgelegd: het aanbod is aanvaard.",
        knop="Aanvaarden",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def weigeren(request: Verzoek, nummer: str, aanbod_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        aanbod_id,
        DagRedenForm,
        services.aanbod_weigeren,
        titel="Aanbod weigeren",
        klaar="Vastgelegd: het aanbod is geweigerd.",
        knop="Weigeren",
        gevolgen=[
            "Het aanbod loopt niet meer. De lessen blijven een afspraak uit het PIP.",
            "U krijgt de taak om een nieuw aanbod te doen.",
        ],
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def op_wachtlijst(request: Verzoek, nummer: str, aanbod_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        aanbod_id,
        WachtlijstForm,
        services.aanbod_op_wachtlijst,
        titel="Op de wachtlijst zetten",
        klaar="Vastgelegd: op de wachtlijst.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def starten(request: Verzoek, nummer: str, aanbod_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        aanbod_id,
        StartenForm,
        services.aanbod_starten,
        titel="Lessen starten",
        klaar="Vastgelegd: de lessen zijn begonnen. U kunt nu uren vastleggen.",
        knop="Starten",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def beeindigen(request: Verzoek, nummer: str, aanbod_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        aanbod_id,
        DagRedenForm,
        services.aanbod_beeindigen,
        titel="Aanbod beëindigen",
        klaar="Het aanbod is beëindigd.",
        knop="Beëindigen",
        gevolgen=[
            "Het aanbod loopt niet meer en kan niet opnieuw beginnen.",
            "Lopen de lessen nog? Dan eindigen die op dezelfde dag.",
        ],
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def wijzigen(request: Verzoek, nummer: str, aanbod_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        aanbod_id,
        AanbodWijzigenForm,
        services.aanbod_wijzigen,
        titel="Aanbod wijzigen",
        klaar="Het aanbod is gewijzigd.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def antwoord_terugnemen(request: Verzoek, nummer: str, aanbod_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        aanbod_id,
        RedenForm,
        services.aanbod_antwoord_terugnemen,
        titel="Antwoord terugnemen",
        klaar="Vastgelegd: er is nog geen antwoord op het aanbod.",
        knop="Terugnemen",
    )


@require_POST
@vereist(Recht.LEERROUTE_DOEN)
def brief(request: Verzoek, nummer: str, aanbod_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Brief bij het aanbod")
    return handelknop(
        request,
        nummer,
        partial(aanbodbrief_maken, aanbod_id=_aanbod(request, dossier, aanbod_id).pk),
        klaar="De brief is gemaakt. Leg vast wanneer u die verstuurt.",
        terug=LESSEN,
    )


@require_POST
@vereist(Recht.LEERROUTE_DOEN)
def verklaring(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Verklaring geen tijdig aanbod")
    return handelknop(
        request,
        nummer,
        partial(verklaring_maken, dossier_id=dossier.pk),
        klaar="De verklaring is gemaakt. Leg vast wanneer u die verstuurt.",
        terug=LESSEN,
    )

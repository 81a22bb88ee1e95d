"""The lessons somebody follows: begun by who chooses a school, changed, ended, gone on with."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from leerroutes.forms.aanbod import DeelnameForm, DeelnameWijzigenForm, LaatsteLesForm
from leerroutes.models import Deelname
from leerroutes.services import deelname as services
from leerroutes.views.aanbod import LESSEN, schoolform
from leerroutes.views.handelen import handelformulier
from leerroutes.views.pagina import BEWERK, formulier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def starten(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Lessen vastleggen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.deelname_starten(
            dossier_id=dossier.pk, gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        messages.success(request, "De lessen zijn vastgelegd. U kunt nu uren vastleggen.")
        return redirect(LESSEN, nummer)

    form = schoolform(DeelnameForm, request)
    return formulier(request, dossier, form, opslaan, titel="Lessen vastleggen", terug=LESSEN)


def _handel(
    request: Verzoek,
    nummer: str,
    deelname_id: int,
    form: Any,
    doe: Any,
    *,
    titel: str,
    klaar: str,
    **pagina: Any,
) -> HttpResponse:
    dossier = open_dossier(request, nummer, titel)
    rijen = Deelname.objects.zichtbaar_voor(request.user).select_related("aanbieder")
    rij = get_object_or_404(rijen, pk=deelname_id, inburgeraar=dossier)
    return handelformulier(
        request,
        dossier,
        form,
        partial(doe, deelname_id=rij.pk),
        klaar=klaar,
        titel=titel,
        terug=LESSEN,
        rij=rij,
        uitleg=f"{rij.get_lessoort_display()} bij {rij.aanbieder}.",
        **pagina,
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def wijzigen(request: Verzoek, nummer: str, deelname_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        deelname_id,
        DeelnameWijzigenForm,
        services.deelname_wijzigen,
        titel="Lessen wijzigen",
        klaar="De lessen zijn gewijzigd.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def beeindigen(request: Verzoek, nummer: str, deelname_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        deelname_id,
        LaatsteLesForm,
        services.deelname_beeindigen,
        titel="Lessen beëindigen",
        klaar="Vastgelegd: de lessen zijn geëindigd.",
        knop="Beëindigen",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def hervatten(request: Verzoek, nummer: str, deelname_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        deelname_id,
        RedenForm,
        services.deelname_hervatten,
        titel="Lessen hervatten",
        klaar="Vastgelegd: de lessen gaan door.",
        knop="Hervatten",
    )

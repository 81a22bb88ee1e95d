"""The volunteers, and with whom they are linked."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from inburgering.bewerken import bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from leerroutes.forms.begeleiding import EindeForm
from leerroutes.forms.plaatsingen import WeekurenForm
from leerroutes.forms.vrijwilligers import (
    StoppenForm,
    VrijwilligerFilter,
    VrijwilligerForm,
    koppelform,
)
from leerroutes.models import Vrijwilliger
from leerroutes.queries.uren import koppel_in_woorden
from leerroutes.queries.vrijwilligers import (
    eigen_koppels,
    voorstellen,
    vrijwilligerregel,
    vrijwilligers_voor,
    vrijwilligersblad,
)
from leerroutes.services import vrijwilligers as services
from leerroutes.services.uren import uren_vastleggen
from leerroutes.views.begeleiding import bewerk_op_tab, met_begin
from leerroutes.views.pagina import BEWERK
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_GET
@vereist(Recht.BEGELEIDING_DOEN, Recht.PARTICIPATIE)
def lijst(request: Verzoek) -> HttpResponse:
    form = VrijwilligerFilter(request.GET)
    form.is_valid()  # what cannot be searched for is left out, not an error page
    keuze = {naam: form.cleaned_data.get(naam, "") for naam in ("naam", "taal", "dorp", "gestopt")}
    blad = vrijwilligersblad(
        request.user, **keuze | {"gestopt": bool(keuze["gestopt"])}, na=request.GET.get("na", "")
    )
    vraag = urlencode({naam: waarde for naam, waarde in keuze.items() if waarde})
    context = {
        "form": form,
        "blad": blad,
        "volgende": f"?{vraag}&na={blad.volgende}" if blad.volgende else "",
        "gefilterd": bool(vraag),
    }
    return render(request, "leerroutes/vrijwilligers/lijst.html", context)


def _vrijwilliger(request: Verzoek, vrijwilliger_id: int) -> Vrijwilliger:
    return get_object_or_404(vrijwilligers_voor(request.user), pk=vrijwilliger_id)


@require_GET
@vereist(Recht.BEGELEIDING_DOEN, Recht.PARTICIPATIE)
def tonen(request: Verzoek, vrijwilliger_id: int) -> HttpResponse:
    rij = _vrijwilliger(request, vrijwilliger_id)
    context = {"regel": vrijwilligerregel(rij.pk, voor=request.user)}
    return render(request, "leerroutes/vrijwilligers/vrijwilliger.html", context)


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN, Recht.PARTICIPATIE)
def nieuw(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        rij = services.vrijwilliger_toevoegen(
            gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        return _klaar(request, rij, "De vrijwilliger staat op de lijst.")

    form = partial(VrijwilligerForm, door=request.user)
    return _formulier(request, form, opslaan, titel="Vrijwilliger toevoegen")


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN, Recht.PARTICIPATIE)
def wijzigen(request: Verzoek, vrijwilliger_id: int) -> HttpResponse:
    rij = _vrijwilliger(request, vrijwilliger_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.vrijwilliger_wijzigen(
            vrijwilliger_id=rij.pk,
            versie=versie,
            gegevens=form.gegevens(),
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, rij, "De vrijwilliger is gewijzigd.")

    form = partial(VrijwilligerForm, door=request.user)
    return _formulier(request, form, opslaan, titel="Vrijwilliger wijzigen", rij=rij)


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN, Recht.PARTICIPATIE)
def stoppen(request: Verzoek, vrijwilliger_id: int) -> HttpResponse:
    rij = _vrijwilliger(request, vrijwilliger_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.vrijwilliger_stoppen(
            vrijwilliger_id=rij.pk,
            versie=versie,
            door=request.user,
            nu=request.nu,
            **form.cleaned_data,
        )
        return _klaar(request, rij, "De vrijwilliger is gestopt.")

    return _formulier(
        request,
        StoppenForm,
        opslaan,
        titel="Vrijwilliger stoppen",
        rij=rij,
        begin=lambda rij: {},
        uitleg="Wie aan deze vrijwilliger is gekoppeld, heeft daarna een ander nodig.",
        knop="Vastleggen",
    )


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN, Recht.PARTICIPATIE)
def hervatten(request: Verzoek, vrijwilliger_id: int) -> HttpResponse:
    rij = _vrijwilliger(request, vrijwilliger_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.vrijwilliger_hervatten(
            vrijwilliger_id=rij.pk,
            versie=versie,
            door=request.user,
            nu=request.nu,
            **form.cleaned_data,
        )
        return _klaar(request, rij, "De vrijwilliger is weer actief.")

    return _formulier(
        request,
        RedenForm,
        opslaan,
        titel="Vrijwilliger weer actief",
        rij=rij,
        begin=lambda rij: {},
        uitleg="De koppels van vóór het stoppen blijven beëindigd: koppel zo nodig opnieuw.",
        knop="Weer actief",
    )


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def koppelen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Taalkoppel")
    op = lokale_datum(request.nu)
    keuzes = voorstellen(dossier, voor=request.user, op=op)

    def doe(form: Any, versie: int | None) -> None:
        waarden = dict(form.cleaned_data)
        services.koppelen(
            dossier_id=dossier.pk,
            vrijwilliger_id=waarden.pop("vrijwilliger"),
            door=request.user,
            nu=request.nu,
            **waarden,
        )

    uitleg = (
        "Wie de taal van deze persoon spreekt of in hetzelfde dorp woont, staat bovenaan."
        if keuzes
        else "Er is nu geen vrijwilliger met een plaats vrij."
    )
    return bewerk_op_tab(
        request,
        dossier,
        met_begin(koppelform(keuzes), start_op=op),
        doe,
        titel="Vrijwilliger koppelen",
        klaar="Het taalkoppel is vastgelegd.",
        uitleg=uitleg,
        knop="Koppelen",
    )


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def koppel_beeindigen(request: Verzoek, nummer: str, taalkoppel_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Taalkoppel beëindigen")
    rij = get_object_or_404(eigen_koppels(dossier, voor=request.user), pk=taalkoppel_id)

    def doe(form: Any, versie: int | None) -> None:
        services.koppel_beeindigen(
            taalkoppel_id=rij.pk,
            versie=versie,
            door=request.user,
            nu=request.nu,
            **form.cleaned_data,
        )

    return bewerk_op_tab(
        request,
        dossier,
        EindeForm,
        doe,
        titel="Taalkoppel beëindigen",
        klaar="Het taalkoppel is beëindigd.",
        rij=rij,
        knop="Beëindigen",
    )


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def koppel_uren(request: Verzoek, nummer: str, taalkoppel_id: int) -> HttpResponse:
    """The hours of one week with this volunteer: they count as taking part."""
    dossier = open_dossier(request, nummer, "Uren van een taalkoppel")
    rij = get_object_or_404(eigen_koppels(dossier, voor=request.user), pk=taalkoppel_id)

    def doe(form: Any, versie: int | None) -> None:
        regels = form.regels(taalkoppel=rij)
        uren_vastleggen(dossier_id=dossier.pk, regels=regels, door=request.user, nu=request.nu)

    return bewerk_op_tab(
        request,
        dossier,
        WeekurenForm,
        doe,
        titel="Uren vastleggen",
        klaar="De uren zijn vastgelegd.",
        uitleg=f"{koppel_in_woorden(rij)}. Een dag zonder uren laat u leeg. {_TELT}",
    )


_TELT = "Deze uren tellen als participatie, niet als les."


def _klaar(request: Verzoek, rij: Vrijwilliger, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect("vrijwilliger", rij.pk)


def _formulier(
    request: Verzoek,
    form: Any,
    opslaan: Any,
    *,
    titel: str,
    rij: Vrijwilliger | None = None,
    begin: Any = VrijwilligerForm.begin,
    **pagina: Any,
) -> HttpResponse:
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template="leerroutes/vrijwilligers/formulier.html",
        begin=begin,
        rij=rij,
        context={"titel": titel, "vrijwilliger": rij, **pagina},
    )

"""The tab Ontzorgen of a dossier, and the list of all periods that run."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier, toon_dossier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.forms.perioden import (
    BeeindigenForm,
    BijstandCorrigerenForm,
    BijstandForm,
    activerenform,
)
from ontzorgen.models import Ontzorgperiode, Uitkering
from ontzorgen.queries.lastentab import lastentab, loopt_via
from ontzorgen.queries.partners import gezinspartners
from ontzorgen.queries.perioden import lijst, ontzorgtab
from ontzorgen.services import bijstand as bijstand_services
from ontzorgen.services import perioden
from ontzorgen.views.pagina import BEWERK, formulier, handel, rij_van, tab_url

_DELEN = (
    ("Overzicht per maand", "ontzorgen-overzicht", Recht.ONTZORGEN_ZIEN),
    ("Betaalbatches", "batches", Recht.BETALEN_ZIEN),
    ("Crediteuren", "crediteuren", Recht.CREDITEUREN_ZIEN),
)


@require_GET
@vereist(Recht.ONTZORGEN_ZIEN)
def overzicht(request: Verzoek) -> HttpResponse:
    op = lokale_datum(request.nu)
    context = {
        "lijst": lijst(request.user, op=op, pagina=request.GET.get("pagina", "1")),
        "delen": [(tekst, naam) for tekst, naam, recht in _DELEN if request.user.heeft(recht)],
    }
    return render(request, "ontzorgen/lijst.html", context)


@require_GET
@vereist(Recht.ONTZORGEN_ZIEN)
def ontzorgen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Ontzorgen")
    op = lokale_datum(request.nu)
    tab = ontzorgtab(dossier, op=op)
    context = {
        "tab": tab,
        "geld": tab.uitkering and lastentab(dossier, tab.uitkering, voor=request.user, op=op),
        "via": loopt_via(dossier, voor=request.user, op=op),
        "mag": request.user.heeft(Recht.ONTZORGEN_DOEN),
        "vandaag": op,
    }
    return toon_dossier(request, dossier, "ontzorgen/ontzorgen.html", context)


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def bijstand(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Bijstand vastleggen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        bijstand_services.bijstand_vastleggen(
            dossier_id=dossier.pk, bijstand=form.bijstand(), door=request.user, nu=request.nu
        )
        messages.success(request, "De bijstand is vastgelegd.")
        return redirect("ontzorgen", nummer)

    pagina: dict[str, Any] = {
        "titel": "Bijstand vastleggen",
        "uitleg": "Het systeem bepaalt of er recht is op ontzorgen, en van wanneer tot wanneer.",
    }
    return formulier(request, dossier, BijstandForm, opslaan, **pagina)


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def bijstand_corrigeren(request: Verzoek, nummer: str, uitkering_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Bijstand corrigeren")
    rij = rij_van(request, dossier, Uitkering, uitkering_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        bijstand_services.bijstand_corrigeren(
            uitkering_id=rij.pk,
            versie=versie,
            bijstand=form.bijstand(),
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De bijstand is gecorrigeerd.")
        return redirect("ontzorgen", nummer)

    pagina: dict[str, Any] = {
        "titel": "Bijstand corrigeren of beëindigen",
        "uitleg": "De periode van ontzorgen en de termijn schuiven mee.",
    }
    return formulier(request, dossier, BijstandCorrigerenForm, opslaan, rij=rij, **pagina)


@require_POST
@vereist(Recht.ONTZORGEN_DOEN)
def herzien(request: Verzoek, nummer: str, uitkering_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Ontzorgen herzien")
    rij = rij_van(request, dossier, Uitkering, uitkering_id)
    return handel(
        request,
        bijstand_services.ontzorgen_herzien,
        klaar="Het ontzorgen past weer bij het verblijfsrecht.",
        url=tab_url(dossier),
        wat="de bijstand",
        uitkering_id=rij.pk,
    )


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def activeren(request: Verzoek, nummer: str, periode_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Ontzorgen regelen")
    rij = rij_van(request, dossier, Ontzorgperiode, periode_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        perioden.ontzorgen_activeren(
            periode_id=rij.pk, versie=versie, **form.waarden(), door=request.user, nu=request.nu
        )
        messages.success(request, "Het ontzorgen is geregeld.")
        return redirect("ontzorgen", nummer)

    pagina: dict[str, Any] = {
        "titel": "Besluit en machtiging vastleggen",
        "uitleg": "Met het besluit en de machtiging mag de gemeente de vaste lasten betalen.",
    }
    form = activerenform(gezinspartners(dossier, voor=request.user))
    return formulier(request, dossier, form, opslaan, rij=rij, **pagina)


@BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def beeindigen(request: Verzoek, nummer: str, periode_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Ontzorgen beëindigen")
    rij = rij_van(request, dossier, Ontzorgperiode, periode_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        perioden.ontzorgen_beeindigen(
            periode_id=rij.pk,
            versie=versie,
            reden=form.gekozen_reden(),
            op=form.cleaned_data["op"],
            toelichting=form.cleaned_data["toelichting"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het ontzorgen is beëindigd.")
        return redirect("ontzorgen", nummer)

    pagina: dict[str, Any] = {
        "titel": "Ontzorgen beëindigen",
        "uitleg": "Na deze dag betaalt de gemeente de vaste lasten niet meer. De termijn vervalt.",
        "knop": "Beëindigen",
    }
    return formulier(request, dossier, BeeindigenForm, opslaan, rij=rij, **pagina)

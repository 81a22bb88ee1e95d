"""The tab Ontzorgen of a dossier, and the list of all periods that run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering.bewerken import Opslaan, bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier, toon_dossier
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Inburgeraar
from medewerkers.models import Rij
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.forms.perioden import (
    ActiverenForm,
    BeeindigenForm,
    BijstandCorrigerenForm,
    BijstandForm,
)
from ontzorgen.models import Ontzorgperiode, Uitkering
from ontzorgen.queries.perioden import lijst, ontzorgtab
from ontzorgen.services import bijstand as bijstand_services
from ontzorgen.services import perioden

_BEWERK = require_http_methods(["GET", "POST"])
_DELEN = (
    ("Betaalbatches", "batches", Recht.BETALEN_ZIEN),
    ("Crediteuren", "crediteuren", Recht.CREDITEUREN_ZIEN),
)


def _uitkering(request: Verzoek, dossier: Inburgeraar, uitkering_id: int) -> Uitkering:
    rijen = Uitkering.objects.zichtbaar_voor(request.user)
    return get_object_or_404(rijen, pk=uitkering_id, inburgeraar=dossier)


def _periode(request: Verzoek, dossier: Inburgeraar, periode_id: int) -> Ontzorgperiode:
    rijen = Ontzorgperiode.objects.zichtbaar_voor(request.user)
    return get_object_or_404(rijen, pk=periode_id, uitkering__inburgeraar=dossier)


def _formulier(
    request: Verzoek,
    dossier: Inburgeraar,
    form: Any,
    opslaan: Opslaan,
    *,
    rij: Rij | None = None,
    pagina: Mapping[str, object],
) -> HttpResponse:
    """The page of one form; `pagina` is what its template asks for."""
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        begin=getattr(form, "begin", lambda rij: {}),
        rij=rij,
        context=dossiercontext(request, dossier) | {"terug": "ontzorgen"} | dict(pagina),
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
    tab = ontzorgtab(dossier, op=lokale_datum(request.nu))
    context = {"tab": tab, "mag": request.user.heeft(Recht.ONTZORGEN_DOEN)}
    return toon_dossier(request, dossier, "ontzorgen/ontzorgen.html", context)


@_BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def bijstand(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Bijstand vastleggen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        bijstand_services.bijstand_vastleggen(
            dossier_id=dossier.pk, bijstand=form.bijstand(), door=request.user, nu=request.nu
        )
        messages.success(request, "De bijstand is vastgelegd.")
        return redirect("ontzorgen", nummer)

    pagina = {
        "titel": "Bijstand vastleggen",
        "uitleg": "Het systeem bepaalt of er recht is op ontzorgen, en van wanneer tot wanneer.",
    }
    return _formulier(request, dossier, BijstandForm, opslaan, pagina=pagina)


@_BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def bijstand_corrigeren(request: Verzoek, nummer: str, uitkering_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Bijstand corrigeren")
    rij = _uitkering(request, dossier, uitkering_id)

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

    pagina = {
        "titel": "Bijstand corrigeren of beëindigen",
        "uitleg": "De periode van ontzorgen en de termijn schuiven mee.",
    }
    return _formulier(request, dossier, BijstandCorrigerenForm, opslaan, rij=rij, pagina=pagina)


@require_POST
@vereist(Recht.ONTZORGEN_DOEN)
def herzien(request: Verzoek, nummer: str, uitkering_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Ontzorgen herzien")
    rij = _uitkering(request, dossier, uitkering_id)
    versie = request.POST.get("versie", "")
    try:
        bijstand_services.ontzorgen_herzien(
            uitkering_id=rij.pk,
            versie=int(versie) if versie.isdigit() else 0,
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het ontzorgen past weer bij het verblijfsrecht.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    except Gewijzigd:
        messages.error(
            request, "Een collega heeft de bijstand intussen gewijzigd. Bekijk het eerst."
        )
    return redirect("ontzorgen", nummer)


@_BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def activeren(request: Verzoek, nummer: str, periode_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Ontzorgen regelen")
    rij = _periode(request, dossier, periode_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        perioden.ontzorgen_activeren(
            periode_id=rij.pk, versie=versie, **form.cleaned_data, door=request.user, nu=request.nu
        )
        messages.success(request, "Het ontzorgen is geregeld.")
        return redirect("ontzorgen", nummer)

    pagina = {
        "titel": "Besluit en machtiging vastleggen",
        "uitleg": "Met het besluit en de machtiging mag de gemeente de vaste lasten betalen.",
    }
    return _formulier(request, dossier, ActiverenForm, opslaan, rij=rij, pagina=pagina)


@_BEWERK
@vereist(Recht.ONTZORGEN_DOEN)
def beeindigen(request: Verzoek, nummer: str, periode_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Ontzorgen beëindigen")
    rij = _periode(request, dossier, periode_id)

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

    pagina = {
        "titel": "Ontzorgen beëindigen",
        "uitleg": "Na deze dag betaalt de gemeente de vaste lasten niet meer. De termijn vervalt.",
        "knop": "Beëindigen",
    }
    return _formulier(request, dossier, BeeindigenForm, opslaan, rij=rij, pagina=pagina)

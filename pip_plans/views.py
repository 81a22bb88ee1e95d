"""The tab PIP: the plan that holds, the plan in the making, and the acts on them."""

from __future__ import annotations

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering.bewerken import bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier, toon_dossier
from inburgering.forms import RedenForm
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Inburgeraar
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from pip_plans import services
from pip_plans.brief import maak_brief, stel_brief_op
from pip_plans.forms import PipForm, VaststellenForm
from pip_plans.models import Pip
from pip_plans.queries import dagtekening_initieel, pips_van
from pip_plans.tab import gevolgen, piptab

_BEWERK = require_http_methods(["GET", "POST"])


def _pip(request: Verzoek, dossier: Inburgeraar, pip_id: int) -> Pip:
    return get_object_or_404(
        Pip.objects.zichtbaar_voor(request.user), pk=pip_id, inburgeraar=dossier
    )


@require_GET
@vereist(Recht.PIP_ZIEN)
def pip(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "PIP")
    tab = piptab(dossier, voor=request.user, op=lokale_datum(request.nu))
    return toon_dossier(request, dossier, "pip_plans/pip.html", {"tab": tab})


@require_POST
@vereist(Recht.PIP_OPSTELLEN)
def opstellen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "PIP opstellen")
    try:
        nieuw = services.opstellen(dossier_id=dossier.pk, door=request.user, nu=request.nu)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
        return redirect("pip", nummer)
    return redirect("pip-wijzigen", nummer, nieuw.pk)


@_BEWERK
@vereist(Recht.PIP_OPSTELLEN)
def wijzigen(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "PIP wijzigen")
    rij = _pip(request, dossier, pip_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.inhoud_wijzigen(
            pip_id=rij.pk,
            versie=versie,
            inhoud=form.cleaned_data,
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het plan is opgeslagen.")
        return redirect("pip", nummer)

    return bewerk(
        request,
        PipForm,
        opslaan=opslaan,
        template="pip_plans/wijzigen.html",
        begin=PipForm.begin,
        rij=rij,
        context=dossiercontext(request, dossier) | {"pip": rij},
    )


@require_GET
@vereist(Recht.PIP_ZIEN)
@csp_replace({"frame-ancestors": [SELF]})
@xframe_options_sameorigin
def voorbeeld(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    """The letter as it would be today, marked CONCEPT on every page. Nothing is stored.

    The one answer that a page of ours may show in a frame: beside the form that makes it.
    """
    dossier = open_dossier(request, nummer, "PIP voorbeeld")
    rij = _pip(request, dossier, pip_id)
    vandaag = lokale_datum(request.nu)
    eerste = dagtekening_initieel(pips_van(dossier.pk), anders=vandaag)
    brief = stel_brief_op(
        rij, dossier, dagtekening=vandaag, dagtekening_initieel=eerste, door=request.user
    )
    antwoord = HttpResponse(maak_brief(brief, concept=True), content_type="application/pdf")
    naam = f"concept-{brief.kenmerk}.pdf"
    antwoord["Content-Disposition"] = content_disposition_header(False, naam) or ""
    return antwoord


@_BEWERK
@vereist(Recht.PIP_VASTSTELLEN)
def vaststellen(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    """Ask once, saying what will happen; then do it, all or nothing."""
    dossier = open_dossier(request, nummer, "PIP vaststellen")
    rij = _pip(request, dossier, pip_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.vaststellen(
            pip_id=rij.pk,
            versie=versie or 0,
            duo_reden=form.cleaned_data["duo_reden"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het PIP is vastgesteld. Maak het nu bekend.")
        return redirect("pip", nummer)

    tab = piptab(dossier, voor=request.user, op=lokale_datum(request.nu))
    context = {"pip": rij, "tab": tab, "gevolgen": gevolgen(tab, op=lokale_datum(request.nu))}
    return bewerk(
        request,
        VaststellenForm,
        opslaan=opslaan,
        template="pip_plans/vaststellen.html",
        rij=rij,
        context=dossiercontext(request, dossier) | context,
    )


@require_POST
@vereist(Recht.PIP_OPSTELLEN)
def voorleggen(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    return _doe(request, nummer, pip_id, services.voorleggen, "Het plan is voorgelegd.")


@require_POST
@vereist(Recht.PIP_OPSTELLEN)
def terugnemen(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    return _doe(request, nummer, pip_id, services.terugnemen, "Het plan is weer een concept.")


def _doe(request: Verzoek, nummer: str, pip_id: int, act: Any, gelukt: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "PIP")
    rij = _pip(request, dossier, pip_id)
    versie = request.POST.get("versie", "")
    try:
        act(
            pip_id=rij.pk,
            versie=int(versie) if versie.isdigit() else 0,
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, gelukt)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    except Gewijzigd:
        messages.error(
            request, "Een collega heeft het plan intussen gewijzigd. Bekijk het opnieuw."
        )
    return redirect("pip", nummer)


@_BEWERK
@vereist(Recht.PIP_VASTSTELLEN)
def intrekken(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "PIP intrekken")
    rij = _pip(request, dossier, pip_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.intrekken(
            pip_id=rij.pk,
            versie=versie,
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het PIP is ingetrokken.")
        return redirect("pip", nummer)

    uitleg = "De inburgeringstermijn verandert hierdoor niet. Maak daarna een nieuw plan."
    return bewerk(
        request,
        RedenForm,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        rij=rij,
        context=dossiercontext(request, dossier)
        | {"titel": "PIP intrekken", "uitleg": uitleg, "terug": "pip", "knop": "Intrekken"},
    )

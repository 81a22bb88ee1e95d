"""The tab, and the plan in the making."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET, require_POST

from inburgering.bewerken import bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier, toon_dossier
from inburgering.geweigerd import Geweigerd
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from pip_plans.brief import maak_brief, stel_brief_op
from pip_plans.forms import PipForm
from pip_plans.services import opstellen as services
from pip_plans.tab import invulpagina, piptab, taalkaart
from pip_plans.views.wegen import BEWERK, doe, pip_van


@require_GET
@vereist(Recht.PIP_ZIEN)
def pip(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "PIP")
    tab = piptab(dossier, voor=request.user, op=lokale_datum(request.nu))
    context = {"tab": tab, "kaart": taalkaart(tab.vastgesteld)}
    return toon_dossier(request, dossier, "pip_plans/pip.html", context)


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


@BEWERK
@vereist(Recht.PIP_OPSTELLEN)
def wijzigen(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "PIP wijzigen")
    rij = pip_van(request, dossier, pip_id)

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
        context=dossiercontext(request, dossier) | {"pip": rij, "pagina": invulpagina(rij)},
    )


@require_POST
@vereist(Recht.PIP_OPSTELLEN)
def aanvullen(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    """What is still empty, from the intake as it is now."""
    dossier = open_dossier(request, nummer, "PIP aanvullen uit de intake")
    rij = pip_van(request, dossier, pip_id)
    gelukt = "Lege velden zijn aangevuld uit de intake. Wat u schreef, is niet veranderd."
    return doe(request, dossier, rij, services.uit_intake_aanvullen, gelukt)


@require_GET
@vereist(Recht.PIP_ZIEN)
@csp_replace({"frame-ancestors": [SELF]})
@xframe_options_sameorigin
def voorbeeld(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    """The letter as it would be today, marked CONCEPT on every page. Nothing is stored.

    The one answer that a page of ours may show in a frame: beside the form that makes it. While
    the letter says the same it is not made again.
    """
    dossier = open_dossier(request, nummer, "PIP voorbeeld")
    rij = pip_van(request, dossier, pip_id)
    vandaag = lokale_datum(request.nu)
    brief = stel_brief_op(rij, dossier, dagtekening=vandaag, door=request.user)
    merk = f'"{sha256(repr(brief).encode()).hexdigest()}"'
    if request.headers.get("If-None-Match") == merk:
        return HttpResponseNotModified()
    antwoord = HttpResponse(maak_brief(brief, concept=True), content_type="application/pdf")
    naam = f"concept-{brief.hoofd.kenmerk}.pdf"
    antwoord["Content-Disposition"] = content_disposition_header(False, naam) or ""
    antwoord["ETag"] = merk
    return antwoord


@require_POST
@vereist(Recht.PIP_OPSTELLEN)
def voorleggen(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "PIP")
    rij = pip_van(request, dossier, pip_id)
    return doe(request, dossier, rij, services.voorleggen, "Het plan is voorgelegd.")


@require_POST
@vereist(Recht.PIP_OPSTELLEN)
def terugnemen(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "PIP")
    rij = pip_van(request, dossier, pip_id)
    return doe(request, dossier, rij, services.terugnemen, "Het plan is weer een concept.")

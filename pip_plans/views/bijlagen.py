"""What is attached to a plan."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from inburgering.bewerken import bewerk
from inburgering.dossierpagina import dossiercontext, open_dossier
from inburgering.geweigerd import Geweigerd
from inburgering.models import Document
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from pip_plans.forms import BijlageForm
from pip_plans.models import PipBijlage
from pip_plans.services import opstellen as services
from pip_plans.tab import bijlagepagina
from pip_plans.views.wegen import BEWERK, pip_van


@BEWERK
@vereist(Recht.PIP_OPSTELLEN)
def bijlagen(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    """Those of the plan, PDFs of the dossier that could join, and the form for a new one."""
    dossier = open_dossier(request, nummer, "PIP bijlagen")
    rij = pip_van(request, dossier, pip_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        bestand = form.cleaned_data["bestand"]
        services.bijlage_toevoegen(
            pip_id=rij.pk,
            titel=form.cleaned_data["titel"],
            bestandsnaam=bestand.name,
            inhoud=bestand.read(),
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De bijlage zit bij het plan.")
        return redirect("pip-bijlagen", nummer, rij.pk)

    return bewerk(
        request,
        BijlageForm,
        opslaan=opslaan,
        template="pip_plans/bijlagen.html",
        context=dossiercontext(request, dossier) | {"pip": rij, "pagina": bijlagepagina(rij)},
    )


@require_POST
@vereist(Recht.PIP_OPSTELLEN)
def bijlage_kiezen(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    """A PDF that is on the dossier already."""
    dossier = open_dossier(request, nummer, "PIP bijlagen")
    rij = pip_van(request, dossier, pip_id)
    gekozen = request.POST.get("document", "")
    if not gekozen:
        messages.error(request, "Kies eerst een document van het dossier.")
        return redirect("pip-bijlagen", nummer, rij.pk)
    document = get_object_or_404(
        Document.objects.zichtbaar_voor(request.user),
        pk=int(gekozen) if gekozen.isdecimal() and len(gekozen) < 10 else 0,
        inburgeraar=dossier,
    )
    try:
        services.bijlage_kiezen(
            pip_id=rij.pk, document_id=document.pk, door=request.user, nu=request.nu
        )
        messages.success(request, "De bijlage zit bij het plan.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect("pip-bijlagen", nummer, rij.pk)


@require_POST
@vereist(Recht.PIP_OPSTELLEN)
def bijlage_weghalen(request: Verzoek, nummer: str, bijlage_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "PIP bijlagen")
    bijlage = get_object_or_404(
        PipBijlage.objects.zichtbaar_voor(request.user), pk=bijlage_id, pip__inburgeraar=dossier
    )
    try:
        services.bijlage_weghalen(bijlage_id=bijlage.pk, door=request.user, nu=request.nu)
        messages.success(request, "De bijlage is uit het plan. Het document blijft in het dossier.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect("pip-bijlagen", nummer, bijlage.pip_id)

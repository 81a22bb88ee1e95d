"""The form of a whole household: rows more and less, and a draft that waits for what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from inburgering.bewerken import bewerk, concept_url
from inburgering.datums import lokale_datum
from inburgering.services.sporen import concept_bewaren
from medewerkers.verzoek import Verzoek
from overdracht.forms.huishouden import MEER_PERSONEN, MINDER_PERSONEN, HuishoudenForm

BEWAREN = "bewaar_concept"
_TEMPLATE = "overdracht/nieuw.html"
_KNOPPEN = {BEWAREN, MEER_PERSONEN, MINDER_PERSONEN}


def huishouden(
    request: Verzoek,
    formulier: type[HuishoudenForm],
    opslaan: Callable[[Any, int | None], HttpResponse],
    context: Mapping[str, Any],
) -> HttpResponse:
    """Every button of the page is a submit, so that all of it works without script."""
    if BEWAREN in request.POST:
        velden = {k: v for k, v in dict(request.POST.lists()).items() if k not in _KNOPPEN}
        concept_bewaren(
            medewerker=request.user,
            pad=request.path,
            velden=velden,
            nu=request.nu,
        )
        messages.success(request, "Bewaard als concept. Er is nog niets vastgelegd.")
        return redirect("overdrachten")
    if MEER_PERSONEN in request.POST or MINDER_PERSONEN in request.POST:
        form = formulier.met_invoer(
            request.POST,
            erbij=int(MEER_PERSONEN in request.POST),
            zonder=request.POST.get(MINDER_PERSONEN, ""),
        )
        pagina = {"form": form, "concept_url": concept_url(request), **context}
        return render(request, _TEMPLATE, pagina)
    vandaag = lokale_datum(request.nu)
    return bewerk(
        request,
        formulier,
        opslaan=opslaan,
        template=_TEMPLATE,
        context=context,
        controle=lambda form: form.weigeringen(vandaag=vandaag),
    )

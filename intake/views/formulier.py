"""The page of one form on the tab Brede intake."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from inburgering.bewerken import Begin, Opslaan, bewerk
from inburgering.dossierpagina import dossiercontext
from inburgering.models import Inburgeraar
from medewerkers.models import Rij
from medewerkers.verzoek import Verzoek

BEWERK = require_http_methods(["GET", "POST"])


def formulier(
    request: Verzoek,
    dossier: Inburgeraar,
    form: Any,
    opslaan: Opslaan,
    *,
    rij: Rij | None = None,
    begin: Begin | None = None,
    template: str = "inburgering/formulier.html",
    pagina: Mapping[str, object],
) -> HttpResponse:
    """The page of one form; `pagina` is what its template asks for."""
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template=template,
        begin=begin or _begin_van(form),
        rij=rij,
        context=dossiercontext(request, dossier) | {"terug": "intake"} | dict(pagina),
    )


def _begin_van(form: Any) -> Begin:
    eigen: Begin | None = getattr(form, "begin", None)
    return eigen or (lambda rij: {})


def handelformulier(
    request: Verzoek,
    dossier: Inburgeraar,
    form: Any,
    doe: Callable[..., Any],
    *,
    klaar: str,
    titel: str,
    uitleg: str = "",
    knop: str = "",
    met_versie: bool = False,
    rij: Rij | None = None,
    begin: Begin | None = None,
    vorm: Mapping[str, object] | None = None,
) -> HttpResponse:
    """An act with a form of its own: `doe` is the service, called with what the form gives it."""

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        waarden = getattr(ingevuld, "waarden", lambda: dict(ingevuld.cleaned_data))()
        if met_versie:
            waarden["versie"] = versie
        doe(door=request.user, nu=request.nu, **waarden)
        messages.success(request, klaar)
        return redirect("intake", dossier.dossiernummer)

    pagina = {"titel": titel, "uitleg": uitleg, "knop": knop, **(vorm or {})}
    return formulier(request, dossier, form, opslaan, rij=rij, begin=begin, pagina=pagina)

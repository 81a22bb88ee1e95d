"""An act on a part of the leerroute that asks something first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from leerroutes.views.pagina import formulier
from medewerkers.models import Rij
from medewerkers.verzoek import Verzoek


def handelformulier(
    request: Verzoek,
    dossier: Inburgeraar,
    form: Any,
    doe: Callable[..., Any],
    *,
    klaar: str,
    titel: str,
    terug: str,
    rij: Rij | None = None,
    **pagina: Any,
) -> HttpResponse:
    """`doe` is the service, called with what the form gives; on a row with its version too."""

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        met_versie = {} if rij is None else {"versie": versie}
        doe(**ingevuld.cleaned_data, **met_versie, door=request.user, nu=request.nu)
        messages.success(request, klaar)
        return redirect(terug, dossier.dossiernummer)

    return formulier(request, dossier, form, opslaan, titel=titel, terug=terug, rij=rij, **pagina)


def handelknop(
    request: Verzoek, nummer: str, doe: Callable[..., Any], *, klaar: str, terug: str
) -> HttpResponse:
    """An act that asks nothing; a refusal is said on the page where the button stands."""
    try:
        doe(door=request.user, nu=request.nu)
        messages.success(request, klaar)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect(terug, nummer)

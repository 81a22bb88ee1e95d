"""One page of the tab Leerroute: under the head of the dossier, its parts beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from inburgering.bewerken import Begin, bewerk
from inburgering.dossierpagina import dossiercontext, toon_dossier
from inburgering.enums import Regime
from inburgering.models import Inburgeraar
from leerroutes.onderdelen import onderdelen
from medewerkers.models import Rij
from medewerkers.verzoek import Verzoek

BEWERK = require_http_methods(["GET", "HEAD", "POST"])


def toon_onderdeel(
    request: Verzoek,
    dossier: Inburgeraar,
    template: str,
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The template extends `leerroutes/onderdeel.html`."""
    return toon_dossier(request, dossier, template, _context(request, dossier, context))


def formulier(
    request: Verzoek,
    dossier: Inburgeraar,
    form: Any,
    opslaan: Any,
    *,
    titel: str,
    terug: str,
    rij: Rij | None = None,
    template: str = "inburgering/formulier.html",
    **pagina: Any,
) -> HttpResponse:
    """A page with one form on a dossier; `terug` is the URL name of where it came from.

    The form gives its own start values by a static `begin(rij)`, when it has one.
    """
    context = dossiercontext(request, dossier) | {"titel": titel, "terug": terug, **pagina}
    begin: Begin = getattr(form, "begin", lambda rij: {})
    return bewerk(
        request, form, opslaan=opslaan, template=template, begin=begin, rij=rij, context=context
    )


def _context(
    request: Verzoek, dossier: Inburgeraar, context: Mapping[str, Any] | None
) -> dict[str, Any]:
    delen = onderdelen(
        request.user,
        nummer=dossier.dossiernummer,
        pad=request.path,
        regime=Regime(dossier.regime),
    )
    return {"onderdelen": delen, **(context or {})}

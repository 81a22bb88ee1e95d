"""The page of one form on the tab Brede intake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from inburgering.bewerken import Opslaan, bewerk
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
    rij: Rij,
    template: str = "inburgering/formulier.html",
    pagina: Mapping[str, object],
) -> HttpResponse:
    """The page of one form; `pagina` is what its template asks for."""
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template=template,
        begin=getattr(form, "begin", lambda rij: {}),
        rij=rij,
        context=dossiercontext(request, dossier) | {"terug": "intake"} | dict(pagina),
    )

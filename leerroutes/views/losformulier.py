"""A page of one form that is about no dossier."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from inburgering.bewerken import Begin, bewerk
from medewerkers.models import Rij
from medewerkers.verzoek import Verzoek


def los_formulier(
    request: Verzoek, form: Any, opslaan: Any, *, rij: Rij | None = None, **pagina: Any
) -> HttpResponse:
    """`pagina` has titel, terug (URL name), terug_tekst, and maybe terug_arg and uitleg.

    The form gives its own start values by a static `begin(rij)`, when it has one.
    """
    begin: Begin = getattr(form, "begin", lambda rij: {})
    template = "overdracht/los_formulier.html"
    return bewerk(
        request, form, opslaan=opslaan, template=template, begin=begin, rij=rij, context=pagina
    )

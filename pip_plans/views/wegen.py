"""How a view of this room reaches its rows, and answers an act that is one button."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Inburgeraar
from medewerkers.verzoek import Verzoek
from pip_plans.models import Pip

BEWERK = require_http_methods(["GET", "POST"])
GEWIJZIGD = "Een collega heeft het plan intussen gewijzigd. Bekijk het opnieuw."


def pip_van(request: Verzoek, dossier: Inburgeraar, pip_id: int) -> Pip:
    """The plan, when it is of this dossier and may be seen; else 404."""
    rijen = Pip.objects.zichtbaar_voor(request.user).select_related("besluit", "vastgesteld_door")
    return get_object_or_404(rijen, pk=pip_id, inburgeraar=dossier)


def doe(
    request: Verzoek, dossier: Inburgeraar, rij: Pip, act: Any, gelukt: str = ""
) -> HttpResponse:
    """One act on a version as it was seen; back to the tab with what came of it."""
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
        messages.error(request, GEWIJZIGD)
    return redirect("pip", dossier.dossiernummer)

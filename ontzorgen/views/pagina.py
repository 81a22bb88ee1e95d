"""One page of the tab Ontzorgen: a form on a row of a dossier, or an act of one button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from inburgering.bewerken import Opslaan, bewerk
from inburgering.dossierpagina import dossiercontext
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from medewerkers.models import Rij
from medewerkers.verzoek import Verzoek

BEWERK = require_http_methods(["GET", "HEAD", "POST"])
_R = TypeVar("_R", bound=DossierRij)


def rij_van(request: Verzoek, dossier: Inburgeraar, model: type[_R], pk: int) -> _R:
    """A row of this dossier that this colleague may see; else 404."""
    rijen: QuerySet[_R] = cast(Any, model.objects).zichtbaar_voor(request.user)
    rij: _R = get_object_or_404(rijen, pk=pk, **{model.pad_naar_dossier: dossier})
    return rij


def formulier(
    request: Verzoek,
    dossier: Inburgeraar,
    form: Any,
    opslaan: Opslaan,
    *,
    titel: str,
    rij: Rij | None = None,
    terug_url: str = "",
    **pagina: Any,
) -> HttpResponse:
    """The page of one form. It gives its own start values by a static `begin(rij)`."""
    context = dossiercontext(request, dossier) | {"titel": titel, "terug_url": terug_url} | pagina
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        begin=getattr(form, "begin", lambda rij: {}),
        rij=rij,
        context=context | ({} if terug_url else {"terug": "ontzorgen"}),
    )


def wie(request: Verzoek) -> dict[str, Any]:
    """Who acts, and when: what every service asks for."""
    return {"door": request.user, "nu": request.nu}


def klaar(request: Verzoek, tekst: str, url: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect(url)


def tab_url(dossier: Inburgeraar) -> str:
    return reverse("ontzorgen", args=[dossier.dossiernummer])


def handel(
    request: Verzoek,
    doe: Callable[..., object],
    *,
    klaar: str,
    url: str,
    wat: str = "dit",
    **sleutel: int,
) -> HttpResponse:
    """An act of one button: the version of `wat` that was seen goes with it."""
    versie = request.POST.get("versie", "")
    gezien = int(versie) if versie.isdecimal() and len(versie) < 10 else 0
    try:
        doe(**sleutel, versie=gezien, door=request.user, nu=request.nu)
        messages.success(request, klaar)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    except Gewijzigd:
        messages.error(request, f"Een collega heeft {wat} intussen gewijzigd. Bekijk het eerst.")
    return redirect(url)

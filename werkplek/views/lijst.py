from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from inburgering.services.sporen import raadplegen
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from werkplek.forms import LijstFilter
from werkplek.queries.lijst import (
    SORTERINGEN,
    Pagina,
    dossiers,
    filter_op,
    gevonden,
    is_bsn,
    pagina,
    zoek,
)


@require_GET
@vereist(Recht.INBURGERAARS)
def inburgeraars(request: Verzoek) -> HttpResponse:
    form = LijstFilter(request.GET)
    form.is_valid()  # a filter that makes no sense is left out, not an error page
    keuzes = form.cleaned_data
    blad = _blad(request, keuzes)
    context = {
        "form": form,
        "blad": blad,
        "blad_vorige": _naar(request, blad.vorige),
        "blad_volgende": _naar(request, blad.volgende),
        "mag_aanmelden": request.user.heeft(Recht.PERSOON_WIJZIGEN),
        "dossierpagina": dossierpagina(request.user),
        "gefilterd": any(waarde for naam, waarde in keuzes.items() if naam != "sorteer"),
    }
    return render(request, "werkplek/inburgeraars.html", context)


def _blad(request: Verzoek, keuzes: dict[str, Any]) -> Pagina:
    rijen = filter_op(dossiers(request.user), keuzes, op=lokale_datum(request.nu))
    vraag = keuzes.get("q", "")
    if not vraag:
        sortering = SORTERINGEN.get(keuzes.get("sorteer") or "naam", SORTERINGEN["naam"])
        return pagina(rijen, sortering, request.GET.get("cursor", ""))
    hits = zoek(rijen, vraag)
    if is_bsn(vraag):
        for dossier in hits:
            raadplegen(
                dossier=dossier, onderdeel="BSN gezocht", medewerker=request.user, nu=request.nu
            )
    return gevonden(hits)


def _naar(request: Verzoek, cursor: str) -> str:
    """The address of another page of the same list; empty when there is none."""
    if not cursor:
        return ""
    vraag = request.GET.copy()
    vraag["cursor"] = cursor
    return f"?{vraag.urlencode()}"


def dossierpagina(medewerker: Medewerker) -> str:
    """The part of a dossier this colleague works in."""
    for recht, naam in (
        (Recht.OVERZICHT_ZIEN, "overzicht"),
        (Recht.OVERDRACHT_ZIEN, "overdracht"),
        (Recht.ONTZORGEN_ZIEN, "ontzorgen"),
    ):
        if medewerker.heeft(recht):
            return naam
    return "persoon"

"""The board, a new household, the page of a handover and the tab of a dossier."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier, toon_dossier
from inburgering.services.sporen import concept_overnemen, gezin_raadplegen
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from overdracht.forms.huishouden import HuishoudenForm
from overdracht.models import Overdracht, OverdrachtStatus
from overdracht.queries.bord import bord
from overdracht.queries.concepten import concepten, vrije_plek
from overdracht.queries.overdrachten import (
    Pagina,
    nareis_bij,
    overdracht_van,
    overdrachtspagina,
    verwachte_nareis,
    zichtbare_dossiers_van,
)
from overdracht.services.ontvangen import overdracht_ontvangen
from overdracht.views.huishouden import huishouden
from overdracht.views.knoppen import handelingen

_NAREIS = (Recht.OVERDRACHT_BEHEREN, Recht.GESPREK_VASTLEGGEN)


@require_GET
@vereist(Recht.OVERDRACHT_ZIEN)
def overdrachten(request: Verzoek) -> HttpResponse:
    op, blad = lokale_datum(request.nu), request.GET.get("blad", "")
    mag_nieuw = request.user.heeft(Recht.OVERDRACHT_BEHEREN)
    onaf = concepten(voor=request.user)
    nareizen = verwachte_nareis(voor=request.user, op=op)
    context = {
        "bord": bord(
            voor=request.user, op=op, blad=int(blad) if blad.isdecimal() and len(blad) < 6 else 1
        ),
        "nareizen": nareizen,
        "nareis_voorbij": any(regel.te_laat for regel in nareizen),
        "concepten": onaf,
        "mag_nieuw": mag_nieuw,
        "nieuw_url": vrije_plek(onaf) if mag_nieuw else "",
    }
    return render(request, "overdracht/overdrachten.html", context)


@require_http_methods(["GET", "POST"])
@vereist(Recht.OVERDRACHT_BEHEREN)
def nieuw(request: Verzoek, plek: int = 1) -> HttpResponse:
    """A whole household on one page; `plek` tells apart the drafts of one person."""

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        rij = overdracht_ontvangen(door=request.user, nu=request.nu, **form.cleaned_data)
        messages.success(request, "De overdracht is vastgelegd en de dossiers zijn geopend.")
        return redirect("overdracht-tonen", rij.pk)

    context = {
        "titel": "Nieuwe overdracht",
        "uitleg": (
            "Een heel gezin in één keer. Elke volwassene die inburgeringsplichtig is, krijgt een "
            "eigen dossier."
        ),
    }
    return huishouden(request, HuishoudenForm, opslaan, context)


@require_POST
@vereist(Recht.OVERDRACHT_BEHEREN)
def overnemen(request: Verzoek, concept_id: int) -> HttpResponse:
    """Go on with the draft of a colleague."""
    alle = concepten(voor=request.user)
    regels = {regel.concept_id: regel for regel in alle}
    if concept_id not in regels:
        raise Http404
    pad = regels[concept_id].pad
    if not regels[concept_id].eigen:
        pad = vrije_plek(alle)
        medisch = () if request.user.heeft(Recht.MEDISCH_ZIEN) else ("medische_notitie",)
        concept_overnemen(concept_id=concept_id, medewerker=request.user, pad=pad, zonder=medisch)
        messages.info(request, "U gaat verder met dit concept. Een medische notitie gaat niet mee.")
    return redirect(pad)


@require_GET
@vereist(Recht.OVERDRACHT_ZIEN)
def tonen(request: Verzoek, overdracht_id: int) -> HttpResponse:
    rijen = Overdracht.objects.zichtbaar_voor(request.user)
    rij = get_object_or_404(rijen, pk=overdracht_id)
    context = _pagina(request, rij.pk)
    gezin_raadplegen(
        dossiers=zichtbare_dossiers_van(context["pagina"].stand, voor=request.user),
        onderdeel="Overdracht & huisvesting",
        medewerker=request.user,
        nu=request.nu,
    )
    return render(request, "overdracht/overdracht.html", context)


@require_GET
@vereist(Recht.OVERDRACHT_ZIEN)
def tab(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Overdracht & huisvesting")
    overdracht_id = overdracht_van(dossier)
    context = _pagina(request, overdracht_id) if overdracht_id is not None else {}
    op = lokale_datum(request.nu)
    context |= {
        "nummer": dossier.dossiernummer,
        "nareizen": nareis_bij([dossier.pk], voor=request.user, op=op),
        "mag_aankomst": request.user.heeft(Recht.OVERDRACHT_BEHEREN),
        "mag_nareis": dossier.loopt and any(map(request.user.heeft, _NAREIS)),
    }
    return toon_dossier(request, dossier, "overdracht/tab.html", context)


def _pagina(request: Verzoek, overdracht_id: int) -> dict[str, Any]:
    op = lokale_datum(request.nu)
    pagina: Pagina = overdrachtspagina(overdracht_id, voor=request.user, op=op)
    return {
        "pagina": pagina,
        "stand": pagina.stand,
        "handelingen": handelingen(pagina.stand, voor=request.user, op=op),
        "ziet_verslag": request.user.heeft(Recht.GESPREK_VASTLEGGEN),
        "ziet_medisch": request.user.heeft(Recht.MEDISCH_ZIEN),
        "mag_medisch": any(map(request.user.heeft, (Recht.OVERDRACHT_BEHEREN, Recht.MEDISCH_ZIEN))),
        "mag_terug": pagina.stand.overdracht.status != OverdrachtStatus.AFGEROND
        and any(map(request.user.heeft, _NAREIS)),
        "mag_gezin": pagina.stand.loopt and any(map(request.user.heeft, _NAREIS)),
    }

"""Files to enter: the list, a new one, and the one page that follows its state with its acts."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering.bewerken import bewerk
from inburgering.forms import RedenForm
from inburgering.geweigerd import Geweigerd, Gewijzigd, weigering
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from opdrachten import uitvoer
from opdrachten.enums import Keuze, OpdrachtStatus
from opdrachten.forms import BestandForm, KoppelForm, keuzes_uit
from opdrachten.koppelen import ontbrekend
from opdrachten.models import BEZIG, Opdracht
from opdrachten.policies import check_bevestigen, check_terugdraaien, check_weggooien
from opdrachten.queries import uitkomst as resultaat
from opdrachten.queries.opdrachten import (
    gevolgen,
    lijst,
    mijn_soorten,
    opdrachtpagina,
    voorbeeldwaarden,
)
from opdrachten.queries.regels import in_te_voeren, ingevoerd
from opdrachten.services import bevestigen as besluit
from opdrachten.services import ongedaan as terug
from opdrachten.services import ontvangen as ontvangst
from opdrachten.soorten import Importsoort

_BEWERK = require_http_methods(["GET", "POST"])
_INTUSSEN = "Iemand anders wijzigde dit intussen. Kijk nog eens en probeer het opnieuw."


def _soort(request: Verzoek, naam: str) -> Importsoort:
    for soort in mijn_soorten(request.user):
        if soort.naam == naam:
            return soort
    raise Http404


def _opdracht(request: Verzoek, opdracht_id: int) -> Opdracht:
    rijen = Opdracht.objects.zichtbaar_voor(request.user).select_related(
        "bestand", "gemaakt_door", "bevestigd_door", "ongedaan_door", "weggegooid_door"
    )
    return get_object_or_404(rijen, pk=opdracht_id)


def _getal(tekst: str) -> int | None:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else None


@require_GET
@vereist(Recht.INVOEREN)
def opdrachten(request: Verzoek) -> HttpResponse:
    context = {"regels": lijst(voor=request.user), "soorten": mijn_soorten(request.user)}
    return render(request, "opdrachten/opdrachten.html", context)


@_BEWERK
@vereist(Recht.INVOEREN)
def nieuw(request: Verzoek, importsoort: str) -> HttpResponse:
    soort = _soort(request, importsoort)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        bestand = form.cleaned_data["bestand"]
        rij = ontvangst.ontvangen(
            soort=soort,
            bestandsnaam=bestand.name,
            inhoud=bestand.read(),
            door=request.user,
            nu=request.nu,
        )
        return redirect("opdracht", rij.pk)

    return bewerk(
        request,
        BestandForm,
        opslaan=opslaan,
        template="opdrachten/nieuw.html",
        context={"soort": soort},
    )


@require_GET
@vereist(Recht.INVOEREN)
def sjabloon(request: Verzoek, importsoort: str) -> FileResponse:
    """The headings, and nothing below them."""
    soort = _soort(request, importsoort)
    bestand = uitvoer.schrijf_xlsx([kolom.label for kolom in soort.kolommen], [], blad=soort.titel)
    return FileResponse(
        bestand, as_attachment=True, filename=f"{soort.naam}.xlsx", content_type=uitvoer.XLSX
    )


@require_GET
@vereist(Recht.INVOEREN)
def tonen(request: Verzoek, opdracht_id: int) -> HttpResponse:
    """While a worker is at it the page asks again by itself; when it is done, as a whole."""
    rij = _opdracht(request, opdracht_id)
    if request.htmx and rij.status not in BEZIG:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if rij.status == OpdrachtStatus.TE_KOPPELEN:
        return redirect("opdracht-koppelen", rij.pk)
    pagina = opdrachtpagina(
        rij,
        voor=request.user,
        filter_=request.GET.get("toon", ""),
        nummer=_getal(request.GET.get("blad", "")) or 1,
    )
    context = {"pagina": pagina, "opdracht": rij, "keuzes": Keuze.choices}
    return render(request, "opdrachten/opdracht.html", context)


@_BEWERK
@vereist(Recht.INVOEREN)
def koppelen(request: Verzoek, opdracht_id: int) -> HttpResponse:
    rij = _opdracht(request, opdracht_id)
    if rij.status not in (OpdrachtStatus.TE_KOPPELEN, OpdrachtStatus.VOORBEELD):
        return redirect("opdracht", rij.pk)
    koppen = rij.bestand.koppen
    mist = ontbrekend(rij.importsoort.kolommen, rij.koppeling)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        ontvangst.koppelen(
            opdracht_id=rij.pk,
            versie=versie,
            koppeling=form.koppeling,
            blad=form.cleaned_data.get("blad", ""),
            door=request.user,
            nu=request.nu,
        )
        return redirect("opdracht", rij.pk)

    form = partial(
        KoppelForm,
        soort=rij.importsoort,
        koppen=koppen,
        voorbeelden=voorbeeldwaarden(rij, koppen),
        bladen=rij.bestand.bladen,
    )
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template="opdrachten/koppelen.html",
        begin=lambda rij: {"blad": rij.blad, **rij.koppeling},
        rij=rij,
        context={
            "opdracht": rij,
            "soort": rij.importsoort,
            "titel": f"Niet herkend: {', '.join(k.label for k in mist)}" if mist else "",
        },
    )


@require_POST
@vereist(Recht.INVOEREN)
def kiezen(request: Verzoek, opdracht_id: int) -> HttpResponse:
    rij = _opdracht(request, opdracht_id)
    try:
        besluit.kiezen(
            opdracht_id=rij.pk,
            keuzes=keuzes_uit(request.POST.dict()),
            door=request.user,
            nu=request.nu,
        )
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    else:
        messages.success(request, "Uw keuzes zijn bewaard.")
    plek = urlencode({naam: request.POST.get(naam, "") for naam in ("toon", "blad")})
    return redirect(f"{reverse('opdracht', args=[rij.pk])}?{plek}")


@_BEWERK
@vereist(Recht.INVOEREN)
def bevestigen(request: Verzoek, opdracht_id: int) -> HttpResponse:
    rij = _opdracht(request, opdracht_id)
    reden = weigering(check_bevestigen, rij, in_te_voeren=in_te_voeren(rij.pk).count())
    if request.method == "GET" and not reden:
        context = {"opdracht": rij, "soort": rij.importsoort, "gevolgen": gevolgen(rij)}
        return render(request, "opdrachten/bevestigen.html", context)
    if request.method == "GET":
        messages.error(request, reden)
        return redirect("opdracht", rij.pk)
    try:
        versie = _getal(request.POST.get("versie", ""))
        besluit.bevestigen(opdracht_id=rij.pk, versie=versie, door=request.user, nu=request.nu)
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    except Gewijzigd:
        messages.error(request, _INTUSSEN)
    return redirect("opdracht", rij.pk)


@_BEWERK
@vereist(Recht.INVOEREN)
def weggooien(request: Verzoek, opdracht_id: int) -> HttpResponse:
    rij = _opdracht(request, opdracht_id)
    reden = weigering(check_weggooien, rij)
    if request.method == "GET" and not reden:
        return render(request, "opdrachten/weggooien.html", {"opdracht": rij})
    if reden:
        messages.error(request, reden)
        return redirect("opdracht", rij.pk)
    try:
        besluit.weggooien(opdracht_id=rij.pk, door=request.user, nu=request.nu)
    except Geweigerd as fout:  # somebody else was first
        messages.error(request, fout.reden)
        return redirect("opdracht", rij.pk)
    messages.success(request, "Het bestand en de regels zijn weggegooid. Er is niets ingevoerd.")
    return redirect("opdrachten")


@_BEWERK
@vereist(Recht.INVOEREN)
def ongedaan(request: Verzoek, opdracht_id: int) -> HttpResponse:
    rij = _opdracht(request, opdracht_id)
    aantal = ingevoerd(rij.pk).count()
    heeft_regels = rij.regels.exists()
    if reden := weigering(check_terugdraaien, rij, heeft_regels=heeft_regels, ingevoerd=aantal):
        messages.error(request, reden)
        return redirect("opdracht", rij.pk)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        terug.terugdraaien_aanvragen(
            opdracht_id=rij.pk, door=request.user, nu=request.nu, reden=form.cleaned_data["reden"]
        )
        return redirect("opdracht", rij.pk)

    return bewerk(
        request,
        RedenForm,
        opslaan=opslaan,
        template="opdrachten/ongedaan.html",
        context={"opdracht": rij, "soort": rij.importsoort, "aantal": aantal},
    )


@require_GET
@vereist(Recht.INVOEREN)
def uitkomst(request: Verzoek, opdracht_id: int) -> FileResponse:
    rij = _opdracht(request, opdracht_id)
    if not rij.regels.exists():
        raise Http404
    bestand = uitvoer.schrijf_xlsx(resultaat.koppen(rij), resultaat.rijen(rij), blad="Uitkomst")
    return FileResponse(
        bestand,
        as_attachment=True,
        filename=f"uitkomst-{rij.pk}.xlsx",
        content_type=uitvoer.XLSX,
    )

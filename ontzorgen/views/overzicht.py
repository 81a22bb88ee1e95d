"""What was paid per month, and of one month per household."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from inburgering.models import Inburgeraar
from inburgering.services.sporen import gezin_raadplegen
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.overzichtsbestand import overzicht_xlsx
from ontzorgen.queries.inhoudingen import batches_van
from ontzorgen.queries.overzicht import huishoudens_van, maandblad
from ontzorgen.queries.overzicht import overzicht as overzicht_van
from opdrachten.uitvoer import XLSX

_JAREN = (2021, 2100)


@require_GET
@vereist(Recht.ONTZORGEN_ZIEN)
def overzicht(request: Verzoek) -> HttpResponse:
    jaar = _jaar(request)
    mag = request.user.heeft(Recht.BETALEN_DOEN)
    context = {
        "overzicht": overzicht_van(jaar),
        "jaren": _JAREN,
        "batches": batches_van(jaar) if mag else [],
    }
    return render(request, "ontzorgen/overzicht/overzicht.html", context)


@require_GET
@vereist(Recht.ONTZORGEN_ZIEN)
def maand(request: Verzoek, jaar: int, maand: int) -> HttpResponse:
    if not _JAREN[0] <= jaar <= _JAREN[1] or not 1 <= maand <= 12:
        raise Http404
    blad = maandblad(date(jaar, maand, 1), voor=request.user, pagina=request.GET.get("pagina", "1"))
    return render(request, "ontzorgen/overzicht/maand.html", {"blad": blad})


@require_GET
@vereist(Recht.ONTZORGEN_ZIEN)
def xlsx(request: Verzoek) -> HttpResponse:
    """With names of who may be seen: the download is logged on the dossier of each."""
    stand = overzicht_van(_jaar(request))
    per_maand = {
        regel.maand: huishoudens_van(regel.maand, voor=request.user) for regel in stand.maanden
    }
    nummers = {regel.nummer for regels in per_maand.values() for regel in regels}
    gezin_raadplegen(
        dossiers=Inburgeraar.objects.zichtbaar_voor(request.user).filter(dossiernummer__in=nummers),
        onderdeel="Overzicht ontzorgen: lijst gedownload",
        medewerker=request.user,
        nu=request.nu,
    )
    antwoord = HttpResponse(overzicht_xlsx(stand, per_maand), content_type=XLSX)
    naam = content_disposition_header(True, f"ontzorgen-{stand.jaar}.xlsx") or ""
    antwoord["Content-Disposition"] = naam
    return antwoord


def _jaar(request: Verzoek) -> int:
    """The year asked for, or this one."""
    gevraagd = request.GET.get("jaar", "")
    if gevraagd.isdecimal() and len(gevraagd) == 4 and _JAREN[0] <= int(gevraagd) <= _JAREN[1]:
        return int(gevraagd)
    return lokale_datum(request.nu).year

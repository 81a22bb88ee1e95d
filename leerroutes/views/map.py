"""The Module Arbeidsmarkt en Participatie."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from leerroutes.enums import MapThemaSoort
from leerroutes.forms.map import MapUrenForm, ThemaForm, eindgesprekform, eldersform
from leerroutes.models import MapModule
from leerroutes.queries.map import mappagina, thema_van
from leerroutes.queries.verwijtbaar import wordt_gevraagd
from leerroutes.services import map as services
from leerroutes.services.uren import uren_vastleggen
from leerroutes.views.pagina import BEWERK, formulier, toon_onderdeel
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

_TERUG = "leerroute-map"


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def module(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "MAP")
    mag = request.user.heeft(Recht.LEERROUTE_DOEN)
    context = {
        "pagina": mappagina(dossier, op=lokale_datum(request.nu)),
        "mag_wijzigen": mag,
        "mag_uren": mag and dossier.loopt,
    }
    return toon_onderdeel(request, dossier, "leerroutes/map.html", context)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def thema(request: Verzoek, nummer: str, thema: str) -> HttpResponse:
    """One of the eight: when, and what was done."""
    if thema not in MapThemaSoort.values:
        raise Http404
    dossier = open_dossier(request, nummer, "Thema van de MAP")
    soort = MapThemaSoort(thema)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        wie: dict[str, Any] = {"door": request.user, "nu": request.nu}
        services.map_thema_vastleggen(
            dossier_id=dossier.pk, soort=soort, versie=versie, **form.cleaned_data, **wie
        )
        return _klaar(request, nummer, "Het thema is vastgelegd.")

    rij = thema_van(dossier.pk, soort)
    titel = f"MAP: {str(soort.label).lower()}"
    return formulier(request, dossier, ThemaForm, opslaan, titel=titel, terug=_TERUG, rij=rij)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def uren(request: Verzoek, nummer: str) -> HttpResponse:
    """Hours of practice or lessons on one day."""
    dossier = open_dossier(request, nummer, "Uren van de MAP")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        uren_vastleggen(
            dossier_id=dossier.pk, regels=[form.gegevens()], door=request.user, nu=request.nu
        )
        return _klaar(request, nummer, "De uren zijn vastgelegd.")

    return formulier(request, dossier, MapUrenForm, opslaan, titel="Uren MAP", terug=_TERUG)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def eindgesprek(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Eindgesprek MAP")
    form = eindgesprekform(met_verwijt=wordt_gevraagd(dossier.pk, lokale_datum(request.nu)))

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        services.map_eindgesprek_voeren(
            dossier_id=dossier.pk, gegevens=ingevuld.gegevens(), door=request.user, nu=request.nu
        )
        return _klaar(request, nummer, "Het eindgesprek is vastgelegd: de MAP is afgerond.")

    titel = "Eindgesprek van de MAP"
    return formulier(request, dossier, form, opslaan, titel=titel, terug=_TERUG, uitleg=_UITLEG)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def elders(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "MAP elders afgerond")
    form = eldersform(met_verwijt=wordt_gevraagd(dossier.pk, lokale_datum(request.nu)))

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        services.map_elders_vastleggen(
            dossier_id=dossier.pk, gegevens=ingevuld.gegevens(), door=request.user, nu=request.nu
        )
        return _klaar(request, nummer, "Vastgelegd: de MAP is elders afgerond.")

    titel, uitleg = "MAP elders afgerond", _ELDERS
    return formulier(request, dossier, form, opslaan, titel=titel, terug=_TERUG, uitleg=uitleg)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def heropenen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "MAP heropenen")
    rij = get_object_or_404(MapModule.objects.zichtbaar_voor(request.user), inburgeraar=dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        reden = form.cleaned_data["reden"]
        services.map_heropenen(
            map_id=rij.pk, versie=versie, reden=reden, door=request.user, nu=request.nu
        )
        return _klaar(request, nummer, "De MAP is heropend.")

    pagina: dict[str, Any] = {"titel": "MAP heropenen", "knop": "Heropenen", "gevolgen": _GEVOLGEN}
    return formulier(request, dossier, RedenForm, opslaan, terug=_TERUG, rij=rij, **pagina)


_UITLEG = "DUO krijgt de datum van dit gesprek. Daarna is de MAP afgerond."
_ELDERS = "Voor wie de MAP afrondde in een andere gemeente, en daarna hierheen verhuisde."
_GEVOLGEN = (
    "Het eindgesprek vervalt. Het verslag blijft in de historie.",
    "De MAP is weer nog te doen.",
)


def _klaar(request: Verzoek, nummer: str, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect(_TERUG, nummer)

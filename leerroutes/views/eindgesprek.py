"""The closing talk of the Z-route."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from leerroutes.forms.eindgesprek import EindgesprekForm
from leerroutes.models import Eindgesprek
from leerroutes.queries.eindgesprek import eindgesprekpagina
from leerroutes.services import eindgesprek as services
from leerroutes.views.pagina import BEWERK, formulier, toon_onderdeel
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

_TERUG = "leerroute-eindgesprek"
_TITEL = "Eindgesprek van de Z-route"
_UITLEG = "U voert dit gesprek zelf, als gemeente. DUO krijgt de datum van dit gesprek."
_GEVOLGEN = (
    "Het eindgesprek vervalt. Het verslag blijft in de historie.",
    "Het eindgesprek is weer nog te doen.",
)


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def eindgesprek(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, _TITEL)
    pagina = eindgesprekpagina(dossier, voor=request.user, op=lokale_datum(request.nu))
    context = {"pagina": pagina, "mag_wijzigen": request.user.heeft(Recht.LEERROUTE_DOEN)}
    return toon_onderdeel(request, dossier, "leerroutes/eindgesprek.html", context)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def voeren(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, _TITEL)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.eindgesprek_voeren(
            dossier_id=dossier.pk, gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        return _klaar(request, nummer, "Het eindgesprek is vastgelegd.")

    return formulier(
        request, dossier, EindgesprekForm, opslaan, titel=_TITEL, terug=_TERUG, uitleg=_UITLEG
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def wijzigen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, _TITEL)
    rij = _gesprek(request, dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        wie: dict[str, Any] = {"door": request.user, "nu": request.nu}
        services.eindgesprek_wijzigen(
            eindgesprek_id=rij.pk, versie=versie, gegevens=form.gegevens(), **wie
        )
        return _klaar(request, nummer, "Het eindgesprek is gewijzigd.")

    return formulier(
        request, dossier, EindgesprekForm, opslaan, titel=_TITEL, terug=_TERUG, rij=rij
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def ongedaan_maken(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, _TITEL)
    rij = _gesprek(request, dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        reden = form.cleaned_data["reden"]
        services.eindgesprek_ongedaan_maken(
            eindgesprek_id=rij.pk, versie=versie, reden=reden, door=request.user, nu=request.nu
        )
        return _klaar(request, nummer, "Het eindgesprek is ongedaan gemaakt.")

    pagina: dict[str, Any] = {"knop": "Ongedaan maken", "gevolgen": _GEVOLGEN, "rij": rij}
    titel = "Eindgesprek ongedaan maken"
    return formulier(request, dossier, RedenForm, opslaan, titel=titel, terug=_TERUG, **pagina)


def _klaar(request: Verzoek, nummer: str, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect(_TERUG, nummer)


def _gesprek(request: Verzoek, dossier: Inburgeraar) -> Eindgesprek:
    rijen = Eindgesprek.objects.zichtbaar_voor(request.user)
    return get_object_or_404(rijen, inburgeraar=dossier)

"""The taalschakeltraject of the onderwijsroute."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from inburgering.bewerken import bewerk
from inburgering.dossierpagina import dossiercontext, open_dossier
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from leerroutes.forms.taalschakel import (
    BehaaldForm,
    VerlatenForm,
    begin_van,
    delenform,
    taalschakelform,
)
from leerroutes.models import Taalschakeltraject
from leerroutes.queries.taalschakel import lopende_deelname, taalschakelpagina
from leerroutes.services import taalschakel as services
from leerroutes.views.pagina import BEWERK, formulier, toon_onderdeel
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

_TERUG = "leerroute-taalschakel"
_NA_VERLATEN = (
    "Het diploma van het taalschakeltraject komt er niet.",
    "De examens lezen, luisteren, schrijven en spreken op B1 en het examen KNM zijn dan nodig "
    "(Wi 8.4).",
    "De MAP is dan ook nodig.",
)


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def taalschakel(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Taalschakeltraject")
    mag = request.user.heeft(Recht.LEERROUTE_DOEN) and dossier.loopt
    context = {"pagina": taalschakelpagina(dossier), "mag_wijzigen": mag}
    return toon_onderdeel(request, dossier, "leerroutes/taalschakel.html", context)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def starten(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Taalschakeltraject starten")
    deelname = lopende_deelname(dossier.pk)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.taalschakel_starten(
            dossier_id=dossier.pk, gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        return _klaar(request, nummer, "Het taalschakeltraject is gestart.")

    pagina: dict[str, Any] = {
        "titel": "Taalschakeltraject starten",
        "knop": "Starten",
        "uitleg": _les(deelname),
    }
    return formulier(request, dossier, taalschakelform(deelname), opslaan, terug=_TERUG, **pagina)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def wijzigen(request: Verzoek, nummer: str, taalschakel_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Taalschakeltraject wijzigen")
    schakel = _schakel(request, dossier, taalschakel_id)
    deelname = lopende_deelname(dossier.pk)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        waarden: dict[str, Any] = {
            "gegevens": form.gegevens(),
            "door": request.user,
            "nu": request.nu,
        }
        services.taalschakel_wijzigen(taalschakel_id=schakel.pk, versie=versie, **waarden)
        return _klaar(request, nummer, "Het taalschakeltraject is gewijzigd.")

    pagina: dict[str, Any] = {
        "titel": "Taalschakeltraject wijzigen",
        "terug": _TERUG,
        "uitleg": _les(deelname),
    }
    return bewerk(
        request,
        taalschakelform(deelname),
        opslaan=opslaan,
        template="inburgering/formulier.html",
        begin=begin_van,
        rij=schakel,
        context=dossiercontext(request, dossier) | pagina,
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def delen(request: Verzoek, nummer: str, taalschakel_id: int) -> HttpResponse:
    """Which parts were passed, and when."""
    dossier = open_dossier(request, nummer, "Onderdelen van het taalschakeltraject")
    schakel = _schakel(request, dossier, taalschakel_id)
    form = delenform(list(schakel.onderdelen.all()))

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.taalschakeldelen_vastleggen(
            taalschakel_id=schakel.pk, behaald=form.behaald(), door=request.user, nu=request.nu
        )
        return _klaar(request, nummer, "De onderdelen zijn vastgelegd.")

    pagina: dict[str, Any] = {
        "titel": "Onderdelen van het taalschakeltraject",
        "uitleg": _LEEG_IS_NIET,
    }
    return formulier(request, dossier, form, opslaan, terug=_TERUG, **pagina)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def behalen(request: Verzoek, nummer: str, taalschakel_id: int) -> HttpResponse:
    return _einde(
        request,
        nummer,
        taalschakel_id,
        BehaaldForm,
        services.taalschakel_behalen,
        titel="Diploma van het taalschakeltraject",
        klaar="Het diploma is vastgelegd.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def verlaten(request: Verzoek, nummer: str, taalschakel_id: int) -> HttpResponse:
    return _einde(
        request,
        nummer,
        taalschakel_id,
        VerlatenForm,
        services.taalschakel_verlaten,
        titel="Stoppen met het taalschakeltraject",
        klaar="Het taalschakeltraject is gestopt.",
        knop="Stoppen",
        gevolgen=_NA_VERLATEN,
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def hervatten(request: Verzoek, nummer: str, taalschakel_id: int) -> HttpResponse:
    return _einde(
        request,
        nummer,
        taalschakel_id,
        RedenForm,
        services.taalschakel_hervatten,
        titel="Taalschakeltraject hervatten",
        klaar="Het taalschakeltraject loopt weer.",
        knop="Hervatten",
    )


_LEEG_IS_NIET = "Vul de dag in waarop een onderdeel is behaald. Leeg is: nog niet."


def _einde(
    request: Verzoek,
    nummer: str,
    taalschakel_id: int,
    form: Any,
    doe: Any,
    *,
    klaar: str,
    **pagina: Any,
) -> HttpResponse:
    """An act with a form of its own; `doe` is the service, called with what the form gives."""
    dossier = open_dossier(request, nummer, "Taalschakeltraject")
    schakel = _schakel(request, dossier, taalschakel_id)

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        wie: dict[str, Any] = {"door": request.user, "nu": request.nu}
        doe(taalschakel_id=schakel.pk, versie=versie, **ingevuld.cleaned_data, **wie)
        return _klaar(request, nummer, klaar)

    return formulier(request, dossier, form, opslaan, terug=_TERUG, rij=schakel, **pagina)


def _klaar(request: Verzoek, nummer: str, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect(_TERUG, nummer)


def _les(deelname: Any) -> str:
    """Where the school and the first day come from."""
    if deelname is None:
        return ""
    return (
        f"School en start komen uit de lessen: {deelname.aanbieder}, "
        f"sinds {deelname.start_op:%d-%m-%Y}."
    )


def _schakel(request: Verzoek, dossier: Inburgeraar, taalschakel_id: int) -> Taalschakeltraject:
    rijen = Taalschakeltraject.objects.zichtbaar_voor(request.user)
    return get_object_or_404(rijen, pk=taalschakel_id, inburgeraar=dossier)

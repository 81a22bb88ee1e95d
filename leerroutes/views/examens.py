"""The exams of one person: per part the attempts, and what may be done about each."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from inburgering.bewerken import bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier
from inburgering.enums import Onderdeel
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from leerroutes.forms.examens import UitslagForm, aanmeldform, begin_van, wijzigform
from leerroutes.models import Examenresultaat
from leerroutes.queries.examens import examenpagina, onderdeelblad
from leerroutes.services import examens as services
from leerroutes.views.pagina import BEWERK, formulier, toon_onderdeel
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def examens(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Examens")
    pagina = examenpagina(dossier, op=lokale_datum(request.nu))
    mag = request.user.heeft(Recht.LEERROUTE_DOEN) and dossier.loopt
    return toon_onderdeel(
        request, dossier, "leerroutes/examens.html", {"pagina": pagina, "mag_wijzigen": mag}
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def aanmelden(request: Verzoek, nummer: str, onderdeel: str) -> HttpResponse:
    """A new attempt at one part."""
    deel = _onderdeel(onderdeel)
    dossier = open_dossier(request, nummer, "Examen aanmelden")
    blad = onderdeelblad(dossier, deel, op=lokale_datum(request.nu))

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.examen_aanmelden(
            dossier_id=dossier.pk,
            onderdeel=deel,
            gegevens=form.gegevens(),
            uitslag=form.uitslaggegevens(),
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, nummer, "Het examen is vastgelegd.")

    return formulier(
        request, dossier, aanmeldform(blad), opslaan, titel=f"Examen {_naam(deel)}", terug=_TERUG
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def wijzigen(request: Verzoek, nummer: str, examen_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Examen wijzigen")
    examen = _examen(request, dossier, examen_id)
    deel = Onderdeel(examen.onderdeel)
    blad = onderdeelblad(dossier, deel, op=lokale_datum(request.nu))

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        wie: dict[str, Any] = {"door": request.user, "nu": request.nu}
        services.examen_wijzigen(
            examen_id=examen.pk, versie=versie, gegevens=form.gegevens(), **wie
        )
        return _klaar(request, nummer, "Het examen is gewijzigd.")

    pagina: dict[str, Any] = {"titel": f"Examen {_naam(deel)} wijzigen", "terug": _TERUG}
    return bewerk(
        request,
        wijzigform(blad),
        opslaan=opslaan,
        template="inburgering/formulier.html",
        begin=begin_van,
        rij=examen,
        context=dossiercontext(request, dossier) | pagina,
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def uitslag(request: Verzoek, nummer: str, examen_id: int) -> HttpResponse:
    """The result, new, put right or taken back."""
    dossier = open_dossier(request, nummer, "Uitslag van een examen")
    examen = _examen(request, dossier, examen_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.examenuitslag_vastleggen(
            examen_id=examen.pk,
            versie=versie,
            uitslag=form.uitslaggegevens(),
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, nummer, "De uitslag is vastgelegd.")

    titel = f"Uitslag {_naam(Onderdeel(examen.onderdeel))}, {examen.examen_op:%d-%m-%Y}"
    return formulier(request, dossier, UitslagForm, opslaan, titel=titel, terug=_TERUG, rij=examen)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def verwijderen(request: Verzoek, nummer: str, examen_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Examen verwijderen")
    examen = _examen(request, dossier, examen_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        reden = form.cleaned_data["reden"]
        services.examen_verwijderen(
            examen_id=examen.pk, versie=versie, reden=reden, door=request.user, nu=request.nu
        )
        return _klaar(request, nummer, "Het examen is verwijderd.")

    titel = f"Examen {_naam(Onderdeel(examen.onderdeel))} verwijderen"
    pagina: dict[str, Any] = {
        "titel": titel,
        "terug": _TERUG,
        "knop": "Verwijderen",
        "uitleg": _ALLEEN_FOUT,
    }
    return formulier(request, dossier, RedenForm, opslaan, rij=examen, **pagina)


_TERUG = "leerroute-examens"
_ALLEEN_FOUT = (
    "Alleen als het examen er nooit was. Kwam iemand niet? Leg dan de uitslag ‘Geen uitslag’ vast."
)


def _klaar(request: Verzoek, nummer: str, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect(_TERUG, nummer)


def _onderdeel(code: str) -> Onderdeel:
    if code not in Onderdeel.values:
        raise Http404
    return Onderdeel(code)


def _naam(deel: Onderdeel) -> str:
    return "KNM" if deel == Onderdeel.KNM else str(deel.label).lower()


def _examen(request: Verzoek, dossier: Inburgeraar, examen_id: int) -> Examenresultaat:
    rijen = Examenresultaat.objects.zichtbaar_voor(request.user)
    return get_object_or_404(rijen, pk=examen_id, inburgeraar=dossier)

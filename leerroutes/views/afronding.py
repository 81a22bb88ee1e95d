"""The part Afronden: from the last requirement to the end of the guidance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from inburgering.geweigerd import Geweigerd
from leerroutes.forms.afronding import (
    BegeleidingEindeForm,
    CertificaatForm,
    GemeldForm,
    VerschilForm,
)
from leerroutes.models import Afronding
from leerroutes.queries.afronding import afrondingspagina
from leerroutes.services import afronding as services
from leerroutes.views.pagina import BEWERK, formulier, toon_onderdeel
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

TERUG = "leerroute-afronden"


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def afronden(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Afronden")
    pagina = afrondingspagina(dossier, op=lokale_datum(request.nu))
    context = {
        "pagina": pagina,
        "mag": request.user.heeft(Recht.LEERROUTE_DOEN),
        "mag_begeleiding": request.user.heeft(Recht.BEGELEIDING_ZIEN),
        "mag_voltooien": request.user.heeft(Recht.DOSSIER_BEHEREN),
    }
    return toon_onderdeel(request, dossier, "leerroutes/afronden.html", context)


@require_POST
@vereist(Recht.LEERROUTE_DOEN)
def schakel(request: Verzoek, nummer: str) -> HttpResponse:
    """Close schakel 4."""
    dossier = open_dossier(request, nummer, "Afronden")
    try:
        services.inburgeren_afronden(dossier_id=dossier.pk, door=request.user, nu=request.nu)
        messages.success(request, "Schakel 4 is afgerond. Meld nu aan DUO wat klaar is.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect(TERUG, nummer)


def _met_formulier(
    request: Verzoek, nummer: str, form: Any, doe: Callable[..., Any], *, klaar: str, **pagina: Any
) -> HttpResponse:
    dossier = open_dossier(request, nummer, pagina["titel"])
    rij = Afronding.objects.filter(inburgeraar=dossier).first()

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        waarden = ingevuld.cleaned_data
        doe(dossier_id=dossier.pk, versie=versie, door=request.user, nu=request.nu, **waarden)
        messages.success(request, klaar)
        return redirect(TERUG, nummer)

    return formulier(request, dossier, form, opslaan, terug=TERUG, rij=rij, **pagina)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def melden(request: Verzoek, nummer: str) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        GemeldForm,
        services.gemeld_vastleggen,
        titel="Gemeld aan DUO",
        uitleg="U hebt MAP, PVT, uren en (bij de Z-route) het eindgesprek in het portaal van DUO "
        "ingevuld.",
        klaar="Vastgelegd: alles is gemeld. Nu besluit DUO.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def certificaat(request: Verzoek, nummer: str) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        CertificaatForm,
        services.certificaat_uitreiken,
        titel="Certificaat uitreiken",
        uitleg="DUO maakt het certificaat. De gemeente geeft het zelf, in persoon.",
        klaar="Vastgelegd: het certificaat is uitgereikt.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def begeleiding(request: Verzoek, nummer: str) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        BegeleidingEindeForm,
        services.alle_begeleiding_beeindigen,
        titel="Einde van alle begeleiding",
        uitleg="De begeleiding gaat door tot iemand klaar is én zonder uitkering leeft.",
        klaar="Het einde van alle begeleiding is vastgelegd.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def verschil(request: Verzoek, nummer: str) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        VerschilForm,
        services.verschil_toelichten,
        titel="Verschil met DUO",
        uitleg="DUO besloot dat aan de plicht is voldaan. Dat geldt. Op onze lijst staat nog iets "
        "open.",
        klaar="De toelichting is vastgelegd.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def verwijderen(request: Verzoek, nummer: str) -> HttpResponse:
    get_object_or_404(
        Afronding.objects.zichtbaar_voor(request.user), inburgeraar__dossiernummer=nummer
    )
    return _met_formulier(
        request,
        nummer,
        RedenForm,
        services.afronding_verwijderen,
        titel="Afronding verwijderen",
        uitleg="Alleen als het niet klopt, of bij een dubbel dossier hoort. Wat is gemeld, het "
        "certificaat en het einde van de begeleiding vervallen. Het blijft in de historie.",
        klaar="De afronding is verwijderd.",
        knop="Verwijderen",
    )

"""Where one person takes part: the page, and the acts on a placement."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from leerroutes.forms.plaatsingen import (
    BeeindigenForm,
    StartenForm,
    SubsidieBesprekenForm,
    WeekurenForm,
    afspraakform,
    plaatsenform,
)
from leerroutes.models import Plaatsing
from leerroutes.queries.plaatsingen import participatiepagina, waarheen
from leerroutes.services import plaatsingen as services
from leerroutes.services.uren import uren_vastleggen
from leerroutes.views.pagina import BEWERK, formulier, toon_onderdeel
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

_PAGINA = "leerroute-participatie"


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def participatie(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Meedoen")
    context = {
        "pagina": participatiepagina(dossier),
        "mag_doen": request.user.heeft(Recht.PARTICIPATIE),
        "mag_koppels": request.user.heeft(Recht.BEGELEIDING_DOEN),
    }
    return toon_onderdeel(request, dossier, "leerroutes/participatie/meedoen.html", context)


@BEWERK
@vereist(Recht.PARTICIPATIE)
def plaatsen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Plaatsen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.plaatsen(dossier_id=dossier.pk, door=request.user, nu=request.nu, **form.waarden())
        return _klaar(request, nummer, "De plaats is bezet. Leg vast wanneer deze persoon begint.")

    keuzes = waarheen()
    uitleg = "U ziet alleen waar nog plaats is." if keuzes else "Er is nu nergens plaats."
    return formulier(
        request,
        dossier,
        plaatsenform(keuzes),
        opslaan,
        titel="Plaatsen",
        terug=_PAGINA,
        uitleg=uitleg,
    )


@BEWERK
@vereist(Recht.PARTICIPATIE)
def starten(request: Verzoek, nummer: str, plaatsing_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        plaatsing_id,
        StartenForm,
        services.plaatsing_starten,
        titel="Plaatsing starten",
        klaar="Het begin is vastgelegd.",
    )


@BEWERK
@vereist(Recht.PARTICIPATIE)
def niet_doorgaan(request: Verzoek, nummer: str, plaatsing_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        plaatsing_id,
        RedenForm,
        services.plaatsing_niet_doorgaan,
        titel="Plaatsing gaat niet door",
        klaar="Vastgelegd dat dit niet doorgaat. De plaats is weer vrij.",
    )


@BEWERK
@vereist(Recht.PARTICIPATIE)
def beeindigen(request: Verzoek, nummer: str, plaatsing_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        plaatsing_id,
        BeeindigenForm,
        services.plaatsing_beeindigen,
        titel="Plaatsing beëindigen",
        klaar="Het einde is vastgelegd.",
    )


@BEWERK
@vereist(Recht.PARTICIPATIE)
def wijzigen(request: Verzoek, nummer: str, plaatsing_id: int) -> HttpResponse:
    """Hours per week, the days as they should have been, and with work the subsidy."""
    return _met_formulier(
        request,
        nummer,
        plaatsing_id,
        afspraakform(_plaatsing(request, nummer, plaatsing_id)),
        services.plaatsing_wijzigen,
        titel="Plaatsing wijzigen",
        klaar="De plaatsing is gewijzigd.",
    )


@BEWERK
@vereist(Recht.PARTICIPATIE)
def hervatten(request: Verzoek, nummer: str, plaatsing_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        plaatsing_id,
        RedenForm,
        services.plaatsing_hervatten,
        titel="Plaatsing hervatten",
        klaar="Vastgelegd: de plaatsing gaat toch door.",
        knop="Hervatten",
    )


@BEWERK
@vereist(Recht.PARTICIPATIE)
def subsidie_bespreken(request: Verzoek, nummer: str, plaatsing_id: int) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        plaatsing_id,
        SubsidieBesprekenForm,
        services.subsidie_bespreken,
        titel="Subsidie bespreken",
        klaar="Vastgelegd: besproken is hoe het verder gaat na de subsidie.",
    )


@BEWERK
@vereist(Recht.PARTICIPATIE)
def uren(request: Verzoek, nummer: str, plaatsing_id: int) -> HttpResponse:
    """The hours of one week at one placement."""
    dossier = open_dossier(request, nummer, "Uren van een plaatsing")
    rij = _plaatsing(request, nummer, plaatsing_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        regels = form.regels(plaatsing=rij)
        uren_vastleggen(dossier_id=dossier.pk, regels=regels, door=request.user, nu=request.nu)
        return _klaar(request, nummer, "De uren zijn vastgelegd.")

    uitleg = f"{rij.waar}. Een dag zonder uren laat u leeg."
    return formulier(
        request,
        dossier,
        WeekurenForm,
        opslaan,
        titel="Uren vastleggen",
        terug=_PAGINA,
        uitleg=uitleg,
    )


def _plaatsing(request: Verzoek, nummer: str, plaatsing_id: int) -> Plaatsing:
    plaatsingen = Plaatsing.objects.zichtbaar_voor(request.user)
    rij: Plaatsing = get_object_or_404(
        plaatsingen.select_related("plek", "vacature__werkgever"),
        pk=plaatsing_id,
        inburgeraar__dossiernummer=nummer,
    )
    return rij


def _met_formulier(
    request: Verzoek,
    nummer: str,
    plaatsing_id: int,
    form: Any,
    doe: Any,
    *,
    titel: str,
    klaar: str,
    **pagina: Any,
) -> HttpResponse:
    """A page with one form on a placement; `doe` is the service, called with what it gives."""
    dossier = open_dossier(request, nummer, titel)
    rij = _plaatsing(request, nummer, plaatsing_id)

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        waarden = getattr(ingevuld, "waarden", lambda: ingevuld.cleaned_data)()
        doe(plaatsing_id=rij.pk, versie=versie, door=request.user, nu=request.nu, **waarden)
        return _klaar(request, nummer, klaar)

    pagina.setdefault("uitleg", rij.waar)
    return formulier(request, dossier, form, opslaan, titel=titel, terug=_PAGINA, rij=rij, **pagina)


def _klaar(request: Verzoek, nummer: str, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect(_PAGINA, nummer)

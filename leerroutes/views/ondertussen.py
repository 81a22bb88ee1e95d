"""The begeleidingsplan of who falls under the Wi2013: other dossiers have no such page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from inburgering.enums import Regime
from inburgering.forms import RedenForm
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from leerroutes.forms.ondertussen import BesprekenForm, CursusForm, DuoTermijnForm, PlanForm
from leerroutes.models import Begeleidingsplan
from leerroutes.queries.ondertussen import begeleidingspagina
from leerroutes.services import ondertussen as services
from leerroutes.views.pagina import BEWERK, formulier, toon_onderdeel
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

_PAGINA = "leerroute-begeleidingsplan"


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def begeleidingsplan(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = _dossier(request, nummer, "Begeleidingsplan")
    context = {
        "pagina": begeleidingspagina(dossier, op=lokale_datum(request.nu)),
        "mag_doen": request.user.heeft(Recht.LEERROUTE_DOEN),
    }
    return toon_onderdeel(request, dossier, "leerroutes/ondertussen/begeleidingsplan.html", context)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def plan(request: Verzoek, nummer: str) -> HttpResponse:
    """Draw the plan up, or change it."""
    dossier = _dossier(request, nummer, "Begeleidingsplan")
    rij = Begeleidingsplan.objects.zichtbaar_voor(request.user).filter(inburgeraar=dossier).first()
    wie: dict[str, Any] = {"door": request.user, "nu": request.nu}

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        if rij is None:
            services.begeleidingsplan_opstellen(
                dossier_id=dossier.pk, gegevens=form.gegevens(), **wie
            )
        else:
            services.begeleidingsplan_wijzigen(
                plan_id=rij.pk, versie=versie, gegevens=form.gegevens(), **wie
            )
        return _klaar(request, nummer, "Het plan staat klaar. Bespreek het, en maak dan de brief.")

    uitleg = "Wijzigt u een plan dat al is besproken? Bespreek het dan opnieuw." if rij else ""
    titel = "Begeleidingsplan wijzigen" if rij else "Begeleidingsplan opstellen"
    return formulier(
        request, dossier, PlanForm, opslaan, titel=titel, terug=_PAGINA, rij=rij, uitleg=uitleg
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def bespreken(request: Verzoek, nummer: str) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        BesprekenForm,
        services.begeleidingsplan_bespreken,
        titel="Begeleidingsplan bespreken",
        klaar="Vastgelegd dat het plan is besproken. Maak nu de brief.",
        uitleg="Vul in op welke dag u het plan met deze persoon besprak, zoals het er nu staat.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def cursus(request: Verzoek, nummer: str) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        CursusForm,
        services.cursus_vastleggen,
        titel="Cursus financiële redzaamheid",
        klaar="De cursus is vastgelegd.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def termijn(request: Verzoek, nummer: str) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        DuoTermijnForm,
        services.duo_termijn_vastleggen,
        titel="Termijn van DUO",
        klaar="De termijn van DUO is vastgelegd.",
        uitleg="Neem over wat DUO zegt. Dit systeem rekent deze termijn niet uit.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def verwijderen(request: Verzoek, nummer: str) -> HttpResponse:
    return _met_formulier(
        request,
        nummer,
        RedenForm,
        services.begeleidingsplan_verwijderen,
        titel="Begeleidingsplan verwijderen",
        klaar="Het begeleidingsplan is verwijderd.",
        uitleg="Alleen als het niet klopt, of bij een dubbel dossier hoort. Brieven en gesprekken "
        "blijven.",
        knop="Verwijderen",
    )


@require_POST
@vereist(Recht.LEERROUTE_DOEN)
def brief(request: Verzoek, nummer: str) -> HttpResponse:
    """Make the letter with the plan as it was discussed."""
    rij = _plan(request, _dossier(request, nummer, "Begeleidingsplan"))
    try:
        services.begeleidingsplan_brief_maken(plan_id=rij.pk, door=request.user, nu=request.nu)
        messages.success(request, "De brief is gemaakt. Leg vast wanneer u die verstuurt.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect(_PAGINA, nummer)


def _dossier(request: Verzoek, nummer: str, onderdeel: str) -> Inburgeraar:
    dossier = open_dossier(request, nummer, onderdeel)
    if dossier.regime != Regime.WI2013:
        raise Http404
    return dossier


def _plan(request: Verzoek, dossier: Inburgeraar) -> Begeleidingsplan:
    plannen = Begeleidingsplan.objects.zichtbaar_voor(request.user)
    rij: Begeleidingsplan = get_object_or_404(plannen, inburgeraar=dossier)
    return rij


def _met_formulier(
    request: Verzoek, nummer: str, form: Any, doe: Any, *, titel: str, klaar: str, **pagina: Any
) -> HttpResponse:
    """A page with one form on the plan; `doe` is the service, called with what the form gives."""
    dossier = _dossier(request, nummer, titel)
    rij = _plan(request, dossier)

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        waarden = ingevuld.cleaned_data
        doe(plan_id=rij.pk, versie=versie, door=request.user, nu=request.nu, **waarden)
        return _klaar(request, nummer, klaar)

    return formulier(request, dossier, form, opslaan, titel=titel, terug=_PAGINA, rij=rij, **pagina)


def _klaar(request: Verzoek, nummer: str, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect(_PAGINA, nummer)

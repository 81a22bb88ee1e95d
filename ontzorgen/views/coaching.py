"""The tab Coaching: talks about money, and how far somebody is with doing it alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.bewerken import Opslaan, bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier, toon_dossier
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.forms.coaching import HoudenForm, coachform
from ontzorgen.models import Coachmoment
from ontzorgen.queries.coaching import coachtab, momenten_voor
from ontzorgen.services import coaching as services

_BEWERK = require_http_methods(["GET", "HEAD", "POST"])
_TAB = "coaching"


@require_GET
@vereist(Recht.COACHING_ZIEN)
def coaching(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Coaching")
    context = {
        "tab": coachtab(dossier, voor=request.user, op=lokale_datum(request.nu)),
        "mag": request.user.heeft(Recht.COACHING_DOEN),
    }
    return toon_dossier(request, dossier, "ontzorgen/coaching/coaching.html", context)


@_BEWERK
@vereist(Recht.COACHING_DOEN)
def plannen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Gesprek over geld plannen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.coachmoment_plannen(
            dossier_id=dossier.pk, gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        messages.success(request, "Het gesprek is gepland.")
        return redirect(_TAB, nummer)

    form = coachform(request.user)
    return _formulier(request, dossier, form, opslaan, titel="Gesprek over geld plannen")


@_BEWERK
@vereist(Recht.COACHING_DOEN)
def wijzigen(request: Verzoek, nummer: str, coachmoment_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        coachmoment_id,
        coachform(request.user),
        services.coachmoment_wijzigen,
        titel="Gesprek over geld wijzigen",
        klaar="Het gesprek is gewijzigd.",
    )


@_BEWERK
@vereist(Recht.COACHING_DOEN)
def houden(request: Verzoek, nummer: str, coachmoment_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        coachmoment_id,
        HoudenForm,
        services.coachmoment_houden,
        titel="Gesprek over geld vastleggen",
        klaar="Het gesprek is vastgelegd.",
    )


@_BEWERK
@vereist(Recht.COACHING_DOEN)
def vervallen(request: Verzoek, nummer: str, coachmoment_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        coachmoment_id,
        RedenForm,
        services.coachmoment_laten_vervallen,
        titel="Gesprek laten vervallen",
        klaar="Vastgelegd: het gesprek is niet doorgegaan.",
        knop="Laten vervallen",
    )


@_BEWERK
@vereist(Recht.COACHING_DOEN)
def terugzetten(request: Verzoek, nummer: str, coachmoment_id: int) -> HttpResponse:
    return _handel(
        request,
        nummer,
        coachmoment_id,
        RedenForm,
        services.coachmoment_terugzetten,
        titel="Gesprek terugzetten",
        klaar="Het gesprek staat weer gepland.",
        knop="Terugzetten",
        uitleg="Het was verkeerd vastgelegd. Het gesprek staat daarna weer als gepland.",
    )


def _handel(
    request: Verzoek,
    nummer: str,
    moment_id: int,
    form: Any,
    doe: Callable[..., Coachmoment],
    *,
    titel: str,
    klaar: str,
    **pagina: str,
) -> HttpResponse:
    """A form on one talk; of another organisation it is not there."""
    dossier = open_dossier(request, nummer, titel)
    rij = get_object_or_404(momenten_voor(request.user), pk=moment_id, inburgeraar=dossier)

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        klaar_om = partial(doe, moment_id=rij.pk, versie=versie, door=request.user, nu=request.nu)
        gegevens = getattr(ingevuld, "gegevens", None)
        klaar_om(**({"gegevens": gegevens()} if gegevens else ingevuld.cleaned_data))
        messages.success(request, klaar)
        return redirect(_TAB, nummer)

    return _formulier(request, dossier, form, opslaan, rij=rij, titel=titel, **pagina)


def _formulier(
    request: Verzoek,
    dossier: Inburgeraar,
    form: Any,
    opslaan: Opslaan,
    *,
    rij: Coachmoment | None = None,
    **pagina: str,
) -> HttpResponse:
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        begin=getattr(form, "begin", lambda rij: {}),
        rij=rij,
        context=dossiercontext(request, dossier) | {"terug": _TAB, **pagina},
    )

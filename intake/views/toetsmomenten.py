"""The moments for the leerbaarheidstoets: the list, and the acts on one of them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from inburgering.bewerken import bewerk
from inburgering.forms import RedenForm
from intake.forms.toets import MomentForm, afrondenform
from intake.models import Toetsmoment
from intake.queries.toetsmomenten import momentlijst, momentpagina
from intake.services import toetsmomenten as services
from intake.views.formulier import BEWERK
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_GET
@vereist(Recht.INTAKE_DOEN)
def lijst(request: Verzoek) -> HttpResponse:
    return render(request, "intake/toetsmomenten.html", {"lijst": momentlijst(nu=request.nu)})


@require_GET
@vereist(Recht.INTAKE_DOEN)
def tonen(request: Verzoek, moment_id: int) -> HttpResponse:
    moment = get_object_or_404(Toetsmoment, pk=moment_id)
    pagina = momentpagina(moment.pk, voor=request.user, nu=request.nu)
    return render(request, "intake/toetsmoment.html", {"pagina": pagina})


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def nieuw(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        moment = services.toetsmoment_maken(
            gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        return _klaar(request, moment, "Het toetsmoment staat op de lijst.")

    context = {"titel": "Toetsmoment toevoegen"}
    return _formulier(request, MomentForm, opslaan, context=context)


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def wijzigen(request: Verzoek, moment_id: int) -> HttpResponse:
    moment = get_object_or_404(Toetsmoment, pk=moment_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.toetsmoment_wijzigen(
            moment_id=moment.pk,
            versie=versie,
            gegevens=form.gegevens(),
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, moment, "Het toetsmoment is gewijzigd.")

    uitleg = "Wie al een plaats heeft, gaat mee. Maak daarna een nieuwe uitnodiging."
    context = {"titel": "Toetsmoment wijzigen", "uitleg": uitleg}
    return _formulier(request, MomentForm, opslaan, rij=moment, context=context)


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def afzeggen(request: Verzoek, moment_id: int) -> HttpResponse:
    moment = get_object_or_404(Toetsmoment, pk=moment_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.toetsmoment_afzeggen(
            moment_id=moment.pk, door=request.user, nu=request.nu, **form.cleaned_data
        )
        return _klaar(request, moment, "Het toetsmoment is afgezegd.")

    uitleg = "Wie een plaats heeft, moet opnieuw worden gepland. Bel deze mensen zelf."
    context = {"titel": "Toetsmoment afzeggen", "uitleg": uitleg, "knop": "Toetsmoment afzeggen"}
    return _formulier(request, RedenForm, opslaan, rij=moment, context=context)


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def afronden(request: Verzoek, moment_id: int) -> HttpResponse:
    """Who came; the results follow later, from DUO."""
    moment = get_object_or_404(Toetsmoment, pk=moment_id)
    pagina = momentpagina(moment.pk, voor=request.user, nu=request.nu)
    namen = [(wie.toets_id, wie.naam) for wie in pagina.deelnemers if not wie.heeft_uitslag]

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.toetsmoment_afronden(
            moment_id=moment.pk,
            versie=versie,
            **form.cleaned_data,
            door=request.user,
            nu=request.nu,
        )
        return _klaar(request, moment, "Vastgelegd wie er kwamen.")

    uitleg = "De uitslagen komen later, van DUO."
    if pagina.anderen:
        uitleg += (
            f" U ziet {pagina.anderen} van de mensen niet. "
            "Hun eigen consulent legt vast of zij kwamen."
        )
    context = {"titel": "Wie kwamen er?", "uitleg": uitleg}
    return _formulier(request, afrondenform(namen), opslaan, rij=moment, context=context)


def _klaar(request: Verzoek, moment: Toetsmoment, tekst: str) -> HttpResponse:
    messages.success(request, tekst)
    return redirect("toetsmoment", moment.pk)


def _formulier(
    request: Verzoek,
    form: Any,
    opslaan: Any,
    *,
    context: dict[str, str],
    rij: Toetsmoment | None = None,
) -> HttpResponse:
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template="intake/moment_formulier.html",
        begin=getattr(form, "begin", lambda rij: {}),
        rij=rij,
        context={**context, "moment": rij},
    )

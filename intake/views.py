"""The tab Brede intake: its parts, the test beside it, and the acts on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from inburgering.bewerken import Opslaan, bewerk
from inburgering.dossierpagina import dossiercontext, open_dossier, toon_dossier
from inburgering.forms import RedenForm
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Inburgeraar
from intake import services
from intake.forms import GegevensForm, OnderdeelForm, OntheffenForm, UitslagForm, VveForm
from intake.models import (
    BredeIntake,
    Leerbaarheidstoets,
    Onderdeel,
    OnderdeelSoort,
    ToetsUitslag,
)
from intake.queries import intaketab, sectie
from medewerkers.models import Rij
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

_BEWERK = require_http_methods(["GET", "POST"])


def _intake(request: Verzoek, dossier: Inburgeraar) -> BredeIntake:
    return get_object_or_404(BredeIntake.objects.zichtbaar_voor(request.user), inburgeraar=dossier)


def _toets(request: Verzoek, dossier: Inburgeraar) -> Leerbaarheidstoets:
    return get_object_or_404(
        Leerbaarheidstoets.objects.zichtbaar_voor(request.user), inburgeraar=dossier
    )


def _formulier(
    request: Verzoek,
    dossier: Inburgeraar,
    form: Any,
    opslaan: Opslaan,
    *,
    rij: Rij,
    template: str = "inburgering/formulier.html",
    pagina: Mapping[str, object],
) -> HttpResponse:
    """The page of one form; `pagina` is what its template asks for."""
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template=template,
        begin=getattr(form, "begin", lambda rij: {}),
        rij=rij,
        context=dossiercontext(request, dossier) | {"terug": "intake"} | dict(pagina),
    )


@require_GET
@vereist(Recht.INTAKE_ZIEN)
def intake(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Brede intake")
    return toon_dossier(request, dossier, "intake/intake.html", {"tab": intaketab(dossier)})


@require_POST
@vereist(Recht.INTAKE_DOEN)
def starten(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Brede intake starten")
    try:
        services.intake_starten(dossier_id=dossier.pk, door=request.user, nu=request.nu)
        messages.success(request, "De brede intake is gestart.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect("intake", nummer)


@_BEWERK
@vereist(Recht.INTAKE_DOEN)
def onderdeel(request: Verzoek, nummer: str, soort: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Brede intake: onderdeel")
    rij = get_object_or_404(
        Onderdeel.objects.zichtbaar_voor(request.user).select_related("intake"),
        intake__inburgeraar=dossier,
        soort=soort,
    )

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.onderdeel_invullen(
            onderdeel_id=rij.pk,
            versie=versie,
            **form.cleaned_data,
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, f"Opgeslagen: {rij}.")
        return redirect("intake", nummer)

    form = VveForm if soort == OnderdeelSoort.VVE else OnderdeelForm
    pagina = {"sectie": sectie(rij), "intake": rij.intake}
    return _formulier(
        request, dossier, form, opslaan, rij=rij, template="intake/onderdeel.html", pagina=pagina
    )


@_BEWERK
@vereist(Recht.INTAKE_DOEN)
def gegevens(request: Verzoek, nummer: str) -> HttpResponse:
    """Interpreter, the right to speak alone, and the report."""
    dossier = open_dossier(request, nummer, "Brede intake: tolk en verslag")
    rij = _intake(request, dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.intakegegevens_vastleggen(
            intake_id=rij.pk, versie=versie, **form.cleaned_data, door=request.user, nu=request.nu
        )
        messages.success(request, "Opgeslagen: tolk en verslag.")
        return redirect("intake", nummer)

    return _formulier(
        request, dossier, GegevensForm, opslaan, rij=rij, pagina={"titel": "Tolk en verslag"}
    )


@_BEWERK
@vereist(Recht.INTAKE_DOEN)
def toets(request: Verzoek, nummer: str) -> HttpResponse:
    """The result of the leerbaarheidstoets, new or put right."""
    dossier = open_dossier(request, nummer, "Leerbaarheidstoets")
    rij = _toets(request, dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.toets_uitslag_vastleggen(
            toets_id=rij.pk,
            versie=versie,
            uitslag=ToetsUitslag(form.cleaned_data["uitslag"]),
            uitslag_op=form.cleaned_data["uitslag_op"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De uitslag is vastgelegd.")
        return redirect("intake", nummer)

    return _formulier(
        request,
        dossier,
        UitslagForm,
        opslaan,
        rij=rij,
        template="intake/toets.html",
        pagina={"toets": rij},
    )


@_BEWERK
@vereist(Recht.INTAKE_DOEN)
def ontheffen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Leerbaarheidstoets niet nodig")
    rij = _toets(request, dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.toets_ontheffen(
            toets_id=rij.pk, versie=versie, **form.cleaned_data, door=request.user, nu=request.nu
        )
        messages.success(request, "Vastgelegd: de leerbaarheidstoets hoeft niet.")
        return redirect("intake", nummer)

    pagina = {
        "titel": "Leerbaarheidstoets niet nodig",
        "uitleg": "Dit mag alleen om een reden uit de Wet inburgering 2021, artikel 14, lid 6.",
    }
    return _formulier(request, dossier, OntheffenForm, opslaan, rij=rij, pagina=pagina)


@require_POST
@vereist(Recht.INTAKE_DOEN)
def afronden(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Brede intake afronden")
    rij = _intake(request, dossier)
    versie = request.POST.get("versie", "")
    try:
        services.intake_afronden(
            intake_id=rij.pk,
            versie=int(versie) if versie.isdigit() else None,
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De brede intake is afgerond. Het PIP kan worden vastgesteld.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    except Gewijzigd:
        messages.error(request, "Een collega heeft de intake intussen gewijzigd. Bekijk die eerst.")
    return redirect("intake", nummer)


@_BEWERK
@vereist(Recht.INTAKE_DOEN)
def heropenen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Brede intake heropenen")
    rij = _intake(request, dossier)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.intake_heropenen(
            intake_id=rij.pk, versie=versie, **form.cleaned_data, door=request.user, nu=request.nu
        )
        messages.success(request, "De brede intake is heropend.")
        return redirect("intake", nummer)

    pagina = {
        "titel": "Brede intake heropenen",
        "uitleg": "U kunt de onderdelen dan weer wijzigen. Daarna rondt u de intake opnieuw af.",
        "knop": "Heropenen",
    }
    return _formulier(request, dossier, RedenForm, opslaan, rij=rij, pagina=pagina)

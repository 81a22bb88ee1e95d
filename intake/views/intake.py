"""The tab Brede intake: its parts, the test beside it, and the acts on it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from inburgering.dossierpagina import open_dossier, toon_dossier
from inburgering.forms import RedenForm
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Inburgeraar
from intake.forms.intake import GegevensForm, OnderdeelForm, VveForm
from intake.models import (
    BredeIntake,
    Onderdeel,
    OnderdeelSoort,
)
from intake.queries.intake import intaketab, sectie
from intake.services import intake as services
from intake.views.formulier import BEWERK, formulier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


def _intake(request: Verzoek, dossier: Inburgeraar) -> BredeIntake:
    return get_object_or_404(BredeIntake.objects.zichtbaar_voor(request.user), inburgeraar=dossier)


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


@BEWERK
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
    return formulier(
        request, dossier, form, opslaan, rij=rij, template="intake/onderdeel.html", pagina=pagina
    )


@BEWERK
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

    return formulier(
        request, dossier, GegevensForm, opslaan, rij=rij, pagina={"titel": "Tolk en verslag"}
    )


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


@BEWERK
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
    return formulier(request, dossier, RedenForm, opslaan, rij=rij, pagina=pagina)

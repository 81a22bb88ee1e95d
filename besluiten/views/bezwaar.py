"""Objections: all of them, those of one dossier, and one with everything about it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods

from besluiten.bezwaarbrief import maak_beslissing, stel_beslissing_op
from besluiten.bezwaartab import bezwaarpagina
from besluiten.forms.bezwaar import RegistrerenForm
from besluiten.models import Besluit, BesluitSoort, Bezwaar
from besluiten.queries.bezwaarlijst import besluiten_van, bezwaren_van, bezwarenlijst
from besluiten.services import bezwaren as services
from inburgering.bewerken import bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier, toon_dossier
from inburgering.models import Inburgeraar
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


def bezwaar_of_404(request: Verzoek, dossier: Inburgeraar, bezwaar_id: int) -> Bezwaar:
    rijen = Bezwaar.objects.zichtbaar_voor(request.user).select_related(
        "besluit__inburgeraar__persoon",
        "besluit__inburgeraar__consulent",
        "besluit__genomen_door",
        "beslissing",
        "hoorzitting",
        "geregistreerd_door",
        "beslist_door",
    )
    return get_object_or_404(rijen, pk=bezwaar_id, besluit__inburgeraar=dossier)


@require_GET
@vereist(Recht.BEZWAAR_ZIEN)
def bezwaren(request: Verzoek) -> HttpResponse:
    lijst = bezwarenlijst(request.user, op=lokale_datum(request.nu))
    return render(request, "besluiten/bezwaren.html", {"lijst": lijst})


@require_GET
@vereist(Recht.BEZWAAR_ZIEN)
def van_dossier(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Bezwaren")
    op = lokale_datum(request.nu)
    context = {
        "bezwaren": bezwaren_van(dossier, op=op),
        "besluiten": besluiten_van(dossier, op=op),
        "mag_registreren": request.user.heeft(Recht.BEZWAAR_ONTVANGEN),
    }
    return toon_dossier(request, dossier, "besluiten/bezwaren_dossier.html", context)


@require_GET
@vereist(Recht.BEZWAAR_ZIEN)
def bezwaar(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Bezwaar")
    rij = bezwaar_of_404(request, dossier, bezwaar_id)
    pagina = bezwaarpagina(rij, voor=request.user, op=lokale_datum(request.nu))
    return toon_dossier(request, dossier, "besluiten/bezwaar.html", {"pagina": pagina})


@require_http_methods(["GET", "POST"])
@vereist(Recht.BEZWAAR_ONTVANGEN)
def registreren(request: Verzoek, nummer: str, besluit_id: int) -> HttpResponse:
    """Whoever opens the post records it: the day of receipt must not wait for the jurist."""
    dossier = open_dossier(request, nummer, "Bezwaar registreren")
    besluit = get_object_or_404(
        Besluit.objects.zichtbaar_voor(request.user).exclude(soort=BesluitSoort.BEZWAAR),
        pk=besluit_id,
        inburgeraar=dossier,
    )

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        rij = services.registreren(
            besluit_id=besluit.pk, door=request.user, nu=request.nu, **form.waarden()
        )
        messages.success(request, "Het bezwaar is geregistreerd. De jurist ziet het nu.")
        return redirect("bezwaar", nummer, rij.pk)

    context = {
        "titel": "Bezwaar registreren",
        "uitleg": f"Tegen {besluit.kenmerk}, dagtekening {besluit.dagtekening:%d-%m-%Y}.",
        "terug": "bezwaren-dossier",
        "knop": "Registreren",
    }
    return bewerk(
        request,
        RegistrerenForm,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        begin=lambda rij: {"ontvangen_op": lokale_datum(request.nu)},
        context=dossiercontext(request, dossier) | context,
    )


@require_GET
@vereist(Recht.BEZWAAR_DOEN)
def voorbeeld(request: Verzoek, nummer: str, bezwaar_id: int) -> HttpResponse:
    """The decision as it would be today, marked CONCEPT on every page. Nothing is stored."""
    dossier = open_dossier(request, nummer, "Beslissing op bezwaar bekijken")
    rij = bezwaar_of_404(request, dossier, bezwaar_id)
    brief = stel_beslissing_op(rij, dagtekening=lokale_datum(request.nu), door=request.user)
    antwoord = HttpResponse(maak_beslissing(brief, concept=True), content_type="application/pdf")
    naam = f"concept-{brief.hoofd.kenmerk}.pdf"
    antwoord["Content-Disposition"] = content_disposition_header(False, naam) or ""
    return antwoord

"""Making a decision known."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods

from besluiten.briefhoofd import uitleg_geheim_adres
from besluiten.bundel import bundel as als_bundel
from besluiten.forms.besluiten import BekendmakenForm
from besluiten.models import Bekendmaking, Besluit, BesluitSoort
from besluiten.pdf import PDF
from besluiten.services import besluiten as services
from inburgering.bewerken import bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier
from inburgering.models import Inburgeraar
from inburgering.services.documenten import lees
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@require_http_methods(["GET", "POST"])
@vereist(Recht.PIP_VASTSTELLEN)
def bekendmaken(request: Verzoek, nummer: str, besluit_id: int) -> HttpResponse:
    """Record that the decision was handed over or sent, apart from taking it.

    A decision on an objection has a page of its own: who may do that is somebody else.
    """
    dossier = open_dossier(request, nummer, "Besluit bekendmaken")
    besluit = get_object_or_404(
        Besluit.objects.zichtbaar_voor(request.user).exclude(soort=BesluitSoort.BEZWAAR),
        pk=besluit_id,
        inburgeraar=dossier,
    )
    return maak_bekend(
        request,
        dossier,
        besluit,
        terug="pip",
        klaar="Vastgelegd. De bezwaartermijn van zes weken loopt.",
    )


def maak_bekend(
    request: Verzoek, dossier: Inburgeraar, besluit: Besluit, *, terug: str, klaar: str
) -> HttpResponse:
    """The page for making any decision known; `terug` is the page of the dossier to go back to."""

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.bekendmaken(
            besluit_id=besluit.pk,
            versie=versie,
            wijze=Bekendmaking(form.cleaned_data["wijze"]),
            op=form.cleaned_data["op"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, klaar)
        return redirect(terug, dossier.dossiernummer)

    vandaag = lokale_datum(request.nu)
    uitleg = f"{besluit.kenmerk}, dagtekening {besluit.dagtekening:%d-%m-%Y}."
    uitleg += uitleg_geheim_adres(dossier, op=vandaag)
    return bewerk(
        request,
        BekendmakenForm,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        begin=lambda rij: {"op": vandaag},
        rij=besluit,
        context=dossiercontext(request, dossier)
        | {"titel": "Besluit bekendmaken", "uitleg": uitleg, "terug": terug, "knop": "Vastleggen"},
    )


@require_GET
@vereist(Recht.DOCUMENTEN)
def bundel(request: Verzoek, nummer: str, besluit_id: int) -> HttpResponse:
    """The letter with the pages of its attachments, for a printer. Made now and not kept."""
    dossier = open_dossier(request, nummer, "Afdrukbundel")
    besluiten = Besluit.objects.zichtbaar_voor(request.user).select_related("document")
    besluit = get_object_or_404(
        besluiten.exclude(document=None), pk=besluit_id, inburgeraar=dossier
    )
    assert besluit.document is not None
    pdf = als_bundel(lees(besluit.document), dagtekening=besluit.dagtekening)
    naam = content_disposition_header(False, f"{besluit.kenmerk}-afdrukbundel.pdf") or ""
    return HttpResponse(pdf, content_type=PDF, headers={"Content-Disposition": naam})

"""The tab Brede intake: its parts, the test beside it, and the acts on it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from besluiten.pdf import PDF
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier, toon_dossier
from inburgering.forms import RedenForm
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.models import Inburgeraar
from intake.forms.intake import GegevensForm
from intake.forms.onderdelen import begin, formulier_van
from intake.models import BredeIntake, Onderdeel
from intake.queries.advies import advies_van
from intake.queries.diagnoses import diagnosekaart
from intake.queries.pagina import intakepagina, onderdeelpagina
from intake.queries.toets import toetskaart
from intake.services import intake as services
from intake.services.verslag import verslag_pdf
from intake.views.formulier import BEWERK, formulier, handelformulier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


def _intake(request: Verzoek, dossier: Inburgeraar) -> BredeIntake:
    return get_object_or_404(BredeIntake.objects.zichtbaar_voor(request.user), inburgeraar=dossier)


@require_GET
@vereist(Recht.INTAKE_ZIEN)
def intake(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Brede intake")
    pagina = intakepagina(dossier, voor=request.user, op=lokale_datum(request.nu))
    context = {
        "pagina": pagina,
        "tab": pagina.tab,
        "toetskaart": toetskaart(dossier, nu=request.nu),
        "diagnosekaart": diagnosekaart(dossier),
        "advieskaart": advies_van(dossier.pk, op=lokale_datum(request.nu)),
    }
    return toon_dossier(request, dossier, "intake/intake.html", context)


@require_GET
@vereist(Recht.INTAKE_ZIEN)
def verslag(request: Verzoek, nummer: str) -> HttpResponse:
    """The report as it is now; the one of the closing stands with the documents."""
    dossier = open_dossier(request, nummer, "Verslag van de brede intake")
    pdf = verslag_pdf(dossier, op=lokale_datum(request.nu), door=request.user)
    naam = content_disposition_header(as_attachment=False, filename=f"INT-{nummer}.pdf") or ""
    return HttpResponse(pdf, content_type=PDF, headers={"Content-Disposition": naam})


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
            **form.waarden(),
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, f"Opgeslagen: {rij}.")
        return redirect("intake", nummer)

    return formulier(
        request,
        dossier,
        formulier_van(soort),
        opslaan,
        rij=rij,
        begin=begin,
        template="intake/onderdeel.html",
        pagina=onderdeelpagina(rij, dossier, voor=request.user, op=lokale_datum(request.nu)),
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
def afronden_afwezig(request: Verzoek, nummer: str) -> HttpResponse:
    """Close it without the person, after the third summons."""
    dossier = open_dossier(request, nummer, "Brede intake afronden bij afwezigheid")
    rij = _intake(request, dossier)
    return handelformulier(
        request,
        dossier,
        RedenForm,
        partial(services.intake_afronden_bij_afwezigheid, intake_id=rij.pk),
        rij=rij,
        met_versie=True,
        titel="Brede intake afronden bij afwezigheid",
        uitleg="Dit mag na de derde oproep (Wet inburgering 2021, artikel 14, lid 2). "
        "Schrijf eerst in het verslag wat u wel weet. Was de oproep alleen voor de "
        "leerbaarheidstoets, dan vervalt alleen die toets.",
        klaar="De brede intake is afgerond. Maak nu het PIP.",
        knop="Afronden bij afwezigheid",
    )


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

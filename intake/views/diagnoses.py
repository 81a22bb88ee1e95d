"""A client diagnosis made elsewhere: taken in, compared, taken over or put aside."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from intake.diagnose.koppeling import koppelingen
from intake.forms.diagnose import InvoerenForm, inlezenform, overnemenform
from intake.models import Diagnose, DiagnoseStatus
from intake.queries.diagnoses import vergelijk
from intake.services import diagnose as services
from intake.views.formulier import BEWERK, formulier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


def _diagnose(request: Verzoek, dossier: Inburgeraar, diagnose_id: int) -> Diagnose:
    rijen = Diagnose.objects.zichtbaar_voor(request.user).select_related("document")
    return get_object_or_404(rijen, pk=diagnose_id, inburgeraar=dossier)


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def inlezen(request: Verzoek, nummer: str) -> HttpResponse:
    """Take in a file; nothing enters the intake yet."""
    dossier = open_dossier(request, nummer, "Diagnose inlezen")
    soorten = koppelingen()

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        bestand = form.cleaned_data["bestand"]
        diagnose = services.diagnose_inlezen(
            dossier_id=dossier.pk,
            koppeling=soorten[form.cleaned_data["soort"]],
            bestandsnaam=bestand.name,
            inhoud=bestand.read(),
            op=form.cleaned_data["op"],
            gecontroleerd=form.cleaned_data["gecontroleerd"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het bestand is gelezen. Kies nu wat u overneemt.")
        return redirect("diagnose", nummer, diagnose.pk)

    uitleg = "U ziet eerst wat erin staat. Daarna kiest u wat in de brede intake komt."
    pagina = {"titel": "Diagnose inlezen", "uitleg": uitleg, "knop": "Lezen"}
    return formulier(request, dossier, inlezenform(list(soorten.values())), opslaan, pagina=pagina)


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def invoeren(request: Verzoek, nummer: str) -> HttpResponse:
    """Type over what stands on paper."""
    dossier = open_dossier(request, nummer, "Diagnose overtypen")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        diagnose = services.diagnose_invoeren(
            dossier_id=dossier.pk,
            bron=form.cleaned_data["bron"],
            op=form.cleaned_data["op"],
            waarden=form.waarden(),
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De diagnose is bewaard. Kies nu wat u overneemt.")
        return redirect("diagnose", nummer, diagnose.pk)

    pagina = {"titel": "Diagnose overtypen", "uitleg": "Vul alleen in wat in de diagnose staat."}
    return formulier(request, dossier, InvoerenForm, opslaan, pagina=pagina)


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def tonen(request: Verzoek, nummer: str, diagnose_id: int) -> HttpResponse:
    """What it says beside what the intake says; saving takes over what is ticked."""
    dossier = open_dossier(request, nummer, "Diagnose")
    rij = _diagnose(request, dossier, diagnose_id)
    vergelijking = vergelijk(rij)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.diagnose_overnemen(
            diagnose_id=rij.pk,
            versie=versie,
            gekozen=form.cleaned_data["gekozen"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De diagnose is overgenomen in de brede intake.")
        return redirect("intake", nummer)

    return formulier(
        request,
        dossier,
        overnemenform(vergelijking),
        opslaan,
        rij=rij,
        begin=lambda rij: {"gekozen": [regel.plek for regel in vergelijking if regel.vooraf]},
        template="intake/diagnose.html",
        pagina={"diagnose": rij, "te_kiezen": rij.status == DiagnoseStatus.INGELEZEN},
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def verwerpen(request: Verzoek, nummer: str, diagnose_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Diagnose niet gebruiken")
    rij = _diagnose(request, dossier, diagnose_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.diagnose_verwerpen(
            diagnose_id=rij.pk,
            versie=versie,
            door=request.user,
            nu=request.nu,
            **form.cleaned_data,
        )
        messages.success(request, "Vastgelegd: de diagnose wordt niet gebruikt.")
        return redirect("intake", nummer)

    pagina = {"titel": "Diagnose niet gebruiken", "uitleg": "De diagnose blijft bewaard."}
    return formulier(request, dossier, RedenForm, opslaan, rij=rij, pagina=pagina)

"""The plan as a decision: established, taken back, and what each version says."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from inburgering.bewerken import bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier, toon_dossier
from inburgering.geweigerd import Geweigerd
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from pip_plans.forms import IntrekkenForm, VaststellenForm
from pip_plans.services import intrekken as intrekking
from pip_plans.services import vaststellen as vaststelling
from pip_plans.services.toelichten import toelichten
from pip_plans.tab import gevolgen, piptab, versiepagina
from pip_plans.views.wegen import BEWERK, pip_van


@BEWERK
@vereist(Recht.PIP_VASTSTELLEN)
def vaststellen(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    """Ask once, saying what will happen; then do it, all or nothing."""
    dossier = open_dossier(request, nummer, "PIP vaststellen")
    rij = pip_van(request, dossier, pip_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        vaststelling.vaststellen(
            pip_id=rij.pk,
            versie=versie or 0,
            duo_reden=form.cleaned_data["duo_reden"],
            te_laat=form.te_laat,
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het PIP is vastgesteld. Maak het nu bekend.")
        return redirect("pip", nummer)

    tab = piptab(dossier, voor=request.user, op=lokale_datum(request.nu))
    context = {"pip": rij, "tab": tab, "gevolgen": gevolgen(tab, op=lokale_datum(request.nu))}
    return bewerk(
        request,
        VaststellenForm,
        opslaan=opslaan,
        template="pip_plans/vaststellen.html",
        rij=rij,
        context=dossiercontext(request, dossier) | context,
    )


@BEWERK
@vereist(Recht.PIP_VASTSTELLEN)
def intrekken(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "PIP intrekken")
    rij = pip_van(request, dossier, pip_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        intrekking.intrekken(
            pip_id=rij.pk,
            versie=versie or 0,
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "Het PIP is ingetrokken. Maak het besluit nu bekend.")
        return redirect("pip", nummer)

    pagina = {
        "titel": "PIP intrekken",
        "uitleg": "Intrekken is een besluit: er komt een brief, en bezwaar is mogelijk.",
        "gevolgen": [
            "Het plan geldt niet meer. De inburgeringstermijn verandert niet.",
            "De leerroute stopt vandaag. De uren tot en met vandaag blijven staan en tellen mee.",
            "Lessen en plaatsingen die lopen, stoppen niet vanzelf: u krijgt daar een taak voor.",
            "De brief wordt één keer als PDF gemaakt en bewaard.",
            "U moet het besluit daarna zelf uitreiken of verzenden, liefst vandaag.",
        ],
        "terug": "pip",
        "knop": "Intrekken",
    }
    return bewerk(
        request,
        IntrekkenForm,
        opslaan=opslaan,
        template="inburgering/formulier.html",
        rij=rij,
        context=dossiercontext(request, dossier) | pagina,
    )


@require_POST
@vereist(Recht.PIP_VASTSTELLEN)
def toelichting(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    """The sheet in one language: a letter of its own, to go along with the decision."""
    dossier = open_dossier(request, nummer, "PIP toelichting")
    rij = pip_van(request, dossier, pip_id)
    try:
        brief = toelichten(
            pip_id=rij.pk, taal=request.POST.get("taal", ""), door=request.user, nu=request.nu
        )
        messages.success(request, f"{brief.titel} staat klaar. Geef hem mee met het besluit.")
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    return redirect("pip", nummer)


@require_GET
@vereist(Recht.PIP_ZIEN)
def versie(request: Verzoek, nummer: str, pip_id: int) -> HttpResponse:
    """One version whole, with what it changed."""
    dossier = open_dossier(request, nummer, "PIP versie")
    rij = pip_van(request, dossier, pip_id)
    return toon_dossier(request, dossier, "pip_plans/versie.html", {"pagina": versiepagina(rij)})

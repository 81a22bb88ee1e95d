"""Schakelen and afschalen: what the law says and what would change, before anybody decides."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from inburgering.bewerken import bewerk
from inburgering.datums import lokale_datum
from inburgering.dossierpagina import dossiercontext, open_dossier
from inburgering.models import Inburgeraar
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from pip_plans.forms import AfschaalForm, schakelform
from pip_plans.services import wisselen as services
from pip_plans.views.wegen import BEWERK
from pip_plans.wissel import Wisselpagina, afschaalpagina, schakelpagina

_KLAAR = (
    "De nieuwe versie staat klaar. Vul het plan aan en stel het vast: dan pas verandert er iets."
)


@BEWERK
@vereist(Recht.PIP_OPSTELLEN)
def schakelen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Schakelen")
    pagina = schakelpagina(dossier, op=lokale_datum(request.nu))
    form = schakelform([keuze.route for keuze in pagina.keuzes])
    return _wissel(request, dossier, form, services.schakelen, "pip_plans/schakelen.html", pagina)


@BEWERK
@vereist(Recht.PIP_OPSTELLEN)
def afschalen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Afschalen")
    pagina = afschaalpagina(dossier, op=lokale_datum(request.nu))
    template = "pip_plans/afschalen.html"
    return _wissel(request, dossier, AfschaalForm, services.afschalen, template, pagina)


def _wissel(
    request: Verzoek,
    dossier: Inburgeraar,
    form: Any,
    doe: Any,
    template: str,
    pagina: Wisselpagina,
) -> HttpResponse:
    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        pip = doe(dossier_id=dossier.pk, wens=ingevuld.wens, door=request.user, nu=request.nu)
        messages.success(request, _KLAAR)
        return redirect("pip-wijzigen", dossier.dossiernummer, pip.pk)

    context = dossiercontext(request, dossier) | {"pagina": pagina}
    begin = {"onderdelen": list(pagina.op_a2)}
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template=template,
        begin=lambda rij: begin,
        context=context,
    )

"""New amounts for all households of one creditor: choose, look at the example, confirm."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from inburgering.bewerken import ONVERWERKBAAR
from inburgering.datums import lokale_datum
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.forms.aanpassen import BedragenForm, VerhogingForm
from ontzorgen.models import Crediteur
from ontzorgen.policies.aanpassen import NietAllemaal
from ontzorgen.policies.batch import maandnaam
from ontzorgen.queries.aanpassen import aanpassing, voorbeeld
from ontzorgen.services.aanpassen import bedragen_aanpassen
from ontzorgen.views.crediteurformulier import BEWERK, klaar_met

_PAGINA = "ontzorgen/crediteuren/bedragen.html"
_VOORBEELD = "ontzorgen/crediteuren/bedragen_voorbeeld.html"


@BEWERK
@vereist(Recht.CREDITEUREN_BEHEREN)
def bedragen(request: Verzoek, crediteur_id: int) -> HttpResponse:
    """The month and the percentage stand in the address; the amounts are posted."""
    crediteur = get_object_or_404(Crediteur, pk=crediteur_id)
    vandaag = lokale_datum(request.nu)
    keuze = VerhogingForm(request.GET if "vanaf" in request.GET else None, vandaag=vandaag)
    context: dict[str, Any] = {"crediteur": crediteur, "keuze": keuze, "form": None}
    if not keuze.is_valid():
        status = ONVERWERKBAAR if keuze.is_bound else 200
        return render(request, _PAGINA, context, status=status)
    vanaf = keuze.cleaned_data["vanaf"]
    lijst = aanpassing(crediteur, voor=request.user, vanaf=vanaf, op=vandaag)
    context |= {"lijst": lijst, "maand": maandnaam(vanaf)}
    if request.method != "POST":
        form = BedragenForm(lijst.regels, procent=keuze.cleaned_data["procent"])
        return render(request, _PAGINA, context | {"form": form})
    return _ingevuld(request, crediteur, vanaf, context)


def _ingevuld(
    request: Verzoek, crediteur: Crediteur, vanaf: date, context: dict[str, Any]
) -> HttpResponse:
    form = BedragenForm(context["lijst"].regels, request.POST)
    context |= {"form": form}
    actie = request.POST.get("actie")
    if not form.is_valid() or actie == "terug":
        status = ONVERWERKBAAR if form.errors else 200
        return render(request, _PAGINA, context, status=status)
    nieuw = form.nieuwe_bedragen()
    if actie == "bevestigen":
        return _bevestigd(request, crediteur, vanaf, context)
    per_last = {rij.last_id: rij.bedrag for rij in nieuw}
    context["voorbeeld"] = voorbeeld(form.regels, per_last)
    return render(request, _VOORBEELD, context)


def _bevestigd(
    request: Verzoek, crediteur: Crediteur, vanaf: date, context: dict[str, Any]
) -> HttpResponse:
    form: BedragenForm = context["form"]
    try:
        aantal = bedragen_aanpassen(
            crediteur_id=crediteur.pk,
            vanaf=vanaf,
            bedragen=form.nieuwe_bedragen(),
            door=request.user,
            nu=request.nu,
        )
    except NietAllemaal as fout:
        form.zet_redenen(fout)
        return render(request, _PAGINA, context, status=ONVERWERKBAAR)
    return klaar_met(request, crediteur, _klaar(aantal, maandnaam(vanaf)))


def _klaar(aantal: int, maand: str) -> str:
    if not aantal:
        return "Deze bedragen stonden er al. Er is niets veranderd."
    wat = "1 bedrag is" if aantal == 1 else f"{aantal} bedragen zijn"
    return f"{wat} aangepast vanaf {maand}."

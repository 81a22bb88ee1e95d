"""The bank's answers: read a file, and see what earlier ones said."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from inburgering.bewerken import bewerk
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.forms.batches import BankbestandForm
from ontzorgen.models import Bankbestand
from ontzorgen.services.bank import bankbestand_verwerken
from ontzorgen.views.batches import BEWERK


@BEWERK
@vereist(Recht.BETALEN_DOEN)
def bank(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        bestand = form.cleaned_data["bestand"]
        rij = bankbestand_verwerken(
            naam=bestand.name, inhoud=bestand.read(), door=request.user, nu=request.nu
        )
        messages.success(request, _uitkomst(rij))
        return redirect("bank")

    eerder = list(Bankbestand.objects.select_related("gelezen_door")[:30])
    return bewerk(
        request,
        BankbestandForm,
        opslaan=opslaan,
        template="ontzorgen/batches/bank.html",
        context={"eerder": eerder},
    )


def _uitkomst(rij: Bankbestand) -> str:
    aantal = rij.aantal_verwerkt
    wat = "1 betaling is" if aantal == 1 else f"{aantal} betalingen zijn"
    tekst = f"Gelezen. {wat} bijgewerkt."
    if rij.aantal_afwijkend:
        tekst += f" {rij.aantal_afwijkend} regels kloppen niet: bekijk die bij de bank."
    return tekst

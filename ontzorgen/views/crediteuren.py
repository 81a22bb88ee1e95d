"""The creditors: the list, one of them, and the acts on it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from inburgering.datums import lokale_datum
from inburgering.geweigerd import Geweigerd
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.forms.crediteuren import CrediteurFilter, CrediteurForm, StoppenForm
from ontzorgen.models import Crediteur
from ontzorgen.queries.crediteuren import crediteurlijst, crediteurpagina
from ontzorgen.services import crediteuren as services
from ontzorgen.views.bladeren import blad_urls
from ontzorgen.views.crediteurformulier import BEWERK, formulier, handelformulier, klaar_met


@require_GET
@vereist(Recht.CREDITEUREN_ZIEN)
def overzicht(request: Verzoek) -> HttpResponse:
    form = CrediteurFilter(request.GET)
    form.is_valid()  # a filter that makes no sense is left out, and says so by its field
    keuzes = form.keuzes()
    pagina = request.GET.get("pagina", "")
    lijst = crediteurlijst(op=lokale_datum(request.nu), pagina=pagina, **keuzes)
    context = {
        "form": form,
        "lijst": lijst,
        "gefilterd": bool(keuzes),
        "mag_beheren": request.user.heeft(Recht.CREDITEUREN_BEHEREN),
        **blad_urls(request, vorige=lijst.vorige, volgende=lijst.volgende),
    }
    return render(request, "ontzorgen/crediteuren/lijst.html", context)


@require_GET
@vereist(Recht.CREDITEUREN_ZIEN)
def tonen(request: Verzoek, crediteur_id: int) -> HttpResponse:
    crediteur = get_object_or_404(Crediteur, pk=crediteur_id)
    pagina = crediteurpagina(
        crediteur,
        voor=request.user,
        op=lokale_datum(request.nu),
        pagina=request.GET.get("pagina", ""),
    )
    lasten = pagina.lasten
    context = {
        "pagina": pagina,
        "crediteur": crediteur,
        "mag_beheren": request.user.heeft(Recht.CREDITEUREN_BEHEREN),
        **blad_urls(request, vorige=lasten.vorige, volgende=lasten.volgende),
    }
    return render(request, "ontzorgen/crediteuren/crediteur.html", context)


@BEWERK
@vereist(Recht.CREDITEUREN_BEHEREN)
def nieuw(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        crediteur = services.crediteur_toevoegen(
            gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        tekst = "De crediteur staat op de lijst. Stel nu een rekeningnummer voor."
        return klaar_met(request, crediteur, tekst)

    return formulier(request, CrediteurForm, opslaan, titel="Crediteur toevoegen")


@BEWERK
@vereist(Recht.CREDITEUREN_BEHEREN)
def wijzigen(request: Verzoek, crediteur_id: int) -> HttpResponse:
    crediteur = get_object_or_404(Crediteur, pk=crediteur_id)
    return handelformulier(
        request,
        CrediteurForm,
        partial(services.crediteur_wijzigen, crediteur_id=crediteur.pk),
        crediteur=crediteur,
        rij=crediteur,
        klaar="De gegevens zijn gewijzigd.",
        titel="Crediteur wijzigen",
    )


@BEWERK
@vereist(Recht.CREDITEUREN_BEHEREN)
def stoppen(request: Verzoek, crediteur_id: int) -> HttpResponse:
    crediteur = get_object_or_404(Crediteur, pk=crediteur_id)
    return handelformulier(
        request,
        StoppenForm,
        partial(services.crediteur_stoppen, crediteur_id=crediteur.pk),
        crediteur=crediteur,
        rij=crediteur,
        klaar="De crediteur is gestopt.",
        titel="Crediteur stoppen",
        uitleg="U kunt hem dan niet meer kiezen bij een vaste last. Wat er was, blijft te zien.",
        knop="Stoppen",
    )


@require_POST
@vereist(Recht.CREDITEUREN_BEHEREN)
def hervatten(request: Verzoek, crediteur_id: int) -> HttpResponse:
    crediteur = get_object_or_404(Crediteur, pk=crediteur_id)
    try:
        services.crediteur_hervatten(
            crediteur_id=crediteur.pk, versie=None, door=request.user, nu=request.nu
        )
    except Geweigerd as fout:
        messages.error(request, fout.reden)
        return redirect("crediteur", crediteur.pk)
    return klaar_met(request, crediteur, "De crediteur is weer in gebruik.")

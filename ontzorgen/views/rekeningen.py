"""The account of a creditor: proposed by one, confirmed by another."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from inburgering.forms import RedenForm
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.forms.crediteuren import BevestigenForm, RekeningForm
from ontzorgen.models import Crediteur, Crediteurrekening
from ontzorgen.queries.crediteuren import wachtend
from ontzorgen.services import crediteuren as services
from ontzorgen.views.crediteurformulier import BEWERK, formulier, handelformulier, klaar_met


@BEWERK
@vereist(Recht.CREDITEUREN_BEHEREN)
def voorstellen(request: Verzoek, crediteur_id: int) -> HttpResponse:
    crediteur = get_object_or_404(Crediteur, pk=crediteur_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.rekening_voorstellen(
            crediteur_id=crediteur.pk,
            gegevens=form.gegevens(),
            door=request.user,
            nu=request.nu,
        )
        tekst = "Het nummer wacht op een collega. Controleer hieronder de bank en de naam."
        return klaar_met(request, crediteur, tekst)

    return formulier(
        request,
        RekeningForm,
        opslaan,
        crediteur=crediteur,
        titel="Rekeningnummer voorstellen",
        uitleg="Er wordt pas op dit nummer betaald als een collega het heeft bevestigd.",
        knop="Voorstellen",
    )


@BEWERK
@vereist(Recht.CREDITEUREN_BEHEREN)
def bevestigen(request: Verzoek, crediteur_id: int, rekening_id: int) -> HttpResponse:
    rekening = _rekening(crediteur_id, rekening_id)
    return handelformulier(
        request,
        BevestigenForm,
        partial(services.rekening_bevestigen, rekening_id=rekening.pk),
        crediteur=rekening.crediteur,
        rij=rekening,
        klaar="Het rekeningnummer is bevestigd. Vanaf nu wordt daarop betaald.",
        template="ontzorgen/crediteuren/bevestigen.html",
        titel="Rekeningnummer bevestigen",
        wacht=wachtend(rekening, voor=request.user),
        knop="Bevestigen",
    )


@BEWERK
@vereist(Recht.CREDITEUREN_BEHEREN)
def afwijzen(request: Verzoek, crediteur_id: int, rekening_id: int) -> HttpResponse:
    rekening = _rekening(crediteur_id, rekening_id)
    return handelformulier(
        request,
        RedenForm,
        partial(services.rekening_afwijzen, rekening_id=rekening.pk),
        crediteur=rekening.crediteur,
        rij=rekening,
        klaar="Het rekeningnummer is afgewezen.",
        titel="Rekeningnummer afwijzen",
        uitleg="Op dit nummer wordt nooit betaald. Daarna kunt u een ander nummer voorstellen.",
        knop="Afwijzen",
    )


def _rekening(crediteur_id: int, rekening_id: int) -> Crediteurrekening:
    rijen = Crediteurrekening.objects.select_related("crediteur", "voorgesteld_door")
    return get_object_or_404(rijen, pk=rekening_id, crediteur=crediteur_id)

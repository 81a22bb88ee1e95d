"""The people of a handover: who joins, who leaves, who goes on apart; and who helps them."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.datums import lokale_datum
from inburgering.forms import RedenForm
from inburgering.services.sporen import gezin_raadplegen
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from overdracht.forms import handelingen as forms
from overdracht.forms.huishouden import LidErbijForm
from overdracht.models import MedischeNotitie, Overdrachtslid
from overdracht.queries.overdrachten import (
    leden_om_te_kiezen,
    overdrachtspagina,
    zichtbaar_lid,
    zichtbare_dossiers_van,
)
from overdracht.services import begeleiding, leden, splitsing
from overdracht.views.formulier import met_formulier, overdracht_of_404

_BEWERK = require_http_methods(["GET", "POST"])
_AFVALLEN = (
    "Het dossier van deze persoon wordt beëindigd, als dat er is; het blijft te lezen.",
    "De taken voor deze persoon verdwijnen.",
    "Deze persoon telt niet meer in de prognose van de taakstelling.",
    "Is er niemand meer over, dan wordt de overdracht ingetrokken.",
)
_TERUG = (
    "Het dossier wordt hervat, als dat was beëindigd.",
    "Was de overdracht ingetrokken, dan begint die opnieuw bij ‘Ontvangen’.",
    "Deze persoon telt weer mee in de prognose van de taakstelling.",
)
_SPLITSEN = (
    "Er komt een tweede overdracht, met een eigen woning en eigen taken.",
    "Wat het COA vertelde, geldt voor allebei. Welke woning nodig is, vult u opnieuw in.",
    "Een driepartijengesprek dat al gehouden is, telt voor allebei.",
    "Voor de taakstelling verandert er niets: iedereen telt één keer.",
)


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def lid_erbij(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        LidErbijForm,
        titel="Persoon toevoegen",
        uitleg="Bijvoorbeeld een kind dat in het AZC is geboren.",
        doe=leden.lid_toevoegen,
        klaar="De persoon hoort nu bij de overdracht. Controleer of de woning nog past.",
        begin=lambda rij: {"vanaf": lokale_datum(request.nu), "rol": "kind", "dossier": False},
    )


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN, Recht.GESPREK_VASTLEGGEN)
def lid_af(request: Verzoek, overdrachtslid_id: int) -> HttpResponse:
    leden_van = Overdrachtslid.objects.zichtbaar_voor(request.user)
    lid = get_object_or_404(leden_van, pk=overdrachtslid_id)
    naam = zichtbaar_lid(lid, voor=request.user)
    return met_formulier(
        request,
        lid.overdracht_id,
        forms.AfvallenForm,
        titel="Persoon valt af",
        uitleg=f"{naam} komt hier niet (meer) wonen.",
        doe=partial(leden.lid_afvallen, persoon_id=lid.persoon_id),
        klaar="Vastgelegd.",
        gevolgen=_AFVALLEN,
    )


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN, Recht.GESPREK_VASTLEGGEN)
def lid_terug(request: Verzoek, overdrachtslid_id: int) -> HttpResponse:
    leden_van = Overdrachtslid.objects.zichtbaar_voor(request.user)
    lid = get_object_or_404(leden_van, pk=overdrachtslid_id)
    naam = zichtbaar_lid(lid, voor=request.user, ook_afgevallen=True)

    def doe(**waarden: Any) -> None:
        waarden.pop("overdracht_id")
        leden.lid_terug(lid_id=lid.pk, **waarden)

    return met_formulier(
        request,
        lid.overdracht_id,
        RedenForm,
        titel="Terug in de overdracht",
        uitleg=f"{naam} komt hier toch wonen.",
        doe=doe,
        klaar="Deze persoon hoort weer bij de overdracht.",
        gevolgen=_TERUG,
    )


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN)
def splitsen(request: Verzoek, overdracht_id: int) -> HttpResponse:
    rij = overdracht_of_404(request, overdracht_id)
    keuze = leden_om_te_kiezen(rij.pk, voor=request.user)
    return met_formulier(
        request,
        overdracht_id,
        partial(forms.SplitsenForm, leden=keuze),
        titel="Gezin splitsen",
        doe=splitsing.splitsen,
        klaar="Het gezin is gesplitst. De nieuwe overdracht staat op het bord.",
        gevolgen=_SPLITSEN,
    )


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN, Recht.GESPREK_VASTLEGGEN)
def aanmelden_bij_partner(request: Verzoek, overdracht_id: int) -> HttpResponse:
    return met_formulier(
        request,
        overdracht_id,
        forms.BegeleidingForm,
        titel="Aanmelden bij de partner",
        uitleg=(
            "De maatschappelijke begeleiding begint. De partner ziet vanaf nu het gezin, het "
            "adres, de dag van de sleutel en de afspraken over de verhuizing."
        ),
        doe=begeleiding.begeleiding_starten,
        klaar="Het gezin is aangemeld voor maatschappelijke begeleiding.",
        begin=lambda rij: {"op": lokale_datum(request.nu)},
    )


@require_GET
@vereist(Recht.MEDISCH_ZIEN)
def medisch(request: Verzoek, overdracht_id: int) -> HttpResponse:
    """What COA told of health, on a page of its own, so that reading it is a choice and logged."""
    rij = overdracht_of_404(request, overdracht_id)
    notitie = get_object_or_404(MedischeNotitie, overdracht=rij)
    pagina = overdrachtspagina(rij.pk, voor=request.user, op=lokale_datum(request.nu))
    gezin_raadplegen(
        dossiers=zichtbare_dossiers_van(pagina.stand, voor=request.user),
        onderdeel="Medische notitie",
        medewerker=request.user,
        nu=request.nu,
    )
    context: dict[str, Any] = {"pagina": pagina, "notitie": notitie}
    return render(request, "overdracht/medisch.html", context)


@_BEWERK
@vereist(Recht.OVERDRACHT_BEHEREN, Recht.MEDISCH_ZIEN)
def medisch_schrijven(request: Verzoek, overdracht_id: int) -> HttpResponse:
    rij = overdracht_of_404(request, overdracht_id)

    def schrijf(**waarden: Any) -> None:
        begeleiding.medische_notitie_schrijven(**waarden)
        messages.info(request, "De tekst van een medische notitie staat nooit op de tijdlijn.")

    return met_formulier(
        request,
        rij.pk,
        forms.MedischeNotitieForm,
        titel="Medische notitie",
        doe=schrijf,
        klaar="De medische notitie is bijgewerkt.",
    )

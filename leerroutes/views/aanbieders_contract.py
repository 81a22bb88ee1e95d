"""Contracts, prices and talks of a provider."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from leerroutes.forms.aanbieders import ContractForm, ContractgesprekForm, TariefForm
from leerroutes.models import Aanbieder, Contract, Contractgesprek, Tarief
from leerroutes.services import aanbieders_contract as services
from leerroutes.views.aanbieders_formulier import handelformulier
from leerroutes.views.pagina import BEWERK
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def contract_nieuw(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    aanbieder = get_object_or_404(Aanbieder, pk=aanbieder_id)
    return handelformulier(
        request,
        ContractForm,
        partial(services.contract_toevoegen, aanbieder_id=aanbieder.pk),
        aanbieder=aanbieder,
        met_versie=False,
        klaar="Het contract is toegevoegd. Voeg nu de tarieven toe.",
        titel="Contract toevoegen",
    )


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def contract_wijzigen(request: Verzoek, contract_id: int) -> HttpResponse:
    contract = get_object_or_404(Contract.objects.select_related("aanbieder"), pk=contract_id)
    return handelformulier(
        request,
        ContractForm,
        partial(services.contract_wijzigen, contract_id=contract.pk),
        aanbieder=contract.aanbieder,
        rij=contract,
        klaar="Het contract is gewijzigd.",
        titel="Contract wijzigen",
    )


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def tarief_nieuw(request: Verzoek, contract_id: int) -> HttpResponse:
    contract = get_object_or_404(Contract.objects.select_related("aanbieder"), pk=contract_id)
    return handelformulier(
        request,
        TariefForm,
        partial(services.tarief_toevoegen, contract_id=contract.pk),
        aanbieder=contract.aanbieder,
        met_versie=False,
        klaar="Het tarief is toegevoegd.",
        titel="Tarief toevoegen",
        uitleg=f"Bij het contract {contract.naam}.",
    )


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def tarief_wijzigen(request: Verzoek, tarief_id: int) -> HttpResponse:
    tarief = get_object_or_404(Tarief.objects.select_related("contract__aanbieder"), pk=tarief_id)
    return handelformulier(
        request,
        TariefForm,
        partial(services.tarief_wijzigen, tarief_id=tarief.pk),
        aanbieder=tarief.contract.aanbieder,
        rij=tarief,
        klaar="Het tarief is gewijzigd.",
        titel="Tarief wijzigen",
        uitleg="Wordt de prijs anders? Geef dit tarief een laatste dag en voeg een nieuw toe.",
    )


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def gesprek_nieuw(request: Verzoek, aanbieder_id: int) -> HttpResponse:
    aanbieder = get_object_or_404(Aanbieder, pk=aanbieder_id)
    return handelformulier(
        request,
        ContractgesprekForm,
        partial(services.contractgesprek_vastleggen, aanbieder_id=aanbieder.pk),
        aanbieder=aanbieder,
        met_versie=False,
        klaar="Het gesprek is vastgelegd.",
        titel="Contractgesprek vastleggen",
    )


@BEWERK
@vereist(Recht.AANBIEDERS_BEHEREN)
def gesprek_wijzigen(request: Verzoek, contractgesprek_id: int) -> HttpResponse:
    rijen = Contractgesprek.objects.select_related("aanbieder")
    gesprek = get_object_or_404(rijen, pk=contractgesprek_id)
    return handelformulier(
        request,
        ContractgesprekForm,
        partial(services.contractgesprek_wijzigen, gesprek_id=gesprek.pk),
        aanbieder=gesprek.aanbieder,
        rij=gesprek,
        klaar="Het gesprek is gewijzigd.",
        titel="Contractgesprek wijzigen",
    )

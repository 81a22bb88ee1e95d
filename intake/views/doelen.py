"""Hoofddoel, aandachtspunten, ontwikkelwensen and the steps towards them."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from inburgering.models import Inburgeraar
from intake.forms.doelen import (
    AandachtspuntForm,
    DoelWijzigenForm,
    HoofddoelForm,
    OntwikkelwensForm,
    SubdoelForm,
    ToegelichtWijzigenForm,
)
from intake.models import Aandachtspunt, Hoofddoel, Ontwikkelwens, Subdoel
from intake.services import doelen as services
from intake.views.formulier import BEWERK, handelformulier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


def _rij(request: Verzoek, dossier: Inburgeraar, model: type[Model], pk: int) -> Any:
    rijen: Any = model._default_manager
    return get_object_or_404(rijen.zichtbaar_voor(request.user), pk=pk, inburgeraar=dossier)


def _toevoegen(
    request: Verzoek, nummer: str, form: Any, doe: Any, *, titel: str, klaar: str
) -> HttpResponse:
    dossier = open_dossier(request, nummer, titel)
    vandaag = lokale_datum(request.nu)
    return handelformulier(
        request,
        dossier,
        form,
        partial(doe, dossier_id=dossier.pk),
        begin=lambda _rij: {"start_op": vandaag},
        titel=titel,
        klaar=klaar,
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def hoofddoel(request: Verzoek, nummer: str) -> HttpResponse:
    return _toevoegen(
        request,
        nummer,
        HoofddoelForm,
        services.hoofddoel_kiezen,
        titel="Hoofddoel kiezen",
        klaar="Het hoofddoel is gekozen.",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def aandachtspunt(request: Verzoek, nummer: str) -> HttpResponse:
    return _toevoegen(
        request,
        nummer,
        AandachtspuntForm,
        services.aandachtspunt_toevoegen,
        titel="Aandachtspunt toevoegen",
        klaar="Het aandachtspunt is toegevoegd.",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def ontwikkelwens(request: Verzoek, nummer: str) -> HttpResponse:
    return _toevoegen(
        request,
        nummer,
        OntwikkelwensForm,
        services.ontwikkelwens_toevoegen,
        titel="Ontwikkelwens toevoegen",
        klaar="De ontwikkelwens is toegevoegd.",
    )


def _subdoel(request: Verzoek, nummer: str, model: type[Model], pk: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Subdoel toevoegen")
    bij = _rij(request, dossier, model, pk)
    vandaag = lokale_datum(request.nu)
    return handelformulier(
        request,
        dossier,
        partial(SubdoelForm, bij=bij),
        partial(services.subdoel_toevoegen, bij=bij),
        begin=lambda _rij: {"start_op": vandaag},
        titel=f"Subdoel bij: {bij}",
        klaar="Het subdoel is toegevoegd.",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def subdoel_bij_punt(request: Verzoek, nummer: str, aandachtspunt_id: int) -> HttpResponse:
    return _subdoel(request, nummer, Aandachtspunt, aandachtspunt_id)


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def subdoel_bij_wens(request: Verzoek, nummer: str, ontwikkelwens_id: int) -> HttpResponse:
    return _subdoel(request, nummer, Ontwikkelwens, ontwikkelwens_id)


def _wijzigen(request: Verzoek, nummer: str, model: type[Any], pk: int) -> HttpResponse:
    """End it, or put it right."""
    naam = str(model._meta.verbose_name)
    dossier = open_dossier(request, nummer, f"{naam.capitalize()} wijzigen")
    rij = _rij(request, dossier, model, pk)
    toegelicht = model in (Aandachtspunt, Ontwikkelwens)
    return handelformulier(
        request,
        dossier,
        ToegelichtWijzigenForm if toegelicht else DoelWijzigenForm,
        partial(services.doel_wijzigen, model=model, doel_id=rij.pk),
        rij=rij,
        met_versie=True,
        titel=f"{naam.capitalize()}: {rij}",
        uitleg="Vul ‘tot en met’ in om dit te beëindigen.",
        klaar=f"Opgeslagen: {naam}.",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def hoofddoel_wijzigen(request: Verzoek, nummer: str, hoofddoel_id: int) -> HttpResponse:
    return _wijzigen(request, nummer, Hoofddoel, hoofddoel_id)


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def aandachtspunt_wijzigen(request: Verzoek, nummer: str, aandachtspunt_id: int) -> HttpResponse:
    return _wijzigen(request, nummer, Aandachtspunt, aandachtspunt_id)


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def ontwikkelwens_wijzigen(request: Verzoek, nummer: str, ontwikkelwens_id: int) -> HttpResponse:
    return _wijzigen(request, nummer, Ontwikkelwens, ontwikkelwens_id)


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def subdoel_wijzigen(request: Verzoek, nummer: str, subdoel_id: int) -> HttpResponse:
    return _wijzigen(request, nummer, Subdoel, subdoel_id)

"""The sittings of the intake."""

from __future__ import annotations

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from intake.forms.zittingen import HoudenForm, PlannenForm, TolkForm, VerzettenForm
from intake.models import Zitting
from intake.queries.zittingen import begin_plannen
from intake.services import zittingen as services
from intake.views.formulier import BEWERK, handelformulier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


def _zitting(
    request: Verzoek, nummer: str, zitting_id: int, onderdeel: str
) -> tuple[Inburgeraar, Zitting]:
    dossier = open_dossier(request, nummer, onderdeel)
    rijen = Zitting.objects.zichtbaar_voor(request.user).select_related("afspraak", "intake")
    return dossier, get_object_or_404(rijen, pk=zitting_id, intake__inburgeraar=dossier)


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def plannen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Gesprek plannen")
    return handelformulier(
        request,
        dossier,
        PlannenForm,
        partial(services.zitting_plannen, dossier_id=dossier.pk),
        begin=lambda _rij: begin_plannen(dossier),
        titel="Gesprek voor de brede intake plannen",
        klaar="Het gesprek staat gepland.",
        knop="Plannen",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def verzetten(request: Verzoek, nummer: str, zitting_id: int) -> HttpResponse:
    dossier, rij = _zitting(request, nummer, zitting_id, "Gesprek verzetten")
    return handelformulier(
        request,
        dossier,
        VerzettenForm,
        partial(services.zitting_verzetten, zitting_id=rij.pk),
        rij=rij,
        titel="Gesprek verzetten",
        klaar="Het gesprek is verzet.",
        knop="Verzetten",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def houden(request: Verzoek, nummer: str, zitting_id: int) -> HttpResponse:
    """Who was there, what it was about, and the interpreter's hour."""
    dossier, rij = _zitting(request, nummer, zitting_id, "Gesprek vastleggen")
    return handelformulier(
        request,
        dossier,
        HoudenForm,
        partial(services.zitting_houden, zitting_id=rij.pk),
        rij=rij,
        met_versie=True,
        titel="Gesprek vastleggen",
        klaar="Het gesprek is vastgelegd.",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def tolkkosten(request: Verzoek, nummer: str, zitting_id: int) -> HttpResponse:
    dossier, rij = _zitting(request, nummer, zitting_id, "Kosten van de tolk")
    return handelformulier(
        request,
        dossier,
        TolkForm,
        partial(services.tolkkosten_bijwerken, zitting_id=rij.pk),
        rij=rij,
        met_versie=True,
        titel="Kosten van de tolk",
        klaar="De kosten van de tolk zijn bijgewerkt.",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def niet_verschenen(request: Verzoek, nummer: str, zitting_id: int) -> HttpResponse:
    dossier, rij = _zitting(request, nummer, zitting_id, "Niet gekomen")
    return handelformulier(
        request,
        dossier,
        RedenForm,
        partial(services.zitting_niet_verschenen, zitting_id=rij.pk),
        titel="Niet gekomen op het gesprek",
        uitleg="Bel eerst: vaak is er een reden. Komt iemand vaker niet, dan kunt u oproepen.",
        klaar="Vastgelegd: niet gekomen.",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def afzeggen(request: Verzoek, nummer: str, zitting_id: int) -> HttpResponse:
    dossier, rij = _zitting(request, nummer, zitting_id, "Gesprek afzeggen")
    return handelformulier(
        request,
        dossier,
        RedenForm,
        partial(services.zitting_afzeggen, zitting_id=rij.pk),
        titel="Gesprek afzeggen",
        klaar="Het gesprek is afgezegd.",
        knop="Afzeggen",
    )

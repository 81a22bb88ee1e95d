"""The ladder of summonses."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from intake.forms.oproepen import GekomenForm, NietGekomenForm, OproepForm
from intake.models import Oproep, OproepVoor
from intake.queries.oproepen import TREDEN, volgende_nummer
from intake.services import oproepen as services
from intake.views.formulier import BEWERK, handelformulier
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


def _oproep(
    request: Verzoek, nummer: str, oproep_id: int, onderdeel: str
) -> tuple[Inburgeraar, Oproep]:
    dossier = open_dossier(request, nummer, onderdeel)
    rijen = Oproep.objects.zichtbaar_voor(request.user)
    return dossier, get_object_or_404(rijen, pk=oproep_id, inburgeraar=dossier)


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def oproepen(request: Verzoek, nummer: str, voor: str) -> HttpResponse:
    """The next summons of this kind, with its letter."""
    dossier = open_dossier(request, nummer, "Oproepen")
    if voor not in OproepVoor.values:
        raise Http404
    soort = OproepVoor(voor)
    volgende = volgende_nummer(dossier.pk, voor)
    return handelformulier(
        request,
        dossier,
        partial(OproepForm, nummer=volgende, voor=soort),
        partial(services.oproepen, dossier_id=dossier.pk),
        titel=f"{TREDEN[volgende]}: {soort.label.lower()}",
        uitleg="U maakt de brief. Daarna verzendt u hem en legt u dat vast.",
        klaar="De oproep is gemaakt. Verzend nu de brief.",
        knop="Brief maken",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def gekomen(request: Verzoek, nummer: str, oproep_id: int) -> HttpResponse:
    dossier, rij = _oproep(request, nummer, oproep_id, "Oproep: gekomen")
    vandaag = lokale_datum(request.nu)
    return handelformulier(
        request,
        dossier,
        GekomenForm,
        partial(services.oproep_gekomen, oproep_id=rij.pk),
        rij=rij,
        begin=lambda rij: {"op": min(rij.verschijnen_op, vandaag)},
        met_versie=True,
        titel="Gekomen op de oproep",
        klaar="Vastgelegd: gekomen.",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def niet_gekomen(request: Verzoek, nummer: str, oproep_id: int) -> HttpResponse:
    dossier, rij = _oproep(request, nummer, oproep_id, "Oproep: niet gekomen")
    return handelformulier(
        request,
        dossier,
        NietGekomenForm,
        partial(services.oproep_niet_gekomen, oproep_id=rij.pk),
        rij=rij,
        met_versie=True,
        titel="Niet gekomen op de oproep",
        klaar="Vastgelegd: niet gekomen.",
    )


@BEWERK
@vereist(Recht.INTAKE_DOEN)
def intrekken(request: Verzoek, nummer: str, oproep_id: int) -> HttpResponse:
    dossier, rij = _oproep(request, nummer, oproep_id, "Oproep intrekken")
    return handelformulier(
        request,
        dossier,
        RedenForm,
        partial(services.oproep_intrekken, oproep_id=rij.pk),
        rij=rij,
        met_versie=True,
        titel="Oproep intrekken",
        uitleg="De oproep telt dan niet mee. Laat dit de persoon ook weten.",
        klaar="De oproep is ingetrokken.",
        knop="Intrekken",
    )

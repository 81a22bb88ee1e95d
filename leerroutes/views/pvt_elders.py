"""The PVT followed in another municipality, by who still has to sign."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from leerroutes.forms.pvt_elders import PvtEldersForm
from leerroutes.models import PvtElders
from leerroutes.services import pvt_elders as services
from leerroutes.views.begeleiding import bewerk_op_tab
from leerroutes.views.pagina import BEWERK
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def gevolgd(request: Verzoek, nummer: str) -> HttpResponse:
    """To record it, or to put right what was recorded."""
    dossier = open_dossier(request, nummer, "PVT van elders")
    rijen = PvtElders.objects.zichtbaar_voor(request.user)

    def doe(form: Any, versie: int | None) -> None:
        services.pvt_elders_vastleggen(
            dossier_id=dossier.pk,
            versie=versie,
            gegevens=form.gegevens(),
            door=request.user,
            nu=request.nu,
        )

    return bewerk_op_tab(
        request,
        dossier,
        PvtEldersForm,
        doe,
        titel="PVT elders gevolgd, nog niet getekend",
        klaar="Wat elders is gevolgd, is vastgelegd.",
        rij=rijen.filter(inburgeraar=dossier).first(),
        uitleg="Voor wie een deel in een andere gemeente volgde en hier nog tekent.",
    )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def verwijderen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "PVT van elders verwijderen")
    rijen = PvtElders.objects.zichtbaar_voor(request.user)
    rij = get_object_or_404(rijen, inburgeraar=dossier)

    def doe(form: Any, versie: int | None) -> None:
        services.pvt_elders_verwijderen(
            dossier_id=dossier.pk,
            versie=versie,
            door=request.user,
            nu=request.nu,
            **form.cleaned_data,
        )

    return bewerk_op_tab(
        request,
        dossier,
        RedenForm,
        doe,
        titel="PVT van elders verwijderen",
        klaar="Het PVT van elders is verwijderd.",
        rij=rij,
        knop="Verwijderen",
        uitleg="Alleen als het niet klopt. De uren vervallen mee.",
    )

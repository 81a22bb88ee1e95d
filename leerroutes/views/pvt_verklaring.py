"""The participatieverklaring of one person: signed elsewhere, or taken back."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from inburgering.queries.termijnen import inburgeringstermijn
from leerroutes.forms.pvt import eldersform
from leerroutes.models import Participatieverklaring
from leerroutes.queries.partner import eigen_verklaringen
from leerroutes.services import pvt_verklaring as services
from leerroutes.views.begeleiding import bewerk_op_tab
from leerroutes.views.pagina import BEWERK
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def elders(request: Verzoek, nummer: str) -> HttpResponse:
    """To record it, or to put right what was recorded."""
    dossier = open_dossier(request, nummer, "PVT elders")
    rijen = Participatieverklaring.objects.zichtbaar_voor(request.user)
    rij = rijen.filter(inburgeraar=dossier, pvt_deelname=None).first()
    return _leg_vast(request, dossier) if rij is None else _wijzig(request, dossier, rij)


def _leg_vast(request: Verzoek, dossier: Inburgeraar) -> HttpResponse:
    def doe(form: Any, versie: int | None) -> None:
        services.verklaring_elders_vastleggen(
            dossier_id=dossier.pk, door=request.user, nu=request.nu, **form.cleaned_data
        )

    return bewerk_op_tab(
        request,
        dossier,
        eldersform(vraag_verwijt=_voorbij(request, dossier)),
        doe,
        titel="PVT elders getekend",
        klaar="De ondertekening is vastgelegd.",
        uitleg="Voor wie tekende bij een andere gemeente, of voordat dit systeem er was.",
    )


def _wijzig(request: Verzoek, dossier: Inburgeraar, rij: Participatieverklaring) -> HttpResponse:
    def doe(form: Any, versie: int | None) -> None:
        services.verklaring_elders_wijzigen(
            verklaring_id=rij.pk,
            versie=versie,
            door=request.user,
            nu=request.nu,
            **form.cleaned_data,
        )

    return bewerk_op_tab(
        request,
        dossier,
        eldersform(vraag_verwijt=_voorbij(request, dossier), wijzigen=True),
        doe,
        titel="PVT elders getekend: wijzigen",
        klaar="De ondertekening is gewijzigd.",
        rij=rij,
    )


def _voorbij(request: Verzoek, dossier: Inburgeraar) -> bool:
    termijn = inburgeringstermijn(dossier.pk)
    return termijn is not None and termijn.eind_op < lokale_datum(request.nu)


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def intrekken(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Ondertekening intrekken")
    rij = get_object_or_404(eigen_verklaringen(request.user), inburgeraar=dossier)

    def doe(form: Any, versie: int | None) -> None:
        services.verklaring_intrekken(
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
        titel="Ondertekening intrekken",
        klaar="De ondertekening is ingetrokken.",
        rij=rij,
        knop="Intrekken",
        uitleg="Alleen als het niet klopt. Dat deze persoon er was, blijft staan.",
    )

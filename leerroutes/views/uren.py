"""The part Uren: what was followed per month, what it counts for, and the lines themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from leerroutes.forms.uren import toevoegform, verwijderform, wijzigform
from leerroutes.models import Urenregel
from leerroutes.policies.uren import check_niet_samengevoegd
from leerroutes.queries.uren import OP_EIGEN_PAGINA, bronnen, maandpagina, urenpagina
from leerroutes.services import uren as services
from leerroutes.views.pagina import BEWERK, formulier, toon_onderdeel
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

TERUG = "leerroute-uren"


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def uren(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Uren")
    context = {
        "pagina": urenpagina(dossier, op=lokale_datum(request.nu)),
        "mag": _mag(request, dossier),
        "mag_invoeren": request.user.heeft(Recht.UREN_INVOEREN),
    }
    return toon_onderdeel(request, dossier, "leerroutes/uren/uren.html", context)


@require_GET
@vereist(Recht.LEERROUTE_ZIEN)
def maand(request: Verzoek, nummer: str, jaar: int, maand: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Uren")
    context = {
        "pagina": maandpagina(dossier, voor=request.user, maand=_eerste(jaar, maand)),
        "mag": _mag(request, dossier),
    }
    return toon_onderdeel(request, dossier, "leerroutes/uren/maand.html", context)


def _mag(request: Verzoek, dossier: Inburgeraar) -> bool:
    """Also of a dossier that ended: what was done before is put right."""
    return request.user.heeft(Recht.LEERROUTE_DOEN) and not weigering(
        check_niet_samengevoegd, dossier
    )


def _eerste(jaar: int, maand: int) -> date:
    try:
        return date(jaar, maand, 1)
    except ValueError as fout:
        raise Http404 from fout


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def nieuw(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Uren")

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        rijen = services.uren_vastleggen(
            dossier_id=dossier.pk, regels=form.regels(), door=request.user, nu=request.nu
        )
        _meld(request, rijen)
        return redirect(TERUG, nummer)

    form = toevoegform(bronnen(dossier))
    return formulier(request, dossier, form, opslaan, titel="Uren toevoegen", terug=TERUG)


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def wijzigen(request: Verzoek, nummer: str, urenregel_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Uren")
    rij = get_object_or_404(_met_de_hand(request, dossier), pk=urenregel_id)

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        na = services.urenregel_wijzigen(
            urenregel_id=rij.pk,
            versie=versie,
            gegevens=form.regel(form.cleaned_data["op"]),
            door=request.user,
            nu=request.nu,
        )
        _meld(request, [na])
        return redirect("leerroute-uren-maand", nummer, na.op.year, na.op.month)

    form = wijzigform(bronnen(dossier))
    return formulier(request, dossier, form, opslaan, titel="Uren wijzigen", terug=TERUG, rij=rij)


def _met_de_hand(request: Verzoek, dossier: Inburgeraar) -> QuerySet[Urenregel]:
    """Lines that are changed here; those of the PVT or of guidance follow from that."""
    rijen = Urenregel.objects.zichtbaar_voor(request.user).exclude(soort__in=OP_EIGEN_PAGINA)
    return rijen.filter(inburgeraar=dossier, pvt_deelname=None)


def _meld(request: Verzoek, rijen: list[Urenregel]) -> None:
    """That it is recorded; and apart from that, what of it does not count."""
    messages.success(request, "De uren zijn vastgelegd.")
    if any(not rij.erkend for rij in rijen):
        messages.warning(
            request,
            "Een deel telt niet mee: de school had op die dag geen geldig keurmerk. "
            "Bij Uren leest u om welke dagen het gaat.",
        )


@BEWERK
@vereist(Recht.LEERROUTE_DOEN)
def verwijderen(request: Verzoek, nummer: str, jaar: int, maand: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Uren")
    pagina = maandpagina(dossier, voor=request.user, maand=_eerste(jaar, maand))

    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        services.urenregels_verwijderen(
            dossier_id=dossier.pk,
            urenregel_ids=form.cleaned_data["regels"],
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )
        messages.success(request, "De uren zijn verwijderd.")
        return redirect(TERUG, nummer)

    form, titel = verwijderform(pagina.eigen), "Uren verwijderen"
    return formulier(request, dossier, form, opslaan, titel=titel, terug=TERUG, knop="Verwijderen")

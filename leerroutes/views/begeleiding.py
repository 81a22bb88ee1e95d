"""The tab Begeleiding & PVT of one person, and the acts on its guidance."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from inburgering.datums import lokale_datum
from inburgering.dossierpagina import open_dossier, toon_dossier
from inburgering.forms import RedenForm
from inburgering.models import Inburgeraar
from leerroutes.forms.begeleiding import (
    EindeForm,
    MomentForm,
    MomentWijzigenForm,
    begeleidingform,
)
from leerroutes.models import Begeleidingsmoment, MaatschappelijkeBegeleiding
from leerroutes.queries.begeleiding import begeleidingskaart, voorgestelde_dag
from leerroutes.queries.partner import eigen_begeleiding, eigen_momenten
from leerroutes.queries.pvt_persoon import pvtkaart
from leerroutes.queries.vrijwilligers import koppels_van
from leerroutes.services import begeleiding as services
from leerroutes.views.pagina import BEWERK, formulier
from medewerkers.models import Rij
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek

TAB = "begeleiding"


@require_GET
@vereist(Recht.BEGELEIDING_ZIEN)
def begeleiding(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Begeleiding & PVT")
    op = lokale_datum(request.nu)
    context = {
        "kaart": begeleidingskaart(dossier, voor=request.user, op=op, na=request.GET.get("na", "")),
        "pvt": pvtkaart(dossier, voor=request.user, nu=request.nu),
        "koppels": koppels_van(dossier, voor=request.user),
        "mag_doen": request.user.heeft(Recht.BEGELEIDING_DOEN),
        "mag_elders": request.user.heeft(Recht.LEERROUTE_DOEN),
    }
    return toon_dossier(request, dossier, "leerroutes/begeleiding.html", context)


def _begeleiding(request: Verzoek, dossier: Inburgeraar) -> MaatschappelijkeBegeleiding:
    return get_object_or_404(eigen_begeleiding(request.user), inburgeraar=dossier)


def _moment(request: Verzoek, dossier: Inburgeraar, moment_id: int) -> Begeleidingsmoment:
    rijen = eigen_momenten(request.user)
    return get_object_or_404(rijen, pk=moment_id, begeleiding__inburgeraar=dossier)


def bewerk_op_tab(
    request: Verzoek,
    dossier: Inburgeraar,
    form: Any,
    doe: Any,
    *,
    titel: str,
    klaar: str,
    rij: Rij | None = None,
    **pagina: Any,
) -> HttpResponse:
    """A page with one form that leads back to the tab; `doe` gets the form and the version."""

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        doe(ingevuld, versie)
        messages.success(request, klaar)
        return redirect(TAB, dossier.dossiernummer)

    return formulier(request, dossier, form, opslaan, titel=titel, terug=TAB, rij=rij, **pagina)


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def starten(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Begeleiding starten")

    def doe(form: Any, versie: int | None) -> None:
        services.begeleiding_starten(
            dossier_id=dossier.pk, door=request.user, nu=request.nu, **form.cleaned_data
        )

    return bewerk_op_tab(
        request,
        dossier,
        met_begin(begeleidingform(request.user), start_op=voorgestelde_dag(dossier)),
        doe,
        titel="Maatschappelijke begeleiding starten",
        klaar="De maatschappelijke begeleiding is gestart.",
        knop="Starten",
    )


def met_begin(form: Any, **begin: Any) -> Any:
    """The form with these values to begin with, when nothing was filled in yet."""

    def maak(*args: Any, initial: Any = None, **kwargs: Any) -> Any:
        return form(*args, initial=begin | (initial or {}), **kwargs)

    return maak


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def wijzigen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Begeleiding wijzigen")
    rij = _begeleiding(request, dossier)

    def doe(form: Any, versie: int | None) -> None:
        services.begeleiding_wijzigen(
            begeleiding_id=rij.pk,
            versie=versie,
            door=request.user,
            nu=request.nu,
            **form.cleaned_data,
        )

    return bewerk_op_tab(
        request,
        dossier,
        begeleidingform(request.user),
        doe,
        titel="Maatschappelijke begeleiding wijzigen",
        klaar="De begeleiding is gewijzigd.",
        rij=rij,
    )


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def beeindigen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Begeleiding beëindigen")
    rij = _begeleiding(request, dossier)

    def doe(form: Any, versie: int | None) -> None:
        services.begeleiding_beeindigen(
            begeleiding_id=rij.pk,
            versie=versie,
            door=request.user,
            nu=request.nu,
            **form.cleaned_data,
        )

    return bewerk_op_tab(
        request,
        dossier,
        EindeForm,
        doe,
        titel="Maatschappelijke begeleiding beëindigen",
        klaar="De maatschappelijke begeleiding is beëindigd.",
        rij=rij,
        knop="Beëindigen",
        uitleg="De wet noemt geen einde: u spreekt dit af met de persoon.",
    )


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def hervatten(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Begeleiding hervatten")
    rij = _begeleiding(request, dossier)

    def doe(form: Any, versie: int | None) -> None:
        services.begeleiding_hervatten(
            begeleiding_id=rij.pk,
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
        titel="Maatschappelijke begeleiding hervatten",
        klaar="De maatschappelijke begeleiding gaat verder.",
        rij=rij,
        knop="Hervatten",
    )


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def verwijderen(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Begeleiding verwijderen")
    rij = _begeleiding(request, dossier)

    def doe(form: Any, versie: int | None) -> None:
        services.begeleiding_verwijderen(
            begeleiding_id=rij.pk,
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
        titel="Maatschappelijke begeleiding verwijderen",
        klaar="De maatschappelijke begeleiding is verwijderd.",
        rij=rij,
        knop="Verwijderen",
        uitleg="Alleen als het niet klopt, of bij een dubbel dossier hoort.",
    )


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def moment_nieuw(request: Verzoek, nummer: str) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Moment vastleggen")
    rij = _begeleiding(request, dossier)

    def doe(form: Any, versie: int | None) -> None:
        services.moment_vastleggen(
            begeleiding_id=rij.pk, gegevens=form.gegevens(), door=request.user, nu=request.nu
        )

    return bewerk_op_tab(
        request,
        dossier,
        met_begin(MomentForm, op=lokale_datum(request.nu)),
        doe,
        titel="Moment van begeleiding vastleggen",
        klaar="Het moment is vastgelegd.",
    )


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def moment_wijzigen(request: Verzoek, nummer: str, begeleidingsmoment_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Moment wijzigen")
    rij = _moment(request, dossier, begeleidingsmoment_id)

    def doe(form: Any, versie: int | None) -> None:
        services.moment_wijzigen(
            moment_id=rij.pk,
            versie=versie,
            gegevens=form.gegevens(),
            reden=form.cleaned_data["reden"],
            door=request.user,
            nu=request.nu,
        )

    return bewerk_op_tab(
        request,
        dossier,
        MomentWijzigenForm,
        doe,
        titel="Moment van begeleiding wijzigen",
        klaar="Het moment is gewijzigd.",
        rij=rij,
    )


@BEWERK
@vereist(Recht.BEGELEIDING_DOEN)
def moment_verwijderen(request: Verzoek, nummer: str, begeleidingsmoment_id: int) -> HttpResponse:
    dossier = open_dossier(request, nummer, "Moment verwijderen")
    rij = _moment(request, dossier, begeleidingsmoment_id)

    def doe(form: Any, versie: int | None) -> None:
        services.moment_verwijderen(
            moment_id=rij.pk,
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
        titel="Moment van begeleiding verwijderen",
        klaar="Het moment is verwijderd.",
        rij=rij,
        knop="Verwijderen",
        uitleg="Alleen als het niet klopt. De uren van dit moment vervallen mee.",
    )
